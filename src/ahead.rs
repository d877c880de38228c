//! Goes through a text eight bytes at a time.

/// How many bytes stand before the first one of two; `None` when there is none.
#[must_use]
pub fn before(bytes: &[u8], marks: [u8; 2]) -> Option<usize> {
    const EACH: u64 = u64::MAX / 0xFF;
    /// The highest bit of each byte that is zero; above the first one it may stand where none is.
    fn zeros(bytes: u64) -> u64 {
        bytes.wrapping_sub(EACH) & !bytes & EACH << 7
    }
    let [one, other] = marks.map(|mark| EACH * u64::from(mark));
    let (words, tail) = bytes.as_chunks();
    for (at, word) in words.iter().enumerate() {
        let word = u64::from_le_bytes(*word);
        let found = zeros(word ^ one) | zeros(word ^ other);
        if found != 0 {
            return Some(at * 8 + found.trailing_zeros() as usize / 8);
        }
    }
    tail.iter().position(|byte| marks.contains(byte)).map(|at| bytes.len() - tail.len() + at)
}

/// A number by which texts are told apart: equal for equal ones, seldom for others. The higher half is the better one.
#[must_use]
pub fn hash(bytes: &[u8]) -> u64 {
    let (words, tail) = bytes.as_chunks();
    let mix = |hash: u64, word: u64| (hash.rotate_left(29) ^ word).wrapping_mul(0x9E37_79B9_7F4A_7C15);
    let whole = words.iter().fold(bytes.len() as u64, |hash, word| mix(hash, u64::from_le_bytes(*word)));
    mix(whole, tail.iter().fold(0, |word, byte| word << 8 | u64::from(*byte)))
}

/// Whether two texts are equal: the compiler's own comparison goes byte by byte in WebAssembly.
#[must_use]
#[inline]
pub fn are_equal(one: &[u8], other: &[u8]) -> bool {
    one.len() == other.len() && have_equal_bytes(one, other)
}

/// Of texts of one length: the last bytes are taken together, though some of them are looked at twice then.
fn have_equal_bytes(one: &[u8], other: &[u8]) -> bool {
    if let (Some(end), Some(other_end)) = (one.last_chunk::<8>(), other.last_chunk::<8>()) {
        let (words, others) = (one.as_chunks::<8>().0, other.as_chunks::<8>().0);
        return end == other_end && words.iter().zip(others).all(|(one, other)| one == other);
    }
    if let (Some(end), Some(other_end)) = (one.last_chunk::<4>(), other.last_chunk::<4>()) {
        return end == other_end && one.first_chunk::<4>() == other.first_chunk::<4>();
    }
    one.iter().zip(other).all(|(one, other)| one == other)
}

/// The lines of a text in bytes, without their ends; behind the last line end one more, which may be empty.
pub fn lines(bytes: &[u8]) -> impl Iterator<Item = &[u8]> {
    let mut left = Some(bytes);
    std::iter::from_fn(move || {
        let rest = left?;
        let length = before(rest, [b'\n'; 2]);
        left = length.and_then(|length| rest.get(length + 1..));
        rest.get(..length.unwrap_or(rest.len()))
    })
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn finds_what_a_search_byte_by_byte_finds() {
        let text: Vec<u8> = (0..=255).chain((0..=255).rev()).collect();
        for from in 0..text.len() {
            for mark in 0..=255_u8 {
                let marks = [mark, mark.wrapping_mul(7) ^ 0x55];
                let rest = &text[from..];
                assert_eq!(before(rest, marks), rest.iter().position(|byte| marks.contains(byte)), "{from} {marks:?}");
            }
        }
    }

    #[test]
    fn equal_texts_are_told_by_every_byte() {
        let text: Vec<u8> = (1..=40).collect();
        for length in 0..=text.len() {
            let one = &text[..length];
            let copy = one.to_vec();
            assert!(are_equal(one, &copy) && hash(one) == hash(&copy));
            for at in 0..length {
                let mut other = one.to_vec();
                other[at] ^= 0x40;
                assert!(!are_equal(one, &other) && hash(one) != hash(&other), "{length} {at}");
            }
            assert!(length == 0 || !are_equal(one, &one[1..]) && hash(one) != hash(&one[1..]));
        }
    }

    #[test]
    fn lines_are_those_of_a_split() {
        for text in ["", "\n", "a", "a\n", "\n\na", "một dòng dài hơn tám byte\r\nhai\n\nba"] {
            assert!(lines(text.as_bytes()).eq(text.as_bytes().split(|byte| *byte == b'\n')), "{text}");
        }
    }
}
