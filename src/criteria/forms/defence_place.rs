//! What gives a detail of defence away by its name: strength (“quân số 41”), coordinates, hills, posts. Its cases stand with those of `defence_detail`.

use super::defence_detail::is_digit;
use super::near;
use crate::text::keys::Words;
use crate::text::reading::Reading;
use crate::words;

/// North and east behind degrees.
const DIRECTION: &Words = words!("n|b|e|đ");

/// What gives something away with its number: coordinates, “quân số 41”, “biên chế 12” of a force, “cao điểm 300”.
pub(super) fn numbered(reading: &Reading<'_>, first: usize, last: usize, force: bool, found: &mut Vec<(usize, usize)>) {
    for at in (first..=last).filter(|at| near::is(reading, *at, words!("tọa|toạ|quân|biên|cao|điểm"))) {
        let next = at + 1;
        if near::is(reading, at, words!("tọa|toạ")) && near::is(reading, next, words!("độ")) && digit_within(reading, next + 1, last, 4) {
            let end = last.min(at + 12);
            found.push((at, (next..=end).rev().find(|at| is_digit(reading, *at) || near::is(reading, *at, DIRECTION)).unwrap_or(end)));
        }
        if near::is(reading, at, words!("quân")) && near::is(reading, next, words!("số")) && digit_within(reading, next + 1, last, 4)
            || near::is(reading, at, words!("biên")) && near::is(reading, next, words!("chế")) && force && digit_within(reading, next + 1, last, 3)
        {
            found.push((at, last.min(at + 4)));
        }
        let hill = near::is(reading, at, words!("cao")) && near::is(reading, next, words!("điểm"))
            || near::is(reading, at, words!("điểm")) && near::is(reading, next, words!("cao"));
        // “giờ cao điểm 8h00-9h30”
        let busy = at > first && near::is(reading, at - 1, words!("giờ|mùa|dịp|đợt|tháng|ngày|tuần|lúc|khung"));
        if hill && !busy && next < last && is_digit(reading, next + 1) {
            found.push((at, next + 1));
        }
    }
    coordinates(reading, first, last, found);
}

/// “Chốt số 2 đặt tại …”: where a post stands.
pub(super) fn posts(reading: &Reading<'_>, first: usize, last: usize, found: &mut Vec<(usize, usize)>) {
    for at in first..=last {
        let post = near::is(reading, at, words!("chốt|trạm|vọng|tổ"))
            && (near::is(reading, at + 1, words!("số")) && is_digit(reading, at + 2) || near::is(reading, at + 1, words!("gác|chốt")));
        let placed = (at..=last.min(at + 6)).any(|place| near::is(reading, place, words!("đặt|bố")) && near::is(reading, place + 1, words!("tại|ở|trí")));
        let place = near::is(reading, at, words!("vị"))
            && near::is(reading, at + 1, words!("trí"))
            && near::is(reading, at + 2, words!("chốt|trạm|đồn|đóng|kho|hầm|vọng|đặt|bố"));
        if let Some(marker) = post_at_marker(reading, at, last) {
            found.push((at, marker));
        }
        // “đóng lán cách mốc 412 về phía nam 600 m”
        let hut = near::is(reading, at, words!("đóng|dựng|đặt"))
            && near::is(reading, at + 1, words!("lán|chốt|trại|trạm|vọng"))
            && (at + 2..=last.min(at + 6)).any(|stone| near::is(reading, stone, words!("mốc")) && is_digit(reading, stone + 1));
        if hut {
            found.push((at, last.min(at + 5)));
        }
        let camp = near::is(reading, at, words!("đóng")) && near::is(reading, at + 1, words!("quân")) && near::is(reading, at + 2, words!("tại|ở|trên|gần"));
        if camp || place || post && placed && near::is(reading, at, words!("chốt|vọng|trạm")) {
            found.push((at, last.min(at + 8)));
        }
    }
}

/// “chốt thường trực ở mốc 1085”: the number of the stone at which a post stands; not “chốt danh sách, mốc 30/6”.
fn post_at_marker(reading: &Reading<'_>, at: usize, last: usize) -> Option<usize> {
    if !near::is(reading, at, words!("chốt")) {
        return None;
    }
    let mut stone = at + 1;
    while stone < last && near::is(reading, stone, words!("thường|trực|gác|ở|tại|gần|cố|định")) {
        stone += 1;
    }
    let number = reading.words.get(stone + 1).filter(|word| word.digit && reading.word(word).chars().all(|c| c.is_ascii_digit()))?;
    let stands = near::is(reading, stone, words!("mốc")) && stone < last && (at..=stone).all(|word| near::tight(reading, word));
    let year = reading.word(number).len() == 4 && reading.word(number).starts_with("20");
    (stands && stone > at + 1 && !year).then_some(stone + 1)
}

/// “10°58'21"N”: where something of a force stands, without the word for coordinates.
fn coordinates(reading: &Reading<'_>, first: usize, last: usize, found: &mut Vec<(usize, usize)>) {
    let degrees = (first..last).find(|at| {
        let minutes = || reading.gap(at + 1).contains(['\'', '’', '′', '"', '”']) || near::is(reading, at + 2, DIRECTION);
        is_digit(reading, *at) && matches!(reading.gap(*at).trim_end(), "°" | "º") && is_digit(reading, at + 1) && minutes()
    });
    let station = || (first..=last).any(|at| near::is(reading, at, words!("trạm|đài|chốt|đồn|kho|vọng|quan|trận|ra|doanh")));
    if let Some(at) = degrees.filter(|_| station()) {
        found.push((at, last.min(at + 7)));
    }
}

fn digit_within(reading: &Reading<'_>, from: usize, last: usize, words: usize) -> bool {
    (from..=last.min(from + words - 1)).any(|at| is_digit(reading, at))
}
