//! What is wrong in a guideline, said to the office that writes it.

use crate::json::Problem;

/// The sentence of a problem that only guidelines have, without its end.
pub fn sentence(problem: &Problem) -> Option<String> {
    let Problem { code, found, expected, .. } = problem;
    let meant = meant(expected);
    let (before, after): (&str, &str) = match *code {
        "unknown-path" => ("Đường dẫn", "không có trong phiếu"),
        "unknown-column" => ("Cột", "không có trong danh sách này"),
        "unknown-source" => ("Văn bản", "không có trong «sources»"),
        "unknown-criterion" => ("Tiêu chí", "không có trong bộ tiêu chí"),
        "unknown-param" => ("Tham số", "không có ở phép kiểm tra này"),
        "unknown-value" => ("Giá trị", "không thể có ở ô này"),
        "unknown-placeholder" => ("Chỗ điền", "không có số liệu trong trường hợp này"),
        "unused-message" => ("Câu cho trường hợp", "không bao giờ được dùng vì phép kiểm tra này không gặp trường hợp đó"),
        "impossible-outcome" => ("Kết quả", "không thể có ở tiêu chí này"),
        _ => return other(problem),
    };
    Some(match *code {
        "unknown-placeholder" if matches!(found.as_str(), "{" | "}") => format!("Dấu «{found}» trong câu này chưa đi thành cặp"),
        _ => format!("{before} «{found}» {after}{meant}"),
    })
}

/// What may stand there.
fn only(expected: &str) -> String {
    if expected.contains(", ") { format!("; chỉ nhận: {expected}") } else { String::new() }
}

/// A name that is near, or the names that there are.
fn meant(expected: &str) -> String {
    match expected {
        "" => String::new(),
        names if names.contains(", ") => format!("; chỉ có: {names}"),
        name => format!("; có phải «{name}»?"),
    }
}

