//! What stands where in a text that was read: words, what is between them, and any stretch of it.

use super::Span;
use super::reading::{Reading, Token};

impl<'a> Reading<'a> {
    /// A word as it stands in the text.
    #[must_use]
    pub fn word(&self, token: &Token) -> &'a str {
        token.written(self.text)
    }

    /// What stands between a word and the next one; after the last, the rest of the text.
    #[must_use]
    pub fn gap(&self, at: usize) -> &'a str {
        let from = self.words.get(at).map_or(0, |word| word.to as usize);
        let to = self.words.get(at + 1).map_or(self.text.len(), |word| word.from as usize);
        self.text.get(from..to).unwrap_or_default()
    }

    /// From the first of some words to the last.
    #[must_use]
    pub fn span(&self, first: usize, last: usize) -> Span {
        let start = self.words.get(first).map_or(0, |word| word.span.start);
        Span { start, end: self.words.get(last).map_or(start, |word| word.span.end) }
    }

    /// The text at a span, wherever it begins and ends; found from the word before it on.
    #[must_use]
    pub fn slice(&self, span: Span) -> &'a str {
        let word = self.words.partition_point(|word| word.span.start <= span.start).checked_sub(1).and_then(|last| self.words.get(last));
        let (byte, mut unit) = word.map_or((0, 0), |word| (word.from as usize, word.span.start));
        let rest = self.text.get(byte..).unwrap_or_default();
        let mut chars = rest.char_indices();
        let mut place = |until: u32| {
            while unit < until {
                let (_, c) = chars.next()?;
                unit += c.len_utf16() as u32;
            }
            Some(chars.offset())
        };
        let from = place(span.start).unwrap_or(rest.len());
        let to = place(span.end).unwrap_or(rest.len());
        rest.get(from..to).unwrap_or_default()
    }

    /// The words of a span, as they stand in the text.
    #[must_use]
    pub fn quote(&self, span: Span) -> &'a str {
        let from = self.words.partition_point(|word| word.span.start < span.start);
        let to = self.words.partition_point(|word| word.span.end <= span.end);
        match (self.words.get(from), to.checked_sub(1).and_then(|last| self.words.get(last))) {
            (Some(first), Some(last)) => self.text.get(first.from as usize..last.to as usize).unwrap_or_default(),
            _ => "",
        }
    }
}
