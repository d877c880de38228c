//! Percentages of a text: their value, and whether the words around tell of how many.

use super::counted::{Counted, FILES, PEOPLE, TIMES, Tells, class, figures};
use super::near;
use crate::criteria::Text;
use crate::text::Span;
use crate::text::keys::Words;
use crate::text::reading::{Reading, Token};
use crate::words;

/// A percentage in running text.
#[derive(Debug, Clone, Copy, PartialEq)]
pub struct Percentage {
    /// The figure with its sign, or its words.
    pub span: Span,
    /// Its value; None when it is written in words.
    pub value: Option<f64>,
    /// More than a hundred of it makes sense: a rise, a plan that was surpassed.
    pub open: bool,
    /// It needs a base, and the text names none.
    pub without_base: bool,
    /// It is of some among the people: of pupils, of members.
    pub of_some: bool,
}

/// Parts of materials, of money and of plans: one knows of what without a number.
const OF_ITSELF: &Words = words!(
    "sức|tâm|lãi|cồn|gel|muối|vốn|cotton|sợi|nồng|ẩm|mặn|dốc|đạm|chiết|khấu|vat|pin|nguyên|polyester|hàm|giá|clo|brix|sạc|tiền|thuế|vôi|phèn|giấm|cloramin|formol|javel|urê|kali"
);
/// The same in two words.
const OF_TWO: &[(&Words, &Words)] = &[
    (words!("sinh"), words!("lý")),
    (words!("công"), words!("suất")),
    (words!("chỉ"), words!("tiêu")),
    (words!("tổng"), words!("thu|chi|vốn|giá|nguồn|mức|kinh|doanh")),
    (words!("kế"), words!("hoạch")),
    (words!("dự"), words!("toán")),
    (words!("học"), words!("phí")),
    (words!("kinh"), words!("phí")),
    (words!("chi"), words!("phí")),
    (words!("chi"), words!("trả")),
    (words!("mức"), words!("đóng")),
    (words!("mức"), words!("hưởng")),
    (words!("lợi"), words!("nhuận")),
    (words!("khuyến"), words!("mại")),
    (words!("khuyến"), words!("mãi")),
    (words!("hoa"), words!("hồng")),
    (words!("trợ"), words!("giá")),
    (words!("hao"), words!("hụt")),
    (words!("bảo"), words!("hiểm")),
    (words!("tín"), words!("dụng")),
    (words!("dung"), words!("dịch")),
    (words!("che"), words!("phủ")),
    (words!("diện"), words!("tích")),
    (words!("khối"), words!("lượng")),
    (words!("tiến"), words!("độ")),
    (words!("công"), words!("việc")),
    (words!("thể"), words!("tích")),
];
/// Between a percentage and what it is of, and between “trong” and its number.
const SKIPPED: &Words = words!("mức|số|tổng|các|những|lượng|trở|lên|toàn|bộ|cái|của|trong|trên|cả|hơn|gần|khoảng|đủ|thể");
/// What goods are of, right behind “100%”: “100% cá cơm”, “100% hữu cơ”.
const MADE_OF: &[(&Words, &Words)] = &[
    (words!("cá"), words!("cơm|nục|lóc|tra|trích|linh|khô|tươi")),
    (words!("thịt"), words!("heo|lợn|bò|gà|vịt")),
    (words!("sữa"), words!("tươi|bò|dê")),
    (words!("mật"), words!("ong|mía")),
    (words!("cà"), words!("phê")),
    (words!("tự|thiên"), words!("nhiên")),
    (words!("hữu"), words!("cơ")),
];

/// Percentages of a text that are looked at; no registration has more.
const MOST: usize = 200;

