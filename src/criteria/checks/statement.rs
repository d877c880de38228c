//! # What it checks
//! That a text is a statement of one's own: not a placeholder (“…”, “Thực hiện theo kế hoạch”), not the form's own example, and long enough.
//! # Why
//! “Để trống hoặc ghi chung chung” is the fault that offices name first.
//! # Parameters
//! `path`: the text. `minWords`: least words.
//! # Evidence
//! The text. Reasons: `missing`, `placeholder`, `example`, `too-short` (`words`, `minWords`).
//! # Example
//! `{"kind":"statement","path":"/model/beyondDuty","minWords":8}`

use super::super::{Subject, Verdict};
use crate::guideline::check::Statement;
use crate::json::Json;
use crate::text::fold::soft;
use crate::text::words::{keys, words};

/// Whole answers that say nothing. From forms that were really handed in, and from the marks that templates leave.
const PLACEHOLDERS: &[&str] = &[
    "theo kế hoạch",
    "thực hiện theo kế hoạch",
    "theo quy định",
    "theo hướng dẫn",
    "như trên",
    "như kế hoạch",
    "có",
    "không",
    "không có",
    "chưa có",
    "đang cập nhật",
    "đang bổ sung",
    "bổ sung sau",
    "nội dung",
    "nhập nội dung",
    "ghi rõ",
    "test",
    "abc",
    "xxx",
    "mô hình dân vận khéo",
    "thực hiện mô hình dân vận khéo",
    "xây dựng mô hình dân vận khéo",
];

pub fn check(params: &Statement, on: &Subject<'_>) -> Verdict {
    let text = on.text(&params.path);
    if text.trim().is_empty() {
        return Verdict::unmet("missing").with("missing", Json::texts(&[&params.path])).at(&params.path);
    }
    let said = words(text);
    let key = keys(text).join(" ");
    let year_off = key.trim_end_matches(|c: char| c.is_ascii_digit()).trim_end().trim_end_matches("năm").trim_end();
    if said.is_empty() || PLACEHOLDERS.iter().any(|known| soft(known) == key || soft(known) == year_off) {
        return Verdict::unmet("placeholder").quoting_all(&params.path, text);
    }
    let guideline = on.rules.guideline();
    let examples = guideline.fields.get(&params.path).and_then(|field| field.example.as_deref());
    let good =
        guideline.criteria.iter().filter(|criterion| criterion.target == params.path).filter_map(|criterion| Some(criterion.example.as_ref()?.good.as_str()));
    if examples.into_iter().chain(good).any(|example| soft(example) == soft(text)) {
        return Verdict::unmet("example").quoting_all(&params.path, text);
    }
    if let Some(least) = params.min_words.filter(|least| said.len() < *least) {
        return Verdict::unmet("too-short").with("words", said.len() as f64).with("minWords", least as f64).quoting_all(&params.path, text);
    }
    Verdict::met().with("words", said.len() as f64)
}

#[cfg(test)]
mod tests {
    use crate::criteria::checks::testing::{met, unmet};

    #[test]
    fn own_words() {
        let check = r#"{"kind":"statement","path":"/model/need","minWords":4}"#;
        unmet(check, "{}", "missing", &["/model/need"]);
        for text in ["…", "...", "Thực hiện theo kế hoạch", "Thực hiện theo kế hoạch.", "KHÔNG CÓ", "Thực hiện mô hình “Dân vận khéo” năm 2026"]
        {
            unmet(check, &format!(r#"{{"model":{{"need":"{text}"}}}}"#), "placeholder", &["/model/need"]);
        }
        unmet(check, r#"{"model":{"need":"Cần làm."}}"#, "too-short", &["/model/need"]);
        met(check, r#"{"model":{"need":"Thực hiện theo kế hoạch số 12, họp dân từng xóm"}}"#);
    }
}
