//! The document as plain text, for mail and Zalo.

use super::document::{Block, Cells, Column, Document, Form, Signature};
use super::ties::TIE;
use super::values::BLANK;
use super::wording::{MOTTO, PARTY_TITLE, RECEIPT, STATE_TITLE};

/// Writes the document as text; lines end in “\n”.
#[must_use]
pub fn render(document: &Document) -> String {
    let mut out = String::new();
    let mut line = |text: &str| {
        out.push_str(text);
        out.push('\n');
    };
    if let Some(draft) = &document.draft {
        line(draft);
        line("");
    }
    let mut form = document.form;
    for block in &document.blocks {
        match block {
            Block::Heading { superior, body, number, place_date } => {
                superior.iter().chain(body).for_each(|text| line(text));
                match form {
                    Form::Party => {
                        line("*");
                        line(PARTY_TITLE);
                    }
                    Form::State | Form::Citizen => {
                        line(STATE_TITLE);
                        line(MOTTO);
                    }
                    Form::None => {}
                }
                number.iter().for_each(|text| line(text));
                line(place_date);
                line("");
            }
            Block::Title { name, subtitle } => {
                line(name);
                subtitle.iter().for_each(|text| line(text));
                line("");
            }
            Block::Addressed { to } => match to.as_slice() {
                [one] => line(&format!("Kính gửi: {one}")),
                several => {
                    line("Kính gửi:");
                    several.iter().for_each(|text| line(&format!("- {text}")));
                }
            },
            Block::Section { text, .. } => {
                line("");
                line(text);
            }
            Block::Paragraph { runs } => line(&runs.iter().map(|run| run.text.as_str()).collect::<String>()),
            Block::Fields { rows } => rows.iter().for_each(|row| line(&format!("{}: {}", row.label, row.value))),
            Block::Items { items } => items.iter().for_each(|item| line(&format!("- {item}"))),
            Block::Table { columns, rows, .. } => {
                for row in rows {
                    match row.as_slice() {
                        [group] if columns.len() > 1 => {
                            line("");
                            line(group);
                        }
                        cells => line(&table_line(columns, cells)),
                    }
                }
            }
            Block::Signatures { receipt, signer, confirmations } => {
                line("");
                if !receipt.is_empty() {
                    line(RECEIPT);
                    receipt.iter().for_each(|text| line(text));
                    line("");
                }
                for signature in std::iter::once(signer).chain(confirmations) {
                    sign(signature, &mut line);
                }
            }
            Block::Note { text } => {
                line("");
                line(text);
            }
            Block::Page { form: next } => {
                form = *next;
                line("");
                line("----------------------------------------");
                line("");
            }
        }
    }
    out.replace(TIE, " ")
}

/// A row as one line: “Địa chỉ: …” where a table has two columns, “1. Nội dung: …; Thời hạn: …” where it is numbered. Cells of several lines or whole sentences
/// stand on lines of their own.
fn table_line(columns: &[Column], row: &[String]) -> String {
    if let [label, value] = row {
        return format!("{label}: {value}");
    }
    let mut out = row.first().map(|number| format!("{number}. ")).unwrap_or_default();
    let read = |column: &Column| column.cells == Cells::Read;
    let between = if columns.iter().zip(row).any(|(column, cell)| read(column) && (cell.contains('\n') || cell.ends_with('.'))) { "\n   " } else { "; " };
    let mut first = true;
    for (column, cell) in columns.iter().zip(row).skip(1).filter(|(column, cell)| !read(column) || !cell.is_empty()) {
        if !first {
            out.push_str(between);
        }
        first = false;
        if column.cells != Cells::Tick {
            out.push_str(&column.head);
            out.push_str(": ");
        }
        match column.cells {
            Cells::Read => out.push_str(&cell.replace('\n', "\n   ")),
            Cells::Tick => out.push_str(&cell.split('\n').map(|choice| format!("[ ] {choice}")).collect::<Vec<_>>().join("  ")),
            Cells::Hand => out.push_str(BLANK),
        }
    }
    out
}

fn sign(signature: &Signature, line: &mut impl FnMut(&str)) {
    signature.authority.iter().for_each(|text| line(text));
    line(&signature.position);
    line(&signature.hint);
    signature.name.iter().for_each(|text| line(text));
    line("");
}
