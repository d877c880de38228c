//! # What it checks
//! That texts are not copies of each other, whole or by a paragraph.
//! # Why
//! The same paragraph under “why” and “how” answers neither.
//! # Parameters
//! `paths`: texts, each compared with each. `max`: largest share of word triples of the shorter that may stand in the longer, 0 to 1; of texts of
//! forty words and more, four fifths of that.
//! Of shorter texts of about the same length one is a copy too that has four fifths of the other's words in their order, and its numbers: words put in between
//! do not hide it.
//! A paragraph of some thirty words that stands in both is a copy whatever stands around it; a word or a number changed here and there does not matter,
//! nor does the title of a document that both cite.
//! # Evidence
//! The later text, then the earlier; one text alone where a paragraph stands twice in it. Reason `copied` with `share` in per cent and the other box, `other`.
//! # Example
//! `{"kind":"similarity","paths":["/model/need","/model/method"],"max":0.7}`

use super::super::forms::near;
use super::super::{Subject, Verdict};
use crate::guideline::check::Similarity;
use crate::text::reading::Reading;
use crate::text::similarity::{Likeness, Shingles, in_order};
use crate::words;

/// Characters below which two answers may be alike by chance (“Chi bộ thôn”).
const SHORT: usize = 30;
/// Words of a long text, and how much of the share that may be common is enough there.
const LONG: usize = 40;
const OF_LONG: f64 = 0.8;
/// Word triples of a paragraph: more than those of the longest name, which may well stand in every box.
const PARAGRAPH: u32 = 27;
/// Words of texts that are compared word by word, what they must have in common before, how long the shorter must be of the longer, and how many of its words
/// must stand there in order.
const EDITED: std::ops::Range<usize> = 12..60;
const ALIKE: f64 = 0.4;
const AS_LONG: f64 = 0.6;
const IN_ORDER: f64 = 0.8;
/// Words of the longest title.
const TITLE: usize = 60;

pub fn check<'a>(params: &'a Similarity, on: &Subject<'a>) -> Verdict {
    let texts = on.texts(&params.paths);
    let texts: Vec<_> = texts.iter().filter(|(_, text)| is_long(text.as_str())).collect();
    let likeness = Likeness::of(&texts.iter().map(|(_, text)| &text.reading).collect::<Vec<_>>());
    for (at, (place, text)) in texts.iter().enumerate() {
        if likeness.may_repeat(at, PARAGRAPH) {
            let shingles = Shingles::new(&own_words(&text.reading));
            let repeated = shingles.repeated();
            if repeated >= PARAGRAPH {
                let share = f64::from(repeated) / shingles.length() as f64;
                return Verdict::unmet("copied").with("share", (share * 100.0).round()).with("other", place.path()).quoting_all(&place.path(), text.as_str());
            }
        }
        for (before, (other_place, other)) in texts.iter().take(at).enumerate() {
            // a long text that is alike by chance, by a name that stands in both, is less so
            let long = [text, other].iter().all(|text| text.reading.words.len() >= LONG);
            let most = if long { params.max * OF_LONG } else { params.max };
            let short = [text, other].iter().all(|text| EDITED.contains(&text.reading.words.len()));
            if !likeness.may_exceed(at, before, if short { ALIKE.min(most) } else { most }, PARAGRAPH) {
                continue;
            }
            let (later, earlier) = (own_words(&text.reading), own_words(&other.reading));
            let common = Shingles::new(&later).common(&Shingles::new(&earlier));
            let share = if short && common.share >= ALIKE { common.share.max(edited(&later, &earlier)) } else { common.share };
            if share > most || common.stretch >= PARAGRAPH {
                return Verdict::unmet("copied")
                    .with("share", (share * 100.0).round())
                    .with("other", other_place.path())
                    .quoting_all(&place.path(), text.as_str())
                    .quoting_all(&other_place.path(), other.as_str());
            }
        }
    }
    if texts.len() < 2 { Verdict::not_applicable("empty") } else { Verdict::met() }
}

/// Share of a text's words that stand in another in their order, where that makes it a copy; else 0.
fn edited(one: &Reading<'_>, other: &Reading<'_>) -> f64 {
    let (short, long) = if one.words.len() <= other.words.len() { (one, other) } else { (other, one) };
    if (short.words.len() as f64) < long.words.len() as f64 * AS_LONG {
        return 0.0;
    }
    // last year's result and this year's goal are told alike, of other numbers
    let numbers = short.words.iter().filter(|word| word.digit);
    let same = numbers.clone().filter(|number| long.words.iter().any(|word| word.key == number.key)).count();
    let share = in_order(short, long) as f64 / short.words.len() as f64;
    if share >= IN_ORDER && same * 3 >= numbers.count() * 2 { share } else { 0.0 }
}

/// A text without the titles of the documents that it cites (“Nghị quyết … về “…””): they may stand in every box.
fn own_words<'a>(reading: &Reading<'a>) -> Reading<'a> {
    let mut kept = Vec::with_capacity(reading.words.len());
    let mut at = 0;
    while let Some(word) = reading.words.get(at) {
        kept.push(*word);
        let cites = near::is(reading, at, words!("về")) && at + 1 < reading.words.len() && reading.gap(at).contains(['“', '"', '«']);
        let last = (at + TITLE).min(reading.words.len() - 1);
        let end = if cites { (at + 1..=last).find(|last| reading.gap(*last).contains(['”', '"', '»'])) } else { None };
        at = end.unwrap_or(at) + 1;
    }
    Reading { words: kept.into(), ..reading.clone() }
}

/// Whether a text has enough characters to be compared; of long ones they are not counted.
fn is_long(text: &str) -> bool {
    text.len() >= 4 * SHORT || text.chars().count() >= SHORT
}

