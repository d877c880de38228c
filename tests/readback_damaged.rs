//! PDFs that were damaged or made to hurt: an error or “changed”, within limits and soon; never “intact” with anything but the exported bytes.
//!
//! 400 damaged files in `make test`, 20 000 in `make soak` (`DVK_SOAK`); the seed is printed, and `DVK_SEED` repeats a run.
#![cfg(feature = "pdf")]
#![expect(clippy::unwrap_used, clippy::indexing_slicing, clippy::string_slice, reason = "a test stops at what it does not expect")]

mod carried;
mod chance;

use std::time::{Duration, Instant};

use carried::{engine, exported};
use chance::{Random, whole};
use dan_van_kheo::pdf_read::{self, MOST_BYTES, Opened, Refused, State};
use miniz_oxide::deflate::compress_to_vec_zlib;

/// Unoptimised, on a busy machine; the limits keep the built module below two seconds.
const SOON: Duration = Duration::from_secs(60);

fn open(bytes: &[u8]) -> Result<Opened, Refused> {
    let start = Instant::now();
    let opened = pdf_read::open(bytes);
    assert!(start.elapsed() < SOON, "{:?} for {} bytes", start.elapsed(), bytes.len());
    opened
}

/// What is said of a file.
fn said(bytes: &[u8]) -> &'static str {
    open(bytes).map_or_else(Refused::code, |opened| opened.state.name())
}

fn place(bytes: &[u8], random: &mut Random) -> usize {
    // Half of the damage near the end, where tables, metadata and trailer stand.
    if random.below(2) == 0 { random.below(bytes.len()) } else { bytes.len().saturating_sub(1 + random.below(12_000.min(bytes.len()))) }
}

/// Words that a reader acts upon.
const WORDS: [&[u8]; 14] = [
    b"/Prev 0",
    b"xref",
    b"trailer",
    b"startxref",
    b"0 obj",
    b"endobj",
    b"stream\n",
    b"endstream",
    b"/Encrypt 1 0 R",
    b"/Length 99999999",
    b"<<",
    b"[",
    b"%%EOF",
    b"9999999999",
];

fn damaged(original: &[u8], random: &mut Random) -> Vec<u8> {
    let mut bytes = original.to_vec();
    match random.below(8) {
        0 => bytes.truncate(place(original, random)),
        1 => {
            let at = place(original, random);
            drop(bytes.drain(at..original.len().min(at + 1 + random.below(3_000))));
        }
        2 => {
            let at = place(original, random);
            let copied = original[at..original.len().min(at + 1 + random.below(3_000))].to_vec();
            bytes.extend(copied);
        }
        3 => {
            let at = place(original, random);
            let word = WORDS[random.below(WORDS.len())];
            bytes.splice(at..original.len().min(at + word.len()), word.iter().copied());
        }
        4 => {
            // A figure in the readable parts becomes another.
            let figures: Vec<usize> = (original.len().saturating_sub(12_000)..original.len()).filter(|at| original[*at].is_ascii_digit()).collect();
            for _ in 0..=random.below(3) {
                bytes[figures[random.below(figures.len())]] = b'0' + random.below(10) as u8;
            }
        }
        _ => {
            for _ in 0..=random.below(12) {
                let at = place(original, random);
                bytes[at] ^= 1 << random.below(8);
            }
        }
    }
    bytes
}

#[test]
fn damaged_files_are_never_taken_for_whole() {
    let (cases, seed) = chance::cases(400, 20_000);
    let mut random = Random(seed);
    let (engine, whole) = (engine(), whole());
    let originals: Vec<(Vec<u8>, String)> = whole.iter().map(|tree| exported(&engine, tree, "form").unwrap()).collect();
    let mut counts = std::collections::BTreeMap::new();
    for case in 0..cases {
        let (original, record) = &originals[case % originals.len()];
        let file = damaged(original, &mut random);
        match open(&file) {
            Ok(opened) => {
                let same = file.strip_prefix(original.as_slice()).is_some_and(|rest| rest.iter().all(u8::is_ascii_whitespace));
                assert_eq!(opened.state == State::Intact, same, "case {case} of seed {seed}");
                assert!(opened.state != State::Appended || file.starts_with(original), "case {case} of seed {seed}");
                assert!(opened.state == State::Changed || opened.record == record.as_bytes(), "case {case} of seed {seed}");
                *counts.entry(opened.state.name()).or_insert(0) += 1;
            }
            Err(refused) => *counts.entry(refused.code()).or_insert(0) += 1,
        }
    }
    println!("damaged files: {cases} cases, seed {seed}: {counts:?}");
    assert!(counts["changed"] > cases / 10 && counts["pdf-damaged"] > cases / 10, "the damage reaches both: {counts:?}");
}

// --- files that are made to hurt ------------------------------------------

