//! What a search box offers for a place: units of today, and for a former name where it is today, with the resolution. The choice is the person's.

use super::lower_first;
use crate::json::Json;
use crate::text::date::{self, Partial};
use crate::units::former::{Former, Past, Resolution};
use crate::units::{Commune, Province, Units};

/// More than these nobody reads; one more letter narrows them. A province that is not searched in shows all it has.
const SHOWN: usize = 60;
const ALL: usize = 200;

/// One line of the list.
struct Offer {
    code: String,
    name: String,
    /// Code and name of the province.
    within: Option<(String, String)>,
    note: Option<String>,
}

/// The list for a text: `{ date, total, wanted, options: [{ code, name, province?, within?, note? }] }`.
///
/// `kind` is `province` or `commune`; `province` the code or the name that stands in the province's box. `wanted`: the list of former units would say more
/// and is not there.
#[must_use]
pub fn places(units: &Units, kind: &str, text: &str, province: &str) -> Json {
    let (offers, total, wanted) = if kind == "province" { provinces(units, text) } else { communes(units, text, province) };
    Json::Object(vec![
        ("date".to_owned(), Json::from(units.date.as_str())),
        ("total".to_owned(), Json::Number(total.max(offers.len()) as f64)),
        ("wanted".to_owned(), Json::Bool(wanted)),
        ("options".to_owned(), Json::List(offers.into_iter().map(Offer::into_json).collect())),
    ])
}

impl Offer {
    fn into_json(self) -> Json {
        let mut members = vec![("code".to_owned(), Json::from(self.code)), ("name".to_owned(), self.name.into())];
        if let Some((code, name)) = self.within {
            members.extend([("province".to_owned(), Json::from(code)), ("within".to_owned(), name.into())]);
        }
        members.extend(self.note.map(|note| ("note".to_owned(), Json::from(note))));
        Json::Object(members)
    }

    fn of_province(province: &Province<'_>, note: Option<String>) -> Offer {
        Offer { code: province.code.to_owned(), name: province.full_name(), within: None, note }
    }

    fn of_commune(units: &Units, commune: &Commune<'_>, note: Option<String>) -> Offer {
        let within = units.province(commune.province).map(|province| (province.code.to_owned(), province.full_name()));
        Offer { code: commune.code.to_owned(), name: commune.full_name(), within, note }
    }
}

fn provinces(units: &Units, text: &str) -> (Vec<Offer>, usize, bool) {
    let mut offers: Vec<Offer> = units.search_provinces(text).iter().map(|province| Offer::of_province(province, None)).collect();
    let answered = !offers.is_empty() || text.trim().is_empty();
    for past in units.former().map(|former| former.search_provinces(text)).unwrap_or_default() {
        let Some(province) = units.province(past.now) else { continue };
        let note = format!("{} nay thuộc {}{}.", past.name, lower_first(&province.full_name()), past.by.map(by).unwrap_or_default());
        offers.push(Offer::of_province(&province, Some(note)));
    }
    let total = offers.len();
    (offers, total, !answered && units.former().is_none())
}

fn communes(units: &Units, text: &str, province: &str) -> (Vec<Offer>, usize, bool) {
    let former = units.former();
    let within = province_code(units, province);
    let found = units.search_communes(text, within.as_deref(), if text.trim().is_empty() { ALL } else { SHOWN });
    let unread_province = within.is_none() && !province.trim().is_empty();
    let wanted = former.is_none() && (!found.answered || unread_province && !text.trim().is_empty());
    let mut offers = Vec::new();
    let consulted = former.filter(|_| !found.answered);
    if let Some(former) = consulted {
        // “xã Trảng Bom”, a phường since 2026.
        for (commune, resolution) in found.best.iter().filter_map(|commune| Some((commune, former.retyped(commune.code)?))) {
            let note = format!("Xã {} nay là {}{}.", commune.name, lower_first(&commune.full_name()), by(resolution));
            offers.push(Offer::of_commune(units, commune, Some(note)));
        }
        let here = former.find(text, within.as_deref());
        past(units, former, if here.is_empty() { former.find(text, None) } else { here }, &mut offers);
    }
    let today = found.best.iter().filter(|commune| !offers.iter().any(|offer: &Offer| offer.code == commune.code)).collect::<Vec<_>>();
    let others = found.total - (found.best.len() - today.len());
    let before = offers.len();
    offers.extend(today.into_iter().map(|commune| Offer::of_commune(units, commune, None)));
    let mut total = before + others;
    if let Some(former) = consulted {
        let shown = offers.len();
        past(units, former, former.search(text, within.as_deref(), SHOWN), &mut offers);
        total += offers.len() - shown;
    }
    offers.truncate(ALL);
    (offers, total, wanted)
}

