//! Sentences and lengths of a text; its words are read by [`reading`](super::reading).

use super::Span;
use super::fold::{is_letter, is_space, is_upper};
use super::letters::is_word;
use super::scan::Scan;

/// The sentences of a text with their words; those without a word are left out.
///
/// A line end closes a sentence, as in lists. A full stop does not when it belongs to a number, to a list number (“1. Vận động”) or to an
/// abbreviation (“TP. Đà Lạt”, “v.v.” before a small letter).
pub fn sentences(text: &str) -> Vec<(Span, &str)> {
    let scan = Scan::new(text);
    let mut out = Vec::new();
    let mut start = scan.skip(0, is_space);
    let mut i = start;
    while let Some(c) = scan.at(i) {
        let after = match c {
            '.' | '!' | '?' | '…' => scan.skip(i + 1, |c| matches!(c, '.' | '!' | '?' | '…' | '”' | '"' | '’' | ')' | '»')),
            _ => i + 1,
        };
        let (ends, end) = match c {
            '\n' | '\r' => (true, i),
            '!' | '?' | '…' => (!small_letter_follows(&scan, after), after),
            '.' => (stop_ends(&scan, start, i, after), after),
            _ => (false, after),
        };
        i = after;
        if ends {
            push_sentence(&scan, start, end, &mut out);
            start = scan.skip(after, is_space);
            i = start;
        }
    }
    push_sentence(&scan, start, scan.len(), &mut out);
    out
}

/// The length in UTF-16 code units, as JavaScript counts.
pub fn utf16_len(text: &str) -> u32 {
    text.chars().map(|c| c.len_utf16() as u32).sum()
}

fn push_sentence<'a>(scan: &Scan<'a>, start: usize, end: usize, out: &mut Vec<(Span, &'a str)>) {
    let mut to = end;
    while to > start && scan.before(to).is_some_and(is_space) {
        to -= 1;
    }
    if (start..to).any(|i| scan.is(i, is_word)) {
        out.push((scan.span(start, to), scan.slice(start, to)));
    }
}

/// Does the full stop at `i`, with closing quotes up to `after`, end the sentence begun at `start`.
fn stop_ends(scan: &Scan<'_>, start: usize, i: usize, after: usize) -> bool {
    let (word, from) = scan.letters_before(i);
    if scan.at(after).is_none() {
        return true;
    }
    if !scan.is(after, is_space) {
        // “xong.Sau đó”: a space forgotten; but not “TP.HCM”, “1.084”
        return from + 2 <= i && scan.is(after, is_upper) && !(from..i).any(|j| scan.is(j, is_upper)) && !is_abbreviation(word.as_str());
    }
    let list_number = is_list_number(scan, start, i);
    let initial = from + 1 == i && scan.is(from, is_upper);
    !list_number && !initial && !is_abbreviation(word.as_str()) && !small_letter_follows(scan, after)
}

/// Only digits and dots, at most five of them, between the start of the sentence and its first full stop: “1.”, “2.1.”.
fn is_list_number(scan: &Scan<'_>, start: usize, i: usize) -> bool {
    i > start && i - start <= 5 && (start..i).all(|j| scan.is_digit(j) || scan.at(j) == Some('.'))
}

fn small_letter_follows(scan: &Scan<'_>, i: usize) -> bool {
    let next = scan.skip_blanks(i);
    scan.is(next, |c| is_letter(c) && !is_upper(c))
}

fn is_abbreviation(word: &str) -> bool {
    matches!(word, "tp" | "tx" | "tt" | "ts" | "ths" | "gs" | "pgs" | "bs" | "ks" | "cn" | "st" | "tr" | "đc" | "ub" | "mr" | "ms")
}

#[cfg(test)]
mod tests {
    use super::*;

    #[track_caller]
    fn parts(text: &str, expected: &[&str]) {
        let found = sentences(text);
        assert_eq!(found.iter().map(|s| s.1).collect::<Vec<_>>(), expected);
        let units: Vec<u16> = text.encode_utf16().collect();
        for (span, sentence) in found {
            assert_eq!(String::from_utf16_lossy(&units[span.start as usize..span.end as usize]), sentence);
        }
    }

    #[test]
    fn sentences_of_a_text() {
        parts("", &[]);
        parts("...\n - \n", &[]);
        parts("Vận động 1.084 hộ. Góp 36,6 triệu! Xong", &["Vận động 1.084 hộ.", "Góp 36,6 triệu!", "Xong"]);
        parts("1. Vận động.\n2.1. Họp dân\n- Góp công;", &["1. Vận động.", "2.1. Họp dân", "- Góp công;"]);
        parts("Tại TP. Đà Lạt và TP.HCM. Ông Nguyễn V. An nói.", &["Tại TP. Đà Lạt và TP.HCM.", "Ông Nguyễn V. An nói."]);
        parts("Cây, hoa v.v. và ghế. Hết", &["Cây, hoa v.v. và ghế.", "Hết"]);
        parts("Họp xong.Sau đó làm", &["Họp xong.", "Sau đó làm"]);
        parts("“Dân biết.” Dân bàn… rồi làm… Xong?", &["“Dân biết.”", "Dân bàn… rồi làm…", "Xong?"]);
        parts("😀 Một.\r\nHai", &["😀 Một.", "Hai"]);
        parts("Năm 2025. Có 5 hộ", &["Năm 2025.", "Có 5 hộ"]);
    }

    #[test]
    fn lengths() {
        assert_eq!(utf16_len(""), 0);
        assert_eq!(utf16_len("khéo 😀"), 7);
    }

    #[test]
    fn long_texts() {
        for odd in [")", ".", "!", "…", "\n", " .", "”"] {
            assert!(sentences(&odd.repeat(20_000)).is_empty());
        }
        assert_eq!(sentences(&"a. ".repeat(10_000)).len(), 1);
        assert_eq!(sentences(&"A. ".repeat(10_000)).len(), 1);
        assert_eq!(sentences(&"!a".repeat(20_000)).len(), 1);
    }
}
