//! Numbers of citizens' cards: twelve digits, the first three of a province, the fourth of century and sex; nine digits on the cards before.

use super::Found;
use super::numbers::{Run, counts, goes_on, told_before};
use crate::criteria::Text;
use crate::order::sorted;
use crate::text::reading::Reading;

const CARDS: &[&str] = &["cccd", "cmnd", "cmt", "cmtnd", "căn cước", "định danh", "chứng minh", "giấy tờ tùy thân", "giấy tờ tuỳ thân"];
/// Long numbers of other things.
const OTHERS: &[&str] = &[
    "tài khoản",
    "stk",
    "tk",
    "mã số thuế",
    "mst",
    "mã thiết bị",
    "thiết bị",
    "sê ri",
    "seri",
    "serial",
    "imei",
    "mã vạch",
    "mã dự án",
    "mã gói",
    "gói thầu",
    "hóa đơn",
    "hoá đơn",
    "vận đơn",
    "biển số",
    "mã hồ sơ",
    "mã đơn",
    "số máy",
    "số khung",
    "mã hàng",
    "mã sản phẩm",
    "mã truy xuất",
];

/// Where they stand. Nine digits, and twelve that no card can have, count only behind words for a card.
#[must_use]
pub fn find(text: &Text<'_>) -> Vec<Found> {
    let reading = &text.reading;
    let mut found = Vec::new();
    if reading.signs.long_number {
        found.extend(text.runs().iter().filter(|run| is_card(reading, run)).map(|run| Found::at(run.span)));
    }
    // the sign of money stands for digits and letters together too: “500k”
    if reading.signs.money {
        let mixed = reading.words.iter().filter(|word| word.numeric && !word.digit);
        found.extend(mixed.filter(|word| is_glued(reading.word(word))).map(|word| Found::at(word.span)));
        found = sorted(found.into_iter().map(|card| (card.span.start, card)).collect());
    }
    found
}

/// “CCCD058055001234”: a card's number glued to its name.
fn is_glued(word: &str) -> bool {
    let Some(digits) = word.find(|c: char| c.is_ascii_digit()) else { return false };
    let (name, number) = word.split_at(digits);
    matches!(number.bytes().filter(u8::is_ascii_digit).count(), 9 | 12)
        && number.bytes().all(|digit| digit.is_ascii_digit() || digit == b'.')
        && ["cccd", "cmnd", "cmtnd", "cmt"].iter().any(|card| name.eq_ignore_ascii_case(card))
}

fn is_card(reading: &Reading<'_>, run: &Run) -> bool {
    if run.plus || !matches!(run.digits.len(), 9 | 12) || counts(reading, run) || goes_on(reading, run) {
        return false;
    }
    let card = told_before(reading, run.first, 15, CARDS);
    let other = told_before(reading, run.first, 8, OTHERS);
    match (card, other) {
        (Some(card), Some(other)) => card > other,
        (Some(_), None) => true,
        (None, Some(_)) => false,
        (None, None) => run.digits.len() == 12 && could_be(&run.digits) && !is_dates(reading, run),
    }
}

/// “06.2026-11.2026”, “01 02 03 04 05 06”: nobody writes a card's number in twos.
fn is_dates(reading: &Reading<'_>, run: &Run) -> bool {
    let words = reading.words.get(run.first..=run.last).unwrap_or_default();
    words.iter().any(|word| reading.word(word).split(['.', '-', '–']).any(|group| group.len() < 3))
}

/// 001 to 096 were the provinces; 0 to 3 are the centuries that people alive were born in.
fn could_be(digits: &str) -> bool {
    let province = digits.get(..3).and_then(|code| code.parse().ok()).is_some_and(|code: u32| (1..=96).contains(&code));
    province && digits.chars().nth(3).is_some_and(|century| matches!(century, '0'..='3'))
}

#[cfg(test)]
mod tests {
    use super::super::testing::{finds, hostile, none};
    use super::*;

    #[test]
    fn cards() {
        finds(find, "cụ Bền (CCCD 058055001234) mở ứng dụng", &["058055001234"]);
        finds(find, "số định danh cá nhân 058160004321; 058049007788", &["058160004321", "058049007788"]);
        finds(find, "CMND số 264123987", &["264123987"]);
        finds(find, "căn cước 058 163 009 876, nhận", &["058 163 009 876"]);
        finds(find, "058.163.009.876", &["058.163.009.876"]);
        finds(find, "bà Lụa 001160004321", &["001160004321"]);
        finds(find, "chứng minh nhân dân: 023 456 789", &["023 456 789"]);
        finds(find, "CCCD: 123456789012", &["123456789012"]);
        finds(find, "ông Sáu (CCCD058055001234), bà Mai cmnd264123987", &["CCCD058055001234", "cmnd264123987"]);
        finds(find, "CCCD058.055.001.234, CMND 264123987", &["CCCD058.055.001.234", "264123987"]);
        finds(find, "tài khoản của ông Tư, CCCD 058055001234", &["058055001234"]);
    }

    #[test]
    fn others() {
        none(
            find,
            &[
                "",
                "150000000000 đồng, 135.000.000.000 đồng",
                "1.234.567.890 m², 123.456.789 m²",
                "mã thiết bị từ 202512340078 đến 202512340090",
                "mã thiết bị 001225001234",
                "245318600 lượt xem",
                "264123987",
                "tài khoản 058055001234",
                "20260211_190500.jpg",
                "không đọc số căn cước cho người lạ",
                "IB2500123456",
                "CCCD2026 cho người dân, CCCD05805500123",
                "058955001234",
                "0912 345 678",
                "058055001234/QĐ-UBND",
                "CCCD cho 123456789 người",
            ],
        );
        hostile(find);
    }
}
