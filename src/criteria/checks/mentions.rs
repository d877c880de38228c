//! # What it checks
//! That texts name something: a figure, a figure with its unit, a place, a day, a person, a word of mobilising people or of discussing with them.
//! # Why
//! What cannot be counted cannot be verified.
//! # Parameters
//! `paths`: texts, read together. `what`: what counts. `min`: how many; one without it.
//! # Evidence
//! The texts. Reason `not-named` with `found`, `min`. All texts empty: not-applicable, `empty`.
//! # Example
//! `{"kind":"mentions","paths":["/model/goal","/model/outputs"],"what":["figure"],"min":1}`

use super::super::{List, Subject, Text, Verdict, forms};
use crate::guideline::check::{Mentions, Thing};

pub fn check(params: &Mentions, on: &Subject<'_>) -> Verdict {
    let texts = on.texts(&params.paths);
    if texts.is_empty() {
        return Verdict::not_applicable("empty");
    }
    let mut found = 0;
    for (_, text) in &texts {
        for thing in &params.what {
            found += count(*thing, text, on);
        }
    }
    let least = params.min.unwrap_or(1);
    if found >= least {
        return Verdict::met().with("found", found as f64);
    }
    let mut verdict = Verdict::unmet("not-named").with("found", found as f64).with("min", least as f64);
    for (path, text) in texts {
        verdict = verdict.quoting_all(&path, text.as_str());
    }
    verdict
}

fn count(thing: Thing, text: &Text<'_>, on: &Subject<'_>) -> usize {
    match thing {
        Thing::Figure => text.figures().len(),
        Thing::Unit => text.figures().iter().filter(|figure| figure.unit.is_some()).count(),
        Thing::Place => forms::place::find(text, on.units).len(),
        Thing::Date => forms::date::find(text).len(),
        Thing::Person => forms::person::find(text).len(),
        Thing::Mobilisation => text.hits(List::Mobilisation).count(),
        Thing::Consultation => text.hits(List::Consultation).count(),
    }
}

#[cfg(test)]
mod tests {
    use crate::criteria::checks::testing::{met, not_applicable, unmet};

    #[test]
    fn figures_and_units() {
        let check = r#"{"kind":"mentions","paths":["/model/goal","/model/outputs"],"what":["figure"]}"#;
        not_applicable(check, "{}", "empty");
        met(check, r#"{"model":{"goal":"Vận động 55 hộ hiến 1.647m² đất"}}"#);
        unmet(check, r#"{"model":{"goal":"Nâng cao chất lượng năm 2026"}}"#, "not-named", &["/model/goal"]);
        unmet(r#"{"kind":"mentions","paths":["/model/goal"],"what":["unit"],"min":2}"#, r#"{"model":{"goal":"55 hộ"}}"#, "not-named", &["/model/goal"]);
    }
}
