//! What the fields are called, and a sentence of help for each.

use crate::json::pointer;
use crate::record::fields;

/// Label and help of a field.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Words {
    /// Path, with `*` for rows.
    pub path: &'static str,
    /// Label of the box.
    pub label: &'static str,
    /// A sentence of help; "" where none is needed.
    pub help: &'static str,
}

const fn field(path: &'static str, label: &'static str, help: &'static str) -> Words {
    Words { path, label, help }
}

/// In the order of the field table.
const WORDS: &[Words] = &[
    field("/applicant/kind", "Hình thức đăng ký", ""),
    field("/applicant/name", "Tên đơn vị đăng ký", "Ghi đầy đủ: tên tập thể (ví dụ: Chi bộ thôn Vĩnh Hy) hoặc họ, chữ đệm và tên của cá nhân."),
    field("/applicant/person/position", "Chức vụ", "Chức vụ trong Đảng, chính quyền hoặc đoàn thể; không có thì ghi nghề nghiệp."),
    field("/applicant/person/birthYear", "Năm sinh", ""),
    field("/applicant/person/workplace", "Đơn vị công tác hoặc nơi cư trú", ""),
    field("/applicant/superior", "Đơn vị cấp trên trực tiếp", "Ví dụ: Đảng ủy xã Vĩnh Hải."),
    field("/applicant/address", "Địa chỉ", ""),
    field("/applicant/address/province", "Tỉnh, thành phố", "Gõ tên, có thể chọn trong danh sách gợi ý."),
    field("/applicant/address/commune", "Xã, phường, đặc khu", "Gõ tên, có thể chọn trong danh sách gợi ý."),
    field("/applicant/address/hamlet", "Thôn, tổ dân phố, khu phố", ""),
    field("/applicant/address/detail", "Số nhà, đường", ""),
    field("/applicant/contact/name", "Người liên hệ", "Người mà nơi nhận có thể gọi để hỏi thêm."),
    field("/applicant/contact/phone", "Số điện thoại liên hệ", ""),
    field("/applicant/contact/email", "Thư điện tử", "Không bắt buộc."),
    field("/stage", "Phiếu dùng để", ""),
    field("/level", "Cấp đăng ký", "Cấp đề nghị xem xét, công nhận mô hình."),
    field("/period", "Thời gian đăng ký", ""),
    field("/period/from", "Năm đăng ký", ""),
    field("/period/to", "Đến hết năm", "Đăng ký một năm thì ghi giống ô trên."),
    field("/registeredOn", "Ngày đăng ký", "Ngày ghi trên phiếu."),
    field("/lowerRecognition", "Công nhận của cấp dưới", ""),
    field("/lowerRecognition/number", "Số, ký hiệu văn bản công nhận của cấp dưới", "Cần khi đề nghị cấp tỉnh, trung ương công nhận."),
    field("/lowerRecognition/issuedOn", "Ngày công nhận của cấp dưới", ""),
    field("/lowerRecognition/issuer", "Cơ quan công nhận", ""),
    field("/model/name", "Tên mô hình", "Ngắn gọn, dễ nhớ, nêu được việc làm; từ 10 đến 120 ký tự."),
    field("/model/field", "Lĩnh vực", "Chọn một lĩnh vực gần nhất với mục tiêu chính."),
    field("/model/themes", "Chuyên đề", "Không bắt buộc; mỗi dòng một chuyên đề."),
    field("/model/status", "Tình trạng mô hình", ""),
    field("/model/need", "Thực trạng, lý do xây dựng mô hình", "Việc gì đang vướng, ở đâu, ảnh hưởng đến bao nhiêu hộ, từ khi nào."),
    field("/model/goal", "Mục tiêu", "Muốn đạt được điều gì, đến khi nào."),
    field("/model/targets", "Chỉ tiêu", "Mỗi chỉ tiêu một dòng, có con số, đơn vị tính và thời hạn để cuối kỳ đối chiếu."),
    field("/model/targets/*/content", "Nội dung chỉ tiêu", ""),
    field("/model/targets/*/baseline", "Hiện trạng", "Con số lúc bắt đầu, nếu có."),
    field("/model/targets/*/target", "Chỉ tiêu cần đạt", "Con số, ví dụ: 55 hoặc khoảng 200."),
    field("/model/targets/*/unit", "Đơn vị tính", "Ví dụ: hộ, người, m, %, triệu đồng."),
    field("/model/targets/*/due", "Thời hạn", "Ví dụ: 30/6/2026, tháng 6/2026, quý II/2026."),
    field("/model/targets/*/evidence", "Minh chứng", "Lấy gì để kiểm tra: sổ theo dõi, biên bản, ảnh."),
    field("/model/targets/*/actual", "Đã đạt", ""),
    field("/model/targets/*/actualOn", "Tính đến ngày", ""),
    field("/model/results", "Kết quả đã đạt đến nay", "Con số đã làm được và thời điểm."),
    field("/model/basis", "Văn bản làm căn cứ", "Nghị quyết, kế hoạch, công văn của cấp ủy, chính quyền; không có thì bỏ qua."),
    field("/model/basis/*/number", "Số, ký hiệu", "Ví dụ: 15-KH/ĐU."),
    field("/model/basis/*/issuedOn", "Ngày ban hành", ""),
    field("/model/basis/*/issuer", "Cơ quan ban hành", ""),
    field("/model/basis/*/title", "Trích yếu", ""),
    field("/model/method", "Nội dung, cách thức vận động", "Làm những việc gì, vận động thế nào, ai đến gặp ai."),
    field("/model/consultation", "Nhân dân bàn bạc, công khai thế nào", "Họp khi nào, bao nhiêu hộ dự; thu chi công khai ở đâu."),
    field("/model/scope", "Địa bàn, đối tượng", ""),
    field("/model/scope/text", "Địa bàn, đối tượng", "Làm ở đâu, cho ai, ai cùng làm."),
    field("/model/scope/households", "Số hộ", "Có thể ghi: gần 200, khoảng 50."),
    field("/model/scope/people", "Số người", ""),
    field("/model/forces", "Lực lượng thực hiện", "Mỗi lực lượng một dòng; chỉ một nơi chủ trì."),
    field("/model/forces/*/name", "Tên lực lượng", ""),
    field("/model/forces/*/role", "Vai trò", ""),
    field("/model/forces/*/duty", "Nhiệm vụ", ""),
    field("/model/start", "Ngày bắt đầu", "Ví dụ: 15 / 3 / 2026."),
    field("/model/end", "Ngày kết thúc", "Bỏ trống nếu thực hiện thường xuyên."),
    field("/model/continuous", "Thực hiện thường xuyên, không định ngày kết thúc", ""),
    field("/model/milestones", "Các mốc thực hiện", "Khảo sát, họp dân, ra quân, sơ kết…"),
    field("/model/milestones/*/due", "Thời hạn", "Ví dụ: 30/6/2026, tháng 6/2026, quý II/2026."),
    field("/model/milestones/*/content", "Việc phải xong", ""),
    field("/model/milestones/*/review", "Là mốc sơ kết, đánh giá", ""),
    field("/model/resources", "Nguồn lực", "Mỗi nguồn một dòng; tiền ghi đơn vị là đồng."),
    field("/model/resources/*/kind", "Nguồn", ""),
    field("/model/resources/*/content", "Nội dung", ""),
    field("/model/resources/*/amount", "Số lượng", "Ví dụ: 17,5 triệu hoặc 120."),
    field("/model/resources/*/unit", "Đơn vị", "Ví dụ: đồng, m², ngày công."),
    field("/model/resourceTotal", "Tổng kinh phí (đồng)", "Ví dụ: 36,6 triệu hoặc 36.600.000."),
    field("/model/outputs", "Sản phẩm, kết quả đầu ra", "Kết quả cụ thể, kiểm chứng được."),
    field("/model/sustain", "Khả năng duy trì, nhân rộng", "Ai duy trì, lấy gì để duy trì, nơi khác làm theo thế nào."),
    field(
        "/model/beyondDuty",
        "Điểm khác với nhiệm vụ chuyên môn thường xuyên",
        "Phần nào là vận động Nhân dân cùng làm, không phải việc đơn vị vốn phải làm.",
    ),
    field("/model/evidence", "Tài liệu kèm theo", "Chỉ ghi tên tài liệu; tệp ảnh, văn bản gửi riêng."),
    field("/model/evidence/*/title", "Tên tài liệu", ""),
    field("/model/evidence/*/fileName", "Tên tệp", ""),
    field("/applicant/header", "Tiêu đề của bản in", "Chi bộ, đảng ủy: tiêu đề Đảng. Cơ quan, trường học, thôn, tổ: Quốc hiệu. Cá nhân: Quốc hiệu."),
    field("/heading/superior", "Tên cơ quan cấp trên ở bản in", "Bỏ trống thì lấy đơn vị cấp trên đã ghi."),
    field("/heading/body", "Tên cơ quan trên bản in", "Bỏ trống thì lấy tên đơn vị đăng ký."),
    field("/heading/number", "Số, ký hiệu của phiếu", "Không bắt buộc."),
    field("/heading/place", "Địa danh ở dòng ngày tháng", "Bỏ trống thì lấy tên xã, phường."),
    field("/signer/authority", "Thẩm quyền ký", "Ví dụ: T/M CHI BỘ. Bỏ trống nếu không có."),
    field("/signer/position", "Chức vụ người ký", "Ví dụ: BÍ THƯ."),
    field("/signer/name", "Họ và tên người ký", ""),
    field("/signer/seal", "Có đóng dấu (chi bộ không có con dấu)", ""),
];

