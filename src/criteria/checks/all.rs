//! # What it checks
//! That every one of several checks is met.
//! # Why
//! A criterion often has several sides (“from 10 to 120 characters, and not only the slogan”).
//! # Parameters
//! `of`: the checks.
//! # Evidence
//! That of every check that is not met; faults with the same reason become one verdict with several boxes.
//! # Example
//! `{"kind":"all","of":[{"kind":"present","paths":["/model/name"]},{"kind":"length","path":"/model/name","max":120}]}`

use super::super::verdict::join;
use super::super::{Subject, Verdict};
use crate::guideline::Outcome;
use crate::guideline::check::Several;

pub fn check<'a>(params: &'a Several, on: &Subject<'a>) -> Vec<Verdict> {
    let said: Vec<Verdict> = params.of.iter().flat_map(|check| super::run(check, on)).collect();
    for outcome in [Outcome::Unmet, Outcome::Review] {
        if said.iter().any(|verdict| verdict.outcome == outcome) {
            return join(said.into_iter().filter(|verdict| verdict.outcome == outcome).collect());
        }
    }
    let (met, rest): (Vec<_>, Vec<_>) = said.into_iter().partition(|verdict| verdict.outcome == Outcome::Met);
    match join(if met.is_empty() { rest } else { met }).into_iter().next() {
        Some(verdict) => vec![verdict],
        None => vec![Verdict::met()],
    }
}

#[cfg(test)]
mod tests {
    use crate::criteria::checks::testing::{met, unmet};

    #[test]
    fn speaks_once_for_a_reason_with_every_box() {
        let check = r#"{"kind":"all","of":[{"kind":"present","paths":["/model/name"]},{"kind":"present","paths":["/model/goal"]}]}"#;
        met(check, r#"{"model":{"name":"a","goal":"b"}}"#);
        unmet(check, r#"{"model":{"name":"a"}}"#, "missing", &["/model/goal"]);
        unmet(check, "{}", "missing", &["/model/name", "/model/goal"]);
        met(r#"{"kind":"all","of":[]}"#, "{}");
    }
}
