//! Unicode's own test of normal forms: whatever is called certainly NFC is NFC, and every form of a record gives the same report.
#![expect(clippy::unwrap_used, clippy::indexing_slicing, reason = "a test stops at what it does not expect")]

use dan_van_kheo::engine::Engine;
use dan_van_kheo::json::{self, Json};
use dan_van_kheo::record;
use dan_van_kheo::text::clean::is_clean;
use dan_van_kheo::text::nfc::is_nfc;
use unicode_normalization::UnicodeNormalization as _;

const ROWS: usize = 19_074;

fn characters(column: &str) -> String {
    column.split(' ').map(|code| char::from_u32(u32::from_str_radix(code, 16).unwrap()).unwrap()).collect()
}

#[test]
fn is_nfc_is_never_wrong_about_a_yes() {
    let table = std::fs::read_to_string("tests/fixtures/unicode/normalization.txt").unwrap();
    let (mut rows, mut certain) = (0, 0);
    for line in table.lines().filter(|line| !line.starts_with('#')) {
        let mut columns: Vec<String> = Vec::new();
        for column in line.split(';') {
            columns.push(if column.is_empty() { columns.last().unwrap().clone() } else { characters(column) });
        }
        while columns.len() < 5 {
            columns.push(columns.last().unwrap().clone());
        }
        let [source, nfc, nfd, nfkc, nfkd] = columns.try_into().unwrap();
        rows += 1;
        for (text, composed) in [(&source, &nfc), (&nfc, &nfc), (&nfd, &nfc), (&nfkc, &nfkc), (&nfkd, &nfkc)] {
            assert_eq!(text.nfc().collect::<String>(), *composed, "{line}");
            // Beside a letter too: a mark at the start of a text belongs to nothing.
            for (text, composed) in [(text.clone(), composed.clone()), (format!("e{text}"), format!("e{composed}").nfc().collect())] {
                assert!(!is_nfc(&text) || text == composed, "{line}: {text:?}");
                assert!(!is_clean(&text) || text == composed, "{line}: {text:?}");
                certain += usize::from(is_nfc(&text));
            }
        }
    }
    println!("{rows} rows, {certain} texts certainly NFC");
    assert!(rows == ROWS && certain > 1_000, "{rows} rows, {certain} certain");
}

/// “Dân vận khéo” as fonts of the nineties typed it: letters whole, tone marks apart.
fn hybrid(text: &str) -> String {
    const TONES: [char; 5] = ['\u{300}', '\u{301}', '\u{303}', '\u{309}', '\u{323}'];
    let mut out = String::new();
    for c in text.chars() {
        let parts: Vec<char> = c.to_string().nfd().collect();
        match parts.iter().position(|part| TONES.contains(part)) {
            Some(at) => {
                let tone = parts[at];
                out.extend(parts.iter().filter(|part| **part != tone).collect::<String>().nfc());
                out.push(tone);
            }
            None => out.push(c),
        }
    }
    out
}

#[test]
fn every_form_of_a_record_gives_the_same_report() {
    let mut engine = Engine::new(|text| text.nfc().collect()).unwrap();
    engine.load_units(include_bytes!("../data/units.json")).unwrap();
    let options = br#"{"today":"2026-06-01"}"#;
    for name in ["collective-party", "collective-state", "individual-party", "individual-state"] {
        let nfc: String = std::fs::read_to_string(format!("tests/fixtures/registrations/{name}.json")).unwrap().nfc().collect();
        let nfd: String = nfc.nfd().collect();
        let hybrid = hybrid(&nfc);
        assert!(nfd != nfc && hybrid != nfc && hybrid != nfd && hybrid.nfc().collect::<String>() == nfc);
        let [first, rest @ ..] = [nfc, nfd, hybrid].map(|text| {
            let report: Json = json::tree(&engine.check(text.as_bytes(), options).unwrap());
            let compact = engine.check_many(text.replace('\n', " ").as_bytes(), options).unwrap();
            (report.to_text(), record::canonical(&engine.parse(text.as_bytes()).unwrap()), String::from_utf8(compact).unwrap())
        });
        assert!(first.2.contains("\"totals\"") && first.0.contains("\"findings\""));
        for other in rest {
            assert_eq!(other, first, "{name}");
        }
    }
}
