//! Reads JSON text that is sound, into a tree whose room is used again: record after record, hardly anything is asked of the memory.
//!
//! What this reader doubts (a mistake, a limit, a number that is not short, a pair of surrogates) it leaves to [`read`](super::read), which tells what is
//! wrong and where. A test keeps the two together.

use super::{Json, Limits, Members};
use crate::ahead::{are_equal, before};

/// What was read.
pub(super) struct Sound {
    /// Every text is plain: printable ASCII, tabs and line feeds, Latin and Vietnamese letters, ² ³, quotes and dashes, no blank at the ends.
    pub(super) plain: bool,
}

/// Reads text into a tree; `None` when anything is in doubt, and then the tree holds nothing of use.
pub(super) fn read_sound(text: &str, limits: Limits, tree: &mut Json) -> Option<Sound> {
    let mut reader = SoundReader { text, at: 0, left: limits.members, plain: true };
    reader.value(tree, limits.depth.min(100))?;
    reader.pass_space();
    (reader.at == text.len()).then_some(Sound { plain: reader.plain })
}

/// Objects with more members are left to the other reader, which finds a name that stands twice in less than quadratic time.
const MEMBERS: usize = 48;

struct SoundReader<'a> {
    text: &'a str,
    at: usize,
    /// Members and rows that may still come.
    left: usize,
    plain: bool,
}

