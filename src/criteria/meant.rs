//! Which phrases of a text are meant: “chưa họp dân”, “vận động viên” and “ngày công khai mạc” have the letters of another thing;
//! “mỗi họ tự cắt người đi coi” and “sổ tiền treo cột đèn” say the thing in other words.

use super::forms::near;
use super::lists::List;
use crate::text::keys::{Sieve, Words};
use crate::text::letters::gap;
use crate::text::lexicon::Hit;
use crate::text::reading::Reading;
use crate::words;

/// How far an act stands from those who do it.
const REACH: usize = 8;
/// Whose house, boat or stall it is, counted or named one by one (“mỗi họ”, “09 tiệm”).
const NOUN: &Words = words!("nhà|hộ|nóc|sạp|ghe|thuyền|tiệm|quán|họ|xóm|cụm|ngõ|làng|bản|buôn|ấp|chú|bác|ông|bà|cụ|chị|anh|người|chủ");
/// What stands before such a noun.
const EACH: &Words = words!("mỗi|từng|các|mấy|cả|hai|ba|bốn|năm|sáu|những|nhiều|toàn|chủ");
/// What people do by themselves as they are served, and other words that begin with “tự”.
const SERVED: &Words = words!("nộp|mở|xem|tra|cài|biết|đến|lấy|giác|tin|do|lập|vệ|nhiên|hào|động|ái|ti|tử|túc");
/// What accounts are called.
const MONEY: &Words = words!("sổ|tiền|thu|chi|khoản|hóa|biên|quỹ|mức|số|kinh|góp|nhiêu");

/// The occurrences of mobilising, discussing and giving without those that are denied or are part of another word, and with those that are told in other words.
pub fn meant(hits: &[Hit], reading: &Reading<'_>) -> Vec<Hit> {
    let asked = |hit: &Hit| [List::Mobilisation, List::Consultation, List::Giving].iter().any(|list| hit.list == *list as u8);
    let others: Vec<(usize, usize)> = hits.iter().filter(|hit| hit.list == List::Lookalike as u8).map(|hit| (hit.first, hit.last)).collect();
    let part_of_other = |hit: &Hit| {
        let before = others.partition_point(|(first, _)| *first <= hit.last);
        before.checked_sub(1).and_then(|at| others.get(at)).is_some_and(|(_, last)| *last >= hit.first)
    };
    let people: Vec<usize> = hits.iter().filter(|hit| hit.list == List::People as u8).map(|hit| hit.last).collect();
    let scene = Scene { reading, people };
    // without marks a single syllable has too many meanings: “ban” is bàn, bạn, bán, bản
    let unclear = |hit: &Hit| reading.signs.unmarked && hit.first == hit.last && hit.list != List::Giving as u8;
    let stands = |hit: &Hit| !(unclear(hit) || part_of_other(hit) || is_denied(hit, reading) || scene.is_of_others(hit));
    let mut kept: Vec<Hit> = hits.iter().filter(|hit| asked(hit) && stands(hit)).copied().collect();
    for list in [List::Mobilisation, List::Consultation] {
        if reading.signs.unmarked && list == List::Mobilisation || kept.iter().any(|hit| hit.list == list as u8) {
            continue;
        }
        let hit = |at: usize| Hit { list: list as u8, phrase: 0, first: at, last: at, span: reading.span(at, at) };
        let begins = reading.words.iter().enumerate().filter(|(_, word)| SIEVE.passes(word.key)).map(|(at, _)| at);
        let found =
            begins.filter(|at| if list == List::Mobilisation { scene.acts(*at) } else { scene.discusses(*at) }).map(hit).find(|hit| !is_denied(hit, reading));
        if let Some(hit) = found {
            kept.insert(kept.partition_point(|known| known.first <= hit.first), hit);
        }
    }
    kept
}

/// The words at which something may be told in other words.
const BEGINNINGS: &Words = words!(
    "tự|cùng|chung|nhận|hùn|rủ|nhường|góp|quyên|cắt|cử|đứng|luân|thay|chia|bảo|nhắc|giúp|đỡ|dìu|gọi|coi|ngồi|giao|cho|lo|giữ|dựng|đặt|quyết|làm|trông|nuôi|chăm|nấu|canh|mở|kẻ|dắt|kèm|dạy|chỉ|truyền|ai|treo|dán|khắc|kẹp|kê|đính|ghim|viết|ghi|đọc|đăng|chụp|gửi|cũng|mức|xem|soát|kiểm|lật|đếm|chuyền"
);

