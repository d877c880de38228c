//! # What it checks
//! That dates, or years, follow each other.
//! # Why
//! An end before the start is nearly always a slip of the key.
//! # Parameters
//! `paths`: the earlier first. Empty boxes are passed over. A month, quarter or year is compared by its last day.
//! # Evidence
//! The later box, then the earlier. Reason `order` with `first`, `second` and the paths `firstPath`, `secondPath`.
//! # Example
//! `{"kind":"dateOrder","paths":["/model/start","/model/end"]}`

use super::super::{Subject, Verdict};
use crate::guideline::check::DateOrder;
use crate::json::{Json, Path};
use crate::text::date::{Date, Partial};

pub fn check(params: &DateOrder, on: &Subject<'_>) -> Verdict {
    let mut known: Vec<(&Path, Partial)> = Vec::new();
    for path in params.paths.iter() {
        let date = match on.at(path) {
            Some(Json::Text(text)) => Partial::from_iso(text),
            Some(Json::Number(year)) => Date::new(*year as i32, 1, 1).map(|date| Partial::Year(date.year())),
            _ => None,
        };
        known.extend(date.map(|date| (path, date)));
    }
    for (first, second) in known.iter().zip(known.iter().skip(1)) {
        if first.1.last_day() > second.1.last_day() {
            return Verdict::unmet("order")
                .with("first", first.1.to_iso())
                .with("second", second.1.to_iso())
                .with("firstPath", first.0.as_str())
                .with("secondPath", second.0.as_str())
                .at(second.0)
                .at(first.0);
        }
    }
    if known.len() < 2 { Verdict::not_applicable("empty") } else { Verdict::met() }
}

#[cfg(test)]
mod tests {
    use crate::criteria::checks::testing::{met, not_applicable, unmet};

    #[test]
    fn order() {
        let check = r#"{"kind":"dateOrder","paths":["/model/start","/model/end"]}"#;
        let record = |start: &str, end: &str| format!(r#"{{"model":{{"start":"{start}","end":"{end}"}}}}"#);
        met(check, &record("2026-03-01", "2026-03-01"));
        met(check, &record("2026-03-01", "2026-03-02"));
        unmet(check, &record("2026-03-01", "2026-02-28"), "order", &["/model/end", "/model/start"]);
        not_applicable(check, &record("2026-03-01", ""), "empty");
        unmet(
            r#"{"kind":"dateOrder","paths":["/period/from","/period/to"]}"#,
            r#"{"period":{"from":2027,"to":2026}}"#,
            "order",
            &["/period/to", "/period/from"],
        );
    }
}
