//! The targets of a registration as a table: what is to be reached; in a report, beside what was.

use super::document::Align;
use super::form::Shows;
use super::names::Names;
use super::reached::reached;
use super::values::{due, figure};
use crate::record::{Model, Target};
use crate::text::Approx;

/// Caption, columns and rows.
type Table = (&'static str, Vec<Shows>, Vec<Vec<String>>);

/// The table of a registration. Figures that were reached already stand in it.
pub fn planned_table(model: &Model) -> Table {
    let measured = model.targets.iter().any(|target| target.actual.is_some());
    let mut columns = vec![
        ("/model/targets/*/content", "Nội dung chỉ tiêu", 3.4, Align::Left),
        ("/model/targets/*/baseline", "Hiện trạng", 1.1, Align::Right),
        ("/model/targets/*/target", "Chỉ tiêu cần đạt", 1.3, Align::Right),
    ];
    if measured {
        columns.push(("/model/targets/*/actual", "Đã đạt", 1.1, Align::Right));
    }
    columns.extend([
        ("/model/targets/*/unit", "Đơn vị tính", 1.1, Align::Center),
        ("/model/targets/*/due", "Thời hạn", 1.5, Align::Center),
        ("/model/targets/*/evidence", "Minh chứng", 1.8, Align::Left),
    ]);
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
    ("Chỉ tiêu", columns, rows)
}

/// The table of a report: what was to be reached, what was, and how far that is. Terms and evidence stand with the words, so that the figures have room.
pub fn reached_table(model: &Model, names: Names<'_>) -> Table {
    let columns = vec![
        ("/model/targets/*/content", "Nội dung chỉ tiêu", 3.2, Align::Left),
        ("/model/targets/*/baseline", "Hiện trạng ban đầu", 1.2, Align::Right),
        ("/model/targets/*/target", "Chỉ tiêu cần đạt", 1.2, Align::Right),
        ("/model/targets/*/actual", "Đã đạt", 1.1, Align::Right),
        ("/model/targets/*/unit", "Đơn vị tính", 1.1, Align::Center),
        ("", "So với chỉ tiêu", 1.6, Align::Center),
        ("/model/targets/*/actualOn", "Tính đến ngày", 1.6, Align::Center),
    ];
    let more = [("/model/targets/*/due", "Thời hạn"), ("/model/targets/*/evidence", "Minh chứng")].map(|(path, words)| names.label(path, words));
    let rows = model
        .targets
        .iter()
        .map(|target| {
            let mut content = target.content.clone();
            for (label, said) in more.iter().zip([due(target.due.as_deref()), target.evidence.clone().unwrap_or_default()]) {
                if let Some(label) = label.as_ref().filter(|_| !said.trim().is_empty()) {
                    content.push_str(&format!("\n{label}: {said}"));
                }
            }
            let unit = target.unit.clone().unwrap_or_default();
            let figures = [figure(target.baseline, None), aim(target), figure(target.actual, None), unit, reached(target)];
            std::iter::once(content).chain(figures).chain([due(target.actual_on.as_deref())]).collect()
        })
        .collect();
    ("Chỉ tiêu và kết quả", columns, rows)
}

/// What is to be reached; “under” is a promise to get below where the figure comes down.
pub(super) fn aim(target: &Target) -> String {
    let comes_down = target.baseline.zip(target.target).is_some_and(|(baseline, aim)| aim < baseline);
    if target.approx == Some(Approx::Under) && comes_down { format!("dưới {}", figure(target.target, None)) } else { figure(target.target, target.approx) }
}