impl<'a> SoundReader<'a> {
    fn rest(&self) -> &'a [u8] {
        self.text.as_bytes().get(self.at..).unwrap_or_default()
    }

    fn pass_space(&mut self) {
        while let [b' ' | b'\n' | b'\t' | b'\r', ..] = self.rest() {
            self.at += 1;
        }
    }

    fn next(&mut self) -> Option<u8> {
        self.pass_space();
        let next = self.rest().first().copied()?;
        self.at += 1;
        Some(next)
    }

    fn word(&mut self, word: &[u8]) -> Option<()> {
        self.rest().starts_with(word).then(|| self.at += word.len())
    }

    fn value(&mut self, into: &mut Json, depth: usize) -> Option<()> {
        match self.next()? {
            b'"' => {
                if !matches!(into, Json::Text(_)) {
                    *into = Json::Text(String::new());
                }
                let Json::Text(text) = into else { return None };
                self.read_text(text)
            }
            b'{' => {
                if !matches!(into, Json::Object(_)) {
                    *into = Json::Object(Members::new());
                }
                let Json::Object(members) = into else { return None };
                self.members(members, depth.checked_sub(1)?)
            }
            b'[' => {
                if !matches!(into, Json::List(_)) {
                    *into = Json::List(Vec::new());
                }
                let Json::List(rows) = into else { return None };
                self.rows(rows, depth.checked_sub(1)?)
            }
            b'n' => self.word(b"ull").map(|()| *into = Json::Null),
            b't' => self.word(b"rue").map(|()| *into = Json::Bool(true)),
            b'f' => self.word(b"alse").map(|()| *into = Json::Bool(false)),
            first => self.number(first).map(|number| *into = Json::Number(number)),
        }
    }

    fn rows(&mut self, rows: &mut Vec<Json>, depth: usize) -> Option<()> {
        let mut length = 0;
        self.pass_space();
        if self.rest().first() == Some(&b']') {
            self.at += 1;
            rows.clear();
            return Some(());
        }
        loop {
            self.left = self.left.checked_sub(1)?;
            if length == rows.len() {
                rows.push(Json::Null);
            }
            self.value(rows.get_mut(length)?, depth)?;
            length += 1;
            match self.next()? {
                b',' => {}
                b']' => break,
                _ => return None,
            }
        }
        rows.truncate(length);
        Some(())
    }

    fn members(&mut self, members: &mut Members, depth: usize) -> Option<()> {
        let (mut length, mut fresh) = (0, false);
        self.pass_space();
        if self.rest().first() == Some(&b'}') {
            self.at += 1;
            members.clear();
            return Some(());
        }
        loop {
            self.left = self.left.checked_sub(1)?;
            let key = (self.next()? == b'"').then(|| self.key())??;
            if length == members.len() {
                members.push((key.to_owned(), Json::Null));
                fresh = true;
            }
            let (known, value) = members.get_mut(length)?;
            if !are_equal(known.as_bytes(), key.as_bytes()) {
                known.clear();
                known.push_str(key);
                fresh = true;
            }
            (self.next()? == b':').then(|| self.value(value, depth))??;
            length += 1;
            match self.next()? {
                b',' => {}
                b'}' => break,
                _ => return None,
            }
        }
        members.truncate(length);
        // the names of the record before were looked at when they came
        (!fresh || all_differ(members)).then_some(())
    }

    /// A name without escapes.
    fn key(&mut self) -> Option<&'a str> {
        let key = self.stretch()?;
        if key.bytes().any(|byte| byte < b' ') || self.rest().first() != Some(&b'"') {
            return None;
        }
        self.at += 1;
        (!matches!(key, "__proto__" | "constructor" | "prototype")).then_some(key)
    }

    fn read_text(&mut self, into: &mut String) -> Option<()> {
        into.clear();
        loop {
            let stretch = self.stretch()?;
            let seen = seen(stretch.as_bytes());
            if seen & CONTROL != 0 {
                return None;
            }
            self.plain &= seen == 0;
            into.push_str(stretch);
            self.at += 1;
            if self.text.as_bytes().get(self.at - 1) == Some(&b'"') {
                break;
            }
            let c = self.escaped()?;
            self.plain &= matches!(c, ' '..='~' | '\n' | '\t');
            into.push(c);
        }
        self.plain &= !into.starts_with([' ', '\n', '\t']) && !into.ends_with([' ', '\n', '\t']);
        Some(())
    }

    /// What stands before the next quote or backslash, and goes there.
    #[inline]
    fn stretch(&mut self) -> Option<&'a str> {
        let length = before(self.rest(), [b'"', b'\\'])?;
        let stretch = self.text.get(self.at..self.at + length)?;
        self.at += length;
        Some(stretch)
    }

    /// What stands behind a backslash.
    fn escaped(&mut self) -> Option<char> {
        let (c, length) = match self.rest() {
            [c @ (b'"' | b'\\' | b'/'), ..] => (char::from(*c), 1),
            [b'b', ..] => ('\u{8}', 1),
            [b'f', ..] => ('\u{C}', 1),
            [b'n', ..] => ('\n', 1),
            [b'r', ..] => ('\r', 1),
            [b't', ..] => ('\t', 1),
            [b'u', hex @ ..] => {
                let mut digits = hex.get(..4)?.iter().map(|digit| char::from(*digit).to_digit(16));
                (char::from_u32(digits.try_fold(0, |code, digit| Some(code << 4 | digit?))?)?, 5)
            }
            _ => return None,
        };
        self.at += length;
        Some(c)
    }

    /// A short number without an exponent: its digits are a whole number that a double holds, and so is the power of ten below them.
    fn number(&mut self, first: u8) -> Option<f64> {
        let negative = first == b'-';
        let from = if negative { self.at } else { self.at - 1 };
        let rest = self.text.as_bytes().get(from..)?;
        let whole = digits(rest);
        let part = match rest.get(whole..) {
            Some([b'.', part @ ..]) => digits(part),
            _ => 0,
        };
        let length = whole + if part > 0 { part + 1 } else { 0 };
        let sound = (1..=15).contains(&(whole + part)) && whole > 0 && (whole == 1 || rest.first() != Some(&b'0'));
        if !sound || matches!(rest.get(length), Some(b'.' | b'e' | b'E')) {
            return None;
        }
        let (mut number, mut scale) = (0.0, 1.0);
        for (at, digit) in rest.iter().take(length).enumerate().filter(|(_, digit)| **digit != b'.') {
            number = number * 10.0 + f64::from(digit - b'0');
            scale = if at > whole { scale * 10.0 } else { scale };
        }
        self.at = from + length;
        let number = number / scale;
        // a zero with a sign is left to the other reader
        (!negative || number != 0.0).then_some(if negative { -number } else { number })
    }
}

fn digits(text: &[u8]) -> usize {
    text.iter().take_while(|byte| byte.is_ascii_digit()).count()
}

/// What makes a text not plain, without a branch for each letter: what its bytes are, and what one asks of the next and that one lacks.
fn seen(text: &[u8]) -> u8 {
    let (mut seen, mut asked) = (0, CONTROL | ODD);
    for byte in text {
        let (asks, lacks) = BYTES.get(usize::from(*byte)).copied().unwrap_or_default();
        seen |= asked & lacks;
        asked = asks;
    }
    seen
}

/// To be no control character.
const CONTROL: u8 = 1;
/// To be a byte of plain text.
const ODD: u8 = 2;
/// To be the second byte of ² or ³.
const POWER: u8 = 4;
/// To be the second byte of U+1E80 to U+1EFF.
const LETTER: u8 = 8;
/// To be the second byte of U+2000 to U+203F.
const MARK: u8 = 16;
/// To be the third byte of U+2010 to U+2027, or the first of another character.
const QUOTE: u8 = 32;

/// What a byte asks of the next one, and what it lacks itself.
static BYTES: [(u8, u8); 256] = bytes();

