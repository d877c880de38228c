//! The form's own words left where an answer belongs: its prompts, its directions to the writer, its example.

use super::near;
use super::placeholder::{LONG, is_numbering};
use crate::text::keys::Words;
use crate::text::letters::gap;
use crate::text::reading::{Reading, Token};
use crate::words;

/// Words of a prompt in brackets.
const PROMPT: usize = 30;
/// Words of a prompt of one sentence.
const LONG_PROMPT: usize = 45;

/// Whether a whole answer is one of them, or has one on a line.
#[must_use]
pub fn left(reading: &Reading<'_>) -> bool {
    is_prompt(reading, reading.text.trim())
        || has_prompt_line(reading)
        || is_instruction(reading)
        || is_directive(reading)
        || is_question(reading)
        || is_example(reading)
}

/// “(Ghi rõ sản phẩm …)”, “[Nhập nội dung tại đây]”, and the prompt of a box without brackets: “Nêu vấn đề thực tế cần tập trung giải quyết”.
fn is_prompt(reading: &Reading<'_>, whole: &str) -> bool {
    let length = reading.words.len();
    if length > 2 * PROMPT || length > LONG_PROMPT && !asks_again(reading) {
        return false;
    }
    let bracketed = whole.starts_with(['(', '[', '<', '{']) && whole.trim_end_matches('.').ends_with([')', ']', '>', '}']);
    let asks = near::is(reading, 0, words!("ghi|nêu|nhập|điền|mô|trình|liệt|viết|gõ|bấm|chọn|ví|vd"));
    !says_something(reading) && (bracketed && asks || prompts(reading, 0))
}

/// “Nêu khái quát … (ghi ngắn gọn, có số liệu cụ thể)”: a long prompt tells in brackets how to answer.
fn asks_again(reading: &Reading<'_>) -> bool {
    // “(đơn vị ghi từ hai đến ba câu)”
    let told = |at: usize| near::is(reading, at, words!("đơn|người|tổ|tập|cá")) && near::is(reading, at + 2, words!("ghi|nêu|viết|điền|kê"));
    let asks = |at: usize| near::is(reading, at, words!("ghi|nêu|viết|trình|mô|không|tối|khoảng")) || told(at);
    (0..reading.words.len()).any(|at| near::has_gap(reading, at, gap::BRACKET) && asks(at + 1)) || is_to_be_removed(reading)
}

/// “xóa dòng này khi nộp”
fn is_to_be_removed(reading: &Reading<'_>) -> bool {
    (0..reading.words.len()).any(|at| {
        near::is(reading, at, words!("xóa|xoá|bỏ"))
            && near::is(reading, at + 1, words!("dòng|phần|câu|đoạn|chữ|hướng"))
            && (at + 2..at + 5).any(|at| near::is(reading, at, words!("này")))
    })
}

/// “Chỗ này đơn vị trình bày … Nên viết chừng nửa trang …”: what a form tells its writer, and nothing of the model.
fn is_instruction(reading: &Reading<'_>) -> bool {
    let pair = |at: usize, one: &Words, two: &Words| near::is(reading, at, one) && near::is(reading, at + 1, two);
    let told = |at: usize| {
        pair(at, words!("trình"), words!("bày"))
            || pair(at, words!("mô"), words!("tả"))
            || pair(at, words!("nên|cần|không|đừng|phải|hãy"), words!("viết|ghi|kể|nêu|điền|chép|dài"))
            || pair(at, words!("dùng|dành|để"), words!("ghi|viết|nêu|điền"))
            || pair(at, words!("cho"), words!("biết"))
            || pair(at, words!("tránh"), words!("bỏ|để|ghi|viết"))
            || near::is(reading, at, words!("viết|nêu|ghi")) && near::ends(reading, at - 1)
    };
    pair(0, words!("chỗ|phần|mục|ô|đoạn|dòng"), words!("này|đây"))
        && reading.words.len() <= 3 * PROMPT
        && !reading.words.iter().any(|word| word.digit)
        && (2..reading.words.len()).filter(|at| told(*at)).count() >= if reading.words.len() > LONG { 2 } else { 1 }
}

/// “(Đơn vị trình bày khả năng duy trì …; nêu rõ ai phụ trách - viết khoảng 3 đến 5 dòng.)”, “[Liệt kê …, ví dụ: …]. Mỗi sản phẩm ghi kèm đơn vị tính”: a direction
/// of several sentences, and at most the beginning of an answer.
fn is_directive(reading: &Reading<'_>) -> bool {
    let verb = |at: usize| near::is(reading, at, words!("nêu|ghi|viết|trình|mô|liệt|kê|điền"));
    let addressed = || near::is(reading, 0, words!("đơn|người|tập|cá|địa|tổ|chi")) && (1..4).any(verb);
    if reading.words.len() > 3 * PROMPT || !(prompts(reading, 0) || addressed()) || says_something(reading) {
        return false;
    }
    let pair = |at: usize, one: &Words, two: &Words| near::is(reading, at, one) && near::is(reading, at + 1, two);
    let measured = |at: usize| of_prompt(reading, at) && reading.words.get(at).is_some_and(|word| word.digit);
    let told = |at: &usize| pair(*at, words!("ví"), words!("dụ")) || pair(*at, words!("chung"), words!("chung")) || measured(*at);
    // “mỗi bước ghi rõ ai làm”, “không nên viết quá một trang”, “kèm ảnh chụp (nếu có)”
    let advised = |at: &usize| {
        *at > 0
            && (near::ends(reading, at - 1) && prompts(reading, *at)
                || pair(*at, words!("số"), words!("liệu|nơi"))
                || pair(*at, words!("ghi|nêu|viết|kể"), words!("rõ|cách|trên|số|cụ|ngắn|gọn|theo"))
                || pair(*at, words!("nếu"), words!("có"))
                || pair(*at, words!("không|nên|tránh|đừng"), words!("nên|viết|để|ghi|bỏ|quá")))
    };
    let strong = (0..reading.words.len()).filter(|at| told(at) || advised(at)).count();
    let closes = (0..reading.words.len()).find(|at| near::has_gap(reading, *at, gap::BRACKET | gap::OTHER) && reading.gap(*at).contains([')', ']']));
    let bracketed = reading.text.trim_start().starts_with(['(', '[']) && closes.is_some_and(|at| reading.words.len() - at <= 13);
    strong >= 2 || bracketed && (strong > 0 || reading.words.len() > PROMPT || verb(0))
}

