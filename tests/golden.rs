//! Whole calls as files: each good registration → its report and its printed forms, byte for byte.
//!
//! `DVK_BLESS=1 cargo test --test golden` writes `tests/fixtures/golden/`; read the diff before committing it.
#![expect(clippy::unwrap_used, clippy::panic, reason = "a test stops at what it does not expect")]

use std::path::{Path, PathBuf};

use dan_van_kheo::engine::Engine;
use dan_van_kheo::{json, record};
use unicode_normalization::UnicodeNormalization as _;

const GOOD: [&str; 4] = ["collective-party", "collective-state", "individual-party", "individual-state"];
const TODAY: &str = "2026-06-01";

fn root() -> &'static Path {
    Path::new(env!("CARGO_MANIFEST_DIR"))
}

fn engine() -> Engine {
    let mut engine = Engine::new(|text| text.nfc().collect()).unwrap();
    engine.load_units(&read("data/units.json")).unwrap();
    engine
}

fn read(path: &str) -> Vec<u8> {
    std::fs::read(root().join(path)).unwrap_or_else(|error| panic!("{path}: {error}"))
}

fn registration(name: &str) -> Vec<u8> {
    read(&format!("tests/fixtures/registrations/{name}.json"))
}

/// Options of a call, with the demo portal.
fn options(more: &str) -> Vec<u8> {
    format!(r#"{{"today":"{TODAY}","portal":{}{more}}}"#, String::from_utf8(read("www/portal.json")).unwrap()).into_bytes()
}

/// Every file that a registration gives, by the end of its name.
fn files(name: &str) -> Vec<(&'static str, String)> {
    let (engine, record) = (engine(), registration(name));
    let summary = |kind: &str, format: &str| engine.summarize(&record, &options(&format!(r#","kind":"{kind}","format":"{format}""#))).unwrap();
    let report = engine.check(&record, &options("")).unwrap();
    vec![
        ("report.json", serde_json::to_string_pretty(&json::tree(&report)).unwrap() + "\n"),
        ("form.html", summary("form", "html")),
        ("form.txt", summary("form", "text")),
        ("brief.html", summary("brief", "html")),
        ("brief.txt", summary("brief", "text")),
    ]
}

#[test]
fn registrations_give_the_same_files() {
    let bless = std::env::var_os("DVK_BLESS").is_some();
    let mut changed = String::new();
    for name in GOOD {
        let (first, second) = (files(name), files(name));
        for ((end, text), (_, again)) in first.iter().zip(&second) {
            let path = PathBuf::from(format!("tests/fixtures/golden/{name}.{end}"));
            assert_eq!(text, again, "{}: two runs differ", path.display());
            if bless {
                std::fs::write(root().join(&path), text).unwrap();
            }
            let golden = std::fs::read_to_string(root().join(&path)).unwrap_or_default();
            if *text != golden {
                changed.push_str(&difference(&path, &golden, text));
            }
        }
    }
    assert!(changed.is_empty(), "{changed}\nWhen this is what you meant: DVK_BLESS=1 cargo test --test golden, then read the diff.");
}

/// The first lines that differ, enough to know what it is about.
fn difference(path: &Path, golden: &str, text: &str) -> String {
    let mut shown = format!("\n{}\n", path.display());
    let (mut before, mut after) = (golden.lines(), text.lines());
    let (mut number, mut left) = (0, 5);
    loop {
        number += 1;
        let (old, new) = (before.next(), after.next());
        if left == 0 || (old.is_none() && new.is_none()) {
            return shown;
        }
        if old != new {
            left -= 1;
            let part = |line: Option<&str>| line.map_or("(no line)".to_owned(), |line| around(line, differing(old, new)));
            shown.push_str(&format!("  {number} - {}\n  {number} + {}\n", part(old), part(new)));
        }
    }
}

/// Where two lines begin to differ, in characters.
fn differing(old: Option<&str>, new: Option<&str>) -> usize {
    old.unwrap_or_default().chars().zip(new.unwrap_or_default().chars()).take_while(|(old, new)| old == new).count()
}

fn around(line: &str, at: usize) -> String {
    line.chars().skip(at.saturating_sub(30)).take(120).collect()
}

#[test]
fn a_good_registration_is_ready() {
    for name in GOOD {
        let report = engine().check(&registration(name), &options("")).unwrap();
        assert!(report.ready, "{name}: {:?} {:?}", report.errors, report.totals);
    }
}

#[test]
fn canonical_text_reads_as_itself() {
    for name in GOOD {
        let text = record::canonical(&engine().parse(&registration(name)).unwrap());
        let again = record::canonical(&engine().parse(text.as_bytes()).unwrap());
        assert_eq!(text, again, "{name}");
    }
}
