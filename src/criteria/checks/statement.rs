//! # What it checks
//! That a text is a statement of one's own: not a placeholder (“…”, “Thực hiện theo kế hoạch”), not the form's own example, and long enough.
//! # Why
//! “Để trống hoặc ghi chung chung” is the fault that offices name first.
//! # Parameters
//! `path`: the text; one that the guideline hides is met. `minWords`: least words; a text with a figure says something however short it is (“Xóa 5 điểm rác.”).
//! `done`: it tells of what was done, not only of what will be (“Cuối năm sẽ tổng kết”), and with a number or a time (not “Bà con ai cũng khen”).
//! # Evidence
//! The text. Reasons: `missing`, `placeholder`, `example`, `planned`, `uncounted`, `too-short` (`words`, `minWords`).
//! # Example
//! `{"kind":"statement","path":"/model/beyondDuty","minWords":8}`

use super::super::forms::{near, place, placeholder};
use super::super::rules::Example;
use super::super::{Subject, Text, Verdict};
use crate::guideline::check::Statement;
use crate::json::Json;
use crate::text::keys::Words;
use crate::text::reading::{Reading, Token};
use crate::text::similarity::Shingles;
use crate::units::Units;
use crate::words;

/// Share of an example's word triples that make a text a copy of it.
const COPY: f64 = 0.85;

pub fn check(params: &Statement, on: &Subject<'_>) -> Verdict {
    if on.rules.hides(&params.path) {
        return Verdict::met();
    }
    let text = on.text_at(&params.path);
    if text.trim().is_empty() {
        return Verdict::unmet("missing").with("missing", Json::texts(&[&params.path])).at(&params.path);
    }
    let said = on.read(text);
    if placeholder::is(&said, on.rules.fillers(&said.reading)) {
        return Verdict::unmet("placeholder").quoting_all(&params.path, text);
    }
    if is_example(&params.path, &said, on) {
        return Verdict::unmet("example").quoting_all(&params.path, text);
    }
    if params.done && only_planned(&said.reading) {
        return Verdict::unmet("planned").quoting_all(&params.path, text);
    }
    let words = said.reading.words.len();
    if let Some(least) = params.min_words.filter(|least| words < *least && said.figures().is_empty() && said.spelled().is_empty()) {
        return Verdict::unmet("too-short").with("words", words as f64).with("minWords", least as f64).quoting_all(&params.path, text);
    }
    if params.done && is_uncounted(&said, on.units) {
        return Verdict::unmet("uncounted").quoting_all(&params.path, text);
    }
    on.met_with(|verdict| verdict.with("words", words as f64))
}

/// Whether a text has neither a number nor a place nor a thing that came to its end (“Bà con ai cũng khen, không khí khác hẳn”), or tells what has not come yet
/// and counts nothing (“Từ tháng 02 đến giờ các nhóm chưa đến nhà cụ nào”).
fn is_uncounted(said: &Text<'_>, units: Option<&Units>) -> bool {
    let reading = &said.reading;
    if !said.spelled().is_empty() || said.figures().iter().any(|figure| figure.unit.is_some()) || has_ended(reading) {
        return false;
    }
    let any = |is: fn(&Token) -> bool| reading.words.iter().any(is);
    any(|word| words!("chưa").contains(&word.key)) || !any(|word| word.digit) && place::find(said, units).is_empty()
}

/// Whether a sentence tells of something that came to its end, and not of when it will.
fn has_ended(reading: &Reading<'_>) -> bool {
    let mut first = 0;
    for last in (0..reading.words.len()).filter(|at| near::ends(reading, *at)) {
        let any = |among: &Words| (first..=last).any(|at| near::is(reading, at, among));
        let gone = || (first..last).any(|at| near::is(reading, at, words!("không")) && near::is(reading, at + 1, words!("còn")));
        if (any(words!("xong|hết|giảm|tăng|dứt|sạch|thông")) || gone()) && !any(words!("sẽ|chừng|chờ|đợi|sắp")) {
            return true;
        }
        first = last + 1;
    }
    false
}

