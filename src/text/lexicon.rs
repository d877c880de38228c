//! Finds the phrases of several lists in a text in one pass, word by word.

use std::cmp::Reverse;
use std::ops::Range;

use super::Span;
use super::reading::Reading;
use crate::order::sorted;

/// Several lists of phrases, compiled once.
#[derive(Debug, Clone, Default)]
pub struct Lexicon {
    /// Group by group.
    phrases: Vec<Phrase>,
    /// The words of phrases behind their second ones.
    rests: Vec<u64>,
    groups: Vec<Group>,
    /// A bit for each word with which a phrase begins: half of the words of a text are passed over by it.
    firsts: Vec<u64>,
    /// A bit for each group: nearly all other words are passed over by it.
    pairs: Vec<u64>,
    /// Slot of a pair → place in `groups`, one more; 0 where there is none. Its length is a power of two.
    slots: Vec<u32>,
}

/// The phrases that may stand where two words do: those that begin with both, and phrases of one word that are the first.
#[derive(Debug, Clone)]
struct Group {
    first: u64,
    /// [`NONE`]: another word than those of the groups with this first word, or the end of the text.
    second: u64,
    /// By list, longest first.
    phrases: Range<usize>,
}

#[derive(Debug, Clone)]
struct Phrase {
    /// Place of the words behind the second one in `rests`.
    rest: Range<usize>,
    /// How many words it has.
    words: u32,
    list: u8,
    /// Place in its list.
    number: u32,
}

/// A phrase as it is listed.
struct Listed {
    list: u8,
    number: u32,
    words: Vec<u64>,
}

impl Listed {
    fn second(&self) -> u64 {
        self.words.get(1).copied().unwrap_or(NONE)
    }
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
    /// Compiles lists, numbered by their place; `keys` are those of a phrase's words. A phrase without words is never found; of two equal phrases of a list the
    /// first is.
    #[must_use]
    pub fn new(lists: &[Vec<&str>], keys: fn(&str) -> Vec<u64>) -> Self {
        let mut all = Vec::new();
        for (list, phrases) in lists.iter().enumerate() {
            for (number, phrase) in phrases.iter().enumerate() {
                let words = keys(phrase);
                if let Some(first) = words.first() {
                    all.push((*first, Listed { list: list as u8, number: number as u32, words }));
                }
            }
        }
        let all = sorted(all);
        let mut lexicon = Lexicon { firsts: vec![0; WORDS_OF_BITS], pairs: vec![0; WORDS_OF_BITS], ..Lexicon::default() };
        for same in all.chunk_by(|one, other| one.words.first() == other.words.first()) {
            let (mut alone, longer): (Vec<&Listed>, Vec<&Listed>) = same.iter().partition(|phrase| phrase.words.len() == 1);
            // they stand in many groups
            alone.dedup_by_key(|phrase| phrase.list);
            let longer = sorted(longer.into_iter().map(|phrase| (phrase.second(), phrase)).collect());
            for group in longer.chunk_by(|one, other| one.second() == other.second()) {
                let by_list = |phrase: &&Listed| (phrase.list, Reverse(phrase.words.len()), phrase.number);
                lexicon.add(&sorted(group.iter().chain(&alone).map(|phrase| (by_list(phrase), *phrase)).collect()));
            }
            if !alone.is_empty() {
                lexicon.add(&alone);
            }
        }
        lexicon.slots = vec![0; (lexicon.groups.len() * 4).next_power_of_two()];
        let mask = lexicon.slots.len() - 1;
        for (place, group) in lexicon.groups.iter().enumerate() {
            let mut slot = pair(group.first, group.second) as usize & mask;
            while lexicon.slots.get(slot).is_some_and(|taken| *taken != 0) {
                slot = (slot + 1) & mask;
            }
            if let Some(free) = lexicon.slots.get_mut(slot) {
                *free = place as u32 + 1;
            }
        }
        lexicon
    }

    /// Adds a group: phrases of two words and more with the same two, and phrases that are the first one.
    fn add(&mut self, phrases: &[&Listed]) {
        let from = self.phrases.len();
        let (mut first, mut second) = (NONE, NONE);
        for phrase in phrases {
            let [begin, behind @ ..] = phrase.words.as_slice() else { continue };
            first = *begin;
            let place = self.rests.len();
            if let [next, rest @ ..] = behind {
                second = *next;
                self.rests.extend(rest);
            }
            self.phrases.push(Phrase { rest: place..self.rests.len(), words: phrase.words.len() as u32, list: phrase.list, number: phrase.number });
        }
        mark(&mut self.firsts, first);
        mark(&mut self.pairs, pair(first, second));
        self.groups.push(Group { first, second, phrases: from..self.phrases.len() });
    }

