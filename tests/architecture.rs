//! The order of the house: who may name whom, what stays out, how big a file is, what a check kind tells of itself.
#![expect(clippy::unwrap_used, reason = "a test stops at what it does not expect")]

use std::path::{Path, PathBuf};

use dan_van_kheo::guideline::Check;

/// Every module of `src/` and the modules that it may name; the table of lib.rs.
const MAY_NAME: &[(&str, &[&str])] = &[
    ("ahead", &[]),
    ("order", &[]),
    ("json", &[]),
    ("text", &[]),
    ("units", &["json", "text"]),
    ("record", &["json", "text"]),
    ("guideline", &["json", "text", "record"]),
    ("portal", &["json", "text", "record"]),
    ("criteria", &["json", "text", "units", "record", "guideline", "portal"]),
    ("messages", &["json", "text", "units", "record", "guideline", "portal", "criteria"]),
    ("pdf_read", &[]),
    ("summary", &["pdf_read", "json", "text", "units", "record", "guideline", "portal", "criteria", "messages"]),
    ("rollup", &["json", "text", "units", "record", "guideline", "portal", "criteria", "messages", "summary"]),
    ("engine", &["json", "text", "units", "record", "guideline", "portal", "criteria", "messages", "summary"]),
    ("api", EVERYTHING),
    ("docx_module", EVERYTHING),
    ("pdf_module", EVERYTHING),
    ("ui", EVERYTHING),
];
/// Small enough for every module to name.
const BY_ALL: &[&str] = &["ahead", "order"];
const EVERYTHING: &[&str] = &[
    "json",
    "text",
    "units",
    "record",
    "guideline",
    "portal",
    "criteria",
    "messages",
    "pdf_read",
    "summary",
    "rollup",
    "engine",
    "api",
    "ui",
    "docx_module",
    "pdf_module",
];
/// Macros live at the root of the crate.
const MACROS: &[&str] = &["shape", "choice", "kinds", "words"];
/// What only the edge may name.
const BROWSER: &[&str] = &["wasm_bindgen", "web_sys", "js_sys", "serde_wasm_bindgen"];
const EDGE: &[&str] = &["api", "ui", "docx_module", "pdf_module"];
/// Long because the record and the guideline are: lists of members, no seam.
const LONG: &[&str] = &["record/types.rs", "guideline/types.rs"];
const HEADINGS: &[&str] = &["//! # What it checks", "//! # Why", "//! # Parameters", "//! # Evidence", "//! # Example"];

struct Source {
    /// Below `src/`, with `/`.
    path: String,
    text: String,
}

impl Source {
    /// `json/read.rs` → `json`.
    fn module(&self) -> &str {
        self.path.split('/').next().unwrap_or_default().trim_end_matches(".rs")
    }
    /// The text without comments; texts in quotes stay.
    fn code(&self) -> String {
        self.text
            .lines()
            .filter(|line| !line.trim_start().starts_with("//"))
            .map(|line| line.split(" // ").next().unwrap_or_default())
            .collect::<Vec<_>>()
            .join("\n")
    }
}

fn sources() -> Vec<Source> {
    fn walk(folder: &Path, files: &mut Vec<PathBuf>) {
        for entry in std::fs::read_dir(folder).unwrap() {
            let path = entry.unwrap().path();
            if path.is_dir() { walk(&path, files) } else { files.push(path) }
        }
    }
    let root = Path::new(env!("CARGO_MANIFEST_DIR")).join("src");
    let mut files = Vec::new();
    walk(&root, &mut files);
    files.sort();
    let rust = files.iter().filter(|path| path.extension().is_some_and(|extension| extension == "rs"));
    let slashes = |path: &Path| path.strip_prefix(&root).unwrap().to_str().unwrap().replace('\\', "/");
    rust.map(|path| Source { path: slashes(path), text: std::fs::read_to_string(path).unwrap() }).collect()
}

fn word(text: &str) -> String {
    text.chars().take_while(|c| c.is_alphanumeric() || *c == '_').collect()
}

/// First names after every `crate::`, those of `crate::{…}` too.
fn named(code: &str) -> Vec<String> {
    let mut names = Vec::new();
    for tail in code.split("crate::").skip(1) {
        let Some(group) = tail.strip_prefix('{') else {
            names.push(word(tail));
            continue;
        };
        let (mut depth, mut begins) = (0, true);
        for (at, c) in group.char_indices() {
            match c {
                '}' if depth == 0 => break,
                '{' => depth += 1,
                '}' => depth -= 1,
                ',' if depth == 0 => begins = true,
                c if begins && !c.is_whitespace() => {
                    names.push(word(group.get(at..).unwrap_or_default()));
                    begins = false;
                }
                _ => {}
            }
        }
    }
    names
}

