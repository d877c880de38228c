//! # What it checks
//! That a number is within bounds, or not above another box.
//! # Why
//! More households reached than there are is a slip of the key.
//! # Parameters
//! `path`: the number; `*` for every row. `min`, `max`: bounds. `notAbove`: another box. `place`: the place that it is counted in; without the unit list: not-applicable, `no-units`.
//! # Evidence
//! The boxes. Reasons: `too-small`, `too-large`, `above` (`other`), with `value`. An empty box, and one whose field error speaks of it: not-applicable, `empty`.
//! # Example
//! `{"kind":"number","path":"/model/scope/households","min":1}`

use super::super::{Subject, Verdict};
use crate::guideline::check::Number;
use crate::json::Json;

pub fn check(params: &Number, on: &Subject<'_>, said: &mut Vec<Verdict>) {
    if params.place.is_some() && on.units.is_none() {
        return said.push(Verdict::not_applicable("no-units"));
    }
    let mut faults = Vec::new();
    let limit = params.not_above.as_ref().and_then(|path| on.at(path)?.number());
    let mut any = false;
    for (path, value) in params.path.each(on.record) {
        let Some(number) = value.number().filter(|_| !on.is_refused(&path)) else { continue };
        any = true;
        let verdict = if params.min.is_some_and(|min| number < min) {
            Verdict::unmet("too-small").with("min", params.min.unwrap_or_default())
        } else if params.max.is_some_and(|max| number > max) {
            Verdict::unmet("too-large").with("max", params.max.unwrap_or_default())
        } else if limit.is_some_and(|limit| number > limit) {
            Verdict::unmet("above")
                .with("limit", limit.unwrap_or_default())
                .with("other", params.not_above.as_ref().map_or(Json::Null, |path| Json::Text(path.into())))
        } else {
            continue;
        };
        let verdict = verdict.with("value", number).at(path);
        Verdict::collect(&mut faults, verdict);
    }
    if faults.is_empty() { said.push(Verdict::met_unless_empty(any)) } else { said.extend(faults) }
}

#[cfg(test)]
mod tests {
    use crate::criteria::checks::testing::{met, not_applicable, unmet};

    #[test]
    fn bounds() {
        let check = r#"{"kind":"number","path":"/model/scope/households","min":1,"max":10,"notAbove":"/model/scope/people"}"#;
        not_applicable(check, "{}", "empty");
        unmet(check, r#"{"model":{"scope":{"households":0}}}"#, "too-small", &["/model/scope/households"]);
        met(check, r#"{"model":{"scope":{"households":1}}}"#);
        met(check, r#"{"model":{"scope":{"households":10,"people":10}}}"#);
        unmet(check, r#"{"model":{"scope":{"households":11}}}"#, "too-large", &["/model/scope/households"]);
        unmet(check, r#"{"model":{"scope":{"households":9,"people":8}}}"#, "above", &["/model/scope/households"]);
    }
}
