//! The sheet of those who appraise: “Phiếu thẩm định”. One line a criterion, with what the record shows, boxes to tick and room to write; it decides nothing.

use super::Material;
use super::document::{Align, Block, Cells, Column, Document, Field, Form, Signature};
use super::found::{about, by_what, clause, evidence, source};
use super::names::Names;
use super::values::{BLANK, address, chosen, file_name, or_blank};
use crate::criteria::report::Finding;
use crate::guideline::{Guideline, Outcome};
use crate::json::Json;

/// Groups whose names stand between the lines; more of them, with a line or two each, would make the sheet long.
const MOST_GROUPS: usize = 6;

/// Makes the sheet.
pub fn build(material: &Material<'_>) -> Document {
    let Material { record, guideline, .. } = material;
    let mut fields = about(material);
    fields.extend([
        ("Địa chỉ", address(&record.applicant.address)),
        (
            "Lĩnh vực, tình trạng, cấp đăng ký",
            [chosen("/model/field", record.model.field), chosen("/model/status", record.model.status), chosen("/level", record.level)]
                .into_iter()
                .filter(|part| !part.is_empty())
                .collect::<Vec<_>>()
                .join("; "),
        ),
        ("Theo", by_what(material)),
    ]);
    fields.retain(|(_, value)| !value.trim().is_empty());
    fields.push(("Ngày thẩm định", "……/……/………".to_owned()));
    let (rows, apart, sources) = rows(material);
    let columns = vec![
        Column::new("STT", 0.7, Align::Center),
        Column::new("Tiêu chí", 3.2, Align::Left),
        Column::new("Căn cứ trong hồ sơ", 4.3, Align::Left),
        Column { cells: Cells::Tick, ..Column::new("Xem xét", 1.9, Align::Left) },
        Column { cells: Cells::Hand, ..Column::new("Ý kiến", 2.0, Align::Left) },
    ];
    let mut blocks = vec![
        Block::Title {
            name: "PHIẾU THẨM ĐỊNH".to_owned(), subtitle: vec!["(dành cho người thẩm định)".to_owned(), or_blank(&record.model.name)]
        },
        Block::Fields { rows: fields.into_iter().map(|(label, value)| Field { label: label.to_owned(), value }).collect() },
        Block::Table { caption: "Các tiêu chí".to_owned(), columns, rows },
    ];
    if !sources.is_empty() {
        let list = sources.iter().enumerate().map(|(at, source)| format!("[{}] {source}", at + 1)).collect::<Vec<_>>().join("; ");
        blocks.push(Block::Note { text: format!("Nguồn của tiêu chí: {list}.") });
    }
    if !apart.is_empty() {
        blocks.push(Block::Note { text: "Không áp dụng cho phiếu này:".to_owned() });
        blocks.extend(apart.into_iter().map(|text| Block::Note { text }));
    }
    blocks.push(Block::Note {
        text: "Cột “Căn cứ trong hồ sơ” do phần mềm lập từ nội dung đã đăng ký để tiện đối chiếu; việc xem xét, kết luận thuộc về người thẩm định.".to_owned(),
    });
    let place =
        Signature {
            position: "NGƯỜI THẨM ĐỊNH".to_owned(), hint: "(Ký, ghi rõ họ tên)".to_owned(), name: Some(BLANK.to_owned()), ..Signature::default()
        };
    blocks.push(Block::Signatures { receipt: Vec::new(), signer: place.clone(), confirmations: vec![place] });
    Document {
        title: format!("Phiếu thẩm định: {}", or_blank(&record.model.name)),
        lang: guideline.lang.clone().unwrap_or_else(|| "vi".to_owned()),
        author: String::new(),
        form: Form::None,
        file_name: file_name("tham-dinh-dvk", record, false),
        date: material.today.to_iso(),
        draft: None,
        blocks,
    }
}

/// The lines of the table under the names of their groups, what does not apply and why, and the sources that lines name by number.
fn rows(material: &Material<'_>) -> (Vec<Vec<String>>, Vec<String>, Vec<String>) {
    let tree = crate::json::tree(material.record);
    let (mut rows, mut apart, mut sources, mut number) = (Vec::new(), Vec::new(), Vec::new(), 0);
    let groups = groups(material.guideline);
    let named = groups.len() <= MOST_GROUPS;
    for group in groups {
        let mut lines = Vec::new();
        for criterion in material.guideline.criteria.iter().filter(|criterion| criterion.group == group) {
            let found: Vec<&Finding> = material.report.findings.iter().filter(|finding| finding.criterion == criterion.id).collect();
            let applies: Vec<&Finding> = found.iter().copied().filter(|finding| finding.outcome != Outcome::NotApplicable).collect();
            if applies.is_empty() {
                apart.extend(found.first().map(|finding| format!("- {}: {}", criterion.title, finding.message)));
                continue;
            }
            number += 1;
            lines.push(line(number, &applies, &tree, Names(material.guideline), &mut sources));
        }
        if !lines.is_empty() && named {
            rows.push(vec![group.to_owned()]);
        }
        rows.extend(lines);
    }
    (rows, apart, sources)
}

/// Groups in the order in which the guideline first names them.
fn groups(guideline: &Guideline) -> Vec<&str> {
    let mut groups: Vec<&str> = Vec::new();
    for criterion in &guideline.criteria {
        if !groups.contains(&criterion.group.as_str()) {
            groups.push(&criterion.group);
        }
    }
    groups
}

/// Number, title with its sources, what the record shows, boxes to tick, room to write.
fn line(number: usize, found: &[&Finding], record: &Json, names: Names<'_>, sources: &mut Vec<String>) -> Vec<String> {
    let first = found.first();
    let mut what = first.map_or(String::new(), |finding| finding.title.clone());
    for (at, cited) in first.iter().flat_map(|finding| &finding.cite).enumerate() {
        let place = source(cited);
        let number = sources.iter().position(|source| *source == place).unwrap_or_else(|| {
            sources.push(place);
            sources.len() - 1
        });
        what.push_str(if at == 0 { " " } else { "; " });
        what.push_str(&format!("[{}]{}", number + 1, clause(cited)));
    }
    let mut shows: Vec<String> = Vec::new();
    for finding in found {
        for line in std::iter::once(finding.message.clone()).chain(evidence(finding, record, names)) {
            if !line.is_empty() && !shows.contains(&line) {
                shows.push(line);
            }
        }
    }
    shows.extend(first.and_then(|finding| finding.because.as_ref()).map(|because| format!("Cách áp dụng ở đây: {because}")));
    vec![number.to_string(), what, shows.join("\n"), "Rõ\nCần làm rõ".to_owned(), String::new()]
}
