//! Vietnamese typed without any marks, from a telephone or with the input method off: “Van dong 55 ho hien dat”.
//!
//! The words of such a text have keys of their own, which every set, list of phrases and unit knows beside those of its words: “ho” is “hộ” there, and nothing
//! in any other text.

use super::fold::fold;
use super::reading::{self, Token};
use super::syllable::is_syllable;

/// Whether such texts are read; the form alone looks for nothing in a text.
pub(super) const READ: bool = !cfg!(feature = "form");

/// The key in such a text of the word that has these letters. Other keys are never as small, and its bit is in every set.
pub(super) const fn key(of_letters: u64) -> u64 {
    of_letters.wrapping_mul(0x9E37_79B9_7F4A_7C15) >> 32 << 6 | BIT
}

/// Whether a key is one of such a text.
pub(super) const fn has(key: u64) -> bool {
    READ && key >> 38 == 0
}

/// The last six bits of such keys.
pub(super) const BIT: u64 = 63;

/// Words from which such a text is told: one or two may have no marks by chance.
const SOME: usize = 3;
/// Words from which some may be none of Vietnamese.
const MANY: usize = 6;

/// Whether a text is one: no letter has a mark, and nearly all words are syllables, or all of a few.
pub(super) fn is(text: &str, words: &[Token]) -> bool {
    let plain = |c: char| matches!(c, '\0'..='\u{A0}' | '²' | '³' | '\u{2000}'..='\u{203F}');
    if words.len() < SOME || !text.chars().all(plain) {
        return false;
    }
    // “Hoi LHPN huyen”: an abbreviation has no marks anyway
    let (mut letters, mut syllables) = (0, 0);
    for word in words.iter().filter(|word| !word.numeric) {
        let syllable = is_syllable(word.written(text));
        syllables += usize::from(syllable);
        letters += usize::from(syllable || !word.capitals);
    }
    letters >= SOME && if letters < MANY { syllables == letters } else { syllables * 5 >= letters * 4 }
}

/// The keys of the words of a phrase in such a text.
#[must_use]
pub fn keys(phrase: &str) -> Vec<u64> {
    reading::keys(&fold(phrase)).into_iter().map(|word| if has(word) { word } else { key(word) }).collect()
}

#[cfg(test)]
mod tests {
    use super::super::figures;
    use super::super::reading::Reading;
    use super::*;
    use crate::words;

    #[test]
    fn its_numbers_have_their_units() {
        let typed = Reading::new("Van dong 55 ho hien 300 m2 dat, gop 12, 5 ngay cong va 36,6 trieu dong; con 9 (chin) ho");
        let units: Vec<_> = figures::among(&typed).iter().map(|figure| (figure.value, figure.unit)).collect();
        assert_eq!(units, [(55.0, Some("hộ")), (300.0, Some("m²")), (12.0, None), (5.0, Some("ngày công")), (36_600_000.0, Some("đồng")), (9.0, None)]);
    }

    #[test]
    fn its_words_have_keys_of_their_own() {
        let typed = Reading::new("Ngay 15/3, UBND xa van dong 55 ho hien dat…");
        assert!(typed.signs.unmarked && words!("hộ").contains(&typed.words[7].key) && !words!("hộ").contains(&reading::keys("ho")[0]));
        assert_eq!(keys("vận động"), [typed.words[4].key, typed.words[5].key]);
        assert!(
            ["Dang cap nhat", "van dong 55 ho hien", "Hoi LHPN huyen, Phong GD&DT", "VAN DONG BA CON"].iter().all(|text| Reading::new(text).signs.unmarked)
        );
        for text in ["55 ho hien", "Nhom Zalo", "xem file excel", "Vận dong 55 ho hien dat lam duong", "The people of the ward give their land", ""] {
            assert!(!Reading::new(text).signs.unmarked, "{text}");
        }
    }
}
