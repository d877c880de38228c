//! Labelled cases: JSON merge patches over one sound registration, judged by the built-in guideline.
//!
//! A file is `{"rule", "cases": [{"name", "fires", "record", "portal", "today", "others", "units", "reason", "outcome"}]}`; a case may name a rule of its own.
//! A whole registration has `labels` instead, whether each of many rules must speak: it is a case of each of them.

use std::path::{Path, PathBuf};

use dan_van_kheo::criteria::report::Finding;
use dan_van_kheo::engine::Engine;
use serde_json::{Value, json};
use unicode_normalization::UnicodeNormalization as _;

/// Files whose texts nobody looks at while writing rules.
#[allow(dead_code, reason = "each test uses a part of this module")]
pub const HELD_OUT: &[&str] = &[
    "blind.json",
    "unseen.json",
    "fresh.json",
    "offices.json",
    "wards.json",
    "communes.json",
    "registers.json",
    "villages.json",
    "hamlets.json",
    "unions.json",
    "shores.json",
    "landings.json",
    "lanes.json",
    "provinces.json",
    "coasts.json",
    "harbours.json",
    "rivers.json",
    "alleys.json",
    "gardens.json",
    "schools.json",
    "testers.json",
    "keywords.json",
    "officers.json",
    "meanings.json",
    "whole.json",
];

/// A labelled case.
pub struct Case {
    /// The rule that it speaks about.
    pub rule: String,
    /// What it is.
    pub name: String,
    /// Whether the rule must say that something is to be done.
    pub fires: bool,
    /// As it stands in the file.
    pub given: Value,
}

/// The folder of fixtures.
pub fn fixtures() -> PathBuf {
    Path::new(env!("CARGO_MANIFEST_DIR")).join("tests/fixtures")
}

/// The record over which cases are merged.
pub fn base() -> Value {
    read(&fixtures().join("corpus/base.json"))
}

/// The cases of a file.
pub fn cases(path: &Path) -> Vec<Case> {
    let file = read(path);
    let rule = file["rule"].as_str().unwrap_or_default();
    let rows = file["cases"].as_array().unwrap_or_else(|| panic!("{}: no cases", path.display()));
    let labelled = |given: &Value, rule: &str, fires: &Value| Case {
        rule: rule.to_owned(),
        name: given["name"].as_str().unwrap_or_default().to_owned(),
        fires: fires.as_bool().unwrap_or_else(|| panic!("{}: {given}", path.display())),
        given: given.clone(),
    };
    let each = |given: &Value| match &given["labels"] {
        Value::Object(labels) => labels.iter().map(|(rule, fires)| labelled(given, rule, fires)).collect(),
        _ => vec![labelled(given, given["rule"].as_str().unwrap_or(rule), &given["fires"])],
    };
    rows.iter().flat_map(each).collect()
}

/// The rule files of a folder, by name.
pub fn files(folder: &str) -> Vec<PathBuf> {
    let folder = fixtures().join(folder);
    let is_rule = |path: &PathBuf| path.file_name().is_some_and(|name| name.to_string_lossy().starts_with('R'));
    let mut files: Vec<PathBuf> = std::fs::read_dir(folder).unwrap().map(|entry| entry.unwrap().path()).filter(is_rule).collect();
    files.sort();
    files
}

fn read(path: &Path) -> Value {
    let text = std::fs::read(path).unwrap_or_else(|error| panic!("{}: {error}", path.display()));
    serde_json::from_slice(&text).unwrap_or_else(|error| panic!("{}: {error}", path.display()))
}

/// Judges cases: an engine with the unit list and one without.
pub struct Judge {
    base: Value,
    with_units: Engine,
    without_units: Engine,
}

impl Judge {
    /// A judge over the corpus's record.
    pub fn new() -> Self {
        let engine = || Engine::new(|text| text.nfc().collect()).unwrap();
        let mut with_units = engine();
        with_units.load_units(&std::fs::read(Path::new(env!("CARGO_MANIFEST_DIR")).join("data/units.json")).unwrap()).unwrap();
        Judge { base: base(), with_units, without_units: engine() }
    }

    /// The record of a case.
    pub fn record(&self, given: &Value) -> Value {
        let mut record = self.base.clone();
        merge(&mut record, &given["record"]);
        record
    }

    /// What every rule says of a case.
    pub fn findings(&self, given: &Value) -> Vec<Finding> {
        let record = self.record(given);
        let mut options = json!({ "today": "2026-06-01" });
        for name in ["today", "portal", "others"] {
            if let Some(value) = given.get(name) {
                options[name] = value.clone();
            }
        }
        let engine = if given["units"] == false { &self.without_units } else { &self.with_units };
        let report = engine.check(record.to_string().as_bytes(), options.to_string().as_bytes());
        report.unwrap_or_else(|refusal| panic!("{}: {:?}", given["name"], refusal.problems)).findings
    }

    /// What one rule says of a case.
    pub fn of_rule(&self, case: &Case) -> Vec<Finding> {
        self.findings(&case.given).into_iter().filter(|finding| finding.criterion == case.rule).collect()
    }
}

/// JSON merge patch, RFC 7396.
fn merge(into: &mut Value, patch: &Value) {
    let Value::Object(members) = patch else {
        if !patch.is_null() {
            *into = patch.clone();
        }
        return;
    };
    if !into.is_object() {
        *into = json!({});
    }
    let Some(own) = into.as_object_mut() else { return };
    for (name, value) in members {
        if value.is_null() {
            own.remove(name);
        } else {
            merge(own.entry(name).or_insert(Value::Null), value);
        }
    }
}
