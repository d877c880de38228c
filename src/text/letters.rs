//! What the scanner of texts knows of each character: one table for Latin and Vietnamese, a rule for the rest.
//!
//! A text is read byte by byte: the table tells at once whether a character goes on a word, which lower-case letter it is, and what it means between words.

use super::fold::{digit, is_letter, is_mark, lower};

/// A character of a text.
#[derive(Clone, Copy, Default)]
pub(super) struct Letter {
    /// Kinds in the high half. In the low half: of what stands in words, the code of its lower case; of the rest, its bit of [`Gap`].
    entry: u32,
    /// Bytes.
    pub(super) length: u32,
}

// Kinds.
/// Stands in words.
pub(super) const WORD: u32 = 1 << 16;
/// A Latin letter.
pub(super) const LETTER: u32 = 1 << 17;
/// A capital Latin letter.
pub(super) const CAPITAL: u32 = 1 << CAPITAL_BIT;
const CAPITAL_BIT: u32 = 18;
/// A digit.
pub(super) const DIGIT: u32 = 1 << 19;
/// Stands in a word between two digits: “1.084”, “17-10”.
pub(super) const BETWEEN_DIGITS: u32 = 1 << 20;
/// Stands in a word between two letters: “K’Ho”.
pub(super) const BETWEEN_LETTERS: u32 = 1 << 21;
/// Sound Vietnamese has none of it.
const ODD: u32 = 1 << 22;
/// Sound Vietnamese has it, but not behind every letter.
const WATCHED: u32 = 1 << 23;
/// A Latin letter that is no capital.
pub(super) const SMALL: u32 = 1 << 24;

/// The kinds of several characters together.
#[derive(Clone, Copy, Default)]
pub(super) struct Kinds {
    any: u32,
    capitals: u32,
}

impl Kinds {
    #[inline(always)]
    pub(super) fn add(&mut self, letter: Letter) {
        self.any |= letter.entry;
        self.capitals += letter.entry >> CAPITAL_BIT & 1;
    }
    /// Some digit.
    pub(super) fn have_digits(self) -> bool {
        self.any & DIGIT != 0
    }
    /// Some letter.
    pub(super) fn have_letters(self) -> bool {
        self.any & LETTER != 0
    }
    /// Two letters or more, all of them capital.
    pub(super) fn are_capitals(self) -> bool {
        self.capitals >= 2 && self.any & SMALL == 0
    }
}

impl Letter {
    /// Whether it is of one of some kinds.
    #[inline(always)]
    pub(super) fn is(self, kinds: u32) -> bool {
        self.entry & kinds != 0
    }
    /// Of the kinds of both.
    #[inline(always)]
    pub(super) fn with(self, other: Letter) -> Self {
        Letter { entry: self.entry | other.entry, length: self.length }
    }
    /// The code of its lower case, when it stands in a word.
    #[inline(always)]
    pub(super) fn low(self) -> u32 {
        self.entry & 0xFFFF
    }
    /// What it means between words.
    #[inline(always)]
    pub(super) fn gap(self) -> u16 {
        self.entry as u16
    }
    /// UTF-16 code units.
    #[inline(always)]
    pub(super) fn units(self) -> u32 {
        1 + (self.length >> 2)
    }
    /// Whether it is one that sound Vietnamese may not have behind another; “no” is certain, “yes” is not.
    #[inline(always)]
    pub(super) fn is_odd_behind(self, before: Letter) -> bool {
        self.is(ODD | WATCHED) && self.is_certainly_odd(before)
    }
    fn is_certainly_odd(self, before: Letter) -> bool {
        // à behind a, but ê behind i: what TCVN3, VNI and misread UTF-8 leave behind
        let pair = match char::from_u32(before.low()) {
            Some('a' | 'e') => true,
            Some('o') => matches!(self.low(), 0xE2 | 0xEA | 0xF5 | 0xF9),
            Some('i') => self.low() == 0xE2,
            Some('u' | 'y' | 'ô') => matches!(self.low(), 0xF5 | 0xF9),
            _ => false,
        };
        let shouted = before.is(SMALL) && before.low() < 0x80;
        self.is(ODD) || before.is(LETTER) && if self.is(CAPITAL) { shouted } else { pair }
    }
}

/// What stands between two words, as bits: enough to tell where sentences, clauses and names end without looking at the text again.
pub mod gap {
    /// A space.
    pub const SPACE: u16 = 1;
    /// A tab.
    pub const TAB: u16 = 1 << 1;
    /// A no-break space.
    pub const NO_BREAK: u16 = 1 << 2;
    /// `,`
    pub const COMMA: u16 = 1 << 3;
    /// `;`
    pub const SEMICOLON: u16 = 1 << 4;
    /// `:`
    pub const COLON: u16 = 1 << 5;
    /// `.`
    pub const STOP: u16 = 1 << 6;
    /// `…`, and `..`
    pub const ELLIPSIS: u16 = 1 << 7;
    /// Line feed.
    pub const LINE: u16 = 1 << 8;
    /// Carriage return.
    pub const RETURN: u16 = 1 << 9;
    /// `!`, `?`
    pub const CALL: u16 = 1 << 10;
    /// `(`
    pub const BRACKET: u16 = 1 << 11;
    /// Anything else.
    pub const OTHER: u16 = 1 << 12;
    /// A stop or ellipsis with a space behind it.
    pub const STOPPED: u16 = 1 << 13;
}

