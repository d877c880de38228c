//! # What it checks
//! That texts have a form, or that a form does not occur in them.
//! # Why
//! A phone number with the old eleven digits reaches nobody; a citizen's number in a public paper harms its owner; a body that exists no more cannot take part.
//! # Parameters
//! `paths`: texts; `*` for every row. `name`: the form. `forbid`: the form must not occur.
//! - `phone`, `documentNumber`: what the whole box holds; with `forbid`, what occurs in running text.
//! - `personalId`, `bankAccount`: numbers of citizens' cards and of accounts.
//! - `allCaps`, `legacyEncoding`, `mixedDate`: how a text is typed; dates are compared over all texts together.
//! - `abolishedBody`, `oldPlaceName`: bodies, levels and provinces that exist no more since 1 July 2025; “(cũ)”, “trước đây” and cited documents are history and pass, districts of a neighbouring country too.
//! - `defenceDetail`: numbers of troops and weapons, positions, schedules.
//! - `namedHardship`: a person by name together with an illness, poverty or another misfortune; who helps by name passes.
//! # Evidence
//! With `forbid`: every place, reason `found` (`named` for `namedHardship`) with the words, `found` (numbers of persons without their middle), and what stands for them today, `now`, where that is known; names by their initials. Without: `old-number` (`typed`, `now`), `not-a-phone` (`typed`),
//! `not-a-number` (`typed`), for other forms `not-found`. All texts empty: not-applicable, `empty`; `oldPlaceName` without the unit list: `no-units`.
//! # Example
//! `{"kind":"pattern","paths":["/applicant/contact/phone"],"name":"phone"}`

use std::collections::BTreeSet;

use super::super::forms::{self, Found};
use super::super::{Change, Subject, Text, Verdict};
use crate::guideline::check::{Pattern, PatternName};
use crate::json::Json;
use crate::json::pointer::Place;
use crate::text::masked::{initials, masked};
use crate::text::phone::{self, Phone};

pub fn check<'a>(params: &'a Pattern, on: &Subject<'a>, said: &mut Vec<Verdict>) {
    if params.name == PatternName::OldPlaceName && on.units.is_none() {
        return said.push(Verdict::not_applicable("no-units"));
    }
    let texts = on.texts(&params.paths);
    if texts.is_empty() {
        return said.push(Verdict::not_applicable("empty"));
    }
    let mut faults = Vec::new();
    let mut tell = |verdict: Option<Verdict>| verdict.into_iter().for_each(|verdict| Verdict::collect(&mut faults, verdict));
    let read = || texts.iter().map(|(_, text)| &**text).collect::<Vec<_>>();
    // what some forms are in one text depends on the others
    let together = match params.name {
        PatternName::MixedDate => Some(forms::mixed_date::among(&read())),
        PatternName::AbolishedBody if params.forbid => Some(forms::abolished_body::among(&read(), on.units)),
        _ => None,
    };
    if let Some(together) = together {
        for (places, (path, text)) in together.into_iter().zip(texts.iter()) {
            tell(told(params.name, path, text, places));
        }
    } else {
        for (path, text) in texts.iter() {
            tell(if params.forbid { forbidden(params.name, path, text, on) } else { wanting(params.name, path, text, on) });
        }
    }
    if faults.is_empty() { said.push(Verdict::met()) } else { said.extend(faults) }
}

/// What a text should have and has not.
fn wanting(name: PatternName, place: &Place<'_>, text: &Text<'_>, on: &Subject<'_>) -> Option<Verdict> {
    let path = &place.path();
    let verdict = match name {
        PatternName::Phone => match phone::read(without_note(text.as_str())) {
            Phone::Mobile(_) | Phone::Landline(_) => return None,
            Phone::OldMobile { now, .. } => {
                let now = phone::show(&now);
                Verdict::unmet("old-number").with("now", now.as_str()).offering(Change::NewNumber, path, None, now)
            }
            Phone::Unknown => Verdict::unmet("not-a-phone"),
        },
        PatternName::DocumentNumber if forms::document_number::find(text).is_empty() => Verdict::unmet("not-a-number"),
        _ if find(name, text, on).is_empty() => Verdict::unmet("not-found"),
        _ => return None,
    };
    Some(verdict.with("typed", text.as_str()).quoting_all(path, text.as_str()))
}

/// “0912 345 678 (Zalo)”: a note without digits behind a number says what it is good for.
fn without_note(text: &str) -> &str {
    let noted = text.trim_end().strip_suffix(')').and_then(|text| text.rsplit_once('('));
    noted.filter(|(_, note)| !note.contains(|c: char| c.is_ascii_digit())).map_or(text, |(number, _)| number)
}

/// What a text should not have and has.
fn forbidden(name: PatternName, place: &Place<'_>, text: &Text<'_>, on: &Subject<'_>) -> Option<Verdict> {
    told(name, place, text, find(name, text, on))
}

/// What was found, told.
fn told(name: PatternName, place: &Place<'_>, text: &Text<'_>, places: Vec<Found>) -> Option<Verdict> {
    if places.is_empty() {
        return None;
    }
    let path = &place.path();
    // a number or a name that ought not to stand here is not repeated on other sheets
    let shown = |quote: String| match name {
        PatternName::NamedHardship => initials(&quote),
        _ if name.is_of_persons() => masked(&quote),
        _ => quote,
    };
    let quotes = once(places.iter().map(|place| shown(text.quote(place.span))));
    let now = once(places.iter().filter_map(|place| place.now.clone()));
    let reason = if name == PatternName::NamedHardship { "named" } else { "found" };
    let verdict = Verdict::unmet(reason).with("found", Json::texts(&quotes)).with("now", Json::texts(&now));
    Some(places.into_iter().fold(verdict, |verdict, place| {
        let verdict = verdict.quoting(path, place.span);
        match (place.now, name) {
            (Some(now), PatternName::MixedDate) => verdict.offering(Change::Slashes, path, Some(place.span), now),
            (Some(now), PatternName::LegacyEncoding) => verdict.offering(Change::Letters, path, Some(place.span), now),
            (Some(now), _) => verdict.offering(Change::TodayName, path, Some(place.span), now),
            (None, _) => verdict,
        }
    }))
}

