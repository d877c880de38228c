//! Handing a record over with its documents, and taking it back out of them.

use super::{Call, Engine, Refusal};
use crate::json::{self, Json, Limits, Problem};
use crate::record::{self, CheckedWith, HandedTo, Registration};
use crate::summary::document::Document;

/// A document and the record that it was made from, as the PDF module takes them.
pub struct Parcel {
    /// What is printed.
    pub document: Document,
    /// The record, with whom it is handed to and what it was checked with.
    pub record: Registration,
    /// SHA-256 of its canonical JSON without `revision`, hex.
    pub digest: String,
    /// Its report, which names that digest.
    pub report: Json,
}

/// What was read out of a document.
pub struct ReadBack {
    /// The record.
    pub record: Registration,
    /// The report, when one is there and is one.
    pub report: Option<Json>,
    /// Whether it is the record that the document names.
    pub as_named: bool,
}

impl Engine {
    /// The record as it leaves the form: to whom it goes, what it was checked with, and a revision that counts exports which differ from the last. Gives its digest too.
    ///
    /// # Errors
    /// Those of [`Engine::parse`] and [`Engine::call`].
    pub fn export(&self, text: &[u8], options: &[u8], last: &str) -> Result<(Registration, String), Refusal> {
        let call = self.call(options)?;
        let (mut record, digest) = self.handed_over(text, &call)?;
        if digest != last {
            record.revision = Some(record.revision.unwrap_or_default() + 1);
        }
        Ok((record, digest))
    }

    /// A record with whom it is handed to and what it was checked with, and its digest.
    fn handed_over(&self, text: &[u8], call: &Call) -> Result<(Registration, String), Refusal> {
        let mut record = self.parse(text)?;
        if let Some(portal) = &call.portal {
            record.handed_to = Some(HandedTo { portal: portal.id.clone(), recipient: portal.recipient.clone() });
        }
        let guideline = call.rules.guideline();
        record.checked_with = Some(CheckedWith { guideline: guideline.id.clone(), version: guideline.version.clone(), digest: call.rules.digest().to_owned() });
        let digest = record::digest(&record);
        Ok((record, digest))
    }

    /// Makes the document of a record given as JSON text, with what it carries.
    ///
    /// # Errors
    /// Those of [`Engine::document`] and [`Engine::parse`]: what could not be read back is not handed out.
    pub fn parcel(&self, text: &[u8], options: &[u8]) -> Result<Parcel, Refusal> {
        let call = self.call(options)?;
        let (record, digest) = self.handed_over(text, &call)?;
        let tree = record::to_tree(&record);
        let document = match &call.options.before {
            Some(before) => self.table_of_changes(before, &tree, &call)?,
            None => self.document_of(&tree, call.kind()?, &call)?,
        };
        let mut report = self.check_tree(&tree, &call)?;
        report.record.digest = Some(digest.clone());
        Ok(Parcel { document, record, digest, report: json::tree(&report) })
    }

    /// Reads the attachments of a document; `digest` is the one that the document names.
    ///
    /// # Errors
    /// Those of [`Engine::parse`].
    pub fn read_back(&self, record: &[u8], report: &[u8], digest: &str) -> Result<ReadBack, Refusal> {
        let record = self.parse(record)?;
        // Longer than any report: every criterion of the longest guideline with every row of every list.
        let limits = Limits { bytes: 16 * 1024 * 1024, depth: 64, members: 1_000_000 };
        let report = json::read(report, limits).ok().filter(|report| report.get("format").and_then(Json::text) == Some("dvk-report/1"));
        let as_named = record::digest(&record) == digest;
        Ok(ReadBack { record, report, as_named })
    }
}

/// Why a PDF was not read, as its module says it: a code, what was found, what was expected.
#[must_use]
pub fn pdf_refused(code: &str, found: &str, expected: &str) -> Refusal {
    const CODES: [&str; 6] = ["not-pdf", "too-big", "pdf-encrypted", "pdf-foreign", "pdf-damaged", "pdf-limit"];
    let code = CODES.into_iter().find(|known| *known == code).unwrap_or("internal");
    Problem { code, found: found.to_owned(), expected: expected.to_owned(), ..Problem::default() }.into()
}
