//! Provinces that exist no more since 1 July 2025.

use super::Found;
use super::history::History;
use super::near::{is, named, tight};
use crate::criteria::{List, Text};
use crate::text::reading::Reading;
use crate::units::{Province, ProvinceKind, Units};
use crate::words;

/// Provinces that were merged on 1 July 2025 (Nghị quyết 202/2025/QH15) and where they are; Huế is a city since 1 January 2025.
pub const PROVINCES: [(&str, &str); 30] = [
    ("Hà Giang", "Tuyên Quang"),
    ("Yên Bái", "Lào Cai"),
    ("Bắc Kạn", "Thái Nguyên"),
    ("Vĩnh Phúc", "Phú Thọ"),
    ("Hòa Bình", "Phú Thọ"),
    ("Bắc Giang", "Bắc Ninh"),
    ("Thái Bình", "Hưng Yên"),
    ("Hải Dương", "Hải Phòng"),
    ("Hà Nam", "Ninh Bình"),
    ("Nam Định", "Ninh Bình"),
    ("Quảng Bình", "Quảng Trị"),
    ("Quảng Nam", "Đà Nẵng"),
    ("Kon Tum", "Quảng Ngãi"),
    ("Bình Định", "Gia Lai"),
    ("Phú Yên", "Đắk Lắk"),
    ("Ninh Thuận", "Khánh Hòa"),
    ("Đắk Nông", "Lâm Đồng"),
    ("Bình Thuận", "Lâm Đồng"),
    ("Bình Phước", "Đồng Nai"),
    ("Bà Rịa Vũng Tàu", "Hồ Chí Minh"),
    ("Bình Dương", "Hồ Chí Minh"),
    ("Long An", "Tây Ninh"),
    ("Tiền Giang", "Đồng Tháp"),
    ("Bến Tre", "Vĩnh Long"),
    ("Trà Vinh", "Vĩnh Long"),
    ("Hậu Giang", "Cần Thơ"),
    ("Sóc Trăng", "Cần Thơ"),
    ("Bạc Liêu", "Cà Mau"),
    ("Kiên Giang", "An Giang"),
    ("Thừa Thiên Huế", "Huế"),
];

/// Where they stand, but for those of the past; each with the province of today. Their names are names of villages, streets and newspapers too, so one counts only behind
/// “tỉnh”, at the end of an address, and as the whole text, unless a commune has it now: “Bắc Giang, ngày …” is written in Phường Bắc Giang.
#[must_use]
pub fn find(text: &Text<'_>, units: &Units) -> Vec<Found> {
    let reading = &text.reading;
    let mut history = None;
    let mut found = Vec::new();
    let mut listed = None;
    for hit in text.hits(List::OldProvinces) {
        let Some((name, now)) = PROVINCES.get(hit.phrase) else { continue };
        let in_list = listed.is_some_and(|last| hit.first == last + 1 || hit.first == last + 2 && is(reading, last + 1, words!("và")));
        let Some(first) = province(reading, hit.first, hit.last).or(in_list.then_some(hit.first)) else { continue };
        listed = (in_list || first.checked_sub(1).is_some_and(|before| is(reading, before, words!("các|hai|ba|bốn|02|03|04")))).then_some(hit.last);
        let now = units.find_provinces(now).into_iter().next();
        let alone = first == 0 && hit.first == 0;
        if !units.find_provinces(name).is_empty()
            || alone && now.is_some_and(|now| units.find_communes(name, Some(now.code)).iter().any(|commune| commune.name == *name))
            || history.get_or_insert_with(|| History::of(text)).covers(first, hit.last)
        {
            continue;
        }
        let now = now.map(|province| today(reading, first, hit.first, &province));
        found.push(Found { span: reading.span(first, hit.last), now });
    }
    found
}

/// What stands for words before a name and the name today: “tỉnh Lâm Đồng”, “Thành ủy Cần Thơ”.
fn today(reading: &Reading<'_>, first: usize, name: usize, province: &Province<'_>) -> String {
    let capital = named(reading, first);
    let word = match (province.kind, name - first) {
        (_, 0) => return province.name.to_owned(),
        (ProvinceKind::Province, _) if capital => "Tỉnh",
        (ProvinceKind::Province, _) => "tỉnh",
        (ProvinceKind::City, 1) if capital => "Thành phố",
        (ProvinceKind::City, 1) => "thành phố",
        (ProvinceKind::City, _) if capital => "Thành",
        (ProvinceKind::City, _) => "thành",
    };
    let body = reading.words.get(first + 1).filter(|_| name - first > 1).map(|token| reading.word(token));
    [word].into_iter().chain(body).chain([province.name]).collect::<Vec<_>>().join(" ")
}

