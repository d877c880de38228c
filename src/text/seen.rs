//! Words that were read before, known again by their bytes: Vietnamese has few syllables, and a text repeats those of the last one.
//!
//! A word is compared in two steps of eight bytes, where reading its letters takes some steps for each of them.

/// Places for words, of which each may have two. Several times the syllables that registrations use.
const PLACES: usize = 1 << PLACE_BITS;
const PLACE_BITS: u32 = 11;
/// What ends a word of letters, of the characters before `@`: all that are sound behind any word but digits and the apostrophe, with which it may go on.
const ENDS: u64 = (u64::MAX << b' ' | 1 << b'\t' | 1 << b'\n' | 1 << b'\r') & !(0x3FF << b'0' | 1 << b'\'' | 1 << b'?');

/// Words by the bytes they have.
pub(super) struct Seen {
    words: [Word; PLACES],
}

/// What is known of a word of Latin letters in which nothing is odd.
#[derive(Clone, Copy)]
pub(super) struct Word {
    pub(super) bytes: Bytes,
    pub(super) key: u64,
    /// Letters, each of which is one UTF-16 code unit.
    pub(super) letters: u8,
    /// Bytes.
    pub(super) length: u8,
    pub(super) initial: bool,
    pub(super) capitals: bool,
    /// Which signs of a text it is, as bits.
    pub(super) marks: u8,
}

/// The bytes of what may be a word of letters, from the lowest on; zeros behind the last one.
#[derive(Clone, Copy, PartialEq, Eq)]
pub(super) struct Bytes([u64; 2]);

impl Word {
    const NONE: Word = Word { bytes: Bytes([0; 2]), key: 0, letters: 0, length: 0, initial: false, capitals: false, marks: 0 };
}

impl Bytes {
    /// Those at a place of a text, and how many they are; none where a word of letters cannot be told by them.
    #[inline(always)]
    pub(super) fn at(text: &[u8], at: usize) -> Option<(Bytes, u8)> {
        let rest = text.get(at..)?;
        let one = rest.first_chunk().map_or_else(|| padded(rest), |eight| u64::from_le_bytes(*eight));
        let (bytes, bits, end) = match before_at(one) {
            0 => {
                let rest = rest.get(8..)?;
                let two = rest.first_chunk().map_or_else(|| padded(rest), |eight| u64::from_le_bytes(*eight));
                let marks = before_at(two);
                if marks == 0 {
                    return None;
                }
                let bits = marks.trailing_zeros() - 7;
                (Bytes([one, two & ((1 << bits) - 1)]), 64 + bits, two >> bits)
            }
            marks => {
                let bits = marks.trailing_zeros() - 7;
                (Bytes([one & ((1 << bits) - 1), 0]), bits, one >> bits)
            }
        };
        (bits > 0 && ENDS >> (end & 63) & 1 == 1).then_some((bytes, (bits / 8) as u8))
    }

    fn place(self) -> usize {
        let Bytes([one, two]) = self;
        ((one ^ two.rotate_left(29)).wrapping_mul(0x9E37_79B9_7F4A_7C15) >> (64 - PLACE_BITS)) as usize
    }
}

impl Seen {
    pub(super) const NONE: Seen = Seen { words: [Word::NONE; PLACES] };

    /// The word at a place of a text, if it was read.
    #[inline(always)]
    pub(super) fn at(&self, text: &[u8], at: usize) -> Option<&Word> {
        let (bytes, _) = Bytes::at(text, at)?;
        let place = bytes.place();
        let is = |word: &&Word| word.bytes == bytes;
        self.words.get(place).filter(is).or_else(|| self.words.get(place ^ 1).filter(is))
    }

    /// Keeps a word; of two that were at its places, the older one goes. The newest stands at the even place.
    pub(super) fn put(&mut self, mut word: Word) {
        let place = word.bytes.place();
        for place in [place & !1, place | 1] {
            if let Some(known) = self.words.get_mut(place) {
                std::mem::swap(known, &mut word);
            }
        }
    }
}

/// The last bytes of a text; its end ends a word as a space does.
#[inline(never)] // seldom needed, and the loop over words stays short without it
fn padded(rest: &[u8]) -> u64 {
    rest.iter().rev().fold(SPACES, |word, byte| word << 8 | u64::from(*byte))
}

const SPACES: u64 = u64::MAX / 0xFF * b' ' as u64;

/// The highest bit of each byte that stands before `@`.
#[inline(always)]
fn before_at(bytes: u64) -> u64 {
    !(bytes | bytes << 1) & 0x8080_8080_8080_8080
}
