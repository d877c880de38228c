//! # What it checks
//! That the same amount of money is not written with different magnitudes.
//! # Why
//! “36,6 triệu” in the text and 36.600 in the box is a slip of three zeros that nobody notices until the accounts are read.
//! # Parameters
//! `paths`: amounts, and texts that may name the same amount; `*` for every row. A row may have `unit`, đồng, nghìn, triệu or tỷ đồng; rows of land, labour or things are passed over.
//! # Evidence
//! The later place, then the earlier. Reason `magnitude` with `first`, `second` in đồng. Amounts are taken for the same when one is the other times 1.000 or 1.000.000 (or times 10 or 100, when three or
//! more digits are the same), unless both stand in a second place. Of rounder ones (“95 triệu”, “950 triệu”) both must stand in no second place and be told of the same thing: in two to four words that their sentences or rows share, the more the
//! rounder they are.
//! What each of several gives or costs (“mỗi hộ 1,25 triệu đồng”, “1,25 triệu đồng/hộ”) is compared with its like alone, and as a round one. No two amounts: not-applicable, `empty`.
//! # Example
//! `{"kind":"sameAmount","paths":["/model/resourceTotal","/model/method"]}`

use std::cell::Cell;
use std::ops::Range;
use std::rc::Rc;

use super::super::forms::near;
use super::super::{Evidence, Subject, Text, Verdict};
use super::sum::{dong, row_of};
use crate::guideline::check::SameAmount;
use crate::json::Json;
use crate::text::Span;
use crate::text::figures::Figure;
use crate::text::keys::Words;
use crate::text::letters::gap;
use crate::text::reading::{Reading, Token};
use crate::text::spelled_money;
use crate::words;

/// Amounts of one box that are compared with those of others; no registration has more.
const IN_A_BOX: usize = 64;
/// Pairs of amounts whose sentences are looked at; only a hostile record has more.
const MOST: usize = 100;
/// Words of any sentence about money.
const UNTELLING: &Words = words!(
    "đồng|triệu|tỷ|tỉ|nghìn|ngàn|tiền|kinh|phí|số|tổng|cộng|là|và|của|cho|các|những|từ|được|trong|với|để|có|ở|theo|tại|do|đã|sẽ|năm|tháng|ngày|mức|khoảng|hơn|gần|trên|hết|đủ|này|đó|về|bằng|mỗi|một"
);

/// An amount of money, and what it is of.
struct Amount<'a> {
    dong: f64,
    /// Of each of several, not of all.
    each: bool,
    at: Evidence,
    of: Of<'a>,
}

/// Where the words stand that tell what an amount is of.
enum Of<'a> {
    /// In the text around it.
    Sentence(Rc<Text<'a>>),
    /// In the row in which it stands.
    Row(Option<&'a Json>),
}

pub fn check<'a>(params: &'a SameAmount, on: &Subject<'a>) -> Verdict {
    let mut amounts: Vec<Amount<'a>> = Vec::new();
    for (path, value) in params.paths.iter().flat_map(|path| path.each(on.record)) {
        match value {
            Json::Number(amount) if *amount > 0.0 => {
                let path = path.path();
                let row = row_of(on.record, &path);
                if let Some(dong) = dong(row) {
                    amounts.push(Amount { dong: *amount * dong, each: false, at: Evidence { path, span: None }, of: Of::Row(row) });
                }
            }
            Json::Text(text) => {
                let text = on.read(text);
                let money = |figure: &&Figure| figure.unit == Some("đồng") && figure.value > 0.0;
                // ₫ is odd
                let figures = if text.reading.signs.money || text.reading.signs.odd { text.figures() } else { &[] };
                let figures = figures.iter().filter(money).map(|figure| (figure.span, figure.value));
                for (span, dong) in figures.chain(spelled_money::find(&text.reading)).take(IN_A_BOX) {
                    let at = Evidence { path: path.path(), span: Some(span) };
                    amounts.push(Amount { dong, each: is_of_each(&text.reading, span), at, of: Of::Sentence(text.clone()) });
                }
            }
            Json::Number(_) | Json::Null | Json::Bool(_) | Json::List(_) | Json::Object(_) => {}
        }
    }
    let compared = Cell::new(0);
    for (at, later) in amounts.iter().enumerate() {
        let slip = |earlier: &&Amount<'a>| differ_by_a_slip(earlier, later, &amounts, on, &compared);
        if let Some(earlier) = amounts.iter().take(at).find(slip) {
            let mut verdict = Verdict::unmet("magnitude").with("first", earlier.dong).with("second", later.dong);
            verdict.evidence = vec![later.at.clone(), earlier.at.clone()];
            return verdict;
        }
    }
    if amounts.iter().filter(|amount| !amount.each).count() < 2 { Verdict::not_applicable("empty") } else { Verdict::met() }
}