/// The percentages of a text. Other texts may name the base too: “thôn có 38 hộ”.
#[must_use]
pub fn find(text: &Text<'_>, others: &[(&Text<'_>, Tells)]) -> Vec<Percentage> {
    let reading = &text.reading;
    if !reading.signs.percent {
        return Vec::new();
    }
    let figures = text.figures().iter().filter(|figure| figure.unit == Some("%")).map(|figure| (figure.span, Some(figure.value)));
    let spelled = text.spelled().iter().filter(|spelled| spelled.percent).map(|spelled| (spelled.span, None));
    let mut known: Option<Known> = None;
    let mut found: Vec<Percentage> = figures
        .chain(spelled)
        .take(MOST)
        .map(|(span, value)| {
            let at = reading.words.partition_point(|word| word.span.start < span.start);
            let next = reading.words.partition_point(|word| word.span.start < span.end);
            let rise =
                (at.saturating_sub(3)..at).any(|at| near::is(reading, at, words!("tăng|gấp|vượt|lên"))) || near::is(reading, next, words!("kế|chỉ|dự|so"));
            let known = known.get_or_insert_with(|| Known::of(text, others));
            let of_goods = value == Some(100.0) && is_pair(reading, next, MADE_OF);
            Percentage {
                span,
                value,
                open: rise,
                of_some: noun(reading, next).and_then(|noun| class(noun.key)).is_some_and(|class| class > PEOPLE),
                without_base: !(of_goods || is_declined(reading, at) || of_itself(reading, at, next) || has_base(reading, at, next, known)),
            }
        })
        .collect();
    // “từ 24,2% xuống dưới 8% số lượt đến”: what the second is of, the first is of as well
    for at in (1..found.len()).rev() {
        if let [.., one, two] = found.get_mut(..=at).unwrap_or_default() {
            one.without_base &= two.without_base || !leads_to(reading, one.span, two.span);
        }
    }
    found
}

/// Whether one percentage leads to another: “từ 24,2% xuống dưới 8%”.
fn leads_to(reading: &Reading<'_>, one: Span, two: Span) -> bool {
    let next = reading.words.partition_point(|word| word.span.start < one.end);
    let second = reading.words.partition_point(|word| word.span.start < two.start);
    near::is(reading, next, words!("xuống|lên|còn|đến|tới")) && (next + 1..next + 4).contains(&second)
}

/// “Không đặt mục tiêu 100%”, “không nhất thiết 100%”: nobody will look for it.
fn is_declined(reading: &Reading<'_>, at: usize) -> bool {
    (at.saturating_sub(5)..at).any(|place| {
        near::is(reading, place, words!("không|chưa|đừng"))
            && near::is(reading, place + 1, words!("đặt|ép|yêu|đòi|chạy|đuổi|bắt|nhất|buộc|dám|hứa|cần|mong"))
            && (place..at).all(|word| near::tight(reading, word))
    })
}

/// “lãi 0,5%/tháng”, “cồn 70%”, “100% vốn”, “100% kế hoạch”.
fn of_itself(reading: &Reading<'_>, at: usize, next: usize) -> bool {
    // without marks “gia dinh”, “doc” are other words as well
    let unclear = |at: usize| reading.signs.unmarked && near::is(reading, at, words!("giá|dốc|ẩm|đạm"));
    let known = |at: usize| near::is(reading, at, OF_ITSELF) && !unclear(at) || is_pair(reading, at, OF_TWO);
    let rate = next.checked_sub(1).is_some_and(|last| reading.gap(last).trim_start_matches(['%', ' ']).starts_with('/'));
    rate || (at.saturating_sub(3)..at).any(known) || (next..next + 2).any(known) || is_measured(reading, at)
}

/// “tổ đo ẩm bằng máy, đạt 12,5% mới đóng bao”, “khi máy đo báo 14%”
fn is_measured(reading: &Reading<'_>, at: usize) -> bool {
    let quantity = |at: usize| near::is(reading, at, words!("ẩm|mặn|cồn|nồng|đạm|dốc|brix|muối"));
    let measures = |place: usize| near::is(reading, place, words!("đo|thử|kiểm")) && (place + 1..(place + 4).min(at)).any(quantity);
    let by_device = || (at.saturating_sub(4)..at).any(|place| near::is(reading, place, words!("máy")) && near::is(reading, place + 1, words!("đo")));
    (near::begin(reading, at).max(at.saturating_sub(12))..at).any(measures) || by_device()
}

