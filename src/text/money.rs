//! An amount of money in whole đồng, as a person types it into one box, and the way it is shown.

use super::decimal::Decimal;
use super::fold::soft;
use super::number::{Exact, push_grouped, read_exact, show as show_number};
use super::{Approx, Reading};

/// An amount that was typed.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Money {
    /// Whole đồng, 0 to 10^15.
    pub dong: i64,
    /// What was said of its exactness.
    pub approx: Option<Approx>,
}

/// Reads one amount: “135 triệu”, “1,2 tỷ đồng”, “500 ngàn”, “4 tr”, “36.600.000đ”.
///
/// Asked: a bare number below 1000, in which someone left out the unit (“135” \[135, 135 nghìn, 135 triệu\]; “36,6” \[36,6 nghìn, 36,6 triệu\]), and what
/// [`super::number::read`] asks. Impossible: below zero, a fraction of a đồng, above 10^15. Unread: a rate (“500.000 đồng/tháng”), other currencies.
pub fn read(text: &str) -> Reading<Money> {
    let Some(Exact { value, approx, rest, multiplied }) = read_exact(text) else { return Reading::Unread };
    let unit = soft(rest.trim_end_matches('.'));
    if !matches!(unit.as_str(), "" | "đồng" | "đ" | "vnđ" | "vnd" | "₫" | "đồng việt nam") {
        return Reading::Unread;
    }
    let bare = unit.is_empty() && !multiplied;
    let (candidates, sure) = match value {
        Reading::Value(d) => (vec![d], !(bare && d.below_power(3) && d.whole() != Some(0))),
        Reading::Ambiguous(all) => (all, false),
        Reading::Impossible => return Reading::Impossible,
        Reading::Unread => return Reading::Unread,
    };
    let mut found: Vec<Money> = Vec::new();
    for d in candidates {
        let powers: &[u32] = if bare && d.below_power(3) && d.whole() != Some(0) { &[0, 3, 6] } else { &[0] };
        for money in powers.iter().filter_map(|power| in_dong(d.times_power(*power)?)) {
            if !found.iter().any(|m| m.dong == money) {
                found.push(Money { dong: money, approx });
            }
        }
    }
    match found.as_slice() {
        [only] if sure => Reading::Value(*only),
        _ => Reading::from_candidates(found),
    }
}

fn in_dong(d: Decimal) -> Option<i64> {
    d.whole().filter(|dong| *dong >= 0)
}

/// “36.600.000 đồng”.
pub fn show(dong: i64) -> String {
    let mut out = String::from(if dong < 0 { "-" } else { "" });
    push_grouped(&mut out, dong.unsigned_abs());
    out.push_str(" đồng");
    out
}

/// “36.600.000 đồng (36,6 triệu đồng)”: the short form stands behind amounts from one million on that it gives exactly with three decimals.
pub fn show_long(dong: i64) -> String {
    let mut out = show(dong);
    let (unit, name) = match dong {
        1_000_000_000.. if dong % 1_000_000 == 0 => (1e9, " tỷ đồng)"),
        1_000_000.. if dong % 1_000 == 0 => (1e6, " triệu đồng)"),
        _ => return out,
    };
    out.push_str(" (");
    out.push_str(&show_number(dong as f64 / unit));
    out.push_str(name);
    out
}

#[cfg(test)]
mod tests {
    use super::*;

    #[track_caller]
    fn is(text: &str, dong: i64) {
        assert_eq!(read(text), Reading::Value(Money { dong, approx: None }), "{text}");
    }

    #[track_caller]
    fn about(text: &str, dong: i64, approx: Approx) {
        assert_eq!(read(text), Reading::Value(Money { dong, approx: Some(approx) }), "{text}");
    }

    #[track_caller]
    fn asked(text: &str, dong: &[i64]) {
        let Reading::Ambiguous(found) = read(text) else { panic!("{text}: {:?}", read(text)) };
        assert_eq!(found.iter().map(|m| m.dong).collect::<Vec<_>>(), dong, "{text}");
    }

    #[track_caller]
    fn unread(text: &str) {
        assert_eq!(read(text), Reading::Unread, "{text}");
    }

    #[track_caller]
    fn impossible(text: &str) {
        assert_eq!(read(text), Reading::Impossible, "{text}");
    }

    #[test]
    fn amounts() {
        is("135 triệu", 135_000_000);
        is("690 triệu đồng", 690_000_000);
        is("1,2 tỷ", 1_200_000_000);
        is("500 ngàn", 500_000);
        is("4 tr", 4_000_000);
        is("2tr5", 2_500_000);
        is("1 tỷ 200 triệu đồng", 1_200_000_000);
        is("36.600.000", 36_600_000);
        is("36600000đ", 36_600_000);
        is("36.600.000 VNĐ", 36_600_000);
        is("36.600.000 vnd.", 36_600_000);
        is("500.000₫", 500_000);
        is("36,6 triệu đồng", 36_600_000);
        is("1000", 1000);
        is("500 đồng", 500);
        is("0", 0);
        is("0 đồng", 0);
        is("1.000.000.000.000.000", 1_000_000_000_000_000);
        about("hơn 5,3 tỷ đồng", 5_300_000_000, Approx::Over);
        about("gần 150 triệu", 150_000_000, Approx::Under);
    }

    #[test]
    fn asked_instead_of_guessed() {
        asked("135", &[135, 135_000, 135_000_000]);
        asked("999", &[999, 999_000, 999_000_000]);
        asked("36,6", &[36_600, 36_600_000]);
        asked("1,500 đồng", &[1_500]);
        asked("1,2345", &[1_234_500]);
        asked("1,234 triệu", &[1_234_000, 1_234_000_000]);
        asked("1.6 triệu", &[1_600_000]);
        asked("5 tỷ 3", &[5_300_000_000, 5_003_000_000]);
        asked("500,000 đồng", &[500, 500_000]);
    }

    #[test]
    fn neither() {
        for text in ["", "triệu", "500.000 đồng/tháng", "500.000 đồng/hộ", "5 USD", "5 cây", "12.34.567", "hàng chục tỷ đồng", "ít nhất 5 triệu", "5 - 7 triệu"]
        {
            unread(text);
        }
        for text in "-5 triệu|-1|36,6 đồng|1,23456789 triệu|1.000.000.000.000.001|1.000.001 tỷ".split('|') {
            impossible(text);
        }
        impossible(&"9".repeat(20_000));
    }

    #[track_caller]
    fn shows(dong: i64, expected: &str) {
        assert_eq!(show_long(dong), expected);
    }

    #[test]
    fn shown() {
        assert_eq!(show(36_600_000), "36.600.000 đồng");
        assert_eq!(show(0), "0 đồng");
        assert_eq!(show(-1_000), "-1.000 đồng");
        assert!(show(i64::MIN).starts_with("-9.223"));
        shows(999_000, "999.000 đồng");
        shows(1_000_000, "1.000.000 đồng (1 triệu đồng)");
        shows(36_600_000, "36.600.000 đồng (36,6 triệu đồng)");
        shows(36_600_500, "36.600.500 đồng");
        shows(1_234_000, "1.234.000 đồng (1,234 triệu đồng)");
        shows(999_999_000, "999.999.000 đồng (999,999 triệu đồng)");
        shows(1_200_000_000, "1.200.000.000 đồng (1,2 tỷ đồng)");
        shows(1_234_567_000, "1.234.567.000 đồng (1.234,567 triệu đồng)");
        shows(-5_000_000, "-5.000.000 đồng");
    }
}