/// Whether every sentence of a text tells of what is to come: “Trong thời gian tới sẽ bố trí 42 vị trí, dự kiến cuối năm tổ chức đánh giá”.
fn only_planned(reading: &Reading<'_>) -> bool {
    let pair = |at: usize, one: &Words, two: &Words| near::is(reading, at, one) && near::is(reading, at + 1, two);
    let to_come = |at: usize| {
        near::is(reading, at, words!("sẽ|sắp"))
            || pair(at, words!("dự"), words!("kiến|định"))
            || pair(at, words!("phấn"), words!("đấu"))
            || pair(at, words!("gian"), words!("tới"))
            || pair(at, words!("chuẩn"), words!("bị"))
    };
    // “Sau khi ký xong, trưởng họ sẽ mở sổ”, “sẽ đào xong 90 hố”
    let when_done = |at: usize| (at.saturating_sub(5)..at).any(|when| near::is(reading, when, words!("khi|sau|sẽ")));
    let now = |at: usize| near::is(reading, at, words!("nay")) && !near::after(reading, at, words!("hiện"));
    let done = |at: usize| {
        // “sẽ đạt 1.800 mét”
        near::is(reading, at, words!("đã|vừa|đạt|giảm|tăng")) && !near::after(reading, at, words!("sẽ|để|dự"))
            || now(at)
            || near::is(reading, at, words!("xong|rồi")) && !when_done(at)
    };
    // “họp sau vụ vải tháng 7” counts nothing
    let counts = |at: usize| reading.words.get(at).is_some_and(|word| word.digit) && !near::after(reading, at, words!("tháng|năm|quý|ngày"));
    // “Mô hình đang triển khai đúng tiến độ, cuối năm mới đánh giá”
    let under_way = |first: usize, last: usize| {
        let runs = (first..=last.min(first + 6)).any(|at| pair(at, words!("đang"), words!("triển|thực|tiến|trong|hoàn")));
        let open = |at: usize| pair(at, words!("chưa|mới"), words!("có|đánh|tổng|sơ|kết|thống|thể|rõ"));
        (first..=last).any(open) || runs && last - first < 8
    };
    // “Tiếp tục duy trì mô hình”, “Đang hoàn thiện nội dung”; but “Đang có 45 hộ tham gia”
    // “Kết quả đến nay đang được các thư ký tổng hợp”
    let gathered = |first: usize, last: usize| {
        (first..=last).any(|at| {
            near::is(reading, at, words!("đang"))
                && (at + 1..=last.min(at + 6)).any(|to| pair(to, words!("tổng|thống|rà|đánh|đo"), words!("hợp|kê|soát|giá|đếm")))
        })
    };
    let goes_on = |first: usize, last: usize| {
        (near::is(reading, first, words!("đang|duy"))
            || gathered(first, last)
            || pair(first, words!("tiếp"), words!("tục"))
            || pair(first, words!("tăng"), words!("cường"))
            || under_way(first, last))
            && !(first..=last).any(counts)
    };
    // “Mô hình khởi động từ ngày 06/10/2025”
    let begins = |first: usize, last: usize| {
        last - first < 18
            && (first..=last).any(|at| {
                pair(at, words!("bắt"), words!("tay"))
                    || pair(at, words!("khởi"), words!("động"))
                    || pair(at, words!("bắt"), words!("đầu"))
                    || pair(at, words!("ra"), words!("mắt"))
            })
    };
    let (mut coming, mut first) = (false, 0);
    for last in (0..reading.words.len()).filter(|at| near::ends(reading, *at)) {
        // “các bộ phận đã bắt tay triển khai”
        let set_out = (first..=last).any(|at| pair(at, words!("bắt"), words!("tay")));
        if begins(first, last) && (set_out || !(first..=last).any(done)) {
            first = last + 1;
            continue;
        }
        if (first..=last).any(done) && !goes_on(first, last) || !((first..=last).any(to_come) || goes_on(first, last)) {
            return false;
        }
        (coming, first) = (true, last + 1);
    }
    coming
}

/// Whether a text is an example of the guideline, for its box or a criterion about it, perhaps with a word changed.
fn is_example(path: &str, said: &Text<'_>, on: &Subject<'_>) -> bool {
    let length = said.as_str().len();
    // texts of quite another length need not be compared
    let near = |example: &&Example| example.path == path && example.length * 4 > length * 3 && length * 4 > example.length * 3;
    let mut own = None;
    let copied = |example: &Example| own.get_or_insert_with(|| Shingles::new(&said.reading)).common(&example.shingles).share >= COPY;
    on.rules.examples.iter().filter(near).any(copied)
}

#[cfg(test)]
mod tests {
    use crate::criteria::checks::testing::{met, unmet};

    const CHECK: &str = r#"{"kind":"statement","path":"/model/need","minWords":4}"#;