/// Label and help of the field at a path.
#[must_use]
pub fn words(path: &str) -> Option<&'static Words> {
    let pattern = pointer::pattern(path);
    let known = WORDS.iter().find(|words| words.path == pattern);
    known.or_else(|| fields::at(path).and_then(|field| WORDS.iter().find(|words| words.path == field.path)))
}

/// Label of the field at a path, with the row where it stands in one; the path itself when no field is there.
#[must_use]
pub fn label(path: &str) -> String {
    label_for(path, false)
}

/// Label of the field at a path as this applicant reads it: a person has a name, a body a title; a person's model is a “điển hình”.
#[must_use]
pub fn label_for(path: &str, individual: bool) -> String {
    in_row(path, bare_label(path, individual), row_name)
}

/// As [`label_for`], without the row.
#[must_use]
pub fn bare_label(path: &str, individual: bool) -> &str {
    match path {
        "/applicant/name" if individual => "Họ và tên",
        "/model/name" if individual => "Tên điển hình",
        _ => words(path).map_or(path, |words| words.label),
    }
}

/// As [`label_for`], where `names` (path with `*` for rows, label) call some fields by another name: those of a guideline.
#[must_use]
pub fn label_with(path: &str, individual: bool, names: &[(String, String)]) -> String {
    own_name(path, names).map_or_else(|| label_for(path, individual), |name| in_row(path, name, row_name))
}

