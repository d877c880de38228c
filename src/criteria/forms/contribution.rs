//! Money or land that people are asked for, or labour that each house owes: “mỗi hộ góp 500.000 đồng”, “55 hộ hiến 1.647 m² đất”.
//!
//! Not: what businesses, the budget and the unit's own members give; advice, blood; what is denied (“không thu tiền của dân”) or told of another place.

use super::{Found, near};
use crate::criteria::{List, Text};
use crate::text::keys::Words;
use crate::text::lexicon::Hit;
use crate::text::reading::Reading;
use crate::words;

/// What is given: behind “góp” and “hiến” within a few words.
const GIFT: &Words = words!("tiền|đất|đồng|triệu|nghìn|ngàn|tỷ|tỉ|gạo|vườn|quỹ|kinh|vật|cát|xi|m2|m²|kg|trước|làm|xây|mở|một");
/// Gifts that work beside them does not outweigh.
const MONEY_OR_LAND: &Words = words!("tiền|đất|đồng|triệu|nghìn|ngàn|tỷ|tỉ|vườn|quỹ|m2|m²");
/// Ways of giving that need somebody of the people before them, for others give so too.
const LOOSE: &Words = words!("đóng|nộp|góp|ủng|quyên|bỏ|trả");
/// Ways of giving land: they count only where a word of [`WAY`] stands behind.
const GIVE_WAY: &Words = words!("nhường|lùi|dời|dỡ|cắt|xẻ|thụt|cho");
/// What is given then, or what for.
const WAY: &Words = words!("đất|vườn|ruộng|rẫy|m|mét|m2|m²|đường|hẻm|lối|rộng");

/// Where they stand.
#[must_use]
pub fn find(text: &Text<'_>) -> Vec<Found> {
    let given: Vec<&Hit> = text.hits(List::Giving).collect();
    given.into_iter().filter(|hit| is_given(text, hit)).map(|hit| Found::at(hit.span)).collect()
}

/// How often those are named who give of their own, as a business or the unit's members do; never where one of the people is named.
#[must_use]
pub fn donors(text: &Text<'_>) -> usize {
    const GIVERS: &Words =
        words!("doanh|công|nông|lâm|xí|nhà|hảo|mạnh|tài|ngân|cán|chiến|đảng|viên|giáo|đoàn|kiều|hợp|chủ|quỹ|tổ|cơ|đơn|chùa|thánh|việt|từ|thiện");
    let denied = |hit: &Hit| (hit.first.saturating_sub(4)..hit.first).any(|at| near::is(&text.reading, at, words!("không|chưa|chẳng")));
    let part_of_giver = |hit: &Hit| text.hits(List::Others).any(|other| other.first <= hit.last && hit.first <= other.last);
    // “ủng hộ” has the letters of a household
    let supports = |hit: &Hit| near::after(&text.reading, hit.first, words!("ủng|giám|bảo"));
    if text.hits(List::People).any(|hit| !denied(hit) && !part_of_giver(hit) && !supports(hit)) {
        return 0;
    }
    text.hits(List::Others).filter(|hit| near::is(&text.reading, hit.first, GIVERS)).count()
}

