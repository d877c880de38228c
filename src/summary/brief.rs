//! The one-page summary for the meeting: “Tóm tắt”.

use super::document::{Align, Block, Column, Document, Form};
use super::values::{address, chosen, due, figure, file_name, is_individual, kind_word, or_blank, period, time_span};
use super::{Material, open_points};
use crate::text::money;
use crate::text::words::sentences;

/// Characters that an answer may take on the page; more is cut after a whole sentence and marked.
const ROOM: usize = 420;

/// Makes the summary.
pub fn build(material: &Material<'_>) -> Document {
    let Material { record, report, guideline, .. } = material;
    let model = &record.model;
    let who = if is_individual(record) { "Cá nhân đăng ký" } else { "Tập thể đăng ký" };
    let targets: Vec<String> = model
        .targets
        .iter()
        .map(|target| {
            let amount = [figure(target.target, target.approx), target.unit.clone().unwrap_or_default()].join(" ");
            let due = due(target.due.as_deref());
            let parts = [target.content.clone(), amount.trim().to_owned(), due];
            parts.into_iter().filter(|part| !part.is_empty()).collect::<Vec<_>>().join(", ")
        })
        .filter(|line| !line.is_empty())
        .map(|line| format!("- {line}"))
        .collect();
    let forces: Vec<String> = model
        .forces
        .iter()
        .filter(|force| !force.name.trim().is_empty())
        .map(|force| {
            let role = chosen("/model/forces/*/role", force.role);
            if role.is_empty() { force.name.clone() } else { format!("{} ({})", force.name, crate::text::fold::soft(&role)) }
        })
        .collect();
    let rows: Vec<Vec<String>> = [
        (who, record.applicant.name.clone()),
        ("Địa chỉ", address(&record.applicant.address)),
        (
            "Lĩnh vực, tình trạng",
            [chosen("/model/field", model.field), chosen("/model/status", model.status)]
                .into_iter()
                .filter(|part| !part.is_empty())
                .collect::<Vec<_>>()
                .join("; "),
        ),
        ("Cấp đăng ký", chosen("/level", record.level)),
        ("Lý do", shortened(&model.need)),
        ("Mục tiêu", shortened(&model.goal)),
        ("Chỉ tiêu", targets.join("\n")),
        ("Cách làm", shortened(&model.method)),
        ("Địa bàn, đối tượng", shortened(&model.scope.text)),
        ("Lực lượng", forces.join("; ")),
        ("Thời gian", time_span(record)),
        ("Tổng kinh phí", model.resource_total.map_or(String::new(), money::show_long)),
        ("Kết quả đầu ra", shortened(&model.outputs)),
        ("Kết quả đến nay", shortened(model.results.as_deref().unwrap_or_default())),
        ("Duy trì, nhân rộng", shortened(&model.sustain)),
    ]
    .into_iter()
    .filter(|(label, value)| !value.trim().is_empty() || *label == who)
    .map(|(label, value)| vec![label.to_owned(), or_blank(&value)])
    .collect();
    let totals = report.totals;
    let column = |head: &str, share: f64| Column { head: head.to_owned(), share, align: Align::Left };
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
                    "Tự kiểm tra theo “{}”: còn {} nội dung cần sửa, {} nội dung nên bổ sung. Kết quả tự kiểm tra chỉ cho biết mức độ đầy đủ, không thay thế kết quả thẩm định.",
                    guideline.title,
                    open_points(report),
                    totals.should
                ),
            },
        ],
    }
}

/// Whole sentences as long as there is room; “(…)” marks what is left out, a first sentence that is too long is cut after a word.
fn shortened(text: &str) -> String {
    if text.chars().count() <= ROOM {
        return text.trim().to_owned();
    }
    let mut out = String::new();
    for (_, sentence) in sentences(text) {
        if out.chars().count() + sentence.chars().count() > ROOM {
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
                length <= ROOM
            })
            .collect::<Vec<_>>()
            .join(" ");
    }
    out.push_str(" (…)");
    out
}
