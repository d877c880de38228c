//! Answers in one line or one cell: what a summary and a list of many registrations say alike.

pub use super::values::{chosen, due, figure, total_cost};

use super::reached::reached;
use super::{names, stage, values};
use crate::guideline::Guideline;
use crate::record::{Model, Registration, Target};

/// “Số hộ hiến đất: từ 0 lên 55 hộ, thời hạn 30/06/2026; đã đạt 52 hộ (94,5% chỉ tiêu)”; what was reached is told in reports only.
#[must_use]
pub fn target(target: &Target, record: &Registration) -> String {
    let unit = target.unit.clone().unwrap_or_default();
    let with_unit = |figure: String| format!("{figure}{}{unit}", if unit.starts_with('%') { "" } else { " " });
    let mut amount = with_unit(figure(target.target, target.approx));
    if let (Some(baseline), Some(aim)) = (target.baseline, target.target) {
        let way = if aim < baseline { "xuống" } else { "lên" };
        let sign = if unit.starts_with('%') { "%" } else { "" };
        amount = format!("từ {}{sign} {way} {amount}", figure(Some(baseline), None));
    }
    let due = due(target.due.as_deref());
    let mut line = target.content.clone();
    let actual = target.actual.filter(|_| stage::is_report(record)).map_or(String::new(), |actual| with_unit(figure(Some(actual), None)).trim().to_owned());
    let share = reached(target);
    let actual = if share.is_empty() || actual.is_empty() { actual } else { format!("{actual} ({share})") };
    // of what is to fall, nothing is “reached”
    let falls = target.baseline.zip(target.target).is_some_and(|(baseline, aim)| aim < baseline);
    let reached = if falls { "; thực tế " } else { "; đã đạt " };
    for (before, part) in [(": ", amount.trim()), (", thời hạn ", due.as_str()), (reached, actual.as_str())] {
        if !part.is_empty() {
            line.push_str(before);
            line.push_str(part);
        }
    }
    line
}

/// Where and for whom, with the numbers of households and people in parentheses; `text` is the answer, or its beginning.
#[must_use]
pub fn scope(model: &Model, text: &str) -> String {
    let count = |value: Option<i64>, unit: &str| value.map(|value| format!("{} {unit}", figure(Some(value as f64), model.scope.approx)));
    let counts = [count(model.scope.households, "hộ"), count(model.scope.people, "người")].into_iter().flatten().collect::<Vec<_>>().join(", ");
    let counts = if counts.is_empty() { counts } else { format!("({counts})") };
    // no full stop before the brackets, unless a text ends that was cut there
    let text = if counts.is_empty() { text } else { text.trim_end_matches('.') };
    [text.to_owned(), counts].into_iter().filter(|part| !part.is_empty()).collect::<Vec<_>>().join(" ")
}

/// From when to when; nothing where no day is given.
#[must_use]
pub fn time_span(record: &Registration, guideline: &Guideline) -> String {
    let Model { start, end, continuous, .. } = &record.model;
    if start.is_none() && end.is_none() && *continuous != Some(true) {
        return String::new();
    }
    values::time_span(record, names::Names(guideline))
}
