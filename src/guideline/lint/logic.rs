//! Conditions that can never hold, alone or together, and those that say again what is checked.

use super::{Lint, member, row};
use crate::guideline::check::{Check, PatternName};
use crate::guideline::reasons::{gives, said};
use crate::guideline::types::{Criterion, Outcome};
use crate::json::{self, Json};
use crate::record::Stage;

/// Whether a condition can hold only where something stands in a box.
pub(super) fn needs(when: &Check, path: &str) -> bool {
    let mut facts = Vec::new();
    gather(when, "", false, &mut facts);
    facts.iter().any(|fact| fact.path == path && !fact.denied)
}

/// What one condition says of one box.
struct Fact<'a> {
    path: &'a str,
    /// The values that it may have; `None`: any, as long as it has one.
    values: Option<Vec<Json>>,
    /// Or may not have.
    denied: bool,
    at: String,
}

impl Fact<'_> {
    /// Whether both can never hold for one record.
    fn excludes(&self, other: &Fact<'_>) -> bool {
        if self.path != other.path {
            return false;
        }
        let (one, other) = if self.denied { (other, self) } else { (self, other) };
        match (one.denied, other.denied, &one.values, &other.values) {
            (false, false, Some(these), Some(those)) => !these.iter().any(|value| those.contains(value)),
            (false, true, Some(these), Some(denied)) => these.iter().all(|value| denied.contains(value)),
            (false, true, _, None) => true,
            (false, false, _, _) | (false, true, None, Some(_)) | (true, _, _, _) => false,
        }
    }
}

/// How large a value may be: the figure in a box, the characters of a text, the rows of a list.
struct Room<'a> {
    check: &'a Check,
    path: &'a str,
    min: f64,
    max: f64,
    at: String,
}

impl Lint<'_> {
    /// What a criterion applies to, and what it checks.
    pub(super) fn logic(&mut self, criterion: &Criterion, at: &str) {
        let mut facts = Vec::new();
        let mut listed = |name: &str, path: &'static str, values: Vec<Json>| {
            if !values.is_empty() {
                facts.push(Fact { path, values: Some(values), denied: false, at: member(at, name) });
            }
        };
        listed("appliesTo", "/applicant/kind", criterion.applies_to.iter().flatten().map(json::tree).collect());
        // a record that names no stage is one to register: what else is said of the box may hold beside it
        let stages = criterion.stages.as_ref().filter(|stages| !stages.contains(&Stage::Register));
        listed("stages", "/stage", stages.into_iter().flatten().map(json::tree).collect());
        listed("levels", "/level", criterion.levels.iter().flatten().map(json::tree).collect());
        if let Some(when) = &criterion.when {
            let place = member(at, "when");
            if !gives(&said(when), Outcome::Met) {
                self.tell("dead-condition", &place, when.kind(), "");
            }
            let mut denied = Vec::new();
            gather(when, &place, true, &mut denied);
            if denied.iter().enumerate().any(|(number, fact)| denied.iter().take(number).any(|earlier| fact.excludes(earlier))) {
                self.tell("idle-condition", &place, when.kind(), "");
            }
            if *when == criterion.check {
                self.tell("same-condition", &member(at, "check"), when.kind(), &place);
            }
            gather(when, &place, false, &mut facts);
            self.leave_room(when, &place);
        }
        self.compare(&facts);
        let mut facts = Vec::new();
        let place = member(at, "check");
        gather(&criterion.check, &place, false, &mut facts);
        self.compare(&facts);
        self.leave_room(&criterion.check, &place);
        self.wanted_faults(&criterion.check, &place);
    }

    /// A pattern that is a fault where it stands, and is asked for: nobody wants numbers of persons in a text.
    fn wanted_faults(&mut self, check: &Check, at: &str) {
        if let Check::All(params) | Check::Any(params) = check {
            let of = member(at, "of");
            params.of.iter().enumerate().for_each(|(number, check)| self.wanted_faults(check, &row(&of, number)));
        } else if let Check::Pattern(params) = check
            && !params.forbid
            && !matches!(params.name, PatternName::Phone | PatternName::DocumentNumber)
        {
            let name = json::tree(&params.name);
            self.tell("wanted-fault", at, name.text().unwrap_or_default(), "\"forbid\": true");
        }
    }

    /// Limits that no value keeps together: at least 20 and at most 10.
    pub(super) fn leave_room(&mut self, check: &Check, at: &str) {
        let mut rooms: Vec<Room<'_>> = Vec::new();
        gather_rooms(check, at, &mut rooms);
        for (number, room) in rooms.iter().enumerate() {
            let same = |earlier: &&Room<'_>| earlier.path == room.path && measures_the_same(earlier.check, room.check);
            if let Some(earlier) = rooms.iter().take(number).filter(same).find(|earlier| room.min > earlier.max || earlier.min > room.max) {
                self.tell("contradiction", &room.at, room.path, &earlier.at);
            }
        }
    }

    fn compare(&mut self, facts: &[Fact<'_>]) {
        for (number, fact) in facts.iter().enumerate() {
            if let Some(earlier) = facts.iter().take(number).find(|earlier| fact.excludes(earlier)) {
                self.tell("contradiction", &fact.at, fact.path, &earlier.at);
            }
        }
    }
}

