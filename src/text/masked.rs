//! Numbers and names of persons where they are spoken of: enough to find them by, too little to use them.

use super::fold::digit;

/// Fewer digits are no number of a person.
const LEAST: usize = 8;
/// Digits that are left at the beginning and at the end.
const KEPT: (usize, usize) = (3, 2);

/// A long number with its middle left out: “058…34” for “058055001234”; other words as they are.
#[must_use]
pub fn masked(words: &str) -> String {
    let digits: Vec<usize> = words.char_indices().filter(|(_, c)| digit(*c).is_some()).map(|(at, _)| at).collect();
    let plain = words.chars().all(|c| digit(c).is_some() || matches!(c, ' ' | '.' | '-' | '–' | '+' | '(' | ')' | '\u{A0}'));
    let (Some(head), Some(tail)) = (digits.get(KEPT.0), digits.len().checked_sub(KEPT.1).and_then(|at| digits.get(at))) else { return words.to_owned() };
    if digits.len() < LEAST || !plain {
        return words.to_owned();
    }
    [words.get(..*head).unwrap_or_default().trim_end_matches([' ', '.', '-', '–', '\u{A0}']), "…", words.get(*tail..).unwrap_or_default()].concat()
}

/// Names by their initials, behind the first word, which is a title: “cháu L. T. N., mồ côi” for “cháu Lò Thị Nhung, mồ côi”.
#[must_use]
pub fn initials(words: &str) -> String {
    let short = |(at, word): (usize, &str)| match word.chars().next().filter(|first| at > 0 && first.is_uppercase()) {
        Some(first) => format!("{first}.{}", word.trim_start_matches(|c: char| c.is_alphabetic() || matches!(c, '’' | '\'' | '-'))),
        None => word.to_owned(),
    };
    words.split(' ').enumerate().map(short).collect::<Vec<_>>().join(" ")
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn names_by_their_initials() {
        for (words, shown) in [
            ("Cháu Lò Thị Nhung, sinh năm 2016, mồ côi", "Cháu L. T. N., sinh năm 2016, mồ côi"),
            ("cháu H’Nhi Niê bị bệnh", "cháu H. N. bị bệnh"),
            ("hộ nghèo Nguyễn Văn Tý", "hộ nghèo N. V. T."),
            ("", ""),
        ] {
            assert_eq!(initials(words), shown);
        }
    }

    #[test]
    fn long_numbers_lose_their_middle() {
        for (words, shown) in [
            ("058055001234", "058…34"),
            ("0912 000 118", "091…18"),
            ("0707.118.934", "070…34"),
            ("+84 912 000 118", "+84 9…18"),
            ("1234567", "1234567"),
            ("58.000.000 đồng", "58.000.000 đồng"),
            ("UBND huyện", "UBND huyện"),
            ("", ""),
        ] {
            assert_eq!(masked(words), shown);
        }
    }
}
