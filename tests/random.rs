//! Records changed at random: nothing panics, a refusal has a place and a sentence, and what is read is written and read again the same.
//!
//! 400 cases in `make test`, 20 000 in `make soak` (`DVK_SOAK`); the seed is printed, and `DVK_SEED` repeats a run.

#![expect(clippy::unwrap_used, clippy::indexing_slicing, reason = "a test stops at what it does not expect")]

mod chance;

use chance::{Random, change, whole};
use dan_van_kheo::criteria::report::Finding;
use dan_van_kheo::engine::Engine;
use dan_van_kheo::guideline::Outcome;
use dan_van_kheo::json::{self, Json};
use dan_van_kheo::record;
use unicode_normalization::UnicodeNormalization as _;

fn nfc(text: &str) -> String {
    text.nfc().collect()
}

/// What is open is said of a record in the same way with and without what is met.
fn same_alone(engine: &Engine, text: &str) -> Vec<Finding> {
    let said = |options: &[u8]| engine.check_text(text, options).unwrap();
    let (all, open) = (said(br#"{"today":"2026-06-01"}"#), said(br#"{"today":"2026-06-01","detail":"open"}"#));
    let of_all = all.findings.iter().filter(|finding| matches!(finding.outcome, Outcome::Unmet | Outcome::Review));
    assert!(open.totals == all.totals && open.findings.iter().eq(of_all), "{text}");
    open.findings
}

/// `not` speaks of the boxes of what is met, though nobody hears of what is met otherwise.
#[test]
fn what_is_excluded_has_its_box() {
    let mut engine = Engine::new(nfc).unwrap();
    engine.load_units(include_bytes!("../data/units.json")).unwrap();
    for mut tree in whole() {
        json::pointer::set(&mut tree, "/level", "district".into());
        let open = same_alone(&engine, &tree.to_text());
        assert!(open.iter().any(|finding| finding.reason == "excluded" && finding.target.path == "/level"), "{open:#?}");
    }
}

#[test]
fn changed_records_never_panic_and_come_back_the_same() {
    let (cases, seed) = chance::cases(400, 20_000);
    println!("random records: {cases} cases, seed {seed}");
    let mut random = Random(seed);
    let mut engine = Engine::new(nfc).unwrap();
    engine.load_units(include_bytes!("../data/units.json")).unwrap();
    let whole = whole();
    let mut refused = 0;
    for case in 0..cases {
        let mut tree = whole[case % whole.len()].clone();
        for _ in 0..=random.below(6) {
            change(&mut tree, &mut random);
        }
        let text = tree.to_text();
        match engine.parse(text.as_bytes()) {
            Err(refusal) => {
                refused += 1;
                let problem = &refusal.problems[0];
                assert!(!problem.code.is_empty() && dan_van_kheo::messages::problem(problem).len() > 20, "{text}");
            }
            Ok(record) => {
                let canonical = record::canonical(&record);
                let again = engine.parse(canonical.as_bytes()).unwrap_or_else(|refusal| panic!("case {case}: {:?}\n{canonical}", refusal.problems));
                assert_eq!(record::canonical(&again), canonical, "case {case}");
            }
        }
        let options = br#"{"today":"2026-06-01"}"#;
        if let Ok(report) = engine.check(text.as_bytes(), options) {
            assert_eq!(json::tree(&report).to_text(), json::tree(&engine.check(text.as_bytes(), options).unwrap()).to_text(), "case {case}");
            same_alone(&engine, &text);
            assert!(report.findings.iter().all(|finding| !finding.message.contains('{') || text.contains('{')), "case {case}");
            engine.summarize(text.as_bytes(), br#"{"today":"2026-06-01","kind":"form","format":"html"}"#).unwrap();
            engine.summarize(text.as_bytes(), br#"{"today":"2026-06-01","kind":"brief","format":"text"}"#).unwrap();
        }
    }
    println!("random records: {refused} refused of {cases}");
    assert!(refused > cases / 20 && refused < cases, "the changes reach both ways: {refused}");
}

/// Texts that were read for other records are known: what is said of them must not depend on those.
#[test]
fn an_engine_that_judged_others_judges_as_a_new_one_does() {
    let (cases, seed) = chance::cases(20, 1_000);
    let mut random = Random(seed);
    let engine = || {
        let mut engine = Engine::new(nfc).unwrap();
        engine.load_units(include_bytes!("../data/units.json")).unwrap();
        engine
    };
    let (old, whole) = (engine(), whole());
    for case in 0..cases {
        let fresh = engine();
        let mut tree = whole[case % whole.len()].clone();
        for step in 0..4 {
            let text = tree.to_text();
            let said = |engine: &Engine| engine.check(text.as_bytes(), br#"{"today":"2026-06-01"}"#).ok().map(|report| json::tree(&report).to_text());
            // the new one has judged what came before of this record alone, or nothing
            let new = if step % 2 == 0 { said(&engine()) } else { said(&fresh) };
            assert!(said(&old) == new, "seed {seed}, case {case}, step {step}:\n{text}");
            change(&mut tree, &mut random);
        }
    }
}

/// The quick look at a record says “certainly without a problem” only where reading it into types finds none.
#[test]
fn a_plain_record_has_no_problem() {
    let (cases, seed) = chance::cases(6_000, 200_000);
    let mut random = Random(seed);
    let whole = whole();
    assert!(whole.iter().all(record::is_plain));
    let (mut plain, mut missed) = (0, 0);
    for case in 0..cases {
        let mut tree = whole[case % whole.len()].clone();
        for _ in 0..=random.below(2) {
            change(&mut tree, &mut random);
        }
        let sound = record::read_tree(&tree).is_ok_and(|record| record.unknown == Json::Null && record::validate(&record).is_empty());
        if record::is_plain(&tree) {
            plain += 1;
            assert!(sound, "case {case} of seed {seed}: {}", tree.to_text());
        } else {
            missed += usize::from(sound);
        }
    }
    println!("plain records: {plain} of {cases}, {missed} sound ones looked at closely");
    assert!(plain > cases / 40 && plain < cases * 19 / 20 && missed < cases / 20, "{plain} plain, {missed} missed");
}
