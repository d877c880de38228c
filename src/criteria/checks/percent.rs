//! # What it checks
//! That percentages lie between 0 and 100, and that their base is given.
//! # Why
//! “100 % hộ dân đồng tình” says nothing as long as nobody knows of how many.
//! # Parameters
//! `paths`: lists of rows with `unit` “%”, or texts. `base`: boxes of which one must be filled in when a percentage is used; without it only the range is looked at.
//! The number of households (`/model/scope/households`) is no base for a share of pupils or of members. A row may name its base in `content`: “(trên tổng số 58 em)”.
//! A text may also name the base itself: “86/92 hộ (93%)”, “95% trong 120 hộ”, “giảm 30% so với 40 vụ”. Interest, materials, plans and the like need none.
//! # Evidence
//! The figures. Reasons: `out-of-range` (`value`), `no-base` (`base`). No percentage at all: not-applicable, `none`.
//! # Example
//! `{"kind":"percent","paths":["/model/targets","/model/goal"],"base":["/model/scope/households","/model/scope/people"]}`

use super::super::forms::counted::Tells;
use super::super::{Evidence, Subject, Text, Verdict, forms};
use crate::guideline::check::Percent;
use crate::json::pointer::Place;
use crate::json::{Json, Path};

/// A percentage and where it stands.
struct Use {
    value: Option<f64>,
    without_base: bool,
    /// The number of households is no base for it.
    of_some: bool,
    evidence: Evidence,
}

pub fn check<'a>(params: &'a Percent, on: &Subject<'a>, said: &mut Vec<Verdict>) {
    let texts = on.texts(&params.paths);
    let mut uses = Vec::new();
    for given in params.paths.iter() {
        rows(given, on, &mut uses);
        for (at, (path, text)) in texts.iter().enumerate().filter(|(_, (place, text))| text.reading.signs.percent && place.is_of(given)) {
            let others: Vec<(&Text<'_>, Tells)> =
                texts.iter().enumerate().filter(|(other, _)| *other != at).map(|(_, (place, text))| (&**text, tells(place))).collect();
            for percentage in forms::percent::find(text, &others) {
                let value = percentage.value.filter(|value| !percentage.open || *value <= 100.0);
                let forms::percent::Percentage { without_base, of_some, .. } = percentage;
                uses.push(Use { value, without_base, of_some, evidence: Evidence { path: path.path(), span: Some(percentage.span) } });
            }
        }
    }
    if uses.is_empty() {
        return said.push(Verdict::not_applicable("none"));
    }
    let before = said.len();
    let wrong: Vec<&Use> = uses.iter().filter(|usage| usage.value.is_some_and(|value| !(0.0..=100.0).contains(&value))).collect();
    if let Some(value) = wrong.first().and_then(|usage| usage.value) {
        let mut verdict = Verdict::unmet("out-of-range").with("value", value);
        verdict.evidence = wrong.iter().map(|usage| usage.evidence.clone()).collect();
        said.push(verdict);
    }
    let of_households = |path: &&Path| path.as_str() == "/model/scope/households";
    let filled: Vec<&Path> = params.base.iter().filter(|path| on.has(path)).collect();
    let based = |usage: &Use| params.base.is_empty() || if usage.of_some { !filled.iter().all(of_households) } else { !filled.is_empty() };
    let bare: Vec<Evidence> = uses.into_iter().filter(|usage| usage.without_base && !based(usage)).map(|usage| usage.evidence).collect();
    if !bare.is_empty() {
        let mut verdict = Verdict::unmet("no-base").with("base", Json::texts(&params.base));
        verdict.evidence = bare;
        said.push(verdict);
    }
    if said.len() == before {
        said.push(Verdict::met());
    }
}

/// What the text of a box tells of.
fn tells(place: &Place<'_>) -> Tells {
    if place.is_in("/model/scope/") || place.is_in("/model/forces") {
        Tells::Place
    } else if place.is("/model/need") {
        Tells::Situation
    } else {
        Tells::Work
    }
}

