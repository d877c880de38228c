//! The form in the browser.
