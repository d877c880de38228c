//! The field table: every box of the form by path, with its step and what it holds.
//!
//! A field of the record is added here, in `types.rs` and in `messages/labels.rs`; a test names what was forgotten.

use serde::{Deserialize, Serialize};

use crate::json::pointer;

/// The five steps of the form.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(rename_all = "lowercase")]
pub enum Step {
    /// Bên đăng ký.
    Applicant,
    /// Mô hình.
    Model,
    /// Cách làm.
    Method,
    /// Nguồn lực, kết quả.
    Means,
    /// Xem lại.
    Review,
}

impl Step {
    /// All steps, in order.
    pub const ALL: [Step; 5] = [Step::Applicant, Step::Model, Step::Method, Step::Means, Step::Review];
}

/// What a box holds, and so how it is read, shown and typed.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Holds {
    /// A short text.
    Line,
    /// Paragraphs.
    Paragraphs,
    /// A whole number, with the path of its “about / over / under” beside it if it has one.
    Count(Option<&'static str>),
    /// A figure with a decimal comma.
    Figure(Option<&'static str>),
    /// Whole đồng.
    Money(Option<&'static str>),
    /// A year.
    Year,
    /// A day.
    Day,
    /// A day, month, quarter or year.
    Due,
    /// One of a few, by value.
    Choice(&'static [&'static str]),
    /// Yes or nothing.
    Tick,
    /// Ids of themes.
    Themes,
    /// Phone number, as typed.
    Phone,
    /// E-mail address.
    Email,
    /// Province: a code and a name as typed.
    Province,
    /// Commune: a code and a name as typed.
    Commune,
    /// A list; its columns follow in the table with `/*/`.
    Rows,
}

/// One box, or one list of rows.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Field {
    /// Where it stands in the record; `*` for every row.
    pub path: &'static str,
    /// The step that shows it.
    pub step: Step,
    /// What it holds.
    pub holds: Holds,
}

const fn field(path: &'static str, step: Step, holds: Holds) -> Field {
    Field { path, step, holds }
}

use Holds::{Choice, Commune, Count, Day, Due, Email, Figure, Line, Money, Paragraphs, Phone, Province, Rows, Themes, Tick, Year};
use Step::{Applicant, Means, Method, Model, Review};

/// Every field, in the order of the form.
pub const FIELDS: &[Field] = &[
    field("/applicant/kind", Applicant, Choice(&["collective", "individual"])),
    field("/applicant/name", Applicant, Line),
    field("/applicant/person/position", Applicant, Line),
    field("/applicant/person/birthYear", Applicant, Year),
    field("/applicant/person/workplace", Applicant, Line),
    field("/applicant/superior", Applicant, Line),
    field("/applicant/address/province", Applicant, Province),
    field("/applicant/address/commune", Applicant, Commune),
    field("/applicant/address/hamlet", Applicant, Line),
    field("/applicant/address/detail", Applicant, Line),
    field("/applicant/contact/name", Applicant, Line),
    field("/applicant/contact/phone", Applicant, Phone),
    field("/applicant/contact/email", Applicant, Email),
    field("/stage", Applicant, Choice(&["register", "review", "recognise"])),
    field("/level", Applicant, Choice(&["grassroots", "commune", "district", "province", "central"])),
    field("/period/from", Applicant, Year),
    field("/period/to", Applicant, Year),
    field("/registeredOn", Applicant, Day),
    field("/lowerRecognition/number", Applicant, Line),
    field("/lowerRecognition/issuedOn", Applicant, Day),
    field("/lowerRecognition/issuer", Applicant, Line),
    field("/model/name", Model, Line),
    field("/model/field", Model, Choice(&["economy", "culture-society", "defence-security", "political-system"])),
    field("/model/themes", Model, Themes),
    field("/model/status", Model, Choice(&["new", "ongoing", "upgraded", "replicated"])),
    field("/model/need", Model, Paragraphs),
    field("/model/goal", Model, Paragraphs),
    field("/model/targets", Model, Rows),
    field("/model/targets/*/content", Model, Line),
    field("/model/targets/*/baseline", Model, Figure(None)),
    field("/model/targets/*/target", Model, Figure(Some("approx"))),
    field("/model/targets/*/unit", Model, Line),
    field("/model/targets/*/due", Model, Due),
    field("/model/targets/*/evidence", Model, Line),
    field("/model/targets/*/actual", Model, Figure(None)),
    field("/model/targets/*/actualOn", Model, Day),
    field("/model/results", Model, Paragraphs),
    field("/model/basis", Model, Rows),
    field("/model/basis/*/number", Model, Line),
    field("/model/basis/*/issuedOn", Model, Day),
    field("/model/basis/*/issuer", Model, Line),
    field("/model/basis/*/title", Model, Line),
    field("/model/method", Method, Paragraphs),
    field("/model/consultation", Method, Paragraphs),
    field("/model/scope/text", Method, Paragraphs),
    field("/model/scope/households", Method, Count(Some("approx"))),
    field("/model/scope/people", Method, Count(Some("peopleApprox"))),
    field("/model/forces", Method, Rows),
    field("/model/forces/*/name", Method, Line),
    field("/model/forces/*/role", Method, Choice(&["lead", "coordinate", "take-part"])),
    field("/model/forces/*/duty", Method, Line),
    field("/model/start", Method, Day),
    field("/model/end", Method, Day),
    field("/model/continuous", Method, Tick),
    field("/model/milestones", Method, Rows),
    field("/model/milestones/*/due", Method, Due),
    field("/model/milestones/*/content", Method, Line),
    field("/model/milestones/*/review", Method, Tick),
    field("/model/resources", Means, Rows),
    field("/model/resources/*/kind", Means, Choice(&["budget", "contribution", "land", "labour", "in-kind"])),
    field("/model/resources/*/content", Means, Line),
    field("/model/resources/*/amount", Means, Figure(Some("approx"))),
    field("/model/resources/*/unit", Means, Line),
    field("/model/resourceTotal", Means, Money(Some("resourceTotalApprox"))),
    field("/model/outputs", Means, Paragraphs),
    field("/model/sustain", Means, Paragraphs),
    field("/model/beyondDuty", Means, Paragraphs),
    field("/model/evidence", Means, Rows),
    field("/model/evidence/*/title", Means, Line),
    field("/model/evidence/*/fileName", Means, Line),
    field("/applicant/header", Review, Choice(&["party", "state", "citizen", "none"])),
    field("/heading/superior", Review, Line),
    field("/heading/body", Review, Line),
    field("/heading/number", Review, Line),
    field("/heading/place", Review, Line),
    field("/signer/authority", Review, Line),
    field("/signer/position", Review, Line),
    field("/signer/name", Review, Line),
    field("/signer/seal", Review, Tick),
];