/// The code of what stands in the province's box: a code, a name of today, or a former one.
fn province_code(units: &Units, text: &str) -> Option<String> {
    let code = units.province(text.trim()).map(|province| province.code.to_owned());
    let today = || units.find_provinces(text).first().map(|province| province.code.to_owned());
    let before = || Some(units.former()?.find_provinces(text).first()?.now.to_owned());
    code.or_else(today).or_else(before)
}

/// Adds every home of each former unit, but none twice.
fn past(units: &Units, former: &Former, all: Vec<Past>, offers: &mut Vec<Offer>) {
    for past in all {
        for home in &past.homes {
            let Some(commune) = units.commune(home).filter(|_| !offers.iter().any(|offer| offer.code == *home)) else { continue };
            let note = note(units, former, &past, &commune);
            offers.push(Offer::of_commune(units, &commune, Some(note)));
        }
    }
}

/// “Xã Phương Hải, huyện Ninh Hải, tỉnh Ninh Thuận nay thuộc xã Ninh Hải, tỉnh Khánh Hòa (Nghị quyết số 1667/NQ-UBTVQH15 ngày 16/06/2025).”
fn note(units: &Units, former: &Former, past: &Past, commune: &Commune<'_>) -> String {
    let province = units.province(commune.province).map(|province| province.full_name()).unwrap_or_default();
    let (name, part) = if past.homes.len() > 1 { (lower_first(&past.name), "Một phần ") } else { (past.name.clone(), "") };
    // What kept its name is the same unit, larger or not.
    let verb = if past.homes.len() == 1 && past.name.split_once(' ').map(|(_, name)| name) == Some(commune.name) { "là" } else { "thuộc" };
    let resolution = former.arranged(commune.province).map(by).unwrap_or_default();
    format!("{part}{name}, {} nay {verb} {}, {}{resolution}.", past.within, lower_first(&commune.full_name()), lower_first(&province))
}

/// “ (Nghị quyết số 1667/NQ-UBTVQH15 ngày 16/06/2025)”
fn by(resolution: &Resolution) -> String {
    let day = Partial::from_iso(&resolution.date).map_or_else(String::new, |day| format!(" ngày {}", date::show(day)));
    format!(" (Nghị quyết số {}{day})", resolution.number)
}

#[cfg(test)]
mod tests {
    use super::*;

    fn units() -> Units {
        let mut units = Units::read(include_bytes!("../../data/units.json")).unwrap();
        units.set_former(Former::read(include_bytes!("../../data/units-former.json")).unwrap());
        units
    }

    /// Code and note of each line.
    fn told(kind: &str, text: &str, province: &str) -> Vec<(String, String)> {
        let list = places(&units(), kind, text, province);
        let text = |option: &Json, name: &str| option.get(name).and_then(Json::text).unwrap_or_default().to_owned();
        list.get("options").and_then(Json::rows).unwrap().iter().map(|option| (text(option, "code"), text(option, "note"))).collect()
    }

    #[track_caller]
    fn first(kind: &str, text: &str, province: &str, code: &str, note: &str) {
        assert_eq!(told(kind, text, province).first(), Some(&(code.to_owned(), note.to_owned())), "{text}");
    }

