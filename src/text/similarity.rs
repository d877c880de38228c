//! How much of one text stands in another: shows text pasted into two boxes, or a sample left unchanged.

use super::reading::Reading;

/// Fewer words than this say too little to compare by parts.
const LEAST_WORDS: usize = 8;
/// What a three-word sequence that the other text lacks costs a stretch.
const LACKING: i32 = 3;

/// A text made ready to be compared with others.
#[derive(Debug, Clone, Default)]
pub struct Shingles {
    /// Its words, when they are too few to compare by parts.
    few: Vec<u64>,
    /// Its three-word sequences in order.
    order: Vec<u64>,
    /// The distinct ones.
    distinct: Vec<u64>,
    /// Where they are looked for: each at its slot or behind it, 0 where none is. Its length is a power of two.
    slots: Vec<u64>,
}

/// What two texts have in common.
#[derive(Debug, Clone, Copy, Default, PartialEq)]
pub struct Common {
    /// Share, 0 to 1, of the three-word sequences of the shorter text that the longer one contains.
    pub share: f64,
    /// How many of them follow each other, a word changed here and there.
    pub stretch: u32,
}

impl Shingles {
    /// Makes a text ready. Case, tone placement and punctuation do not count.
    #[must_use]
    pub fn new(reading: &Reading<'_>) -> Self {
        let words: Vec<u64> = reading.words.iter().map(|word| word.key).collect();
        if words.len() < LEAST_WORDS {
            return Shingles { few: words, ..Shingles::default() };
        }
        let order: Vec<u64> =
            words.windows(3).map(|three| three.iter().fold(0, |hash: u64, word| (hash.rotate_left(21) ^ word).wrapping_mul(0x9E37_79B9_7F4A_7C15))).collect();
        let mut shingles =
            Shingles { few: Vec::new(), distinct: Vec::with_capacity(order.len()), slots: vec![0; (order.len() * 2).next_power_of_two()], order: Vec::new() };
        for shingle in &order {
            let slot = shingles.slot(*shingle);
            if let Some(free) = shingles.slots.get_mut(slot).filter(|held| **held != *shingle) {
                *free = *shingle;
                shingles.distinct.push(*shingle);
            }
        }
        shingles.order = order;
        shingles
    }

    /// Where a sequence is, or would be.
    fn slot(&self, shingle: u64) -> usize {
        let mask = self.slots.len().wrapping_sub(1);
        // the high bits are the better mixed ones
        let mut slot = (shingle >> 32) as usize & mask;
        while self.slots.get(slot).is_some_and(|held| *held != 0 && *held != shingle) {
            slot = (slot + 1) & mask;
        }
        slot
    }

    fn has(&self, shingle: u64) -> bool {
        self.slots.get(self.slot(shingle)) == Some(&shingle)
    }

    /// What two texts have in common; the order does not matter. Under eight words only equal texts are alike. A text without words is like nothing.
    #[must_use]
    pub fn common(&self, other: &Shingles) -> Common {
        if self.order.is_empty() || other.order.is_empty() {
            let equal = !self.few.is_empty() && self.few == other.few;
            return if equal { Common { share: 1.0, stretch: self.few.len() as u32 } } else { Common::default() };
        }
        let (small, large) = if self.distinct.len() <= other.distinct.len() { (self, other) } else { (other, self) };
        let shared = small.distinct.iter().filter(|shingle| large.has(**shingle)).count();
        if shared == 0 {
            return Common::default();
        }
        let (mut run, mut best) = (0, 0);
        for shingle in &small.order {
            run = if large.has(*shingle) { run + 1 } else { (run - LACKING).max(0) };
            best = best.max(run);
        }
        Common { share: shared as f64 / small.distinct.len() as f64, stretch: best as u32 }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    /// Share, 0 to 1, of the three-word sequences of the shorter text that the longer one contains.
    fn similarity(a: &str, b: &str) -> f64 {
        Shingles::new(&Reading::new(a)).common(&Shingles::new(&Reading::new(b))).share
    }

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

    #[track_caller]
    fn stretch(a: &str, b: &str, expected: u32) {
        let (a, b) = (Shingles::new(&Reading::new(a)), Shingles::new(&Reading::new(b)));
        assert_eq!((a.common(&b).stretch, b.common(&a).stretch), (expected, expected));
    }

    #[test]
    fn stretches() {
        stretch(GOAL, GOAL, 16);
        stretch(&format!("{GOAL} và trồng hoa hai bên"), &format!("Nay làm tiếp: {GOAL}"), 16);
        stretch(GOAL, &GOAL.replace("đường", "cầu"), 8);
        stretch(GOAL, "Tổ tự quản tuần tra ban đêm mỗi tuần ba buổi", 0);
    }

    #[test]
    fn long_texts() {
        alike(&"vận động ".repeat(4_000), &"vận động ".repeat(3_000), 1.0, 1.0);
        alike(&"a".repeat(20_000), &"a".repeat(20_000), 1.0, 1.0);
    }
}
