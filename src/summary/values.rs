//! Values of a record as they are printed.

use super::names::Names;
use crate::json::{Json, pointer};
use crate::messages::choice;
use crate::record::fields::{self, Holds};
use crate::record::{Address, Place, Registration};
use crate::text::date::{self, Date, Partial};
use crate::text::fold::soft;
use crate::text::{Approx, number};

/// Stands where nothing was filled in, so that it can be filled in by hand.
pub const BLANK: &str = "……………………";

/// The text, or dots.
pub fn or_blank(text: &str) -> String {
    if text.trim().is_empty() { BLANK.to_owned() } else { text.to_owned() }
}

/// A figure with its “khoảng, hơn, gần” and unit.
pub fn figure(value: Option<f64>, approx: Option<Approx>) -> String {
    value.map_or(String::new(), |value| number::show_with(value, approx))
}

/// A day, month, quarter or year as people write it; what cannot be read stays out of print (its error speaks of it).
pub fn due(iso: Option<&str>) -> String {
    iso.and_then(Partial::from_iso).map_or(String::new(), date::show)
}

/// A day as people write it, or what stands there.
pub fn day(iso: &str) -> String {
    Date::from_iso(iso).map_or_else(|| iso.to_owned(), |date| date::show(Partial::Day(date)))
}

/// What stands in a box, as people write it; the names of its rows for a list.
pub fn shown(record: &Json, path: &str) -> String {
    let holds = fields::at(path).map(|field| (field.path, field.holds));
    match (pointer::get(record, path), holds) {
        (Some(Json::Text(value)), Some((path, Holds::Choice(_)))) => choice(path, value).to_owned(),
        (Some(Json::Text(iso)), Some((_, Holds::Day | Holds::Due))) => due(Some(iso)),
        (Some(Json::Text(text)), _) => text.clone(),
        // Through a whole number: the standard library's way from floats to text weighs 20 kB.
        (Some(Json::Number(year)), Some((_, Holds::Year))) => (*year as i64).to_string(),
        (Some(Json::Number(dong)), Some((_, Holds::Money(_)))) => crate::text::money::show(*dong as i64),
        (Some(Json::Number(value)), _) => figure(Some(*value), None),
        (Some(Json::Bool(true)), _) => "Có".to_owned(),
        (Some(Json::List(rows)), _) => rows.iter().map(name_of).filter(|name| !name.trim().is_empty()).collect::<Vec<_>>().join("; "),
        (Some(whole @ Json::Object(_)), _) => name_of(whole),
        (Some(Json::Bool(false) | Json::Null) | None, _) => String::new(),
    }
}

/// What a row or a place is called.
fn name_of(row: &Json) -> String {
    let names = ["content", "name", "number", "title", "text"];
    row.text().or_else(|| names.iter().filter_map(|name| row.get(name)?.text()).find(|name| !name.trim().is_empty())).unwrap_or_default().to_owned()
}

/// The beginning of a text on one line, cut after a word; a word longer than the room is cut too.
pub fn beginning(text: &str, room: usize) -> String {
    let mut out = String::new();
    let mut length = 0;
    for word in text.split_whitespace() {
        length += word.chars().count() + 1;
        if length > room + 1 {
            out.extend(word.chars().take(if out.is_empty() { room } else { 0 }));
            out.push_str(" (…)");
            return out;
        }
        if !out.is_empty() {
            out.push(' ');
        }
        out.push_str(word);
    }
    out
}

/// Name of a choice, or nothing.
pub fn chosen<T: serde::Serialize>(path: &str, value: Option<T>) -> String {
    value.and_then(|value| crate::json::tree(&value).text().map(|value| choice(path, value).to_owned())).unwrap_or_default()
}

/// Address from the smallest to the largest part.
pub fn address(address: &Address) -> String {
    let place = |place: &Option<Place>| place.as_ref().and_then(|place| place.name.clone()).unwrap_or_default();
    let (detail, mut hamlet) = (address.detail.clone().unwrap_or_default(), address.hamlet.clone().unwrap_or_default());
    // “Nhà văn hóa thôn Vĩnh Hy” has its hamlet already
    if ends_in(&detail, &hamlet) {
        hamlet.clear();
    }
    let parts = [detail, hamlet, place(&address.commune), place(&address.province)];
    let mut out = String::new();
    for part in parts.iter().map(|part| part.trim()).filter(|part| !part.is_empty()) {
        if out.is_empty() {
            out.push_str(part);
        } else {
            out.push_str(", ");
            out.push_str(&inside(part));
        }
    }
    out
}

/// Whether a text ends in a name with its type, whatever its case: “thôn Vĩnh Hy”, not “4”.
fn ends_in(text: &str, name: &str) -> bool {
    let (text, name) = (soft(text.trim()), soft(name.trim()));
    name.contains(' ') && text.strip_suffix(&name).is_some_and(|before| before.is_empty() || before.ends_with(' '))
}

