//! The PDFs of the good registrations, as another program reads them: Debian's poppler.
//!
//! `DVK_BLESS=1` writes `tests/fixtures/golden/<name>.<kind>.pdf.txt`; read the diff before committing it.
#![cfg(feature = "pdf")]
#![expect(clippy::unwrap_used, clippy::panic, clippy::indexing_slicing, reason = "a test stops at what it does not expect")]

use std::path::{Path, PathBuf};
use std::process::Command;

use dan_van_kheo::engine::Engine;
use dan_van_kheo::summary::{pdf, text};
use unicode_normalization::{UnicodeNormalization as _, is_nfc};

const GOOD: [&str; 4] = ["collective-party", "collective-state", "individual-party", "individual-state"];

/// A record with nearly every fault.
const POOR: &str = "poor";

fn rendered(name: &str, kind: &str) -> Vec<u8> {
    let (bytes, _) = with_text(name, kind);
    bytes
}

/// The file, and the document as text.
fn with_text(name: &str, kind: &str) -> (Vec<u8>, String) {
    let root = Path::new(env!("CARGO_MANIFEST_DIR"));
    let folder = if name == POOR { "tests/fixtures" } else { "tests/fixtures/registrations" };
    let record = std::fs::read(root.join(format!("{folder}/{name}.json"))).unwrap();
    let portal = std::fs::read_to_string(root.join("www/portal.json")).unwrap();
    let mut engine = Engine::new(|text| text.nfc().collect()).unwrap();
    engine.load_units(&std::fs::read(root.join("data/units.json")).unwrap()).unwrap();
    let document = engine.document(&record, format!(r#"{{"today":"2026-06-01","kind":"{kind}","portal":{portal}}}"#).as_bytes()).unwrap();
    let pdf = pdf::render(&document).unwrap();
    assert!(pdf.missing.is_empty(), "{name}: every letter is in the fonts, but {:?}", pdf.missing);
    (pdf.bytes, text::render(&document))
}

/// What a program of poppler prints of a file.
fn poppler(program: &str, before: &[&str], file: &Path, after: &[&str]) -> String {
    let output = Command::new(program).args(before).arg(file).args(after).output();
    let output = output.unwrap_or_else(|error| panic!("{program} is needed (Debian: poppler-utils): {error}"));
    String::from_utf8_lossy(&output.stdout).into_owned()
}

fn field(info: &str, name: &str) -> String {
    info.lines().find_map(|line| line.strip_prefix(name)).unwrap_or_default().trim().to_owned()
}

/// Words without what print and extraction do to them: punctuation and breaks.
fn words(text: &str) -> Vec<String> {
    text.split(|c: char| !c.is_alphanumeric()).filter(|word| !word.is_empty()).map(str::to_owned).collect()
}

#[test]
fn sheets_lose_no_text() {
    let folder = std::env::temp_dir().join(format!("dvk-pdf-sheets-{}", std::process::id()));
    std::fs::create_dir_all(&folder).unwrap();
    for name in ["collective-party", POOR] {
        for kind in ["self-check", "appraisal", "all"] {
            let (bytes, text) = with_text(name, kind);
            assert!(bytes == rendered(name, kind), "{name} {kind}: two runs differ");
            let file = folder.join(format!("{name}-{kind}.pdf"));
            std::fs::write(&file, &bytes).unwrap();
            assert_eq!(field(&poppler("pdfinfo", &[], &file, &[]), "Tagged:"), "yes");
            let printed = poppler("pdftotext", &["-raw", "-enc", "UTF-8"], &file, &["-"]);
            assert!(is_nfc(&printed), "{name} {kind}");
            let mut printed = words(&printed);
            // The text names the column of every cell, print does so once.
            let heads = words("Tiêu chí Nhận xét, đề nghị Căn cứ trong hồ sơ Ý kiến Nội dung Tóm tắt");
            let lost: Vec<String> = words(&text)
                .into_iter()
                .filter(|word| match printed.iter().position(|other| other == word) {
                    Some(at) => {
                        printed.swap_remove(at);
                        false
                    }
                    None => !heads.contains(word),
                })
                .collect();
            assert!(kind == "all" || lost.is_empty(), "{name} {kind}: {lost:?}");
            let tree = poppler("pdfinfo", &["-struct"], &file, &[]);
            for part in ["H1", "Table", "Caption", "THead", "TBody", "/Scope /Column", "/ColSpan", "TD"] {
                // The appraisal sheet names its groups only when they are few.
                assert!(tree.contains(part) || (part == "/ColSpan" && kind == "appraisal"), "{name} {kind}: no {part} in {tree}");
            }
        }
    }
    std::fs::remove_dir_all(folder).unwrap();
}

#[test]
fn text_pages_and_fonts() {
    let folder = std::env::temp_dir().join(format!("dvk-pdf-{}", std::process::id()));
    std::fs::create_dir_all(&folder).unwrap();
    for name in GOOD {
        for kind in ["form", "brief"] {
            let bytes = rendered(name, kind);
            assert!(bytes == rendered(name, kind), "{name} {kind}: two runs differ");
            let file = folder.join(format!("{name}-{kind}.pdf"));
            std::fs::write(&file, &bytes).unwrap();
            let info = poppler("pdfinfo", &[], &file, &[]);
            assert!(field(&info, "Page size:").contains("A4"), "{name} {kind}: {info}");
            assert_eq!(field(&info, "Tagged:"), "yes");
            assert!(!field(&info, "Title:").is_empty());
            if kind == "brief" {
                assert_eq!(field(&info, "Pages:"), "1", "{name}: the brief is one page");
            }
            for font in poppler("pdffonts", &[], &file, &[]).lines().skip(2) {
                assert!(font.contains("DVKSerif") && font.contains("yes yes yes"), "embedded, subset, with Unicode: {font}");
            }
            let text = poppler("pdftotext", &["-raw", "-enc", "UTF-8"], &file, &["-"]);
            assert!(is_nfc(&text), "{name} {kind}");
            let golden = PathBuf::from(env!("CARGO_MANIFEST_DIR")).join(format!("tests/fixtures/golden/{name}.{kind}.pdf.txt"));
            if std::env::var_os("DVK_BLESS").is_some() {
                std::fs::write(&golden, &text).unwrap();
            }
            let expected = std::fs::read_to_string(&golden).unwrap_or_default();
            assert!(text == expected, "{} changed; DVK_BLESS=1 writes it", golden.display());
        }
    }
    std::fs::remove_dir_all(folder).unwrap();
}

/// Every answer of the record as long as a person could make it.
fn stuffed(filling: &str) -> Vec<u8> {
    let root = Path::new(env!("CARGO_MANIFEST_DIR"));
    let mut record: serde_json::Value =
        serde_json::from_slice(&std::fs::read(root.join("tests/fixtures/registrations/collective-state.json")).unwrap()).unwrap();
    let long = |length: usize| serde_json::json!(filling.chars().cycle().take(length).collect::<String>());
    record["applicant"]["name"] = long(300);
    record["applicant"]["address"]["detail"] = long(400);
    for path in ["name", "need", "goal", "method", "outputs", "sustain", "results"] {
        record["model"][path] = long(if path == "name" { 600 } else { 5000 });
    }
    record["model"]["scope"]["text"] = long(5000);
    for row in 0..20 {
        let target = serde_json::json!({"content": long(400), "target": 123456.5, "unit": long(40), "due": "2026-12-31"});
        let force = serde_json::json!({"name": long(300), "role": "take-part", "duty": long(400)});
        for (list, entry) in [("targets", target), ("forces", force)] {
            let list = record["model"][list].as_array_mut().unwrap();
            if row == 0 {
                list.clear()
            }
            list.push(entry);
        }
    }
    record.to_string().into_bytes()
}

#[test]
fn the_brief_is_one_page_however_much_is_written() {
    let mut engine = Engine::new(|text| text.nfc().collect()).unwrap();
    engine.load_units(&std::fs::read(Path::new(env!("CARGO_MANIFEST_DIR")).join("data/units.json")).unwrap()).unwrap();
    let folder = std::env::temp_dir().join(format!("dvk-pdf-brief-{}", std::process::id()));
    std::fs::create_dir_all(&folder).unwrap();
    for (at, filling) in ["Mô hình vận động ", "ỦY BAN NHÂN DÂN ", "mươi trường ", "W", "https://example.vn/a-b/c", "a. Ô! “B” – c; "].iter().enumerate()
    {
        let document = engine.document(&stuffed(filling), br#"{"today":"2026-06-01","kind":"brief"}"#).unwrap();
        let file = folder.join(format!("{at}.pdf"));
        std::fs::write(&file, pdf::render(&document).unwrap().bytes).unwrap();
        assert_eq!(field(&poppler("pdfinfo", &[], &file, &[]), "Pages:"), "1", "{filling}");
    }
    std::fs::remove_dir_all(folder).unwrap();
}
