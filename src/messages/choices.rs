//! What the values of choices are called.

use super::say::Say;

/// The Vietnamese name of a value of the choice at a path (with `*` for rows); the value itself when it is not known.
#[must_use]
pub fn choice<'a>(path: &str, value: &'a str) -> &'a str {
    match (path, value) {
        ("/applicant/kind", "collective") => "Tập thể",
        ("/applicant/kind", "individual") => "Cá nhân",
        ("/severity", "must") => Say::Must.vi(),
        ("/severity", "should") => Say::Should.vi(),
        ("/severity", "hint") => Say::Hint.vi(),
        ("/stage", "register") => "Đăng ký",
        ("/stage", "review") => "Sơ kết",
        ("/stage", "recognise") => "Đề nghị công nhận",
        ("/level", "grassroots") => "Cơ sở (thôn, tổ, đơn vị)",
        ("/level", "commune") => "Xã, phường, đặc khu",
        ("/level", "district") => "Huyện (trước ngày 01/7/2025)",
        ("/level", "province") => "Tỉnh, thành phố",
        ("/level", "central") => "Trung ương",
        ("/applicant/header", "party") => "Tiêu đề Đảng Cộng sản Việt Nam",
        ("/applicant/header", "state") => "Quốc hiệu, tên cơ quan",
        ("/applicant/header", "citizen") => "Quốc hiệu (cá nhân)",
        ("/applicant/header", "none") => "Không có tiêu đề",
        ("/model/field", "economy") => "Kinh tế",
        ("/model/field", "culture-society") => "Văn hóa - xã hội",
        ("/model/field", "defence-security") => "Quốc phòng - an ninh",
        ("/model/field", "political-system") => "Xây dựng hệ thống chính trị",
        ("/model/status", "new") => "Xây dựng mới",
        ("/model/status", "ongoing") => "Đang thực hiện",
        ("/model/status", "upgraded") => "Nâng chất lượng",
        ("/model/status", "replicated") => "Nhân rộng từ mô hình khác",
        ("/model/forces/*/role", "lead") => "Chủ trì",
        ("/model/forces/*/role", "coordinate") => "Phối hợp",
        ("/model/forces/*/role", "take-part") => "Tham gia",
        ("/model/resources/*/kind", "budget") => "Ngân sách",
        ("/model/resources/*/kind", "contribution") => "Nhân dân, tổ chức đóng góp",
        ("/model/resources/*/kind", "land") => "Hiến đất",
        ("/model/resources/*/kind", "labour") => "Ngày công",
        ("/model/resources/*/kind", "in-kind") => "Hiện vật",
        (_, value) => value,
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::record::fields::{FIELDS, Holds};

    #[test]
    fn every_value_has_a_name() {
        for field in FIELDS {
            if let Holds::Choice(values) = field.holds {
                for value in values {
                    assert_ne!(choice(field.path, value), *value, "{} {value} has no name in messages/choices.rs", field.path);
                }
            }
        }
    }
}
