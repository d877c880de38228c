//! Units that are counted and measured in registrations, as they stand behind a number in running text.

use super::keys::{START, joined, mixed, phrases};
use super::scan::Scan;
use super::unmarked;

/// What is measured: a decimal comma is natural here.
const MEASURED: [&str; 18] = ["%", "cm", "ha", "héc ta", "hecta", "kg", "km", "km²", "l", "lít", "m", "m²", "m³", "mét", "mét khối", "tạ", "tấn", "đồng"];

/// What is counted, as comparison keys.
const COUNTED: [&str; 163] = [
    "bao",
    "bài",
    "bài viết",
    "bình",
    "bóng",
    "bóng đèn",
    "bản",
    "bể",
    "bộ",
    "bồn",
    "bồn hoa",
    "buổi",
    "ca",
    "cabin",
    "camera",
    "cá nhân",
    "cái",
    "cán bộ",
    "căn",
    "căn nhà",
    "câu lạc bộ",
    "cây",
    "cây cầu",
    "cháu",
    "chi bộ",
    "chi hội",
    "chi đoàn",
    "chiếc",
    "chiến sĩ",
    "chuyến",
    "chương trình",
    "con",
    "con giống",
    "công",
    "công trình",
    "cơ quan",
    "cơ sở",
    "cờ",
    "cột",
    "cột cờ",
    "cuốn",
    "cuộc",
    "doanh nghiệp",
    "gia đình",
    "giếng",
    "giờ",
    "giỏ",
    "hoạt động",
    "hộ",
    "hội nghị",
    "hội viên",
    "hố",
    "hồ sơ",
    "học bổng",
    "học sinh",
    "hạng mục",
    "khu",
    "khu phố",
    "khẩu",
    "khóm",
    "khối",
    "kênh",
    "lao động",
    "lần",
    "lớp",
    "lượt",
    "lượt người",
    "mô hình",
    "máy",
    "máy tính",
    "móng trụ",
    "ngày",
    "ngày công",
    "nghệ nhân",
    "người",
    "người dân",
    "nhà",
    "nhà văn hóa",
    "nhân khẩu",
    "nhóm",
    "nội dung",
    "năm",
    "phút",
    "phần",
    "phần quà",
    "phụ nữ",
    "quyển",
    "sản phẩm",
    "suất",
    "suất quà",
    "thành viên",
    "thôn",
    "tháng",
    "thùng",
    "thùng rác",
    "tiêu chí",
    "tin",
    "tin bài",
    "trường",
    "trường hợp",
    "trẻ",
    "trẻ em",
    "trụ",
    "tuyến",
    "tuyến đường",
    "tuần",
    "tập thể",
    "tổ",
    "tổ chức",
    "tổ dân phố",
    "tờ",
    "tờ rơi",
    "túi",
    "vé",
    "vị trí",
    "vụ",
    "vụ việc",
    "xe",
    "xã",
    "xóm",
    "ý kiến",
    "điểm",
    "đoàn viên",
    "đèn",
    "đơn vị",
    "đường dây",
    "đảng viên",
    "đề tài",
    "đội",
    "đợt",
    "đối tượng",
    "ấp",
    "em",
    "gốc",
    "chậu",
    "luống",
    "thửa",
    "phường",
    "quận",
    "tỉnh",
    "khách",
    "bữa",
    "cặp",
    "đôi",
    "hòm",
    "tủ",
    "tủ sách",
    "bếp",
    "loa",
    "màn hình",
    "giải",
    "tác phẩm",
    "văn bản",
    "kiến nghị",
    "ý tưởng",
    "sáng kiến",
    "cụ",
    "mẹ",
    "thanh niên",
    "nông dân",
    "cựu chiến binh",
    "hợp tác xã",
    "tổ hợp tác",
];

/// A unit found behind a number.
pub(super) struct Unit {
    /// Comparison key, one for all spellings: “m²” for m2 and mét vuông, “đồng” for đ and VNĐ.
    pub(super) key: &'static str,
    pub(super) end: usize,
    /// Whole things are counted; of others there can be a part.
    pub(super) counted: bool,
}

