//! The repair that every text goes through before it is kept: Unicode form, line ends, invisible characters, ends.
//!
//! Only what no reader can see is changed. Tone marks, spelling, quotes, dashes, spaces inside and no-break spaces stay as typed.

use super::fold::is_space;
use super::nfc::{is_nfc, is_stable};

/// Characters behind each other that may compose; no letter has as many marks.
const PIECE: usize = 256;

/// The text in NFC, with LF line ends, without invisible characters, trimmed. Cleaning twice changes nothing more.
///
/// `nfc` is the platform's normaliser; it is called only when the text may not be NFC already. Dropped: controls other than LF and tab,
/// zero-width characters, soft hyphens, bidi controls; a soft hyphen stays in text of TCVN3, where it is the letter ư. A vertical tab, a form feed and
/// the separators of lines and paragraphs (Word's Shift+Enter comes as one of them) become LF. A family emoji falls apart into its members, which is harmless here.
pub fn clean(text: &str, nfc: &dyn Fn(&str) -> String) -> String {
    if is_clean(text) {
        return text.to_owned();
    }
    let kept = if text.chars().any(|c| is_line_end(c) || is_invisible(c)) {
        let old = text.contains('\u{AD}') && is_tcvn3(text);
        let mut out = String::with_capacity(text.len());
        let mut after_cr = false;
        for c in text.chars() {
            match c {
                '\n' if after_cr => {}
                '\u{AD}' if old => out.push(c),
                _ if is_line_end(c) => out.push('\n'),
                _ if is_invisible(c) => {}
                _ => out.push(c),
            }
            after_cr = c == '\r';
        }
        out
    } else {
        text.to_owned()
    };
    let trimmed = kept.trim_matches(is_space);
    if !is_nfc(trimmed) {
        return composed(trimmed, nfc);
    }
    if trimmed.len() == kept.len() { kept } else { trimmed.to_owned() }
}

/// The text in NFC. Browsers take quadratic time for thousands of marks on a letter: such a text is composed in pieces.
fn composed(text: &str, nfc: &dyn Fn(&str) -> String) -> String {
    let (mut out, mut from, mut run) = (String::new(), 0, 0);
    for (at, c) in text.char_indices() {
        run = if is_stable(c) { 0 } else { run + 1 };
        if run > PIECE {
            out += &nfc(text.get(from..at).unwrap_or_default());
            (from, run) = (at, 1);
        }
    }
    out + &nfc(text.get(from..).unwrap_or_default())
}

/// Whether a text is certainly clean, byte by byte: plain ASCII, Latin and Vietnamese letters, quotes and dashes, nothing at the ends. Nearly every text of a form is.
pub fn is_clean(text: &str) -> bool {
    let mut bytes = text.as_bytes();
    if matches!(bytes, [b' ' | b'\n' | b'\t', ..] | [.., b' ' | b'\n' | b'\t']) {
        return false;
    }
    while let [first, rest @ ..] = bytes {
        bytes = match (*first, rest) {
            (b'\n' | b'\t' | 0x20..=0x7E, rest) => rest,
            // ² ³, U+00C0 to U+02FF, U+1E80 to U+1EFF, U+2010 to U+2027
            (0xC2, [0xB2 | 0xB3, rest @ ..]) | (0xC3..=0xCB, [_, rest @ ..]) | (0xE1, [0xBA | 0xBB, _, rest @ ..]) | (0xE2, [0x80, 0x90..=0xA7, rest @ ..]) => {
                rest
            }
            _ => return false,
        };
    }
    true
}

fn is_line_end(c: char) -> bool {
    matches!(c, '\n' | '\u{B}'..='\r' | '\u{2028}' | '\u{2029}')
}

/// Whether a text has what only TCVN3 has inside words, so that its soft hyphens are letters: “ph\u{AD}êng”, “D©n”, “vËn”. What the letters are is for
/// [`legacy`](super::legacy) to say.
fn is_tcvn3(text: &str) -> bool {
    let (mut before, mut at) = (' ', ' ');
    text.chars().any(|c| {
        let letter = before.is_ascii_lowercase();
        let found = match at {
            '\u{AD}' => before.is_ascii_alphabetic() && matches!(c, 'ê' | 'ë' | 'ì' | 'í' | 'î') || before == '®',
            'À'..='Þ' => letter,
            '¨'..='¬' | 'µ'..='¹' | '»'..='¾' => letter && c.is_ascii_lowercase(),
            '®' => !before.is_ascii_alphanumeric() && matches!(c, 'a'..='z' | '\u{A1}'..='\u{FF}'),
            _ => false,
        };
        (before, at) = (at, c);
        found
    })
}

