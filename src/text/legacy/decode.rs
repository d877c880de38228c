//! Words of TCVN3 and VNI, and UTF-8 that was read as something else, brought back to letters.
//!
//! A paste shows old text as characters of CP1252 or Latin-1, so both are read. Only whole chunks between spaces are looked at here; whether
//! a chunk is old text at all is weighed in [`super::stretches`].

use super::super::fold::{is_letter, is_upper, lower};
use super::super::spelling::is_spelled;
use super::tables::{CP1252, TCVN3, VNI};

/// What a chunk may be written in.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Script {
    /// Unicode, whatever the language.
    Sound,
    /// TCVN3, the ABC fonts (.VnTime).
    Tcvn3,
    /// VNI-Windows (VNI-Times).
    Vni,
    /// UTF-8 that was read as CP1252 or Latin-1.
    Utf8,
}

/// The code of a character in the code page that a paste shows; nothing for what neither has.
fn code(c: char) -> Option<u8> {
    u8::try_from(u32::from(c)).ok().or_else(|| CP1252.iter().find(|(shown, _)| *shown == c).map(|(_, code)| *code))
}

/// The letter that a character stands for in TCVN3.
pub fn tcvn3_letter(c: char) -> Option<char> {
    let code = code(c)?;
    TCVN3.get(TCVN3.binary_search_by_key(&code, |(known, _)| *known).ok()?).map(|(_, letter)| *letter)
}

/// Whether a character of CP1252 is punctuation of Windows, which documents in ABC fonts have at the codes of capitals.
fn is_windows_mark(c: char) -> bool {
    matches!(c, '‘' | '’' | '“' | '”' | '‚' | '„' | '–' | '—' | '…' | '•')
}

/// A chunk of TCVN3 as letters; nothing when a letter of it is none of TCVN3.
pub fn tcvn3(chunk: &str) -> Option<String> {
    // A sign that stands alone is a mark of a list, not a letter.
    if matches!(chunk, "·" | "§") {
        return Some(chunk.to_owned());
    }
    let mut out = String::with_capacity(chunk.len() + 8);
    let mut word: Vec<(char, char)> = Vec::new();
    for c in chunk.chars() {
        let letter = tcvn3_letter(c);
        match letter {
            Some(letter) => word.push((c, letter)),
            None if c.is_ascii_alphabetic() => word.push((c, c)),
            None if c.is_alphabetic() => return None,
            None => {
                close(&mut word, &mut out);
                out.push(c);
            }
        }
    }
    close(&mut word, &mut out);
    Some(out)
}

/// Writes a word of TCVN3: quotes, dashes and dots of Windows stay where the word needs no letter there.
fn close(word: &mut Vec<(char, char)>, out: &mut String) {
    let marks = |part: &mut dyn Iterator<Item = &(char, char)>| part.take_while(|(c, _)| is_windows_mark(*c)).count();
    let (ahead, behind) = (marks(&mut word.iter()), marks(&mut word.iter().rev()));
    // Longer than any word with its quotes: all of its marks are marks.
    let tries = if word.len() > 16 || ahead == word.len() { 0 } else { ahead + 1 };
    let mut kept = None;
    for (before, after) in (0..tries).rev().flat_map(|before| (0..=behind).rev().map(move |after| (before, after))) {
        let inner: String = word.iter().skip(before).take(word.len().saturating_sub(before + after)).map(|(_, letter)| *letter).collect();
        let capital = |c: char| !c.is_ascii() && is_upper(c);
        let even = !inner.chars().any(capital) || !inner.chars().any(|c| c.is_ascii_lowercase()) || !inner.chars().skip(1).any(capital);
        if even && is_spelled(&inner) {
            kept = Some((before, after));
            break;
        }
    }
    let length = word.len();
    for (at, (c, letter)) in word.drain(..).enumerate() {
        let inside = kept.map_or(!is_windows_mark(c) && !matches!(c, '€' | '™'), |(before, after)| at >= before && at + after < length);
        out.push(if inside { letter } else { c });
    }
}

/// A chunk of VNI as letters; nothing when a mark of it has no vowel.
pub fn vni(chunk: &str) -> Option<String> {
    let mut out = String::with_capacity(chunk.len());
    let mut chars = chunk.chars().peekable();
    while let Some(c) = chars.next() {
        let pair = chars.peek().and_then(|mark| letter_of(c, Some(*mark)));
        if let Some(letter) = pair {
            chars.next();
            out.push(letter);
        } else if let Some(letter) = letter_of(c, None) {
            out.push(letter);
        } else if !c.is_ascii() && (c.is_alphabetic() || c == '\u{AD}') {
            return None;
        } else {
            out.push(c);
        }
    }
    Some(out)
}

