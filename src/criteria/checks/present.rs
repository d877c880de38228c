//! # What it checks
//! That boxes are filled in.
//! # Why
//! A form “để trống” cannot be appraised.
//! # Parameters
//! `paths`: the boxes; with `*`, that of every row that has something in it. A box of one line with nothing but dots and dashes (“…”, “-”) is empty; of a long text `statement` says so. A box that the guideline hides counts as filled in. `atLeast`: how many of them; all without it.
//! # Evidence
//! `missing`: the boxes that are empty; with `atLeast`, also `found` and `atLeast`.
//! # Example
//! `{"kind":"present","paths":["/applicant/address/hamlet","/applicant/address/detail"],"atLeast":1}`

use super::super::forms::placeholder::is_dotted;
use super::super::{Subject, Verdict};
use crate::guideline::ExtraType;
use crate::guideline::check::Present;
use crate::json::pointer::Place;
use crate::json::{Json, Path};
use crate::record::fields::LONG_TEXTS;

pub fn check(params: &Present, on: &Subject<'_>) -> Verdict {
    let (mut asked, mut missing) = (0, Vec::new());
    for path in params.paths.iter() {
        boxes(path, on, &mut |place, filled| {
            asked += 1;
            let asked_for = || !(on.rules.hides(path) || on.has_entered() && on.entered(&place.path()));
            if !filled && asked_for() {
                missing.push(place.path());
            }
        });
    }
    let found = asked - missing.len();
    if params.at_least.map_or(missing.is_empty(), |least| found >= least) {
        return on.met_with(|verdict| verdict.with("found", found as f64));
    }
    let verdict = Verdict::unmet("missing").with("missing", Json::texts(&missing)).with("found", found as f64).with_some("atLeast", params.at_least);
    verdict.at_all(missing)
}

/// The box of a path, or with `*` that of every row that has something in it; each with whether it is filled in.
fn boxes<'p>(path: &'p Path, on: &Subject<'_>, see: &mut dyn FnMut(Place<'p>, bool)) {
    if !path.has_rows() {
        return see(Place::of(path), on.at(path).is_some_and(|value| is_long(path, on) || !is_dotted(value)));
    }
    for (place, _, value) in path.rows(on.record).filter(|(_, row, _)| !row.is_blank()) {
        see(place, value.is_some_and(|value| !value.is_blank() && !is_dotted(value)));
    }
}

/// Whether a box holds a long text, of which [`statement`](super::statement) speaks.
fn is_long(path: &str, on: &Subject<'_>) -> bool {
    let extra = path.strip_prefix("/extra/").and_then(|id| on.rules.guideline().extra_fields.iter().find(|field| field.id == id));
    extra.map_or_else(|| LONG_TEXTS.contains(&path), |field| field.holds == ExtraType::LongText)
}

#[cfg(test)]
mod tests {
    use crate::criteria::checks::testing::{met, unmet};

    #[test]
    fn all_or_some() {
        let all = r#"{"kind":"present","paths":["/model/name","/model/goal"]}"#;
        let some = r#"{"kind":"present","paths":["/model/name","/model/goal"],"atLeast":1}"#;
        unmet(all, r#"{"model":{"name":" ","goal":"x"}}"#, "missing", &["/model/name"]);
        met(some, r#"{"model":{"name":" ","goal":"x"}}"#);
        unmet(some, "{}", "missing", &["/model/name", "/model/goal"]);
        met(all, r#"{"model":{"name":"x"},"entered":{"/model/goal":"?"}}"#);
        let rows = r#"{"kind":"present","paths":["/model/targets/*/unit"]}"#;
        met(rows, "{}");
        unmet(rows, r#"{"model":{"targets":[{"unit":"hộ"},{},{"content":"x"}]}}"#, "missing", &["/model/targets/2/unit"]);
    }

    #[test]
    fn dotted_lines() {
        let name = r#"{"kind":"present","paths":["/model/name"]}"#;
        for line in ["…", "....", "- ", "_ _ _", "….../…...", "???"] {
            unmet(name, &format!(r#"{{"model":{{"name":"{line}"}}}}"#), "missing", &["/model/name"]);
        }
        met(r#"{"kind":"present","paths":["/model/need"]}"#, r#"{"model":{"need":"…"}}"#);
        for said in ["%", "- a", "0", "+", "–1"] {
            met(name, &format!(r#"{{"model":{{"name":"{said}"}}}}"#));
        }
        unmet(
            r#"{"kind":"present","paths":["/model/targets/*/unit"]}"#,
            r#"{"model":{"targets":[{"unit":"%"},{"unit":"…"}]}}"#,
            "missing",
            &["/model/targets/1/unit"],
        );
    }
}
