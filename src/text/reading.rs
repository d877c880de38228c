//! A text read once: its words with their keys, from which everything else that looks for words goes on.

use super::Span;
use super::fold::old_placement;
use super::keys::{START, Sieve, mixed};
use super::letters::{BETWEEN_DIGITS, BETWEEN_LETTERS, CAPITAL, DIGIT, Kinds, LETTER, Letter, SMALL, WORD, gap, letter_at};
use crate::words;

/// A text and its words.
#[derive(Debug, Clone, Default)]
pub struct Reading<'a> {
    /// The text.
    pub text: &'a str,
    /// A syllable (“vận”), a number as written (“1.084”, “17-10”) or both together (“3700m2”), in order; punctuation is dropped.
    pub words: Vec<Token>,
    /// What else was seen on the way.
    pub signs: Signs,
}

/// What a text has at all: most of what is looked for needs not be looked for where its sign is missing.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq)]
pub struct Signs {
    /// A per cent sign stands in it, or the word for one.
    pub percent: bool,
    /// A number of six bytes or more without commas, slashes and letters, numbers behind each other, or a very long one of any marks.
    pub long_number: bool,
    /// A number with marks inside, or numbers behind each other: “15/3/2026”, “22 - 11”.
    pub marked_number: bool,
    /// A character that sound Vietnamese may not have where it stands.
    pub odd: bool,
    /// A word that makes a number an amount of money, or a number with letters: “500k”, “19đ”.
    pub money: bool,
    /// How many words are in capitals.
    pub capitals: usize,
}

/// A word of a text.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Token {
    /// Equal for words that differ only in case and placement of the tone mark.
    pub key: u64,
    /// Where it stands, in UTF-16 code units.
    pub span: Span,
    /// Begins with a digit.
    pub digit: bool,
    /// Has a digit.
    pub numeric: bool,
    /// Begins with a capital letter.
    pub initial: bool,
    /// Has two letters or more, all of them capital.
    pub capitals: bool,
    /// What stands between it and the next word, as bits of [`gap`](super::letters::gap).
    pub gap: u16,
    /// Where it stands, in bytes.
    from: u32,
    to: u32,
}

/// How far a text is read.
#[derive(Clone, Copy)]
struct Place<'a> {
    text: &'a [u8],
    byte: usize,
    /// UTF-16 code units.
    unit: u32,
}

impl<'a> Place<'a> {
    #[inline(always)]
    fn letter(self) -> Option<Letter> {
        letter_at(self.text, self.byte)
    }
    #[inline(always)]
    fn behind(self, letter: Letter) -> Self {
        Place { byte: self.byte + letter.length as usize, unit: self.unit + letter.units(), ..self }
    }
    /// The byte here.
    fn byte(self) -> u8 {
        self.text.get(self.byte).copied().unwrap_or_default()
    }
    /// Whether the mark here stands between two of a kind.
    fn is_between(self, before: Letter, mark: Letter, kind: u32) -> bool {
        before.is(kind) && self.behind(mark).letter().is_some_and(|after| after.is(kind))
    }
}

impl<'a> Reading<'a> {
    /// Reads a text, in one pass over its bytes.
    #[must_use]
    pub fn new(text: &'a str) -> Self {
        // a word of Vietnamese has five bytes and more, with its blank
        let mut words: Vec<Token> = Vec::with_capacity(text.len() / 5 + 2);
        let mut signs = Signs::default();
        let mut at = Place { text: text.as_bytes(), byte: 0, unit: 0 };
        loop {
            let (gap, next) = pass_blank(&mut at).unwrap_or_else(|| pass_gap(&mut at, &mut signs));
            if let Some(last) = words.last_mut() {
                last.gap = gap;
            }
            let Some(first) = next else { break };
            let letters = if first.is(LETTER) { pass_letters(&mut at, first, &mut signs) } else { None };
            let token = letters.unwrap_or_else(|| pass_word(&mut at, first, &mut signs));
            if token.digit {
                let again = words.last().is_some_and(|last| last.digit);
                signs.long_number |= again;
                signs.marked_number |= again;
            }
            words.push(token);
        }
        Reading { text, words, signs }
    }

