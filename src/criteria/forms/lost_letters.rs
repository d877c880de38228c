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
/// Letters that stand alone among stumps from which these are no abbreviations: nobody shortens “kp vđ nd” to single letters.
const SINGLE: usize = 2;

/// Where they stand: from the first remains of each stretch to the last.
#[must_use]
pub fn find(reading: &Reading<'_>) -> Vec<Span> {
    if reading.signs.onsets < RUN {
        return Vec::new();
    }
    let is_single = |at: usize| reading.words.get(at).is_some_and(|word| word.span.end - word.span.start == 1);
    let remains: Vec<usize> = (0..reading.words.len()).filter(|at| remains(reading, *at) || is_stump(reading, *at)).collect();
    let mut found = Vec::new();
    let mut first = 0;
    for (at, place) in remains.iter().enumerate() {
        if remains.get(at + 1).is_some_and(|next| next - place <= BETWEEN) {
            continue;
        }
        let all = remains.get(first..=at).unwrap_or_default();
        let onsets: Vec<usize> = all.iter().copied().filter(|at| !is_stump(reading, *at)).collect();
        let among_stumps = all.len() >= MANY && onsets.iter().filter(|at| is_single(**at)).count() >= SINGLE;
        let in_a_row = || onsets.windows(RUN).any(|run| run.last().zip(run.first()).is_some_and(|(last, first)| last - first + 1 == RUN));
        if onsets.len() >= MANY || among_stumps || in_a_row() {
            found.extend(all.first().zip(all.last()).map(|(first, last)| reading.span(*first, *last)));
        }
        first = at + 1;
    }
    found
}

/// Whether a word is what is left of a syllable whose vowel is gone: “nm” of “năm”, “chc” of “chức”.
fn is_stump(reading: &Reading<'_>, at: usize) -> bool {
    let Some(word) = reading.words.get(at).filter(|word| !word.digit && !word.capitals && !word.initial) else { return false };
    let written = reading.word(word);
    let counted = at.checked_sub(1).is_some_and(|before| reading.words.get(before).is_some_and(|word| word.numeric));
    let consonants = |word: &str| word.chars().all(|c| matches!(c, 'b'..='d' | 'g' | 'h' | 'k'..='n' | 'p' | 'r'..='t' | 'v' | 'x' | 'đ'));
    (2..=5).contains(&written.len())
        && !near::is(reading, at, ONSETS)
        && written.ends_with(['c', 'g', 'h', 'm', 'n', 'p', 't'])
        && consonants(written)
        && !counted
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