/// Nearly all other words are passed over by it.
static SIEVE: Sieve = Sieve::new(&[BEGINNINGS]);

/// Who does what in a text.
struct Scene<'r, 't> {
    reading: &'r Reading<'t>,
    /// The last words of what names the people, in order.
    people: Vec<usize>,
}

impl Scene<'_, '_> {
    fn is(&self, at: usize, among: &Words) -> bool {
        near::is(self.reading, at, among)
    }

    /// Whether the people are named by a word: “bà con”, “mỗi họ”, “09 tiệm”.
    fn names_people(&self, at: usize) -> bool {
        let counted = || {
            let before = at.checked_sub(1);
            before.is_some_and(|before| {
                near::tight(self.reading, before) && (self.is(before, EACH) || self.reading.words.get(before).is_some_and(|word| word.digit))
            })
        };
        self.people.binary_search(&at).is_ok()
            || self.is(at, NOUN)
                && (counted() || self.is(at + 1, words!("nào|này|kia")))
                && !self.is(at + 1, words!("sĩ|nước|trường|máy|thuốc|khám|bệnh|nộp|dùng|vay"))
    }

    /// Whether those who are paid for it are named by a word and the next; who is retired is not paid.
    fn names_staff(&self, at: usize) -> bool {
        self.is(at, words!("các")) && self.is(at + 1, words!("cô|thầy"))
            || self.is(at, words!("công|viên|cán|nhân|giáo|bác|y|chiến|thủ|thẩm|kiểm|chuyên|cơ|bộ|đơn|thầy"))
                && self.is(at + 1, words!("chức|bộ|viên|sĩ|thư|phán|lâm|quan|phận|vị|cô|nhân"))
                && !self.is(at + 2, words!("hưu|nghỉ|về|cũ"))
    }

    /// Whether a board that decides for others is named by a word and the next.
    fn names_board(&self, at: usize) -> bool {
        self.is(at, words!("ban")) && self.is(at + 1, words!("điều|quản|chấp|thường|lãnh|chủ|giám")) && !self.is(at + 2, words!("sát"))
            || self.is(at, words!("chi|cấp|đảng")) && self.is(at + 1, words!("ủy|uỷ"))
            || self.is(at, words!("lãnh|nhà|hội")) && self.is(at + 1, words!("đạo|trường|đồng"))
    }

    /// Whom a sentence named last before a word: the people (true) or somebody else.
    fn nearest(&self, at: usize, else_named: fn(&Self, usize) -> bool) -> Option<bool> {
        for before in (at.saturating_sub(REACH + 2)..at).rev() {
            if near::ends(self.reading, before) {
                return None;
            }
            if self.names_people(before) {
                return Some(true);
            }
            if else_named(self, before) {
                return Some(false);
            }
        }
        None
    }

    fn people_before(&self, at: usize) -> bool {
        self.nearest(at, |scene, at| scene.names_staff(at) || scene.names_board(at)) == Some(true)
    }

    /// Whether one of some words stands behind a word, in its sentence.
    fn behind(&self, at: usize, words: usize, test: impl Fn(usize) -> bool) -> bool {
        (at + 1..=at + words).take_while(|next| !near::ends(self.reading, next - 1)).any(test)
    }

    /// Whether one of some words stands in the comma clause of a word, before it.
    fn in_clause(&self, at: usize, among: &Words) -> bool {
        (at.saturating_sub(REACH)..at)
            .rev()
            .take_while(|before| !near::has_gap(self.reading, *before, gap::COMMA | gap::SEMICOLON | gap::COLON | gap::STOP | gap::LINE | gap::BRACKET))
            .any(|before| self.is(before, among))
    }

