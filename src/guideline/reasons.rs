//! What every check kind can say: its reasons, what each comes to, and the data that its sentence may use.
//!
//! A reason is added here when a file of `criteria/checks` gets one; a test compares the two. What parameters leave of it stands in `room.rs`, its words for
//! authors in `www/manual/kinds.vi.json`, and for kinds without prose what the oracle draws in `tests/oracle/random.mjs`.

use super::check::Check;
use super::room::{can, lacks};
use super::types::{Criterion, Outcome};
use crate::json::Path;

/// What a check can say.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Reason {
    /// The key of the sentence in a criterion's messages.
    pub name: &'static str,
    /// What it comes to.
    pub outcome: Outcome,
    /// What the sentence may name in `{}`.
    pub data: &'static [&'static str],
}

const fn met(data: &'static [&'static str]) -> Reason {
    Reason { name: "met", outcome: Outcome::Met, data }
}
const fn unmet(name: &'static str, data: &'static [&'static str]) -> Reason {
    Reason { name, outcome: Outcome::Unmet, data }
}
const fn not_applicable(name: &'static str) -> Reason {
    Reason { name, outcome: Outcome::NotApplicable, data: &[] }
}

const EMPTY: Reason = not_applicable("empty");
const NO_UNITS: Reason = not_applicable("no-units");

/// Every kind and what it can say itself; what `all`, `any` and `not` pass on from others is for [`said`] to tell.
pub const REASONS: &[(&str, &[Reason])] = &[
    ("all", &[met(&[])]),
    ("any", &[met(&[])]),
    ("not", &[met(&[]), unmet("excluded", &[])]),
    ("human", &[Reason { name: "review", outcome: Outcome::Review, data: &["question"] }]),
    ("present", &[met(&["found"]), unmet("missing", &["missing", "found", "atLeast"])]),
    (
        "statement",
        &[
            met(&["words"]),
            unmet("missing", &["missing"]),
            unmet("placeholder", &[]),
            unmet("example", &[]),
            unmet("planned", &[]),
            unmet("uncounted", &[]),
            unmet("too-short", &["words", "minWords"]),
        ],
    ),
    ("length", &[met(&["length", "min", "max"]), unmet("too-short", &["length", "min", "max"]), unmet("too-long", &["length", "min", "max"]), EMPTY]),
    ("oneOf", &[met(&["value"]), unmet("missing", &["missing"]), unmet("other", &["value"])]),
    ("count", &[met(&["found", "min", "max"]), unmet("too-few", &["found", "min", "max"]), unmet("too-many", &["found", "min", "max"])]),
    (
        "number",
        &[
            met(&[]),
            unmet("too-small", &["min", "value"]),
            unmet("too-large", &["max", "value"]),
            unmet("above", &["limit", "other", "value"]),
            EMPTY,
            NO_UNITS,
        ],
    ),
    ("percent", &[met(&[]), unmet("out-of-range", &["value"]), unmet("no-base", &["base"]), not_applicable("none")]),
    ("dateOrder", &[met(&[]), unmet("order", &["first", "second", "firstPath", "secondPath"]), EMPTY]),
    // Without `days` for “met”: what goes on without an end has none.
    (
        "duration",
        &[met(&[]), unmet("no-end", &[]), unmet("too-short", &["days", "minDays"]), unmet("too-long", &["days", "maxDays"]), EMPTY, not_applicable("order")],
    ),
    ("within", &[met(&[]), unmet("before", &["value", "from", "to"]), unmet("after", &["value", "from", "to"]), EMPTY, not_applicable("no-window")]),
    ("sum", &[met(&["whole"]), unmet("sum", &["whole", "parts", "difference"]), EMPTY]),
    ("sameAmount", &[met(&[]), unmet("magnitude", &["first", "second"]), EMPTY]),
    ("mentions", &[met(&["found"]), unmet("not-named", &["found", "min"]), EMPTY]),
    ("stockPhrases", &[met(&[]), unmet("stock", &["phrases", "share"]), EMPTY]),
    ("dutyPhrases", &[met(&[]), unmet("duty", &["phrases"]), EMPTY]),
    ("names", &[met(&[]), unmet("line-break", &[]), unmet("slogan", &[]), unmet("no-content", &[]), EMPTY]),
    ("similarity", &[met(&[]), unmet("copied", &["share", "other"]), EMPTY]),
    (
        "pattern",
        &[
            met(&[]),
            unmet("old-number", &["typed", "now"]),
            unmet("not-a-phone", &["typed"]),
            unmet("not-a-number", &["typed"]),
            unmet("not-found", &["typed"]),
            unmet("found", &["found", "now"]),
            unmet("named", &["found", "now"]),
            EMPTY,
            NO_UNITS,
        ],
    ),
    (
        "unitValid",
        &[
            met(&[]),
            unmet("elsewhere", &["provinces"]),
            unmet("unknown-commune", &[]),
            unmet("unknown-province", &[]),
            unmet("respelled", &["now"]),
            EMPTY,
            NO_UNITS,
        ],
    ),
    ("unique", &[met(&[]), unmet("duplicate", &["other", "otherId"]), EMPTY, not_applicable("no-others")]),
];

/// What a certain check can say.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Said {
    /// The key of the sentence.
    pub reason: &'static str,
    /// What it comes to.
    pub outcome: Outcome,
    /// What its sentence can always name.
    pub data: Vec<&'static str>,
    /// A record brings it out. Where checks are joined, another may always speak first; what then is left unsaid cannot be known for certain.
    pub sure: bool,
}

