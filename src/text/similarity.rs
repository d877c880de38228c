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
    /// The distinct ones, where they are looked for.
    distinct: Table,
}

/// Three-word sequences: each at its slot or behind it.
#[derive(Debug, Clone, Default)]
struct Table {
    /// 0 where none is. Their number is a power of two.
    slots: Vec<u64>,
    /// How many there are.
    length: usize,
}

impl Table {
    fn for_most(length: usize) -> Self {
        Table { slots: vec![0; (length * 2).next_power_of_two()], length: 0 }
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

    /// Adds a sequence, if it is not there; gives its slot.
    fn add(&mut self, shingle: u64) -> usize {
        let slot = self.slot(shingle);
        if let Some(free) = self.slots.get_mut(slot).filter(|held| **held != shingle) {
            *free = shingle;
            self.length += 1;
        }
        slot
    }

    fn has(&self, shingle: u64) -> bool {
        self.slots.get(self.slot(shingle)) == Some(&shingle)
    }
}

/// The three-word sequences of a text.
fn sequences(reading: &Reading<'_>) -> impl Iterator<Item = u64> {
    reading.words.array_windows().map(|[one, two, three]| (one.key.rotate_left(42) ^ two.key.rotate_left(21) ^ three.key).wrapping_mul(0x9E37_79B9_7F4A_7C15))
}

/// Which sequences may stand in more places than one: a bit for each that came, and for each that came again.
/// For the thousand sequences of a record some thirty bits are taken twice by chance.
struct Bits([[u64; 2]; 256]);

impl Bits {
    fn place(shingle: u64) -> (usize, u64) {
        ((shingle >> 56) as usize, 1 << (shingle >> 50 & 63))
    }

    fn note(&mut self, shingle: u64) {
        let (place, bit) = Self::place(shingle);
        if let Some([once, again]) = self.0.get_mut(place) {
            *again |= *once & bit;
            *once |= bit;
        }
    }

    fn has(&self, shingle: u64) -> bool {
        let (place, bit) = Self::place(shingle);
        self.0.get(place).is_some_and(|[_, again]| again & bit != 0)
    }
}

/// How much several texts have in common, each with each, counted in one pass over all of them: nearly all pairs need not be looked at then.
pub struct Likeness {
    /// By text.
    counts: Vec<Counts>,
    /// Sequences that two texts share, a row for each text.
    shared: Vec<u32>,
}

/// The sequences of a text.
#[derive(Clone, Copy, Default)]
struct Counts {
    distinct: u32,
    /// Those that stand there again.
    repeated: u32,
}

impl Likeness {
    /// Most texts that are counted together.
    const MOST: usize = 64;

    /// Counts. Nearly all sequences stand in one place only; those are known by their bits, and never looked for.
    #[must_use]
    pub fn of(texts: &[&Reading<'_>]) -> Self {
        let long = |text: &&Reading<'_>| text.words.len() >= LEAST_WORDS && texts.len() <= Self::MOST;
        let mut likeness = Likeness { counts: vec![Counts::default(); texts.len()], shared: vec![0; texts.len() * texts.len()] };
        let mut again = Bits([[0; 2]; 256]);
        for text in texts.iter().filter(|text| long(text)) {
            for shingle in sequences(text) {
                again.note(shingle);
            }
        }
        let mut several: Vec<(usize, u64)> = Vec::new();
        for ((at, text), counts) in texts.iter().enumerate().zip(&mut likeness.counts).filter(|((_, text), _)| long(text)) {
            let before = several.len();
            for shingle in sequences(text) {
                if again.has(shingle) {
                    several.push((at, shingle));
                }
            }
            counts.distinct = (text.words.len() - 2 - (several.len() - before)) as u32;
        }
        let mut seen = Table::for_most(several.len());
        let mut holders = vec![0_u64; seen.slots.len()];
        for (at, shingle) in several {
            let Some(holders) = holders.get_mut(seen.add(shingle)) else { continue };
            likeness.count(at, *holders);
            *holders |= 1 << at;
        }
        likeness
    }

    /// Counts a sequence of a text that texts before it have, given as bits; or it has itself.
    fn count(&mut self, at: usize, holders: u64) {
        let texts = self.counts.len();
        let Some(counts) = self.counts.get_mut(at) else { return };
        if holders >> at & 1 == 1 {
            counts.repeated += 1;
            return;
        }
        counts.distinct += 1;
        let mut others = holders;
        while others != 0 {
            if let Some(shared) = self.shared.get_mut(at * texts + others.trailing_zeros() as usize) {
                *shared += 1;
            }
            others &= others - 1;
        }
    }

    /// Whether a stretch may stand twice in one text; “no” is certain, [`Shingles::repeated`] tells.
    #[must_use]
    pub fn may_repeat(&self, at: usize, stretch: u32) -> bool {
        self.counts.get(at).is_some_and(|counts| counts.distinct == 0 || counts.repeated >= stretch)
    }

    /// Whether a text and one before it may share more than a part, or follow each other over a stretch; “no” is certain, [`Shingles::common`] tells.
    #[must_use]
    pub fn may_exceed(&self, at: usize, before: usize, share: f64, stretch: u32) -> bool {
        let count = |at: usize| self.counts.get(at).copied().unwrap_or_default();
        let (one, other) = (count(at), count(before));
        if one.distinct == 0 && other.distinct == 0 {
            return true;
        }
        let shared = self.shared.get(at * self.counts.len() + before).copied().unwrap_or_default();
        let least = one.distinct.min(other.distinct);
        shared > 0 && (f64::from(shared) >= share * f64::from(least) || shared + one.repeated.max(other.repeated) >= stretch)
    }
}

/// How many words of two texts follow each other in the same order, others in between: for texts of some dozens of words.
#[must_use]
pub fn in_order(one: &Reading<'_>, other: &Reading<'_>) -> usize {
    let mut best = vec![0_usize; other.words.len() + 1];
    for word in one.words.iter() {
        let mut diagonal = 0;
        for (at, other) in other.words.iter().enumerate() {
            let left = best.get(at).copied().unwrap_or_default();
            let Some(here) = best.get_mut(at + 1) else { break };
            let above = *here;
            *here = if word.key == other.key { diagonal + 1 } else { above.max(left) };
            diagonal = above;
        }
    }
    best.last().copied().unwrap_or_default()
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
        if reading.words.len() < LEAST_WORDS {
            return Shingles { few: reading.words.iter().map(|word| word.key).collect(), ..Shingles::default() };
        }
        let order: Vec<u64> = sequences(reading).collect();
        let mut distinct = Table::for_most(order.len());
        for shingle in &order {
            distinct.add(*shingle);
        }
        Shingles { few: Vec::new(), order, distinct }
    }

