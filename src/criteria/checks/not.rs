//! # What it checks
//! That a check is not met.
//! # Why
//! For conditions: “not continuous”.
//! # Parameters
//! `of`: the check.
//! # Evidence
//! That of the check; reason `excluded`.
//! # Example
//! `{"kind":"not","of":{"kind":"oneOf","path":"/model/continuous","values":[true]}}`

use super::super::{Subject, Verdict};
use crate::guideline::Outcome;
use crate::guideline::check::One;

pub fn check<'a>(params: &'a One, on: &Subject<'a>) -> Vec<Verdict> {
    let said = super::run(&params.of, on);
    if said.iter().any(|verdict| verdict.outcome == Outcome::Unmet) {
        return vec![Verdict::met()];
    }
    if said.iter().all(|verdict| verdict.outcome == Outcome::Met) {
        let mut verdict = Verdict::unmet("excluded");
        verdict.evidence = said.into_iter().flat_map(|said| said.evidence).collect();
        return vec![verdict];
    }
    said
}

#[cfg(test)]
mod tests {
    use crate::criteria::checks::testing::{met, unmet};

    #[test]
    fn turns_round() {
        let check = r#"{"kind":"not","of":{"kind":"oneOf","path":"/model/continuous","values":[true]}}"#;
        met(check, "{}");
        unmet(check, r#"{"model":{"continuous":true}}"#, "excluded", &["/model/continuous"]);
    }
}
