//! What is said of a PDF that is opened: why it gives no record, and what was done to one that does.

use super::problems::grouped;
use crate::json::Problem;

/// The sentence of a file that gives no record; nothing when the problem is another.
pub fn sentence(problem: &Problem) -> Option<String> {
    let Problem { code, found, expected, .. } = problem;
    Some(match *code {
        "not-pdf" => format!("Tệp không phải là PDF: đầu tệp là «{found}», cần có «{expected}». Đề nghị chọn đúng tệp PDF đã xuất."),
        "pdf-foreign" => format!(
            "Tệp PDF này không mang theo phiếu đăng ký: có {} tệp đính kèm, không có «{expected}». Bản quét và bản in lại không giữ được phiếu; đề nghị chọn tệp PDF do biểu mẫu xuất ra, hoặc tệp phiếu đã lưu.",
            grouped(found)
        ),
        "pdf-encrypted" => {
            "Tệp PDF có mật khẩu hoặc bị khóa nên không đọc được phiếu bên trong. Đề nghị chọn tệp PDF không khóa, hoặc tệp phiếu đã lưu.".to_owned()
        }
        "pdf-damaged" => format!(
            "Tệp PDF bị cắt cụt hoặc bị hỏng: không đọc được {} gần byte {}. Đề nghị lấy lại tệp từ nơi gửi, hoặc chọn tệp phiếu đã lưu.",
            part(found),
            grouped(expected)
        ),
        "pdf-limit" => format!("Tệp PDF có {} vượt mức cho phép là {}. Đề nghị chọn đúng tệp PDF do biểu mẫu xuất ra.", what(found), grouped(expected)),
        _ => return None,
    })
}

/// What could not be read.
fn part(code: &str) -> &'static str {
    match code {
        "end" => "phần cuối tệp",
        "table" => "bảng mục lục của tệp",
        "stream" => "một phần dữ liệu nén",
        _ => "một phần dữ liệu",
    }
}

/// What there is too much of.
fn what(code: &str) -> &'static str {
    match code {
        "depth" => "số lớp dữ liệu lồng nhau",
        "sections" => "số lần lưu thêm",
        "objects" => "số mục dữ liệu",
        "unpacked" => "số byte sau khi giải nén",
        "attachments" => "số tệp đính kèm",
        _ => "khối lượng dữ liệu phải đọc",
    }
}

/// What the state of a PDF that was read means; it is no signature.
#[must_use]
pub fn pdf_state(state: &str) -> &'static str {
    match state {
        "intact" => "Tệp PDF còn nguyên như khi xuất.",
        "appended" => {
            "Phần đã xuất trong tệp PDF còn nguyên; có phần được thêm vào sau (chữ ký số, ghi chú của phần mềm khác). Phần mềm này không kiểm tra chữ ký số."
        }
        _ => "Tệp PDF đã bị sửa sau khi xuất, hoặc đã được phần mềm khác lưu lại: đề nghị đối chiếu phiếu vừa mở với bản in.",
    }
}