/// Whether two checks of one box measure the same: with other conditions other rows are counted, from another day on others.
fn measures_the_same(one: &Check, other: &Check) -> bool {
    match (one, other) {
        (Check::Count(one), Check::Count(other)) => one.r#where == other.r#where && one.filled == other.filled && one.without == other.without,
        (Check::Duration(one), Check::Duration(other)) => one.from == other.from,
        _ => one.kind() == other.kind(),
    }
}

/// The limits that must all be kept for a check to be met.
fn gather_rooms<'a>(check: &'a Check, at: &str, rooms: &mut Vec<Room<'a>>) {
    let limits = |limit: Option<usize>, otherwise: f64| limit.map_or(otherwise, |limit| limit as f64);
    if let Check::All(params) = check {
        let of_at = member(at, "of");
        return params.of.iter().enumerate().for_each(|(number, check)| gather_rooms(check, &row(&of_at, number), rooms));
    }
    let (path, min, max) = match check {
        Check::Number(params) => (&params.path, params.min.unwrap_or(f64::NEG_INFINITY), params.max.unwrap_or(f64::INFINITY)),
        Check::Length(params) => (&params.path, limits(params.min, 0.0), limits(params.max, f64::INFINITY)),
        Check::Duration(params) if params.unless.is_none() => (&params.to, limits(params.min_days, 0.0), limits(params.max_days, f64::INFINITY)),
        Check::Count(params) => (&params.rows, limits(params.min, 0.0), limits(params.max, f64::INFINITY)),
        _ => return,
    };
    // a turned range is told where it stands
    if min <= max {
        rooms.push(Room { check, path, min, max, at: at.to_owned() });
    }
}

/// What must hold of single boxes for a check to be met, or, `turned`, not to be.
fn gather<'a>(check: &'a Check, at: &str, turned: bool, facts: &mut Vec<Fact<'a>>) {
    let mut several = |of: &'a [Check]| {
        let of_at = member(at, "of");
        of.iter().enumerate().for_each(|(number, check)| gather(check, &row(&of_at, number), turned, facts));
    };
    if let (Check::All(params), false) | (Check::Any(params), true) = (check, turned) {
        several(&params.of);
    } else if let Check::Any(params) = check
        && params.of.len() == 1
    {
        several(&params.of);
    } else if let Check::Not(params) = check {
        gather(&params.of, &member(at, "of"), !turned, facts);
    } else if let Check::OneOf(params) = check {
        // An empty list is told where it stands.
        if !params.values.is_empty() {
            facts.push(Fact { path: &params.path, values: Some(params.values.clone()), denied: turned, at: at.to_owned() });
        }
    } else if let Check::Present(params) = check
        && params.at_least.is_none_or(|least| least == params.paths.len())
        && (!turned || params.paths.len() == 1)
    {
        facts.extend(params.paths.iter().map(|path| Fact { path, values: None, denied: turned, at: at.to_owned() }));
    }
}
