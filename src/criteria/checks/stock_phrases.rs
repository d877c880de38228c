//! # What it checks
//! That a text is not made of phrases that say nothing (the guideline's `vocabulary.stock`).
//! # Why
//! “Còn chung chung” is the first fault that reviews name.
//! # Parameters
//! `paths`: texts. `maxShare`: largest share of the words of a text that may belong to such phrases; 0 without it.
//! # Evidence
//! Every phrase found in a text over the limit; `phrases` quotes them, `share` in per cent. All texts empty: not-applicable, `empty`.
//! # Example
//! `{"kind":"stockPhrases","paths":["/model/goal"],"maxShare":0.35}`

use super::super::{List, Subject, Verdict};
use crate::guideline::check::Phrases;
use crate::json::Json;

pub fn check(params: &Phrases, on: &Subject<'_>) -> Verdict {
    let mut verdict = Verdict::unmet("stock");
    let mut quotes: Vec<Json> = Vec::new();
    let mut worst = 0.0_f64;
    let texts = on.texts(&params.paths);
    for (path, text) in &texts {
        let inside: usize = text.hits(List::Stock).map(|hit| hit.last + 1 - hit.first).sum();
        let share = inside as f64 / text.reading.words.len() as f64;
        if inside > 0 && share > params.max_share.unwrap_or_default() {
            worst = worst.max(share);
            for hit in text.hits(List::Stock) {
                let quote = Json::Text(text.quote(hit.span));
                if !quotes.contains(&quote) {
                    quotes.push(quote);
                }
                verdict = verdict.quoting(path, hit.span);
            }
        }
    }
    if texts.is_empty() {
        return Verdict::not_applicable("empty");
    }
    if quotes.is_empty() { Verdict::met() } else { verdict.with("phrases", Json::List(quotes)).with("share", (worst * 100.0).round()) }
}

#[cfg(test)]
mod tests {
    use crate::criteria::checks::testing::{met, not_applicable, unmet};

    #[test]
    fn share_of_the_words() {
        let check = r#"{"kind":"stockPhrases","paths":["/model/goal"],"maxShare":0.3}"#;
        not_applicable(check, "{}", "empty");
        met(
            check,
            r#"{"model":{"goal":"Vận động 55 hộ dọc tuyến hiến đất, góp công làm 1.600 m đường bê tông, góp phần quan trọng vào xây dựng nông thôn mới"}}"#,
        );
        unmet(check, r#"{"model":{"goal":"Nâng cao chất lượng, hiệu quả, góp phần quan trọng"}}"#, "stock", &["/model/goal", "/model/goal"]);
    }
}
