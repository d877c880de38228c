//! Spaces at which no line may end: a figure stays with its unit, a day with its month, “Điều” with its number.
//!
//! The documents carry them as no-break spaces (U+00A0), set here once for every format; what is copied or read back from a format has ordinary
//! spaces again where the format allows it (text, pdf). The record is never changed.

use super::document::{Block, Document, Signature};
use crate::text::{figures, fold};

/// The space at which no line ends.
pub const TIE: char = '\u{a0}';

/// Words that a number names: “ngày 05”, “Điều 5”, “số 15”, “Tổ 3”.
const BEFORE_A_NUMBER: [&str; 26] = [
    "ngày",
    "tháng",
    "năm",
    "quý",
    "điều",
    "khoản",
    "điểm",
    "số",
    "chương",
    "mục",
    "phần",
    "lục",
    "tập",
    "trang",
    "khóa",
    "kỳ",
    "lần",
    "thứ",
    "tổ",
    "thôn",
    "phố",
    "phường",
    "ấp",
    "xóm",
    "đội",
    "quận",
];

/// Parts of a date that a number of the part before leads to: “05 tháng”, “3 năm”.
const AFTER_A_NUMBER: [(&str, &str); 4] = [("ngày", "tháng"), ("tháng", "năm"), ("quý", "năm"), ("khoản", "điều")];

/// Ties the texts of a document; its metadata stay.
pub fn tie_all(document: &mut Document) {
    document.draft.iter_mut().for_each(set);
    for block in &mut document.blocks {
        match block {
            Block::Heading { superior, body, number, place_date } => {
                [superior, body, number].into_iter().flatten().for_each(set);
                set(place_date);
            }
            Block::Title { name, subtitle } => {
                set(name);
                subtitle.iter_mut().for_each(set);
            }
            Block::Addressed { to: texts } | Block::Items { items: texts } => texts.iter_mut().for_each(set),
            Block::Section { text, .. } | Block::Note { text } => set(text),
            Block::Paragraph { runs } => runs.iter_mut().for_each(|run| set(&mut run.text)),
            Block::Fields { rows } => rows.iter_mut().for_each(|row| set(&mut row.value)),
            Block::Table { rows, .. } => rows.iter_mut().flatten().for_each(set),
            Block::Signatures { receipt, signer, confirmations } => {
                receipt.iter_mut().for_each(set);
                std::iter::once(signer).chain(confirmations).for_each(|Signature { position, .. }| set(position));
            }
            Block::Page { .. } => {}
        }
    }
}

fn set(text: &mut String) {
    if text.contains(' ') {
        *text = tie(text);
    }
}

/// The text with its ties; as long in characters as it was.
#[must_use]
pub fn tie(text: &str) -> String {
    let figures = figures::find(text);
    let mut figures = figures.iter().map(|figure| figure.span.start..figure.span.end).peekable();
    let mut out = String::with_capacity(text.len() + 8);
    let mut unit = 0;
    let mut rest = text;
    // The two words before the space.
    let mut words = (String::new(), String::new());
    while let Some((word, after)) = rest.split_once(' ') {
        out.push_str(word);
        unit += word.encode_utf16().count() as u32;
        let word = fold::soft(word.rsplit(['\n', '\t']).next().unwrap_or_default());
        words = (words.1, word);
        while figures.next_if(|span| span.end <= unit).is_some() {}
        let inside = figures.peek().is_some_and(|span| span.contains(&unit));
        out.push(if inside || tied(&words.0, &words.1, after) { TIE } else { ' ' });
        unit += 1;
        rest = after;
    }
    out.push_str(rest);
    out
}

/// Whether the space between `last` and what follows must not end a line.
fn tied(before: &str, last: &str, after: &str) -> bool {
    let next = after.split([' ', '\n', TIE]).next().unwrap_or_default();
    let inner = |word: &str| word.trim_matches(|c: char| !c.is_alphanumeric() && c != '…').to_owned();
    let (label, word) = (inner(last), fold::soft(&inner(next)));
    if last.is_empty() || next.is_empty() {
        return false;
    }
    // A dash between words ends a line, it does not begin one.
    if matches!(next, "-" | "–") {
        return true;
    }
    let whole = last.ends_with(char::is_alphanumeric) || last.ends_with('…');
    let names = BEFORE_A_NUMBER.contains(&label.as_str()) && (numbered(next) || roman(next));
    let dated = numbered(&label) && AFTER_A_NUMBER.iter().any(|(part, then)| inner(before) == *part && word == *then);
    // Groups of a telephone number.
    let grouped = last.len() >= 3 && [last, word.as_str()].iter().all(|group| group.bytes().all(|byte| byte.is_ascii_digit()));
    whole && (names || dated || grouped && !word.is_empty())
}

/// Begins as a number or as dots that stand for one.
fn numbered(word: &str) -> bool {
    word.starts_with(|c: char| c.is_ascii_digit() || c == '…') || roman(word)
}

/// “II”, “IV/2027”, “i” once folded.
fn roman(word: &str) -> bool {
    let digits = word.split(['/', '.', ',', ';', ')']).next().unwrap_or_default();
    !digits.is_empty() && digits.chars().all(|c| matches!(c, 'I' | 'V' | 'X' | 'i' | 'v' | 'x'))
}

#[cfg(test)]
mod tests {
    use super::*;

    /// Ties shown as “~”.
    #[track_caller]
    fn ties(text: &str) {
        assert_eq!(tie(&text.replace('~', " ")).replace(TIE, "~"), text);
    }

    #[test]
    fn a_figure_stays_with_its_unit() {
        ties("góp 36,6~triệu~đồng của 15~hộ, 30~% số hộ");
        ties("120~ngày~công; 1.647~m² đất và 95%");
    }

    #[test]
    fn a_date_stays_whole() {
        ties("Vĩnh Hải, ngày~05~tháng~3~năm~2026");
        ties("từ tháng~3~năm~2026 đến quý~II/2027");
        ties("X, ngày~……~tháng~……~năm~………");
        ties("năm~2026, năm nay");
    }

    #[test]
    fn what_is_numbered_stays_with_its_number() {
        ties("theo Điều~5, khoản~2 và điểm a của Công văn số~15");
        ties("Tổ~3, Khu phố~12, Phường~1");
        ties("điện thoại 0912~000~118, 24~xã");
    }

    #[test]
    fn a_dash_does_not_begin_a_line() {
        ties("“Xóm Mới~- đồng thanh long”, năm~2024~– 2025");
        ties("- mục đầu\n- mục sau");
    }

    #[test]
    fn other_texts_stay() {
        for text in ["", " ", "  a  b ", "một hai\nba", "số hộ", "Số: mới", "x 😀 y", "đội văn nghệ xã"] {
            assert_eq!(tie(text), text);
        }
    }
}