/// Each of some words once, however often it stands there; a hostile record has tens of thousands.
fn once(words: impl Iterator<Item = String>) -> Vec<String> {
    let mut seen = BTreeSet::new();
    words.filter(|word| seen.insert(word.clone())).collect()
}

fn find(name: PatternName, text: &Text<'_>, on: &Subject<'_>) -> Vec<Found> {
    match name {
        PatternName::DocumentNumber => forms::document_number::find(text),
        PatternName::Phone => forms::phone::find(text),
        PatternName::PersonalId => forms::personal_id::find(text),
        PatternName::BankAccount => forms::bank_account::find(text),
        PatternName::AllCaps => forms::all_caps::find(text),
        PatternName::LegacyEncoding => forms::legacy_encoding::find(text),
        PatternName::MixedDate => forms::mixed_date::find(text),
        PatternName::AbolishedBody => forms::abolished_body::find(text, on.units),
        PatternName::OldPlaceName => on.units.map(|units| forms::old_place_name::find(text, units)).unwrap_or_default(),
        PatternName::DefenceDetail => forms::defence_detail::find(text),
        PatternName::NamedHardship => forms::named_hardship::find(text),
    }
}

#[cfg(test)]
mod tests {
    use crate::criteria::checks::testing::{met, met_with_units, not_applicable, unmet, unmet_with_units};

    fn forbids(name: &str) -> String {
        format!(r#"{{"kind":"pattern","paths":["/model/method"],"name":"{name}","forbid":true}}"#)
    }

    fn says(method: &str) -> String {
        format!(r#"{{"model":{{"method":"{method}"}}}}"#)
    }

    #[track_caller]
    fn found(name: &str, methods: &[&str]) {
        for method in methods {
            unmet_with_units(&forbids(name), &says(method), "found", &["/model/method"]);
        }
    }

    #[track_caller]
    fn not_found(name: &str, methods: &[&str]) {
        for method in methods {
            met_with_units(&forbids(name), &says(method));
        }
    }

    #[test]
    fn personal_data() {
        found("personalId", &["cụ Bền (CCCD 058055001234)", "CMND số 264123987", "căn cước 058 163 009 876"]);
        not_found("personalId", &["150000000000 đồng", "Nghị định 356/2025/NĐ-CP", "không đọc số căn cước cho người lạ"]);
        found("phone", &["gọi chị Lành 0987 000 245", "sđt 0394000157", "số +84 912 000 886"]);
        not_found("phone", &["gọi 113, 114, 115", "tổng đài 19001234", "trực ban Công an xã 0259.3000.113"]);
        found("bankAccount", &["tài khoản 4801205001234 Agribank", "STK 0071000999123", "số TK 1903 5000 7770 16"]);
        not_found("bankAccount", &["mở 120 tài khoản", "vay ngân hàng 500000000 đồng", "không đọc số tài khoản"]);
    }

    #[test]
    fn names_of_before_july_2025() {
        found("abolishedBody", &["báo cáo UBND huyện", "khu phố của thị trấn Khánh Hải", "gửi Ban Dân vận Tỉnh ủy"]);
        not_found("abolishedBody", &["huyện Ninh Hải (cũ)", "Ban Tuyên giáo và Dân vận Tỉnh ủy", "Thành ủy Đà Nẵng"]);
        found("oldPlaceName", &["UBND tỉnh Bình Thuận", "TP. Phan Thiết, Bình Thuận", "Tỉnh ủy Hậu Giang"]);
        not_found("oldPlaceName", &["thôn Hòa Bình", "tỉnh Bình Thuận (cũ)", "Báo Bình Thuận"]);
        not_applicable(&forbids("oldPlaceName"), &says("tỉnh Bình Thuận"), "no-units");
    }

    #[test]
    fn numbers_of_documents() {
        found("documentNumber", &["Chỉ thị 35-CT/TU", "số 249/MTTQ-BTT", "Nghị định 30/2020/NĐ-CP"]);
        not_found("documentNumber", &["ngày 15/3/2026", "86/92 hộ", "xe 85A-012.345"]);
    }

    #[test]
    fn phones() {
        let check = r#"{"kind":"pattern","paths":["/applicant/contact/phone"],"name":"phone"}"#;
        let record = |phone: &str| format!(r#"{{"applicant":{{"contact":{{"phone":"{phone}"}}}}}}"#);
        not_applicable(check, "{}", "empty");
        met(check, &record("0912.345.678"));
        met(check, &record("+84 912 345 678"));
        met(check, &record("0259 3 822 307"));
        met(check, &record("0912.345.678 (Zalo)"));
        met(check, &record("069 234 5678"));
        unmet(check, &record("0912.345.678 (máy 2)"), "not-a-phone", &["/applicant/contact/phone"]);
        unmet(check, &record("(Zalo)"), "not-a-phone", &["/applicant/contact/phone"]);
        unmet(check, &record("01695678945"), "old-number", &["/applicant/contact/phone"]);
        unmet(check, &record("12345"), "not-a-phone", &["/applicant/contact/phone"]);
    }
}
