//! Changes to the criteria that `extends` brings.

use super::{Lint, member, nearest, row};
use crate::guideline::check::Check;
use crate::guideline::reasons;
use crate::guideline::resolve::put;
use crate::guideline::types::{Criterion, Outcome, Severity};
use crate::json::shape::{Reader, Shaped as _, read_shape};
use crate::json::{Json, Named, Problem};

impl<'a> Lint<'a> {
    pub(super) fn overrides(&mut self) {
        let own = self.guideline;
        if own.extends.is_none() && !own.overrides.is_empty() {
            self.tell("nothing-extended", "/overrides", "", "");
        }
        let Some(base) = self.base else { return };
        self.ids(own.overrides.iter().map(|change| &change.id), "/overrides");
        for (number, change) in own.overrides.iter().enumerate() {
            // a second one of the same id is told already
            if own.overrides.iter().take(number).any(|earlier| earlier.id == change.id) || self.problems.len() > Problem::MOST {
                continue;
            }
            let at = row("/overrides", number);
            self.filled(&change.because, &member(&at, "because"));
            let Some(criterion) = base.criteria.iter().find(|criterion| criterion.id == change.id) else {
                if own.criteria.iter().any(|criterion| criterion.id == change.id) {
                    self.tell("own-criterion", &member(&at, "id"), &change.id, "");
                    continue;
                }
                let near = nearest(&change.id, base.criteria.iter().map(|criterion| criterion.id.as_str()));
                self.tell("unknown-criterion", &member(&at, "id"), &change.id, &near);
                continue;
            };
            if change.severity.is_none() && change.disabled != Some(true) && change.params.is_none() {
                self.tell("empty-override", &at, &change.id, "");
            }
            if change.severity == Some(Severity::Must) && criterion.cite.iter().all(|cite| cite.source == "software") {
                self.tell("software-must", &member(&at, "severity"), &change.id, "");
            }
            let at = member(&at, "params");
            for (name, value) in change.params.iter().flatten().take(Problem::MOST) {
                self.param(&criterion.check, name, value, &at);
                if !matches!(name.as_str(), "kind" | "of") {
                    self.one_meaning(&change.id, name, &at);
                }
            }
            if let Some(params) = &change.params {
                self.changed(criterion, params, &at);
            }
        }
    }

    /// A parameter that one of the joined checks has, with a value that it can have. `/of/1/min` is that of one check alone.
    fn param(&mut self, check: &Check, name: &str, value: &Json, at: &str) {
        let mut kinds = Vec::new();
        let (place, written) = (member(at, name), name);
        let name = match name.rsplit_once('/') {
            Some((way, last)) => {
                kinds.extend(inside(check, way).map(Check::kind));
                last
            }
            None => {
                gather(check, &mut kinds);
                name
            }
        };
        let mut known = Vec::new();
        for kind in kinds {
            match read(kind, name, value) {
                Err(names) => known.push(names),
                Ok((_, problems)) if !problems.is_empty() => {
                    let own = member("", name).len();
                    let below = |problem: &Problem| [&place, problem.path.get(own..).unwrap_or_default()].concat();
                    return self.problems.extend(problems.into_iter().map(|problem| Problem { path: below(&problem), ..problem }));
                }
                Ok((check, _)) => {
                    // What the other parameters would be is not known here; only what is told of this one counts.
                    let before = self.problems.len();
                    self.check(&check, at, false);
                    let told = self.problems.split_off(before);
                    let own = member(at, name);
                    let here = |problem: Problem| {
                        let rest = problem.path.strip_prefix(&own)?.to_owned();
                        Some(Problem { path: [place.as_str(), &rest].concat(), ..problem })
                    };
                    return self.problems.extend(told.into_iter().filter_map(here));
                }
            }
        }
        let mut names: Vec<&str> = known.iter().flat_map(|names: &String| names.split(", ")).filter(|name| !name.is_empty()).collect();
        let mut seen = Vec::new();
        names.retain(|name| {
            !seen.contains(name) && {
                seen.push(*name);
                true
            }
        });
        // “of/0/min” for “/of/0/min”
        let slashed = format!("/{written}");
        let meant = !written.starts_with('/') && written.contains('/') && slashed.rsplit_once('/').is_some_and(|(way, _)| inside(check, way).is_some());
        let near = if meant { slashed } else { nearest(name, names.iter().copied()) };
        self.tell("unknown-param", &place, name, if near.is_empty() { names.join(", ") } else { near }.as_str());
    }