/// The first word of what names the province; None when the name stands for something else.
fn province(reading: &Reading<'_>, first: usize, last: usize) -> Option<usize> {
    let whole = reading.words.len();
    if first == 0 && last + 1 == whole {
        return Some(first);
    }
    let before = first.checked_sub(1)?;
    if is(reading, before, words!("tỉnh")) && (tight(reading, before) || reading.gap(before).trim() == ":") {
        return Some(before);
    }
    let body = before.checked_sub(1).filter(|head| is(reading, *head, words!("tỉnh")) && tight(reading, *head) && tight(reading, before));
    if body.is_some() && is(reading, before, words!("ủy|uỷ|đoàn|đội|hội")) {
        return body;
    }
    (named(reading, first) && reading.gap(before).contains(',') && ends_address(reading, last) && after_a_unit(reading, before)).then_some(first)
}

/// No word of the same clause follows: the end of the text, of a line, of brackets; a list of names goes on.
fn ends_address(reading: &Reading<'_>, last: usize) -> bool {
    let gap = reading.gap(last);
    last + 1 == reading.words.len() || gap.contains([')', ';', '.', '\n']) || gap.contains(',') && !named(reading, last + 1)
}

/// What stands before the comma is one unit: “xã Vĩnh Hải”, “TP. Phan Thiết”; not “các xã Vĩnh Hải”.
fn after_a_unit(reading: &Reading<'_>, last: usize) -> bool {
    let mut at = last;
    while at > 0 && last - at < 5 && named(reading, at) && !is(reading, at, words!("tp|tx|xã|phường|huyện|quận|trấn|phố")) {
        at -= 1;
    }
    let plural = |words: usize| at.checked_sub(words).is_some_and(|before| is(reading, before, words!("các|những|hai|ba|bốn|năm|02|03|04|05")));
    is(reading, at, words!("xã|phường|huyện|quận|trấn|phố|tp|tx|khu|x|p|h|q")) && !plural(1) && !plural(2)
}

#[cfg(test)]
mod tests {
    use super::super::testing::{self, former, hostile, units};
    use super::*;

    fn listed(text: &Text<'_>) -> Vec<Found> {
        find(text, units())
    }

    #[track_caller]
    fn finds(text: &str, expected: &[&str]) {
        testing::finds(listed, text, expected);
    }

    #[test]
    fn provinces() {
        finds("Ninh Thuận", &["Ninh Thuận → Khánh Hòa"]);
        finds("Tỉnh Bình Thuận", &["Tỉnh Bình Thuận → Tỉnh Lâm Đồng"]);
        finds("UBND tỉnh Ninh Thuận hỗ trợ", &["tỉnh Ninh Thuận → tỉnh Khánh Hòa"]);
        finds("Tỉnh ủy Hậu Giang và Tỉnh đoàn Sóc Trăng", &["Tỉnh ủy Hậu Giang → Thành ủy Cần Thơ", "Tỉnh đoàn Sóc Trăng → Thành đoàn Cần Thơ"]);
        finds("tỉnh hoà bình", &["tỉnh hoà bình → tỉnh Phú Thọ"]);
        finds("tỉnh Bà Rịa - Vũng Tàu", &["tỉnh Bà Rịa - Vũng Tàu → thành phố Hồ Chí Minh"]);
        finds("tỉnh Thừa Thiên - Huế", &["tỉnh Thừa Thiên - Huế → thành phố Huế"]);
        finds("xã Hàm Thuận Nam, Bình Thuận", &["Bình Thuận → Lâm Đồng"]);
        finds("TP. Phan Thiết, Bình Thuận.", &["Bình Thuận → Lâm Đồng"]);
        finds("các tỉnh Bình Thuận, Ninh Thuận và Đắk Nông", &["tỉnh Bình Thuận → tỉnh Lâm Đồng", "Ninh Thuận → Khánh Hòa", "Đắk Nông → Lâm Đồng"]);
    }

    #[test]
    fn every_province_has_a_present_one() {
        for (name, now) in PROVINCES {
            assert!(units().find_provinces(name).is_empty() && units().find_provinces(now).iter().any(|province| province.name == now), "{name} {now}");
        }
    }

    #[test]
    fn the_provinces_are_those_of_the_list_of_before() {
        let former = former();
        for (name, now) in PROVINCES {
            let codes: Vec<&str> = former.find_provinces(name).iter().map(|province| province.now).collect();
            assert_eq!(codes, units().find_provinces(now).iter().map(|province| province.code).collect::<Vec<_>>(), "{name}");
        }
    }

    #[test]
    fn others() {
        testing::none(
            listed,
            &[
                "",
                "thôn Hòa Bình",
                "Bắc Giang",
                "phường Bình Định, xã Bình Dương",
                "đường Bình Dương",
                "Báo Bình Thuận",
                "giữ gìn hòa bình",
                "các xã Vĩnh Hải, Bình Thuận",
                "tỉnh Khánh Hòa",
                "tỉnh Bình Thuận (cũ)",
                "tỉnh Bình Thuận, nay là tỉnh Lâm Đồng",
                "Năm 2022, Tỉnh ủy Bình Thuận biểu dương",
                "Hướng dẫn số 08 của Ban Dân vận Tỉnh ủy Bình Thuận",
                "thôn Bình Thuận, xã Vĩnh Hải",
            ],
        );
        hostile(listed);
    }
}
