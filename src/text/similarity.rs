//! How much of one text stands in another: shows text pasted into two boxes, or a sample left unchanged.

use super::fold::soft;
use super::words::words;
use crate::order::sorted;

/// Fewer words than this say too little to compare by parts.
const LEAST_WORDS: usize = 8;

/// Share, 0 to 1, of the three-word sequences of the shorter text that the longer one contains; the order of the arguments does not matter.
///
/// Case, tone placement and punctuation do not count. Under eight words only equal texts are alike: 1 or 0. A text without words is like nothing.
pub fn similarity(a: &str, b: &str) -> f64 {
    let (a, b) = (hashes(a), hashes(b));
    if a.len() < LEAST_WORDS || b.len() < LEAST_WORDS {
        return if !a.is_empty() && a == b { 1.0 } else { 0.0 };
    }
    let (a, b) = (shingles(&a), shingles(&b));
    let (small, large) = if a.len() <= b.len() { (a, b) } else { (b, a) };
    let shared = small.iter().filter(|s| large.binary_search(s).is_ok()).count();
    shared as f64 / small.len() as f64
}

/// One hash for each word.
fn hashes(text: &str) -> Vec<u64> {
    words(text).iter().map(|word| soft(word.text).bytes().fold(0xCBF2_9CE4_8422_2325, mix)).collect()
}

/// FNV-1a: two different words meet once in 2⁶⁴ by chance, and nobody gains by making them meet.
fn mix(hash: u64, byte: u8) -> u64 {
    (hash ^ u64::from(byte)).wrapping_mul(0x100_0000_01B3)
}

/// The distinct three-word sequences, sorted.
fn shingles(words: &[u64]) -> Vec<u64> {
    let shingle = |three: &[u64]| three.iter().fold(0, |hash: u64, word| (hash.rotate_left(21) ^ word).wrapping_mul(0x9E37_79B9_7F4A_7C15));
    let mut all = sorted(words.windows(3).map(|three| (shingle(three), shingle(three))).collect());
    all.dedup();
    all
}

#[cfg(test)]
mod tests {
    use super::*;

    const GOAL: &str = "Vận động 55 hộ dân hiến 1.647 m² đất làm đường giao thông nông thôn trong năm 2026";

    #[track_caller]
    fn alike(a: &str, b: &str, low: f64, high: f64) {
        let found = similarity(a, b);
        assert!((low..=high).contains(&found), "{found}");
        assert_eq!(found.to_bits(), similarity(b, a).to_bits());
    }

    #[test]
    fn pasted_text() {
        alike(GOAL, GOAL, 1.0, 1.0);
        alike(GOAL, &GOAL.to_uppercase(), 1.0, 1.0);
        alike(GOAL, &format!("Mục tiêu: {GOAL}; họp dân bàn bạc công khai, lập tổ giám sát."), 1.0, 1.0);
        alike(GOAL, &GOAL.replace("55", "60"), 0.7, 0.9);
        alike(GOAL, "Tổ tự quản tuần tra ban đêm, mỗi tuần ba buổi, báo tin cho công an phường", 0.0, 0.0);
    }

    #[test]
    fn short_texts() {
        alike("", "", 0.0, 0.0);
        alike("", GOAL, 0.0, 0.0);
        alike("Thực hiện theo kế hoạch", "thực hiện, theo kế hoạch.", 1.0, 1.0);
        alike("Thực hiện theo kế hoạch", "Thực hiện theo kế hoạch năm", 0.0, 0.0);
        alike("một hai ba bốn năm sáu bảy", GOAL, 0.0, 0.0);
        alike("một hai ba bốn năm sáu bảy tám", "một hai ba bốn năm sáu bảy tám", 1.0, 1.0);
        alike("Hòa giải ở cơ sở", "Hoà giải ở cơ sở", 1.0, 1.0);
    }

    #[test]
    fn long_texts() {
        alike(&"vận động ".repeat(4_000), &"vận động ".repeat(3_000), 1.0, 1.0);
        alike(&"a".repeat(20_000), &"a".repeat(20_000), 1.0, 1.0);
    }
}
