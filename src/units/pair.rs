//! Says whether a commune belongs to a province, both as they stand in a record.

use crate::text::fold::{fold, soft};

use super::{CommuneRow, ProvinceRow, Row, Units};

/// A place as a record has it: the code from the list, the name as typed; either may be missing or blank.
#[derive(Debug, Clone, Copy, Default)]
pub struct Named<'a> {
    /// “22846”
    pub code: Option<&'a str>,
    /// “Xã Vĩnh Hải”
    pub name: Option<&'a str>,
}

/// How a commune and a province stand to each other in the list.
#[derive(Debug, Clone, PartialEq)]
pub enum PairState<'a> {
    /// The province has this commune.
    Match,
    /// It does not; these do.
    CommuneElsewhere {
        /// Codes, in list order.
        provinces: Vec<&'a str>,
    },
    /// The province is in the list, the commune is not: a former name, or a slip.
    UnknownCommune,
    /// The province is not in the list; of the commune nothing is said.
    UnknownProvince,
    /// One of the two is blank.
    Nothing,
}

impl<'a> Named<'a> {
    fn code(&self) -> Option<&'a str> {
        self.code.map(str::trim).filter(|code| !code.is_empty())
    }

    fn name(&self) -> Option<&'a str> {
        self.name.map(str::trim).filter(|name| !name.is_empty())
    }

    fn is_blank(&self) -> bool {
        self.code().is_none() && self.name().is_none()
    }
}

impl Units {
    /// Whether the commune belongs to the province.
    ///
    /// The name is what is printed, so it decides; the code tells namesakes apart, and counts alone where there is no name. Codes are used again (82 was
    /// Tiền Giang and is Đồng Tháp), so a code whose unit has another name is left aside. A type that does not agree is no difference, for types change.
    #[must_use]
    pub fn check_pair(&self, commune: Named<'_>, province: Named<'_>) -> PairState<'_> {
        if commune.is_blank() || province.is_blank() {
            return PairState::Nothing;
        }
        if self.has(commune, province) {
            return PairState::Match;
        }
        let Some(province) = self.province_meant(province) else { return PairState::UnknownProvince };
        // Most are right: then the province's own communes are all that is looked at.
        let here = commune.name().map(|name| self.communes_named(name, Some(self.code(province.row)))).unwrap_or_default();
        if here.iter().any(|hit| hit.exact && commune.code().is_none_or(|code| self.code(hit.commune.row) == code)) {
            return PairState::Match;
        }
        let mut places: Vec<u8> = self.communes_meant(commune).iter().map(|commune| commune.province).collect();
        places.dedup();
        let mut codes: Vec<&str> = Vec::new();
        for place in places.iter().filter_map(|at| self.provinces.get(usize::from(*at))) {
            if place.row == province.row {
                return PairState::Match;
            }
            codes.push(self.code(place.row));
        }
        if codes.is_empty() { PairState::UnknownCommune } else { PairState::CommuneElsewhere { provinces: codes } }
    }

    /// Whether both stand in the list exactly so, whole names and such codes as are given: what was chosen from the list does, and nothing is folded.
    fn has(&self, commune: Named<'_>, province: Named<'_>) -> bool {
        let is = |row: Row, word: &str, named: Named<'_>| {
            let bare = || named.name()?.strip_prefix(word)?.strip_prefix(' ');
            named.code().is_none_or(|code| code == self.code(row)) && bare() == Some(self.name(row))
        };
        let Some(province) = self.provinces.iter().find(|row| is(row.row, row.kind.word(), province)) else { return false };
        let communes = self.communes.get(province.communes.clone()).unwrap_or_default();
        communes.iter().any(|row| is(row.row, row.kind.word(), commune))
    }

    /// Code and full name of a province that is named without its marks or its capitals (“khanh hoa”).
    #[must_use]
    pub fn province_respelled(&self, province: Named<'_>) -> Option<(String, String)> {
        let row = self.province_meant(province).filter(|row| is_carelessly(province, self.name(row.row)))?;
        self.province(self.code(row.row)).map(|unit| (unit.code.to_owned(), unit.full_name()))
    }

    /// The same for a commune of that province.
    #[must_use]
    pub fn commune_respelled(&self, commune: Named<'_>, province: Named<'_>) -> Option<(String, String)> {
        let within = self.province_meant(province)?.row;
        let rows = self.communes_meant(commune);
        let here = |row: &&&CommuneRow| self.provinces.get(usize::from(row.province)).is_some_and(|province| self.code(province.row) == self.code(within));
        let row = rows.iter().find(here).filter(|row| is_carelessly(commune, self.name(row.row)))?;
        self.commune(self.code(row.row)).map(|unit| (unit.code.to_owned(), unit.full_name()))
    }

    fn province_meant(&self, province: Named<'_>) -> Option<&ProvinceRow> {
        match province.name() {
            Some(name) => self.provinces_named(name).into_iter().next(),
            None => self.provinces.iter().find(|row| Some(self.code(row.row)) == province.code()),
        }
    }

    /// In list order. Where some have the same marks as the name, only those: Phường Thuận Hóa is in Huế, Xã Thuận Hòa in Cần Thơ.
    fn communes_meant(&self, commune: Named<'_>) -> Vec<&CommuneRow> {
        let coded = |row: &CommuneRow| commune.code().is_some_and(|code| self.code(row.row) == code);
        let Some(name) = commune.name() else { return self.communes.iter().filter(|row| coded(row)).collect() };
        let hits = self.communes_named(name, None);
        if let Some(hit) = hits.iter().find(|hit| coded(hit.commune)) {
            return vec![hit.commune];
        }
        let exact = hits.iter().any(|hit| hit.exact);
        hits.iter().filter(|hit| hit.exact || !exact).map(|hit| hit.commune).collect()
    }
}

