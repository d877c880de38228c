//! What a path of the record holds, and where a check may look.

use super::Lint;
use super::near::nearest;
use crate::guideline::types::{ExtraType, Guideline};
use crate::json::{self, Json, Limits, Problem, pointer};
use crate::record::fields::{FIELDS, Field, Holds, at};

/// What stands at a path: one of these bits, or several where several kinds will do.
pub const TEXT: u16 = 1;
pub const CHOICE: u16 = 2;
pub const TICK: u16 = 4;
pub const NUMBER: u16 = 8;
pub const YEAR: u16 = 16;
pub const DATE: u16 = 32;
pub const ROWS: u16 = 64;
pub const LIST: u16 = 128;
pub const PLACE: u16 = 256;
pub const GROUP: u16 = 512;

/// Whether `*` may stand in a path.
#[derive(Clone, Copy, PartialEq, Eq)]
pub enum Star {
    /// One box.
    No,
    /// Every row, or one box.
    May,
    /// Every row.
    Must,
}

/// What a check wants at a path.
pub struct Want {
    pub holds: u16,
    pub star: Star,
    /// How a problem names it.
    pub name: &'static str,
}

const fn want(holds: u16, star: Star, name: &'static str) -> Want {
    Want { holds, star, name }
}

/// Whatever there is.
pub const ANY: Want = want(u16::MAX, Star::May, "box");
pub const BOX: Want = want(u16::MAX, Star::No, "box");
pub const COLUMN_OR_BOX: Want = want(u16::MAX, Star::May, "box");
pub const VALUE: Want = want(TEXT | CHOICE | TICK | NUMBER | YEAR | DATE, Star::No, "value");
pub const ONE_TEXT: Want = want(TEXT, Star::No, "text");
pub const TEXTS: Want = want(TEXT, Star::May, "text");
pub const NUMBERS: Want = want(NUMBER | YEAR, Star::May, "number");
pub const ONE_NUMBER: Want = want(NUMBER | YEAR, Star::No, "number");
pub const AMOUNT: Want = want(NUMBER, Star::No, "number");
pub const AMOUNTS: Want = want(NUMBER, Star::Must, "number");
pub const AMOUNTS_OR_TEXTS: Want = want(NUMBER | TEXT, Star::May, "number-or-text");
pub const ROWS_OR_TEXTS: Want = want(ROWS | TEXT, Star::May, "list-or-text");
pub const DATE_OR_YEAR: Want = want(DATE | YEAR, Star::No, "date");
pub const ONE_DATE: Want = want(DATE, Star::No, "date");
pub const DATES: Want = want(DATE, Star::May, "date");
pub const ONE_TICK: Want = want(TICK, Star::No, "tick");
pub const ONE_LIST: Want = want(ROWS | LIST, Star::No, "list");
pub const ONE_PLACE: Want = want(PLACE, Star::No, "place");

/// Members of a record that no step asks for. Groups, and what stands in them.
const OTHERS: &[(&str, u16)] = &[
    ("/format", TEXT),
    ("/id", TEXT),
    ("/revision", NUMBER),
    ("/period", GROUP),
    ("/applicant", GROUP),
    ("/applicant/person", GROUP),
    ("/applicant/address", GROUP),
    ("/applicant/address/listDate", DATE),
    ("/applicant/address/commune/code", TEXT),
    ("/applicant/address/commune/name", TEXT),
    ("/applicant/address/province/code", TEXT),
    ("/applicant/address/province/name", TEXT),
    ("/applicant/contact", GROUP),
    ("/heading", GROUP),
    ("/lowerRecognition", GROUP),
    ("/model", GROUP),
    ("/model/themes/*", TEXT),
    ("/model/scope", GROUP),
    ("/model/scope/approx", CHOICE),
    ("/model/scope/peopleApprox", CHOICE),
    ("/model/targets/*/approx", CHOICE),
    ("/model/resources/*/approx", CHOICE),
    ("/model/resourceTotalApprox", CHOICE),
    ("/signer", GROUP),
    ("/extra", GROUP),
    ("/entered", GROUP),
    ("/replies", ROWS),
    ("/replies/*/criterion", TEXT),
    ("/replies/*/text", TEXT),
    ("/handedTo", GROUP),
    ("/handedTo/portal", TEXT),
    ("/handedTo/recipient", LIST),
    ("/handedTo/recipient/*", TEXT),
    ("/checkedWith", GROUP),
    ("/checkedWith/guideline", TEXT),
    ("/checkedWith/version", TEXT),
    ("/checkedWith/digest", TEXT),
];

