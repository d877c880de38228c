//! One-line assertions for the tests of check kinds.

use super::super::{Rules, Subject, Verdict};
use crate::guideline::{Check, Outcome};
use crate::json::shape::read_shape;
use crate::json::{Limits, read};
use crate::text::date::Date;
use crate::units::Units;

fn run(check: &str, record: &str, units: bool) -> Vec<Verdict> {
    let check: Check = read_shape(&read(check.as_bytes(), Limits::default()).unwrap()).unwrap();
    let record = read(record.as_bytes(), Limits::default()).unwrap();
    let rules = Rules::mau().unwrap();
    let units = units.then(|| Units::read(include_bytes!("../../../data/units.json")).unwrap());
    super::run(&check, &Subject { rules: &rules, record: &record, portal: None, units: units.as_ref(), today: Date::new(2026, 6, 1).unwrap() })
}

#[track_caller]
pub fn met(check: &str, record: &str) {
    let said = run(check, record, false);
    assert!(said.iter().all(|verdict| verdict.outcome == Outcome::Met), "{record}: {said:?}");
}

#[track_caller]
pub fn met_with_units(check: &str, record: &str) {
    let said = run(check, record, true);
    assert!(said.iter().all(|verdict| verdict.outcome == Outcome::Met), "{record}: {said:?}");
}

#[track_caller]
pub fn unmet(check: &str, record: &str, reason: &str, boxes: &[&str]) {
    says(&run(check, record, false), record, reason, boxes);
}

#[track_caller]
pub fn unmet_with_units(check: &str, record: &str, reason: &str, boxes: &[&str]) {
    says(&run(check, record, true), record, reason, boxes);
}

#[track_caller]
fn says(said: &[Verdict], record: &str, reason: &str, boxes: &[&str]) {
    assert_eq!((said[0].outcome, said[0].reason), (Outcome::Unmet, reason), "{record}");
    assert_eq!(said[0].evidence.iter().map(|evidence| evidence.path.as_str()).collect::<Vec<_>>(), boxes, "{record}");
}

#[track_caller]
pub fn not_applicable(check: &str, record: &str, reason: &str) {
    let said = run(check, record, false);
    assert_eq!((said[0].outcome, said[0].reason), (Outcome::NotApplicable, reason), "{record}");
}
