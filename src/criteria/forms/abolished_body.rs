//! Bodies and levels that exist no more since 1 July 2025: “UBND huyện”, “thị trấn”, “Ban Dân vận Tỉnh ủy”.
//!
//! The districts ended on 1 July 2025 with their committees; the Commissions for Mass Mobilisation and for Propaganda became one in February 2025,
//! the Party committees of blocs ended then. What is named as something of the past passes ([`super::history`]).

use std::collections::BTreeSet;

use super::Found;
use super::history::History;
use super::near::{after, is, name_at, named, spells, tight};
use crate::criteria::{List, Text};
use crate::text::fold::soft;
use crate::text::keys::Words;
use crate::text::reading::Reading;
use crate::units::{ProvinceKind, Units};
use crate::words;

/// Words that can stand for such a body.
pub const PHRASES: &str = "\
    huyện|quận|thị xã|thị trấn|thành phố|tp|tx|h|q|thành ủy|thành đoàn|thành đội|ban dân vận|bdv|ban tuyên giáo|btg|\
    ban tuyên giáo và dân vận|ban tuyên giáo dân vận|btg và dân vận|btg dv|huyện ủy|thị ủy|quận ủy|huyện đoàn|thị đoàn|quận đoàn|\
    huyện đội|huyện hội|thành phố thuộc tỉnh|đảng ủy khối các cơ quan|đảng ủy khối cơ quan|đảng ủy khối doanh nghiệp|\
    đảng ủy khối các doanh nghiệp|phòng gd đt|phòng giáo dục và đào tạo|phòng giáo dục đào tạo|phòng giáo dục|phòng lđtb xh|\
    phòng lđ tb xh|phòng lđ tbxh|phòng lđtbxh|phòng lao động thương binh và xã hội|phòng tn mt|phòng tài nguyên và môi trường|\
    phòng nn ptnt|phòng nông nghiệp và ptnt|phòng nông nghiệp và phát triển nông thôn";

/// Cities below a province on 30 June 2025, of the list of the Statistics Office.
const CITIES: &str = "biên hòa|buôn ma thuột|bà rịa|bạc liêu|bảo lộc|bắc giang|bắc kạn|bắc ninh|bến cát|bến tre|cam ranh|cao bằng|cao lãnh|châu đốc|chí linh|cà mau|\
cẩm phả|dĩ an|gia nghĩa|gò công|hoa lư|hà giang|hà tiên|hà tĩnh|hòa bình|hưng yên|hạ long|hải dương|hồng ngự|hội an|kon tum|lai châu|long khánh|long xuyên|lào cai|\
lạng sơn|móng cái|mỹ tho|nam định|ngã bảy|nha trang|ninh bình|phan rang|phan thiết|phú mỹ|phú quốc|phúc yên|phổ yên|phủ lý|pleiku|quy nhơn|quảng ngãi|rạch giá|sa đéc|\
sóc trăng|sông công|sơn la|sầm sơn|tam kỳ|tam điệp|thanh hóa|thuận an|thái bình|thái nguyên|thủ dầu một|thủ đức|thủy nguyên|trà vinh|tuy hòa|tuyên quang|tân an|\
tân uyên|tây ninh|từ sơn|uông bí|vinh|việt trì|vĩnh long|vĩnh yên|vũng tàu|vị thanh|yên bái|điện biên phủ|đà lạt|đông hà|đông triều|đồng hới|đồng xoài";

/// Where they stand, but for those of the past. With the unit list, a city of today is none of them (“thành phố Bắc Ninh”).
#[must_use]
pub fn find(text: &Text<'_>, units: Option<&Units>) -> Vec<Found> {
    let mut history = None;
    let mut found: Vec<(usize, usize, Option<String>)> = Vec::new();
    for hit in text.hits(List::Abolished) {
        let phrase = PHRASES.split('|').nth(hit.phrase).unwrap_or_default();
        let reading = &text.reading;
        if found.last().is_some_and(|(_, last, _)| hit.first <= *last) {
            continue;
        }
        let Some((first, last, now)) = body(reading, phrase, hit.first, hit.last, units) else { continue };
        if is_abroad(reading, first, last) || history.get_or_insert_with(|| History::of(text)).covers(first, last) {
            continue;
        }
        match found.last_mut() {
            Some(before) if now.is_none() && (first <= before.1 || first == before.1 + 1 && tight(reading, before.1)) => before.1 = last,
            _ => found.push((first, last, now)),
        }
    }
    found.into_iter().map(|(first, last, now)| Found { span: text.reading.span(first, last), now }).collect()
}