    fn need(text: &str) -> String {
        format!(r#"{{"model":{{"need":"{text}"}}}}"#)
    }

    #[test]
    fn no_statement() {
        unmet(CHECK, "{}", "missing", &["/model/need"]);
        for text in ["…", "...", "Thực hiện theo kế hoạch.", "KHÔNG CÓ", "Thực hiện mô hình “Dân vận khéo” năm 2026", "Như mục 2", "nt", "(Ghi rõ sản phẩm)"]
        {
            unmet(CHECK, &need(text), "placeholder", &["/model/need"]);
        }
        unmet(CHECK, &need("Cần làm."), "too-short", &["/model/need"]);
        let example = "Đường vào thôn dài 1,9 km còn là đường đất, mùa mưa lầy lội; gần 200 hộ đi lại khó khăn.";
        unmet(CHECK, &need(example), "example", &["/model/need"]);
        unmet(CHECK, &need(&example.replace("khó khăn", "vất vả")), "example", &["/model/need"]);
    }

    #[test]
    fn done_or_planned() {
        let check = r#"{"kind":"statement","path":"/model/need","minWords":4,"done":true}"#;
        for text in [
            "Tiếp tục duy trì mô hình, chú trọng nâng cao trách nhiệm các tổ.",
            "Trong thời gian tới sẽ bố trí 42 vị trí, dự kiến cuối năm tổ chức đánh giá.",
            "Quý IV sẽ tổng kết; dự kiến biểu dương 5 hộ",
            "Mô hình đang triển khai đúng tiến độ, cuối năm mới có đánh giá cụ thể.",
            "Hiện đang thực hiện, đến nay chưa tổng kết",
            "Đến tháng 12 sẽ có 80 hộ thôi đốt lá, sẽ đào xong 90 hố. Hiện nay thôn chờ họp sau vụ vải tháng 7 nên chưa có số liệu nào để báo cáo.",
            "Sắp tới sẽ tổ chức ký quy ước. Sau khi ký xong, trưởng họ sẽ mở sổ và cuối năm sẽ thống kê.",
            "Mô hình khởi động từ ngày 06/10/2025. Ban điều hành đang theo dõi sát, số liệu sẽ được tổng hợp vào cuối năm 2026.",
        ] {
            unmet(check, &need(text), "planned", &["/model/need"]);
            met(CHECK, &need(text));
        }
        for text in [
            "Từ ngày làm đến nay bà con ai cũng khen, chỗ nào cũng thấy khác.",
            "Từ tháng 02 đến giờ Chi bộ mới họp phân công, các nhóm chưa đến nhà cụ nào.",
            "Năm ngoái có làm mà chưa ai ghi chép. Chừng nào coi rạch xong đợt tháng 7 mới có cái để nói.",
            "Không khí trong khu phố đã khác hẳn, ai cũng thấy vui, nhiều người đã mạnh dạn.",
        ] {
            unmet(check, &need(text), "uncounted", &["/model/need"]);
            met(CHECK, &need(text));
        }
        for text in [
            "Đã bố trí 30 vị trí; 12 vị trí còn lại sẽ xong trong quý IV",
            "Bố trí được 30 vị trí. Quý IV sẽ làm tiếp 12 vị trí",
            "22 hộ tham gia",
            "Đang có 45 hộ tham gia",
            "Đang triển khai ở 3 xóm, chưa tổng kết",
            "Ra mắt ngày 06/10/2025. Quý IV sẽ tổng kết; 12 ngõ có đèn",
            "Bắt đầu từ tháng 3",
            "Mười hai hộ ven kênh đã dời chuồng",
            "Ngõ sạch hẳn từ sau Tết, chưa ai đổ trộm lại",
            "Bà con đã tự giữ ngõ sạch, hết cảnh đổ trộm; xóm bên đang thực hiện theo",
        ] {
            met(check, &need(text));
        }
    }

    #[test]
    fn own_words() {
        for text in [
            "Thực hiện theo kế hoạch số 12, họp dân từng xóm",
            "Xóa 5 điểm rác.",
            "Không thu tiền của dân.",
            "Vận động 18 nhà. Dọn cống 250 m.",
            "Đường vào thôn dài 900 m, ổ gà, xe lúa không vào được ruộng mùa mưa.",
            "Từ cuối thế kỷ XX, xóm Cầu Gãy đã phải đi đò",
        ] {
            met(CHECK, &need(text));
        }
        unmet(CHECK, &need(&"theo kế hoạch ".repeat(1_400)), "placeholder", &["/model/need"]);
        met(CHECK, &need(&"Nhà này dọn cống, nhà kia quét ngõ, ai rảnh thì làm thêm. ".repeat(300)));
    }
}
