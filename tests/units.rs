//! The lists of units: how many there are, that searches find what people mean, and that former names lead to where they are today.
#![expect(clippy::unwrap_used, reason = "a test stops at what it does not expect")]

use std::collections::{HashMap, HashSet};
use std::path::Path;

use dan_van_kheo::units::former::Former;
use dan_van_kheo::units::{CommuneKind, Named, PairState, ProvinceKind, Units};
use sha2::{Digest as _, Sha256};

fn file(name: &str) -> Vec<u8> {
    std::fs::read(Path::new(env!("CARGO_MANIFEST_DIR")).join(name)).unwrap()
}

fn units() -> Units {
    let mut units = Units::read(&file("data/units.json")).unwrap();
    units.set_former(Former::read(&file("data/units-former.json")).unwrap());
    units
}

/// The rows of a table, its remarks left out; each cell by its place.
fn rows(name: &str) -> Vec<Vec<String>> {
    let text = String::from_utf8(file(&format!("tests/fixtures/units/{name}"))).unwrap();
    text.lines().filter(|line| !line.starts_with('#')).map(|line| line.split('\t').map(str::to_owned).collect()).collect()
}

fn cell(row: &[String], at: usize) -> &str {
    row.get(at).map_or("", String::as_str)
}

fn code_of(text: &str) -> Option<&str> {
    Some(text).filter(|code| !code.is_empty())
}

#[test]
fn the_lists_are_the_known_ones() {
    for (name, digest) in [
        ("data/units.json", "39dabfadd89f4279573793e6f536a6bfcc9bc941cd2858c3104b0f00c63eac89"),
        ("data/units-former.json", "f1dcbcb8e203a8c2dc4ce76e5d7a427b793b2aed257502f61c5ba6ba18389ff2"),
    ] {
        let found: String = Sha256::digest(file(name)).iter().map(|byte| format!("{byte:02x}")).collect();
        assert_eq!(found, digest, "{name}: if another list is meant, scripts/units.py --update and new counts here");
    }
}

#[test]
fn there_are_34_provinces_and_3321_communes() {
    let units = units();
    let cities = units.provinces().filter(|province| province.kind == ProvinceKind::City).count();
    assert_eq!((units.provinces().count(), cities), (34, 9));
    let communes: Vec<_> = units.provinces().flat_map(|province| units.communes_of(province.code).collect::<Vec<_>>()).collect();
    let count = |kind| communes.iter().filter(|commune| commune.kind == kind).count();
    assert_eq!((communes.len(), count(CommuneKind::Commune), count(CommuneKind::Ward), count(CommuneKind::SpecialZone)), (3321, 2599, 709, 13));
    assert_eq!(communes.iter().map(|commune| commune.code).collect::<HashSet<_>>().len(), 3321);
}

#[test]
fn searches_find_first_what_is_meant() {
    let units = units();
    let mut wrong = Vec::new();
    let searches = rows("searches.tsv");
    for row in &searches {
        let (text, within, expected) = (cell(row, 1), code_of(cell(row, 2)), cell(row, 3));
        let first = match cell(row, 0) {
            "province" => units.search_provinces(text).first().map(|province| province.code),
            _ => units.search_communes(text, within, 20).best.first().map(|commune| commune.code),
        };
        if first != Some(expected) {
            wrong.push(format!("{row:?}: {first:?}"));
        }
    }
    assert!(searches.len() >= 300, "{}", searches.len());
    assert!(wrong.is_empty(), "{} of {}\n{}", wrong.len(), searches.len(), wrong.join("\n"));
}

#[test]
fn every_name_is_found_while_it_is_typed() {
    let units = units();
    for province in units.provinces() {
        for (at, commune) in units.communes_of(province.code).enumerate() {
            let name = commune.full_name();
            // Every beginning of every tenth name: all of them take a minute without optimisation.
            let wanted = at % 10 == 0 || std::env::var_os("DVK_SOAK").is_some();
            let beginnings = (1..=commune.name.chars().count()).filter(|_| wanted).map(|signs| commune.name.chars().take(signs).collect::<String>());
            for text in beginnings {
                let found = units.search_communes(&text, Some(province.code), 200);
                assert!(found.best.contains(&commune) && found.answered, "{text} for {name}");
            }
            assert_eq!(units.search_communes(&name, Some(province.code), 1).best, [commune], "{name}");
        }
    }
}

#[test]
fn a_search_says_how_many_there_are_and_whether_the_list_answers() {
    let units = units();
    let found = units.search_communes("tân", None, 5);
    assert!(found.best.len() == 5 && found.total > 100 && found.answered, "{}", found.total);
    assert_eq!(units.search_communes("", Some("56"), 200).total, 65);
    assert_eq!(units.search_communes("", None, 200).total, 0);
    assert_eq!(units.search_provinces("").len(), 34);
    // Phường Thanh Khê is in Đà Nẵng: shown, but not an answer in Khánh Hòa.
    let elsewhere = units.search_communes("Thanh Khê", Some("56"), 200);
    assert!(elsewhere.best.first().is_some_and(|commune| commune.province == "48") && !elsewhere.answered);
    assert!(!units.search_communes("Phương Hải", Some("56"), 200).answered);
    assert!(!units.search_communes("thị trấn Tân Phú", None, 200).answered, "a type of before asks for the list of before");
    for odd in ["'", "-", " ,;", "((", "\u{301}", "🙂", &"x".repeat(20_000), &"a ".repeat(9_000)] {
        assert_eq!(units.search_communes(odd, None, 9).total, 0, "{}", odd.chars().take(9).collect::<String>());
        assert_eq!(units.former().unwrap().search(odd, None, 9).len(), 0);
    }
}

