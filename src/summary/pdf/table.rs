//! Tables: thin borders, a head that repeats on each page, rows that break only when they are taller than a page.

use std::rc::Rc;

use super::forms::{Lettering, WIDTH};
use super::galley::{Block, Frame, Galley, Strip};
use super::tags::{Element, Role};
use super::text::{Setting, Stand, centred, set};
use crate::summary::columns::{share_out, shares};
use crate::summary::document::{Align, Cells, Column, HAND};

/// Thickness of borders, points.
pub const WEIGHT: f32 = 0.5;
/// Space between a border and text, left and right, points.
const PADDING_X: f32 = 3.5;
/// Above and below, points.
const PADDING_Y: f32 = 2.5;
/// A head taller than this share of a page is not repeated.
const HIGHEST_HEAD: f32 = 0.3;
/// Room for a section heading and a caption, which stay with the first row, points.
const ABOVE: f32 = 80.0;

/// Box to tick before a choice.
const TICK: &str = "□\u{2007}";

/// Sets a table with its caption.
pub fn table(galley: &mut Galley<'_>, caption: &str, columns: &[Column], rows: &[Vec<String>]) {
    if columns.is_empty() {
        return;
    }
    let table = galley.tags.open(None, Role::Table(caption.to_owned()));
    let mut before = galley.sheet.gap;
    if !caption.trim().is_empty() {
        let element = galley.tags.open(Some(table), Role::Caption);
        let block = centred(galley, caption, galley.sheet.note, WIDTH, Some(element));
        galley.push(Strip { block, before, keep: true, ..Strip::default() });
        before = 3.0;
    }
    let by_hand = columns.iter().any(|column| !column.cells.are_read());
    let letters = if by_hand { (galley.sheet.compact, galley.sheet.compact_head) } else { (galley.sheet.table, galley.sheet.table_head) };
    let widths = widths(galley, columns, rows, letters);
    let heads: Vec<&str> = columns.iter().map(|column| column.head.as_str()).collect();
    let part = galley.tags.open(Some(table), Role::Head);
    let head = row(galley, part, &widths, &heads, (letters.1, None));
    let repeated = if head.height() <= galley.room * HIGHEST_HEAD { head.clone().whole() } else { Block::default() };
    let usable = galley.room - repeated.height;
    let right = widths.iter().sum();
    let frame = Rc::new(Frame { head: repeated, left: 0.0, right });
    push_row(galley, head, usable, before, true, &frame);
    let part = galley.tags.open(Some(table), Role::Body);
    for (index, cells) in rows.iter().enumerate() {
        let named = cells.len() == 1 && columns.len() > 1;
        let cells: Vec<&str> = cells.iter().map(String::as_str).collect();
        let row =
            if named { group(galley, part, right, columns.len(), (&cells, letters.1)) } else { row(galley, part, &widths, &cells, (letters.0, Some(columns))) };
        let usable = if index == 0 { usable - ABOVE } else { usable };
        // What names rows stays with the first of them.
        push_row(galley, row, usable, 0.0, named, &frame);
    }
    close(galley, right);
    galley.space(galley.sheet.gap * 1.5);
}

/// The lines of a row's cells, before they become strips.
#[derive(Clone)]
struct Row {
    cells: Vec<Vec<Block>>,
    widths: Vec<f32>,
    pitch: f32,
    middle: bool,
}

fn row(galley: &mut Galley<'_>, part: Element, widths: &[f32], texts: &[&str], (lettering, columns): (Lettering, Option<&[Column]>)) -> Row {
    let element = galley.tags.open(Some(part), Role::Row);
    let mut cells = Vec::new();
    for (index, width) in widths.iter().enumerate() {
        let column = columns.and_then(|columns| columns.get(index));
        let stand = match column.map(|column| column.align) {
            Some(Align::Left) => Stand::Left,
            Some(Align::Right) => Stand::Right,
            Some(Align::Center) | None => Stand::Center,
        };
        let role = if columns.is_some() { Role::Cell } else { Role::HeadCell };
        let fill = column.map(|column| column.cells).unwrap_or_default();
        cells.push(cell(galley, (element, role), *width, texts.get(index).copied().unwrap_or_default(), (lettering, stand, fill)));
    }
    Row { cells, widths: widths.to_vec(), pitch: lettering.pitch(), middle: columns.is_none() }
}

/// A row that names the rows below it, across all columns.
fn group(galley: &mut Galley<'_>, part: Element, width: f32, span: usize, (texts, lettering): (&[&str], Lettering)) -> Row {
    let element = galley.tags.open(Some(part), Role::Row);
    let text = texts.first().copied().unwrap_or_default();
    let lines = cell(galley, (element, Role::GroupCell(span)), width, text, (lettering, Stand::Left, Cells::Read));
    Row { cells: vec![lines], widths: vec![width], pitch: lettering.pitch(), middle: false }
}

fn cell(galley: &mut Galley<'_>, (row, role): (Element, Role), width: f32, text: &str, (lettering, stand, fill): (Lettering, Stand, Cells)) -> Vec<Block> {
    let cell = galley.tags.open(Some(row), role);
    let setting = Setting { width: width - 2.0 * PADDING_X, first_line: 0.0, pitch: lettering.pitch(), stand };
    let mut lines = Vec::new();
    for paragraph in text.split('\n') {
        let tick = if fill == Cells::Tick { TICK } else { "" };
        lines.extend(set(galley, &[(tick, lettering.style), (paragraph, lettering.style)], lettering.size, &setting, Some(cell)));
    }
    if fill == Cells::Hand {
        lines.resize_with(lines.len().max(HAND), || Block { items: Vec::new(), height: setting.pitch });
    }
    lines
}

