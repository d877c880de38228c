//! Is a word a syllable of Vietnamese with the right diacritics: stricter than [`super::syllable`], which looks at letters without them.
//!
//! “được”, “nghiêng”, “hoà”, “hòa” are; “đựoc”, “cafộ”, “hảt” (a stop with such a tone) and “Sạgon” are not. The vowels with their tones stand in one table.

use super::fold::lower;

/// The vowels, each plain and with huyền, hỏi, ngã, sắc, nặng.
const VOWELS: &str = "aàảãáạăằẳẵắặâầẩẫấậeèẻẽéẹêềểễếệiìỉĩíịoòỏõóọôồổỗốộơờởỡớợuùủũúụưừửữứựyỳỷỹýỵ";

/// Vowels of a rhyme without tone, and the endings that each may have; “-” is none.
const RHYMES: &[(&str, &str)] = &[
    ("a", "- c ch m n ng nh p t k"),
    ("ă", "c m n ng p t k"),
    ("â", "c m n ng p t k"),
    ("e", "- c m n ng p t"),
    ("ê", "- ch m n nh p t c"),
    ("i", "- ch m n nh p t c"),
    ("o", "- c m n ng p t k"),
    ("oo", "c n ng t"),
    ("ô", "- c m n ng p t k"),
    ("ơ", "- m n p t"),
    ("u", "- c m n ng p t"),
    ("ư", "- c m n ng t"),
    ("y", "- ch n nh p t"),
    ("iê", "c m n ng p t"),
    ("yê", "m n ng t"),
    ("uô", "c m n ng p t"),
    ("ươ", "c m n ng p t"),
    ("oa", "- c ch n ng nh t p m"),
    ("oă", "c m n ng t"),
    ("oe", "- n t m ng"),
    ("uâ", "n ng t c"),
    ("uê", "- ch n nh"),
    ("uy", "- ch n nh p t"),
    ("uyê", "n t"),
    ("uơ", "- n"),
];

/// Vowels that stand without an ending only.
const OPEN: &str = " ia ua ưa ai ao au ay âu ây eo êu iu oi ôi ơi ui ưi ưu oai oao oay oeo uya uây uôi ươi ươu iêu yêu uyu uêu ";

const ONSETS: &[&str] = &[
    "ngh", "ng", "nh", "ch", "gh", "gi", "kh", "ph", "qu", "th", "tr", "b", "c", "d", "đ", "g", "h", "k", "l", "m", "n", "p", "q", "r", "s", "t", "v", "x", "",
];

/// A vowel without its tone, and the number of the tone: 0 none, then huyền, hỏi, ngã, sắc, nặng. Small letters.
pub fn apart(c: char) -> Option<(char, usize)> {
    if c.is_ascii() && !matches!(c, 'a' | 'e' | 'i' | 'o' | 'u' | 'y') {
        return None;
    }
    let at = VOWELS.chars().position(|vowel| vowel == c)?;
    Some((VOWELS.chars().nth(at / 6 * 6)?, at % 6))
}

/// The vowel with a tone; nothing for other letters.
pub fn toned(vowel: char, tone: usize) -> Option<char> {
    let at = VOWELS.chars().position(|known| known == vowel)?;
    VOWELS.chars().nth(at / 6 * 6 + tone)
}

/// Whether a word, in either case, is a syllable with at most one tone.
pub fn is_spelled(word: &str) -> bool {
    let (mut plain, mut tone, mut length) = (String::new(), 0, 0);
    for c in word.chars().map(lower) {
        length += 1;
        let (vowel, mark) = apart(c).unwrap_or((c, 0));
        if length > 7 || mark != 0 && tone != 0 {
            return false;
        }
        tone = tone.max(mark);
        plain.push(vowel);
    }
    ONSETS.iter().any(|onset| plain.strip_prefix(onset).is_some_and(|rest| fits(onset, rest, tone)))
}

fn fits(onset: &str, rest: &str, tone: usize) -> bool {
    let split = rest.find(|c: char| apart(c).is_none()).unwrap_or(rest.len());
    let Some((vowels, coda)) = rest.split_at_checked(split) else { return false };
    let Some(first) = vowels.chars().next() else { return false };
    let narrow = matches!(first, 'i' | 'e' | 'ê' | 'y');
    let agrees = match onset {
        "k" | "gh" | "ngh" => narrow || coda == "k",
        "c" | "ng" => !narrow,
        "g" => first == 'i' || !narrow,
        "q" => first == 'u' && vowels.chars().count() > 1,
        _ => true,
    };
    let stop = matches!(coda, "c" | "ch" | "p" | "t" | "k");
    let known = if coda.is_empty() && OPEN.split(' ').any(|open| open == vowels) {
        true
    } else {
        let ending = if coda.is_empty() { "-" } else { coda };
        RHYMES.iter().any(|(nucleus, endings)| *nucleus == vowels && endings.split(' ').any(|one| one == ending))
    };
    agrees && known && (!stop || matches!(tone, 4 | 5))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[track_caller]
    fn are(words: &str, expected: bool) {
        for word in words.split(' ') {
            assert_eq!(is_spelled(word), expected, "{word}");
        }
    }

    #[test]
    fn spelled() {
        are("vận động nhân dân khéo nghiêng quý khuỷu ngoẵng giếng gì giữ ủy uỷ oai yêu xuyên THUỲ thuyền rượu Đường ăn khuya xoong ướp nguệch", true);
        are("hoà hòa ĐẶNG quốc quýt quỳnh quyển thuở giêng gìn Đắk Lắk mười khoẻ thúy huỷ loè quả quên quẹo giặt kỹ ghế ngủ nghỉ ở ạ ý", true);
    }

    #[test]
    fn not_spelled() {
        are("đựoc cafộ hảt Sạgon thờng nớc đợc vËn Bjưrn Niđo Mưt gỏt Phờng ngi cì kà ghà qà bb", false);
        assert!(!is_spelled("") && !is_spelled(&"ạ".repeat(9000)));
    }

    #[test]
    fn vowels_come_apart_and_together() {
        for c in VOWELS.chars() {
            assert_eq!(apart(c).and_then(|(vowel, tone)| toned(vowel, tone)), Some(c));
        }
        assert_eq!((apart('đ'), apart('b'), toned('b', 1)), (None, None, None));
    }
}
