//! The guidelines of real bodies: each loads, passes its own tests, is tested on both sides, and quotes its source word for word.
#![expect(clippy::unwrap_used, clippy::panic, reason = "a test stops at what it does not expect")]

use std::path::Path;

use dan_van_kheo::criteria::{Judged, Rules, Subject, evaluate};
use dan_van_kheo::guideline::{self, Check, Guideline, Outcome, Severity, Test, merge};
use dan_van_kheo::json::{self, Json, Limits};
use dan_van_kheo::messages;
use dan_van_kheo::portal;
use dan_van_kheo::record;
use dan_van_kheo::text::date::Date;
use dan_van_kheo::units::Units;
use unicode_normalization::UnicodeNormalization as _;

const IDS: [&str; 8] =
    ["hau-giang-2014", "binh-thuan-08", "ninh-hai-2022", "dong-thap-2024", "quang-ngai-2021", "da-lat-2017", "thanh-khe-2026", "hoi-an-2024"];
const TODAY: &str = "2026-06-01";
/// The criterion that loading makes of boxes that a body requires.
const REQUIRED: &str = "required";

fn read(path: &str) -> String {
    std::fs::read_to_string(Path::new(env!("CARGO_MANIFEST_DIR")).join(path)).unwrap_or_else(|error| panic!("{path}: {error}"))
}

fn file(id: &str) -> String {
    read(&format!("src/guideline/data/{id}.json"))
}

fn rules(id: &str) -> Rules {
    let loaded = guideline::load(file(id).as_bytes(), &|_| None).unwrap_or_else(|problems| {
        let said: Vec<String> =
            problems.iter().map(|problem| format!("{}:{} {} {}", problem.line.unwrap_or(0), problem.path, problem.code, messages::problem(problem))).collect();
        panic!("{id}\n{}", said.join("\n"))
    });
    Rules::new(loaded)
}

fn units() -> Units {
    Units::read(read("data/units.json").as_bytes()).unwrap()
}

#[track_caller]
fn none(wrong: &[String]) {
    assert!(wrong.is_empty(), "\n{}", wrong.join("\n"));
}

fn each(mut tell: impl FnMut(&Guideline, &str, &mut Vec<String>)) {
    let mut wrong = Vec::new();
    for id in IDS {
        tell(rules(id).guideline(), id, &mut wrong);
    }
    none(&wrong);
}

/// The record of a test, which must be one that the form could have written.
fn record_of(guideline: &Guideline, test: &Test) -> Json {
    let mut tree = guideline.base.clone().unwrap_or(Json::Null);
    merge(&mut tree, &test.record);
    record::normalize(&mut tree, &|text| text.nfc().collect());
    let errors = record::validate(&record::parse_tree(&tree).unwrap_or_else(|problems| panic!("{}: {}: {problems:?}", guideline.id, test.name)));
    assert!(errors.is_empty(), "{}: {}: {errors:?}", guideline.id, test.name);
    tree
}

#[test]
fn their_own_tests_pass() {
    let units = units();
    let mut wrong = Vec::new();
    for id in IDS {
        let rules = rules(id);
        for test in &rules.guideline().tests {
            let record = record_of(rules.guideline(), test);
            let portal =
                test.portal.as_ref().map(|portal| portal::parse(portal.to_text().as_bytes()).unwrap_or_else(|problems| panic!("{id}: {problems:?}")).0);
            let mut subject = Subject::new(&rules, &record, Date::from_iso(test.today.as_deref().unwrap_or(TODAY)).unwrap());
            (subject.units, subject.portal) = (Some(&units), portal.as_ref());
            let judged = evaluate(&subject, false);
            for expected in &test.expect {
                let said: Vec<&Judged<'_>> = judged.iter().filter(|judged| judged.criterion.id == expected.criterion).collect();
                let fits = |judged: &&Judged<'_>| {
                    judged.verdict.outcome == expected.outcome && expected.reason.as_deref().is_none_or(|reason| reason == judged.verdict.reason)
                };
                if said.is_empty() || !said.iter().all(fits) {
                    let came: Vec<_> = said.iter().map(|judged| (judged.verdict.outcome, judged.verdict.reason)).collect();
                    wrong.push(format!("{id}: {}: {} should be {:?} {:?}, is {came:?}", test.name, expected.criterion, expected.outcome, expected.reason));
                }
            }
            wrong.extend(judged.iter().filter_map(|judged| unsaid(judged).map(|fault| format!("{id}: {}: {fault}", test.name))));
        }
    }
    none(&wrong);
}

