//! Answers in one line or one cell: what a summary and a list of many registrations say alike.

pub use super::values::{chosen, due, figure, total_cost};

use super::reached::{falls, is_percent, reached};
use super::{names, stage, values};
use crate::guideline::Guideline;
use crate::record::{Model, Registration, Target};

/// “Số hộ hiến đất: từ 0 lên 55 hộ, thời hạn 30/06/2026; đã đạt 52 hộ (94,5% chỉ tiêu)”; what was reached is told in reports only.
#[must_use]
pub fn target(target: &Target, record: &Registration) -> String {
    let unit = target.unit.clone().unwrap_or_default();
    let percent = is_percent(target);
    let with_unit = |figure: String| format!("{figure}{}{}", if percent { "" } else { " " }, unit.trim());
    let amount = with_unit(super::targets::aim(target));
    let amount = match (target.baseline, target.target) {
        (Some(baseline), Some(aim)) if baseline != aim => {
            let way = if falls(target) { "xuống" } else { "lên" };
            format!("từ {}{} {way} {amount}", figure(Some(baseline), None), if percent { "%" } else { "" })
        }
        _ => amount,
    };
    let due = due(target.due.as_deref());
    let mut line = target.content.clone();
    let actual = target.actual.filter(|_| stage::is_report(record)).map_or(String::new(), |actual| with_unit(figure(Some(actual), None)).trim().to_owned());
    let share = reached(target);
    let actual = if share.is_empty() || actual.is_empty() { actual } else { format!("{actual} ({share})") };
    // of what is to fall, nothing is “reached”
    let reached = if falls(target) { "; thực tế " } else { "; đã đạt " };
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
    let of = &model.scope;
    let count = |value: Option<i64>, approx, unit: &str| value.map(|value| format!("{} {unit}", figure(Some(value as f64), approx)));
    let counts = [count(of.households, of.approx, "hộ"), count(of.people, of.of_people(), "người")].into_iter().flatten().collect::<Vec<_>>().join(", ");
    let counts = if counts.is_empty() { counts } else { format!("({counts})") };
    // no full stop before the brackets, unless it is that of “v.v.”
    let text = if counts.is_empty() || text.ends_with("v.v.") { text } else { text.strip_suffix('.').unwrap_or(text) };
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

#[cfg(test)]
mod tests {
    use super::*;

    #[track_caller]
    fn is(baseline: Option<f64>, aim: f64, unit: &str, expected: &str) {
        let given = Target { content: "Hộ".to_owned(), baseline, target: Some(aim), unit: Some(unit.to_owned()), ..Target::default() };
        assert_eq!(target(&given, &Registration::default()), expected);
    }

    #[test]
    fn a_target_is_told_from_where_it_begins() {
        is(None, 55.0, "hộ", "Hộ: 55 hộ");
        is(Some(6.0), 42.0, "hộ", "Hộ: từ 6 lên 42 hộ");
        is(Some(7.0), 0.0, "điểm", "Hộ: từ 7 xuống 0 điểm");
        is(Some(100.0), 100.0, "%", "Hộ: 100%");
        is(Some(58.0), 95.0, "% (trên 62 xe)", "Hộ: từ 58% lên 95% (trên 62 xe)");
    }

    #[test]
    fn no_full_stop_before_brackets() {
        let mut model = Model::default();
        model.scope.households = Some(50);
        for (text, expected) in [("Thôn 1.", "Thôn 1 (50 hộ)"), ("Thôn 1, v.v.", "Thôn 1, v.v. (50 hộ)"), ("", "(50 hộ)")] {
            assert_eq!(scope(&model, text), expected);
        }
    }
}
