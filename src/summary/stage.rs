//! What the documents of a stage are called. One record goes from registration to review and recognition; what is printed says which it is.
//!
//! “Báo cáo” is what a review gives, “báo cáo kết quả” what a dossier for recognition holds; both are common nouns, not names of official forms.

use super::values::{is_individual, kind_word, period};
use crate::record::{Registration, Stage};

/// Whether the record tells what was reached, and not only what is planned.
pub fn is_report(record: &Registration) -> bool {
    matches!(record.stage, Some(Stage::Review | Stage::Recognise))
}

/// Name of the form, upper case.
pub fn title(record: &Registration) -> &'static str {
    match record.stage {
        None | Some(Stage::Register) => "BẢN ĐĂNG KÝ",
        Some(Stage::Review) => "BÁO CÁO SƠ KẾT",
        Some(Stage::Recognise) => "BÁO CÁO KẾT QUẢ",
    }
}

/// What the form is about.
pub fn subtitle(record: &Registration) -> String {
    // A collective builds and carries out a “mô hình”, a person becomes a “điển hình”.
    let what = match (record.stage, is_individual(record)) {
        (None | Some(Stage::Register), false) => "Xây dựng và thực hiện",
        (None | Some(Stage::Register), true) => "Xây dựng",
        (Some(Stage::Review), false) => "Kết quả xây dựng và thực hiện",
        (Some(Stage::Review), true) => "Kết quả xây dựng",
        (Some(Stage::Recognise), _) => "Đề nghị công nhận",
    };
    format!("{what} {} “Dân vận khéo” {}", kind_word(record), period(record))
}

/// Name of the one-page summary, upper case.
pub fn brief_title(record: &Registration) -> String {
    let kind = crate::text::upper::upper(kind_word(record));
    if is_report(record) { format!("TÓM TẮT KẾT QUẢ {kind}") } else { format!("TÓM TẮT {kind} ĐĂNG KÝ") }
}

/// What all documents together are for: “Hồ sơ đăng ký”.
pub fn dossier(record: &Registration) -> &'static str {
    match record.stage {
        None | Some(Stage::Register) => "đăng ký",
        Some(Stage::Review) => "sơ kết",
        Some(Stage::Recognise) => "đề nghị công nhận",
    }
}

/// Beginning of the file's name.
pub fn file_prefix(record: &Registration) -> &'static str {
    match record.stage {
        None | Some(Stage::Register) => "dang-ky-dvk",
        Some(Stage::Review) => "so-ket-dvk",
        Some(Stage::Recognise) => "de-nghi-cong-nhan-dvk",
    }
}

/// Who signs, where the signer has not said so.
pub fn signer(record: &Registration) -> &'static str {
    match (is_individual(record), is_report(record)) {
        (true, false) => "NGƯỜI ĐĂNG KÝ",
        (false, false) => "ĐẠI DIỆN TẬP THỂ ĐĂNG KÝ",
        (true, true) => "NGƯỜI BÁO CÁO",
        (false, true) => "ĐẠI DIỆN TẬP THỂ",
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::record::{ApplicantKind, Period};

    #[track_caller]
    fn says(stage: Option<Stage>, kind: ApplicantKind, words: [&str; 5]) {
        let mut record = Registration { stage, period: Some(Period { from: Some(2026), to: Some(2026) }), ..Registration::default() };
        record.applicant.kind = Some(kind);
        assert_eq!([title(&record), &subtitle(&record), &brief_title(&record), file_prefix(&record), signer(&record)], words);
    }

    #[test]
    fn every_stage_has_words_of_its_own() {
        let plan = "Xây dựng và thực hiện mô hình “Dân vận khéo” năm 2026";
        says(None, ApplicantKind::Collective, ["BẢN ĐĂNG KÝ", plan, "TÓM TẮT MÔ HÌNH ĐĂNG KÝ", "dang-ky-dvk", "ĐẠI DIỆN TẬP THỂ ĐĂNG KÝ"]);
        says(Some(Stage::Register), ApplicantKind::Collective, ["BẢN ĐĂNG KÝ", plan, "TÓM TẮT MÔ HÌNH ĐĂNG KÝ", "dang-ky-dvk", "ĐẠI DIỆN TẬP THỂ ĐĂNG KÝ"]);
        says(
            Some(Stage::Review),
            ApplicantKind::Individual,
            ["BÁO CÁO SƠ KẾT", "Kết quả xây dựng điển hình “Dân vận khéo” năm 2026", "TÓM TẮT KẾT QUẢ ĐIỂN HÌNH", "so-ket-dvk", "NGƯỜI BÁO CÁO"],
        );
        says(
            Some(Stage::Recognise),
            ApplicantKind::Collective,
            ["BÁO CÁO KẾT QUẢ", "Đề nghị công nhận mô hình “Dân vận khéo” năm 2026", "TÓM TẮT KẾT QUẢ MÔ HÌNH", "de-nghi-cong-nhan-dvk", "ĐẠI DIỆN TẬP THỂ"],
        );
    }
}
