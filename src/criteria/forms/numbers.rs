//! Runs of digits as people write long numbers: “058055001234”, “058 055 001 234”, “0903.000.612”.

use super::near::{is, spells};
use crate::text::Span;
use crate::text::fold::digit;
use crate::text::reading::Reading;
use crate::words;

/// Digits that stand together, with blanks, dots and dashes between.
pub struct Run {
    /// The digits.
    pub digits: String,
    /// Where they stand, a plus in front with them.
    pub span: Span,
    /// Place of the first word.
    pub first: usize,
    /// Place of the last word.
    pub last: usize,
    /// A plus stands in front.
    pub plus: bool,
}

/// No number that is looked for has more digits than this, or fewer.
const MOST: usize = 24;
const LEAST: usize = 6;

/// The run that begins at a word and takes in as many words as it may; None where no long plain number stands. Numbers with commas, slashes or letters are others.
#[must_use]
pub fn run_at(reading: &Reading<'_>, first: usize, most_words: usize) -> Option<Run> {
    let digits = |at: usize| reading.words.get(at).filter(|token| token.digit).and_then(|token| digits_of(reading.word(token)));
    let mut count = digits(first)?.count();
    let mut last = first;
    while last + 1 < first + most_words && matches!(reading.gap(last), " " | "\u{A0}" | ") " | " - " | "-" | "–" | " – " | " / ") {
        // “0912 / 000 / 771”; days have fewer digits
        let fewest = if reading.gap(last) == " / " { 3 } else { 1 };
        let Some(more) = digits(last + 1).map(Iterator::count).filter(|more| count + more <= MOST && (fewest..).contains(more) && count >= fewest) else {
            break;
        };
        count += more;
        last += 1;
    }
    if count < LEAST {
        return None;
    }
    let plus = first.checked_sub(1).map_or(reading.text, |before| reading.gap(before)).ends_with('+') || first == 0 && reading.text.starts_with('+');
    let mut run = Run { span: reading.span(first, last), digits: String::with_capacity(MOST), first, last, plus };
    run.span.start -= u32::from(plus);
    run.digits.extend((first..=last).filter_map(digits).flatten());
    Some(run)
}

/// The digits of a word of digits, dots and dashes.
fn digits_of(word: &str) -> Option<impl Iterator<Item = char>> {
    let sound = word.len() <= 3 * MOST && word.chars().all(|c| digit(c).is_some() || matches!(c, '.' | '-'));
    let digits = word.chars().filter_map(digit).map(|d| char::from(b'0' + d));
    (sound && digits.clone().count() <= MOST).then_some(digits)
}

/// All runs of a text, each as long as it is written.
#[must_use]
pub fn runs(reading: &Reading<'_>) -> Vec<Run> {
    let mut all = Vec::new();
    let mut next = 0;
    for (at, _) in reading.words.iter().enumerate().filter(|(_, word)| word.digit) {
        if at < next {
            continue;
        }
        if let Some(run) = run_at(reading, at, 8) {
            next = run.last + 1;
            all.push(run);
        }
    }
    all
}

/// Whether a number measures or counts: money, an area, people, views.
#[must_use]
pub fn counts(reading: &Reading<'_>, run: &Run) -> bool {
    let gap = reading.gap(run.last);
    let unit = words!(
        "đồng|đ|vnđ|vnd|m|m2|m²|m³|km|km²|ha|kg|tấn|tạ|lít|kwh|usd|triệu|tỷ|tỉ|nghìn|ngàn|người|hộ|lượt|cây|cái|con|bộ|cuốn|tờ|ngày|em|cháu|cụ|suất|phần|thẻ|bản"
    );
    gap.starts_with('%') || gap.trim().is_empty() && is(reading, run.last + 1, unit)
}

/// Whether a number goes on as something else: a document (“/QĐ-UBND”), a file (“_190500”), an address on the net.
#[must_use]
pub fn goes_on(reading: &Reading<'_>, run: &Run) -> bool {
    let gap = reading.gap(run.last);
    let letter = reading.words.get(run.last + 1).is_some_and(|next| next.initial || next.digit);
    let before = run.first.checked_sub(1).map_or("", |before| reading.gap(before));
    gap.starts_with('_') || before.ends_with(['_', '#']) || letter && matches!(gap, "/" | "-" | "@")
}

/// Whether one of some words stands in the words before a place, in the same sentence; the words of one name between bars.
#[must_use]
pub fn told_before(reading: &Reading<'_>, at: usize, most: usize, names: &[&str]) -> Option<usize> {
    let mut place = at;
    while place > 0 && at - place < most && !super::near::ends(reading, place - 1) {
        place -= 1;
        if names.iter().any(|name| stands(reading, place, name)) {
            return Some(place);
        }
    }
    None
}

/// Whether the words of a name stand at a place.
#[must_use]
pub fn stands(reading: &Reading<'_>, at: usize, name: &str) -> bool {
    name.split(' ').enumerate().all(|(offset, word)| spells(reading, at + offset, word))
}
