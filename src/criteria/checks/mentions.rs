//! # What it checks
//! That texts name something: a figure, one that can be counted (“100%”, “qua 04 quý”, “02 đợt thi đua” cannot), a figure with its unit, a place, a day, a person, a word of mobilising people or of discussing with them, a giver who is not the people.
//! # Why
//! What cannot be counted cannot be verified.
//! # Parameters
//! `paths`: texts, read together. `what`: what counts. `min`: how many; one without it.
//! # Evidence
//! The texts. Reason `not-named` with `found`, `min`. All texts empty: not-applicable, `empty`.
//! # Example
//! `{"kind":"mentions","paths":["/model/goal","/model/outputs"],"what":["figure"],"min":1}`

use super::super::forms::near;
use super::super::{List, Subject, Text, Verdict, forms};
use crate::guideline::check::{Mentions, Thing};
use crate::text::figures::Figure;
use crate::text::fold::soft;
use crate::text::spelled::Spelled;
use crate::words;

pub fn check<'a>(params: &'a Mentions, on: &Subject<'a>) -> Verdict {
    let texts = on.texts(&params.paths);
    if texts.is_empty() {
        return Verdict::not_applicable("empty");
    }
    let mut found = 0;
    for (_, text) in texts.iter() {
        for thing in &params.what {
            found += count(*thing, text, on);
        }
    }
    let least = params.min.unwrap_or(1);
    if found >= least {
        return on.met_with(|verdict| verdict.with("found", found as f64));
    }
    let mut verdict = Verdict::unmet("not-named").with("found", found as f64).with("min", least as f64);
    for (path, text) in texts.iter() {
        verdict = verdict.quoting_all(&path.path(), text.as_str());
    }
    verdict
}

/// How often a text names something.
pub(super) fn count(thing: Thing, text: &Text<'_>, on: &Subject<'_>) -> usize {
    match thing {
        Thing::Figure => text.figures().len() + text.spelled().len(),
        Thing::Countable => {
            let whole = |spelled: &&Spelled| {
                let words = soft(&text.quote(spelled.span));
                spelled.percent && words.trim_start_matches("một ").starts_with("trăm phần trăm")
            };
            let figures = text.figures().iter().filter(|figure| !(figure.unit == Some("%") && figure.value == 100.0 || is_of_effort(text, figure)));
            figures.count() + text.spelled().iter().filter(|spelled| !whole(spelled)).count()
        }
        Thing::Unit => text.figures().iter().filter(|figure| figure.unit.is_some()).count() + text.spelled().len(),
        Thing::Place => forms::place::find(text, on.units).len(),
        Thing::Date => forms::date::find(text).len(),
        Thing::Person => forms::person::find(text).len(),
        Thing::Mobilisation => text.hits(List::Mobilisation).count(),
        Thing::Consultation => text.hits(List::Consultation).count(),
        Thing::Contribution => forms::contribution::find(text).len(),
        Thing::Donor => forms::contribution::donors(text),
    }
}

/// “Qua 04 quý”, “12 cuộc họp giao ban”, “02 đợt thi đua”: how long and how often one tried is nothing that came of it.
fn is_of_effort(text: &Text<'_>, figure: &Figure) -> bool {
    let reading = &text.reading;
    let at = reading.words.partition_point(|word| word.span.start < figure.span.start);
    let within = || near::after(reading, at, words!("qua|sau|trong|suốt|thúc|và")) && near::is(reading, at + 1, words!("năm|tháng|tuần|đợt"));
    let meeting = || {
        near::is(reading, at + 1, words!("cuộc|buổi|lần|đợt|kỳ|hội"))
            && (at + 2..at + 5).any(|of| near::is(reading, of, words!("giao|thi|phát|cao|sinh")) && near::is(reading, of + 1, words!("ban|đua|động|điểm|hoạt")))
    };
    let stage = || near::is(reading, at + 1, words!("giai")) && near::is(reading, at + 2, words!("đoạn"));
    near::is(reading, at + 1, words!("quý")) || stage() || within() || meeting()
}

#[cfg(test)]
mod tests {
    use crate::criteria::checks::testing::{met, met_with_units, not_applicable, unmet};

    #[test]
    fn figures_and_units() {
        let check = r#"{"kind":"mentions","paths":["/model/goal","/model/outputs"],"what":["figure"]}"#;
        not_applicable(check, "{}", "empty");
        met(check, r#"{"model":{"goal":"Vận động 55 hộ hiến 1.647m² đất"}}"#);
        unmet(check, r#"{"model":{"goal":"Nâng cao chất lượng năm 2026"}}"#, "not-named", &["/model/goal"]);
        unmet(r#"{"kind":"mentions","paths":["/model/goal"],"what":["unit"],"min":2}"#, r#"{"model":{"goal":"55 hộ"}}"#, "not-named", &["/model/goal"]);
    }

    #[test]
    fn what_can_be_counted() {
        met(&asks("countable"), &says("100% hộ dân, 92 hộ"));
        met(&asks("countable"), &says("Chín mươi phần trăm hộ dân"));
        for all in [
            "100% đoàn viên nhiệt tình tham gia",
            "Trăm phần trăm đoàn viên tham gia",
            "Một trăm phần trăm đoàn viên tham gia",
            "Qua 04 quý, sau 12 cuộc họp giao ban và 02 đợt thi đua, nhận thức được nâng lên",
            "Trong 11 tháng, qua 2 giai đoạn, 3 đợt cao điểm, phong trào đi vào nền nếp",
        ] {
            unmet(&asks("countable"), &says(all), "not-named", &["/model/goal"]);
        }
    }

    fn asks(what: &str) -> String {
        format!(r#"{{"kind":"mentions","paths":["/model/goal"],"what":["{what}"]}}"#)
    }

    fn says(goal: &str) -> String {
        format!(r#"{{"model":{{"goal":"{goal}"}}}}"#)
    }

    #[track_caller]
    fn named(what: &str, goals: &[&str]) {
        for goal in goals {
            met(&asks(what), &says(goal));
        }
    }

    #[track_caller]
    fn not_named(what: &str, goals: &[&str]) {
        for goal in goals {
            unmet(&asks(what), &says(goal), "not-named", &["/model/goal"]);
        }
    }

    #[test]
    fn places() {
        named("place", &["tại thôn Mỹ Hòa", "Tổ dân phố 14", "xã Vĩnh Hải và đặc khu Phú Quý"]);
        not_named("place", &["các thôn, xã trên địa bàn", "xây dựng xã hội học tập", "theo văn bản Luật"]);
        met_with_units(&asks("place"), &says("vận động bà con Vĩnh Hải"));
        met_with_units(&asks("place"), &says("ở Khánh Hòa"));
    }

    #[test]
    fn days() {
        named("date", &["xong trước ngày 30/6/2026", "trong quý II/2026", "tháng 6 năm 2026"]);
        not_named("date", &["sinh hoạt hằng tuần", "trong 5 tháng", "86/92 hộ"]);
    }

    #[test]
    fn persons() {
        named("person", &["giao ông Nguyễn Văn Bền", "đồng chí Lê Thị Lụa phụ trách", "già làng Ha Brèo kể"]);
        not_named("person", &["vận động ông bà, anh chị", "đồng chí Bí thư Chi bộ", "chị Hội Phụ nữ"]);
    }
}
