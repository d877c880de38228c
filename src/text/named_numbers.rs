//! Numbers in running text that count nothing: dates, numbers of documents, telephone numbers, list numbers, parts of names.

use super::date::{FIRST_YEAR, LAST_YEAR};
use super::fold::{digit, is_letter, is_space, is_upper};
use super::keys::{Sieve, Words};
use super::measures::unit_at;
use super::numeral::{amount, digits};
use super::scan::Scan;
use crate::words;

/// The end of what the digits at `i` belong to when they count nothing; None when they may be a figure.
pub(super) fn end_of_name(scan: &Scan<'_>, i: usize) -> Option<usize> {
    // “55 hộ”: a short number with a word behind can only be part of a name
    let end = scan.skip(i, |c| digit(c).is_some());
    let word = scan.skip_blanks(end);
    if end - i <= 3 && word > end && scan.is(word, is_letter) {
        return named(scan, i);
    }
    list_number(scan, i)
        .or_else(|| long_number(scan, i))
        .or_else(|| document(scan, i))
        .or_else(|| date(scan, i))
        .or_else(|| named(scan, i))
        .or_else(|| bare_year(scan, i))
}

/// “1.”, “2)”, “1.2 Mục tiêu” at the start of a line, and “(1)” anywhere.
fn list_number(scan: &Scan<'_>, i: usize) -> Option<usize> {
    let mut end = i;
    while scan.is_digit(end) || (scan.at(end) == Some('.') && scan.is_digit(end + 1)) {
        end += 1;
    }
    if scan.before(i) == Some('(') && scan.at(end) == Some(')') && end - i <= 2 {
        return Some(end);
    }
    let mut start = i;
    while scan.before(start).is_some_and(|c| is_space(c) && c != '\n' && c != '\r' || c == '(') {
        start -= 1;
    }
    if !scan.before(start).is_none_or(|c| matches!(c, '\n' | '\r')) || end - i > 8 {
        return None;
    }
    let dotted = (i..end).any(|j| scan.at(j) == Some('.'));
    let short = scan.skip(i, |c| digit(c).is_some()) - i <= 2;
    let gap = |j: usize| scan.at(j).is_none_or(is_space);
    let listed = match scan.at(end) {
        Some('.' | ')' | '/' | '-') => gap(end + 1),
        Some(c) if is_space(c) => dotted && scan.is(scan.skip_blanks(end), is_upper),
        _ => false,
    };
    (short && listed).then_some(end)
}

/// Telephone numbers (nine digits and more behind a 0 or a plus), identity cards, bank accounts (nine digits and more without a unit).
fn long_number(scan: &Scan<'_>, i: usize) -> Option<usize> {
    let (mut end, mut count) = (i, 0);
    while scan.is_digit(end) || (scan.is(end, |c| matches!(c, '.' | '-' | ' ' | '\u{A0}')) && scan.is_digit(end + 1) && count < 20) {
        count += usize::from(scan.is_digit(end));
        end += 1;
    }
    let run = scan.skip(i, |c| digit(c).is_some());
    let called = scan.before(i) == Some('+') || scan.is(i, |c| digit(c) == Some(0));
    if called && (9..=14).contains(&count) {
        return Some(end);
    }
    (run - i >= 9 && !(amount(scan, i, false).2 || unit_at(scan, run).is_some())).then_some(run)
}

/// “35-CT/TU”, “30/2020/NĐ-CP”, “123/QĐ-UBND”.
fn document(scan: &Scan<'_>, i: usize) -> Option<usize> {
    let (_, mut end) = scan.small_number(i);
    if scan.at(end) == Some('/') && matches!(scan.small_number(end + 1), (Some(y), e) if e == end + 5 && is_year(y)) {
        end += 5;
    }
    let marked = scan.is(end, |c| matches!(c, '/' | '-')) && scan.is(end + 1, is_upper) && scan.is(end + 2, is_upper);
    marked.then(|| scan.skip(end, |c| is_letter(c) || digit(c).is_some() || matches!(c, '/' | '-')))
}

