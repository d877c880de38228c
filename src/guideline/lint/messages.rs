//! The sentences of a criterion: one for every reason that it can meet, none for others, and no placeholder without a value.

use super::{Lint, member, nearest};
use crate::guideline::check::Check;
use crate::guideline::reasons::{self, Said};
use crate::guideline::types::{Criterion, Outcome};

impl Lint<'_> {
    pub(super) fn messages(&mut self, criterion: &Criterion, at: &str) {
        let at = member(at, "messages");
        let all = reasons::of(criterion);
        for said in all.iter().filter(|said| said.sure && matches!(said.outcome, Outcome::Met | Outcome::Unmet)) {
            let shown = said.reason != "example" || self.has_example(&criterion.check);
            if shown && criterion.messages.get(said.reason).is_none() {
                self.tell("no-message", &at, said.reason, "");
            }
        }
        for (reason, message) in &criterion.messages {
            let place = member(&at, reason);
            self.filled(message, &place);
            // What is met and what is not is told rather than what does not apply, where two share a name.
            let known = all.iter().find(|said| said.reason == reason && said.outcome != Outcome::NotApplicable);
            match known.or_else(|| all.iter().find(|said| said.reason == reason)) {
                Some(said) => self.placeholders(message, said, &place),
                // The contract asks for it in every criterion, also where people alone judge.
                None if reason == "met" => {}
                None => {
                    let near = nearest(reason, all.iter().map(|said| said.reason));
                    self.tell("unused-message", &place, reason, &near);
                }
            }
        }
    }

    fn placeholders(&mut self, message: &str, said: &Said, at: &str) {
        for (number, piece) in message.split('{').enumerate() {
            let name = match (number, piece.split_once('}')) {
                (0, None) => continue,
                (0, Some(_)) => "}",
                (_, Some((name, rest))) if !rest.contains('}') => name,
                (_, Some(_)) => "}",
                (_, None) => "{",
            };
            if !said.data.contains(&name) {
                let near = nearest(name, said.data.iter().copied());
                let expected = if near.is_empty() { said.data.join(", ") } else { near };
                self.tell("unknown-placeholder", at, name, &expected);
            }
        }
    }

    /// Whether a text that the check reads has an example that it could have been copied from.
    fn has_example(&self, check: &Check) -> bool {
        if let Check::All(params) | Check::Any(params) = check {
            return params.of.iter().any(|check| self.has_example(check));
        }
        let Check::Statement(params) = check else { return false };
        self.both().any(|guideline| {
            guideline.fields.get(&params.path).is_some_and(|field| field.example.is_some())
                || guideline.criteria.iter().any(|criterion| criterion.target == params.path && criterion.example.is_some())
        })
    }
}