    /// How many three-word sequences it has.
    #[must_use]
    pub fn length(&self) -> usize {
        self.order.len()
    }

    /// How many three-word sequences follow each other as they did before in the text; a phrase over and over is no such stretch.
    #[must_use]
    pub fn repeated(&self) -> u32 {
        let mut before = Table::for_most(self.order.len());
        let mut places = vec![0_usize; before.slots.len()];
        let (mut run, mut best, mut last) = (0, 0, None);
        for (at, shingle) in self.order.iter().enumerate() {
            let known = before.has(*shingle);
            let Some(place) = places.get_mut(before.add(*shingle)) else { continue };
            if known {
                let goes_on = last.is_some_and(|last: usize| last + 1 == *place);
                run = if goes_on { run + 1 } else { 1 };
                last = Some(*place);
            } else {
                *place = at;
                (run, last) = (0, None);
            }
            best = best.max(run);
        }
        best
    }

    /// What two texts have in common; the order does not matter. Under eight words only equal texts are alike. A text without words is like nothing.
    #[must_use]
    pub fn common(&self, other: &Shingles) -> Common {
        if self.order.is_empty() || other.order.is_empty() {
            let equal = !self.few.is_empty() && self.few == other.few;
            return if equal { Common { share: 1.0, stretch: self.few.len() as u32 } } else { Common::default() };
        }
        let (small, large) = if self.distinct.length <= other.distinct.length { (self, other) } else { (other, self) };
        let shared = small.distinct.slots.iter().filter(|shingle| **shingle != 0 && large.distinct.has(**shingle)).count();
        if shared == 0 {
            return Common::default();
        }
        let (mut run, mut best) = (0, 0);
        for shingle in &small.order {
            run = if large.distinct.has(*shingle) { run + 1 } else { (run - LACKING).max(0) };
            best = best.max(run);
        }
        Common { share: shared as f64 / small.distinct.length as f64, stretch: best as u32 }
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

    /// A pair that is passed over is one of which nothing would be said.
    #[test]
    fn counts_pass_over_only_what_is_not_alike() {
        let one = "mỗi hộ nhận một đoạn đường trước nhà quét dọn hằng tuần và trồng thêm hoa theo mùa ";
        let texts = [
            one.to_owned(),
            format!("{one} rồi họp lại"),
            one.repeat(3),
            "một hai ba bốn năm sáu bảy tám chín mười".to_owned(),
            "hộ nhận một".to_owned(),
            "hộ nhận một".to_owned(),
            "a b c ".repeat(20),
            format!("x y z {}", "a b c ".repeat(12)),
            String::new(),
        ];
        let readings: Vec<Reading<'_>> = texts.iter().map(|text| Reading::new(text)).collect();
        let likeness = Likeness::of(&readings.iter().collect::<Vec<_>>());
        let mut passed = 0;
        for (share, stretch) in [(0.1, 5), (0.5, 27), (0.75, 27), (0.99, 1_000)] {
            for at in 0..texts.len() {
                for before in 0..at {
                    let common = Shingles::new(&readings[at]).common(&Shingles::new(&readings[before]));
                    let alike = common.share > share || common.stretch >= stretch;
                    assert!(!alike || likeness.may_exceed(at, before, share, stretch), "{at} {before} {share} {stretch}: {common:?}");
                    passed += usize::from(!likeness.may_exceed(at, before, share, stretch));
                }
            }
        }
        assert!(passed > 60, "{passed}");
    }
}
