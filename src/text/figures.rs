//! Figures in running text: numbers that count or measure something, with their units.

use super::fold::{digit, is_letter, is_mark, is_upper};
use super::keys::Words;
use super::measures::unit_at;
use super::named_numbers::end_of_name;
use super::number::qualifier;
use super::numeral::amount;
use super::scan::Scan;
use super::words::utf16_len;
use super::{Approx, Reading, Span, reading};
use crate::words;

/// What the numbers of slogans count, which have one digit: “5 không 3 sạch”, “3 cùng”; “30 giảm còn 12” is another matter.
const SLOGANS: &Words = words!("không|sạch|cùng|giảm|tăng|nhất|biết|nên|đúng|trách|xung");

/// A number that counts or measures something.
#[derive(Debug, Clone, PartialEq)]
pub struct Figure {
    /// From the first digit to the end of the unit; the qualifier is outside.
    pub span: Span,
    /// The value, multipliers applied: 36 600 000 for “36,6 triệu đồng”.
    pub value: f64,
    /// What the words before say of its exactness.
    pub approx: Option<Approx>,
    /// Comparison key of the unit, one for all spellings (“hộ”, “%”, “m²”, “đồng”); “đồng” also for triệu and tỷ without a unit. None when it is not a known one.
    pub unit: Option<&'static str>,
}

/// The figures of a text in order.
///
/// Not figures: dates and years, clock times, numbers of documents, telephone numbers, list numbers, parts of names (“Phường 1”, “Covid-19”, “4.0”),
/// slogans (“5 không 3 sạch”, “3 an toàn” in quotes), the years of a jubilee. Where the writing is ambiguous and a unit stands behind, whole things are counted whole (“1,000 hộ” is 1.000)
/// and measures have decimals (“1,084 km” is 1,084).
pub fn find(text: &str) -> Vec<Figure> {
    let whole = Span { start: 0, end: utf16_len(text) };
    inside(&Scan::new(text), [whole].into_iter())
}

/// The figures of a text that was read, in order.
pub fn among(reading: &reading::Reading<'_>) -> Vec<Figure> {
    let mut numbers = reading.words.iter().filter(|word| word.numeric).map(|word| word.span).peekable();
    // most texts have none
    if numbers.peek().is_none() { Vec::new() } else { inside(&Scan::of(reading), numbers) }
}

/// The figures whose first digits stand in some stretches.
fn inside(scan: &Scan<'_>, stretches: impl Iterator<Item = Span>) -> Vec<Figure> {
    let mut out = Vec::new();
    let mut i = 0;
    for stretch in stretches {
        i = i.max(stretch.start as usize);
        while let Some(place) = scan.digit_in(i, stretch.end as usize) {
            let (figure, end) = figure_at(scan, place);
            out.extend(figure);
            i = end.max(place + 1);
        }
    }
    out
}

/// Does the text have a figure at all.
pub fn has_figure(text: &str) -> bool {
    !find(text).is_empty()
}

/// The figure whose first digit stands at `i`, and where to go on.
fn figure_at(scan: &Scan<'_>, i: usize) -> (Option<Figure>, usize) {
    let run = scan.skip(i, |c| digit(c).is_some());
    let clock = scan.at(run) == Some(':') && scan.is_digit(run + 1);
    if clock || part_of_word(scan, i) {
        let mut end = run;
        while scan.is_digit(end) || (scan.is(end, |c| matches!(c, '.' | ':')) && scan.is_digit(end + 1)) {
            end += 1;
        }
        return (None, end);
    }
    if let Some(end) = end_of_name(scan, i) {
        return (None, end);
    }
    let (value, end, multiplied) = amount(scan, i, false);
    let unit = unit_at(scan, end);
    let (value, written_clearly) = match value {
        Reading::Value(d) => (d, true),
        Reading::Ambiguous(all) => {
            let counted = unit.as_ref().is_some_and(|u| u.counted || u.key == "đồng" && !multiplied);
            match if counted { all.last() } else { all.first() } {
                Some(d) => (*d, false),
                None => return (None, end),
            }
        }
        Reading::Impossible | Reading::Unread => return (None, end),
    };
    let (unit_end, unit) = match unit {
        Some(unit) => (unit.end, Some(unit.key)),
        None if multiplied && value.below_power(6) => (end, None),
        None if multiplied => (end, Some("đồng")),
        None => (end, None),
    };
    // “5G”, “7h30”, “4.0”, “5 không”, “96 năm Ngày truyền thống”
    let glued = unit_end == end && scan.is(end, |c| is_letter(c) || is_mark(c));
    let behind = scan.skip_blanks(unit_end);
    let (next, next_end) = scan.word(behind);
    let on_the_spot = || words!("tại").contains(&next) && words!("chỗ").contains(&scan.word(scan.skip_blanks(next_end)).0);
    let quoted = || scan.before(i).is_some_and(|c| matches!(c, '“' | '"' | '«'));
    let slogan = unit.is_none() && (run - i == 1 && SLOGANS.contains(&next) || run - i <= 2 && (on_the_spot() || quoted()));
    let jubilee = unit == Some("năm") && (words!("niệm").contains(&scan.word_before(i).0) || words!("ngày").contains(&next) && scan.is(behind, is_upper));
    if glued || slogan || jubilee || (unit.is_none() && !written_clearly) {
        return (None, end);
    }
    (Some(Figure { span: scan.span(i, unit_end), value: value.value(), approx: approx_before(scan, i), unit }), unit_end)
}