fn is_given(text: &Text<'_>, hit: &Hit) -> bool {
    let reading = &text.reading;
    let first = near::begin(reading, hit.first).max(hit.first.saturating_sub(20));
    let last = near::clause_end(reading, hit.last).min(hit.last + 6);
    let before = |list: List| text.hits_in(list, first, hit.first.checked_sub(1)?).next_back().map(|known| known.last);
    let behind = |list: List| text.hits_in(list, hit.last + 1, last).next().is_some();
    let (people, others) = (before(List::People), before(List::Others));
    let elsewhere = text
        .hits_in(List::Others, first, hit.first)
        .any(|told| near::is(reading, told.first, words!("có|nơi|thôn|xã|địa")) && near::is(reading, told.last, words!("nơi|khác|bạn")));
    if elsewhere || behind(List::Others) && !behind(List::People) || others.is_some_and(|others| people.is_none_or(|people| people < others)) {
        return false;
    }
    // “cụ Chẩn Hiến”, “không nhà nào phải bỏ tiền”
    let name = near::named(reading, hit.first) && hit.first.checked_sub(1).is_some_and(|before| near::tight(reading, before) && near::named(reading, before));
    let nobody = (first..hit.first).any(|at| {
        near::is(reading, at, words!("không|chẳng|chưa"))
            && (near::is(reading, at + 1, words!("ai")) || (at + 2..at + 4).any(|at| near::is(reading, at, words!("nào"))))
    });
    if name || nobody {
        return false;
    }
    // “85% bà con ủng hộ cách làm”
    if near::is(reading, hit.first, words!("ủng")) && near::is(reading, hit.last + 1, words!("cách|việc|chủ|mô|chương|nhiệt|hết|ý|đề|phong"))
    {
        return false;
    }
    // without marks “thu moi” is “thư mời” as well as “thu mỗi”
    if reading.signs.unmarked && near::is(reading, hit.last, words!("mỗi")) && !near::is(reading, hit.last + 1, words!("hộ|nhà|người|em|cháu|gia|khẩu"))
    {
        return false;
    }
    if near::is(reading, hit.first, words!("hiến")) && is_of_blood(reading, hit.last) {
        return false;
    }
    // work alone is no money and no land (“góp 140 buổi công”, “ngày công của bà con”), unless each house owes it (“mỗi nhà góp 04 ngày công”)
    let owed = (first..hit.first).any(|at| near::is(reading, at, words!("mỗi|từng")) && near::is(reading, at + 1, words!("hộ|nhà|nóc|gia")));
    let work = |at: usize| near::is(reading, at, words!("công")) && !near::is(reading, at + 1, words!("trình|đức|quỹ|ty"));
    if !owed && (work(hit.last) || (hit.last + 1..=last.min(hit.last + 4)).any(work) && !(hit.last + 1..=last).any(|at| near::is(reading, at, MONEY_OR_LAND))) {
        return false;
    }
    // “mỗi nhà trong thôn đưa thêm 350.000 đồng”; any may hand over more of something
    if near::is(reading, hit.first, words!("đưa")) {
        return owed && (hit.last + 1..=last).any(|at| near::is(reading, at, MONEY_OR_LAND));
    }
    // “mỗi nhà góp một lời”
    if (hit.last + 1..hit.last + 3).any(|at| near::is(reading, at, words!("lời|ý|tiếng|câu"))) {
        return false;
    }
    let labelled = near::is(reading, hit.first, words!("thu|xã|ngày|đối")) || near::is(reading, hit.first, words!("hiến"));
    let gift = (hit.last + 1..=last).any(|at| near::is(reading, at, GIFT) || is_amount(reading, at));
    let loose = near::is(reading, hit.first, LOOSE);
    // “người đã hiến kể lại cho người còn ngại nghe”: of what, the text tells nowhere
    if near::is(reading, hit.first, words!("hiến")) && !gift && !reading.words.iter().any(|word| words!("tiền|đất|triệu|vườn|m2|m²").contains(&word.key))
    {
        return false;
    }
    // land that is given way with: not a seat (“nhường chỗ”), nor what stood there without right (“dỡ hàng rào lấn chiếm”)
    if near::is(reading, hit.first, GIVE_WAY) {
        let among = |words: &Words| (hit.first + 1..=last).any(|at| near::is(reading, at, words));
        let name = near::named(reading, hit.first) && hit.first.checked_sub(1).is_some_and(|before| near::tight(reading, before));
        return people.is_some() && among(WAY) && !among(words!("lấn|chiếm|tạm|phép")) && !name;
    }
    // “quyên góp trong dân 20 triệu”, “vận động kinh phí từ Nhân dân”; not “ủng hộ bà con”
    let from_people = text.hits_in(List::People, hit.last + 1, last).any(|told| told.first > 0 && near::is(reading, told.first - 1, words!("từ|trong|của")));
    if from_people {
        return true;
    }
    match people {
        Some(_) => gift || !loose || by_month(reading, hit.last, last) || hit.last > hit.first && !near::is(reading, hit.first, words!("ủng")),
        None => labelled && gift && !near::is(reading, hit.first, words!("xã")),
    }
}

/// “Ai hiến 5 lần trở lên”, “hiến 86 đơn vị”; in a text about blood also “người đã hiến rủ thêm một người”.
fn is_of_blood(reading: &Reading<'_>, last: usize) -> bool {
    let amount = (last + 1..last + 5).find(|at| is_amount(reading, *at));
    let unit = |at: usize| near::is(reading, at + 1, words!("lần|đợt|lượt|đơn|bịch|túi|ml")) && !near::is(reading, at + 2, words!("giá"));
    let of_land = || (last + 1..=near::clause_end(reading, last)).any(|at| near::is(reading, at, MONEY_OR_LAND));
    amount.is_some_and(unit) || (0..reading.words.len()).any(|at| near::is(reading, at, words!("máu|tạng"))) && !of_land()
}

fn is_amount(reading: &Reading<'_>, at: usize) -> bool {
    reading.words.get(at).is_some_and(|word| word.digit)
}

