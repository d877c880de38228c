//! What differs between two versions, in words, and the table that answers those who gave their opinion: “Bảng tiếp thu, giải trình”.
//!
//! The columns for the opinion and for the explanation are left to be written in: the software knows what was changed, not who asked for it nor why.

use super::document::{Align, Block, Cells, Column, Document, Field, Form, Run};
use super::names::Names;
use super::values::{figure, file_name, is_individual, or_blank, shown};
use crate::guideline::Guideline;
use crate::json::{Json, pointer};
use crate::messages::{label_with, lower_first, words};
use crate::record::Registration;
use crate::record::compare::{Change, ChangeKind};
use crate::record::exactness;
use crate::record::fields::{self, FIELDS, Holds};
use crate::text::date::Date;
use crate::text::words::sentences;

/// One difference in words.
#[derive(Debug, Clone, PartialEq)]
pub struct Told {
    /// What became of it.
    pub kind: ChangeKind,
    /// Where it stands.
    pub path: String,
    /// What the form calls it: “Chỉ tiêu 2: thời hạn”.
    pub label: String,
    /// What stood there.
    pub before: String,
    /// What stands there.
    pub after: String,
}

/// Puts differences into words. A qualifier (“khoảng”, “hơn”) is told with its figure.
#[must_use]
pub fn told(changes: &[Change], before: &Json, after: &Json, guideline: &Guideline) -> Vec<Told> {
    let individual = pointer::get(after, "/applicant/kind").and_then(Json::text) == Some("individual");
    let named = guideline.fields.iter().filter_map(|(path, words)| Some((path.clone(), words.label.clone()?)));
    let names: Vec<(String, String)> = named.chain(guideline.extra_fields.iter().map(|field| (format!("/extra/{}", field.id), field.label.clone()))).collect();
    let mut all: Vec<Told> = Vec::new();
    // What is said of households and people together is told of each.
    let of_both = changes.iter().find(|change| change.path == "/model/scope/approx");
    let of_people = of_both.map(|change| {
        let path = "/model/scope/peopleApprox".to_owned();
        Change { was: path.clone(), path, before: Json::Null, after: Json::Null, ..*change }
    });
    for change in changes.iter().chain(&of_people) {
        let (path, was) = (figure_of(&change.path), figure_of(&change.was));
        let hidden = Names(guideline).label(&pointer::pattern(&path), "").is_none();
        if hidden || (path != change.path && (changes.iter().any(|other| other.path == path) || all.iter().any(|told| told.path == path))) {
            continue;
        }
        let qualifies = path != change.path;
        let value = |tree: &Json, path: &str, value: &Json| {
            if qualifies { said(tree, path, pointer::get(tree, path).unwrap_or(&Json::Null)) } else { said(tree, path, value) }
        };
        let (old, new) = (value(before, &was, &change.before), value(after, &path, &change.after));
        let kind = if qualifies { ChangeKind::Changed } else { change.kind };
        let label = named_at(&path, individual, &names, &change.after, &change.before);
        // Blank or equal in print: nothing that a reader would call a difference.
        if old != new || kind == ChangeKind::Moved {
            all.push(Told { kind, path, label, before: old, after: new });
        }
    }
    all
}

/// The figure that a qualifier belongs to; any other path as it is.
fn figure_of(path: &str) -> String {
    let stem = path.strip_suffix("/approx");
    let figure = |list: &str| FIELDS.iter().find(|field| matches!(field.holds, Holds::Figure(Some(_))) && field.path.starts_with(list)).map(|field| field.path);
    match (stem, path) {
        (_, "/model/resourceTotalApprox") => "/model/resourceTotal".to_owned(),
        (_, "/model/scope/peopleApprox") => "/model/scope/people".to_owned(),
        (Some("/model/scope"), _) => "/model/scope/households".to_owned(),
        (Some(row), _) => {
            let list = pointer::pattern(row);
            figure(&list).and_then(|figure| figure.rsplit_once('/')).map_or_else(|| path.to_owned(), |(_, member)| format!("{row}/{member}"))
        }
        (None, _) => path.to_owned(),
    }
}

