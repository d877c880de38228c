//! What tells that a former body or place is named as such: “(cũ)”, “trước đây”, “nay là …”, a past year, the citation of a document.

use super::near::{begin, clause_end, ends, has_gap, is};
use crate::criteria::{List, Text};
use crate::text::letters::gap;
use crate::text::lexicon::Hit;
use crate::text::reading::Reading;
use crate::words;

/// Words that put what follows them in the sentence in the past.
pub const PAST: &str = "\
    sắp xếp đơn vị hành chính|sau sắp xếp|sắp xếp lại đơn vị|trước đây|trước kia|trước sáp nhập|trước khi sáp nhập|trước khi hợp nhất|trước khi nhập|trước khi bỏ|trước khi kết thúc|\
    trước khi giải thể|trước khi chưa|những năm còn|năm còn|hết cấp|thời có cấp|trước là|trước thuộc|trước đó thuộc|vốn là|vốn thuộc|ngày trước|thời trước|hồi trước|\
    lúc trước|thuở trước|khi xưa|ngày xưa|trước 1/7|trước 01/7|trước 01/07|khi còn|lúc còn|hồi còn|thời còn|từ thời|sáp nhập|\
    hợp nhất|giải thể|kết thúc hoạt động|chấm dứt hoạt động|bỏ cấp|bỏ chính quyền|bỏ huyện|bỏ quận|bỏ tổ chức|không tổ chức cấp|\
    không tổ chức chính quyền|đã từng|từng là|từng thuộc|từng được|từng làm|từng công tác|\
    hồi đó|hồi ấy|khi ấy|khi đó|lúc ấy|lúc đó|thời ấy|thời đó|dạo ấy|dạo đó|bấy giờ|ngày ấy";

/// Words that put what stands close behind them, before a comma, in the past.
pub const PAST_NEAR: &str = "\
    không còn|không có cấp|thay cho|thay thế|thay cấp|cũ của|nguyên là|nguyên thuộc|nguyên trưởng|nguyên phó|nguyên bí thư|\
    nguyên chủ tịch|nguyên cán bộ|nguyên giám đốc|nguyên ủy viên|nguyên thường vụ|nguyên đại biểu|nguyên hiệu trưởng|\
    nguyên công chức|nguyên trụ sở|nguyên lãnh đạo|cựu chủ tịch|cựu bí thư|cựu cán bộ|tách từ|tách ra từ|chuyển từ|nhận lại từ|\
    tiếp nhận từ|nghỉ hưu";

/// Words behind a name that put it in the past.
pub const PAST_BEHIND: &str = "\
    nữa|bỏ trống|bỏ hoang|để trống|dôi dư|cũ|trước đây|trước kia|trước sáp nhập|trước khi sáp nhập|trước 1/7|trước 01/7|trước 01/07|hồi trước|nay là|nay thuộc|nay về|\
    nay nhập|nay không|nay gọi|nay trực thuộc|nay thành|nay bỏ|nay sáp nhập|nay đã sáp nhập|nay đã không|nay đã nhập|\
    nay đã giải thể|nay đã bỏ|hiện là|hiện nay là|hiện thuộc|hiện nay thuộc|bây giờ là|giờ là|đã giải thể|giải thể|sáp nhập|\
    hợp nhất|kết thúc hoạt động|chấm dứt hoạt động|không còn|ngừng hoạt động|chuyển về|chuyển xuống|chuyển giao về|đã bỏ|đổi tên|\
    nghỉ hưu|đã nghỉ hưu|như hồi trước|như trước|như trước đây|như trước kia|như ngày trước|như hồi xưa|khi ấy|khi đó|hồi đó|hồi ấy|lúc đó|lúc ấy|thời đó|thời ấy|bấy giờ|lúc bấy giờ|ngày ấy|dạo đó|dạo ấy";

/// Words that bring a sentence back to the present.
pub const PRESENT: &str = "\
    nay|hiện nay|hiện tại|hiện đang|hiện vẫn|bây giờ|sẽ|tới đây|sắp tới|thời gian tới|tiếp tục|đề nghị|kiến nghị";

/// Kinds of documents, which keep the name of who issued them.
pub const DOCUMENTS: &str = "\
    hướng dẫn|quyết định|nghị quyết|kế hoạch|chỉ thị|công văn|thông báo|kết luận|đề án|chương trình|báo cáo|thông tri|quy chế|\
    quy định|tờ trình|giấy khen|giấy chứng nhận|biên bản|hd|qđ|nq";