/// The unit at `i`, right behind a number or after blanks; the longest name that is known.
pub(super) fn unit_at(scan: &Scan<'_>, i: usize) -> Option<Unit> {
    let start = scan.skip_blanks(i);
    match scan.at(start) {
        Some('%') => return Some(Unit { key: "%", end: start + 1, counted: false }),
        Some('₫') => return Some(Unit { key: "đồng", end: start + 1, counted: false }),
        _ => {}
    }
    let mut found = None;
    let mut hash = START;
    let mut next = start;
    for _ in 0..3 {
        let (word, end) = scan.word(next);
        if word == 0 {
            break;
        }
        hash = joined(hash, word);
        let end = match scan.at(end) {
            Some('2' | '²') if !scan.is_digit(end + 1) => {
                hash = joined(hash, SQUARE);
                end + 1
            }
            Some('3' | '³') if !scan.is_digit(end + 1) => {
                hash = joined(hash, CUBE);
                end + 1
            }
            Some(_) if scan.is_digit(end) => break,
            _ => end,
        };
        if let Some((key, counted)) = known(hash) {
            found = Some(Unit { key, end, counted });
        }
        next = scan.skip_blanks(end);
        if next == end {
            break;
        }
    }
    found
}

/// Are these the keys of the words of something that is counted.
pub(super) fn is_counted(words: &[u64]) -> bool {
    known(words.iter().fold(START, |phrase, word| joined(phrase, *word))).is_some_and(|(_, counted)| counted)
}

/// The unit of a key, and whether it is counted.
fn known(key: u64) -> Option<(&'static str, bool)> {
    let place = WITH_MARKS.place(key).or_else(|| if unmarked::READ { WITHOUT_MARKS.place(key) } else { None })?;
    let behind = |names: usize| place.checked_sub(names);
    let other = || OTHER.get(behind(COUNTED.len() + MEASURED.len())?).map(|(_, name)| (*name, false));
    let measured = || MEASURED.get(behind(COUNTED.len())?).map(|name| (*name, false));
    COUNTED.get(place).map(|name| (*name, true)).or_else(measured).or_else(other)
}

/// Other ways to write a unit.
const OTHER: [(&str, &str); 5] = [("đ", "đồng"), ("vnđ", "đồng"), ("vnd", "đồng"), ("mét vuông", "m²"), ("phần trăm", "%")];

static WITH_MARKS: Keys = Keys::new(true);
static WITHOUT_MARKS: Keys = Keys::new(false);

const NAMES: usize = COUNTED.len() + MEASURED.len() + OTHER.len();

/// The keys of all names: counted, measured, other.
struct Keys {
    keys: [u64; NAMES],
    /// Slot of a key → its place in `keys`, one more; 0 where there is none. Nearly two thirds are free.
    slots: [u8; 512],
}

impl Keys {
    /// Of two names that are the same without marks (“hộ”, “hố”) the first is found.
    #[expect(clippy::indexing_slicing, reason = "at compile time, where iterators cannot run and a slip does not compile")]
    const fn new(with_marks: bool) -> Self {
        const { assert!(NAMES < 256) };
        let counted = phrases(&COUNTED, with_marks);
        let measured = phrases(&MEASURED, with_marks);
        let other = phrases(&[OTHER[0].0, OTHER[1].0, OTHER[2].0, OTHER[3].0, OTHER[4].0], with_marks);
        let (mut keys, mut slots) = ([0; NAMES], [0; 512]);
        let mut at = 0;
        while at < NAMES {
            let (in_measured, in_other) = (at.wrapping_sub(counted.len()), at.wrapping_sub(counted.len() + measured.len()));
            keys[at] = if at < counted.len() {
                counted[at]
            } else if in_measured < measured.len() {
                measured[in_measured]
            } else {
                other[in_other]
            };
            let mut slot = slot_of(keys[at]);
            while slots[slot] != 0 {
                slot = (slot + 1) % slots.len();
            }
            at += 1;
            slots[slot] = at as u8;
        }
        Keys { keys, slots }
    }

    fn place(&self, key: u64) -> Option<usize> {
        let mut slot = slot_of(key);
        loop {
            let place = usize::from(*self.slots.get(slot)?).checked_sub(1)?;
            if self.keys.get(place) == Some(&key) {
                return Some(place);
            }
            slot = (slot + 1) % self.slots.len();
        }
    }
}

const fn slot_of(key: u64) -> usize {
    (key >> 55) as usize
}

const SQUARE: u64 = mixed(START, 0xB2);
const CUBE: u64 = mixed(START, 0xB3);

#[cfg(test)]
mod tests {
    use super::*;
    use crate::text::fold::soft;

    #[track_caller]
    fn unit(text: &str, key: &str, rest: &str) {
        let scan = Scan::new(text);
        let found = unit_at(&scan, 0).unwrap();
        assert_eq!((found.key, scan.slice(found.end, scan.len())), (key, rest));
    }

    #[track_caller]
    fn none(text: &str) {
        assert!(unit_at(&Scan::new(text), 0).is_none(), "{text}");
    }

    #[test]
    fn names_are_keys_and_stand_once() {
        let all: Vec<&str> = COUNTED.into_iter().chain(MEASURED).collect();
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