/// “15/3/2026”, “22 - 11 - 2024”, “04/2022”, “2021-2025”, “17-10”; “3/4 hộ” and “5-7 hộ” are figures.
fn date(scan: &Scan<'_>, i: usize) -> Option<usize> {
    let (a, a_end) = scan.small_number(i);
    let (mark, b_start) = mark_after(scan, a_end)?;
    let (b, b_end) = scan.small_number(b_start);
    let (a, b, a_len, b_len) = (a?, b?, a_end - i, b_end - b_start);
    let day_month = |d: u32, m: u32| (1..=31).contains(&d) && (1..=12).contains(&m);
    if let Some((second, c_start)) = mark_after(scan, b_end)
        && second == mark
        && let (Some(c), c_end) = scan.small_number(c_start)
    {
        let c_len = c_end - c_start;
        let forward = a_len <= 2 && b_len <= 2 && day_month(a, b) && (c_len == 2 || c_len == 4);
        if forward || (is_year(a) && b_len <= 2 && c_len <= 2 && day_month(c, b)) {
            return Some(c_end);
        }
    }
    if (is_year(a) && is_year(b) && mark != '.')
        || (a_len <= 4 && b_len == 4 && is_year(b) && mark == '/')
        || (a_len <= 2 && (1..=12).contains(&a) && b_len == 4 && is_year(b))
    {
        return Some(b_end);
    }
    let tight = b_start == a_end + 1;
    if is_year(a) && b_len == 2 && tight && (1..=12).contains(&b) && mark == '-' {
        return Some(b_end);
    }
    let after_day = words!("ngày").contains(&scan.word_before(i).0);
    let decimal = scan.at(b_end) == Some(',') && scan.is_digit(b_end + 1);
    let loose = mark != '.' && unit_at(scan, b_end).is_none() && !amount(scan, b_start, false).2;
    (a_len <= 2 && b_len <= 2 && tight && day_month(a, b) && (after_day || loose) && !decimal).then_some(b_end)
}

/// The mark between two numbers of a date and the place of the second one; dashes may stand between blanks.
fn mark_after(scan: &Scan<'_>, end: usize) -> Option<(char, usize)> {
    let at = scan.skip_blanks(end);
    let mark = scan.at(at).filter(|c| matches!(c, '/' | '.' | '-' | '–'))?;
    let next = if mark == '-' || mark == '–' { scan.skip_blanks(at + 1) } else { at + 1 };
    let tight = at == end || mark == '-' || mark == '–';
    (tight && scan.is_digit(next)).then_some((if mark == '–' { '-' } else { mark }, next))
}

/// What has a number as its name, unless it is one of several: “mỗi tổ 5 người”.
const STRONG: &Words = words!("phường|thôn|ấp|khóm|buôn|tổ|quận|thứ|điều|khoản");
/// The same with the word before.
const STRONG_PAIRS: [(&Words, &Words); 9] = [
    (words!("phố"), words!("khu|dân")),
    (words!("định"), words!("nghị|quyết")),
    (words!("thị"), words!("chỉ")),
    (words!("quyết"), words!("nghị")),
    (words!("luận"), words!("kết")),
    (words!("hoạch"), words!("kế")),
    (words!("tư"), words!("thông")),
    (words!("lục"), words!("phụ")),
    (words!("lộ"), words!("quốc|tỉnh")),
];
/// The same, unless something is counted behind it.
const WEAK: &Words = words!("xã|khối|lớp|lần|mục|bước|đợt|đội|nhóm|cấp|loại|hạng|đường|kỳ|khóa|trang|bảng|phần|chương|cụm|khu|lô|ngõ|hẻm|bản|xóm|năm|covid");
const WEAK_PAIRS: [(&Words, &Words); 3] = [(words!("bộ"), words!("chi")), (words!("đoạn"), words!("giai")), (words!("chí"), words!("tiêu"))];
/// Parts of a date, and the number that they go up to.
const DATES: [(&Words, u32); 3] = [(words!("ngày|mùng|mồng"), 31), (words!("tháng"), 12), (words!("quý"), 4)];
const YEAR: &Words = words!("năm");
const NUMBER: &Words = words!("số");
/// All words before the number of a name; nearly all others are passed over by it.
static HEADS: Sieve = Sieve::new(&[STRONG, WEAK, YEAR, NUMBER]).or(&STRONG_PAIRS).or(&WEAK_PAIRS).or(&DATES);

