//! A text read once: its words with their keys, from which everything else that looks for words goes on.

use std::cell::RefCell;
use std::rc::Rc;

use super::Span;
use super::cursor::{Cursor, common_gap, pass_gap};
use super::keys::{START, Sieve, mixed};
use super::letters::{BETWEEN_DIGITS, BETWEEN_LETTERS, CAPITAL, DIGIT, Kinds, LETTER, Letter, SMALL, WORD, letter_at};
use super::seen::{Bytes, Seen, Word};
use super::syllable::ONSETS;
use super::tone::end_of_syllable;
use super::unmarked;
use crate::words;

/// A text and its words.
#[derive(Debug, Clone, Default)]
pub struct Reading<'a> {
    /// The text.
    pub text: &'a str,
    /// A syllable (“vận”), a number as written (“1.084”, “17-10”) or both together (“3700m2”), in order; punctuation is dropped.
    pub words: Rc<[Token]>,
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
    /// Behind a number, a word that makes it an amount of money; or digits and letters together: “500k”, “36 tr6”.
    pub money: bool,
    /// How many words are in capitals.
    pub capitals: usize,
    /// How many words are no more than the consonants with which syllables begin, and not in capitals: “th”, “m”. Units, or what is left of a word.
    pub onsets: usize,
    /// Vietnamese typed without any marks; its words have keys of their own.
    pub unmarked: bool,
    /// A capital letter stands alone: “Nguyễn Văn A”, “thôn X”.
    pub letter_alone: bool,
    /// A word of crosses, “xx”, or a word longer than any syllable, which may be one.
    pub crosses: bool,
    /// What stands between words, all together, as bits of [`gap`](super::letters::gap).
    pub gaps: u16,
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
    pub(super) from: u32,
    pub(super) to: u32,
}

/// Words for which room is kept; only a hostile text has more.
const ROOMY: usize = 16_384;

thread_local! {
    /// The words of the last texts, and room for those of the next one. What is read does not depend on it, only how fast.
    static ROOM: RefCell<(Seen, Vec<Token>)> = const { RefCell::new((Seen::NONE, Vec::new())) };
}

impl<'a> Reading<'a> {
    /// Reads a text, in one pass over its bytes.
    #[must_use]
    pub fn new(text: &'a str) -> Self {
        ROOM.with_borrow_mut(|(seen, words)| Self::with(text, seen, words))
    }

    fn with(text: &'a str, seen: &mut Seen, words: &mut Vec<Token>) -> Self {
        words.clear();
        let mut signs = Signs::default();
        // kept apart, where no other function writes
        let (mut capitals, mut onsets, mut marks, mut gaps) = (0, 0, 0, 0);
        let mut at = Cursor { text: text.as_bytes(), byte: 0, unit: 0 };
        loop {
            let (mut gap, length) = common_gap(at);
            let mut begin = Cursor { byte: at.byte + length as usize, unit: at.unit + length, ..at };
            let (mut word, mut first) = (seen.at(begin.text, begin.byte), None);
            if word.is_none() {
                (gap, first, begin) = pass_gap(at, &mut signs);
                word = seen.at(begin.text, begin.byte);
            }
            if let Some(last) = words.last_mut() {
                last.gap = gap;
                gaps |= gap;
            }
            let (token, own) = match (word, first) {
                (Some(word), _) => (word.at(begin), word.marks),
                (None, Some(first)) => {
                    let letters = if first.is(LETTER) { pass_letters(begin, first, seen, &mut signs) } else { None };
                    let token = letters.unwrap_or_else(|| pass_word(begin, first, &mut signs));
                    let again = token.digit && words.last().is_some_and(|last| last.digit);
                    signs.long_number |= again;
                    signs.marked_number |= again;
                    (token, marks_of(&token))
                }
                (None, None) => break,
            };
            if own != 0 {
                marks |= told(own, words.last());
                onsets += usize::from(own & ONSET != 0 && !token.capitals);
            }
            capitals += usize::from(token.capitals);
            at = Cursor { byte: token.to as usize, unit: token.span.end, ..at };
            words.push(token);
        }
        if unmarked::READ && unmarked::is(text, words) {
            signs.unmarked = true;
            let mut last: Option<Token> = None;
            for word in words.iter_mut() {
                if !word.digit {
                    word.key = unmarked::key(word.key);
                    marks |= told(marks_of(word), last.as_ref());
                }
                last = Some(*word);
            }
        }
        (signs.capitals, signs.onsets, signs.gaps) = (capitals, onsets, gaps);
        signs.percent |= marks & PERCENT != 0;
        signs.money |= marks & MONEY != 0;
        (signs.letter_alone, signs.crosses) = (marks & LETTER_ALONE != 0, marks & CROSSES != 0);
        let read = Reading { text, words: Rc::from(words.as_slice()), signs };
        if words.capacity() > ROOMY {
            *words = Vec::new();
        }
        read
    }
}

/// The keys of the words of a phrase.
#[must_use]
pub fn keys(phrase: &str) -> Vec<u64> {
    Reading::new(phrase).words.iter().map(|word| word.key).collect()
}

impl Token {
    /// It as it stands in its text.
    pub(super) fn written<'a>(&self, text: &'a str) -> &'a str {
        text.get(self.from as usize..self.to as usize).unwrap_or_default()
    }
}

impl Word {
    /// It as a word of a text.
    #[inline(always)]
    fn at(&self, place: Cursor<'_>) -> Token {
        Token {
            key: self.key,
            span: Span { start: place.unit, end: place.unit + u32::from(self.letters) },
            digit: false,
            numeric: false,
            initial: self.initial,
            capitals: self.capitals,
            gap: 0,
            from: place.byte as u32,
            to: place.byte as u32 + u32::from(self.length),
        }
    }
}

