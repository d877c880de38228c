//! The list that a superior body collects, in the eleven columns of phường Thanh Khê (công văn 249/MTTQ-BTT, 2026), and four more to filter by.

use super::RollUp;
use crate::guideline::Guideline;
use crate::record::{Registration, Role};
use crate::summary::cells::{chosen, due, figure, scope, target, time_span, total_cost};

/// The eleven columns.
pub const COLUMNS: [&str; 11] = [
    "STT",
    "Tên mô hình",
    "Thực trạng, lý do xây dựng mô hình",
    "Mục tiêu, tiêu chí",
    "Nội dung, cách thức thực hiện",
    "Địa bàn, đối tượng",
    "Lực lượng thực hiện",
    "Thời gian, nguồn lực thực hiện",
    "Sản phẩm, kết quả đầu ra",
    "Khả năng duy trì, nhân rộng",
    "Đơn vị đăng ký",
];

/// Columns to filter and to count by.
pub const CODES: [&str; 4] = ["Lĩnh vực", "Hình thức đăng ký", "Tình trạng", "Cấp đăng ký"];

/// Head of the list; `codes` adds the four.
#[must_use]
pub fn columns(codes: bool) -> Vec<String> {
    COLUMNS.iter().chain(CODES.iter().filter(|_| codes)).map(|column| (*column).to_owned()).collect()
}

/// One line for each registration. `guideline` says what is asked for at all.
#[must_use]
pub fn rows(rolled: &RollUp, codes: bool, guideline: &Guideline) -> Vec<Vec<String>> {
    let line = |(at, kept): (usize, &super::Kept)| row(at + 1, &kept.record, codes, guideline);
    rolled.kept().into_iter().enumerate().map(line).collect()
}

fn row(number: usize, record: &Registration, codes: bool, guideline: &Guideline) -> Vec<String> {
    let model = &record.model;
    let mut row = vec![
        number.to_string(),
        model.name.clone(),
        model.need.clone(),
        lines([model.goal.clone()].into_iter().chain(model.targets.iter().map(|one| item(&target(one, record))))),
        lines([model.method.clone(), model.consultation.clone().unwrap_or_default()]),
        scope(model, &model.scope.text),
        forces(record),
        lines(std::iter::once(time_span(record, guideline)).chain(resources(record))),
        model.outputs.clone(),
        model.sustain.clone(),
        record.applicant.name.clone(),
    ];
    if codes {
        row.extend([
            chosen("/model/field", model.field),
            chosen("/applicant/kind", record.applicant.kind),
            chosen("/model/status", model.status),
            chosen("/level", record.level),
        ]);
    }
    row
}

fn item(text: &str) -> String {
    if text.is_empty() { String::new() } else { format!("- {text}") }
}

/// Lines that hold something.
fn lines(parts: impl IntoIterator<Item = String>) -> String {
    parts.into_iter().filter(|part| !part.trim().is_empty()).collect::<Vec<_>>().join("\n")
}

/// “Chủ trì: …”, “Phối hợp: …”: a line for each role.
fn forces(record: &Registration) -> String {
    let with = |role: Option<Role>| {
        let names = record.model.forces.iter().filter(|force| force.role == role).map(|force| force.name.trim()).filter(|name| !name.is_empty());
        let names = names.collect::<Vec<_>>().join("; ");
        match (names.is_empty(), chosen("/model/forces/*/role", role)) {
            (false, role) if !role.is_empty() => format!("{role}: {names}"),
            _ => names,
        }
    };
    lines([Some(Role::Lead), Some(Role::Coordinate), Some(Role::TakePart), None].map(with))
}

fn resources(record: &Registration) -> Vec<String> {
    let model = &record.model;
    let mut all: Vec<String> =
        model.milestones.iter().map(|one| [due(one.due.as_deref()), one.content.trim().to_owned()]).map(|parts| item(&joined(parts, ": "))).collect();
    all.extend(model.resources.iter().map(|one| {
        let unit = one.unit.as_deref().unwrap_or_default();
        let amount = joined([figure(one.amount, one.approx), if one.amount.is_some() { unit.to_owned() } else { String::new() }], " ");
        item(&joined([joined([chosen("/model/resources/*/kind", one.kind), one.content.trim().to_owned()], ": "), amount], ", "))
    }));
    all.extend(model.resource_total.map(|total| format!("Tổng kinh phí: {}", total_cost(total, model.resource_total_approx))));
    all
}

fn joined<const N: usize>(parts: [String; N], between: &str) -> String {
    parts.into_iter().filter(|part| !part.trim().is_empty()).collect::<Vec<_>>().join(between)
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::criteria::Rules;
    use crate::record;

    const GOOD: &str = include_str!("../../tests/fixtures/registrations/collective-state.json");

    fn list(codes: bool) -> Vec<Vec<String>> {
        let mut rolled = RollUp::default();
        rolled.add("a.json", record::parse(GOOD.as_bytes()).unwrap());
        rows(&rolled, codes, Rules::mau().unwrap().guideline())
    }

    #[test]
    fn a_line_has_the_eleven_columns_in_their_order() {
        let row = &list(false)[0];
        assert_eq!((row.len(), columns(false).len()), (11, 11));
        assert_eq!(row[0], "1");
        assert!(row.iter().all(|cell| !cell.trim().is_empty()), "{row:?}");
        assert!(row[3].contains("\n- ") && row[6].starts_with("Chủ trì: ") && row[7].starts_with("Từ ngày ") && row[7].contains("đồng"), "{row:?}");
    }

    #[test]
    fn codes_stand_behind_them() {
        let row = &list(true)[0];
        assert_eq!((row.len(), columns(true).len()), (15, 15));
        assert_eq!(&row[11..13], ["Văn hóa - xã hội", "Tập thể"]);
    }

    #[test]
    fn an_empty_registration_has_empty_cells() {
        let mut rolled = RollUp::default();
        rolled.add("a.json", Registration::default());
        let row = &rows(&rolled, true, Rules::mau().unwrap().guideline())[0];
        assert_eq!(row.iter().filter(|cell| !cell.is_empty()).map(String::as_str).collect::<Vec<_>>(), ["1"]);
    }
}