/// The words of history of a text.
pub struct History<'t, 'a> {
    reading: &'t Reading<'a>,
    past: Vec<Hit>,
    near: Vec<Hit>,
    behind: Vec<Hit>,
    present: Vec<Hit>,
    documents: Vec<Hit>,
}

/// What a number says of time.
#[derive(Clone, Copy, PartialEq, Eq)]
enum Time {
    /// Up to June 2025.
    Past,
    /// From July 2025 on.
    Present,
}

impl<'t, 'a> History<'t, 'a> {
    /// Of a text.
    #[must_use]
    pub fn of(text: &'t Text<'a>) -> Self {
        let all = |list| text.hits(list).copied().collect();
        History {
            reading: &text.reading,
            past: all(List::Past),
            near: all(List::PastNear),
            behind: all(List::PastBehind),
            present: all(List::Present),
            documents: all(List::Documents),
        }
    }

    /// Whether the name from one word to another stands for something of the past.
    #[must_use]
    pub fn covers(&self, first: usize, last: usize) -> bool {
        let begin = begin(self.reading, first);
        let end = clause_end(self.reading, last);
        self.is_said(first) || self.followed(last) || self.told(begin, first) || self.dated(begin, first, end) || self.cited(begin, first, end)
    }

    /// “quen miệng bảo “lên huyện””: the words of those who say it.
    fn is_said(&self, first: usize) -> bool {
        let quoted = (first.saturating_sub(3)..first).rev().find(|at| self.reading.gap(*at).contains('“'));
        quoted.is_some_and(|at| (at.saturating_sub(2)..=at).any(|says| is(self.reading, says, words!("bảo|nói|gọi|kêu|miệng"))))
    }

    /// “huyện Ninh Hải, tỉnh Ninh Thuận (cũ)”: between the name and the word of history stand only names of places.
    fn followed(&self, last: usize) -> bool {
        let mut at = last + 1;
        while at <= last + 12 && !ends(self.reading, at - 1) {
            if starts_at(&self.behind, at) {
                return true;
            }
            let place = self.reading.words.get(at).is_some_and(|word| word.initial || word.digit);
            if !place && !is(self.reading, at, words!("huyện|tỉnh|thị|xã|trấn|thành|phố|phường|quận|thuộc|và|ủy|uỷ|của|cấp")) {
                return false;
            }
            at += 1;
        }
        false
    }

    /// “Trước đây bà con nộp hồ sơ tại UBND huyện”, with nothing of the present between.
    fn told(&self, begin: usize, first: usize) -> bool {
        within(&self.past, begin, first).any(|mark| !self.present_between(mark.last + 1, first))
            || within(&self.near, begin.max(first.saturating_sub(10)), first).any(|mark| !(mark.last..first).any(|at| has_gap(self.reading, at, gap::COMMA)))
    }

    /// “Năm 2022, tổ được UBND huyện tặng giấy khen”.
    fn dated(&self, begin: usize, first: usize, end: usize) -> bool {
        let mut past = None;
        for at in begin.max(first.saturating_sub(30))..=end {
            match self.time(at) {
                Some(Time::Past) => past = past.or(Some(at)),
                Some(Time::Present) => return false,
                None => {}
            }
        }
        past.is_some_and(|at| !self.present_between(at.min(first), end + 1))
    }

    /// “Hướng dẫn số 08 của Ban Dân vận Tỉnh ủy”: a document that can be told from others by a number.
    fn cited(&self, begin: usize, first: usize, end: usize) -> bool {
        let late = |from: usize| (from..=end).any(|at| self.time(at) == Some(Time::Present));
        let cited = |mark: &Hit| first - mark.first <= 25 && self.numbered(mark.last, end) && !late(mark.last) && !self.present_between(mark.last + 1, first);
        within(&self.documents, begin, first).any(cited)
    }

    /// A symbol (“08-HD/BDVTU”) behind the kind of document, or “số 08” right behind it; “hướng dẫn 12 hộ” has neither.
    fn numbered(&self, kind: usize, end: usize) -> bool {
        let digit = |at: usize| self.reading.words.get(at).is_some_and(|word| word.digit);
        let symbol =
            |at: usize| digit(at) && matches!(self.reading.gap(at).trim(), "-" | "/" | "–") && self.reading.words.get(at + 1).is_some_and(|word| word.capitals);
        let said = is(self.reading, kind + 1, words!("số")) && digit(kind + 2);
        let bare = digit(kind + 1) && is(self.reading, kind + 2, words!("của|ngày|năm|do|về"));
        said || bare || (kind + 1..=end).any(symbol)
    }

