//! Dates that are written with different separators: 15/3/2026 beside 20-4-2026, or 05/01-2027 alone. Each that has no slashes is given with them.

use std::borrow::Cow;

use super::{Found, near};
use crate::criteria::Text;
use crate::text::keys::Words;
use crate::text::letters::gap;
use crate::text::reading::Reading;
use crate::words;

/// Words before a date whose year has two digits, or that has none.
const BEFORE: &Words = words!("ngày|từ|đến|tới|trước|sau|sáng|chiều|tối|hôm|và|đợt|hạn|lúc|vào");
/// Words before three numbers that are no date.
const OTHER: &Words = words!("số|bản|ca|nhà|khổ|mục|phiên|đội|tổ|lớp|điểm|tỷ|tỉ|kiểu|mã");

/// Where they stand, when one text mixes them.
#[must_use]
pub fn find(text: &Text<'_>) -> Vec<Found> {
    among(&[text]).into_iter().flatten().collect()
}

/// Where they stand, when several texts together mix them: one date of the separator that is used most, and all of the others.
#[must_use]
pub fn among(texts: &[&Text<'_>]) -> Vec<Vec<Found>> {
    let dates: Vec<Vec<(char, Found)>> = texts.iter().map(|text| dates(&text.reading)).collect();
    let count = |mark: char| dates.iter().flatten().filter(|(known, _)| *known == mark).count();
    let mut most = ('/', count('/'));
    for mark in ['-', '.'] {
        if count(mark) > most.1 {
            most = (mark, count(mark));
        }
    }
    if most.1 == dates.iter().map(Vec::len).sum::<usize>() {
        return texts.iter().map(|_| Vec::new()).collect();
    }
    let mut sample = false;
    let mut shown = |mark: char| mark != most.0 || !std::mem::replace(&mut sample, true);
    dates.into_iter().map(|dates| dates.into_iter().filter(|(mark, _)| shown(*mark)).map(|(_, date)| date).collect()).collect()
}

/// The dates of a text and their separators.
fn dates(reading: &Reading<'_>) -> Vec<(char, Found)> {
    if !reading.signs.marked_number {
        return Vec::new();
    }
    let (mut found, mut told) = (Vec::new(), false);
    let mut next = 0;
    for (at, word) in reading.words.iter().enumerate().filter(|(_, word)| word.digit) {
        // most numbers have no mark
        let marked = || reading.word(word).bytes().any(|c| matches!(c, b'/' | b'-' | b'.')) || reading.words.get(at + 1).is_some_and(|next| next.digit);
        if at < next || !marked() {
            continue;
        }
        let (written, last) = number_at(reading, at);
        if let Some(mark) = separator(&written, reading, at, true) {
            told |= separator(&written, reading, at, false).is_some();
            found.push((mark, Found { span: reading.span(at, last), now: (mark != '/').then(|| slashed(&written)) }));
        }
        next = last + 1;
    }
    // beside a date that is told to be one, “02.9.26” is another
    if told { found } else { Vec::new() }
}

/// The separator of a date that has two kinds of them.
const BY_ITSELF: char = '±';

/// A date with slashes, the day first; a range keeps its dash.
fn slashed(written: &str) -> String {
    let parts: Vec<&str> = written.split(['/', '-', '.']).collect();
    match parts.as_slice() {
        [year, month, day] if year.len() == 4 => format!("{day}/{month}/{year}"),
        [from, day, month, year] => format!("{from}-{day}/{month}/{year}"),
        parts => parts.join("/"),
    }
}

/// A number with its separators, those between blanks too: “22 - 11 - 2024”; and the place of its last word.
fn number_at<'a>(reading: &Reading<'a>, at: usize) -> (Cow<'a, str>, usize) {
    let digits = |at: usize| reading.words.get(at).filter(|word| word.digit).map(|word| reading.word(word)).filter(|word| word.len() <= 12);
    let mut written = Cow::Borrowed(digits(at).unwrap_or_default());
    let mut last = at;
    while last < at + 2 && matches!(reading.gap(last), " - " | " – " | "–" | " / ") && !written.contains(['.', ',']) {
        let Some(next) = digits(last + 1) else { break };
        let whole = written.to_mut();
        whole.push(if reading.gap(last).contains('/') { '/' } else { '-' });
        whole.push_str(next);
        last += 1;
    }
    (written, last)
}

