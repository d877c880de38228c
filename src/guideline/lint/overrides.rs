//! Changes to the criteria that `extends` brings.

use super::{Lint, member, nearest, row};
use crate::guideline::check::Check;
use crate::guideline::types::Severity;
use crate::json::shape::{Reader, Shaped as _};
use crate::json::{Json, Problem};

impl Lint<'_> {
    pub(super) fn overrides(&mut self) {
        let own = self.guideline;
        if own.extends.is_none() && !own.overrides.is_empty() {
            self.tell("nothing-extended", "/overrides", "", "");
        }
        let Some(base) = self.base else { return };
        self.ids(own.overrides.iter().map(|change| &change.id), "/overrides");
        for (number, change) in own.overrides.iter().enumerate() {
            let at = row("/overrides", number);
            self.filled(&change.because, &member(&at, "because"));
            let Some(criterion) = base.criteria.iter().find(|criterion| criterion.id == change.id) else {
                let near = nearest(&change.id, base.criteria.iter().map(|criterion| criterion.id.as_str()));
                self.tell("unknown-criterion", &member(&at, "id"), &change.id, &near);
                continue;
            };
            if change.severity.is_none() && change.disabled != Some(true) && change.params.is_none() {
                self.tell("empty-override", &at, &change.id, "");
            }
            if change.severity == Some(Severity::Must) && criterion.cite.iter().all(|cite| cite.source == "software") {
                self.tell("no-citation", &member(&at, "severity"), &change.id, "");
            }
            for (name, value) in change.params.iter().flatten() {
                self.param(&criterion.check, name, value, &member(&at, "params"));
            }
        }
    }

    /// A parameter that one of the joined checks has, with a value that it can have.
    fn param(&mut self, check: &Check, name: &str, value: &Json, at: &str) {
        let mut kinds = Vec::new();
        gather(check, &mut kinds);
        let place = member(at, name);
        let mut known = Vec::new();
        for kind in kinds {
            match read(kind, name, value) {
                Err(names) => known.push(names),
                Ok((_, problems)) if !problems.is_empty() => {
                    return self.problems.extend(problems.into_iter().map(|problem| Problem { path: [at, &problem.path].concat(), ..problem }));
                }
                Ok((check, _)) => {
                    // What the other parameters would be is not known here; only what is told of this one counts.
                    let before = self.problems.len();
                    self.check(&check, at, false);
                    let told = self.problems.split_off(before);
                    return self.problems.extend(told.into_iter().filter(|problem| problem.path.starts_with(&place)));
                }
            }
        }
        let names = known.join(", ");
        let near = nearest(name, names.split(", "));
        self.tell("unknown-param", &place, name, if near.is_empty() { &names } else { &near });
    }
}

/// The kinds that are joined in a check.
fn gather(check: &Check, kinds: &mut Vec<&'static str>) {
    if let Check::All(params) | Check::Any(params) = check {
        params.of.iter().for_each(|check| gather(check, kinds));
    } else if let Check::Not(params) = check {
        gather(&params.of, kinds);
    } else {
        kinds.push(check.kind());
    }
}

/// Reads a check of a kind with one parameter: the check with stand-ins for the others, and what is wrong with this one.
///
/// # Errors
/// The names of the parameters that the kind has, when this is none of them.
fn read(kind: &str, name: &str, value: &Json) -> Result<(Check, Vec<Problem>), String> {
    if name == "kind" {
        return Err(String::new());
    }
    let mut reader = Reader::default();
    let check = Check::read(&Json::Object(vec![("kind".to_owned(), kind.into()), (name.to_owned(), value.clone())]), &mut reader);
    let place = member("", name);
    let told: Vec<Problem> =
        reader.problems.into_iter().filter(|problem| problem.path.strip_prefix(&place).is_some_and(|rest| rest.is_empty() || rest.starts_with('/'))).collect();
    match told.iter().find(|problem| problem.code == "unknown-member" && problem.path == place) {
        Some(problem) => Err(problem.expected.clone()),
        None => Ok((check, told)),
    }
}
