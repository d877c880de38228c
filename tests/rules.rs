//! A table for every rule of the built-in guideline: what makes it speak, and what comes close and does not.
#![expect(clippy::unwrap_used, clippy::panic, reason = "a test stops at what it does not expect")]
#![allow(clippy::indexing_slicing, reason = "reading JSON by name gives null where nothing stands")]

mod cases;

use cases::{Case, Judge};
use dan_van_kheo::criteria::prove::prove;
use dan_van_kheo::criteria::{Rules, report::Finding};
use dan_van_kheo::guideline::{Outcome, lint};
use dan_van_kheo::json;

/// Fewest cases of either kind.
const LEAST: usize = 3;

/// What is said otherwise than the table says.
fn difference(judge: &Judge, case: &Case) -> Option<String> {
    let said = judge.of_rule(case);
    let outcome = |finding: &Finding| json::tree(&finding.outcome).text().unwrap_or_default().to_owned();
    let expected = case.given["outcome"].as_str().or(case.fires.then_some("unmet"));
    let reason = case.given["reason"].as_str();
    let fits = said.iter().any(|finding| expected.is_none_or(|expected| outcome(finding) == expected) && reason.is_none_or(|reason| finding.reason == reason));
    let fires = said.iter().any(|finding| outcome(finding) == "unmet");
    (!fits || fires != case.fires).then(|| {
        let said: Vec<String> = said.iter().map(|finding| format!("{} {}: {}", outcome(finding), finding.reason, finding.message)).collect();
        format!("{} «{}» expected {} {}, got {said:?}", case.rule, case.name, expected.unwrap_or("not unmet"), reason.unwrap_or("for any reason"))
    })
}

#[test]
fn every_rule_speaks_where_it_should() {
    let judge = Judge::new();
    let mut different = Vec::new();
    for path in cases::files("rules") {
        different.extend(cases::cases(&path).iter().filter_map(|case| difference(&judge, case)));
    }
    assert!(different.is_empty(), "{} cases:\n{}", different.len(), different.join("\n"));
}

/// R26 is met by normalising at the edge: there is nothing that it could say.
#[test]
fn every_rule_has_a_table() {
    let tables: Vec<Case> = cases::files("rules").iter().flat_map(|path| cases::cases(path)).collect();
    let mut short = Vec::new();
    for number in (1..=35).filter(|number| *number != 26) {
        let rule = format!("R{number:02}");
        for fires in [true, false] {
            let found = tables.iter().filter(|case| case.rule == rule && case.fires == fires).count();
            if found < LEAST {
                short.push(format!("{rule}: {found} cases that {}", if fires { "fire" } else { "do not fire" }));
            }
        }
    }
    assert!(short.is_empty(), "{short:#?}");
}

/// No two cases of a rule have the same name, or a failing one could not be told from the other.
#[test]
fn names_are_unique() {
    for path in cases::files("rules") {
        let mut names: Vec<String> = cases::cases(&path).into_iter().map(|case| case.name).collect();
        names.sort();
        let before = names.len();
        names.dedup();
        assert_eq!(names.len(), before, "{}", path.display());
    }
}

/// No sentence has a hole where a figure should stand, and none speaks as if the software decided.
#[test]
fn sentences_are_whole() {
    let judge = Judge::new();
    let mut odd = Vec::new();
    for case in cases::files("rules").iter().flat_map(|path| cases::cases(path)) {
        for Finding { criterion, reason, message, .. } in judge.findings(&case.given) {
            let hole = ["{", "}", ": .", "()", "“”", "là .", " ,"].iter().any(|hole| message.contains(hole));
            if hole || !message.ends_with('.') || message.to_lowercase().contains("không đạt") {
                odd.push(format!("{criterion} {reason}: {message}"));
            }
        }
    }
    odd.sort();
    odd.dedup();
    assert!(odd.is_empty(), "{odd:#?}");
}

#[test]
fn the_guideline_proves_itself() {
    let rules = Rules::load(include_bytes!("../src/guideline/data/mau.json"), &|_| None).unwrap_or_else(|problems| panic!("{problems:#?}"));
    assert_eq!(lint::lint(rules.guideline(), None), []);
    assert_eq!(prove(&rules), []);
}

/// Each criterion is shown met and unmet by the guideline's own tests; without other registrations R20 says neither, and R26 is always met.
#[test]
fn own_tests_show_both_sides() {
    let rules = Rules::load(include_bytes!("../src/guideline/data/mau.json"), &|_| None).unwrap_or_else(|problems| panic!("{problems:#?}"));
    let guideline = rules.guideline();
    let shown = |id: &str, outcome: Outcome| {
        guideline.tests.iter().flat_map(|test| &test.expect).any(|expected| expected.criterion == id && expected.outcome == outcome)
    };
    for id in guideline.criteria.iter().map(|criterion| criterion.id.as_str()).filter(|id| *id != "R20") {
        assert!(shown(id, Outcome::Met), "{id} is never met");
        assert!(shown(id, Outcome::Unmet) || id == "R26", "{id} is never unmet");
    }
}
