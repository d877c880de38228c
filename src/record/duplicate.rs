//! A registration of an earlier year as the beginning of a new one: plans move with the years, facts stay, what belongs to the earlier paper goes.
//!
//! Nothing is guessed: the status, and whether what was reached becomes the figure to begin with, are answers of the person. Everything that differs is told.

use super::branches::prune;
use super::compare::{Change, compare};
use super::fields::{FIELDS, Holds};
use super::types::Status;
use crate::json::{Json, pointer};
use crate::text::date::Partial;

/// What is asked before a registration is repeated.
#[derive(Debug, Clone, PartialEq)]
pub struct Plan {
    /// Id of the new record.
    pub id: String,
    /// Years between the two.
    pub years: i32,
    /// The status of the new one; none leaves it as it is.
    pub status: Option<Status>,
    /// What was reached becomes the figure to begin with.
    pub baselines: bool,
}

/// The new registration, and what a person should know of it.
#[derive(Debug, Clone, PartialEq)]
pub struct Copy {
    /// The record.
    pub tree: Json,
    /// Everything that differs from the earlier one.
    pub changes: Vec<Change>,
    /// Boxes whose date could not be moved: unread, or beyond the calendar.
    pub unmoved: Vec<String>,
    /// Boxes whose words name a year of the earlier period.
    pub dated: Vec<String>,
}

/// Dates of the plan. Days of documents and of results are facts and stay.
const PLANNED: [&str; 4] = ["/model/targets/*/due", "/model/start", "/model/end", "/model/milestones/*/due"];
/// What belongs to the earlier paper.
const LEFT: [&str; 7] = ["/revision", "/registeredOn", "/heading/number", "/lowerRecognition", "/replies", "/handedTo", "/checkedWith"];
const REACHED: [&str; 2] = ["/model/targets/*/actual", "/model/targets/*/actualOn"];

/// First and last year of a registration; where no period stands, the year of its plan.
#[must_use]
pub fn years_of(tree: &Json) -> Option<(i32, i32)> {
    let year = |path: &str| pointer::get(tree, path).and_then(Json::number).map(|year| year as i32);
    let (from, to) = (year("/period/from"), year("/period/to"));
    if let Some(first) = from.or(to) {
        return Some((first, to.filter(|last| *last >= first).unwrap_or(first)));
    }
    let dated = ["/model/start", "/registeredOn", "/model/end"];
    let found = dated.iter().find_map(|path| Partial::from_iso(pointer::get(tree, path)?.text()?));
    found.map(|date| (date.first_day().year(), date.first_day().year()))
}

/// Makes the new registration.
#[must_use]
pub fn duplicate(earlier: &Json, plan: &Plan) -> Copy {
    let mut tree = earlier.clone();
    let mut unmoved = Vec::new();
    if plan.baselines {
        reached_to_baseline(&mut tree);
    }
    for pattern in REACHED {
        take(&mut tree, pattern);
    }
    for path in LEFT {
        take(&mut tree, path);
    }
    for pattern in PLANNED {
        let dates: Vec<(String, String)> =
            pointer::all(&tree, pattern).filter_map(|(place, date)| Some((place.path(), date.text()?.to_owned()))).filter(|(_, iso)| !iso.is_empty()).collect();
        for (path, iso) in dates {
            match Partial::from_iso(&iso).and_then(|date| date.add_years(plan.years)) {
                Some(date) => drop(pointer::set(&mut tree, &path, date.to_iso().into())),
                None => unmoved.push(path),
            }
        }
    }
    let entered = tree.get("entered").and_then(Json::members).into_iter().flatten();
    unmoved.extend(entered.map(|(path, _)| path).filter(|path| PLANNED.contains(&pointer::pattern(path).as_str())).cloned());
    for path in ["/period/from", "/period/to"] {
        if let Some(year) = pointer::get(&tree, path).and_then(Json::number) {
            pointer::set(&mut tree, path, Json::Number(year + f64::from(plan.years)));
        }
    }
    pointer::set(&mut tree, "/id", plan.id.as_str().into());
    pointer::set(&mut tree, "/stage", "register".into());
    if let Some(status) = plan.status {
        pointer::set(&mut tree, "/model/status", crate::json::tree(&status));
    }
    // What the new stage and status leave out is no part of a record.
    prune(&mut tree, &|_| false);
    if tree.get("entered").is_some_and(Json::is_blank) {
        pointer::remove(&mut tree, "/entered");
    }
    Copy { changes: compare(earlier, &tree), dated: dated(&tree, years_of(earlier)), tree, unmoved }
}

