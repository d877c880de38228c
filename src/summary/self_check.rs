//! The sheet on which an applicant checks his own form: “Phiếu tự kiểm tra”. It is not signed and replaces no appraisal.

use super::Material;
use super::document::{Align, Block, Column, Document, Field, Form};
use super::found::{about, by_what, places, sources, title};
use super::names::Names;
use super::values::{file_name, or_blank};
use crate::criteria::report::{CheckReport, Finding};
use crate::guideline::{Outcome, Severity};
use crate::messages::Say;
use crate::text::date::{self, Partial};
use crate::text::number;

/// What a group holds, and its name.
const GROUPS: [(Outcome, Option<Severity>, &str); 5] = [
    (Outcome::Unmet, Some(Severity::Must), Say::Must.vi()),
    (Outcome::Unmet, Some(Severity::Should), Say::Should.vi()),
    (Outcome::Unmet, Some(Severity::Hint), Say::Hint.vi()),
    (Outcome::Review, None, "Để hội đồng, cán bộ xem xét"),
    (Outcome::Met, None, "Đã có"),
];

/// Makes the sheet.
pub fn build(material: &Material<'_>) -> Document {
    let Material { record, report, .. } = material;
    let name = "PHIẾU TỰ KIỂM TRA".to_owned();
    let by = format!("Điểm tự kiểm tra theo “{}”", material.guideline.title);
    let mut fields = about(material);
    fields.push(("Kiểm tra theo", by_what(material)));
    fields.push(("Ngày kiểm tra", date::show(Partial::Day(material.today))));
    fields.push(("Kết quả", counts(report)));
    fields.extend(score(material).map(|score| (by.as_str(), score)));
    let mut rows = Rows(Vec::new(), 0);
    errors(material, &mut rows);
    for (outcome, severity, group) in GROUPS {
        let of_group = |finding: &&Finding| finding.outcome == outcome && severity.is_none_or(|severity| finding.severity == severity);
        let found: Vec<&Finding> = report.findings.iter().filter(of_group).collect();
        rows.group(group, found.into_iter().map(|finding| cells(finding, material)).collect());
    }
    rows.group("Nội dung đã trả lời", settled(material));
    let columns = vec![Column::new("TT", 0.6, Align::Center), Column::new("Tiêu chí", 3.2, Align::Left), Column::new("Nhận xét, đề nghị", 6.2, Align::Left)];
    Document {
        title: format!("Phiếu tự kiểm tra: {}", or_blank(&record.model.name)),
        lang: "vi".to_owned(),
        author: record.applicant.name.clone(),
        form: Form::None,
        file_name: file_name("tu-kiem-tra-dvk", record, false),
        date: material.today.to_iso(),
        draft: None,
        blocks: vec![
            Block::Title { name, subtitle: vec![or_blank(&record.model.name)] },
            Block::Fields { rows: fields.into_iter().map(|(label, value)| Field { label: label.to_owned(), value }).collect() },
            Block::Table { caption: "Kết quả tự kiểm tra".to_owned(), columns, rows: rows.0 },
            Block::Note { text: "Phiếu tự kiểm tra do đơn vị tự in, không thay thế kết quả thẩm định.".to_owned() },
        ],
    }
}

/// Rows numbered through all groups.
struct Rows(Vec<Vec<String>>, usize);

impl Rows {
    /// A group under its name; nothing when it is empty.
    fn group(&mut self, name: &str, rows: Vec<[String; 2]>) {
        if !rows.is_empty() {
            self.0.push(vec![format!("{name} ({})", rows.len())]);
        }
        for [what, says] in rows {
            self.1 += 1;
            self.0.push(vec![self.1.to_string(), what, says]);
        }
    }
}

/// “Cần sửa 1; nên bổ sung 3; …”; what was not counted is left out.
fn counts(report: &CheckReport) -> String {
    let totals = report.totals;
    let open = [
        (u32::try_from(report.errors.len()).unwrap_or_default(), "chưa đọc được"),
        (totals.must, "cần sửa"),
        (totals.should, "nên bổ sung"),
        (totals.hint, "gợi ý"),
        (totals.review, "để hội đồng, cán bộ xem xét"),
        (totals.met, "đã có"),
        (totals.not_applicable, "không áp dụng cho phiếu này"),
    ];
    open.iter().filter(|(count, _)| *count > 0).map(|(count, name)| format!("{count} {name}")).collect::<Vec<_>>().join("; ")
}

/// “62/100 (mức …, mẫu tham khảo)”.
fn score(material: &Material<'_>) -> Option<String> {
    let score = material.report.score.as_ref()?;
    let bands = material.guideline.scoring.iter().flat_map(|scoring| &scoring.bands);
    let band = bands.into_iter().find(|band| Some(&band.id) == score.band.as_ref()).map(|band| band.label.clone());
    let remarks: Vec<String> = band.into_iter().chain(score.sample.then(|| "mẫu (tham khảo)".to_owned())).collect();
    let remarks = if remarks.is_empty() { String::new() } else { format!(" ({})", remarks.join("; ")) };
    Some(format!("{}/{}{remarks}, theo mức độ đầy đủ của hồ sơ", number::show(score.got), number::show(score.max)))
}

fn errors(material: &Material<'_>, rows: &mut Rows) {
    let names = Names(material.guideline);
    let individual = super::values::is_individual(material.record);
    let label = |path: &str| names.of_box(path, &crate::messages::label_for(path, individual));
    rows.group(Say::FieldError.vi(), material.report.errors.iter().map(|error| [label(&error.path), error.message.clone()]).collect());
}

/// Title and boxes; sentence, advice, source and the writer's reply.
fn cells(finding: &Finding, material: &Material<'_>) -> [String; 2] {
    let title = finding.title.clone();
    let mut says = vec![finding.message.clone()];
    let because = finding.because.iter().map(|because| format!("Cách áp dụng ở đây: {because}"));
    if finding.outcome == Outcome::Met {
        says.extend(because);
        return [title, says.join("\n")];
    }
    says.extend(finding.how.iter().map(|how| format!("Cách bổ sung: {how}")));
    says.extend(because);
    let cited = sources(&finding.cite);
    says.extend((!cited.is_empty()).then(|| format!("Căn cứ: {cited}")));
    says.extend(replies(material, &finding.criterion).map(|text| format!("Đơn vị trả lời: {text}")));
    [format!("{title}\n(Tại: {})", places(finding, Names(material.guideline))), says.join("\n")]
}

/// What the writer said of a criterion.
fn replies<'a>(material: &Material<'a>, criterion: &str) -> impl Iterator<Item = &'a str> {
    let all = material.record.replies.iter().flatten();
    all.filter(move |reply| reply.criterion == criterion).map(|reply| reply.text.trim()).filter(|text| !text.is_empty())
}

/// Replies to points that no longer stand.
fn settled(material: &Material<'_>) -> Vec<[String; 2]> {
    let stands =
        |id: &str| material.report.findings.iter().any(|finding| finding.criterion == id && matches!(finding.outcome, Outcome::Unmet | Outcome::Review));
    let all = material.record.replies.iter().flatten().filter(|reply| !reply.text.trim().is_empty() && !stands(&reply.criterion));
    all.map(|reply| [title(material.guideline, &reply.criterion).to_owned(), format!("Đơn vị trả lời: {}", reply.text.trim())]).collect()
}
