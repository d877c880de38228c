//! What a file carries: the record and the report as associated files, and the mark by which it is known again.

use krilla::Document as Writer;
use krilla::embed::{AssociationKind, EmbeddedFile, MimeType};
use krilla::metadata::DateTime;

use super::PdfError;
use crate::pdf_read::{self, Mark, RECORD, REPORT};

/// The record and the report of a document.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Carried {
    /// What is said of the record in the metadata and at the foot of the pages.
    pub mark: Mark,
    /// Canonical JSON of the record.
    pub record: Vec<u8>,
    /// JSON of its report.
    pub report: Vec<u8>,
}

/// Attaches both: the record as what the document was made from, the report as what goes with it.
pub fn attach(writer: &mut Writer, carried: &Carried, date: DateTime) -> Result<(), PdfError> {
    let files = [
        (RECORD, "Phiếu đăng ký, mở lại được trong biểu mẫu", AssociationKind::Source, &carried.record),
        (REPORT, "Kết quả tự kiểm tra của phiếu đăng ký", AssociationKind::Supplement, &carried.report),
    ];
    for (path, description, association_kind, data) in files {
        let file = EmbeddedFile {
            path: path.to_owned(),
            mime_type: MimeType::new("application/json"),
            description: Some(description.to_owned()),
            association_kind,
            data: data.clone().into(),
            modification_date: Some(date),
            compress: Some(true),
            location: None,
        };
        writer.embed_file(file).ok_or_else(|| PdfError::Write(format!("{path} was not attached")))?;
    }
    Ok(())
}

/// The file with the mark in its metadata, sealed.
pub fn stamped(bytes: &[u8], carried: &Carried) -> Result<Vec<u8>, PdfError> {
    let stamped = pdf_read::stamped(bytes, &carried.mark).map_err(|refused| PdfError::Write(refused.code().to_owned()))?;
    stamped.ok_or_else(|| PdfError::Write("the metadata are not where they were expected".to_owned()))
}