/// Whether a unit is named without the marks or the capitals of its name; another name for it (“TPHCM”) is nobody's carelessness.
fn is_carelessly(named: Named<'_>, name: &str) -> bool {
    let Some(typed) = named.name() else { return false };
    let unmarked = fold(typed).contains(&fold(name)) && !soft(typed).contains(&soft(name));
    unmarked || !typed.chars().any(char::is_uppercase)
}

#[cfg(test)]
mod tests {
    use super::super::shipped;
    use super::*;

    /// “22846 Xã Vĩnh Hải”, either part optional.
    fn place(text: &str) -> Named<'_> {
        let (code, name) = text.split_at(text.find(|sign: char| !sign.is_ascii_digit()).unwrap_or(text.len()));
        Named { code: Some(code), name: Some(name) }
    }

    #[track_caller]
    fn pair(commune: &str, province: &str, state: &PairState<'_>) {
        assert_eq!(shipped().check_pair(place(commune), place(province)), *state, "{commune}, {province}");
    }

    #[track_caller]
    fn elsewhere(commune: &str, province: &str, provinces: &[&str]) {
        pair(commune, province, &PairState::CommuneElsewhere { provinces: provinces.to_vec() });
    }

    #[test]
    fn a_commune_belongs_to_its_province() {
        for commune in ["22846", "22846 Xã Vĩnh Hải", "Vĩnh Hải", "xã vinh hai", "00000 Xã Vĩnh Hải", "x. Vĩnh Hải"] {
            for province in ["56", "56 Tỉnh Khánh Hòa", "Khánh Hoà", "99 tỉnh Khánh Hòa"] {
                pair(commune, province, &PairState::Match);
            }
        }
        pair("23272 Đặc khu Phú Quý", "68 Tỉnh Lâm Đồng", &PairState::Match);
        pair("xã Trảng Bom", "Tỉnh Đồng Nai", &PairState::Match);
        pair("Xã Tân Tiến", "Bắc Ninh", &PairState::Match);
    }

    #[test]
    fn what_was_chosen_from_the_list_is_told_as_what_was_typed_is() {
        let units = shipped();
        for province in units.provinces() {
            let home = province.full_name();
            let chosen = Named { code: Some(province.code), name: Some(&home) };
            for commune in units.communes_of(province.code) {
                let name = commune.full_name();
                let (listed, typed) = (Named { code: Some(commune.code), name: Some(&name) }, name.to_lowercase());
                let typed = Named { name: Some(&typed), ..listed };
                assert!(units.has(listed, chosen) && units.has(Named { code: None, ..listed }, chosen) && !units.has(typed, chosen));
                assert_eq!(units.check_pair(typed, chosen), PairState::Match, "{name}, {home}");
            }
        }
        assert!(!units.has(place("22846 Xã Vĩnh Hải"), place("68 Tỉnh Lâm Đồng")));
        assert!(!units.has(place("22846 Vĩnh Hải"), place("56 Tỉnh Khánh Hòa")));
    }

    #[test]
    fn a_commune_of_another_province_is_told_from_an_unknown_one() {
        elsewhere("Đặc khu Phú Quý", "Khánh Hòa", &["68"]);
        elsewhere("Vĩnh Hải", "Lâm Đồng", &["31", "56", "92"]);
        elsewhere("22846 Vĩnh Hải", "92", &["56"]);
        elsewhere("22846", "92", &["56"]);
        elsewhere("phường Thuận Hóa", "Cần Thơ", &["46"]);
        elsewhere("Thuận Hoà", "Huế", &["08", "92"]);
        pair("xã Nhơn Hải", "Khánh Hòa", &PairState::UnknownCommune);
        pair("22847", "56", &PairState::UnknownCommune);
        // The code is that of Xã Ninh Hải, the name a former one.
        pair("22852 Xã Phương Hải", "56 Khánh Hòa", &PairState::UnknownCommune);
    }

    #[test]
    fn an_unknown_province_and_blanks_are_said_first() {
        pair("Đặc khu Phú Quý", "Tỉnh Bình Thuận", &PairState::UnknownProvince);
        pair("Đặc khu Phú Quý", "82 Tiền Giang", &PairState::UnknownProvince);
        pair("xã Không Có", "99", &PairState::UnknownProvince);
        pair("", "56", &PairState::Nothing);
        pair("22846", " ", &PairState::Nothing);
        assert_eq!(shipped().check_pair(Named::default(), Named::default()), PairState::Nothing);
    }
}
