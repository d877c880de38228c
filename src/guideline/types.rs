//! The guideline file, `dvk-guideline/1`. Unknown members are an error, except `$schema` and those that begin with `x-`.

use super::check::Check;
use crate::json::shape::{Reader, Shaped, fill};
use crate::json::{Json, Named};
use crate::record::fields::Step;
use crate::record::{ApplicantKind, Level, Stage};
use crate::{choice, shape};

choice! {
/// How much a criterion weighs: “Cần sửa”, “Nên bổ sung”, “Gợi ý”.
pub enum Severity {
    /// Cần sửa: makes the print a draft.
    Must = "must",
    /// Nên bổ sung.
    Should = "should",
    /// Gợi ý.
    Hint = "hint",
}
}

choice! {
/// What a criterion comes to for one record.
pub enum Outcome {
    /// Shown by the record.
    Met = "met",
    /// Not shown by the record.
    Unmet = "unmet",
    /// Only people can judge.
    Review = "review",
    /// Does not apply, with the reason why.
    NotApplicable = "not-applicable",
}
}

shape! {
/// The criteria of one body.
pub struct Guideline {
    /// `dvk-guideline/1`
    pub format: String = "format",
    /// Permanent id, e.g. `mau`.
    pub id: String = "id",
    /// Version of this file.
    pub version: String = "version",
    /// Title for people.
    pub title: String = "title",
    /// `vi` or `en`.
    pub lang: Option<String> = "lang",
    /// “mẫu (tham khảo)”: shown wherever outcomes are shown.
    pub sample: Option<bool> = "sample",
    /// Who issued it.
    pub issuer: Issuer = "issuer",
    /// Compared with the record's period, not with today.
    pub effective: Effective = "effective",
    /// A guideline whose criteria this one takes over.
    pub extends: Option<Extends> = "extends",
    /// Documents that criteria cite, by id.
    pub sources: Named<Source> = "sources",
    /// Chuyên đề.
    #[cfg_attr(feature = "schema", schemars(default))]
    pub themes: Vec<Theme> = "themes" or empty,
    /// What this body calls a field, and how it helps with it.
    #[cfg_attr(feature = "schema", schemars(default))]
    pub fields: Named<FieldText> = "fields" or empty,
    /// Fields that this body adds.
    #[cfg_attr(feature = "schema", schemars(default))]
    pub extra_fields: Vec<ExtraField> = "extraFields" or empty,
    /// Phrase lists.
    pub vocabulary: Option<Vocabulary> = "vocabulary",
    /// The criteria.
    pub criteria: Vec<Criterion> = "criteria",
    /// Changes to what `extends` brings.
    #[cfg_attr(feature = "schema", schemars(default))]
    pub overrides: Vec<Override> = "overrides" or empty,
    /// Points.
    pub scoring: Option<Scoring> = "scoring",
    /// A sound record; each test's record is merged over it (RFC 7396).
    pub base: Option<Json> = "base",
    /// The guideline's own tests.
    pub tests: Vec<Test> = "tests",
}
}

shape! {
/// Who issued a guideline.
pub struct Issuer {
    /// Name of the body.
    pub name: String = "name",
    /// Its level.
    pub level: Level = "level",
}
}

shape! {
/// Days, `yyyy-mm-dd`.
pub struct Effective {
    /// First day.
    pub from: String = "from",
    /// Last day.
    pub to: Option<String> = "to",
}
}

shape! {
/// A guideline by id and version.
pub struct Extends {
    /// Its id.
    pub id: String = "id",
    /// Its version; without it the one that was loaded last.
    pub version: Option<String> = "version",
}
}

shape! {
/// A document that is cited.
pub struct Source {
    /// Title for people.
    pub title: String = "title",
    /// Số, ký hiệu.
    pub number: Option<String> = "number",
    /// Day of issue.
    pub issued_on: Option<String> = "issuedOn",
    /// Issuing body.
    pub issuer: Option<String> = "issuer",
    /// Where it was read.
    pub url: Option<String> = "url",
}
}

shape! {
/// Chuyên đề.
pub struct Theme {
    /// Permanent id.
    pub id: String = "id",
    /// Name for people.
    pub label: String = "label",
    /// First day.
    pub from: Option<String> = "from",
    /// Last day.
    pub to: Option<String> = "to",
}
}

shape! {
/// What a body calls a field.
pub struct FieldText {
    /// Label.
    pub label: Option<String> = "label",
    /// A sentence of help.
    pub help: Option<String> = "help",
    /// A good example.
    pub example: Option<String> = "example",
    /// Must be filled in.
    pub required: Option<bool> = "required",
    /// Not asked.
    pub hidden: Option<bool> = "hidden",
}
}

shape! {
/// A field that a body adds.
pub struct ExtraField {
    /// Id; the value stands at `/extra/<id>`.
    pub id: String = "id",
    /// What it holds.
    pub holds: ExtraType = "type",
    /// Label.
    pub label: String = "label",
    /// The step that shows it.
    pub step: Step = "step",
    /// Choices.
    #[cfg_attr(feature = "schema", schemars(default))]
    pub options: Vec<String> = "options" or empty,
    /// Must be filled in.
    pub required: Option<bool> = "required",
    /// A sentence of help.
    pub help: Option<String> = "help",
}
}