/// “m2”, “QL1A”, “Covid-19”: the digits at `i` go on a word.
fn part_of_word(scan: &Scan<'_>, i: usize) -> bool {
    let letter = |c: char| is_letter(c) || is_mark(c);
    let hyphen = scan.before(i) == Some('-') && i >= 2 && scan.is(i - 2, letter);
    hyphen || scan.before(i).is_some_and(letter)
}

/// The qualifier in front of the number at `i`; “không quá”, “không dưới” are bounds and none.
fn approx_before(scan: &Scan<'_>, i: usize) -> Option<Approx> {
    if let Some(sign @ ('~' | '≈' | '>' | '<')) = scan.before(i) {
        return qualifier(sign.encode_utf8(&mut [0; 4]));
    }
    // What is none of these says nothing, and nearly every word is none.
    if !words!("khoảng|chừng|ước|tầm|xỉ|hơn|trên|quá|gần|dưới|tính|đạt").contains(&scan.word_before(i).0) {
        return None;
    }
    let (word, start) = scan.letters_before(i);
    let (before, _) = scan.letters_before(start);
    match (before.as_str(), word.as_str()) {
        ("không" | "chưa", _) => None,
        ("trên", "dưới") | ("ước", "tính" | "đạt") => Some(Approx::About),
        (_, word) => qualifier(word),
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::text::number::show_with;

    /// Each figure as “stretch = value unit”.
    #[track_caller]
    fn finds(text: &str, expected: &[&str]) {
        let units: Vec<u16> = text.encode_utf16().collect();
        let shown = |f: &Figure| {
            let stretch = String::from_utf16_lossy(&units[f.span.start as usize..f.span.end as usize]);
            format!("{stretch} = {} {}", show_with(f.value, f.approx), f.unit.unwrap_or("-"))
        };
        let found: Vec<String> = find(text).iter().map(shown).collect();
        assert_eq!(found, expected, "{text}");
        assert_eq!(has_figure(text), !expected.is_empty());
    }

    #[test]
    fn counted_and_measured() {
        finds("Vận động 55 hộ hiến 1.647 m² đất", &["55 hộ = 55 hộ", "1.647 m² = 1.647 m²"]);
        finds(
            "hơn 5,3 tỷ đồng; gần 1.000m2; trên 30 tỷ",
            &["5,3 tỷ đồng = hơn 5.300.000.000 đồng", "1.000m2 = gần 1.000 m²", "30 tỷ = hơn 30.000.000.000 đồng"],
        );
        finds("đường dài 1,8km, rộng 3700m2", &["1,8km = 1,8 km", "3700m2 = 3.700 m²"]);
        finds("04 mô hình, 03 tập thể", &["04 mô hình = 4 mô hình", "03 tập thể = 3 tập thể"]);
        finds("2.002 lượt/1.993 vụ việc", &["2.002 lượt = 2.002 lượt", "1.993 vụ việc = 1.993 vụ việc"]);
        finds("100% hộ dân, 85,5 % người", &["100% = 100 %", "85,5 % = 85,5 %"]);
        finds("góp 36,6 triệu đồng và 120 ngày công", &["36,6 triệu đồng = 36.600.000 đồng", "120 ngày công = 120 ngày công"]);
        finds("1 tỷ 200 triệu đồng", &["1 tỷ 200 triệu đồng = 1.200.000.000 đồng"]);
        finds(
            "500k, 2tr5, 36600000đ, 150000000 đồng",
            &["500k = 500.000 -", "2tr5 = 2.500.000 đồng", "36600000đ = 36.600.000 đồng", "150000000 đồng = 150.000.000 đồng"],
        );
        finds("2,5 triệu hộ", &["2,5 triệu hộ = 2.500.000 hộ"]);
        finds("1 084 hộ ở 5 nơi", &["1 084 hộ = 1.084 hộ", "5 = 5 -"]);
        finds("mỗi tổ 5 người, mỗi tháng 2 buổi", &["5 người = 5 người", "2 buổi = 2 buổi"]);
        finds("hỗ trợ thôn 20 triệu đồng", &["20 triệu đồng = 20.000.000 đồng"]);
        finds("tổng số 25 hộ", &["25 hộ = 25 hộ"]);
        finds("5-7 hộ, 3/4 hộ, 8/59 mô hình", &["5 = 5 -", "7 hộ = 7 hộ", "3 = 3 -", "4 hộ = 4 hộ", "8 = 8 -", "59 mô hình = 59 mô hình"]);
        finds("😀 5 hộ 😀", &["5 hộ = 5 hộ"]);
        finds("👨‍🌾5 hộ, H5N1 ở 3 nơi; x2 12 con😀m2 7 ha", &["5 hộ = 5 hộ", "3 = 3 -", "12 con = 12 con", "7 ha = 7 ha"]);
        finds("1986 người, 2000 cây", &["1986 người = 1.986 người", "2000 cây = 2.000 cây"]);
    }

    #[test]
    fn qualified() {
        finds("khoảng 200 hộ", &["200 hộ = khoảng 200 hộ"]);
        finds("ước đạt 200 hộ", &["200 hộ = khoảng 200 hộ"]);
        finds("trên dưới 200 hộ", &["200 hộ = khoảng 200 hộ"]);
        finds("không quá 5 hộ", &["5 hộ = 5 hộ"]);
        finds(">690 triệu", &["690 triệu = hơn 690.000.000 đồng"]);
    }

    #[test]
    fn ambiguous_writing() {
        finds("1,000 hộ, 1,084 km, 1.6km, 500,000 đồng", &["1,000 hộ = 1.000 hộ", "1,084 km = 1,084 km", "1.6km = 1,6 km", "500,000 đồng = 500.000 đồng"]);
        finds("chuyển đổi số 4.0, phiên bản 1.6", &[]);
        finds("12.34.567 hộ", &[]);
    }

    #[test]
    fn dates_and_times() {
        finds("ngày 15/3/2026, 22 - 11 - 2024, 15.10.1930, 04/2022, 2021-2025, 2026-06-30", &[]);
        finds("năm 2026, tháng 6, quý 2, ngày 5, sáng thứ 7", &[]);
        finds("ngày 05 tháng 02 năm 2026", &[]);
        finds("ra quân 17-10, 21/11; ngày 22.9", &[]);
        finds("Dân vận khéo 2026. Giai đoạn 2021 - 2025", &[]);
        finds("lúc 7h30, 07:30", &[]);
        finds("trong 3 tháng, 2 năm", &["3 tháng = 3 tháng", "2 năm = 2 năm"]);
        finds("đến 30/6/2026 có 5 hộ", &["5 hộ = 5 hộ"]);
        finds("Năm 2026, 50 hộ", &["50 hộ = 50 hộ"]);
    }

    #[test]
    fn names_and_documents() {
        finds("Phường 1, Thôn 10, Tổ 5, khu phố 3, tổ dân phố 12, Quận 1", &[]);
        finds("Thôn 1, 2 và 3", &[]);
        finds("Tổ 5 100 hộ", &["100 hộ = 100 hộ"]);
        finds("Thôn 1, 20 hộ", &["20 hộ = 20 hộ"]);
        finds("Chỉ thị 35-CT/TU, Nghị định 30/2020/NĐ-CP, số 05/KH-UBND, Kết luận 12", &[]);
        finds("Điều 5, khoản 2, lần thứ 3, lớp 5, chi bộ 3, giai đoạn 1, quốc lộ 1A", &[]);
        finds("0912 345 678; 0912.345.678; +84 912 345 678; 02633822307; 079123456789", &[]);
        finds("tài khoản 123456789012", &[]);
        finds("Điều 5.1, mục 2.1, v1.6", &[]);
        finds("đường thôn 1,5 km; xã 1.084 hộ; Thôn 1,2,3", &["1,5 km = 1,5 km", "1.084 hộ = 1.084 hộ"]);
        finds("Covid-19, H5N1, 5G, QL1A, m2", &[]);
        finds("mô hình “5 không 3 sạch”, phong trào “3 an toàn”, phương châm “4 tại chỗ”, 3 cùng", &[]);
        finds("số vụ từ 30 giảm còn 12; trồng 30 tại vườn trường", &["30 = 30 -", "12 = 12 -", "30 = 30 -"]);
        finds("kỷ niệm 96 năm Ngày truyền thống, 80 năm Ngày thành lập; trong 5 năm", &["5 năm = 5 năm"]);
        finds("“2 km” đường hoa, giảm 3 tấn", &["2 km = 2 km", "3 tấn = 3 tấn"]);
    }

    #[test]
    fn list_numbers() {
        finds("1. Vận động\n2) Họp dân\n 3/ Góp công\n(4) Xong\n1.2. Mục tiêu\n2.1 Chỉ tiêu", &[]);
        finds("gồm (1) họp dân; (2) góp công", &[]);
        finds("1. Vận động 5 hộ", &["5 hộ = 5 hộ"]);
        finds("5 hộ\n1.084 hộ", &["5 hộ = 5 hộ", "1.084 hộ = 1.084 hộ"]);
        finds("vận động được 5. Sau đó", &["5 = 5 -"]);
    }

    #[test]
    fn hostile() {
        finds("", &[]);
        finds("hàng chục tỷ đồng, một trăm hộ", &[]);
        finds(&"9".repeat(20_000), &[]);
        finds(&"1.".repeat(10_000), &[]);
        assert_eq!(find(&"5 hộ ".repeat(4_000)).len(), 4_000);
        for piece in ["1 ", "1-", "0 ", "1/", "1 tỷ ", "9:", "1,", "thôn 1, ", "100 ", "1 - "] {
            find(&piece.repeat(20_000 / piece.len()));
        }
    }
}
