//! Keys of words: what is looked for is compared by number, and its numbers are taken by the compiler.

use super::fold::base;
use super::unmarked;

/// The key of no letters.
pub(super) const START: u64 = 0xCBF2_9CE4_8422_2325;

/// The key of some letters and one more.
pub(super) const fn mixed(hash: u64, c: u32) -> u64 {
    (hash ^ c as u64).wrapping_mul(0x0100_0000_01B3).rotate_left(12)
}

/// Keys of a word: with its marks, and without.
const WAYS: usize = if unmarked::READ { 2 } else { 1 };

/// The keys of lower-case words between bars, taken by the compiler: `words!("tổ|nhóm")`. Of two ways to place a tone mark, the old one must be there (hòa, not hoà).
#[macro_export]
macro_rules! words {
    ($words:expr) => {{
        const WORDS: &str = $words;
        const SET: &$crate::text::keys::Words = &$crate::text::keys::Set::<[u32; $crate::text::keys::room(WORDS)]>::of(WORDS);
        SET
    }};
}

/// How many keys the words between bars have.
#[must_use]
pub const fn room(words: &str) -> usize {
    let mut bytes = words.as_bytes();
    let mut bars = 1;
    while let [first, rest @ ..] = bytes {
        bars += (*first == b'|') as usize;
        bytes = rest;
    }
    bars * WAYS
}

/// Words by their keys, made by [`words!`](crate::words).
pub type Words = Set<[u32]>;

/// Half the bits of each word's key, which tell all words apart, then of those without marks; and a bit for each of the first by which most others are
/// passed over at once.
pub struct Set<K: ?Sized> {
    bits: u64,
    keys: K,
}

/// What a set keeps of a key.
const fn half(key: u64) -> u32 {
    key as u32
}

impl<const N: usize> Set<[u32; N]> {
    /// Of words between bars.
    #[must_use]
    #[expect(clippy::indexing_slicing, reason = "at compile time, where iterators cannot run and a slip does not compile")]
    pub const fn of(words: &str) -> Self {
        let mut keys = [START; N];
        let mut halves = [0; N];
        let mut at = 0;
        let mut bytes = words.as_bytes();
        while let [first, rest @ ..] = bytes {
            if *first == b'|' {
                at += 1;
                bytes = rest;
                continue;
            }
            let (c, tail) = decoded(*first, rest);
            bytes = tail;
            keys[at] = mixed(keys[at], c as u32);
            if unmarked::READ {
                keys[at + N / WAYS] = mixed(keys[at + N / WAYS], base(c) as u32);
            }
        }
        let mut bits = if unmarked::READ { 1 << unmarked::BIT } else { 0 };
        at = 0;
        while at < N / WAYS {
            bits |= 1 << (keys[at] & 63);
            halves[at] = half(keys[at]);
            if unmarked::READ {
                halves[at + N / WAYS] = half(unmarked::key(keys[at + N / WAYS]));
            }
            at += 1;
        }
        Set { bits, keys: halves }
    }
}

impl Words {
    /// Whether a word is one of them.
    #[must_use]
    #[inline]
    pub fn contains(&self, key: &u64) -> bool {
        self.bits >> (key & 63) & 1 == 1 && self.place(*key).is_some()
    }

    /// The place of a word among them.
    #[must_use]
    pub fn place(&self, key: u64) -> Option<usize> {
        let (marked, unmarked) = self.keys.split_at_checked(self.keys.len() / WAYS)?;
        let half = half(key);
        (if unmarked::has(key) { unmarked } else { marked }).iter().position(|known| *known == half)
    }
}

/// The first character of valid UTF-8, and what is behind it.
const fn decoded(first: u8, mut rest: &[u8]) -> (char, &[u8]) {
    let (mut c, mut left) = match first {
        0..0x80 => (first as u32, 0),
        0x80..0xE0 => (first as u32 & 0x1F, 1),
        0xE0..0xF0 => (first as u32 & 0x0F, 2),
        0xF0.. => (first as u32 & 0x07, 3),
    };
    while left > 0 {
        if let [next, tail @ ..] = rest {
            c = c << 6 | (*next as u32 & 0x3F);
            rest = tail;
        }
        left -= 1;
    }
    (if let Some(c) = char::from_u32(c) { c } else { '\0' }, rest)
}

/// The key of the first word of a lower-case phrase.
#[must_use]
pub fn first_word(phrase: &str) -> u64 {
    phrase.chars().take_while(|c| *c != ' ').fold(START, |key, c| mixed(key, c as u32))
}

/// The key of a phrase and one more word of it.
pub(super) const fn joined(phrase: u64, word: u64) -> u64 {
    (phrase.rotate_left(21) ^ word).wrapping_mul(0x9E37_79B9_7F4A_7C15)
}

