//! What a text counts, by classes of who or what is counted, and whether that is all of them: what a percentage may be of.

use super::near;
use crate::criteria::Text;
use crate::text::Span;
use crate::text::keys::{Words, first_word};
use crate::words;

/// Durations and goes, which are no base: “95% trong 3 tháng”.
pub(super) const TIMES: &Words = words!("tháng|năm|ngày|tuần|giờ|quý|phút|buổi|đợt|lần|kỳ|cuộc|đêm");
/// Before the number of those who are there at all.
const WHOLE: &Words = words!("có|tổng|gồm|toàn|số|cả|thôn|ấp|xóm|khóm|bản|buôn|làng|ngõ|phố|lớp|trường|quản|đông|khảo|với");

/// From where on a number that tells how things stand is that of all, and not of some accident.
const SOME_SIZE: f64 = 20.0;

/// What another text tells of, which decides what its numbers may be the whole of.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Tells {
    /// The place, or who takes part: any number of theirs is a whole.
    Place,
    /// How things stand: a number of some size is one.
    Situation,
    /// What is done: only a number that is told as the whole.
    Work,
}

/// What a text counts, as a bit for each class.
#[derive(Clone, Copy, Default)]
pub struct Counted {
    /// Anywhere.
    pub(super) all: u32,
    /// As the whole.
    pub(super) whole: u32,
    /// In a number of some size.
    pub(super) many: u32,
}

impl Counted {
    /// Of a text; [`Text::counted`] keeps it.
    #[must_use]
    pub fn of(text: &Text<'_>) -> Self {
        let mut counted = Counted::default();
        for (_, whole, class, value) in figures(text) {
            let bit = class.map_or(0, |class| 1 << class);
            counted.all |= bit;
            counted.many |= if value >= SOME_SIZE { bit } else { 0 };
            counted.whole |= if whole { bit } else { 0 };
        }
        counted
    }
}

/// The figures of a text but percentages and times, those in words (“hai trăm nhà”) behind the others: place, whether it is told as the whole, class, value.
pub(super) fn figures<'t>(text: &'t Text<'_>) -> impl Iterator<Item = (usize, bool, Option<usize>, f64)> + 't {
    let reading = &text.reading;
    let place_of = |span: Span| reading.words.partition_point(|word| word.span.start < span.start);
    // “thôn có 38 hộ”; but “mỗi lớp 12 em”
    let whole = |place: usize| (place.saturating_sub(3)..place).any(|at| near::is(reading, at, WHOLE) && !near::after(reading, at, words!("mỗi|từng|một")));
    let figures = text.figures().iter().filter_map(move |figure| {
        let unit = figure.unit.filter(|unit| *unit != "%")?;
        let place = place_of(figure.span);
        (!near::is(reading, place + 1, TIMES)).then(|| (place, whole(place), class(first_word(unit)), figure.value))
    });
    let spelled = text.spelled().iter().filter(|spelled| !spelled.percent).filter_map(move |spelled| {
        let (place, behind) = (place_of(spelled.span), reading.words.partition_point(|word| word.span.start < spelled.span.end));
        let counted = reading.words.get(behind.checked_sub(1)?)?;
        // of the small ones, most are no count: “mỗi nhà một người”
        let large = (place..behind).any(|at| near::is(reading, at, words!("trăm|mươi|chục|nghìn|ngàn")));
        large.then(|| (place, whole(place), class(counted.key), SOME_SIZE))
    });
    figures.chain(spelled)
}

/// The last class that is of all people of a place.
pub(super) const PEOPLE: usize = 1;
/// The class of files (“hồ sơ”): their number, wherever it is told, is that of all.
pub(super) const FILES: usize = 15;

/// One number for all words that count the same; None for what is nobody.
pub(super) fn class(key: u64) -> Option<usize> {
    const CLASSES: [&Words; 16] = [
        words!("hộ|gia|nhà|nóc"),
        words!("người|dân|bà|nhân|khẩu"),
        words!("học|em|cháu|trẻ|bé"),
        words!("phụ|cha|mẹ"),
        words!("hội|chị"),
        words!("đoàn|thanh"),
        words!("đảng"),
        words!("vụ"),
        words!("cụ|bác"),
        words!("chủ"),
        words!("điểm"),
        words!("thành"),
        words!("cán|công|viên"),
        words!("thuyền|tàu|ghe"),
        words!("chi"),
        words!("hồ"),
    ];
    CLASSES.iter().position(|class| class.contains(&key))
}
