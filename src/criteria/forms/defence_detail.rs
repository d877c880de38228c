//! Details of defence that do not belong in a public paper: numbers of troops and weapons, positions, schedules.
//!
//! What the people do themselves (a watch of the hamlet, cameras, rifles handed in) and what is told of the past passes.

use super::defence_place::{numbered, posts};
use super::defence_watch::{is_watch_of_people, on_watch, schedule};
use super::{Found, near};
use crate::criteria::{List, Text};
use crate::text::keys::{Sieve, Words};
use crate::text::letters::gap;
use crate::text::lexicon::Hit;
use crate::text::reading::Reading;
use crate::words;

/// Number words, for “một trăm hai mươi tay súng”.
pub(super) const NUMBER: &Words = words!("một|hai|ba|bốn|năm|sáu|bảy|tám|chín|mười|mươi|trăm|vài|mấy|chục|nhiều");
/// How members of a force are counted.
const HEADS: &Words = words!("đồng|đ|đc|cán|chiến|sĩ|người|quân|tay|binh|hạ|qncn|cbcs|anh");
/// What may stand between a force and its number.
const STANDING: &Words =
    words!("xã|phường|thường|trực|cơ|động|dự|bị|hiện|có|gồm|với|mỗi|bắc|nam|đông|tây|số|là|quân|tại|biên|phòng|dân|cụm|suối|ngã|cầu|đèo|đỉnh|bến|bãi");

/// Where they stand.
#[must_use]
pub fn find(text: &Text<'_>) -> Vec<Found> {
    let reading = &text.reading;
    if !may_tell(text) {
        return Vec::new();
    }
    let mut spans: Vec<(usize, usize)> = Vec::new();
    let mut first = 0;
    for last in 0..reading.words.len() {
        if !near::ends(reading, last) || reading.gap(last).trim() == ";" && last + 1 < reading.words.len() && last - first < 12 {
            continue;
        }
        sentence(text, first, last, &mut spans);
        first = last + 1;
    }
    // most texts give nothing away
    if spans.is_empty() {
        return Vec::new();
    }
    let mut found: Vec<(usize, usize)> = Vec::new();
    for (from, to) in crate::order::sorted(spans.into_iter().map(|span| (span, span)).collect()) {
        match found.last_mut() {
            Some(known) if from <= known.1 + 1 => known.1 = known.1.max(to),
            _ => found.push((from, to)),
        }
    }
    found.into_iter().map(|(from, to)| Found::at(reading.span(from, to))).collect()
}

/// Whether there is anything to give away; most texts are passed over by it.
fn may_tell(text: &Text<'_>) -> bool {
    let reading = &text.reading;
    let pair = |at: usize, one: &Words, two: &Words| near::is(reading, at, one) && near::is(reading, at + 1, two);
    let begins = |at: usize| {
        pair(at, words!("đồng"), words!("chí"))
            || pair(at, words!("tọa|toạ"), words!("độ"))
            || pair(at, words!("quân"), words!("số"))
            || pair(at, words!("cao|điểm"), words!("điểm|cao"))
            || matches!(reading.gap(at).trim_end(), "°" | "º")
    };
    text.hits(List::Secret).next().is_some()
        || text.hits(List::Arms).next().is_some()
        || text.hits(List::Force).any(|hit| !is_of_people(reading, hit))
        || reading.words.iter().enumerate().any(|(at, word)| (word.digit || SIEVE.passes(word.key)) && begins(at))
}

/// Words behind which something may stand without a force or arms.
const BEGINNINGS: &Words = words!("đồng|tọa|toạ|quân|cao|điểm");
static SIEVE: Sieve = Sieve::new(&[BEGINNINGS]);