    /// A name alone stands for the parameter of every joined check that has it; where those differ, one is meant.
    fn one_meaning(&mut self, id: &str, name: &str, at: &str) {
        let mut places = Vec::new();
        if let Some(check) = self.base_check(id).filter(|_| !name.starts_with('/')) {
            given(check, name, "", &mut places);
        }
        if places.array_windows().any(|[(_, one), (_, other)]| one != other) {
            let known: Vec<&str> = places.iter().map(|(place, _)| place.as_str()).collect();
            self.tell("ambiguous-param", &member(at, name), name, &known.join(", "));
        }
    }

    /// The check of a criterion of the base, as its file has it.
    fn base_check(&self, id: &str) -> Option<&'a Json> {
        let named = |criterion: &&Json| criterion.get("id").and_then(Json::text) == Some(id);
        self.base_tree?.get("criteria")?.rows()?.iter().find(named)?.get("check")
    }

    /// What is wrong in a criterion with the parameters of its check changed: one that no check takes, a least that is more than the most, a case without a sentence.
    fn changed(&mut self, criterion: &Criterion, params: &Named<Json>, at: &str) {
        let Some(mut whole) = self.base_check(&criterion.id).cloned() else { return };
        for (name, value) in params {
            if !put(&mut whole, name, value) {
                let mut ways = Vec::new();
                ways_to(&criterion.check, name, value, "", &mut ways);
                // a name that no kind has is told already
                if !ways.is_empty() {
                    self.tell("param-place", &member(at, name), name, &ways.join(", "));
                }
            }
        }
        let Ok(check) = read_shape::<Check>(&whole) else { return };
        let judged = |lint: &mut Self, check: &Check| {
            let before = lint.problems.len();
            lint.check(check, "", true);
            lint.leave_room(check, "");
            lint.problems.split_off(before)
        };
        let theirs = judged(self, &criterion.check);
        for told in judged(self, &check).into_iter().filter(|told| !theirs.contains(told)) {
            // the parameter that was changed; of two limits the other may be in the base
            let end = told.path.rsplit('/').find(|step| step.parse::<usize>().is_err()).unwrap_or_default();
            let limit = |name: &str| matches!(name, "min" | "max" | "from" | "to" | "minDays" | "maxDays");
            let last = |name: &str| name.rsplit('/').next().unwrap_or_default().to_owned();
            let names = || params.iter().map(|(name, _)| name);
            let name = names().find(|name| last(name) == end).or_else(|| names().find(|name| limit(&last(name))));
            let place = name.map_or_else(|| at.to_owned(), |name| member(at, name));
            // what a parameter may be is told where it is read
            if !self.problems.iter().any(|known| known.path.starts_with(&place)) {
                self.tell(told.code, &place, &told.found, &told.expected);
            }
        }
        if self.problems.iter().any(|known| known.path.starts_with(at)) {
            return;
        }
        let known = reasons::of(criterion);
        for said in reasons::of(&Criterion { check, ..criterion.clone() }) {
            let spoken = said.sure && matches!(said.outcome, Outcome::Met | Outcome::Unmet);
            if spoken && criterion.messages.get(said.reason).is_none() && !known.iter().any(|before| before.reason == said.reason) {
                self.tell("no-message", at, said.reason, "");
            }
        }
    }
}

/// The places of joined checks whose kinds have a parameter.
fn ways_to(check: &Check, name: &str, value: &Json, at: &str, ways: &mut Vec<String>) {
    let of = member(at, "of");
    if let Check::All(params) | Check::Any(params) = check {
        params.of.iter().enumerate().for_each(|(number, check)| ways_to(check, name, value, &row(&of, number), ways));
    } else if let Check::Not(params) = check {
        ways_to(&params.of, name, value, &of, ways);
    } else if read(check.kind(), name, value).is_ok() {
        ways.push(member(at, name));
    }
}

/// Where a parameter is given in a check and those joined in it, with its value.
fn given<'a>(check: &'a Json, name: &str, at: &str, places: &mut Vec<(String, &'a Json)>) {
    for (number, check) in check.rows().into_iter().flatten().enumerate() {
        given(check, name, &row(at, number), places);
    }
    places.extend(check.get(name).map(|value| (member(at, name), value)));
    if let Some(of) = check.get("of") {
        given(of, name, &member(at, "of"), places);
    }
}

/// The check at the end of a way like `/of/1`.
fn inside<'a>(check: &'a Check, way: &str) -> Option<&'a Check> {
    let Some(rest) = way.strip_prefix("/of") else { return way.is_empty().then_some(check) };
    match check {
        Check::All(params) | Check::Any(params) => {
            let (number, rest) = rest.strip_prefix('/').map(|rest| rest.split_at(rest.find('/').unwrap_or(rest.len())))?;
            inside(params.of.get(number.parse::<usize>().ok()?)?, rest)
        }
        Check::Not(params) => inside(&params.of, rest),
        _ => None,
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
    if matches!(name, "kind" | "of") {
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
