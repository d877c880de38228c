//! Criteria: guideline × record × portal × today → findings.
//!
//! - [`Rules`]: a guideline made ready, its phrase lists compiled once.
//! - [`Subject`]: what is judged.
//! - [`evaluate`]: the verdict of every criterion; [`report`] makes findings of it.
//! - [`checks`]: one file for each check kind.

pub mod checks;
pub mod report;
mod rules;
mod verdict;

pub use rules::Rules;
pub use verdict::{Evidence, Verdict};

use crate::guideline::{Criterion, Outcome};
use crate::json::{Json, pointer};
use crate::portal::Portal;
use crate::text::date::Date;
use crate::units::Units;

/// What is judged, and what it is judged by.
#[derive(Clone, Copy)]
pub struct Subject<'a> {
    /// The guideline.
    pub rules: &'a Rules,
    /// The record as a tree, normalised.
    pub record: &'a Json,
    /// Where the form stands.
    pub portal: Option<&'a Portal>,
    /// The unit list, when it is loaded.
    pub units: Option<&'a Units>,
    /// The only clock.
    pub today: Date,
}

impl<'a> Subject<'a> {
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

    /// The texts at paths that are worth reading.
    fn texts<'b>(&self, paths: &'b [String], worth: fn(&str) -> bool) -> Vec<(&'b str, &'a str)> {
        let mut texts = Vec::new();
        for path in paths {
            let text = self.text(path);
            if worth(text) {
                texts.push((path.as_str(), text));
            }
        }
        texts
    }

    /// Whether something stands at a path; what could not be read counts as standing there, for its own error speaks of it.
    #[must_use]
    pub fn has(&self, path: &str) -> bool {
        self.value(path).is_some() || self.entered(path)
    }

    /// Whether something that could not be read stands in the box at a path.
    #[must_use]
    pub fn entered(&self, path: &str) -> bool {
        self.record.get("entered").and_then(Json::members).is_some_and(|entered| entered.iter().any(|(key, _)| key == path))
    }
}

/// A criterion and what it comes to.
pub struct Judged<'a> {
    /// The criterion.
    pub criterion: &'a Criterion,
    /// Its verdict; a criterion with faults of several kinds has one verdict for each.
    pub verdict: Verdict,
}

/// Judges a record by every criterion, in the guideline's order.
#[must_use]
pub fn evaluate<'a>(subject: &Subject<'a>) -> Vec<Judged<'a>> {
    let mut judged = Vec::new();
    for criterion in &subject.rules.guideline().criteria {
        match exempt(criterion, subject) {
            Some(reason) => judged.push(Judged { criterion, verdict: Verdict::not_applicable(reason) }),
            None => judged.extend(checks::run(&criterion.check, subject).into_iter().map(|verdict| Judged { criterion, verdict })),
        }
    }
    judged
}

/// Why a criterion does not apply to this record.
fn exempt(criterion: &Criterion, subject: &Subject<'_>) -> Option<&'static str> {
    let kind = subject.text("/applicant/kind");
    let stage = Some(subject.text("/stage")).filter(|stage| !stage.is_empty()).unwrap_or("register");
    let level = subject.text("/level");
    if excludes(&criterion.applies_to, kind) {
        return Some("other-kind");
    }
    if excludes(&criterion.stages, stage) {
        return Some("other-stage");
    }
    if excludes(&criterion.levels, level) {
        return Some("other-level");
    }
    let when = criterion.when.as_ref()?;
    let met = checks::run(when, subject).iter().all(|verdict| verdict.outcome == Outcome::Met);
    (!met).then_some("other-case")
}

/// Whether a list of choices leaves a value out; an empty list leaves nothing out.
fn excludes<T: serde::Serialize>(among: &[T], value: &str) -> bool {
    !among.is_empty() && !among.iter().any(|choice| crate::json::tree(choice).text() == Some(value))
}