    /// “Công chức tự nguyện ở lại làm thêm giờ”, “Ban giám đốc biểu quyết mua máy”, “giờ mở sân công khai”: an act, but not with the people.
    fn is_of_others(&self, hit: &Hit) -> bool {
        let people = || self.behind(hit.last, REACH, |at| self.names_people(at));
        if hit.list == List::Mobilisation as u8 {
            if self.is(hit.last, words!("tự")) && self.is(hit.last + 1, SERVED)
                || self.is(hit.last, words!("cùng")) && self.is(hit.last + 1, words!("đến|xem|nghe|dự|vui"))
            {
                return true;
            }
            let inner = || self.behind(hit.last, REACH, |at| self.is(at, words!("giờ|ca|tiết|trực|soạn|giáo|sở|lớp|thêm|tăng|nghiệp|hồ")));
            self.is(hit.first, words!("tự|tình|xung|cùng|thay|giúp|lẫn|chung|không"))
                && self.nearest(hit.first, Self::names_staff) == Some(false)
                && inner()
                && !people()
        } else if hit.list == List::Consultation as u8 {
            if self.is(hit.first, words!("công|niêm")) {
                let money = || {
                    self.in_clause(hit.first, MONEY) || (hit.last + 1..=near::clause_end(self.reading, hit.last).min(hit.last + 6)).any(|at| self.is(at, MONEY))
                };
                return self.in_clause(hit.first, words!("giờ|lịch|tục|thoại|giá|trình|nội|biểu")) && !money();
            }
            self.is(hit.first, words!("biểu|bàn|thống|giơ|cùng")) && self.nearest(hit.first, Self::names_board) == Some(false) && !people()
        } else {
            false
        }
    }

    /// Whether people do something of their own will at a word: “các nhà luân phiên nhóm bếp”, “mỗi họ tự cắt người”, “do xóm lo”.
    fn acts(&self, at: usize) -> bool {
        let next = |among: &Words| self.is(at + 1, among);
        let will =
            self.is(at, words!("tự")) && !next(SERVED) && !at.checked_sub(1).is_some_and(|before| self.is(before, words!("thứ|trình|trật|tương|tuần|chữ")))
                || self.is(at, words!("cùng|chung")) && !next(words!("đến|xem|nghe|dự|vui|kỳ|cực|thời|với|lúc|ngày|năm|loại|cư|tháng|của|là|quanh|cả"))
                || self.is(at, words!("nhận"))
                    && (next(words!("một|mỗi|coi|giữ|trông|chăm|nuôi|dọn|khơi|kèm|đỡ|canh|nấu|đoạn|việc|làm|phần"))
                        || self.reading.words.get(at + 1).is_some_and(|word| word.digit) && self.is(at + 2, words!("m|mét|đoạn|khúc|em|cụ|phần|cháu|nhà")))
                || self.is(at, words!("hùn|rủ|nhường|góp|quyên|cắt|cử")) && !next(words!("phần|ý|mặt|tri|nhân|động|nước|điện|giảm|tuyển"))
                || self.is(at, words!("đứng|luân|thay|chia|bảo|nhắc|giúp|đỡ|dìu|gọi|coi|ngồi|giao|cho"))
                    && next(words!("ra|phiên|lượt|nhau|ban|ca|hẹn|ước|mượn|nhờ|lại|chung|hộ|giúp"))
                    && !(self.is(at, words!("cho")) && next(words!("ra|ban|hộ|nhau|ca|lại")) || self.is(at, words!("giao")) && next(words!("lại|cho|ban")));
        let theirs = || {
            self.is(at, words!("đứng|mở|kẻ|lo|giữ|dựng|đặt|quyết|coi|làm|trông|nuôi|chăm|nấu|canh"))
                && (at.saturating_sub(4)..at)
                    .any(|by| self.is(by, words!("do")) && (by + 1..at).any(|who| self.names_people(who) || self.is(who, words!("xóm|làng|thôn|bản|buôn"))))
        };
        // “bản nào xong trước sang làm giúp bản sau”
        let each_other = || {
            self.is(at, words!("giúp|dắt|dìu|kèm")) && self.behind(at, 3, |whom| self.is(whom, NOUN) && self.is(whom + 1, words!("sau|bên|kia|khác|cạnh|mới")))
        };
        let passed_on = || self.is(at, words!("dạy|chỉ|truyền")) && next(words!("lại|nghề|nhau"));
        let who_has = || self.is(at, words!("ai")) && next(words!("có")) && self.behind(at + 1, 4, |gives| self.is(gives, words!("đem|góp|mang|cho|giúp")));
        (will || each_other() || passed_on()) && self.people_before(at) || theirs() || who_has()
    }

