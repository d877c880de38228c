//! Watches and rounds with their hours, which a force does not tell the public. Its cases stand with those of `defence_detail`.

use super::defence_detail::{NUMBER, is_number};
use super::near;
use crate::text::keys::Words;
use crate::text::reading::Reading;
use crate::words;

/// Who watches by day and night without being a force.
const OWN: &Words = words!("tự|liên|ngõ|thôn|ấp|dân");

/// Whether a sentence tells of a post, a watch or an ambush.
pub(super) fn on_watch(reading: &Reading<'_>, first: usize, last: usize) -> bool {
    let one =
        |at: usize| near::is(reading, at, words!("chốt|gác|mật|phục")) || near::is(reading, at, words!("tuần")) && near::is(reading, at + 1, words!("tra"));
    !is_watch_of_people(reading, first, last) && (first..=last).any(one)
}

/// A watch or a patrol with its hours.
pub(super) fn schedule(reading: &Reading<'_>, first: usize, last: usize, found: &mut Vec<(usize, usize)>) {
    if is_watch_of_people(reading, first, last) {
        return;
    }
    let watch = (first..=last).find(|at| {
        near::is(reading, *at, words!("tuần")) && near::is(reading, at + 1, words!("tra|tiễu"))
            || near::is(reading, *at, words!("đổi|canh|trực|ca")) && near::is(reading, at + 1, words!("gác|chiến|sẵn|ban"))
            || near::is(reading, *at, words!("gác")) && near::is(reading, at + 1, words!("đổi"))
            || near::is(reading, *at, words!("đi")) && near::is(reading, at + 1, words!("từ")) && near::is(reading, at + 2, words!("chốt|đồn"))
            || near::is(reading, *at, words!("xuất")) && near::is(reading, at + 1, words!("bến|phát"))
            || near::is(reading, *at, words!("đi")) && near::is(reading, at + 1, words!("tuyến|tuần"))
            || near::is(reading, *at, words!("ca")) && is_number(reading, at + 1)
            || near::is(reading, *at, words!("ra|về|đến")) && near::is(reading, at + 1, words!("chốt"))
            || near::is(reading, *at, words!("chốt")) && near::is(reading, at + 1, words!("ở|tại"))
            || near::is(reading, *at, words!("đi")) && is_number(reading, at + 1) && near::is(reading, at + 2, words!("tốp|toán|kíp"))
            || is_round(reading, *at, first, last)
    });
    let hour = (first..=last).find(|at| is_hour(reading, *at));
    if let (Some(watch), Some(hour)) = (watch, hour) {
        found.push((watch.min(hour), watch.max(hour) + usize::from(near::is(reading, watch.max(hour) + 1, words!("giờ|tra|gác")))));
    }
}

/// “đi dọc bãi”, “chạy hai chiếc xe từ cầu Đá lên Suối Ràn”: a round at night; not of those who come to help.
fn is_round(reading: &Reading<'_>, at: usize, first: usize, last: usize) -> bool {
    if !near::is(reading, at, words!("đi|chạy|rảo|vòng")) {
        return false;
    }
    let from = || (at + 1..last.min(at + 6)).find(|from| near::is(reading, *from, words!("từ")));
    let on = |from: usize| (from + 1..=last.min(from + 8)).any(|on| near::is(reading, on, words!("lên|qua|xuống|vòng|sang|ra")));
    let along = near::is(reading, at + 1, words!("dọc|quanh|suốt|khắp|vòng")) || from().is_some_and(on);
    let any = |among: &Words| (first..=last).any(|at| near::is(reading, at, among));
    along
        && any(words!("đêm|tối|khuya|sáng"))
        && !any(words!("giúp|dạy|học|hướng|khám|thăm|đón|đưa|chở|gặt|vận|tuyên|nhắc|phát|tặng|nhặt|dọn|vớt|gom|trồng|quét|mời|loa|hát"))
}

/// “Tổ tự quản”, “các nhà thay nhau”: who watches by turns is of the people.
pub(super) fn is_watch_of_people(reading: &Reading<'_>, first: usize, last: usize) -> bool {
    (first..=last).any(|at| {
        near::is(reading, at, words!("tổ|nhóm|đội")) && near::is(reading, at + 1, OWN) && !near::is(reading, at + 2, words!("quân"))
            || near::is(reading, at, words!("nhà|hộ|con|thuyền")) && near::is(reading, at + 1, words!("thay|luân|xuất|chia"))
    })
}

/// “22 giờ”, “19h30”, “3h”, “mười tám giờ”.
fn is_hour(reading: &Reading<'_>, at: usize) -> bool {
    if near::is(reading, at, NUMBER) {
        return near::is(reading, at + 1, words!("giờ")) && near::tight(reading, at) && !near::is(reading, at, words!("vài|mấy|nhiều|chục|trăm"));
    }
    let Some(word) = reading.words.get(at).filter(|word| word.digit) else { return false };
    let word = reading.word(word);
    near::is(reading, at + 1, words!("giờ|h")) && near::tight(reading, at) || word.len() <= 5 && word.contains(['h', 'g']) && !word.contains("kg")
}
