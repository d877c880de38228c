//! Places of a template that nobody filled in: dotted lines, “xx” where a number belongs, “[số hộ]”, “Nguyễn Văn A”.

use super::near;
use super::placeholder::LONG;
use crate::text::letters::gap;
use crate::text::reading::{Reading, Token, may_be_crosses};
use crate::words;

/// Words around a slot beyond which an answer says something.
const AROUND: usize = 60;

/// Whether an answer is made of them for the most part.
#[must_use]
pub fn left(reading: &Reading<'_>) -> bool {
    let crosses = |word: &Token| {
        let written = reading.word(word);
        let small = written.strip_prefix("20").unwrap_or(written);
        small.len() >= 2 && small.bytes().all(|c| c == b'x') && (word.digit || written.len() >= 2)
    };
    // digits and letters together are signs of money
    let crossed = |(at, word): &(usize, &Token)| (word.numeric || may_be_crosses(word)) && crosses(word) && !is_masked(reading, *at);
    let signs = reading.signs;
    let crossed = if signs.crosses || signs.money { reading.words.iter().enumerate().filter(crossed).count() } else { 0 };
    // most texts have neither brackets nor dots in a row
    let gaps = signs.gaps;
    let dotted = gaps & (gap::ELLIPSIS | gap::OTHER) != 0;
    let slots = if gaps & gap::OTHER != 0 { slots(reading) } else { 0 };
    let lines = if dotted { lines(reading) } else { 0 };
    let blanks = lines + if dotted { unfilled(reading) } else { 0 } + if signs.letter_alone { dummies(reading) } else { 0 };
    crossed >= 2
        || blanks >= 2 && reading.words.len() <= 16 * blanks
        || slots >= 2
        || slots == 1 && (reading.words.len() <= 12 || reading.words.len() <= AROUND && has_named_slot(reading))
        || lines > 0 && (reading.words.len() <= 8 * lines || reading.words.len() <= LONG && is_captioned_line(reading))
        || crossed == 1 && reading.words.len() <= 12
}

/// “Kết quả cụ thể, kiểm chứng được (ghi số lượng): ………”: a caption of the form and nothing behind it.
fn is_captioned_line(reading: &Reading<'_>) -> bool {
    let last = reading.words.len().saturating_sub(1);
    reading.gap(last).trim_start_matches(')').starts_with(':') && !reading.words.iter().any(|word| word.digit)
}

/// Dotted lines.
fn lines(reading: &Reading<'_>) -> usize {
    let may_be_line = |at: &usize| near::has_gap(reading, *at, gap::STOP | gap::ELLIPSIS | gap::OTHER);
    (0..reading.words.len()).filter(may_be_line).filter(|at| is_line(reading.gap(*at), *at + 1 == reading.words.len())).count()
}

/// Places of a template beside dotted lines: “số …/KH-…”, “ngày … tháng … năm 20…”.
fn unfilled(reading: &Reading<'_>) -> usize {
    let dotted = |at: usize| {
        near::has_gap(reading, at, gap::ELLIPSIS | gap::STOP)
            && reading.gap(at).trim_start().starts_with(['…', '.'])
            && (reading.gap(at).contains('…') || reading.gap(at).contains("..."))
    };
    let asked = |at: &usize| near::is(reading, *at, words!("số|ngày|tháng|quý|20|202")) && dotted(*at);
    (0..reading.words.len()).filter(asked).count()
}

/// Names that stand for any: “Nguyễn Văn A”; beside one, “xã A” and “thôn X” too, which else may be real.
fn dummies(reading: &Reading<'_>) -> usize {
    // `at` is the word before each: the first word has none
    let letters = reading.words.iter().skip(1).enumerate().filter(|(_, word)| word.initial && word.span.end - word.span.start == 1);
    let person = |at: usize| near::is(reading, at, words!("văn|thị")) && near::named(reading, at);
    let place = |at: usize| near::is(reading, at, words!("xã|thôn|phường|bản|xóm|buôn|ấp|chức|khu|khóm|làng|ngõ")) && near::tight(reading, at);
    let of = |is: &dyn Fn(usize) -> bool| letters.clone().filter(|(at, _)| is(*at) && !near::named(reading, at + 2)).count();
    match of(&person) {
        0 => 0,
        persons => persons + of(&place),
    }
}

/// “0912 xxx xxx”: a number whose end is kept back.
fn is_masked(reading: &Reading<'_>, at: usize) -> bool {
    (at.saturating_sub(2)..at)
        .any(|before| reading.words.get(before).is_some_and(|word| word.digit && reading.word(word).starts_with('0') && reading.word(word).len() >= 3))
}

/// How many places of a Word template are left in a text: “[số] thanh niên”, “{{nam}}”.
fn slots(reading: &Reading<'_>) -> usize {
    let asks = words!("số|tên|thời|ngày|tháng|năm|nam|họ|địa|đơn|nội|liệt|ghi|nhập|điền|nêu|thôn|xã|bản|tổ|kết|đối|chức|hoạt|mô|ten|so|ngay|don");
    let opened = |at: usize| match at.checked_sub(1) {
        Some(before) => near::has_gap(reading, before, gap::OTHER) && reading.gap(before).ends_with(['[', '{', '<']),
        None => reading.text.trim_start().starts_with(['[', '{', '<']),
    };
    let closed = |at: usize| (at..at + 16).find(|word| near::has_gap(reading, *word, gap::OTHER) && reading.gap(*word).contains([']', '}', '>'])).is_some();
    (0..reading.words.len()).filter(|at| opened(*at) && near::is(reading, *at, asks) && closed(*at)).count()
}

/// “[tên thôn]”, “[số hộ]”: a slot of a few words that asks for one thing, whatever stands around it.
fn has_named_slot(reading: &Reading<'_>) -> bool {
    let asks = |at: usize| near::is(reading, at, words!("tên|số|họ|ghi|nhập|điền")) && at > 0 && reading.gap(at - 1).ends_with(['[', '{', '<']);
    (0..reading.words.len())
        .any(|at| asks(at) && (at..at + 4).any(|last| near::has_gap(reading, last, gap::OTHER) && reading.gap(last).contains([']', '}', '>'])))
}

/// “………”, “.......”, “_____”: behind a caption with a colon, or with words behind it on the line.
fn is_line(gap: &str, last: bool) -> bool {
    if gap.len() < 3 {
        return false;
    }
    let long = gap.contains(".....") || gap.contains("……") || gap.contains("___") || gap.contains("…..");
    let captioned = gap.trim_start().starts_with(':');
    long && (captioned || !last || gap.contains("........") || gap.contains("………"))
}
