//! The official forms as data: sizes in points, lengths in points made from millimetres.
//!
//! Where an instruction leaves a range, one value is chosen here, so that summaries of one commune look alike.

use super::document::Form;

/// Weight and slant.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub struct Style {
    /// Heavy.
    pub bold: bool,
    /// Slanted.
    pub italic: bool,
}

/// A length in millimetres as points (1 inch = 25.4 mm = 72 pt).
pub const fn mm(length: f32) -> f32 {
    length * 72.0 / 25.4
}

/// Paper: A4 upright. NĐ 30/2020 annex I, section I.1; HD 05-HD/VPTW.
pub const PAPER: (f32, f32) = (mm(210.0), mm(297.0));
/// Top and bottom margin, both forms.
pub const MARGIN_Y: f32 = mm(20.0);
/// Left margin, where the file is bound.
pub const LEFT: f32 = mm(30.0);
/// Width of the text: 210 − 30 − 15 mm.
pub const WIDTH: f32 = mm(165.0);
/// Distance of the page number from the upper edge, HD 05-HD/VPTW; NĐ 30 only says “centred in the top margin”.
pub const NUMBER_FROM_EDGE: f32 = mm(10.0);
/// Left column of the heading and of the signatures; the right column is [`WIDTH`] less this.
pub const LEFT_COLUMN: f32 = mm(77.0);

/// Size in points and style of one part of a form.
#[derive(Debug, Clone, Copy, PartialEq)]
pub struct Lettering {
    /// Points.
    pub size: f32,
    /// Weight and slant.
    pub style: Style,
}

impl Lettering {
    /// Distance of two lines with single spacing, in points; text processors know it by themselves.
    #[cfg(feature = "pdf")]
    pub fn pitch(self) -> f32 {
        self.size * 1.15
    }
}

const fn upright(size: f32) -> Lettering {
    Lettering { size, style: Style { bold: false, italic: false } }
}

const fn bold(size: f32) -> Lettering {
    Lettering { size, style: Style { bold: true, italic: false } }
}

const fn italic(size: f32) -> Lettering {
    Lettering { size, style: Style { bold: false, italic: true } }
}

const fn bold_italic(size: f32) -> Lettering {
    Lettering { size, style: Style { bold: true, italic: true } }
}

/// What stands at the head of page 1.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Masthead {
    /// “ĐẢNG CỘNG SẢN VIỆT NAM”, a star under the issuing body, “-----” under the subtitle.
    Party,
    /// Quốc hiệu and Tiêu ngữ, rules under the issuing body and the subtitle.
    State,
    /// Only what the document names.
    None,
}

/// Measures of one form; a field is the part of the document it is named after.
#[derive(Debug, Clone, Copy, PartialEq)]
pub struct Sheet {
    pub masthead: Masthead,
    /// Quốc hiệu or the Party's title.
    pub nation: Lettering,
    /// Tiêu ngữ.
    pub motto: Lettering,
    pub superior: Lettering,
    pub body: Lettering,
    pub number: Lettering,
    pub place_date: Lettering,
    pub name: Lettering,
    pub subtitle: Lettering,
    /// “Kính gửi:”.
    pub address_label: Lettering,
    pub text: Lettering,
    pub section: Lettering,
    pub table: Lettering,
    /// Heading cells.
    pub table_head: Lettering,
    /// Cells of a table that is filled in by hand: a line a criterion, so that the sheet stays short.
    pub compact: Lettering,
    /// Its heading cells.
    pub compact_head: Lettering,
    pub note: Lettering,
    pub authority: Lettering,
    pub position: Lettering,
    pub hint: Lettering,
    pub signer: Lettering,
    /// “Nơi nhận:”.
    pub receipt_label: Lettering,
    pub receipt_underlined: bool,
    pub receipt: Lettering,
    pub page_number: Lettering,
    /// Indent of a paragraph's first line, points.
    pub first_line: f32,
    /// Least space between paragraphs, points.
    pub gap: f32,
    /// Distance of two lines of text, points, exact.
    pub pitch: f32,
}

/// HD 05-HD/VPTW (2026), read through two summaries that agree: domain notes, section 5.2.
const PARTY: Sheet = Sheet {
    masthead: Masthead::Party,
    nation: bold(15.0),
    motto: bold(14.0), // not printed
    superior: upright(14.0),
    body: bold(14.0),
    number: upright(14.0),
    place_date: italic(14.0),
    name: bold(16.0),
    subtitle: bold(15.0),
    address_label: italic(14.0),
    text: upright(14.0),
    section: bold(14.0),
    table: upright(12.0),
    table_head: bold(12.0),
    compact: upright(11.0),
    compact_head: bold(11.0),
    note: italic(12.0),
    authority: bold(14.0),
    position: upright(14.0),
    hint: italic(12.0),
    signer: bold(14.0),
    receipt_label: upright(14.0),
    receipt_underlined: true,
    receipt: upright(12.0),
    page_number: upright(14.0),
    first_line: mm(10.0),
    gap: 6.0,
    pitch: 18.0,
};

/// NĐ 30/2020/NĐ-CP, annex I, section II; the size pairing (13, 14, 14).
const STATE: Sheet = Sheet {
    masthead: Masthead::State,
    nation: bold(13.0),
    motto: bold(14.0),
    superior: upright(13.0),
    body: bold(13.0),
    number: upright(13.0),
    place_date: italic(14.0),
    name: bold(14.0),
    subtitle: bold(14.0),
    address_label: upright(14.0),
    text: upright(14.0),
    section: bold(14.0),
    table: upright(12.0),
    table_head: bold(12.0),
    compact: upright(11.0),
    compact_head: bold(11.0),
    note: italic(12.0),
    authority: bold(14.0),
    position: bold(14.0),
    hint: italic(12.0),
    signer: bold(14.0),
    receipt_label: bold_italic(12.0),
    receipt_underlined: false,
    receipt: upright(11.0),
    page_number: upright(14.0),
    first_line: mm(12.7),
    gap: 6.0,
    pitch: 18.0,
};

/// Organisations with a heading of their own, which is added by hand: the State's sizes.
const NONE: Sheet = Sheet { masthead: Masthead::None, ..STATE };

/// The measures of a form.
pub fn sheet(form: Form) -> &'static Sheet {
    match form {
        Form::Party => &PARTY,
        Form::State | Form::Citizen => &STATE,
        Form::None => &NONE,
    }
}
