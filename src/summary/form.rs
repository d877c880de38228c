//! The registration form as it is printed: “Bản đăng ký”.
//!
//! Order and headings follow two forms that were really used: Quảng Bình 2021 (a Party cell) and phường Thanh Khê 2026 (nine items).

use super::document::{Align, Block, Column, Document, Field, Run};
use super::names::Names;
use super::values::{BLANK, address, chosen, due, figure, file_name, is_individual, or_blank, period, time_span, total_cost};
use super::{Material, heading, open_points, stage, targets};
use crate::record::fields::Step;
use crate::record::{Header, Model, Registration};
use crate::text::fold::soft;

/// Makes the form.
pub fn build(material: &Material<'_>) -> Document {
    let record = material.record;
    let open = open_points(material.report);
    // The portal names the form of its registration; a report does not bear that name.
    let printed = material.portal.and_then(|portal| portal.form.clone()).filter(|_| !stage::is_report(record)).unwrap_or_default();
    let subtitle = printed.subtitle.unwrap_or_else(|| stage::subtitle(record));
    let title = printed.title.unwrap_or_else(|| stage::title(record).to_owned());
    let mut blocks = Vec::new();
    if record.applicant.header != Some(Header::None) {
        blocks.push(heading::heading(record));
    }
    blocks.push(Block::Title { name: title.clone(), subtitle: vec![subtitle.clone()] });
    let to =
        material.portal.map(|portal| portal.recipient.clone()).or_else(|| record.handed_to.as_ref().map(|handed| handed.recipient.clone())).unwrap_or_default();
    blocks.push(Block::Addressed { to: if to.is_empty() { vec![BLANK.to_owned()] } else { to } });
    let mut sections = Sections { blocks, number: 0, names: Names(material.guideline) };
    applicant(record, &mut sections);
    model(record, &mut sections);
    sections.extra(Step::Review, record);
    sections.blocks.push(heading::signatures(material));
    Document {
        title: format!("{title}: {}", or_blank(&record.model.name)),
        lang: "vi".to_owned(),
        author: record.applicant.name.clone(),
        form: heading::form_of(record),
        file_name: file_name(stage::file_prefix(record), record, open > 0),
        date: material.today.to_iso(),
        draft: (open > 0).then(|| format!("BẢN NHÁP - còn {open} nội dung cần sửa")),
        blocks: sections.blocks,
    }
}

/// Blocks under numbered headings, without what the guideline hides.
struct Sections<'a> {
    blocks: Vec<Block>,
    number: u32,
    names: Names<'a>,
}

/// A column of a table: the field that it shows, its head, its share and how its cells stand.
pub(super) type Shows = (&'static str, &'static str, f64, Align);

