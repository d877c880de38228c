//! Numbers that are written in words and count something: “mười hai hộ”, “chín mươi phần trăm”.

use super::Span;
use super::keys::{Sieve, Words};
use super::measures::is_counted;
use super::reading::Reading;
use crate::words;

/// Words of numbers; a number begins with one of the first ten.
const NUMBER: &Words = words!("một|hai|ba|bốn|năm|sáu|bảy|tám|chín|mười|bẩy|mươi|mốt|lăm|tư|trăm|nghìn|ngàn|chục|rưỡi|lẻ");
/// Nearly all other words are passed over by it.
static SIEVE: Sieve = Sieve::new(&[NUMBER]);
/// Before “năm” and “ba” that are no number: “hằng năm người dân”, “thứ ba”.
const NO_NUMBER: &Words = words!("hằng|hàng|mỗi|trong|cả|cuối|đầu|các|những|nhiều|mấy|qua|theo|từng|thứ|tháng|quý|lần|một|giữa|suốt|bằng|lớp");

/// A number in words with what it counts.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Spelled {
    /// From the first word of the number to the word that it counts.
    pub span: Span,
    /// It counts per cent.
    pub percent: bool,
}

/// The numbers of a text that are written in words, in order.
///
/// Not numbers: “một số hộ”, “hàng trăm lượt”, “mọi mặt”, “năm 2026”, “thứ ba”.
#[must_use]
pub fn find(reading: &Reading<'_>) -> Vec<Spelled> {
    let mut found = Vec::new();
    let mut at = 0;
    while at < reading.words.len() {
        let mut next = at;
        while next < at + 9 && part(reading, next).is_some_and(|place| if next == at { place <= 9 } else { true }) && (next == at || tight(reading, next - 1)) {
            next += 1;
        }
        if next == at {
            // “Trăm phần trăm”: a hundred that no number stands before
            let all = [words!("trăm"), words!("phần"), words!("trăm")];
            let whole = SIEVE.passes(reading.words.get(at).map_or(0, |word| word.key))
                && all.iter().zip(at..).all(|(word, at)| reading.words.get(at).is_some_and(|token| word.contains(&token.key)));
            if whole {
                found.push(Spelled { span: reading.span(at, at + 2), percent: true });
            }
            at += if whole { 3 } else { 1 };
            continue;
        }
        if tight(reading, next - 1)
            && let Some((last, percent)) = counted(reading, at, next)
        {
            found.push(Spelled { span: reading.span(at, last), percent });
            next = last + 1;
        }
        at = next;
    }
    found
}

/// The last word of what the number from `at` to before `next` counts, and whether that is per cent.
fn counted(reading: &Reading<'_>, at: usize, next: usize) -> Option<(usize, bool)> {
    let is = |at: usize, among: &Words| reading.words.get(at).is_some_and(|token| among.contains(&token.key));
    if is(next, words!("phần")) && is(next + 1, words!("trăm")) {
        return Some((next + 1, true));
    }
    let words = next - at;
    let denied = || at.checked_sub(1).is_some_and(|before| tight(reading, before) && is(before, NO_NUMBER));
    // without marks “ba con” is “bà con”, “nam”, “sau”, “bay” are other words as well
    let unclear = || reading.signs.unmarked && (is(at, words!("năm|sáu|bảy|tám|tư")) || is(at, words!("ba")) && is(next, words!("con")));
    if words == 1 && (is(at, words!("một")) || denied() || unclear()) {
        return None;
    }
    let noun = reading.words.get(next).filter(|token| !token.digit && !token.initial)?;
    let two = || reading.words.get(next + 1).is_some_and(|second| is_counted(&[noun.key, second.key]));
    let not = || is(next, words!("là|và|của|thì|nay|qua|tới|sau|trước|mới"));
    (is_counted(&[noun.key]) || two() || words > 1 && !not()).then_some((next, false))
}

/// The place of a word among those of numbers.
fn part(reading: &Reading<'_>, at: usize) -> Option<usize> {
    let token = reading.words.get(at).filter(|token| SIEVE.passes(token.key) && !token.digit && token.span.end - token.span.start <= 5)?;
    NUMBER.place(token.key)
}

/// Whether a blank or two stand between a word and the next one.
pub(super) fn tight(reading: &Reading<'_>, at: usize) -> bool {
    at + 1 < reading.words.len() && matches!(reading.gap(at), " " | "  " | "\u{A0}")
}

#[cfg(test)]
mod tests {
    use super::*;

    #[track_caller]
    fn finds(text: &str, expected: &[&str]) {
        let reading = Reading::new(text);
        assert_eq!(find(&reading).iter().map(|spelled| reading.quote(spelled.span)).collect::<Vec<_>>(), expected, "{text}");
    }

    #[test]
    fn numbers() {
        finds("Đến Tết, mười hai hộ ven kênh", &["mười hai hộ"]);
        finds("Mười hai nhà vệ sinh", &["Mười hai nhà"]);
        finds("mười lăm học viên, ba cuốn vở", &["mười lăm học", "ba cuốn"]);
        finds("ba cuốn vở; năm bữa; hai mươi lăm cây", &["ba cuốn", "năm bữa", "hai mươi lăm cây"]);
        finds("một trăm hai mươi tay súng", &["một trăm hai mươi tay"]);
        finds("Chín mươi phần trăm hộ", &["Chín mươi phần trăm"]);
        finds("Trăm phần trăm gia đình", &["Trăm phần trăm"]);
        assert!(["Chín mươi phần trăm hộ", "trăm phần trăm hộ"].iter().all(|text| find(&Reading::new(text))[0].percent));
    }

    #[test]
    fn without_marks() {
        finds("Den Tet muoi hai ho ven kenh cung ba ho trong xom", &["muoi hai ho", "ba ho"]);
        finds("Giup ba con lam an ngay cang kham kha, sau nguoi cao tuoi la tre em", &[]);
    }

    #[test]
    fn no_numbers() {
        for text in
            ["một số hộ", "hàng trăm lượt người", "một tập thể", "trong năm người dân", "năm 2026", "thứ ba người", "hai bên đường", "Ba Đình", "phần lớn", ""]
        {
            finds(text, &[]);
        }
        assert!(find(&Reading::new(&"mười ".repeat(4_000))).len() < 4_000);
    }
}
