//! What is no letter and still a fault of the paste: line ends, marks apart from their letters, spaces, signs of Word's own fonts, tables.

use super::super::clean::is_invisible;
use super::super::fold::{is_letter, is_mark, is_upper, lower};
use super::super::spelling::{apart, is_spelled, toned};
use super::super::upper::capital;
use super::decode::runs;

/// Line ends of Word and of other systems as LF: CR, vertical tab (Shift+Enter), form feed, U+2028, U+2029.
pub fn lines(text: &str) -> String {
    text.replace("\r\n", "\n").replace(['\r', '\u{B}', '\u{C}', '\u{2028}', '\u{2029}'], "\n")
}

/// A mark that a space keeps from its letter (“vâ ̣n”, from PDF) goes back to it.
pub fn joined(text: &str) -> String {
    let mut out = String::with_capacity(text.len());
    for c in text.chars() {
        if is_mark(c) && out.ends_with([' ', '\u{A0}']) && out.chars().rev().nth(1).is_some_and(is_letter) {
            out.pop();
        }
        out.push(c);
    }
    out
}

/// Letters whose tone stands before the mark of the vowel (“á” and a circumflex), which NFC does not join: “ấ”. The text is NFC already.
pub fn composed(text: &str, nfc: &dyn Fn(&str) -> String) -> String {
    let mut out = String::with_capacity(text.len());
    for c in text.chars() {
        let joined = out.chars().next_back().filter(|_| matches!(c, '\u{302}' | '\u{306}')).and_then(|letter| {
            let (vowel, tone) = apart(lower(letter)).filter(|(_, tone)| *tone > 0)?;
            let whole = nfc(&[vowel, c].iter().collect::<String>());
            let small = toned(whole.chars().next().filter(|_| whole.chars().count() == 1)?, tone)?;
            Some(if is_upper(letter) { capital(small) } else { small })
        });
        if joined.is_some() {
            out.pop();
        }
        out.push(joined.unwrap_or(c));
    }
    out
}

/// No-break and other wide spaces as spaces, nothing invisible, Đ for the Icelandic letter that looks like it.
pub fn spaces(text: &str) -> String {
    let mut out: String = text
        .chars()
        .filter(|c| !is_invisible(*c))
        .map(|c| if matches!(c, '\u{A0}' | '\u{2000}'..='\u{200A}' | '\u{202F}' | '\u{205F}' | '\u{3000}') { ' ' } else { c })
        .collect();
    if out.contains(['Ð', 'ð', 'Ɖ']) {
        let plain = |run: &str| run.replace(['Ð', 'Ɖ'], "Đ").replace('ð', "đ");
        let meant: Vec<String> = runs(&out).filter(|run| run.contains(['Ð', 'ð', 'Ɖ']) && is_spelled(&plain(run))).map(str::to_owned).collect();
        let mut whole = String::with_capacity(out.len());
        let mut rest = out.as_str();
        for run in meant {
            let Some((before, after)) = rest.split_once(run.as_str()) else { continue };
            whole.push_str(before);
            whole.push_str(&plain(&run));
            rest = after;
        }
        whole.push_str(rest);
        out = whole;
    }
    out
}

/// Signs of Symbol and Wingdings inside a text, where they have a character of their own.
const SIGNS: &[(char, char)] = &[
    ('\u{F0E0}', '→'),
    ('\u{F0E8}', '→'),
    ('\u{F0AE}', '→'),
    ('\u{F0B3}', '≥'),
    ('\u{F0A3}', '≤'),
    ('\u{F0B9}', '≠'),
    ('\u{F0BB}', '≈'),
    ('\u{F0B1}', '±'),
    ('\u{F0B0}', '°'),
    ('\u{F0B4}', '×'),
    ('\u{F0FC}', '✓'),
    ('\u{F0FE}', '☑'),
    ('\u{F0A8}', '☐'),
    ('\u{F06F}', '☐'),
    ('\u{F020}', ' '),
];

fn is_private(c: char) -> bool {
    matches!(c, '\u{E000}'..='\u{F8FF}')
}

/// Marks of Word's lists as “- ”, cells of a table with “; ” between them, signs of its fonts as characters.
pub fn lists(text: &str) -> String {
    text.split('\n').map(line).collect::<Vec<_>>().join("\n")
}

