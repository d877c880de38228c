//! Findings in print: what the self-check and the appraisal sheet say of a criterion, where, and by which source.

use super::Material;
use super::names::Names;
use super::values::{beginning, is_individual, or_blank};
use crate::criteria::report::{Cited, Finding, Outside, Target, quoted};
use crate::guideline::{Guideline, Outcome};
use crate::json::{Json, pointer};
use crate::text::Span;
use crate::text::masked::{initials, masked};

/// Boxes that are named for one finding, and characters of each answer that is quoted; where nothing is left to look for, a reminder is enough.
const MOST: (usize, usize) = (3, 90);
/// See [`MOST`].
const MET: (usize, usize) = (1, 48);

/// Title of the criterion of an id.
pub fn title<'a>(guideline: &'a Guideline, id: &'a str) -> &'a str {
    guideline.criteria.iter().find(|criterion| criterion.id == id).map_or(id, |criterion| &criterion.title)
}

/// “Bộ tiêu chí …, phiên bản 0.1.0, mẫu (tham khảo)”.
pub fn by_what(material: &Material<'_>) -> String {
    let Material { guideline, report, .. } = material;
    let sample = if report.guideline.sample && !guideline.title.contains("mẫu (tham khảo)") { ", mẫu (tham khảo)" } else { "" };
    let outside = match report.guideline.outside {
        Some(Outside::Before) => "; thời gian đăng ký sớm hơn thời gian áp dụng",
        Some(Outside::After) => "; thời gian đăng ký muộn hơn thời gian áp dụng",
        None => "",
    };
    format!("{}, phiên bản {}{sample}{outside}", guideline.title, guideline.version)
}

/// What and whose: the first rows of both sheets.
pub fn about(material: &Material<'_>) -> Vec<(&'static str, String)> {
    let record = material.record;
    let who = if is_individual(record) { "Cá nhân đăng ký" } else { "Đơn vị đăng ký" };
    vec![(who, or_blank(&record.applicant.name))]
}

/// “Hướng dẫn … (số 29-HD/ĐUK)”.
pub fn source(cited: &Cited) -> String {
    cited.number.as_deref().filter(|number| !number.trim().is_empty()).map_or_else(|| cited.title.clone(), |number| format!("{} (số {number})", cited.title))
}

/// “, điểm 2”.
pub fn clause(cited: &Cited) -> String {
    cited.clause.as_deref().filter(|clause| !clause.trim().is_empty()).map_or(String::new(), |clause| format!(", {clause}"))
}

/// The sources of a criterion with their words.
pub fn sources(cites: &[Cited]) -> String {
    let whole = |cited: &Cited| {
        let quote = cited.quote.as_deref().filter(|quote| !quote.trim().is_empty()).map_or(String::new(), |quote| format!(": “{quote}”"));
        format!("{}{}{quote}", source(cited), clause(cited))
    };
    cites.iter().map(whole).collect::<Vec<_>>().join("; ")
}

fn targets(finding: &Finding) -> impl Iterator<Item = &Target> {
    std::iter::once(&finding.target).chain(&finding.related)
}

/// The boxes of a finding by their labels, each once.
pub fn places(finding: &Finding, names: Names<'_>) -> String {
    let mut labels: Vec<String> = Vec::new();
    for target in targets(finding) {
        let label = names.of_box(&target.path, &target.label);
        if !labels.contains(&label) {
            labels.push(label);
        }
    }
    labels.join("; ")
}

/// What the record shows for a finding: the words it is about, or the beginning of what stands in its boxes.
pub fn evidence(finding: &Finding, record: &Json, names: Names<'_>) -> Vec<String> {
    let mut lines: Vec<String> = Vec::new();
    let private = names.0.criteria.iter().any(|criterion| criterion.id == finding.criterion && criterion.check.guards_persons());
    let most = if finding.outcome == Outcome::Met { MET } else { MOST };
    let mut left = targets(finding);
    for target in left.by_ref() {
        let whole = match target.span {
            Some([start, end]) => quoted(pointer::get(record, &target.path).and_then(Json::text).unwrap_or_default(), Span { start, end }),
            None => names.shown(record, &target.path),
        };
        let whole = match target.span {
            Some(_) if finding.reason == "named" => initials(&whole),
            Some(_) if private => masked(&whole),
            _ => whole,
        };
        let words = beginning(&whole, most.1);
        let line = if target.span.is_some() { format!("“{words}”") } else { words.clone() };
        let line = format!("{}: {line}", names.of_box(&target.path, &target.label));
        if !words.is_empty() && !lines.contains(&line) {
            lines.push(line);
        }
        if lines.len() == most.0 {
            break;
        }
    }
    // what is open is to be gone through to its end
    let more = left.count();
    if more > 0 && finding.outcome != Outcome::Met {
        lines.push(format!("và {more} chỗ khác"));
    }
    lines
}
