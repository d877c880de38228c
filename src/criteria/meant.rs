//! Which phrases of a text are meant: “chưa họp dân”, “vận động viên” and “ngày công khai mạc” have the letters of another thing;
//! “mỗi họ tự cắt người đi coi” and “sổ tiền treo cột đèn” say the thing in other words.

use super::forms::near;
use super::lists::List;
use super::scene::Scene;
use crate::text::keys::{Sieve, Words};
use crate::text::letters::gap;
use crate::text::lexicon::Hit;
use crate::text::reading::Reading;
use crate::words;

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
            "Trạm trưởng vận động 9 viên chức chấp hành giờ giấc",
            "Tuyên truyền, vận động cán bộ, chiến sĩ thi đua lập thành tích",
            "vận động đương sự ký nhận ngay",
            "Viên chức được vận động phục vụ tận tình",
            "thư ký tự nguyện nhận khuyết điểm nếu quá hạn",
            "Các cô cùng nhau trang trí lớp ngoài giờ",
            "Mỗi người bệnh nhận số, chờ khám",
            "Giúp các hộ, cán bộ tự soạn tờ rơi",
        ] {
            counts(List::Mobilisation, text, 0);
        }
        counts(List::Mobilisation, "Vận động công chức và bà con dọn kênh", 1);
        counts(List::Mobilisation, "Bác sĩ hưu trí tự nguyện đo huyết áp thêm giờ", 1);
        counts(List::Mobilisation, "Giáo viên tự nguyện thêm giờ cùng phụ huynh nấu bữa sáng", 1);
    }

    #[test]
    fn discussed_in_other_words() {
        for text in [
            "Sổ tiền treo cột đèn",
            "sổ treo ở cửa thang cho ai muốn lật thì lật",
            "đếm lại trước mặt mọi người",
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
            "sổ ghi việc của sáu nhà xem hình",
            "nhà nào chậm thì nhắc, Chi bộ xem sổ trực",
            "Thực đơn tuần dán công khai ở cổng",
            "Ban phát triển thôn họp ba lần, định mức mỗi nhân khẩu",
            "sơ đồ tuyến dán ở nhà văn hóa",
            "dán tờ hướng dẫn thu gom rác ở từng nhà",
        ] {
            counts(List::Consultation, text, 0);
        }
        counts(List::Consultation, "Ban quản lý chợ bàn bạc với tiểu thương", 1);
        counts(List::Consultation, "Thôn họp, Ban phát triển thôn ghi biên bản", 1);
        counts(List::Consultation, "Danh sách hộ góp tiền dán ở nhà văn hóa", 1);
    }

    #[test]
    fn part_of_another_word() {
        counts(List::Mobilisation, "20 vận động viên, 3 sân vận động, cống hiến", 0);
        counts(List::Mobilisation, "vận động 20 viên gạch", 1);
        counts(List::Consultation, "Ngày công khai mạc; sạp niêm yết giá", 0);
        counts(List::Consultation, "niêm yết thu chi", 1);
        counts(List::Mobilisation, &"không vận động ".repeat(1_500), 0);
        counts(List::Mobilisation, &"cán bộ tự ".repeat(1_500), 0);
    }
}
