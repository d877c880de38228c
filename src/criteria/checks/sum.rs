//! # What it checks
//! That the parts given in đồng make the whole.
//! # Why
//! “36,6 triệu” with parts of 17,5 and 20 is the commonest slip in these forms, and money is what readers look at first.
//! # Parameters
//! `parts`: a member of every row; only rows whose `unit` is đồng, nghìn, triệu or tỷ đồng count, and those without a unit that are not of land, labour or things. `whole`: the total.
//! # Evidence
//! The whole, then the parts. Reason `sum` with `whole`, `parts`, `difference` in đồng. Fewer than two figures, or one that could not be read or stored, whose own error speaks of it: not-applicable, `empty`. Where a part or the whole is marked
//! “khoảng, hơn, gần”, a difference of up to one in twenty passes.
//! # Example
//! `{"kind":"sum","parts":"/model/resources/*/amount","whole":"/model/resourceTotal"}`

use super::super::{Change, Subject, Verdict};
use crate::guideline::check::Sum;
use crate::json::pointer::Place;
use crate::json::{Json, Path, pointer};
use crate::record::rules;
use crate::text::fold::soft;

pub fn check(params: &Sum, on: &Subject<'_>) -> Verdict {
    let Some(whole) = on.at(&params.whole).and_then(Json::number).filter(|_| !on.is_refused(&Place::of(params.whole.as_str()))) else {
        return Verdict::not_applicable("empty");
    };
    if on.has_entered() && has_unread(&params.parts, on) {
        return Verdict::not_applicable("empty");
    }
    let mut parts = 0.0;
    let mut approx = pointer::get(on.record, &format!("{}Approx", params.whole)).is_some();
    let mut boxes = Vec::new();
    for (place, value) in params.parts.each(on.record) {
        if on.is_refused(&place) {
            return Verdict::not_applicable("empty");
        }
        let path = place.path();
        let row = row_of(on.record, &path);
        let (Some(amount), Some(dong)) = (value.number(), dong(row)) else { continue };
        parts += amount * dong;
        approx |= row.is_some_and(|row| row.get("approx").is_some());
        boxes.push(path);
    }
    if boxes.is_empty() {
        return Verdict::not_applicable("empty");
    }
    let difference = (parts - whole).abs();
    // less than half a đồng is the rounding of “19,1 triệu”
    let slack = if approx { whole / 20.0 } else { 0.0_f64 }.max(0.5);
    if difference <= slack {
        return on.met_with(|verdict| verdict.with("whole", whole));
    }
    let verdict = Verdict::unmet("sum").with("whole", whole).with("parts", parts).with("difference", difference).at(&params.whole);
    // a total that the box cannot hold, or with a fraction of a đồng that adding left behind, is not offered
    let offered = parts.round();
    let verdict = if rules::figure(offered).is_ok() { verdict.offering(Change::Sum, &params.whole, None, offered) } else { verdict };
    verdict.at_all(boxes)
}

/// Whether a part could not be read: without it, nobody knows what the parts make.
fn has_unread(parts: &Path, on: &Subject<'_>) -> bool {
    let Some((list, member)) = pointer::starred(parts.as_str()) else { return on.entered(parts.as_str()) };
    let of_a_row = |path: &str| path.strip_prefix(list).and_then(|path| path.strip_suffix(member)?.strip_prefix('/')).is_some_and(|row| !row.contains('/'));
    on.record.get("entered").and_then(Json::members).is_some_and(|entered| entered.iter().any(|(path, _)| of_a_row(path)))
}

/// The row in which a box stands.
pub(super) fn row_of<'a>(record: &'a Json, path: &str) -> Option<&'a Json> {
    path.rsplit_once('/').and_then(|(row, _)| pointer::get(record, row))
}

/// How many đồng the unit of a row is; without a unit, money is meant where the row is not one of land, labour or things.
pub(super) fn dong(row: Option<&Json>) -> Option<f64> {
    let said = |member: &str| row.and_then(|row| row.get(member)?.text()).unwrap_or_default();
    let (unit, kind) = (said("unit"), said("kind"));
    match unit.trim() {
        "" => (!matches!(kind, "land" | "labour" | "in-kind")).then_some(1.0),
        unit => times_dong(unit).or_else(|| times_dong(&soft(unit))),
    }
}

/// How many đồng a unit is, in small letters.
fn times_dong(unit: &str) -> Option<f64> {
    match unit {
        "đồng" | "đ" | "vnđ" | "vnd" => Some(1.0),
        "nghìn đồng" | "ngàn đồng" | "nghìn" | "ngàn" => Some(1e3),
        "triệu đồng" | "triệu" | "tr" | "tr.đ" | "trđ" | "tr đ" | "tr.đồng" => Some(1e6),
        "tỷ đồng" | "tỉ đồng" | "tỷ" | "tỉ" => Some(1e9),
        _ => None,
    }
}

#[cfg(test)]
mod tests {
    use crate::criteria::checks::testing::{met, not_applicable, unmet};

    #[test]
    fn parts_and_whole() {
        let check = r#"{"kind":"sum","parts":"/model/resources/*/amount","whole":"/model/resourceTotal"}"#;
        let record = |total: i64, more: &str| {
            format!(
                r#"{{"model":{{"resourceTotal":{total}{more},"resources":[{{"amount":17500000,"unit":"đồng"}},{{"amount":20000000,"unit":"Đồng"}},{{"amount":40,"unit":"công"}}]}}}}"#
            )
        };
        met(check, &record(37_500_000, ""));
        unmet(check, &record(36_600_000, ""), "sum", &["/model/resourceTotal", "/model/resources/0/amount", "/model/resources/1/amount"]);
        met(check, &record(36_600_000, r#","resourceTotalApprox":"about""#));
        unmet(
            check,
            &record(30_000_000, r#","resourceTotalApprox":"about""#),
            "sum",
            &["/model/resourceTotal", "/model/resources/0/amount", "/model/resources/1/amount"],
        );
        met(
            check,
            r#"{"model":{"resourceTotal":36600000,"resources":[{"kind":"budget","amount":17.5,"unit":"triệu đồng"},{"amount":19100000,"unit":"đồng"},{"kind":"labour","amount":216}]}}"#,
        );
        unmet(
            check,
            r#"{"model":{"resourceTotal":36600000,"resources":[{"amount":17.5,"unit":"triệu đồng"},{"amount":20,"unit":"triệu"}]}}"#,
            "sum",
            &["/model/resourceTotal", "/model/resources/0/amount", "/model/resources/1/amount"],
        );
        not_applicable(check, r#"{"model":{"resourceTotal":5}}"#, "empty");
        let unread = |path: &str| {
            format!(r#"{{"entered":{{"{path}":"mười lăm mấy triệu"}},"model":{{"resourceTotal":30,"resources":[{{"amount":10}},{{"kind":"budget"}}]}}}}"#)
        };
        not_applicable(check, &unread("/model/resources/1/amount"), "empty");
        unmet(check, &unread("/model/scope/households"), "sum", &["/model/resourceTotal", "/model/resources/0/amount"]);
    }
}
