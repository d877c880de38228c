//! # What it checks
//! That a name is a name of its own: more than the slogan, more than a year added to it, on one line.
//! # Why
//! “Thực hiện mô hình Dân vận khéo năm 2026” is the default that forms are filled with.
//! # Parameters
//! `paths`: names. `content`: the name must also say what is done, not only who or where (“Chi bộ thôn Vĩnh Hy”). `maxShare` is not used.
//! # Evidence
//! The name. Reasons: `slogan`, `line-break`; with `content`, `no-content` alone. Empty: not-applicable, `empty`.
//! # Example
//! `{"kind":"names","paths":["/model/name"]}`

use super::super::{Change, Subject, Verdict};
use crate::guideline::check::Names;
use crate::text::Span;
use crate::text::fold::soft;
use crate::text::words::{utf16_len, words};

/// Words that do not make a name by themselves: those of the movement's own title, and of years and places of issue.
const EMPTY: &[&str] = &[
    "thực", "hiện", "xây", "dựng", "đăng", "ký", "mô", "hình", "điển", "phong", "trào", "thi", "đua", "dân", "vận", "khéo", "năm", "giai", "đoạn", "và", "các",
    "của", "về", "số",
];

pub fn check(params: &Names, on: &Subject<'_>) -> Verdict {
    let mut any = false;
    for path in &params.paths {
        let name = on.text(path);
        if name.trim().is_empty() {
            continue;
        }
        any = true;
        if name.contains('\n') {
            let start = name.split('\n').next().map_or(0, utf16_len);
            let one_line = name.split_whitespace().collect::<Vec<_>>().join(" ");
            return Verdict::unmet("line-break").quoting(path, Span { start, end: start + 1 }).offering(Change::OneLine, path, None, one_line);
        }
        let own = words(name).iter().any(|word| !word.text.starts_with(|c: char| c.is_ascii_digit()) && !EMPTY.contains(&soft(word.text).as_str()));
        if !own {
            return Verdict::unmet("slogan").quoting_all(path, name);
        }
    }
    Verdict::met_unless_empty(any)
}

#[cfg(test)]
mod tests {
    use crate::criteria::checks::testing::{met, not_applicable, unmet};

    #[test]
    fn more_than_the_slogan() {
        let check = r#"{"kind":"names","paths":["/model/name"]}"#;
        not_applicable(check, "{}", "empty");
        for name in ["Dân vận khéo", "DÂN VẬN KHÉO 2026", "Thực hiện mô hình Dân vận khéo năm 2026", "Xây dựng mô hình “Dân vận khéo” giai đoạn 2026-2027"]
        {
            unmet(check, &format!(r#"{{"model":{{"name":"{name}"}}}}"#), "slogan", &["/model/name"]);
        }
        unmet(check, r#"{"model":{"name":"Tuyến đường hoa\nkiểu mẫu"}}"#, "line-break", &["/model/name"]);
        met(check, r#"{"model":{"name":"Dân vận khéo trong hiến đất làm đường"}}"#);
        met(check, r#"{"model":{"name":"Tết Quân - Dân"}}"#);
    }
}
