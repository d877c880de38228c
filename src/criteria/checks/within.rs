//! # What it checks
//! That dates lie inside a window: the portal's, the years of the record, or two days.
//! # Why
//! A target due after the registered years cannot be appraised in them; late entries are marked, not refused.
//! # Parameters
//! `path`: a date; `*` for every row; a month, quarter or year counts by its last day. `window`: `portal`, `period` or `{from, to}`. `earlierIf`: a check; when it is met, the date may stand
//! before the window.
//! # Evidence
//! The dates. Reasons: `before`, `after`, with `value`, `from`, `to`. No window: not-applicable, `no-window`.
//! # Example
//! `{"kind":"within","path":"/model/targets/*/due","window":"period"}`

use super::super::{Subject, Verdict};
use crate::guideline::check::{NamedWindow, Window, Within};
use crate::json::Json;
use crate::text::date::{Date, Partial};

pub fn check<'a>(params: &'a Within, on: &Subject<'a>, said: &mut Vec<Verdict>) {
    let Some((from, to)) = days_of(&params.window, on) else { return said.push(Verdict::not_applicable("no-window")) };
    let mut faults = Vec::new();
    let mut any = false;
    for (path, value) in params.path.each(on.record) {
        let Some(date) = value.text().and_then(Partial::from_iso) else { continue };
        any = true;
        let last = date.last_day();
        let reason = if to.is_some_and(|to| last > to) {
            "after"
        } else if from.is_some_and(|from| last < from) && !may_be_earlier(params, on) {
            "before"
        } else {
            continue;
        };
        let iso = |day: Option<Date>| day.map_or(Json::Null, |day| Json::Text(day.to_iso()));
        let verdict = Verdict::unmet(reason).with("value", date.to_iso()).with("from", iso(from)).with("to", iso(to)).at(path);
        Verdict::collect(&mut faults, verdict);
    }
    if faults.is_empty() { said.push(Verdict::met_unless_empty(any)) } else { said.extend(faults) }
}

/// Whether what the guideline says of it is met: a model that is under way began before.
fn may_be_earlier<'a>(params: &'a Within, on: &Subject<'a>) -> bool {
    params.earlier_if.as_deref().is_some_and(|check| super::is_met(check, on))
}

fn days_of(window: &Window, on: &Subject<'_>) -> Option<(Option<Date>, Option<Date>)> {
    let (from, to) = match window {
        Window::Named(NamedWindow::Portal) => {
            let window = on.portal?.window.as_ref()?;
            (window.from.as_deref().and_then(Date::from_iso), window.to.as_deref().and_then(Date::from_iso))
        }
        Window::Named(NamedWindow::Period) => {
            let year = |path: &str| on.value(path).and_then(Json::number).map(|year| year as i32);
            (year("/period/from").and_then(|year| Date::new(year, 1, 1)), year("/period/to").and_then(|year| Date::new(year, 12, 31)))
        }
        Window::Days(days) => (days.from.as_deref().and_then(Date::from_iso), days.to.as_deref().and_then(Date::from_iso)),
    };
    // A window that is the wrong way round is a fault of its own; nothing is outside it.
    let turned = from.is_some_and(|from| to.is_some_and(|to| from > to));
    (!turned && (from.is_some() || to.is_some())).then_some((from, to))
}

#[cfg(test)]
mod tests {
    use crate::criteria::checks::testing::{met, not_applicable, unmet};

    #[test]
    fn edges() {
        let check = r#"{"kind":"within","path":"/model/start","window":{"from":"2026-01-10","to":"2026-01-20"}}"#;
        let record = |start: &str| format!(r#"{{"model":{{"start":"{start}"}}}}"#);
        unmet(check, &record("2026-01-09"), "before", &["/model/start"]);
        met(check, &record("2026-01-10"));
        met(check, &record("2026-01-20"));
        unmet(check, &record("2026-01-21"), "after", &["/model/start"]);
        unmet(check, &record("2026-01"), "after", &["/model/start"]);
        not_applicable(check, "{}", "empty");
    }

    #[test]
    fn what_is_under_way_began_before() {
        let check = r#"{"kind":"within","path":"/model/start","window":"period","earlierIf":{"kind":"oneOf","path":"/model/status","values":["ongoing"]}}"#;
        let record = |status: &str, start: &str| format!(r#"{{"period":{{"from":2026,"to":2026}},"model":{{"status":"{status}","start":"{start}"}}}}"#);
        met(check, &record("ongoing", "2023-05-01"));
        unmet(check, &record("new", "2023-05-01"), "before", &["/model/start"]);
        unmet(check, &record("ongoing", "2027-01-01"), "after", &["/model/start"]);
    }

    #[test]
    fn period_and_portal() {
        let due = r#"{"kind":"within","path":"/model/targets/*/due","window":"period"}"#;
        unmet(due, r#"{"period":{"from":2026,"to":2026},"model":{"targets":[{"due":"2026-Q4"},{"due":"2027-01-15"}]}}"#, "after", &["/model/targets/1/due"]);
        not_applicable(due, r#"{"period":{"from":2027,"to":2026},"model":{"targets":[{"due":"2029"}]}}"#, "no-window");
        not_applicable(r#"{"kind":"within","path":"/registeredOn","window":"portal"}"#, r#"{"registeredOn":"2026-01-01"}"#, "no-window");
    }
}
