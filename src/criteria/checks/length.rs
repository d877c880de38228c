//! # What it checks
//! That a text has neither too few nor too many characters, and stands on one line when it is a name.
//! # Why
//! A name of sixty words is not remembered; one of two says nothing.
//! # Parameters
//! `path`: the text; `*` for every row. `min`, `max`: characters of the text as it stands.
//! # Evidence
//! The text; what is too much, by its words. Reasons: `too-short`, `too-long`, with `length`, `min`, `max`. An empty text is for `present` to speak of, one that no box can hold for its field error.
//! # Example
//! `{"kind":"length","path":"/model/name","min":10,"max":120}`

use super::super::{Subject, Verdict};
use crate::guideline::check::Length;
use crate::text::Span;
use crate::text::words::utf16_len;

pub fn check(params: &Length, on: &Subject<'_>, said: &mut Vec<Verdict>) {
    let mut faults = Vec::new();
    let mut whole = None;
    let say = |verdict: Verdict, length: usize| verdict.with_some("length", Some(length)).with_some("min", params.min).with_some("max", params.max);
    for (place, value) in params.path.each(on.record) {
        let Some(text) = value.text().filter(|text| !text.is_empty() && !on.is_refused(&place)) else { continue };
        let length = text.chars().count();
        whole.get_or_insert(length);
        if params.min.is_some_and(|min| length < min) {
            Verdict::collect(&mut faults, say(Verdict::unmet("too-short"), length).quoting_all(&place.path(), text));
        } else if let Some(max) = params.max.filter(|max| length > *max) {
            let start: usize = text.chars().take(max).map(char::len_utf16).sum();
            Verdict::collect(&mut faults, say(Verdict::unmet("too-long"), length).quoting(place, Span { start: start as u32, end: utf16_len(text) }));
        }
    }
    match whole {
        _ if !faults.is_empty() => said.extend(faults),
        Some(length) => said.push(on.met_with(|verdict| say(verdict, length))),
        None => said.push(Verdict::not_applicable("empty")),
    }
}

#[cfg(test)]
mod tests {
    use crate::criteria::checks::testing::{met, not_applicable, unmet};

    #[test]
    fn both_ends() {
        let check = r#"{"kind":"length","path":"/model/name","min":3,"max":5}"#;
        not_applicable(check, "{}", "empty");
        unmet(check, r#"{"model":{"name":"ắ🙂"}}"#, "too-short", &["/model/name"]);
        met(check, r#"{"model":{"name":"ắ🙂x"}}"#);
        met(check, r#"{"model":{"name":"12345"}}"#);
        unmet(check, r#"{"model":{"name":"123456"}}"#, "too-long", &["/model/name"]);
    }
}