/// What one sentence gives away.
fn sentence(text: &Text<'_>, first: usize, last: usize, found: &mut Vec<(usize, usize)>) {
    let reading = &text.reading;
    let hits = |list: List| text.hits_in(list, first, last);
    if is_past(reading, first, last) {
        return;
    }
    let force = hits(List::Force).find(|hit| !is_of_people(reading, hit));
    // “trung đội hiện có 12 khẩu AK, sẽ mở cửa cho bà con tham quan”
    let at_present = || force.is_some() && hits(List::Arms).next().is_some() && (first..=last).any(|at| near::is(reading, at, words!("hiện")));
    if hits(List::Harmless).next().is_some() && !at_present() {
        // what a semicolon parts from it is not made harmless by it
        if let Some(parted) = (first..last).find(|at| near::has_gap(reading, *at, gap::SEMICOLON)) {
            sentence(text, first, parted, found);
            sentence(text, parted + 1, last, found);
        }
        return;
    }
    let military = || force.is_some() || hits(List::Arms).next().is_some();
    let is_told = |hit: &&Hit| {
        // “trận địa khó nhất là đoạn mương”: a figure of speech, or what a war left
        let of_speech = near::is(reading, hit.first, words!("trận|công|lô")) && !military();
        let of_people = near::is(reading, hit.first, words!("lịch|ca")) && is_watch_of_people(reading, first, last);
        // without marks “toi mat” is “tôi mất”, “tới mặt” more often than “tối mật”
        let unclear = reading.signs.unmarked && hit.last - hit.first < 2 && near::is(reading, hit.last, words!("mật|bắn|quét"));
        !of_speech && !of_people && !unclear
    };
    let secrets = hits(List::Secret).filter(is_told);
    found.extend(secrets.map(|hit| (hit.first, hit.last)));
    for hit in hits(List::Arms) {
        // “đêm 25/02/1971 xe tăng lên” counts none
        let dated = |at: usize| reading.words.get(at).is_some_and(|word| word.digit && reading.word(word).contains(['/', '.', '-']));
        let counted = hit.first.checked_sub(1).is_some_and(|before| before >= first && is_number(reading, before) && !dated(before));
        // a household has “4 khẩu” too, rice is pounded in “3 cối”
        let bare = hit.first == hit.last && near::is(reading, hit.first, words!("khẩu|cối"));
        // without marks “vai phao”, “ba Sung” are no guns
        if reading.signs.unmarked && hit.first == hit.last && near::is(reading, hit.first, words!("pháo|súng|cối|mìn")) {
            continue;
        }
        let armed = || (first..=last).any(|at| near::is(reading, at, words!("súng|đạn|vũ|pháo|ak|kho")));
        // “Bà con hay giữ súng kíp. Trong thôn còn 15 khẩu”: the text tells whose they are
        let of_hunters = || {
            let told = |hit: &Hit| {
                near::is(reading, hit.first, words!("tự|súng|giao|nộp|bỏ|đổi|biên|thu"))
                    && near::is(reading, hit.last, words!("chế|săn|kíp|cồn|nộp|súng|nhận|hồi"))
            };
            force.is_none() && text.hits(List::Harmless).any(told)
        };
        if counted && (!bare || armed()) && !of_hunters() && !is_handed_in(reading, first, last) {
            found.push((hit.first - 1, hit.last));
        }
    }
    // “ba tốp mỗi tốp bốn người, tốp giữa giữ khẩu trung liên”: arms of war with those who stand with them
    let parties = || (first..=last).filter(|at| near::is(reading, *at, words!("tốp|kíp|tiểu"))).count() >= 2 && !is_watch_of_people(reading, first, last);
    let of_war = |hit: &&Hit| near::is(reading, hit.last, words!("liên|b40|b41|cối"));
    if let Some(arms) = hits(List::Arms).find(of_war).filter(|_| parties()) {
        found.push((arms.first, arms.last));
    }
    if (first..=last).any(|at| is_digit(reading, at)) {
        numbered(reading, first, last, force.is_some(), found);
    }
    if let Some(force) = force {
        strength(text, first, last, found);
        // “gian trong là nơi trung đội dân quân cất súng”
        let stored = |at: &usize| near::is(reading, *at, words!("cất|chứa|tủ|hòm")) && near::is(reading, at + 1, words!("súng|đạn|vũ"));
        if let Some(at) = (force.last + 1..last.min(force.last + 6)).find(stored).filter(|_| !is_handed_in(reading, first, last)) {
            found.push((at, at + 1));
        }
    }
    if force.is_some() || is_manned_post(reading, first, last) {
        posts(reading, first, last, found);
        schedule(reading, first, last, found);
    }
}