    /// Occurrences in the order of the text: whole words, the longest phrase of a list at each place, none inside another of its list.
    ///
    /// Case, placement of tone marks and punctuation do not matter: “nâng cao chất lượng hiệu quả” is found in “Nâng cao chất lượng, hiệu quả”.
    #[must_use]
    pub fn find(&self, reading: &Reading<'_>) -> Vec<Hit> {
        let mut hits: Vec<Hit> = Vec::new();
        for (first, word) in reading.words.iter().enumerate() {
            if !is_marked(&self.firsts, word.key) {
                continue;
            }
            let second = reading.words.get(first + 1).map_or(NONE, |word| word.key);
            let is_group = |second: u64| is_marked(&self.pairs, pair(word.key, second));
            let both = if is_group(second) { self.group(word.key, second) } else { None };
            let alone = || if is_group(NONE) { self.group(word.key, NONE) } else { None };
            let Some(group) = both.or_else(alone) else { continue };
            let behind = reading.words.get(first + 2..).unwrap_or_default();
            for phrase in self.phrases.get(group.phrases.clone()).unwrap_or_default() {
                let rest = self.rests.get(phrase.rest.clone()).unwrap_or_default();
                let fits = rest.len() <= behind.len() && rest.iter().zip(behind).all(|(key, word)| *key == word.key);
                let last = first + phrase.words as usize - 1;
                let taken = fits && hits.iter().rev().take(16).any(|hit| hit.list == phrase.list && hit.last >= first);
                if fits && !taken {
                    hits.push(Hit { list: phrase.list, phrase: phrase.number as usize, first, last, span: reading.span(first, last) });
                }
            }
        }
        hits
    }

    /// What may stand where two words do.
    fn group(&self, first: u64, second: u64) -> Option<&Group> {
        let mask = self.slots.len().wrapping_sub(1);
        let mut slot = pair(first, second) as usize & mask;
        loop {
            let place = (*self.slots.get(slot)? as usize).checked_sub(1)?;
            let group = self.groups.get(place)?;
            if group.first == first && group.second == second {
                return Some(group);
            }
            slot = (slot + 1) & mask;
        }
    }
}

/// Stands for a second word where there is none.
const NONE: u64 = 0;
const WORDS_OF_BITS: usize = 256;

/// A number for a pair of words.
fn pair(first: u64, second: u64) -> u64 {
    let mixed = (first.rotate_left(21) ^ second).wrapping_mul(0x9E37_79B9_7F4A_7C15);
    mixed ^ mixed >> 32
}

/// Sets the bit of a number.
fn mark(bits: &mut [u64], number: u64) {
    if let Some(word) = bits.get_mut((number >> 56) as usize) {
        *word |= 1 << (number >> 50 & 63);
    }
}

/// Whether the bit of a number is set; “no” is certain.
fn is_marked(bits: &[u64], number: u64) -> bool {
    bits.get((number >> 56) as usize).is_some_and(|word| word >> (number >> 50 & 63) & 1 == 1)
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::text::reading::keys;

    const LIST: [&str; 7] = ["từng bước", "nâng cao chất lượng, hiệu quả", "nâng cao", "xã hội hóa", "", "khám, chữa bệnh", "Từng Bước"];

    #[track_caller]
    fn finds(text: &str, expected: &[(u8, usize, &str)]) {
        let lexicon = Lexicon::new(&[LIST.to_vec(), vec!["chất lượng", "nâng cao chất"]], keys);
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
    fn a_word_listed_often_stands_once_in_each_group() {
        let pairs: Vec<String> = (0..2_000).map(|number| format!("a b{number}")).collect();
        let list: Vec<&str> = std::iter::repeat_n("a", 2_000).chain(pairs.iter().map(String::as_str)).collect();
        let lexicon = Lexicon::new(&[list.clone(), list], keys);
        assert_eq!((lexicon.groups.len(), lexicon.phrases.len()), (2_001, 2 * (2 * 2_000 + 1)));
        let shown: Vec<_> = lexicon.find(&Reading::new("a b7 a")).iter().map(|hit| (hit.list, hit.phrase, hit.last)).collect();
        assert_eq!(shown, [(0, 2_007, 1), (1, 2_007, 1), (0, 0, 2), (1, 0, 2)]);
    }

    #[test]
    fn empty_lists() {
        assert!(Lexicon::new(&[], keys).find(&Reading::new("từng bước")).is_empty());
        assert!(Lexicon::default().find(&Reading::new("từng bước")).is_empty());
    }
}