/// Takes a box, or a group, out of a record, and what could not be read in it.
fn take(tree: &mut Json, pattern: &str) {
    let paths: Vec<String> = pointer::all(tree, pattern).map(|(place, _)| place.path()).collect();
    for path in paths {
        pointer::remove(tree, &path);
    }
    let entered = tree.get("entered").and_then(Json::members).into_iter().flatten().map(|(path, _)| path.clone());
    let inside = |path: &String| pointer::pattern(path).strip_prefix(pattern).is_some_and(|tail| tail.is_empty() || tail.starts_with('/'));
    for path in entered.filter(inside).collect::<Vec<_>>() {
        pointer::remove(tree, &format!("/entered{}", pointer::join(&[path])));
    }
}

fn reached_to_baseline(tree: &mut Json) {
    let reached: Vec<(String, Json)> = pointer::all(tree, "/model/targets/*/actual").map(|(place, actual)| (place.path(), actual.clone())).collect();
    for (path, actual) in reached {
        if let (Some(row), Json::Number(_)) = (path.strip_suffix("/actual"), &actual) {
            let beginning = format!("{row}/baseline");
            pointer::set(tree, &beginning, actual);
            pointer::remove(tree, &format!("/entered{}", pointer::join(&[beginning])));
        }
    }
}

/// Boxes of the model in whose words a year of the earlier period stands.
fn dated(tree: &Json, years: Option<(i32, i32)>) -> Vec<String> {
    let Some((first, last)) = years else { return Vec::new() };
    let written = FIELDS.iter().filter(|field| field.path.starts_with("/model/") && !field.path.starts_with("/model/basis/"));
    let texts = written.filter(|field| matches!(field.holds, Holds::Line | Holds::Paragraphs)).flat_map(|field| pointer::all(tree, field.path));
    texts.filter(|(_, text)| text.text().is_some_and(|text| names_year(text, first, last))).map(|(place, _)| place.path()).collect()
}