/// What `names` call the field at a path; a member inside a place is called as the place.
#[must_use]
pub fn own_name<'a>(path: &str, names: &'a [(String, String)]) -> Option<&'a str> {
    let find = |wanted: &str| names.iter().find_map(|(known, name)| (known == wanted).then_some(name.as_str()));
    find(path).or_else(|| find(&pointer::pattern(path))).or_else(|| find(fields::at(path)?.path))
}

/// A label with the row that the path stands in: “Chỉ tiêu 2: thời hạn”; `row_of` names a row of a list.
#[must_use]
pub fn in_row<'a>(path: &str, own: &str, row_of: impl Fn(&str) -> &'a str) -> String {
    let steps: Vec<&str> = path.split('/').collect();
    let Some(row) = steps.iter().position(|step| !step.is_empty() && step.bytes().all(|byte| byte.is_ascii_digit())) else { return own.to_owned() };
    let list = steps.get(..row).map(|steps| steps.join("/")).unwrap_or_default();
    let number = steps.get(row).and_then(|step| step.parse::<usize>().ok()).unwrap_or_default() + 1;
    let name = format!("{} {number}", row_of(&list));
    if steps.len() > row + 1 { format!("{name}: {}", lower_first(own)) } else { name }
}

/// Help of the field at a path.
#[must_use]
pub fn help(path: &str) -> &'static str {
    words(path).map_or("", |words| words.help)
}