/// Whatever a criterion can say of a record: its check, and why it need not apply.
#[must_use]
pub fn of(criterion: &Criterion) -> Vec<Said> {
    let mut filled = Vec::new();
    if let Some(when) = &criterion.when {
        gather_filled(when, &mut filled);
    }
    let mut all = hear(&criterion.check, &filled);
    let exempt = [
        ("other-kind", criterion.applies_to.is_some()),
        ("other-stage", criterion.stages.is_some()),
        ("other-level", criterion.levels.is_some()),
        ("other-case", criterion.when.is_some()),
    ];
    all.extend(exempt.into_iter().filter(|(_, given)| *given).map(|(reason, _)| plain(reason, Outcome::NotApplicable)));
    all
}

/// Whatever a check can say, with the parameters that it has.
#[must_use]
pub fn said(check: &Check) -> Vec<Said> {
    hear(check, &[])
}

/// What a check can say where the boxes at some paths are known to be filled in.
fn hear(check: &Check, filled: &[&str]) -> Vec<Said> {
    if let Check::All(params) = check {
        return all(&params.of, filled);
    }
    if let Check::Any(params) = check {
        return any(&params.of, filled);
    }
    if let Check::Not(params) = check {
        return not(&params.of, filled);
    }
    let own = REASONS.iter().find(|(kind, _)| *kind == check.kind()).map_or(&[][..], |(_, reasons)| reasons);
    own.iter()
        .filter(|reason| can(check, reason))
        .map(|reason| Said {
            reason: reason.name,
            outcome: reason.outcome,
            data: reason.data.iter().filter(|name| !lacks(check, name)).copied().collect(),
            sure: reason.name != "missing" || !reads_only(check, filled),
        })
        .collect()
}

/// Boxes that are filled in whenever a check is met.
fn gather_filled<'a>(check: &'a Check, filled: &mut Vec<&'a str>) {
    if let Check::All(params) = check {
        params.of.iter().for_each(|check| gather_filled(check, filled));
    } else if let Check::OneOf(params) = check {
        filled.push(&params.path);
    } else if let Check::Number(params) = check {
        filled.push(&params.path);
    } else if let Check::Length(params) = check {
        filled.push(&params.path);
    } else if let Check::Present(params) = check
        && params.at_least.is_none_or(|least| least == params.paths.len())
    {
        filled.extend(params.paths.iter().map(Path::as_str));
    }
}

