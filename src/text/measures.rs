//! Units that are counted and measured in registrations, as they stand behind a number in running text.

use super::scan::Scan;

/// Names between bars. What is measured: a decimal comma is natural here.
const MEASURED: &str = "%|cm|ha|héc ta|hecta|kg|km|km²|l|lít|m|m²|m³|mét|mét khối|tạ|tấn|đồng";

/// What is counted, as comparison keys between bars: one string weighs less in wasm than a table.
const COUNTED: &str = "\
    bao|bài|bài viết|bình|bóng|bóng đèn|bản|bể|bộ|bồn|bồn hoa|buổi|ca|cabin|camera|cá nhân|cái|cán bộ|căn|căn nhà|câu lạc bộ|cây|cây cầu|cháu|\
    chi bộ|chi hội|chi đoàn|chiếc|chiến sĩ|chuyến|chương trình|con|con giống|công|công trình|cơ quan|cơ sở|cờ|cột|cột cờ|cuốn|cuộc|doanh nghiệp|\
    gia đình|giếng|giờ|giỏ|hoạt động|hộ|hội nghị|hội viên|hố|hồ sơ|học bổng|học sinh|hạng mục|khu|khu phố|khẩu|khóm|khối|kênh|lao động|lần|lớp|\
    lượt|lượt người|mô hình|máy|máy tính|móng trụ|ngày|ngày công|nghệ nhân|người|người dân|nhà|nhà văn hóa|nhân khẩu|nhóm|nội dung|năm|phút|\
    phần|phần quà|phụ nữ|quyển|sản phẩm|suất|suất quà|thành viên|thôn|tháng|thùng|thùng rác|tiêu chí|tin|tin bài|trường|trường hợp|trẻ|trẻ em|\
    trụ|tuyến|tuyến đường|tuần|tập thể|tổ|tổ chức|tổ dân phố|tờ|tờ rơi|túi|vé|vị trí|vụ|vụ việc|xe|xã|xóm|ý kiến|điểm|đoàn viên|đèn|đơn vị|\
    đường dây|đảng viên|đề tài|đội|đợt|đối tượng|ấp|em|gốc|chậu|luống|thửa|phường|quận|tỉnh|khách|bữa|cặp|đôi|hòm|tủ|tủ sách|bếp|loa|màn hình|\
    giải|tác phẩm|văn bản|kiến nghị|ý tưởng|sáng kiến|cụ|mẹ|thanh niên|nông dân|cựu chiến binh|hợp tác xã|tổ hợp tác";

/// A unit found behind a number.
pub(super) struct Unit {
    /// Comparison key, one for all spellings: “m²” for m2 and mét vuông, “đồng” for đ and VNĐ.
    pub(super) key: String,
    pub(super) end: usize,
    /// Whole things are counted; of others there can be a part.
    pub(super) counted: bool,
}

/// The unit at `i`, right behind a number or after blanks; the longest name that is known.
pub(super) fn unit_at(scan: &Scan<'_>, i: usize) -> Option<Unit> {
    let start = scan.skip_blanks(i);
    match scan.at(start) {
        Some('%') => return Some(Unit { key: String::from("%"), end: start + 1, counted: false }),
        Some('₫') => return Some(Unit { key: String::from("đồng"), end: start + 1, counted: false }),
        _ => {}
    }
    let mut found = None;
    let mut name = String::new();
    let mut next = start;
    for _ in 0..3 {
        let (word, end) = scan.letters(next);
        if word.is_empty() {
            break;
        }
        name.push_str(&word);
        let end = match scan.at(end) {
            Some('2' | '²') if !scan.is_digit(end + 1) => {
                name.push('²');
                end + 1
            }
            Some('3' | '³') if !scan.is_digit(end + 1) => {
                name.push('³');
                end + 1
            }
            Some(_) if scan.is_digit(end) => break,
            _ => end,
        };
        let key = match name.as_str() {
            "đ" | "vnđ" | "vnd" => "đồng",
            "mét vuông" => "m²",
            "phần trăm" => "%",
            name => name,
        };
        let counted = stands_in(COUNTED, key);
        if counted || stands_in(MEASURED, key) {
            found = Some(Unit { key: key.to_owned(), end, counted });
        }
        next = scan.skip_blanks(end);
        if next == end {
            break;
        }
        name.push(' ');
    }
    found
}

fn stands_in(names: &str, key: &str) -> bool {
    names.split('|').any(|name| name == key)
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::text::fold::soft;

    #[track_caller]
    fn unit(text: &str, key: &str, rest: &str) {
        let scan = Scan::new(text);
        let found = unit_at(&scan, 0).unwrap();
        assert_eq!((found.key.as_str(), scan.slice(found.end, scan.len())), (key, rest));
    }

    #[track_caller]
    fn none(text: &str) {
        assert!(unit_at(&Scan::new(text), 0).is_none(), "{text}");
    }

    #[test]
    fn names_are_keys_and_stand_once() {
        let all: Vec<&str> = COUNTED.split('|').chain(MEASURED.split('|')).collect();
        for (i, name) in all.iter().enumerate() {
            assert_eq!(soft(name), *name);
            assert!(!all[..i].contains(name), "{name}");
            assert!(name.split(' ').count() <= 3, "{name}");
        }
    }

    #[test]
    fn longest_name() {
        unit("m2.", "m²", ".");
        unit(" m² đất", "m²", " đất");
        unit(" mét vuông", "m²", "");
        unit("m", "m", "");
        unit("% hộ", "%", " hộ");
        unit(" ngày công", "ngày công", "");
        unit(" ngày, công", "ngày", ", công");
        unit(" Nhà văn hoá mới", "nhà văn hóa", " mới");
        unit("VNĐ", "đồng", "");
        unit("đ/tháng", "đồng", "/tháng");
        unit(" ngày\ncông", "ngày", "\ncông");
        none("");
        none(" đẹp");
        none("m5");
        none("m25");
        none(", hộ");
        none(&"a".repeat(20_000));
    }
}