/// What one row of a list is called.
#[must_use]
pub fn row_name(list: &str) -> &'static str {
    match list {
        "/model/targets" => "Chỉ tiêu",
        "/model/forces" => "Lực lượng",
        "/model/milestones" => "Mốc",
        "/model/resources" => "Nguồn lực",
        "/model/basis" => "Văn bản",
        "/model/evidence" => "Tài liệu",
        _ => "Dòng",
    }
}

/// “Thời hạn” → “thời hạn”, for a label inside a sentence.
#[must_use]
pub fn lower_first(text: &str) -> String {
    let mut rest = text.chars();
    let first = rest.next();
    // “Nhân dân”, “Đảng ủy” keep their capital (NĐ 30/2020, annex II), and so do “UBND” and “QR”.
    let keeps =
        ["Nhân dân", "Đảng bộ", "Đảng ủy", "Zalo"].iter().any(|word| text.starts_with(word)) || rest.clone().next().is_some_and(crate::text::fold::is_upper);
    match first {
        Some(first) if !keeps => std::iter::once(crate::text::fold::lower(first)).chain(rest).collect(),
        _ => text.to_owned(),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn every_field_has_a_label() {
        for field in fields::FIELDS {
            assert!(WORDS.iter().any(|words| words.path == field.path), "{} has no label in messages/labels.rs", field.path);
        }
        for words in WORDS {
            assert!(fields::FIELDS.iter().any(|field| field.path.starts_with(words.path)), "{} is no field", words.path);
        }
    }

    #[test]
    fn rows_have_numbers() {
        assert_eq!(label("/model/targets/1/due"), "Chỉ tiêu 2: thời hạn");
        assert_eq!(label("/model/targets/0"), "Chỉ tiêu 1");
        assert_eq!(label("/applicant/address/commune/name"), "Xã, phường, đặc khu");
        assert_eq!(label("/model/scope"), "Địa bàn, đối tượng");
    }

    #[test]
    fn names_keep_their_capital_inside_a_sentence() {
        for (label, inside) in [
            ("Thời hạn", "thời hạn"),
            ("Nhân dân bàn", "Nhân dân bàn"),
            ("UBND xã xác nhận", "UBND xã xác nhận"),
            ("Đảng ủy", "Đảng ủy"),
            ("Ý kiến", "ý kiến"),
            ("", ""),
        ] {
            assert_eq!(lower_first(label), inside);
        }
    }

    #[test]
    fn a_guideline_has_names_of_its_own() {
        let names = [
            ("/model/targets/*/due", "Phải xong khi nào"),
            ("/applicant/name", "Đơn vị"),
            ("/applicant/address/commune", "Phường"),
            ("/extra/tk", "Số hội viên"),
        ];
        let names = names.map(|(path, name)| (path.to_owned(), name.to_owned()));
        assert_eq!(label_with("/model/targets/1/due", false, &names), "Chỉ tiêu 2: phải xong khi nào");
        assert_eq!(label_with("/applicant/name", true, &names), "Đơn vị");
        assert_eq!(label_with("/applicant/address/commune/name", false, &names), "Phường");
        assert_eq!(label_with("/extra/tk", false, &names), "Số hội viên");
        assert_eq!(label_with("/model/name", true, &names), "Tên điển hình");
    }
}