/// Whether all boxes of a check that speaks of empty ones are filled in.
fn reads_only(check: &Check, filled: &[&str]) -> bool {
    if let Check::Present(params) = check {
        return params.paths.iter().all(|path| filled.contains(&path.as_str()));
    }
    if let Check::OneOf(params) = check {
        return filled.contains(&params.path.as_str());
    }
    let Check::Statement(params) = check else { return false };
    filled.contains(&params.path.as_str())
}

/// Every one must be met: what each says against it is heard.
fn all(of: &[Check], filled: &[&str]) -> Vec<Said> {
    let each: Vec<Vec<Said>> = of.iter().map(|check| hear(check, filled)).collect();
    let mut joined = Vec::new();
    for one in each.iter().flatten() {
        // What is met is told together, so that the sentence may name what any of them gives.
        take(&mut joined, one, one.outcome == Outcome::Met);
    }
    if !each.iter().all(|said| gives(said, Outcome::Met) || gives(said, Outcome::NotApplicable)) {
        joined.retain(|one| one.outcome != Outcome::Met);
    } else if each.is_empty() {
        joined.push(plain("met", Outcome::Met));
    }
    joined
}

/// One must be met: the last that is not met speaks, and one before it only where those behind it do not apply.
fn any(of: &[Check], filled: &[&str]) -> Vec<Said> {
    // “Not filled in, or …”: behind it the box is filled in.
    let mut filled = filled.to_vec();
    for check in of {
        if let Check::Not(params) = check
            && let Check::Present(present) = &*params.of
            && let [path] = &*present.paths
        {
            filled.push(path);
        }
    }
    let each: Vec<Vec<Said>> = of.iter().map(|check| hear(check, &filled)).collect();
    if each.iter().any(|said| said.iter().all(|one| one.outcome == Outcome::Met)) || each.is_empty() {
        return vec![plain("met", Outcome::Met)];
    }
    let mut joined = Vec::new();
    for (at, one) in each.iter().enumerate() {
        // A choice is told where nothing behind it applies, for it leaves other boxes empty; of other checks that is not known.
        let choice = of.get(at).and_then(|check| if let Check::OneOf(params) = check { Some(&params.path) } else { None });
        let passed = choice.is_some_and(|path| {
            let apart = of.get(at + 1..).unwrap_or_default().iter().all(|behind| reads_apart(behind, path));
            apart && each.get(at + 1..).unwrap_or_default().iter().all(|behind| gives(behind, Outcome::NotApplicable))
        });
        for one in one {
            let speaks = at + 1 == each.len() || passed;
            let sure = one.sure && (one.outcome != Outcome::Unmet || speaks);
            take(&mut joined, &Said { sure, ..one.clone() }, false);
        }
    }
    joined
}

/// Whether a check surely reads another box than that of a choice.
fn reads_apart(check: &Check, path: &Path) -> bool {
    if let Check::Within(params) = check {
        return params.path != *path;
    }
    if let Check::Length(params) = check {
        return params.path != *path;
    }
    let Check::Number(params) = check else { return false };
    params.path != *path
}

fn not(of: &Check, filled: &[&str]) -> Vec<Said> {
    let inner = hear(of, filled);
    let mut turned = Vec::new();
    if gives(&inner, Outcome::Unmet) {
        turned.push(plain("met", Outcome::Met));
    }
    if gives(&inner, Outcome::Met) {
        turned.push(plain("excluded", Outcome::Unmet));
    }
    turned.extend(inner.into_iter().filter(|one| matches!(one.outcome, Outcome::Review | Outcome::NotApplicable)));
    turned
}

fn plain(reason: &'static str, outcome: Outcome) -> Said {
    Said { reason, outcome, data: Vec::new(), sure: true }
}

