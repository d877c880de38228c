//! The phrase lists that checks look for: a guideline's own vocabulary, and lists that come with the software.

use crate::guideline::Guideline;
use crate::text::lexicon::Lexicon;

/// A phrase list.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum List {
    /// Phrases that say nothing; `vocabulary.stock`.
    Stock,
    /// Phrases of routine duty; `vocabulary.duty`.
    Duty,
    /// Words of mobilising people; `vocabulary.mobilisation`.
    Mobilisation,
    /// Words of discussing with people and making public.
    Consultation,
}

impl List {
    const ALL: [List; 4] = [List::Stock, List::Duty, List::Mobilisation, List::Consultation];

    /// The phrases of a list.
    fn phrases(self, guideline: &Guideline) -> Vec<&str> {
        let Some(own) = &guideline.vocabulary else { return if self == List::Consultation { CONSULTATION.to_vec() } else { Vec::new() } };
        let list = match self {
            List::Stock => &own.stock,
            List::Duty => &own.duty,
            List::Mobilisation => &own.mobilisation,
            List::Consultation => return CONSULTATION.to_vec(),
        };
        list.iter().map(String::as_str).collect()
    }
}

/// All lists of a guideline, compiled once.
#[must_use]
pub fn compile(guideline: &Guideline) -> Lexicon {
    Lexicon::new(&List::ALL.map(|list| list.phrases(guideline)))
}

/// How people discuss, and where accounts are made public.
const CONSULTATION: &[&str] = &["họp dân", "họp thôn", "họp tổ", "bàn bạc", "lấy ý kiến", "biểu quyết", "niêm yết", "công khai", "thống nhất", "giám sát"];
