//! What is wrong with a file or a box, said to the person who can mend it.

use super::choices::choice;
use super::labels::label;
use super::{guidelines, pdf};
use crate::guideline::lint::near::nearest;
use crate::json::{Json, Problem, pointer};
use crate::record::FieldError;
use crate::text::fold::soft;
use crate::text::number;

/// The sentence of a problem in data that a file or a program gave.
#[must_use]
pub fn problem(problem: &Problem) -> String {
    let Problem { code, found, expected, .. } = problem;
    let place = if problem.path.is_empty() {
        String::new()
    } else {
        match name(&problem.path) {
            Some(label) => format!(" ở mục {label} ({})", shown(&problem.path)),
            None => format!(" tại {}", shown(&problem.path)),
        }
    };
    let sentence = match *code {
        "not-utf8" => "Tệp không phải văn bản theo bảng mã UTF-8 nên không đọc được. Đề nghị chọn đúng tệp; nếu tự viết tệp bằng Notepad, chọn “Lưu thành” (Save As), ô “Mã hóa” (Encoding) chọn “UTF-8”.".to_owned(),
        "not-json" if !expected.is_empty() => format!("Tệp chưa đúng quy ước JSON{place}: {}", slip(expected, found)),
        "not-json" if found.is_empty() => "Tệp trống hoặc bị cắt cụt. Đề nghị chọn đúng tệp đã lưu.".to_owned(),
        "not-json" => format!(
            "Tệp bị cắt cụt hoặc viết sai quy ước JSON{place}, gần «{found}». Đề nghị chọn đúng tệp đã lưu; nếu tự viết tệp, xem lại dấu phẩy, ngoặc, dấu nháy ngay trước chỗ này."
        ),
        "too-big" => format!("Tệp có {} byte, vượt mức cho phép là {} byte.", grouped(found), grouped(expected)),
        "too-deep" => format!("Tệp có {found} lớp dữ liệu lồng nhau{place}, vượt mức cho phép là {expected}."),
        "too-many-members" => format!("Tệp có hơn {} mục dữ liệu, vượt mức cho phép.", grouped(expected)),
        "duplicate-key" => format!("Mục «{found}» có hai lần{place}; không rõ lấy giá trị nào."),
        "forbidden-key" => format!("Tên mục «{found}» không được dùng{place}."),
        "wrong-type" => format!("Giá trị «{found}»{place} chưa đúng loại; cần {}.", kind(expected)),
        "wrong-shape" => format!("Dữ liệu{place} chưa đúng cấu trúc: {found}."),
        "unknown-choice" => match nearest(found, expected.split(", ")) {
            Some(near) => format!("Giá trị «{found}»{place} không có trong danh sách; có phải «{near}»?"),
            None => format!("Giá trị «{found}»{place} không có trong danh sách; chỉ nhận: {}.", choices(&problem.path, expected, found)),
        },
        "unknown-member" => match nearest(found, expected.split(", ")) {
            Some(near) => format!("Mục «{found}» không có trong định dạng{place}; có phải «{near}»?"),
            None if problem.path.starts_with("/overrides/") => {
                format!("Mục «{found}» không có trong định dạng{place}; các mục có: {expected}. Tham số của phép kiểm tra ghi trong «params».")
            }
            None => format!("Mục «{found}» không có trong định dạng{place}; các mục có: {expected}."),
        },
        "missing" if !matches!(problem.path.as_str(), "/format" | "/id") => format!("Thiếu mục «{}» trong tệp.", problem.path),
        "missing" => format!("Thiếu mục «{}» trong tệp; đề nghị xem lại đã chọn đúng tệp chưa.", problem.path),
        "unknown-format" => format!("Tệp có định dạng «{found}», cần «{expected}». Đề nghị chọn đúng tệp."),
        "newer-format" => format!("Tệp có định dạng «{found}», mới hơn phần mềm này («{expected}»). Đề nghị mở bằng trang đăng ký mới hơn."),
        "bad-id" if found.is_empty() => format!("Mã phiếu đang để trống{place}."),
        "bad-id" => format!("Mã phiếu «{found}» không đúng dạng{place}."),
        "too-long" => format!("Nội dung{place} có {} ký tự; nhiều nhất {} ký tự. Đề nghị rút gọn.", grouped(found), grouped(expected)),
        "too-many" => format!("Danh sách{place} có {found} dòng; nhiều nhất {expected} dòng."),
        "no-such-date" => format!("«{found}»{place} không đọc được thành ngày; cần dạng năm-tháng-ngày, ví dụ 2026-06-30."),
        "bad-units" => format!("Danh mục đơn vị hành chính không đọc được{place}: {found}."),
        "unknown-guideline" => format!("Không có bộ tiêu chí «{found}»; các bộ tiêu chí đang có: {expected}."),
        "bad-date" => format!("«{found}»{place} không phải là ngày có thật ghi theo dạng năm-tháng-ngày, ví dụ 2026-06-30."),
        "bad-option" => format!("Tùy chọn{place} là «{found}»; chỉ nhận: {expected}."),
        "more-problems" => format!("Còn {found} vấn đề khác; sau khi sửa các chỗ trên, đề nghị kiểm tra lại để xem tiếp."),
        "not-loaded" => "Phần tạo PDF chưa tải được.".to_owned(),
        "pdf" => format!("Chưa tạo được tệp PDF: {found}."),
        "internal" => "Phần mềm gặp trục trặc; nội dung đã gõ vẫn còn. Đề nghị lưu tệp rồi tải lại trang.".to_owned(),
        other => match (pdf::sentence(problem), guidelines::sentence(problem)) {
            (Some(sentence), _) => sentence,
            (None, Some(sentence)) if problem.path.is_empty() => format!("{sentence}."),
            (None, Some(sentence)) => format!("{sentence} ({}).", readable(&problem.path)),
            (None, None) => format!("{other}{place}: {found} {expected}"),
        },
    };
    match (problem.line, problem.column) {
        (Some(line), Some(column)) if problem.path.is_empty() => format!("{sentence} (dòng {line}, cột {column})"),
        _ => sentence,
    }
}