/// Whether an outcome can come of it.
#[must_use]
pub fn gives(said: &[Said], outcome: Outcome) -> bool {
    said.iter().any(|one| one.outcome == outcome)
}

/// Takes in what one check says; where another says the same, only what both can name stays, or, `together`, what either can.
fn take(joined: &mut Vec<Said>, one: &Said, together: bool) {
    let Some(known) = joined.iter_mut().find(|known| known.reason == one.reason && known.outcome == one.outcome) else {
        joined.push(one.clone());
        return;
    };
    if together || !known.sure && !one.sure {
        known.data.extend(one.data.iter().copied());
    } else if known.sure && one.sure {
        known.data.retain(|name| one.data.contains(name));
    } else if one.sure {
        *known = one.clone();
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::json::shape::read_shape;
    use crate::json::{Limits, read};

    #[track_caller]
    fn says(check: &str, expected: &str) {
        let check: Check = read_shape(&read(check.as_bytes(), Limits::default()).unwrap()).unwrap();
        let all: Vec<String> = said(&check).iter().map(|one| format!("{}({}){}", one.reason, one.data.join(" "), if one.sure { "" } else { "?" })).collect();
        assert_eq!(all.join(" "), expected);
    }

    #[test]
    fn every_kind_is_told() {
        assert_eq!(REASONS.iter().map(|(kind, _)| *kind).collect::<Vec<_>>(), Check::KINDS);
    }

    #[test]
    fn parameters_leave_room() {
        says(r#"{"kind":"length","path":"/model/name","max":9}"#, "met(length max) too-long(length max) empty()");
        says(r#"{"kind":"count","rows":"/model/forces","min":1}"#, "met(found min) too-few(found min)");
        says(r#"{"kind":"within","path":"/model/end","window":{"to":"2026-01-01"}}"#, "met() after(value from to) empty()");
        says(r#"{"kind":"within","path":"/model/end","window":{}}"#, "no-window()");
        says(r#"{"kind":"pattern","paths":["/model/goal"],"name":"phone"}"#, "met() old-number(typed now) not-a-phone(typed) empty()");
        says(r#"{"kind":"pattern","paths":["/model/goal"],"name":"oldPlaceName","forbid":true}"#, "met() found(found now) empty() no-units()");
    }

    #[test]
    fn joined_checks() {
        let name = r#"{"kind":"length","path":"/model/name","min":9}"#;
        let goal = r#"{"kind":"statement","path":"/model/goal","minWords":3}"#;
        let field = r#"{"kind":"present","paths":["/model/field"]}"#;
        let human = r#"{"kind":"human","question":"?"}"#;
        let join = |kind: &str, of: &[&str]| format!(r#"{{"kind":"{kind}","of":[{}]}}"#, of.join(","));
        says(&join("all", &[name, goal]), "met(length min words) too-short() empty() missing(missing) placeholder() example()");
        says(&join("all", &[field, human]), "missing(missing found) review(question)");
        says(&join("any", &[goal, field]), "met() missing(missing found) placeholder()? example()? too-short(words minWords)?");
        says(&join("any", &[field, name]), "met() missing(missing found)? too-short(length min) empty()");
        let kind = r#"{"kind":"oneOf","path":"/applicant/kind","values":["individual"]}"#;
        says(&join("any", &[kind, name]), "met() missing(missing) other(value) too-short(length min) empty()");
        let unless_empty = join("any", &[r#"{"kind":"not","of":{"kind":"present","paths":["/model/goal"]}}"#, goal]);
        says(&unless_empty, "met() excluded()? missing(missing)? placeholder() example() too-short(words minWords)");
        says(&format!(r#"{{"kind":"not","of":{field}}}"#), "met() excluded()");
        says(&format!(r#"{{"kind":"not","of":{human}}}"#), "review(question)");
        says(&join("any", &[field, r#"{"kind":"all","of":[]}"#]), "met()");
    }
}
