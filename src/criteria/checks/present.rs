//! # What it checks
//! That boxes are filled in.
//! # Why
//! A form “để trống” cannot be appraised.
//! # Parameters
//! `paths`: the boxes. `atLeast`: how many of them; all without it.
//! # Evidence
//! `missing`: the boxes that are empty; with `atLeast`, also `found` and `atLeast`.
//! # Example
//! `{"kind":"present","paths":["/applicant/address/hamlet","/applicant/address/detail"],"atLeast":1}`

use super::super::{Subject, Verdict};
use crate::guideline::check::Present;
use crate::json::Json;

pub fn check(params: &Present, on: &Subject<'_>) -> Verdict {
    let missing: Vec<&String> = params.paths.iter().filter(|path| !on.has(path)).collect();
    let found = params.paths.len() - missing.len();
    if params.at_least.map_or(missing.is_empty(), |least| found >= least) {
        return Verdict::met().with("found", found as f64);
    }
    let verdict = Verdict::unmet("missing").with("missing", Json::texts(&missing)).with("found", found as f64).with_some("atLeast", params.at_least);
    verdict.at_all(missing)
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
    }
}
