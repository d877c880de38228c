//! Is a run of letters a syllable that Vietnamese could have: with an onset, vowels and a coda of the language.

use super::fold::{base, is_letter, lower};
use super::keys::Words;
use crate::words;

/// Onsets as words: what stands alone of a syllable whose vowel is gone, but for those that end in one.
pub const ONSETS: &Words = words!("th|tr|ng|nh|ch|kh|ph|gh|ngh|b|c|d|đ|g|h|k|l|m|n|p|r|s|t|v|x");

/// Onsets without marks, longest first where one begins another.
const BEGINNINGS: &[&str] =
    &["ngh", "ng", "nh", "ch", "gh", "gi", "kh", "ph", "qu", "th", "tr", "b", "c", "d", "g", "h", "k", "l", "m", "n", "p", "q", "r", "s", "t", "v", "x", ""];

/// Vowels of a syllable, without diacritics.
const VOWELS: &[&str] = &[
    "a", "e", "i", "o", "u", "y", "ai", "ao", "au", "ay", "eo", "eu", "ia", "ie", "ieu", "iu", "oa", "oai", "oao", "oay", "oe", "oeo", "oi", "oo", "ua", "uai",
    "uay", "uao", "uau", "ue", "ueu", "ui", "uo", "uoi", "uou", "uu", "uy", "uya", "uye", "uyu", "uya", "ye", "yeu", "ya",
];

const CODAS: &[&str] = &["", "c", "ch", "m", "n", "ng", "nh", "p", "t"];

/// “vận”, “NGHIÊNG”, “van” are; “UBND”, “asd”, “fer” and what has a character that is no letter are not.
pub fn is_syllable(word: &str) -> bool {
    let mut plain = [0_u8; 8];
    let mut length = 0;
    for c in word.chars() {
        let c = base(lower(c));
        let (Some(slot), true) = (plain.get_mut(length), is_letter(c) && c.is_ascii()) else { return false };
        *slot = c as u8;
        length += 1;
    }
    let Some(plain) = plain.get(..length).and_then(|bytes| std::str::from_utf8(bytes).ok()) else { return false };
    BEGINNINGS.iter().any(|onset| plain.strip_prefix(onset).is_some_and(is_rhyme))
}

fn is_rhyme(rest: &str) -> bool {
    let vowels = rest.bytes().take_while(|c| matches!(c, b'a' | b'e' | b'i' | b'o' | b'u' | b'y')).count();
    rest.split_at_checked(vowels).is_some_and(|(vowels, coda)| VOWELS.contains(&vowels) && CODAS.contains(&coda))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[track_caller]
    fn are(words: &str, expected: bool) {
        for word in words.split(' ') {
            assert_eq!(is_syllable(word), expected, "{word}");
        }
    }

    #[test]
    fn syllables() {
        are("vận động nhân dân khéo nghiêng quý khuỷu ngoẵng giếng gì giữ ủy oai yêu xuyên THUỲ thuyền rượu Đường ăn khuya xoong ướp nguệch", true);
        are("VAN DONG NGUOI", true);
    }

    #[test]
    fn others() {
        are("UBND HĐND MTTQ asd fdgdfg lorem dolor th hi?n d©n LHPN vd nghn 24 iPhone", false);
        are(&"a".repeat(20_000), false);
        assert!(!is_syllable(""));
    }
}
