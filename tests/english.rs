//! The English interface says everything that the Vietnamese one says, and nothing that nobody asks for. `tests/node/english.test.mjs` does the same for the
//! parts that are loaded later.
#![expect(clippy::unwrap_used, clippy::expect_used, reason = "a test stops at what it does not expect")]

use std::collections::BTreeSet;

use dan_van_kheo::json::{Json, Limits, read};
use dan_van_kheo::messages::{Say, choice, help, row_name, words};
use dan_van_kheo::record::fields::{FIELDS, Holds};

/// How the names of sentences begin that JavaScript says (`www/shelf/words.js`, `www/desk/words.js`).
const LATER: [&str; 11] = ["shelf.", "ask.", "done.", "send.", "mail.", "desk.", "papers.", "repeat.", "compare.", "merge.", "share."];

/// Key and text of the file.
fn english() -> Vec<(String, String)> {
    let file = include_bytes!("../data/i18n/en.json");
    let tree = read(file, Limits { bytes: file.len(), depth: 2, members: 1_000 }).expect("en.json");
    let texts = tree.members().unwrap().iter().map(|(key, text)| (key.clone(), text.text().expect("a text").to_owned()));
    texts.filter(|(key, _)| !LATER.iter().any(|later| key.starts_with(later))).collect()
}

/// Every path that has a label: boxes, and what they stand in.
fn labelled() -> BTreeSet<String> {
    let upwards = FIELDS.iter().flat_map(|field| field.path.match_indices('/').skip(1).map(|(at, _)| field.path.get(..at).unwrap()).chain([field.path]));
    upwards.filter(|path| words(path).is_some_and(|words| words.path == *path)).map(str::to_owned).collect()
}

/// Everything that can be said, and the Vietnamese for it.
fn vietnamese() -> Vec<(String, String)> {
    let mut all: Vec<(String, String)> = Say::ALL.iter().map(|say| (say.name().to_owned(), say.vi().to_owned())).collect();
    for path in labelled() {
        all.push((path.clone(), words(&path).unwrap().label.to_owned()));
        if !help(&path).is_empty() {
            all.push((format!("{path}?"), help(&path).to_owned()));
        }
    }
    for field in FIELDS {
        match field.holds {
            Holds::Choice(values) => all.extend(values.iter().map(|value| (format!("{}={value}", field.path), choice(field.path, value).to_owned()))),
            Holds::Rows => all.push((format!("{}/*", field.path), row_name(field.path).to_owned())),
            _ => {}
        }
    }
    for path in ["/applicant/name", "/model/name"] {
        all.push((format!("{path}@individual"), dan_van_kheo::messages::label_for(path, true)));
    }
    all
}

/// `{n}`, `{of}` of a sentence.
fn placeholders(text: &str) -> BTreeSet<&str> {
    text.split('{').skip(1).filter_map(|rest| rest.split_once('}')).map(|(name, _)| name).collect()
}

#[test]
fn english_has_every_key_and_no_other() {
    let keys = |all: Vec<(String, String)>| all.into_iter().map(|(key, _)| key).collect::<BTreeSet<String>>();
    let (wanted, there) = (keys(vietnamese()), keys(english()));
    assert_eq!(wanted.difference(&there).collect::<Vec<_>>(), Vec::<&String>::new(), "missing in data/i18n/en.json");
    assert_eq!(there.difference(&wanted).collect::<Vec<_>>(), Vec::<&String>::new(), "unknown in data/i18n/en.json");
    assert_eq!(wanted.len(), english().len(), "a key is there twice");
    assert!(wanted.iter().all(|key| !LATER.iter().any(|later| key.starts_with(later))));
}

#[test]
fn english_fills_in_the_same() {
    let english = english();
    for (key, vi) in vietnamese() {
        let (_, en) = english.iter().find(|(known, _)| *known == key).expect(&key);
        assert_eq!(placeholders(&vi), placeholders(en), "{key}");
        assert!(!en.trim().is_empty() && *en != vi, "{key} is not translated");
    }
}

#[test]
fn every_json_value_is_a_text() {
    let file = include_bytes!("../data/i18n/en.json");
    let tree = read(file, Limits { bytes: file.len(), depth: 2, members: 1_000 }).expect("en.json");
    assert!(tree.members().unwrap().iter().all(|(_, text)| matches!(text, Json::Text(_))));
}
