//! How many registrations there are of each field, kind and status.

use super::RollUp;
use crate::messages::choice;
use crate::record::{ApplicantKind, ModelField, Status};

/// Fields, kinds and statuses by value; the last of each is “not said”.
const FIELDS: [Option<ModelField>; 5] =
    [Some(ModelField::Economy), Some(ModelField::CultureSociety), Some(ModelField::DefenceSecurity), Some(ModelField::PoliticalSystem), None];
const KINDS: [Option<ApplicantKind>; 3] = [Some(ApplicantKind::Collective), Some(ApplicantKind::Individual), None];
const STATUSES: [Option<Status>; 5] = [Some(Status::New), Some(Status::Ongoing), Some(Status::Upgraded), Some(Status::Replicated), None];
const NOT_SAID: &str = "Chưa ghi";
const SUM: &str = "Cộng";

/// What a value is called.
fn named<T: serde::Serialize>(path: &str, value: Option<T>) -> String {
    value.and_then(|value| crate::json::tree(&value).text().map(|value| choice(path, value).to_owned())).unwrap_or_else(|| NOT_SAID.to_owned())
}

/// Head of the table.
#[must_use]
pub fn columns() -> Vec<String> {
    let statuses = STATUSES.iter().map(|status| named("/model/status", *status));
    ["Lĩnh vực", "Hình thức đăng ký"].map(str::to_owned).into_iter().chain(statuses).chain([SUM.to_owned()]).collect()
}

/// A line for each field and kind and one for each field, then the sums of all. What nobody left open has no line; a field without a registration has one.
#[must_use]
pub fn rows(rolled: &RollUp) -> Vec<Vec<String>> {
    let mut rows = Vec::new();
    let count = |field: Option<Option<ModelField>>, kind: Option<Option<ApplicantKind>>, status: Option<Option<Status>>| {
        let fits = |kept: &&super::Kept| {
            field.is_none_or(|field| kept.record.model.field == field)
                && kind.is_none_or(|kind| kept.record.applicant.kind == kind)
                && status.is_none_or(|status| kept.record.model.status == status)
        };
        rolled.kept.iter().filter(fits).count()
    };
    let all = FIELDS.into_iter().map(|field| (Some(field), named("/model/field", field))).chain([(None, SUM.to_owned())]);
    for (field, name) in all {
        if field == Some(None) && count(field, None, None) == 0 {
            continue;
        }
        for kind in KINDS.into_iter().map(Some).chain([None]) {
            if kind == Some(None) && count(None, kind, None) == 0 {
                continue;
            }
            let mut row = vec![name.clone(), kind.map_or_else(|| SUM.to_owned(), |kind| named("/applicant/kind", kind))];
            row.extend(STATUSES.into_iter().map(Some).chain([None]).map(|status| count(field, kind, status).to_string()));
            rows.push(row);
        }
    }
    rows
}

/// Fields that no registration is of.
#[must_use]
pub fn empty_fields(rolled: &RollUp) -> Vec<String> {
    let empty = |field: &Option<ModelField>| field.is_some() && !rolled.kept.iter().any(|kept| kept.record.model.field == *field);
    FIELDS.into_iter().filter(empty).map(|field| named("/model/field", field)).collect()
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::record::Registration;

    fn rolled(of: &[(Option<ModelField>, Option<ApplicantKind>, Option<Status>)]) -> RollUp {
        let mut rolled = RollUp::default();
        for (at, (field, kind, status)) in of.iter().enumerate() {
            let mut record = Registration { id: at.to_string(), ..Registration::default() };
            (record.model.field, record.applicant.kind, record.model.status) = (*field, *kind, *status);
            rolled.add("x", record);
        }
        rolled
    }

    #[test]
    fn every_registration_is_counted_once_in_each_direction() {
        let one = (Some(ModelField::Economy), Some(ApplicantKind::Collective), Some(Status::New));
        let other = (Some(ModelField::Economy), Some(ApplicantKind::Individual), Some(Status::Ongoing));
        let rows = rows(&rolled(&[one, one, other, (Some(ModelField::PoliticalSystem), Some(ApplicantKind::Collective), None)]));
        let shown: Vec<String> = rows.iter().map(|row| row.join("|")).collect();
        assert_eq!(
            shown,
            [
                "Kinh tế|Tập thể|2|0|0|0|0|2",
                "Kinh tế|Cá nhân|0|1|0|0|0|1",
                "Kinh tế|Cộng|2|1|0|0|0|3",
                "Văn hóa - xã hội|Tập thể|0|0|0|0|0|0",
                "Văn hóa - xã hội|Cá nhân|0|0|0|0|0|0",
                "Văn hóa - xã hội|Cộng|0|0|0|0|0|0",
                "Quốc phòng - an ninh|Tập thể|0|0|0|0|0|0",
                "Quốc phòng - an ninh|Cá nhân|0|0|0|0|0|0",
                "Quốc phòng - an ninh|Cộng|0|0|0|0|0|0",
                "Xây dựng hệ thống chính trị|Tập thể|0|0|0|0|1|1",
                "Xây dựng hệ thống chính trị|Cá nhân|0|0|0|0|0|0",
                "Xây dựng hệ thống chính trị|Cộng|0|0|0|0|1|1",
                "Cộng|Tập thể|2|0|0|0|1|3",
                "Cộng|Cá nhân|0|1|0|0|0|1",
                "Cộng|Cộng|2|1|0|0|1|4",
            ]
        );
        assert!(rows.iter().all(|row| row.len() == columns().len()));
    }

    #[test]
    fn what_was_left_open_has_a_line_of_its_own() {
        let rows = rows(&rolled(&[(None, None, None)]));
        let shown: Vec<String> = rows.iter().map(|row| row.join("|")).collect();
        assert!(shown.contains(&"Chưa ghi|Chưa ghi|0|0|0|0|1|1".to_owned()) && shown.contains(&"Cộng|Cộng|0|0|0|0|1|1".to_owned()), "{shown:?}");
    }

    #[test]
    fn empty_fields_are_named() {
        let one = (Some(ModelField::Economy), None, None);
        assert_eq!(empty_fields(&rolled(&[one])), ["Văn hóa - xã hội", "Quốc phòng - an ninh", "Xây dựng hệ thống chính trị"]);
    }
}