/// The same in each of some texts of a record: a district that one of them places in a neighbouring country is there in all.
#[must_use]
pub fn among(texts: &[&Text<'_>], units: Option<&Units>) -> Vec<Vec<Found>> {
    let mut found: Vec<Vec<Found>> = texts.iter().map(|text| find(text, units)).collect();
    if found.iter().all(Vec::is_empty) {
        return found;
    }
    let abroad: BTreeSet<String> = texts.iter().flat_map(|text| abroad(text)).collect();
    for (found, text) in found.iter_mut().zip(texts).filter(|_| !abroad.is_empty()) {
        found.retain(|place| !abroad.iter().any(|name| soft(&text.quote(place.span)).ends_with(name)));
    }
    found
}

/// The names of districts abroad: “huyện sê pôn”.
fn abroad(text: &Text<'_>) -> Vec<String> {
    let reading = &text.reading;
    let named = text.hits(List::Abolished).filter(|hit| near_name(reading, hit.last) && is_abroad(reading, hit.first, hit.last));
    named.map(|hit| soft(&text.quote(reading.span(hit.first, name_behind(reading, hit.last))))).collect()
}

/// “huyện Sê Pôn, tỉnh Savannakhet của Lào”, “bên Lào, huyện Sê Pôn”: the neighbours have districts still.
fn is_abroad(reading: &Reading<'_>, first: usize, last: usize) -> bool {
    let next = (last + 1..last + 12).take_while(|at| !super::near::ends(reading, at - 1) && !is(reading, *at, words!("với|và|giáp|sang|kết|cùng|đến")));
    let country = |at: usize| {
        is(reading, at, words!("lào|campuchia"))
            || is(reading, at, words!("trung")) && is(reading, at + 1, words!("quốc"))
            || is(reading, at, words!("nước")) && is(reading, at + 1, words!("bạn"))
    };
    let side = |at: usize| is(reading, at, words!("bên|phía|nước|bạn")) && (at + 1..first).any(country);
    next.into_iter().any(|at| country(at) && !is(reading, at + 1, words!("cai")))
        || (first.saturating_sub(4)..first).any(|at| side(at) && !(at..first).any(|at| super::near::ends(reading, at)))
}

/// The words of the body that a phrase belongs to, and the body of today; None when the phrase means something else.
fn body(reading: &Reading<'_>, phrase: &str, first: usize, last: usize, units: Option<&Units>) -> Option<(usize, usize, Option<String>)> {
    let unjoined = (first..last).any(|at| !tight(reading, at));
    match phrase {
        "ban tuyên giáo và dân vận" | "ban tuyên giáo dân vận" | "btg và dân vận" | "btg dv" => None,
        "ban dân vận" | "bdv" | "ban tuyên giáo" | "btg" => commission(reading, phrase, first, last),
        "thị xã" | "thị trấn" | "huyện" | "quận" if is_school(reading, first) => None,
        // “phố huyện” is a place in stories
        "huyện" if after(reading, first, words!("phố")) && !near_name(reading, last) => None,
        "huyện"
            if !level_elsewhere(reading, first)
                && !after(reading, first, words!("tri|quan|liên|đường|ông|bà|chợ|viện"))
                && !of_old_times(reading, last)
                && !is_person(reading, first) =>
        {
            Some(district(reading, first, last))
        }
        "quận" if !level_elsewhere(reading, first) && !after(reading, first, words!("viện")) && is_quarter(reading, first) => {
            Some(district(reading, first, last))
        }
        "thị xã" | "thị trấn" if !unjoined && !town_elsewhere(reading, first) => Some(district(reading, first, last)),
        "tx" if reading.words.get(first).is_some_and(|word| word.initial) && near_name(reading, last) => Some(district(reading, first, last)),
        "h" | "q" if in_address(reading, first) => Some(district(reading, first, last)),
        "thành phố" | "tp" | "thành ủy" | "thành đoàn" | "thành đội" => city(reading, first, last, units),
        "huyện" | "quận" | "thị xã" | "thị trấn" | "tx" | "h" | "q" => None,
        _ => Some((first, name_behind(reading, last), None)),
    }
}

/// “Trường THPT Thị xã Quảng Trị”: the name of a school goes on.
fn is_school(reading: &Reading<'_>, first: usize) -> bool {
    let capital = reading.words.get(first).is_some_and(|word| word.initial);
    capital && after(reading, first, words!("thpt|thcs|học|non|giáo"))
}

/// “huyện lộ”, “huyện đường”, “huyện lệnh”: a road, and what mandarins had.
fn of_old_times(reading: &Reading<'_>, at: usize) -> bool {
    tight(reading, at) && is(reading, at + 1, words!("lộ|đường|lệnh|thừa")) && !named(reading, at + 1)
}

/// “bác Huyện chủ trọ”: a name of a person behind what one calls them.
fn is_person(reading: &Reading<'_>, at: usize) -> bool {
    let capital = reading.words.get(at).is_some_and(|word| word.initial && !word.capitals);
    capital && !near_name(reading, at) && after(reading, at, words!("bác|chú|cô|dì|cậu|anh|chị|em|thím|mợ|cụ|thầy|chí|cháu"))
}

/// “Xóm Chợ Huyện”, “bến Ông Quận”: a capital behind a capital is part of a name, unless a name follows.
fn level_elsewhere(reading: &Reading<'_>, at: usize) -> bool {
    let Some(word) = reading.words.get(at) else { return true };
    let before = at.checked_sub(1).filter(|before| tight(reading, *before)).and_then(|before| reading.words.get(before));
    let part_of_name = before.is_some_and(|before| before.initial && !before.capitals);
    word.initial && !word.capitals && part_of_name && !near_name(reading, at)
}

/// “quận Thanh Khê”, “Quận 1”, “UBND quận”, “cấp quận”; not “quận công”. Without marks “quan” is more often another word: “ba quan 3”, “co quan”.
fn is_quarter(reading: &Reading<'_>, at: usize) -> bool {
    let numbered = tight(reading, at) && reading.words.get(at + 1).is_some_and(|next| next.digit);
    if reading.signs.unmarked {
        let capital = reading.words.get(at).is_some_and(|word| word.initial);
        return after(reading, at, words!("ubnd|hđnd|mttq|chqs|lhpn|lđlđ|cấp")) || numbered && capital;
    }
    let listed = is(reading, at + 1, words!("huyện")) || at > 0 && is(reading, at - 1, words!("huyện|phường|thị|xã"));
    let of_a_body = after(reading, at, words!("ubnd|hđnd|mttq|chqs|lhpn|lđlđ|tand|vksnd|dân|an|cấp|trận|đoàn|hội|nữ|sự|của|trong|toàn|các|tế|tạo|ở|lên|ra"));
    !is(reading, at + 1, words!("công|chúa|vương")) && (near_name(reading, at) || numbered || listed || of_a_body)
}

/// “chỉ thị xã”, “đô thị xã”, “Nguyễn Thị Xã”: the word “thị” belongs to what stands before.
fn town_elsewhere(reading: &Reading<'_>, first: usize) -> bool {
    let capital = |at: usize| reading.words.get(at).is_some_and(|word| word.initial && !word.capitals);
    let person = first > 0 && tight(reading, first - 1) && capital(first - 1) && capital(first) && capital(first + 1) && !near_name(reading, first + 1);
    let market = after(reading, first, words!("chợ")) && !near_name(reading, first + 1);
    // “quán cà phê Thị Trấn”
    let sign = capital(first)
        && capital(first + 1)
        && !near_name(reading, first + 1)
        && after(reading, first, words!("quán|phê|tiệm|hiệu|hàng|rạp|salon|miếu|chùa|bến|cầu|nghỉ|sạn|thuốc"));
    after(reading, first, words!("chỉ|đô|siêu|thành|yết|hiển|biểu|cận|viễn")) || person || market || sign
}

/// “, H. Ninh Hải”, “, Q.1”: the letter of a level in an address; or behind a body, “UBND H. Ninh Hải”.
fn in_address(reading: &Reading<'_>, at: usize) -> bool {
    let Some(before) = at.checked_sub(1) else { return false };
    let stopped = matches!(reading.gap(at), "." | ". ");
    let numbered = stopped && reading.words.get(at + 1).is_some_and(|next| next.digit && reading.word(next).len() <= 2);
    let of_a_body = after(reading, at, words!("ubnd|hđnd|mttq|ubmttq|chqs|lhpn|lđlđ|cấp|dân|nữ|trận|sự"))
        || after(reading, at, words!("an")) && before.checked_sub(1).is_some_and(|first| is(reading, first, words!("công")));
    (reading.gap(before).contains(',') || of_a_body)
        && stopped
        && reading.words.get(at).is_some_and(|word| word.initial)
        && (named(reading, at + 1) || numbered && is(reading, at, words!("q")))
}

/// “thành phố Phan Thiết”, “Thành ủy Phan Thiết”; cities of the rank of a province stay.
fn city(reading: &Reading<'_>, first: usize, last: usize, units: Option<&Units>) -> Option<(usize, usize, Option<String>)> {
    if (first..last).any(|at| !tight(reading, at)) || !(tight(reading, last) || reading.gap(last) == "." || reading.gap(last) == ". ") {
        return None;
    }
    let name = CITIES.split('|').filter_map(|city| ends_of(reading, last + 1, city)).max()?;
    let words: Vec<&str> = (last + 1..=name).filter_map(|at| reading.words.get(at)).map(|word| reading.word(word)).collect();
    let name_today = words.join(" ");
    let today = |units: &Units| units.find_provinces(&name_today).iter().any(|province| province.kind == ProvinceKind::City);
    if units.map_or(is(reading, last + 1, words!("bắc")) && is(reading, last + 2, words!("ninh")), today) {
        return None;
    }
    let (first, _, _) = district(reading, first, last);
    Some((first, name_at(reading, last + 1).map_or(name, |end| end.max(name)), None))
}

/// The last word of a name that stands at a place in any case.
fn ends_of(reading: &Reading<'_>, at: usize, name: &str) -> Option<usize> {
    let mut next = at;
    for word in name.split(' ') {
        if next > at && !tight(reading, next - 1) || !same(reading, next, word) {
            return None;
        }
        next += 1;
    }
    Some(next - 1)
}

/// As a word, either way to place the tone mark.
fn same(reading: &Reading<'_>, at: usize, word: &str) -> bool {
    spells(reading, at, word) || reading.words.get(at).is_some_and(|token| soft(reading.word(token)) == word)
}

/// The two commissions; those of congresses, unions and hamlets are others.
fn commission(reading: &Reading<'_>, phrase: &str, first: usize, last: usize) -> Option<(usize, usize, Option<String>)> {
    let propaganda = matches!(phrase, "ban tuyên giáo" | "btg");
    if is(reading, last + 1, words!("và")) && is(reading, last + 2, words!("dân")) && propaganda || matches!(reading.gap(last), "/" | "-") {
        return None;
    }
    let next = last + 1;
    let led = |words: &Words, second: &Words| tight(reading, last) && is(reading, next, words) && is(reading, next + 1, second);
    if led(words!("tỉnh|thành"), words!("ủy|uỷ")) || led(words!("trung"), words!("ương")) {
        let of = if is(reading, next, words!("tỉnh")) {
            "Tỉnh ủy"
        } else if is(reading, next, words!("thành")) {
            "Thành ủy"
        } else {
            "Trung ương"
        };
        return Some((first, name_behind(reading, next + 1), Some(format!("Ban Tuyên giáo và Dân vận {of}"))));
    }
    let small = !reading.words.get(first).is_some_and(|word| word.initial) || matches!(phrase, "bdv" | "btg");
    let others = is(reading, next, words!("thôn|ấp|xóm|bản|khu|tổ|làng|khóm|buôn|xã|phường|quân|bộ|sư|trung|đảng|giáo|hội|tỉnh|liên|công|chi|trường|họ"));
    let led_below = led(words!("huyện|thị|quận"), words!("ủy|uỷ"));
    let other = small || tight(reading, last) && others;
    (led_below || !other).then_some((first, last, None))
}

/// From the body before a level to the name behind it: “Ủy ban nhân dân huyện Ninh Hải”.
fn district(reading: &Reading<'_>, first: usize, last: usize) -> (usize, usize, Option<String>) {
    let mut begin = first;
    while first - begin < 3 && begin > 0 && tight(reading, begin - 1) && reading.words.get(begin - 1).is_some_and(|word| word.capitals) {
        begin -= 1;
    }
    for head in ["ủy ban nhân dân", "uỷ ban nhân dân", "hội đồng nhân dân", "công an", "mặt trận", "cấp", "ban chqs", "hội lhpn"] {
        let length = head.split(' ').count();
        if let Some(at) = first.checked_sub(length)
            && tight(reading, first - 1)
            && ends_of(reading, at, head) == Some(first - 1)
        {
            begin = begin.min(at);
        }
    }
    (begin, name_behind(reading, last), None)
}

/// The last word of the name behind a word, or of its number; the word itself when there is none.
fn name_behind(reading: &Reading<'_>, last: usize) -> usize {
    let joined = tight(reading, last) || matches!(reading.gap(last), "." | ". ") && is(reading, last, words!("h|q|tx"));
    let numbered = is(reading, last, words!("quận|q")) && reading.words.get(last + 1).is_some_and(|next| next.digit);
    match name_at(reading, last + 1) {
        Some(end) if joined => end,
        _ if joined && numbered => last + 1,
        _ => last,
    }
}

fn near_name(reading: &Reading<'_>, at: usize) -> bool {
    (tight(reading, at) || matches!(reading.gap(at), "." | ". ") && is(reading, at, words!("tx"))) && named(reading, at + 1)
}

#[cfg(test)]
mod tests {
    use super::super::testing::{finds, former, hostile, none, together, units};
    use super::*;

    fn plain(text: &Text<'_>) -> Vec<Found> {
        find(text, None)
    }

    #[test]
    fn bodies() {
        finds(plain, "Huyện ủy Ninh Hải", &["Huyện ủy Ninh Hải"]);
        finds(plain, "báo cáo UBND huyện Ninh Hải để nhân rộng", &["UBND huyện Ninh Hải"]);
        finds(plain, "UỶ BAN NHÂN DÂN HUYỆN và Thường trực Huyện uỷ", &["UỶ BAN NHÂN DÂN HUYỆN", "Huyện uỷ"]);
        finds(plain, "được công nhận cấp huyện", &["cấp huyện"]);
        finds(plain, "Hội LHPN huyện và Huyện đoàn", &["Hội LHPN huyện", "Huyện đoàn"]);
        finds(plain, "Công an huyện, Ban CHQS huyện", &["Công an huyện", "Ban CHQS huyện"]);
        finds(plain, "Phòng GD&ĐT huyện Mộc Châu", &["Phòng GD&ĐT huyện Mộc Châu"]);
        finds(plain, "Phòng Lao động - Thương binh và Xã hội hỗ trợ", &["Phòng Lao động - Thương binh và Xã hội"]);
        finds(plain, "từ huyện đến cơ sở", &["huyện"]);
        finds(plain, "Ban Dân vận Huyện ủy thẩm định", &["Ban Dân vận Huyện ủy"]);
        finds(plain, "gửi Ban Dân vận.", &["Ban Dân vận"]);
        finds(plain, "Đảng ủy Khối các cơ quan tỉnh", &["Đảng ủy Khối các cơ quan"]);
    }

    #[test]
    fn commissions_of_today() {
        finds(plain, "gửi Ban Dân vận Tỉnh ủy chọn", &["Ban Dân vận Tỉnh ủy → Ban Tuyên giáo và Dân vận Tỉnh ủy"]);
        finds(plain, "Ban Tuyên giáo Thành ủy", &["Ban Tuyên giáo Thành ủy → Ban Tuyên giáo và Dân vận Thành ủy"]);
        finds(plain, "Ban Dân vận Trung ương", &["Ban Dân vận Trung ương → Ban Tuyên giáo và Dân vận Trung ương"]);
    }

    #[test]
    fn levels_and_places() {
        finds(plain, "khu phố của thị trấn Khánh Hải", &["thị trấn Khánh Hải"]);
        finds(plain, "TX Ba Đồn và UBND thị xã", &["TX Ba Đồn", "UBND thị xã"]);
        finds(plain, "phường Thanh Khê Đông, quận Thanh Khê, thành phố Đà Nẵng", &["quận Thanh Khê"]);
        finds(plain, "Phường 4, Quận 8", &["Quận 8"]);
        finds(plain, "xã Vĩnh Hải, H. Ninh Hải", &["H. Ninh Hải"]);
        finds(plain, "năm nay UBND H. Ninh Hải giao, Công an Q.1 giúp", &["UBND H. Ninh Hải", "Công an Q.1"]);
        finds(plain, "Ủy ban nhân dân H. Ninh Hải; Công an Q. 1", &["Ủy ban nhân dân H. Ninh Hải", "Công an Q. 1"]);
        none(plain, &["bà Đoàn H. Mai nấu cơm", "anh Lý An H. Nam"]);
        finds(plain, "Thành ủy Phan Thiết; TP. Phan Rang - Tháp Chàm", &["Thành ủy Phan Thiết", "TP. Phan Rang - Tháp Chàm"]);
        finds(plain, "UBND thành phố Thủ Đức", &["UBND thành phố Thủ Đức"]);
        finds(|text| find(text, Some(units())), "TP Thanh Hóa, thành phố Bắc Ninh", &["TP Thanh Hóa"]);
    }

    #[test]
    fn the_cities_are_those_of_the_list_of_before() {
        let told: Vec<String> = CITIES.split('|').map(crate::text::fold::soft).collect();
        // Of “Phan Rang - Tháp Chàm” the first part is enough.
        let named: Vec<String> = former().cities().map(|name| crate::text::fold::soft(name.split(" - ").next().unwrap()).replace('-', " ")).collect();
        assert!(named.iter().all(|name| told.contains(name)), "{named:?}");
        // Ninh Bình was called Hoa Lư in its last half year.
        assert_eq!(told.iter().filter(|name| !named.contains(name)).collect::<Vec<_>>(), ["ninh bình"]);
    }

    #[test]
    fn districts_abroad() {
        let judged = |texts: &[&str]| together(texts, |texts| among(texts, None).iter().map(Vec::len).collect::<Vec<_>>());
        assert_eq!(judged(&["bản Đensavẳn, huyện Sê Pôn, tỉnh Savannakhet (Lào)", "có chính quyền huyện Sê Pôn cùng dự", "UBND huyện Ninh Hải"]), [0, 0, 1]);
        assert_eq!(judged(&["UBND huyện Sê Pôn cùng dự"]), [1]);
        none(plain, &["Phía Lào, huyện Sê Pôn cử đoàn sang", "già làng bên Trung Quốc, huyện Kim Bình"]);
    }

    #[test]
    fn others() {
        none(
            plain,
            &[
                "",
                "Ban Tuyên giáo và Dân vận Tỉnh ủy",
                "Khối Dân vận xã và tổ dân vận thôn",
                "Đảng ủy xã, HĐND xã, Ủy ban MTTQ Việt Nam xã",
                "tập huấn, huấn luyện, rèn luyện",
                "Theo chỉ thị, xã giảm giấy tờ; hội nghị xã; văn minh đô thị xã",
                "ông Nguyễn Thị Xã",
                "Thành ủy Đà Nẵng, UBND thành phố Huế, TP. Hồ Chí Minh",
                "thành phố Bắc Ninh",
                "Xóm Chợ Huyện và bến Ông Quận, thôn Mỹ Hòa",
                "Ban Chỉ huy Phòng thủ khu vực 2",
                "Ban Tuyên giáo Hội Liên hiệp Phụ nữ tỉnh",
                "siêu thị xã Vĩnh Hải",
                "đường liên huyện",
                "quận công",
                "ban dân vận thôn",
                "đi chợ thị trấn, chợ huyện",
                "bác Huyện chủ trọ dãy 12 và anh Hoàng Văn Quận",
            ],
        );
        hostile(plain);
    }

    #[test]
    fn history() {
        none(
            plain,
            &[
                "huyện Ninh Hải (cũ)",
                "Trước ngày 01/7/2025, bà con nộp hồ sơ tại UBND huyện; nay hồ sơ về xã",
                "Hướng dẫn số 08 của Ban Dân vận Tỉnh ủy Bình Thuận năm 2022",
                "Năm 2022, tổ được UBND huyện Ninh Hải tặng giấy khen",
                "thị trấn Khánh Hải, nay là xã Ninh Hải",
                "Từ khi không còn cấp huyện",
                "trụ sở Huyện ủy cũ",
                "Quyết định số 1234/QĐ-UBND ngày 03/02/2023 của UBND thị xã Ba Đồn",
            ],
        );
    }
}