/// The separator of a date; None when it is none. `short`: a year may have two digits wherever the date stands.
fn separator(written: &str, reading: &Reading<'_>, at: usize, short: bool) -> Option<char> {
    // with one more than any date has
    let (parts, marks) = (first::<_, 5>(written.split(['/', '-', '.'])), first::<_, 4>(written.chars().filter(|c| !c.is_ascii_digit())));
    let small = |part: &str, least: u32, most: u32| part.len() <= 2 && part.parse().is_ok_and(|n: u32| (least..=most).contains(&n));
    let year = |part: &str| part.len() == 4 && part.parse().is_ok_and(|n: u32| (1930..=2099).contains(&n));
    let before = short || near::after(reading, at, BEFORE) || heads_line(reading, at);
    let other = near::after(reading, at, OTHER);
    match (parts.0.get(..parts.1).unwrap_or_default(), marks.0.get(..marks.1).unwrap_or_default()) {
        ([y, m, d], [a, b]) if a == b && year(y) && small(m, 1, 12) && small(d, 1, 31) => Some(*a),
        ([d, m, y], [a, b]) if a == b && small(d, 1, 31) && small(m, 1, 12) && year(y) => Some(*a),
        ([d, m, y], [a, b]) if a == b && before && !other && small(d, 1, 31) && small(m, 1, 12) && y.len() == 2 && small(y, 20, 49) => Some(*a),
        // “10-12/3/2026”: from the tenth to the twelfth
        ([from, d, m, y], ['-', a, b]) if a == b && small(from, 1, 31) && small(d, 1, 31) && small(m, 1, 12) && year(y) => Some(*a),
        // “05/01-2027”, “30-6/2027”; but “6-12/2026” are months
        ([d, m, y], ['-', _]) if before && !other && small(d, 13, 31) && small(m, 1, 12) && year(y) => Some(BY_ITSELF),
        ([d, m, y], [a, b]) if *a != '-' && a != b && !other && small(d, 1, 31) && small(m, 1, 12) && year(y) => Some(BY_ITSELF),
        ([d, m], [a]) if near::after(reading, at, words!("ngày")) && small(d, 1, 31) && small(m, 1, 12) && !monthly(reading, at) => Some(*a),
        _ => None,
    }
}

/// “- 15/8/26: nhận xe”: what stands alone before the colon of its line.
fn heads_line(reading: &Reading<'_>, at: usize) -> bool {
    let first = at.checked_sub(1).is_none_or(|before| near::has_gap(reading, before, gap::LINE | gap::SEMICOLON));
    first && near::has_gap(reading, at, gap::COLON)
}

/// The first things of some, and how many they are.
fn first<T: Copy + Default, const N: usize>(things: impl Iterator<Item = T>) -> ([T; N], usize) {
    let (mut all, mut count) = ([T::default(); N], 0);
    for (slot, thing) in all.iter_mut().zip(things) {
        *slot = thing;
        count += 1;
    }
    (all, count)
}

/// “ngày 10-12 hằng tháng”, “ngày 10-12 tháng 3”: days of a month; not “ngày 2.9, mỗi đợt”.
fn monthly(reading: &Reading<'_>, at: usize) -> bool {
    near::is(reading, at + 1, words!("hằng|hàng|tháng|âm|của")) || near::tight(reading, at) && near::is(reading, at + 1, words!("mỗi"))
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::criteria::forms::assert::{found, none, reads};

    #[test]
    fn mixed() {
        found(find, "Ngày 15/3/2026 ra quân, ngày 20-4-2026 vận động lại", &["15/3/2026", "20-4-2026"]);
        found(find, "Thời gian: 05/01-2027, có 12 hộ", &["05/01-2027"]);
        found(find, "Từ 05/01-2027, giữ lịch; đến 30-6/2027", &["05/01-2027", "30-6/2027"]);
        found(find, "15/3/2026, 16/3/2026, 1.5.2026", &["15/3/2026", "1.5.2026"]);
        found(find, "Ngày 22 - 11 - 2025 bão vào, ngày 24/11/2025 có điện", &["22 - 11 - 2025", "24/11/2025"]);
        found(find, "Đợt 1 từ 15/3/26, đợt 2 từ 2-6-26", &["15/3/26", "2-6-26"]);
        found(find, "Hôm 2026-06-30 và 1/7/2026", &["2026-06-30", "1/7/2026"]);
        found(find, "- 15/8/26: nhận xe;\n- 22.8.26: sửa;\n- 5.9.26: cho mượn", &["15/8/26", "22.8.26"]);
        found(find, "ngày 22.9 và ngày 23/9/2026", &["22.9", "23/9/2026"]);
        found(find, "đợt 1 ngày 26/3, đợt 2 ngày 19-5, đợt 3 ngày 2.9, mỗi đợt 40 người", &["26/3", "19-5", "2.9"]);
    }

    #[test]
    fn of_one_kind() {
        for text in [
            "Từ 01/02/2026 đến 30/11/2026",
            "Ngày 10/01/2026, giai đoạn 2021-2025, năm học 2025 - 2026",
            "Chỉ thị số 35-CT/TU, Nghị định 30/2020/NĐ-CP ngày 05/01/2024",
            "Từ 10/02/2026, 1.084 người, 2.5 km, 1.647 m²; mục 3.2.1",
            "Ra quân các ngày 10-12/3/2026 và 24 - 26/4/2026",
            "Từ 15/3/2026, số 0259.3000.113, tổng đài 1900-12-34, 86/92 hộ",
            "Trước 30/11/2026; bản 2.1.26, 192.168.1.26, khổ 10-15-2 cm, ca 2-4-6 và 3-5-7",
            "Các nhà số 12/3/26 và 15-17-19 ngõ Bờ Sen, ngày 1-1-2026",
            "Ngày 10/01/2026 họp; ngày 10-12 hằng tháng đọc sổ",
            "Làm từ 6-12/2026, họp ngày 10/01/2027; số 05/01-2026",
        ] {
            none(find, text);
        }
    }

    #[test]
    fn hostile() {
        for piece in ["1/", "1 - ", "1/1/2026 ", "1-1-2026 1/1/2026 ", "ngày "] {
            reads(find, &piece.repeat(20_000 / piece.len()));
        }
    }
}
