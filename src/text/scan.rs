//! A text as an array of characters that know their place, so that readers can look behind and ahead.

use super::Span;
use super::fold::{digit, is_letter, is_space, lower, may_move, old_placement};
use super::keys::{START, mixed};
use super::reading::Reading;
use super::unmarked;

/// A text with its characters; places are UTF-16 code units, and any place past the end is the end.
pub(super) struct Scan<'a> {
    text: &'a str,
    /// A character at its place; behind one of two units stands a [`SECOND`].
    chars: Vec<char>,
    /// Its words have the keys of those without marks.
    unmarked: bool,
}

/// Stands for the second unit of a character: it is nothing that a reader looks for, nor is such a character.
const SECOND: char = '\u{FFFF}';

impl<'a> Scan<'a> {
    pub(super) fn new(text: &'a str) -> Self {
        let mut chars = Vec::with_capacity(text.len());
        for c in text.chars() {
            chars.push(c);
            if c > SECOND {
                chars.push(SECOND);
            }
        }
        Scan { text, chars, unmarked: false }
    }

    /// The same of a text that was read.
    pub(super) fn of(reading: &Reading<'a>) -> Self {
        Scan { unmarked: reading.signs.unmarked, ..Scan::new(reading.text) }
    }

    pub(super) fn len(&self) -> usize {
        self.chars.len()
    }

    pub(super) fn at(&self, i: usize) -> Option<char> {
        self.chars.get(i).copied()
    }

    /// The character before place `i`.
    pub(super) fn before(&self, i: usize) -> Option<char> {
        i.checked_sub(1).and_then(|j| self.at(j))
    }

    pub(super) fn is(&self, i: usize, test: impl Fn(char) -> bool) -> bool {
        self.at(i).is_some_and(test)
    }

    pub(super) fn slice(&self, from: usize, to: usize) -> &'a str {
        let byte = |i: usize| {
            let mut unit = 0;
            for (at, c) in self.text.char_indices() {
                if unit >= i {
                    return at;
                }
                unit += c.len_utf16();
            }
            self.text.len()
        };
        self.text.get(byte(from)..byte(to)).unwrap_or_default()
    }

    pub(super) fn span(&self, from: usize, to: usize) -> Span {
        Span { start: from.min(self.len()) as u32, end: to.min(self.len()) as u32 }
    }

    /// The first place at or after `i` whose character fails the test.
    pub(super) fn skip(&self, mut i: usize, test: impl Fn(char) -> bool) -> usize {
        while self.is(i, &test) {
            i += 1;
        }
        i
    }

    /// Past spaces of one line.
    pub(super) fn skip_blanks(&self, i: usize) -> usize {
        self.skip(i, is_blank)
    }

    pub(super) fn is_digit(&self, i: usize) -> bool {
        self.is(i, |c| digit(c).is_some())
    }

    /// The place of the first digit from one place to another.
    pub(super) fn digit_in(&self, from: usize, to: usize) -> Option<usize> {
        self.chars.get(from..to)?.iter().position(|c| digit(*c).is_some()).map(|at| from + at)
    }

    /// The comparison key of the run of letters that starts at `i`, and its end; longer runs than any word we look for give "".
    pub(super) fn letters(&self, i: usize) -> (Key, usize) {
        let end = self.skip(i, is_letter);
        (self.key(i, end), end)
    }

    /// The key of the run of letters that starts at `i`, as of [`words!`](crate::words), and its end; longer runs than any word we look for give 0, and so does none.
    pub(super) fn word(&self, i: usize) -> (u64, usize) {
        let behind = self.chars.get(i..).unwrap_or_default();
        let (key, letters) = self.word_key(behind);
        let end = if letters > LONGEST { self.skip(i + letters, is_letter) } else { i + letters };
        (key, end)
    }

    /// The key of the word before `i` with only blanks between, and its start; 0 when there is none.
    pub(super) fn word_before(&self, i: usize) -> (u64, usize) {
        let (start, end) = self.run_before(i);
        (self.word_key(self.chars.get(start..end).unwrap_or_default()).0, start)
    }

    fn word_key(&self, chars: &[char]) -> (u64, usize) {
        let (key, letters) = word_key(chars);
        (if unmarked::READ && self.unmarked && key != 0 { unmarked::key(key) } else { key }, letters)
    }

    fn key(&self, start: usize, end: usize) -> Key {
        let mut key = Key { bytes: [0; 3 * LONGEST], length: 0 };
        let mut letters = ['\0'; LONGEST];
        let Some(slots) = letters.get_mut(..end - start) else { return key };
        for (slot, at) in slots.iter_mut().zip(self.chars.get(start..end).unwrap_or_default()) {
            *slot = lower(*at);
        }
        for i in 1..slots.len() {
            if let Some(pair) = old_placement(slots, i)
                && let Some(two) = slots.get_mut(i - 1..=i)
            {
                two.copy_from_slice(&pair);
            }
        }
        for letter in slots.iter() {
            let Some(room) = key.bytes.get_mut(key.length..key.length + letter.len_utf8()) else { break };
            letter.encode_utf8(room);
            key.length += letter.len_utf8();
        }
        key
    }

    /// The comparison key of the word before `i` with only blanks between, and its start; "" when there is none.
    pub(super) fn letters_before(&self, i: usize) -> (Key, usize) {
        let (start, end) = self.run_before(i);
        (self.key(start, end), start)
    }

    /// The run of letters before `i` with only blanks between.
    fn run_before(&self, i: usize) -> (usize, usize) {
        let mut end = i;
        while self.before(end).is_some_and(is_blank) {
            end -= 1;
        }
        let mut start = end;
        while end - start <= LONGEST && self.before(start).is_some_and(is_letter) {
            start -= 1;
        }
        (start, end)
    }

    /// The value and the end of the run of digits at `i`; runs of more than nine digits have no value here.
    pub(super) fn small_number(&self, i: usize) -> (Option<u32>, usize) {
        let end = self.skip(i, |c| digit(c).is_some());
        if end == i || end - i > 9 {
            return (None, end);
        }
        let digits = self.chars.get(i..end).unwrap_or_default().iter().filter_map(|c| digit(*c));
        (Some(digits.fold(0, |n, d| n * 10 + u32::from(d))), end)
    }
}