/// What is to be mended where reading stopped.
fn slip(code: &str, found: &str) -> String {
    let near = if found.trim().is_empty() { String::new() } else { format!(" gần «{}»", found.trim()) };
    let found_near = if near.is_empty() { near.clone() } else { format!(",{near}") };
    match code {
        "curly-quote" => format!("có dấu nháy cong{near}. Đề nghị thay bằng dấu nháy thẳng (\")."),
        "odd-blank" => format!("có dấu cách lạ, không nhìn thấy được{found_near}. Đề nghị xóa rồi gõ lại dấu cách."),
        "line-break" => format!("một câu bị xuống dòng hoặc thiếu dấu nháy đóng{near}. Đề nghị viết liền một dòng; chỗ cần xuống dòng ghi \\n."),
        "tab" => format!("có dấu tab trong câu{near}. Đề nghị thay bằng dấu cách."),
        "open-quote" => format!("tệp kết thúc giữa một câu, thiếu dấu nháy đóng{near}. Đề nghị xem lại cuối tệp."),
        "missing-colon" => format!("thiếu dấu hai chấm giữa tên mục và giá trị{near}. Đề nghị thêm dấu hai chấm."),
        "single-quote" => format!("có dấu nháy đơn{near}. Đề nghị dùng dấu nháy kép thẳng (\")."),
        "comment" => format!("có lời ghi chú{near}. Tệp JSON không có lời ghi chú; đề nghị bỏ đi, hoặc ghi vào mục có tên bắt đầu bằng “x-”."),
        "extra-comma" => format!("thừa dấu phẩy trước dấu đóng ngoặc{near}. Đề nghị xóa dấu phẩy đó."),
        "missing-comma" => format!("thiếu dấu phẩy giữa hai mục{near}. Đề nghị thêm dấu phẩy."),
        "decimal-comma" => format!("số thập phân viết bằng dấu phẩy{near}. Đề nghị viết bằng dấu chấm, ví dụ 12.5."),
        "inner-quote" => format!("có dấu nháy thẳng bên trong câu{near}. Đề nghị dùng nháy cong “…” trong câu, hoặc ghi \\\"."),
        "bare-word" => format!("có chữ không nằm trong dấu nháy{near}. Đề nghị đặt trong dấu nháy thẳng; giá trị đúng, sai ghi true, false."),
        "backslash" => format!("có dấu \\ trong câu{near}. Đề nghị ghi hai dấu \\\\."),
        "thousands-dots" => format!("số có dấu chấm hoặc dấu cách ngăn hàng nghìn{near}. Đề nghị viết liền, ví dụ 10000000."),
        "leading-zero" => format!("số bắt đầu bằng 0{near}. Đề nghị bỏ số 0 ở đầu; mã số thì đặt trong dấu nháy."),
        "word-behind-number" => format!("có chữ viết liền sau con số{near}. Đề nghị chỉ ghi con số, không ghi đơn vị."),
        "group-too-many" => format!("có dấu «{{» ở chỗ của tên mục{near}. Đoạn chép từ hướng dẫn thì bỏ cặp ngoặc {{ }} bao ngoài."),
        "second-file" => format!("sau khi dữ liệu đã hết còn có dữ liệu khác{near}. Có thể tệp đã được dán hai lần; đề nghị giữ một bản."),
        "unquoted" => format!("ngày tháng, số phiên bản chưa đặt trong dấu nháy{near}. Đề nghị ghi, ví dụ, \"2026-01-31\", \"1.0.0\"."),
        "semicolon" => format!("có dấu chấm phẩy ngoài dấu nháy{near}. Đề nghị thay bằng dấu phẩy."),
        "comma-twice" => format!("có hai dấu phẩy liền nhau{near}. Đề nghị xóa một dấu."),
        "lost-quote" => format!("thiếu dấu nháy đóng{near}. Đề nghị thêm dấu nháy (\") vào cuối tên mục hoặc cuối câu ở chỗ đó."),
        "bracket-too-many" => format!("thừa dấu đóng ngoặc hoặc dấu phẩy sau khi dữ liệu đã hết{near}. Đề nghị xem lại các dấu ngoặc."),
        unclosed => match unclosed.rsplit_once(' ') {
            Some(("bracket-too-many", bracket)) => format!("thừa dấu «{bracket}»{near}. Đề nghị xóa dấu đó."),
            Some((bracket, line)) if bracket.starts_with("wrong-bracket ") => format!(
                "dấu «{}» mở ở dòng {line} chưa đúng loại{near}. Nhóm mục có tên nằm trong {{ }}, danh sách nằm trong [ ].",
                bracket.trim_start_matches("wrong-bracket ")
            ),
            Some((bracket, line)) if bracket.starts_with("unclosed-before ") => format!(
                "dấu «{}» mở ở dòng {line} chưa được đóng trước chỗ này{near}. Đề nghị thêm dấu đóng ngoặc.",
                bracket.trim_start_matches("unclosed-before ")
            ),
            Some((bracket, line)) => format!("dấu «{}» mở ở dòng {line} chưa được đóng. Đề nghị xem lại cuối tệp.", bracket.trim_start_matches("unclosed ")),
            None => unclosed.to_owned(),
        },
    }
}

