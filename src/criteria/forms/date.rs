//! Days, months, quarters and years.

use super::Found;
use super::near::{is, tight};
use crate::criteria::Text;
use crate::text;
use crate::text::reading::Reading;
use crate::words;

/// Where they stand: “15/3/2026”, “22 - 11 - 2024”, “ngày 5 tháng 2”, “tháng 6/2026”, “quý II/2026”, “năm 2026”, “2021-2025”.
#[must_use]
pub fn find(text: &Text<'_>) -> Vec<Found> {
    super::each(&text.reading, end_of)
}

/// The last word of the date that begins at a word.
fn end_of(reading: &Reading<'_>, first: usize) -> Option<usize> {
    let word = reading.words.get(first)?;
    if word.digit {
        return written(reading, first);
    }
    let number = |at: usize, most: u32| tight(reading, at - 1) && value(reading, at).is_some_and(|number| (1..=most).contains(&number));
    let year = |last: usize| if is(reading, last + 1, words!("năm")) && is_year(reading, last + 2) { last + 2 } else { last };
    if is(reading, first, words!("ngày")) && number(first + 1, 31) && is(reading, first + 2, words!("tháng")) && number(first + 3, 12) {
        return Some(year(first + 3));
    }
    let counted = first > 0 && tight(reading, first - 1) && reading.words.get(first - 1).is_some_and(|before| before.digit);
    if is(reading, first, words!("tháng")) && !counted {
        let full = written(reading, first + 1).filter(|_| tight(reading, first));
        return full.or_else(|| number(first + 1, 12).then(|| year(first + 1)));
    }
    if is(reading, first, words!("quý")) && tight(reading, first) && is(reading, first + 1, words!("i|ii|iii|iv|1|2|3|4")) {
        let joined = matches!(reading.gap(first + 1), "/" | "-" | ", ") && is_year(reading, first + 2);
        return Some(if joined { first + 2 } else { year(first + 1) });
    }
    if is(reading, first, words!("quý")) && tight(reading, first) {
        return written(reading, first + 1);
    }
    // “ngày 17-10”, “sáng 21/11”
    if is(reading, first, words!("ngày|sáng|chiều|tối|trưa")) && tight(reading, first) {
        return written(reading, first + 1).or_else(|| reading.words.get(first + 1).is_some_and(|token| day_month(reading.word(token))).then_some(first + 1));
    }
    (is(reading, first, words!("năm")) && tight(reading, first) && is_year(reading, first + 1)).then_some(first + 1)
}

/// The last word of a date in digits alone.
fn written(reading: &Reading<'_>, first: usize) -> Option<usize> {
    let token = reading.words.get(first).filter(|token| token.digit)?;
    let word = reading.word(token);
    if reading.gap(first).starts_with('/') || word.len() > 30 {
        return None;
    }
    let parts: Vec<&str> = word.split(['/', '-', '.']).collect();
    if matches!(parts.as_slice(), [_, ..]) && parts.len() > 1 {
        let years = parts.len() == 2 && parts.iter().all(|part| year_of(part));
        // “10-12/3/2026” is a stretch of days
        let end = parts.len().checked_sub(3).map_or(String::new(), |skip| parts.iter().skip(skip).copied().collect::<Vec<_>>().join("/"));
        let slashed = !word.contains('.') || parts.last().is_some_and(|part| year_of(part));
        let read = |text: &str| matches!(text::date::read(text), text::Reading::Value(_));
        return (years || slashed && (read(word) || parts.len() > 3 && read(&end))).then_some(first);
    }
    // “22 - 11 - 2024”, “2021 - 2025”
    let dash = |at: usize| matches!(reading.gap(at), " - " | " – " | "–");
    if dash(first) && year_of(word) && is_year(reading, first + 1) {
        return Some(first + 1);
    }
    let spread =
        dash(first) && dash(first + 1) && value(reading, first).is_some_and(|day| day <= 31) && value(reading, first + 1).is_some_and(|month| month <= 12);
    (spread && is_year(reading, first + 2)).then_some(first + 2)
}

fn day_month(word: &str) -> bool {
    let parts: Vec<u32> = word.split(['/', '-', '.']).filter_map(|part| part.parse().ok()).collect();
    matches!(parts.as_slice(), [1..=31, 1..=12])
}

fn value(reading: &Reading<'_>, at: usize) -> Option<u32> {
    reading.words.get(at).filter(|token| token.digit).and_then(|token| reading.word(token).parse().ok())
}

fn is_year(reading: &Reading<'_>, at: usize) -> bool {
    reading.words.get(at).is_some_and(|token| year_of(reading.word(token)))
}

fn year_of(word: &str) -> bool {
    word.len() == 4 && word.parse().is_ok_and(|year: i32| (text::date::FIRST_YEAR..=text::date::LAST_YEAR).contains(&year))
}

#[cfg(test)]
mod tests {
    use super::super::testing::{finds, hostile, none};
    use super::*;

    #[test]
    fn dates() {
        finds(find, "từ 15/3/2026 đến 20-4-2026", &["15/3/2026", "20-4-2026"]);
        finds(find, "ngày 22 - 11 - 2024", &["ngày 22 - 11 - 2024"]);
        finds(find, "ngày 05 tháng 02 năm 2026", &["ngày 05 tháng 02 năm 2026"]);
        finds(find, "trong tháng 6/2026 và tháng 7", &["tháng 6/2026", "tháng 7"]);
        finds(find, "quý II/2026, Quý 3 năm 2026, quý 4/2026", &["quý II/2026", "Quý 3 năm 2026", "quý 4/2026"]);
        finds(find, "năm 2026", &["năm 2026"]);
        finds(find, "ngày 17-10, sáng 21/11", &["ngày 17-10", "sáng 21/11"]);
        finds(find, "giai đoạn 2021-2025, 2026 - 2030", &["2021-2025", "2026 - 2030"]);
        finds(find, "họp 10-12/3/2026", &["10-12/3/2026"]);
        finds(find, "tháng 4.2022, 15.10.1930", &["tháng 4.2022", "15.10.1930"]);
    }

    #[test]
    fn others() {
        none(
            find,
            &[
                "",
                "hằng tuần",
                "3 tháng 6 lượt",
                "86/92 hộ",
                "1.084 km",
                "30/2020/NĐ-CP",
                "trong 5 năm",
                "quý mến bà con",
                "31/02/2026",
                "0912.345.678",
                "5-7 hộ",
                "tháng thanh niên",
            ],
        );
        hostile(find);
    }
}
