//! Proves a guideline: its own tests are run, and one that fails refuses it by name.

use super::{Judged, Rules, Subject, Verdict, evaluate, score};
use crate::guideline::{Expected, Outcome, Test, merge};
use crate::json::{Json, Members, Problem, pointer};
use crate::portal;
use crate::record;
use crate::text::date::Date;

/// Day of a test that names none.
const TODAY: &str = "2026-01-15";

/// Runs a guideline's own tests.
///
/// Problems: `points-total` where the sound record gets more points than there are, `own-test` (`found`: what came of it, `expected`: what the test expects), `bad-record` for a record or portal that cannot be read. What needs the unit list is
/// proved where there is one: here there is none, and an expectation that comes to `no-units` says nothing.
#[must_use]
pub fn prove(rules: &Rules) -> Vec<Problem> {
    let mut problems = Vec::new();
    let guideline = rules.guideline();
    // what is wrong in the sound record is wrong in every test, and told once
    match guideline.base.as_ref().map(|base| readable(base, "/base")) {
        Some(Err(problem)) => return vec![problem],
        Some(Ok(sound)) => problems.extend(too_many_points(&sound, rules)),
        None => {}
    }
    for (number, test) in guideline.tests.iter().enumerate() {
        let place = format!("/tests/{number}");
        match run(test, rules, guideline.base.as_ref()) {
            Ok(failures) => problems.extend(failures.into_iter().map(|(at, problem)| Problem { path: format!("{place}/expect/{at}"), ..problem })),
            Err(problem) => problems.push(Problem { path: format!("{place}{}", problem.path), ..problem }),
        }
    }
    problems
}

/// What is wrong when the sound record gets more points than there are.
fn too_many_points(sound: &Json, rules: &Rules) -> Option<Problem> {
    let most = rules.guideline().scoring.as_ref()?.max;
    let judged = evaluate(&Subject::new(rules, sound, Date::from_iso(TODAY)?), false);
    let got = score::of(rules.guideline(), &judged)?.total.got;
    let figure = |points: f64| Json::Number(points).to_text();
    (got > most + 1e-6).then(|| Problem {
        code: "points-total",
        path: "/scoring/max".to_owned(),
        found: figure(most),
        expected: figure(got),
        ..Problem::default()
    })
}

fn run(test: &Test, rules: &Rules, base: Option<&Json>) -> Result<Vec<(usize, Problem)>, Problem> {
    let mut tree = base.cloned().unwrap_or_else(|| Json::Object(Members::new()));
    merge(&mut tree, &test.record);
    let tree = readable(&tree, "/record")?;
    let portal = test.portal.as_ref().map(|portal| portal::parse(portal.to_text().as_bytes()).map(|(portal, _)| portal)).transpose();
    let portal = portal.map_err(|problems| bad("/portal", problems))?;
    let today = test.today.as_deref().unwrap_or(TODAY);
    let today = Date::from_iso(today).ok_or_else(|| Problem { code: "bad-date", path: "/today".to_owned(), found: today.to_owned(), ..Problem::default() })?;
    let mut subject = Subject::new(rules, &tree, today);
    subject.portal = portal.as_ref();
    let judged = evaluate(&subject, false);
    Ok(test.expect.iter().enumerate().filter_map(|(at, expected)| Some((at, compare(test, expected, &judged)?))).collect())
}

/// A record of a guideline as a whole one, if it can be read.
fn readable(record: &Json, at: &str) -> Result<Json, Problem> {
    let mut tree = record.clone();
    for (path, text) in [("/format", record::FORMAT), ("/id", "00000000-0000-7000-8000-000000000000")] {
        if pointer::get(&tree, path).is_none() {
            pointer::set(&mut tree, path, text.into());
        }
    }
    record::parse_tree(&tree).map_err(|problems| bad(at, problems))?;
    Ok(tree)
}

fn bad(at: &str, problems: Vec<Problem>) -> Problem {
    let first = problems.into_iter().next().unwrap_or_default();
    Problem { code: "bad-record", path: format!("{at}{}", first.path), found: first.found, expected: first.expected, ..Problem::default() }
}

