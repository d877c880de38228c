//! DOCX: the abstract document as an Office Open XML file (ECMA-376), because offices go on editing.
//!
//! `styles` turns the measures of [`super::forms`] into named styles, `body` writes paragraphs and sections, `heading`, `table` and `signatures` the blocks
//! that are more than that, `package` the other parts and the zip. Same document, same bytes. Compiled into a module of its own.

mod body;
mod heading;
mod letters;
mod package;
mod signatures;
mod styles;
mod table;
mod xml;

use std::fmt;

use body::{Body, Manner};
use styles::Look;

use super::document::{self, Block, Document, Field, Form, Run};
use super::forms::{self, Lettering, Sheet, Style};
use super::wording::labelled;
use crate::text::date::Date;

/// A file.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Docx {
    /// Transitional Office Open XML, for Word 2010 and later, WPS Office and LibreOffice.
    pub bytes: Vec<u8>,
}

/// Why no file was made. Nothing a person types leads here.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum DocxError {
    /// `Document::date` is not `yyyy-mm-dd`: what it is.
    Date(String),
    /// The zip refused: its words.
    Write(String),
}

impl fmt::Display for DocxError {
    fn fmt(&self, formatter: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Self::Date(found) => write!(formatter, "document date «{found}» is not yyyy-mm-dd"),
            Self::Write(why) => write!(formatter, "DOCX was not written: {why}"),
        }
    }
}

impl std::error::Error for DocxError {}

/// Renders a document. Text is expected in NFC.
pub fn render(document: &Document) -> Result<Docx, DocxError> {
    // One language tag everywhere: Word checks spelling by it and knows “vi-VN”, not “vi”.
    let lang = if document.lang == "vi" { "vi-VN" } else { &document.lang };
    let sheets = sheets(document);
    let mut body = Body::new(&sheets, forms::sheet(document.form));
    let mut form = document.form;
    let mut draft = document.draft.is_some();
    for block in &document.blocks {
        if let Block::Page { form: next } = block {
            body.end_part(std::mem::take(&mut draft));
            form = *next;
            body.turn_to(forms::sheet(form));
        }
        write_block(&mut body, form, block);
    }
    let text = body.finish(draft);
    package::pack(document, lang, &text, &styles::part(&sheets, lang))
}

/// The different measures of a document's parts, the document's own first.
fn sheets(document: &Document) -> Vec<&'static Sheet> {
    let mut sheets = vec![forms::sheet(document.form)];
    for block in &document.blocks {
        if let Block::Page { form } = block
            && !sheets.contains(&forms::sheet(*form))
        {
            sheets.push(forms::sheet(*form));
        }
    }
    sheets
}

fn write_block(body: &mut Body<'_>, form: Form, block: &Block) {
    match block {
        Block::Heading { superior, body: issuer, number, place_date } => {
            let (superior, issuer, number) = (superior.as_deref(), issuer.as_deref(), number.as_deref());
            heading::heading(body, form, &heading::Heading { superior, body: issuer, number, place_date });
        }
        Block::Title { name, subtitle } => heading::title(body, name, subtitle),
        Block::Addressed { to } => heading::addressed(body, to),
        Block::Section { level, text } => body.line(if *level <= 1 { Look::Section } else { Look::Subsection }, Manner::default(), text),
        Block::Paragraph { runs } => paragraphs(body, runs),
        Block::Fields { rows } => rows.iter().for_each(|row| field(body, row)),
        Block::Items { items } => items.iter().for_each(|item| body.line(Look::Item, Manner::default(), &format!("-\u{a0}{item}"))),
        Block::Table { caption, columns, rows } => table::table(body, caption, columns, rows),
        Block::Signatures { receipt, signer, confirmations } => signatures::signatures(body, receipt, signer, confirmations),
        Block::Note { text } => {
            text.lines().filter(|line| !line.trim().is_empty()).for_each(|line| body.line(Look::Note, Manner::default(), line));
        }
        Block::Page { .. } => {}
    }
}

/// Running text.
fn paragraphs(body: &mut Body<'_>, runs: &[Run]) {
    let plain = body.sheet.text;
    for pieces in document::paragraphs(runs) {
        body.paragraph(Look::Text, Manner::default(), |body| {
            for piece in &pieces {
                let lettering = Lettering { size: plain.size, style: Style { bold: piece.bold, italic: piece.italic } };
                body.run((lettering != plain).then_some(lettering), &piece.text);
            }
        });
    }
}

/// “Label: value”; further lines of the value are paragraphs of their own.
fn field(body: &mut Body<'_>, row: &Field) {
    let mut lines = row.value.lines().map(str::trim).filter(|line| !line.is_empty());
    body.line(Look::Text, Manner::default(), &format!("{}{}", labelled(&row.label), lines.next().unwrap_or_default()));
    lines.for_each(|line| body.line(Look::Item, Manner::default(), line));
}

/// A date as it is written into the file, when it is one.
fn fields_of_date(date: &str) -> Result<&str, DocxError> {
    Date::from_iso(date).map(|_| date).ok_or_else(|| DocxError::Date(date.to_owned()))
}
