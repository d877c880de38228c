//! Tables: with borders for what is read, without for columns of the heading and of signatures.

use super::body::{Body, Manner};
use super::letters::{longest_word, width_of};
use super::styles::{Look, twips};
use crate::summary::columns::{share_out, shares};
use crate::summary::document::{Align, Cells, Column, HAND};
use crate::summary::forms::{Lettering, WIDTH};

/// Space between a border and text, left and right, points.
const PADDING_X: f32 = 3.5;
/// Above and below, points.
const PADDING_Y: f32 = 2.5;
/// A row that may be higher than this, in points, may break: one that is higher than a page must.
const HIGHEST: f32 = 400.0;

/// Begins a table of columns with these widths in points.
pub fn open(body: &mut Body<'_>, widths: &[f32], bordered: bool) {
    body.xml.open("w:tbl", &[]);
    body.xml.open("w:tblPr", &[]);
    body.xml.empty("w:tblW", &[("w:w", &twips(widths.iter().sum())), ("w:type", "dxa")]);
    // Word hangs a table out by its left padding; this brings the border, or the text, to the margin.
    body.xml.empty("w:tblInd", &[("w:w", "0"), ("w:type", "dxa")]);
    if bordered {
        body.xml.open("w:tblBorders", &[]);
        for edge in ["w:top", "w:left", "w:bottom", "w:right", "w:insideH", "w:insideV"] {
            body.xml.empty(edge, &[("w:val", "single"), ("w:sz", "4"), ("w:space", "0"), ("w:color", "000000")]);
        }
        body.xml.close("w:tblBorders");
    }
    body.xml.value("w:tblLayout", "fixed");
    padding(body, if bordered { (PADDING_X, PADDING_Y) } else { (0.0, 0.0) });
    body.xml.close("w:tblPr");
    body.xml.open("w:tblGrid", &[]);
    for width in widths {
        body.xml.empty("w:gridCol", &[("w:w", &twips(*width))]);
    }
    body.xml.close("w:tblGrid");
}

fn padding(body: &mut Body<'_>, (x, y): (f32, f32)) {
    body.xml.open("w:tblCellMar", &[]);
    for (edge, width) in [("w:top", y), ("w:left", x), ("w:bottom", y), ("w:right", x)] {
        body.xml.empty(edge, &[("w:w", &twips(width)), ("w:type", "dxa")]);
    }
    body.xml.close("w:tblCellMar");
}

/// Ends a table; what follows is parted from it.
pub fn close(body: &mut Body<'_>) {
    end(body);
    body.spacer();
}

/// Ends a table that the caller parts from what follows.
pub fn end(body: &mut Body<'_>) {
    body.xml.close("w:tbl");
}

/// A row: `whole` = it does not break across pages, `head` = it stands again on each page.
pub fn row(body: &mut Body<'_>, whole: bool, head: bool, cells: impl FnOnce(&mut Body<'_>)) {
    body.xml.open("w:tr", &[]);
    body.xml.open("w:trPr", &[]);
    if whole {
        body.xml.empty("w:cantSplit", &[]);
    }
    if head {
        body.xml.empty("w:tblHeader", &[]);
    }
    body.xml.close("w:trPr");
    cells(body);
    body.xml.close("w:tr");
}

/// A cell; its content must have a paragraph.
pub fn cell(body: &mut Body<'_>, width: f32, span: usize, middle: bool, content: impl FnOnce(&mut Body<'_>)) {
    body.xml.open("w:tc", &[]);
    body.xml.open("w:tcPr", &[]);
    body.xml.empty("w:tcW", &[("w:w", &twips(width)), ("w:type", "dxa")]);
    if span > 1 {
        body.xml.value("w:gridSpan", &span.to_string());
    }
    if middle {
        body.xml.value("w:vAlign", "center");
    }
    body.xml.close("w:tcPr");
    content(body);
    body.xml.close("w:tc");
}