/// The type of a unit is small inside a line, its name is not: “thôn Vĩnh Hy”, “tỉnh Khánh Hòa”; “Phường 1” and “Thành phố Hồ Chí Minh” keep their capital (NĐ 30/2020, annex II).
fn inside(part: &str) -> String {
    let typed = ["Thôn ", "Tổ ", "Khu phố ", "Ấp ", "Xóm ", "Bản ", "Buôn ", "Khóm ", "Làng ", "Khối ", "Xã ", "Phường ", "Đặc khu ", "Tỉnh ", "Thành phố "];
    let named = typed.iter().find_map(|word| Some((*word, part.strip_prefix(word)?)));
    let numbered = |name: &str| name.starts_with(|c: char| c.is_ascii_digit());
    let keeps = named.is_none_or(|(word, name)| matches!(word, "Phường " | "Xã ") && numbered(name) || name == "Hồ Chí Minh");
    if keeps { part.to_owned() } else { crate::messages::lower_first(part) }
}

/// “năm 2026” or “giai đoạn 2026-2027”.
pub fn period(record: &Registration) -> String {
    let years = record.period.as_ref().map(|period| (period.from.or(period.to), period.to.or(period.from)));
    match years {
        Some((Some(from), Some(to))) if from == to => format!("năm {from}"),
        Some((Some(from), Some(to))) => format!("giai đoạn {from}-{to}"),
        _ => "năm ………".to_owned(),
    }
}

/// The word for what is registered: collectives have a “mô hình”, persons are a “điển hình”.
pub fn kind_word(record: &Registration) -> &'static str {
    if is_individual(record) { "điển hình" } else { "mô hình" }
}

/// Whether a person registers.
pub fn is_individual(record: &Registration) -> bool {
    record.applicant.kind == Some(crate::record::ApplicantKind::Individual)
}

/// “Từ ngày 15/03/2026 đến ngày 30/11/2027”, “thường xuyên”; a day that is not asked for is not spoken of.
pub fn time_span(record: &Registration, names: Names<'_>) -> String {
    let asked = |path: &str| names.label(path, "").is_some();
    let day = |path: &str, iso: &Option<String>| {
        let date = iso.as_deref().and_then(Date::from_iso).map(|date| date::show(Partial::Day(date)));
        asked(path).then(|| date.unwrap_or_else(|| "……/……/………".to_owned()))
    };
    let model = &record.model;
    let often = model.continuous == Some(true);
    let start = day("/model/start", &model.start).map(|start| format!("Từ ngày {start}"));
    // Without an end there is no need to leave room for one when the work goes on.
    let end = day("/model/end", &model.end).filter(|_| !often || model.end.as_deref().and_then(Date::from_iso).is_some()).map(|end| format!("đến ngày {end}"));
    let dates = start.into_iter().chain(end).collect::<Vec<_>>().join(" ");
    let often = if often { "thực hiện thường xuyên" } else { "" };
    let mut out = [dates.as_str(), often].into_iter().filter(|part| !part.is_empty()).collect::<Vec<_>>().join(", ");
    if !out.is_empty() && !out.ends_with('…') {
        out.push('.');
    }
    out
}

/// “khoảng 433.500.000 đồng (433,5 triệu đồng)”
pub fn total_cost(dong: i64, approx: Option<Approx>) -> String {
    let about = match approx {
        Some(Approx::About) => "khoảng ",
        Some(Approx::Over) => "hơn ",
        Some(Approx::Under) => "gần ",
        None => "",
    };
    format!("{about}{}", crate::text::money::show_long(dong))
}

/// File name without extension: ASCII, no personal names.
pub fn file_name(prefix: &str, record: &Registration, draft: bool) -> String {
    let year = record.period.as_ref().and_then(|period| period.from).map_or(String::new(), |year| format!("-{year}"));
    let tail: String = record.id.chars().rev().take(8).filter(char::is_ascii_alphanumeric).collect::<Vec<_>>().into_iter().rev().collect();
    format!("{prefix}{year}-{tail}{}", if draft { "-nhap" } else { "" })
}

#[cfg(test)]
mod tests {
    use super::*;

    #[track_caller]
    fn is(detail: &str, hamlet: &str, commune: &str, province: &str, expected: &str) {
        let place = |name: &str| Some(Place { name: Some(name.to_owned()), ..Place::default() });
        let given = Address {
            detail: Some(detail.to_owned()),
            hamlet: Some(hamlet.to_owned()),
            commune: place(commune),
            province: place(province),
            ..Address::default()
        };
        assert_eq!(address(&given), expected);
    }

    #[test]
    fn an_address_has_each_part_once_and_loses_none() {
        is("Nhà văn hóa thôn Vĩnh Hy", "Thôn Vĩnh Hy", "Xã Vĩnh Hải", "Tỉnh Khánh Hòa", "Nhà văn hóa thôn Vĩnh Hy, xã Vĩnh Hải, tỉnh Khánh Hòa");
        is("Số 1 đường Lào Cai", "", "Lào Cai", "Lào Cai", "Số 1 đường Lào Cai, Lào Cai, Lào Cai");
        is("", "Thôn Vĩnh Hải", "Vĩnh Hải", "Khánh Hòa", "Thôn Vĩnh Hải, Vĩnh Hải, Khánh Hòa");
        is("Hẻm 14", "4", "Phường 1", "Quảng Trị", "Hẻm 14, 4, Phường 1, Quảng Trị");
    }
}