/// Whether a sentence tells of a year before 2000 and not of today: “tháng 3/1971 đại đội có ba khẩu cối, đổi gác lúc hai giờ”.
fn is_past(reading: &Reading<'_>, first: usize, last: usize) -> bool {
    let year =
        |word: &str| word.len() >= 4 && word.get(word.len() - 4..).is_some_and(|year| year.starts_with("19") && year.bytes().all(|c| c.is_ascii_digit()));
    let old = |at: usize| {
        let Some(word) = reading.words.get(at).filter(|word| word.digit).map(|word| reading.word(word)) else { return false };
        let of_date = word.contains(['/', '.', '-']);
        year(word) && (of_date || word.len() == 4 && near::after(reading, at, words!("năm|xuân|hè|tết|tháng|từ|hồi|hạ|thu|đông|vụ|trước")))
    };
    (first..=last).any(old) && !(first..=last).any(|at| near::is(reading, at, words!("nay|hiện|đang")))
}

/// “nhà còn giữ súng mang nộp hết 41 khẩu”, “biên bản tiếp nhận 25 khẩu”: the people's own, given away.
fn is_handed_in(reading: &Reading<'_>, first: usize, last: usize) -> bool {
    (first..=last).any(|at| {
        near::is(reading, at, words!("nộp"))
            || near::is(reading, at, words!("tiếp|giao|biên")) && near::is(reading, at + 1, words!("nhận"))
            || near::is(reading, at, words!("thu")) && near::is(reading, at + 1, words!("hồi|gom|về"))
    })
}

/// “Chốt đặt ở ngã ba, mỗi ca ba đồng chí”, “Trực sẵn sàng: ca 18 giờ - 24 giờ đồng chí Nhân”: a post or a watch of a force that is not named.
fn is_manned_post(reading: &Reading<'_>, first: usize, last: usize) -> bool {
    let any = |one: &Words, two: &Words| (first..last).any(|at| near::is(reading, at, one) && near::is(reading, at + 1, two));
    let post = (first..=last).any(|at| near::is(reading, at, words!("chốt|vọng|trạm|súng|gác"))) || any(words!("trực"), words!("sẵn|chiến"));
    post && any(words!("đồng|chiến|bộ"), words!("chí|sĩ|đội"))
}

/// “Tổ tuần tra nhân dân”, “đội tuần tra thôn”: the people's own.
fn is_of_people(reading: &Reading<'_>, hit: &Hit) -> bool {
    near::is(reading, hit.first, words!("tổ|đội")) && near::is(reading, hit.last + 1, words!("nhân|quần|tự|thôn|bản|ấp|xóm|liên|cộng"))
}

