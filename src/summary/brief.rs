//! The one-page summary for the meeting: “Tóm tắt”.

use super::document::{Align, Block, Column, Document, Form};
use super::fit;
use super::names::Names;
use super::values::{address, beginning, chosen, file_name, is_individual, or_blank, period, time_span, total_cost};
use super::{Material, cells, open_points, stage};
use crate::record::{Registration, Target};
use crate::text::words::sentences;

/// Characters that an answer may take, from generous to short: the first that lets everything stand on one page is taken.
const ROOM: [usize; 18] = [900, 700, 560, 450, 360, 300, 250, 220, 190, 170, 150, 130, 115, 100, 80, 60, 40, 25];
/// Most characters of a name, an address or a title.
const NAME: usize = 200;
/// Height of the page's text in points, less what stands always: the head, the caption, the head of the table, and a line to spare.
const PAGE: f64 = 728.0 - 44.0 - 32.0 - 19.0 - 14.0;
/// Height of a line and of the space around a row, in points, at 12 points.
const ROW: (f64, f64) = (13.8, 5.0);
/// Heights of a line of the title and of the remark.
const TITLE: f64 = 16.1;
/// See [`TITLE`].
const NOTE: f64 = 15.0;
/// Widths in em: the table's wide column and the remark at 12 points, the title at 14, bold.
const WIDE: f64 = 29.2;
/// See [`WIDE`].
const FULL: (f64, f64) = (38.0, 31.0);

/// Makes the summary.
pub fn build(material: &Material<'_>) -> Document {
    let Material { record, report, guideline, .. } = material;
    let model = &record.model;
    let totals = report.totals;
    let note = format!(
        "Tự kiểm tra theo “{}”: {}. Kết quả tự kiểm tra chỉ cho biết mức độ đầy đủ, không thay thế kết quả thẩm định.",
        beginning(&guideline.title, NAME),
        match (open_points(report), totals.should) {
            (0, 0) => "không còn nội dung cần sửa hoặc nên bổ sung".to_owned(),
            (0, should) => format!("không còn nội dung cần sửa; còn {should} nội dung nên bổ sung"),
            (must, 0) => format!("còn {must} nội dung cần sửa"),
            (must, should) => format!("còn {must} nội dung cần sửa, {should} nội dung nên bổ sung"),
        }
    );
    let (mut name, mut rows) = (String::new(), Vec::new());
    for room in ROOM {
        name = or_blank(&beginning(&model.name, NAME.min(4 * room)));
        rows = table(record, Names(guideline), room);
        let around = TITLE * fit::lines(&name, FULL.1) as f64 + NOTE * fit::lines(&note, FULL.0) as f64;
        if around + height(&rows) <= PAGE {
            break;
        }
    }
    let column = |head: &str, share: f64| Column::new(head, share, Align::Left);
    let title = stage::brief_title(record);
    Document {
        title: format!("{title}: {}", or_blank(&model.name)),
        lang: "vi".to_owned(),
        author: record.applicant.name.clone(),
        form: Form::None,
        file_name: file_name("tom-tat-dvk", record, false),
        date: material.today.to_iso(),
        draft: None,
        blocks: vec![
            Block::Title { name: title, subtitle: vec![format!("“Dân vận khéo” {}", period(record)), name] },
            Block::Table { caption: "Tóm tắt".to_owned(), columns: vec![column("Nội dung", 2.2), column("Tóm tắt", 7.8)], rows },
            Block::Note { text: note },
        ],
    }
}

/// The rows of the table, each answer within `room` characters.
fn table(record: &Registration, names: Names<'_>, room: usize) -> Vec<Vec<String>> {
    let shortened = |text: &str| shortened(text, room);
    let model = &record.model;
    let who = if is_individual(record) { "Cá nhân đăng ký" } else { "Tập thể đăng ký" };
    let short = |target: &Target| Target {
        content: beginning(&target.content, room.min(NAME)),
        unit: target.unit.as_deref().map(|unit| beginning(unit, room.min(30))),
        ..target.clone()
    };
    let lines = model.targets.iter().map(|target| cells::target(&short(target), record));
    let mut targets: Vec<String> = lines.filter(|line| !line.is_empty()).map(|line| format!("- {line}")).collect();
    let mut forces: Vec<String> = model
        .forces
        .iter()
        .filter(|force| !force.name.trim().is_empty())
        .map(|force| {
            let role = chosen("/model/forces/*/role", force.role);
            let name = beginning(&force.name, room.min(NAME));
            if role.is_empty() { name } else { format!("{name} ({})", crate::text::fold::soft(&role)) }
        })
        .collect();
    few(&mut targets, if room < 50 { 2 } else { 6 }, |more| format!("- (và {more} chỉ tiêu khác)"));
    few(&mut forces, if room < 50 { 3 } else { 8 }, |more| format!("và {more} lực lượng khác"));
    [
        ("/applicant/name", who, beginning(&record.applicant.name, NAME.min(2 * room))),
        ("/applicant/address", "Địa chỉ", beginning(&address(&record.applicant.address), NAME.min(2 * room))),
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
        ("/model/scope/text", "Địa bàn, đối tượng", cells::scope(model, &shortened(&model.scope.text))),
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

/// Height that the rows take on the page, in points.
fn height(rows: &[Vec<String>]) -> f64 {
    rows.iter().map(|row| row.last().map_or(1, |cell| fit::lines(cell, WIDE)) as f64 * ROW.0 + ROW.1).sum()
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
        return beginning(text, room);
    }
    out.push_str(" (…)");
    out
}
