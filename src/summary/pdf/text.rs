//! Paragraphs: set lines, and put them into the column so that no line of a paragraph is left alone on a page.

use std::rc::Rc;

use super::fonts::{ASCENT, DESCENT, Style};
use super::forms::{Lettering, WIDTH};
use super::galley::{Block, Bookmark, Galley, Item, Mark, Strip};
use super::lines::{Line, break_evenly, break_lines};
use super::shape::{Piece, Shaped};
use super::tags::{Element, Role};
use crate::summary::document::{Field, Run};
use crate::summary::wording::labelled;

/// The widest a space may become through justifying, added to its own width, in em. A line that needs more stays ragged.
const MOST_STRETCH: f32 = 0.5;

/// How lines stand between their margins.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Stand {
    /// Flush left.
    Left,
    /// Centred.
    Center,
    /// Centred, in lines of like length.
    Even,
    /// Flush right.
    Right,
    /// Flush on both sides, except the last line.
    Justify,
}

/// Measures of a paragraph, in points.
#[derive(Debug, Clone, Copy, PartialEq)]
pub struct Setting {
    /// Width of the lines.
    pub width: f32,
    /// Indent of the first.
    pub first_line: f32,
    /// Distance of two lines.
    pub pitch: f32,
    /// Where the lines stand.
    pub stand: Stand,
}

/// Sets one paragraph: a block for each line, with x from its left margin.
pub fn set(galley: &mut Galley<'_>, pieces: &[Piece<'_>], size: f32, setting: &Setting, element: Option<Element>) -> Vec<Block> {
    let shaped = galley.shape(pieces, size);
    let lines = match setting.stand {
        Stand::Even => break_evenly(&shaped, setting.width),
        Stand::Left | Stand::Center | Stand::Right | Stand::Justify => break_lines(&shaped, setting.width - setting.first_line, setting.width),
    };
    lines.iter().enumerate().map(|(index, line)| set_line(&shaped, line, if index == 0 { setting.first_line } else { 0.0 }, setting, element)).collect()
}

fn set_line(shaped: &Rc<Shaped>, line: &Line, indent: f32, setting: &Setting, element: Option<Element>) -> Block {
    let room = setting.width - indent;
    let spare = room - line.width;
    let (x, stretch) = match setting.stand {
        Stand::Left => (0.0, 0.0),
        Stand::Center | Stand::Even => (spare / 2.0, 0.0),
        Stand::Right => (spare, 0.0),
        Stand::Justify if line.last || line.gaps == 0 => (0.0, 0.0),
        Stand::Justify => (0.0, Some(spare / line.gaps as f32).filter(|stretch| *stretch <= MOST_STRETCH * shaped.size).unwrap_or(0.0)),
    };
    let y = (setting.pitch - (ASCENT + DESCENT) * shaped.size) / 2.0 + ASCENT * shaped.size;
    let mark = Mark::Text { shaped: Rc::clone(shaped), clusters: line.clusters.clone(), stretch, red: false };
    Block { items: vec![Item { x: x + indent, y, mark, element }], height: setting.pitch }
}

/// Sets lines of one style centred in a width, single spacing, as one block.
pub fn centred(galley: &mut Galley<'_>, text: &str, lettering: Lettering, width: f32, element: Option<Element>) -> Block {
    let setting = Setting { width, first_line: 0.0, pitch: lettering.pitch(), stand: Stand::Even };
    Block::stacked(set(galley, &[(text, lettering.style)], lettering.size, &setting, element))
}

/// Width of a text on one line.
pub fn width_of(galley: &mut Galley<'_>, text: &str, lettering: Lettering) -> f32 {
    galley.shape(&[(text, lettering.style)], lettering.size).width()
}

/// Puts the lines of a paragraph into the column. Of a broken paragraph at least two lines stay together on each side.
pub fn flow(galley: &mut Galley<'_>, lines: Vec<Block>, before: f32, with_next: bool) {
    let count = lines.len();
    for (index, block) in lines.into_iter().enumerate() {
        let keep = with_next || (count > 1 && (index == 0 || index + 2 == count));
        galley.push(Strip { block, before: if index == 0 { before } else { 0.0 }, keep, ..Strip::default() });
    }
}

fn body(galley: &Galley<'_>) -> Setting {
    Setting { width: WIDTH, first_line: galley.sheet.first_line, pitch: galley.sheet.pitch, stand: Stand::Justify }
}

fn body_paragraph(galley: &mut Galley<'_>, pieces: &[Piece<'_>], before: f32, role: Role) {
    let element = galley.tags.open(None, role);
    body_lines(galley, pieces, before, element);
}

fn body_lines(galley: &mut Galley<'_>, pieces: &[Piece<'_>], before: f32, element: Element) {
    let setting = body(galley);
    let lines = set(galley, pieces, galley.sheet.text.size, &setting, Some(element));
    flow(galley, lines, before, false);
}

/// Running text. A line break in a run ends a paragraph; blank lines print nothing.
pub fn paragraphs(galley: &mut Galley<'_>, runs: &[Run]) {
    let mut pieces: Vec<Piece<'_>> = Vec::new();
    for run in runs {
        let style = Style { bold: run.bold, italic: run.italic };
        for (index, text) in run.text.split('\n').enumerate() {
            if index > 0 {
                paragraph(galley, &std::mem::take(&mut pieces));
            }
            pieces.push((text, style));
        }
    }
    paragraph(galley, &pieces);
}