/// “Công an xã có 14 đồng chí”, “chốt Mũi Đá 14 đồng chí, chốt Bãi Dài 9 đồng chí”: how many a force has, not how many help with a house.
fn strength(text: &Text<'_>, first: usize, last: usize, found: &mut Vec<(usize, usize)>) {
    let reading = &text.reading;
    // “khảo sát của tổ công tác gồm 06 người”: any office has one, a force is told beside those of its own
    let civil = |hit: &Hit| near::is(reading, hit.last, words!("tác")) && text.hits(List::Force).all(|other| near::is(reading, other.last, words!("tác")));
    for force in text.hits_in(List::Force, first, last).filter(|hit| !is_of_people(reading, hit) && !civil(hit)) {
        let to_number = |mut at: usize| {
            while at <= last.min(force.last + 7)
                && near::tight(reading, at - 1)
                && !is_number(reading, at)
                && (near::named(reading, at) || near::is(reading, at, STANDING))
            {
                at += 1;
            }
            at
        };
        let mut at = to_number(force.last + 1);
        // “Đại đội 2 có 90 chiến sĩ”: the first number is a name
        let numbered = is_number(reading, at) && near::tight(reading, at) && near::is(reading, at + 1, words!("có|gồm|hiện"));
        if numbered {
            at = to_number(at + 1);
        }
        if !is_number(reading, at) || at > last || !near::tight(reading, at - 1) {
            continue;
        }
        while at < last && is_number(reading, at + 1) {
            at += 1;
        }
        // “họp thôn chốt 10 người đi canh”, but “chốt suối Ia Drăng có chín người”
        let told = near::is(reading, at - 1, words!("có|gồm")) || (force.last + 1..at).any(|at| near::is(reading, at, words!("có|gồm")));
        let whole = near::is(reading, at + 1, words!("người")) && near::is(reading, force.first, words!("chốt|tổ|cảnh")) && !told;
        let sent = || numbered && (at + 2..at + 5).any(|at| near::is(reading, at, words!("giúp|hỗ|hiến|tham|phối|cùng|đến|về")));
        let helping = || (at + 2..at + 5).any(|at| near::is(reading, at, words!("giúp|hiến|gặt")));
        let helped = near::is(reading, at + 2, words!("dân|già|nghèo|cao")) || sent() || helping();
        // “chốt 50.000 đồng/tháng” is what a meeting settled on
        let money = near::is(reading, at + 1, words!("đồng|đ")) && !near::is(reading, at + 2, words!("chí|c"));
        if near::is(reading, at + 1, HEADS) && !whole && !helped && !money {
            found.push((force.first, last.min(at + 2)));
        }
    }
    // “đồn đứng chân sau rặng phi lao có 32 cán bộ, chiến sĩ”, “đồn chia 18 cán bộ, chiến sĩ thành ba tổ”
    for force in text.hits_in(List::Force, first, last).filter(|hit| near::is(reading, hit.first, words!("đồn|đại|tiểu|trung|trạm|hải|lữ|sư"))) {
        let has = |at: usize| {
            near::is(reading, at, words!("có|gồm"))
                || near::is(reading, at, words!("chia")) && (at + 2..at + 8).any(|to| near::is(reading, to, words!("thành|làm")) && to <= last)
        };
        let soldiers = |at: usize| {
            is_number(reading, at)
                && (at + 1..at + 4).any(|who| {
                    near::is(reading, who, words!("cbcs")) || near::is(reading, who, words!("chiến|quân")) && near::is(reading, who + 1, words!("sĩ|nhân"))
                })
        };
        let until = last.min(force.last + 12);
        let told = (force.last + 1..until).find(|at| has(*at) && soldiers(at + 1));
        let helps = |at: usize| near::is(reading, at, words!("giúp|hỗ|hiến|gặt|sửa|dựng|nhận|kèm"));
        if let Some(told) = told.filter(|_| !(first..=last).any(helps)) {
            found.push((force.first, last.min(told + 3)));
        }
    }
    // “35 cảnh sát cơ động”, “12 dân quân thường trực”
    for force in text.hits_in(List::Force, first + 1, last).filter(|hit| near::is(reading, hit.first, words!("cảnh|dân|trinh|đặc")) && hit.last > hit.first)
    {
        let named = !near::is(reading, force.first, words!("dân")) || force.last > force.first + 1;
        let sent = near::is(reading, force.last + 1, words!("giúp|về|cùng|đến|hỗ|tham"));
        if named && !sent && is_number(reading, force.first - 1) && near::tight(reading, force.first - 1) {
            found.push((force.first - 1, force.last));
        }
    }
    // “dân quân chia hai tốp, mỗi tốp năm anh, ra chốt đầu cầu”
    if on_watch(reading, first, last) {
        for at in (first..last).filter(|at| near::is(reading, *at, words!("mỗi")) && near::is(reading, at + 1, words!("tốp|tổ|kíp|ca|chốt|tiểu"))) {
            if is_number(reading, at + 2) && near::is(reading, at + 3, HEADS) && at + 3 <= last {
                found.push((at, at + 3));
            }
        }
    }
    // “cụm bắc 22 chiến sĩ”
    for at in first + 1..=last {
        let short = near::is(reading, at, words!("cbcs"));
        let soldiers = short || near::is(reading, at, words!("chiến|hạ|sĩ|quân|thủy")) && near::is(reading, at + 1, words!("sĩ|quan|nhân|thủ"));
        if soldiers
            && is_number(reading, at - 1)
            && near::tight(reading, at - 1)
            && !(at + 2..at + 5).any(|at| near::is(reading, at, words!("giúp|hiến|gặt")))
            && (at.saturating_sub(if short { 9 } else { 5 }).max(first)..at).any(|place| near::is(reading, place, words!("cụm|đóng|trú|chốt|biên|tàu|trực")))
        {
            found.push((at - 1, at + usize::from(!short)));
        }
    }
}

pub(super) fn is_digit(reading: &Reading<'_>, at: usize) -> bool {
    reading.words.get(at).is_some_and(|word| word.digit)
}

