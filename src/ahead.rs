//! Looks ahead in a text for a byte, eight bytes at a time.

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

/// Whether two bytes stand behind each other.
#[must_use]
pub fn has(bytes: &[u8], two: [u8; 2]) -> bool {
    let [first, second] = two;
    let mut rest = bytes;
    while let Some(at) = before(rest, [first; 2]) {
        rest = rest.get(at + 1..).unwrap_or_default();
        if rest.first() == Some(&second) {
            return true;
        }
    }
    false
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
    fn two_bytes_behind_each_other() {
        for (text, there) in [("", false), ("x", false), ("xã xây x", false), ("20xx", true), ("xxx", true), ("đường xx mét", true), ("x x", false)] {
            assert_eq!(has(text.as_bytes(), *b"xx"), there, "{text}");
        }
    }

    #[test]
    fn lines_are_those_of_a_split() {
        for text in ["", "\n", "a", "a\n", "\n\na", "một dòng dài hơn tám byte\r\nhai\n\nba"] {
            assert!(lines(text.as_bytes()).eq(text.as_bytes().split(|byte| *byte == b'\n')), "{text}");
        }
    }
}