/// The key of the run of letters at the beginning, and how many they are; 0 when there are none, or more than [`LONGEST`], where counting ends.
fn word_key(chars: &[char]) -> (u64, usize) {
    let (mut key, mut letters) = (START, 0);
    let (mut before, mut last) = (0, 0);
    for c in chars.iter().take(LONGEST + 1).take_while(|c| is_letter(**c)) {
        let low = lower(*c) as u32;
        key = mixed(key, low);
        (before, last) = (last, low);
        letters += 1;
    }
    if letters == 0 || letters > LONGEST {
        return (0, letters);
    }
    (if may_move(before, last) { moved(chars.get(..letters).unwrap_or_default()) } else { key }, letters)
}

/// The key of a word that ends in two vowels, with its tone mark where it was put of old.
#[cold]
fn moved(run: &[char]) -> u64 {
    let low: Vec<char> = run.iter().map(|c| lower(*c)).collect();
    let pair = low.len().checked_sub(1).and_then(|last| old_placement(&low, last));
    let kept = low.len() - pair.map_or(0, |pair| pair.len());
    low.iter().take(kept).copied().chain(pair.into_iter().flatten()).fold(START, |key, c| mixed(key, c as u32))
}

/// Letters of the longest word that we look for.
const LONGEST: usize = 12;

/// The comparison key of one word, where it is looked at and forgotten: no room on the heap.
pub(super) struct Key {
    bytes: [u8; 3 * LONGEST],
    length: usize,
}

impl Key {
    pub(super) fn as_str(&self) -> &str {
        self.bytes.get(..self.length).and_then(|bytes| std::str::from_utf8(bytes).ok()).unwrap_or_default()
    }
}

impl PartialEq<&str> for Key {
    fn eq(&self, other: &&str) -> bool {
        self.as_str() == *other
    }
}

/// A space that does not end a line.
fn is_blank(c: char) -> bool {
    is_space(c) && c != '\n' && c != '\r'
}