/// The label where the field is known, without the row numbers that the path shows anyway.
fn name(path: &str) -> Option<String> {
    // a guideline has rows too, but no boxes
    let of_guideline = ["/criteria", "/extraFields", "/overrides", "/scoring", "/sources", "/tests", "/themes", "/vocabulary"];
    let label = label(path);
    (!of_guideline.iter().any(|part| path.starts_with(part)) && !label.ends_with(path)).then(|| format!("“{label}”"))
}

/// A way through a guideline whose steps are paths themselves: “fields › /heading/number › hidden”.
fn readable(path: &str) -> String {
    if path.contains("~1") { pointer::steps(path).collect::<Vec<_>>().join(" › ") } else { path.to_owned() }
}

/// A path as long as a sentence can carry.
fn shown(path: &str) -> String {
    if path.chars().count() > 60 { path.chars().take(59).chain(['…']).collect() } else { path.to_owned() }
}

pub(super) fn grouped(count: &str) -> String {
    count.parse::<u64>().map_or_else(|_| count.to_owned(), |count| number::show(count as f64))
}

/// Choices by the names that the form shows.
fn choices(path: &str, expected: &str, found: &str) -> String {
    let pattern = pointer::pattern(path);
    let of_guideline =
        [("/appliesTo/*", "/applicant/kind"), ("/stages/*", "/stage"), ("/levels/*", "/level"), ("/issuer/level", "/level"), ("/severity", "/severity")];
    let listed = of_guideline.iter().find(|(end, _)| pattern.ends_with(end)).map(|(_, list)| (*list).to_owned());
    let (in_guideline, pattern) = (listed.is_some(), listed.unwrap_or(pattern));
    let named: Vec<(&str, &str)> = expected.split(", ").map(|value| (value, choice(&pattern, value))).collect();
    // who writes a guideline, or wrote the words, is to see the codes: “chỉ nhận: lead (Chủ trì)”
    let worded = in_guideline || named.iter().any(|(_, words)| soft(words) == soft(found));
    let shown = |(value, words): (&str, &str)| if worded { format!("{value} ({words})") } else { words.to_owned() };
    named.into_iter().map(shown).collect::<Vec<_>>().join("; ")
}

