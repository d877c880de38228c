//! The guideline's own tests, as far as they can be judged without running them.

use super::{Lint, member, nearest, row};
use crate::guideline::reasons::{self, Said};
use crate::guideline::required;
use crate::guideline::types::{Expected, Outcome};
use crate::json::Json;
use crate::text::date::Date;

impl Lint<'_> {
    pub(super) fn own_tests(&mut self) {
        let own = self.guideline;
        self.object(own.base.as_ref(), "/base");
        for (number, test) in own.tests.iter().enumerate() {
            let at = row("/tests", number);
            self.filled(&test.name, &member(&at, "name"));
            if own.tests.iter().take(number).any(|earlier| earlier.name == test.name) {
                self.tell("duplicate-id", &member(&at, "name"), &test.name, "");
            }
            self.object(Some(&test.record), &member(&at, "record"));
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

    fn requires(&self) -> bool {
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
            let near = nearest(&expected.criterion, self.judged().map(|criterion| criterion.id.as_str()));
            return self.tell("unknown-criterion", &member(at, "criterion"), &expected.criterion, &near);
        };
        // Other parameters can bring other reasons.
        if self.guideline.overrides.iter().any(|change| change.id == criterion.id && change.params.is_some()) {
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

fn name(outcome: Outcome) -> &'static str {
    match outcome {
        Outcome::Met => "met",
        Outcome::Unmet => "unmet",
        Outcome::Review => "review",
        Outcome::NotApplicable => "not-applicable",
    }
}