/// “đóng hằng tháng”
fn by_month(reading: &Reading<'_>, from: usize, to: usize) -> bool {
    (from..=to).any(|at| near::is(reading, at, words!("hằng|hàng|mỗi")))
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::criteria::forms::assert::{none, quotes, reads};

    #[track_caller]
    fn given(text: &str) {
        assert!(!quotes(find, text).is_empty(), "{text}");
    }

    #[test]
    fn of_the_people() {
        given("Nhân dân đóng góp 150 triệu đồng, xã hỗ trợ xi măng");
        given("55 hộ hiến 1.647 m² đất vườn để mở đường");
        given("Mỗi hộ góp 500.000 đồng, ai khó thì góp công");
        given("vận động phụ huynh mỗi em đóng 300.000 đồng lắp máy lạnh");
        given("Quỹ nuôi bằng tiền bà con trong ấp đóng hằng tháng");
        given("mỗi hộ góp 03 ngày công");
        given("mỗi nhà trong thôn đưa thêm 350.000 đồng cho trưởng thôn");
        given("Mỗi nóc nhà bỏ ống 200.000 đồng một quý");
        given("Năm 2025 đã có 12 hộ hiến đất");
        given("Mỗi nóc nhà góp 05 ngày công");
        given("Trạm lấy máu ở nhà văn hóa; 12 hộ hiến 300 m² đất làm sân");
        given("11 hộ lùi hàng rào, nhường tổng cộng 640 m² đất vườn để mở đường");
        given("gia đình bà Tư nhường đất cho lối đi chung");
        given("gia đình bà Tư nhường rẫy cho lối đi chung");
        given("các hộ nhường mỗi bên 1 m để mở hẻm");
        given("12 hộ lùi hàng rào mở rộng đường thôn");
        given("Hai bên lộ có 37 nhà thụt hàng rào vô 1,2 m");
        given("nhà ông Bảy cho luôn miếng vườn dừa 90 m2");
        given("mỗi sạp trả thêm 5.000 đ/ngày thuê người rửa sàn");
        given("Ban đại diện thu của phụ huynh 60 triệu đồng");
    }

    #[test]
    fn of_others() {
        for text in [
            "Công ty tặng 12 triệu đồng, người dân không phải góp đồng nào",
            "Không thu tiền, không nhận đất của dân",
            "100 lượt Nhân dân đóng góp ý kiến vào mẫu thẻ",
            "Hộp thư “Mỗi nhà góp một lời” đặt ở nhà sinh hoạt",
            "mỗi nhà đưa thêm một người đến lớp",
            "Phuong ho tro nuoc uong, in thu moi gui den tung nguoi trong khu pho",
            "vợ con ở nhà cũng góp một tay trực điện thoại",
            "vận động 40 người hiến máu tình nguyện, mời bà con hiến kế",
            "Cán bộ, chiến sĩ đơn vị tự góp mỗi người một ngày lương, được 18,5 triệu đồng",
            "Có nơi làm đường thì dân phải đóng góp; ở đây không cần tiền",
            "Ngân sách cấp trọn, không huy động dân đóng góp tiền, đất hay ngày công",
            "60 hộ nộp hồ sơ trực tuyến; mỗi hộ đóng một dấu vào thẻ",
            "Góp phần nâng cao đời sống Nhân dân",
            "Doanh nghiệp ủng hộ 50 triệu đồng",
            "95 phụ huynh góp 140 buổi công; dân làng góp 170 công",
            "Ngày công của bà con",
            "100 phần trăm người dân đồng tình ủng hộ, không phải cưỡng chế",
            "Chi đoàn đến từng nhà, mời người đã hiến kể lại cho người còn ngại nghe ở nhà sinh hoạt cộng đồng",
            "Tiểu thương hiến máu 3 đợt/năm. Ai hiến 5 lần trở lên thì Đoàn tuyên dương",
            "nhà ông Bảy cho luôn con gà; các hộ cho không cây giống",
            "Vận động 12 hộ tự dỡ hàng rào lấn chiếm vỉa hè",
            "các hộ dỡ hàng rào tạm, trồng hàng rào xanh",
            "hộ ông Nhường có 300 m² vườn trồng bưởi",
            "Bà con tiếc bộ đàn tính của cụ Chẩn Hiến để bụi bám",
            "Nhà đầu cột nhận bật tắt, không nhà nào phải bỏ tiền",
            "85% bà con ủng hộ cách làm và thu nhập tăng 40%",
            "Bà con góp ý, không ai phải nộp 1 đồng tiền nào",
            "Các hộ nhường nhau chỗ để xe; ba nhà nhường 5 suất quà cho hộ khó hơn",
        ] {
            none(find, text);
        }
    }

    #[test]
    fn hostile() {
        for piece in ["hộ góp ", "góp ", "hộ ", "hộ góp 1 đồng "] {
            reads(find, &piece.repeat(20_000 / piece.len()));
        }
    }
}