/// A file of objects, or what is appended to one.
fn written(before: &[u8], objects: &[(u32, Vec<u8>)], trailer: &str) -> Vec<u8> {
    let mut out = before.to_vec();
    if before.is_empty() {
        out.extend(b"%PDF-1.7\n");
    }
    let mut rows = String::from("xref\n");
    for (number, body) in objects {
        rows += &format!("{number} 1\n{:010} 00000 n\r\n", out.len());
        out.extend(format!("{number} 0 obj\n").bytes());
        out.extend(body);
        out.extend(b"\nendobj\n");
    }
    let at = out.len();
    out.extend(format!("{rows}trailer\n<<{trailer}>>\nstartxref\n{at}\n%%EOF\n").bytes());
    out
}

fn stream(members: &str, data: &[u8]) -> Vec<u8> {
    [format!("<<{members}/Length {}>>\nstream\n", data.len()).as_bytes(), data, b"\nendstream"].concat()
}

/// A file whose catalogue has one attachment with this stream.
fn carrying(attached: Vec<u8>) -> Vec<u8> {
    let objects = [(1, b"<</Type/Catalog/AF[2 0 R]>>".to_vec()), (2, b"<</Type/Filespec/F(registration.json)/EF<</F 3 0 R>>>>".to_vec()), (3, attached)];
    written(b"", &objects, "/Root 1 0 R")
}

/// A file with this catalogue and these objects.
fn with_root(root: &str, objects: &[(u32, &str)]) -> Vec<u8> {
    let mut all = vec![(1, root.as_bytes().to_vec())];
    all.extend(objects.iter().map(|(number, body)| (*number, body.as_bytes().to_vec())));
    written(b"", &all, "/Root 1 0 R")
}

#[test]
fn bombs_end_at_a_limit() {
    let zeros = compress_to_vec_zlib(&vec![0; 60_000_000], 6);
    assert_eq!(said(&carrying(stream("/Filter/FlateDecode", &zeros))), "pdf-limit");
    let twice = compress_to_vec_zlib(&zeros, 6);
    assert_eq!(said(&carrying(stream("/Filter[/FlateDecode/FlateDecode]", &twice))), "pdf-limit");
    // Many streams, each within the limit.
    let some = stream("/Filter/FlateDecode", &compress_to_vec_zlib(&vec![b' '; 30_000_000], 6));
    let both = [
        (1, b"<</Type/Catalog/AF[2 0 R 4 0 R]>>".to_vec()),
        (2, b"<</F(registration.json)/EF<</F 3 0 R>>>>".to_vec()),
        (3, some.clone()),
        (4, b"<</F(report.json)/EF<</F 5 0 R>>>>".to_vec()),
        (5, some),
    ];
    assert_eq!(said(&written(b"", &both, "/Root 1 0 R")), "pdf-limit");
}

#[test]
fn too_much_of_anything_ends_at_a_limit() {
    assert_eq!(said(&vec![b' '; MOST_BYTES + 1]), "too-big");
    assert_eq!(said(&with_root(&"[".repeat(200_000), &[])), "pdf-limit");
    assert_eq!(said(&with_root(&format!("[{}]", "0 ".repeat(2_000_000)), &[])), "pdf-limit");
    assert_eq!(said(&with_root(&"<</A".repeat(100_000), &[])), "pdf-limit");
    let many: String = (0..3_000).map(|_| "2 0 R ").collect();
    assert_eq!(said(&with_root(&format!("<</AF[{many}]>>"), &[(2, "<</F(x)>>")])), "pdf-limit");
    let mut savings = carrying(stream("", b"{}"));
    for _ in 0..300 {
        let before = savings.len();
        let last = savings.windows(9).rposition(|window| window == b"startxref").unwrap();
        let prev: String = String::from_utf8_lossy(&savings[last + 10..before]).lines().next().unwrap().to_owned();
        savings = written(&savings, &[], &format!("/Root 1 0 R/Prev {prev}"));
    }
    assert_eq!(said(&savings), "pdf-limit");
}

#[test]
fn circles_end() {
    // Tables that lead to themselves and to each other.
    let own = b"%PDF-1.7\nxref\n0 0\ntrailer\n<</Root 1 0 R/Prev 9>>\nstartxref\n9\n%%EOF".to_vec();
    assert_eq!(said(&own), "pdf-damaged");
    let first = written(b"", &[(1, b"<<>>".to_vec())], "/Root 1 0 R/Prev 0000000200");
    let padded = [first.as_slice(), &vec![b' '; 200 - first.len()]].concat();
    let each = [padded.as_slice(), b"xref\n0 0\ntrailer\n<</Root 1 0 R/Prev 29>>\nstartxref\n200\n%%EOF"].concat();
    assert_eq!(said(&each), "pdf-damaged");
    // References, lengths, trees and forms.
    assert_eq!(said(&written(b"", &[(1, b"2 0 R".to_vec()), (2, b"1 0 R".to_vec())], "/Root 1 0 R")), "pdf-damaged");
    assert_eq!(said(&carrying(b"<</Length 3 0 R>>\nstream\n{}\nendstream".to_vec())), "pdf-damaged");
    assert_eq!(said(&with_root("<</Names<</EmbeddedFiles 2 0 R>>>>", &[(2, "<</Kids[2 0 R 2 0 R 2 0 R]>>")])), "pdf-limit");
    assert_eq!(said(&with_root("<</Names<</EmbeddedFiles 2 0 R>>>>", &[(2, "<</Kids[2 0 R]>>")])), "pdf-foreign");
}

