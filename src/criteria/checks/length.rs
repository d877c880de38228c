//! # What it checks
//! That a text has neither too few nor too many characters, and stands on one line when it is a name.
//! # Why
//! A name of sixty words is not remembered; one of two says nothing.
//! # Parameters
//! `path`: the text; `*` for every row. `min`, `max`: characters of the text as it stands.
//! # Evidence
//! The text; what is too much, by its words. Reasons: `too-short`, `too-long`, with `length`, `min`, `max`. An empty text is for `present` to speak of.
//! # Example
//! `{"kind":"length","path":"/model/name","min":10,"max":120}`

use super::super::{Subject, Verdict};
use crate::guideline::check::Length;
use crate::json::pointer;
use crate::text::Span;
use crate::text::words::utf16_len;

pub fn check(params: &Length, on: &Subject<'_>) -> Vec<Verdict> {
    let mut said = Vec::new();
    let mut whole = None;
    for (path, value) in pointer::all(on.record, &params.path) {
        let Some(text) = value.text().filter(|text| !text.is_empty()) else { continue };
        let length = text.chars().count();
        whole.get_or_insert(length);
        let say = |verdict: Verdict| verdict.with_some("length", Some(length)).with_some("min", params.min).with_some("max", params.max);
        if params.min.is_some_and(|min| length < min) {
            Verdict::collect(&mut said, say(Verdict::unmet("too-short")).quoting_all(&path, text));
        } else if let Some(max) = params.max.filter(|max| length > *max) {
            let start: usize = text.chars().take(max).map(char::len_utf16).sum();
            Verdict::collect(&mut said, say(Verdict::unmet("too-long")).quoting(path, Span { start: start as u32, end: utf16_len(text) }));
        }
    }
    match whole {
        _ if !said.is_empty() => said,
        Some(length) => vec![Verdict::met().with_some("length", Some(length)).with_some("min", params.min).with_some("max", params.max)],
        None => vec![Verdict::not_applicable("empty")],
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