fn other(problem: &Problem) -> Option<String> {
    let Problem { code, found, expected, .. } = problem;
    Some(match *code {
        "param-place" => {
            format!("Trong tiêu chí này chưa có phép kiểm tra nào ghi tham số «{found}»; đề nghị ghi rõ chỗ: {expected}")
        }
        "no-message" if problem.path.starts_with("/overrides") => {
            format!("Thay đổi này làm nảy sinh trường hợp «{found}» mà tiêu chí được kế thừa chưa có câu; đề nghị tắt tiêu chí đó và viết tiêu chí của mình")
        }
        "ambiguous-param" => {
            format!("Tham số «{found}» có ở nhiều phép kiểm tra trong tiêu chí này, với giá trị khác nhau; đề nghị ghi rõ một chỗ: {expected}")
        }
        "path-type" => format!("Đường dẫn «{found}» không dùng được ở đây: cần {}", wanted(expected)),
        "twice" => format!("Đường dẫn «{found}» đã có ở trên"),
        "no-message" => format!("Chưa có câu cho trường hợp «{found}» mà phép kiểm tra này có thể gặp"),
        "no-citation" => format!("Tiêu chí «{found}» ở mức “Cần sửa” phải dẫn ít nhất một văn bản"),
        "software-source" => "Nguồn «software» chỉ dành cho bộ tiêu chí mẫu của phần mềm; tiêu chí này cần dẫn văn bản của cơ quan ban hành".to_owned(),
        "duplicate-id" => format!("«{found}» đã có ở trên; mỗi mã, mỗi tên chỉ dùng một lần"),
        "inherited-id" => format!("Tiêu chí «{found}» đã có trong bộ tiêu chí được kế thừa; muốn thay đổi, đề nghị ghi ở «overrides»"),
        "bad-key" if matches!(problem.path.as_str(), "/id" | "/version") => {
            format!("Mã «{found}» chưa dùng được: chỉ nên gồm chữ, chữ số, dấu chấm và dấu gạch nối")
        }
        "bad-key" => format!("Mã «{found}» chưa dùng được: không dùng dấu cách, dấu gạch chéo, @, ~, * và không chỉ gồm chữ số"),
        "empty-text" if found.is_empty() => "Mục này đang để trống".to_owned(),
        "empty-text" => format!("Cụm từ «{found}» không có chữ nào để tìm"),
        "empty-list" => format!("Danh sách này có {found} mục; cần ít nhất {expected} mục"),
        "bad-range" if problem.path.starts_with("/overrides") => {
            format!("Giới hạn đầu «{found}» lớn hơn hoặc sau giới hạn cuối «{expected}»; giới hạn còn lại là của bộ tiêu chí được kế thừa, đề nghị xem cả hai")
        }
        "bad-range" if problem.path.ends_with("Days") => format!("Số ngày ít nhất «{found}» lớn hơn số ngày nhiều nhất «{expected}»"),
        "bad-range" => format!("Giới hạn đầu «{found}» lớn hơn hoặc sau giới hạn cuối «{expected}»"),
        "out-of-range" if expected == "0-1" => format!("Giá trị «{found}» nằm ngoài mức cho phép: từ 0 đến 1; 35% thì ghi 0.35"),
        "out-of-range" => format!("Giá trị «{found}» nằm ngoài mức cho phép: {}", bounds(expected)),
        "always-met" => format!("Chưa có giới hạn nào nên phép kiểm tra này không kiểm tra gì; cần ít nhất một trong: {expected}"),
        "dead-condition" => "Điều kiện này không bao giờ đúng nên tiêu chí không bao giờ được xét".to_owned(),
        "idle-condition" => "Điều kiện này lúc nào cũng đúng nên không lọc phiếu nào; đề nghị xem lại «any», «all», «not», hoặc bỏ «when»".to_owned(),
        "private-key" => format!("Mã «{found}» bắt đầu bằng x- nên bị coi là ghi chú riêng và bỏ qua; đề nghị đặt mã khác"),
        "blank-value" => format!("Giá trị «{found}» không bao giờ khớp: ô như vậy được coi là chưa điền; đề nghị dùng «not» với giá trị ngược lại"),
        "no-source" => "Ô bắt buộc thành tiêu chí mức “Cần sửa” nên cần ít nhất một văn bản ở «sources»".to_owned(),
        "no-phrases" => format!(
            "Chưa có cụm từ nào để tìm: «vocabulary.{found}» của bộ tiêu chí đang trống{}",
            if found == "stock" { "; đề nghị thêm, hoặc ghi «phrases» ở phép kiểm tra này" } else { "; đề nghị thêm" }
        ),
        "quoted-value" => format!("Giá trị «{found}» đang đặt trong dấu nháy nên thành chữ; đề nghị ghi {expected}, không có dấu nháy"),
        "disabled-criterion" => format!("Tiêu chí «{found}» đã tắt ở «overrides» nên không cho kết quả nào để thử"),
        "same-condition" => {
            format!("Phép kiểm tra này giống hệt điều kiện ở {expected}, nên khi được xét, tiêu chí lúc nào cũng đã đáp ứng; đề nghị bỏ một trong hai")
        }
        "contradiction" => format!("Hai điều kiện về «{found}» ở đây và ở {expected} không bao giờ cùng đúng"),
        "theme-outside" => format!("Chuyên đề «{found}» nằm ngoài thời gian có hiệu lực của bộ tiêu chí: {expected}"),
        "hidden-field" if problem.path.ends_with("/required") => {
            format!("Ô «{found}» vừa bắt buộc («required») vừa ẩn («hidden»): người khai không thấy thì không điền được")
        }
        "hidden-field" => format!("Ô «{found}» đang được ẩn ở «fields» nên người khai không thấy để điền"),
        "missed-field" => format!("Ô «{found}» đang được ẩn mà tiêu chí «{expected}» phải dựa vào ô này; đề nghị để hiện, hoặc bỏ tiêu chí ở «overrides»"),
        "no-themes" => "Bắt buộc chọn chuyên đề mà bộ tiêu chí chưa có chuyên đề nào ở «themes»".to_owned(),
        "other-type" => format!("Ô «{found}» đã có trong bộ tiêu chí được kế thừa với kiểu «{expected}»; đề nghị giữ kiểu đó hoặc đặt mã khác"),
        "needed-field" => format!("Ô «{found}» không ẩn được: thiếu ô này thì không biết ai đăng ký, đăng ký mô hình nào"),
        "unused-options" => format!("Mục «options» của «{found}» không được dùng vì ô này không phải ô lựa chọn"),
        "nothing-extended" => "Mục «overrides» chỉ dùng khi có «extends»".to_owned(),
        "empty-override" => format!("Mục này không thay đổi gì ở tiêu chí «{found}»; cần «severity», «disabled» hoặc «params»"),
        "points-without-scoring" => "Tiêu chí có điểm nhưng bộ tiêu chí không có «scoring»".to_owned(),
        "scoring-without-points" => "Có «scoring» nhưng không tiêu chí nào có điểm".to_owned(),
        "points-total" => format!("Điểm tối đa là {found} nhưng cộng điểm các tiêu chí lại được {expected}"),
        "same-band" => format!("Hai mức cùng bắt đầu từ {found} điểm nên không biết lấy mức nào"),
        "unknown-base" => {
            let known = expected.split(", ").any(|name| name.split('@').next() == found.split('@').next());
            let hint = if known { "" } else { "; tệp của bộ được kế thừa phải được đọc trước tệp này" };
            let list = if expected.is_empty() { String::new() } else { format!("; đang có: {expected}") };
            format!("Chưa có bộ tiêu chí «{found}» để kế thừa{list}{hint}")
        }
        "cycle" => format!("Bộ tiêu chí kế thừa «{found}», mà bộ đó lại kế thừa chính bộ này"),
        "bad-record" if problem.path.starts_with("/base") => format!("Phiếu nền ở «base» có giá trị chưa đọc được: «{found}»{}", only(expected)),
        "bad-record" if problem.path.contains("/portal") => format!("Tệp cổng thông tin trong phép thử này chưa đọc được{}", only(expected)),
        "bad-record" => format!("Phiếu trong phép thử này có giá trị chưa đọc được: «{found}»{}", only(expected)),
        "reserved-id" if problem.path.starts_with("/criteria") => {
            format!("Mã «{found}» dành cho tiêu chí mà phần mềm tự lập từ các ô bắt buộc ở «fields»; đề nghị đặt mã khác")
        }
        "own-field" => format!("Ô «{found}» là ô của chính bộ tiêu chí này; đề nghị sửa ở «extraFields», không ghi ở «fields»"),
        "own-criterion" => format!("«{found}» là tiêu chí của chính bộ này; đề nghị sửa thẳng ở «criteria», không ghi ở «overrides»"),
        "software-must" => format!(
            "Tiêu chí «{found}» chỉ dẫn quy tắc của phần mềm nên không đặt mức “Cần sửa” được; đề nghị tắt tiêu chí này và viết tiêu chí của mình có dẫn văn bản"
        ),
        "wanted-fault" => format!("Mẫu «{found}» là chỗ cần tránh mà ở đây lại bắt phải có; đề nghị thêm {expected}"),
        "thousands-dot" => format!("Số «{found}» bị đọc là số lẻ: dấu chấm ở đây là dấu thập phân. Nếu là số nghìn, đề nghị ghi «{expected}»"),
        "reserved-id" => format!("Mã «{found}» là của bộ tiêu chí có sẵn trong phần mềm; đề nghị đặt mã khác"),
        "own-test" => format!("Phép thử chưa cho kết quả mong đợi: {found}; cần «{expected}»"),
        _ => return None,
    })
}

fn wanted(code: &str) -> &str {
    match code {
        "text" => "một ô chữ",
        "number" => "một ô số",
        "date" => "một ô ngày, tháng hoặc năm",
        "tick" => "một ô đánh dấu",
        "list" => "một danh sách",
        "place" => "ô tỉnh hoặc ô xã, phường",
        "commune" => "ô xã, phường, đặc khu",
        "province" => "ô tỉnh, thành phố",
        "value" => "một ô chỉ có một giá trị",
        "number-or-text" => "ô số hoặc ô chữ",
        "list-or-text" => "danh sách hoặc ô chữ",
        "one-box" => "một ô duy nhất, không có dấu *",
        "column" => "một cột của danh sách, có dấu *, ví dụ /model/resources/*/amount",
        other => other,
    }
}

fn bounds(expected: &str) -> String {
    match expected.split_once('-') {
        Some((least, most)) => format!("từ {least} đến {most}"),
        None => format!("từ {expected} trở lên"),
    }
}
