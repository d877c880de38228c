//! # What it checks
//! That the commune belongs to the province, by the unit list.
//! # Why
//! Hundreds of commune names occur in more than one province; a sheet with the wrong one goes astray.
//! # Parameters
//! `commune`, `province`: the boxes.
//! # Evidence
//! The commune. Reasons: `elsewhere` (`provinces`: where it is), `unknown-commune`, `unknown-province`, `respelled` (`now`: the names of the list, where one was typed without its marks or capitals). Without the list: not-applicable, `no-units`; with an empty box: `empty`.
//! With the list of former units, a name of before July 2025 comes with a change for each unit that it may be today.
//! # Example
//! `{"kind":"unitValid","commune":"/applicant/address/commune","province":"/applicant/address/province"}`

use super::super::{Change, Subject, Verdict};
use crate::guideline::check::UnitValid;
use crate::json::{Json, Path};
use crate::units::{Named, PairState, Units};

/// No former commune has more homes.
const HOMES: usize = 5;

pub fn check(params: &UnitValid, on: &Subject<'_>) -> Verdict {
    let Some(units) = on.units else { return Verdict::not_applicable("no-units") };
    let named = |path: &Path| {
        let member = |name: &str| on.at(path).and_then(|place| place.get(name)?.text());
        Named { code: member("code"), name: member("name") }
    };
    match units.check_pair(named(&params.commune), named(&params.province)) {
        PairState::Match => spelled(params, units, named(&params.commune), named(&params.province)),
        PairState::Nothing => Verdict::not_applicable("empty"),
        PairState::CommuneElsewhere { provinces } => {
            let names = provinces.iter().filter_map(|code| units.province(code)).map(|province| Json::Text(province.full_name())).collect();
            Verdict::unmet("elsewhere").with("provinces", Json::List(names)).at(&params.commune).at(&params.province)
        }
        PairState::UnknownCommune => {
            let homes = former_communes(units, &named(&params.commune), &named(&params.province));
            offered(Verdict::unmet("unknown-commune").at(&params.commune), &params.commune, homes)
        }
        PairState::UnknownProvince => {
            let homes = former_provinces(units, &named(&params.province));
            offered(Verdict::unmet("unknown-province").at(&params.province), &params.province, homes)
        }
    }
}

/// What was typed without marks or capitals is found, but cannot be printed so.
fn spelled(params: &UnitValid, units: &Units, commune: Named<'_>, province: Named<'_>) -> Verdict {
    let commune_now = units.commune_respelled(commune, province);
    let province_now = units.province_respelled(province);
    let now: Vec<String> = commune_now.iter().chain(&province_now).map(|(_, name)| name.clone()).collect();
    if now.is_empty() {
        return Verdict::met();
    }
    let mut verdict = Verdict::unmet("respelled").with("now", Json::texts(&now));
    for (path, home) in [(&params.commune, commune_now), (&params.province, province_now)] {
        if let Some(home) = home {
            verdict = offered(verdict.at(path), path, vec![home]);
        }
    }
    verdict
}

fn offered(verdict: Verdict, path: &str, homes: Vec<(String, String)>) -> Verdict {
    let place = |(code, name): (String, String)| Json::Object(vec![("code".to_owned(), Json::Text(code)), ("name".to_owned(), Json::Text(name))]);
    homes.into_iter().fold(verdict, |verdict, home| verdict.offering(Change::Home, path, None, place(home)))
}

/// Codes and names of what a former commune may be today, in the province that is named.
fn former_communes(units: &Units, commune: &Named<'_>, province: &Named<'_>) -> Vec<(String, String)> {
    let (Some(former), Some(name)) = (units.former(), commune.name) else { return Vec::new() };
    let within = province.name.and_then(|name| units.find_provinces(name).first().map(|province| province.code)).or(province.code);
    let mut homes: Vec<(String, String)> = Vec::new();
    for code in former.find(name, within).into_iter().filter(|past| !past.district).flat_map(|past| past.homes) {
        let known = homes.iter().any(|(known, _)| *known == code);
        homes.extend(units.commune(&code).filter(|_| !known).map(|commune| (code, commune.full_name())));
    }
    // Of a name that many communes bore no home is likelier than another.
    if homes.len() > HOMES { Vec::new() } else { homes }
}

