//! Finds the phrases of several lists in a text in one pass, word by word.

use std::cmp::Reverse;
use std::ops::Range;

use super::Span;
use super::reading::{Reading, keys};
use crate::order::sorted;

/// Several lists of phrases, compiled once.
#[derive(Debug, Clone, Default)]
pub struct Lexicon {
    /// By first word and list, longest first.
    phrases: Vec<Phrase>,
    /// The words of all phrases behind their first ones.
    rests: Vec<u64>,
    /// The words with which phrases begin, in the order of `phrases`.
    beginnings: Vec<Beginning>,
    /// A bit for each pair of words with which a phrase begins, or for its only word: nearly all words of a text are passed over by it.
    pairs: Vec<u64>,
    /// Slot of a first word → place in `beginnings`, one more; 0 where no phrase begins. Its length is a power of two.
    slots: Vec<u16>,
}

/// A word with which phrases begin.
#[derive(Debug, Clone)]
struct Beginning {
    word: u64,
    /// Bits of the second words; all of them when a phrase has no second word. Most words that follow are none of them.
    seconds: u64,
    /// Its phrases.
    phrases: Range<usize>,
}

#[derive(Debug, Clone)]
struct Phrase {
    /// Place of its second word and the words behind in `rests`.
    rest: Range<usize>,
    list: u8,
    /// Place in its list.
    number: u32,
}

/// One occurrence of a phrase.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Hit {
    /// The list.
    pub list: u8,
    /// Place of the phrase in the list.
    pub phrase: usize,
    /// Place of the first word in the text.
    pub first: usize,
    /// Place of the last word in the text.
    pub last: usize,
    /// From the first letter of its first word to the last letter of its last word.
    pub span: Span,
}

impl Lexicon {
    /// Compiles lists, numbered by their place. A phrase without words is never found; of two equal phrases of a list the first is.
    #[must_use]
    pub fn new(lists: &[Vec<&str>]) -> Self {
        let mut all = Vec::new();
        for (list, phrases) in lists.iter().enumerate() {
            for (number, phrase) in phrases.iter().enumerate() {
                let words = keys(phrase);
                if let Some(first) = words.first() {
                    all.push(((*first, list, Reverse(words.len())), (list as u8, number as u32, words)));
                }
            }
        }
        let mut lexicon = Lexicon::default();
        for (list, number, words) in sorted(all) {
            let Some((first, rest)) = words.split_first() else { continue };
            let from = lexicon.rests.len();
            lexicon.rests.extend(rest);
            let place = lexicon.phrases.len();
            lexicon.phrases.push(Phrase { rest: from..lexicon.rests.len(), list, number });
            let second = rest.first().map_or(u64::MAX, |word| bit(*word));
            let (place_of_pair, pair) = pair(*first, rest.first().copied().unwrap_or(NONE));
            lexicon.pairs.resize(PAIRS, 0);
            if let Some(bits) = lexicon.pairs.get_mut(place_of_pair) {
                *bits |= pair;
            }
            match lexicon.beginnings.last_mut().filter(|known| known.word == *first) {
                Some(known) => {
                    known.seconds |= second;
                    known.phrases.end = place + 1;
                }
                None => lexicon.beginnings.push(Beginning { word: *first, seconds: second, phrases: place..place + 1 }),
            }
        }
        lexicon.slots = vec![0; (lexicon.beginnings.len() * 4).next_power_of_two()];
        let mask = lexicon.slots.len() - 1;
        for (place, beginning) in lexicon.beginnings.iter().enumerate() {
            let mut slot = beginning.word as usize & mask;
            while lexicon.slots.get(slot).is_some_and(|taken| *taken != 0) {
                slot = (slot + 1) & mask;
            }
            if let Some(free) = lexicon.slots.get_mut(slot) {
                *free = place as u16 + 1;
            }
        }
        lexicon
    }

