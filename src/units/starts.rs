//! An index of names by the first two letters of each of their words, so that a search looks at few names, folds none and sorts nothing.

/// Letters a–z, digits, and anything else; 0 is the end of a word of one letter.
const SIGNS: usize = 38;

/// Where words begin: the names' numbers and the byte in their key, by the first two letters of the word.
#[derive(Debug, Clone, PartialEq, Default)]
pub(super) struct Starts {
    /// Where each pair of letters begins in `at`; one more at the end.
    bounds: Vec<u32>,
    at: Vec<(u16, u8)>,
}

fn sign(byte: Option<u8>) -> usize {
    match byte {
        Some(letter @ b'a'..=b'z') => usize::from(letter - b'a') + 1,
        Some(digit @ b'0'..=b'9') => usize::from(digit - b'0') + 27,
        None | Some(b' ') => 0,
        Some(_) => SIGNS - 1,
    }
}

fn pair(first: usize, second: usize) -> usize {
    first * SIGNS + second
}

fn pair_at(key: &str, at: usize) -> usize {
    let byte = |at: usize| sign(key.as_bytes().get(at).copied());
    pair(byte(at), byte(at + 1))
}

/// The bytes of a key at which its words begin.
pub(super) fn words(key: &str) -> impl Iterator<Item = usize> {
    let bytes = key.as_bytes();
    (0..bytes.len()).filter(|at| at.checked_sub(1).is_none_or(|before| bytes.get(before) == Some(&b' ')))
}

impl Starts {
    /// Of keys in the order of their numbers; what has no number of 16 bits or no byte of 8 bits is not found.
    pub(super) fn of<'a>(keys: impl Iterator<Item = &'a str> + Clone) -> Starts {
        let entries = || {
            let numbered = (0..=u16::MAX).zip(keys.clone());
            numbered.flat_map(|(number, key)| words(key).filter_map(move |at| Some((pair_at(key, at), number, u8::try_from(at).ok()?))))
        };
        let mut bounds = vec![0_u32; SIGNS * SIGNS + 1];
        for (pair, _, _) in entries() {
            if let Some(count) = bounds.get_mut(pair + 1) {
                *count += 1;
            }
        }
        let mut sum = 0;
        for bound in &mut bounds {
            sum += *bound;
            *bound = sum;
        }
        let mut next = bounds.clone();
        let mut at = vec![(0, 0); sum as usize];
        for (pair, number, byte) in entries() {
            let Some(place) = next.get_mut(pair) else { continue };
            if let Some(slot) = at.get_mut(*place as usize) {
                *slot = (number, byte);
            }
            *place += 1;
        }
        Starts { bounds, at }
    }

    /// Every word that begins with the first two letters of a text. Behind a single letter any may follow: “v h” for “Vĩnh Hải”.
    pub(super) fn like(&self, text: &str) -> &[(u16, u8)] {
        let (first, second) = (sign(text.as_bytes().first().copied()), sign(text.as_bytes().get(1).copied()));
        let (from, to) = if second == 0 { (pair(first, 0), pair(first + 1, 0)) } else { (pair(first, second), pair(first, second) + 1) };
        let bound = |pair: usize| self.bounds.get(pair).map_or(0, |bound| *bound as usize);
        if first == 0 { &[] } else { self.at.get(bound(from)..bound(to)).unwrap_or_default() }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[track_caller]
    fn like(text: &str, expected: &[(u16, u8)]) {
        let keys = ["vinh hai", "hai chau", "o cho dua", "lang biang da lat", "1 bao loc", "10", "ha"];
        assert_eq!(Starts::of(keys.into_iter()).like(text), expected, "{text}");
    }

    #[test]
    fn words_are_found_by_two_letters() {
        like("vinh", &[(0, 0)]);
        like("ha", &[(0, 5), (1, 0), (6, 0)]);
        like("da lat", &[(3, 11)]);
        like("h", &[(0, 5), (1, 0), (6, 0)]);
        like("o", &[(2, 0)]);
        like("o cho", &[(2, 0)]);
        like("1", &[(4, 0), (5, 0)]);
        like("10", &[(5, 0)]);
        like("", &[]);
        like("zz", &[]);
        like("é", &[]);
    }
}