/// A verdict that has no sentence, or one with a gap.
fn unsaid(judged: &Judged<'_>) -> Option<String> {
    let Judged { criterion, verdict } = judged;
    let Some(sentence) = criterion.messages.get(verdict.reason) else { return Some(format!("{} has no sentence for {}", criterion.id, verdict.reason)) };
    let names = sentence.split('{').skip(1).filter_map(|tail| tail.split('}').next());
    let gap = names.into_iter().find(|name| !verdict.data.iter().any(|(known, _)| known == name));
    gap.map(|name| format!("{} says {{{name}}} for {}, which has no such figure", criterion.id, verdict.reason))
}

#[test]
fn every_criterion_is_tested_on_both_sides() {
    each(|guideline, id, wrong| {
        for criterion in guideline.criteria.iter().filter(|criterion| criterion.id != REQUIRED) {
            let wanted: &[Outcome] = if matches!(criterion.check, Check::Human(_)) { &[Outcome::Review] } else { &[Outcome::Met, Outcome::Unmet] };
            for outcome in wanted {
                let mut expected = guideline.tests.iter().flat_map(|test| &test.expect);
                if !expected.any(|expected| expected.criterion == criterion.id && expected.outcome == *outcome) {
                    wrong.push(format!("{id}: no test in which {} is {outcome:?}", criterion.id));
                }
            }
        }
    });
}

/// `tests/fixtures/quotes.json` holds words copied from the documents, by source; a criterion may quote nothing else.
#[test]
fn quotes_are_verbatim() {
    let quotes = json::read(read("tests/fixtures/quotes.json").as_bytes(), Limits::default()).unwrap();
    let mut used = Vec::new();
    each(|guideline, id, wrong| {
        for criterion in guideline.criteria.iter().filter(|criterion| criterion.id != REQUIRED) {
            if criterion.cite.is_empty() {
                wrong.push(format!("{id}: {} cites nothing", criterion.id));
            }
            if criterion.severity == Severity::Must && !criterion.cite.iter().any(|cite| cite.quote.is_some()) {
                wrong.push(format!("{id}: {} is a must without the words that make it one", criterion.id));
            }
            for cite in &criterion.cite {
                let Some(quote) = &cite.quote else { continue };
                let known = quotes.get(&cite.source).and_then(Json::rows).is_some_and(|rows| rows.iter().any(|row| row.text() == Some(quote)));
                if known {
                    used.push((cite.source.clone(), quote.clone()));
                } else {
                    wrong.push(format!("{id}: {} quotes «{quote}», which {} does not say", criterion.id, cite.source));
                }
            }
        }
    });
    let all = quotes.members().into_iter().flatten().flat_map(|(source, rows)| rows.rows().into_iter().flatten().map(move |row| (source, row)));
    none(
        &all.filter(|(source, row)| !used.iter().any(|(known, quote)| known == *source && row.text() == Some(quote)))
            .map(|(source, row)| format!("nobody quotes «{}» of {source}", row.text().unwrap_or_default()))
            .collect::<Vec<_>>(),
    );
}

#[test]
fn they_are_what_they_are_called() {
    each(|guideline, id, wrong| {
        let mut tell = |fault: String| wrong.push(format!("{id}: {fault}"));
        if guideline.id != id {
            tell(format!("its id is {}", guideline.id));
        }
        if guideline.sample.is_some() {
            tell("these are criteria of a real body, not a sample".to_owned());
        }
        for criterion in &guideline.criteria {
            if criterion.cite.iter().any(|cite| guideline.sources.get(&cite.source).is_none()) {
                tell(format!("{} cites a source that is not listed", criterion.id));
            }
        }
        for (source, _) in guideline.sources.iter() {
            if source == "software" {
                tell("only mau may cite the software".to_owned());
            }
        }
    });
}

/// No body's points could be read; a guideline that comes with the software has none.
#[test]
fn none_carries_points() {
    fn members(tree: &Json, found: &mut Vec<String>) {
        match tree {
            Json::List(rows) => rows.iter().for_each(|row| members(row, found)),
            Json::Object(pairs) => pairs.iter().for_each(|(name, value)| {
                found.push(name.clone());
                members(value, found);
            }),
            Json::Null | Json::Bool(_) | Json::Number(_) | Json::Text(_) => {}
        }
    }
    let mut wrong = Vec::new();
    for id in IDS.iter().chain(&["mau"]) {
        let mut found = Vec::new();
        members(&json::read(file(id).as_bytes(), Limits::default()).unwrap(), &mut found);
        wrong.extend(found.iter().filter(|name| matches!(name.as_str(), "points" | "scoring")).map(|name| format!("{id}: has {name}")));
    }
    none(&wrong);
}
