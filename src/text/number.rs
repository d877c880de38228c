//! A number with its unit as a person types it into one box, and the way it is shown: “khoảng 1.084 hộ”, “36,6 triệu”.

use super::decimal::Decimal;
use super::fold::is_letter;
use super::numeral::amount;
use super::scan::Scan;
use super::{Approx, Reading};

/// A number that was typed.
#[derive(Debug, Clone, PartialEq)]
pub struct Number {
    /// The value, multipliers applied: 36 600 000 for “36,6 triệu”.
    pub value: f64,
    /// What was said of its exactness.
    pub approx: Option<Approx>,
    /// The unit words behind it as typed, trimmed: “hộ”, “m²”, “%”.
    pub rest: String,
}

/// Reads one number.
///
/// Asked: “1,084 km” \[1,084; 1.084\], English writing with one plausible reading (“1.6” \[1,6\]; “1,000,000”; “1,000.5”), bare numbers behind a multiplier
/// (“5 tỷ 3”). Impossible: beyond 10^15. Unread: two numbers, dates, ranges, number words, “ít nhất 5” (a bound, not an approximation).
pub fn read(text: &str) -> Reading<Number> {
    match read_exact(text) {
        None => Reading::Unread,
        Some(read) => read.value.filter_map(|d| Some(Number { value: d.value(), approx: read.approx, rest: read.rest.to_owned() })),
    }
}

/// A reading before it becomes a float.
pub(super) struct Exact<'a> {
    pub(super) value: Reading<Decimal>,
    pub(super) approx: Option<Approx>,
    pub(super) rest: &'a str,
    /// Was there a multiplier: nghìn, triệu, tỷ…
    pub(super) multiplied: bool,
}

pub(super) fn read_exact(text: &str) -> Option<Exact<'_>> {
    let scan = Scan::new(text);
    let start = scan.skip(0, super::fold::is_space);
    let (approx, start) = approx_at(&scan, start)?;
    let minus = scan.is(start, |c| matches!(c, '-' | '–' | '−'));
    let start = start + usize::from(minus);
    if !scan.is_digit(start) {
        return None;
    }
    let (value, end, multiplied) = amount(&scan, start, true);
    let value = if minus { value.filter_map(|d| Some(d.negative())) } else { value };
    let rest = scan.slice(end, scan.len()).trim_matches(super::fold::is_space);
    let rest = if matches!(rest, "." | ";") { "" } else { rest };
    is_unit(rest).then_some(Exact { value, approx, rest, multiplied })
}

/// The qualifiers at `i` and the place behind them; None when words stand there that need one and have none (“vào 5”).
fn approx_at(scan: &Scan<'_>, i: usize) -> Option<(Option<Approx>, usize)> {
    let (mut approx, mut filler, mut end) = (None, false, i);
    let mut last = None;
    loop {
        let sign = matches!(scan.at(end), Some('~' | '≈' | '>' | '<'));
        let (key, after) = scan.letters(end);
        let after = if sign { end + 1 } else { after };
        let word = if sign { scan.slice(end, after) } else { key.as_str() };
        let above = matches!(&last, Some(before) if *before == "trên");
        match word {
            "dưới" if above => approx = Some(Approx::About),
            "vào" | "xấp" | "tính" => filler = true,
            word => match qualifier(word) {
                None => break,
                found => approx = found,
            },
        }
        last = Some(key);
        end = scan.skip_blanks(after);
    }
    (approx.is_some() || !filler).then_some((approx, end))
}

/// What a word in front of a number says of its exactness.
pub(super) fn qualifier(word: &str) -> Option<Approx> {
    match word {
        "khoảng" | "chừng" | "ước" | "tầm" | "xỉ" | "~" | "≈" => Some(Approx::About),
        "hơn" | "trên" | "quá" | ">" => Some(Approx::Over),
        "gần" | "dưới" | "<" => Some(Approx::Under),
        _ => None,
    }
}

/// Nothing, or words of a unit: no second number; only a 2 or 3 behind a letter (“m2”).
fn is_unit(rest: &str) -> bool {
    let begins = rest.chars().next().is_none_or(|c| is_letter(c) || matches!(c, '%' | '‰' | '₫' | '°' | '(' | '/'));
    let mut letter = false;
    begins
        && rest.chars().all(|c| {
            let fits = super::fold::digit(c).is_none() || letter && matches!(c, '2' | '3');
            letter = is_letter(c);
            fits
        })
}