#[test]
fn streams_of_objects_and_tables_that_lie() {
    let crossed = |count: &str, index: &str, data: &[u8]| {
        let start = b"%PDF-1.7\n".to_vec();
        let table = stream(&format!("/Type/XRef/W[1 4 2]/Size {count}{index}/Root 1 0 R/Filter/FlateDecode"), &compress_to_vec_zlib(data, 6));
        let mut out = start.clone();
        out.extend(b"7 0 obj\n");
        out.extend(table);
        out.extend(format!("\nendobj\nstartxref\n{}\n%%EOF", start.len()).bytes());
        out
    };
    // Objects in a stream that is itself in a stream, or that is no stream of objects.
    assert_eq!(said(&crossed("8", "", &[0, 0, 0, 0, 0, 0, 0, 2, 0, 0, 0, 2, 0, 0, 2, 0, 0, 0, 1, 0, 0])), "pdf-foreign");
    assert_eq!(said(&crossed("8", "", &[0, 0, 0, 0, 0, 0, 0, 2, 0, 0, 0, 2, 0, 0, 1, 0, 0, 0, 9, 0, 0])), "pdf-damaged");
    assert_eq!(said(&crossed("4000000000", "", &[1; 70])), "pdf-foreign");
    assert_eq!(said(&crossed("8", "/Index[4294967290 4000000000]", &[1; 7 * 100])), "pdf-damaged");
    assert_eq!(said(&crossed("2000000", "", &vec![0; 7 * 2_000_000])), "pdf-limit");
    let liar = format!("xref\n0 4000000000\n{}trailer\n<<>>\nstartxref\n9\n%%EOF", "0000000000 65535 f\r\n".repeat(10));
    assert_eq!(said(format!("%PDF-1.7\n{liar}").as_bytes()), "pdf-damaged");
}

#[test]
fn other_files_are_told_apart() {
    for (file, code) in [
        (b"" as &[u8], "not-pdf"),
        (b"PK\x03\x04 a Word file", "not-pdf"),
        (b"%PDF-1.7", "pdf-damaged"),
        (b"%PDF-1.7\nstartxref\n", "pdf-damaged"),
        (b"%PDF-1.7\nstartxref\n999999\n%%EOF", "pdf-damaged"),
    ] {
        assert_eq!(said(file), code, "{file:?}");
    }
    assert_eq!(said(&with_root("<</Type/Catalog>>", &[])), "pdf-foreign");
    assert_eq!(said(&written(b"", &[(1, b"<</Type/Catalog>>".to_vec())], "/Root 1 0 R/Encrypt<</Filter/Standard>>")), "pdf-encrypted");
    let text = r#"{"format":"dvk-registration/1","id":"01999999-0000-7000-8000-000000000001"}"#;
    let found = open(&carrying(stream("", text.as_bytes()))).unwrap();
    assert_eq!((found.state, found.record.as_slice(), found.digest.as_str()), (State::Changed, text.as_bytes(), ""));
}

/// What is appended to an exported file by hand: the smallest change of what is shown, and the smallest that shows nothing.
#[test]
fn every_object_is_watched() {
    let (file, record) = exported(&engine(), &whole()[0], "brief").unwrap();
    let text = String::from_utf8_lossy(&file).into_owned();
    let last = text.rfind("startxref").unwrap();
    let table: usize = text[last + 10..].lines().next().unwrap().parse().unwrap();
    let number = |after: &str| text[text.rfind(after).unwrap() + after.len()..].split(|c: char| !c.is_ascii_digit()).next().unwrap().parse::<u32>().unwrap();
    let (size, root, info) = (number("/Size "), number("/Root "), number("/Info "));
    let trailer = format!("/Size {size}/Root {root} 0 R/Info {info} 0 R/Prev {table}");
    let mut states = std::collections::BTreeMap::new();
    for object in 1..size {
        let appended = written(&file, &[(object, b"<</Changed true>>".to_vec())], &trailer);
        let found = open(&appended);
        let state = found.as_ref().map_or_else(|refused| refused.code(), |opened| opened.state.name());
        assert_ne!(state, "intact", "object {object}");
        if state == "appended" {
            assert_eq!(found.unwrap().record, record.as_bytes());
        }
        states.entry(state).or_insert_with(Vec::new).push(object);
    }
    // The information and the metadata are the two that may be written anew.
    assert_eq!(states["appended"].len(), 2, "{states:?}");
    assert!(states["appended"].contains(&info));
    // A table of the old objects alone, that does not lead on to them, is no longer the exported file.
    assert_eq!(said(&written(&file, &[], &trailer)), "appended");
    assert_eq!(said(&written(&file, &[], &trailer.replace(&format!("/Prev {table}"), ""))), "pdf-foreign");
    assert_eq!(said(&written(&file, &[], &trailer.replace(&format!("/Root {root}"), "/Root 1"))), "pdf-foreign");
    assert_eq!(said(&[file.as_slice(), b"\r\n"].concat()), "intact");
    assert_eq!(said(&[file.as_slice(), b"\nx"].concat()), "changed");
}
