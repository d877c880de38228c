//! The registration form as it is printed: “Bản đăng ký”.
//!
//! Order and headings follow two forms that were really used: Quảng Bình 2021 (a Party cell) and phường Thanh Khê 2026 (nine items).

use super::document::{Align, Block, Column, Document, Field, Run};
use super::values::{BLANK, address, chosen, due, figure, file_name, is_individual, kind_word, or_blank, period, time_span, total_cost};
use super::{Material, heading, open_points};
use crate::record::{Header, Model, Registration, Target};
use crate::text::Approx;
use crate::text::fold::soft;

/// Makes the form.
pub fn build(material: &Material<'_>) -> Document {
    let record = material.record;
    let open = open_points(material.report);
    let printed = material.portal.and_then(|portal| portal.form.clone()).unwrap_or_default();
    let subtitle = printed.subtitle.unwrap_or_else(|| format!("Xây dựng và thực hiện {} “Dân vận khéo” {}", kind_word(record), period(record)));
    let title = printed.title.unwrap_or_else(|| "BẢN ĐĂNG KÝ".to_owned());
    let mut blocks = Vec::new();
    if record.applicant.header != Some(Header::None) {
        blocks.push(heading::heading(record));
    }
    blocks.push(Block::Title { name: title.clone(), subtitle: vec![subtitle.clone()] });
    let to =
        material.portal.map(|portal| portal.recipient.clone()).or_else(|| record.handed_to.as_ref().map(|handed| handed.recipient.clone())).unwrap_or_default();
    blocks.push(Block::Addressed { to: if to.is_empty() { vec![BLANK.to_owned()] } else { to } });
    let mut sections = Sections { blocks, number: 0 };
    applicant(record, &mut sections);
    model(record, &mut sections);
    sections.blocks.push(heading::signatures(material));
    Document {
        title: format!("{title}: {}", or_blank(&record.model.name)),
        lang: "vi".to_owned(),
        author: record.applicant.name.clone(),
        form: heading::form_of(record),
        file_name: file_name("dang-ky-dvk", record, open > 0),
        date: material.today.to_iso(),
        draft: (open > 0).then(|| format!("BẢN NHÁP - còn {open} nội dung cần sửa")),
        blocks: sections.blocks,
    }
}

/// Blocks under numbered headings.
struct Sections {
    blocks: Vec<Block>,
    number: u32,
}

impl Sections {
    fn head(&mut self, words: &str) {
        self.number += 1;
        self.blocks.push(Block::Section { level: 1, text: format!("{}. {words}", self.number) });
    }
    fn prose(&mut self, words: &str, text: &str) {
        self.head(words);
        self.paragraph(text);
    }
    fn paragraph(&mut self, text: &str) {
        self.blocks.push(Block::Paragraph { runs: vec![Run { text: or_blank(text), ..Run::default() }] });
    }
    fn fields(&mut self, rows: Vec<(&str, String)>) {
        self.blocks.push(Block::Fields { rows: rows.into_iter().map(|(label, value)| Field { label: label.to_owned(), value }).collect() });
    }
    fn table(&mut self, caption: &str, columns: &[(&str, f64, Align)], rows: Vec<Vec<String>>) {
        if rows.is_empty() {
            return self.paragraph("");
        }
        let columns = columns.iter().map(|(head, share, align)| Column { head: (*head).to_owned(), share: *share, align: *align }).collect();
        let rows = rows.into_iter().enumerate().map(|(at, row)| std::iter::once((at + 1).to_string()).chain(row).collect()).collect();
        self.blocks.push(Block::Table { caption: caption.to_owned(), columns, rows });
    }
}

