//! Broken registrations: each is refused with its code and its place, in a sentence that an officer can act on.
//!
//! `tests/fixtures/broken/expected.json` says what must come of each file, and how to build those that are too big to keep.
#![expect(clippy::unwrap_used, clippy::panic, reason = "a test stops at what it does not expect")]

use std::path::Path;

use dan_van_kheo::engine::Engine;
use dan_van_kheo::messages;
use serde_json::Value;
use unicode_normalization::UnicodeNormalization as _;

/// Letters that only Vietnamese has.
const LETTERS: &str = "ăâđêôơưạảấầẩẫậắằẳẵặẹẻẽếềểễệỉịọỏốồổỗộớờởỡợụủứừửữựỳỵỷỹ";
/// What a derived `Debug`, serde or a library would say.
const FOREIGN: [&str; 12] = ["Some(", "None", "Err(", "Ok(", "Problem {", "Error", "error", "invalid", "expected", "EOF", "panicked", "::"];

fn folder() -> std::path::PathBuf {
    Path::new(env!("CARGO_MANIFEST_DIR")).join("tests/fixtures/broken")
}

fn text<'a>(case: &'a Value, name: &str) -> &'a str {
    case[name].as_str().unwrap_or_default()
}

/// Builds a case that has no file; `times` replaces the recipe's own.
fn build(case: &Value, times: u64) -> Option<Vec<u8>> {
    let times = usize::try_from(times).unwrap();
    let made = match text(case, "make") {
        "" => return None,
        "repeat" => {
            let rows: Vec<String> = (0..times).map(|n| text(case, "unit").replace("{n}", &n.to_string())).collect();
            format!("{}{}{}", text(case, "before"), rows.join(text(case, "separator")), text(case, "after"))
        }
        "nest" => format!("{}{}{}", text(case, "open").repeat(times), text(case, "inside"), text(case, "close").repeat(times)),
        other => panic!("unknown recipe {other}"),
    };
    Some(made.into_bytes())
}

/// What is wrong with a sentence as an officer would read it.
fn fault(sentence: &str) -> Option<&'static str> {
    let faults = [
        (!sentence.to_lowercase().chars().any(|letter| LETTERS.contains(letter)), "not Vietnamese"),
        (!sentence.ends_with(['.', ')']), "no end"),
        (FOREIGN.iter().any(|word| sentence.contains(word)), "for programmers"),
        (sentence.contains("  ") || sentence.contains("«»"), "a hole"),
    ];
    faults.into_iter().find_map(|(found, fault)| found.then_some(fault))
}

#[test]
fn broken_registrations_are_refused_where_they_break() {
    let expected: Value = serde_json::from_slice(&std::fs::read(folder().join("expected.json")).unwrap()).unwrap();
    let engine = Engine::new(|text| text.nfc().collect()).unwrap();
    let mut wrong = Vec::new();
    let mut counted = 0;
    for (name, case) in expected.as_object().unwrap().iter().filter(|(name, _)| !name.starts_with('$')) {
        let bytes = build(case, case["times"].as_u64().unwrap_or_default()).unwrap_or_else(|| std::fs::read(folder().join(name)).unwrap());
        counted += 1;
        match engine.parse(&bytes) {
            Ok(_) => wrong.push(format!("{name}: was read")),
            Err(refusal) => {
                let problem = &refusal.problems[0];
                let (code, path) = (text(case, "code"), case["path"].as_str());
                if problem.code != code || path.is_some_and(|path| path != problem.path) {
                    wrong.push(format!("{name}: {} at «{}», not {code} at {path:?}", problem.code, problem.path));
                }
                let sentence = messages::problem(problem);
                wrong.extend(fault(&sentence).map(|fault| format!("{name}: {fault}: {sentence}")));
                println!("{name}: {sentence}");
            }
        }
    }
    assert!(wrong.is_empty(), "{}", wrong.join("\n"));
    assert!(counted >= 40, "only {counted} cases");
}

#[test]
fn what_stands_on_the_limit_is_read() {
    let expected: Value = serde_json::from_slice(&std::fs::read(folder().join("expected.json")).unwrap()).unwrap();
    let engine = Engine::new(|text| text.nfc().collect()).unwrap();
    let mut counted = 0;
    for (name, case) in expected.as_object().unwrap() {
        let Some(times) = case["fine"].as_u64() else { continue };
        counted += 1;
        if let Err(refusal) = engine.parse(&build(case, times).unwrap()) {
            panic!("{name}: {:?}", refusal.problems[0]);
        }
    }
    assert!(counted >= 4, "only {counted} recipes have a limit");
}

#[test]
fn every_file_is_expected() {
    let expected: Value = serde_json::from_slice(&std::fs::read(folder().join("expected.json")).unwrap()).unwrap();
    for file in std::fs::read_dir(folder()).unwrap() {
        let name = file.unwrap().file_name().into_string().unwrap();
        assert!(name == "expected.json" || expected.get(&name).is_some(), "{name} is not in expected.json");
    }
}
