//! Phone numbers of people in running text.

use super::Found;
use super::near::is;
use super::numbers::{counts, goes_on, run_at, stands, told_before};
use crate::criteria::Text;
use crate::text::Span;
use crate::text::keys::Words;
use crate::text::phone::{Phone, read};
use crate::text::reading::Reading;
use crate::words;

/// Words for numbers that are meant for everybody.
const OFFICE: &[&str] = &["đường dây nóng", "hotline", "trực ban", "tổng đài", "trực chỉ huy", "tiếp dân"];
/// Words for other numbers of ten or eleven digits.
const OTHERS: &[&str] = &["mã số thuế", "mst", "mã số", "sê ri", "seri", "mã vạch", "mã hồ sơ", "mã thiết bị", "biển số", "imei"];
/// Words of a home.
const HOME: &[&str] =
    &["nhà riêng", "nhà ông", "nhà bà", "nhà anh", "nhà chị", "nhà cô", "nhà chú", "nhà bác", "nhà thầy", "nhà cụ", "nhà dì", "nhà cậu", "nhà em", "nhà mẹ"];
const PERSON: &Words = words!("ông|bà|anh|chị|cô|chú|bác|cụ|thầy|dì|cậu|mợ|em|cháu");

/// Where they stand. A mobile number is a person's unless it is said to be an office's; a landline is one only at a home.
#[must_use]
pub fn find(text: &Text<'_>) -> Vec<Found> {
    let reading = &text.reading;
    let mut found = Vec::new();
    if !reading.signs.long_number {
        return found;
    }
    let mut next = 0;
    for (at, _) in reading.words.iter().enumerate().filter(|(_, word)| word.digit) {
        if at < next {
            continue;
        }
        match phone_at(reading, at) {
            Some((last, span, private)) => {
                if private {
                    found.push(Found::at(span));
                }
                next = last + 1;
            }
            None => found.extend(pasted(reading, at)),
        }
    }
    found
}

/// A number that begins at a word: its last word, where it stands, whether it is a person's.
fn phone_at(reading: &Reading<'_>, first: usize) -> Option<(usize, Span, bool)> {
    let begins = |run: &super::numbers::Run| run.digits.starts_with('0') || run.digits.starts_with("84");
    let whole = run_at(reading, first, 8).filter(begins)?;
    // the longest run of whole words that is a number; “0987 000 245 0356 000 781” is two
    let (run, said) = (1..=whole.last - first + 1).rev().filter_map(|words| run_at(reading, first, words)).find_map(|run| {
        let national = if run.plus { String::from("+") + &run.digits } else { run.digits.clone() };
        let said = read(&national);
        (said != Phone::Unknown).then_some((run, said))
    })?;
    let rest = reading.words.get(run.last + 1).filter(|_| run.last < whole.last).map(|word| reading.word(word));
    let broken = rest.is_some_and(|rest| run.last > run.first && !rest.starts_with('0'));
    let abroad = !run.digits.starts_with('0') && !run.plus && told_before(reading, first, 4, &["điện thoại", "đt", "sđt", "zalo", "số"]).is_none();
    if broken
        || abroad
        || counts(reading, &run)
        || goes_on(reading, &run) && !reading.gap(run.last).starts_with(['/', '-'])
        || told_before(reading, first, 4, OTHERS).is_some()
    {
        return None;
    }
    let office = told_before(reading, first, 10, OFFICE);
    let private = match said {
        Phone::Mobile(_) | Phone::OldMobile { .. } => office.is_none_or(|office| (office..first).any(|at| is(reading, at, PERSON))),
        Phone::Landline(_) => office.is_none() && (told_before(reading, first, 12, HOME).is_some() || home_behind(reading, run.last)),
        Phone::Unknown => false,
    };
    Some((run.last, run.span, private))
}

/// “0259 3822 307 (nhà ông Tư)”.
fn home_behind(reading: &Reading<'_>, last: usize) -> bool {
    (last + 1..=last + 3).any(|at| HOME.iter().any(|name| stands(reading, at, name)))
}

/// Mobile numbers joined by a slash or a dash, which read as one word: “0987000245/0356000781”.
fn pasted(reading: &Reading<'_>, at: usize) -> Vec<Found> {
    let Some(token) = reading.words.get(at).filter(|token| token.digit && (20..=60).contains(&reading.word(token).len())) else { return Vec::new() };
    let word = reading.word(token);
    let found = parts(word, token.span.start, &['/', ',']);
    if found.is_empty() { parts(word, token.span.start, &['-']) } else { found }
}

/// The mobile numbers between some marks.
fn parts(word: &str, mut start: u32, marks: &[char]) -> Vec<Found> {
    let mut found = Vec::new();
    for part in word.split(marks) {
        let length = part.chars().map(|c| c.len_utf16() as u32).sum::<u32>();
        if matches!(read(part), Phone::Mobile(_) | Phone::OldMobile { .. }) {
            found.push(Found::at(Span { start, end: start + length }));
        }
        start += length + 1;
    }
    found
}

#[cfg(test)]
mod tests {
    use super::super::testing::{finds, hostile, none};
    use super::*;

    #[test]
    fn of_persons() {
        finds(find, "gọi chị Lành 0987 000 245 hoặc anh Tý 0356 000 781", &["0987 000 245", "0356 000 781"]);
        finds(find, "0987 000 245 0356 000 781", &["0987 000 245", "0356 000 781"]);
        finds(find, "ĐT: 0903.000.612.", &["0903.000.612"]);
        finds(find, "bấm máy bà Bảy Lành, 0912 / 000 / 771, bà ở nhà", &["0912 / 000 / 771"]);
        finds(find, "sđt 0394000157", &["0394000157"]);
        finds(find, "số +84 912 000 886; bà con", &["+84 912 000 886"]);
        finds(find, "trưởng thôn, 01695000945", &["01695000945"]);
        finds(find, "0987000245/0356000781", &["0987000245", "0356000781"]);
        finds(find, "nhà chú Sáu, điện thoại bàn 02593.000.451", &["02593.000.451"]);
        finds(find, "0912-345-678 và 0912345678 2 lần", &["0912-345-678", "0912345678"]);
        finds(find, "đường dây nóng: anh Tư 0912 345 678", &["0912 345 678"]);
        finds(find, "0912.345.678-0987.654.321", &["0912.345.678", "0987.654.321"]);
        finds(find, "gọi 0259 3822 307 nhà ông Tư", &["0259 3822 307"]);
        finds(find, "(0912) 345 678", &["0912) 345 678"]);
    }

    #[test]
    fn others() {
        none(
            find,
            &[
                "",
                "gọi 113, 114, 115",
                "tổng đài 19001234, 1800 5678",
                "Công an xã 0259.3000.113",
                "đường dây nóng 0912 345 678",
                "mã số thuế 0312345678",
                "150000000 đồng, 84.912.345.678 đồng",
                "912000123đ",
                "79B1-678.90",
                "15/3/2026, 2021-2025",
                "CCCD 058 163 009 876",
                "tọa độ 11.7123456, 109.2034567",
                "0912 345 67",
                "mã 84912345678",
            ],
        );
        hostile(find);
    }
}
