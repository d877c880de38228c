//! What a person typed into a number, money or date box: read, or kept as typed.
//!
//! Nothing is guessed: what has two readings stays in `entered` until the person says which.

use super::exactness;
use super::fields::{self, Holds};
use crate::json::{Json, pointer};
use crate::text::date::{self, Partial};
use crate::text::fold::soft;
use crate::text::{Approx, Reading, money, number};

/// What became of a typed text.
#[derive(Debug, Clone, PartialEq)]
pub enum Entered {
    /// Read: the value, and how exact it is if the person said so.
    Value(Read),
    /// Several readings, as a person would write them.
    Ambiguous(Vec<String>),
    /// Well formed, but there is no such day, or it is out of range.
    Impossible,
    /// Not understood.
    Unread,
}

/// A value as it stands in the record.
#[derive(Debug, Clone, PartialEq)]
pub struct Read {
    /// Number, or ISO date as text.
    pub value: Json,
    /// “khoảng”, “hơn”, “gần”.
    pub approx: Option<Approx>,
}

/// Whether a path holds a date.
#[must_use]
pub fn is_date(path: &str) -> bool {
    fields::at(path).is_some_and(|field| matches!(field.holds, Holds::Day | Holds::Due))
}

/// Reads what was typed into the box at `path`; boxes of plain text are not read here and give `Unread`. `unit` is what stands in the unit box beside it:
/// “17,5 triệu đồng” is a figure where the unit is đồng.
#[must_use]
pub fn read(path: &str, typed: &str, unit: &str) -> Entered {
    fields::at(path).map_or(Entered::Unread, |field| read_as(field.holds, path, typed, unit))
}

/// As [`read`], for a box that holds what is said: one that a guideline adds is in no table.
fn read_as(holds: Holds, path: &str, typed: &str, unit: &str) -> Entered {
    let unit = match path {
        "/model/scope/households" => "hộ",
        "/model/scope/people" => "người",
        _ => unit,
    };
    match holds {
        Holds::Count(approx) => number(typed, unit, approx.is_some(), |value| value.trunc() == value && (0.0..1e9).contains(&value)),
        Holds::Figure(approx) => number(typed, unit, approx.is_some(), |value| (0.0..1e15).contains(&value)),
        Holds::Year => number(typed, unit, false, |value| value.trunc() == value && (1900.0..2200.0).contains(&value)),
        Holds::Money(approx) => amount(typed, approx.is_some()),
        Holds::Day => day(typed, |date| matches!(date, Partial::Day(_))),
        Holds::Due => day(typed, |_| true),
        Holds::Line
        | Holds::Paragraphs
        | Holds::Choice(_)
        | Holds::Tick
        | Holds::Themes
        | Holds::Phone
        | Holds::Email
        | Holds::Province
        | Holds::Commune
        | Holds::Rows => Entered::Unread,
    }
}

fn number(typed: &str, unit: &str, may_be_about: bool, fits: impl Fn(f64) -> bool) -> Entered {
    let fits_unit = |rest: &str| rest.is_empty() || soft(rest) == soft(unit);
    let plain = |number: &number::Number| fits_unit(&number.rest) && (may_be_about || number.approx.is_none());
    match number::read(typed) {
        Reading::Value(read) if !plain(&read) => Entered::Unread,
        Reading::Value(read) if fits(read.value) => Entered::Value(Read { value: Json::Number(read.value), approx: read.approx }),
        Reading::Value(_) | Reading::Impossible => Entered::Impossible,
        Reading::Ambiguous(readings) => {
            let fitting: Vec<_> = readings.into_iter().filter(|read| plain(read) && fits(read.value)).collect();
            match fitting.as_slice() {
                [] => Entered::Unread,
                [only] => Entered::Value(Read { value: Json::Number(only.value), approx: only.approx }),
                several => Entered::Ambiguous(several.iter().map(|read| number::show(read.value)).collect()),
            }
        }
        Reading::Unread => Entered::Unread,
    }
}

fn amount(typed: &str, may_be_about: bool) -> Entered {
    match money::read(typed) {
        Reading::Value(read) if read.approx.is_some() && !may_be_about => Entered::Unread,
        Reading::Value(read) => Entered::Value(Read { value: Json::Number(read.dong as f64), approx: read.approx }),
        Reading::Ambiguous(readings) => Entered::Ambiguous(readings.iter().map(|read| money::show(read.dong)).collect()),
        Reading::Impossible => Entered::Impossible,
        Reading::Unread => Entered::Unread,
    }
}

fn day(typed: &str, fits: impl Fn(&Partial) -> bool) -> Entered {
    match date::read(typed) {
        Reading::Value(read) if fits(&read) => Entered::Value(Read { value: Json::Text(read.to_iso()), approx: None }),
        Reading::Value(_) | Reading::Unread => Entered::Unread,
        Reading::Ambiguous(readings) => Entered::Ambiguous(readings.into_iter().map(date::show).collect()),
        Reading::Impossible => Entered::Impossible,
    }
}

/// Puts what was typed into a box, and what the box holds, into a record's tree: the value when it is read, else the text itself under `entered`.
pub fn put(tree: &mut Json, path: &str, holds: Holds, typed: &str) -> Entered {
    let approx = match holds {
        Holds::Count(approx) | Holds::Figure(approx) | Holds::Money(approx) => approx,
        _ => None,
    };
    let unit = path.rsplit_once('/').and_then(|(row, _)| pointer::get(tree, &format!("{row}/unit"))?.text()).unwrap_or_default().to_owned();
    let slot = format!("/entered/{}", path.replace('~', "~0").replace('/', "~1"));
    let outcome = if typed.trim().is_empty() { Entered::Unread } else { read_as(holds, path, typed, &unit) };
    pointer::remove(tree, &slot);
    match &outcome {
        Entered::Value(read) => {
            pointer::set(tree, path, read.value.clone());
            if let Some(name) = approx {
                exactness::put(tree, path, name, read.approx);
            }
        }
        Entered::Ambiguous(_) | Entered::Impossible | Entered::Unread => {
            pointer::remove(tree, path);
            if let Some(name) = approx {
                exactness::put(tree, path, name, None);
            }
            if !typed.trim().is_empty() {
                pointer::set(tree, &slot, typed.into());
            }
        }
    }
    if tree.get("entered").is_some_and(|entered| entered.members().is_some_and(Vec::is_empty)) {
        pointer::remove(tree, "/entered");
    }
    outcome
}