/// Whether two amounts are the same one but for zeros; `compared` counts those whose sentences are looked at.
fn differ_by_a_slip<'a>(earlier: &Amount<'a>, later: &Amount<'a>, amounts: &[Amount<'a>], on: &Subject<'a>, compared: &Cell<usize>) -> bool {
    if earlier.at.path == later.at.path || earlier.each != later.each {
        return false;
    }
    let certain = !later.each && is_slip(earlier.dong, later.dong);
    let shares = may_be_slip(earlier.dong, later.dong);
    if !certain && shares.is_none() {
        return false;
    }
    compared.set(compared.get() + 1);
    if compared.get() > MOST || !are_alike(earlier, later, on) {
        return false;
    }
    let alone = [earlier, later].map(|one| stands_alone(one, amounts));
    let told_alike = |least| shared(&words_of(earlier, on), &words_of(later, on)) >= least || is_whole(earlier, later) || is_whole(later, earlier);
    certain && alone.contains(&true) || shares.is_some_and(|least| alone == [true; 2] && told_alike(least))
}

/// Whether an amount is found in no second box: two boxes that agree are no slip of one of them. A total and its only row say it once.
fn stands_alone(one: &Amount<'_>, amounts: &[Amount<'_>]) -> bool {
    let is_row = |amount: &Amount<'_>| matches!(amount.of, Of::Row(_));
    amounts.iter().all(|other| other.at.path == one.at.path || is_row(one) && is_row(other) || (other.dong - one.dong).abs() > 0.5)
}

/// Whether two amounts are of one sort: what is lost or earned is no cost, and what a row plans is not what was given in an earlier year.
fn are_alike(one: &Amount<'_>, other: &Amount<'_>, on: &Subject<'_>) -> bool {
    let in_row = |amount: &Amount<'_>| matches!(amount.of, Of::Row(_));
    is_income(one) == is_income(other) && !(in_row(one) && is_of_the_past(other, on)) && !(in_row(other) && is_of_the_past(one, on))
}

/// “thiệt hại khoảng 1,52 tỷ đồng”, “thu nhập 36 triệu đồng”
fn is_income(amount: &Amount<'_>) -> bool {
    let (Some((reading, words)), Some(span)) = (sentence_of(amount), amount.at.span) else { return false };
    let at = reading.words.partition_point(|word| word.span.start < span.start);
    let mut clause = (words.start.max(at.saturating_sub(10))..at).rev().take_while(|at| !near::has_gap(reading, *at, gap::COMMA));
    clause.any(|at| {
        near::is(reading, at, words!("thiệt|lãi|lỗ|nợ|lương")) || near::is(reading, at, words!("thu|doanh")) && near::is(reading, at + 1, words!("nhập|thu"))
    })
}

