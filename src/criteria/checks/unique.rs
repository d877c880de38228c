//! # What it checks
//! That no other registration that is known bears the same name.
//! # Why
//! Two models of one name in a list are taken for one; or one is a copy of the other.
//! # Parameters
//! `path`: the name. Names are compared without marks, case, punctuation and spaces.
//! # Evidence
//! The name. Reason `duplicate` with `other`, the other's name, and `otherId`. No other registrations are given: not-applicable, `no-others`; no name: `empty`.
//! # Example
//! `{"kind":"unique","path":"/model/name"}`

use super::super::{Subject, Verdict};
use crate::guideline::check::Unique;
use crate::text::fold::{fold, is_letter};

pub fn check(params: &Unique, on: &Subject<'_>) -> Verdict {
    let Some(others) = on.others else { return Verdict::not_applicable("no-others") };
    let name = on.text_at(&params.path);
    let key = key(name);
    if key.is_empty() {
        return Verdict::not_applicable("empty");
    }
    let id = on.text("/id");
    match others.iter().find(|other| other.id != id && self::key(&other.name) == key) {
        Some(other) => Verdict::unmet("duplicate").with("other", other.name.as_str()).with("otherId", other.id.as_str()).quoting_all(&params.path, name),
        None => Verdict::met(),
    }
}

/// Letters and digits alone: “Nước sạch - nhà sạch” and “nuoc sach, nha sach” are one name.
fn key(name: &str) -> String {
    fold(name).chars().filter(|c| is_letter(*c) || c.is_ascii_digit()).collect()
}

#[cfg(test)]
mod tests {
    use crate::criteria::checks::testing::{met_among, not_applicable, unmet_among};

    #[test]
    fn names_in_a_list() {
        let check = r#"{"kind":"unique","path":"/model/name"}"#;
        let record = |name: &str| format!(r#"{{"id":"a","model":{{"name":"{name}"}}}}"#);
        not_applicable(check, &record("Tuyến đường hoa"), "no-others");
        unmet_among(&[("b", "TUYẾN ĐƯỜNG  HOA.")], check, &record("Tuyến đường hoa"), "duplicate", &["/model/name"]);
        unmet_among(&[("b", "Hòa giải ở cơ sở")], check, &record("Hoà giải ở cơ sở"), "duplicate", &["/model/name"]);
        met_among(&[("a", "Tuyến đường hoa"), ("b", "Tuyến đường hoa 2")], check, &record("Tuyến đường hoa"));
    }
}