/// `about`, `over`, `under`.
const APPROX: &[&str] = &["about", "over", "under"];

/// The fields that guidelines add.
pub struct Paths<'a> {
    extra: Vec<(String, u16, &'a [String])>,
}

impl<'a> Paths<'a> {
    pub fn new(guideline: &'a Guideline, base: Option<&'a Guideline>) -> Self {
        let fields = guideline.extra_fields.iter().chain(base.into_iter().flat_map(|base| &base.extra_fields));
        Paths { extra: fields.map(|field| (pointer::join(&["extra", &field.id]), of_extra(field.holds), field.options.as_slice())).collect() }
    }

    /// What a path holds, and the values that may stand there if they are few; `None` for a path that does not exist.
    pub fn find(&self, path: &str) -> Option<(u16, Vec<&str>)> {
        if let Some((_, holds, options)) = self.extra.iter().find(|(known, ..)| known == path) {
            return Some((*holds, options.iter().map(String::as_str).collect()));
        }
        let pattern = pointer::pattern(path);
        if let Some((_, holds)) = OTHERS.iter().find(|(known, _)| *known == pattern) {
            let exact = (pattern == "/model/scope/peopleApprox").then_some("exact");
            return Some((*holds, if *holds == CHOICE { APPROX.iter().copied().chain(exact).collect() } else { Vec::new() }));
        }
        if let Some((_, holds, options)) = pattern.strip_suffix("/*").and_then(|list| self.extra.iter().find(|(known, ..)| known == list)) {
            return (*holds == LIST).then(|| (CHOICE, options.iter().map(String::as_str).collect()));
        }
        if pattern.strip_suffix("/*").and_then(at).is_some_and(|list| list.holds == Holds::Rows) || pattern == "/replies/*" {
            return Some((GROUP, Vec::new()));
        }
        let field: &Field = FIELDS.iter().find(|field| field.path == pattern)?;
        Some((of_box(field.holds), if let Holds::Choice(values) = field.holds { values.to_vec() } else { Vec::new() }))
    }

    /// The only path that ends as another does: “/model/consultation” for “/method/consultation”.
    fn alike(&self, path: &str) -> Option<&str> {
        let (_, last) = path.rsplit_once('/').filter(|(_, last)| !last.is_empty() && *last != "*")?;
        let mut known = self.all().filter(|known| known.rsplit('/').next() == Some(last));
        known.next().filter(|_| known.next().is_none())
    }

    /// The fields that guidelines add, all of them, for a path that ought to be one.
    fn added(&self, path: &str) -> String {
        let added: Vec<&str> = self.extra.iter().filter(|_| path.starts_with("/extra/")).map(|(path, ..)| path.as_str()).collect();
        added.join(", ")
    }

    fn all(&self) -> impl Iterator<Item = &str> {
        let known = FIELDS.iter().map(|field| field.path).chain(OTHERS.iter().map(|(path, _)| *path));
        known.chain(self.extra.iter().map(|(path, ..)| path.as_str()))
    }
}

fn of_extra(holds: ExtraType) -> u16 {
    match holds {
        ExtraType::Text | ExtraType::LongText => TEXT,
        ExtraType::Number => NUMBER,
        ExtraType::Year => YEAR,
        ExtraType::Date => DATE,
        ExtraType::Tick => TICK,
        ExtraType::Choice => CHOICE,
        ExtraType::Choices => LIST,
    }
}

