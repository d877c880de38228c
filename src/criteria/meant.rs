//! Which phrases of a text are meant: “chưa họp dân”, “vận động viên” and “ngày công khai mạc” have the letters of another thing.

use super::lists::List;
use crate::text::lexicon::Hit;
use crate::text::reading::{Reading, keys};

/// The occurrences without those of mobilising and discussing that are denied or are part of another word.
pub fn meant(hits: Vec<Hit>, reading: &Reading<'_>, denials: &Denials) -> Vec<Hit> {
    let asked = |hit: &Hit| hit.list == List::Mobilisation as u8 || hit.list == List::Consultation as u8 || hit.list == List::Giving as u8;
    if !hits.iter().any(asked) {
        return hits;
    }
    let others: Vec<(usize, usize)> = hits.iter().filter(|hit| hit.list == List::Lookalike as u8).map(|hit| (hit.first, hit.last)).collect();
    let part_of_other = |hit: &Hit| {
        let before = others.partition_point(|(first, _)| *first <= hit.last);
        before.checked_sub(1).and_then(|at| others.get(at)).is_some_and(|(_, last)| *last >= hit.first)
    };
    hits.into_iter().filter(|hit| !asked(hit) || !(part_of_other(hit) || denials.stand_before(hit, reading))).collect()
}

/// Words that deny what follows within two words.
pub struct Denials {
    no: Vec<u64>,
    but: Vec<u64>,
}

impl Denials {
    /// Their keys, taken once.
    pub fn new() -> Self {
        Denials {
            no: keys("không chưa chẳng chả khỏi miễn đừng khoan thiếu ko k0"), but: keys("chỉ những ngừng quên mà riêng kể ngại quản")
        }
    }

    fn stand_before(&self, hit: &Hit, reading: &Reading<'_>) -> bool {
        let mut at = hit.first;
        for step in 0..3 {
            let Some(before) = at.checked_sub(1) else { return false };
            if !reading.gap(before).chars().all(|c| c == ' ' || c == '\u{A0}') {
                return false;
            }
            if reading.words.get(before).is_some_and(|word| self.no.contains(&word.key)) {
                let next = reading.words.get(before + 1).map_or(0, |word| word.key);
                // “không chỉ vận động” affirms; “không phải góp” denies
                let affirms = step > 0 && self.but.contains(&next);
                return !affirms;
            }
            at = before;
        }
        false
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::criteria::{Rules, Subject};
    use crate::json::Json;
    use crate::text::date::Date;

    #[track_caller]
    fn counts(list: List, text: &str, expected: usize) {
        let rules = Rules::mau().unwrap();
        let subject = Subject::new(&rules, &Json::Null, Date::new(2026, 6, 1).unwrap());
        assert_eq!(subject.read(text).hits(list).count(), expected, "{text}");
    }

    #[test]
    fn denied() {
        counts(List::Consultation, "Chưa họp dân.", 0);
        counts(List::Consultation, "sẽ không được công khai", 0);
        counts(List::Consultation, "không những họp dân", 1);
        counts(List::Mobilisation, "Không vận động, không kêu gọi thêm", 0);
        counts(List::Mobilisation, "không chỉ vận động", 1);
        counts(List::Mobilisation, "Không ép, vận động", 1);
        counts(List::Giving, "người dân không phải góp đồng nào", 0);
    }

    #[test]
    fn part_of_another_word() {
        counts(List::Mobilisation, "20 vận động viên, 3 sân vận động, cống hiến", 0);
        counts(List::Mobilisation, "vận động 20 viên chức", 1);
        counts(List::Consultation, "Ngày công khai mạc; sạp niêm yết giá", 0);
        counts(List::Consultation, "niêm yết thu chi", 1);
        counts(List::Mobilisation, &"không vận động ".repeat(1_500), 0);
    }
}
