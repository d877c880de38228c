//! Number and symbol of a document: “35-CT/TU”, “249/MTTQ-BTT”, “30/2020/NĐ-CP”.

use super::Found;
use crate::criteria::Text;
use crate::text::reading::Reading;

/// Where they stand.
#[must_use]
pub fn find(text: &Text<'_>) -> Vec<Found> {
    super::each(&text.reading, end_of)
}

/// The last word of the number that begins at a word: digits, a mark, letters in capitals, and what is joined to them.
fn end_of(reading: &Reading<'_>, first: usize) -> Option<usize> {
    let number = reading.words.get(first).filter(|token| token.digit)?;
    let sign = reading.word(number);
    let short = sign.split('/').enumerate().all(|(at, part)| if at == 0 { part.len() <= 5 } else { part.len() == 4 }) && sign.split('/').count() <= 2;
    if !short || !sign.chars().all(|c| c.is_ascii_digit() || c == '/') {
        return None;
    }
    let capitals = |at: usize| reading.words.get(at).is_some_and(|token| token.capitals);
    let mark = reading.gap(first);
    let joined = |at: usize| matches!(reading.gap(at), "/" | "-" | "–");
    // “35 - CT/TU” is one, “tổng số 15 - UBND xã” is not
    let loose = matches!(mark, " - " | " – " | " / ") && reading.gap(first + 1) == "/" || mark == " /" || mark == "/ ";
    if !capitals(first + 1) || !(joined(first) || loose) {
        return None;
    }
    let mut last = first + 1;
    while joined(last) && last < first + 8 && reading.words.get(last + 1).is_some_and(|token| token.initial || token.digit) {
        last += 1;
    }
    Some(last)
}

#[cfg(test)]
mod tests {
    use super::super::testing::{finds, hostile, none};
    use super::*;

    #[test]
    fn numbers_of_documents() {
        finds(find, "Chỉ thị 35-CT/TU", &["35-CT/TU"]);
        finds(find, "Công văn số 249/MTTQ-BTT ngày 02/3/2026", &["249/MTTQ-BTT"]);
        finds(find, "Nghị định 30/2020/NĐ-CP và Luật 91/2025/QH15", &["30/2020/NĐ-CP", "91/2025/QH15"]);
        finds(find, "số 08-HD/BDVTU", &["08-HD/BDVTU"]);
        finds(find, "12-NQ/ĐU", &["12-NQ/ĐU"]);
        finds(find, "35 - CT/TU", &["35 - CT/TU"]);
        finds(find, "Quyết định 1234/QĐ-TTg.", &["1234/QĐ-TTg"]);
        finds(find, "Đề án 04-ĐA/TU", &["04-ĐA/TU"]);
        finds(find, "05 /KH-UBND", &["05 /KH-UBND"]);
        finds(find, "Kế hoạch 14–KH/ĐU", &["14–KH/ĐU"]);
    }

    #[test]
    fn others() {
        none(
            find,
            &["", "15/3/2026", "2021-2025", "tổng số 15 - UBND xã góp", "xe 85A-012.345", "Covid-19", "86/92 hộ", "Kế hoạch số 12", "1.084 UBND", "100-Tổ"],
        );
        hostile(find);
        assert_eq!(super::super::testing::on(&"12-".repeat(7_000), |text| find(text).len()), 0);
    }
}