/// The long texts of the model, which the text rules read.
pub const LONG_TEXTS: &[&str] = &[
    "/model/need",
    "/model/goal",
    "/model/results",
    "/model/method",
    "/model/consultation",
    "/model/scope/text",
    "/model/outputs",
    "/model/sustain",
    "/model/beyondDuty",
];

/// The field at a path with row numbers or `*`; a member inside a place gives the place.
#[must_use]
pub fn at(path: &str) -> Option<&'static Field> {
    let pattern = pointer::pattern(path);
    let place = pattern.strip_suffix("/code").or_else(|| pattern.strip_suffix("/name")).unwrap_or_default();
    FIELDS.iter().find(|field| field.path == pattern).or_else(|| FIELDS.iter().find(|field| field.path == place && matches!(field.holds, Province | Commune)))
}

/// The step that shows a path; what no step shows belongs to the first that shows something inside or around it.
#[must_use]
pub fn step_of(path: &str) -> Step {
    if let Some(field) = at(path) {
        return field.step;
    }
    let pattern = pointer::pattern(path);
    let near = FIELDS.iter().find(|field| field.path.strip_prefix(pattern.as_str()).is_some_and(|tail| tail.starts_with('/')));
    let around = || FIELDS.iter().rev().find(|field| pattern.strip_prefix(field.path).is_some_and(|tail| tail.starts_with('/')));
    near.or_else(around).map_or(Step::Review, |field| field.step)
}

/// Place of a path in the order of the form, for sorting: field first, then row.
#[must_use]
pub fn order_of(path: &str) -> (usize, usize) {
    let pattern = pointer::pattern(path);
    let row = path.split('/').find_map(|step| step.parse::<usize>().ok()).unwrap_or(0);
    let place = FIELDS.iter().position(|field| pattern == field.path || pattern.strip_prefix(field.path).is_some_and(|tail| tail.starts_with('/')));
    let inside = || FIELDS.iter().position(|field| field.path.strip_prefix(pattern.as_str()).is_some_and(|tail| tail.starts_with('/')));
    (place.or_else(inside).unwrap_or(FIELDS.len()), row)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn finds_fields_and_steps() {
        assert_eq!(at("/model/targets/12/unit").map(|field| field.path), Some("/model/targets/*/unit"));
        assert_eq!(at("/applicant/address/commune/name").map(|field| field.holds), Some(Commune));
        assert_eq!(step_of("/model/scope"), Step::Method);
        assert_eq!(step_of("/model/targets/0"), Step::Model);
        assert_eq!(step_of("/applicant/person"), Step::Applicant);
        assert_eq!(step_of("/id"), Step::Review);
        assert!(order_of("/model/goal") < order_of("/model/targets/3/due"));
    }
}
