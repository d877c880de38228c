//! How much of a file is read, counted over the whole of it.

use std::cell::Cell;

use super::Refused;

/// Bytes of a file.
pub const MOST_BYTES: usize = 50_000_000;
/// Where `%PDF-` must stand: in so many first bytes.
pub const HEADER: usize = 1024;
/// Lists and dictionaries in each other.
pub const DEPTH: usize = 64;
/// References that lead to references, levels of a name tree, fields of fields.
pub const HOPS: usize = 16;
/// Savings of a file: sections of its table of contents.
const SECTIONS: usize = 200;
/// Objects that the sections name and values that are read; a value that holds others counts with them.
const OBJECTS: usize = 1_000_000;
/// Bytes of all streams that are unpacked; the longest record and report stay below a quarter.
const UNPACKED: usize = 48_000_000;
/// Bytes that are looked at one by one. Each counts again when it is looked at again.
const WORK: usize = 200_000_000;
/// Entries of the tree of attachments.
const ATTACHMENTS: usize = 1_000;

/// What there may be too much of.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum What {
    /// Depth of lists and dictionaries.
    Depth,
    /// Savings of the file.
    Sections,
    /// Objects.
    Objects,
    /// Unpacked bytes.
    Unpacked,
    /// Work.
    Work,
    /// Attachments.
    Attachments,
}

impl What {
    /// Code, for the sentence.
    #[must_use]
    pub const fn name(self) -> &'static str {
        match self {
            What::Depth => "depth",
            What::Sections => "sections",
            What::Objects => "objects",
            What::Unpacked => "unpacked",
            What::Work => "work",
            What::Attachments => "attachments",
        }
    }

    /// How much of it is read.
    #[must_use]
    pub const fn most(self) -> usize {
        match self {
            What::Depth => DEPTH,
            What::Sections => SECTIONS,
            What::Objects => OBJECTS,
            What::Unpacked => UNPACKED,
            What::Work => WORK,
            What::Attachments => ATTACHMENTS,
        }
    }
}

/// What was read so far.
#[derive(Debug, Default)]
pub struct Budget {
    sections: Cell<usize>,
    objects: Cell<usize>,
    unpacked: Cell<usize>,
    work: Cell<usize>,
    attachments: Cell<usize>,
}

impl Budget {
    /// Counts more of something.
    pub fn spend(&self, what: What, amount: usize) -> Result<(), Refused> {
        let spent = self.spent(what);
        let total = spent.map_or(amount, Cell::get).saturating_add(if spent.is_some() { amount } else { 0 });
        if let Some(spent) = spent {
            spent.set(total);
        }
        if total > what.most() { Err(Refused::Limit(what)) } else { Ok(()) }
    }

    /// How much of something may still be read.
    pub fn left(&self, what: What) -> usize {
        what.most().saturating_sub(self.spent(what).map_or(0, Cell::get))
    }

    /// Depth is not added up.
    fn spent(&self, what: What) -> Option<&Cell<usize>> {
        match what {
            What::Depth => None,
            What::Sections => Some(&self.sections),
            What::Objects => Some(&self.objects),
            What::Unpacked => Some(&self.unpacked),
            What::Work => Some(&self.work),
            What::Attachments => Some(&self.attachments),
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_is_spent_is_gone() {
        let budget = Budget::default();
        assert_eq!(budget.spend(What::Sections, SECTIONS), Ok(()));
        assert_eq!(budget.spend(What::Sections, 1), Err(Refused::Limit(What::Sections)));
        assert_eq!((budget.left(What::Sections), budget.left(What::Work)), (0, WORK));
        assert_eq!(budget.spend(What::Depth, DEPTH), Ok(()));
        assert_eq!(budget.spend(What::Depth, DEPTH), Ok(()));
        assert_eq!(budget.spend(What::Depth, DEPTH + 1), Err(Refused::Limit(What::Depth)));
    }
}
