//! Finds the phrases of several lists in a text in one pass, word by word.

use std::cmp::Reverse;

use super::Span;
use super::reading::{Reading, keys};
use crate::order::sorted;

/// Several lists of phrases, compiled once.
#[derive(Debug, Clone, Default)]
pub struct Lexicon {
    /// By first word and list, longest first.
    phrases: Vec<Phrase>,
    /// Slot of a first word → place in `phrases`, one more; 0 where no phrase begins. Its length is a power of two.
    slots: Vec<u32>,
}

#[derive(Debug, Clone)]
struct Phrase {
    words: Vec<u64>,
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
                    all.push(((*first, list, Reverse(words.len())), Phrase { list: list as u8, number: number as u32, words }));
                }
            }
        }
        let phrases = sorted(all);
        let mut slots = vec![0; (phrases.len() * 4).next_power_of_two()];
        let mut known = None;
        for (place, phrase) in phrases.iter().enumerate() {
            let Some(first) = phrase.words.first() else { continue };
            if known != Some(*first) {
                let mut slot = *first as usize;
                while slots.get(slot & (slots.len() - 1)).is_some_and(|taken| *taken != 0) {
                    slot += 1;
                }
                let mask = slots.len() - 1;
                if let Some(free) = slots.get_mut(slot & mask) {
                    *free = place as u32 + 1;
                }
                known = Some(*first);
            }
        }
        Lexicon { phrases, slots }
    }

    /// Occurrences in the order of the text: whole words, the longest phrase of a list at each place, none inside another of its list.
    ///
    /// Case, placement of tone marks and punctuation do not matter: “nâng cao chất lượng hiệu quả” is found in “Nâng cao chất lượng, hiệu quả”.
    #[must_use]
    pub fn find(&self, reading: &Reading<'_>) -> Vec<Hit> {
        let mut hits: Vec<Hit> = Vec::new();
        for (first, word) in reading.words.iter().enumerate() {
            for phrase in self.beginning(word.key) {
                let last = first + phrase.words.len() - 1;
                let fits = reading.words.get(first..=last).is_some_and(|words| words.iter().zip(&phrase.words).all(|(word, key)| word.key == *key));
                let taken = fits && hits.iter().rev().take(16).any(|hit| hit.list == phrase.list && hit.last >= first);
                if fits && !taken {
                    hits.push(Hit { list: phrase.list, phrase: phrase.number as usize, first, last, span: reading.span(first, last) });
                }
            }
        }
        hits
    }

    /// The phrases that begin with a word.
    fn beginning(&self, key: u64) -> impl Iterator<Item = &Phrase> {
        let mask = self.slots.len().wrapping_sub(1);
        let mut slot = key as usize;
        let mut place = 0;
        while let Some(taken) = self.slots.get(slot & mask).filter(|taken| **taken != 0) {
            let at = *taken as usize - 1;
            if self.phrases.get(at).and_then(|phrase| phrase.words.first()) == Some(&key) {
                place = at + 1;
                break;
            }
            slot += 1;
        }
        let begin = if place == 0 { self.phrases.len() } else { place - 1 };
        self.phrases.iter().skip(begin).take_while(move |phrase| phrase.words.first() == Some(&key))
    }
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
