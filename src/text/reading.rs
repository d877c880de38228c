//! A text read once: its words with their keys, from which everything else that looks for words goes on.

use super::Span;
use super::fold::{digit, is_letter, is_mark, lower, old_placement};
use crate::words;

/// A text and its words.
#[derive(Debug, Clone, Default)]
pub struct Reading<'a> {
    /// The text.
    pub text: &'a str,
    /// A syllable (“vận”), a number as written (“1.084”, “17-10”) or both together (“3700m2”), in order; punctuation is dropped.
    pub words: Vec<Token>,
    /// A per cent sign stands in it, or the word for one.
    pub percent: bool,
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
    /// Begins with a capital letter.
    pub initial: bool,
    /// Has two letters or more, all of them capital.
    pub capitals: bool,
    /// Where it stands, in bytes.
    from: u32,
    to: u32,
}

impl<'a> Reading<'a> {
    /// Reads a text.
    #[must_use]
    pub fn new(text: &'a str) -> Self {
        let mut words = Vec::with_capacity(text.len() / 5 + 1);
        let mut letters = Letters::default();
        let mut open: Option<(u32, u32)> = None;
        let mut before = '\0';
        let mut units = 0;
        for (at, c) in text.char_indices() {
            let inside = is_word(c) || (open.is_some() && may_join(c) && joins(before, c, text.get(at + c.len_utf8()..).and_then(|rest| rest.chars().next())));
            match (open, inside) {
                (None, true) => {
                    open = Some((at as u32, units));
                    letters = Letters::default();
                    letters.add(c);
                }
                (Some(_), true) => letters.add(c),
                (Some((from, start)), false) => {
                    words.push(letters.token(Span { start, end: units }, from, at as u32));
                    open = None;
                }
                (None, false) => {}
            }
            units += c.len_utf16() as u32;
            before = c;
        }
        if let Some((from, start)) = open {
            words.push(letters.token(Span { start, end: units }, from, text.len() as u32));
        }
        let percent = text.as_bytes().contains(&b'%') || words.iter().any(|word| words!("trăm").contains(&word.key));
        Reading { text, words, percent }
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

/// The letters of one word, until its end is known: its key so far, and as it was before the last two letters, whose tone mark may have to move.
struct Letters {
    key: u64,
    before: [u64; 2],
    last: [char; 3],
    digit: bool,
    initial: bool,
    small: u32,
    capital: u32,
}

impl Default for Letters {
    fn default() -> Self {
        Letters { key: START, before: [START; 2], last: ['\0'; 3], digit: false, initial: false, small: 0, capital: 0 }
    }
}

impl Letters {
    fn add(&mut self, c: char) {
        let first = self.last == ['\0'; 3];
        let low = match c {
            'a'..='z' | '0'..='9' => c,
            'A'..='Z' => c.to_ascii_lowercase(),
            '’' | '‘' | 'ʼ' => '\'',
            c => lower(c),
        };
        if is_letter(c) {
            if low == c {
                self.small += 1;
            } else {
                self.capital += 1;
            }
        } else {
            self.place_tone();
            self.digit |= first && digit(c).is_some();
        }
        self.initial |= first && self.capital == 1;
        let ([_, last], [_, two, three]) = (self.before, self.last);
        self.before = [last, self.key];
        self.last = [two, three, low];
        self.key = mixed(self.key, u32::from(low));
    }
    /// At the end of a syllable, the key is that of the old way to place the tone mark.
    fn place_tone(&mut self) {
        if let [.., 'à' | 'á' | 'è' | 'é' | 'ý' | 'ạ'..='ỹ'] = self.last
            && let Some(pair) = old_placement(&self.last, 2)
        {
            let [start, _] = self.before;
            self.key = pair.iter().fold(start, |key, c| mixed(key, u32::from(*c)));
        }
    }
    fn token(&mut self, span: Span, from: u32, to: u32) -> Token {
        self.place_tone();
        Token { key: self.key, span, digit: self.digit, initial: self.initial, capitals: self.capital >= 2 && self.small == 0, from, to }
    }
}

const START: u64 = 0xCBF2_9CE4_8422_2325;

const fn mixed(hash: u64, c: u32) -> u64 {
    (hash ^ c as u64).wrapping_mul(0x0100_0000_01B3).rotate_left(23)
}

/// The keys of lower-case words between bars, taken by the compiler: `words!("tổ|nhóm")`. Of two ways to place a tone mark, the old one must be there (hòa, not hoà).
#[macro_export]
macro_rules! words {
    ($words:expr) => {{
        const WORDS: &str = $words;
        const KEYS: [u64; $crate::text::reading::count(WORDS)] = $crate::text::reading::set(WORDS);
        &KEYS
    }};
}

/// How many words stand between bars.
#[must_use]
pub const fn count(words: &str) -> usize {
    let mut bytes = words.as_bytes();
    let mut bars = 1;
    while let [first, rest @ ..] = bytes {
        bars += (*first == b'|') as usize;
        bytes = rest;
    }
    bars
}

/// The keys of the words between bars; for [`words!`](crate::words).
#[must_use]
#[expect(clippy::indexing_slicing, reason = "at compile time, where iterators cannot run and a slip does not compile")]
pub const fn set<const N: usize>(words: &str) -> [u64; N] {
    let mut keys = [START; N];
    let mut at = 0;
    let mut bytes = words.as_bytes();
    while let [first, rest @ ..] = bytes {
        bytes = rest;
        if *first == b'|' {
            at += 1;
            continue;
        }
        let (mut c, more) = match *first {
            0..0x80 => (*first as u32, 0),
            0x80..0xE0 => (*first as u32 & 0x1F, 1),
            0xE0..0xF0 => (*first as u32 & 0x0F, 2),
            0xF0.. => (*first as u32 & 0x07, 3),
        };
        let mut left = more;
        while left > 0 {
            if let [next, rest @ ..] = bytes {
                c = c << 6 | (*next as u32 & 0x3F);
                bytes = rest;
            }
            left -= 1;
        }
        keys[at] = mixed(keys[at], c);
    }
    keys
}

/// Letters of any script that has words, digits, marks, ² and ³; not punctuation, symbols, emoji.
pub(super) fn is_word(c: char) -> bool {
    is_letter(c)
        || digit(c).is_some()
        || is_mark(c)
        || matches!(c, '²' | '³' | '\u{370}'..='\u{1FFF}' | '\u{2C00}'..='\u{2DFF}' | '\u{3040}'..='\u{D7FF}' | '\u{F900}'..='\u{FAFF}')
}

/// Whether a character can stand inside a word at all, where it is none itself.
fn may_join(c: char) -> bool {
    matches!(c, '.' | ',' | '-' | '/' | '\'' | '’' | 'ʼ')
}

/// Punctuation inside a word: between two digits, or an apostrophe between two letters.
fn joins(before: char, c: char, after: Option<char>) -> bool {
    let between = |test: fn(char) -> bool| test(before) && after.is_some_and(test);
    match c {
        '.' | ',' | '-' | '/' => between(|c| digit(c).is_some()),
        '\'' | '’' | 'ʼ' => between(is_letter),
        _ => false,
    }
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
    fn sets_have_the_keys_of_their_words() {
        const WORDS: &str = "tổ|khu|m²|hòa|x|đặc";
        assert_eq!(set::<{ count(WORDS) }>(WORDS).to_vec(), keys(&WORDS.replace('|', " ")));
        assert_eq!(words!("Tổ").len(), 1);
        assert!(words!("tổ|nhóm").contains(&keys("TỔ")[0]) && !words!("tổ|nhóm").contains(&keys("to")[0]));
    }

    /// A word that is written in the other way to place its tone mark would never be found.
    #[test]
    fn sets_are_written_as_keys_are() {
        fn files(folder: &std::path::Path, all: &mut Vec<std::path::PathBuf>) {
            for entry in std::fs::read_dir(folder).unwrap() {
                let path = entry.unwrap().path();
                if path.is_dir() { files(&path, all) } else { all.push(path) }
            }
        }
        let mut all = Vec::new();
        files(std::path::Path::new("src/criteria"), &mut all);
        let (mut sets, mut odd) = (0, Vec::new());
        for path in all {
            let source = std::fs::read_to_string(&path).unwrap();
            for tail in source.split("words!(\"").skip(1) {
                let set: Vec<&str> = tail.split('"').next().unwrap().split('|').map(|word| word.trim_start_matches(['\\', '\n', ' '])).collect();
                sets += 1;
                odd.extend(set.iter().filter(|word| !set.contains(&soft(word).as_str())).map(|word| format!("{}: {word}", path.display())));
            }
        }
        assert!(sets > 50 && odd.is_empty(), "{sets} sets, {odd:#?}");
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
