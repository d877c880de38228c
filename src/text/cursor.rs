//! How far a text is read, and what stands between its words.

use super::letters::{Letter, WORD, gap, letter_at, mark_of};
use super::reading::Signs;

/// How far a text is read.
#[derive(Clone, Copy)]
pub(super) struct Cursor<'a> {
    pub(super) text: &'a [u8],
    pub(super) byte: usize,
    /// UTF-16 code units.
    pub(super) unit: u32,
}

impl<'a> Cursor<'a> {
    #[inline(always)]
    pub(super) fn letter(self) -> Option<Letter> {
        letter_at(self.text, self.byte)
    }
    #[inline(always)]
    pub(super) fn behind(self, letter: Letter) -> Self {
        Cursor { byte: self.byte + letter.length as usize, unit: self.unit + letter.units(), ..self }
    }
    /// The byte here.
    pub(super) fn byte(self) -> u8 {
        self.text.get(self.byte).copied().unwrap_or_default()
    }
    /// Whether the mark here stands between two of a kind.
    pub(super) fn is_between(self, before: Letter, mark: Letter, kind: u32) -> bool {
        before.is(kind) && self.behind(mark).letter().is_some_and(|after| after.is(kind))
    }
}

/// What stands here if it is what stands between most words, a space or a mark and a space, as bits; and how many bytes it is. Nothing otherwise.
#[inline(always)]
pub(super) fn common_gap(at: Cursor<'_>) -> (u16, u32) {
    let mark = at.byte();
    if mark == b' ' {
        return (gap::SPACE, 1);
    }
    let bits = COMMON.get(usize::from(mark)).copied().unwrap_or_default();
    if bits != 0 && at.text.get(at.byte + 1) == Some(&b' ') { (bits, 2) } else { (0, 0) }
}

/// What the marks before `@` that stand behind words mean together with a space; 0 for others.
#[expect(clippy::indexing_slicing, reason = "at compile time, where iterators cannot run and a slip does not compile")]
static COMMON: [u16; 64] = {
    let mut common = [0; 64];
    let mut marks: &[u8] = b".,;:!)\"";
    while let [mark, rest @ ..] = marks {
        let bits = mark_of(*mark as char);
        common[*mark as usize] = bits | gap::SPACE | if bits == gap::STOP { gap::STOPPED } else { 0 };
        marks = rest;
    }
    common
};

/// Passes what stands between two words; gives its bits, and the first letter of the next word with its place.
#[inline(always)]
pub(super) fn pass_gap<'a>(mut at: Cursor<'a>, signs: &mut Signs) -> (u16, Option<Letter>, Cursor<'a>) {
    let (mut between, mut odd) = (0, false);
    let next = loop {
        let Some(letter) = at.letter() else { break None };
        odd |= letter.is_odd_behind(Letter::default());
        if letter.is(WORD) {
            break Some(letter);
        }
        let bit = letter.gap();
        if bit & (gap::SPACE | gap::NO_BREAK) != 0 && between & (gap::STOP | gap::ELLIPSIS) != 0 {
            between |= gap::STOPPED;
        }
        // “..” is one in the making
        between |= if bit & between & gap::STOP != 0 { gap::ELLIPSIS } else { bit };
        if bit == gap::OTHER && at.byte() == b'%' {
            signs.percent = true;
        }
        at = at.behind(letter);
    };
    signs.odd |= odd;
    (between, next, at)
}
