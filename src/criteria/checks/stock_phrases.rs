//! # What it checks
//! That a text is not made of phrases that say nothing (the guideline's `vocabulary.stock`), or of others that a body does not want to read.
//! # Why
//! “Còn chung chung” is the first fault that reviews name.
//! # Parameters
//! `paths`: texts. `phrases`: these instead of the list of the guideline. `maxShare`: largest share of the words of a text that may belong to such phrases; 0 without it.
//! `unless`: things, as in `mentions`, of which one makes a text concrete whatever phrases stand beside it.
//! # Evidence
//! Every phrase found in a text over the limit; `phrases` quotes some of the text that has most of them, `share` is its share in per cent. All texts empty: not-applicable, `empty`.
//! # Example
//! `{"kind":"stockPhrases","paths":["/model/goal"],"maxShare":0.35,"unless":["figure"]}`

use super::super::{List, Subject, Text, Verdict};
use super::mentions;
use crate::guideline::check::StockPhrases;
use crate::json::Json;
use crate::text::fold::soft;
use crate::text::lexicon::Hit;

pub fn check<'a>(params: &'a StockPhrases, on: &Subject<'a>) -> Verdict {
    let mut verdict = Verdict::unmet("stock");
    let mut worst: Option<(f64, Vec<String>)> = None;
    let texts = on.texts(&params.paths);
    for (path, text) in texts.iter() {
        let hits = hits(params, text, on);
        let inside: usize = hits.iter().map(|hit| hit.last + 1 - hit.first).sum();
        let share = inside as f64 / text.reading.words.len() as f64;
        let over = inside > 0 && share > params.max_share.unwrap_or_default();
        if over && !params.unless.iter().any(|thing| mentions::count(*thing, text, on) > 0) {
            if worst.as_ref().is_none_or(|(known, _)| share > *known) {
                worst = Some((share, quotes(&hits, text)));
            }
            for hit in &hits {
                verdict = verdict.quoting(path, hit.span);
            }
        }
    }
    if texts.is_empty() {
        return Verdict::not_applicable("empty");
    }
    let Some((share, quotes)) = worst else { return Verdict::met() };
    verdict.with("phrases", Json::texts(&quotes)).with("share", (share * 100.0).round())
}

/// The phrases in a text: those of the check, or else of the guideline.
fn hits(params: &StockPhrases, text: &Text<'_>, on: &Subject<'_>) -> Vec<Hit> {
    match on.rules.listed(&params.phrases, &text.reading) {
        Some(listed) => listed.find(&text.reading),
        None => text.hits(List::Stock).copied().collect(),
    }
}

/// Phrases that a sentence quotes.
const QUOTED: usize = 5;

/// The first phrases of a text, each once, whatever its case.
fn quotes(hits: &[Hit], text: &Text<'_>) -> Vec<String> {
    let mut quotes: Vec<String> = Vec::new();
    for hit in hits {
        let mut quote = text.quote(hit.span);
        // “phong trào thi đua “Dân vận khéo”” ends in a word
        if quote.matches('“').count() > quote.matches('”').count() {
            quote.push('”');
        }
        if quotes.len() < QUOTED && !quotes.iter().any(|known| soft(known) == soft(&quote)) {
            quotes.push(quote);
        }
    }
    quotes
}

#[cfg(test)]
mod tests {
    use crate::criteria::checks::testing::{met, not_applicable, unmet};

    const CHECK: &str = r#"{"kind":"stockPhrases","paths":["/model/goal"],"maxShare":0.35,"unless":["figure"]}"#;

    fn goal(text: &str) -> String {
        format!(r#"{{"model":{{"goal":"{text}"}}}}"#)
    }

    #[track_caller]
    fn vague(text: &str) {
        let check: crate::guideline::Check = crate::json::shape::read_shape(&crate::json::read(CHECK.as_bytes(), Default::default()).unwrap()).unwrap();
        let (rules, record) = (crate::criteria::Rules::mau().unwrap(), crate::json::read(goal(text).as_bytes(), Default::default()).unwrap());
        let subject = crate::criteria::Subject::new(&rules, &record, crate::text::date::Date::new(2026, 6, 1).unwrap());
        let said = crate::criteria::checks::run(&check, &subject);
        assert_eq!(said[0].reason, "stock", "{text}: {:?}", subject.read(subject.text("/model/goal")).hits(crate::criteria::List::Stock).count());
    }

    #[test]
    fn vague_texts() {
        vague("Nâng cao chất lượng, hiệu quả công tác dân vận, tạo khí thế thi đua sôi nổi trên mọi lĩnh vực.");
        vague("Tiếp tục đẩy mạnh tuyên truyền, vận động; triển khai sâu rộng, có trọng tâm, trọng điểm; phát huy sức mạnh của cả hệ thống chính trị.");
        vague("Phong trào phát triển cả bề rộng lẫn chiều sâu, được đông đảo quần chúng nhân dân tích cực hưởng ứng.");
        vague("Quán triệt sâu sắc, tổ chức thực hiện nghiêm túc các chỉ thị, nghị quyết; kịp thời sơ kết, rút kinh nghiệm, nhân rộng điển hình.");
        vague("Nhận thức được nâng lên; khối đại đoàn kết toàn dân tộc ngày càng được củng cố.");
        vague("Tạo chuyển biến mạnh mẽ, góp phần xây dựng hệ thống chính trị trong sạch vững mạnh.");
    }

    #[test]
    fn concrete_texts() {
        for text in [
            "Vận động 55 hộ dọc tuyến hiến đất, góp công làm 1.600 m đường bê tông, góp phần quan trọng vào xây dựng nông thôn mới",
            "Góp phần nâng cao hiệu quả: mười hai hộ dời hàng rào",
            "Xóa 5 điểm rác",
            "Tối thứ Tư, nhóm đến từng nhà kèm các cụ mở máy, chụp giấy tờ, gửi hồ sơ",
            "Treo tấm biển “Nâng cao chất lượng, hiệu quả” ở đầu ngõ, dưới biển ghi tên các hộ nhận quét ngõ trong tuần",
            "Các nhóm vẫn giữ lịch; cụ đã thạo thay đảng viên làm người kèm",
        ] {
            met(CHECK, &goal(text));
        }
        not_applicable(CHECK, "{}", "empty");
        met(CHECK, &goal(&"hộ ".repeat(6_600)));
        unmet(CHECK, &goal("Nâng cao chất lượng, hiệu quả, góp phần quan trọng"), "stock", &["/model/goal", "/model/goal"]);
    }
}
