//! What is judged, and what it is judged by.

use std::cell::{OnceCell, RefCell};
use std::rc::Rc;

use super::Rules;
use super::forms::numbers::{Run, runs};
use super::forms::percent::Counted;
use super::lists::List;
use super::meant::meant;
use crate::guideline::Paths;
use crate::json::pointer::Place;
use crate::json::{Json, pointer};
use crate::portal::Portal;
use crate::text::Span;
use crate::text::date::Date;
use crate::text::figures::{self, Figure};
use crate::text::lexicon::Hit;
use crate::text::reading::Reading;
use crate::text::spelled::{self, Spelled};
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
    /// Texts that were read, so that each is read once however many checks ask.
    texts: RefCell<Vec<Rc<Text<'a>>>>,
    /// Texts by the paths that were asked for: many criteria ask for the same ones.
    asked: RefCell<Vec<(&'a Paths, Texts<'a>)>>,
    /// Texts by each path of those: most lists have some in common.
    found: RefCell<Vec<(&'a str, Texts<'a>)>>,
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

/// A text of the record, read once; what is looked for in it is looked for when a check asks.
pub struct Text<'a> {
    /// Its words.
    pub reading: Reading<'a>,
    rules: &'a Rules,
    /// Occurrences of phrases, as they stand.
    found: OnceCell<Hits>,
    /// The same, those of mobilising, discussing and giving as they are meant.
    meant: OnceCell<Hits>,
    figures: OnceCell<Vec<Figure>>,
    spelled: OnceCell<Vec<Spelled>>,
    counted: OnceCell<Counted>,
    runs: OnceCell<Vec<Run>>,
}

/// Occurrences of phrases in the order of a text.
struct Hits {
    all: Vec<Hit>,
    /// A bit for each list that has one.
    lists: u32,
}

impl Hits {
    fn new(all: Vec<Hit>) -> Self {
        Hits { lists: all.iter().fold(0, |lists, hit| lists | 1 << hit.list), all }
    }
    /// All of them if there is one of a list.
    fn with(&self, list: List) -> &[Hit] {
        if self.lists >> list as u8 & 1 == 1 { &self.all } else { &[] }
    }
}

impl<'a> Text<'a> {
    fn new(text: &'a str, rules: &'a Rules) -> Self {
        Text {
            reading: Reading::new(text),
            rules,
            found: OnceCell::new(),
            meant: OnceCell::new(),
            figures: OnceCell::new(),
            spelled: OnceCell::new(),
            counted: OnceCell::new(),
            runs: OnceCell::new(),
        }
    }
    /// The text as it stands in the record.
    #[must_use]
    pub fn as_str(&self) -> &'a str {
        self.reading.text
    }
    /// Occurrences of all lists, if there is one of a list.
    fn among(&self, list: List) -> &[Hit] {
        let found = || self.found.get_or_init(|| Hits::new(self.rules.lexicon.find(&self.reading)));
        if !list.is_of_acts() {
            return found().with(list);
        }
        self.meant.get_or_init(|| Hits::new(meant(&found().all, &self.reading, &self.rules.denials))).with(list)
    }
    /// Occurrences of the phrases of a list; words of mobilising and discussing that are denied (“chưa họp dân”) are left out.
    pub fn hits(&self, list: List) -> impl Iterator<Item = &Hit> {
        self.among(list).iter().filter(move |hit| hit.list == list as u8)
    }
    /// Occurrences of the phrases of a list that begin from one word to another.
    pub fn hits_in(&self, list: List, first: usize, last: usize) -> impl DoubleEndedIterator<Item = &Hit> {
        let hits = self.among(list);
        let (from, to) = (hits.partition_point(|hit| hit.first < first), hits.partition_point(|hit| hit.first <= last));
        hits.get(from..to).unwrap_or_default().iter().filter(move |hit| hit.list == list as u8)
    }
    /// Numbers in words that count something.
    pub fn spelled(&self) -> &[Spelled] {
        self.spelled.get_or_init(|| spelled::find(&self.reading))
    }
    /// Numbers that count or measure something.
    pub fn figures(&self) -> &[Figure] {
        self.figures.get_or_init(|| figures::among(&self.reading))
    }
    /// What it counts.
    pub fn counted(&self) -> Counted {
        *self.counted.get_or_init(|| Counted::of(self))
    }
    /// Long numbers.
    pub fn runs(&self) -> &[Run] {
        self.runs.get_or_init(|| runs(&self.reading))
    }
    /// The words at a span.
    #[must_use]
    pub fn quote(&self, span: Span) -> String {
        super::report::quoted(self.reading.text, span)
    }
    /// Whether it has a word at all.
    #[must_use]
    pub fn is_empty(&self) -> bool {
        self.reading.words.is_empty()
    }
}

/// Room for as many as a whole record has: nothing moves then while they come.
fn room<T>(length: usize) -> RefCell<Vec<T>> {
    RefCell::new(Vec::with_capacity(length))
}

impl<'a> Subject<'a> {
    /// A subject without portal, units and other registrations; set them by their members.
    #[must_use]
    pub fn new(rules: &'a Rules, record: &'a Json, today: Date) -> Self {
        Subject { rules, record, portal: None, units: None, others: None, today, texts: room(128), asked: room(32), found: room(64) }
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

    /// A text, read: the second time it is asked for, it is not read again.
    pub fn read(&self, text: &'a str) -> Rc<Text<'a>> {
        let mut texts = self.texts.borrow_mut();
        if let Some(known) = texts.iter().find(|known| std::ptr::eq(known.reading.text, text)) {
            return known.clone();
        }
        let fresh = Rc::new(Text::new(text, self.rules));
        texts.push(fresh.clone());
        fresh
    }

    /// Every text at the paths that has a word, read, with its own path; `*` in a path stands for every row.
    pub fn texts(&self, paths: &'a Paths) -> Texts<'a> {
        if let Some((_, texts)) = self.asked.borrow().iter().find(|(known, _)| known.is(paths)) {
            return texts.clone();
        }
        let found: Vec<Texts<'a>> = paths.iter().map(|path| self.texts_at(path)).collect();
        let texts = match found.as_slice() {
            [one] => one.clone(),
            several => Rc::new(several.iter().flat_map(|texts| texts.iter().cloned()).collect()),
        };
        self.asked.borrow_mut().push((paths, texts.clone()));
        texts
    }

    /// The same at one path.
    fn texts_at(&self, path: &'a str) -> Texts<'a> {
        if let Some((_, texts)) = self.found.borrow().iter().find(|(known, _)| *known == path) {
            return texts.clone();
        }
        let mut texts = Vec::new();
        for (place, value) in pointer::all(self.record, path) {
            let Some(text) = value.text().filter(|text| !text.is_empty()) else { continue };
            let text = self.read(text);
            if !text.is_empty() {
                texts.push((place, text));
            }
        }
        let texts = Rc::new(texts);
        self.found.borrow_mut().push((path, texts.clone()));
        texts
    }

    /// Whether something stands at a path; what could not be read counts as standing there, for its own error speaks of it.
    #[must_use]
    pub fn has(&self, path: &str) -> bool {
        self.value(path).is_some() || self.entered(path)
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
