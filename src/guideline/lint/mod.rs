//! Finds what is wrong in a guideline that has the right shape: everything at once, each with its place, what was found and what was expected.
//!
//! - `paths`: what a path of the record holds. `checks`: the parameters of checks. `logic`: conditions that can never hold.
//! - `messages`: a sentence for every reason, and nothing else. `identity`: ids, dates, empty texts, citations.
//! - `fields`: fields and extra fields. `overrides`, `scoring`, `own_tests`: the members of these names.
//! - [`near`]: the name that was meant.
//!
//! A rule tells only what is certainly wrong: a guideline with a problem is refused. A new one needs a code with its sentence in `messages/guidelines.rs`, a
//! fixture in `tests/fixtures/guidelines/broken`, and, where it rests on other parts of the file, a place in [`ACROSS`] or [`OF_CRITERIA`].

mod checks;
mod fields;
mod identity;
mod logic;
mod messages;
pub mod near;
mod overrides;
mod own_tests;
mod paths;
mod scoring;

use super::resolve::Known;
use super::types::{Criterion, Guideline};
use crate::json::{Json, Problem};
use paths::Paths;

/// Every problem of a guideline as its file has it; `base` is what it extends, resolved.
#[must_use]
pub fn lint(guideline: &Guideline, base: Option<Known<'_>>) -> Vec<Problem> {
    let (base, base_tree) = (base.map(|known| known.guideline), base.map(|known| known.tree));
    let mut lint = Lint { guideline, base, base_tree, paths: Paths::new(guideline, base), problems: Vec::new() };
    lint.identity();
    lint.fields();
    for (number, criterion) in guideline.criteria.iter().enumerate() {
        let at = row("/criteria", number);
        lint.criterion(criterion, &at);
        lint.check(&criterion.check, &member(&at, "check"), true);
        if let Some(when) = &criterion.when {
            lint.check(when, &member(&at, "when"), false);
        }
        lint.logic(criterion, &at);
        lint.messages(criterion, &at);
    }
    lint.overrides();
    lint.scoring();
    lint.own_tests();
    lint.problems
}

/// Codes that rest on other parts of the file, which may be what has the wrong shape.
const ACROSS: &[&str] = &[
    "unknown-path",
    "unknown-source",
    "unknown-value",
    "no-citation",
    "hidden-field",
    "missed-field",
    "no-phrases",
    "no-source",
    "no-themes",
    "nothing-extended",
    "points-without-scoring",
];
/// Codes that rest on all criteria.
const OF_CRITERIA: &[&str] =
    &["unknown-criterion", "disabled-criterion", "impossible-outcome", "scoring-without-points", "points-total", "inherited-id", "empty-list"];

/// What is wrong as well in a guideline that was read with problems of shape, `told`: only where no stand-in of the reader can be the cause.
#[must_use]
pub fn beside(guideline: &Guideline, base: Option<Known<'_>>, told: &[Problem]) -> Vec<Problem> {
    let local = told.iter().all(|told| ["/criteria/", "/tests/"].iter().any(|part| told.path.starts_with(part)));
    let mut problems = lint(guideline, base);
    problems.retain(|problem| {
        let touched = told.iter().any(|told| problem.path.strip_prefix(part(&told.path)).is_some_and(|rest| rest.is_empty() || rest.starts_with('/')));
        !touched && (local || !ACROSS.contains(&problem.code)) && !OF_CRITERIA.contains(&problem.code)
    });
    problems
}

/// The criterion, test or member of the file that a path leads into: its first two steps.
fn part(path: &str) -> &str {
    let end = path.match_indices('/').nth(2).map_or(path.len(), |(at, _)| at);
    path.get(..end).unwrap_or_default()
}

struct Lint<'a> {
    guideline: &'a Guideline,
    base: Option<&'a Guideline>,
    /// The same as a tree, which says which parameters are given.
    base_tree: Option<&'a Json>,
    paths: Paths<'a>,
    problems: Vec<Problem>,
}

impl<'a> Lint<'a> {
    #[inline(never)]
    fn tell(&mut self, code: &'static str, path: &str, found: &str, expected: &str) {
        self.problems.push(Problem { code, path: path.to_owned(), found: found.to_owned(), expected: expected.to_owned(), ..Problem::default() });
    }

    /// Its own guideline, then what it extends.
    fn both(&self) -> impl Iterator<Item = &'a Guideline> + use<'a> {
        std::iter::once(self.guideline).chain(self.base)
    }

    /// Every criterion that is judged in the end, without those that an override takes out.
    fn judged(&self) -> impl Iterator<Item = &'a Criterion> + use<'a> {
        let (own, base) = (self.guideline, self.base);
        let out = move |id: &str| own.overrides.iter().any(|change| change.id == id && change.disabled == Some(true));
        let theirs = base.into_iter().flat_map(|base| &base.criteria).filter(move |criterion| !out(&criterion.id));
        own.criteria.iter().chain(theirs)
    }
}

/// A member of what stands at a path.
fn member(at: &str, name: &str) -> String {
    [at, &crate::json::pointer::join(&[name])].concat()
}

/// A row of the list at a path.
fn row(at: &str, number: usize) -> String {
    [at, "/", &number.to_string()].concat()
}

/// The nearest name as a problem tells it; "" when none is near.
fn nearest<'a>(found: &str, known: impl IntoIterator<Item = &'a str>) -> String {
    near::nearest(found, known).unwrap_or_default().to_owned()
}
