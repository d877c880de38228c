//! Keys for search and for comparison, from tables for Latin and Vietnamese only.
//!
//! The standard library's Unicode tables weigh ten kilobytes in wasm; letters outside Latin pass through unchanged here.

/// Search key: lower case, no diacritics, đ as d, plain quotes and dashes, single spaces, trimmed. NFC and NFD give the same key.
///
/// `fold("Ủy ban  Nhân dân – Đà Nẵng")` is `"uy ban nhan dan - da nang"`.
pub fn fold(text: &str) -> String {
    key(text.chars().filter(|c| !is_mark(*c)).map(|c| base(lower(c))))
}

/// Comparison key: as [`fold`], but diacritics stay, and both ways to place a tone mark are one: hòa and hoà, thủy and thuỷ, khỏe and khoẻ.
///
/// Two texts with one key differ only in typing habits. Closed syllables and “qu” words are written one way only and stay untouched.
pub fn soft(text: &str) -> String {
    let mut chars: Vec<char> = text.chars().map(lower).collect();
    for i in 1..chars.len() {
        if let Some(pair) = old_placement(&chars, i)
            && let Some(slots) = chars.get_mut(i - 1..=i)
        {
            slots.copy_from_slice(&pair);
        }
    }
    key(chars.into_iter())
}

/// The vowels at `i - 1` and `i` with the tone on the first one, when they end an open syllable in oa, oe or uy.
pub(super) fn old_placement(chars: &[char], i: usize) -> Option<[char; 2]> {
    let (first, second) = (*chars.get(i - 1)?, *chars.get(i)?);
    let (bare, toned, marked) = match (first, second) {
        ('o', 'à' | 'á' | 'ả' | 'ã' | 'ạ') => ('a', "àáảãạ", "òóỏõọ"),
        ('o', 'è' | 'é' | 'ẻ' | 'ẽ' | 'ẹ') => ('e', "èéẻẽẹ", "òóỏõọ"),
        ('u', 'ỳ' | 'ý' | 'ỷ' | 'ỹ' | 'ỵ') => ('y', "ỳýỷỹỵ", "ùúủũụ"),
        _ => return None,
    };
    let open = !chars.get(i + 1).is_some_and(|c| is_letter(*c));
    let after_q = i >= 2 && chars.get(i - 2) == Some(&'q');
    if !open || after_q {
        return None;
    }
    let tone = toned.chars().position(|c| c == second)?;
    Some([marked.chars().nth(tone)?, bare])
}

/// Whether two lower-case letters may be such vowels; “no” is certain: à á ã è é ý ạ to ỹ behind o and u.
#[inline(always)]
pub(super) fn may_move(first: u32, second: u32) -> bool {
    matches!(first, 0x6F | 0x75) && matches!(second, 0xE0 | 0xE1 | 0xE3 | 0xE8 | 0xE9 | 0xFD | 0x1EA1..=0x1EF9)
}

/// Plain punctuation, single spaces, no space at the ends.
fn key(chars: impl Iterator<Item = char>) -> String {
    let mut out = String::new();
    let mut gap = false;
    for c in chars {
        if is_space(c) {
            gap = !out.is_empty();
            continue;
        }
        if gap {
            out.push(' ');
            gap = false;
        }
        out.push(match c {
            '’' | '‘' | 'ʼ' => '\'',
            '“' | '”' | '„' | '«' | '»' => '"',
            '\u{2010}'..='\u{2015}' | '\u{2212}' => '-',
            c => c,
        });
    }
    out
}

/// The lower-case letter of a Latin letter; any other character unchanged.
pub const fn lower(c: char) -> char {
    let code = c as u32;
    let next = match code {
        // nearly every letter is one of these
        0x61..=0x7A => return c,
        0x1EA0..=0x1EFF => code | 1,
        0x41..=0x5A | 0xC0..=0xD6 | 0xD8..=0xDE => code + 32,
        0x130 => 0x69, // İ, which the even-odd rule below would make a dotless ı
        0x100..=0x137 | 0x14A..=0x177 | 0x1A0..=0x1A5 | 0x1E00..=0x1E95 if code.is_multiple_of(2) => code + 1,
        0x139..=0x148 | 0x179..=0x17E | 0x1AF if code % 2 == 1 => code + 1,
        0x178 => 0xFF,
        0x243 => 0x180, // Ƀ of Ê Đê
        0x1E9E => 0xDF,
        _ => return c,
    };
    match char::from_u32(next) {
        Some(low) => low,
        None => c,
    }
}

/// The letter under the diacritics of a lower-case letter.
pub(crate) const fn base(c: char) -> char {
    match c {
        'à'..='å' | 'ā' | 'ă' | 'ą' | 'ạ'..='ặ' => 'a',
        'ƀ' => 'b',
        'ç' | 'ć'..='č' => 'c',
        'ð' | 'ď' | 'đ' => 'd',
        'è'..='ë' | 'ē'..='ě' | 'ẹ'..='ệ' => 'e',
        'ĝ'..='ģ' => 'g',
        'ĥ' | 'ħ' => 'h',
        'ì'..='ï' | 'ĩ'..='ı' | 'ỉ'..='ị' => 'i',
        'ĵ' => 'j',
        'ķ' => 'k',
        'ĺ'..='ł' => 'l',
        'ñ' | 'ń'..='ň' => 'n',
        'ò'..='ö' | 'ø' | 'ō'..='ő' | 'ơ' | 'ọ'..='ợ' => 'o',
        'ŕ'..='ř' => 'r',
        'ś'..='š' => 's',
        'ţ'..='ŧ' => 't',
        'ù'..='ü' | 'ũ'..='ų' | 'ư' | 'ụ'..='ự' => 'u',
        'ŵ' => 'w',
        'ý' | 'ÿ' | 'ŷ' | 'ỳ'..='ỹ' => 'y',
        'ź'..='ž' => 'z',
        c => c,
    }
}

