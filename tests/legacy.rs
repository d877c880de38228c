//! Old encodings: 134 letters and 500 sentences, encoded by iconv and recode (scripts/legacy.py), come back; sound text stays.
#![expect(clippy::unwrap_used, reason = "a test stops at what it does not expect")]

use std::process::Command;

use dan_van_kheo::text::legacy::{Loss, Repair, find, is_worth, repair};
use unicode_normalization::UnicodeNormalization as _;

fn nfc(text: &str) -> String {
    text.nfc().collect()
}

fn repaired(text: &str) -> Repair {
    repair(text, &nfc)
}

fn read<T: serde::de::DeserializeOwned>(name: &str) -> T {
    let path = format!("{}/tests/fixtures/legacy/{name}.json", env!("CARGO_MANIFEST_DIR"));
    serde_json::from_slice(&std::fs::read(path).unwrap()).unwrap()
}

fn lines(name: &str) -> Vec<String> {
    read(name)
}

/// Words that differ between two texts.
fn differing<'a>(got: &'a str, wanted: &'a str) -> Vec<(&'a str, &'a str)> {
    let words = |text: &'a str| text.split(|c: char| !c.is_alphabetic()).filter(|word| !word.is_empty()).collect::<Vec<_>>();
    words(got).into_iter().zip(words(wanted)).filter(|(got, wanted)| got != wanted).collect()
}

/// Every line comes back as it was written, under the name of its encoding.
#[track_caller]
fn all_come_back(file: &str, encoding: &str) {
    let (texts, shown) = (lines("texts"), lines(file));
    assert_eq!((texts.len(), shown.len()), (634, 634));
    for (text, shown) in texts.iter().zip(&shown) {
        let repair = repaired(shown);
        assert_eq!(&repair.text, text, "{shown}");
        // A line may have nothing that is written otherwise.
        assert!(repair.encoding.name() == encoding || shown == text, "{encoding}: {shown}");
        assert_eq!(repaired(&repair.text).text, *text, "a second repair changes nothing");
    }
}

#[test]
fn tcvn3_with_its_capitals() {
    all_come_back("tcvn3-latin1", "tcvn3");
    all_come_back("tcvn3-cp1252", "tcvn3");
}

#[test]
fn vni() {
    all_come_back("vni", "vni");
}

#[test]
fn letters_and_marks_apart() {
    all_come_back("nfd", "nfd");
    all_come_back("hybrid", "nfd");
}

#[test]
fn tcvn3_of_fonts_without_capitals() {
    let mut named = 0;
    for (text, shown) in lines("texts").iter().zip(&lines("tcvn3-font")) {
        let Repair { text: got, losses, .. } = repaired(shown);
        let lost: Vec<&String> = losses.iter().flat_map(|loss| if let Loss::Capitals(words) = loss { words.as_slice() } else { &[] }).collect();
        let unnamed: Vec<_> = differing(&got, text)
            .into_iter()
            .filter(|(got, wanted)| *got != wanted.to_lowercase() && !lower_first(wanted).eq(*got) || !lost.iter().any(|word| word == got))
            .collect();
        assert!(unnamed.is_empty() && got.to_lowercase() == text.to_lowercase(), "{unnamed:?}\n{got}\n{text}");
        named += usize::from(got != *text);
    }
    println!("TCVN3 of a font without capitals: {} of 634 lines as written, {named} with the words named", 634 - named);
}

fn lower_first(word: &str) -> String {
    let mut chars = word.chars();
    chars.next().into_iter().flat_map(char::to_lowercase).chain(chars).collect()
}

#[test]
fn documents_that_are_old_in_part() {
    let cases: Vec<serde_json::Value> = read("mixed");
    assert_eq!(cases.len(), 50);
    for case in cases {
        let (shown, text) = (case.get("shown").unwrap().as_str().unwrap(), case.get("text").unwrap().as_str().unwrap());
        let repair = repaired(shown);
        assert_eq!(repair.text.to_lowercase(), text.to_lowercase());
        assert!(repair.confidence >= 0.9, "{repair:?}");
    }
}

#[test]
fn sound_text_is_left_alone() {
    let (clean, codes) = (lines("clean"), lines("codes"));
    assert_eq!((clean.len(), codes.len()), (500, 100));
    for text in clean.iter().chain(&codes) {
        let repair = repaired(text);
        assert!(!is_worth(text, &repair.text) && repair.encoding.name() == "none" && repair.losses.is_empty(), "{text}\n{repair:?}");
        assert!(find(text).is_empty(), "{text}");
    }
}

/// All of them in one text as well: many sound words together must not add up to a suspicion.
#[test]
fn sound_texts_together() {
    let all = [lines("clean"), lines("codes")].concat().join("\n");
    assert!(find(&all).is_empty());
}

#[test]
fn the_cases_are_what_iconv_and_recode_make() {
    let there = |program: &str| Command::new(program).arg("--version").output().is_ok_and(|said| said.status.success());
    let missing: Vec<&str> = ["python3", "iconv", "recode"].into_iter().filter(|program| !there(program)).collect();
    if !missing.is_empty() {
        assert!(std::env::var_os("CI").is_none(), "not there: {missing:?}");
        println!("SKIPPED: not there: {missing:?}; the committed cases and tables are not compared");
        return;
    }
    let made = Command::new("python3").args(["scripts/legacy.py", "check"]).current_dir(env!("CARGO_MANIFEST_DIR")).output().unwrap();
    assert!(made.status.success(), "{}", String::from_utf8_lossy(&made.stderr));
}

#[test]
fn hostile_texts_are_read_in_time() {
    for piece in ["“", "®", "§“", "a\u{302}", "\u{302}", "aù", "ñ", "Ã", "\u{F0B7}\t", "?", "a?", "\u{AD}", "\u{1}", "a ", "Ð", "\t", "X· "] {
        let text = piece.repeat(40_000 / piece.len());
        let start = std::time::Instant::now();
        repaired(&text);
        find(&text);
        assert!(start.elapsed().as_secs() < 10, "{piece:?}: {:?}", start.elapsed());
    }
}