impl Sections<'_> {
    fn head(&mut self, words: &str) {
        self.number += 1;
        self.blocks.push(Block::Section { level: 1, text: format!("{}. {words}", self.number) });
    }
    /// The heading of a field; says whether the field is printed.
    fn of_field(&mut self, path: &str, words: &str) -> bool {
        let label = self.names.label(path, words);
        label.iter().for_each(|label| self.head(label));
        label.is_some()
    }
    fn prose(&mut self, path: &str, words: &str, text: &str) -> bool {
        let printed = self.of_field(path, words);
        if printed {
            self.paragraph(text);
        }
        printed
    }
    fn paragraph(&mut self, text: &str) {
        self.blocks.push(Block::Paragraph { runs: vec![Run { text: or_blank(text), ..Run::default() }] });
    }
    fn fields(&mut self, rows: Vec<(&str, &str, String)>) {
        let rows = rows.into_iter().filter_map(|(path, label, value)| Some(Field { label: self.names.label(path, label)?, value })).collect();
        self.rows(rows);
    }
    fn rows(&mut self, rows: Vec<Field>) {
        if !rows.is_empty() {
            self.blocks.push(Block::Fields { rows });
        }
    }
    /// What the guideline adds to a step; under numbers of its own, except among the applicant's.
    fn extra(&mut self, step: Step, record: &Registration) {
        let added = self.names.extra(step, record);
        if step == Step::Applicant {
            return self.rows(added.into_iter().map(|(label, value)| Field { label, value }).collect());
        }
        for (label, value) in added {
            self.head(&label);
            self.paragraph(&value);
        }
    }
    /// A table with its rows numbered; dots in its place when it has none.
    fn table(&mut self, caption: &str, columns: &[Shows], rows: Vec<Vec<String>>) {
        if rows.is_empty() {
            return self.paragraph("");
        }
        let labels: Vec<Option<String>> = columns.iter().map(|(path, head, ..)| self.names.label(path, head)).collect();
        let shown = columns.iter().zip(&labels).filter_map(|((_, _, share, align), label)| Some(Column::new(label.as_ref()?, *share, *align)));
        let columns = std::iter::once(Column::new("TT", 0.6, Align::Center)).chain(shown).collect();
        let cells = |row: Vec<String>| row.into_iter().zip(&labels).filter_map(|(cell, label)| label.as_ref().map(|_| cell)).collect::<Vec<_>>();
        let rows = rows.into_iter().enumerate().map(|(at, row)| std::iter::once((at + 1).to_string()).chain(cells(row)).collect()).collect();
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
        to.head(if stage::is_report(record) { "Cá nhân" } else { "Cá nhân đăng ký" });
        let person = applicant.person.clone().unwrap_or_default();
        let mut rows = vec![
            ("/applicant/name", "Họ và tên", or_blank(&applicant.name)),
            ("/applicant/person/birthYear", "Năm sinh", person.birth_year.map_or(BLANK.to_owned(), |year| year.to_string())),
            ("/applicant/person/position", "Chức vụ", or_blank(&person.position.unwrap_or_default())),
        ];
        rows.extend(
            person.workplace.filter(|place| !place.trim().is_empty()).map(|place| ("/applicant/person/workplace", "Đơn vị công tác hoặc nơi cư trú", place)),
        );
        rows.push(("/applicant/address", "Địa chỉ", or_blank(&address(&applicant.address))));
        rows.extend((!whom.is_empty()).then_some(("/applicant/contact", "Liên hệ", whom)));
        to.fields(rows);
    } else {
        to.head(if stage::is_report(record) { "Tập thể" } else { "Tập thể đăng ký" });
        let mut rows = vec![("/applicant/name", "Tên cơ quan, đơn vị", or_blank(&applicant.name))];
        rows.extend(applicant.superior.clone().filter(|name| !name.trim().is_empty()).map(|name| ("/applicant/superior", "Đơn vị cấp trên trực tiếp", name)));
        rows.push(("/applicant/address", "Địa chỉ", or_blank(&address(&applicant.address))));
        rows.push(("/applicant/contact", "Người liên hệ", or_blank(&whom)));
        to.fields(rows);
    }
    to.extra(Step::Applicant, record);
}

fn model(record: &Registration, to: &mut Sections) {
    let (model, report) = (&record.model, stage::is_report(record));
    to.head(match (is_individual(record), report) {
        (true, false) => "Điển hình đăng ký",
        (false, false) => "Mô hình đăng ký",
        (true, true) => "Điển hình",
        (false, true) => "Mô hình",
    });
    let mut rows = vec![
        ("/model/name", if is_individual(record) { "Tên điển hình" } else { "Tên mô hình" }, or_blank(&model.name)),
        ("/model/field", "Lĩnh vực", or_blank(&chosen("/model/field", model.field))),
        ("/model/status", "Tình trạng", or_blank(&chosen("/model/status", model.status))),
        ("/level", "Cấp đăng ký", or_blank(&chosen("/level", record.level))),
    ];
    rows.push(("/period", "Thời gian đăng ký", period(record)));
    if !model.themes.is_empty() {
        rows.push(("/model/themes", "Chuyên đề", themes(model, to.names)));
    }
    if let Some(paper) = &record.lower_recognition {
        let issued = due(paper.issued_on.as_deref());
        let by = paper.issuer.clone().unwrap_or_default();
        let parts = [paper.number.clone(), if issued.is_empty() { issued } else { format!("ngày {issued}") }, by];
        rows.push((
            "/lowerRecognition",
            "Công nhận của cấp dưới",
            or_blank(&parts.iter().filter(|part| !part.trim().is_empty()).cloned().collect::<Vec<_>>().join(", ")),
        ));
    }
    to.fields(rows);
    to.prose("/model/need", "Thực trạng, lý do xây dựng", &model.need);
    let goal = to.prose("/model/goal", "Mục tiêu, chỉ tiêu", &model.goal);
    if to.names.label("/model/targets", "").is_some() {
        if !goal {
            to.of_field("/model/targets", "Chỉ tiêu");
        }
        let (caption, columns, rows) = if report { targets::reached_table(model, to.names) } else { targets::planned_table(model) };
        to.table(caption, &columns, rows);
    }
    if report {
        to.prose("/model/results", "Kết quả đã đạt đến nay", model.results.as_deref().unwrap_or_default());
    }
    to.extra(Step::Model, record);
    to.prose("/model/method", "Nội dung, cách thức vận động", &model.method);
    scope(model, to);
    if to.of_field("/model/forces", "Lực lượng thực hiện") {
        forces(model, to);
    }
    time(record, to);
    to.extra(Step::Method, record);
    if to.of_field("/model/resources", "Nguồn lực thực hiện") {
        resources(model, to);
    }
    to.prose("/model/outputs", "Sản phẩm, kết quả đầu ra", &model.outputs);
    if let Some(results) = model.results.as_ref().filter(|results| !report && !results.trim().is_empty()) {
        to.prose("/model/results", "Kết quả đã đạt đến nay", results);
    }
    to.prose("/model/sustain", "Khả năng duy trì, nhân rộng", &model.sustain);
    to.prose("/model/beyondDuty", "Điểm khác với nhiệm vụ chuyên môn thường xuyên", &model.beyond_duty);
    to.extra(Step::Means, record);
    papers(model, to);
}

