//! A person by name together with an illness, poverty or another misfortune: “cháu Lê Thị B, mồ côi cha”, “hộ nghèo Nguyễn Văn A”.
//!
//! Not: who helps by name (“bà Lan nhận đỡ đầu hai cháu mồ côi”), misfortunes without a name, and honours (“thương binh”, “gia đình liệt sĩ”).

use super::{Found, near, person};
use crate::criteria::Text;
use crate::text::keys::{Sieve, Words};
use crate::text::reading::Reading;
use crate::words;

/// Words between a name and what befell it.
const REACH: usize = 14;
/// The beginnings of what befalls people, and what must follow.
const HARDSHIPS: &[(&Words, &Words)] = &[
    (words!("mồ"), words!("côi")),
    (words!("hộ|diện|gia"), words!("nghèo|cận")),
    (words!("cận"), words!("nghèo")),
    (words!("hoàn"), words!("cảnh")),
    (words!("tâm"), words!("thần")),
    (words!("ung"), words!("thư")),
    (words!("khuyết|tàn"), words!("tật")),
    (words!("bại"), words!("liệt|não")),
    (words!("động"), words!("kinh")),
    (words!("tự"), words!("kỷ|kỉ|tử")),
    (words!("trầm"), words!("cảm")),
    (words!("thiểu"), words!("năng")),
    (words!("bạo"), words!("hành|lực")),
    (words!("xâm"), words!("hại")),
    (words!("bỏ"), words!("rơi|nhà|học")),
    (words!("nghiện"), words!("ma|rượu|ngập|hút")),
    (words!("nhiễm"), words!("hiv|chất|bệnh")),
    (words!("suy"), words!("thận|tim|gan|tủy")),
    (words!("thận|gan|phổi|tim"), words!("hỏng|yếu|suy|hở")),
    (words!("mù|lòa"), words!("lòa|mắt|hẳn")),
    (words!("cụt|liệt|gãy"), words!("tay|chân|giường|nửa|cột")),
    (words!("chạy"), words!("thận")),
    (words!("ngã|đột"), words!("quỵ")),
    (words!("nhớ"), words!("lúc")), // “lúc nhớ lúc quên”
    (words!("lọc|truyền"), words!("máu")),
    (words!("ở|đi"), words!("trại")),
    (words!("tai"), words!("biến|nạn")),
    (words!("biến"), words!("chứng")),
    (words!("co"), words!("giật")),
    (words!("chồng|vợ|bố"), words!("bỏ|chết|mất")),
    (words!("đi|ngồi|ở"), words!("tù")),
    (words!("cai"), words!("nghiện")),
    (words!("mãn|tù|ra"), words!("hạn|tội|tù")),
    (words!("án|phạt"), words!("phạt|tù")),
    (words!("chấp"), words!("hành")),
    (words!("xơ|viêm|u"), words!("gan|phổi|khớp|não|thận")),
    (words!("mẹ|cha|ba"), words!("bỏ")),
    (words!("chất"), words!("độc")),
    (words!("bệnh"), words!("tim|gan|lao|phổi|thận|hiểm|nặng|tật|động|ung|tiểu|tâm|nan|máu|down")),
    (words!("bị|mắc"), words!("bệnh|câm|mù|điếc|liệt|lao|hiv|down|teo|tiểu|ung|lẫn|suy|gút|gout|tim|thận|gan|phổi|hở|sứt|bại|động|xơ|chấn|bỏng|thần|não")),
];
/// The first words of all of them, and the second ones: nearly all other words are passed over by them.
static FIRST: Sieve = Sieve::new(&[]).or(HARDSHIPS);
static SECOND: Sieve = Sieve::seconds(HARDSHIPS);
/// Deeds of those who help: behind a name, the misfortune is another's.
const HELPS: &Words = words!(
    "nhận|giúp|đỡ|thăm|tặng|hỗ|chăm|trao|phụ|kèm|vận|tổ|đến|chở|nấu|góp|ủng|hiến|mời|hướng|dạy|cho|báo|gặp|theo|tư|chủ|cùng|rà|lập|bán|sửa|làm|phân|quản|đứng|viết|kêu|gọi|tuyên|khám|chữa|điều|cứu|đưa|cảm|động|chia|phát|đại|trưởng|phó|bí|hội|chi|tổ|giám|hiệu|cán"
);
/// Between a title and what befell its bearer, before the name: “hộ nghèo ông …”, “bệnh nhân ung thư …”.
const TITLED: &Words = words!("ông|bà|anh|chị|em|cháu|bé|cụ|cô|chú|bác|là|gia|đình|nhân|cảnh|khó|khăn|cha|mẹ|nghèo|côi|tật|thần|thư");

