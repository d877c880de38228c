//! Two versions of a record, and a record of an earlier year as the beginning of a new one.

use super::{Call, Engine, Refusal, bad_option, inside};
use crate::json::shape::read_shape;
use crate::json::{self, Json, Limits, Problem};
use crate::messages;
use crate::record::compare::{Change, compare};
use crate::record::duplicate::{Plan, duplicate, years_of};
use crate::record::{self, Status};
use crate::shape;
use crate::summary::changes::{self, Told, Versions};
use crate::summary::document::Document;

shape! {
/// What is asked before a registration is repeated, as JSON.
#[derive(Default)]
pub struct Asked {
    /// First year of the new registration.
    pub to: Option<f64> = "to",
    /// First year of the earlier one, where it does not say so itself.
    pub from: Option<f64> = "from",
    /// Status of the new one; `keep` leaves it as it is.
    pub status: Option<String> = "status",
    /// What was reached becomes the figure to begin with.
    pub baselines: Option<bool> = "baselines",
}
}

impl Engine {
    /// Everything that differs between two versions: `{ same, changes }`; `same` says that both are one registration.
    ///
    /// # Errors
    /// Those of [`Engine::parse`] and [`Engine::call`].
    pub fn compare(&self, before: &[u8], after: &[u8], options: &[u8]) -> Result<Json, Refusal> {
        let call = self.call(options)?;
        let (before, after) = (record::to_tree(&self.parse(before)?), record::to_tree(&self.parse(after)?));
        let differences = compare(&before, &after);
        let same = before.get("id") == after.get("id");
        Ok(Json::Object(vec![("same".to_owned(), same.into()), ("changes".to_owned(), listed(&differences, &before, &after, &call))]))
    }

    /// The table of what differs, as a document.
    ///
    /// # Errors
    /// Those of [`record::read_tree`], for either version.
    pub(super) fn table_of_changes(&self, before: &Json, after: &Json, call: &Call) -> Result<Document, Refusal> {
        let mut before = before.clone();
        self.normalize(&mut before);
        let old = record::parse_tree(&before).map_err(|problems| inside("/before", problems))?;
        let new = record::parse_tree(after)?;
        let told = changes::told(&compare(&before, after), &before, after, call.rules.guideline());
        Ok(changes::build(&Versions { before: &old, after: &new, told: &told, today: call.today }))
    }

    /// First and last year of a registration: `{ from, to }`, empty where it names none.
    ///
    /// # Errors
    /// Those of [`Engine::parse`].
    pub fn years(&self, text: &[u8]) -> Result<Json, Refusal> {
        let years = years_of(&record::to_tree(&self.parse(text)?));
        let members = years.map(|(from, to)| vec![("from".to_owned(), f64::from(from).into()), ("to".to_owned(), f64::from(to).into())]);
        Ok(Json::Object(members.unwrap_or_default()))
    }

    /// A registration of an earlier year as the beginning of a new one: `{ record, changes, unmoved, dated }`.
    ///
    /// # Errors
    /// Those of [`Engine::parse`] and [`Engine::call`]; `bad-option` for what cannot be done, `missing` where no year is known.
    pub fn duplicate(&self, text: &[u8], asked: &[u8], id: String, options: &[u8]) -> Result<Json, Refusal> {
        let call = self.call(options)?;
        let asked: Asked = read_shape(&json::read(asked, Limits::default())?).map_err(|mut problems: Vec<Problem>| {
            problems.iter_mut().filter(|problem| problem.code == "unknown-member").for_each(|problem| problem.code = "bad-option");
            problems
        })?;
        let earlier = record::to_tree(&self.parse(text)?);
        let from = match asked.from {
            Some(year) => year_of("/from", year)?,
            None => years_of(&earlier).map(|(from, _)| from).ok_or_else(|| Problem { code: "missing", path: "/from".to_owned(), ..Problem::default() })?,
        };
        let years = year_of("/to", asked.to.ok_or_else(|| Problem { code: "missing", path: "/to".to_owned(), ..Problem::default() })?)? - from;
        let status = match asked.status.as_deref() {
            None | Some("ongoing") => Some(Status::Ongoing),
            Some("new") => Some(Status::New),
            Some("upgraded") => Some(Status::Upgraded),
            Some("replicated") => Some(Status::Replicated),
            Some("keep") => None,
            Some(other) => return Err(bad_option("/status", other, "new, ongoing, upgraded, replicated, keep")),
        };
        let copy = duplicate(&earlier, &Plan { id, years, status, baselines: asked.baselines == Some(true) });
        let record = record::to_tree(&record::parse_tree(&copy.tree)?);
        let boxes = |paths: &[String]| Json::List(paths.iter().map(|path| boxed(path)).collect());
        Ok(Json::Object(vec![
            ("record".to_owned(), record),
            ("changes".to_owned(), listed(&copy.changes, &earlier, &copy.tree, &call)),
            ("unmoved".to_owned(), boxes(&copy.unmoved)),
            ("dated".to_owned(), boxes(&copy.dated)),
        ]))
    }
}

/// A year that a period can have.
fn year_of(path: &str, year: f64) -> Result<i32, Refusal> {
    if year.trunc() == year && (1945.0..2200.0).contains(&year) { Ok(year as i32) } else { Err(bad_option(path, &Json::Number(year).to_text(), "1945-2199")) }
}

fn boxed(path: &str) -> Json {
    Json::Object(vec![("path".to_owned(), path.into()), ("label".to_owned(), messages::label(path).into())])
}

