//! Fills the sentences of a report: a criterion's own words, with figures, dates and labels put in.

use super::labels::{label_for, lower_first};
use super::problems::field_error;
use crate::criteria::Change;
use crate::criteria::report::CheckReport;
use crate::guideline::{ExtraType, Guideline, Outcome};
use crate::json::{Json, Members, pointer};
use crate::record::fields::{self, Holds};
use crate::text::date::{self, Partial};
use crate::text::number;

/// Adds the sentences and labels to a report; `individual`: a person registers.
pub fn tell(report: &mut CheckReport, guideline: &Guideline, individual: bool) {
    for error in &mut report.errors {
        error.message = field_error(error);
    }
    let called = |path: &str| named(guideline, path).map_or_else(|| label_for(path, individual), str::to_owned);
    for finding in &mut report.findings {
        let criterion = guideline.criteria.iter().find(|criterion| criterion.id == finding.criterion);
        let template = criterion.and_then(|criterion| criterion.messages.get(&finding.reason));
        let words = Telling { called: &called, years: is_year(guideline, &finding.target.path) };
        finding.message = match (template, finding.data.get("question")) {
            (Some(template), _) => words.fill(template, &finding.data.0),
            (None, Some(question)) => words.show("question", question),
            (None, None) if finding.outcome == Outcome::NotApplicable => "Không áp dụng cho phiếu này.".to_owned(),
            (None, None) => criterion.map_or(String::new(), |criterion| criterion.title.clone()),
        };
        for fix in &mut finding.fixes {
            fix.title = offer(fix.what).to_owned();
            // One of several: each says which.
            if let (Change::Home, Some(name)) = (fix.what, fix.edits.first().and_then(|edit| edit.value.get("name")?.text())) {
                fix.title.push_str(&format!(": {name}"));
            }
        }
        // A finding with one box says it all in its message; with several, each box needs a sentence of its own.
        let several = finding.data.get("missing").and_then(Json::rows).is_some_and(|rows| rows.len() > 1);
        for target in std::iter::once(&mut finding.target).chain(&mut finding.related) {
            target.label = called(&target.path);
            target.note = several.then(|| missing_note(&target.path, &target.label));
        }
    }
}

/// Whether a box holds a year.
fn is_year(guideline: &Guideline, path: &str) -> bool {
    match path.strip_prefix("/extra/") {
        Some(id) => guideline.extra_fields.iter().any(|field| field.id == id && field.holds == ExtraType::Year),
        None => fields::at(path).is_some_and(|field| matches!(field.holds, Holds::Year)),
    }
}

/// What a guideline calls a box, where it says.
fn named<'a>(guideline: &'a Guideline, path: &str) -> Option<&'a str> {
    match path.strip_prefix("/extra/") {
        Some(id) => guideline.extra_fields.iter().find(|field| field.id == id).map(|field| field.label.as_str()),
        None if guideline.fields.is_empty() => None,
        None => guideline.fields.get(&pointer::pattern(path)).and_then(|field| field.label.as_deref()),
    }
}

/// What a change does.
fn offer(what: Change) -> &'static str {
    match what {
        Change::NewNumber => "Đổi sang số đang dùng",
        Change::OneLine => "Ghi trên một dòng",
        Change::Slashes => "Ghi ngày bằng dấu gạch chéo",
        Change::TodayName => "Đổi sang tên gọi hiện nay",
        Change::Letters => "Chuyển sang chữ Unicode",
        Change::Home => "Ghi đơn vị hành chính hiện nay",
        Change::Sum => "Ghi tổng bằng các nguồn cộng lại",
    }
}

/// What to do about one empty box.
fn missing_note(path: &str, label: &str) -> String {
    match (path, fields::at(path).map(|field| field.holds)) {
        ("/applicant/kind", _) => "Đề nghị chọn tập thể hoặc cá nhân.".to_owned(),
        ("/model/beyondDuty", _) => "Đề nghị nêu điểm khác với nhiệm vụ chuyên môn thường xuyên.".to_owned(),
        (_, Some(Holds::Choice(_))) => format!("Đề nghị chọn {}.", lower_first(label)),
        (_, Some(Holds::Day | Holds::Year)) => format!("Đề nghị ghi {}.", lower_first(label)),
        _ => format!("Đề nghị bổ sung {}.", lower_first(label)),
    }
}

/// How data is said.
struct Telling<'a> {
    /// Label of a box.
    called: &'a dyn Fn(&str) -> String,
    /// The box holds a year: figures that can be one have no dot.
    years: bool,
}

impl Telling<'_> {
    /// Puts data into a sentence: `{name}` becomes a figure, a date, a label or a list of them, as people write them.
    fn fill(&self, template: &str, data: &Members) -> String {
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
                out.push_str(&self.show(name, value));
            }
            rest = after;
        }
        out.push_str(rest);
        out
    }

    fn show(&self, name: &str, value: &Json) -> String {
        match value {
            Json::Null => "…".to_owned(),
            Json::Bool(flag) => if *flag { "có" } else { "không" }.to_owned(),
            Json::Number(year) if self.years && (1900.0..2200.0).contains(year) && year.trunc() == *year => (*year as i64).to_string(),
            Json::Number(figure) => number::show(*figure),
            Json::Text(path) if path.starts_with('/') => (self.called)(path),
            Json::Text(text) if matches!(name, "typed" | "phrases" | "found") => format!("«{text}»"),
            Json::Text(text) => match Partial::from_iso(text) {
                Some(day) => date::show(day),
                None => text.clone(),
            },
            Json::List(rows) => self.list(name, rows),
            Json::Object(_) => value.to_text(),
        }
    }

    /// Labels have commas of their own, so a list of them is parted by semicolons.
    fn list(&self, name: &str, rows: &[Json]) -> String {
        let mut out = String::new();
        for row in rows {
            let path = row.text().is_some_and(|text| text.starts_with('/'));
            if !out.is_empty() {
                out.push_str(if path { "; " } else { ", " });
            }
            let shown = self.show(name, row);
            out.push_str(&if path { lower_first(&shown) } else { shown });
        }
        out
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
        let words = Telling { called: &|path| label_for(path, false), years: false };
        assert_eq!(
            words.fill("{n}; {day}; {box}; {missing}; {none}", &data),
            "36.600.000; 05/02/2026; Ngày kết thúc; thực trạng, lý do xây dựng mô hình; mục tiêu; "
        );
        assert_eq!(words.fill("a { b", &data), "a { b");
        let years = Telling { years: true, ..words };
        assert_eq!(years.fill("{value} < {min}", &vec![("value".to_owned(), Json::Number(2024.0)), ("min".to_owned(), Json::Number(2026.0))]), "2024 < 2026");
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