fn is_pair(reading: &Reading<'_>, at: usize, pairs: &[(&Words, &Words)]) -> bool {
    pairs.iter().any(|(one, two)| near::is(reading, at, one) && near::is(reading, at + 1, two))
}

/// What the texts count.
struct Known {
    /// A bit for each class that the text counts, wherever that stands in it, or another text as the whole.
    classes: u32,
    /// A bit for each class that the text counts as the whole: “có 32 cháu”.
    whole: u32,
    /// Keys of the words behind numbers.
    nouns: Vec<u64>,
    /// Places of numbers with a unit in the text that is no time.
    counted: Vec<usize>,
}

impl Known {
    fn of(text: &Text<'_>, others: &[(&Text<'_>, Tells)]) -> Self {
        let mut known = Known { classes: 0, whole: 0, nouns: Vec::new(), counted: Vec::new() };
        let reading = &text.reading;
        for (at, whole, class, _) in figures(text) {
            let bit = class.map_or(0, |class| 1 << class);
            known.classes |= bit;
            known.whole |= if whole { bit } else { 0 };
            known.counted.push(at);
        }
        known.counted = crate::order::sorted(known.counted.into_iter().map(|at| (at, at)).collect());
        for (other, tells) in others {
            let Counted { all, whole, many } = other.counted();
            known.classes |= match tells {
                Tells::Place => all,
                Tells::Situation => whole | many | all & 1 << FILES,
                Tells::Work => whole | all & 1 << FILES,
            };
        }
        let behind = |at: usize| {
            let counts = reading.words.get(at).is_some_and(|word| word.digit) && near::tight(reading, at);
            counts.then(|| reading.words.get(at + 1..reading.words.len().min(at + 3))).flatten()
        };
        known.nouns = (0..reading.words.len()).filter_map(behind).flatten().filter(|word| !word.digit).map(|word| word.key).collect();
        known
    }
}

/// What a percentage is of, right behind it.
fn noun<'r>(reading: &'r Reading<'_>, next: usize) -> Option<&'r Token> {
    let mut place = next;
    while place < next + 4 && near::is(reading, place, SKIPPED) {
        place += 1;
    }
    reading.words.get(place).filter(|word| !word.digit)
}

fn has_base(reading: &Reading<'_>, at: usize, next: usize, known: &Known) -> bool {
    let first = near::begin(reading, at);
    let mut last = next.saturating_sub(1);
    while last < next + 40 && !near::ends(reading, last) {
        last += 1;
    }
    let mut place = next;
    while place <= last && place < next + 4 && near::is(reading, place, SKIPPED) {
        place += 1;
    }
    let noun = reading.words.get(place).filter(|word| place <= last && !word.digit);
    let behind = noun.and_then(|noun| class(noun.key));
    let named = noun.is_some_and(|noun| known.nouns.contains(&noun.key));
    // “97% ý kiến hài lòng”: of those who were asked, whatever else is counted
    let asked = || known.nouns.iter().any(|noun| words!("phiếu|ý").contains(noun));
    let of_opinions = near::is(reading, place, words!("ý")) && near::is(reading, place + 1, words!("kiến"));
    let before = || (first.max(at.saturating_sub(8))..at).rev().find_map(|at| reading.words.get(at).and_then(|word| class(word.key)));
    let class = behind.or_else(before);
    let bit = class.map_or(0, |class| 1 << class);
    let earlier = known.counted.partition_point(|counted| *counted < at);
    let here = earlier.checked_sub(1).and_then(|last| known.counted.get(last)).is_some_and(|counted| *counted >= first);
    let bracketed = beside_bracket(reading, at, next);
    bracketed
        || named
        || known.classes & bit != 0
        || if of_opinions { asked() } else { behind.is_none() && known.whole != 0 }
        || class.is_none() && here
        || (first..=last).any(|place| names_base(reading, place, at))
}

/// “100% (38 hộ)”, “8/9 (89%)”.
fn beside_bracket(reading: &Reading<'_>, at: usize, next: usize) -> bool {
    let digit = |at: usize| reading.words.get(at).is_some_and(|word| word.digit);
    let opens = next.checked_sub(1).is_some_and(|last| reading.gap(last).contains('('));
    let opened = at.checked_sub(1).is_some_and(|before| reading.gap(before).contains('(') && (before.saturating_sub(4)..=before).any(digit));
    opens && digit(next) || opened
}