/// Themes by the guideline's names.
fn themes(model: &Model, names: Names<'_>) -> String {
    let name = |id: &String| names.0.themes.iter().find(|theme| theme.id == *id).map_or(id, |theme| &theme.label).clone();
    model.themes.iter().map(name).collect::<Vec<_>>().join("; ")
}

fn scope(model: &Model, to: &mut Sections) {
    to.prose("/model/scope/text", "Địa bàn, đối tượng", &model.scope.text);
    let count = |value: i64, approx| figure(Some(value as f64), approx);
    let mut rows = Vec::new();
    rows.extend(model.scope.households.map(|value| ("/model/scope/households", "Số hộ", count(value, model.scope.approx))));
    rows.extend(model.scope.people.map(|value| ("/model/scope/people", "Số người", count(value, model.scope.of_people()))));
    to.fields(rows);
}

fn forces(model: &Model, to: &mut Sections) {
    let rows =
        model.forces.iter().map(|force| vec![force.name.clone(), chosen("/model/forces/*/role", force.role), force.duty.clone().unwrap_or_default()]).collect();
    to.table(
        "Lực lượng thực hiện",
        &[
            ("/model/forces/*/name", "Lực lượng", 3.2, Align::Left),
            ("/model/forces/*/role", "Vai trò", 1.3, Align::Center),
            ("/model/forces/*/duty", "Nhiệm vụ", 4.9, Align::Left),
        ],
        rows,
    );
}

fn time(record: &Registration, to: &mut Sections) {
    let (span, asked) = (time_span(record, to.names), to.names.label("/model/milestones", "").is_some());
    if !span.is_empty() || asked {
        to.head("Thời gian, lộ trình thực hiện");
    }
    if !span.is_empty() {
        to.paragraph(&span);
    }
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
    if !rows.is_empty() && asked {
        let columns = [("/model/milestones/*/due", "Thời hạn", 1.8, Align::Center), ("/model/milestones/*/content", "Việc phải xong", 7.6, Align::Left)];
        to.table("Các mốc thực hiện", &columns, rows);
    }
}

/// Whether the words of a milestone say themselves that it is a review.
fn tells_of_review(content: &str) -> bool {
    let key = soft(content);
    ["sơ kết", "tổng kết", "đánh giá"].iter().any(|word| key.contains(word))
}

fn resources(model: &Model, to: &mut Sections) {
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
            ("/model/resources/*/kind", "Nguồn", 2.2, Align::Left),
            ("/model/resources/*/content", "Nội dung", 4.0, Align::Left),
            ("/model/resources/*/amount", "Số lượng", 1.8, Align::Right),
            ("/model/resources/*/unit", "Đơn vị", 1.4, Align::Center),
        ],
        rows,
    );
    if let Some(total) = model.resource_total {
        to.fields(vec![("/model/resourceTotal", "Tổng kinh phí", total_cost(total, model.resource_total_approx))]);
    }
    if let Some(consultation) = model.consultation.as_ref().filter(|text| !text.trim().is_empty()) {
        to.fields(vec![("/model/consultation", "Nhân dân bàn bạc, công khai", consultation.clone())]);
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
        to.of_field("/model/basis", "Văn bản làm căn cứ");
        to.blocks.push(Block::Items { items: basis });
    }
    let evidence: Vec<String> = model.evidence.iter().map(|evidence| evidence.title.clone()).filter(|title| !title.trim().is_empty()).collect();
    if !evidence.is_empty() {
        to.of_field("/model/evidence", "Tài liệu kèm theo");
        to.blocks.push(Block::Items { items: evidence });
    }
}
