//! The DOCX files of the good registrations and of a document made to be hard, as other programs read them: python-docx, and LibreOffice by way of PDF.
//!
//! `DVK_KEEP=folder` keeps the files, for looking at them.
#![cfg(feature = "docx")]
#![expect(clippy::unwrap_used, clippy::panic, reason = "a test stops at what it does not expect")]

use std::path::{Path, PathBuf};
use std::process::Command;

use dan_van_kheo::engine::Engine;
use dan_van_kheo::summary::document::{Align, Block, Cells, Column, Document, Field, Form, Run, Signature};
use dan_van_kheo::summary::{docx, text};
use unicode_normalization::UnicodeNormalization as _;

/// Name and kind of what is made.
const MADE: [(&str, &str); 8] = [
    ("collective-party", "form"),
    ("collective-state", "form"),
    ("individual-party", "form"),
    ("individual-state", "form"),
    ("collective-party", "appraisal"),
    ("collective-party", "all"),
    ("poor", "appraisal"),
    ("poor", "form"),
];

fn root() -> &'static Path {
    Path::new(env!("CARGO_MANIFEST_DIR"))
}

fn document(name: &str, kind: &str) -> Document {
    let folder = if name == "poor" { "tests/fixtures" } else { "tests/fixtures/registrations" };
    let record = std::fs::read(root().join(format!("{folder}/{name}.json"))).unwrap();
    let portal = std::fs::read_to_string(root().join("www/portal.json")).unwrap();
    let mut engine = Engine::new(|text| text.nfc().collect()).unwrap();
    engine.load_units(&std::fs::read(root().join("data/units.json")).unwrap()).unwrap();
    engine.document(&record, format!(r#"{{"today":"2026-06-01","kind":"{kind}","portal":{portal}}}"#).as_bytes()).unwrap()
}

/// What is hard to write and to lay out: quotes in quotes, markup, forbidden characters, an answer longer than a page, in running text and in a cell.
fn hard() -> Document {
    let long = "Tổ dân vận nói “việc nào cũng ‘khéo’ thì dân mới tin” <b>&amp; làm theo</b>. ".repeat(65);
    assert!(long.chars().count() >= 5000);
    let column = |head: &str, share, align, cells| Column { cells, ..Column::new(head, share, align) };
    let signature = |position: &str, seal| Signature {
        authority: Some("T/M CHI BỘ".into()),
        position: position.into(),
        hint: "(Ký, ghi rõ họ tên)".into(),
        seal,
        name: Some("Nguyễn Thị Ẵm".into()),
    };
    Document {
        title: "Mô hình “Nói ‘khéo’” <&> \u{1}thử".into(),
        lang: "vi".into(),
        author: "Chi bộ \"A\" & B".into(),
        form: Form::State,
        file_name: "thu".into(),
        date: "2026-02-28".into(),
        draft: Some("BẢN NHÁP - còn 3 nội dung cần sửa".into()),
        blocks: vec![
            Block::Heading {
                superior: Some("ỦY BAN NHÂN DÂN XÃ HÀM THUẬN NAM".into()),
                body: Some("TRƯỜNG TIỂU HỌC VÀ TRUNG HỌC CƠ SỞ HÀM THUẬN NAM".into()),
                number: Some("Số: 15/BC-TH".into()),
                place_date: "Hàm Thuận Nam, ngày\u{a0}05\u{a0}tháng\u{a0}02\u{a0}năm\u{a0}2026".into(),
            },
            Block::Title { name: "BẢN ĐĂNG KÝ".into(), subtitle: vec!["Xây dựng mô hình “Dân vận khéo” năm 2026".into()] },
            Block::Addressed { to: vec!["Ủy ban nhân dân xã Hàm Thuận Nam".into(), "Ban Tuyên giáo và Dân vận Đảng ủy".into()] },
            Block::Section { level: 1, text: "1. Cách làm".into() },
            Block::Paragraph {
                runs: vec![
                    Run { text: "Đậm ".into(), bold: true, italic: false },
                    Run { text: format!("thường \u{0}\u{8}\u{b}\u{1f}\u{fffe}{long}"), ..Run::default() },
                ],
            },
            Block::Fields { rows: vec![Field { label: "Địa bàn".into(), value: "Thôn Phú Lộc\nXã Hàm Thuận Nam".into() }] },
            Block::Items { items: vec!["một".into(), "hai & ba".into()] },
            Block::Table {
                caption: "Kế hoạch".into(),
                columns: vec![
                    column("STT", 1.0, Align::Center, Cells::Read),
                    column("Nội dung", 6.0, Align::Left, Cells::Read),
                    column("Đánh giá", 2.0, Align::Left, Cells::Tick),
                    column("Ý kiến", 2.0, Align::Left, Cells::Hand),
                ],
                rows: vec![
                    vec!["Nhóm một".into()],
                    vec!["1".into(), long.clone(), "Đạt\nKhông đạt".into(), String::new()],
                    vec!["2".into(), "Ngắn".into(), "Đạt\nKhông đạt".into(), String::new()],
                ],
            },
            Block::Signatures {
                receipt: vec!["- Như trên;".into(), "- Lưu: VT.".into()],
                signer: signature("HIỆU TRƯỞNG", true),
                confirmations: vec![signature("XÁC NHẬN CỦA UBND XÃ", true), signature("XÁC NHẬN CỦA BAN CÔNG TÁC", false)],
            },
            Block::Note { text: "Ghi chú cuối.".into() },
        ],
    }
}

fn files() -> Vec<(String, Document)> {
    let mut all: Vec<(String, Document)> = MADE.iter().map(|(name, kind)| (format!("{name}.{kind}"), document(name, kind))).collect();
    all.push(("hard".to_owned(), hard()));
    all
}

/// Words without what print and extraction do to them: punctuation and breaks.
fn words(text: &str) -> Vec<String> {
    text.split(|c: char| !c.is_alphanumeric()).filter(|word| !word.is_empty()).map(str::to_owned).collect()
}

/// Takes each word of `of` out of `from`; what is not there comes back.
fn lacking(of: &[String], from: &[String]) -> Vec<String> {
    let mut count = std::collections::HashMap::new();
    for word in from {
        *count.entry(word.as_str()).or_insert(0_i32) += 1;
    }
    let mut lost = Vec::new();
    for word in of {
        let left = count.entry(word.as_str()).or_default();
        *left -= 1;
        if *left < 0 {
            lost.push(word.clone());
        }
    }
    lost
}

fn run(program: &mut Command, what: &str) -> String {
    let output = program.output().unwrap_or_else(|error| panic!("{what}: {error}"));
    assert!(output.status.success(), "{what}: {}{}", String::from_utf8_lossy(&output.stdout), String::from_utf8_lossy(&output.stderr));
    String::from_utf8_lossy(&output.stdout).into_owned()
}

#[test]
fn the_same_document_gives_the_same_bytes() {
    for (name, document) in files() {
        assert!(docx::render(&document).unwrap() == docx::render(&document).unwrap(), "{name}");
    }
}

#[test]
fn a_wrong_date_is_named() {
    for date in ["", "2026-2", "05/02/2026", "2026-02-29"] {
        let document = Document { date: date.into(), ..hard() };
        assert_eq!(docx::render(&document), Err(docx::DocxError::Date(date.into())));
    }
}

#[test]
fn other_programs_read_all_of_it() {
    let keep = std::env::var_os("DVK_KEEP").map(PathBuf::from);
    let folder = keep.clone().unwrap_or_else(|| std::env::temp_dir().join(format!("dvk-docx-{}", std::process::id())));
    std::fs::create_dir_all(&folder).unwrap();
    let files = files();
    let paths: Vec<PathBuf> = files.iter().map(|(name, _)| folder.join(format!("{name}.docx"))).collect();
    for ((_, document), path) in files.iter().zip(&paths) {
        std::fs::write(path, docx::render(document).unwrap().bytes).unwrap();
    }

    let cache = std::env::var_os("DVK_CACHE").map_or_else(|| PathBuf::from(std::env::var_os("HOME").unwrap()).join(".cache/dvk"), PathBuf::from);
    let python = cache.join("venv/bin/python");
    run(Command::new(python).arg(root().join("tests/read_docx.py")).args(&paths), "python-docx (scripts/setup.sh installs it)");

    let home = format!("-env:UserInstallation=file://{}/home", folder.display());
    let mut office = Command::new("soffice");
    office.args([&home, "--headless", "--convert-to", "pdf", "--outdir"]).arg(&folder).args(&paths);
    run(&mut office, "LibreOffice (Debian: libreoffice-writer-nogui)");

    for ((name, document), path) in files.iter().zip(&paths) {
        let pdf = path.with_extension("pdf");
        let printed = words(&run(Command::new("pdftotext").args(["-raw", "-enc", "UTF-8"]).arg(&pdf).arg("-"), "pdftotext (Debian: poppler-utils)"));
        // The text names the column of every cell, print does so once.
        let heads: Vec<String> = document.blocks.iter().flat_map(heads).flat_map(|head| words(&head)).collect();
        let given = words(&allowed(&text::render(document)));
        let lost: Vec<String> = lacking(&given, &printed).into_iter().filter(|word| !heads.contains(word)).collect();
        assert!(lost.is_empty(), "{name}: lost in print: {lost:?}");
        // And print invents nothing but page numbers, heads and banners on further pages, captions and ordinal numbers.
        let more: Vec<String> = lacking(&printed, &given).into_iter().filter(|word| !repeated(document, &heads).contains(word)).collect();
        assert!(more.iter().all(|word| word.parse::<u32>().is_ok()), "{name}: only in print: {more:?}");
        let info = run(Command::new("pdfinfo").arg(&pdf), "pdfinfo");
        assert!(info.contains("(A4)"), "{name}: {info}");
    }
    if keep.is_none() {
        std::fs::remove_dir_all(folder).unwrap();
    }
}

fn heads(block: &Block) -> Vec<String> {
    match block {
        Block::Table { columns, .. } => columns.iter().map(|column| column.head.clone()).collect(),
        _ => Vec::new(),
    }
}

fn repeated(document: &Document, heads: &[String]) -> Vec<String> {
    let captions = document.blocks.iter().filter_map(|block| match block {
        Block::Table { caption, .. } => Some(caption.as_str()),
        _ => None,
    });
    let mut all: Vec<String> = captions.chain(document.draft.as_deref()).flat_map(words).collect();
    all.extend_from_slice(heads);
    all
}

/// The text without characters that XML forbids.
fn allowed(text: &str) -> String {
    text.chars().filter(|c| !matches!(c, '\u{0}'..='\u{8}' | '\u{b}'..='\u{1f}' | '\u{fffe}' | '\u{ffff}')).collect()
}