    /// Whether people decide, or see the accounts, at a word: “nhà nào cũng gật”, “chọn mức”, “sổ tiền treo cột đèn”, “ai cũng lật xem được”.
    fn discusses(&self, at: usize) -> bool {
        let shown = self.is(at, words!("treo|dán|khắc|kẻ|kẹp|kê|đính|viết|ghi|đọc|đăng|chụp|gửi"))
            && (self.in_clause(at, MONEY) || (at.saturating_sub(REACH)..at).any(|before| self.is(before, words!("nhiêu"))))
            && self.behind(at, 5, |place| {
                self.is(place, words!("nhóm|zalo|loa"))
                    || !self.is(at, words!("gửi")) && self.is(place, words!("bảng|tường|cột|cổng|lán|đình|vách|hiên|sân"))
                    || self.is(place, words!("nhà")) && self.is(place + 1, words!("văn|sinh|cộng|rông|sàn|thờ|chung"))
            });
        // “dán tờ thu chi ngay cửa thang máy”
        let posted = || {
            self.is(at, words!("dán|treo|đính|kẻ|ghim"))
                && self.is(at + 1, words!("tờ|bảng|sổ|bản|giấy|danh|từng"))
                && self.behind(at, 4, |what| self.is(what, words!("thu|chi|tiền|góp|quỹ|khoản")) && !self.is(what + 1, words!("tiết|gom|bộ|hội")))
        };
        let everyone = self.is(at, words!("cũng"))
            && (at.saturating_sub(4)..at).any(|who| self.is(who, words!("ai|nào")))
            && self.behind(at, 2, |seen| self.is(seen, words!("coi|xem|lật|thấy|đọc|kiểm|soát|gật|ưng|chịu|ký|thuận")));
        let level = || {
            self.is(at, words!("mức"))
                && (at.saturating_sub(3)..=at + 3).any(|choice| self.is(choice, words!("chọn|chịu|ưng|thuận|đưa|nêu")))
                && self.people_before(at)
        };
        let together = || self.is(at, words!("ngồi")) && self.is(at + 1, words!("lại|bàn|họp")) && self.people_before(at);
        // “sổ thu chuyền tay, nhà nào xem xong thì ký”
        let seen = || {
            self.is(at, words!("xem|soát|kiểm|lật|đếm|chuyền"))
                && self.people_before(at)
                && (at.saturating_sub(REACH)..at + 4).any(|kept| self.is(kept, words!("sổ|hóa|biên|quỹ|khoản")))
        };
        shown || posted() || everyone || level() || together() || seen()
    }
}

/// Words that deny what follows within two words.
const NO: &Words = words!("không|chưa|chẳng|chả|khỏi|miễn|đừng|khoan|thiếu|ko|k0");
/// Behind one of them, words that affirm: “không chỉ vận động”.
const BUT: &Words = words!("chỉ|những|ngừng|quên|mà|riêng|kể|ngại|quản");

fn is_denied(hit: &Hit, reading: &Reading<'_>) -> bool {
    if hit.list == List::Giving as u8 && collects_nothing(hit, reading) {
        return true;
    }
    let mut at = hit.first;
    for step in 0..3 {
        let Some(before) = at.checked_sub(1) else { return false };
        if near::has_gap(reading, before, !(gap::SPACE | gap::NO_BREAK)) {
            return false;
        }
        if near::is(reading, before, NO) {
            // “không chỉ vận động” affirms; “không phải góp” denies
            return !(step > 0 && near::is(reading, before + 1, BUT));
        }
        at = before;
    }
    false
}