/// Passes a word that is all letters, as nearly every word is, from its first letter on; passes nothing where another stands.
/// A sound one is known again from then on.
#[inline(never)]
fn pass_letters(begin: Cursor<'_>, first: Letter, seen: &mut Seen, signs: &mut Signs) -> Option<Token> {
    let (mut byte, mut letters) = (begin.byte + first.length as usize, 1);
    let (mut before, mut last, mut odd) = (Letter::default(), first, first.is_odd_behind(Letter::default()));
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
    let end = Cursor { byte, unit: begin.unit + letters, ..begin };
    key = end_of_syllable(key, START, begin, end, before, last);
    let (initial, capitals) = (first.is(CAPITAL), letters >= 2 && !kinds.is(SMALL));
    signs.odd |= odd;
    let span = Span { start: begin.unit, end: end.unit };
    let token = Token { key, span, digit: false, numeric: false, initial, capitals, gap: 0, from: begin.byte as u32, to: byte as u32 };
    if let Some((bytes, length)) = Bytes::at(begin.text, begin.byte).filter(|(_, length)| !odd && usize::from(*length) == byte - begin.byte) {
        seen.put(Word { bytes, key, letters: letters as u8, length, initial, capitals, marks: marks_of(&token) });
    }
    Some(token)
}

/// Passes a word of any kind, from its first character on.
#[inline(never)]
fn pass_word(begin: Cursor<'_>, first: Letter, signs: &mut Signs) -> Token {
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
    key = end_of_syllable(key, start, syllable, at, before, last);
    let capitals = kinds.are_capitals();
    signs.odd |= odd;
    let length = at.byte - begin.byte;
    signs.long_number |= length >= 6 && plain_number && !kinds.have_letters() || length >= JOINED && first.is(DIGIT);
    signs.money |= kinds.have_digits() && kinds.have_letters();
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

// Marks of a word, for the signs of a text.
const PERCENT: u8 = 1;
const MONEY: u8 = 2;
const ONSET: u8 = 4;
const LETTER_ALONE: u8 = 8;
const CROSSES: u8 = 16;

/// The marks of a word.
fn marks_of(word: &Token) -> u8 {
    let length = word.span.end - word.span.start;
    let mark = |is: bool, mark: u8| if is { mark } else { 0 };
    mark(words!("trăm").contains(&word.key), PERCENT)
        | mark(AMOUNTS.passes(word.key), MONEY)
        | mark(ONSETS.contains(&word.key), ONSET)
        | mark(word.initial && length == 1, LETTER_ALONE)
        | mark(may_be_crosses(word), CROSSES)
}

/// Whether a word may be crosses for what is to be filled in, “xx”: no other word of seven letters or fewer is.
#[must_use]
pub fn may_be_crosses(word: &Token) -> bool {
    words!("xx|xxx|xxxx|xxxxx|xxxxxx|xxxxxxx").contains(&word.key) || word.span.end - word.span.start > 7
}

/// The marks that count behind another word: “đồng” is money only behind a number.
#[inline(never)] // few words have marks
fn told(marks: u8, last: Option<&Token>) -> u8 {
    if marks & MONEY != 0 && !last.is_some_and(|last| last.numeric) { marks & !MONEY } else { marks }
}

/// Numbers of telephones joined by a slash have as many bytes, or more.
const JOINED: usize = 20;

/// The words that make a number an amount of money, or a multiple of it.
static AMOUNTS: Sieve = Sieve::new(&[words!("đồng|đ|vnđ|vnd|chục|trăm|nghìn|ngàn|k|vạn|triệu|trieu|tr|tỷ|tỉ")]);

#[cfg(test)]
mod tests {
    use super::*;
    use crate::text::fold::soft;

    #[track_caller]
    fn splits(text: &str, expected: &[&str]) {
        let reading = Reading::new(text);
        assert_eq!(reading.words.iter().map(|word| reading.word(word)).collect::<Vec<_>>(), expected);
        let units: Vec<u16> = text.encode_utf16().collect();
        for word in reading.words.iter() {
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
            ("xoã", "xõa"),
        ] {
            assert_eq!(keys(one) == keys(other), soft(one) == soft(other), "{one} {other}");
        }
    }

    #[test]
    fn a_word_known_again_is_read_as_at_first() {
        let ends = [
            "", " ", "  ", ", ", ". ", "; ", ") ", "…", "\u{A0}", "\n", "\t", "'", "’", "'a", "2", "²", "-", "-2", "?", "@", "\u{301}", "”", "漢", "\u{7F}",
            "\0",
        ];
        let words = "a|đ|UBND|trăm|đồng|tr|hòa|hoà|người|trường|Nghiêng|NGHIÊNG|dddddddd|ddddddddd|ddddddddddddddd|dddddddddddddddd|ƒa|Ãa|m²|漢";
        let mut warm = Seen::NONE;
        for word in words.split('|') {
            for end in ends {
                let text = [word, end, word, end, "xã ", word].concat();
                let first = Reading::with(&text, &mut { Seen::NONE }, &mut Vec::new());
                for _ in 0..2 {
                    let again = Reading::with(&text, &mut warm, &mut Vec::new());
                    assert_eq!((&again.words, again.signs), (&first.words, first.signs), "{text:?}");
                }
                // a text of one word knows none yet
                let alone = Reading::with(word, &mut { Seen::NONE }, &mut Vec::new());
                assert_eq!(first.words.last().map(|last| last.key), alone.words.last().map(|last| last.key), "{text:?}");
            }
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