/// “Năm 2025, chi đoàn tự bỏ 420.000 đồng”: a year before this one stands in its sentence, and no other.
fn is_of_the_past(amount: &Amount<'_>, on: &Subject<'_>) -> bool {
    let Some((reading, words)) = sentence_of(amount) else { return false };
    let year = |word: &Token| reading.word(word).rsplit('/').next().and_then(|year| year.parse::<i32>().ok()).filter(|year| (1990..2100).contains(year));
    let digits = reading.words.get(words).unwrap_or_default().iter().filter(|word| word.digit);
    digits.filter_map(year).max().is_some_and(|last| last < on.today.year())
}

/// Whether one is the total, and the sentence of the other tells of one: “tổng vốn 96 triệu đồng”.
fn is_whole(total: &Amount<'_>, told: &Amount<'_>) -> bool {
    let total = matches!(&total.of, Of::Row(row) if row.and_then(|row| row.get("content")).is_none());
    total && sentence_of(told).is_some_and(|(reading, mut words)| words.any(|at| near::is(reading, at, words!("tổng|cộng"))))
}

/// The words of an amount's sentence.
fn sentence_of<'t>(amount: &'t Amount<'_>) -> Option<(&'t Reading<'t>, Range<usize>)> {
    let (Of::Sentence(text), Some(span)) = (&amount.of, amount.at.span) else { return None };
    let at = text.reading.words.partition_point(|word| word.span.start < span.start);
    Some((&text.reading, near::begin(&text.reading, at)..near::end(&text.reading, at) + 1))
}

/// What tells what an amount is of: the words of its sentence, or of its row.
fn words_of<'a>(amount: &Amount<'a>, on: &Subject<'a>) -> Vec<u64> {
    let telling = |word: &&Token| !word.digit && !UNTELLING.contains(&word.key);
    let of = |reading: &Reading<'_>, words: Range<usize>| reading.words.get(words).unwrap_or_default().iter().filter(telling).map(|word| word.key).collect();
    if let Some((reading, words)) = sentence_of(amount) {
        return of(reading, words);
    }
    let Of::Row(Some(row)) = &amount.of else { return Vec::new() };
    let Some(content) = row.get("content").and_then(Json::text) else { return Vec::new() };
    let text = on.read(content);
    of(&text.reading, 0..text.reading.words.len())
}