#[expect(clippy::indexing_slicing, reason = "at compile time, where a slip does not compile")]
const fn bytes() -> [(u8, u8); 256] {
    let mut bytes = [(CONTROL | ODD, 0); 256];
    let mut at = 0;
    while at < bytes.len() {
        let (asks, lacks) = &mut bytes[at];
        *lacks = match at {
            0..0x20 => CONTROL,
            0x90..=0xA7 => POWER | LETTER | MARK,
            0xB2 | 0xB3 => LETTER | MARK | QUOTE,
            0xBA | 0xBB => POWER | MARK | QUOTE,
            0x80 => POWER | LETTER | QUOTE,
            0x81..0xC0 => POWER | LETTER | MARK | QUOTE,
            // C3 to CB begin U+00C0 to U+02FF
            0x20..=0x7E | 0xC2..=0xCB | 0xE1 | 0xE2 => 0,
            _ => ODD,
        };
        *asks |= match at {
            0xC2 => POWER,
            0xE1 => LETTER,
            0xE2 => MARK,
            // the second byte of À, which nothing follows that is asked for, or of a quote or dash
            0x80 => QUOTE,
            _ => 0,
        };
        at += 1;
    }
    bytes
}

/// Whether no name stands twice.
fn all_differ(members: &Members) -> bool {
    members.len() <= MEMBERS && members.iter().enumerate().all(|(at, (key, _))| members.iter().take(at).all(|(other, _)| other != key))
}

#[cfg(test)]
mod tests {
    use super::super::read::read_slowly;
    use super::*;

    /// What is read at once is what the other reader reads; into any tree that was there.
    #[track_caller]
    fn agree(text: &str, into: &mut Json) -> bool {
        let slowly = read_slowly(text.as_bytes(), Limits::default());
        if read_sound(text, Limits::default(), into).is_none() {
            return false;
        }
        assert_eq!(Ok(&*into), slowly.as_ref(), "{text}");
        assert_eq!(into.to_text(), slowly.unwrap().to_text(), "{text}");
        true
    }

    #[test]
    fn reads_what_the_other_reads() {
        let mut tree = Json::Null;
        for text in [
            r#"{"a":[1,2.5,-3,0,0.1,36.6,123456789012345],"b":{"c":null,"d":true,"e":false},"f":"Dân vận “khéo” – m²"}"#,
            r#" { "a" : [ ] , "b" : { } } "#,
            r#"{"a":"x\n\"y\"\\ \u00e0\/","b":" mép "}"#,
            r#"[[[]],{},"",0]"#,
            r#""\u001f""#,
            "\"\u{A0}\u{7F}😀\"",
            "null",
            "1",
            r#"{"b":{"c":{"d":1}},"a":"khác"}"#,
        ] {
            assert!(agree(text, &mut tree), "{text}");
        }
    }

    #[test]
    fn doubts() {
        let mut tree = Json::Null;
        for text in [
            "",
            "[1,]",
            "{\"a\":1,}",
            "01",
            "1.",
            ".5",
            "-",
            "-0",
            "1e3",
            "1.5e3",
            "1234567890123456",
            "[1 2]",
            "{\"a\" 1}",
            "nul",
            "tru",
            "\"a",
            "\"\t\"",
            "\"\\x\"",
            "\"\\u12\"",
            "\"\\ud83d\\ude00\"",
            "\"\\ud800\"",
            "{\"a\":1,\"a\":2}",
            "{\"__proto__\":1}",
            "{\"\\u0061\":1}",
            "1 2",
            "\u{feff}1",
            "{1:2}",
            "[",
            "{",
            "--1",
            "+1",
        ] {
            assert!(!agree(text, &mut tree), "{text}");
        }
        assert!(!agree(&"[".repeat(100_000), &mut tree));
        assert!(agree(&["[".repeat(64), "]".repeat(64)].concat(), &mut tree));
        assert!(!agree(&["[".repeat(65), "]".repeat(65)].concat(), &mut tree));
        assert!(agree(&format!("[{}1]", "1,".repeat(9_999)), &mut tree));
        assert!(!agree(&format!("[{}1]", "1,".repeat(10_000)), &mut tree));
    }

    /// Every way to cut and to spoil a record, each into the tree that the one before left behind.
    #[test]
    fn broken_records() {
        let whole = include_str!("../../tests/fixtures/registrations/collective-party.json");
        let (mut tree, mut read) = (Json::Null, 0);
        for (at, _) in whole.char_indices().step_by(7) {
            let (head, tail) = whole.split_at(at);
            for middle in ["", "\"", "\\", "{", "]", ",", "1", "\u{1}", "é", "\u{A0}"] {
                read += usize::from(agree(&[head, middle, tail].concat(), &mut tree));
            }
            assert!(!agree(head, &mut tree) && agree(whole, &mut tree));
        }
        assert!(read > 1_000, "{read}");
    }
}
