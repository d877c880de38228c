//! Many returned registrations made one list, with totals: what a ward officer does with a hundred files, without a server.
//!
//! Files come one after another, in any order: the result does not depend on it, save for which of two equal files is named. One that cannot be read is listed
//! with the reason and stops nothing.
//!
//! - [`list`]: the list of eleven columns.  [`totals`]: fields × kinds × statuses.  [`csv`]: either as a file that spreadsheets open and none can be made to run.

pub mod csv;
pub mod list;
pub mod totals;

use crate::record::{self, Registration};
use crate::text::fold::soft;

/// What came of some files.
#[derive(Debug, Default)]
pub struct RollUp {
    kept: Vec<Kept>,
    aside: Vec<Aside>,
    refused: Vec<Refused>,
}

/// A registration that is counted.
#[derive(Debug, Clone)]
pub struct Kept {
    /// Name of its file.
    pub file: String,
    /// The record.
    pub record: Registration,
    digest: String,
}

/// A file that is not counted, since another holds the same registration.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Aside {
    /// Name of the file.
    pub file: String,
    /// Name of the one that is counted.
    pub for_file: String,
    /// Why that one.
    pub reason: Reason,
    /// Revisions of both.
    pub revisions: [i64; 2],
}

/// Why another file of the same registration is counted.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Reason {
    /// It was exported later.
    Older,
    /// Both say the same.
    Same,
    /// Neither is known to be later, and they differ: people must choose.
    Differs,
}

impl Reason {
    /// Name in data.
    #[must_use]
    pub const fn name(self) -> &'static str {
        match self {
            Reason::Older => "older",
            Reason::Same => "same",
            Reason::Differs => "differs",
        }
    }
}

/// A file that could not be read.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Refused {
    /// Name of the file.
    pub file: String,
    /// A sentence.
    pub why: String,
}

impl RollUp {
    /// Takes in a registration. Of two files with one id the higher revision is kept.
    pub fn add(&mut self, file: &str, record: Registration) {
        let kept = Kept { file: file.to_owned(), digest: record::digest(&record), record };
        let Some(known) = self.kept.iter_mut().find(|known| known.record.id.eq_ignore_ascii_case(&kept.record.id)) else {
            return self.kept.push(kept);
        };
        let revision = |kept: &Kept| kept.record.revision.unwrap_or_default();
        let (reason, replaces) = match revision(&kept).cmp(&revision(known)) {
            std::cmp::Ordering::Greater => (Reason::Older, true),
            std::cmp::Ordering::Less => (Reason::Older, false),
            // The smaller digest is counted, so that the order of the files does not matter.
            std::cmp::Ordering::Equal if kept.digest == known.digest => (Reason::Same, false),
            std::cmp::Ordering::Equal => (Reason::Differs, kept.digest < known.digest),
        };
        let out = if replaces { std::mem::replace(known, kept) } else { kept };
        let aside = Aside { revisions: [revision(&out), revision(known)], file: out.file, for_file: known.file.clone(), reason };
        let (from, to) = (aside.file.clone(), aside.for_file.clone());
        self.aside.push(aside);
        if replaces {
            self.aside.iter_mut().filter(|aside| aside.for_file == from).for_each(|aside| aside.for_file.clone_from(&to));
        }
    }

    /// Takes in a file that could not be read.
    pub fn refuse(&mut self, file: &str, why: &str) {
        self.refused.push(Refused { file: file.to_owned(), why: why.to_owned() });
    }

    /// The registrations that are counted, by name of the applicant and then of the model.
    #[must_use]
    pub fn kept(&self) -> Vec<&Kept> {
        let key = |kept: &Kept| [soft(&kept.record.applicant.name), soft(&kept.record.model.name), kept.record.id.clone()];
        crate::order::sorted(self.kept.iter().map(|kept| (key(kept), kept)).collect())
    }

    /// Files that are not counted since another holds the same registration.
    #[must_use]
    pub fn aside(&self) -> &[Aside] {
        &self.aside
    }

    /// Files that could not be read.
    #[must_use]
    pub fn refused(&self) -> &[Refused] {
        &self.refused
    }

    /// Names that several registrations bear, typing habits aside, with the files that bear them.
    #[must_use]
    pub fn namesakes(&self) -> Vec<(String, Vec<String>)> {
        let mut named: Vec<(String, String, Vec<String>)> = Vec::new();
        for kept in self.kept().into_iter().filter(|kept| !kept.record.model.name.trim().is_empty()) {
            let key = soft(&kept.record.model.name);
            match named.iter_mut().find(|(known, ..)| *known == key) {
                Some((_, _, files)) => files.push(kept.file.clone()),
                None => named.push((key, kept.record.model.name.clone(), vec![kept.file.clone()])),
            }
        }
        named.into_iter().filter(|(_, _, files)| files.len() > 1).map(|(_, name, files)| (name, files)).collect()
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn record(number: u32, revision: i64, name: &str) -> Registration {
        let mut record = Registration { id: format!("01999999-0000-7000-8000-{number:012}"), revision: Some(revision), ..Registration::default() };
        record.model.name = name.to_owned();
        record
    }

    fn rolled(files: &[(&str, Registration)]) -> RollUp {
        let mut rolled = RollUp::default();
        files.iter().for_each(|(file, record)| rolled.add(file, record.clone()));
        rolled
    }

    #[track_caller]
    fn sets_aside(files: &[(&str, Registration)], aside: &[(&str, &str, Reason)]) {
        let rolled = rolled(files);
        let said: Vec<(&str, &str, Reason)> = rolled.aside().iter().map(|one| (one.file.as_str(), one.for_file.as_str(), one.reason)).collect();
        assert_eq!(said, aside);
        assert_eq!(rolled.kept().len() + aside.len(), files.len());
    }

    #[test]
    fn the_higher_revision_is_kept_whatever_the_order() {
        let (first, second, third) = (("a.json", record(1, 1, "x")), ("b.json", record(1, 2, "y")), ("c.json", record(1, 3, "z")));
        sets_aside(&[first.clone(), second.clone()], &[("a.json", "b.json", Reason::Older)]);
        sets_aside(&[second.clone(), first.clone()], &[("a.json", "b.json", Reason::Older)]);
        sets_aside(&[first, second, third], &[("a.json", "c.json", Reason::Older), ("b.json", "c.json", Reason::Older)]);
    }

    #[test]
    fn equal_files_count_once_and_different_ones_of_a_revision_are_told() {
        sets_aside(&[("a.json", record(1, 2, "x")), ("b.json", record(1, 2, "x"))], &[("b.json", "a.json", Reason::Same)]);
        let (one, other) = (("a.json", record(1, 2, "x")), ("b.json", record(1, 2, "y")));
        let counted = |files: &[(&str, Registration)]| rolled(files).kept().iter().map(|kept| kept.file.clone()).collect::<Vec<_>>();
        assert_eq!(counted(&[one.clone(), other.clone()]), counted(&[other.clone(), one.clone()]));
        assert_eq!(rolled(&[one, other]).aside()[0].reason, Reason::Differs);
    }

    #[test]
    fn namesakes_are_named_whatever_the_typing() {
        let rolled = rolled(&[
            ("a.json", record(1, 1, "Hòa  giải “khéo”")),
            ("b.json", record(2, 1, "hoà giải \"khéo\"")),
            ("c.json", record(3, 1, "Khác")),
            ("d.json", record(4, 1, "")),
        ]);
        assert_eq!(rolled.namesakes(), [("Hòa  giải “khéo”".to_owned(), vec!["a.json".to_owned(), "b.json".to_owned()])]);
    }
}
