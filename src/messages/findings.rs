//! Fills the sentences of a report: a criterion's own words, with figures, dates and labels put in.

use super::labels::{label, lower_first};
use super::problems::field_error;
use crate::criteria::report::CheckReport;
use crate::guideline::{Guideline, Outcome};
use crate::json::{Json, Members};
use crate::text::date::{self, Partial};
use crate::text::number;

/// Adds the sentences and labels to a report.
pub fn tell(report: &mut CheckReport, guideline: &Guideline) {
    for error in &mut report.errors {
        error.message = field_error(error);
    }
    for finding in &mut report.findings {
        let criterion = guideline.criteria.iter().find(|criterion| criterion.id == finding.criterion);
        let template = criterion.and_then(|criterion| criterion.messages.get(&finding.reason));
        finding.message = match (template, finding.data.iter().find(|(name, _)| name == "question")) {
            (Some(template), _) => fill(template, &finding.data.0),
            (None, Some((_, question))) => show("question", question),
            (None, None) if finding.outcome == Outcome::NotApplicable => "Không áp dụng cho phiếu này.".to_owned(),
            (None, None) => criterion.map_or(String::new(), |criterion| criterion.title.clone()),
        };
        let note = |path: &str| (finding.reason == "missing").then(|| format!("Đề nghị bổ sung {}.", lower_first(&label(path))));
        for target in std::iter::once(&mut finding.target).chain(&mut finding.related) {
            target.label = label(&target.path);
            // A finding with one box says it all in its message; with several, each box needs a sentence of its own.
            target.note =
                note(&target.path).filter(|_| finding.data.iter().any(|(name, list)| name == "missing" && list.rows().is_some_and(|rows| rows.len() > 1)));
        }
    }
}

/// Puts data into a sentence: `{name}` becomes a figure, a date, a label or a list of them, as people write them.
#[must_use]
pub fn fill(template: &str, data: &Members) -> String {
    let mut out = String::with_capacity(template.len() + 32);
    let mut rest = template;
    while let Some((before, after)) = rest.split_once('{') {
        out.push_str(before);
        let Some((name, after)) = after.split_once('}') else {
            out.push('{');
            rest = after;
            continue;
        };
        if let Some((_, value)) = data.iter().find(|(key, _)| key == name) {
            out.push_str(&show(name, value));
        }
        rest = after;
    }
    out.push_str(rest);
    out
}

fn show(name: &str, value: &Json) -> String {
    match value {
        Json::Null => "…".to_owned(),
        Json::Bool(flag) => if *flag { "có" } else { "không" }.to_owned(),
        Json::Number(figure) => number::show(*figure),
        Json::Text(path) if path.starts_with('/') => label(path),
        Json::Text(text) if name == "typed" => format!("«{text}»"),
        Json::Text(text) => match Partial::from_iso(text) {
            Some(day) => date::show(day),
            None => text.clone(),
        },
        Json::List(rows) => {
            rows.iter().map(|row| if name == "phrases" { format!("«{}»", show(name, row)) } else { list_item(name, row) }).collect::<Vec<_>>().join(", ")
        }
        Json::Object(_) => value.to_text(),
    }
}

/// Labels inside a list stand in the middle of a sentence.
fn list_item(name: &str, value: &Json) -> String {
    match value.text() {
        Some(path) if path.starts_with('/') => lower_first(&label(path)),
        _ => show(name, value),
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::criteria::Rules;

    #[test]
    fn fills_as_people_write() {
        let data = vec![
            ("n".to_owned(), Json::Number(36_600_000.0)),
            ("day".to_owned(), "2026-02-05".into()),
            ("box".to_owned(), "/model/end".into()),
            ("missing".to_owned(), Json::List(vec!["/model/need".into(), "/model/goal".into()])),
        ];
        assert_eq!(
            fill("{n}; {day}; {box}; {missing}; {none}", &data),
            "36.600.000; 05/02/2026; Ngày kết thúc; thực trạng, lý do xây dựng mô hình, mục tiêu; "
        );
        assert_eq!(fill("a { b", &data), "a { b");
    }

    #[test]
    fn every_placeholder_of_mau_is_closed() {
        let rules = Rules::mau().unwrap();
        for criterion in &rules.guideline().criteria {
            for message in criterion.messages.iter().map(|(_, message)| message) {
                assert_eq!(message.matches('{').count(), message.matches('}').count(), "{}: {message}", criterion.id);
            }
        }
    }
}
