//! What a check says: an outcome, its reason, the figures and words it rests on.

use crate::guideline::Outcome;
use crate::json::Json;
use crate::text::Span;
use crate::text::words::utf16_len;

/// What a check says.
#[derive(Debug, Clone, PartialEq)]
pub struct Verdict {
    /// What it comes to.
    pub outcome: Outcome,
    /// Why; the key of the sentence in the criterion's messages.
    pub reason: &'static str,
    /// What the sentence speaks of.
    pub data: Vec<(&'static str, Json)>,
    /// Boxes, and words in them.
    pub evidence: Vec<Evidence>,
    /// Changes that can be offered.
    pub offers: Vec<Offer>,
}

/// A change that can be offered.
#[derive(Debug, Clone, PartialEq)]
pub struct Offer {
    /// What it does; `messages` has a sentence for each.
    pub what: Change,
    /// The box.
    pub path: String,
    /// The words to replace; the whole value without it.
    pub span: Option<Span>,
    /// What stands there then.
    pub value: Json,
}

/// Kinds of change that are offered.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Change {
    /// The phone number of today for an old one.
    NewNumber,
    /// One line for several.
    OneLine,
    /// Dates with slashes.
    Slashes,
    /// What a body or place is called today.
    TodayName,
    /// Unicode letters for those of an old encoding.
    Letters,
    /// Where a former place is today; one of those it may be, each a change of its own.
    Home,
    /// The sum of the parts for the whole.
    Sum,
}

impl Change {
    /// Whether the meaning stays the same whatever the text.
    #[must_use]
    pub fn is_safe(self) -> bool {
        match self {
            Change::NewNumber | Change::OneLine | Change::Slashes => true,
            Change::TodayName | Change::Home | Change::Letters | Change::Sum => false,
        }
    }
}

/// A box, and words in it.
#[derive(Debug, Clone, PartialEq)]
pub struct Evidence {
    /// The box.
    pub path: String,
    /// The words, in UTF-16 code units.
    pub span: Option<Span>,
}

impl Verdict {
    #[inline(never)]
    fn new(outcome: Outcome, reason: &'static str) -> Self {
        Verdict { outcome, reason, data: Vec::new(), evidence: Vec::new(), offers: Vec::new() }
    }
    /// The record shows it.
    #[must_use]
    pub fn met() -> Self {
        Verdict::new(Outcome::Met, "met")
    }
    /// The record does not show it.
    #[must_use]
    pub fn unmet(reason: &'static str) -> Self {
        Verdict::new(Outcome::Unmet, reason)
    }
    /// It does not apply.
    #[must_use]
    pub fn not_applicable(reason: &'static str) -> Self {
        Verdict::new(Outcome::NotApplicable, reason)
    }
    /// People judge.
    #[must_use]
    pub fn review(reason: &'static str) -> Self {
        Verdict::new(Outcome::Review, reason)
    }
    /// Adds a figure or word for the sentence.
    #[must_use]
    pub fn with(self, name: &'static str, value: impl Into<Json>) -> Self {
        self.and(name, value.into())
    }
    // Kept out of line, as the two below: every check says many things.
    #[inline(never)]
    fn and(mut self, name: &'static str, value: Json) -> Self {
        self.data.push((name, value));
        self
    }
    /// Adds a box.
    #[must_use]
    pub fn at(self, path: impl Into<String>) -> Self {
        self.on(path.into(), None)
    }
    /// Adds words in a box.
    #[must_use]
    pub fn quoting(self, path: impl Into<String>, span: Span) -> Self {
        self.on(path.into(), Some(span))
    }
    #[inline(never)]
    fn on(mut self, path: String, span: Option<Span>) -> Self {
        self.evidence.push(Evidence { path, span });
        self
    }
    /// Offers a change.
    #[must_use]
    pub fn offering(mut self, what: Change, path: &str, span: Option<Span>, value: impl Into<Json>) -> Self {
        self.offers.push(Offer { what, path: path.to_owned(), span, value: value.into() });
        self
    }
    /// Adds a figure that may not be given.
    #[must_use]
    pub fn with_some(self, name: &'static str, figure: Option<usize>) -> Self {
        match figure {
            Some(figure) => self.with(name, figure as f64),
            None => self,
        }
    }
    /// Adds boxes.
    #[must_use]
    pub fn at_all<P: Into<String>>(mut self, paths: impl IntoIterator<Item = P>) -> Self {
        for path in paths {
            self = self.at(path);
        }
        self
    }
    /// Adds the whole of a text.
    #[must_use]
    pub fn quoting_all(self, path: &str, text: &str) -> Self {
        self.quoting(path, Span { start: 0, end: utf16_len(text) })
    }
    /// Met, or not applicable because all boxes are empty.
    #[must_use]
    pub fn met_unless_empty(any: bool) -> Self {
        if any { Verdict::met() } else { Verdict::not_applicable("empty") }
    }
    /// Takes a verdict in among those that were said: one for each reason, in the order in which each came first.
    pub fn collect(said: &mut Vec<Verdict>, verdict: Verdict) {
        match said.iter_mut().find(|known| known.reason == verdict.reason) {
            Some(known) => known.absorb(verdict),
            None => said.push(verdict),
        }
    }
    /// Takes in another verdict for the same reason: boxes are added, lists grow, other figures stay.
    pub fn absorb(&mut self, other: Verdict) {
        for (name, value) in other.data {
            match (self.data.iter_mut().find(|(key, _)| *key == name), value) {
                (Some((_, Json::List(mine))), Json::List(theirs)) => mine.extend(theirs),
                (Some(_), _) => {}
                (None, value) => self.data.push((name, value)),
            }
        }
        self.evidence.extend(other.evidence);
        self.offers.extend(other.offers);
    }
}

/// Joins verdicts of the same outcome and reason, in the order in which each came first.
#[must_use]
pub fn join(verdicts: Vec<Verdict>) -> Vec<Verdict> {
    let mut joined: Vec<Verdict> = Vec::new();
    for verdict in verdicts {
        match joined.iter_mut().find(|known| known.outcome == verdict.outcome && known.reason == verdict.reason) {
            Some(known) => known.absorb(verdict),
            None => joined.push(verdict),
        }
    }
    joined
}