fn of_box(holds: Holds) -> u16 {
    match holds {
        Holds::Line | Holds::Paragraphs | Holds::Phone | Holds::Email => TEXT,
        Holds::Count(_) | Holds::Figure(_) | Holds::Money(_) => NUMBER,
        Holds::Year => YEAR,
        Holds::Day | Holds::Due => DATE,
        Holds::Choice(_) => CHOICE,
        Holds::Tick => TICK,
        Holds::Themes => LIST,
        Holds::Province | Holds::Commune => PLACE,
        Holds::Rows => ROWS,
    }
}

/// A number, true or false that is written in quotes where a box holds one.
pub(super) fn unquoted(text: &str, holds: u16) -> Option<&str> {
    let number = holds & (NUMBER | YEAR) != 0 && json::read(text.as_bytes(), Limits::default()).is_ok_and(|value| value.number().is_some());
    let tick = holds & TICK != 0 && matches!(text, "true" | "false");
    (number || tick).then_some(text)
}

impl Lint<'_> {
    /// A path must exist and hold what is wanted; whether it does.
    #[inline(never)]
    pub(super) fn path(&mut self, path: &str, at: &str, want: &Want) -> bool {
        let Some((holds, _)) = self.paths.find(path) else {
            // a group on the way to what is not there is not what was meant
            let on_the_way = |known: &str| path.strip_prefix(known).is_some_and(|tail| tail.starts_with('/'));
            // who has so much to mend does not wait for what each may have meant
            let near = match self.problems.len() {
                0..Problem::MOST => nearest(path, self.paths.all().filter(|known| !on_the_way(known)))
                    .or_else(|| self.paths.alike(path))
                    .map_or_else(|| self.paths.added(path), str::to_owned),
                _ => String::new(),
            };
            self.tell("unknown-path", at, path, &near);
            return false;
        };
        let starred = path.split('/').any(|step| step == "*");
        if holds & want.holds == 0 {
            self.tell("path-type", at, path, want.name);
        } else if starred && want.star == Star::No {
            self.tell("path-type", at, path, "one-box");
        } else if !starred && want.star == Star::Must {
            self.tell("path-type", at, path, "column");
        } else {
            return true;
        }
        false
    }

    /// Values must be of those that can stand at a path.
    #[inline(never)]
    pub(super) fn values(&mut self, values: &[Json], path: &str, at: &str) {
        if values.is_empty() {
            self.tell("empty-list", at, "0", "1");
        }
        let Some((holds, choices)) = self.paths.find(path) else { return };
        let choices: Vec<String> = choices.into_iter().map(str::to_owned).collect();
        for (number, value) in values.iter().enumerate() {
            let fits = match value {
                Json::Text(text) => holds & (TEXT | DATE) != 0 || holds & CHOICE != 0 && choices.contains(text),
                Json::Number(_) => holds & (NUMBER | YEAR) != 0,
                Json::Bool(_) => holds & TICK != 0,
                Json::Null | Json::List(_) | Json::Object(_) => false,
            };
            if let Some(plain) = value.text().and_then(|text| unquoted(text, holds)) {
                self.tell("quoted-value", &super::row(at, number), &value.excerpt(), plain);
            } else if matches!(value, Json::Bool(false)) && holds & TICK != 0 || value.text().is_some_and(|text| text.trim().is_empty()) {
                self.tell("blank-value", &super::row(at, number), &value.excerpt(), "");
            } else if !fits {
                let near = value.text().and_then(|text| nearest(text, choices.iter().map(String::as_str)));
                let expected = near.map_or_else(|| choices.join(", "), str::to_owned);
                self.tell("unknown-value", &super::row(at, number), &value.excerpt(), &expected);
            }
        }
    }
}