fn named_at(path: &str, individual: bool, names: &[(String, String)], after: &Json, before: &Json) -> String {
    if path.starts_with("/replies/") {
        let criterion = [after, before].iter().find_map(|reply| reply.get("criterion")?.text()).unwrap_or_default();
        return format!("Trả lời tiêu chí {criterion}").trim_end().to_owned();
    }
    let label = label_with(path, individual, names);
    if label == path { format!("Mục khác ({path})") } else { label }
}

/// What stands in a box or a row, as people write it.
fn said(tree: &Json, path: &str, value: &Json) -> String {
    let holds = fields::at(path).map(|field| field.holds);
    match (value, holds) {
        (Json::Null, _) => String::new(),
        (Json::Object(_), Some(Holds::Province | Holds::Commune)) => shown(tree, path),
        (Json::Object(members), _) => row(tree, path, members),
        (Json::Number(number), Some(Holds::Figure(Some(approx)) | Holds::Count(Some(approx)))) => figure(Some(*number), exactness::of(tree, path, approx)),
        (Json::Number(number), Some(Holds::Money(Some(approx)))) => super::values::total_cost(*number as i64, exactness::of(tree, path, approx)),
        // A text that could not be read stands in no box of the record.
        (Json::Text(text), _) if pointer::get(tree, path).is_none() => text.clone(),
        (Json::Text(_) | Json::Bool(_) | Json::Number(_) | Json::List(_), _) => shown(tree, path),
    }
}

/// A whole row: “Số hộ hiến đất; chỉ tiêu cần đạt: 38; đơn vị tính: hộ”.
fn row(tree: &Json, path: &str, members: &[(String, Json)]) -> String {
    let list = pointer::pattern(path);
    let columns = FIELDS.iter().filter_map(|field| field.path.strip_prefix(list.as_str())?.strip_prefix('/'));
    let order = columns.filter_map(|name| members.iter().find(|(member, _)| member == name));
    let unlisted = members.iter().filter(|(name, _)| name != "approx" && fields::at(&format!("{path}/{name}")).is_none());
    let mut parts: Vec<String> = Vec::new();
    for (name, value) in order.chain(unlisted) {
        let at = format!("{path}/{name}");
        let text = said(tree, &at, value);
        if text.trim().is_empty() {
            continue;
        }
        let label = words(&at).map_or("", |words| words.label);
        parts.push(if parts.is_empty() || label.is_empty() { text } else { format!("{}: {text}", lower_first(label)) });
    }
    parts.join("; ")
}

/// Two versions of a long text without the sentences that they begin and end with alike; “(…)” stands for those.
#[must_use]
pub fn passages(before: &str, after: &str) -> (String, String) {
    let (old, new) = (sentences(before), sentences(after));
    let same = |(one, other): &(&(_, &str), &(_, &str))| one.1 == other.1;
    let head = old.iter().zip(&new).take_while(same).count();
    let tail = old.iter().rev().zip(new.iter().rev()).take(old.len().min(new.len()).saturating_sub(head)).take_while(same).count();
    // A few words more are no burden, and a text that is new as a whole has nothing to leave out.
    if head + tail == 0 || before.is_empty() || after.is_empty() {
        return (before.to_owned(), after.to_owned());
    }
    let cut = |all: &[(crate::text::Span, &str)]| {
        let middle: Vec<&str> = all.iter().skip(head).take(all.len().saturating_sub(head + tail)).map(|(_, sentence)| *sentence).collect();
        let mut parts = vec!["(…)"; usize::from(head > 0)];
        parts.extend(if middle.is_empty() { vec!["(không có)"] } else { middle });
        parts.extend(vec!["(…)"; usize::from(tail > 0)]);
        parts.join(" ")
    };
    (cut(&old), cut(&new))
}