/// What is wrong when none of a criterion's verdicts is the expected one.
fn compare(test: &Test, expected: &Expected, judged: &[Judged<'_>]) -> Option<Problem> {
    let mut came = Vec::new();
    for Judged { verdict, .. } in judged.iter().filter(|judged| judged.criterion.id == expected.criterion) {
        let as_expected = verdict.outcome == expected.outcome && expected.reason.as_deref().is_none_or(|reason| reason == verdict.reason);
        let unproved = verdict.outcome == Outcome::NotApplicable && verdict.reason == "no-units";
        if as_expected || unproved {
            return None;
        }
        came.push(["«", &name(verdict.outcome, Some(verdict.reason)), "»", &figures(verdict)].concat());
    }
    let wanted = name(expected.outcome, expected.reason.as_deref());
    Some(Problem {
        code: "own-test",
        found: format!("“{}”: tiêu chí {} cho kết quả {}", test.name, expected.criterion, came.join(", ")),
        expected: wanted,
        ..Problem::default()
    })
}

/// What a verdict tells of itself: “ (found: 1, min: 2)”.
fn figures(verdict: &Verdict) -> String {
    let told: Vec<String> = verdict.data.iter().map(|(name, value)| format!("{name}: {}", value.to_text())).collect();
    if told.is_empty() { String::new() } else { format!(" ({})", told.join(", ")) }
}

fn name(outcome: Outcome, reason: Option<&str>) -> String {
    let outcome = crate::json::tree(&outcome).text().unwrap_or_default().to_owned();
    reason.map_or(outcome.clone(), |reason| format!("{outcome} ({reason})"))
}

#[cfg(test)]
mod tests {
    use super::*;

    fn load(minutes: &str, expect: &str) -> Result<Rules, Vec<Problem>> {
        let text = format!(
            r#"{{"format":"dvk-guideline/1","id":"t","version":"1","title":"T","issuer":{{"name":"N","level":"commune"}},"effective":{{"from":"2026-01-01"}},"sources":{{"s":{{"title":"S"}}}},
            "criteria":[{{"id":"A","group":"G","title":"T","cite":[{{"source":"s"}}],"severity":"must","check":{{"kind":"present","paths":["/model/goal"]}},"target":"/model/goal","messages":{{"met":"Có.","missing":"Đề nghị bổ sung."}}}}],
            "base":{{"model":{{"goal":"{minutes}"}}}},"tests":[{{"name":"thiếu mục tiêu","record":{{"model":{{"goal":null}}}},"expect":[{{"criterion":"A","outcome":"{expect}"}}]}},{{"name":"đủ","record":{{}},"expect":[{{"criterion":"A","outcome":"met","reason":"met"}}]}}]}}"#
        );
        Rules::load(text.as_bytes(), &|_| None)
    }

    #[test]
    fn a_failing_test_refuses_by_name() {
        assert!(load("x", "unmet").is_ok());
        let problems = load("x", "met").err().unwrap();
        assert_eq!((problems[0].code, problems[0].path.as_str()), ("own-test", "/tests/0/expect/0"));
        assert_eq!(
            (problems[0].found.as_str(), problems[0].expected.as_str()),
            ("“thiếu mục tiêu”: tiêu chí A cho kết quả «unmet (missing)» (missing: [\"/model/goal\"], found: 0)", "met")
        );
        assert_eq!(load("", "unmet").err().unwrap()[0].path, "/tests/1/expect/0");
    }

    #[test]
    fn a_sound_record_gets_no_more_points_than_there_are() {
        let scored = |max: u32| {
            let text = include_str!("../../tests/fixtures/guidelines/broken/55-points-above-the-most.json").replace("\"max\": 10", &format!("\"max\": {max}"));
            let with_choice = text.replacen("\"check\": {", "\"appliesTo\": [\"collective\"], \"check\": {", 2);
            Rules::load(with_choice.as_bytes(), &|_| None).err().unwrap_or_default()
        };
        let told = scored(10);
        assert!(told.iter().all(|problem| problem.code == "points-total") && told.len() == 1, "{told:#?}");
        assert_eq!(scored(17), []);
    }

    #[test]
    fn mau_is_proved() {
        let rules = Rules::load(include_bytes!("../guideline/data/mau.json"), &|_| None).unwrap_or_else(|problems| panic!("{problems:#?}"));
        assert!(rules.guideline().tests.len() > 30);
        assert_eq!(rules.digest(), Rules::mau().unwrap().digest());
    }
}