/// The keys of phrases of lower-case words, as they are typed `with` or without marks; ² and ³ are words of their own.
#[expect(clippy::indexing_slicing, reason = "at compile time, where iterators cannot run and a slip does not compile")]
pub(super) const fn phrases<const N: usize>(names: &[&str; N], with: bool) -> [u64; N] {
    let mut keys = [START; N];
    let mut at = 0;
    while at < N {
        let (mut word, mut bytes) = (START, names[at].as_bytes());
        while let [first, rest @ ..] = bytes {
            let (c, tail) = decoded(*first, rest);
            bytes = tail;
            if matches!(c, ' ' | '²' | '³') {
                keys[at] = joined(keys[at], if with { word } else { unmarked::key(word) });
                word = START;
            }
            if c != ' ' {
                word = mixed(word, if with { c } else { base(c) } as u32);
            }
        }
        // a sign behind a unit is read as it stands
        keys[at] = joined(keys[at], if with || matches!(names[at].as_bytes(), [.., 0xC2, 0xB2 | 0xB3]) { word } else { unmarked::key(word) });
        at += 1;
    }
    keys
}

/// Bits of keys, by which nearly all others are passed over at once.
#[derive(Clone, Copy)]
pub struct Sieve([u64; 64]);

impl Sieve {
    /// Of some sets.
    #[must_use]
    pub const fn new(sets: &[&Words]) -> Self {
        let mut sieve = Sieve([0; 64]);
        let mut left = sets;
        while let [set, others @ ..] = left {
            sieve.add(set);
            left = others;
        }
        sieve
    }

    /// With the first ones of some pairs.
    #[must_use]
    pub const fn or<T>(mut self, pairs: &[(&Words, T)]) -> Self {
        let mut left = pairs;
        while let [(set, _), others @ ..] = left {
            self.add(set);
            left = others;
        }
        self
    }

    /// Of the second ones of some pairs.
    #[must_use]
    pub const fn seconds(pairs: &[(&Words, &Words)]) -> Self {
        let mut sieve = Sieve([0; 64]);
        let mut left = pairs;
        while let [(_, set), others @ ..] = left {
            sieve.add(set);
            left = others;
        }
        sieve
    }

    #[expect(clippy::indexing_slicing, reason = "at compile time, where iterators cannot run and a slip does not compile")]
    const fn add(&mut self, set: &Words) {
        let mut left = &set.keys;
        while let [half, rest @ ..] = left {
            self.0[(*half >> 26) as usize] |= 1 << (*half >> 20 & 63);
            left = rest;
        }
    }

    /// Whether a key may be one of them.
    #[must_use]
    #[inline]
    pub fn passes(&self, key: u64) -> bool {
        let (Sieve(bits), half) = (self, half(key));
        bits.get((half >> 26) as usize).is_some_and(|bits| bits >> (half >> 20 & 63) & 1 == 1)
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::text::fold::soft;
    use crate::text::reading::keys;

    #[test]
    fn sets_have_the_keys_of_their_words() {
        const WORDS: &str = "tổ|khu|m²|hòa|x|đặc";
        assert_eq!(Set::<[u32; room(WORDS)]>::of(WORDS).keys[..6].to_vec(), keys(&WORDS.replace('|', " ")).into_iter().map(half).collect::<Vec<_>>());
        assert_eq!(words!("tổ").keys.len(), WAYS);
        assert!(words!("tổ|nhóm").contains(&keys("TỔ")[0]) && !words!("tổ|nhóm").contains(&keys("to")[0]));
    }

    #[test]
    fn halves_tell_all_words_apart() {
        let mut words = std::collections::BTreeSet::new();
        for entry in std::fs::read_dir("tests/fixtures/corpus").unwrap() {
            let text = std::fs::read_to_string(entry.unwrap().path()).unwrap();
            words.extend(keys(&text));
            words.extend(crate::text::unmarked::keys(&text));
        }
        let halves: std::collections::BTreeSet<(bool, u32)> = words.iter().map(|key| (unmarked::has(*key), half(*key))).collect();
        assert!(words.len() > 5_000 && halves.len() == words.len(), "{} of {}", halves.len(), words.len());
    }

    /// A word that is written in the other way to place its tone mark would never be found.
    #[test]
    fn sets_are_written_as_keys_are() {
        fn files(folder: &std::path::Path, all: &mut Vec<std::path::PathBuf>) {
            for entry in std::fs::read_dir(folder).unwrap() {
                let path = entry.unwrap().path();
                if path.is_dir() {
                    files(&path, all);
                } else if path.extension().is_some_and(|end| end == "rs") {
                    all.push(path);
                }
            }
        }
        let mut all = Vec::new();
        for folder in ["src/criteria", "src/text", "src/summary"] {
            files(std::path::Path::new(folder), &mut all);
        }
        let (mut sets, mut odd) = (0, Vec::new());
        for path in all {
            let source = std::fs::read_to_string(&path).unwrap();
            for tail in source.split("words!(\"").skip(1) {
                let set: Vec<&str> = tail.split('"').next().unwrap().split('|').map(|word| word.trim_start_matches(['\\', '\n', ' '])).collect();
                sets += 1;
                odd.extend(set.iter().filter(|word| !set.contains(&soft(word).as_str())).map(|word| format!("{}: {word}", path.display())));
            }
        }
        assert!(sets > 50 && odd.is_empty(), "{sets} sets, {odd:#?}");
    }
}