/// Whether a text names a whole: “86/92”, “trên tổng số 58 em”.
pub fn names_whole(text: &Text<'_>) -> bool {
    let words = text.reading.words.len();
    (0..words).any(|place| names_base(&text.reading, place, words))
}

/// “86/92”, “trong tổng số 45”, “so với 40 vụ”, “từ 20 xuống 5”, “tổng đàn 240 con”.
fn names_base(reading: &Reading<'_>, place: usize, at: usize) -> bool {
    let number = |place: usize| {
        let digit = place != at && reading.words.get(place).is_some_and(|word| word.digit);
        digit && !is_year(reading, place) && !reading.gap(place).trim_start().starts_with('%') && !near::is(reading, place + 1, TIMES)
    };
    if place != at && fraction(reading, place) {
        return true;
    }
    if number(place)
        && (place + 1..place + 5)
            .any(|to| near::is(reading, to, words!("xuống|lên|còn")) && (number(to + 1) || near::is(reading, to + 1, words!("còn|đến")) && number(to + 2)))
    {
        return true;
    }
    let mut to = place + 1;
    while to < place + 4 && near::is(reading, to, SKIPPED) {
        to += 1;
    }
    // “so với 23 lần của năm trước”
    let times = place > 0
        && near::is(reading, place - 1, words!("so"))
        && place + 1 != at
        && reading.words.get(to).is_some_and(|word| word.digit)
        && !is_year(reading, to);
    let of =
        near::is(reading, place, words!("trong|của|với")) && (number(to) || times && near::is(reading, place, words!("với"))) && near::tight(reading, place)
            || near::is(reading, place, words!("trên")) && to > place + 1 && number(to);
    let all = near::is(reading, place, words!("tổng|toàn")) && (place + 1..place + 4).any(number);
    all || of && (place > at || !near::is(reading, place, words!("của")))
}

/// “86/92”: a part and its whole, no day and month.
fn fraction(reading: &Reading<'_>, place: usize) -> bool {
    let Some(word) = reading.words.get(place).filter(|word| word.digit) else { return false };
    let Some((part, whole)) = reading.word(word).split_once('/') else { return false };
    matches!((part.parse::<u32>(), whole.parse::<u32>()), (Ok(part), Ok(whole)) if part <= whole && whole > 12 && !(part <= 12 && (1900..2200).contains(&whole)))
}

