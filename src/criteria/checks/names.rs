//! # What it checks
//! That a name is a name of its own: more than the slogan, more than a year added to it, on one line.
//! # Why
//! “Thực hiện mô hình Dân vận khéo năm 2026” is the default that forms are filled with.
//! # Parameters
//! `paths`: names. `content`: the name must also say what is done, not only who or where (“Chi bộ thôn Vĩnh Hy”). `maxShare` is not used.
//! # Evidence
//! The name. Reasons: `slogan`, `line-break`; with `content`, `no-content` alone. Empty, and with `content` no more than the slogan: not-applicable, `empty`.
//! # Example
//! `{"kind":"names","paths":["/model/name"]}`

use super::super::{Subject, Verdict};
use crate::guideline::check::Names;
use crate::text::Span;
use crate::text::fold::soft;
use crate::text::keys::Words;
use crate::text::reading::{Reading, Token};
use crate::text::words::utf16_len;
use crate::words;

/// Words that do not make a name by themselves: those of the movement's own title, of years and of standing.
const EMPTY: &Words = words!(
    "thực|hiện|xây|dựng|đăng|ký|kí|mô|hình|điển|phong|trào|thi|đua|dân|vận|khéo|năm|giai|đoạn|nhiệm|kỳ|và|các|của|về|số|quý|tháng|dvk|i|ii|iii|iv|tiêu|biểu|xuất|sắc|mới|tên|tập|thể|cá|nhân|gương"
);
/// What the four fields are called: “Dân vận khéo trong phát triển kinh tế” is the movement's title with a field.
const FIELDS: [&str; 10] = [
    "phát triển kinh tế",
    "kinh tế",
    "văn hóa xã hội",
    "phát triển văn hóa xã hội",
    "quốc phòng an ninh",
    "quốc phòng",
    "an ninh",
    "xây dựng hệ thống chính trị",
    "hệ thống chính trị",
    "xây dựng đảng",
];
/// Words of bodies, people and places, with what else stands in a name that tells only who or where.
const WHO: &Words = words!(
    "chi|bộ|đảng|ủy|tổ|hội|đoàn|ban|đội|nhóm|khối|trường|trạm|phòng|cơ|quan|đơn|vị|ủy|ban|nhân|mặt|trận|quốc|việt|nam|tổ|phụ|nữ|nông|cựu|chiến|binh|thanh|niên|cộng|sản|hồ|chí|minh|người|cao|tuổi|chữ|thập|đỏ|liên|hiệp|lhpn|mttq|ubnd|ubmttq|hđnd|ccb|hnd|nct|đtn|công|an|quân|sự|biên|đồn|y|tế|mầm|non|tiểu|học|trung|thcs|thpt|phổ|thông|cơ|sở|giáo|viên|hưu|trí|cán|công|tác|câu|lạc|khu|thôn|ấp|khóm|bản|buôn|làng|xóm|phố|phường|xã|đặc|tỉnh|thành|thị|dân|cư|văn|hóa|điểm|kiểu|mẫu|cấp|địa|bàn|tại|ở|trên|trong|nơi|vùng|đồng|bào|tập|thể|cá|nhân|ông|bà|anh|chị|đồng|chí|kết|hợp|với|cùng|giữa|thuộc|trực|lực|lượng|vũ|trang|hợp|tác|quốc|phòng|lĩnh|vực|kinh"
);
/// Words behind which a name begins.
const NAMED: &Words = words!("thôn|ấp|khóm|bản|buôn|làng|xóm|phố|phường|xã|khu|tỉnh|tổ|trường|non|học|sở|thông|bộ|ủy|ông|bà|anh|chị|chí|đồn|trạm|cư|điểm");

pub fn check(params: &Names, on: &Subject<'_>) -> Verdict {
    let mut any = false;
    for path in params.paths.iter() {
        let name = on.text_at(path);
        let reading = Reading::new(name);
        if reading.words.is_empty() {
            continue;
        }
        let slogan = is_slogan(&reading);
        if params.content {
            any |= !slogan;
            if !slogan && !tells_what(&reading) {
                return Verdict::unmet("no-content").quoting_all(path, name);
            }
            continue;
        }
        any = true;
        if name.contains('\n') {
            let start = name.split('\n').next().map_or(0, utf16_len);
            return Verdict::unmet("line-break").quoting(path, Span { start, end: start + 1 });
        }
        if slogan {
            return Verdict::unmet("slogan").quoting_all(path, name);
        }
    }
    Verdict::met_unless_empty(any)
}

