//! # What it checks
//! That the same amount of money is not written with different magnitudes.
//! # Why
//! “36,6 triệu” in the text and 36.600 in the box is a slip of three zeros that nobody notices until the accounts are read.
//! # Parameters
//! `paths`: amounts, and texts that may name the same amount; `*` for every row. A row may have `unit`, đồng, nghìn, triệu or tỷ đồng; rows of land, labour or things are passed over.
//! # Evidence
//! The later place, then the earlier. Reason `magnitude` with `first`, `second` in đồng. Amounts are taken for the same when one is the other times 1.000 or 1.000.000 (or times 10 or 100, when three or
//! more digits are the same). What each of several gives or costs (“mỗi hộ 1,25 triệu đồng”, “1,25 triệu đồng/hộ”) is no such amount. No two amounts: not-applicable, `empty`.
//! # Example
//! `{"kind":"sameAmount","paths":["/model/resourceTotal","/model/method"]}`

use super::super::forms::near;
use super::super::{Evidence, Subject, Verdict};
use super::sum::{dong, row_of};
use crate::guideline::check::SameAmount;
use crate::json::Json;
use crate::text::Span;
use crate::text::figures::Figure;
use crate::text::letters::gap;
use crate::text::reading::Reading;
use crate::words;

pub fn check(params: &SameAmount, on: &Subject<'_>) -> Verdict {
    let mut amounts: Vec<(f64, Evidence)> = Vec::new();
    for (path, value) in params.paths.iter().flat_map(|path| path.each(on.record)) {
        match value {
            Json::Number(amount) if *amount > 0.0 => {
                let path = path.path();
                if let Some(dong) = dong(row_of(on.record, &path)) {
                    amounts.push((*amount * dong, Evidence { path, span: None }));
                }
            }
            Json::Text(text) => {
                let text = on.read(text);
                // ₫ is odd
                if !(text.reading.signs.money || text.reading.signs.odd) {
                    continue;
                }
                let whole = |figure: &&Figure| figure.unit == Some("đồng") && figure.value > 0.0 && !is_of_each(&text.reading, figure.span);
                for figure in text.figures().iter().filter(whole) {
                    amounts.push((figure.value, Evidence { path: path.path(), span: Some(figure.span) }));
                }
            }
            Json::Number(_) | Json::Null | Json::Bool(_) | Json::List(_) | Json::Object(_) => {}
        }
    }
    for (at, (second, later)) in amounts.iter().enumerate() {
        let slip = amounts.iter().take(at).find(|(first, earlier)| earlier.path != later.path && is_slip(*first, *second));
        if let Some((first, earlier)) = slip {
            let mut verdict = Verdict::unmet("magnitude").with("first", *first).with("second", *second);
            verdict.evidence = vec![later.clone(), earlier.clone()];
            return verdict;
        }
    }
    if amounts.len() < 2 { Verdict::not_applicable("empty") } else { Verdict::met() }
}

/// “mỗi hộ 1,25 triệu đồng”, “1,25 triệu đồng/hộ”: what each of several gives or costs.
fn is_of_each(reading: &Reading<'_>, span: Span) -> bool {
    let first = reading.words.partition_point(|word| word.span.start < span.start);
    let Some(last) = reading.words.partition_point(|word| word.span.end <= span.end).checked_sub(1) else { return false };
    let each = |at: usize| near::is(reading, at, words!("mỗi|từng")) && !near::is(reading, at + 1, words!("bước"));
    let one = near::is(reading, last + 1, words!("một")) && near::is(reading, last + 2, words!("hộ|người|nhà|gia|suất|em|cháu|tháng|năm|ngày"));
    let for_each = near::is(reading, last + 1, words!("cho")) && each(last + 2);
    let behind = reading.gap(last).starts_with('/') || near::tight(reading, last) && (each(last + 1) || one || for_each);
    let parted = |at: usize| near::ends(reading, at) || near::has_gap(reading, at, gap::COMMA) || near::is(reading, at, words!("tổng|cộng"));
    behind || (first.saturating_sub(6)..first).rev().take_while(|at| !parted(*at)).any(each)
}

/// Whether two amounts differ by zeros alone.
fn is_slip(one: f64, other: f64) -> bool {
    let (small, large) = if one < other { (one, other) } else { (other, one) };
    let times = |by: f64| (small * by - large).abs() <= large * 1e-9;
    // “2 triệu” and “20 triệu” are two amounts; “36,6 triệu” and “366 triệu” hardly are.
    let telling = significant(small) >= 3;
    times(1e3) && significant(small) >= 2 || times(1e6) || telling && (times(10.0) || times(100.0))
}

/// Digits of an amount without the zeros at its end.
fn significant(mut amount: f64) -> u32 {
    while amount >= 10.0 && amount % 10.0 == 0.0 {
        amount /= 10.0;
    }
    if amount < 1.0 { 0 } else { amount.log10() as u32 + 1 }
}

#[cfg(test)]
mod tests {
    use crate::criteria::checks::testing::{met, not_applicable, unmet};

    #[test]
    fn zeros() {
        let check = r#"{"kind":"sameAmount","paths":["/model/resourceTotal","/model/resources/*/amount","/model/method"]}"#;
        let record = |total: &str, method: &str| format!(r#"{{"model":{{"resourceTotal":{total},"method":"{method}"}}}}"#);
        not_applicable(check, &record("36600000", "Vận động 55 hộ"), "empty");
        met(check, &record("36600000", "Tổng kinh phí 36,6 triệu đồng"));
        unmet(check, &record("36600", "Tổng kinh phí 36,6 triệu đồng"), "magnitude", &["/model/method", "/model/resourceTotal"]);
        unmet(check, &record("366000000", "Tổng kinh phí 36,6 triệu đồng"), "magnitude", &["/model/method", "/model/resourceTotal"]);
        let rows = |row: &str| format!(r#"{{"model":{{"resourceTotal":24000000,"resources":[{row}]}}}}"#);
        met(check, &rows(r#"{"amount":24,"unit":"triệu đồng"}"#));
        met(check, &rows(r#"{"amount":24000,"unit":"nghìn đồng"}"#));
        not_applicable(check, &rows(r#"{"amount":24000,"unit":"m²","kind":"land"}"#), "empty");
        unmet(check, &rows(r#"{"amount":24000,"unit":"đồng"}"#), "magnitude", &["/model/resources/0/amount", "/model/resourceTotal"]);
        unmet(check, &record("36600", "Cộng đồng góp 36 tr6"), "magnitude", &["/model/method", "/model/resourceTotal"]);
        for each in [
            "mỗi hộ đóng góp 1,25 triệu đồng",
            "góp 1,25 triệu đồng/hộ",
            "hỗ trợ 1,25 triệu đồng một hộ",
            "từng gia đình góp 1.250.000 đồng",
            "mỗi hội viên đóng góp 1,25 triệu đồng",
            "hỗ trợ 1,25 triệu đồng cho mỗi hộ",
        ] {
            not_applicable(check, &record("125000000", each), "empty");
            met(check, &record("125000000", &format!("{each}, tổng cộng 125 triệu đồng")));
        }
        for whole in [
            "Mỗi hộ một tay. Tổng cộng 1,25 triệu đồng",
            "góp tùy sức mỗi hộ, tổng cộng 1,25 triệu đồng",
            "từng bước huy động 1,25 triệu đồng",
            "1,25 triệu đồng một phần do xã cấp",
        ] {
            unmet(check, &record("125000000", whole), "magnitude", &["/model/method", "/model/resourceTotal"]);
        }
    }
}