    /// A word as it stands in the text.
    #[must_use]
    pub fn word(&self, token: &Token) -> &'a str {
        self.text.get(token.from as usize..token.to as usize).unwrap_or_default()
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

/// The keys of the words of a phrase.
#[must_use]
pub fn keys(phrase: &str) -> Vec<u64> {
    Reading::new(phrase).words.iter().map(|word| word.key).collect()
}

/// Passes one space before a letter, which is what stands between nearly all words.
#[inline(always)]
fn pass_blank(place: &mut Place<'_>) -> Option<(u16, Option<Letter>)> {
    if place.byte() != b' ' {
        return None;
    }
    let behind = Place { byte: place.byte + 1, unit: place.unit + 1, ..*place };
    let next = behind.letter().filter(|letter| letter.is(LETTER) && !letter.is_odd_behind(Letter::default()))?;
    *place = behind;
    Some((gap::SPACE, Some(next)))
}

/// Passes what stands between two words; gives its bits and the first letter of the next word.
#[inline(always)]
fn pass_gap(place: &mut Place<'_>, signs: &mut Signs) -> (u16, Option<Letter>) {
    let mut at = *place;
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
        between |= bit;
        if bit == gap::OTHER && at.byte() == b'%' {
            signs.percent = true;
        }
        at = at.behind(letter);
    };
    signs.odd |= odd;
    *place = at;
    (between, next)
}

/// Passes a word that is all letters, as nearly every word is, from its first letter on; passes nothing where another stands.
#[inline(always)]
fn pass_letters(place: &mut Place<'_>, first: Letter, signs: &mut Signs) -> Option<Token> {
    let begin = *place;
    let (mut byte, mut letters) = (begin.byte + first.length as usize, 1);
    let (mut before, mut last, mut odd) = (Letter::default(), first, false);
    let (mut key, mut kinds) = (mixed(START, first.low()), first);
    while let Some(letter) = letter_at(begin.text, byte) {
        odd |= letter.is_odd_behind(last);
        if !letter.is(LETTER) {
            if letter.is(WORD | BETWEEN_LETTERS) {
                return None;
            }
            break;
        }
        key = mixed(key, letter.low());
        kinds = kinds.with(letter);
        (before, last) = (last, letter);
        byte += letter.length as usize;
        letters += 1;
    }
    // Latin letters are one unit each
    let end = Place { byte, unit: begin.unit + letters, ..begin };
    key = end_of_syllable(key, START, begin, end, before, last);
    *place = end;
    let capitals = letters >= 2 && !kinds.is(SMALL);
    signs.odd |= odd;
    signs.capitals += usize::from(capitals);
    signs.percent |= words!("trăm").contains(&key);
    signs.money |= MONEY.passes(key);
    let span = Span { start: begin.unit, end: end.unit };
    Some(Token { key, span, digit: false, numeric: false, initial: first.is(CAPITAL), capitals, gap: 0, from: begin.byte as u32, to: byte as u32 })
}

/// Passes a word of any kind, from its first character on.
#[inline(never)]
fn pass_word(place: &mut Place<'_>, first: Letter, signs: &mut Signs) -> Token {
    let begin = *place;
    let (mut at, mut kinds, mut odd) = (begin.behind(first), Kinds::default(), false);
    kinds.add(first);
    // Where the syllable begins, and what its last two letters are: a tone mark on them may have to move.
    let (mut syllable, mut start, mut last, mut before) = (begin, START, first, Letter::default());
    let mut key = mixed(START, first.low());
    let mut plain_number = first.is(DIGIT);
    while let Some(letter) = at.letter() {
        odd |= letter.is_odd_behind(last);
        let mut code = letter.low();
        if !letter.is(LETTER) {
            if letter.is(BETWEEN_DIGITS) && at.is_between(last, letter, DIGIT) {
                signs.marked_number = true;
                code = u32::from(at.byte());
                plain_number &= !matches!(at.byte(), b',' | b'/');
            } else if letter.is(BETWEEN_LETTERS) && at.is_between(last, letter, LETTER) {
                code = u32::from(b'\'');
            } else if !letter.is(WORD) {
                break;
            }
            key = end_of_syllable(key, start, syllable, at, before, last);
            (syllable, start) = (at.behind(letter), mixed(key, code));
        }
        key = mixed(key, code);
        kinds.add(letter);
        (before, last) = (last, letter);
        at = at.behind(letter);
    }
    *place = at;
    key = end_of_syllable(key, start, syllable, at, before, last);
    let capitals = kinds.are_capitals();
    signs.odd |= odd;
    signs.capitals += usize::from(capitals);
    signs.percent |= words!("trăm").contains(&key);
    let length = at.byte - begin.byte;
    signs.long_number |= length >= 6 && plain_number && !kinds.have_letters() || length >= JOINED && first.is(DIGIT);
    signs.money |= MONEY.passes(key) || first.is(DIGIT) && kinds.have_letters();
    let span = Span { start: begin.unit, end: at.unit };
    Token {
        key,
        span,
        digit: first.is(DIGIT),
        numeric: kinds.have_digits(),
        initial: first.is(CAPITAL),
        capitals,
        gap: 0,
        from: begin.byte as u32,
        to: at.byte as u32,
    }
}

