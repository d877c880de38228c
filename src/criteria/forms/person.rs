//! Persons by name: “ông Nguyễn Văn A”, “đồng chí Lê Thị B”.

use super::Found;
use super::near::{is, tight};
use crate::criteria::Text;
use crate::text::keys::Words;
use crate::text::reading::Reading;
use crate::words;

/// Titles of one word, and the last words of those of several: “đồng chí”, “già làng”, “trưởng thôn”, “bí thư”, “bác sĩ”.
const TITLES: &Words = words!(
    "ông|bà|anh|chị|cô|chú|bác|cụ|thầy|em|cháu|chí|đc|c|làng|thôn|xóm|ấp|thư|tịch|sĩ|sỹ|sư|nhân|viên|trưởng|phó|tá|úy|uỷ|thượng|đức|mục|cả|dì|cậu|mẹ|phố"
);
/// The first words of titles of two words whose second stands for much else.
const FIRST: &[(&Words, &Words)] = &[
    (words!("chí"), words!("đồng")),
    (words!("c"), words!("đ")),
    (words!("làng"), words!("già|trưởng")),
    (words!("thôn"), words!("trưởng")),
    (words!("xóm"), words!("trưởng")),
    (words!("ấp"), words!("trưởng")),
    (words!("phố"), words!("trưởng|khu|dân")),
    (words!("thư"), words!("bí")),
    (words!("tịch"), words!("chủ")),
    (words!("sĩ"), words!("bác|y|nghệ|ca|nhạc|thạc|tiến|chiến")),
    (words!("sỹ"), words!("bác|y|nghệ|ca|nhạc|thạc|tiến|chiến")),
    (words!("sư"), words!("luật|mục|giáo|kỹ|thiền")),
    (words!("nhân"), words!("nghệ|doanh|cử")),
    (words!("viên"), words!("giáo|giảng|đảng|đoàn|hội|cộng|sinh")),
    (words!("trưởng"), words!("tổ|hiệu|nhóm|chi|ban|hội|đội|trạm|xã")),
    (words!("phó"), words!("tổ|hiệu|nhóm|chi|ban|hội|đội|trạm")),
    (words!("tá"), words!("thiếu|trung|thượng|đại")),
    (words!("úy"), words!("thiếu|trung|thượng|đại")),
    (words!("thượng"), words!("hòa")),
    (words!("đức"), words!("đại")),
    (words!("mục"), words!("linh")),
    (words!("cả"), words!("già|sư")),
    (words!("mẹ"), words!("bà")),
];
/// First words of bodies and offices, which follow a title too: “chị Hội Phụ nữ”, “đồng chí Bí thư Chi bộ”.
const BODIES: &Words = words!(
    "hội|chi|ban|tổ|mặt|ủy|uỷ|đảng|phòng|trường|bí|chủ|phó|trưởng|giám|hiệu|nhân|công|thường|câu|quân|thôn|xã|phường|tỉnh|huyện|khu|mẹ|việt|dân|nông|cựu|liên|phụ"
);

/// Where they stand, title and name.
#[must_use]
pub fn find(text: &Text<'_>) -> Vec<Found> {
    places(text).into_iter().map(|(first, last)| Found::at(text.reading.span(first, last))).collect()
}

/// The first and the last word of each, title and name.
#[must_use]
pub fn places(text: &Text<'_>) -> Vec<(usize, usize)> {
    let reading = &text.reading;
    let mut found = Vec::new();
    let mut at = 1;
    while at < reading.words.len() {
        match name(reading, at).zip(title(reading, at - 1)) {
            Some((last, first)) => {
                found.push((first, last));
                at = last + 1;
            }
            None => at += 1,
        }
    }
    found
}

/// The last word of a name of two to four words that begins at a place.
fn name(reading: &Reading<'_>, first: usize) -> Option<usize> {
    let part = |at: usize| reading.words.get(at).is_some_and(|word| word.initial && !word.digit && (!word.capitals || reading.word(word).chars().count() <= 1));
    if !part(first) || is(reading, first, BODIES) || is(reading, first, words!("đoàn")) && is(reading, first + 1, words!("thanh|tncs|viên|thể")) {
        return None;
    }
    let mut last = first;
    while last < first + 3 && tight(reading, last) && part(last + 1) {
        last += 1;
    }
    (last > first).then_some(last)
}

/// The first word of the title whose last word stands at a place.
fn title(reading: &Reading<'_>, at: usize) -> Option<usize> {
    let joined = tight(reading, at) || matches!(reading.gap(at), ": " | ". " | ".");
    if !joined || !is(reading, at, TITLES) {
        return None;
    }
    let Some((_, first)) = FIRST.iter().find(|(second, _)| is(reading, at, second)) else { return Some(at) };
    at.checked_sub(1).filter(|before| (tight(reading, *before) || reading.gap(*before) == "/") && is(reading, *before, first))
}

#[cfg(test)]
mod tests {
    use super::super::testing::{finds, hostile, none};
    use super::*;

    #[test]
    fn persons() {
        finds(find, "giao ông Nguyễn Văn Bền giữ sổ", &["ông Nguyễn Văn Bền"]);
        finds(find, "đồng chí Lê Thị Lụa, bà Mai Thị Nhàn", &["đồng chí Lê Thị Lụa", "bà Mai Thị Nhàn"]);
        finds(find, "Già làng Ha Brèo và trưởng thôn Bo Bo Thừa", &["Già làng Ha Brèo", "trưởng thôn Bo Bo Thừa"]);
        finds(find, "bác sĩ Trần Văn Núi", &["bác sĩ Trần Văn Núi"]);
        finds(find, "Bí thư: Phạm Đá Sơn", &["Bí thư: Phạm Đá Sơn"]);
        finds(find, "Chị Đoàn Thị Hạnh", &["Chị Đoàn Thị Hạnh"]);
        finds(find, "cụ Nguyễn Thị Nguyệt Ánh Hồng", &["cụ Nguyễn Thị Nguyệt Ánh"]);
        finds(find, "anh Y Moan; đ/c Bùi Văn Tý", &["anh Y Moan", "đ/c Bùi Văn Tý"]);
    }

    #[test]
    fn others() {
        none(
            find,
            &[
                "",
                "ông bà, anh chị em",
                "đồng chí Bí thư Chi bộ",
                "chị Hội Phụ nữ",
                "các anh Đoàn Thanh niên",
                "Bà Mẹ Việt Nam anh hùng",
                "Bà Rịa - Vũng Tàu",
                "tại thôn Mỹ Hòa",
                "làng Vĩnh Hy",
                "đồng chí UBND xã",
                "ông, Nguyễn Văn Trỗi",
            ],
        );
        hostile(find);
    }
}