fn applicant(record: &Registration, to: &mut Sections) {
    let applicant = &record.applicant;
    let contact = applicant.contact.clone().unwrap_or_default();
    let whom = [contact.name, contact.phone.map(|phone| format!("điện thoại {phone}")), contact.email]
        .into_iter()
        .flatten()
        .filter(|part| !part.trim().is_empty())
        .collect::<Vec<_>>()
        .join(", ");
    if is_individual(record) {
        to.head("Cá nhân đăng ký");
        let person = applicant.person.clone().unwrap_or_default();
        let mut rows = vec![
            ("Họ và tên", or_blank(&applicant.name)),
            ("Năm sinh", person.birth_year.map_or(BLANK.to_owned(), |year| year.to_string())),
            ("Chức vụ", or_blank(&person.position.unwrap_or_default())),
        ];
        rows.extend(person.workplace.filter(|place| !place.trim().is_empty()).map(|place| ("Đơn vị công tác hoặc nơi cư trú", place)));
        rows.push(("Địa chỉ", or_blank(&address(&applicant.address))));
        rows.extend((!whom.is_empty()).then_some(("Liên hệ", whom)));
        to.fields(rows);
    } else {
        to.head("Tập thể đăng ký");
        let mut rows = vec![("Tên cơ quan, đơn vị", or_blank(&applicant.name))];
        rows.extend(applicant.superior.clone().filter(|name| !name.trim().is_empty()).map(|name| ("Đơn vị cấp trên trực tiếp", name)));
        rows.push(("Địa chỉ", or_blank(&address(&applicant.address))));
        rows.push(("Người liên hệ", or_blank(&whom)));
        to.fields(rows);
    }
}

fn model(record: &Registration, to: &mut Sections) {
    let model = &record.model;
    to.head(if is_individual(record) { "Điển hình đăng ký" } else { "Mô hình đăng ký" });
    let mut rows = vec![
        (if is_individual(record) { "Tên điển hình" } else { "Tên mô hình" }, or_blank(&model.name)),
        ("Lĩnh vực", or_blank(&chosen("/model/field", model.field))),
        ("Tình trạng", or_blank(&chosen("/model/status", model.status))),
        ("Cấp đăng ký", or_blank(&chosen("/level", record.level))),
    ];
    rows.push(("Thời gian đăng ký", period(record)));
    if !model.themes.is_empty() {
        rows.push(("Chuyên đề", model.themes.join("; ")));
    }
    if let Some(paper) = &record.lower_recognition {
        let issued = due(paper.issued_on.as_deref());
        let by = paper.issuer.clone().unwrap_or_default();
        let parts = [paper.number.clone(), if issued.is_empty() { issued } else { format!("ngày {issued}") }, by];
        rows.push(("Công nhận của cấp dưới", or_blank(&parts.iter().filter(|part| !part.trim().is_empty()).cloned().collect::<Vec<_>>().join(", "))));
    }
    to.fields(rows);
    to.prose("Thực trạng, lý do xây dựng", &model.need);
    to.prose("Mục tiêu, chỉ tiêu", &model.goal);
    targets(model, to);
    to.prose("Nội dung, cách thức vận động", &model.method);
    scope(model, to);
    forces(model, to);
    time(record, to);
    resources(model, to);
    to.prose("Sản phẩm, kết quả đầu ra", &model.outputs);
    if let Some(results) = model.results.as_ref().filter(|results| !results.trim().is_empty()) {
        to.prose("Kết quả đã đạt đến nay", results);
    }
    to.prose("Khả năng duy trì, nhân rộng", &model.sustain);
    to.prose("Điểm khác với nhiệm vụ chuyên môn thường xuyên", &model.beyond_duty);
    papers(model, to);
}

fn targets(model: &Model, to: &mut Sections) {
    let measured = model.targets.iter().any(|target| target.actual.is_some());
    let mut columns =
        vec![("TT", 0.6, Align::Center), ("Nội dung chỉ tiêu", 3.4, Align::Left), ("Hiện trạng", 1.1, Align::Right), ("Chỉ tiêu cần đạt", 1.3, Align::Right)];
    if measured {
        columns.push(("Đã đạt", 1.1, Align::Right));
    }
    columns.extend([("Đơn vị tính", 1.1, Align::Center), ("Thời hạn", 1.5, Align::Center), ("Minh chứng", 1.8, Align::Left)]);
    let rows = model
        .targets
        .iter()
        .map(|target| {
            let mut row = vec![target.content.clone(), figure(target.baseline, None), aim(target)];
            if measured {
                row.push(figure(target.actual, None));
            }
            row.extend([target.unit.clone().unwrap_or_default(), due(target.due.as_deref()), target.evidence.clone().unwrap_or_default()]);
            row
        })
        .collect();
    to.table("Chỉ tiêu", &columns, rows);
}

/// What is to be reached; “under” is a promise to get below where the figure comes down.
fn aim(target: &Target) -> String {
    let comes_down = target.baseline.zip(target.target).is_some_and(|(baseline, aim)| aim < baseline);
    if target.approx == Some(Approx::Under) && comes_down { format!("dưới {}", figure(target.target, None)) } else { figure(target.target, target.approx) }
}