/// “Cho biết sau khi kết thúc, thôn giữ mô hình bằng cách nào, giao cho ai, lấy nguồn ở đâu”: it asks, and answers nothing.
fn is_question(reading: &Reading<'_>) -> bool {
    let asks = |word: &Token| words!("nào|ai|đâu|gì|sao|nhiêu").contains(&word.key);
    near::is(reading, 0, words!("cho"))
        && near::is(reading, 1, words!("biết"))
        && reading.words.len() <= 2 * PROMPT
        && !reading.words.iter().any(|word| word.digit)
        && reading.words.iter().filter(|word| asks(word)).count() >= 2
}

/// Whether a number stands in a text that is none of a prompt (“không quá 200 chữ”, “từ 2 đến 3 câu”), or a name.
fn says_something(reading: &Reading<'_>) -> bool {
    let figure = (0..reading.words.len()).any(|at| reading.words.get(at).is_some_and(|word| word.digit) && !of_prompt(reading, at));
    figure || (1..reading.words.len()).any(|at| reading.words.get(at).is_some_and(|word| word.initial) && !near::ends(reading, at - 1))
}

/// Whether what stands at a place measures an answer: “200 chữ”, “2 đến 3 câu”.
fn of_prompt(reading: &Reading<'_>, at: usize) -> bool {
    near::is(reading, at + 1, words!("chữ|từ|trang|dòng|ký|câu|ý")) || near::is(reading, at + 1, words!("đến"))
}

/// “Nêu rõ …”, “Mô tả …”: the words at a place ask for an answer.
fn prompts(reading: &Reading<'_>, at: usize) -> bool {
    near::is(reading, at, words!("nêu|mô|trình|liệt|ghi|nhập|điền"))
        && near::is(
            reading,
            at + 1,
            words!(
                "ngắn|biện|tình|khó|nguyên|vai|trách|rõ|các|những|cụ|nội|tả|bày|kê|vấn|ngắn|khái|tóm|thực|lý|đầy|mục|sản|kết|phạm|đối|tên|số|thông|cách|giải|hoạt|khả|phương|thêm"
            ),
        )
}

/// “4. (Nêu thêm từ 3 đến 5 việc làm cụ thể)”: a line of the form's own words, in brackets, among lines that were filled in.
fn has_prompt_line(reading: &Reading<'_>) -> bool {
    let on_own_line = |before: usize| {
        let bullet = |gap: &str| gap.trim_end_matches('(').trim_matches(['-', '–', '+', '*', '•', '.', ')', ' ']).is_empty();
        match reading.gap(before).rsplit_once('\n') {
            Some((_, rest)) => bullet(rest),
            None => {
                bullet(reading.gap(before)) && is_numbering(reading, before) && before.checked_sub(1).is_none_or(|last| near::has_gap(reading, last, gap::LINE))
            }
        }
    };
    let closed = |first: usize, reach: usize| {
        let last = (first..first + reach).find(|at| near::has_gap(reading, *at, gap::OTHER) && reading.gap(*at).contains(')'));
        last.is_some_and(|last| last + 1 == reading.words.len() || near::has_gap(reading, last, gap::LINE))
    };
    let bracketed = |at: &usize| near::has_gap(reading, *at, gap::BRACKET) && prompts(reading, at + 1);
    // “(Nêu rõ giải pháp duy trì …) ………”: and nothing behind it but dots
    let at_once = reading.text.trim_start().starts_with(['(', '[']) && prompts(reading, 0) && closed(0, 2 * PROMPT);
    at_once || reading.signs.gaps & gap::BRACKET != 0 && (0..reading.words.len()).filter(bracketed).any(|at| on_own_line(at) && closed(at + 1, PROMPT))
}

/// “Ví dụ: Vận động ít nhất 80% hộ tham gia, hỗ trợ được ... hộ”: the form's example, left where the answer belongs.
fn is_example(reading: &Reading<'_>) -> bool {
    let head = near::is(reading, 0, words!("ví")) && near::is(reading, 1, words!("dụ")) && near::has_gap(reading, 1, gap::COLON)
        || near::is(reading, 0, words!("vd")) && near::has_gap(reading, 0, gap::COLON);
    head && reading.words.len() <= 2 * PROMPT
}
