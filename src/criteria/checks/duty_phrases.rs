//! # What it checks
//! That a text is not the unit's routine duty (the guideline's `vocabulary.duty`) without a word of mobilising people (`vocabulary.mobilisation`).
//! # Why
//! “Chưa phân biệt giữa mô hình với kết quả thực hiện nhiệm vụ chuyên môn” is a fault that reviews name.
//! # Parameters
//! `paths`: texts, read together. `maxShare`: largest share of the words that may belong to phrases of duty; 0 without it.
//! # Evidence
//! Every phrase of duty; `phrases` quotes them. Reason `duty`. A word of mobilising people anywhere in the texts: met. All texts empty: not-applicable, `empty`.
//! # Example
//! `{"kind":"dutyPhrases","paths":["/model/goal","/model/method"]}`

use super::super::{List, Subject, Verdict};
use crate::guideline::check::Phrases;
use crate::json::Json;

pub fn check(params: &Phrases, on: &Subject<'_>) -> Verdict {
    let texts = on.texts(&params.paths);
    if texts.is_empty() {
        return Verdict::not_applicable("empty");
    }
    if texts.iter().any(|(_, text)| text.hits(List::Mobilisation).next().is_some()) {
        return Verdict::met();
    }
    let mut verdict = Verdict::unmet("duty");
    let mut quotes: Vec<Json> = Vec::new();
    let (mut inside, mut words) = (0, 0);
    for (path, text) in &texts {
        words += text.reading.words.len();
        for hit in text.hits(List::Duty) {
            inside += hit.last + 1 - hit.first;
            let quote = Json::Text(text.quote(hit.span));
            if !quotes.contains(&quote) {
                quotes.push(quote);
            }
            verdict = verdict.quoting(path, hit.span);
        }
    }
    let share = inside as f64 / words.max(1) as f64;
    if share > params.max_share.unwrap_or_default() { verdict.with("phrases", Json::List(quotes)) } else { Verdict::met() }
}

#[cfg(test)]
mod tests {
    use crate::criteria::checks::testing::{met, not_applicable};

    #[test]
    fn duty_and_people() {
        let check = r#"{"kind":"dutyPhrases","paths":["/model/goal","/model/method"]}"#;
        not_applicable(check, "{}", "empty");
        met(check, r#"{"model":{"goal":"Trồng 150 cây dọc tuyến đường"}}"#);
    }
}
