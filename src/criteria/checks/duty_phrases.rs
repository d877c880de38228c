//! # What it checks
//! That a text is not the unit's routine duty (the guideline's `vocabulary.duty`) without a word of mobilising people (`vocabulary.mobilisation`).
//! # Why
//! “Chưa phân biệt giữa mô hình với kết quả thực hiện nhiệm vụ chuyên môn” is a fault that reviews name.
//! # Parameters
//! `paths`: texts, read together. `maxShare`: largest share of the words that may belong to phrases of duty; 0 without it.
//! `unless`: things, as in `mentions`, of which one is enough.
//! # Evidence
//! Every phrase of duty; `phrases` quotes them. Reason `duty`. Duty that is named only to say how the model differs (“khác với nhiệm vụ chuyên môn”) does not count.
//! A word of mobilising people anywhere in the texts, not denied: met; but not when the box that tells the difference (`/model/beyondDuty`) has none and says
//! that the model is that duty (“Mô hình giúp công chức hoàn thành tốt nhiệm vụ được giao”). All texts empty: not-applicable, `empty`.
//! # Example
//! `{"kind":"dutyPhrases","paths":["/model/goal","/model/method"]}`

use super::super::forms::near;
use super::super::{List, Subject, Text, Verdict};
use super::mentions;
use crate::guideline::check::DutyPhrases;
use crate::json::Json;
use crate::text::keys::Words;
use crate::text::lexicon::Hit;
use crate::words;

pub fn check<'a>(params: &'a DutyPhrases, on: &Subject<'a>) -> Verdict {
    let texts = on.texts(&params.paths);
    if texts.is_empty() {
        return Verdict::not_applicable("empty");
    }
    let mobilised = |text: &Text<'_>| text.hits(List::Mobilisation).next().is_some() || params.unless.iter().any(|thing| mentions::count(*thing, text, on) > 0);
    let owned = || texts.iter().any(|(place, text)| place.is("/model/beyondDuty") && !mobilised(text) && is_model_itself(text));
    if texts.iter().any(|(_, text)| mobilised(text)) && !owned() {
        return Verdict::met();
    }
    let mut verdict = Verdict::unmet("duty");
    let mut quotes: Vec<Json> = Vec::new();
    let (mut inside, mut words) = (0, 0);
    for (path, text) in texts.iter() {
        words += text.reading.words.len();
        for hit in text.hits(List::Duty).filter(|hit| !is_contrasted(text, hit)) {
            inside += hit.last + 1 - hit.first;
            let quote = Json::Text(text.quote(hit.span));
            if !quotes.contains(&quote) {
                quotes.push(quote);
            }
            verdict = verdict.quoting(path, hit.span);
        }
    }
    let share = inside as f64 / words.max(1) as f64;
    if share > params.max_share.unwrap_or_default() { verdict.with("phrases", Json::List(quotes)) } else { Verdict::met() }
}

/// Whether a duty is named only to say how the model differs from it.
fn is_contrasted(text: &Text<'_>, hit: &Hit) -> bool {
    let (first, last) = (near::begin(&text.reading, hit.first), near::clause_end(&text.reading, hit.last));
    text.hits_in(List::Contrast, first, last).next().is_some()
}

/// Whether a sentence says that the model is a duty done well: “Mô hình là cam kết hoàn thành xuất sắc nhiệm vụ được giao”.
fn is_model_itself(text: &Text<'_>) -> bool {
    let reading = &text.reading;
    let is = |at: usize, among: &Words| near::is(reading, at, among);
    text.hits(List::Duty).filter(|hit| !is_contrasted(text, hit)).any(|hit| {
        let first = near::begin(reading, hit.first);
        let model = (first..hit.first).find(|at| is(*at, words!("mô")) && is(at + 1, words!("hình")));
        let denied = || (first..hit.first).any(|at| is(at, words!("không|chưa|chẳng|ngoài|khác|thay")));
        // “hoàn thành vượt mức nhiệm vụ năm học”
        let done = || (hit.first.saturating_sub(5)..=hit.first).any(|at| is(at, words!("hoàn")) && is(at + 1, words!("thành")));
        model.is_some() && done() && !denied()
    })
}

#[cfg(test)]
mod tests {
    use crate::criteria::checks::testing::{met, not_applicable, unmet};
    use crate::criteria::{Rules, Subject, checks};
    use crate::json::{Limits, read, shape::read_shape};
    use crate::text::date::Date;

    const CHECK: &str = r#"{"kind":"dutyPhrases","paths":["/model/method"]}"#;

    fn method(text: &str) -> String {
        format!(r#"{{"model":{{"method":"{text}"}}}}"#)
    }

    #[track_caller]
    fn duty(text: &str) {
        let check = read_shape(&read(CHECK.as_bytes(), Limits::default()).unwrap()).unwrap();
        let (rules, record) = (Rules::mau().unwrap(), read(method(text).as_bytes(), Limits::default()).unwrap());
        assert_eq!(checks::run(&check, &Subject::new(&rules, &record, Date::new(2026, 6, 1).unwrap()))[0].reason, "duty", "{text}");
    }

    #[test]
    fn routine() {
        duty("Điều tra trẻ trong độ tuổi, tuyển sinh đúng kế hoạch.");
        duty("Trực 24/24 giờ, khám bệnh đúng quy trình, cấp thuốc đúng đơn.");
        duty("Giải quyết thủ tục hành chính đúng hạn 6.500 hồ sơ.");
        duty("Tuần tra, canh gác theo kế hoạch; hoàn thành nhiệm vụ được giao.");
        duty("Đào tạo 20 vận động viên, giáo viên giảng dạy đủ 70 tiết.");
        duty("Đôn đốc nợ, cưỡng chế theo luật. Không vận động, không kêu gọi thêm.");
    }

    #[test]
    fn duty_as_the_model() {
        let check = r#"{"kind":"dutyPhrases","paths":["/model/method","/model/beyondDuty"]}"#;
        let record = |beyond: &str| format!(r#"{{"model":{{"method":"Vận động bà con đến sớm.","beyondDuty":"{beyond}"}}}}"#);
        for beyond in
            ["Mô hình giúp công chức hoàn thành tốt nhiệm vụ được giao.", "Mô hình thể hiện quyết tâm của giáo viên hoàn thành vượt mức nhiệm vụ năm học."]
        {
            unmet(check, &record(beyond), "duty", &["/model/beyondDuty"]);
        }
        for beyond in [
            "Trả hồ sơ đúng hạn là nhiệm vụ; mô hình là 12 bác hưu trí tự nguyện viết giúp đơn.",
            "Mô hình không nhằm hoàn thành nhiệm vụ được giao.",
            "Hoàn thành tốt nhiệm vụ được giao là việc thường xuyên.",
        ] {
            met(check, &record(beyond));
        }
    }

    #[test]
    fn people() {
        for text in [
            "Trồng 150 cây dọc tuyến đường",
            "Ngoài giờ khám, chữa bệnh, nhân viên trạm rủ các cụ hưu trí giữ máy đo",
            "Mỗi buổi 04 phụ huynh xung phong đứng hướng dẫn; giáo viên vẫn giảng dạy",
            "Các bác hưu trí thay phiên viết giúp đơn; hồ sơ giải quyết đúng hạn",
            "Tuần tra là nhiệm vụ; bà con tự bàn, tự làm",
            "Khác với nhiệm vụ chuyên môn của trường",
        ] {
            met(CHECK, &method(text));
        }
        not_applicable(CHECK, "{}", "empty");
        met(CHECK, &method(&"khác với giảng dạy ".repeat(1_000)));
    }
}