/// Differences as plain data, with what the form calls each and how it shows it.
fn listed(differences: &[Change], before: &Json, after: &Json, call: &Call) -> Json {
    let told = changes::told(differences, before, after, call.rules.guideline());
    let row = |told: &Told| {
        let whole = differences.iter().find(|change| change.path == told.path && change.kind == told.kind);
        let mut members = vec![("kind".to_owned(), json::tree(&told.kind)), ("path".to_owned(), told.path.as_str().into())];
        members.extend(whole.filter(|change| !change.was.is_empty() && change.was != change.path).map(|change| ("was".to_owned(), change.was.as_str().into())));
        for (name, value) in [("before", whole.map(|change| &change.before)), ("after", whole.map(|change| &change.after))] {
            members.extend(value.filter(|value| **value != Json::Null).map(|value| (name.to_owned(), value.clone())));
        }
        for (name, text) in [("label", &told.label), ("beforeText", &told.before), ("afterText", &told.after)] {
            members.push((name.to_owned(), text.as_str().into()));
        }
        Json::Object(members)
    };
    Json::List(told.iter().map(row).collect())
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::json::pointer;

    const HEAD: &str = r#""format":"dvk-registration/1","id":"01999999-0000-7000-8000-000000000001""#;
    const TODAY: &[u8] = br#"{"today":"2026-06-01"}"#;

    fn engine() -> Engine {
        Engine::new(str::to_owned).unwrap()
    }

    fn record(members: &str) -> Vec<u8> {
        format!("{{{HEAD},{members}}}").into_bytes()
    }

    fn again(members: &str, asked: &str) -> Result<Json, Refusal> {
        engine().duplicate(&record(members), asked.as_bytes(), "01999999-0000-7000-8000-000000000002".to_owned(), TODAY)
    }

    #[test]
    fn two_versions_are_compared_with_labels() {
        let made = engine().compare(&record(r#""revision":1,"model":{"name":"A"}"#), &record(r#""revision":2,"model":{"name":"B"}"#), TODAY).unwrap();
        assert_eq!(
            made.to_text(),
            r#"{"same":true,"changes":[{"kind":"changed","path":"/model/name","before":"A","after":"B","label":"Tên mô hình","beforeText":"A","afterText":"B"}]}"#
        );
    }

    #[test]
    fn the_table_is_a_document_in_every_format() {
        let before = record(r#""revision":1,"model":{"name":"Đường","need":"Một hai ba. Bốn năm sáu."}"#);
        let options = format!(r#"{{"today":"2026-06-01","kind":"form","format":"text","before":{}}}"#, String::from_utf8(before).unwrap());
        let text = engine().summarize(&record(r#""revision":2,"model":{"name":"Đường","need":"Một hai ba. Bảy tám."}"#), options.as_bytes()).unwrap();
        let lines = [
            "BẢNG TIẾP THU, GIẢI TRÌNH\nĐường\n",
            "Bản trước: tệp xuất lần 1\nBản sau: tệp xuất lần 2\n",
            "\nThực trạng, lý do xây dựng mô hình\n1. Nội dung góp ý: ……………………\n   Nội dung trước: (…) Bốn năm sáu.\n   Nội dung sau: (…) Bảy tám.\n   Giải trình: ……………………\n",
        ];
        lines.iter().for_each(|line| assert!(text.contains(line), "{line} is not in {text}"));
    }

    #[test]
    fn nothing_changed_is_said() {
        let same = record(r#""model":{"name":"A"}"#);
        let options = format!(r#"{{"today":"2026-06-01","format":"html","before":{}}}"#, String::from_utf8(same.clone()).unwrap());
        assert!(engine().summarize(&same, options.as_bytes()).unwrap().contains("Hai bản không khác nhau về nội dung."));
    }

    #[test]
    fn what_cannot_be_compared_is_refused_with_its_place() {
        let refused = engine().summarize(&record(r#""model":{}"#), br#"{"today":"2026-06-01","before":{"format":"dvk-registration/1"}}"#).unwrap_err();
        assert_eq!((refused.problems[0].code, refused.problems[0].path.as_str()), ("missing", "/before/id"));
    }

    #[test]
    fn a_year_is_taken_from_the_record_or_asked_for() {
        let made = again(r#""period":{"from":2025,"to":2025},"model":{"end":"2025-11-30","need":"Năm 2025 có 9 vụ"}"#, r#"{"to":2026}"#).unwrap();
        assert_eq!(pointer::get(&made, "/record/model/end"), Some(&"2026-11-30".into()));
        assert_eq!(pointer::get(&made, "/record/model/status"), Some(&"ongoing".into()));
        assert_eq!(made.get("dated").map(Json::to_text).as_deref(), Some(r#"[{"path":"/model/need","label":"Thực trạng, lý do xây dựng mô hình"}]"#));
        assert_eq!(again(r#""model":{}"#, r#"{"to":2026}"#).unwrap_err().problems[0].path, "/from");
        assert!(again(r#""model":{}"#, r#"{"from":2024,"to":2026,"status":"keep"}"#).is_ok());
        for (asked, path) in
            [(r#"{"from":2024,"to":2026.5}"#, "/to"), (r#"{"from":2024,"to":99}"#, "/to"), (r#"{"from":2024,"to":2026,"status":"old"}"#, "/status")]
        {
            assert_eq!(again(r#""model":{}"#, asked).unwrap_err().problems[0].path, path);
        }
    }
}
