//! Is a text certainly in Unicode Normalization Form C, from a table small enough to ship.
//!
//! Nearly all input is ASCII, Latin, Vietnamese and punctuation. For the rest the answer is “maybe”, and the caller normalises with what the
//! platform has. Every range below holds only characters that are starters and that NFC neither changes nor composes with what stands before
//! (`NFC_Quick_Check=Yes`, combining class 0), so any sequence of them is NFC.

/// True when the text is certainly NFC; false means “maybe not”.
///
/// Text with any combining mark is “maybe”, also where NFC keeps the mark (“ơ̆” of Ê Đê and M’Nông names).
pub fn is_nfc(text: &str) -> bool {
    text.is_ascii() || text.chars().all(is_stable)
}

/// A starter that NFC neither changes nor composes with what stands before.
pub(super) fn is_stable(c: char) -> bool {
    matches!(c,
        '\0'..='\u{2FF}' // ASCII to spacing modifier letters: all of Latin without marks
        | '\u{1E00}'..='\u{1EFF}' // Vietnamese letters with two marks
        | '\u{2002}'..='\u{2027}' // spaces, dashes, quotes; U+2000 and U+2001 are other names of U+2002 and U+2003
        | '\u{202F}'..='\u{205E}'
        | '\u{20A0}'..='\u{20BF}' // currency: ₫ €
        | '\u{2100}'..='\u{2125}' // № ™; U+2126, U+212A and U+212B are other names of Ω, K and Å
        | '\u{2150}'..='\u{2188}'
        | '\u{2190}'..='\u{22FF}' // arrows, ≈ ≤ ≥
        | '\u{2500}'..='\u{27BF}' // boxes, shapes, dingbats: ☐ ☑ ✓
        | '\u{FE0F}'
        | '\u{FF01}'..='\u{FF5E}' // full-width ASCII
        | '\u{1F300}'..='\u{1FAFF}' // emoji
    )
}

#[cfg(test)]
mod tests {
    use super::*;

    #[track_caller]
    fn certain(text: &str) {
        assert!(is_nfc(text), "{text:?}");
    }

    #[track_caller]
    fn maybe(text: &str) {
        assert!(!is_nfc(text), "{text:?}");
    }

    #[test]
    fn vietnamese_is_certain() {
        certain("");
        certain("Dân vận khéo");
        certain("Đảng uỷ phường Thới Lai, “Sáng – xanh – sạch – đẹp”… 1.647\u{A0}m², 500.000\u{20AB}, 3 €");
        certain("ơưƠƯ ăâđêôĂÂĐÊÔ ạỹỸ ẛ");
        certain("\u{2002}☑ ✓ ≥ 😀");
    }

    #[test]
    fn anything_else_is_maybe() {
        maybe("Da\u{302}n va\u{323}\u{302}n");
        maybe("khe\u{301}o");
        maybe("ơ\u{306}");
        maybe("\u{2126}");
        maybe("\u{212A}");
        maybe("\u{212B}");
        maybe("\u{340}");
        maybe("\u{37E}");
        maybe("\u{2000}");
        maybe("\u{2001}");
        maybe("\u{2329}");
        maybe("\u{1100}\u{1161}");
        maybe("\u{20D0}");
    }
}