/// Before what befalls many, or is fought.
const MANY: &Words = words!("các|những|nhiều|mỗi|từng|số|không|giảm|thoát|xóa|hỗ|giúp|trợ|vì|phòng|chống|ngừa|hai|ba|bốn|năm|sáu|bảy|tám|mười|hơn");

/// Where they stand, from the name to the misfortune or the other way round.
#[must_use]
pub fn find(text: &Text<'_>) -> Vec<Found> {
    let reading = &text.reading;
    let mut hardships = Vec::new();
    for (at, [one, two]) in reading.words.array_windows().enumerate() {
        if FIRST.passes(one.key) && SECOND.passes(two.key) && is_hardship(reading, at) {
            hardships.push(at);
        }
    }
    // most texts tell of none
    if hardships.is_empty() {
        return Vec::new();
    }
    let named = person::places(text).into_iter().chain(heads(reading));
    let persons: Vec<(usize, usize)> = crate::order::sorted(named.map(|(first, last)| (last, (first, last))).collect());
    let mut found = Vec::new();
    for hardship in hardships {
        let earlier = persons.partition_point(|(_, last)| *last < hardship);
        let before = earlier.checked_sub(1).and_then(|at| persons.get(at)).filter(|(_, last)| hardship - *last <= REACH);
        // “tổ 4” is where one lives
        let helps = |at: usize| near::is(reading, at, HELPS) && !reading.words.get(at + 1).is_some_and(|next| next.digit);
        let befell = |(_, last): &&(usize, usize)| (*last..hardship).all(|at| !near::ends(reading, at)) && !(last + 1..hardship).any(helps);
        // “hộ nghèo Nguyễn Văn A”, “trẻ mồ côi là em Lê Thị B”
        let mut name = hardship + 2;
        while name < hardship + 6 && near::is(reading, name, TITLED) && near::tight(reading, name - 1) {
            name += 1;
        }
        let behind = near::name_at(reading, name).filter(|_| near::tight(reading, name - 1));
        let span = match (before.filter(befell), behind) {
            (Some((first, _)), _) => (*first, hardship + 1),
            (None, Some(last)) => (hardship, last),
            (None, None) => continue,
        };
        if found.last().is_none_or(|(first, last)| span.0 > *last || span.0 < *first) {
            found.push(span);
        }
    }
    found.into_iter().map(|(first, last)| Found::at(reading.span(first, last))).collect()
}

fn is_hardship(reading: &Reading<'_>, at: usize) -> bool {
    // “bố đang chấp hành án”; but “chấp hành nghiêm”
    let serves = || !near::is(reading, at, words!("chấp")) || near::is(reading, at + 2, words!("án|phạt|xong"));
    let told = HARDSHIPS.iter().any(|(one, two)| near::is(reading, at, one) && near::is(reading, at + 1, two));
    told && serves() && near::tight(reading, at) && !is_general(reading, at)
}

/// “các hộ nghèo”, “12 cháu mồ côi”, “hoàn cảnh của từng nhà”: of many, or of a kind.
fn is_general(reading: &Reading<'_>, at: usize) -> bool {
    // “nhà số 18 hẻm 2 bị ung thư” counts nobody
    let befalls = near::is(reading, at, words!("bị|mắc"));
    let is_number_of_house = |at: usize| {
        near::after(reading, at, words!("số|hẻm|ngõ|tổ|kiệt|đường|lô|dãy|ấp|khu|khóm|xóm|lớp"))
            || at.checked_sub(1).is_some_and(|before| near::named(reading, before) && near::tight(reading, before))
    };
    // nor does “tuần ba bận đi lọc máu”
    let times = |at: usize| near::is(reading, at + 1, words!("bận|lần|buổi|lượt|ngày|tháng|tuần|năm|đợt"));
    let counts =
        |at: usize| reading.words.get(at).is_some_and(|word| word.digit && reading.word(word).len() < 4) && !times(at) && !(befalls && is_number_of_house(at));
    // “mất vì bệnh gan” tells of one
    let of_many =
        |at: usize| near::is(reading, at, MANY) && !times(at) && !(near::is(reading, at, words!("vì")) && near::after(reading, at, words!("mất|chết")));
    let stands = |before: usize| !near::named(reading, before) && (before..at).all(|word| near::tight(reading, word));
    let many = (at.saturating_sub(3)..at).any(|before| stands(before) && (of_many(before) || counts(before)));
    many || near::is(reading, at, words!("hoàn")) && !near::is(reading, at + 2, words!("khó|đặc|éo|neo|ngặt|nghèo"))
}