    #[test]
    fn a_former_name_is_told_with_its_resolution() {
        let note = "Xã Phương Hải, huyện Ninh Hải, tỉnh Ninh Thuận nay thuộc xã Ninh Hải, tỉnh Khánh Hòa (Nghị quyết số 1667/NQ-UBTVQH15 ngày 16/06/2025).";
        for (text, province) in
            [("Phương Hải", ""), ("xã phương hải", "Khánh Hòa"), ("phuong hai", "56"), ("Phương Hải", "tỉnh Ninh Thuận"), ("xã Phương Hải, Ninh Thuận", "")]
        {
            first("commune", text, province, "22852", note);
        }
        first(
            "commune",
            "huyện Phú Quý",
            "",
            "23272",
            "Huyện Phú Quí, tỉnh Bình Thuận nay thuộc đặc khu Phú Quý, tỉnh Lâm Đồng (Nghị quyết số 1671/NQ-UBTVQH15 ngày 16/06/2025).",
        );
        first("province", "Bình Thuận", "", "68", "Tỉnh Bình Thuận nay thuộc tỉnh Lâm Đồng (Nghị quyết số 202/2025/QH15 ngày 12/06/2025).");
        first("province", "Thừa Thiên Huế", "", "46", "Tỉnh Thừa Thiên Huế nay thuộc thành phố Huế.");
        first("commune", "xã Trảng Bom", "75", "26248", "Xã Trảng Bom nay là phường Trảng Bom (Nghị quyết số 237/NQ-UBTVQH16 ngày 14/04/2026).");
    }

    #[test]
    fn a_split_commune_offers_all_its_homes() {
        let homes = told("commune", "xã Văn Khê, huyện Mê Linh", "");
        assert_eq!(homes.iter().map(|(code, _)| code.as_str()).collect::<Vec<_>>(), ["08980", "08995", "09022", "09817"]);
        assert_eq!(told("commune", "xã Văn Khê, huyện Mê Linh", "56"), homes, "in another province than the chosen one");
        assert!(homes.iter().all(|(_, note)| note.starts_with("Một phần xã Văn Khê, huyện Mê Linh, thành phố Hà Nội nay thuộc ")), "{homes:?}");
    }

    #[test]
    fn names_of_today_carry_no_note() {
        first("commune", "vinh hai", "56", "22846", "");
        first("province", "khanh", "", "56", "");
        assert_eq!(told("commune", "", "Khánh Hòa").len(), 65);
        assert_eq!(told("commune", "", "").len(), 0);
        assert_eq!(told("province", "", "").len(), 34);
        assert_eq!(told("commune", "không có tên này", ""), []);
    }

    #[test]
    fn the_list_of_before_is_asked_for_only_where_it_can_say_more() {
        let mut units = units();
        let without = Units::read(include_bytes!("../../data/units.json")).unwrap();
        let wanted = |units: &Units, kind: &str, text: &str, province: &str| places(units, kind, text, province).get("wanted") == Some(&Json::Bool(true));
        for (kind, text, province) in
            [("commune", "Phương Hải", "56"), ("commune", "thị trấn Khánh Hải", ""), ("province", "Bình Thuận", ""), ("commune", "Vĩnh Hải", "Ninh Thuận")]
        {
            assert!(wanted(&without, kind, text, province), "{text}");
            assert!(!wanted(&units, kind, text, province), "{text}");
        }
        for (kind, text, province) in [("commune", "vinh hai", "56"), ("commune", "v", ""), ("commune", "", "56"), ("province", "", ""), ("province", "ha", "")]
        {
            assert!(!wanted(&without, kind, text, province), "{text}");
        }
        units.date = "2030-01-01".to_owned();
        assert_eq!(places(&units, "province", "", "").get("date"), Some(&Json::from("2030-01-01")));
    }
}
