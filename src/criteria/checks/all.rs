//! # What it checks
//! That every one of several checks is met.
//! # Why
//! A criterion often has several sides (“from 10 to 120 characters, and not only the slogan”).
//! # Parameters
//! `of`: the checks; those that do not apply are passed over, and where none applies, neither does this.
//! # Evidence
//! That of every check that is not met; faults with the same reason become one verdict with several boxes.
//! # Example
//! `{"kind":"all","of":[{"kind":"present","paths":["/model/name"]},{"kind":"length","path":"/model/name","max":120}]}`

use super::super::verdict::join;
use super::super::{Subject, Verdict};
use crate::guideline::Outcome;
use crate::guideline::check::Several;

pub fn check<'a>(params: &'a Several, on: &Subject<'a>, said: &mut Vec<Verdict>) {
    let before = said.len();
    for check in &params.of {
        super::tell(check, on, said);
    }
    let any = |said: &[Verdict], outcome: Outcome| said.iter().skip(before).any(|verdict| verdict.outcome == outcome);
    for outcome in [Outcome::Unmet, Outcome::Review] {
        if any(said, outcome) {
            let open = said.drain(before..).filter(|verdict| verdict.outcome == outcome).collect();
            return said.extend(join(open));
        }
    }
    // One speaks for all that are met; where none is, one for those that do not apply.
    let met = any(said, Outcome::Met);
    let mut first: Option<Verdict> = None;
    for verdict in said.drain(before..).filter(|verdict| !met || verdict.outcome == Outcome::Met) {
        match &mut first {
            Some(known) if known.reason == verdict.reason => known.absorb(verdict),
            Some(_) => {}
            None => first = Some(verdict),
        }
    }
    said.push(first.unwrap_or_else(Verdict::met));
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
