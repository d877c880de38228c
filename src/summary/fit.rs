//! How many lines a text takes in print, near enough to know what one page holds: widths of the letters of Times New Roman, without the fonts.

use crate::text::fold;

/// Lines of a text set in a column of so many em.
#[must_use]
pub fn lines(text: &str, width: f64) -> usize {
    text.split('\n').map(|paragraph| wrapped(paragraph, width)).sum()
}

fn wrapped(paragraph: &str, width: f64) -> usize {
    let (mut count, mut used) = (1, 0.0);
    for word in paragraph.split_whitespace() {
        let length: f64 = word.chars().map(em).sum();
        if used > 0.0 && used + SPACE + length <= width {
            used += SPACE + length;
            continue;
        }
        count += usize::from(used > 0.0);
        // A word wider than the line goes on in the next ones.
        let more = (length / width).floor();
        count += more as usize;
        used = length - more * width;
    }
    count
}

const SPACE: f64 = 0.25;

/// Width of a character in em, rounded up where letters with marks differ.
fn em(c: char) -> f64 {
    if c.is_uppercase() {
        return if c == 'I' {
            0.34
        } else if matches!(c, 'M' | 'W') {
            0.95
        } else {
            0.72
        };
    }
    match fold::fold(c.encode_utf8(&mut [0; 4])).chars().next().unwrap_or(c) {
        'i' | 'j' | 'l' | 't' | '.' | ',' | ';' | ':' | '/' | '\'' | '|' => 0.28,
        'f' | 'r' | '(' | ')' | '-' | '‘' | '’' => 0.34,
        's' | 'a' | 'c' | 'e' | 'z' | '“' | '”' | '"' => 0.45,
        'm' => 0.78,
        'w' => 0.73,
        c if c.is_ascii_alphanumeric() => 0.51,
        _ => 1.0,
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn words_fill_lines() {
        assert_eq!(lines("", 10.0), 1);
        assert_eq!(lines("một hai ba", 100.0), 1);
        assert_eq!(lines("một hai ba", 2.0), 3);
        assert_eq!(lines("một\nhai", 100.0), 2);
    }

    #[test]
    fn a_long_word_takes_its_lines() {
        assert_eq!(lines(&"n".repeat(300), 51.0), 4);
    }
}
