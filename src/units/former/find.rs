//! Finds former units by name, as they are typed, and tells where they are today.

use super::super::asked::{Asked, Fit, bare, means};
use super::super::find::key;
use super::super::starts::words;
use super::{CommuneKind, CommuneRow, DistrictKind, DistrictRow, Former, ProvinceRow, Resolution};

/// A commune or district of before.
#[derive(Debug, Clone, PartialEq)]
pub struct Past {
    /// “Xã Phương Hải”
    pub name: String,
    /// “huyện Ninh Hải, tỉnh Ninh Thuận”
    pub within: String,
    /// Codes of the communes of today.
    pub homes: Vec<String>,
    /// It was a district: its homes are those of all its communes.
    pub district: bool,
}

/// A province of before.
#[derive(Debug, Clone, PartialEq)]
pub struct PastProvince<'a> {
    /// “Tỉnh Ninh Thuận”
    pub name: String,
    /// Code of the province of today.
    pub now: &'a str,
    /// The resolution that joined it to another; none where the name alone changed.
    pub by: Option<&'a Resolution>,
}

impl Former {
    /// The provinces of before that are no more and that a text may mean.
    #[must_use]
    pub fn search_provinces(&self, text: &str) -> Vec<PastProvince<'_>> {
        let asked = bare(&key(text)).to_owned();
        let fits = |province: &&ProvinceRow| {
            let key = self.key(province.row);
            !asked.is_empty() && (means(key, &asked) || words(key).any(|at| Asked::fit(&asked, key, at).is_some_and(|(_, rest)| rest.is_empty())))
        };
        self.gone().filter(fits).map(|province| self.show_province(province)).collect()
    }

    /// The provinces of before that bear a name, whole.
    #[must_use]
    pub fn find_provinces(&self, text: &str) -> Vec<PastProvince<'_>> {
        let asked = key(text);
        self.gone().filter(|province| self.key(province.row) == bare(&asked)).map(|province| self.show_province(province)).collect()
    }

    fn gone(&self) -> impl Iterator<Item = &ProvinceRow> {
        self.provinces.iter().filter(|province| province.gone)
    }

    /// The communes and districts of before that a text may mean, the best first, at most `limit`; with the code of a province of today, those that are in it.
    #[must_use]
    pub fn search(&self, text: &str, province_code: Option<&str>, limit: usize) -> Vec<Past> {
        self.wanted(text, province_code, limit, false)
    }

    /// The same for a name that is complete: those that bear it, whole.
    #[must_use]
    pub fn find(&self, text: &str, province_code: Option<&str>) -> Vec<Past> {
        self.wanted(text, province_code, usize::MAX, true)
    }

    /// Names of the cities below a province.
    pub fn cities(&self) -> impl Iterator<Item = &str> {
        self.districts.iter().filter(|district| district.kind == DistrictKind::ThanhPho).map(|district| self.name(district.row))
    }

    /// Every commune of before, in the order of the list.
    #[must_use]
    pub fn all(&self) -> Vec<Past> {
        let show = |commune| self.around(commune).map(|(district, province)| self.show_commune(commune, district, province));
        self.communes.iter().filter_map(show).collect()
    }

    fn wanted(&self, text: &str, province_code: Option<&str>, limit: usize, whole: bool) -> Vec<Past> {
        let asked = Asked::of(text);
        if asked.whole.is_empty() {
            return Vec::new();
        }
        // By fit, type and marks: communes, then districts.
        let mut ranked: [Vec<Past>; 4 * Fit::COUNT] = Default::default();
        let mut seen: Vec<u16> = Vec::new();
        for (name, typed) in asked.readings() {
            for &(number, at) in self.starts.like(name) {
                let Some(commune) = self.communes.get(usize::from(number)) else { continue };
                let Some((fit, rest)) = Asked::fit(name, self.key(commune.row), usize::from(at)) else { continue };
                let Some((district, province)) = self.around(commune) else { continue };
                let other = !is_whole(fit, rest) || typed.is_some_and(|typed| typed.district) && commune.kind != CommuneKind::Whole;
                let wrong = whole && other || province_code.is_some_and(|code| province.now != code) || seen.contains(&number);
                if wrong || !self.lies_in(district, province, rest, &asked.around) {
                    continue;
                }
                seen.push(number);
                let kind = typed.is_none() || asked.whole.starts_with(&key(commune.kind.word()));
                let rank = (fit as usize) * 4 + usize::from(!kind) * 2 + usize::from(!asked.same_marks(self.name(commune.row), typed));
                if let Some(list) = ranked.get_mut(rank) {
                    list.push(self.show_commune(commune, district, province));
                }
            }
        }
        let districts = self.districts.iter().filter_map(|district| {
            let province = self.provinces.get(usize::from(district.province))?;
            let mut fits = asked.readings().filter_map(|(name, _)| Asked::fit(name, self.key(district.row), 0));
            let (_, rest) = fits.find(|(fit, rest)| is_whole(*fit, rest))?;
            let here = province_code.is_none_or(|code| province.now == code) && self.lies_in(district, province, rest, &asked.around);
            // A district without communes was found as one.
            let shown = here && !self.communes.get(district.communes.clone())?.iter().any(|commune| commune.kind == CommuneKind::Whole);
            shown.then(|| self.show_district(district, province))
        });
        // “huyện Phú Quý” asks for the district, “Phú Quý” rather for a commune.
        let communes = ranked.into_iter().flatten();
        if asked.typed.as_ref().is_some_and(|typed| typed.district) {
            return districts.chain(communes).take(limit).collect();
        }
        communes.chain(districts).take(limit).collect()
    }

    fn around(&self, commune: &CommuneRow) -> Option<(&DistrictRow, &ProvinceRow)> {
        let district = self.districts.get(usize::from(commune.district))?;
        Some((district, self.provinces.get(usize::from(district.province))?))
    }

    /// Whether everything typed around a name speaks of its district or its province.
    fn lies_in(&self, district: &DistrictRow, province: &ProvinceRow, rest: &str, around: &[String]) -> bool {
        let (district, province) = (self.key(district.row), self.key(province.row));
        let either = |text: &str| means(district, text) || means(province, text);
        let both = || rest.strip_prefix(district).and_then(|rest| rest.strip_prefix(' ')).is_some_and(|rest| means(province, rest));
        (rest.is_empty() || either(rest) || both()) && around.iter().all(|place| either(place))
    }

    fn show_province<'a>(&'a self, province: &'a ProvinceRow) -> PastProvince<'a> {
        PastProvince { name: self.titled(province), now: &province.now, by: province.joined.then_some(&self.joined) }
    }

    fn titled(&self, province: &ProvinceRow) -> String {
        [if province.city { "Thành phố" } else { "Tỉnh" }, self.name(province.row)].join(" ")
    }

    fn show_commune(&self, commune: &CommuneRow, district: &DistrictRow, province: &ProvinceRow) -> Past {
        let within = match commune.kind {
            CommuneKind::Whole => lowered(&self.titled(province)),
            CommuneKind::Xa | CommuneKind::Phuong | CommuneKind::ThiTran => {
                format!("{} {}, {}", lowered(district.kind.word()), self.name(district.row), lowered(&self.titled(province)))
            }
        };
        let name = [commune.kind.word(), self.name(commune.row)].join(" ");
        Past { name, within, homes: self.codes(std::slice::from_ref(commune)), district: false }
    }

    fn show_district(&self, district: &DistrictRow, province: &ProvinceRow) -> Past {
        let name = [district.kind.word(), self.name(district.row)].join(" ");
        let communes = self.communes.get(district.communes.clone()).unwrap_or_default();
        Past { name, within: lowered(&self.titled(province)), homes: self.codes(communes), district: true }
    }

    /// Codes of today, each once.
    fn codes(&self, communes: &[CommuneRow]) -> Vec<String> {
        let mut codes: Vec<String> = Vec::new();
        for code in communes.iter().filter_map(|commune| self.homes.get(commune.homes.clone())).flatten() {
            let code = format!("{code:05}");
            if !codes.contains(&code) {
                codes.push(code);
            }
        }
        codes
    }
}

/// The name itself, alone or with what it lies in.
fn is_whole(fit: Fit, rest: &str) -> bool {
    fit == Fit::Whole || fit == Fit::Start && !rest.is_empty()
}

/// The type in the middle of a sentence: “tỉnh Ninh Thuận”. Types begin with T, Q, H, X and P.
fn lowered(text: &str) -> String {
    let mut signs = text.chars();
    signs.next().map(|first| first.to_ascii_lowercase()).into_iter().chain(signs).collect()
}
