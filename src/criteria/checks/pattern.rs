//! # What it checks
//! That texts have a form, or that a form does not occur in them.
//! # Why
//! A phone number with the old eleven digits reaches nobody; a citizen's number in a public paper harms its owner; a body that exists no more cannot take part.
//! # Parameters
//! `paths`: texts; `*` for every row. `name`: the form. `forbid`: the form must not occur.
//! - `phone`, `documentNumber`: what the whole box holds; with `forbid`, what occurs in running text.
//! - `personalId`, `bankAccount`: numbers of citizens' cards and of accounts.
//! - `allCaps`, `legacyEncoding`, `mixedDate`: how a text is typed.
//! - `abolishedBody`, `oldPlaceName`: bodies, levels and provinces that exist no more since 1 July 2025; “(cũ)”, “trước đây” and cited documents are history and pass.
//! - `defenceDetail`: numbers of troops and weapons, positions, schedules.
//! # Evidence
//! With `forbid`: every place, reason `found` with the words, `found`, and what stands for them today, `now`, where that is known. Without: `old-number` (`typed`, `now`), `not-a-phone` (`typed`),
//! `not-a-number` (`typed`), for other forms `not-found`. All texts empty: not-applicable, `empty`; `oldPlaceName` without the unit list: `no-units`.
//! # Example
//! `{"kind":"pattern","paths":["/applicant/contact/phone"],"name":"phone"}`

use super::super::forms::{self, Found};
use super::super::{Change, Subject, Text, Verdict};
use crate::guideline::check::{Pattern, PatternName};
use crate::json::Json;
use crate::text::phone::{self, Phone};

pub fn check(params: &Pattern, on: &Subject<'_>) -> Verdict {
    if params.name == PatternName::OldPlaceName && on.units.is_none() {
        return Verdict::not_applicable("no-units");
    }
    let texts = on.texts(&params.paths);
    if texts.is_empty() {
        return Verdict::not_applicable("empty");
    }
    let mut said: Option<Verdict> = None;
    for (path, text) in &texts {
        let verdict = if params.forbid { forbidden(params.name, path, text, on) } else { wanting(params.name, path, text, on) };
        if let Some(verdict) = verdict {
            Verdict::gather(&mut said, verdict);
        }
    }
    said.unwrap_or_else(Verdict::met)
}

/// What a text should have and has not.
fn wanting(name: PatternName, path: &str, text: &Text<'_>, on: &Subject<'_>) -> Option<Verdict> {
    let verdict = match name {
        PatternName::Phone => match phone::read(text.as_str()) {
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

/// What a text should not have and has.
fn forbidden(name: PatternName, path: &str, text: &Text<'_>, on: &Subject<'_>) -> Option<Verdict> {
    let places = find(name, text, on);
    if places.is_empty() {
        return None;
    }
    let quotes = places.iter().map(|place| Json::Text(text.quote(place.span))).collect();
    let now: Vec<Json> = places.iter().filter_map(|place| place.now.as_deref().map(Json::from)).collect();
    let verdict = Verdict::unmet("found").with("found", Json::List(quotes)).with("now", Json::List(now));
    Some(places.into_iter().fold(verdict, |verdict, place| {
        let verdict = verdict.quoting(path, place.span);
        match (place.now, name) {
            (Some(now), PatternName::MixedDate) => verdict.offering(Change::Slashes, path, Some(place.span), now),
            (Some(now), _) => verdict.offering(Change::TodayName, path, Some(place.span), now),
            (None, _) => verdict,
        }
    }))
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
        PatternName::AbolishedBody => forms::abolished_body::find(text),
        PatternName::OldPlaceName => on.units.map(|units| forms::old_place_name::find(text, units)).unwrap_or_default(),
        PatternName::DefenceDetail => forms::defence_detail::find(text),
    }
}

#[cfg(test)]
mod tests {
    use crate::criteria::checks::testing::{met, not_applicable, unmet};

    #[test]
    fn phones() {
        let check = r#"{"kind":"pattern","paths":["/applicant/contact/phone"],"name":"phone"}"#;
        let record = |phone: &str| format!(r#"{{"applicant":{{"contact":{{"phone":"{phone}"}}}}}}"#);
        not_applicable(check, "{}", "empty");
        met(check, &record("0912.345.678"));
        met(check, &record("+84 912 345 678"));
        met(check, &record("0259 3 822 307"));
        unmet(check, &record("01695678945"), "old-number", &["/applicant/contact/phone"]);
        unmet(check, &record("12345"), "not-a-phone", &["/applicant/contact/phone"]);
    }
}