pub(super) fn is_number(reading: &Reading<'_>, at: usize) -> bool {
    is_digit(reading, at) || near::is(reading, at, NUMBER)
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::criteria::forms::assert::{none, quotes, reads};

    #[track_caller]
    fn told(text: &str) {
        assert!(!quotes(find, text).is_empty(), "{text}");
    }

    #[test]
    fn details() {
        told("Đại đội có 86 cán bộ, chiến sĩ, trang bị 72 khẩu AK.");
        told("Đồn quân số 41 đ/c.");
        told("Chốt số 2 đặt tại mỏm đá cách cửa vịnh 300 m.");
        told("Tổ tuần tra của đồn đi từ 22 giờ đến 24 giờ các ngày chẵn.");
        told("Trận địa pháo sát khu dân cư.");
        told("Tổ dân quân chốt ở gốc me đầu đèo từ 22 giờ, hai giờ thay một lượt.");
        told("Anh em trên đồn cứ nửa đêm và ba giờ sáng đi hai tốp.");
        told("Gian trong là nơi trung đội dân quân cất súng, đạn tập.");
        told("Kế hoạch số 07/KH, độ Mật, giao thôn làm dự bị.");
        told("Đóng quân với một trăm hai mươi tay súng.");
        told("Tàu BP-48 của đồn xuất bến 19h30 thứ Ba.");
        told("Công an xã có 14 đồng chí.");
        told("Vị trí chốt dân quân tại mốc 123.");
        told("Chia 3 tổ, chốt thường trực ở mốc 1085, báo tin qua trưởng bản.");
        told("Điểm mật phục đặt tại ngã ba lò gạch.");
        told("Chốt Mũi Đá 14 đồng chí, chốt Bãi Dài 9 đồng chí.");
        told("Cụm bắc 22 chiến sĩ, cụm nam 17 chiến sĩ.");
        told("Đại đội 2 có 90 chiến sĩ, Tiểu đoàn 4 hiện có 310 cán bộ.");
        told("Đồn số 2 có 90 chiến sĩ.");
        told("Trạm quan sát đặt tại 10°58'21\"N, 108°19'44\"E.");
        told("Công an phường duy trì hai ca: ca 1 từ 21 giờ đến 1 giờ.");
        told("Tổ công tác đi tuyến 1 lúc 22 giờ 15.");
        told("Trực sẵn sàng tại trụ sở: ca 18 giờ - 24 giờ đồng chí Nhân và đồng chí Quyền.");
        told("Chốt đặt ở ngã ba suối Cù Bai, mỗi ca ba đồng chí: ca một 18 giờ đến 22 giờ, ca hai 22 giờ đến 2 giờ.");
        told("Đồn có bốn mươi hai anh em, gác đổi lúc sáu giờ và mười tám giờ.");
        told("Ba tốp mỗi tốp bốn người nằm ở hang đá, tốp giữa giữ khẩu trung liên.");
        told("Tối nào dân quân cũng chia hai tốp, mỗi tốp năm anh ra chốt.");
        told("Chín giờ tối dân quân thường trực ra chốt đầu cầu, hai giờ khuya mới về.");
        told("Bộ đội ở chốt suối Ia Drăng có chín người, cứ năm giờ sáng cả tổ đi từ chốt ngược lên mốc.");
        told("Trung đội cơ động của xã hiện có 28 đồng chí, 12 khẩu AK, để ở phòng sau hội trường, sẽ mở cửa cho bà con tham quan.");
        told("Đồn Biên phòng đứng chân sau rặng phi lao có 32 cán bộ, chiến sĩ, mỗi đêm một tổ năm đồng chí đi dọc bãi từ 22 giờ đến 2 giờ.");
        told("Đồn chia 18 cán bộ, chiến sĩ thành 03 tổ công tác, tổ một đóng lán cách mốc 412 về phía nam 600 m.");
        told("Đêm nào cũng có hai anh công an xã với bốn anh dân quân chạy xe từ cầu Đá lên Suối Ràn, mười giờ đi, một giờ sáng về.");
        told("Đồn thành lập năm 1979, nay có 32 chiến sĩ.");
        told("Đồn bố trí 03 chốt: chốt 1 ở đỉnh 872 gồm 09 CBCS, chốt 2 bên suối Huổi Khạng 06 CBCS.");
    }

    #[test]
    fn of_the_people() {
        for text in [
            "Tổ tự quản 12 thành viên thay nhau tuần tra đêm từ 22 giờ.",
            "Khảo sát của tổ công tác gồm 06 người từ ngày 05/01/2026.",
            "Nhà nào còn cất súng thì mang nộp công an xã.",
            "Trạm y tế mời hai đồng chí hội Cựu chiến binh kể chuyện lúc 19 giờ.",
            "13 camera an ninh ở 09 ngõ; 50 suất quà gửi bộ đội biên phòng.",
            "Nền quốc phòng toàn dân, thế trận lòng dân; dân quân giúp dân.",
            "Giao quân đạt 100% chỉ tiêu, 18 gia đình tân binh.",
            "21 khẩu súng săn tự chế do 18 hộ giao nộp.",
            "Đến từng buôn phổ biến nhiều lần nhưng chỉ nhận lại được 4 khẩu hỏng.",
            "Nuôi ong lấy mật, mật độ thưa, giữ bí mật mật khẩu.",
            "08 cựu chiến binh kể trận năm 1968, đại đội giữ chốt 9 ngày.",
            "Bộ đội giúp sửa 06 căn nhà; 30 chiến sĩ gặt lúa giúp dân.",
            "Đại đội 2 có 90 ngày công giúp dân; Đồn 416 với 12 hộ nghèo.",
            "Tiểu đoàn 4 với 60 chiến sĩ giúp dân gặt lúa; Đại đội 2 có 12 đồng chí hiến máu.",
            "Trời 39° 5 ngày liền, họp thôn chốt 10 người đi canh rẫy đêm.",
            "Dân quân cùng 80 người dân chằng 120 mái nhà.",
            "12 tổ thuyền xuất bến 3 giờ sáng, 12 thuyền luân phiên kéo nhau; đồn nghe máy.",
            "Công an xã ngồi ở nhà văn hóa từ 8 giờ đến 10 giờ sáng.",
            "Công an xã chốt danh sách hộ, mốc 30/6 hoàn thành; chốt số liệu theo mốc 2026, chốt phương án ở mốc 30/6/2026.",
            "Họp ngõ chốt lại ba việc; biển ghi tọa độ để khách gọi.",
            "Tổ tuần tra nhân dân gồm 06 người đi từ 22 giờ đến 2 giờ sáng.",
            "Đồn cử 12 CBCS giúp dân gặt lúa.",
            "Năm 2025 thôn đạt điểm cao\n15 hộ hiến đất mở đường.",
            "Trận địa khó nhất là đoạn mương sau chợ; giữ trận địa tư tưởng.",
            "CCB kể chuyện pháo đặt ở đâu, đêm 25/02/1971 xe tăng lên theo lối nào.",
            "Các nhà góp 03 cối giã gạo, 05 mẹt.",
            "Công an phường phân luồng giờ cao điểm 7h30; mùa cao điểm 2026.",
            "Bản họp chốt 50.000 đồng/tháng, chốt 100.000 đồng/tháng cho hộ khá.",
            "Dân quân và bà con chia hai tốp, mỗi tốp năm người gặt lúa.",
            "Bộ đội dạy chữ từ bảy giờ tối; đoạn hoa từ đồn đến cổng bản dài 800 mét.",
            "Tổ liên gia dán lịch tuần tra ở cổng xóm.",
            "Bà con hay giữ súng kíp để đuổi thú. Năm 2025 có 2 người bị thương vì súng cướp cò, trong thôn còn 15 khẩu.",
            "Tháng 3/1971, đại đội của bác hai mươi bảy tay súng, ba khẩu cối, giữ đồi bốn mươi mốt ngày, đêm nào cũng đổi gác lúc hai giờ.",
            "34 nhà còn giữ súng mang nộp hết 41 khẩu; đám cưới mừng bằng khèn thay tiếng súng.",
            "Biên bản tiếp nhận 25 khẩu, quy ước bản có dòng “nhà không giữ súng”.",
            "Tối tối công an xã đi dọc xóm từ 19 giờ đến 21 giờ để hướng dẫn bà con cài VNeID.",
            "Đồn Biên phòng có 12 chiến sĩ về giúp bà con gặt lúa từ 5 giờ sáng.",
            "Biên nhận của 40 khẩu súng; đổi súng lấy gạo: 12 khẩu súng.",
        ] {
            none(find, text);
        }
    }

    #[test]
    fn hostile() {
        for piece in ["quân số ", "1 khẩu ", "đồn ", "chốt số 1 ", "tuần tra 22 giờ ", "đồn tuần tra 22 giờ "] {
            reads(find, &piece.repeat(20_000 / piece.len()));
        }
    }
}