impl Row {
    fn lines(&self) -> usize {
        self.cells.iter().map(Vec::len).max().unwrap_or_default()
    }

    fn height(&self) -> f32 {
        self.lines() as f32 * self.pitch + 2.0 * PADDING_Y
    }

    fn whole(self) -> Block {
        let height = self.height();
        let mut block = Block { items: Vec::new(), height };
        let widths = self.widths;
        let mut x = 0.0;
        for (lines, width) in self.cells.into_iter().zip(&widths) {
            let cell = Block::stacked(lines);
            let y = if self.middle { (height - cell.height) / 2.0 } else { PADDING_Y };
            block.overlay(cell, x + PADDING_X, y);
            x += width;
        }
        block.rule(0.0, 0.0, (x, 0.0), WEIGHT);
        borders(&mut block, &widths);
        block
    }

    /// One block for each line; the first has the upper border.
    fn sliced(self) -> Vec<Block> {
        let count = self.lines();
        let mut blocks = Vec::new();
        for index in 0..count {
            let above = if index == 0 { PADDING_Y } else { 0.0 };
            let below = if index + 1 == count { PADDING_Y } else { 0.0 };
            let mut block = Block { items: Vec::new(), height: above + self.pitch + below };
            let mut x = 0.0;
            for (lines, width) in self.cells.iter().zip(&self.widths) {
                if let Some(line) = lines.get(index) {
                    block.overlay(line.clone(), x + PADDING_X, above);
                }
                x += width;
            }
            if index == 0 {
                block.rule(0.0, 0.0, (x, 0.0), WEIGHT);
            }
            borders(&mut block, &self.widths);
            blocks.push(block);
        }
        blocks
    }
}

fn borders(block: &mut Block, widths: &[f32]) {
    let height = block.height;
    let mut x = 0.0;
    block.rule(x, 0.0, (0.0, height), WEIGHT);
    for width in widths {
        x += width;
        block.rule(x, 0.0, (0.0, height), WEIGHT);
    }
}

fn push_row(galley: &mut Galley<'_>, row: Row, page: f32, before: f32, keep: bool, frame: &Rc<Frame>) {
    let frame = Some(Rc::clone(frame));
    if row.height() <= page {
        return galley.push(Strip { block: row.whole(), before, keep, frame, ..Strip::default() });
    }
    let slices = row.sliced();
    let count = slices.len();
    for (index, block) in slices.into_iter().enumerate() {
        let first = index == 0;
        galley.push(Strip { block, before: if first { before } else { 0.0 }, keep: first || index + 2 == count, frame: frame.clone(), ..Strip::default() });
    }
}

/// The lower border of the last row.
fn close(galley: &mut Galley<'_>, right: f32) {
    if let Some(strip) = galley.strips.last_mut() {
        strip.keep = false;
        let y = strip.block.height;
        strip.block.rule(0.0, y, (right, 0.0), WEIGHT);
    }
}

/// Widths by shares, but no column narrower than its longest word in the head, nor, where cells hold codes, dates or figures, than those.
fn widths(galley: &mut Galley<'_>, columns: &[Column], rows: &[Vec<String>], (cell, head): (Lettering, Lettering)) -> Vec<f32> {
    let fair = WIDTH / columns.len() as f32;
    let mut least = Vec::new();
    for (index, column) in columns.iter().enumerate() {
        let mut widest = longest_word(galley, &column.head, head);
        if column.align != Align::Left {
            for text in rows.iter().filter_map(|row| row.get(index)) {
                widest = widest.max(longest_word(galley, text, cell));
            }
        }
        least.push((widest + 2.0 * PADDING_X + 0.1).min(fair * 1.5));
    }
    share_out(&shares(columns, rows), &least)
}

fn longest_word(galley: &mut Galley<'_>, text: &str, lettering: Lettering) -> f32 {
    // What is tied is one word.
    text.split([' ', '\n']).map(|word| galley.shape(&[(word, lettering.style)], lettering.size).width()).fold(0.0, f32::max)
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::summary::document::Form;
    use crate::summary::pdf::fonts::Fonts;
    use crate::summary::pdf::forms::sheet;

    fn column(head: &str, share: f64, align: Align) -> Column {
        Column::new(head, share, align)
    }

    fn strips(cell: &str, rows: usize) -> Vec<Strip> {
        let fonts = Fonts::load().unwrap();
        let mut galley = Galley::new(&fonts, sheet(Form::State));
        let rows = vec![vec!["1".to_owned(), cell.to_owned()]; rows];
        table(&mut galley, "Bảng", &[column("STT", 1.0, Align::Center), column("Nội dung", 9.0, Align::Left)], &rows);
        galley.strips
    }

    #[test]
    fn a_row_is_one_strip_and_the_head_stays_with_the_first() {
        let strips = strips("ngắn", 3);
        assert_eq!(strips.iter().map(|strip| strip.keep).collect::<Vec<_>>(), [true, true, false, false, false]);
    }

    #[test]
    fn a_row_taller_than_a_page_is_split_into_lines() {
        let strips = strips(&"dòng rất dài ".repeat(600), 1);
        assert!(strips.len() > 60, "{}", strips.len());
        assert!(strips.iter().all(|strip| strip.block.height < 40.0));
        assert!(strips.iter().skip(1).all(|strip| strip.frame.is_some()));
    }

    #[test]
    fn rows_shorter_than_the_head_are_filled_up() {
        let fonts = Fonts::load().unwrap();
        let mut galley = Galley::new(&fonts, sheet(Form::State));
        table(&mut galley, "", &[column("A", 1.0, Align::Left), column("B", 1.0, Align::Right)], &[vec!["x".into()]]);
        assert_eq!(galley.strips.len(), 2);
    }
}
