//! Reads JSON text that is sound, into a tree whose room is used again: record after record, hardly anything is asked of the memory.
//!
//! What this reader doubts (a mistake, a limit, a number that is not short, a pair of surrogates) it leaves to [`read`](super::read), which tells what is
//! wrong and where. A test keeps the two together.

use super::plain::{CONTROL, seen};
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

    /// A number without an exponent, whose digits are a whole number of 64 bits.
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
        let sound = (1..=19).contains(&(whole + part)) && whole > 0 && (whole == 1 || rest.first() != Some(&b'0'));
        if !sound || matches!(rest.get(length), Some(b'.' | b'e' | b'E')) {
            return None;
        }
        let (mut number, mut scale) = (0_u64, 1_u64);
        for (at, digit) in rest.iter().take(length).enumerate().filter(|(_, digit)| **digit != b'.') {
            number = number * 10 + u64::from(digit - b'0');
            scale = if at > whole { scale * 10 } else { scale };
        }
        self.at = from + length;
        let number = quotient(number, scale);
        // a zero with a sign is left to the other reader
        (!negative || number != 0.0).then_some(if negative { -number } else { number })
    }
}

/// The double nearest to a whole number over a power of ten of at most 18 digits.
fn quotient(number: u64, scale: u64) -> f64 {
    if number < 1 << f64::MANTISSA_DIGITS && scale <= 1 << f64::MANTISSA_DIGITS {
        // a double holds both: the division is rounded once
        return number as f64 / scale as f64;
    }
    // at least 57 bits, of which the last stands for all that follow; a double rounds them once
    let (wide, scale) = (u128::from(number) << 64, u128::from(scale));
    ((wide / scale) | u128::from(wide % scale != 0)) as f64 / 18_446_744_073_709_551_616.0
}

fn digits(text: &[u8]) -> usize {
    text.iter().take_while(|byte| byte.is_ascii_digit()).count()
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

    /// Long numbers as the standard library reads them: what a program divided comes back to the last bit.
    #[test]
    fn long_numbers() {
        let mut state: u64 = 7;
        let mut next = || {
            state = state.wrapping_mul(6_364_136_223_846_793_005).wrapping_add(1_442_695_040_888_963_407);
            state >> 20
        };
        let some = ["2.7027027027027026", "9007199254740993", "9999999999999999999", "0.100000000000000001", "33.333333333333336"];
        let drawn = (0..20_000).map(|_| (next() as f64 / (next() % 100_000 + 1) as f64).to_string());
        for text in some.iter().map(|text| (*text).to_owned()).chain(drawn).filter(|text| digits(text.replace('.', "").as_bytes()) <= 19) {
            let mut tree = Json::Null;
            let sound = read_sound(&text, Limits::default(), &mut tree);
            assert!(sound.is_some() && tree == Json::Number(text.parse().unwrap()), "{text}");
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
            "12345678901234567890",
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