fn paragraph(galley: &mut Galley<'_>, pieces: &[Piece<'_>]) {
    if pieces.iter().any(|(text, _)| !text.trim().is_empty()) {
        body_paragraph(galley, pieces, galley.sheet.gap, Role::Paragraph);
    }
}

/// “Label: value”; further lines of the value are paragraphs of their own.
pub fn fields(galley: &mut Galley<'_>, rows: &[Field]) {
    for row in rows {
        let label = labelled(&row.label);
        let mut lines = row.value.lines().map(str::trim).filter(|line| !line.is_empty());
        let plain = Style::default();
        body_paragraph(galley, &[(&label, plain), (lines.next().unwrap_or_default(), plain)], galley.sheet.gap, Role::Paragraph);
        for line in lines {
            body_paragraph(galley, &[(line, plain)], galley.sheet.gap / 2.0, Role::Paragraph);
        }
    }
}

/// “- item”, as official documents print lists: indented as a paragraph, further lines from the margin.
pub fn items(galley: &mut Galley<'_>, items: &[String]) {
    let list = galley.tags.open(None, Role::List);
    for (index, item) in items.iter().enumerate() {
        let entry = galley.tags.open(Some(list), Role::Item);
        let element = galley.tags.open(Some(entry), Role::ItemBody);
        let before = if index == 0 { galley.sheet.gap } else { galley.sheet.gap / 2.0 };
        body_lines(galley, &[("-\u{2007}", Style::default()), (item, Style::default())], before, element);
    }
}

/// A heading within the text. It stays with the first two lines or the first row after it.
pub fn section(galley: &mut Galley<'_>, level: u8, text: &str) {
    let lettering = galley.sheet.section;
    let titled = galley.strips.iter().any(|strip| strip.bookmark.as_ref().is_some_and(|bookmark| bookmark.level == 1));
    let level = if titled { level.max(1).saturating_add(1) } else { level.max(1) };
    let element = galley.tags.open(None, Role::Heading(level.into(), text.to_owned()));
    let setting = Setting { stand: Stand::Left, ..body(galley) };
    let lines = set(galley, &[(text, lettering.style)], lettering.size, &setting, Some(element));
    let first = galley.strips.len();
    flow(galley, lines, galley.sheet.gap * 1.5, true);
    if let Some(strip) = galley.strips.get_mut(first) {
        strip.bookmark = Some(Bookmark { level, text: text.to_owned() });
    }
}

/// A remark in small italics.
pub fn note(galley: &mut Galley<'_>, text: &str) {
    let lettering = galley.sheet.note;
    let setting = Setting { width: WIDTH, first_line: 0.0, pitch: lettering.size * 1.25, stand: Stand::Justify };
    for paragraph in text.lines().filter(|line| !line.trim().is_empty()) {
        let element = galley.tags.open(None, Role::Paragraph);
        let lines = set(galley, &[(paragraph, lettering.style)], lettering.size, &setting, Some(element));
        flow(galley, lines, galley.sheet.gap, false);
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::summary::document::Form;
    use crate::summary::pdf::fonts::Fonts;
    use crate::summary::pdf::forms::sheet;

    fn galley(fonts: &Fonts) -> Galley<'_> {
        Galley::new(fonts, sheet(Form::Party))
    }

    fn stretch(block: &Block) -> f32 {
        match &block.items[0].mark {
            Mark::Text { stretch, .. } => *stretch,
            Mark::Rule { .. } | Mark::Code { .. } => panic!("no text"),
        }
    }

    #[test]
    fn justified_lines_stretch_to_the_margin_but_the_last_and_gappy_ones_do_not() {
        let fonts = Fonts::load().unwrap();
        let mut galley = galley(&fonts);
        let setting = Setting { width: 60.0, first_line: 0.0, pitch: 18.0, stand: Stand::Justify };
        let long = format!("một hai ba bốn a {}", "x".repeat(20));
        let lines = set(&mut galley, &[(&long, Style::default())], 14.0, &setting, None);
        assert!(stretch(&lines[0]) > 0.0);
        assert_eq!(stretch(lines.last().unwrap()), 0.0);
    }

    #[test]
    fn line_breaks_in_runs_end_paragraphs_and_blank_lines_vanish() {
        let fonts = Fonts::load().unwrap();
        let mut galley = galley(&fonts);
        let run = |text: &str, bold| Run { text: text.into(), bold, italic: false };
        paragraphs(&mut galley, &[run("một ", true), run("hai\n\nba", false)]);
        assert_eq!(galley.strips.len(), 2);
    }

    #[test]
    fn first_two_and_last_two_lines_stay_together() {
        let fonts = Fonts::load().unwrap();
        let mut galley = galley(&fonts);
        flow(&mut galley, vec![Block::default(); 5], 6.0, false);
        assert_eq!(galley.strips.iter().map(|strip| strip.keep).collect::<Vec<_>>(), [true, false, false, true, false]);
    }
}