fn names_year(text: &str, first: i32, last: i32) -> bool {
    let numbers = text.split(|c: char| !c.is_ascii_digit()).filter(|digits| digits.len() == 4);
    numbers.filter_map(|digits| digits.parse::<i32>().ok()).any(|year| (first..=last).contains(&year))
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::json::{Limits, read};
    use crate::record::compare::ChangeKind;

    const NEW: &str = "01999999-0000-7000-8000-000000000002";

    fn tree(text: &str) -> Json {
        read(text.as_bytes(), Limits::default()).unwrap()
    }

    fn copy(text: &str, years: i32, baselines: bool) -> Copy {
        duplicate(&tree(text), &Plan { id: NEW.to_owned(), years, status: Some(Status::Ongoing), baselines })
    }

    #[track_caller]
    fn moves(iso: &str, years: i32, there: &str) {
        let made = copy(&format!(r#"{{"model":{{"start":"{iso}","milestones":[{{"due":"{iso}","content":"a"}}]}}}}"#), years, false);
        for path in ["/model/start", "/model/milestones/0/due"] {
            assert_eq!(pointer::get(&made.tree, path), Some(&there.into()), "{path}");
        }
        assert!(made.unmoved.is_empty());
    }

    #[test]
    fn plans_move_with_the_years() {
        moves("2024-02-29", 1, "2025-02-28");
        moves("2024-02-29", 4, "2028-02-29");
        moves("2025-Q4", 1, "2026-Q4");
        moves("2025", 2, "2027");
        moves("2025-11", 1, "2026-11");
        moves("2025-12-31", 0, "2025-12-31");
        let made = copy(r#"{"period":{"from":2025,"to":2027}}"#, 3, false);
        assert_eq!(made.tree.get("period"), Some(&tree(r#"{"from":2028,"to":2030}"#)));
    }

    #[test]
    fn facts_stay_and_the_earlier_paper_goes() {
        let made = copy(
            r#"{"id":"a","revision":4,"stage":"recognise","level":"province","registeredOn":"2025-02-03","heading":{"number":"12-BC/CB","place":"Vĩnh Hải"},
            "model":{"status":"new","basis":[{"number":"15-KH/ĐU","issuedOn":"2025-01-10"}],"evidence":[{"title":"Biên bản"}]},
            "lowerRecognition":{"number":"3-QĐ"},"replies":[{"criterion":"R05","text":"x"}],"handedTo":{"portal":"p"},"checkedWith":{"guideline":"mau"},"extra":{"x":1},"later":{"y":2}}"#,
            1,
            false,
        );
        assert_eq!(
            made.tree.to_text(),
            format!(
                r#"{{"id":"{NEW}","stage":"register","level":"province","heading":{{"place":"Vĩnh Hải"}},"model":{{"status":"ongoing","basis":[{{"number":"15-KH/ĐU","issuedOn":"2025-01-10"}}],"evidence":[{{"title":"Biên bản"}}]}},"extra":{{"x":1}},"later":{{"y":2}}}}"#
            )
        );
        let told: Vec<&str> = made.changes.iter().map(|change| change.path.as_str()).collect();
        assert_eq!(told, ["/stage", "/registeredOn", "/lowerRecognition/number", "/model/status", "/heading/number", "/replies/0"]);
    }

    #[test]
    fn what_was_reached_becomes_the_beginning_only_when_asked() {
        let earlier = r#"{"stage":"review","model":{"targets":[{"content":"a","baseline":10,"target":55,"actual":52,"actualOn":"2025-12-01"},{"content":"b","baseline":1,"target":2}]}}"#;
        let rows = |made: &Copy| pointer::get(&made.tree, "/model/targets").map(Json::to_text).unwrap_or_default();
        assert_eq!(rows(&copy(earlier, 1, false)), r#"[{"content":"a","baseline":10,"target":55},{"content":"b","baseline":1,"target":2}]"#);
        let asked = copy(earlier, 1, true);
        assert_eq!(rows(&asked), r#"[{"content":"a","baseline":52,"target":55},{"content":"b","baseline":1,"target":2}]"#);
        let baseline = asked.changes.iter().find(|change| change.path == "/model/targets/0/baseline");
        assert_eq!(baseline.map(|change| (change.kind, change.before.clone(), change.after.clone())), Some((ChangeKind::Changed, 10.0.into(), 52.0.into())));
    }

    #[test]
    fn unread_texts_stay_except_in_boxes_that_go() {
        let made = copy(
            r#"{"model":{"targets":[{"content":"a"}]},"entered":{"/model/targets/0/target":"năm mươi","/model/targets/0/due":"cuối năm","/registeredOn":"30/2/2025","/model/targets/0/actual":"?"}}"#,
            1,
            false,
        );
        assert_eq!(made.tree.get("entered").map(Json::to_text).as_deref(), Some(r#"{"/model/targets/0/target":"năm mươi","/model/targets/0/due":"cuối năm"}"#));
        assert_eq!(made.unmoved, ["/model/targets/0/due"]);
    }

    #[test]
    fn years_beyond_the_calendar_stay_and_are_named() {
        let made = copy(r#"{"model":{"end":"2199-12-31"}}"#, 1, false);
        assert_eq!((pointer::get(&made.tree, "/model/end"), made.unmoved), (Some(&"2199-12-31".into()), vec!["/model/end".to_owned()]));
    }

    #[test]
    fn words_that_name_the_earlier_year_are_told() {
        let made = copy(
            r#"{"period":{"from":2025,"to":2026},"model":{"name":"Đường 20255","need":"Năm 2025 có 9 vụ","goal":"Hết 2026.","method":"Từ 2024","basis":[{"number":"1","title":"năm 2025"}],"targets":[{"content":"Số hộ 2025"}]}}"#,
            1,
            false,
        );
        assert_eq!(made.dated, ["/model/need", "/model/goal", "/model/targets/0/content"]);
    }

    #[test]
    fn the_years_of_a_record() {
        for (text, years) in [
            (r#"{"period":{"from":2025,"to":2027}}"#, Some((2025, 2027))),
            (r#"{"period":{"to":2026}}"#, Some((2026, 2026))),
            (r#"{"period":{"from":2027,"to":2026}}"#, Some((2027, 2027))),
            (r#"{"registeredOn":"2025-02-03","model":{"start":"2024-12-01"}}"#, Some((2024, 2024))),
            ("{}", None),
        ] {
            assert_eq!(years_of(&tree(text)), years, "{text}");
        }
    }

    #[test]
    fn the_earlier_record_is_not_touched_and_the_copy_is_stable() {
        let text = r#"{"id":"a","model":{"start":"2025-03-01","targets":[{"content":"x","actual":1}]}}"#;
        let earlier = tree(text);
        let plan = Plan { id: NEW.to_owned(), years: 1, status: None, baselines: true };
        assert_eq!(duplicate(&earlier, &plan), duplicate(&earlier, &plan));
        assert_eq!(earlier.to_text(), text);
    }
}