/// How many different words two lists have in common.
fn shared(these: &[u64], those: &[u64]) -> usize {
    these.iter().enumerate().filter(|(at, word)| those.contains(word) && !these.iter().take(*at).any(|earlier| earlier == *word)).count()
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

/// In how many words two amounts must be told of the same thing to differ by zeros alone: “95 triệu” and “950 triệu”. None where they differ otherwise.
fn may_be_slip(one: f64, other: f64) -> Option<usize> {
    let (small, large) = if one < other { (one, other) } else { (other, one) };
    let times = |by: f64| (small * by - large).abs() <= large * 1e-9;
    let round = significant(small) < 2;
    if times(1e3) { Some(3) } else { (times(10.0) || times(100.0)).then_some(if round { 4 } else { 2 }) }
}

/// Digits of an amount without the zeros at its end; of a fraction, those before the comma.
fn significant(amount: f64) -> u32 {
    let mut whole = amount as u64;
    while amount.fract() == 0.0 && whole >= 10 && whole.is_multiple_of(10) {
        whole /= 10;
    }
    whole.checked_ilog10().map_or(0, |most| most + 1)
}

#[cfg(test)]
mod tests {
    use crate::criteria::checks::testing::{met, not_applicable, unmet};

    #[test]
    fn zeros_of_round_amounts() {
        let check = r#"{"kind":"sameAmount","paths":["/model/resourceTotal","/model/resources/*/amount","/model/method","/model/sustain"]}"#;
        let record = |amount: &str, method: &str, sustain: &str| {
            format!(
                r#"{{"model":{{"method":"{method}","sustain":"{sustain}","resources":[{{"kind":"budget","content":"Ngân sách phường làm sân chơi","amount":{amount},"unit":"triệu đồng"}}]}}}}"#
            )
        };
        let places = ["/model/method", "/model/resources/0/amount"];
        unmet(check, &record("950", "Tổng cộng 95 triệu đồng, ngân sách phường bố trí", ""), "magnitude", &places);
        unmet(check, &record("60", "Ngân sách phường chi làm sân chơi 60.000 đồng", ""), "magnitude", &places);
        unmet(
            check,
            &record("7", "Quỹ của 14 họ gửi ngân hàng 240 triệu đồng", "Số gốc 24.000.000đ của 14 họ gửi ngân hàng"),
            "magnitude",
            &["/model/sustain", "/model/method"],
        );
        unmet(
            check,
            &record("7", "Mỗi chị trong nhóm bỏ heo đất 500.000 đồng một tháng để mua thùng ủ", "Mỗi chị bỏ heo đất 50.000 đồng một tháng để mua thùng ủ"),
            "magnitude",
            &["/model/sustain", "/model/method"],
        );
        unmet(
            check,
            &record("7", "Quỹ xoay vòng của chi hội có mười hai triệu đồng", "Quỹ xoay vòng của chi hội là 120 triệu đồng"),
            "magnitude",
            &["/model/sustain", "/model/method"],
        );
        met(check, &record("7", "Mỗi chị bỏ heo đất 500.000 đồng một năm", "Mỗi hộ nộp 50.000 đồng tiền rác; xã cho 7 triệu đồng"));
        // a total of one row is no second place
        let total = record("950", "Tổng cộng 95 triệu đồng, ngân sách phường bố trí", "").replace(r#"{"model":{"#, r#"{"model":{"resourceTotal":950000000,"#);
        unmet(check, &total, "magnitude", &["/model/method", "/model/resourceTotal"]);
        for (amount, method) in [
            // of another thing
            ("950", "Bà con góp 95 triệu đồng xây cầu"),
            // one digit, and little in common
            ("900", "Phường chi làm hai mái che 90 triệu đồng"),
            // both stand in a second place
            ("950", "Ngân sách phường làm sân chơi 950 triệu đồng, riêng mái che 95 triệu đồng"),
        ] {
            met(check, &record(amount, method, ""));
        }
    }

    #[test]
    fn hostile() {
        let begun = std::time::Instant::now();
        let many = |amount: &str| format!("Ấp số một chi {amount} triệu đồng; ").repeat(600);
        let record = format!(r#"{{"model":{{"method":"{}","sustain":"{}"}}}}"#, many("95"), many("950").replace("chi", "thu của dân làng bên"));
        met(r#"{"kind":"sameAmount","paths":["/model/method","/model/sustain"]}"#, &record.replace("Ấp số một thu", "Thu"));
        let record = format!(r#"{{"model":{{"method":"{}","sustain":"{}"}}}}"#, many("lương 36,6"), many("366"));
        met(r#"{"kind":"sameAmount","paths":["/model/method","/model/sustain"]}"#, &record);
        assert!(begun.elapsed().as_secs() < 20, "{:?}", begun.elapsed());
    }

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
        met(check, &record("15200000", "Tính ra thiệt hại của đợt rét đó khoảng 1,52 tỷ đồng"));
        met(check, &record("42500000", "Năm 2025, chi đoàn tự bỏ 4,25 triệu đồng mua tem thư"));
        unmet(
            check,
            &record("960000000", "Dựng xong 12 căn nhà cho 12 hộ bị lốc; tổng vốn 96 triệu đồng"),
            "magnitude",
            &["/model/method", "/model/resourceTotal"],
        );
        let two = r#"{"amount":125,"unit":"triệu đồng"},{"amount":12.5,"unit":"triệu đồng"}"#;
        let method = r#""resourceTotal":137500000,"method":"Xã cho xi măng 125 triệu đồng; con em xa quê gửi 12,5 triệu đồng""#;
        met(check, &rows(two).replace(r#""resourceTotal":24000000"#, method));
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
