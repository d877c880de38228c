//! The abstract document: what is printed, without how.
//!
//! Builders make it from a record; html, text and pdf only read it, so that they cannot differ. It crosses to the PDF module as JSON.

use serde::{Deserialize, Serialize};

/// One document: pages are made by whoever renders it.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
#[serde(rename_all = "camelCase")]
pub struct Document {
    /// Title of the file (metadata), one line.
    pub title: String,
    /// BCP 47 language of the texts.
    pub lang: String,
    /// Who made it (metadata).
    pub author: String,
    /// The official form whose sizes and spaces it follows.
    pub form: Form,
    /// File name without extension, ASCII, no personal names.
    pub file_name: String,
    /// The day it is made, `yyyy-mm-dd`.
    pub date: String,
    /// Stands above the heading of every page of the first part while something must still be corrected.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub draft: Option<String>,
    /// What is printed, from top to bottom.
    pub blocks: Vec<Block>,
}

/// Which official heading and typography a document bears.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "lowercase")]
pub enum Form {
    /// Party documents: HD 05-HD/VPTW (2026).
    Party,
    /// State bodies: NĐ 30/2020/NĐ-CP.
    State,
    /// A citizen: Quốc hiệu without an issuing body.
    Citizen,
    /// No heading.
    None,
}

/// A piece of the document.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
#[serde(tag = "type", rename_all = "camelCase")]
pub enum Block {
    /// Official heading: bodies on the left, the State's or the Party's title on the right, place and date.
    #[serde(rename_all = "camelCase")]
    Heading {
        /// Superior body, upper case.
        superior: Option<String>,
        /// Issuing body, upper case, bold.
        body: Option<String>,
        /// Number line, complete: “Số: 15/BC-UBND”.
        number: Option<String>,
        /// Place and date line, complete.
        place_date: String,
    },
    /// Name of the document and what it is about.
    Title {
        /// Upper case, bold, centred.
        name: String,
        /// Bold, centred; lines break where a string ends.
        subtitle: Vec<String>,
    },
    /// “Kính gửi: …”
    Addressed {
        /// One or more recipients.
        to: Vec<String>,
    },
    /// A numbered heading within the text: “1. Tên mô hình”.
    Section {
        /// 1 or 2.
        level: u8,
        /// Number and words.
        text: String,
    },
    /// Running text. A line break in a run ends a paragraph.
    Paragraph {
        /// Pieces in one style each.
        runs: Vec<Run>,
    },
    /// “Label: value”, one paragraph each.
    Fields {
        /// In reading order.
        rows: Vec<Field>,
    },
    /// A dashed list.
    Items {
        /// One line each.
        items: Vec<String>,
    },
    /// A table with a head that repeats on each page.
    Table {
        /// Read out and shown above the table.
        caption: String,
        /// From left to right.
        columns: Vec<Column>,
        /// Cells as text; every row as long as `columns`, or of one cell that names the rows below it.
        rows: Vec<Vec<String>>,
    },
    /// “Nơi nhận” on the left, who signs on the right, confirmations below.
    Signatures {
        /// Lines of “Nơi nhận”, complete; none = not printed.
        receipt: Vec<String>,
        /// The person who registers.
        signer: Signature,
        /// Confirming bodies, at most two.
        confirmations: Vec<Signature>,
    },
    /// A remark in small italics.
    Note {
        /// One paragraph.
        text: String,
    },
    /// Another part of the bundle: a page of its own, pages counted from 1 again.
    Page {
        /// The form of what follows.
        form: Form,
    },
}

/// A piece of text in one style.
#[derive(Debug, Clone, PartialEq, Default, Serialize, Deserialize)]
pub struct Run {
    /// The words; spaces at its ends count.
    pub text: String,
    /// Heavy.
    #[serde(default, skip_serializing_if = "std::ops::Not::not")]
    pub bold: bool,
    /// Slanted.
    #[serde(default, skip_serializing_if = "std::ops::Not::not")]
    pub italic: bool,
}

/// The paragraphs of running text: a line break in a run ends one, blank ones are none.
#[must_use]
pub fn paragraphs(runs: &[Run]) -> Vec<Vec<Run>> {
    let mut paragraphs = vec![Vec::new()];
    for run in runs {
        for (index, text) in run.text.split('\n').enumerate() {
            if index > 0 {
                paragraphs.push(Vec::new());
            }
            if let Some(last) = paragraphs.last_mut() {
                last.push(Run { text: text.to_owned(), ..*run });
            }
        }
    }
    paragraphs.retain(|pieces| pieces.iter().any(|piece| !piece.text.trim().is_empty()));
    paragraphs
}

/// A label and what was answered.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
pub struct Field {
    /// Without the colon.
    pub label: String,
    /// May have several lines.
    pub value: String,
}

/// A column of a table.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
pub struct Column {
    /// Heading cell.
    pub head: String,
    /// Share of the width; shares are added up.
    pub share: f64,
    /// How the cells stand.
    pub align: Align,
    /// What the cells are for.
    #[serde(default, skip_serializing_if = "Cells::are_read")]
    pub cells: Cells,
}

/// What the cells of a column are for.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default, Serialize, Deserialize)]
#[serde(rename_all = "lowercase")]
pub enum Cells {
    /// To be read.
    #[default]
    Read,
    /// To be ticked: every line of a cell has a box before it.
    Tick,
    /// To be written in by hand: empty, with room for [`HAND`] lines.
    Hand,
}

/// Lines that a cell to be written in has room for.
pub const HAND: usize = 2;

impl Cells {
    /// Whether there is nothing to fill in.
    #[must_use]
    pub fn are_read(&self) -> bool {
        *self == Cells::Read
    }
}

impl Column {
    /// A column to be read.
    #[must_use]
    pub fn new(head: &str, share: f64, align: Align) -> Self {
        Column { head: head.to_owned(), share, align, cells: Cells::Read }
    }
}

/// How text stands in a cell.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "lowercase")]
pub enum Align {
    /// Words.
    Left,
    /// Short codes, dates, ordinal numbers.
    Center,
    /// Figures.
    Right,
}

/// A place for a signature.
#[derive(Debug, Clone, PartialEq, Default, Serialize, Deserialize)]
pub struct Signature {
    /// “T/M CHI BỘ”, upper case, bold.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub authority: Option<String>,
    /// Position or caption, upper case.
    pub position: String,
    /// “(Ký, ghi rõ họ tên)”.
    pub hint: String,
    /// Space for a seal.
    pub seal: bool,
    /// Name below the space.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub name: Option<String>,
}
