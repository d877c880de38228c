//! A table as CSV (RFC 4180): UTF-8 with a byte order mark, so that spreadsheets read Vietnamese; every cell quoted; CRLF.
//!
//! What a registration holds was typed by strangers, and a spreadsheet runs a cell that begins like a formula. Such a cell gets an apostrophe, and so does such
//! a beginning after a semicolon, a tab or a line end inside a cell: a spreadsheet that parts cells by semicolons would see a cell begin there.

/// Signs that a formula can begin with, and their full-width forms.
const SIGNS: [char; 8] = ['=', '+', '-', '@', '＝', '＋', '－', '＠'];

/// Writes a table.
#[must_use]
pub fn write(rows: &[Vec<String>]) -> String {
    let mut out = String::from('\u{feff}');
    for row in rows {
        for (at, cell) in row.iter().enumerate() {
            if at > 0 {
                out.push(',');
            }
            out.push('"');
            out.push_str(&guarded(cell).replace('"', "\"\""));
            out.push('"');
        }
        out.push_str("\r\n");
    }
    out
}

/// A cell that no spreadsheet takes for a formula.
fn guarded(cell: &str) -> String {
    let mut out = String::with_capacity(cell.len() + 1);
    if cell.starts_with(|c: char| SIGNS.contains(&c) || matches!(c, '\t' | '\r')) || cell.trim_start().starts_with(SIGNS) {
        out.push('\'');
    }
    let mut begins = false;
    let mut rest = cell.chars().peekable();
    while let Some(c) = rest.next() {
        // A line that begins with a dash and a space is an item of a list.
        let item = c == '-' && rest.peek() == Some(&' ');
        if begins && SIGNS.contains(&c) && !item {
            out.push('\'');
        }
        begins = matches!(c, ';' | '\t' | '\n' | '\r') || (begins && (c == ' ' || c == '"'));
        out.push(c);
    }
    out
}

#[cfg(test)]
mod tests {
    use super::*;

    #[track_caller]
    fn cell(text: &str, written: &str) {
        assert_eq!(write(&[vec![text.to_owned()]]), format!("\u{feff}\"{written}\"\r\n"), "{text}");
    }

    #[test]
    fn what_begins_like_a_formula_is_text() {
        for sign in SIGNS {
            cell(&format!("{sign}1+1"), &format!("'{sign}1+1"));
            cell(&format!("  {sign}1+1"), &format!("'  {sign}1+1"));
        }
        cell("=HYPERLINK(\"http://x\",\"y\")", "'=HYPERLINK(\"\"http://x\"\",\"\"y\"\")");
        cell("\tx", "'\tx");
        cell("\rx", "'\rx");
        cell("- vận động", "'- vận động");
    }

    #[test]
    fn a_formula_cannot_hide_behind_a_separator() {
        cell("a;=1+1", "a;'=1+1");
        cell("a; @x", "a; '@x");
        cell("a\n=cmd", "a\n'=cmd");
        cell("a;\"=1", "a;\"\"'=1");
        cell("a\n-2+3", "a\n'-2+3");
    }

    #[test]
    fn honest_text_stays_as_it_is() {
        for text in ["Tổ ca nô", "hiến 36,6 triệu; góp 5 - 10 công", "a\n- một\n- hai", "24/24 = 100%", "thôn A, xã B", "lienhe@example.vn", "", "'"]
        {
            cell(text, text);
        }
        cell("mô hình \"khéo\"", "mô hình \"\"khéo\"\"");
    }

    #[test]
    fn rows_end_as_the_standard_says() {
        assert_eq!(write(&[vec!["a".into(), "b".into()], vec!["c\nd".into(), String::new()]]), "\u{feff}\"a\",\"b\"\r\n\"c\nd\",\"\"\r\n");
        assert_eq!(write(&[]), "\u{feff}");
    }
}
