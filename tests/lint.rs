//! Guidelines that are wrong in one way each: what is told of them, where, in which sentence. And the table of reasons against the checks themselves.
//!
//! `DVK_BLESS=1 cargo test --test lint` writes `tests/fixtures/guidelines/broken.golden.txt`; read the diff before committing it.
#![expect(clippy::unwrap_used, reason = "a test stops at what it does not expect")]

use std::fmt::Write as _;
use std::path::{Path, PathBuf};

use dan_van_kheo::criteria::Rules;
use dan_van_kheo::guideline::reasons::REASONS;
use dan_van_kheo::guideline::{Check, Extends, Guideline, Outcome, lint};
use dan_van_kheo::json::shape::read_all;
use dan_van_kheo::json::{self, Limits, Problem};
use dan_van_kheo::messages;

fn root() -> &'static Path {
    Path::new(env!("CARGO_MANIFEST_DIR"))
}

fn files(folder: &str) -> Vec<PathBuf> {
    let entries = std::fs::read_dir(root().join(folder)).unwrap();
    let mut files: Vec<PathBuf> = entries.map(|entry| entry.unwrap().path()).filter(|path| path.extension().is_some_and(|end| end == "json")).collect();
    files.sort();
    files
}

fn name(path: &Path) -> &str {
    path.file_name().unwrap().to_str().unwrap()
}

/// Everything that is wrong in a guideline, among those that extend `mau` or nothing.
fn problems(mau: &Rules, text: &[u8]) -> Vec<Problem> {
    let find = |extends: &Extends| (extends.id == "mau").then(|| mau.known());
    Rules::load(text, &find).err().unwrap_or_default()
}

#[test]
fn one_problem_each() {
    let mau = Rules::mau().unwrap_or_else(|problems| panic!("mau: {problems:#?}"));
    let (mut told, mut wrong) = (String::new(), String::new());
    let files = files("tests/fixtures/guidelines/broken");
    for path in &files {
        let problems = problems(&mau, &std::fs::read(path).unwrap());
        if problems.len() != 1 {
            writeln!(wrong, "{}: {} problems", name(path), problems.len()).unwrap();
        }
        for problem in problems {
            let sentence = messages::problem(&problem);
            let (line, column) = (problem.line.unwrap_or_default(), problem.column.unwrap_or_default());
            if line == 0 || sentence.contains("  ") || sentence.contains("«»") || sentence.contains(problem.code) {
                writeln!(wrong, "{}: {line}:{column} {sentence}", name(path)).unwrap();
            }
            writeln!(told, "{}:{line}:{column}\n  {} {}\n  {sentence}", name(path), problem.code, problem.path).unwrap();
        }
    }
    assert!(files.len() >= 30, "only {} fixtures", files.len());
    let golden = root().join("tests/fixtures/guidelines/broken.golden.txt");
    if std::env::var_os("DVK_BLESS").is_some() {
        std::fs::write(&golden, &told).unwrap();
    }
    let golden = std::fs::read_to_string(golden).unwrap_or_default();
    for (line, (old, new)) in golden.lines().zip(told.lines()).enumerate().filter(|(_, (old, new))| old != new).take(5) {
        writeln!(wrong, "line {}:\n- {old}\n+ {new}", line + 1).unwrap();
    }
    assert!(wrong.is_empty() && golden == told, "{wrong}\nWhen this is what you meant: DVK_BLESS=1 cargo test --test lint, then read the diff.");
}

/// Several mistakes in one file are told together.
#[test]
fn all_at_once() {
    let mau = Rules::mau().unwrap();
    let text = std::fs::read_to_string(root().join("tests/fixtures/guidelines/sound.json")).unwrap();
    let text = text.replace("\"path\": \"/model/status\"", "\"path\": \"/model/statuss\"").replace("{missing}", "{mising}").replace("\"min\": 8", "\"min\": 5");
    let codes: Vec<&str> = problems(&mau, text.as_bytes()).iter().map(|problem| problem.code).collect();
    assert_eq!(codes, ["unknown-placeholder", "unknown-path", "same-band"]);
}

/// Of a file that is nothing but mistakes the first are told and the others counted; each that is told has to be looked for in the text.
#[test]
fn a_file_of_mistakes() {
    let mau = Rules::mau().unwrap();
    let sound = std::fs::read_to_string(root().join("tests/fixtures/guidelines/sound.json")).unwrap();
    let members: String = (0..9_000).map(|number| format!("\"lạ {number}\": \"{}\",\n", "x".repeat(200))).collect();
    let placeholders = sound.replace("{missing}", &"{a}".repeat(100_000));
    let dots = sound.replace("\"min\": 5, \"max\": 60", &format!("\"min\": 5, \"values\": [{}1]", "50.000,".repeat(9_000)));
    let paths: Vec<String> = (0..9_000).map(|number| format!("\"/extra/ô {number}\"")).collect();
    let unknown = sound.replace("[\"/model/name\"]", &format!("[{}]", paths.join(",")));
    for (text, code) in [
        (sound.replacen('{', &format!("{{{members}"), 1), "unknown-member"),
        (placeholders, "unknown-placeholder"),
        (dots, "thousands-dot"),
        (unknown, "unknown-path"),
    ] {
        let told = problems(&mau, text.as_bytes());
        assert_eq!((told.len(), told.last().map(|problem| problem.code)), (Problem::MOST + 1, Some("more-problems")), "{code}");
        assert!(told.iter().filter(|problem| problem.code == code).count() >= Problem::MOST - 2, "{code}");
        assert!(told.array_windows().all(|[one, other]| other.line.is_none() || (one.line, one.column) <= (other.line, other.column)), "{code}");
    }
}