/// The number as it is written: “1.084”, “36,6”; at most six decimals, none that are zero. Nothing for what is not a number.
pub fn show(value: f64) -> String {
    if !value.is_finite() {
        return String::new();
    }
    let size = value.abs();
    let mut whole = size as u64;
    let mut millionths = ((size - whole as f64) * 1e6 + 0.5) as u64;
    if millionths >= 1_000_000 {
        whole = whole.saturating_add(1);
        millionths = 0;
    }
    let mut out = String::new();
    if value < 0.0 && (whole > 0 || millionths > 0) {
        out.push('-');
    }
    push_grouped(&mut out, whole);
    if millionths > 0 {
        out.push(',');
        let mut power = 100_000;
        while millionths > 0 {
            push_digit(&mut out, millionths / power);
            millionths %= power;
            power /= 10;
        }
    }
    out
}

/// The number with its qualifier: “khoảng 200”, “hơn 200”, “gần 200”.
pub fn show_with(value: f64, approx: Option<Approx>) -> String {
    let word = match approx {
        None => "",
        Some(Approx::About) => "khoảng ",
        Some(Approx::Over) => "hơn ",
        Some(Approx::Under) => "gần ",
    };
    let mut out = String::from(word);
    out.push_str(&show(value));
    out
}

/// Appends a whole number with a dot between thousands.
pub(super) fn push_grouped(out: &mut String, n: u64) {
    let mut power: u64 = 1;
    let mut place = 0;
    while n / power >= 10 {
        power *= 10;
        place += 1;
    }
    let mut left = n;
    loop {
        push_digit(out, left / power);
        left %= power;
        if place == 0 {
            return;
        }
        if place % 3 == 0 {
            out.push('.');
        }
        place -= 1;
        power /= 10;
    }
}

fn push_digit(out: &mut String, d: u64) {
    out.push(char::from(b'0' + (d % 10) as u8));
}

#[cfg(test)]
mod tests {
    use super::*;
    use Approx::{About, Over, Under};

    #[track_caller]
    fn is(text: &str, value: f64, approx: Option<Approx>, rest: &str) {
        assert_eq!(read(text), Reading::Value(Number { value, approx, rest: rest.into() }), "{text}");
    }

    #[track_caller]
    fn plain(text: &str, value: f64) {
        is(text, value, None, "");
    }

