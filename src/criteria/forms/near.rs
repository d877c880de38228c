//! The neighbourhood of a word: what stands before and behind it, and where its sentence ends.

use crate::text::fold::{base, lower};
use crate::text::keys::Words;
use crate::text::letters::gap;
use crate::text::reading::Reading;
use crate::words;

/// Whether the word at a place is one of some; `among` is made by [`words!`](crate::words).
#[must_use]
pub fn is(reading: &Reading<'_>, at: usize, among: &Words) -> bool {
    reading.words.get(at).is_some_and(|token| among.contains(&token.key))
}

/// Whether the word at a place is a lower-case word.
#[must_use]
pub fn spells(reading: &Reading<'_>, at: usize, word: &str) -> bool {
    let Some(token) = reading.words.get(at) else { return false };
    let low = reading.word(token).chars().map(lower);
    if reading.signs.unmarked { low.eq(word.chars().map(base)) } else { low.eq(word.chars()) }
}

/// Whether the word before a place, on the same line and in the same clause, is one of some.
#[must_use]
pub fn after(reading: &Reading<'_>, at: usize, among: &Words) -> bool {
    at.checked_sub(1).is_some_and(|before| tight(reading, before) && is(reading, before, among))
}

/// Whether only blanks stand between a word and the next one.
#[must_use]
pub fn tight(reading: &Reading<'_>, at: usize) -> bool {
    at + 1 < reading.words.len() && !has_gap(reading, at, !(gap::SPACE | gap::TAB | gap::NO_BREAK))
}

/// Whether one of some things stands between a word and the next one; see [`gap`].
#[must_use]
pub fn has_gap(reading: &Reading<'_>, at: usize, among: u16) -> bool {
    reading.words.get(at).is_some_and(|word| word.gap & among != 0)
}

/// Whether a word begins with a capital and is no number.
#[must_use]
pub fn named(reading: &Reading<'_>, at: usize) -> bool {
    reading.words.get(at).is_some_and(|token| token.initial && !token.digit)
}

/// The last word of the name whose first word stands at a place: capitalised words with blanks or a dash between, at most five; None where no name begins.
#[must_use]
pub fn name_at(reading: &Reading<'_>, at: usize) -> Option<usize> {
    if !named(reading, at) {
        return None;
    }
    let mut last = at;
    while last < at + 4 && named(reading, last + 1) && (tight(reading, last) || matches!(reading.gap(last).trim(), "-" | "–")) {
        last += 1;
    }
    Some(last)
}

/// Whether a sentence ends behind a word. “TP. Phan Thiết” and “1. Vận động” go on; before a number it ends too (“… cuối năm. 100% hộ …”).
#[must_use]
pub fn ends(reading: &Reading<'_>, at: usize) -> bool {
    if at + 1 >= reading.words.len() {
        return true;
    }
    has_gap(reading, at, gap::LINE | gap::RETURN | gap::SEMICOLON | gap::CALL)
        || has_gap(reading, at, gap::STOPPED) && begins(reading, at + 1) && !is(reading, at, words!("tp|tx|tt|h|q|p|x|t|đc|tel|ts|ths|bs|st"))
}

/// Whether a sentence may begin with a word: a capital, or a number that does not stand behind another.
fn begins(reading: &Reading<'_>, at: usize) -> bool {
    let digit = |at: usize| reading.words.get(at).is_some_and(|word| word.digit);
    named(reading, at) || digit(at) && at.checked_sub(1).is_some_and(|before| !digit(before) && !is(reading, before, words!("số|v|đ|tr|k|l")))
}

/// The first word of the sentence of a word; at most sixty words back.
#[must_use]
pub fn begin(reading: &Reading<'_>, at: usize) -> usize {
    let mut first = at;
    while first > 0 && at - first < 60 && !ends(reading, first - 1) {
        first -= 1;
    }
    first
}

/// The last word of the sentence of a word; at most sixty words on.
#[must_use]
pub fn end(reading: &Reading<'_>, at: usize) -> usize {
    let mut last = at;
    while last < at + 60 && !ends(reading, last) {
        last += 1;
    }
    last
}

/// The last word of the clause of a word: up to a comma or the end of the sentence, at most thirty words on.
#[must_use]
pub fn clause_end(reading: &Reading<'_>, at: usize) -> usize {
    let mut last = at;
    while last < at + 30 && !ends(reading, last) && !has_gap(reading, last, gap::COMMA) {
        last += 1;
    }
    last
}

#[cfg(test)]
mod tests {
    use super::*;

    #[track_caller]
    fn ended(text: &str, words: &[usize]) {
        let reading = Reading::new(text);
        assert_eq!((0..reading.words.len()).filter(|at| ends(&reading, *at)).collect::<Vec<_>>(), words, "{text}");
    }

    #[test]
    fn sentences() {
        ended("Họp dân. Bàn bạc", &[1, 3]);
        ended("Họp dân; bàn bạc\nrồi làm", &[1, 3, 5]);
        ended("ở TP. Phan Thiết, v.v. và", &[6]);
        ended("Họp.. rồi làm", &[2]);
        ended("giảm từ 47 xuống 10 lượt cuối năm. 100% hộ đồng tình; Q. 1, số. 5, 1. 2 hộ", &[7, 11, 18]);
        ended("", &[]);
        let reading = Reading::new("Một hai. Ba bốn, năm sáu.");
        assert_eq!((begin(&reading, 5), clause_end(&reading, 2), begin(&reading, 1)), (2, 3, 0));
    }

    #[test]
    fn names() {
        let last = |text: &str| name_at(&Reading::new(text), 0);
        assert_eq!(last("Phan Rang - Tháp Chàm và"), Some(3));
        assert_eq!(last("Ninh Hải, Khánh"), Some(1));
        assert_eq!(last("xã"), None);
        assert_eq!(last(&"Tên ".repeat(9)), Some(4));
        assert!(
            is(&Reading::new("ỦY"), 0, words!("uỷ|ủy"))
                && after(&Reading::new("cấp huyện"), 1, words!("cấp"))
                && !after(&Reading::new("cấp, huyện"), 1, words!("cấp"))
        );
    }
}
