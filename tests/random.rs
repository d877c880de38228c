//! Records changed at random: nothing panics, a refusal has a place and a sentence, and what is read is written and read again the same.
//!
//! 400 cases in `make test`, 20 000 in `make soak` (`DVK_SOAK`); the seed is printed, and `DVK_SEED` repeats a run.

#![expect(clippy::indexing_slicing, reason = "a test stops at what it does not expect")]

use dan_van_kheo::engine::Engine;
use dan_van_kheo::json::{self, Json, Limits};
use dan_van_kheo::record;
use unicode_normalization::UnicodeNormalization as _;

fn nfc(text: &str) -> String {
    text.nfc().collect()
}

/// xorshift64*: small, and the same everywhere.
struct Random(u64);

impl Random {
    fn next(&mut self) -> u64 {
        self.0 ^= self.0 >> 12;
        self.0 ^= self.0 << 25;
        self.0 ^= self.0 >> 27;
        self.0.wrapping_mul(0x2545_f491_4f6c_dd1d)
    }
    fn below(&mut self, n: usize) -> usize {
        (self.next() % n.max(1) as u64) as usize
    }
}

const HOSTILE: &[&str] = &[
    "",
    " ",
    "…",
    "100%",
    "36,6 triệu đồng",
    "1.084",
    "-5",
    "31/02/2026",
    "2026-13-40",
    "Quý V",
    "\u{0}",
    "a\u{301}\u{323}",
    "D\u{302}a\u{302}n",
    "🙂🙂🙂",
    "<script>alert(1)</script>",
    "“Dân vận khéo” năm 2026",
    "01695678945",
    "Nâng cao chất lượng, hiệu quả, góp phần quan trọng",
    "\u{202e}tũ",
    "9999999999999999999999",
    "\u{feff}",
    "{missing}",
    "a/b~c",
];

fn change(tree: &mut Json, random: &mut Random) {
    match tree {
        Json::Object(members) if !members.is_empty() && random.below(8) > 0 => {
            let at = random.below(members.len());
            match random.below(12) {
                0 => drop(members.remove(at)),
                1 => members.push((format!("x{}", random.below(1000)), Json::Number(1.5))),
                _ => change(&mut members[at].1, random),
            }
        }
        Json::List(rows) if !rows.is_empty() && random.below(6) > 0 => {
            let at = random.below(rows.len());
            match random.below(6) {
                0 => drop(rows.remove(at)),
                1 => rows.push(rows[at].clone()),
                _ => change(&mut rows[at], random),
            }
        }
        other => {
            *other = match random.below(8) {
                0 => Json::Null,
                1 => Json::Bool(true),
                2 => Json::Number(-3.0),
                3 => Json::Number(1e300),
                4 => Json::Number(0.1 + random.below(1000) as f64),
                5 => Json::List(vec![]),
                _ => HOSTILE[random.below(HOSTILE.len())].into(),
            }
        }
    }
}

#[test]
fn changed_records_never_panic_and_come_back_the_same() {
    let soak = std::env::var("DVK_SOAK").is_ok();
    let cases = if soak { 20_000 } else { 400 };
    let seed = std::env::var("DVK_SEED").ok().and_then(|seed| seed.parse().ok()).unwrap_or(20_261_122);
    println!("random records: {cases} cases, seed {seed}");
    let mut random = Random(seed);
    let mut engine = Engine::new(nfc).unwrap();
    engine.load_units(include_bytes!("../data/units.json")).unwrap();
    let files = ["collective-party", "collective-state", "individual-party", "individual-state"];
    let whole: Vec<Json> =
        files.iter().map(|name| json::read(&std::fs::read(format!("tests/fixtures/registrations/{name}.json")).unwrap(), Limits::default()).unwrap()).collect();
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
            assert!(report.findings.iter().all(|finding| !finding.message.contains('{') || text.contains('{')), "case {case}");
            engine.summarize(text.as_bytes(), br#"{"today":"2026-06-01","kind":"form","format":"html"}"#).unwrap();
            engine.summarize(text.as_bytes(), br#"{"today":"2026-06-01","kind":"brief","format":"text"}"#).unwrap();
        }
    }
    println!("random records: {refused} refused of {cases}");
    assert!(refused > cases / 20 && refused < cases, "the changes reach both ways: {refused}");
}

/// The quick look at a record says “certainly without a problem” only where reading it into types finds none.
#[test]
fn a_plain_record_has_no_problem() {
    let cases = if std::env::var("DVK_SOAK").is_ok() { 200_000 } else { 6_000 };
    let seed = std::env::var("DVK_SEED").ok().and_then(|seed| seed.parse().ok()).unwrap_or(20_261_122);
    let mut random = Random(seed);
    let files = ["collective-party", "collective-state", "individual-party", "individual-state"];
    let whole: Vec<Json> =
        files.iter().map(|name| json::read(&std::fs::read(format!("tests/fixtures/registrations/{name}.json")).unwrap(), Limits::default()).unwrap()).collect();
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
