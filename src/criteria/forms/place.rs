//! Places: “thôn …”, “tổ dân phố …”, units of the list.

use super::Found;
use super::near::{after, is, named, tight};
use crate::criteria::Text;
use crate::text::fold::soft;
use crate::text::keys::Words;
use crate::text::reading::Reading;
use crate::units::Units;
use crate::words;

/// Words before the name or the number of a place.
const KINDS: &Words =
    words!("thôn|ấp|khóm|buôn|bon|plei|phum|sóc|làng|xóm|bản|xã|phường|tỉnh|huyện|quận|phố|khu|trấn|tp|đường|ngõ|hẻm|chợ|cầu|sông|suối|đèo|hồ|đảo|cảng|bãi");
/// Kinds whose places have numbers too.
const NUMBERED: &Words = words!("thôn|ấp|khóm|buôn|làng|xóm|bản|phường|phố|khu|quận|ngõ|hẻm|đội");
/// Names in the unit list are looked for this often in one text.
const LOOKUPS: usize = 12;

/// Where they stand. With the unit list, a capitalised name of a commune or a province counts without its kind.
#[must_use]
pub fn find(text: &Text<'_>, units: Option<&Units>) -> Vec<Found> {
    let reading = &text.reading;
    let mut found = Vec::new();
    let mut lookups = 0;
    let mut at = 0;
    while at < reading.words.len() {
        let known = || units.filter(|_| lookups < LOOKUPS && named(reading, at) && !is(reading, at, KINDS));
        if let Some(last) = kind_and_name(reading, at) {
            found.push(Found::at(reading.span(at, last)));
            at = last + 1;
        } else if let Some((units, last)) = known().zip(capitals(reading, at)) {
            lookups += 1;
            if is_unit(units, reading, at, last) {
                found.push(Found::at(reading.span(at, last)));
            }
            at = last + 1;
        } else {
            at += 1;
        }
    }
    found
}

/// The last word of “thôn Mỹ Hòa”, “khu phố 3”, “khu dân cư số 12”, “đặc khu Phú Quý”.
fn kind_and_name(reading: &Reading<'_>, kind: usize) -> Option<usize> {
    if !is(reading, kind, KINDS) || elsewhere(reading, kind) {
        return None;
    }
    let mut at = kind + 1;
    while at < kind + 3 && is(reading, kind, words!("khu")) && is(reading, at, words!("phố|dân|cư")) {
        at += 1;
    }
    at += usize::from(is(reading, at, words!("số")));
    if !(kind..at).all(|word| tight(reading, word) || matches!(reading.gap(word), ": " | ". " | ".")) {
        return None;
    }
    if reading.words.get(at).is_some_and(|word| word.digit) {
        let numbered = is(reading, kind, NUMBERED) && reading.words.get(at).is_some_and(|word| reading.word(word).chars().count() <= 3);
        return numbered.then_some(at);
    }
    let body = is(reading, at, words!("ủy|uỷ|đoàn|đội|hội|đảng|đảm|ubnd|hđnd|mttq|viên|bộ"));
    let mut last = at;
    while last < at + 3 && tight(reading, last) && named(reading, last + 1) {
        last += 1;
    }
    (named(reading, at) && !body && reading.words.get(at).is_some_and(|word| !word.capitals)).then_some(last)
}

/// “văn bản”, “hợp tác xã”, “thành lập đường …”: the word belongs to what stands before it.
fn elsewhere(reading: &Reading<'_>, kind: usize) -> bool {
    let counted = || is(reading, kind, words!("bản")) && kind > 0 && reading.words.get(kind - 1).is_some_and(|before| before.digit);
    is(reading, kind, words!("bản"))
        && after(reading, kind, words!("văn|cơ|toàn|tư|phiên|xuất|kịch|biên|tài|căn|nhân|một|mỗi|nguyên|in|ấn|nhật|dị"))
        && !counted()
        || counted()
        || is(reading, kind, words!("xã")) && after(reading, kind, words!("tác|hợp"))
        || is(reading, kind, words!("cầu")) && after(reading, kind, words!("yêu|nhu|toàn|thỉnh"))
        || is(reading, kind, words!("làng|thôn")) && after(reading, kind, words!("già|trưởng"))
        || is(reading, kind, words!("đường")) && after(reading, kind, words!("con"))
        || is(reading, kind, words!("bãi|hồ|cảng|đảo")) && after(reading, kind, words!("bác|chủ"))
}

/// The last of two to four capitalised words that begin at a place and are no sentence's first word alone.
fn capitals(reading: &Reading<'_>, first: usize) -> Option<usize> {
    let plain = |at: usize| named(reading, at) && reading.words.get(at).is_some_and(|word| !word.capitals);
    if !plain(first) || after(reading, first, words!("ông|bà|anh|chị|cô|chú|bác|cụ|thầy|chí|báo|đường|trường")) {
        return None;
    }
    let mut last = first;
    while last < first + 3 && tight(reading, last) && plain(last + 1) {
        last += 1;
    }
    (last > first).then_some(last)
}

fn is_unit(units: &Units, reading: &Reading<'_>, first: usize, last: usize) -> bool {
    let span = reading.span(first, last);
    let name = reading.quote(span);
    let key = soft(name);
    units.find_provinces(name).iter().any(|province| soft(province.name) == key)
        || units.find_communes(name, None).iter().any(|commune| soft(commune.name) == key)
}

#[cfg(test)]
mod tests {
    use super::super::testing::{finds, hostile, none, units};
    use super::*;

    #[test]
    fn places() {
        let bare = |text: &Text<'_>| find(text, None);
        finds(bare, "tại thôn Mỹ Hòa, xã Vĩnh Hải", &["thôn Mỹ Hòa", "xã Vĩnh Hải"]);
        finds(bare, "Tổ dân phố 14, khu phố 3", &["phố 14", "khu phố 3"]);
        finds(bare, "Khu dân cư số 12", &["Khu dân cư số 12"]);
        finds(bare, "Thôn: Thái An; ấp 5", &["Thôn: Thái An", "ấp 5"]);
        finds(bare, "đặc khu Phú Quý, tỉnh Lâm Đồng", &["khu Phú Quý", "tỉnh Lâm Đồng"]);
        finds(bare, "buôn Ako Dhông, bản Lác", &["buôn Ako Dhông", "bản Lác"]);
        finds(bare, "TP. Đà Nẵng, xóm Chợ Huyện", &["TP. Đà Nẵng", "xóm Chợ Huyện"]);
        finds(bare, "đường Lê Lợi, chợ Ninh Chữ", &["đường Lê Lợi", "chợ Ninh Chữ"]);
        finds(|text| find(text, Some(units())), "vận động ở Vĩnh Hải, Khánh Hòa", &["Vĩnh Hải", "Khánh Hòa"]);
    }

    #[test]
    fn others() {
        let bare = |text: &Text<'_>| find(text, None);
        none(
            bare,
            &[
                "",
                "các thôn, xã",
                "văn bản Luật",
                "02 bản Kế hoạch",
                "Hợp tác xã Thành Công",
                "Tỉnh ủy, tỉnh Đoàn",
                "xã hội hóa",
                "nhu cầu Nhân dân",
                "bản thân",
                "UBND xã",
            ],
        );
        none(|text| find(text, Some(units())), &["Chi bộ Hội Phụ nữ", "ông Nguyễn Huệ", "Ủy ban Nhân dân", "Dân vận khéo"]);
        hostile(bare);
        hostile(|text| find(text, Some(units())));
    }
}
