//! # What it checks
//! Nothing: it hands a question to the appraisal team.
//! # Why
//! Whether a way of working is new, or spreads, is for people to judge; software that pretends to is not believed.
//! # Parameters
//! `question`: what the team asks.
//! # Evidence
//! `question`.
//! # Example
//! `{"kind":"human","question":"Cách làm có gì mới so với các mô hình đã có trên địa bàn?"}`

use super::super::Verdict;
use crate::guideline::check::Human;

pub fn check(params: &Human) -> Verdict {
    Verdict::review("review").with("question", params.question.as_str())
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn asks_people() {
        let verdict = check(&Human { question: "Có gì mới?".to_owned() });
        assert_eq!((verdict.reason, verdict.data.len()), ("review", 1));
    }
}
