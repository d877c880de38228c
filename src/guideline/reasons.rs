//! Which reasons a check kind can give, and with which data.
