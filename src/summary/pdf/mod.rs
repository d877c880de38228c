//! PDF: the abstract document as pages that look as the official forms ask.
//!
//! A document is set into one column (`galley`) by `heading`, `text`, `table` and `signatures` with the measures of [`super::forms`], cut into
//! pages (`page`) and written (`paint`). Same document, same bytes: no clock, no randomness. Compiled into a module of its own.

mod carry;
mod code;
mod fonts;
mod galley;
mod heading;
mod lines;
mod page;
mod paint;
mod shape;
mod signatures;
mod table;
mod tags;
mod text;

use std::fmt;

pub use carry::Carried;
use fonts::Fonts;
use galley::Galley;

use super::document::{Block, Document, Form};
use super::forms;

/// A file and what could not be shown in it.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Pdf {
    /// PDF 1.7, tagged, PDF/A-3a and PDF/UA-1.
    pub bytes: Vec<u8>,
    /// Characters that the embedded faces lack, each once. A box stands in their place; copying it gives the character.
    pub missing: Vec<char>,
}

/// Why no file was made. Nothing a person types leads here.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum PdfError {
    /// `Document::date` is not `yyyy-mm-dd`: what it is.
    Date(String),
    /// The writer refused: its words.
    Write(String),
}

impl fmt::Display for PdfError {
    fn fmt(&self, formatter: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Self::Date(found) => write!(formatter, "document date «{found}» is not yyyy-mm-dd"),
            Self::Write(why) => write!(formatter, "PDF was not written: {why}"),
        }
    }
}

impl std::error::Error for PdfError {}

/// Renders a document without a record. Text is expected in NFC.
///
/// # Errors
/// [`PdfError`]
pub fn render(document: &Document) -> Result<Pdf, PdfError> {
    export(document, None)
}

/// Renders a document that carries the record it was made of: as attachments, named in the metadata and at the foot, and sealed.
///
/// # Errors
/// [`PdfError`]
pub fn export(document: &Document, carried: Option<&Carried>) -> Result<Pdf, PdfError> {
    let fonts = Fonts::load()?;
    let mut galley = Galley::new(&fonts, forms::sheet(document.form));
    let banner = page::banner(&mut galley, document.draft.as_deref());
    let mut form = document.form;
    for block in &document.blocks {
        if matches!(block, Block::Page { .. }) {
            foot(&mut galley, carried)?;
        }
        set_block(&mut galley, &mut form, block);
    }
    foot(&mut galley, carried)?;
    let (pages, targets) = page::paginate(&mut galley, banner);
    let bytes = paint::write(document, &fonts, &pages, &targets, galley.tags, carried)?;
    Ok(Pdf { bytes, missing: galley.missing })
}

/// Ends a part.
fn foot(galley: &mut Galley<'_>, carried: Option<&Carried>) -> Result<(), PdfError> {
    if let Some(carried) = carried {
        let foot = code::foot(galley, &carried.mark)?;
        galley.feet.push(foot);
    }
    Ok(())
}

fn set_block(galley: &mut Galley<'_>, form: &mut Form, block: &Block) {
    match block {
        Block::Heading { superior, body, number, place_date } => {
            let (superior, body, number) = (superior.as_deref(), body.as_deref(), number.as_deref());
            heading::heading(galley, *form, &heading::Heading { superior, body, number, place_date });
        }
        Block::Title { name, subtitle } => heading::title(galley, name, subtitle),
        Block::Addressed { to } => heading::addressed(galley, to),
        Block::Section { level, text } => text::section(galley, *level, text),
        Block::Paragraph { runs } => text::paragraphs(galley, runs),
        Block::Fields { rows } => text::fields(galley, rows),
        Block::Items { items } => text::items(galley, items),
        Block::Table { caption, columns, rows } => table::table(galley, caption, columns, rows),
        Block::Signatures { receipt, signer, confirmations } => signatures::signatures(galley, receipt, signer, confirmations),
        Block::Note { text } => text::note(galley, text),
        Block::Page { form: next } => {
            *form = *next;
            galley.begin(forms::sheet(*next));
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::summary::document::Run;

    fn document(form: Form, blocks: Vec<Block>) -> Document {
        Document {
            title: "Bản đăng ký".into(),
            lang: "vi-VN".into(),
            author: "Chi bộ".into(),
            form,
            file_name: "ban-dang-ky".into(),
            date: "2026-02-05".into(),
            draft: None,
            blocks,
        }
    }

    fn paragraph(text: &str) -> Block {
        Block::Paragraph { runs: vec![Run { text: text.into(), ..Run::default() }] }
    }

    #[test]
    fn the_same_document_gives_the_same_bytes() {
        let document = document(Form::Party, vec![paragraph(&"Mô hình “Dân vận khéo” ".repeat(300))]);
        assert_eq!(render(&document).unwrap(), render(&document).unwrap());
    }

    #[test]
    fn an_empty_document_and_an_empty_title_pass_the_validators() {
        for form in [Form::Party, Form::State, Form::Citizen, Form::None] {
            let empty = Document { title: String::new(), file_name: String::new(), author: String::new(), ..document(form, vec![]) };
            assert!(render(&empty).unwrap().bytes.starts_with(b"%PDF-1.7"));
        }
    }

    #[test]
    fn characters_without_a_glyph_are_reported_and_do_not_stop_the_export() {
        let text = "a 😀 字 👩\u{200d}🌾 \u{e000} \u{fffe} \u{0} \u{feff} 😀 \u{323}";
        assert_eq!(render(&document(Form::State, vec![paragraph(text)])).unwrap().missing, ['😀', '字', '👩', '🌾', '\u{e000}', '\u{fffe}']);
    }

    #[test]
    fn a_wrong_date_is_named() {
        for date in ["", "2026-2", "05/02/2026", "2026-02-05-01"] {
            let document = Document { date: date.into(), ..document(Form::None, vec![]) };
            assert_eq!(render(&document), Err(PdfError::Date(date.into())));
        }
    }
}