choice! {
/// What an extra field holds.
pub enum ExtraType {
    /// A short text.
    Text = "text",
    /// Paragraphs.
    LongText = "long-text",
    /// A figure.
    Number = "number",
    /// A year.
    Year = "year",
    /// A day.
    Date = "date",
    /// Yes or nothing.
    Tick = "tick",
    /// One of a few.
    Choice = "choice",
    /// Some of a few.
    Choices = "choices",
}
}

shape! {
/// Phrase lists; matching ignores case and tone placement.
pub struct Vocabulary {
    /// Phrases that say nothing.
    #[cfg_attr(feature = "schema", schemars(default))]
    pub stock: Vec<String> = "stock" or empty,
    /// Phrases of routine duty.
    #[cfg_attr(feature = "schema", schemars(default))]
    pub duty: Vec<String> = "duty" or empty,
    /// Words of mobilising people.
    #[cfg_attr(feature = "schema", schemars(default))]
    pub mobilisation: Vec<String> = "mobilisation" or empty,
    /// Units of measure.
    #[cfg_attr(feature = "schema", schemars(default))]
    pub units: Vec<String> = "units" or empty,
}
}

shape! {
/// One criterion.
pub struct Criterion {
    /// Permanent id.
    pub id: String = "id",
    /// Group for people.
    pub group: String = "group",
    /// Title for people.
    pub title: String = "title",
    /// Where it comes from.
    pub cite: Vec<Cite> = "cite",
    /// Kinds of applicant it applies to; all without it.
    pub applies_to: Option<Vec<ApplicantKind>> = "appliesTo",
    /// Stages it applies to; all without it.
    pub stages: Option<Vec<Stage>> = "stages",
    /// Levels it applies to; all without it.
    pub levels: Option<Vec<Level>> = "levels",
    /// Applies only when this is met.
    pub when: Option<Check> = "when",
    /// How much it weighs.
    pub severity: Severity = "severity",
    /// What is checked.
    pub check: Check = "check",
    /// Where the focus goes.
    pub target: String = "target",
    /// Sentence per reason; `met` is one of them.
    pub messages: Named<String> = "messages",
    /// Why it matters.
    pub why: Option<String> = "why",
    /// How to meet it.
    pub how: Option<String> = "how",
    /// Good and weak.
    pub example: Option<Example> = "example",
    /// Points.
    pub points: Option<f64> = "points",
    /// Why it differs from the guideline that it comes from; written by `overrides`.
    pub because: Option<String> = "because",
}
}

shape! {
/// A place in a source.
pub struct Cite {
    /// Id of the source.
    pub source: String = "source",
    /// Point, article.
    pub clause: Option<String> = "clause",
    /// Its words.
    pub quote: Option<String> = "quote",
}
}

shape! {
/// Examples of one field.
#[derive(serde::Serialize)]
pub struct Example {
    /// Good.
    pub good: String = "good",
    /// Weak.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub weak: Option<String> = "weak",
}
}

shape! {
/// A change to a criterion that `extends` brings.
pub struct Override {
    /// Id of the criterion.
    pub id: String = "id",
    /// Other weight.
    pub severity: Option<Severity> = "severity",
    /// Not used.
    pub disabled: Option<bool> = "disabled",
    /// The reason.
    pub because: String = "because",
    /// Other parameters of its check.
    pub params: Option<Named<Json>> = "params",
}
}

shape! {
/// Points of a guideline.
pub struct Scoring {
    /// Most points.
    pub max: f64 = "max",
    /// Bands from the lowest.
    pub bands: Vec<Band> = "bands",
}
}

shape! {
/// A band of points.
pub struct Band {
    /// Permanent id.
    pub id: String = "id",
    /// Name for people.
    pub label: String = "label",
    /// Least points.
    pub min: f64 = "min",
}
}

shape! {
/// A guideline's own test.
pub struct Test {
    /// What it shows.
    pub name: String = "name",
    /// Merged over `base`.
    pub record: Json = "record",
    /// Portal of the check.
    pub portal: Option<Json> = "portal",
    /// Day of the check.
    pub today: Option<String> = "today",
    /// What must come of it.
    pub expect: Vec<Expected> = "expect",
}
}

shape! {
/// What a test expects of one criterion.
pub struct Expected {
    /// Id of the criterion.
    pub criterion: String = "criterion",
    /// Its outcome.
    pub outcome: Outcome = "outcome",
    /// Its reason.
    pub reason: Option<String> = "reason",
}
}

macro_rules! shared_with_the_record {
    ($($name:ident)*) => {$(
        impl Shaped for $name {
            fn read(from: &Json, at: &mut Reader) -> Self {
                fill(from, at)
            }
        }
    )*};
}
// The record's own choices, which guidelines use too.
shared_with_the_record!(ApplicantKind Level Stage Step);
