//! Amounts of money in running text that are written in words: “mười hai triệu đồng”, “năm trăm nghìn đồng”.

use super::Span;
use super::keys::{Sieve, Words};
use super::reading::Reading;
use super::spelled::tight;
use crate::words;

/// The digits in order from one, with the forms that they have behind tens.
const DIGITS: [&Words; 9] =
    [words!("một|mốt"), words!("hai"), words!("ba"), words!("bốn|tư"), words!("năm|lăm"), words!("sáu"), words!("bảy|bẩy"), words!("tám"), words!("chín")];

/// What a number of money is counted in.
const SCALES: &Words = words!("nghìn|ngàn|triệu|tỷ|tỉ");
/// The other words of numbers.
const NUMBER: &Words = words!("một|mốt|hai|ba|bốn|tư|năm|lăm|sáu|bảy|bẩy|tám|chín|mười|mươi|chục|trăm|rưỡi|lẻ|linh");
/// Nearly all words are passed over by it.
static SIEVE: Sieve = Sieve::new(&[SCALES]);

/// The amounts in đồng of a text that are written in words, in order.
#[must_use]
pub fn find(reading: &Reading<'_>) -> Vec<(Span, f64)> {
    let mut found = Vec::new();
    let mut end = 0;
    let is = |at: usize, among: &Words| reading.words.get(at).is_some_and(|word| among.contains(&word.key));
    for (scale, _) in reading.words.iter().enumerate().filter(|(_, word)| SIEVE.passes(word.key)) {
        let mut first = scale;
        while first > end && scale - first < 8 && tight(reading, first - 1) && (is(first - 1, NUMBER) || is(first - 1, SCALES)) {
            // “mỗi năm mười triệu”, “mỗi năm hai triệu”: the year is no part of it
            if is(first - 1, words!("năm")) && is(first, words!("một|hai|ba|bốn|năm|sáu|bảy|tám|chín|mười")) {
                break;
            }
            first -= 1;
        }
        // “12 triệu năm trăm nghìn đồng”: the number begins with figures
        if first < end || is(first, SCALES) {
            continue;
        }
        if let Some((dong, last)) = amount(reading, first) {
            found.push((reading.span(first, last), dong));
            end = last + 1;
        }
    }
    found
}

/// The amount that begins at a word, and its last word.
fn amount(reading: &Reading<'_>, first: usize) -> Option<(f64, usize)> {
    let is = |at: usize, among: &Words| reading.words.get(at).is_some_and(|word| among.contains(&word.key));
    let (mut total, mut below, mut pending, mut scale, mut large) = (0.0, 0.0, 0.0, 1.0, false);
    let mut at = first;
    loop {
        if let Some(digit) = (1_u8..).zip(DIGITS).find(|(_, words)| is(at, words)).map(|(digit, _)| digit) {
            // “hai lăm”: twenty-five
            below += if is(at, words!("mốt|tư|lăm")) { pending * 10.0 } else { 0.0 };
            pending = f64::from(digit);
        } else if is(at, words!("mười")) {
            (below, scale) = (below + 10.0, 10.0);
        } else if is(at, words!("mươi|chục")) {
            (below, pending, scale) = (below + pending * 10.0, 0.0, 10.0);
        } else if is(at, words!("trăm")) {
            (below, pending, scale) = (below + pending * 100.0, 0.0, 100.0);
        } else if is(at, words!("rưỡi")) {
            let half = scale / 2.0;
            if scale < 1e3 { below += half } else { total += half }
        } else if let Some(of) =
            [(words!("nghìn|ngàn"), 1e3), (words!("triệu"), 1e6), (words!("tỷ|tỉ"), 1e9)].into_iter().find_map(|(words, of)| is(at, words).then_some(of))
        {
            (total, below, pending, scale) = (total + (below + pending) * of, 0.0, 0.0, of);
            large |= of > 1e3;
        } else if !is(at, words!("lẻ|linh")) {
            break;
        }
        at += 1;
        if !tight(reading, at - 1) {
            break;
        }
    }
    let last = at.checked_sub(1).filter(|last| *last >= first)?;
    let dong = total + below + pending;
    // “hai triệu chứng” is no money
    let told = tight(reading, last) && is(at, words!("đồng"));
    (dong > 0.0 && (told || large && !tight(reading, last))).then_some((dong, if told { at } else { last }))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[track_caller]
    fn finds(text: &str, expected: &[(&str, f64)]) {
        let reading = Reading::new(text);
        let found = find(&reading);
        assert_eq!(found.iter().map(|(span, dong)| (reading.quote(*span), *dong)).collect::<Vec<_>>(), expected, "{text}");
    }

    #[test]
    fn amounts() {
        finds("Quỹ có mười hai triệu đồng, cho vay", &[("mười hai triệu đồng", 12e6)]);
        finds("một trăm hai mươi lăm triệu", &[("một trăm hai mươi lăm triệu", 125e6)]);
        finds("mỗi nhà góp năm trăm nghìn đồng", &[("năm trăm nghìn đồng", 5e5)]);
        finds("hai triệu rưỡi; ba triệu hai trăm ngàn đồng", &[("hai triệu rưỡi", 25e5), ("ba triệu hai trăm ngàn đồng", 32e5)]);
        finds("Hai tỷ đồng", &[("Hai tỷ đồng", 2e9)]);
        finds("mỗi năm mười triệu đồng, mỗi năm hai triệu đồng", &[("mười triệu đồng", 1e7), ("hai triệu đồng", 2e6)]);
        finds("hai lăm triệu đồng, năm mươi triệu đồng", &[("hai lăm triệu đồng", 25e6), ("năm mươi triệu đồng", 5e7)]);
    }

    #[test]
    fn none() {
        for text in [
            "mười hai hộ",
            "ba nghìn cây",
            "chín mươi phần trăm",
            "một số triệu chứng",
            "hai triệu chứng",
            "12 triệu năm trăm nghìn đồng",
            "hàng trăm triệu đồng",
            "",
        ] {
            finds(text, &[]);
        }
        for piece in ["mười ", "mười triệu ", "nghìn "] {
            assert!(find(&Reading::new(&piece.repeat(2_000))).len() <= 2_000);
        }
    }
}