/// “không huy động dân đóng góp tiền, đất hay ngày công”
fn collects_nothing(hit: &Hit, reading: &Reading<'_>) -> bool {
    for at in (hit.first.saturating_sub(10)..hit.first).rev() {
        let listed = near::is(reading, at, words!("tiền|đất|công|của|gạo|vật|liệu|sức|đóng|góp|hiến"));
        if !listed && !near::tight(reading, at) {
            return false;
        }
        if near::is(reading, at, NO) {
            return near::is(reading, at + 1, words!("huy|thu|lấy|bắt|yêu|nhận|phải|cần|đòi|xin|kêu|đặt|vận|quyên|nhờ|ép|gợi"));
        }
    }
    false
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::criteria::{Rules, Subject};
    use crate::json::Json;
    use crate::text::date::Date;

    #[track_caller]
    fn counts(list: List, text: &str, expected: usize) {
        let rules = Rules::mau().unwrap();
        let subject = Subject::new(&rules, &Json::Null, Date::new(2026, 6, 1).unwrap());
        assert_eq!(subject.read(text).hits(list).count(), expected, "{text}");
    }

    #[test]
    fn denied() {
        counts(List::Consultation, "Chưa họp dân.", 0);
        counts(List::Consultation, "sẽ không được công khai", 0);
        counts(List::Consultation, "không những họp dân", 1);
        counts(List::Mobilisation, "Không vận động, không kêu gọi thêm", 0);
        counts(List::Mobilisation, "không chỉ vận động", 1);
        counts(List::Mobilisation, "Không ép, vận động", 1);
        counts(List::Giving, "người dân không phải góp đồng nào", 0);
    }

    #[test]
    fn nothing_is_collected() {
        counts(List::Giving, "không huy động dân đóng góp tiền, đất hay ngày công", 0);
        counts(List::Giving, "Mô hình không vận động phụ huynh đóng góp tiền, không nhận quà", 0);
        counts(List::Giving, "Không thu tiền mặt, mỗi hộ góp 03 ngày công", 2);
    }

    #[test]
    fn acts_in_other_words() {
        for text in [
            "mỗi họ tự cắt người đi coi rừng",
            "15 nhà quanh bệnh viện luân phiên nhóm bếp",
            "09 tiệm tạp hóa đầu làng nhận giữ hộ",
            "bếp cháo do xóm lo",
            "bản nào xong trước sang giúp bản sau",
            "mẹ đi chợ về, ai có rau đem rau",
            "cựu thợ rèn trong làng, các ông dạy lại cho em út",
        ] {
            counts(List::Mobilisation, text, 1);
        }
    }

    #[test]
    fn acts_of_others() {
        for text in [
            "Công chức tự nguyện ở lại làm thêm giờ",
            "Người dân tự lấy số thứ tự, nhận kết quả tại quầy",
            "Các hộ tự giác chấp hành",
            "Các cô cùng nhau trang trí lớp ngoài giờ",
            "Mỗi người bệnh nhận số, chờ khám",
            "Giúp các hộ, cán bộ tự soạn tờ rơi",
        ] {
            counts(List::Mobilisation, text, 0);
        }
        counts(List::Mobilisation, "Bác sĩ hưu trí tự nguyện đo huyết áp thêm giờ", 1);
        counts(List::Mobilisation, "Giáo viên tự nguyện thêm giờ cùng phụ huynh nấu bữa sáng", 1);
    }

    #[test]
    fn discussed_in_other_words() {
        for text in [
            "Sổ tiền treo cột đèn",
            "ai đi qua cũng coi được",
            "nhà nào cũng gật mới đong",
            "hóa đơn chụp gửi vào nhóm lớp",
            "Chủ ghe ngồi lại hai lần",
            "mỗi hộ chọn mức của mình",
            "thủ quỹ dán tờ thu chi ngay cửa thang máy",
            "Sổ thu chuyền quanh xóm, nhà nào xem xong thì ký",
        ] {
            counts(List::Consultation, text, 1);
        }
    }

    #[test]
    fn discussed_by_others() {
        for text in [
            "Ban giám đốc biểu quyết mua máy",
            "Ban điều hành ngồi lại chốt mức",
            "giờ mở sân công khai trên bảng, tiền do trường giữ",
            "sổ chưa treo ở đình",
            "lập lịch, dán lịch ở cổng làng",
            "ai cũng rõ",
            "dán tờ hướng dẫn thu gom rác ở từng nhà",
        ] {
            counts(List::Consultation, text, 0);
        }
        counts(List::Consultation, "Ban quản lý chợ bàn bạc với tiểu thương", 1);
    }

    #[test]
    fn part_of_another_word() {
        counts(List::Mobilisation, "20 vận động viên, 3 sân vận động, cống hiến", 0);
        counts(List::Mobilisation, "vận động 20 viên chức", 1);
        counts(List::Consultation, "Ngày công khai mạc; sạp niêm yết giá", 0);
        counts(List::Consultation, "niêm yết thu chi", 1);
        counts(List::Mobilisation, &"không vận động ".repeat(1_500), 0);
        counts(List::Mobilisation, &"cán bộ tự ".repeat(1_500), 0);
    }
}
