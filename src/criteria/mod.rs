//! Criteria: guideline × record × portal × today → findings.
//!
//! - [`Rules`]: a guideline made ready, its phrase lists ([`List`]) compiled once.
//! - [`Subject`]: what is judged.
//! - [`evaluate`]: the verdict of every criterion; [`report`] makes findings of it.
//! - [`checks`]: one file for each check kind.

pub mod checks;
pub mod extra;
pub mod finding;
pub mod forms;
mod lists;
mod meant;
mod memory;
mod phrases;
pub mod prove;
pub mod report;
mod rules;
mod scene;
mod score;
mod subject;
mod text;
mod verdict;

pub use lists::List;
pub use rules::Rules;
pub use subject::{Other, Subject};
pub use text::Text;
pub use verdict::{Change, Evidence, Offer, Verdict};

use crate::guideline::Criterion;

/// A criterion and what it comes to.
pub struct Judged<'a> {
    /// The criterion.
    pub criterion: &'a Criterion,
    /// Its verdict; a criterion with faults of several kinds has one verdict for each.
    pub verdict: Verdict,
}

/// Judges a record by every criterion, in the guideline's order. With `open`, what is met says no more than that.
#[must_use]
pub fn evaluate<'a>(subject: &Subject<'a>, open: bool) -> Vec<Judged<'a>> {
    subject.terse.set(open);
    let mut judged = Vec::new();
    let mut said = Vec::new();
    for criterion in &subject.rules.guideline().criteria {
        match exempt(criterion, subject) {
            Some(reason) => judged.push(Judged { criterion, verdict: Verdict::not_applicable(reason) }),
            None => {
                checks::tell(&criterion.check, subject, &mut said);
                judged.extend(said.drain(..).map(|verdict| Judged { criterion, verdict }));
            }
        }
    }
    judged
}

/// Why a criterion does not apply to this record.
fn exempt<'a>(criterion: &'a Criterion, subject: &Subject<'a>) -> Option<&'static str> {
    if subject.rules.hides(&criterion.target) {
        return Some("hidden");
    }
    if excludes(criterion.applies_to.as_deref(), subject, "/applicant/kind", "") {
        return Some("other-kind");
    }
    if excludes(criterion.stages.as_deref(), subject, "/stage", "register") {
        return Some("other-stage");
    }
    if excludes(criterion.levels.as_deref(), subject, "/level", "") {
        return Some("other-level");
    }
    let when = criterion.when.as_ref()?;
    (!checks::is_met(when, subject)).then_some("other-case")
}

/// Whether a list of choices leaves the value of a box out; without a list, nothing is left out.
fn excludes<T: serde::Serialize>(among: Option<&[T]>, subject: &Subject<'_>, path: &str, otherwise: &str) -> bool {
    let Some(among) = among else { return false };
    let value = Some(subject.text(path)).filter(|value| !value.is_empty()).unwrap_or(otherwise);
    !among.iter().any(|choice| crate::json::tree(choice).text() == Some(value))
}