/// The letter of a vowel and a mark; a capital may bear a small mark.
fn letter_of(c: char, mark: Option<char>) -> Option<char> {
    let is = |shown: &str, mark: Option<char>| {
        let mut known = shown.chars();
        known.next() == Some(c) && known.next() == mark
    };
    let found = |mark| VNI.iter().find(|(shown, _)| is(shown, mark)).map(|(_, letter)| *letter);
    found(mark).or_else(|| {
        let capital = |mark: char| matches!(mark, 'à'..='þ').then(|| char::from_u32(u32::from(mark) - 32)).flatten();
        found(Some(mark.filter(|_| is_upper(c)).and_then(capital)?))
    })
}

/// A chunk of bytes that were UTF-8, read again; nothing when they are not, or when nothing would change.
pub fn utf8(chunk: &str) -> Option<String> {
    if chunk.is_ascii() {
        return None;
    }
    let bytes: Option<Vec<u8>> = chunk.chars().map(code).collect();
    String::from_utf8(bytes?)
        .ok()
        .filter(|text| text.chars().all(|c| c.is_ascii() || is_letter(c) || matches!(c, '\u{300}'..='\u{36F}' | '\u{2010}'..='\u{2026}')))
}

/// The words of a text: its runs of letters and of what can be a letter in an old encoding.
pub fn runs(chunk: &str) -> impl Iterator<Item = &str> {
    chunk.split(|c: char| !c.is_alphabetic()).filter(|run| !run.is_empty())
}

/// “Phờng” of a paste that lost its ư (U+00AD, which many programs drop): “Phường”.
pub fn with_lost_u(word: &str) -> Option<String> {
    let at = word.find(|c: char| matches!(lower(c), 'ơ' | 'ờ' | 'ở' | 'ỡ' | 'ớ' | 'ợ'))?;
    let (before, after) = word.split_at_checked(at)?;
    let whole = [before, "ư", after].concat();
    is_spelled(&whole).then_some(whole)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[track_caller]
    fn is(decode: fn(&str) -> Option<String>, chunk: &str, expected: &str) {
        assert_eq!(decode(chunk).as_deref(), Some(expected), "{chunk}");
    }

    #[test]
    fn tcvn3_words() {
        for (shown, letters) in
            [("VËn", "Vận"), ("®éng", "động"), ("ph\u{AD}êng", "phường"), ("§¶ng", "Đảng"), ("5", "5"), ("(D©n", "(Dân"), ("10–15", "10–15")]
        {
            is(tcvn3, shown, letters);
        }
    }

    #[test]
    fn marks_of_windows_stay_where_no_letter_is_needed() {
        for (shown, letters) in
            [("“Sèng", "“Sống"), ("kh¸…", "khá…"), ("§“", "ĐỎ"), ("§…NG", "ĐẶNG"), ("§\u{85}NG", "ĐẶNG"), ("x·–ph\u{AD}êng", "xã–phường"), ("“x·”", "“xã”")]
        {
            is(tcvn3, shown, letters);
        }
        is(tcvn3, "M\u{1}A", "MÚA");
        assert_eq!(tcvn3("động"), None);
    }

    #[test]
    fn vni_words() {
        for (shown, letters) in [
            ("Daân", "Dân"),
            ("vaän", "vận"),
            ("kheùo", "khéo"),
            ("ñoäng", "động"),
            ("AÁp", "Ấp"),
            ("Aáp", "Ấp"),
            ("ÑÖÔØNG", "ĐƯỜNG"),
            ("xaõ–thoân", "xã–thôn"),
        ] {
            is(vni, shown, letters);
        }
        assert_eq!((vni("thã"), vni("ạ")), (None, None));
    }

    #[test]
    fn misread_utf8() {
        is(utf8, "Váº\u{AD}n", "Vận");
        is(utf8, "Ä‘á»™ng", "động");
        is(utf8, "xÃ£", "xã");
        assert_eq!((utf8("café"), utf8("dan")), (None, None));
    }

    #[test]
    fn a_lost_letter() {
        assert_eq!(with_lost_u("Phờng").as_deref(), Some("Phường"));
        assert_eq!(with_lost_u("nớc").as_deref(), Some("nước"));
        assert_eq!(with_lost_u("xa"), None);
    }
}
