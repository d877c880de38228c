//! What the bytes of a text are, for the reader that takes plain texts as they stand.

/// What makes a text not plain, without a branch for each letter: what its bytes are, and what one asks of the next and that one lacks.
pub(super) fn seen(text: &[u8]) -> u8 {
    let (mut seen, mut asked) = (0, CONTROL | ODD);
    for byte in text {
        let (asks, lacks) = BYTES.get(usize::from(*byte)).copied().unwrap_or_default();
        seen |= asked & lacks;
        asked = asks;
    }
    seen
}

/// To be no control character.
pub(super) const CONTROL: u8 = 1;
/// To be a byte of plain text.
const ODD: u8 = 2;
/// To be the second byte of ² or ³.
const POWER: u8 = 4;
/// To be the second byte of U+1E80 to U+1EFF.
const LETTER: u8 = 8;
/// To be the second byte of U+2000 to U+203F.
const MARK: u8 = 16;
/// To be the third byte of U+2010 to U+2027, or the first of another character.
const QUOTE: u8 = 32;

/// What a byte asks of the next one, and what it lacks itself.
static BYTES: [(u8, u8); 256] = bytes();

#[expect(clippy::indexing_slicing, reason = "at compile time, where a slip does not compile")]
const fn bytes() -> [(u8, u8); 256] {
    let mut bytes = [(CONTROL | ODD, 0); 256];
    let mut at = 0;
    while at < bytes.len() {
        let (asks, lacks) = &mut bytes[at];
        *lacks = match at {
            0..0x20 => CONTROL,
            0x90..=0xA7 => POWER | LETTER | MARK,
            0xB2 | 0xB3 => LETTER | MARK | QUOTE,
            0xBA | 0xBB => POWER | MARK | QUOTE,
            0x80 => POWER | LETTER | QUOTE,
            0x81..0xC0 => POWER | LETTER | MARK | QUOTE,
            // C3 to CB begin U+00C0 to U+02FF
            0x20..=0x7E | 0xC2..=0xCB | 0xE1 | 0xE2 => 0,
            _ => ODD,
        };
        *asks |= match at {
            0xC2 => POWER,
            0xE1 => LETTER,
            0xE2 => MARK,
            // the second byte of À, which nothing follows that is asked for, or of a quote or dash
            0x80 => QUOTE,
            _ => 0,
        };
        at += 1;
    }
    bytes
}