/// The percentages of rows whose unit is per cent.
fn rows<'a>(given: &Path, on: &Subject<'a>, uses: &mut Vec<Use>) {
    for (path, value) in given.each(on.record) {
        let Json::List(rows) = value else { continue };
        for (at, row) in rows.iter().enumerate().filter(|(_, row)| row.get("unit").and_then(Json::text).is_some_and(is_percent)) {
            let text = row.get("content").and_then(Json::text).filter(|text| !text.is_empty());
            let without_base = text.is_none_or(|text| !forms::percent::names_whole(&on.read(text)));
            for member in ["target", "actual", "baseline"] {
                if let Some(number) = row.get(member).and_then(Json::number) {
                    uses.push(Use {
                        value: Some(number),
                        without_base,
                        of_some: false,
                        evidence: Evidence { path: format!("{}/{at}/{member}", path.path()), span: None },
                    });
                }
            }
        }
    }
}

fn is_percent(unit: &str) -> bool {
    let unit = unit.trim();
    unit == "%" || unit.eq_ignore_ascii_case("phần trăm") || unit.starts_with("% ")
}

#[cfg(test)]
mod tests {
    use crate::criteria::checks::testing::{met, not_applicable, unmet};

    #[test]
    fn range_and_base() {
        let check = r#"{"kind":"percent","paths":["/model/targets","/model/goal"],"base":["/model/scope/households"]}"#;
        not_applicable(check, r#"{"model":{"goal":"Vận động 55 hộ"}}"#, "none");
        met(check, r#"{"model":{"goal":"95% số hộ đồng thuận","scope":{"households":120}}}"#);
        unmet(check, r#"{"model":{"goal":"95% số hộ đồng thuận"}}"#, "no-base", &["/model/goal"]);
        unmet(check, r#"{"model":{"targets":[{"target":130,"unit":"%"}],"scope":{"households":120}}}"#, "out-of-range", &["/model/targets/0/target"]);
        met(check, r#"{"model":{"targets":[{"content":"Học sinh mặc áo phao (trên tổng số 58 em)","baseline":20,"target":95,"unit":"%"}]}}"#);
        unmet(check, r#"{"model":{"targets":[{"content":"Học sinh mặc áo phao","target":95,"unit":"%"}]}}"#, "no-base", &["/model/targets/0/target"]);
        met(check, r#"{"model":{"targets":[{"baseline":0,"target":100,"unit":"%"}],"scope":{"households":120}}}"#);
    }

    #[test]
    fn texts() {
        let check = r#"{"kind":"percent","paths":["/model/goal","/model/need"],"base":["/model/scope/households"]}"#;
        let record = |goal: &str, need: &str| format!(r#"{{"model":{{"goal":"{goal}","need":"{need}"}}}}"#);
        for goal in ["100% hộ đồng tình", "85 - 90% hội viên tham gia", "giảm 50% số vụ", "Tám mươi phần trăm hộ", "phấn đấu 100%hộ", "97,5% hộ"]
        {
            unmet(check, &record(goal, ""), "no-base", &["/model/goal"]);
        }
        for goal in ["86/92 hộ (93%)", "95% trong 120 hộ", "giảm 30% so với 40 vụ", "đạt 120% kế hoạch", "lãi 0,5%/tháng", "100% chỉ tiêu"]
        {
            met(check, &record(goal, ""));
        }
        met(check, &record("100% hộ lắp đèn", "Ngõ có 38 hộ"));
        let rows = r#"{"kind":"percent","paths":["/model/goal","/model/targets/*/content"],"base":["/model/scope/households"]}"#;
        let second = r#"{"model":{"targets":[{"content":"Ký cam kết"},{"content":"100 % bà con trồng lúa không đốt rơm"}]}}"#;
        unmet(rows, second, "no-base", &["/model/targets/1/content"]);
        unmet(check, &record("130% trong 120 hộ", ""), "out-of-range", &["/model/goal"]);
        not_applicable(check, &record("1".repeat(20_000).as_str(), ""), "none");
    }
}
