//! Telephone numbers of Vietnam: told apart, brought to one form, shown in groups; an old mobile number is never rewritten, only its new form offered.

use super::fold::{digit, is_space};

/// What a telephone number is. Numbers are digits only, beginning with 0.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Phone {
    /// Ten digits, 03, 05, 07, 08 or 09.
    Mobile(String),
    /// Eleven digits, 02 and the area; or 069 and six or seven digits, the own network of the ministries of defence and of public security (Thông tư 22/2014/TT-BTTTT).
    Landline(String),
    /// Eleven digits, 012, 016, 018 or 019: out of use since 2018.
    OldMobile {
        /// The number as typed, digits only.
        typed: String,
        /// The number that it became in 2018.
        now: String,
    },
    /// None of these, which need not mean wrong: a short number, a number abroad, two numbers in one box.
    Unknown,
}

/// The conversion of 2018, by the four first digits.
const OLD_PREFIXES: [(&str, &str); 21] = [
    ("0120", "070"),
    ("0121", "079"),
    ("0122", "077"),
    ("0123", "083"),
    ("0124", "084"),
    ("0125", "085"),
    ("0126", "076"),
    ("0127", "081"),
    ("0128", "078"),
    ("0129", "082"),
    ("0162", "032"),
    ("0163", "033"),
    ("0164", "034"),
    ("0165", "035"),
    ("0166", "036"),
    ("0167", "037"),
    ("0168", "038"),
    ("0169", "039"),
    ("0186", "056"),
    ("0188", "058"),
    ("0199", "059"),
];

/// Reads one telephone number; dots, dashes, spaces and brackets do not matter, and +84, 0084 and 84 stand for the 0.
pub fn read(text: &str) -> Phone {
    let Some(number) = national(text) else { return Phone::Unknown };
    let second = number.chars().nth(1).unwrap_or('0');
    match (number.len(), second) {
        (10, '3' | '5' | '7' | '8' | '9') => Phone::Mobile(number),
        (11, '2') => Phone::Landline(number),
        (9 | 10, '6') if number.starts_with("069") => Phone::Landline(number),
        (11, '1') => {
            let found = OLD_PREFIXES.iter().find_map(|(old, new)| Some(String::from(*new) + number.strip_prefix(old)?));
            found.map_or(Phone::Unknown, |now| Phone::OldMobile { typed: number, now })
        }
        _ => Phone::Unknown,
    }
}

/// The number in groups: “0912 345 678”, “0263 3822 307”, “024 3822 3070”; what is not a number of Vietnam only trimmed.
pub fn show(text: &str) -> String {
    let (number, groups): (String, &[usize]) = match read(text) {
        Phone::Mobile(number) => (number, &[4, 3, 3]),
        Phone::Landline(number) if number.starts_with("069") => (number, &[3, 3, 4]),
        Phone::Landline(number) if number.starts_with("024") || number.starts_with("028") => (number, &[3, 4, 4]),
        Phone::Landline(number) | Phone::OldMobile { typed: number, .. } => (number, &[4, 4, 3]),
        Phone::Unknown => return text.trim_matches(is_space).to_owned(),
    };
    let mut digits = number.chars();
    let parts: Vec<String> = groups.iter().map(|size| digits.by_ref().take(*size).collect()).collect();
    parts.join(" ")
}

