//! Who does what in a text: the people, those who are paid for it, boards; and acts that are told in other words than those of a list. Its cases stand with those of `meant`.

use super::forms::near;
use super::lists::List;
use crate::text::keys::Words;
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

/// What makes a book one of duty, or a title, and no account.
const DUTY_BOOK: &Words = words!("trực|theo|khám|tiêm|bếp|đầu|tay|liên|đỏ");
/// What tells what was decided, and who gave.
const RESOLVED: &Words = words!("sách|ký|mức|hộ|kết|thống|nghị|ước|bản");

/// Who does what in a text.
pub(super) struct Scene<'r, 't> {
    pub(super) reading: &'r Reading<'t>,
    /// The last words of what names the people, in order.
    pub(super) people: Vec<usize>,
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
            || self.is(at, words!("công|viên|cán|nhân|giáo|bác|y|chiến|thủ|thẩm|kiểm|chuyên|cơ|bộ|đơn|thầy|thư"))
                && self.is(at + 1, words!("chức|bộ|viên|sĩ|thư|phán|lâm|quan|phận|vị|cô|nhân|ký"))
                && !self.is(at + 2, words!("hưu|nghỉ|về|cũ"))
    }

    /// Whether a board that decides for others is named by a word and the next.
    fn names_board(&self, at: usize) -> bool {
        self.is(at, words!("ban")) && self.is(at + 1, words!("điều|quản|chấp|thường|lãnh|chủ|giám")) && !self.is(at + 2, words!("sát"))
            || self.is(at, words!("chi|cấp|đảng")) && self.is(at + 1, words!("ủy|uỷ"))
            || self.is(at, words!("lãnh|nhà|hội")) && self.is(at + 1, words!("đạo|trường|đồng"))
    }

    /// “vận động 9 viên chức chấp hành giờ giấc”, “vận động đương sự ký nhận”, “Viên chức được vận động”: those who are paid, or bound, are no people that is mobilised.
    fn is_of_staff(&self, hit: &Hit) -> bool {
        if !self.is(hit.last, words!("động|gọi|truyền|khích|mời|cùng")) {
            return false;
        }
        let mut whom = hit.last + 1;
        while whom < hit.last + 5
            && (self.is(whom, words!("các|những|toàn|thể|đội|ngũ|mỗi|từng|đồng")) || self.reading.words.get(whom).is_some_and(|word| word.digit))
        {
            whom += 1;
        }
        let joined = (hit.last..whom).all(|at| near::tight(self.reading, at));
        let bound = |at: usize| self.is(at, words!("đương")) && self.is(at + 1, words!("sự"));
        // “vận động công chức và bà con cùng làm”
        let people = || (whom..=near::clause_end(self.reading, whom)).any(|at| self.names_people(at));
        let served = || hit.first > 2 && self.is(hit.first - 1, words!("được")) && self.names_staff(hit.first - 3);
        joined && (self.names_staff(whom) || bound(whom)) && !people() || served()
    }

    /// Whether the word at a place ends the name of a board: “Ban phát triển thôn”, “chi bộ ấp”.
    fn is_of_board(&self, at: usize) -> bool {
        let head = |at: usize| {
            self.is(at, words!("ban")) && self.is(at + 1, words!("phát|công|nhân|quản|mặt|cán|chấp|điều|chỉ"))
                || self.is(at, words!("chi")) && self.is(at + 1, words!("bộ|ủy|uỷ"))
        };
        (at.saturating_sub(5)..at).any(|first| head(first) && (first..at).all(|word| near::tight(self.reading, word)))
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
    pub(super) fn is_of_others(&self, hit: &Hit) -> bool {
        let people = || self.behind(hit.last, REACH, |at| self.names_people(at));
        if hit.list == List::Mobilisation as u8 {
            if self.is_of_staff(hit) {
                return true;
            }
            if self.is(hit.last, words!("tự")) && self.is(hit.last + 1, SERVED)
                || self.is(hit.last, words!("cùng")) && self.is(hit.last + 1, words!("đến|xem|nghe|dự|vui"))
            {
                return true;
            }
            let inner = || self.behind(hit.last, REACH, |at| self.is(at, words!("giờ|ca|tiết|trực|soạn|giáo|sở|lớp|thêm|tăng|nghiệp|hồ|khuyết|sớm|muộn")));
            self.is(hit.first, words!("tự|tình|xung|cùng|thay|giúp|lẫn|chung|không"))
                && self.nearest(hit.first, Self::names_staff) == Some(false)
                && inner()
                && !people()
        } else if hit.list == List::Consultation as u8 {
            // “xem sổ trực”, “mở sổ khám”
            if self.is(hit.last, words!("sổ")) && hit.last > hit.first && self.is(hit.last + 1, DUTY_BOOK) {
                return true;
            }
            // “Ban phát triển thôn họp”
            if self.is(hit.last, words!("họp")) && hit.last > hit.first && self.is_of_board(hit.first) {
                return !people();
            }
            // “sơ đồ tuyến dán ở nhà văn hóa” shows no account and no decision
            if self.is(hit.first, words!("dán")) && self.is(hit.first + 1, words!("ở|tại")) {
                let shown = (near::begin(self.reading, hit.first)..=near::end(self.reading, hit.last)).any(|at| {
                    // “nhà văn hóa” has a word of “hóa đơn”
                    self.is(at, MONEY) && !near::after(self.reading, at, words!("văn")) || self.is(at, RESOLVED)
                });
                return !shown;
            }
            if self.is(hit.first, words!("công|niêm")) || self.is(hit.last, words!("khai")) {
                let money = || {
                    self.in_clause(hit.first, MONEY) || (hit.last + 1..=near::clause_end(self.reading, hit.last).min(hit.last + 6)).any(|at| self.is(at, MONEY))
                };
                return self.in_clause(hit.first, words!("giờ|lịch|tục|thoại|giá|trình|nội|biểu|thực")) && !money();
            }
            self.is(hit.first, words!("biểu|bàn|thống|giơ|cùng")) && self.nearest(hit.first, Self::names_board) == Some(false) && !people()
        } else {
            false
        }
    }

    /// Whether people do something of their own will at a word: “các nhà luân phiên nhóm bếp”, “mỗi họ tự cắt người”, “do xóm lo”.
    pub(super) fn acts(&self, at: usize) -> bool {
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
    pub(super) fn discusses(&self, at: usize) -> bool {
        let shown = self.is(at, words!("treo|dán|khắc|kẻ|kẹp|kê|đính|viết|ghi|đọc|đăng|chụp|gửi"))
            && (self.in_clause(at, MONEY) || (at.saturating_sub(REACH)..at).any(|before| self.is(before, words!("nhiêu"))))
            && self.behind(at, 5, |place| {
                self.is(place, words!("nhóm|zalo|loa"))
                    || !self.is(at, words!("gửi")) && self.is(place, words!("bảng|tường|cột|cổng|lán|đình|vách|hiên|sân|cửa|sảnh|chòi|bến"))
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
                && !self.is(at + 1, words!("hình|ảnh|camera|phim|hát|bệnh|tivi|ti|giúp|xét"))
                && self.people_before(at)
                && (at.saturating_sub(REACH)..at + 4).any(|kept| self.is(kept, words!("sổ|hóa|biên|quỹ|khoản")) && !self.is(kept + 1, DUTY_BOOK))
        };
        shown || posted() || everyone || level() || together() || seen()
    }
}