/// “Phường 1”, “Thôn 10”, “khu phố 3”, “Nghị định 30”, “tháng 6”, and what is listed behind: “Thôn 1, 2 và 3”.
fn named(scan: &Scan<'_>, i: usize) -> Option<usize> {
    let (word, start) = scan.word_before(i);
    if !HEADS.passes(word) {
        return None;
    }
    let (n, end) = scan.small_number(i);
    if end - i > 4 {
        return None;
    }
    let (before, _) = scan.word_before(start);
    let each = words!("mỗi|hằng|hàng|từng|một").contains(&before);
    let total = words!("tổng|trong|con|một|đa").contains(&before);
    let n = n?;
    // “Điều 5.1”, “Thôn 1,2,3” are names; “thôn 1,5 km” is not
    let whole_end = if scan.is(end, |c| matches!(c, '.' | ',')) { digits(scan, i).1 } else { end };
    let compound = whole_end > end;
    let follows = |pairs: &[(&Words, &Words)]| pairs.iter().any(|(second, first)| second.contains(&word) && first.contains(&before));
    let strong = STRONG.contains(&word) && !each
        || DATES.iter().any(|(part, most)| part.contains(&word) && n <= *most && !each)
        || YEAR.contains(&word) && is_year(n)
        || follows(&STRONG_PAIRS);
    let weak = NUMBER.contains(&word) && !total || WEAK.contains(&word) && !each || follows(&WEAK_PAIRS);
    // what follows is read only where a name may stand
    let named = (strong || weak) && {
        let counted = (weak || compound) && unit_at(scan, whole_end).is_some();
        (strong && !(compound && counted) || weak && !counted) && !amount(scan, i, false).2
    };
    named.then(|| if compound { whole_end } else { listed_behind(scan, end) })
}

/// The end of “, 2, 3 và 4” behind a name's number.
fn listed_behind(scan: &Scan<'_>, mut end: usize) -> usize {
    loop {
        let next = scan.skip_blanks(end);
        let (word, after) = scan.word(next);
        let next = match scan.at(next) {
            Some(',' | '-' | '–') => scan.skip_blanks(next + 1),
            _ if words!("và|đến").contains(&word) => scan.skip_blanks(after),
            _ => return end,
        };
        let (n, after) = scan.small_number(next);
        let decimal = scan.before(next) == Some(',') && next == end + 1;
        if n.is_none()
            || after - next > 2
            || decimal
            || scan.is(after, |c| is_letter(c) || c == '/' || c == '.' && scan.is_digit(after + 1))
            || unit_at(scan, after).is_some()
            || amount(scan, next, false).2
        {
            return end;
        }
        end = after;
    }
}

/// “Dân vận khéo 2026”: four digits that can be a year, with nothing counted behind.
fn bare_year(scan: &Scan<'_>, i: usize) -> Option<usize> {
    let (n, end) = scan.small_number(i);
    let glued = matches!(scan.at(end), Some('.' | ',')) && scan.is_digit(end + 1);
    (end - i == 4 && n.is_some_and(is_year) && !glued && unit_at(scan, end).is_none() && !amount(scan, i, false).2).then_some(end)
}

fn is_year(n: u32) -> bool {
    i32::try_from(n).is_ok_and(|n| (FIRST_YEAR..=LAST_YEAR).contains(&n))
}
