//! A text of a record, read once: what is looked for in it is looked for when a check asks.

use std::cell::OnceCell;
use std::rc::Rc;

use super::Rules;
use super::forms::counted::Counted;
use super::forms::numbers::{Run, runs};
use super::lists::List;
use super::meant::meant;
use crate::text::Span;
use crate::text::figures::{self, Figure};
use crate::text::lexicon::Hit;
use crate::text::reading::Reading;
use crate::text::spelled::{self, Spelled};

/// A text of a record, read.
pub struct Text<'a> {
    /// Its words.
    pub reading: Reading<'a>,
    rules: &'a Rules,
    learnt: Known,
}

/// Where what was found stands.
pub(super) enum Known {
    /// With the text alone.
    Here(Learnt),
    /// With texts that are kept.
    Kept(Rc<Learnt>),
}

/// What was found in a text so far.
#[derive(Default)]
pub(super) struct Learnt {
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
    /// A text with what is known of it.
    pub(super) fn new(reading: Reading<'a>, rules: &'a Rules, learnt: Known) -> Self {
        Text { reading, rules, learnt }
    }
    fn learnt(&self) -> &Learnt {
        match &self.learnt {
            Known::Here(learnt) => learnt,
            Known::Kept(learnt) => learnt,
        }
    }
    /// The text as it stands in the record.
    #[must_use]
    pub fn as_str(&self) -> &'a str {
        self.reading.text
    }
    /// Occurrences of all lists, if there is one of a list.
    fn among(&self, list: List) -> &[Hit] {
        let found = || self.learnt().found.get_or_init(|| Hits::new(self.rules.phrases(&self.reading).find(&self.reading)));
        if !list.is_of_acts() {
            return found().with(list);
        }
        self.learnt().meant.get_or_init(|| Hits::new(meant(&found().all, &self.reading))).with(list)
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
        self.learnt().spelled.get_or_init(|| spelled::find(&self.reading))
    }
    /// Numbers that count or measure something.
    pub fn figures(&self) -> &[Figure] {
        self.learnt().figures.get_or_init(|| figures::among(&self.reading))
    }
    /// What it counts.
    pub fn counted(&self) -> Counted {
        *self.learnt().counted.get_or_init(|| Counted::of(self))
    }
    /// Long numbers.
    pub fn runs(&self) -> &[Run] {
        self.learnt().runs.get_or_init(|| runs(&self.reading))
    }
    /// The words at a span.
    #[must_use]
    pub fn quote(&self, span: Span) -> String {
        self.reading.slice(span).to_owned()
    }
    /// Whether it has a word at all.
    #[must_use]
    pub fn is_empty(&self) -> bool {
        self.reading.words.is_empty()
    }
}