fn line(line: &str) -> String {
    let (body, listed) = match after_mark(line) {
        Some(rest) => (rest, true),
        None => (line, false),
    };
    let mut text = if listed { "- ".to_owned() } else { String::new() };
    for (at, cell) in body.split('\t').map(|cell| cell.trim_matches(' ')).filter(|cell| !cell.is_empty()).enumerate().filter(|_| body.contains('\t')) {
        if at > 0 {
            // “1.” and “a)” number what follows them.
            let numbers = at == 1 && text.len() <= 6 && text.ends_with(['.', ')', '•', '-']);
            text.push_str(if numbers { " " } else { "; " });
        }
        text.push_str(cell);
    }
    if !body.contains('\t') {
        text.push_str(body);
    }
    if text.contains(is_private) {
        text = text.chars().map(|c| SIGNS.iter().find(|(sign, _)| *sign == c).map_or(c, |(_, own)| *own)).collect();
    }
    text
}

const GAPS: [char; 3] = [' ', '\t', '\u{A0}'];

/// What stands behind the mark of a list: a sign of Symbol or Wingdings, or the character that such a sign becomes where its font is lost.
fn after_mark(line: &str) -> Option<&str> {
    let start = line.trim_start_matches(GAPS);
    let sign = start.chars().next()?;
    let rest = start.strip_prefix(sign)?;
    let wide = rest.starts_with('\t') || rest.starts_with("  ") || rest.starts_with('\u{A0}');
    let is_mark = match sign {
        '\u{F0E0}' | '\u{F0E8}' => false,
        c if is_private(c) => true,
        '·' | '§' => wide,
        'Ø' | 'ü' | 'v' | 'q' | 'o' => wide,
        _ => false,
    };
    is_mark.then(|| rest.trim_start_matches(GAPS))
}

/// Signs of a font that have no character of their own.
pub fn unknown(text: &str) -> Vec<String> {
    text.chars().filter(|c| is_private(*c)).map(String::from).collect()
}

#[cfg(test)]
mod tests {
    use unicode_normalization::UnicodeNormalization as _;

    use crate::text::legacy::{Encoding, Loss, Repair, is_worth, repair};

    fn repaired(text: &str) -> Repair {
        repair(text, &|text| text.nfc().collect())
    }

    #[track_caller]
    fn case(text: &str, expected: &str, encoding: Encoding) {
        let Repair { text: got, encoding: said, .. } = repaired(text);
        assert_eq!((got.as_str(), said), (expected, encoding));
        assert_eq!(repaired(&got).text, got);
    }

    #[test]
    fn marks_go_back_to_their_letters() {
        case("Va\u{323}\u{302}n đô\u{323}ng", "Vận động", Encoding::Nfd);
        case("a\u{301}\u{302} é\u{302} Á\u{306} ò\u{31B}", "ấ ế Ắ ờ", Encoding::Nfd);
        case("vâ \u{323}n đô \u{323}ng", "vận động", Encoding::Nfd);
        case("H’Bŏt, rơ\u{306}", "H’Bŏt, rơ\u{306}", Encoding::None);
        case("Va\u{323}\u{302}n đô\u{323}ng.\nV\u{CB}n ®éng", "Vận động.\nVận động", Encoding::Mixed);
    }

    #[test]
    fn line_ends_spaces_and_the_letter_that_looks_like_one() {
        case("một\u{B}hai\u{2028}ba\r\nbốn", "một\nhai\nba\nbốn", Encoding::None);
        case("5\u{A0}m²,\u{202F}1\u{200B}2\u{FEFF} ki\u{AD}lô", "5 m², 12 kilô", Encoding::None);
        case("Ðảng bộ, ÐƯỜNG, ÐBSCL", "Đảng bộ, ĐƯỜNG, ÐBSCL", Encoding::None);
        assert!(!is_worth("5\u{A0}m²", "5 m²") && is_worth("Ðảng", "Đảng") && is_worth("a\tb", "a; b"));
    }

    #[test]
    fn signs_of_word() {
        case("\u{F0B7}\tHiến đất\n \u{F0A7} Góp công\n\u{F0D8}Ba", "- Hiến đất\n- Góp công\n- Ba", Encoding::None);
        case("·\tMột\nØ\tHai\nü\u{A0}\u{A0} Ba\no\tBốn", "- Một\n- Hai\n- Ba\n- Bốn", Encoding::None);
        case("• Một\n- Hai\no kê, v v, §2", "• Một\n- Hai\no kê, v v, §2", Encoding::None);
        case("A \u{F0E0} B \u{F0B3} 5", "A → B ≥ 5", Encoding::None);
        assert_eq!(repaired("A \u{F061} B").losses, [Loss::Signs(vec!["\u{F061}".to_owned()])]);
    }

    #[test]
    fn tables_and_numbers_of_lists() {
        case("STT\tHọ tên\tSố hộ\n1\tTổ 4\t\t12", "STT; Họ tên; Số hộ\n1; Tổ 4; 12", Encoding::None);
        case("1.\tVận động\na)\tHiến đất\n\tMột", "1. Vận động\na) Hiến đất\nMột", Encoding::None);
    }
}