/// Numbers of telephones joined by a slash have as many bytes, or more.
const JOINED: usize = 20;

/// The words that make a number an amount of money, or a multiple of it.
static MONEY: Sieve = Sieve::new(&[words!("đồng|đ|vnđ|vnd|chục|trăm|nghìn|ngàn|k|vạn|triệu|trieu|tr|tỷ|tỉ")]);

/// The key at the end of a syllable: that of the old way to place the tone mark.
#[inline(always)]
fn end_of_syllable(key: u64, start: u64, begin: Place<'_>, end: Place<'_>, vowel: Letter, last: Letter) -> u64 {
    // à á è é ý ạ to ỹ behind o and u
    let toned = matches!(vowel.low(), 0x6F | 0x75) && matches!(last.low(), 0xE0 | 0xE1 | 0xE8 | 0xE9 | 0xFD | 0x1EA1..=0x1EF9);
    if toned { moved_tone(start, begin, end).unwrap_or(key) } else { key }
}

/// The key of a syllable with its tone mark on the first of its last two letters; `start` is the key before it.
#[cold]
fn moved_tone(start: u64, begin: Place<'_>, end: Place<'_>) -> Option<u64> {
    let (mut keys, mut last, mut at) = ([start; 3], [0; 3], begin);
    while at.byte < end.byte {
        let letter = at.letter()?;
        let ([_, one, two], [_, second, third]) = (keys, last);
        (keys, last) = ([one, two, mixed(two, letter.low())], [second, third, letter.low()]);
        at = at.behind(letter);
    }
    let pair = old_placement(&last.map(|code| char::from_u32(code).unwrap_or_default()), 2)?;
    let [start, ..] = keys;
    Some(pair.iter().fold(start, |key, c| mixed(key, u32::from(*c))))
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::text::fold::soft;

    #[track_caller]
    fn splits(text: &str, expected: &[&str]) {
        let reading = Reading::new(text);
        assert_eq!(reading.words.iter().map(|word| reading.word(word)).collect::<Vec<_>>(), expected);
        let units: Vec<u16> = text.encode_utf16().collect();
        for word in &reading.words {
            assert_eq!(String::from_utf16_lossy(&units[word.span.start as usize..word.span.end as usize]), reading.word(word));
        }
    }

    #[test]
    fn words_of_a_text() {
        splits("", &[]);
        splits(" …!? 😀", &[]);
        splits("Vận động 1.084 hộ, 36,6 triệu.", &["Vận", "động", "1.084", "hộ", "36,6", "triệu"]);
        splits("17-10; 15/3/2026; 3700m2 1.647m²", &["17-10", "15/3/2026", "3700m2", "1.647m²"]);
        splits("Chỉ thị 35-CT/TU", &["Chỉ", "thị", "35", "CT", "TU"]);
        splits("trải nghiệm-Thái An", &["trải", "nghiệm", "Thái", "An"]);
        splits("K’Ho ‘nhà’ Ea H'leo", &["K’Ho", "nhà", "Ea", "H'leo"]);
        splits("😀a😀 b", &["a", "b"]);
        splits("5, 6.", &["5", "6"]);
        splits("ơ\u{306}i 漢字 Привет", &["ơ\u{306}i", "漢字", "Привет"]);
    }

    #[test]
    fn keys_are_those_of_the_soft_fold() {
        for (one, other) in [
            ("HÒA", "hoà"),
            ("thủy", "Thuỷ"),
            ("K’Ho", "k'ho"),
            ("qúy", "quý"),
            ("Hóa", "hoa"),
            ("toàn", "tòan"),
            ("hoà2", "hòa2"),
            ("K’hoà", "k'hòa"),
            ("oà", "òa"),
        ] {
            assert_eq!(keys(one) == keys(other), soft(one) == soft(other), "{one} {other}");
        }
    }

    #[test]
    fn capitals_and_digits() {
        let shown = |text: &str| -> Vec<(bool, bool, bool)> { Reading::new(text).words.iter().map(|word| (word.digit, word.initial, word.capitals)).collect() };
        assert_eq!(
            shown("UBND xã Đắk 3700m2 A K’HO"),
            [(false, true, true), (false, false, false), (false, true, false), (true, false, false), (false, true, false), (false, true, true)]
        );
    }

    #[test]
    fn stretches() {
        let reading = Reading::new("Họp dân, bàn bạc rồi làm.");
        assert_eq!(reading.quote(reading.span(1, 3)), "dân, bàn bạc");
        assert_eq!((reading.gap(1), reading.gap(5)), (", ", "."));
        assert_eq!(Reading::new(&"9.".repeat(20_000)).words.len(), 1);
    }
}