/// Is it a Latin letter, with or without diacritics.
pub const fn is_letter(c: char) -> bool {
    matches!(c, 'a'..='z' | 'A'..='Z' | 'À'..='Ö' | 'Ø'..='ö' | 'ø'..='\u{24F}' | '\u{1E00}'..='\u{1EFF}')
}

/// Is it a capital Latin letter.
pub const fn is_upper(c: char) -> bool {
    lower(c) as u32 != c as u32
}

/// Spaces and line ends, with the no-break, typographic and full-width ones.
pub(super) fn is_space(c: char) -> bool {
    // nearly every character is one of these
    if matches!(c, '!'..='~' | '\u{C0}'..='\u{1FFF}') {
        return false;
    }
    matches!(c, '\t'..='\r' | ' ' | '\u{A0}' | '\u{2000}'..='\u{200A}' | '\u{2028}' | '\u{2029}' | '\u{202F}' | '\u{205F}' | '\u{3000}')
}

/// Combining marks of the Latin script.
pub(super) const fn is_mark(c: char) -> bool {
    matches!(c, '\u{300}'..='\u{36F}')
}

/// The value of a digit, ASCII or full-width.
pub(crate) const fn digit(c: char) -> Option<u8> {
    match c {
        '0'..='9' => Some(c as u8 - b'0'),
        '０'..='９' => Some((c as u32 - 0xFF10) as u8),
        _ => None,
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[track_caller]
    fn folds(text: &str, expected: &str) {
        assert_eq!(fold(text), expected);
    }

    #[track_caller]
    fn same(a: &str, b: &str) {
        assert_eq!(soft(a), soft(b));
    }

    #[track_caller]
    fn differ(a: &str, b: &str) {
        assert_ne!(soft(a), soft(b));
    }

    #[test]
    fn lower_case_agrees_with_the_standard_library() {
        let ours = ('\0'..='\u{17F}').chain('\u{1E00}'..='\u{1EFF}').chain(['Ơ', 'Ư', 'Ƀ']);
        for c in ours.filter(|c| *c != 'İ') {
            assert_eq!(Some(lower(c)), c.to_lowercase().next(), "{c:?}");
        }
        assert_eq!(lower('İ'), 'i');
        assert_eq!(lower('Ω'), 'Ω');
    }

    #[test]
    fn search_keys() {
        folds("", "");
        folds("  Ủy ban\u{A0} Nhân dân – Đà Nẵng\n", "uy ban nhan dan - da nang");
        folds("“Sáng – xanh — sạch”", "\"sang - xanh - sach\"");
        folds("K’Ho, Ea H‘leo, Mʼnông", "k'ho, ea h'leo, m'nong");
        folds("Da\u{302}n va\u{323}\u{302}n khe\u{301}o", "dan van kheo");
        folds("Čư Ƀuôr ĐĂK LĂK", "cu buor dak lak");
        folds("ẠẢẤẦẨẪẬẮẰẲẴẶẸẺẼẾỀỂỄỆỈỊỌỎỐỒỔỖỘỚỜỞỠỢỤỦỨỪỬỮỰỲỴỶỸ", "aaaaaaaaaaaaeeeeeeeeiioooooooooooouuuuuuuyyyy");
        folds("ÀÁÂÃĂÈÉÊÌÍĨÒÓÔÕƠÙÚŨƯÝĐ", "aaaaaeeeiiiooooouuuuyd");
        folds("😀 №", "😀 №");
    }

    #[test]
    fn tone_placement_is_one_key() {
        same("Hòa bình", "hoà  bình");
        same("THỦY SẢN", "Thuỷ sản");
        same("khỏe", "khoẻ");
        same("ủy ban", "uỷ ban");
        same("tòa án, lõa, họa, lóe", "toà án, loã, hoạ, loé");
        same("xã hội hóa.", "xã hội hoá.");
        same("“Hòa”", "\"hoà\"");
    }

    #[test]
    fn other_tones_stay_apart() {
        differ("hòa", "hóa");
        differ("hòa", "hoa");
        differ("dân", "dan");
        differ("quý", "qúy");
        assert_eq!(soft("Quý quả toàn khuỷu ngoài"), "quý quả toàn khuỷu ngoài");
        assert_eq!(soft("thuý"), "thúy");
        assert_eq!(soft("ý"), "ý");
    }

    #[test]
    fn letters_and_capitals() {
        assert!(is_letter('đ') && is_letter('Ữ') && is_letter('ƀ') && !is_letter('×') && !is_letter('÷') && !is_letter('5') && !is_letter('²'));
        assert!(is_upper('Đ') && is_upper('Ệ') && is_upper('Ư') && !is_upper('đ') && !is_upper('5') && !is_upper('ß'));
        assert_eq!((digit('0'), digit('９'), digit('/'), digit('²')), (Some(0), Some(9), None, None));
    }
}
