//! Answers that say nothing: “Thực hiện theo kế hoạch”, “Như trên”, “Nội dung: ………”, “abc”, the form's own prompt left in its box.

use super::{blanks, near, prompt};
use crate::criteria::Text;
use crate::json::Json;
use crate::text::fold::lower;
use crate::text::keys::Words;
use crate::text::lexicon::Lexicon;
use crate::text::reading::{Reading, Token};
use crate::text::syllable::is_syllable;
use crate::words;

/// Words beyond which nobody types a placeholder, however empty the words are.
pub(super) const LONG: usize = 24;
/// Words beyond which nobody hands a box on to others.
const HANDED_ON: usize = 40;
/// Words of putting off and of sending papers, beside the fillers.
const PUT_OFF: &Words = words!(
    "họp|cuộc|buổi|hội|nghị|thống|nhất|rồi|tới|khi|nào|kết|quả|xác|định|qua|zalo|email|mail|anh|chị|đợi|hẹn|liên|hệ|lãnh|đạo|duyệt|trình|phân|công|sẽ|sau|tuần|lại|nộp|bàn|quyết|thêm|xem|xét|nghiên|cứu|tiếp|lần|kỳ|điện|thoại|chi|ủy|bí|thư|thường|trực|văn|phòng|biết|được|để|sang|năm|báo"
);
/// Runs of keys that lie side by side.
const KEYBOARD: &str = "asd|sdf|dfg|fgh|ghj|hjk|jkl|qwe|wer|ert|rty|zxc|xcv|cvb|vbn|bnm|abc|xyz|123";

/// Whether a whole answer says nothing. `fillers`: the words of such answers.
#[must_use]
pub fn is(text: &Text<'_>, fillers: &Lexicon) -> bool {
    let reading = &text.reading;
    if reading.words.iter().all(|word| word.digit) {
        return text.figures().is_empty() || reading.words.len() == 1 && text.figures().iter().all(|figure| figure.unit.is_none());
    }
    repeated(reading)
        || only_fillers(reading, fillers)
        || prompt::left(reading)
        || blanks::left(reading)
        || is_deferral(reading, fillers)
        || is_handed_on(reading)
        || is_typing(reading)
}

/// Every word is one of the fillers, a year, or the number of a box (“mục 2”).
fn only_fillers(reading: &Reading<'_>, fillers: &Lexicon) -> bool {
    if reading.words.len() > LONG {
        return false;
    }
    let mut at = 0;
    for hit in fillers.find(reading) {
        if hit.first > at && !(at..hit.first).all(|at| is_numbering(reading, at)) {
            return false;
        }
        at = at.max(hit.last + 1);
    }
    at > 0 && (at..reading.words.len()).all(|at| is_numbering(reading, at))
}

/// “fdgdfg”, “asdfgh test 123”
fn is_typing(reading: &Reading<'_>) -> bool {
    let mashed = |word: &Token| is_mashed(reading.word(word));
    let mut letters = reading.words.iter().filter(|word| !word.digit);
    // nearly every text ends this at its first word
    letters.clone().all(|word| words!("test|thử|demo|nháp|ok|qwerty|nhé|ạ|nha|xem").contains(&word.key) || mashed(word)) && letters.any(mashed)
}

/// Put off or sent elsewhere: “Sẽ thống nhất trong cuộc họp tới rồi ghi vào đây”, “Đơn vị gửi file riêng qua Zalo”. No word of it is about the model.
fn is_deferral(reading: &Reading<'_>, fillers: &Lexicon) -> bool {
    if reading.words.len() > LONG {
        return false;
    }
    let any = |among: &Words| reading.words.iter().any(|word| among.contains(&word.key));
    let paper = any(words!("liên|bổ|gửi|ghi|viết|điền|báo|cập|soạn|nhập|trình|nộp|hoàn|thống|xác"));
    let later = any(words!("sẽ|biết|sang|rồi|sau|chờ|đợi|chưa|tới|hẹn|riêng|file|zalo|email|mail"));
    if !(paper && later) {
        return false;
    }
    let mut covered = 0;
    let between = |from: usize, to: usize| (from..to).all(|at| near::is(reading, at, PUT_OFF) || is_numbering(reading, at));
    for hit in fillers.find(reading) {
        if hit.first > covered && !between(covered, hit.first) {
            return false;
        }
        covered = covered.max(hit.last + 1);
    }
    between(covered, reading.words.len())
}