#[cfg(test)]
mod tests {
    use crate::criteria::checks::testing::{met, not_applicable, unmet};

    const CHECK: &str = r#"{"kind":"similarity","paths":["/model/need","/model/method"],"max":0.72}"#;
    const TEXT: &str = "Đường vào thôn lầy lội mỗi mùa mưa, học sinh và xe chở nông sản đi lại rất khó khăn.";
    const LONG: &str =
        "Tổ phụ nữ ấp Hòa Bình có 38 chị, mỗi tháng gom phế liệu một lần vào sáng Chủ nhật tuần đầu, bán lấy tiền mua thẻ bảo hiểm y tế tặng chị em.";

    fn record(need: &str, method: &str) -> String {
        format!(r#"{{"model":{{"need":"{need}","method":"{method}"}}}}"#)
    }

    #[track_caller]
    fn copied(need: &str, method: &str) {
        unmet(CHECK, &record(need, method), "copied", &["/model/method", "/model/need"]);
    }

    #[test]
    fn copies() {
        copied(TEXT, TEXT);
        copied(TEXT, &TEXT.replace("rất khó khăn", "vất vả"));
        copied(TEXT, &format!("Ý một. {TEXT} Ý hai, nói sang chuyện khác hẳn."));
        copied(LONG, &LONG.replace("38", "40"));
        copied(TEXT, "Hiện nay đường vào thôn vẫn lầy lội mỗi khi mùa mưa, học sinh cũng như xe chở nông sản đi lại còn rất khó khăn.");
        copied(
            &format!("{LONG} Năm ngoái nước ngập ba lần, xe cứu thương không vào được đến cuối ngõ."),
            &format!("Chia nhóm, phân công từng người một theo ngõ, ghi vào sổ. {LONG}"),
        );
        copied(&LONG.to_uppercase(), LONG);
        unmet(CHECK, &record("Việc khác.", &format!("{LONG} Họp tổ mỗi tháng một lần. {LONG}")), "copied", &["/model/method"]);
    }

    #[test]
    fn a_title_that_both_cite() {
        let title = "Nghị quyết số 25-NQ/TW của Ban Chấp hành Trung ương Đảng (khóa XI) về “Tăng cường và đổi mới sự lãnh đạo của Đảng đối với công tác dân vận trong tình hình mới”";
        let need = format!("Thực hiện {title}, qua rà soát thấy 7/19 chi bộ cả năm không có buổi nào ngồi với dân ngoài kỳ họp.");
        let method = format!("Bí thư hẹn trước một tuần, báo trên loa, ngồi ở nhà dân. Ghi ý kiến vào sổ theo đúng {title}; việc trong tầm thì trả lời ngay.");
        met(CHECK, &record(&need, &method));
        copied(&need, &format!("{need} {method}"));
        // quotes of one's own are one's own words, and a quote without an end is none
        copied(&format!("“{LONG}”"), &format!("“{LONG}”"));
        copied(&format!("Nói về “{LONG}"), &format!("Nói về “{LONG}"));
        copied(&format!("Gọi là “Bò”. Nói về “{LONG}"), &format!("Gọi là “Bò”. Nói về “{LONG}"));
        copied(&format!("{LONG} Nói về \\\""), &format!("{LONG} Nói về \\\""));
        met(CHECK, &record(TEXT, &format!("{}{LONG}", "mỗi hộ một thùng rác, ".repeat(8))));
        met(CHECK, &record(TEXT, &format!("{}{LONG}", "Có. Không. ".repeat(16))));
    }

    #[test]
    fn texts_of_their_own() {
        met(CHECK, &record(TEXT, "Họp dân từng xóm, vận động 55 hộ hiến đất, phân công tổ tự quản theo dõi từng đoạn."));
        met(
            CHECK,
            &record("Vận động Nhân dân ấp 5 xã Long Bình trồng 150 cây dầu dọc kênh.", "Vận động Nhân dân ấp 5 xã Long Bình bằng cách cho mỗi nhà chọn cây."),
        );
        met(
            CHECK,
            &record(
                "Năm 2025 tổ đã gom được 310 kg phế liệu, bán lấy tiền mua 12 thẻ bảo hiểm y tế tặng các cháu.",
                "Năm 2026 tổ gom được 400 kg phế liệu, bán lấy tiền mua 20 thẻ bảo hiểm y tế tặng các cháu.",
            ),
        );
        met(
            CHECK,
            &record(
                "Năm 2025 xóm mất 14 xe máy, 6 lần cãi lộn phải gọi công an phường, tối nào cũng có nhà đóng cửa sớm.",
                "Năm 2026 xóm mất không quá 3 xe máy, 2 lần cãi lộn; tối nào cũng có người trực dãy mở cổng.",
            ),
        );
        met(CHECK, &record("60 cụ tự nộp được hồ sơ. Việc của dân, dân cùng làm.", "Mỗi nhóm có 02 cụ thay đảng viên. Việc của dân, dân cùng làm."));
        let name = "Mô hình “Tổ ca nô bảo vệ môi trường và cứu nạn, cứu hộ trên biển thôn Vĩnh Hy”";
        met(CHECK, &record(&format!("{name} ra đời vì năm 2025 có 09 vụ lật thuyền."), &format!("{name} có 24 ca nô, có mặt trong 20 phút.")));
        met(CHECK, &record("- Quý I: 20 cụ mở được ứng dụng.", "- Quý I: vận động các cụ sống một mình học trước."));
        met(CHECK, &record("31 hộ đấu nối nước sạch, bỏ 31 giếng.", "31 hợp đồng nước, 31 biên bản lấp giếng có chữ ký."));
        not_applicable(CHECK, &record(TEXT, ""), "empty");
        copied(&"hộ ".repeat(6_000), &"hộ ".repeat(5_000));
    }
}