fn former_provinces(units: &Units, province: &Named<'_>) -> Vec<(String, String)> {
    let found = units.former().zip(province.name).map(|(former, name)| former.find_provinces(name)).unwrap_or_default();
    found.iter().filter_map(|past| units.province(past.now)).map(|province| (province.code.to_owned(), province.full_name())).collect()
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::criteria::checks::testing::{met_with_units, not_applicable, unmet_with_units};

    #[test]
    fn commune_and_province() {
        let check = r#"{"kind":"unitValid","commune":"/applicant/address/commune","province":"/applicant/address/province"}"#;
        let record =
            |commune: &str, province: &str| format!(r#"{{"applicant":{{"address":{{"commune":{{"name":"{commune}"}},"province":{{"name":"{province}"}}}}}}}}"#);
        not_applicable(check, "{}", "no-units");
        met_with_units(check, &record("Xã Vĩnh Hải", "Khánh Hòa"));
        met_with_units(check, &record("Vĩnh Hải", "tỉnh Khánh Hoà"));
        met_with_units(check, &record("XÃ VĨNH HẢI", "KHÁNH HÒA"));
        unmet_with_units(check, &record("vĩnh hải", "tỉnh Khánh Hoà"), "respelled", &["/applicant/address/commune"]);
        unmet_with_units(check, &record("vinh hai", "khanh hoa"), "respelled", &["/applicant/address/commune", "/applicant/address/province"]);
        unmet_with_units(check, &record("Xã Vĩnh Hải", "Khanh Hoa"), "respelled", &["/applicant/address/province"]);
        met_with_units(check, &record("Phường Bến Thành", "TP.HCM"));
        unmet_with_units(check, &record("Xã Vĩnh Hải", "Lâm Đồng"), "elsewhere", &["/applicant/address/commune", "/applicant/address/province"]);
        unmet_with_units(check, &record("Xã Không Có", "Lâm Đồng"), "unknown-commune", &["/applicant/address/commune"]);
        unmet_with_units(check, &record("Xã Vĩnh Hải", "Bình Thuận"), "unknown-province", &["/applicant/address/province"]);
    }

    #[test]
    fn a_former_name_offers_what_it_is_today() {
        let offers = |commune: &str, province: &str| {
            let mut units = Units::read(include_bytes!("../../../data/units.json")).unwrap();
            units.set_former(crate::units::former::Former::read(include_bytes!("../../../data/units-former.json")).unwrap());
            let named = |name| Named { code: None, name: Some(name) };
            let homes = match units.check_pair(named(commune), named(province)) {
                PairState::UnknownProvince => former_provinces(&units, &named(province)),
                _ => former_communes(&units, &named(commune), &named(province)),
            };
            homes.into_iter().map(|(code, name)| format!("{code} {name}")).collect::<Vec<_>>()
        };
        assert_eq!(offers("Xã Phương Hải", "tỉnh Khánh Hòa"), ["22852 Xã Ninh Hải"]);
        assert_eq!(offers("Xã Phương Hải", "tỉnh Ninh Thuận"), ["56 Tỉnh Khánh Hòa"]);
        assert_eq!(offers("xã Hòa Thắng, huyện Bắc Bình", "Lâm Đồng"), ["23041 Xã Hồng Thái", "23053 Xã Hòa Thắng"]);
        assert_eq!(offers("huyện Ninh Hải", "Khánh Hòa"), [""; 0]);
        assert_eq!(offers("xã Không Có", "Khánh Hòa"), [""; 0]);
    }
}