/// Kinds of value are codes in a problem, words here.
fn kind(code: &str) -> String {
    match code {
        "text" => "một đoạn chữ".to_owned(),
        "number" => "một con số".to_owned(),
        "whole-number" => "một số nguyên từ 0 trở lên".to_owned(),
        "true-false" => "true hoặc false".to_owned(),
        "list" => "một danh sách".to_owned(),
        "object" => "một nhóm mục trong dấu { }".to_owned(),
        "" => "loại khác".to_owned(),
        choices => format!("một trong: {choices}"),
    }
}

/// The sentence of a value that cannot be read or stored.
#[must_use]
pub fn field_error(error: &FieldError) -> String {
    let text = |name: &str| error.data.iter().find(|(key, _)| key == name).and_then(|(_, value)| value.text()).unwrap_or_default();
    let max = error.data.iter().find(|(key, _)| key == "max").and_then(|(_, value)| value.number()).unwrap_or_default();
    let readings: Vec<&str> =
        error.data.iter().filter(|(key, _)| key == "readings").filter_map(|(_, list)| list.rows()).flatten().filter_map(Json::text).collect();
    let typed = match text("typed") {
        "" => "Nội dung này".to_owned(),
        typed => format!("«{typed}»"),
    };
    match (error.code.as_str(), readings.as_slice()) {
        ("unread", [one]) => format!("{typed} có phải là {one}? Đề nghị ghi lại cho đủ."),
        ("unread", [_, _, ..]) => format!("{typed} có thể hiểu là {}. Đề nghị ghi lại cho rõ.", readings.join(" hoặc ")),
        ("unread", []) => format!("{typed} chưa đọc được. {}", expected(&error.path)),
        ("no-such-date", _) => format!("{typed} không phải là ngày có thật. Đề nghị kiểm tra ngày, tháng, năm."),
        ("out-of-range", _) => format!("{typed} nằm ngoài khoảng cho phép. Đề nghị kiểm tra lại con số."),
        ("too-long", _) => format!("Nội dung quá dài; nhiều nhất {} ký tự. Đề nghị rút gọn.", number::show(max)),
        ("too-many", _) => format!("Quá nhiều dòng; nhiều nhất {} dòng.", number::show(max)),
        ("bad-email", _) => "Địa chỉ thư điện tử chưa đúng dạng, ví dụ: lienhe@example.vn.".to_owned(),
        (code, _) => format!("{typed}: {code}"),
    }
}

/// What may stand in a box.
fn expected(path: &str) -> &'static str {
    use crate::record::fields::{Holds, at};
    match at(path).map(|field| field.holds) {
        Some(Holds::Day) => "Đề nghị ghi đủ ngày, tháng, năm bằng số.",
        Some(Holds::Due) => "Đề nghị ghi ngày, tháng, quý hoặc năm, ví dụ: 30/6/2026, tháng 6/2026, quý II/2026.",
        Some(Holds::Year) => "Đề nghị ghi năm bằng bốn chữ số.",
        Some(Holds::Money(_)) => "Đề nghị ghi số tiền, ví dụ: 36,6 triệu hoặc 36.600.000.",
        Some(Holds::Count(_) | Holds::Figure(_)) => "Đề nghị ghi một con số, ví dụ: 1.084 hoặc 36,6.",
        _ => "Đề nghị ghi lại.",
    }
}