const LATIN: usize = 0x250;
const EXTENDED: usize = 0x1E00;

/// Latin letters to U+024F, then those of U+1E00 to U+1EFF.
static TABLE: [u32; LATIN + 0x100] = table();

#[expect(clippy::indexing_slicing, reason = "at compile time, where a slip does not compile")]
const fn table() -> [u32; LATIN + 0x100] {
    let mut table = [0; LATIN + 0x100];
    let mut at = 0;
    while at < table.len() {
        let code = if at < LATIN { at } else { at - LATIN + EXTENDED };
        if let Some(c) = char::from_u32(code as u32) {
            table[at] = entry(c);
        }
        at += 1;
    }
    table
}

/// The character at a place of a text, given as the bytes of valid UTF-8; none at the end.
#[inline(always)]
pub(super) fn letter_at(text: &[u8], at: usize) -> Option<Letter> {
    let tail = |behind: usize| usize::from(text.get(at + behind).copied().unwrap_or_default());
    let first = *text.get(at)?;
    let (place, length) = match first {
        ..0x80 => (usize::from(first), 1),
        0xE1 if tail(1) & !3 == 0xB8 => (LATIN + ((tail(1) & 3) << 6 | tail(2) & 0x3F), 3),
        0xC2..=0xC8 => (usize::from(first & 0x1F) << 6 | tail(1) & 0x3F, 2),
        _ => return text.get(at..).map(rare_letter),
    };
    Some(Letter { entry: TABLE.get(place).copied().unwrap_or_default(), length })
}

/// A character that the table does not know.
#[cold]
fn rare_letter(rest: &[u8]) -> Letter {
    let tail = |byte: &u8| u32::from(byte & 0x3F);
    let (code, length) = match rest {
        [one @ 0xF0..=0xFF, two, three, four, ..] => (u32::from(one & 7) << 18 | tail(two) << 12 | tail(three) << 6 | tail(four), 4),
        [one @ 0xE0..=0xFF, two, three, ..] => (u32::from(one & 15) << 12 | tail(two) << 6 | tail(three), 3),
        [one, two, ..] => (u32::from(one & 31) << 6 | tail(two), 2),
        [] | [_] => (0, 1),
    };
    Letter { entry: entry(char::from_u32(code).unwrap_or_default()), length }
}

const fn entry(c: char) -> u32 {
    let odd = match c {
        ' '..='>' | '@'..='~' | '\n' | '\r' | '\t' | '\u{A0}' | '²' | '³' | '\u{2000}'..='\u{203F}' => 0,
        'À'..='Ã' | 'È'..='Ê' | 'Ì' | 'Í' | 'Ò'..='Õ' | 'Ù' | 'Ú' | 'Ý' | 'à'..='ã' | 'è'..='ê' | 'ì' | 'í' | 'ò'..='õ' | 'ù' | 'ú' | 'ý' => {
            WATCHED
        }
        // ƒ of CP1252; letters of other languages whose last byte is that of ô
        'ƒ' | 'Ĵ' | 'Ŵ' | 'ƴ' | 'Ǵ' | 'ȴ' => ODD,
        '\u{100}'..='\u{23F}' | '\u{1E00}'..='\u{1EFF}' => 0,
        _ => ODD,
    };
    let low = lower(c) as u32;
    if is_letter(c) {
        return odd | WORD | LETTER | low | if low == c as u32 { SMALL } else { CAPITAL };
    }
    if digit(c).is_some() {
        return odd | WORD | DIGIT | low;
    }
    if is_word(c) {
        return odd | WORD | low;
    }
    let joins = match c {
        ',' | '.' | '-' | '/' => BETWEEN_DIGITS,
        '\'' | '’' | 'ʼ' => BETWEEN_LETTERS,
        _ => 0,
    };
    odd | joins | mark_of(c) as u32
}

/// What a character that stands in no word means between words.
pub(super) const fn mark_of(c: char) -> u16 {
    match c {
        ' ' => gap::SPACE,
        '\t' => gap::TAB,
        '\u{A0}' => gap::NO_BREAK,
        ',' => gap::COMMA,
        '.' => gap::STOP,
        ';' => gap::SEMICOLON,
        ':' => gap::COLON,
        '…' => gap::ELLIPSIS,
        '\n' => gap::LINE,
        '\r' => gap::RETURN,
        '!' | '?' => gap::CALL,
        '(' => gap::BRACKET,
        _ => gap::OTHER,
    }
}

/// Letters of any script that has words, digits, marks, ² and ³; not punctuation, symbols, emoji.
pub(super) const fn is_word(c: char) -> bool {
    is_letter(c)
        || digit(c).is_some()
        || is_mark(c)
        || matches!(c, '²' | '³' | '\u{370}'..='\u{1FFF}' | '\u{2C00}'..='\u{2DFF}' | '\u{3040}'..='\u{D7FF}' | '\u{F900}'..='\u{FAFF}')
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_table_says_what_the_rule_says() {
        for c in '\0'..=char::MAX {
            let mut room = [0; 4];
            let letter = letter_at(c.encode_utf8(&mut room).as_bytes(), 0).unwrap();
            assert_eq!((letter.entry, letter.length as usize, letter.units() as usize), (entry(c), c.len_utf8(), c.len_utf16()), "{c:?}");
            assert!(!letter.is(WORD) || letter.low() == lower(c) as u32, "{c:?}");
        }
        assert!(letter_at(b"", 0).is_none());
    }
}
