//! # What it checks
//! That the commune belongs to the province, by the unit list.
//! # Why
//! Hundreds of commune names occur in more than one province; a sheet with the wrong one goes astray.
//! # Parameters
//! `commune`, `province`: the boxes.
//! # Evidence
//! The commune. Reasons: `elsewhere` (`provinces`: where it is), `unknown-commune`, `unknown-province`. Without the list: not-applicable, `no-units`; with an empty box: `empty`.
//! # Example
//! `{"kind":"unitValid","commune":"/applicant/address/commune","province":"/applicant/address/province"}`

use super::super::{Subject, Verdict};
use crate::guideline::check::UnitValid;
use crate::json::Json;
use crate::units::{Named, PairState};

pub fn check(params: &UnitValid, on: &Subject<'_>) -> Verdict {
    let Some(units) = on.units else { return Verdict::not_applicable("no-units") };
    let named = |path: &str| {
        let member = |name: &str| on.value(path).and_then(|place| place.get(name)?.text());
        Named { code: member("code"), name: member("name") }
    };
    match units.check_pair(named(&params.commune), named(&params.province)) {
        PairState::Match => Verdict::met(),
        PairState::Nothing => Verdict::not_applicable("empty"),
        PairState::CommuneElsewhere { provinces } => {
            let names = provinces.iter().filter_map(|code| units.province(code)).map(|province| Json::Text(province.full_name())).collect();
            Verdict::unmet("elsewhere").with("provinces", Json::List(names)).at(&params.commune).at(&params.province)
        }
        PairState::UnknownCommune => Verdict::unmet("unknown-commune").at(&params.commune),
        PairState::UnknownProvince => Verdict::unmet("unknown-province").at(&params.province),
    }
}

#[cfg(test)]
mod tests {
    use crate::criteria::checks::testing::{met_with_units, not_applicable, unmet_with_units};

    #[test]
    fn commune_and_province() {
        let check = r#"{"kind":"unitValid","commune":"/applicant/address/commune","province":"/applicant/address/province"}"#;
        let record =
            |commune: &str, province: &str| format!(r#"{{"applicant":{{"address":{{"commune":{{"name":"{commune}"}},"province":{{"name":"{province}"}}}}}}}}"#);
        not_applicable(check, "{}", "no-units");
        met_with_units(check, &record("Xã Vĩnh Hải", "Khánh Hòa"));
        met_with_units(check, &record("vĩnh hải", "tỉnh Khánh Hoà"));
        unmet_with_units(check, &record("Xã Vĩnh Hải", "Lâm Đồng"), "elsewhere", &["/applicant/address/commune", "/applicant/address/province"]);
        unmet_with_units(check, &record("Xã Không Có", "Lâm Đồng"), "unknown-commune", &["/applicant/address/commune"]);
        unmet_with_units(check, &record("Xã Vĩnh Hải", "Bình Thuận"), "unknown-province", &["/applicant/address/province"]);
    }
}
