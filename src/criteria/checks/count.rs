//! # What it checks
//! That a list has enough rows of a kind, and not too many.
//! # Why
//! “At least one target that can be measured”, “exactly one leading force”.
//! # Parameters
//! `rows`: the list. `where`: members and the values they may have. `filled`: members that must be filled in, with more than dots, but for those that the guideline hides. `without`: not rows whose texts name one of these things, as in `mentions`. `min`, `max`: how many such rows.
//! # Evidence
//! Too few: the list. Too many: the rows beyond; with `where`, the first member that it asks for in them. `found`, `min`, `max`.
//! # Example
//! `{"kind":"count","rows":"/model/forces","where":{"role":["lead"]},"min":1,"max":1}`

use super::super::forms::placeholder::is_dotted;
use super::super::{Subject, Verdict};
use super::mentions;
use crate::guideline::check::{Count, Thing};
use crate::json::{Json, pointer};

pub fn check<'a>(params: &Count, on: &Subject<'a>) -> Verdict {
    let rows = on.at(&params.rows).and_then(Json::rows).map(Vec::as_slice).unwrap_or_default();
    let mut found = Vec::new();
    for (at, row) in rows.iter().enumerate().filter(|(_, row)| !row.is_blank()) {
        let wanted = params.r#where.iter().flatten().all(|(member, values)| row.get(member).is_some_and(|value| values.contains(value)));
        if !wanted {
            continue;
        }
        let named = |thing: &Thing| {
            row.members().into_iter().flatten().filter_map(|(_, value)| value.text()).any(|text| mentions::count(*thing, &on.read(text), on) > 0)
        };
        if params.without.iter().any(named) {
            continue;
        }
        let unread = |member: &str| on.has_entered() && on.entered(&format!("{}/{at}/{member}", params.rows));
        let hidden = |member: &str| on.rules.hides_any() && on.rules.hides(&format!("{}/*/{member}", params.rows));
        if params
            .filled
            .iter()
            .all(|member| pointer::below(row, member).is_some_and(|value| !value.is_blank() && !is_dotted(value)) || unread(member) || hidden(member))
        {
            found.push(at);
        }
    }
    let say = |verdict: Verdict| verdict.with_some("found", Some(found.len())).with_some("min", params.min).with_some("max", params.max);
    if params.min.is_some_and(|min| found.len() < min) {
        return say(Verdict::unmet("too-few")).at(&params.rows);
    }
    if let Some(max) = params.max.filter(|max| found.len() > *max) {
        let verdict = say(Verdict::unmet("too-many"));
        let member = params.r#where.iter().flatten().map(|(member, _)| format!("/{member}")).next().unwrap_or_default();
        return verdict.at_all(found.iter().skip(max).map(|at| format!("{}/{at}{member}", params.rows)));
    }
    on.met_with(say)
}

#[cfg(test)]
mod tests {
    use crate::criteria::checks::testing::{met, unmet};

    #[test]
    fn rows_without() {
        let check = r#"{"kind":"count","rows":"/model/resources","where":{"kind":["contribution"]},"without":["donor"],"min":1}"#;
        let row = |content: &str| format!(r#"{{"model":{{"resources":[{{"kind":"contribution","content":"{content}"}}]}}}}"#);
        met(check, &row("Nhân dân trong thôn đóng góp"));
        met(check, &row("Hộ dân và doanh nghiệp trên địa bàn"));
        unmet(check, &row("Công ty Lúa Vàng tài trợ vật liệu"), "too-few", &["/model/resources"]);
        unmet(check, &row("Nhà hảo tâm ủng hộ"), "too-few", &["/model/resources"]);
    }

    #[test]
    fn rows_of_a_kind() {
        let lead = r#"{"kind":"count","rows":"/model/forces","where":{"role":["lead"]},"min":1,"max":1}"#;
        met(lead, r#"{"model":{"forces":[{"name":"A","role":"lead"},{"name":"B","role":"coordinate"}]}}"#);
        unmet(lead, r#"{"model":{"forces":[{"name":"A"}]}}"#, "too-few", &["/model/forces"]);
        unmet(lead, r#"{"model":{"forces":[{"name":"A","role":"lead"},{"name":"B","role":"lead"}]}}"#, "too-many", &["/model/forces/1/role"]);
        let measured = r#"{"kind":"count","rows":"/model/targets","filled":["target","unit"],"min":1}"#;
        met(measured, r#"{"model":{"targets":[{"content":"x"},{"content":"y","target":0,"unit":"hộ"}]}}"#);
        unmet(measured, r#"{"model":{"targets":[{"content":"x","target":5}]}}"#, "too-few", &["/model/targets"]);
    }
}
