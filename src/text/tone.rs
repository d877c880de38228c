//! The key of a syllable does not tell where its tone mark stands: “hoà” has that of “hòa”.

use super::cursor::Cursor;
use super::fold::{may_move, old_placement};
use super::keys::mixed;
use super::letters::Letter;

/// The key at the end of a syllable: that of the old way to place the tone mark.
#[inline(always)]
pub(super) fn end_of_syllable(key: u64, start: u64, begin: Cursor<'_>, end: Cursor<'_>, vowel: Letter, last: Letter) -> u64 {
    if may_move(vowel.low(), last.low()) { moved_tone(start, begin, end).unwrap_or(key) } else { key }
}

/// The key of a syllable with its tone mark on the first of its last two letters; `start` is the key before it.
#[cold]
fn moved_tone(start: u64, begin: Cursor<'_>, end: Cursor<'_>) -> Option<u64> {
    let (mut keys, mut last, mut at) = ([start; 3], [0; 3], begin);
    while at.byte < end.byte {
        let letter = at.letter()?;
        let ([_, one, two], [_, second, third]) = (keys, last);
        (keys, last) = ([one, two, mixed(two, letter.low())], [second, third, letter.low()]);
        at = at.behind(letter);
    }
    let pair = old_placement(&last.map(|code| char::from_u32(code).unwrap_or_default()), 2)?;
    let [start, ..] = keys;
    Some(pair.iter().fold(start, |key, c| mixed(key, u32::from(*c))))
}

#[cfg(test)]
mod tests {
    use crate::text::fold::soft;
    use crate::text::reading::keys;

    #[test]
    fn every_pair_of_vowels_has_the_key_of_its_soft_fold() {
        for vowel in ["o", "u"] {
            for last in "àáảãạèéẻẽẹỳýỷỹỵaeyâêôơưăọùìị".chars() {
                let word = format!("h{vowel}{last}");
                assert_eq!(keys(&word), keys(&soft(&word)), "{word}");
            }
        }
    }
}