fn is_year(reading: &Reading<'_>, at: usize) -> bool {
    reading.words.get(at).is_some_and(|word| reading.word(word).len() == 4 && reading.word(word).starts_with("20"))
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::criteria::forms::testing;

    #[track_caller]
    fn bare(text: &str, expected: bool) {
        assert_eq!(testing::on(text, |text| find(text, &[]).iter().any(|percentage| percentage.without_base)), expected, "{text}");
    }

    #[test]
    fn without_base() {
        for text in [
            "100% cá nhân đăng ký, không ai vi phạm",
            "80% rác hữu cơ được ủ tại nhà",
            "họp có 118/137 hộ dự. Qua thăm hỏi, 97% ý kiến hài lòng",
            "70% vườn cà phê được tái canh",
            "Tỷ lệ hộ sử dụng phân hữu cơ đạt 80%",
            "80% cà phê được tái canh",
            "100% hộ dân trong thôn đồng tình; 05 điểm rác được xóa",
            "Trên 95% hộ gia đình phân loại rác",
            "Chín mươi phần trăm hộ chưa biết",
            "Giảm 50% số vụ vi phạm nồng độ cồn; 08 tổ tự quản",
            "Trồng 150 cây, được 100% bà con ủng hộ; 12 bóng đèn",
            "Đến 30/11/2026 đạt 80% hộ, đến 15/12/2026 đạt 100% hộ",
            "Họp dân được 100% nhất trí",
            "Tỉ lệ hộ dùng nước sạch đạt 97,5%, tăng 12,3% so với trước",
            "giảm 30% so với năm 2025",
            "Họp 02 buổi, 100% bà con nhất trí",
            "Den nay 90% gia dinh ky giao uoc giu ve sinh chung",
            "Vận động 85% chị em tham gia sinh hoạt đều",
            "đạt 95% trong 3 tháng",
            "Trăm phần trăm gia đình liệt sĩ được thăm hỏi",
            "không còn hộ nghèo, 100% hộ có nước sạch",
            "giảm từ 24,2% xuống dưới 8%",
            "Đến tháng 11/2026 giảm 70% vụ thanh niên tụ tập gây rối",
            "Số lượt phải thuê xe giảm từ 47 lượt xuống còn 10 lượt trong bốn tháng cuối năm. 100% hộ dân đồng tình",
        ] {
            bare(text, true);
        }
    }

    #[test]
    fn with_base() {
        for text in [
            "1.200 chai nước mắm 100% cá cơm, không pha phẩm màu",
            "túi vải 100% tự nhiên, cà phê 100% hữu cơ",
            "pin điện thoại sạc trên 80% mới bắt đầu",
            "thu 137 phiếu. Qua thăm hỏi, 97% ý kiến hài lòng",
            "86/92 hộ (93%) đã phân loại rác",
            "95% trong 120 hộ ngõ 3",
            "Giảm 30% so với 40 vụ năm 2025",
            "cho vay lãi 0,5%/tháng",
            "Kinh phí 120 triệu đồng: ngân sách xã 70%, doanh nghiệp 30%",
            "01 chai cồn 70%, túi vải 100% sợi bông, đạt 100% chỉ tiêu, 100% vốn xã hội",
            "Thôn có 310 hộ. Khảo sát thấy 41% số hộ, tức 127 hộ",
            "57 trong tổng số 60 cụ, đạt 95%",
            "90% học sinh (tổng số 986 em) đi xe đạp",
            "Số điểm rác từ 20 xuống 5, giảm 75%",
            "Tám mươi phần trăm trong 50 chủ thuyền",
            "Trong 38 hộ ngõ 5, 95% đã đấu nối",
            "Lớp có 32 cháu, cuối năm 100% biết rửa tay",
            "Xóm 64 nóc nhà, 100% nhà có điện",
            "Chợ có 18 sạp; 90% sạp cân đúng",
            "Trồng 300 cây hoàng yến, tỷ lệ sống 95%",
            "đạt 100% (38 hộ)",
            "8/9 cụ (89%) đã có thẻ",
            "Số vụ trộm giảm 40%, còn 15 vụ so với 25 vụ năm trước",
            "Tổng đàn 240 con, tiêm phòng 95%",
            "rác giảm 30%, từ 2 tấn xuống 1,4 tấn",
            "90% của cả 45 hộ",
            "Cả thôn có hai trăm nhà. Tới cuối năm, chừng 90% số nhà ấy tự gửi được giấy tờ",
            "ngâm khay bằng nước vôi 2%",
            "thẻ bảo hiểm y tế được chi trả 80%",
            "công nghiệp 4.0",
            "bác lò trưởng nói là làm 100% sức, không để khách chê",
            "Phường có 13 chi hội; 100% chi hội có vườn thuốc nam",
            "Không đặt mục tiêu 100% ngay",
            "số lần ngập giảm 65% so với 23 lần của năm 2025",
            "tỷ lệ phải quay về giảm từ 24,2% xuống dưới 8% số lượt đến trong tháng 12 (ước 4.200 lượt)",
            "không chạy theo 100% số hộ",
            "",
        ] {
            bare(text, false);
        }
        let elsewhere =
            testing::on("Ngõ 5 có 38 hộ", |other| testing::on("100% hộ lắp đèn", |text| find(text, &[(other, Tells::Work)])[0].without_base));
        assert!(!elsewhere);
        for piece in ["100% ", "1% hộ ", "trong 1% ", "5/9 1% "] {
            let text = piece.repeat(20_000 / piece.len());
            assert!(!testing::on(&text, |text| find(text, &[])).is_empty());
        }
    }
}
