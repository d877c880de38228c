//! # What it checks
//! That a model runs long enough, and not too long, or goes on without an end.
//! # Why
//! A ceremony of one day is an event, not a model: “thiếu bền vững” is a fault that reviews name.
//! # Parameters
//! `from`, `to`: days, both of which count; of a month, quarter or year the first and the last. `minDays`: least days. `maxDays`: most days. `unless`: a tick for “goes on”.
//! # Evidence
//! The last day. Reasons: `no-end` (whether a first day stands or not), `too-short` (`days`, `minDays`), `too-long` (`days`, `maxDays`). Without a first day, or with the days the wrong way round: not-applicable, `empty`, `order`.
//! # Example
//! `{"kind":"duration","from":"/model/start","to":"/model/end","minDays":30,"unless":"/model/continuous"}`

use super::super::{Subject, Verdict};
use crate::guideline::check::Duration;
use crate::json::{Json, Path};
use crate::text::date::Partial;

pub fn check(params: &Duration, on: &Subject<'_>) -> Verdict {
    if params.unless.as_ref().is_some_and(|path| on.at(path) == Some(&Json::Bool(true))) {
        return Verdict::met();
    }
    let day = |path: &Path| Partial::from_iso(on.at(path)?.text()?);
    if !on.has(&params.to) {
        return Verdict::unmet("no-end").at(&params.to);
    }
    let (Some(from), Some(to)) = (day(&params.from), day(&params.to)) else { return Verdict::not_applicable("empty") };
    if to.last_day() < from.last_day() {
        return Verdict::not_applicable("order");
    }
    let days = to.last_day().days() - from.first_day().days() + 1;
    let (days, long) = (f64::from(days), days as usize);
    match (params.min_days, params.max_days) {
        (Some(least), _) if long < least => Verdict::unmet("too-short").with("days", days).with("minDays", least as f64).at(&params.to),
        (_, Some(most)) if long > most => Verdict::unmet("too-long").with("days", days).with("maxDays", most as f64).at(&params.to),
        _ => on.met_with(|verdict| verdict.with("days", days)),
    }
}

#[cfg(test)]
mod tests {
    use crate::criteria::checks::testing::{met, not_applicable, unmet};

    #[test]
    fn days() {
        let check = r#"{"kind":"duration","from":"/model/start","to":"/model/end","minDays":30,"unless":"/model/continuous"}"#;
        let record = |start: &str, end: &str| format!(r#"{{"model":{{"start":"{start}","end":"{end}"}}}}"#);
        unmet(check, &record("2026-03-01", "2026-03-29"), "too-short", &["/model/end"]);
        unmet(check, &record("2026-02", "2026-02"), "too-short", &["/model/end"]);
        met(check, &record("2026-03-01", "2026-03-30"));
        met(check, &record("2028-02-01", "2028-03-01"));
        met(check, &record("2026-06", "2026-06"));
        unmet(check, &record("2026-03-01", ""), "no-end", &["/model/end"]);
        not_applicable(check, &record("", "2026-03-31"), "empty");
        not_applicable(check, &record("2026-03-02", "2026-03-01"), "order");
        met(check, r#"{"model":{"start":"2026-03-01","continuous":true}}"#);
    }

    #[test]
    fn at_most() {
        let year = r#"{"kind":"duration","from":"/model/start","to":"/model/end","minDays":30,"maxDays":365}"#;
        let until = |end: &str| format!(r#"{{"model":{{"start":"2026-03-01","end":"{end}"}}}}"#);
        met(year, &until("2027-02-28"));
        unmet(year, &until("2027-03-01"), "too-long", &["/model/end"]);
        unmet(year, &until("2026-03-02"), "too-short", &["/model/end"]);
        unmet(year, &until("2027-03"), "too-long", &["/model/end"]);
    }
}
