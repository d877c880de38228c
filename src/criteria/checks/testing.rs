//! One-line assertions for the tests of check kinds.

use super::super::{Other, Rules, Subject, Verdict};
use crate::guideline::{Check, Outcome};
use crate::json::shape::read_shape;
use crate::json::{Limits, read};
use crate::text::date::Date;
use crate::units::Units;

fn run(check: &str, record: &str, units: bool) -> Vec<Verdict> {
    run_among(None, check, record, units)
}

fn run_among(others: Option<&[Other]>, check: &str, record: &str, units: bool) -> Vec<Verdict> {
    let check: Check = read_shape(&read(check.as_bytes(), Limits::default()).unwrap()).unwrap();
    let record = read(record.as_bytes(), Limits::default()).unwrap();
    let rules = Rules::mau().unwrap();
    let units = units.then(|| Units::read(include_bytes!("../../../data/units.json")).unwrap());
    let mut subject = Subject::new(&rules, &record, Date::new(2026, 6, 1).unwrap());
    subject.units = units.as_ref();
    subject.others = others;
    super::run(&check, &subject)
}

fn others(named: &[(&str, &str)]) -> Vec<Other> {
    named.iter().map(|(id, name)| Other { id: (*id).to_owned(), name: (*name).to_owned(), text: None }).collect()
}

#[track_caller]
pub fn met_among(named: &[(&str, &str)], check: &str, record: &str) {
    let said = run_among(Some(&others(named)), check, record, false);
    assert!(said.iter().all(|verdict| verdict.outcome == Outcome::Met), "{record}: {said:?}");
}

#[track_caller]
pub fn unmet_among(named: &[(&str, &str)], check: &str, record: &str, reason: &str, boxes: &[&str]) {
    says(&run_among(Some(&others(named)), check, record, false), record, reason, boxes);
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