#[test]
fn provinces_that_were_joined_lead_to_the_present_ones() {
    let units = units();
    let former = units.former().unwrap();
    let joined = "Hà Giang 08|Yên Bái 15|Bắc Kạn 19|Vĩnh Phúc 25|Hòa Bình 25|Bắc Giang 24|Thái Bình 33|Hải Dương 31|Hà Nam 37|Nam Định 37|Quảng Bình 44|\
        Quảng Nam 48|Kon Tum 51|Bình Định 52|Phú Yên 66|Ninh Thuận 56|Đắk Nông 68|Bình Thuận 68|Bình Phước 75|Bà Rịa - Vũng Tàu 79|Bình Dương 79|\
        Long An 80|Tiền Giang 82|Bến Tre 86|Trà Vinh 86|Hậu Giang 92|Sóc Trăng 92|Bạc Liêu 96|Kiên Giang 91";
    let mut counted = 0;
    for (name, code) in joined.split('|').filter_map(|line| line.trim().rsplit_once(' ')) {
        let found = former.find_provinces(&format!("tỉnh {name}"));
        assert_eq!(found.iter().map(|province| province.now).collect::<Vec<_>>(), [code], "{name}");
        assert_eq!(found.first().unwrap().by.unwrap().number, "202/2025/QH15");
        assert!(units.find_provinces(name).is_empty(), "{name}");
        counted += 1;
    }
    assert_eq!(counted, 29);
    assert_eq!(former.find_provinces("Thừa Thiên Huế").first().unwrap().now, "46");
    for present in ["Khánh Hòa", "Hà Nội", "Không Có"] {
        assert!(former.find_provinces(present).is_empty(), "{present}");
    }
}

#[test]
fn former_communes_lead_to_the_present_ones() {
    let units = units();
    let former = units.former().unwrap();
    for row in rows("former.tsv") {
        let found = former.search(cell(&row, 0), code_of(cell(&row, 1)), 20);
        let first = found.first().map(|past| past.homes.join(" "));
        assert_eq!(first.as_deref(), Some(cell(&row, 2)), "{row:?}: {found:?}");
    }
    let hai = former.find("Phương Hải", None);
    assert_eq!(hai.len(), 1);
    let past = hai.first().unwrap();
    assert_eq!((past.name.as_str(), past.within.as_str()), ("Xã Phương Hải", "huyện Ninh Hải, tỉnh Ninh Thuận"));
    assert_eq!(former.arranged("56").unwrap().number, "1667/NQ-UBTVQH15");
    assert_eq!(former.retyped("26248").unwrap().number, "237/NQ-UBTVQH16");
    assert!(former.retyped("22846").is_none() && former.arranged("99").is_none());
}

/// Every former unit is found by its full name with what it lies in, all its homes are units of today, and those that were split tell all of them.
#[test]
fn split_communes_tell_all_their_homes() {
    let units = units();
    let former = units.former().unwrap();
    let mut split = 0;
    let mut pairs = 0;
    let mut parts: HashMap<usize, usize> = HashMap::new();
    let mut targets = HashSet::new();
    let mut by_province: HashMap<String, usize> = HashMap::new();
    let all = former.all();
    for (at, past) in all.iter().enumerate() {
        // Without optimisation all of them take half a minute.
        if past.homes.len() > 1 || at % 10 == 0 || std::env::var_os("DVK_SOAK").is_some() {
            let found = former.find(&format!("{}, {}", past.name, past.within), None);
            assert!(found.contains(past), "{} {}: {found:?}", past.name, past.within);
        }
        assert!(past.homes.iter().all(|home| units.commune(home).is_some()), "{past:?}");
        pairs += past.homes.len();
        split += usize::from(past.homes.len() > 1);
        *parts.entry(past.homes.len()).or_default() += 1;
        targets.extend(past.homes.iter().cloned());
        *by_province.entry(past.within.rsplit(", ").next().unwrap().to_owned()).or_default() += 1;
    }
    assert_eq!((all.len(), pairs, split, targets.len()), (10_040, 10_571, 441, 3_321));
    assert_eq!(parts.keys().max(), Some(&5));
    for (province, communes, now) in [
        ("tỉnh Bình Thuận", 121, "68"),
        ("tỉnh Ninh Thuận", 62, "56"),
        ("tỉnh Hậu Giang", 75, "92"),
        ("tỉnh Sóc Trăng", 108, "92"),
        ("tỉnh Đắk Nông", 71, "68"),
    ] {
        assert_eq!(by_province.get(province), Some(&communes), "{province}");
        let homes = all.iter().filter(|past| past.within.ends_with(province)).flat_map(|past| &past.homes);
        assert!(homes.into_iter().all(|home| units.commune(home).unwrap().province == now), "{province}");
    }
}

#[test]
fn a_record_of_another_list_belongs_together() {
    let units = units();
    let named = |code, name| Named { code: Some(code), name: Some(name) };
    assert_eq!(units.check_pair(named("26248", "xã Trảng Bom"), named("75", "Tỉnh Đồng Nai")), PairState::Match);
}