#[track_caller]
fn none(wrong: &[String]) {
    assert!(wrong.is_empty(), "\n{}", wrong.join("\n"));
}

#[test]
fn modules_name_only_what_they_may() {
    let mut wrong = Vec::new();
    for source in sources().iter().filter(|source| source.path != "lib.rs") {
        let module = source.module();
        let Some((_, allowed)) = MAY_NAME.iter().find(|(name, _)| *name == module) else {
            wrong.push(format!("{}: the module «{module}» is not in the table of tests/architecture.rs", source.path));
            continue;
        };
        for name in named(&source.code()) {
            if name != module && !allowed.contains(&name.as_str()) && !BY_ALL.contains(&name.as_str()) && !MACROS.contains(&name.as_str()) {
                wrong.push(format!("{}: names crate::{name}", source.path));
            }
        }
    }
    none(&wrong);
}

/// `super::super::…` that reaches the root of the crate would name a neighbour without saying `crate::`.
#[test]
fn super_stays_inside_its_module() {
    let mut wrong = Vec::new();
    for source in sources().iter().filter(|source| source.path != "lib.rs") {
        let mut depth = source.path.trim_end_matches("/mod.rs").split('/').count();
        for line in source.code().lines() {
            if line.starts_with("mod tests") {
                depth += 1;
            }
            let climbs = line.match_indices("super::").fold((0, 0, usize::MAX), |(most, run, end), (at, _)| {
                let run = if at == end { run + 1 } else { 1 };
                (most.max(run), run, at + "super::".len())
            });
            if climbs.0 >= depth {
                wrong.push(format!("{}: {}", source.path, line.trim()));
            }
        }
    }
    none(&wrong);
}

#[test]
fn only_the_edge_knows_the_browser() {
    let mut wrong = Vec::new();
    for source in sources().iter().filter(|source| !EDGE.contains(&source.module())) {
        let code = source.code();
        wrong.extend(BROWSER.iter().filter(|name| code.contains(*name)).map(|name| format!("{}: names {name}", source.path)));
    }
    none(&wrong);
}

#[test]
fn nothing_is_unsafe() {
    let wrong: Vec<String> = sources()
        .iter()
        .filter(|source| source.code().split(|c: char| !c.is_alphanumeric() && c != '_' && c != '"').any(|word| word == "unsafe"))
        .map(|source| source.path.clone())
        .collect();
    none(&wrong);
}

#[test]
fn files_are_short() {
    let wrong: Vec<String> = sources()
        .iter()
        .map(|source| (source, source.text.lines().count()))
        .filter(|(source, lines)| *lines > 400 && !LONG.contains(&source.path.as_str()))
        .map(|(source, lines)| format!("{}: {lines} lines; look for the seam", source.path))
        .collect();
    none(&wrong);
}

/// `stockPhrases` → `stock_phrases`.
fn snake(kind: &str) -> String {
    kind.chars().flat_map(|c| if c.is_ascii_uppercase() { vec!['_', c.to_ascii_lowercase()] } else { vec![c] }).collect()
}

#[test]
fn check_kinds_are_documented_and_tested() {
    let sources = sources();
    let mut wrong = Vec::new();
    for kind in Check::KINDS {
        let path = format!("criteria/checks/{}.rs", snake(kind));
        let Some(source) = sources.iter().find(|source| source.path == path) else {
            wrong.push(format!("{path}: no file for the kind {kind}"));
            continue;
        };
        let found: Vec<&str> = source.text.lines().filter(|line| line.starts_with("//! # ")).collect();
        if found != HEADINGS {
            wrong.push(format!("{path}: headings are {found:?}"));
        }
        if !source.text.contains("#[test]") {
            wrong.push(format!("{path}: no test"));
        }
        if !source.text.contains(&format!("\"kind\":\"{kind}\"")) {
            wrong.push(format!("{path}: its example has another kind"));
        }
    }
    none(&wrong);
}

#[test]
fn imports_are_found() {
    let code = "use crate::{\n    json::{self, Json},\n    text,\n};\nuse crate::units::Units;\nfn f(p: crate::portal::Portal) {}";
    assert_eq!(named(code), ["json", "text", "units", "portal"]);
}