/// “Phần này nhờ đồng chí phó bí thư viết nốt khi đi họp về”, “Cứ giở hồ sơ năm ngoái ra xem, đại thể cũng như vậy”: others shall write, or the reader shall look.
fn is_handed_on(reading: &Reading<'_>) -> bool {
    let length = reading.words.len();
    if length > HANDED_ON || reading.words.iter().any(|word| word.digit) {
        return false;
    }
    let any = |among: &Words| (0..length).any(|at| near::is(reading, at, among));
    let pair = |at: usize, one: &Words, two: &Words| near::is(reading, at, one) && near::is(reading, at + 1, two);
    let box_itself = || (0..2).any(|at| pair(at, words!("phần|mục|chỗ|ô|đoạn|câu"), words!("này|đây")));
    let somebody = |at: usize| near::is(reading, at, words!("đồng|anh|bí|cấp|lãnh|văn|cán|thầy|đảng"));
    let by_others = || {
        (0..4).any(|at| near::is(reading, at, words!("nhờ|đợi|chờ|hẹn")) && somebody(at + 1))
            && any(words!("viết|ghi|điền|soạn|kê"))
            && any(words!("nốt|sau|sẽ|tạm|rồi|về|khi"))
    };
    let looks = || (0..3).any(|at| near::is(reading, at, words!("giở|mở|xem|tìm|dò|lật|lấy|tra|coi")));
    let papers = || (0..length).any(|at| pair(at, words!("hồ|báo"), words!("sơ|cáo")) || near::is(reading, at, words!("phiếu|bản")));
    let earlier = || (0..length).any(|at| pair(at, words!("năm"), words!("ngoái|trước|kia"))) || any(words!("cũ"));
    let same = || any(words!("như|giống|y")) && any(words!("vậy|thế|cũ|hệt|trước|nguyên|nhau"));
    box_itself() && by_others() || looks() && papers() && earlier() && same()
}

/// “2026”, “mục 2”, “1.”
pub(super) fn is_numbering(reading: &Reading<'_>, at: usize) -> bool {
    let Some(word) = reading.words.get(at) else { return false };
    let written = reading.word(word);
    let year = |part: &str| part.len() == 4 && part.starts_with("20") && part.bytes().all(|c| c.is_ascii_digit());
    if !word.digit {
        return false;
    }
    written.split(['-', '–']).all(year)
        || near::after(reading, at, words!("mục|phần|câu|ô|điểm|khoản|trang|số|quý|tháng|phụ|lục"))
        || reading.gap(at).starts_with(['.', ')'])
}

/// A phrase of up to three words, over and over, and nothing else: “không không không không”.
fn repeated(reading: &Reading<'_>) -> bool {
    let again = |period: usize| reading.words.iter().zip(reading.words.iter().skip(period)).all(|(one, other)| one.key == other.key);
    (1..=3).any(|period| reading.words.len() >= period * 4 && again(period))
}

/// Whether a value is a text of nothing but dots and dashes: “…”, “-”; “%” is a unit.
#[must_use]
pub fn is_dotted(value: &Json) -> bool {
    let is_dot = |c: char| c.is_whitespace() || matches!(c, '.' | '…' | '-' | '–' | '—' | '_' | '/' | '?' | '*');
    value.text().is_some_and(|text| text.chars().all(is_dot))
}

/// “fdgdfg”, “asdasd”, “aaa”: no syllable, no abbreviation.
fn is_mashed(word: &str) -> bool {
    let letters = word.chars().take(40).map(lower);
    // most words of Vietnamese have a letter with a mark
    if !letters.clone().all(|c| c.is_ascii_lowercase()) {
        return false;
    }
    let low: String = letters.collect();
    let same = low.len() >= 2 && low.bytes().all(|c| low.as_bytes().first() == Some(&c));
    let vowel = low.bytes().any(|c| matches!(c, b'a' | b'e' | b'i' | b'o' | b'u' | b'y'));
    let shouted = word.chars().all(|c| c.is_ascii_uppercase());
    let single = low.len() == 1;
    same || single || !shouted && low.len() >= 3 && !vowel || !is_syllable(&low) && KEYBOARD.split('|').any(|run| low.contains(run))
}

#[cfg(test)]
mod tests {
    use crate::criteria::{Rules, Subject};
    use crate::json::Json;
    use crate::text::date::Date;

