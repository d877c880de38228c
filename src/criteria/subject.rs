//! What is judged, and what it is judged by.

use std::cell::{Cell, RefCell};
use std::ops::Range;
use std::rc::Rc;

use super::{Rules, Text, Verdict};
use crate::guideline::Paths;
use crate::json::pointer::Place;
use crate::json::{Json, Path, pointer};
use crate::portal::Portal;
use crate::record::TEXT;
use crate::text::date::Date;
use crate::units::Units;

/// What is judged, and what it is judged by.
pub struct Subject<'a> {
    /// The guideline.
    pub rules: &'a Rules,
    /// The record as a tree, normalised.
    pub record: &'a Json,
    /// Where the form stands.
    pub portal: Option<&'a Portal>,
    /// The unit list, when it is loaded.
    pub units: Option<&'a Units>,
    /// Other registrations, when they are known.
    pub others: Option<&'a [Other]>,
    /// The only clock.
    pub today: Date,
    /// Boxes whose values cannot be stored as they stand; their own errors speak of them, and no criterion on sizes does too.
    pub refused: Vec<String>,
    /// What is met is said in a word, without its figures: nobody is going to hear them.
    pub(super) terse: Cell<bool>,
    /// Texts that were read, so that each is read once however many checks ask.
    texts: RefCell<Vec<(&'a str, Rc<Text<'a>>)>>,
    /// Texts by the paths that were asked for: many criteria ask for the same ones.
    asked: RefCell<Vec<(&'a Paths, Texts<'a>)>>,
    /// Where the texts of each path of those stand in `placed`: most lists have some in common.
    found: RefCell<Vec<(&'a Path, Range<usize>)>>,
    placed: RefCell<Vec<(Place<'a>, Rc<Text<'a>>)>>,
    /// What most paths have.
    none: Texts<'a>,
}

/// Texts of some paths, each with its own path.
type Texts<'a> = Rc<Vec<(Place<'a>, Rc<Text<'a>>)>>;

/// Another registration.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Other {
    /// Its id.
    pub id: String,
    /// Its model's name.
    pub name: String,
    /// Its text, when it is given.
    pub text: Option<String>,
}

/// As much of a text as a box may hold.
fn within_limit(text: &str) -> &str {
    const MOST: usize = TEXT as usize;
    // bytes are never fewer than characters
    let end = if text.len() > MOST { text.char_indices().nth(MOST).map(|(at, _)| at) } else { None };
    end.and_then(|end| text.get(..end)).unwrap_or(text)
}

/// Room for as many as a whole record has: nothing moves then while they come.
fn room<T>(length: usize) -> RefCell<Vec<T>> {
    RefCell::new(Vec::with_capacity(length))
}

impl<'a> Subject<'a> {
    /// A subject without portal, units and other registrations; set them by their members.
    #[must_use]
    pub fn new(rules: &'a Rules, record: &'a Json, today: Date) -> Self {
        Subject {
            rules,
            record,
            portal: None,
            units: None,
            others: None,
            today,
            refused: Vec::new(),
            terse: Cell::new(false),
            texts: room(128),
            asked: room(32),
            found: room(64),
            placed: room(128),
            none: Texts::default(),
        }
    }

    /// Met, with what is to be said of it.
    pub(super) fn met_with(&self, say: impl FnOnce(Verdict) -> Verdict) -> Verdict {
        if self.terse.get() { Verdict::met() } else { say(Verdict::met()) }
    }

    /// The text at a path; absent text is "".
    #[must_use]
    pub fn text(&self, path: &str) -> &'a str {
        pointer::get(self.record, path).and_then(Json::text).unwrap_or_default()
    }

    /// The value at a path, if something stands there.
    #[must_use]
    pub fn value(&self, path: &str) -> Option<&'a Json> {
        pointer::get(self.record, path).filter(|value| !value.is_blank())
    }

    /// The same for a path of the guideline.
    #[must_use]
    pub fn at(&self, path: &Path) -> Option<&'a Json> {
        path.get(self.record).filter(|value| !value.is_blank())
    }

    /// The text at a path of the guideline; absent text is "".
    #[must_use]
    pub fn text_at(&self, path: &Path) -> &'a str {
        path.get(self.record).and_then(Json::text).unwrap_or_default()
    }

    /// A text, read: the second time it is asked for, it is not read again. What is beyond the length that a box may hold is left out; a field error speaks of it.
    pub fn read(&self, text: &'a str) -> Rc<Text<'a>> {
        let text = within_limit(text);
        let mut texts = self.texts.borrow_mut();
        if let Some((_, known)) = texts.iter().find(|(known, _)| std::ptr::eq(*known, text)) {
            return known.clone();
        }
        let fresh = Rc::new(self.rules.memory.read(text, self.rules));
        texts.push((text, fresh.clone()));
        fresh
    }

    /// Every text at the paths that has a word, read, with its own path; `*` in a path stands for every row.
    pub fn texts(&self, paths: &'a Paths) -> Texts<'a> {
        if let Some((_, texts)) = self.asked.borrow().iter().find(|(known, _)| known.is(paths)) {
            return texts.clone();
        }
        let mut texts = Vec::with_capacity(paths.len());
        for path in paths.iter() {
            let found = self.texts_at(path);
            texts.extend_from_slice(self.placed.borrow().get(found).unwrap_or_default());
        }
        let texts = if texts.is_empty() { self.none.clone() } else { Rc::new(texts) };
        self.asked.borrow_mut().push((paths, texts.clone()));
        texts
    }

    /// Where the texts of one path stand.
    fn texts_at(&self, path: &'a Path) -> Range<usize> {
        let mut known = self.found.borrow_mut();
        if let Some((_, found)) = known.iter().find(|(known, _)| *known == path) {
            return found.clone();
        }
        let mut placed = self.placed.borrow_mut();
        let before = placed.len();
        for (place, value) in path.each(self.record) {
            let Some(text) = value.text().filter(|text| !text.is_empty()) else { continue };
            let text = self.read(text);
            if !text.is_empty() {
                placed.push((place, text));
            }
        }
        known.push((path, before..placed.len()));
        before..placed.len()
    }

    /// Whether something stands at a path; what could not be read counts as standing there, for its own error speaks of it.
    #[must_use]
    pub fn has(&self, path: &str) -> bool {
        self.value(path).is_some() || self.entered(path)
    }

    /// Whether a field error speaks of the value at a place.
    #[must_use]
    pub fn is_refused(&self, place: &Place<'_>) -> bool {
        // nearly no record has one
        !self.refused.is_empty() && self.refused.contains(&place.path())
    }

    /// Whether there is a box at all in which something stands that could not be read.
    #[must_use]
    pub fn has_entered(&self) -> bool {
        self.record.get("entered").is_some()
    }

    /// Whether something that could not be read stands in the box at a path.
    #[must_use]
    pub fn entered(&self, path: &str) -> bool {
        self.record.get("entered").and_then(Json::members).is_some_and(|entered| entered.iter().any(|(key, _)| key == path))
    }
}
