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

/// No number that is looked for has more digits than this.
const MOST: usize = 24;

/// The run that begins at a word and takes in as many words as it may; None where no plain number stands. Numbers with commas, slashes or letters are others.
#[must_use]
pub fn run_at(reading: &Reading<'_>, first: usize, most_words: usize) -> Option<Run> {
    let token = reading.words.get(first).filter(|token| token.digit)?;
    // nobody looks for fewer than six digits
    let joined = most_words > 1 && reading.words.get(first + 1).is_some_and(|token| token.digit);
    if !joined && reading.word(token).len() < 6 {
        return None;
    }
    let mut digits = digits_of(reading.word(token))?;
    let plus = first.checked_sub(1).map_or(reading.text, |before| reading.gap(before)).ends_with('+') || first == 0 && reading.text.starts_with('+');
    let mut run = Run { span: token.span, digits: String::new(), first, last: first, plus };
    while run.last + 1 < first + most_words && matches!(reading.gap(run.last), " " | "\u{A0}" | ") " | " - " | "-" | "–" | " – ") {
        let Some(more) = reading.words.get(run.last + 1).filter(|token| token.digit).and_then(|token| digits_of(reading.word(token))) else { break };
        if digits.len() + more.len() > MOST {
            break;
        }
        digits.push_str(&more);
        run.last += 1;
    }
    run.span = reading.span(first, run.last);
    run.span.start -= u32::from(plus);
    run.digits = digits;
    Some(run)
}

/// The digits of a word of digits, dots and dashes.
fn digits_of(word: &str) -> Option<String> {
    if word.len() > 3 * MOST {
        return None;
    }
    let mut digits = String::new();
    for c in word.chars() {
        match digit(c) {
            Some(d) => digits.push(char::from(b'0' + d)),
            None if matches!(c, '.' | '-') => {}
            None => return None,
        }
    }
    (digits.len() <= MOST).then_some(digits)
}

/// All runs of a text, each as long as it is written.
#[must_use]
pub fn runs(reading: &Reading<'_>) -> Vec<Run> {
    let mut all = Vec::new();
    let mut at = 0;
    while at < reading.words.len() {
        match run_at(reading, at, 8) {
            Some(run) => {
                at = run.last + 1;
                all.push(run);
            }
            None => at += 1,
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