    #[track_caller]
    fn judged(text: &str, expected: bool) {
        let rules = Rules::mau().unwrap();
        let subject = Subject::new(&rules, &Json::Null, Date::new(2026, 6, 1).unwrap());
        assert_eq!(super::is(&subject.read(text), rules.fillers(&subject.read(text).reading)), expected, "{text}");
    }

    #[test]
    fn says_nothing() {
        for text in [
            "…",
            "-",
            "1.",
            "0",
            "Như trên.",
            "nt",
            "Nội dung: ………………………………",
            "- Thực trạng: ................................\n- Lý do: ................................",
            "Đang cập nhật",
            "Đơn vị sẽ bổ sung sau ạ",
            "abc",
            "asdasd asd",
            "fdgdfg",
            "aaaa",
            "Không",
            "Không có gì",
            "không có.",
            "Nêu khái quát tình hình thực tế của địa phương, đơn vị. Những khó khăn cần tập trung giải quyết (ghi ngắn gọn, có số liệu cụ thể). Lý do đơn vị chọn xây dựng mô hình.",
            "(Ghi rõ sản phẩm, kết quả cụ thể, có thể kiểm chứng)",
            "[Nhập nội dung, cách thức vận động tại đây]",
            "Nêu vấn đề thực tế cần tập trung giải quyết",
            "Nêu các hoạt động, giải pháp, phương thức vận động, tổ chức thực hiện",
            "Thực hiện theo KH của Đảng ủy xã.",
            "Theo chỉ đạo của cấp trên năm 2026",
            "Như mục 2",
            "Xem phần mục tiêu",
            "test thử phần mềm",
            "Lorem ipsum dolor sit amet, consectetur adipiscing elit.",
            "Đến năm 20xx, có xxx hộ tham gia, đạt xx chỉ tiêu.",
            "Có ....... hộ tham gia, ....... đồng",
            "Mục tiêu, chỉ tiêu, giải pháp",
            "Thực hiện theo kế hoạch đã đăng ký với Đảng ủy phường giai đoạn 2026-2027",
            "(kèm theo báo cáo)",
            "Sẽ thống nhất trong cuộc họp tới rồi ghi vào đây.",
            "Đơn vị gửi file riêng qua Zalo nhé anh/chị.",
            "Chi ủy chưa họp, sẽ cập nhật sau.",
            "asdfgh test test 123",
            "Vẫn như bản đăng ký năm 2025.",
            "Ghi ngắn gọn lý do chọn mô hình, không quá 200 chữ.",
            "Hưởng ứng phong trào thi đua Dân vận khéo năm 2026 do cấp trên phát động.",
            "Trên địa bàn [tên thôn/bản] hiện có [số] thanh niên đi làm xa, việc tập hợp gặp khó khăn.",
            "Năm {{nam}} có {{so_ho}} hộ tham gia",
            "Giao đồng chí Nguyễn Văn A, thôn B, xã C chủ trì; phối hợp với ………… vận động ………… (ghi rõ tên đơn vị) theo Kế hoạch số …/KH-… ngày … tháng … năm 20….",
            "Đang tổng hợp.",
            "Phần này nhờ đồng chí phó bí thư viết nốt khi đi họp ở xã về, các đồng chí xem các mục kia trước đã.",
            "Chỗ này đợi đồng chí trạm trưởng đi học về sẽ viết, tạm để vậy đã.",
            "Cứ giở hồ sơ năm ngoái ra xem, đại thể cũng như vậy, có gì khác thì báo miệng với các đồng chí ở trên.",
            "Keo trồng ở khe Cạn ra hoa quanh năm, bà con chưa biết tận dụng. Hiện có ...... hộ nuôi ong, tổng số ...... đàn.",
            "Người lớn tuổi ở [tên thôn] chưa biết dùng điện thoại làm thủ tục hành chính.",
            "Ví dụ: Vận động ít nhất 80% hộ dân tham gia, trong năm hỗ trợ được ... hộ khó khăn.",
            "[Liệt kê hoạt động 1, hoạt động 2, hoạt động 3]",
            "Kết quả cụ thể, kiểm chứng được (ghi số lượng, đơn vị tính): ......................................",
            "Thôn X, xã A có nhiều hộ chưa dùng nước sạch. Chi bộ phân công đồng chí Nguyễn Văn A phụ trách, vận động … hộ.",
            "1. Công chức có mặt trước giờ làm việc 10 phút, đeo thẻ.\n2. (Nêu thêm từ 3 đến 5 việc làm cụ thể, mỗi việc ghi ai làm, làm khi nào)",
            "Trình bày các hoạt động, giải pháp sẽ thực hiện, mỗi bước ghi rõ ai làm, làm việc gì, ngày nào, bao nhiêu hộ tham gia. Nêu số cuộc họp dân, số hộ dự họp; ghi cách vận động, đối thoại. Không nên viết quá một trang, tránh để trống.",
            "Nêu ngắn gọn tình hình thực tế tại đơn vị, những khó khăn, vướng mắc cần tập trung giải quyết; có số liệu, thời điểm khảo sát (ngày, tháng, năm) để chứng minh. Nêu lý do lựa chọn mô hình và căn cứ chỉ đạo của cấp ủy.",
            "Nêu rõ biện pháp duy trì sau khi kết thúc năm, đơn vị, cá nhân chịu trách nhiệm; khả năng áp dụng cho các chợ, khu dân cư khác; số nơi dự kiến nhân rộng.",
            "Liệt kê các sản phẩm, kết quả có thể kiểm chứng, ví dụ: số km đường, số hộ tham gia; kèm ảnh chụp và biên bản (nếu có). Mỗi sản phẩm ghi trên một dòng.",
            "Họp xóm hai buổi, 40 hộ ký tên.\n- (Ghi rõ tên người phụ trách từng việc).\nMỗi hộ góp một ngày công.",
        ] {
            judged(text, true);
        }
    }

