//! # What it checks
//! That at least one of several checks is met.
//! # Why
//! What holds for one kind of applicant need not hold for another: “not an individual, or the position is given”.
//! # Parameters
//! `of`: the checks; the last one speaks when none is met, and the one before it where the last does not apply.
//! # Evidence
//! That of the last check.
//! # Example
//! `{"kind":"any","of":[{"kind":"oneOf","path":"/applicant/kind","values":["collective"]},{"kind":"present","paths":["/applicant/person/position"]}]}`

use super::super::{Subject, Verdict};
use crate::guideline::Outcome;
use crate::guideline::check::Several;

pub fn check<'a>(params: &'a Several, on: &Subject<'a>, said: &mut Vec<Verdict>) {
    let before = said.len();
    let mut review = None;
    let mut last = None;
    for check in &params.of {
        super::tell(check, on, said);
        let own = said.get(before..).unwrap_or_default();
        if own.iter().all(|verdict| verdict.outcome == Outcome::Met) {
            return;
        }
        if own.iter().all(|verdict| verdict.outcome == Outcome::Review) {
            review.get_or_insert(said.split_off(before));
        } else if last.is_none() || own.iter().any(|verdict| verdict.outcome == Outcome::Unmet) {
            last = Some(said.split_off(before));
        }
        said.truncate(before);
    }
    said.extend(review.or(last).unwrap_or_else(|| vec![Verdict::met()]));
}

#[cfg(test)]
mod tests {
    use crate::criteria::checks::testing::{met, unmet};

    #[test]
    fn the_last_one_speaks() {
        let check = r#"{"kind":"any","of":[{"kind":"oneOf","path":"/applicant/kind","values":["collective"]},{"kind":"present","paths":["/applicant/person/position"]}]}"#;
        met(check, r#"{"applicant":{"kind":"collective"}}"#);
        met(check, r#"{"applicant":{"kind":"individual","person":{"position":"Bí thư"}}}"#);
        unmet(check, r#"{"applicant":{"kind":"individual"}}"#, "missing", &["/applicant/person/position"]);
    }
}
