//! The guideline's own tests, as far as they can be judged without running them.

use super::paths::{ANY, CHOICE, DATE, NUMBER, TICK, YEAR, unquoted};
use super::{Lint, member, nearest, row};
use crate::guideline::reasons::{self, Said};
use crate::guideline::required;
use crate::guideline::types::{Expected, FieldText, Outcome};
use crate::json::{Json, Problem};
use crate::text::date::{Date, Partial};

impl Lint<'_> {
    pub(super) fn own_tests(&mut self) {
        let own = self.guideline;
        self.object(own.base.as_ref(), "/base");
        own.base.iter().for_each(|base| self.known(base, "/base"));
        for (number, test) in own.tests.iter().enumerate() {
            let at = row("/tests", number);
            self.filled(&test.name, &member(&at, "name"));
            if own.tests.iter().take(number).any(|earlier| earlier.name == test.name) {
                self.tell("duplicate-id", &member(&at, "name"), &test.name, "");
            }
            self.object(Some(&test.record), &member(&at, "record"));
            self.known(&test.record, &member(&at, "record"));
            if let Some(day) = test.today.as_deref().filter(|day| Date::from_iso(day).is_none()) {
                self.tell("bad-date", &member(&at, "today"), day, "");
            }
            let expect = member(&at, "expect");
            self.least(test.expect.len(), 1, &expect);
            for (number, expected) in test.expect.iter().enumerate() {
                self.expected(expected, &row(&expect, number));
            }
        }
    }

    fn object(&mut self, value: Option<&Json>, at: &str) {
        if let Some(value) = value.filter(|value| value.members().is_none()) {
            self.tell("wrong-type", at, &value.excerpt(), "object");
        }
    }

    /// Members that a record has, with values that they can have: what is mistyped would prove nothing.
    fn known(&mut self, record: &Json, at: &str) {
        let mut leaves = Vec::new();
        gather(record, String::new(), &mut leaves);
        for (path, value) in leaves.into_iter().filter(|(path, _)| !path.starts_with("/entered/")) {
            let place = [at, &path].concat();
            if value.text().is_some_and(|text| self.names_nothing(&path, text, &place)) {
                continue;
            }
            let Some((holds, choices)) = self.paths.find(&path) else {
                self.path(&path, &place, &ANY);
                continue;
            };
            let Some(text) = value.text().filter(|text| !text.is_empty()) else { continue };
            if let Some(plain) = unquoted(text, holds) {
                self.tell("quoted-value", &place, &value.excerpt(), plain);
                continue;
            }
            if let NUMBER | YEAR | TICK = holds {
                self.tell("wrong-type", &place, &value.excerpt(), if holds == TICK { "true-false" } else { "number" });
                continue;
            }
            let expected = match holds {
                DATE if Partial::from_iso(text).is_none() => turned(text).unwrap_or_else(|| "2026-12-31, 2026-12".to_owned()),
                CHOICE if !choices.is_empty() && !choices.contains(&text) => {
                    let near = nearest(text, choices.iter().copied());
                    if near.is_empty() { choices.join(", ") } else { near }
                }
                _ => continue,
            };
            self.tell("unknown-value", &place, text, &expected);
        }
    }

    /// Tells of a criterion of a record that the guideline does not have, and of a theme that is a letter away from one that it has; whether there was one to tell of.
    fn names_nothing(&mut self, path: &str, text: &str, place: &str) -> bool {
        if path.starts_with("/model/themes/") {
            let themes: Vec<&str> = self.both().flat_map(|guideline| &guideline.themes).map(|theme| theme.id.as_str()).collect();
            // a record may have another body's theme
            let long = themes.len() > LONG_LIST || self.problems.len() > Problem::MOST;
            let near = if long || themes.contains(&text) { String::new() } else { nearest(text, themes) };
            if !near.is_empty() {
                self.tell("unknown-value", place, text, &near);
            }
            return !near.is_empty();
        }
        if !(path.starts_with("/replies/") && path.ends_with("/criterion")) || text == required::ID {
            return false;
        }
        let all: Vec<&str> = self.both().flat_map(|guideline| &guideline.criteria).map(|criterion| criterion.id.as_str()).collect();
        let unknown = !all.contains(&text);
        if unknown {
            let near = nearest(text, all);
            self.tell("unknown-criterion", place, text, &near);
        }
        unknown
    }

    /// Whether a box must be filled in.
    pub(super) fn requires(&self) -> bool {
        self.both().any(|guideline| {
            let mut fields = guideline.fields.iter().map(|(_, field)| field.required);
            fields.any(|required| required == Some(true)) || guideline.extra_fields.iter().any(|field| field.required == Some(true))
        })
    }

    /// A criterion that is judged, and an outcome that its check can have.
    fn expected(&mut self, expected: &Expected, at: &str) {
        // Made of the boxes that a guideline requires, when it is loaded.
        if expected.criterion == required::ID && self.requires() {
            return;
        }
        let Some(criterion) = self.judged().find(|criterion| criterion.id == expected.criterion) else {
            if self.both().flat_map(|guideline| &guideline.criteria).any(|criterion| criterion.id == expected.criterion) {
                return self.tell("disabled-criterion", &member(at, "criterion"), &expected.criterion, "");
            }
            let near = nearest(&expected.criterion, self.judged().map(|criterion| criterion.id.as_str()));
            return self.tell("unknown-criterion", &member(at, "criterion"), &expected.criterion, &near);
        };
        // Other parameters can bring other reasons.
        if self.guideline.overrides.iter().any(|change| change.id == criterion.id && change.params.is_some()) {
            return;
        }
        let hidden = |field: &FieldText| field.hidden == Some(true);
        let off = self.both().any(|guideline| guideline.fields.get(&criterion.target).is_some_and(hidden));
        if off && expected.outcome == Outcome::NotApplicable && expected.reason.as_deref().is_none_or(|reason| reason == "hidden") {
            return;
        }
        let all = reasons::of(criterion);
        let same: Vec<&Said> = all.iter().filter(|said| said.outcome == expected.outcome).collect();
        if same.is_empty() {
            let mut outcomes: Vec<&str> = Vec::new();
            for said in &all {
                let name = name(said.outcome);
                if !outcomes.contains(&name) {
                    outcomes.push(name);
                }
            }
            self.tell("impossible-outcome", &member(at, "outcome"), name(expected.outcome), &outcomes.join(", "));
        } else if let Some(reason) = expected.reason.as_deref().filter(|reason| same.iter().all(|said| said.reason != *reason)) {
            let near = nearest(reason, same.iter().map(|said| said.reason));
            let reasons: Vec<&str> = same.iter().map(|said| said.reason).collect();
            let expected = if near.is_empty() { reasons.join(", ") } else { near };
            self.tell("impossible-outcome", &member(at, "reason"), reason, &expected);
        }
    }
}

/// Names among which no near one is looked for: a list of themes is one that people read.
const LONG_LIST: usize = 200;

/// What stands in a tree, with its paths.
fn gather<'a>(tree: &'a Json, path: String, leaves: &mut Vec<(String, &'a Json)>) {
    match tree {
        Json::Object(members) => members.iter().for_each(|(name, value)| gather(value, member(&path, name), leaves)),
        Json::List(rows) => rows.iter().enumerate().for_each(|(at, value)| gather(value, row(&path, at), leaves)),
        Json::Null | Json::Bool(_) | Json::Number(_) | Json::Text(_) => leaves.push((path, tree)),
    }
}

/// “31/12/2026” as files have it.
fn turned(text: &str) -> Option<String> {
    let (day, rest) = text.split_once('/')?;
    let (month, year) = rest.split_once('/')?;
    let iso = format!("{year}-{month:0>2}-{day:0>2}");
    Partial::from_iso(&iso).map(|_| iso)
}

fn name(outcome: Outcome) -> &'static str {
    match outcome {
        Outcome::Met => "met",
        Outcome::Unmet => "unmet",
        Outcome::Review => "review",
        Outcome::NotApplicable => "not-applicable",
    }
}
