//! # What it checks
//! That a text has a form: a phone number that is in use today.
//! # Why
//! A number with the old eleven digits reaches nobody.
//! # Parameters
//! `paths`: texts. `name`: the form. `forbid`: the form must not occur.
//! # Evidence
//! The text. Reasons: `old-number` (`typed`, `now`: since 15 September 2018), `not-a-phone` (`typed`). Empty: not-applicable, `empty`.
//! # Example
//! `{"kind":"pattern","paths":["/applicant/contact/phone"],"name":"phone"}`

use super::super::{Subject, Verdict};
use crate::guideline::check::{Pattern, PatternName};
use crate::text::phone::{self, Phone};

pub fn check(params: &Pattern, on: &Subject<'_>) -> Verdict {
    let mut any = false;
    for path in &params.paths {
        let text = on.text(path);
        if text.trim().is_empty() {
            continue;
        }
        any = true;
        let found = match params.name {
            PatternName::Phone => phone::read(text),
        };
        let verdict = match (found, params.forbid) {
            (Phone::Mobile(_) | Phone::Landline(_), false) | (Phone::Unknown, true) => continue,
            (Phone::OldMobile { now, .. }, false) => Verdict::unmet("old-number").with("now", phone::show(&now)),
            (Phone::Unknown, false) => Verdict::unmet("not-a-phone"),
            (Phone::Mobile(_) | Phone::Landline(_) | Phone::OldMobile { .. }, true) => Verdict::unmet("forbidden"),
        };
        return verdict.with("typed", text).quoting_all(path, text);
    }
    Verdict::met_unless_empty(any)
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