/// Names behind the word for a household or a child, which are no titles elsewhere: “hộ Nguyễn Văn A”, “bé Na”, “cháu H’Nhi Niê”.
fn heads(reading: &Reading<'_>) -> Vec<(usize, usize)> {
    let begins = |at: &usize| near::is(reading, *at, words!("hộ|bé|cháu|em|nhân|đình|sinh|mẹ|cụ")) && near::tight(reading, *at);
    // “nhà Siu H'Byưt”, not “nhà Rông”
    let house = |at: &usize| {
        near::is(reading, *at, words!("nhà")) && near::tight(reading, *at) && near::named(reading, at + 2) && !near::is(reading, at + 1, words!("văn"))
    };
    let names = (0..reading.words.len()).filter(|at| begins(at) || house(at));
    names.filter_map(|at| near::name_at(reading, at + 1).map(|last| (at, last))).collect()
}

#[cfg(test)]
mod tests {
    use super::super::assert::{found as finds, none, reads};
    use super::*;

    #[test]
    fn misfortunes_with_a_name() {
        finds(find, "Cháu H’Nhi Niê, sinh năm 2016, buôn Choah, mồ côi cha", &["Cháu H’Nhi Niê, sinh năm 2016, buôn Choah, mồ côi"]);
        finds(find, "mẹ là bà Trần Thị Lành bị tâm thần, thuộc hộ nghèo", &["bà Trần Thị Lành bị tâm thần"]);
        finds(find, "hộ nghèo Nguyễn Văn Tý ở thôn 3 được sửa nhà", &["hộ nghèo Nguyễn Văn Tý"]);
        finds(find, "ông Nguyễn Văn Bảy thuộc hộ cận nghèo, nhà dột", &["ông Nguyễn Văn Bảy thuộc hộ cận"]);
        finds(find, "em Lê Thị Bé, lớp 4A, bố nghiện ma túy", &["em Lê Thị Bé, lớp 4A, bố nghiện ma"]);
        finds(find, "bà Ngô Thị Chắt, 81 tuổi, tổ 4, bị tiểu đường", &["bà Ngô Thị Chắt, 81 tuổi, tổ 4, bị tiểu"]);
        finds(find, "cháu Trần Gia Bảo lớp Lá 2 bị tim bẩm sinh", &["cháu Trần Gia Bảo lớp Lá 2 bị tim"]);
        finds(find, "Như nhà anh Lò Văn Phiêng, vợ mới mất vì bệnh gan", &["anh Lò Văn Phiêng, vợ mới mất vì bệnh gan"]);
        finds(find, "cô Quàng Thị Ín, chồng đi tù", &["cô Quàng Thị Ín, chồng đi tù"]);
        finds(find, "Như nhà Siu H'Byưt, chồng bỏ đi, con lên cơn co giật", &["nhà Siu H'Byưt, chồng bỏ"]);
        finds(find, "bà Lê Thị Lành ở cuối xóm Đá: tuần ba bận đi lọc máu", &["bà Lê Thị Lành ở cuối xóm Đá: tuần ba bận đi lọc máu"]);
        finds(find, "em Trần Gia Bảo Khang, lớp 2/4, bố đang chấp hành án", &["em Trần Gia Bảo Khang, lớp 2/4, bố đang chấp hành"]);
        finds(find, "chị Thạch Thị Sa Rây ở xã Ô Lâm nuôi chồng xơ gan", &["chị Thạch Thị Sa Rây ở xã Ô Lâm nuôi chồng xơ gan"]);
        finds(find, "Khổ nhất là bà Lê Thị Lành: thận hỏng đã lâu", &["bà Lê Thị Lành: thận hỏng"]);
        finds(find, "ba Tran Thi Lua 74 tuoi nha so 18 hem 2 bi ung thu phoi", &["ba Tran Thi Lua 74 tuoi nha so 18 hem 2 bi ung"]);
    }

    #[test]
    fn helpers_and_kinds() {
        for text in [
            "Bà Nguyễn Thị Lan nhận đỡ đầu hai cháu mồ côi",
            "12 cháu mồ côi có mẹ đỡ đầu",
            "ông Lê Văn Ba nhắc các nhà chấp hành nghiêm lệ xóm",
            "Ông Trần Văn Hùng, Chi hội trưởng, phụ trách 8 hộ nghèo",
            "giúp các hộ nghèo ở thôn Mỹ Hòa sửa nhà",
            "đồng chí Lê Văn Tám giúp người khuyết tật học nghề",
            "Hộ nghèo giảm từ 15 xuống 9 hộ",
            "Nhà Văn Hóa xã mở lớp cho người khuyết tật; nhà Rông có góc cho trẻ tự kỷ",
            "Thương binh Nguyễn Văn Sáu kể chuyện chiến trường",
        ] {
            none(find, text);
        }
    }

    #[test]
    fn hostile() {
        for piece in ["cháu Lê Thị ", "mồ côi ", "hộ nghèo Lê Ba ", "ông A bị mù "] {
            reads(find, &piece.repeat(20_000 / piece.len()));
        }
    }
}
