//! Labelled registrations, written by people who did not see the code: what the text rules find of what they should.
//!
//! `cargo test --test corpus -- --nocapture` prints the figures of every rule and the cases that are judged otherwise than labelled.
#![expect(clippy::unwrap_used, clippy::panic, reason = "a test stops at what it does not expect")]
#![allow(clippy::indexing_slicing, reason = "reading JSON by name gives null where nothing stands")]

mod cases;

use std::collections::BTreeMap;

use cases::{Case, Judge};
use dan_van_kheo::guideline::Outcome;
use serde_json::Value;
use unicode_normalization::{UnicodeNormalization as _, char::is_combining_mark};

/// How often a rule spoke where it should and where it should not.
#[derive(Default)]
struct Tally {
    right: u32,
    false_alarms: u32,
    missed: u32,
    quiet: u32,
    misjudged: Vec<String>,
}

impl Tally {
    fn add(&mut self, case: &Case, fires: bool) {
        match (case.fires, fires) {
            (true, true) => self.right += 1,
            (false, true) => self.false_alarms += 1,
            (true, false) => self.missed += 1,
            (false, false) => self.quiet += 1,
        }
        if case.fires != fires {
            self.misjudged.push(format!("{} {} {}", case.rule, if fires { "false alarm:" } else { "missed:" }, case.name));
        }
    }
    fn precision(&self) -> f64 {
        share(self.right, self.right + self.false_alarms)
    }
    fn recall(&self) -> f64 {
        share(self.right, self.right + self.missed)
    }
    fn line(&self, name: &str) -> String {
        let Tally { right, false_alarms, missed, quiet, .. } = self;
        format!("{name:<7} tp {right:>3}  fp {false_alarms:>3}  fn {missed:>3}  tn {quiet:>3}  precision {:.3}  recall {:.3}", self.precision(), self.recall())
    }
}

fn share(part: u32, whole: u32) -> f64 {
    if whole == 0 { 1.0 } else { f64::from(part) / f64::from(whole) }
}

/// Judges cases and prints the figures of every rule and of all together, and by name what was misjudged.
fn tally(title: &str, cases: &[Case], by_name: bool) -> (BTreeMap<String, Tally>, Tally) {
    let judge = Judge::new();
    let (mut rules, mut pooled) = (BTreeMap::<String, Tally>::new(), Tally::default());
    for case in cases {
        let fires = judge.of_rule(case).iter().any(|finding| finding.outcome == Outcome::Unmet);
        rules.entry(case.rule.clone()).or_default().add(case, fires);
        pooled.add(case, fires);
    }
    println!("\n{title}");
    for (rule, tally) in &rules {
        println!("{}", tally.line(rule));
    }
    println!("{}", pooled.line("all"));
    for name in pooled.misjudged.iter().filter(|_| by_name) {
        println!("  {name}");
    }
    (rules, pooled)
}

#[test]
fn rules_find_what_people_would() {
    let cases: Vec<Case> = cases::files("corpus").iter().flat_map(|path| cases::cases(path)).collect();
    let (rules, pooled) = tally("Corpus", &cases, true);
    for (rule, tally) in &rules {
        assert!(tally.precision() >= 0.85 && tally.recall() >= 0.85, "{}", tally.line(rule));
    }
    assert!(pooled.precision() >= 0.95 && pooled.recall() >= 0.95, "{}", pooled.line("all"));
}

/// Texts that nobody looks at while writing rules: figures alone, unless `DVK_BLIND=1` asks for the names of what was misjudged. None falls back.
#[test]
fn unseen_texts() {
    let by_name = std::env::var_os("DVK_BLIND").is_some();
    for name in cases::HELD_OUT {
        let (_, pooled) = tally(&format!("Held out: {name}"), &cases::cases(&cases::fixtures().join("corpus").join(name)), by_name);
        assert!(pooled.precision() >= 0.95 && pooled.recall() >= 0.95, "{name}: {}", pooled.line("all"));
    }
}

/// All texts of a record but units, which are chosen from a list.
fn without_marks(record: Value) -> Value {
    match record {
        Value::String(text) => {
            let plain = text.nfd().filter(|c| !is_combining_mark(*c)).map(|c| {
                if c == 'đ' {
                    'd'
                } else if c == 'Đ' {
                    'D'
                } else {
                    c
                }
            });
            Value::String(plain.nfc().collect())
        }
        Value::Array(rows) => rows.into_iter().map(without_marks).collect(),
        Value::Object(members) => members.into_iter().map(|(name, value)| if name == "unit" { (name, value) } else { (name, without_marks(value)) }).collect(),
        other => other,
    }
}

/// Typed without marks, from a telephone or with the input method off: as sure as before, though some words mean several things then.
#[test]
fn texts_without_marks() {
    let judge = Judge::new();
    let mut cases: Vec<Case> = cases::HELD_OUT.iter().flat_map(|name| cases::cases(&cases::fixtures().join("corpus").join(name))).collect();
    for case in &mut cases {
        case.given["record"] = without_marks(judge.record(&case.given));
    }
    let (_, pooled) = tally("Held out, without marks", &cases, std::env::var_os("DVK_BLIND").is_some());
    assert!(pooled.precision() >= 0.95 && pooled.recall() >= 0.9, "{}", pooled.line("all"));
}

#[test]
fn the_sound_registration_is_sound() {
    let findings = Judge::new().findings(&serde_json::json!({ "name": "base", "record": {} }));
    let unmet: Vec<String> =
        findings.iter().filter(|finding| finding.outcome == Outcome::Unmet).map(|finding| format!("{} {}", finding.criterion, finding.message)).collect();
    assert!(unmet.is_empty(), "{unmet:#?}");
}