    #[track_caller]
    fn asked(text: &str, values: &[f64]) {
        let Reading::Ambiguous(found) = read(text) else { panic!("{text}: {:?}", read(text)) };
        assert_eq!(found.iter().map(|n| n.value).collect::<Vec<_>>(), values, "{text}");
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
    fn vietnamese_writing() {
        plain("0", 0.0);
        plain("08", 8.0);
        plain("2026", 2026.0);
        plain("1.084", 1084.0);
        plain("36,6", 36.6);
        plain("1.647,5", 1647.5);
        plain("1.647,500", 1647.5);
        plain("36.600.000", 36_600_000.0);
        plain("0,125", 0.125);
        plain("1234,567", 1234.567);
        plain("1 084", 1084.0);
        plain("1\u{A0}084\u{202F}000", 1_084_000.0);
        plain("1 084,5", 1084.5);
        plain("-5", -5.0);
        plain("−1.000,25", -1000.25);
        plain("１０８４", 1084.0);
        plain("１.０８４", 1084.0);
    }

    #[test]
    fn units_behind() {
        is("1.647m²", 1647.0, None, "m²");
        is("3700m2", 3700.0, None, "m2");
        is("1,8km", 1.8, None, "km");
        is("1.084 km", 1084.0, None, "km");
        is(" 04 mô hình ", 4.0, None, "mô hình");
        is("100%", 100.0, None, "%");
        is("85,5 % hộ dân", 85.5, None, "% hộ dân");
        is("500 đồng/tháng", 500.0, None, "đồng/tháng");
        is("200 hộ trở lên", 200.0, None, "hộ trở lên");
        is("1.000.", 1000.0, None, "");
        is("2 trạm", 2.0, None, "trạm");
        is("3 tỷ lệ", 3.0, None, "tỷ lệ");
    }

    #[test]
    fn qualifiers() {
        is("khoảng 200 hộ", 200.0, Some(About), "hộ");
        is("Khoảng chừng 200", 200.0, Some(About), "");
        is("XẤP XỈ 200", 200.0, Some(About), "");
        is("ước tính 200", 200.0, Some(About), "");
        is("vào khoảng 200", 200.0, Some(About), "");
        is("tầm 200", 200.0, Some(About), "");
        is("~200", 200.0, Some(About), "");
        is("hơn 5,3 tỷ đồng", 5_300_000_000.0, Some(Over), "đồng");
        is("trên 30 tỷ", 30_000_000_000.0, Some(Over), "");
        is("quá 5", 5.0, Some(Over), "");
        is(">690 triệu", 690_000_000.0, Some(Over), "");
        is("gần 1.000m2", 1000.0, Some(Under), "m2");
        is("dưới 10", 10.0, Some(Under), "");
        is("khoảng hơn 200", 200.0, Some(Over), "");
        is("trên dưới 200", 200.0, Some(About), "");
    }

    #[test]
    fn multipliers() {
        plain("36,6 triệu", 36_600_000.0);
        plain("4tr", 4_000_000.0);
        plain("4 TR", 4_000_000.0);
        plain("500 ngàn", 500_000.0);
        plain("500k", 500_000.0);
        plain("2 vạn", 20_000.0);
        plain("5 trăm triệu", 500_000_000.0);
        plain("1 nghìn tỷ", 1_000_000_000_000.0);
        is("2,5 triệu hộ", 2_500_000.0, None, "hộ");
        plain("1 tỷ 200 triệu", 1_200_000_000.0);
        plain("1 tỉ 200 triệu 500 nghìn", 1_200_500_000.0);
        plain("2 triệu 5", 2_500_000.0);
        plain("2tr5", 2_500_000.0);
        plain("2 triệu rưỡi", 2_500_000.0);
        plain("2 triệu 500.000", 2_500_000.0);
        plain("5 nghìn 300", 5_300.0);
        plain("1.647 triệu", 1_647_000_000.0);
        plain("0,1 triệu", 100_000.0);
    }

    #[test]
    fn asked_instead_of_guessed() {
        asked("1,000", &[1.0, 1000.0]);
        asked("1,084 km", &[1.084, 1084.0]);
        asked("1.6", &[1.6]);
        asked("1.6km", &[1.6]);
        asked("0.5", &[0.5]);
        asked("0.500", &[0.5]);
        asked("1234.567", &[1234.567]);
        asked("1,000.5", &[1000.5]);
        asked("1,000,000", &[1_000_000.0]);
        asked("1 084.5", &[1084.5]);
        asked("1,234 tỷ", &[1_234_000_000.0, 1_234_000_000_000.0]);
        asked("5 tỷ 3", &[5_300_000_000.0, 5_003_000_000.0]);
        asked("2 triệu 500", &[2_500_000.0, 2_000_500.0]);
        asked("2 triệu 50", &[2_500_000.0, 2_050_000.0]);
        asked("5 nghìn 3", &[5_300.0, 5_003.0]);
    }

    #[test]
    fn not_one_number() {
        for text in ["", " ", "12.34.567", "1.000.00", "1.084,5,6", "08.500", "5-7 hộ", "17-10", "15/3/2026", "2.002 lượt/1.993 vụ việc", "một trăm"]
        {
            unread(text);
        }
        for text in "ít nhất 200|tối thiểu 5|từ 5 hộ trở lên|không quá 5|vào 5|khoảng|+5|-|- 5|1..5|5,|hộ 5|200 hộ 300 người".split('|')
        {
            unread(text);
        }
        for text in "2,5 triệu 3 trăm nghìn 7 tỷ|1 triệu 5 tỷ|😀5|1e5".split('|') {
            unread(text);
        }
    }

    #[test]
    fn range() {
        plain("1.000.000.000.000.000", 1e15);
        impossible("1.000.000.000.000.001");
        impossible("2.000.000 tỷ");
        impossible(&"9".repeat(20_000));
        plain(&"0".repeat(20_000), 0.0);
        unread(&"1.".repeat(10_000));
        unread(&"1 tỷ ".repeat(4_000));
    }

    #[track_caller]
    fn shows(value: f64, expected: &str) {
        assert_eq!(show(value), expected);
    }

    #[test]
    fn shown() {
        shows(0.0, "0");
        shows(-0.0, "0");
        shows(8.0, "8");
        shows(999.0, "999");
        shows(1000.0, "1.000");
        shows(1084.0, "1.084");
        shows(36.6, "36,6");
        shows(1647.5, "1.647,5");
        shows(-36_600_000.0, "-36.600.000");
        shows(0.1 + 0.2, "0,3");
        shows(1.0 / 3.0, "0,333333");
        shows(0.000_000_4, "0");
        shows(-0.000_000_4, "0");
        shows(0.999_999_9, "1");
        shows(1.05, "1,05");
        shows(1e15, "1.000.000.000.000.000");
        shows(9_007_199_254.1, "9.007.199.254,1");
        shows(f64::NAN, "");
        shows(f64::INFINITY, "");
        assert!(!show(f64::MAX).is_empty());
        assert_eq!(show_with(200.0, Some(About)), "khoảng 200");
        assert_eq!(show_with(200.0, Some(Over)), "hơn 200");
        assert_eq!(show_with(200.0, Some(Under)), "gần 200");
        assert_eq!(show_with(200.0, None), "200");
    }
}
