//! Forms that a text can have: what `pattern` and `mentions` look for, one file each.
//!
//! Each gives the places where it stands in a text; whether it ought to stand there is for the guideline to say.

pub mod abolished_body;
pub mod all_caps;
#[cfg(test)]
mod assert;
pub mod bank_account;
mod blanks;
pub mod contribution;
pub mod counted;
pub mod date;
pub mod defence_detail;
mod defence_place;
mod defence_watch;
pub mod document_number;
pub mod history;
pub mod legacy_encoding;
pub mod lost_letters;
pub mod mixed_date;
pub mod named_hardship;
pub mod near;
pub mod numbers;
pub mod old_place_name;
pub mod percent;
pub mod person;
pub mod personal_id;
pub mod phone;
pub mod place;
pub mod placeholder;
mod prompt;
#[cfg(test)]
mod testing;

use crate::text::Span;
use crate::text::reading::Reading;

/// A place in a text where a form stands.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Found {
    /// The words.
    pub span: Span,
    /// What stands there in its place today, when that is known.
    pub now: Option<String>,
}

/// Where forms stand that follow each other: `end_of` gives the last word of the one that begins at a word.
fn each(reading: &Reading<'_>, end_of: fn(&Reading<'_>, usize) -> Option<usize>) -> Vec<Found> {
    let mut found = Vec::new();
    let mut at = 0;
    while at < reading.words.len() {
        match end_of(reading, at) {
            Some(last) => {
                found.push(Found::at(reading.span(at, last)));
                at = last + 1;
            }
            None => at += 1,
        }
    }
    found
}

impl Found {
    /// A place without a word for it today.
    #[must_use]
    pub fn at(span: Span) -> Self {
        Found { span, now: None }
    }
}