/// Controls, zero-width and bidi characters: what no reader can see.
pub(super) fn is_invisible(c: char) -> bool {
    matches!(c,
        '\0'..='\u{8}' | '\u{E}'..='\u{1F}' | '\u{7F}'..='\u{9F}' // C0 and C1 controls
        | '\u{AD}' | '\u{200B}'..='\u{200D}' | '\u{2060}' | '\u{FEFF}' // soft hyphen, zero width
        | '\u{61C}' | '\u{200E}' | '\u{200F}' | '\u{202A}'..='\u{202E}' | '\u{2066}'..='\u{2069}' // bidi
    )
}

#[cfg(test)]
mod tests {
    use super::*;

    /// Stands for the platform's normaliser: composes only é.
    fn nfc(text: &str) -> String {
        text.replace("e\u{301}", "é")
    }

    #[track_caller]
    fn case(text: &str, expected: &str) {
        let once = clean(text, &nfc);
        assert_eq!(once, expected);
        assert_eq!(clean(&once, &nfc), once);
    }

    #[test]
    fn what_is_certainly_clean_stays() {
        for text in ["", "Dân vận khéo, ưỹỵ Đ 5 m2\n\tx", "a\u{2FF}b", "\u{1E80}\u{1EFF}", "“a” – …", "m²"] {
            assert!(is_clean(text), "{text:?}");
        }
        for text in [" a", "a\n", "a\u{A0}b", "a\u{AD}b", "e\u{301}", "\r", "\u{7F}", "\u{1E00}", "\u{1100}", "\u{300}", "😀", "\u{0}", "\u{200B}", "\u{2028}"]
        {
            assert!(!is_clean(text), "{text:?}");
        }
        for c in ('\0'..='\u{FFFF}').filter(|c| is_clean(&c.to_string())) {
            assert!(is_nfc(&c.to_string()) && !is_invisible(c) && !is_space(c), "{c:?}");
        }
    }

    #[test]
    fn only_the_invisible_goes() {
        case("", "");
        case("Dân vận khéo", "Dân vận khéo");
        case("  hoà,  hòa\u{A0}5 m²  ", "hoà,  hòa\u{A0}5 m²");
        case("\u{A0}\u{3000}\u{FEFF} a \u{200B} ", "a");
        case("một\r\nhai\rba\n\nbốn\tnăm", "một\nhai\nba\n\nbốn\tnăm");
        case("a\r\r\nb", "a\n\nb");
        case("ph\u{AD}ường\u{0}\u{85}\u{9F}", "phường");
        case("\u{202E}abc\u{202C}\u{2066}\u{61C}", "abc");
        case("\r\n", "");
        case("một\u{B}hai\u{2028}ba\u{2029}\u{C}bốn", "một\nhai\nba\n\nbốn");
    }

    #[test]
    fn a_soft_hyphen_stays_where_it_is_a_letter() {
        for text in ["ph\u{AD}êng", "VËn ®éng ng\u{AD}", "®\u{AD}îc", "T\u{AD} t\u{AD}ëng Hå ChÝ Minh"] {
            case(text, text);
        }
        case("ki\u{AD}lô\u{AD}mét, ph\u{AD}ường, VNeID®, «Nước cho nhau»", "kilômét, phường, VNeID®, «Nước cho nhau»");
    }

    #[test]
    fn composes_after_dropping() {
        case("khe\u{301}o", "khéo");
        case("khe\u{200B}\u{301}o", "khéo");
        case("\u{1F468}\u{200D}\u{1F469}", "\u{1F468}\u{1F469}");
    }

    #[test]
    fn thousands_of_marks_are_composed_in_pieces() {
        let most = std::cell::Cell::new(0);
        let typed = format!("Họp dân{}, khe\u{301}o", "\u{323}".repeat(5_000));
        let whole = clean(&typed, &|text| {
            most.set(most.get().max(text.chars().count()));
            nfc(text)
        });
        assert_eq!(whole, typed.replace("e\u{301}", "é"));
        assert!(most.get() <= PIECE + 16, "{}", most.get());
    }

    #[test]
    fn certain_text_needs_no_normaliser() {
        assert_eq!(clean(" Quý II ", &|_| String::from("called")), "Quý II");
    }
}
