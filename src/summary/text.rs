//! The document as plain text, for mail and Zalo.

use super::document::{Block, Column, Document, Form, Signature};

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
    for block in &document.blocks {
        match block {
            Block::Heading { superior, body, number, place_date } => {
                superior.iter().chain(body).for_each(|text| line(text));
                match document.form {
                    Form::Party => {
                        line("*");
                        line("ĐẢNG CỘNG SẢN VIỆT NAM");
                    }
                    Form::State | Form::Citizen => {
                        line("CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM");
                        line("Độc lập - Tự do - Hạnh phúc");
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
                    line(&table_line(columns, row));
                }
            }
            Block::Signatures { receipt, signer, confirmations } => {
                line("");
                if !receipt.is_empty() {
                    line("Nơi nhận:");
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
        }
    }
    out
}

/// A row as one line: “Địa chỉ: …” where a table has two columns, “1. Nội dung: …; Thời hạn: …” where it is numbered.
fn table_line(columns: &[Column], row: &[String]) -> String {
    if let [label, value] = row {
        return format!("{label}: {value}");
    }
    let mut out = row.first().map(|number| format!("{number}. ")).unwrap_or_default();
    let mut first = true;
    for (column, cell) in columns.iter().zip(row).skip(1).filter(|(_, cell)| !cell.is_empty()) {
        if !first {
            out.push_str("; ");
        }
        first = false;
        out.push_str(&column.head);
        out.push_str(": ");
        out.push_str(cell);
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
