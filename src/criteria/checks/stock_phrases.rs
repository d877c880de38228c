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

use super::super::report::quoted;
use super::super::{Subject, Verdict};
use crate::guideline::check::Phrases;
use crate::json::Json;
use crate::text::words::words;

pub fn check(params: &Phrases, on: &Subject<'_>) -> Verdict {
    let mut verdict = Verdict::unmet("stock");
    let mut quotes: Vec<Json> = Vec::new();
    let mut worst = 0.0_f64;
    let mut any = false;
    for path in &params.paths {
        let text = on.text(path);
        let said = words(text);
        if said.is_empty() {
            continue;
        }
        any = true;
        let hits = on.rules.stock.find(text);
        let inside = said.iter().filter(|word| hits.iter().any(|hit| hit.span.start <= word.span.start && word.span.end <= hit.span.end)).count();
        let share = inside as f64 / said.len() as f64;
        if inside > 0 && share > params.max_share.unwrap_or_default() {
            worst = worst.max(share);
            for hit in hits {
                let quote = Json::Text(quoted(text, hit.span));
                if !quotes.contains(&quote) {
                    quotes.push(quote);
                }
                verdict = verdict.quoting(path, hit.span);
            }
        }
    }
    if !any {
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
