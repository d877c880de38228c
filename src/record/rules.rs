//! Rules on single values that `validator` has no derive for, or one that weighs too much (its e-mail rule brings 120 kB of tables).

use validator::ValidationError;

use crate::text::date::{Date, Partial};

fn refuse(code: &'static str) -> Result<(), ValidationError> {
    Err(ValidationError::new(code))
}

/// A day of the calendar, `yyyy-mm-dd`.
///
/// # Errors
/// `no-such-date`
pub fn date(text: &str) -> Result<(), ValidationError> {
    if text.is_empty() || Date::from_iso(text).is_some() { Ok(()) } else { refuse("no-such-date") }
}

/// A day, month, quarter or year.
///
/// # Errors
/// `no-such-date`
pub fn partial_date(text: &str) -> Result<(), ValidationError> {
    if text.is_empty() || Partial::from_iso(text).is_some() { Ok(()) } else { refuse("no-such-date") }
}

/// A figure that a table can hold: not negative, below 10^15.
///
/// # Errors
/// `out-of-range`
pub fn figure(number: f64) -> Result<(), ValidationError> {
    if (0.0..1e15).contains(&number) { Ok(()) } else { refuse("out-of-range") }
}

/// An address as the HTML standard reads e-mail boxes: one “@”, a domain with a dot, no spaces.
///
/// # Errors
/// `too-long`, `bad-email`
pub fn email(text: &str) -> Result<(), ValidationError> {
    if text.is_empty() {
        return Ok(());
    }
    if text.len() > 254 {
        return refuse("too-long");
    }
    let local = |c: u8| c.is_ascii_alphanumeric() || b"!#$%&'*+/=?^_`{|}~.-".contains(&c);
    let label = |part: &str| {
        !part.is_empty() && part.len() <= 63 && !part.starts_with('-') && !part.ends_with('-') && part.bytes().all(|c| c.is_ascii_alphanumeric() || c == b'-')
    };
    match text.split_once('@') {
        Some((name, domain)) if !name.is_empty() && name.bytes().all(local) && domain.contains('.') && domain.split('.').all(label) => Ok(()),
        _ => refuse("bad-email"),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[track_caller]
    fn code(of: Result<(), ValidationError>, expected: &str) {
        assert_eq!(of.err().map_or(String::new(), |error| error.code.into_owned()), expected);
    }

    #[test]
    fn emails() {
        for good in ["", "a@b.vn", "lien-he.1+x@xa.vinhhai.example.vn"] {
            code(email(good), "");
        }
        for bad in ["sai", "a@b", "a@@b.vn", "a b@c.vn", "@b.vn", "a@-b.vn", "a@b..vn", "đ@b.vn"] {
            code(email(bad), "bad-email");
        }
    }

    #[test]
    fn dates_and_figures() {
        code(date("2028-02-29"), "");
        code(date("2026-02-29"), "no-such-date");
        code(date("2026-06"), "no-such-date");
        code(partial_date("2026-Q4"), "");
        code(partial_date("2026-Q5"), "no-such-date");
        code(figure(0.0), "");
        code(figure(-0.5), "out-of-range");
        code(figure(f64::NAN), "out-of-range");
    }
}