    /// Occurrences in the order of the text: whole words, the longest phrase of a list at each place, none inside another of its list.
    ///
    /// Case, placement of tone marks and punctuation do not matter: “nâng cao chất lượng hiệu quả” is found in “Nâng cao chất lượng, hiệu quả”.
    #[must_use]
    pub fn find(&self, reading: &Reading<'_>) -> Vec<Hit> {
        let mut hits: Vec<Hit> = Vec::new();
        for (first, word) in reading.words.iter().enumerate() {
            let second = reading.words.get(first + 1).map_or(NONE, |word| word.key);
            if !(self.begins(word.key, second) || self.begins(word.key, NONE)) {
                continue;
            }
            let Some(beginning) = self.beginning(word.key) else { continue };
            let behind = reading.words.get(first + 1..).unwrap_or_default();
            if beginning.seconds != u64::MAX && behind.first().is_none_or(|second| bit(second.key) & beginning.seconds == 0) {
                continue;
            }
            for phrase in self.phrases.get(beginning.phrases.clone()).unwrap_or_default() {
                let rest = self.rests.get(phrase.rest.clone()).unwrap_or_default();
                let fits = rest.len() <= behind.len() && rest.iter().zip(behind).all(|(key, word)| *key == word.key);
                let last = first + rest.len();
                let taken = fits && hits.iter().rev().take(16).any(|hit| hit.list == phrase.list && hit.last >= first);
                if fits && !taken {
                    hits.push(Hit { list: phrase.list, phrase: phrase.number as usize, first, last, span: reading.span(first, last) });
                }
            }
        }
        hits
    }

    /// Whether a phrase may begin with two words; “no” is certain.
    fn begins(&self, first: u64, second: u64) -> bool {
        let (place, pair) = pair(first, second);
        self.pairs.get(place).is_some_and(|bits| bits & pair != 0)
    }

    /// What begins with a word.
    fn beginning(&self, word: u64) -> Option<&Beginning> {
        let mask = self.slots.len().wrapping_sub(1);
        let mut slot = word as usize & mask;
        loop {
            let place = usize::from(*self.slots.get(slot)?).checked_sub(1)?;
            let beginning = self.beginnings.get(place)?;
            if beginning.word == word {
                return Some(beginning);
            }
            slot = (slot + 1) & mask;
        }
    }
}

/// Stands for a second word where there is none.
const NONE: u64 = 0;
/// Words of bits for pairs.
const PAIRS: usize = 256;

/// Where the bit of a pair of words is.
fn pair(first: u64, second: u64) -> (usize, u64) {
    let mixed = (first.rotate_left(21) ^ second).wrapping_mul(0x9E37_79B9_7F4A_7C15);
    ((mixed >> 56) as usize, 1 << (mixed >> 50 & 63))
}

/// One of the bits by which most words are passed over.
fn bit(word: u64) -> u64 {
    1 << (word >> 58)
}

#[cfg(test)]
mod tests {
    use super::*;

    const LIST: [&str; 7] = ["từng bước", "nâng cao chất lượng, hiệu quả", "nâng cao", "xã hội hóa", "", "khám, chữa bệnh", "Từng Bước"];

    #[track_caller]
    fn finds(text: &str, expected: &[(u8, usize, &str)]) {
        let lexicon = Lexicon::new(&[LIST.to_vec(), vec!["chất lượng", "nâng cao chất"]]);
        let reading = Reading::new(text);
        let shown: Vec<_> = lexicon.find(&reading).iter().map(|hit| (hit.list, hit.phrase, reading.quote(hit.span))).collect();
        assert_eq!(shown, expected);
    }

    #[test]
    fn whole_phrases() {
        finds("", &[]);
        finds("Từng bước; TỪNG BƯỚC, từng\nbước", &[(0, 0, "Từng bước"), (0, 0, "TỪNG BƯỚC"), (0, 0, "từng\nbước")]);
        finds("nâng cao chất lượng hiệu quả", &[(0, 1, "nâng cao chất lượng hiệu quả"), (1, 1, "nâng cao chất")]);
        finds("Nâng cao đời sống, xã hội hoá 5 tỷ", &[(0, 2, "Nâng cao"), (0, 3, "xã hội hoá")]);
        finds("😀 khám chữa bệnh", &[(0, 5, "khám chữa bệnh")]);
        finds("khám bệnh, từng đợt", &[]);
    }

    #[test]
    fn empty_lists() {
        assert!(Lexicon::new(&[]).find(&Reading::new("từng bước")).is_empty());
        assert!(Lexicon::default().find(&Reading::new("từng bước")).is_empty());
    }
}
