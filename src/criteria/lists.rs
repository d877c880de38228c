//! The phrase lists that checks look for: a guideline's own vocabulary, and lists that come with the software.

use super::forms::{abolished_body, history, old_place_name};
use super::phrases;
use crate::guideline::{Check, Guideline};
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
    /// Where the letters of a mobilising or discussing word stand and its sense does not.
    Lookalike,
    /// What sets the model apart from routine duty.
    Contrast,
    /// What people give.
    Giving,
    /// Those whose money, land or labour is the people's.
    People,
    /// Those whose giving is theirs to decide.
    Others,
    /// Who bears arms for a living.
    Force,
    /// Arms.
    Arms,
    /// What is secret by its name.
    Secret,
    /// History, and arms that were handed in.
    Harmless,
    /// Bodies and levels of before July 2025.
    Abolished,
    /// Provinces of before July 2025.
    OldProvinces,
    /// What puts a sentence in the past.
    Past,
    /// What puts the words close behind it in the past.
    PastNear,
    /// What puts a name before it in the past.
    PastBehind,
    /// What brings a sentence back to the present.
    Present,
    /// Kinds of documents.
    Documents,
}

impl List {
    /// Whether it is of what people do, which can be denied; see [`meant`](super::meant).
    #[must_use]
    pub fn is_of_acts(self) -> bool {
        matches!(self, List::Mobilisation | List::Consultation | List::Giving)
    }

    const ALL: [List; 20] = [
        List::Stock,
        List::Duty,
        List::Mobilisation,
        List::Consultation,
        List::Lookalike,
        List::Contrast,
        List::Giving,
        List::People,
        List::Others,
        List::Force,
        List::Arms,
        List::Secret,
        List::Harmless,
        List::Abolished,
        List::OldProvinces,
        List::Past,
        List::PastNear,
        List::PastBehind,
        List::Present,
        List::Documents,
    ];

    /// The phrases of a list.
    fn phrases(self, guideline: &Guideline) -> Vec<&str> {
        let own = guideline.vocabulary.as_ref();
        let own = match self {
            List::Stock => own.map(|own| &own.stock),
            List::Duty => own.map(|own| &own.duty),
            List::Mobilisation => own.map(|own| &own.mobilisation),
            List::Consultation => return phrases::CONSULTATION.split('|').collect(),
            List::Lookalike => return phrases::LOOKALIKE.split('|').collect(),
            List::Contrast => return phrases::CONTRAST.split('|').collect(),
            List::Giving => return phrases::GIVING.split('|').collect(),
            List::People => return phrases::PEOPLE.split('|').collect(),
            List::Others => return phrases::OTHERS.split('|').collect(),
            List::Force => return phrases::FORCE.split('|').collect(),
            List::Arms => return phrases::ARMS.split('|').collect(),
            List::Secret => return phrases::SECRET.split('|').collect(),
            List::Harmless => return phrases::HARMLESS.split('|').collect(),
            List::Abolished => return abolished_body::PHRASES.split('|').collect(),
            List::OldProvinces => return old_place_name::PROVINCES.iter().map(|(name, _)| *name).collect(),
            List::Past => return history::PAST.split('|').collect(),
            List::PastNear => return history::PAST_NEAR.split('|').collect(),
            List::PastBehind => return history::PAST_BEHIND.split('|').collect(),
            List::Present => return history::PRESENT.split('|').collect(),
            List::Documents => return history::DOCUMENTS.split('|').collect(),
        };
        own.into_iter().flatten().map(String::as_str).collect()
    }
}

/// The lists that checks bring with them, each once.
#[must_use]
pub fn of_checks<'a>(guideline: &'a Guideline) -> Vec<&'a [String]> {
    let mut lists: Vec<&[String]> = Vec::new();
    let mut see = |check: &'a Check| {
        if let Check::StockPhrases(params) = check
            && !params.phrases.is_empty()
            && !lists.contains(&params.phrases.as_slice())
        {
            lists.push(&params.phrases);
        }
    };
    for criterion in &guideline.criteria {
        criterion.check.each(&mut see);
        criterion.when.iter().for_each(|when| when.each(&mut see));
    }
    lists
}

/// All lists of a guideline, compiled; `keys` are those of a phrase's words.
#[must_use]
pub fn compile(guideline: &Guideline, keys: fn(&str) -> Vec<u64>) -> Lexicon {
    Lexicon::new(&List::ALL.map(|list| list.phrases(guideline)), keys)
}

/// The words of answers that say nothing, and the boxes' own captions.
#[must_use]
pub fn fillers(keys: fn(&str) -> Vec<u64>) -> Lexicon {
    Lexicon::new(&[phrases::FILLER.split('|').chain(phrases::CAPTIONS.split('|')).collect()], keys)
}
