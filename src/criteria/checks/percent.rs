//! # What it checks
//! That percentages lie between 0 and 100, and that their base is given.
//! # Why
//! “100 % hộ dân đồng tình” says nothing as long as nobody knows of how many.
//! # Parameters
//! `paths`: lists of rows with `unit` “%”, or texts. `base`: boxes of which one must be filled in when a percentage is used.
//! # Evidence
//! The figures. Reasons: `out-of-range` (`value`), `no-base`. No percentage at all: not-applicable, `none`.
//! # Example
//! `{"kind":"percent","paths":["/model/targets","/model/goal"],"base":["/model/scope/households","/model/scope/people"]}`

use super::super::{Evidence, Subject, Verdict};
use crate::guideline::check::Percent;
use crate::json::{Json, pointer};
use crate::text::figures;

pub fn check(params: &Percent, on: &Subject<'_>) -> Vec<Verdict> {
    let mut uses: Vec<(f64, Evidence)> = Vec::new();
    for (path, value) in params.paths.iter().flat_map(|path| pointer::all(on.record, path)) {
        match value {
            Json::List(rows) => {
                for (at, row) in rows.iter().enumerate().filter(|(_, row)| row.get("unit").and_then(Json::text).is_some_and(is_percent)) {
                    for member in ["baseline", "target", "actual"] {
                        if let Some(number) = row.get(member).and_then(Json::number) {
                            uses.push((number, Evidence { path: format!("{path}/{at}/{member}"), span: None }));
                        }
                    }
                }
            }
            Json::Text(text) => {
                for figure in figures::find(text).into_iter().filter(|figure| figure.unit.as_deref().is_some_and(is_percent)) {
                    uses.push((figure.value, Evidence { path: path.clone(), span: Some(figure.span) }));
                }
            }
            Json::Null | Json::Bool(_) | Json::Number(_) | Json::Object(_) => {}
        }
    }
    if uses.is_empty() {
        return vec![Verdict::not_applicable("none")];
    }
    let mut said = Vec::new();
    let wrong: Vec<_> = uses.iter().filter(|(value, _)| !(0.0..=100.0).contains(value)).collect();
    if let Some((value, _)) = wrong.first() {
        let mut verdict = Verdict::unmet("out-of-range").with("value", *value);
        verdict.evidence = wrong.iter().map(|(_, evidence)| evidence.clone()).collect();
        said.push(verdict);
    }
    if !params.base.is_empty() && !params.base.iter().any(|path| on.has(path)) {
        let mut verdict = Verdict::unmet("no-base").with("base", Json::texts(&params.base));
        verdict.evidence = uses.into_iter().map(|(_, evidence)| evidence).collect();
        said.push(verdict);
    }
    if said.is_empty() { vec![Verdict::met()] } else { said }
}

fn is_percent(unit: &str) -> bool {
    let unit = unit.trim();
    unit == "%" || unit.eq_ignore_ascii_case("phần trăm") || unit.starts_with("% ")
}

#[cfg(test)]
mod tests {
    use crate::criteria::checks::testing::{met, not_applicable, unmet};

    #[test]
    fn range_and_base() {
        let check = r#"{"kind":"percent","paths":["/model/targets","/model/goal"],"base":["/model/scope/households"]}"#;
        not_applicable(check, r#"{"model":{"goal":"Vận động 55 hộ"}}"#, "none");
        met(check, r#"{"model":{"goal":"95% số hộ đồng thuận","scope":{"households":120}}}"#);
        unmet(check, r#"{"model":{"goal":"95% số hộ đồng thuận"}}"#, "no-base", &["/model/goal"]);
        unmet(check, r#"{"model":{"targets":[{"target":130,"unit":"%"}],"scope":{"households":120}}}"#, "out-of-range", &["/model/targets/0/target"]);
        met(check, r#"{"model":{"targets":[{"baseline":0,"target":100,"unit":"%"}],"scope":{"households":120}}}"#);
    }
}
