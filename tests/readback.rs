//! PDFs that carry their record: what comes back, and what the file says of itself after it was changed.
//!
//! 500 records in `make test`, 5 000 in `make soak` (`DVK_SOAK`); the seed is printed, and `DVK_SEED` repeats a run. What other programs
//! make of the files is in `tests/pdf/`.
#![cfg(feature = "pdf")]
#![expect(clippy::unwrap_used, clippy::indexing_slicing, reason = "a test stops at what it does not expect")]

mod carried;
mod chance;

use std::path::{Path, PathBuf};
use std::process::Command;

use carried::{engine, exported};
use chance::{Random, retype, whole};
use dan_van_kheo::pdf_read::{self, State};
use dan_van_kheo::record;

#[test]
fn random_records_come_back_identical_and_intact() {
    let (cases, seed) = chance::cases(500, 5_000);
    println!("records through PDF: {cases} cases, seed {seed}");
    let (engine, whole) = (engine(), whole());
    let mut random = Random(seed);
    let mut done = 0;
    let mut tried = 0;
    while done < cases {
        let mut tree = whole[tried % whole.len()].clone();
        retype(&mut tree, &mut random);
        tried += 1;
        let kind = ["form", "form", "brief", "self-check", "appraisal", "all"][tried % 6];
        let Some((file, text)) = exported(&engine, &tree, kind) else { continue };
        let opened = pdf_read::open(&file).unwrap_or_else(|refused| panic!("case {tried} of seed {seed}: {refused:?}"));
        assert_eq!(opened.state, State::Intact, "case {tried} of seed {seed}");
        assert_eq!(String::from_utf8_lossy(&opened.record), text, "case {tried} of seed {seed}");
        let back = engine.read_back(&opened.record, &opened.report.unwrap(), &opened.digest).unwrap();
        assert!(back.as_named, "case {tried} of seed {seed}");
        assert_eq!(record::canonical(&back.record), text, "case {tried} of seed {seed}");
        assert_eq!(back.report.unwrap().get("record").unwrap().get("digest").unwrap().text(), Some(opened.digest.as_str()));
        done += 1;
    }
    println!("records through PDF: {done} identical and intact, {} refused before", tried - done);
}

/// The Python of `scripts/setup.sh`, with the programs of `tests/requirements.txt`.
fn python() -> PathBuf {
    let cache = std::env::var_os("DVK_CACHE").map_or_else(|| PathBuf::from(std::env::var_os("HOME").unwrap()).join(".cache/dvk"), PathBuf::from);
    cache.join("venv/bin/python")
}

#[test]
fn what_other_programs_make_of_a_file_is_told() {
    let folder = Path::new(env!("CARGO_TARGET_TMPDIR")).join("readback");
    let (engine, whole) = (engine(), whole());
    for (tree, kind) in whole.iter().zip(["form", "all", "self-check", "brief"]) {
        let (file, text) = exported(&engine, tree, kind).unwrap();
        let original = folder.join(format!("{kind}.pdf"));
        std::fs::create_dir_all(&folder).unwrap();
        std::fs::write(&original, &file).unwrap();
        let out = folder.join(kind);
        let made = Command::new(python()).arg("tests/pdf/readback.py").args([&original, &out, &folder]).output().unwrap();
        assert!(made.status.success(), "{}", String::from_utf8_lossy(&made.stderr));
        let names: Vec<String> = String::from_utf8(made.stdout).unwrap().lines().map(str::to_owned).collect();
        assert!(names.len() > 30, "{names:?}");
        let mut wrong = Vec::new();
        for name in names {
            let found = pdf_read::open(&std::fs::read(out.join(format!("{name}.pdf"))).unwrap());
            let said = found.as_ref().map_or_else(|refused| refused.code(), |opened| opened.state.name());
            let kept = found.as_ref().is_ok_and(|opened| opened.record == text.as_bytes());
            let expects_other = name.contains("attach") || name.starts_with("pdf-");
            if !name.starts_with(said) || kept == expects_other {
                wrong.push(format!("{kind}/{name}: {said}, record {}", if kept { "kept" } else { "not kept" }));
            }
        }
        assert!(wrong.is_empty(), "\n{}", wrong.join("\n"));
    }
}

/// What stands in print is what a reader of codes reads from paper.
#[test]
fn the_code_at_the_foot_names_the_record() {
    let folder = Path::new(env!("CARGO_TARGET_TMPDIR")).join("readback-code");
    std::fs::create_dir_all(&folder).unwrap();
    let (file, text) = exported(&engine(), &whole()[0], "all").unwrap();
    let original = folder.join("all.pdf");
    std::fs::write(&original, &file).unwrap();
    let record = record::parse(text.as_bytes()).unwrap();
    let expected = format!("QR-Code:DVK:{}:1:{}", record.id, record::digest(&record)).to_uppercase();
    let run = |program: &str, arguments: &[&str]| {
        let output = Command::new(program).args(arguments).current_dir(&folder).output();
        let output = output.unwrap_or_else(|error| panic!("{program} is needed (Debian: poppler-utils, zbar-tools): {error}"));
        String::from_utf8_lossy(&output.stdout).into_owned()
    };
    run("pdftoppm", &["-r", "200", "-png", "all.pdf", "page"]);
    let mut pages: Vec<String> = std::fs::read_dir(&folder).unwrap().map(|entry| entry.unwrap().file_name().into_string().unwrap()).collect();
    pages.retain(|name| name.ends_with(".png"));
    pages.sort();
    let codes: Vec<String> = pages.iter().map(|page| run("zbarimg", &["-q", page]).trim().to_uppercase()).collect();
    // One on the last page of each of the four parts; never on a first page that is not also the last.
    assert_eq!(codes.iter().filter(|code| !code.is_empty()).count(), 4, "{codes:?}");
    assert!(codes.iter().all(|code| code.is_empty() || *code == expected), "{codes:?}");
    assert_eq!(codes.last(), Some(&expected));
    let words = run("pdftotext", &["-raw", "all.pdf", "-"]);
    assert_eq!(words.matches(&format!("Mã đối chiếu: {}", record::digest(&record))).count(), 4);
    std::fs::remove_dir_all(folder).unwrap();
}
