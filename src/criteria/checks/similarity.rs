//! # What it checks
//! That texts are not copies of each other.
//! # Why
//! The same paragraph under “why” and “how” answers neither.
//! # Parameters
//! `paths`: texts, each compared with each. `max`: largest share of word triples of the shorter that may stand in the longer, 0 to 1.
//! # Evidence
//! The later text, then the earlier. Reason `copied` with `share` in per cent and the other box, `other`.
//! # Example
//! `{"kind":"similarity","paths":["/model/need","/model/method"],"max":0.7}`

use super::super::{Subject, Verdict};
use crate::guideline::check::Similarity;
use crate::text::similarity::similarity;

/// Characters below which two answers may be alike by chance (“Chi bộ thôn”).
const SHORT: usize = 30;

pub fn check(params: &Similarity, on: &Subject<'_>) -> Verdict {
    let mut texts = on.texts(&params.paths);
    texts.retain(|(_, text)| text.as_str().chars().count() >= SHORT);
    for (at, (path, text)) in texts.iter().enumerate() {
        for (other_path, other) in texts.iter().take(at) {
            let share = similarity(text.as_str(), other.as_str());
            if share > params.max {
                return Verdict::unmet("copied")
                    .with("share", (share * 100.0).round())
                    .with("other", other_path.as_str())
                    .quoting_all(path, text.as_str())
                    .quoting_all(other_path, other.as_str());
            }
        }
    }
    if texts.len() < 2 { Verdict::not_applicable("empty") } else { Verdict::met() }
}

#[cfg(test)]
mod tests {
    use crate::criteria::checks::testing::{met, not_applicable, unmet};

    #[test]
    fn copies() {
        let check = r#"{"kind":"similarity","paths":["/model/need","/model/method"],"max":0.7}"#;
        let record = |need: &str, method: &str| format!(r#"{{"model":{{"need":"{need}","method":"{method}"}}}}"#);
        let text = "Đường vào thôn lầy lội mỗi mùa mưa, học sinh và xe chở nông sản đi lại rất khó khăn.";
        unmet(check, &record(text, text), "copied", &["/model/method", "/model/need"]);
        met(check, &record(text, "Họp dân từng xóm, vận động 55 hộ hiến đất, phân công tổ tự quản theo dõi từng đoạn."));
        not_applicable(check, &record(text, ""), "empty");
    }
}