/// What the table is made from: the two versions, and their differences in words.
pub struct Versions<'a> {
    /// The earlier one.
    pub before: &'a Registration,
    /// The later one.
    pub after: &'a Registration,
    /// What differs.
    pub told: &'a [Told],
    /// The day of the table.
    pub today: Date,
}

/// Makes the table.
#[must_use]
pub fn build(versions: &Versions<'_>) -> Document {
    let Versions { before, after, told, .. } = versions;
    let name = "BẢNG TIẾP THU, GIẢI TRÌNH".to_owned();
    let mut fields = vec![(if is_individual(after) { "Cá nhân" } else { "Tập thể" }, or_blank(&after.applicant.name))];
    if let (Some(old), Some(new)) = (before.revision, after.revision)
        && old < new
    {
        fields.extend([("Bản trước", format!("tệp xuất lần {old}")), ("Bản sau", format!("tệp xuất lần {new}"))]);
    }
    let hand = |head: &str, share: f64| Column { cells: Cells::Hand, ..Column::new(head, share, Align::Left) };
    let columns = vec![
        Column::new("STT", 0.7, Align::Center),
        hand("Nội dung góp ý", 2.2),
        Column::new("Nội dung trước", 2.8, Align::Left),
        Column::new("Nội dung sau", 2.8, Align::Left),
        hand("Giải trình", 2.2),
    ];
    let mut rows = Vec::new();
    for (at, one) in told.iter().filter(|one| one.kind != ChangeKind::Moved).enumerate() {
        let (old, new) = passages(&one.before, &one.after);
        let or_none = |text: String| if text.is_empty() { "(chưa có)".to_owned() } else { text };
        rows.push(vec![one.label.clone()]);
        rows.push(vec![(at + 1).to_string(), String::new(), or_none(old), if new.is_empty() { "(bỏ)".to_owned() } else { new }, String::new()]);
    }
    let table = if rows.is_empty() {
        Block::Paragraph { runs: vec![Run { text: "Hai bản không khác nhau về nội dung.".to_owned(), ..Run::default() }] }
    } else {
        Block::Table { caption: "Nội dung đã sửa đổi, bổ sung".to_owned(), columns, rows }
    };
    let mut document = Document {
        title: format!("Bảng tiếp thu, giải trình: {}", or_blank(&after.model.name)),
        lang: "vi".to_owned(),
        author: after.applicant.name.clone(),
        form: Form::None,
        file_name: file_name("tiep-thu-giai-trinh-dvk", after, false),
        date: versions.today.to_iso(),
        draft: None,
        blocks: vec![
            Block::Title { name, subtitle: vec![or_blank(&after.model.name)] },
            Block::Fields { rows: fields.into_iter().map(|(label, value)| Field { label: label.to_owned(), value }).collect() },
            table,
        ],
    };
    super::ties::tie_all(&mut document);
    document
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::criteria::Rules;
    use crate::json::{Limits, read};
    use crate::record::compare::compare;

    fn tree(text: &str) -> Json {
        read(text.as_bytes(), Limits::default()).unwrap()
    }

    #[track_caller]
    fn says(before: &str, after: &str, lines: &[(&str, &str, &str)]) {
        let (before, after) = (tree(before), tree(after));
        let all = told(&compare(&before, &after), &before, &after, Rules::mau().unwrap().guideline());
        let shown: Vec<(&str, &str, &str)> = all.iter().map(|one| (one.label.as_str(), one.before.as_str(), one.after.as_str())).collect();
        assert_eq!(shown, lines);
    }

    #[test]
    fn boxes_are_called_and_shown_as_in_the_form() {
        says(
            r#"{"level":"commune","registeredOn":"2026-02-05","model":{"resourceTotal":36600000,"targets":[{"content":"a b c","due":"2026-Q2"}]}}"#,
            r#"{"level":"province","model":{"resourceTotal":36600000,"resourceTotalApprox":"over","targets":[{"content":"a b c","due":"2026-06-30"}]}}"#,
            &[
                ("Cấp đăng ký", "Xã, phường, đặc khu", "Tỉnh, thành phố"),
                ("Ngày đăng ký", "05/02/2026", ""),
                ("Chỉ tiêu 1: thời hạn", "quý II/2026", "30/06/2026"),
                ("Tổng kinh phí (đồng)", "36.600.000 đồng (36,6 triệu đồng)", "hơn 36.600.000 đồng (36,6 triệu đồng)"),
            ],
        );
    }

    #[test]
    fn a_qualifier_is_told_once_with_its_figure() {
        let target = |figure: &str| format!(r#"{{"model":{{"targets":[{{"content":"Số hộ hiến đất",{figure}}}]}}}}"#);
        says(&target(r#""target":50"#), &target(r#""target":60,"approx":"over""#), &[("Chỉ tiêu 1: chỉ tiêu cần đạt", "50", "hơn 60")]);
        says(&target(r#""target":50"#), &target(r#""target":50,"approx":"about""#), &[("Chỉ tiêu 1: chỉ tiêu cần đạt", "50", "khoảng 50")]);
        says(r#"{"model":{"scope":{"households":9}}}"#, r#"{"model":{"scope":{"households":9,"approx":"under"}}}"#, &[("Số hộ", "9", "gần 9")]);
        let scope = |more: &str| format!(r#"{{"model":{{"scope":{{"households":9,"people":30{more}}}}}}}"#);
        says(&scope(""), &scope(r#","approx":"under""#), &[("Số hộ", "9", "gần 9"), ("Số người", "30", "gần 30")]);
        says(&scope(""), &scope(r#","peopleApprox":"over""#), &[("Số người", "30", "hơn 30")]);
        says(&scope(r#","approx":"under""#), &scope(r#","approx":"about","peopleApprox":"under""#), &[("Số hộ", "gần 9", "khoảng 9")]);
        says(r#"{"model":{"scope":{"people":30}}}"#, r#"{"model":{"scope":{"people":30,"approx":"about"}}}"#, &[("Số người", "30", "khoảng 30")]);
    }

    #[test]
    fn rows_places_replies_and_unread_texts() {
        says(
            r#"{"applicant":{"address":{"commune":{"name":"Xã A"}}},"entered":{"/model/start":"đầu năm"}}"#,
            r#"{"applicant":{"address":{"commune":{"code":"22846","name":"Xã B"}}},"model":{"forces":[{"name":"Chi bộ","role":"lead","duty":"Chủ trì"}]},"replies":[{"criterion":"R05","text":"Đã hỏi xã"}]}"#,
            &[
                ("Xã, phường, đặc khu", "Xã A", "Xã B"),
                ("Lực lượng 1", "", "Chi bộ; vai trò: Chủ trì; nhiệm vụ: Chủ trì"),
                ("Ngày bắt đầu", "đầu năm", ""),
                ("Trả lời tiêu chí R05", "", "R05; Đã hỏi xã"),
            ],
        );
    }

    #[test]
    fn what_both_texts_say_is_cut() {
        let cut = |before: &str, after: &str| passages(before, after);
        let pair = |before: &str, after: &str| (before.to_owned(), after.to_owned());
        assert_eq!(cut("Một hai. Ba bốn. Năm sáu.", "Một hai. Ba bảy. Năm sáu."), pair("(…) Ba bốn. (…)", "(…) Ba bảy. (…)"));
        assert_eq!(cut("Một hai. Năm sáu.", "Một hai. Ba bảy. Năm sáu."), pair("(…) (không có) (…)", "(…) Ba bảy. (…)"));
        assert_eq!(cut("Một hai.", "Ba bốn."), pair("Một hai.", "Ba bốn."));
        assert_eq!(cut("", "Ba bốn."), pair("", "Ba bốn."));
        assert_eq!(cut("Một. Một.", "Một. Một. Một."), pair("(…) (không có)", "(…) Một."));
    }
}
