//! # What it checks
//! That a box holds one of a few values.
//! # Why
//! Mostly for conditions: “the model is under way”.
//! # Parameters
//! `path`: the box. `values`: what may stand there.
//! # Evidence
//! The box. Reasons: `missing`, `other` (`value`).
//! # Example
//! `{"kind":"oneOf","path":"/model/status","values":["ongoing","upgraded"]}`

use super::super::{Subject, Verdict};
use crate::guideline::check::OneOf;
use crate::json::Json;

pub fn check(params: &OneOf, on: &Subject<'_>) -> Verdict {
    match on.at(&params.path) {
        None => Verdict::unmet("missing").with("missing", Json::texts(&[&params.path])).at(&params.path),
        Some(value) if params.values.contains(value) => on.met_with(|verdict| verdict.with("value", value.clone()).at(&params.path)),
        Some(value) => Verdict::unmet("other").with("value", value.clone()).at(&params.path),
    }
}

#[cfg(test)]
mod tests {
    use crate::criteria::checks::testing::{met, unmet};

    #[test]
    fn one_of_a_few() {
        let check = r#"{"kind":"oneOf","path":"/model/status","values":["ongoing","upgraded"]}"#;
        met(check, r#"{"model":{"status":"ongoing"}}"#);
        unmet(check, r#"{"model":{"status":"new"}}"#, "other", &["/model/status"]);
        unmet(check, "{}", "missing", &["/model/status"]);
    }
}
