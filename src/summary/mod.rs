//! Summaries: a record becomes an abstract [`Document`](document::Document), and that becomes html, text or pdf.
//!
//! - [`form`], [`brief`]: the builders, one file for each kind of document.
//! - [`html`], [`text`], `pdf`: the formats; each reads the document and nothing else.

pub mod document;

mod brief;
mod form;
mod heading;
pub mod html;
#[cfg(feature = "pdf")]
pub mod pdf;
pub mod text;
mod values;

use crate::criteria::report::CheckReport;
use crate::guideline::Guideline;
use crate::portal::Portal;
use crate::record::Registration;
use crate::text::date::Date;
use document::Document;

/// A kind of document.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Kind {
    /// Bản đăng ký.
    Form,
    /// Tóm tắt, one page for the meeting.
    Brief,
}

impl Kind {
    /// The kinds that can be made.
    pub const ALL: [Kind; 2] = [Kind::Form, Kind::Brief];

    /// Name in the API.
    #[must_use]
    pub const fn name(self) -> &'static str {
        match self {
            Kind::Form => "form",
            Kind::Brief => "brief",
        }
    }
}

/// What a document is made from.
#[derive(Clone, Copy)]
pub struct Material<'a> {
    /// The record, without what a switch hides.
    pub record: &'a Registration,
    /// Its report, with sentences.
    pub report: &'a CheckReport,
    /// The guideline of the report.
    pub guideline: &'a Guideline,
    /// Where the form stands.
    pub portal: Option<&'a Portal>,
    /// The day of the document.
    pub today: Date,
}

/// Makes a document.
#[must_use]
pub fn build(kind: Kind, material: &Material<'_>) -> Document {
    match kind {
        Kind::Form => form::build(material),
        Kind::Brief => brief::build(material),
    }
}

/// How many points must be corrected before the form may be printed with an official face.
#[must_use]
pub fn open_points(report: &CheckReport) -> usize {
    report.totals.must as usize + report.errors.len()
}