    fn present_between(&self, from: usize, to: usize) -> bool {
        within(&self.present, from, to).next().is_some()
    }

    /// What the number at a place says of time; None when it is no year and no day.
    fn time(&self, at: usize) -> Option<Time> {
        let token = self.reading.words.get(at).filter(|token| token.digit)?;
        let word = self.reading.word(token);
        let number = |part: &str| part.parse::<u32>().ok();
        let year = word.split(['/', '-', '.']).filter_map(number).filter(|year| (1900..2200).contains(year)).max()?;
        if year != 2025 {
            return Some(if year < 2025 { Time::Past } else { Time::Present });
        }
        // 07 of “01/7/2025”, of “tháng 7/2025” and of “tháng 7 năm 2025”
        let month = word.rsplit(['/', '-', '.']).nth(1).and_then(number).or_else(|| {
            let said = at.checked_sub(2).filter(|_| is(self.reading, at - 1, words!("năm"))).and_then(|before| self.reading.words.get(before))?;
            self.reading.word(said).rsplit(['/', '-', '.']).next().and_then(number)
        });
        let late = month.is_some_and(|month| (7..=12).contains(&month)) || at >= 2 && is(self.reading, at - 2, words!("cuối"));
        let bound = (at.saturating_sub(2)..at).any(|before| is(self.reading, before, words!("trước")));
        Some(if late && !(bound && month == Some(7)) { Time::Present } else { Time::Past })
    }
}

/// The hits that begin in a stretch of words.
fn within(hits: &[Hit], from: usize, to: usize) -> impl Iterator<Item = &Hit> {
    let start = hits.partition_point(|hit| hit.first < from);
    hits.iter().skip(start).take_while(move |hit| hit.first < to)
}

fn starts_at(hits: &[Hit], at: usize) -> bool {
    within(hits, at, at + 1).next().is_some()
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::criteria::forms::testing;

    #[track_caller]
    fn past(text: &str, expected: bool) {
        let said = testing::on(text, |text| {
            let at = (0..text.reading.words.len()).find(|at| is(&text.reading, *at, words!("huyện"))).unwrap();
            History::of(text).covers(at, at)
        });
        assert_eq!(said, expected, "{text}");
    }

    #[test]
    fn of_the_past() {
        for text in [
            "thuộc huyện Ninh Hải (cũ)",
            "thuộc huyện Ninh Hải, tỉnh Ninh Thuận cũ",
            "Trước đây hồ sơ nộp ở huyện",
            "Trước ngày 01/7/2025, hồ sơ nộp ở huyện",
            "huyện Ninh Hải, nay là xã Ninh Hải",
            "Năm 2022, huyện tặng giấy khen",
            "Giai đoạn 2021-2025, huyện hỗ trợ xi măng",
            "Tháng 4 năm 2025, huyện hỗ trợ xi măng",
            "Từ khi không còn cấp huyện",
            "sau khi bỏ cấp huyện",
            "ông Tư, nguyên Phó Bí thư huyện",
            "Quyết định số 12/QĐ-UBND của huyện",
            "theo Nghị quyết 05-NQ/HU của huyện",
            "Khi sáp nhập huyện, hồ sơ về xã",
            "Sau khi sắp xếp đơn vị hành chính, huyện thành khu phố",
            "hồ sơ không phải đưa lên huyện nữa",
            "từ 01/7/2025 hết cấp huyện, tòa chuyển thành Tòa án nhân dân khu vực",
            "Những năm còn huyện Kỳ Sơn, bản bị xếp trọng điểm",
        ] {
            past(text, true);
        }
    }

    #[test]
    fn of_the_present() {
        for text in [
            "Báo cáo huyện để nhân rộng ra 09 xã",
            "Trước đây bà con tự làm; huyện hỗ trợ",
            "Trước đây bà con tự làm, nay huyện hỗ trợ",
            "Năm 2026, huyện hỗ trợ xi măng",
            "Tháng 9 năm 2025, huyện hỗ trợ xi măng",
            "Từ năm 2022 đến nay huyện hỗ trợ",
            "gửi về huyện trước ngày 15/10/2026",
            "huyện hướng dẫn 12 hộ làm lò cũ",
            "Theo Kế hoạch số 45/KH-UBND ngày 02/02/2026 của huyện",
            "Hướng dẫn 12 hộ nộp hồ sơ ở huyện",
            "Không còn rác ở chợ, huyện khen",
            "Nhà văn hóa cũ. Huyện hỗ trợ 5 triệu đồng",
        ] {
            past(text, false);
        }
    }
}
