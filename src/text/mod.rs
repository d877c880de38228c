//! Vietnamese text: what people type and paste, read without guessing and shown the way offices write it.
//!
//! Everything here is total and runs in near-linear time: any string has an answer. Texts are NFC unless a function says otherwise
//! ([`clean`] makes them so), and every [`Span`] counts UTF-16 code units, the unit of JavaScript strings.
//!
//! | module | what it is |
//! |---|---|
//! | [`nfc`] | is a text certainly in NFC |
//! | [`clean`] | the only repair that is made without asking |
//! | [`fold`] | keys for search and for comparison |
//! | [`words`] | sentences, UTF-16 lengths |
//! | [`letters`] | what the scanner knows of each character |
//! | [`reading`] | a text read once: words with their keys |
//! | [`legacy`] | text from before Unicode, and what pastes bring along |
//! | [`keys`] | keys of words, taken by the compiler |
//! | [`lexicon`] | finds the phrases of several lists |
//! | [`number`], [`money`], [`date`], [`phone`] | what one box holds, and how to show it |
//! | [`masked`] | a number of a person without its middle |
//! | [`figures`] | numbers with their units in running text |
//! | [`spelled`], [`spelled_money`] | numbers in words that count something, and amounts of money in words |
//! | [`syllable`] | could a word be a syllable of Vietnamese |
//! | [`similarity`] | is one text pasted into another |

pub mod clean;
mod cursor;
pub mod date;
mod decimal;
pub mod figures;
pub mod fold;
pub mod keys;
pub mod legacy;
pub mod letters;
pub mod lexicon;
pub mod masked;
mod measures;
pub mod money;
mod named_numbers;
pub mod nfc;
pub mod number;
mod numeral;
mod partial;
pub mod phone;

pub mod reading;
mod scan;
mod seen;
pub mod similarity;
mod spans;
pub mod spelled;
mod spelled_date;
pub mod spelled_money;
mod spelling;
pub mod syllable;
mod tone;
pub mod unmarked;
pub mod upper;
pub mod words;

/// What came of reading something a person typed.
#[derive(Debug, Clone, PartialEq)]
pub enum Reading<T> {
    /// The only reading.
    Value(T),
    /// Every plausible reading, the Vietnamese convention first; the person chooses. One candidate alone means “did you mean this?”.
    Ambiguous(Vec<T>),
    /// Well formed, but there is no such date, or it is out of range.
    Impossible,
    /// Not something of this kind.
    Unread,
}

impl<T> Reading<T> {
    /// The same outcome over another type; a candidate that `f` refuses is dropped, and no candidate left means [`Reading::Impossible`].
    pub(crate) fn filter_map<U>(self, f: impl Fn(T) -> Option<U>) -> Reading<U> {
        match self {
            Reading::Value(value) => f(value).map_or(Reading::Impossible, Reading::Value),
            Reading::Ambiguous(all) => Reading::from_candidates(all.into_iter().filter_map(f).collect()),
            Reading::Impossible => Reading::Impossible,
            Reading::Unread => Reading::Unread,
        }
    }

    /// [`Reading::Ambiguous`], or [`Reading::Impossible`] when nothing is left to choose from.
    pub(crate) fn from_candidates(all: Vec<T>) -> Reading<T> {
        if all.is_empty() { Reading::Impossible } else { Reading::Ambiguous(all) }
    }
}

/// How exact a number is said to be: “khoảng” is about, “hơn”, “trên” over, “gần”, “dưới” under.
#[derive(Debug, Clone, Copy, PartialEq, Eq, serde::Serialize, serde::Deserialize)]
#[serde(rename_all = "lowercase")]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
pub enum Approx {
    /// khoảng, chừng, ước, tầm, xấp xỉ
    About,
    /// hơn, trên, quá
    Over,
    /// gần, dưới
    Under,
}

/// A stretch `[start, end)` of a text, in UTF-16 code units.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Span {
    /// First unit of the stretch.
    pub start: u32,
    /// First unit after the stretch.
    pub end: u32,
}