/// A table of the document, with its caption and a head that repeats.
pub fn table(body: &mut Body<'_>, caption: &str, columns: &[Column], rows: &[Vec<String>]) {
    if columns.is_empty() {
        return;
    }
    if caption.trim().is_empty() {
        body.keep_last();
        body.paragraph(Look::Spacer, Manner { keep: true, before: Some(body.sheet.gap), ..Manner::default() }, |_| {});
    } else {
        body.line(Look::Caption, Manner::default(), caption);
    }
    let widths = widths(body, columns, rows);
    open(body, &widths, true);
    row(body, true, true, |body| {
        for (column, width) in columns.iter().zip(&widths) {
            cell(body, *width, 1, true, |body| body.line(Look::HeadCell, Manner { keep: true, ..Manner::default() }, &column.head));
        }
    });
    for texts in rows {
        match texts.as_slice() {
            [group] if columns.len() > 1 => row(body, true, false, |body| {
                let manner = Manner { keep: true, align: Some("left"), ..Manner::default() };
                cell(body, WIDTH, columns.len(), false, |body| body.line(Look::HeadCell, manner, group));
            }),
            texts => row(body, is_low(texts, &widths, body.sheet.table), false, |body| {
                for (index, (column, width)) in columns.iter().zip(&widths).enumerate() {
                    let text = texts.get(index).map_or("", String::as_str);
                    cell(body, *width, 1, false, |body| lines(body, column, text));
                }
            }),
        }
    }
    close(body);
}

fn lines(body: &mut Body<'_>, column: &Column, text: &str) {
    let align = match column.align {
        Align::Left => "left",
        Align::Center => "center",
        Align::Right => "right",
    };
    let manner = Manner { align: Some(align), ..Manner::default() };
    let mut count = 0;
    for line in text.split('\n') {
        count += 1;
        body.paragraph(Look::Cell, manner, |body| {
            if column.cells == Cells::Tick {
                body.tick_box();
                body.run(None, "\u{a0}");
            }
            body.run(None, line);
        });
    }
    if column.cells == Cells::Hand {
        (count..HAND).for_each(|_| body.line(Look::Cell, manner, ""));
    }
}

/// Widths by shares, but no column narrower than its longest word in the head, nor, where cells hold codes, dates, figures or boxes, than those.
fn widths(body: &Body<'_>, columns: &[Column], rows: &[Vec<String>]) -> Vec<f32> {
    let fair = WIDTH / columns.len() as f32;
    let least = |(index, column): (usize, &Column)| {
        let cells = rows.iter().filter(|row| row.len() > 1).filter_map(|row| row.get(index));
        let widest = if column.align == Align::Left { 0.0 } else { cells.map(|text| longest_word(text, body.sheet.table)).fold(0.0, f32::max) };
        (widest.max(longest_word(&column.head, body.sheet.table_head)) + 2.0 * PADDING_X).min(fair * 1.5)
    };
    share_out(&shares(columns, rows), &columns.iter().enumerate().map(least).collect::<Vec<_>>())
}

/// Whether a row is certainly lower than a page.
fn is_low(texts: &[String], widths: &[f32], lettering: Lettering) -> bool {
    let height = |(text, width): (&String, &f32)| {
        let room = (width - 2.0 * PADDING_X).max(1.0);
        text.split('\n').map(|line| (width_of(line, lettering) * 1.15 / room).ceil().max(1.0) * lettering.size * 1.15).sum::<f32>()
    };
    texts.iter().zip(widths).map(height).fold(0.0, f32::max) <= HIGHEST
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::summary::document::Form;
    use crate::summary::forms::sheet;

    #[test]
    fn only_rows_that_fit_on_a_page_stay_whole() {
        let row = |length: usize| [String::from("1"), "a".repeat(length)];
        assert!(is_low(&row(700), &[30.0, 200.0], sheet(Form::State).table));
        assert!(!is_low(&row(5000), &[30.0, 200.0], sheet(Form::State).table));
        assert!(!is_low(&[String::from("1"), "a\n".repeat(40)], &[30.0, 200.0], sheet(Form::State).table));
    }
}
