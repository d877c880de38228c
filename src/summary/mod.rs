//! Summaries: a record becomes an abstract [`Document`](document::Document), and that becomes html, text, pdf or docx.
//!
//! - [`form`], [`brief`], [`self_check`], [`appraisal`]: the builders, one file for each kind of document.
//! - [`stage`]: what a document of a stage is called; [`targets`], [`reached`]: what is to be reached, and how far it was.
//! - [`names`]: the guideline's own labels and fields; [`found`]: findings in print; [`values`]: answers in print; [`ties`]: spaces at which no line ends;
//!   [`fit`]: what one page holds.
//! - [`changes`]: two versions side by side, a document that is made from both.  [`cells`]: answers in one cell, for lists.
//! - [`html`], [`text`], `pdf`, `docx`: the formats; each reads the document and nothing else.
//! - `forms`: sizes and spaces of the official forms; [`wording`]: their fixed words.

pub mod document;

mod appraisal;
mod brief;
pub mod cells;
pub mod changes;
#[cfg(any(feature = "pdf", feature = "docx"))]
mod columns;
#[cfg(feature = "docx")]
pub mod docx;
mod fit;
mod form;
#[cfg(any(feature = "pdf", feature = "docx"))]
mod forms;
mod found;
mod heading;
pub mod html;
mod names;
#[cfg(feature = "pdf")]
pub mod pdf;
mod reached;
mod self_check;
mod stage;
mod targets;
pub mod text;
mod ties;
mod values;
pub mod wording;

use crate::criteria::report::CheckReport;
use crate::guideline::Guideline;
use crate::portal::Portal;
use crate::record::Registration;
use crate::text::date::Date;
use document::{Block, Document};

/// A kind of document.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Kind {
    /// Bản đăng ký.
    Form,
    /// Tóm tắt, one page for the meeting.
    Brief,
    /// Phiếu tự kiểm tra.
    SelfCheck,
    /// Phiếu thẩm định.
    Appraisal,
    /// All of them, each from a page of its own.
    All,
}

impl Kind {
    /// The kinds that can be made.
    pub const ALL: [Kind; 5] = [Kind::Form, Kind::Brief, Kind::SelfCheck, Kind::Appraisal, Kind::All];

    /// Name in the API.
    #[must_use]
    pub const fn name(self) -> &'static str {
        match self {
            Kind::Form => "form",
            Kind::Brief => "brief",
            Kind::SelfCheck => "self-check",
            Kind::Appraisal => "appraisal",
            Kind::All => "all",
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

/// Makes a document. What the guideline hides is not in it.
#[must_use]
pub fn build(kind: Kind, material: &Material<'_>) -> Document {
    let visible = names::Names(material.guideline).visible(material.record);
    let material = &Material { record: visible.as_ref().unwrap_or(material.record), ..*material };
    let mut document = match kind {
        Kind::Form => form::build(material),
        Kind::Brief => brief::build(material),
        Kind::SelfCheck => self_check::build(material),
        Kind::Appraisal => appraisal::build(material),
        Kind::All => all(material),
    };
    ties::tie_all(&mut document);
    document
}

/// The form and after it the other documents.
fn all(material: &Material<'_>) -> Document {
    let mut bundle = form::build(material);
    for part in [brief::build(material), self_check::build(material), appraisal::build(material)] {
        bundle.blocks.push(Block::Page { form: part.form });
        bundle.blocks.extend(part.blocks);
    }
    bundle.title = format!("Hồ sơ {}: {}", stage::dossier(material.record), values::or_blank(&material.record.model.name));
    bundle.file_name = values::file_name("ho-so-dvk", material.record, bundle.draft.is_some());
    bundle
}

/// How many points must be corrected before the form may be printed with an official face.
#[must_use]
pub fn open_points(report: &CheckReport) -> usize {
    report.totals.must as usize + report.errors.len()
}
