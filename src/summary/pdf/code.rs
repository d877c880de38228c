//! The foot of a part's last page: a QR code that names the record of the file, and the same in words.
//!
//! It stands in the bottom margin, where it moves nothing, and far from the upper right corner, which officials keep for their own marks.
//! On paper it tells which export of which registration a sheet is: `DVK:<id>:<revision>:<digest>`, in capitals, which pack smaller.

use std::rc::Rc;

use qrcodegen::{QrCode, QrCodeEcc, QrSegment};

use super::PdfError;
use super::fonts::Style;
use super::galley::{Block, Galley, Item, Mark};
use super::tags::Role;
use super::text::{Setting, Stand, set};
use crate::pdf_read;
use crate::summary::forms::{Lettering, WIDTH, mm};

/// Side of a module; with 37 of them the code measures 13 mm and stays 5 mm inside the paper, where printers still print.
const SIDE: f32 = mm(0.35);
/// From the end of the text; at least four modules must stay white around a code.
const ABOVE: f32 = mm(1.5);
/// Between code and words.
const BESIDE: f32 = mm(3.0);
const WORDS: Lettering = Lettering { size: 8.0, style: Style { bold: false, italic: false } };
/// What a screen reader says of the code.
const ALT: &str = "Mã QR ghi mã phiếu, lần xuất và mã đối chiếu như dòng chữ bên cạnh.";

/// Sets the foot. Its elements come after everything that was set before.
pub fn foot(galley: &mut Galley<'_>, mark: &pdf_read::Mark) -> Result<Block, PdfError> {
    let content = content(mark);
    if !QrSegment::is_alphanumeric(&content) {
        return Err(PdfError::Write(format!("{content} is not to be packed into a code")));
    }
    let segments = [QrSegment::make_alphanumeric(&content)];
    let code = QrCode::encode_segments(&segments, QrCodeEcc::Medium).map_err(|error| PdfError::Write(error.to_string()))?;
    let across = 0..code.size();
    let modules: Vec<Vec<bool>> = across.clone().map(|y| across.clone().map(|x| code.get_module(x, y)).collect()).collect();
    let width = SIDE * modules.len() as f32;
    let element = galley.tags.open(None, Role::Figure(ALT.to_owned(), None));
    let mut block =
        Block { items: vec![Item { x: 0.0, y: ABOVE, mark: Mark::Code { modules: Rc::new(modules), side: SIDE }, element: Some(element) }], height: 0.0 };
    let element = galley.tags.open(None, Role::Paragraph);
    let left = width + BESIDE;
    let setting = Setting { width: WIDTH - left, first_line: 0.0, pitch: WORDS.pitch(), stand: Stand::Left };
    let mut y = ABOVE;
    for line in words(mark) {
        let lines = Block::stacked(set(galley, &[(&line, WORDS.style)], WORDS.size, &setting, Some(element)));
        let height = lines.height;
        block.overlay(lines, left, y);
        y += height;
    }
    Ok(block)
}

fn content(mark: &pdf_read::Mark) -> String {
    format!("DVK:{}:{}:{}", mark.id, revision(mark), mark.digest).to_ascii_uppercase()
}

fn revision(mark: &pdf_read::Mark) -> String {
    mark.revision.map_or(String::new(), |revision| revision.to_string())
}

fn words(mark: &pdf_read::Mark) -> [String; 2] {
    let revision = revision(mark);
    let times = if revision.is_empty() { String::new() } else { format!(" - Lần xuất: {revision}") };
    [format!("Mã phiếu: {}{times}", mark.id), format!("Mã đối chiếu: {}", mark.digest)]
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::summary::document::Form;
    use crate::summary::forms::{MARGIN_Y, sheet};
    use crate::summary::pdf::fonts::Fonts;

    #[test]
    fn it_fits_the_bottom_margin_whatever_the_revision() {
        let fonts = Fonts::load().unwrap();
        for revision in [None, Some(1), Some(999), Some(9_007_199_254_740_991)] {
            let mut galley = Galley::new(&fonts, sheet(Form::Party));
            let mark = pdf_read::Mark { id: "01999999-9999-7fff-bfff-ffffffffffff".into(), revision, digest: "a".repeat(64) };
            let foot = foot(&mut galley, &mark).unwrap();
            let Mark::Code { modules, side } = &foot.items[0].mark else { panic!("no code") };
            let bottom = ABOVE + side * modules.len() as f32;
            assert!(bottom <= MARGIN_Y - mm(4.5), "{revision:?}: {} modules end at {bottom}", modules.len());
            assert!(galley.missing.is_empty());
        }
    }
}
