//! Finds the phrases of a list in a text, word by word.

use super::Span;
use super::fold::soft;
use super::words::{keys, words};
use crate::order::sorted;
use std::cmp::Reverse;

/// A list of phrases, compiled once.
#[derive(Debug, Clone, Default)]
pub struct Phrases {
    /// Keys of the words with the place in the list, by first word, longest first.
    sorted: Vec<(Vec<String>, usize)>,
}

/// One occurrence of a phrase.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Hit {
    /// Place of the phrase in the list.
    pub phrase: usize,
    /// From the first letter of its first word to the last letter of its last word.
    pub span: Span,
}

impl Phrases {
    /// Compiles a list. A phrase without words is never found; of two equal phrases the first is.
    pub fn new(list: &[impl AsRef<str>]) -> Self {
        let mut all = Vec::new();
        for (i, phrase) in list.iter().enumerate() {
            let words = keys(phrase.as_ref());
            if let Some(first) = words.first() {
                all.push(((first.clone(), Reverse(words.len())), (words, i)));
            }
        }
        Phrases { sorted: sorted(all) }
    }

    /// Occurrences in the order of the text: whole words, the longest phrase at each place, none inside another.
    ///
    /// Case, placement of tone marks and punctuation do not matter: “nâng cao chất lượng hiệu quả” is found in “Nâng cao chất lượng, hiệu quả”.
    pub fn find(&self, text: &str) -> Vec<Hit> {
        let words = words(text);
        let keys: Vec<String> = words.iter().map(|word| soft(word.text)).collect();
        let mut hits = Vec::new();
        let mut i = 0;
        while let Some(rest) = keys.get(i..).filter(|rest| !rest.is_empty()) {
            let first = self.sorted.partition_point(|(phrase, _)| phrase.first() < rest.first());
            let mut candidates = self.sorted.iter().skip(first).take_while(|(phrase, _)| phrase.first() == rest.first());
            let found = candidates.find(|(phrase, _)| rest.starts_with(phrase));
            let length = found.map_or(1, |(phrase, _)| phrase.len());
            if let (Some((_, phrase)), Some(from), Some(to)) = (found, words.get(i), words.get(i + length - 1)) {
                hits.push(Hit { phrase: *phrase, span: Span { start: from.span.start, end: to.span.end } });
            }
            i += length;
        }
        hits
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    const LIST: [&str; 7] = ["từng bước", "nâng cao chất lượng, hiệu quả", "nâng cao", "xã hội hóa", "", "khám, chữa bệnh", "Từng Bước"];

    #[track_caller]
    fn finds(text: &str, expected: &[(usize, &str)]) {
        let units: Vec<u16> = text.encode_utf16().collect();
        let hits = Phrases::new(&LIST).find(text);
        let shown: Vec<_> = hits.iter().map(|h| (h.phrase, String::from_utf16_lossy(&units[h.span.start as usize..h.span.end as usize]))).collect();
        assert_eq!(shown.iter().map(|(i, s)| (*i, s.as_str())).collect::<Vec<_>>(), expected);
    }

    #[test]
    fn whole_words_longest_first() {
        finds("", &[]);
        finds("Từng bước một", &[(0, "Từng bước")]);
        finds("😀 TỪNG  BƯỚC nâng cao", &[(0, "TỪNG  BƯỚC"), (2, "nâng cao")]);
        finds("Nâng cao chất lượng hiệu quả", &[(1, "Nâng cao chất lượng hiệu quả")]);
        finds("nâng cao chất lượng và hiệu quả", &[(2, "nâng cao")]);
        finds("xã hội hoá giáo dục", &[(3, "xã hội hoá")]);
        finds("khám chữa bệnh", &[(5, "khám chữa bệnh")]);
        finds("“Khám, chữa bệnh”", &[(5, "Khám, chữa bệnh")]);
    }

    #[test]
    fn near_misses() {
        finds("từng", &[]);
        finds("từng bướcc", &[]);
        finds("tửng bước", &[]);
        finds("xã hội hòa", &[]);
        finds("tung buoc", &[]);
    }

    #[test]
    fn empty_and_long() {
        assert!(Phrases::new(&[] as &[&str]).find("từng bước").is_empty());
        assert_eq!(Phrases::new(&LIST).find(&"từng bước ".repeat(2_000)).len(), 2_000);
    }
}
