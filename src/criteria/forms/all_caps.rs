//! A stretch of a sentence or more in capitals.
//!
//! Words are counted that could be syllables of Vietnamese: “UBND, HĐND, MTTQ” is no sentence. Slogans between quotes, names of bodies and of people
//! inside a sentence of small letters, and captions above one pass.

use super::{Found, near};
use crate::criteria::Text;
use crate::text::letters::gap;
use crate::text::reading::Reading;
use crate::text::syllable::is_syllable;

/// Words of a sentence that is one, and of a line without a full stop above other text.
const SENTENCE: usize = 8;
const LINE: usize = 10;
/// Words of a stretch inside a sentence of small letters: no body has so long a name.
const INSIDE: usize = 16;
/// Words of a text that has no other.
const ALONE: usize = 5;

/// Where they stand.
#[must_use]
pub fn find(text: &Text<'_>) -> Vec<Found> {
    let reading = &text.reading;
    if reading.signs.capitals < ALONE {
        return Vec::new();
    }
    let (mut found, mut all_capital, mut all_small) = (Vec::new(), 0, 0);
    let mut first = 0;
    for at in 0..reading.words.len() {
        if !sentence_ends(reading, at) {
            continue;
        }
        let (capital, small) = count(reading, first, at);
        all_capital += capital;
        all_small += small;
        let stops =
            at + 1 < reading.words.len() && !reading.gap(at).trim_start().starts_with(['.', '!', '?', '…', ';']) && near::has_gap(reading, at, gap::LINE);
        let least = if stops { LINE } else { SENTENCE };
        if capital >= least && small * 8 <= capital {
            found.push(Found::at(reading.span(first, at)));
        } else if capital >= INSIDE {
            inside(reading, first, at, &mut found);
        }
        first = at + 1;
    }
    if found.is_empty() && all_capital >= ALONE && all_small == 0 && !is_caption(text.as_str()) {
        found.push(Found::at(reading.span(0, reading.words.len().saturating_sub(1))));
    }
    found
}

/// Syllables in capitals, and other words; units behind a number are neither.
fn count(reading: &Reading<'_>, first: usize, last: usize) -> (usize, usize) {
    let (mut capital, mut small, mut number) = (0, 0, false);
    for word in reading.words.get(first..=last).unwrap_or_default() {
        let letters = reading.word(word);
        let single = word.initial && letters.chars().count() == 1;
        match () {
            () if word.digit || single => {}
            () if word.capitals => capital += usize::from(is_syllable(letters)),
            () if number && letters.chars().count() <= 3 => {}
            () => small += 1,
        }
        number = word.digit;
    }
    (capital, small)
}

/// Stretches in capitals inside a sentence that has small letters too.
fn inside(reading: &Reading<'_>, first: usize, last: usize, found: &mut Vec<Found>) {
    let capital = |at: usize| reading.words.get(at).is_some_and(|word| word.capitals || word.digit || word.initial && reading.word(word).chars().count() == 1);
    let mut at = first;
    while at <= last {
        if !capital(at) {
            at += 1;
            continue;
        }
        let (start, mut commas) = (at, 0);
        while at < last && capital(at + 1) {
            commas += usize::from(near::has_gap(reading, at, gap::COMMA | gap::SEMICOLON | gap::COLON));
            at += 1;
        }
        let (words, _) = count(reading, start, at);
        // a list of names has a comma after every two or three words
        let names = (commas + 1) * 4 > words;
        let quoted = start.checked_sub(1).is_some_and(|before| reading.gap(before).contains(['“', '"', '«'])) && reading.gap(at).contains(['”', '"', '»']);
        if words >= INSIDE && !names && !quoted {
            found.push(Found::at(reading.span(start, at)));
        }
        at += 1;
    }
}

fn sentence_ends(reading: &Reading<'_>, at: usize) -> bool {
    near::has_gap(reading, at, gap::LINE | gap::RETURN | gap::CALL | gap::ELLIPSIS) || near::ends(reading, at) && !near::has_gap(reading, at, gap::SEMICOLON)
}

/// “BIÊN BẢN HỌP THÔN:”
fn is_caption(text: &str) -> bool {
    text.trim_end().ends_with(':')
}

#[cfg(test)]
mod tests {
    use crate::criteria::forms::assert::{found, none, reads};

    #[test]
    fn capitals() {
        for text in [
            "ĐẾN HẾT THÁNG 11 NĂM 2026, 60 NGƯỜI CAO TUỔI TỰ NỘP ĐƯỢC HỒ SƠ TẠI NHÀ.",
            "VẬN ĐỘNG 42 HỘ HIẾN ĐẤT LÀM ĐƯỜNG",
            "VAN DONG NHAN DAN HIEN DAT MO DUONG",
            "VƯỜN RAU CHUNG 1.647 m² CHO MỖI THÁNG 120 kg RAU SẠCH",
            "UBND XÃ CHỈ ĐẠO CÁC THÔN TỔ CHỨC HỌP DÂN BÀN VIỆC MỞ ĐƯỜNG",
        ] {
            found(super::find, text, &[text.trim_end_matches('.')]);
        }
        found(super::find, "Kính thưa các đồng chí. HIỆN NAY ẤP CÒN 31 HỘ CHƯA CÓ NƯỚC SẠCH!", &["HIỆN NAY ẤP CÒN 31 HỘ CHƯA CÓ NƯỚC SẠCH"]);
        found(
            super::find,
            "1. Chia nhóm.\n2. TỐI THỨ TƯ HẰNG TUẦN, NHÓM KÈM TỪNG CỤ TẠI NHÀ.\n3. Ghi sổ.",
            &["TỐI THỨ TƯ HẰNG TUẦN, NHÓM KÈM TỪNG CỤ TẠI NHÀ"],
        );
    }

    #[test]
    fn small_letters() {
        for text in [
            "UBND, HĐND, UBMTTQVN, LHPN, CCB, ĐTNCSHCM, BCH CĐ và BCĐ 35 của xã đều nhận việc",
            "MỤC TIÊU CHUNG:\nGiúp các cụ tự làm giấy tờ.\nMỤC TIÊU CỤ THỂ:\n60 cụ tự nộp.",
            "Treo tấm vải “CẢ THÔN CÙNG HỌC, KHÔNG AI Ở LẠI PHÍA SAU” ở cổng; các cụ đến học.",
            "60 cụ nộp được hồ sơ tại TRUNG TÂM PHỤC VỤ HÀNH CHÍNH CÔNG XÃ VĨNH HẢI; 06 cuốn sổ.",
            "06 nhóm trưởng: TRẦN VĂN A LỰC, LÊ THỊ NỞ, PHẠM ĐÁ, MAI NHÀN, BO BO THỪA, CAO SÁU, BÙI VĂN NAM, LÊ TƯ giữ sổ",
            "Các nhóm KHÔNG nhận tiền, KHÔNG giữ giấy tờ.",
            "Đến Tháng 11 Năm 2026, 60 Người Cao Tuổi Tự Nộp Được Hồ Sơ",
            "BIÊN BẢN HỌP THÔN:",
            "",
        ] {
            none(super::find, text);
        }
    }

    #[test]
    fn hostile() {
        for piece in ["A", "HỌ ", "A, ", "HỌ.\n"] {
            reads(super::find, &piece.repeat(20_000 / piece.len()));
        }
    }
}
