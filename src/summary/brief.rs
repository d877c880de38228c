//! The one-page summary for the meeting: “Tóm tắt”.

use super::document::{Align, Block, Column, Document, Form};
use super::names::Names;
use super::values::{address, chosen, due, figure, file_name, is_individual, kind_word, or_blank, period, time_span, total_cost};
use super::{Material, open_points};
use crate::record::Registration;
use crate::text::words::sentences;

/// Characters that an answer may take, from generous to short: the first that lets everything stand on one page is taken.
const ROOM: [usize; 5] = [260, 200, 150, 110, 70];
/// Lines of the table that one page has room for, and characters of the wide column in a line.
const PAGE: (usize, usize) = (34, 70);

/// Makes the summary.
pub fn build(material: &Material<'_>) -> Document {
    let Material { record, report, guideline, .. } = material;
    let mut rows = Vec::new();
    for room in ROOM {
        rows = table(record, Names(guideline), room);
        if lines(&rows) <= PAGE.0 {
            break;
        }
    }
    let model = &record.model;
    let totals = report.totals;
    let column = |head: &str, share: f64| Column::new(head, share, Align::Left);
    let title = format!("TÓM TẮT {} ĐĂNG KÝ", crate::text::upper::upper(kind_word(record)));
    Document {
        title: format!("{title}: {}", or_blank(&model.name)),
        lang: "vi".to_owned(),
        author: record.applicant.name.clone(),
        form: Form::None,
        file_name: file_name("tom-tat-dvk", record, false),
        date: material.today.to_iso(),
        draft: None,
        blocks: vec![
            Block::Title { name: title, subtitle: vec![format!("“Dân vận khéo” {}", period(record)), or_blank(&model.name)] },
            Block::Table { caption: "Tóm tắt".to_owned(), columns: vec![column("Nội dung", 2.2), column("Tóm tắt", 7.8)], rows },
            Block::Note {
                text: format!(
                    "Tự kiểm tra theo “{}”: {}. Kết quả tự kiểm tra chỉ cho biết mức độ đầy đủ, không thay thế kết quả thẩm định.",
                    guideline.title,
                    match (open_points(report), totals.should) {
                        (0, 0) => "không còn nội dung cần sửa hoặc nên bổ sung".to_owned(),
                        (must, should) => format!("còn {must} nội dung cần sửa, {should} nội dung nên bổ sung"),
                    }
                ),
            },
        ],
    }
}

/// The rows of the table, each answer within `room` characters.
fn table(record: &Registration, names: Names<'_>, room: usize) -> Vec<Vec<String>> {
    let shortened = |text: &str| shortened(text, room);
    let model = &record.model;
    let who = if is_individual(record) { "Cá nhân đăng ký" } else { "Tập thể đăng ký" };
    let mut targets: Vec<String> = model
        .targets
        .iter()
        .map(|target| {
            let unit = target.unit.clone().unwrap_or_default();
            let amount = format!("{}{}{unit}", figure(target.target, target.approx), if unit == "%" { "" } else { " " });
            let due = due(target.due.as_deref());
            let mut line = target.content.clone();
            for (before, part) in [(": ", amount.trim()), (", thời hạn ", due.as_str())] {
                if !part.is_empty() {
                    line.push_str(before);
                    line.push_str(part);
                }
            }
            line
        })
        .filter(|line| !line.is_empty())
        .map(|line| format!("- {line}"))
        .collect();
    let mut forces: Vec<String> = model
        .forces
        .iter()
        .filter(|force| !force.name.trim().is_empty())
        .map(|force| {
            let role = chosen("/model/forces/*/role", force.role);
            if role.is_empty() { force.name.clone() } else { format!("{} ({})", force.name, crate::text::fold::soft(&role)) }
        })
        .collect();
    few(&mut targets, 6, |more| format!("- (và {more} chỉ tiêu khác)"));
    few(&mut forces, 8, |more| format!("và {more} lực lượng khác"));
    let count = |value: Option<i64>, unit: &str| value.map(|value| format!("{} {unit}", figure(Some(value as f64), model.scope.approx)));
    let counts = [count(model.scope.households, "hộ"), count(model.scope.people, "người")].into_iter().flatten().collect::<Vec<_>>().join(", ");
    let counts = if counts.is_empty() { counts } else { format!("({counts})") };
    [
        ("/applicant/name", who, record.applicant.name.clone()),
        ("/applicant/address", "Địa chỉ", address(&record.applicant.address)),
        (
            "",
            "Lĩnh vực, tình trạng",
            [chosen("/model/field", model.field), chosen("/model/status", model.status)]
                .into_iter()
                .filter(|part| !part.is_empty())
                .collect::<Vec<_>>()
                .join("; "),
        ),
        ("/level", "Cấp đăng ký", chosen("/level", record.level)),
        ("/model/need", "Lý do", shortened(&model.need)),
        ("/model/goal", "Mục tiêu", shortened(&model.goal)),
        ("/model/targets", "Chỉ tiêu", targets.join("\n")),
        ("/model/method", "Cách làm", shortened(&model.method)),
        (
            "/model/scope/text",
            "Địa bàn, đối tượng",
            [shortened(&model.scope.text), counts].into_iter().filter(|part| !part.is_empty()).collect::<Vec<_>>().join(" "),
        ),
        ("/model/forces", "Lực lượng", forces.join("; ")),
        ("", "Thời gian", time_span(record, names)),
        ("/model/resourceTotal", "Tổng kinh phí", model.resource_total.map_or(String::new(), |total| total_cost(total, model.resource_total_approx))),
        ("/model/outputs", "Kết quả đầu ra", shortened(&model.outputs)),
        ("/model/results", "Kết quả đến nay", shortened(model.results.as_deref().unwrap_or_default())),
        ("/model/sustain", "Duy trì, nhân rộng", shortened(&model.sustain)),
    ]
    .into_iter()
    .filter(|(path, _, value)| !value.trim().is_empty() || *path == "/applicant/name")
    .filter_map(|(path, label, value)| Some(vec![names.label(path, label)?, or_blank(&value)]))
    .collect()
}

/// Leaves the first of a list, and says how many more there are.
fn few(list: &mut Vec<String>, most: usize, more: impl Fn(usize) -> String) {
    if list.len() > most {
        let rest = list.len() - most;
        list.truncate(most);
        list.push(more(rest));
    }
}

/// Lines that the rows take on the page.
fn lines(rows: &[Vec<String>]) -> usize {
    let of = |cell: &String| cell.split('\n').map(|line| 1 + line.chars().count() / PAGE.1).sum::<usize>();
    rows.iter().map(|row| row.last().map_or(1, of)).sum()
}

/// Whole sentences as long as there is room; “(…)” marks what is left out, a first sentence that is too long is cut after a word.
fn shortened(text: &str, room: usize) -> String {
    if text.chars().count() <= room {
        return text.trim().to_owned();
    }
    let mut out = String::new();
    for (_, sentence) in sentences(text) {
        if out.chars().count() + sentence.chars().count() > room {
            break;
        }
        if !out.is_empty() {
            out.push(' ');
        }
        out.push_str(sentence.trim());
    }
    if out.is_empty() {
        let mut length = 0;
        out = text
            .split_whitespace()
            .take_while(|word| {
                length += word.chars().count() + 1;
                length <= room
            })
            .collect::<Vec<_>>()
            .join(" ");
    }
    out.push_str(" (…)");
    out
}