    #[test]
    fn says_something() {
        for text in [
            "Xóa 5 điểm rác.",
            "Theo Kế hoạch số 12-KH/ĐU, mỗi đảng viên nhận hai nhà ven kênh.",
            "Thực hiện theo kế hoạch gối đầu: tổ 1 làm xong thì sang chỉ cho tổ 2.",
            "Không thu tiền của dân.",
            "Rác nhựa, lưới rách, thùng xốp… trôi vào bãi.",
            "22 người ở xóm Đá Hang đọc được chữ, từ a, b, c.",
            "Ngoài 42 biên bản như trên, mỗi hộ giữ một ảnh.",
            "Sổ trực (ghi rõ giờ gọi, giờ đến, tên người trực) của 12 tháng.",
            "1. Lập sổ trực (ghi rõ giờ gọi, giờ đến)\n2. Phát cho 12 tổ; mỗi tổ 5 cuốn (ghi rõ tên tổ)",
            "120 bộ test nhanh độ mặn.",
            "Từ cuối thế kỷ XX đã phải đi đò.",
            "Zalo OA",
            "Chỗ này để bà con ghi tên khi mượn sách.",
            "Chỗ này chờ nước rút là bà con gieo lúa ngay, ghi công từng nhà vào sổ của tổ.",
            "Xem sổ cũ của hợp tác xã thì thấy bà con đã góp công như vậy từ thời trước.",
            "Sau khi họp xóm, 14 giàn mướp được dựng lại.",
            "Sổ tay nghề mộc gửi riêng từng em.",
            "Vẫn như năm ngoái: ghe nào về trước thì kéo giúp ghe sau.",
            "Bản lệ trình làng rồi treo đình.",
            "Trồng hoa, nuôi gà, làm vườn.....",
            "42 hộ",
            "Van dong 55 ho hien dat",
            "Bà con gọi 18001091 hoặc 0912 xxx xxx khi thấy nước lên; xóm có 14 nhà sàn, mỗi nhà giữ một phao.",
            "Lời thơ [bản dịch của bà Sáu] đọc ở đình, 40 người nghe, ai thuộc thì được tặng hai cuốn vở và một cây bút.",
            "VËn ®éng nh©n d©n",
            "Ví dụ ở xóm Bến, ba nhà chung một giếng; mô hình nhân cách làm ấy ra 40 nhà.",
            "Thôn A trước đây là bản Nà Hin; thôn B mới lập, 31 hộ, bà con hai thôn cùng góp công làm đường ra ruộng.",
            "Nêu gương người tốt ở từng ngõ, mỗi tháng một người",
        ] {
            judged(text, false);
        }
    }

    #[test]
    fn hostile() {
        for piece in ["a", "x", "theo ", "…… ", "xx ", "asd "] {
            judged(&piece.repeat(20_000 / piece.len()), true);
        }
    }
}