/// Whether a name is the movement's title, with a field or a year or not.
fn is_slogan(reading: &Reading<'_>) -> bool {
    let empty = |word: &Token| word.digit || EMPTY.contains(&word.key);
    if reading.words.iter().all(empty) {
        return true;
    }
    // between the title and the year stands a field, whole
    let Some(titled) = reading.words.iter().position(|word| words!("khéo").contains(&word.key)).map(|at| at + 1) else { return false };
    if !reading.words.iter().take(titled).all(empty) {
        return false;
    }
    let begins = |word: &&Token| words!("trong|trên|về|lĩnh|vực").contains(&word.key);
    let rest = reading.words.get(titled..).unwrap_or_default();
    let rest = rest.get(rest.iter().take_while(begins).count()..).unwrap_or_default();
    let years = rest.iter().rev().take_while(|word| word.digit || words!("năm|giai|đoạn|nhiệm|kỳ").contains(&word.key)).count();
    let field: Vec<String> = rest.iter().take(rest.len() - years).map(|word| soft(reading.word(word))).collect();
    FIELDS.contains(&field.join(" ").as_str())
}

/// Whether something is left of a name without the slogan, bodies, places and their names.
fn tells_what(reading: &Reading<'_>) -> bool {
    let shouted = reading.words.iter().all(|word| word.digit || word.capitals || reading.word(word).chars().count() == 1);
    let mut named = 0;
    for (at, word) in reading.words.iter().enumerate() {
        let known = word.digit || EMPTY.contains(&word.key) || WHO.contains(&word.key);
        if known {
            named = if NAMED.contains(&word.key) { 3 } else { named };
        } else if named > 0 && (word.initial || word.capitals) && (at == 0 || reading.gap(at - 1).trim().is_empty() || !shouted) {
            // “Vĩnh Hy” behind “thôn”
            named = if shouted { named - 1 } else { named };
        } else {
            return true;
        }
        if reading.gap(at).contains(['“', '”', '"', ':']) {
            named = 0;
        }
    }
    // “Tết Quân - Dân” has no word of its own but is no body either
    !reading.words.iter().any(|word| NAMED.contains(&word.key) || words!("hội|đoàn|ban|đội|nhóm|lhpn|mttq|ubnd|ccb|an|điểm").contains(&word.key))
}

#[cfg(test)]
mod tests {
    use crate::criteria::checks::testing::{met, not_applicable, unmet};

    fn named(name: &str) -> String {
        format!(r#"{{"model":{{"name":"{name}"}}}}"#)
    }

    #[test]
    fn more_than_the_slogan() {
        let check = r#"{"kind":"names","paths":["/model/name"]}"#;
        not_applicable(check, "{}", "empty");
        for name in [
            "Dân vận khéo",
            "DÂN VẬN KHÉO 2026",
            "Thực hiện mô hình Dân vận khéo năm 2026",
            "Xây dựng mô hình “Dân vận khéo” giai đoạn 2026-2027",
            "Đăng ký điển hình “Dân vận khéo” quý 2/2026",
            "Phong trào thi đua Dân vận khéo",
            "Tập thể Dân vận khéo",
            "Cá nhân điển hình Dân vận khéo năm 2026",
        ] {
            unmet(check, &named(name), "slogan", &["/model/name"]);
        }
        unmet(check, r#"{"model":{"name":"Tuyến đường hoa\nkiểu mẫu"}}"#, "line-break", &["/model/name"]);
        for name in
            ["Dân vận khéo trong hiến đất làm đường", "Tết Quân - Dân", "Mô hình “Dân vận khéo” năm 2026 của Chi bộ 3", "Cafe treo", "04 không", "Zalo thôn"]
        {
            met(check, &named(name));
        }
    }

    #[test]
    fn says_what_is_done() {
        let check = r#"{"kind":"names","paths":["/model/name"],"content":true}"#;
        not_applicable(check, "{}", "empty");
        not_applicable(check, &named("Dân vận khéo năm 2026"), "empty");
        for name in [
            "Chi bộ thôn Vĩnh Hy",
            "Khu phố 5",
            "Mô hình điểm xã Vĩnh Hải năm 2026",
            "Mô hình dân vận khéo của Hội Phụ nữ xã",
            "CHI BỘ THÔN VĨNH HY",
            "Trường Mầm non Hoa Sen",
            "Mô hình “Dân vận khéo” năm 2026 của Chi bộ 3",
            "Đồn Biên phòng Vĩnh Hải",
        ] {
            unmet(check, &named(name), "no-content", &["/model/name"]);
        }
        for name in [
            "Tết Quân - Dân",
            "Cafe treo",
            "Tổ ca nô bảo vệ môi trường ứng phó với biến đổi khí hậu thôn Vĩnh Hy",
            "Phiên chợ nghĩa tình",
            "Camera an ninh",
            "Kết nối trên Zalo Chính quyền và Nhân dân tham gia tại thôn Thành Sơn",
            "Nhân dân hiến đất làm đường",
            "THU GOM PHẾ LIỆU, TẶNG QUÀ PHỤ NỮ NGHÈO",
            "Nông dân làm du lịch, nho trải nghiệm-Thái An-Vĩnh Hải",
            "Khu phố 5 không rác",
        ] {
            met(check, &named(name));
        }
        met(check, &named(&"Chi bộ ".repeat(2_500).replace("Chi bộ Chi bộ", "Chi bộ hoa")));
    }
}