fn scope(model: &Model, to: &mut Sections) {
    to.prose("Địa bàn, đối tượng", &model.scope.text);
    let count = |value: Option<i64>| figure(value.map(|value| value as f64), model.scope.approx);
    let mut rows = Vec::new();
    rows.extend(model.scope.households.map(|value| ("Số hộ", count(Some(value)))));
    rows.extend(model.scope.people.map(|value| ("Số người", count(Some(value)))));
    if !rows.is_empty() {
        to.fields(rows);
    }
}

fn forces(model: &Model, to: &mut Sections) {
    to.head("Lực lượng thực hiện");
    let rows =
        model.forces.iter().map(|force| vec![force.name.clone(), chosen("/model/forces/*/role", force.role), force.duty.clone().unwrap_or_default()]).collect();
    to.table(
        "Lực lượng thực hiện",
        &[("TT", 0.6, Align::Center), ("Lực lượng", 3.2, Align::Left), ("Vai trò", 1.3, Align::Center), ("Nhiệm vụ", 4.9, Align::Left)],
        rows,
    );
}

fn time(record: &Registration, to: &mut Sections) {
    to.prose("Thời gian, lộ trình thực hiện", &time_span(record));
    let rows: Vec<Vec<String>> = record
        .model
        .milestones
        .iter()
        .map(|milestone| {
            vec![
                due(milestone.due.as_deref()),
                if milestone.review == Some(true) && !tells_of_review(&milestone.content) {
                    format!("{} (sơ kết, đánh giá)", milestone.content)
                } else {
                    milestone.content.clone()
                },
            ]
        })
        .collect();
    if !rows.is_empty() {
        to.table("Các mốc thực hiện", &[("TT", 0.6, Align::Center), ("Thời hạn", 1.8, Align::Center), ("Việc phải xong", 7.6, Align::Left)], rows);
    }
}

/// Whether the words of a milestone say themselves that it is a review.
fn tells_of_review(content: &str) -> bool {
    let key = soft(content);
    ["sơ kết", "tổng kết", "đánh giá"].iter().any(|word| key.contains(word))
}

fn resources(model: &Model, to: &mut Sections) {
    to.head("Nguồn lực thực hiện");
    let rows = model
        .resources
        .iter()
        .map(|resource| {
            vec![
                chosen("/model/resources/*/kind", resource.kind),
                resource.content.clone(),
                figure(resource.amount, resource.approx),
                resource.unit.clone().unwrap_or_default(),
            ]
        })
        .collect();
    to.table(
        "Nguồn lực",
        &[
            ("TT", 0.6, Align::Center),
            ("Nguồn", 2.2, Align::Left),
            ("Nội dung", 4.0, Align::Left),
            ("Số lượng", 1.8, Align::Right),
            ("Đơn vị", 1.4, Align::Center),
        ],
        rows,
    );
    if let Some(total) = model.resource_total {
        to.fields(vec![("Tổng kinh phí", total_cost(total, model.resource_total_approx))]);
    }
    if let Some(consultation) = model.consultation.as_ref().filter(|text| !text.trim().is_empty()) {
        to.fields(vec![("Nhân dân bàn bạc, công khai", consultation.clone())]);
    }
}

fn papers(model: &Model, to: &mut Sections) {
    let basis: Vec<String> = model
        .basis
        .iter()
        .map(|paper| {
            let issued = due(paper.issued_on.as_deref());
            let issued = if issued.is_empty() { issued } else { format!("ngày {issued}") };
            let issuer = paper.issuer.as_ref().filter(|issuer| !issuer.trim().is_empty()).map_or(String::new(), |issuer| format!("của {issuer}"));
            let head = [paper.number.as_str(), &issued, &issuer].into_iter().filter(|part| !part.trim().is_empty()).collect::<Vec<_>>().join(" ");
            match paper.title.as_ref().filter(|title| !title.trim().is_empty()) {
                Some(title) => format!("{head}: {title}"),
                None => head,
            }
        })
        .filter(|line| !line.trim().is_empty())
        .collect();
    if !basis.is_empty() {
        to.head("Văn bản làm căn cứ");
        to.blocks.push(Block::Items { items: basis });
    }
    let evidence: Vec<String> = model.evidence.iter().map(|evidence| evidence.title.clone()).filter(|title| !title.trim().is_empty()).collect();
    if !evidence.is_empty() {
        to.head("Tài liệu kèm theo");
        to.blocks.push(Block::Items { items: evidence });
    }
}
