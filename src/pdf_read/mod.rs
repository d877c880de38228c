//! Reading a PDF back: the record that it carries, and whether anything was done to the file since it was exported.
//!
//! Only what that needs is read: no page is drawn, no font opened. The way of a file:
//! `lexer` → `object` → `xref` (the sections that each saving of the file appended) → `file` (objects by number, `filter`) →
//! `attached` (the record) and `seal`, `later` (the state). `stamp` is the one thing that is written here: what the others look for.
//!
//! Everything is counted (`limits`): a file made to hurt ends in [`Refused`], never in a panic or in minutes of work. It is no
//! signature: who writes a file anew with this software can seal it anew.

mod attached;
mod file;
mod filter;
mod later;
mod lexer;
mod limits;
mod object;
mod places;
mod seal;
mod signature;
mod stamp;
mod xmp;
mod xref;

use file::{File, View};
pub use limits::{MOST_BYTES, What};
pub use stamp::stamped;
pub use xmp::Mark;

/// Name of the attachment that is the record.
pub const RECORD: &str = "registration.json";
/// Name of the attachment that is the report.
pub const REPORT: &str = "report.json";

/// What was done to a file since it was exported.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum State {
    /// The very bytes that were exported.
    Intact,
    /// Those bytes, and after them only what a signature or the notes of a program add.
    Appended,
    /// Anything else.
    Changed,
}

impl State {
    /// All of them.
    pub const ALL: [State; 3] = [State::Intact, State::Appended, State::Changed];

    /// Name in the API.
    #[must_use]
    pub const fn name(self) -> &'static str {
        match self {
            State::Intact => "intact",
            State::Appended => "appended",
            State::Changed => "changed",
        }
    }
}

/// What a file carries.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Opened {
    /// `registration.json`, whatever it holds.
    pub record: Vec<u8>,
    /// `report.json`, when it is there.
    pub report: Option<Vec<u8>>,
    /// The record's digest as the file names it; "" where it names none.
    pub digest: String,
    /// What was done to the file. The caller compares the record with `digest` before it says “intact”.
    pub state: State,
}

/// Why a file cannot be read.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Refused {
    /// No `%PDF-` where one begins.
    NotPdf,
    /// More bytes than [`MOST_BYTES`].
    TooBig,
    /// Protected by a password or a right.
    Encrypted,
    /// A sound PDF that carries no record: how many attachments it has.
    Foreign(usize),
    /// Cut off, or overwritten: what could not be read, and the byte near which.
    Damaged(Part, usize),
    /// More of something than is read.
    Limit(What),
}

impl Refused {
    /// Permanent code.
    #[must_use]
    pub const fn code(self) -> &'static str {
        match self {
            Refused::NotPdf => "not-pdf",
            Refused::TooBig => "too-big",
            Refused::Encrypted => "pdf-encrypted",
            Refused::Foreign(_) => "pdf-foreign",
            Refused::Damaged(..) => "pdf-damaged",
            Refused::Limit(_) => "pdf-limit",
        }
    }

    /// What was found and what was expected, for the sentence.
    #[must_use]
    pub fn details(self, file: &[u8]) -> (String, String) {
        match self {
            Refused::NotPdf => {
                let first = file.iter().take(8).map(|byte| if byte.is_ascii_graphic() { char::from(*byte) } else { '.' });
                (first.collect(), "%PDF-".to_owned())
            }
            Refused::TooBig => (file.len().to_string(), MOST_BYTES.to_string()),
            Refused::Encrypted => (String::new(), String::new()),
            Refused::Foreign(count) => (count.to_string(), RECORD.to_owned()),
            Refused::Damaged(part, at) => (part.name().to_owned(), at.to_string()),
            Refused::Limit(what) => (what.name().to_owned(), what.most().to_string()),
        }
    }
}

/// A part of a file.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Part {
    /// The end, which says where to begin.
    End,
    /// The table of contents.
    Table,
    /// An object.
    Object,
    /// Compressed data.
    Stream,
}

impl Part {
    /// Code, for the sentence.
    #[must_use]
    pub const fn name(self) -> &'static str {
        match self {
            Part::End => "end",
            Part::Table => "table",
            Part::Object => "object",
            Part::Stream => "stream",
        }
    }
}

/// Reads what a file carries.
///
/// # Errors
/// [`Refused`]; a file that was changed but still gives its record is no error.
pub fn open(bytes: &[u8]) -> Result<Opened, Refused> {
    if bytes.len() > MOST_BYTES {
        return Err(Refused::TooBig);
    }
    if !bytes.iter().take(limits::HEADER).copied().collect::<Vec<_>>().windows(5).any(|window| window == b"%PDF-") {
        return Err(Refused::NotPdf);
    }
    let file = File::new(bytes);
    let sections = xref::sections(&file)?;
    if sections.iter().any(|section| section.trailer.get("Encrypt").is_some()) {
        return Err(Refused::Encrypted);
    }
    let current = View::merged(&sections);
    let sealed = seal::sealed(&file, &sections)?;
    let state = match &sealed {
        None => State::Changed,
        Some(sealed) if sealed.is_all_of(bytes) => State::Intact,
        Some(sealed) => match later::only_adds(&file, &sections, sealed, &current) {
            Ok(true) => State::Appended,
            // What was added may be broken; the record is there all the same.
            Ok(false) | Err(Refused::Damaged(..)) => State::Changed,
            Err(limit) => return Err(limit),
        },
    };
    let attached = attached::attached(&file, &current)?;
    let Some(record) = attached.record else { return Err(Refused::Foreign(attached.count)) };
    Ok(Opened { record, report: attached.report, digest: sealed.map_or(String::new(), |sealed| sealed.digest), state })
}
