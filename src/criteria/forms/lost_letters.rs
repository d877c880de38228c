//! Letters that were lost on the way out of a PDF: “Th nh t, nhi u n i dung”. Nobody can bring them back.

use super::near;
use crate::text::Span;
use crate::text::letters::gap;
use crate::text::reading::Reading;
use crate::text::syllable::ONSETS;

/// Words that a damaged stretch may go on for between two remains.
const BETWEEN: usize = 4;
/// Remains from which a stretch is damaged: three that follow each other, or so many near each other.
const RUN: usize = 3;
const MANY: usize = 5;

/// Where they stand: from the first remains of each stretch to the last.
#[must_use]
pub fn find(reading: &Reading<'_>) -> Vec<Span> {
    if reading.signs.onsets < RUN {
        return Vec::new();
    }
    let remains: Vec<usize> = (0..reading.words.len()).filter(|at| remains(reading, *at)).collect();
    let mut found = Vec::new();
    let mut first = 0;
    for (at, place) in remains.iter().enumerate() {
        if remains.get(at + 1).is_some_and(|next| next - place <= BETWEEN) {
            continue;
        }
        let stretch = remains.get(first..=at).unwrap_or_default();
        if stretch.len() >= MANY || stretch.windows(RUN).any(|run| run.iter().zip(run.iter().skip(1)).all(|(one, next)| one + 1 == *next)) {
            found.extend(stretch.first().zip(stretch.last()).map(|(first, last)| reading.span(*first, *last)));
        }
        first = at + 1;
    }
    found
}

/// Whether a word is what is left of one: not a unit behind a number, not an initial, not a letter of “v.v.” or “đ/c”. A single letter is too, for the letter
/// in front of a lost one stands alone as well.
fn remains(reading: &Reading<'_>, at: usize) -> bool {
    if !near::is(reading, at, ONSETS) {
        return false;
    }
    let Some(word) = reading.words.get(at) else { return false };
    let before = at.checked_sub(1);
    let counted = before.is_some_and(|before| reading.words.get(before).is_some_and(|word| word.numeric) && near::tight(reading, before));
    let joined = |at: usize| near::has_gap(reading, at, !(gap::SPACE | gap::NO_BREAK | gap::COMMA | gap::COLON | gap::SEMICOLON | gap::LINE | gap::RETURN));
    let alone = word.initial && word.span.end - word.span.start == 1;
    !(word.capitals || counted || alone || joined(at) || before.is_some_and(joined))
}
