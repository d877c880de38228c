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

pub fn check<'a>(params: &'a One, on: &Subject<'a>, said: &mut Vec<Verdict>) {
    let before = said.len();
    // what is met speaks here
    let terse = on.terse.replace(false);
    super::tell(&params.of, on, said);
    on.terse.set(terse);
    let own = said.get(before..).unwrap_or_default();
    if own.iter().any(|verdict| verdict.outcome == Outcome::Unmet) {
        said.truncate(before);
        said.push(Verdict::met());
    } else if own.iter().all(|verdict| verdict.outcome == Outcome::Met) {
        let mut verdict = Verdict::unmet("excluded");
        verdict.evidence = said.drain(before..).flat_map(|own| own.evidence).collect();
        said.push(verdict);
    }
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