/// The digits beginning with 0; None when something else than one number stands there.
fn national(text: &str) -> Option<String> {
    // “(+84) 912 000 123”
    let text = text.trim_matches(is_space).trim_start_matches('(');
    let (plus, text) = text.strip_prefix(['+', '＋']).map_or((false, text), |rest| (true, rest));
    let mut digits = String::new();
    for c in text.chars() {
        match digit(c) {
            Some(d) => digits.push(char::from(b'0' + d)),
            None if matches!(c, '.' | '-' | '–' | '(' | ')') || is_space(c) && c != '\n' => {}
            None => return None,
        }
    }
    if digits.len() > 16 {
        return None;
    }
    let abroad =
        if plus { Some(digits.strip_prefix("84")?) } else { digits.strip_prefix("0084").or_else(|| digits.strip_prefix("84").filter(|rest| rest.len() >= 9)) };
    Some(match abroad {
        Some(rest) => String::from("0") + rest.strip_prefix('0').unwrap_or(rest),
        None => digits,
    })
    .filter(|number| number.starts_with('0'))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[track_caller]
    fn mobile(text: &str, number: &str) {
        assert_eq!(read(text), Phone::Mobile(number.into()), "{text}");
    }

    #[track_caller]
    fn landline(text: &str, number: &str) {
        assert_eq!(read(text), Phone::Landline(number.into()), "{text}");
    }

    #[track_caller]
    fn old(typed: &str, now: &str) {
        assert_eq!(read(typed), Phone::OldMobile { typed: typed.into(), now: now.into() });
    }

    #[track_caller]
    fn unknown(text: &str) {
        assert_eq!(read(text), Phone::Unknown, "{text}");
    }

    #[test]
    fn mobiles() {
        mobile("0912345678", "0912345678");
        mobile("0912.345.678", "0912345678");
        mobile(" 0912 345-678 ", "0912345678");
        mobile("(0912) 345\u{A0}678", "0912345678");
        mobile("+84 912 345 678", "0912345678");
        mobile("+84 (0)912 345 678", "0912345678");
        mobile("(+84) 912 345 678", "0912345678");
        mobile("0084912345678", "0912345678");
        mobile("84912345678", "0912345678");
        mobile("０９１２３４５６７８", "0912345678");
        mobile("0890123456", "0890123456");
        mobile("0312345678", "0312345678");
        mobile("0512345678", "0512345678");
        mobile("0712345678", "0712345678");
        mobile("0841234567", "0841234567");
    }

    #[test]
    fn landlines() {
        landline("0263.3822.307", "02633822307");
        landline("+84 24 3822 3070", "02438223070");
        landline("(028) 3822 3070", "02838223070");
        landline("069 234 5678", "0692345678");
        landline("069.554.119", "069554119");
    }

    #[test]
    fn old_mobiles() {
        let rows = [
            ("0120", "070"),
            ("0121", "079"),
            ("0122", "077"),
            ("0126", "076"),
            ("0128", "078"),
            ("0123", "083"),
            ("0124", "084"),
            ("0125", "085"),
            ("0127", "081"),
            ("0129", "082"),
        ];
        let more = [
            ("0162", "032"),
            ("0163", "033"),
            ("0164", "034"),
            ("0165", "035"),
            ("0166", "036"),
            ("0167", "037"),
            ("0168", "038"),
            ("0169", "039"),
            ("0186", "056"),
            ("0188", "058"),
            ("0199", "059"),
        ];
        for (from, to) in rows.into_iter().chain(more) {
            old(&format!("{from}5678945"), &format!("{to}5678945"));
        }
        assert_eq!(read("+84 169 567 8945"), Phone::OldMobile { typed: "01695678945".into(), now: "0395678945".into() });
    }

    #[test]
    fn others() {
        for text in "|113|091234567|09123456789|0612345678|0412345678|0112345678|01605678945|0263382230|912345678".split('|') {
            unknown(text);
        }
        for text in "+1 202 555 0100|0912345678 / 0987654321|0912345678 0987654321|ĐT: 0912345678|0912 345 67x|+|84|079123456789|0912345678\n1".split('|') {
            unknown(text);
        }
        unknown(&"0".repeat(20_000));
    }

    #[test]
    fn shown() {
        assert_eq!(show("+84912345678"), "0912 345 678");
        assert_eq!(show("02633822307"), "0263 3822 307");
        assert_eq!(show("02438223070"), "024 3822 3070");
        assert_eq!((show("0692345678"), show("069554119")), ("069 234 5678".into(), "069 554 119".into()));
        assert_eq!(show("01695678945"), "0169 5678 945");
        assert_eq!(show(" 113 "), "113");
        assert_eq!(show("ĐT: 0912345678"), "ĐT: 0912345678");
    }
}