/// What the reader puts in the place of something misshapen is not told as wrong.
#[test]
fn stand_ins_are_not_blamed() {
    let other = ("unknown-placeholder", "/criteria/0/messages/too-long");
    tells("\"group\": \"Kết quả\",", "", &[("missing", "/criteria/1/group"), other]);
    tells("\"kind\": \"count\"", "\"kind\": \"coutn\"", &[("unknown-choice", "/criteria/1/check/kind"), other]);
    tells("\"sources\"", "\"sorces\"", &[("unknown-member", "/sorces"), ("missing", "/sources"), other]);
    tells("\"extraFields\"", "\"extraField\"", &[("unknown-member", "/extraField"), other]);
    tells("\"min\": 5, \"max\": 60", "\"min\": 5, \"max\": \"60\"", &[("wrong-type", "/criteria/0/check/of/1/max")]);
    tells("\"criteria\"", "\"criterias\"", &[("unknown-member", "/criterias"), ("missing", "/criteria")]);
}

#[track_caller]
fn tells(sound: &str, change: &str, expected: &[(&str, &str)]) {
    let text = std::fs::read_to_string(root().join("tests/fixtures/guidelines/sound.json")).unwrap();
    let text = text.replace("nhiều nhất {max}", "nhiều nhất {maxx}").replace(sound, change);
    let (guideline, mut told) = read_all::<Guideline>(&json::read(text.as_bytes(), Limits::default()).unwrap());
    told.extend(lint::beside(&guideline, None, &told));
    assert_eq!(told.iter().map(|problem| (problem.code, problem.path.as_str())).collect::<Vec<_>>(), expected);
}

#[test]
fn guidelines_that_come_with_the_software_are_sound() {
    let mau = Rules::mau().unwrap();
    let mut wrong = String::new();
    for path in files("src/guideline/data").iter().chain(&[root().join("tests/fixtures/guidelines/sound.json")]) {
        for problem in problems(&mau, &std::fs::read(path).unwrap()) {
            writeln!(wrong, "{}:{}: {} {}", name(path), problem.line.unwrap_or_default(), problem.code, messages::problem(&problem)).unwrap();
        }
    }
    assert!(wrong.is_empty(), "\n{wrong}");
}

/// `stockPhrases` → `stock_phrases`.
fn snake(kind: &str) -> String {
    kind.chars().flat_map(|c| if c.is_ascii_uppercase() { vec!['_', c.to_ascii_lowercase()] } else { vec![c] }).collect()
}

/// First argument of every call of `function` when it is a text.
fn literals<'a>(code: &'a str, function: &str) -> Vec<&'a str> {
    code.split(function).skip(1).filter_map(|tail| Some(tail.strip_prefix("(\"")?.split_once('"')?.0)).collect()
}

/// What a check says in its code and what the table says that it can say are the same.
#[test]
fn reasons_are_those_of_the_checks() {
    let mut wrong = String::new();
    assert_eq!(REASONS.iter().map(|(kind, _)| *kind).collect::<Vec<_>>(), Check::KINDS);
    for (kind, reasons) in REASONS {
        let file = format!("src/criteria/checks/{}.rs", snake(kind));
        let text = std::fs::read_to_string(root().join(&file)).unwrap();
        let code: String =
            text.split("#[cfg(test)]").next().unwrap().lines().filter(|line| !line.trim_start().starts_with("//")).collect::<Vec<_>>().join("\n");
        for (function, outcome) in
            [("Verdict::unmet", Outcome::Unmet), ("Verdict::not_applicable", Outcome::NotApplicable), ("Verdict::review", Outcome::Review)]
        {
            for reason in literals(&code, function) {
                if !reasons.iter().any(|known| known.name == reason && known.outcome == outcome) {
                    writeln!(wrong, "{file}: says {outcome:?} «{reason}», which guideline/reasons.rs does not know").unwrap();
                }
            }
        }
        for known in reasons.iter().filter(|known| known.name != "met") {
            let said = code.contains(&format!("\"{}\"", known.name)) || known.name == "empty" && code.contains("met_unless_empty");
            if !said {
                writeln!(wrong, "guideline/reasons.rs: {kind} never says «{}»", known.name).unwrap();
            }
        }
        let named: Vec<&str> = [".with", ".with_some"].iter().flat_map(|function| literals(&code, function)).collect();
        let known: Vec<&str> = reasons.iter().flat_map(|reason| reason.data).copied().collect();

        for name in named.iter().filter(|name| !known.contains(name)) {
            writeln!(wrong, "{file}: gives «{name}», which guideline/reasons.rs does not know").unwrap();
        }
        for name in known.iter().filter(|name| !named.contains(name)) {
            writeln!(wrong, "guideline/reasons.rs: {kind} never gives «{name}»").unwrap();
        }
    }
    assert!(wrong.is_empty(), "\n{wrong}");
}
