//! The guideline file, `dvk-guideline/1`. Unknown members are an error, except `$schema` and those that begin with `x-`.

use std::collections::BTreeMap;

use serde::{Deserialize, Serialize};

use super::check::Check;
use crate::json::Json;
use crate::record::fields::Step;
use crate::record::{ApplicantKind, Level, Stage};

/// How much a criterion weighs: “Cần sửa”, “Nên bổ sung”, “Gợi ý”.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(rename_all = "lowercase")]
pub enum Severity {
    /// Cần sửa: makes the print a draft.
    Must,
    /// Nên bổ sung.
    Should,
    /// Gợi ý.
    Hint,
}

/// What a criterion comes to for one record.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(rename_all = "kebab-case")]
pub enum Outcome {
    /// Shown by the record.
    Met,
    /// Not shown by the record.
    Unmet,
    /// Only people can judge.
    Review,
    /// Does not apply, with the reason why.
    NotApplicable,
}

/// The criteria of one body.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(rename_all = "camelCase", deny_unknown_fields)]
pub struct Guideline {
    /// `dvk-guideline/1`
    pub format: String,
    /// Permanent id, e.g. `mau`.
    pub id: String,
    /// Version of this file.
    pub version: String,
    /// Title for people.
    pub title: String,
    /// `vi` or `en`.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub lang: Option<String>,
    /// “mẫu (tham khảo)”: shown wherever outcomes are shown.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub sample: Option<bool>,
    /// Who issued it.
    pub issuer: Issuer,
    /// Compared with the record's period, not with today.
    pub effective: Effective,
    /// A guideline whose criteria this one takes over.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub extends: Option<Extends>,
    /// Documents that criteria cite, by id.
    pub sources: BTreeMap<String, Source>,
    /// Chuyên đề.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub themes: Vec<Theme>,
    /// What this body calls a field, and how it helps with it.
    #[serde(default, skip_serializing_if = "BTreeMap::is_empty")]
    pub fields: BTreeMap<String, FieldText>,
    /// Fields that this body adds.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub extra_fields: Vec<ExtraField>,
    /// Phrase lists.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub vocabulary: Option<Vocabulary>,
    /// The criteria.
    pub criteria: Vec<Criterion>,
    /// Changes to what `extends` brings.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub overrides: Vec<Override>,
    /// Points.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub scoring: Option<Scoring>,
    /// A sound record; each test's record is merged over it (RFC 7396).
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub base: Option<Json>,
    /// The guideline's own tests.
    pub tests: Vec<Test>,
}

/// Who issued a guideline.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(deny_unknown_fields)]
pub struct Issuer {
    /// Name of the body.
    pub name: String,
    /// Its level.
    pub level: Level,
}

/// Days, `yyyy-mm-dd`.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(deny_unknown_fields)]
pub struct Effective {
    /// First day.
    pub from: String,
    /// Last day.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub to: Option<String>,
}

/// A guideline by id and version.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(deny_unknown_fields)]
pub struct Extends {
    /// Its id.
    pub id: String,
    /// Its version; the newest known without it.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub version: Option<String>,
}

/// A document that is cited.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(rename_all = "camelCase", deny_unknown_fields)]
pub struct Source {
    /// Title for people.
    pub title: String,
    /// Số, ký hiệu.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub number: Option<String>,
    /// Day of issue.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub issued_on: Option<String>,
    /// Issuing body.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub issuer: Option<String>,
    /// Where it was read.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub url: Option<String>,
}

/// Chuyên đề.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(deny_unknown_fields)]
pub struct Theme {
    /// Permanent id.
    pub id: String,
    /// Name for people.
    pub label: String,
    /// First day.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub from: Option<String>,
    /// Last day.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub to: Option<String>,
}

/// What a body calls a field.
#[derive(Debug, Clone, Default, PartialEq, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(deny_unknown_fields)]
pub struct FieldText {
    /// Label.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub label: Option<String>,
    /// A sentence of help.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub help: Option<String>,
    /// A good example.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub example: Option<String>,
    /// Must be filled in.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub required: Option<bool>,
    /// Not asked.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub hidden: Option<bool>,
}

/// A field that a body adds.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(deny_unknown_fields)]
pub struct ExtraField {
    /// Id; the value stands at `/extra/<id>`.
    pub id: String,
    /// What it holds.
    #[serde(rename = "type")]
    pub holds: ExtraType,
    /// Label.
    pub label: String,
    /// The step that shows it.
    pub step: Step,
    /// Choices.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub options: Vec<String>,
    /// Must be filled in.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub required: Option<bool>,
    /// A sentence of help.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub help: Option<String>,
}

/// What an extra field holds.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(rename_all = "kebab-case")]
pub enum ExtraType {
    /// A short text.
    Text,
    /// Paragraphs.
    LongText,
    /// A figure.
    Number,
    /// A year.
    Year,
    /// A day.
    Date,
    /// Yes or nothing.
    Tick,
    /// One of a few.
    Choice,
    /// Some of a few.
    Choices,
}

/// Phrase lists; matching ignores case and tone placement.
#[derive(Debug, Clone, Default, PartialEq, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(default, deny_unknown_fields)]
pub struct Vocabulary {
    /// Phrases that say nothing.
    #[serde(skip_serializing_if = "Vec::is_empty")]
    pub stock: Vec<String>,
    /// Phrases of routine duty.
    #[serde(skip_serializing_if = "Vec::is_empty")]
    pub duty: Vec<String>,
    /// Words of mobilising people.
    #[serde(skip_serializing_if = "Vec::is_empty")]
    pub mobilisation: Vec<String>,
    /// Units of measure.
    #[serde(skip_serializing_if = "Vec::is_empty")]
    pub units: Vec<String>,
}

/// One criterion.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(rename_all = "camelCase", deny_unknown_fields)]
pub struct Criterion {
    /// Permanent id.
    pub id: String,
    /// Group for people.
    pub group: String,
    /// Title for people.
    pub title: String,
    /// Where it comes from.
    pub cite: Vec<Cite>,
    /// Kinds of applicant it applies to; all without it.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub applies_to: Vec<ApplicantKind>,
    /// Stages it applies to; all without it.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub stages: Vec<Stage>,
    /// Levels it applies to; all without it.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub levels: Vec<Level>,
    /// Applies only when this is met.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub when: Option<Check>,
    /// How much it weighs.
    pub severity: Severity,
    /// What is checked.
    pub check: Check,
    /// Where the focus goes.
    pub target: String,
    /// Sentence per reason; `met` is one of them.
    pub messages: BTreeMap<String, String>,
    /// Why it matters.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub why: Option<String>,
    /// How to meet it.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub how: Option<String>,
    /// Good and weak.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub example: Option<Example>,
    /// Points.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub points: Option<f64>,
}

/// A place in a source.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(deny_unknown_fields)]
pub struct Cite {
    /// Id of the source.
    pub source: String,
    /// Point, article.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub clause: Option<String>,
    /// Its words.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub quote: Option<String>,
}

/// Examples of one field.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(deny_unknown_fields)]
pub struct Example {
    /// Good.
    pub good: String,
    /// Weak.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub weak: Option<String>,
}

/// A change to a criterion that `extends` brings.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(deny_unknown_fields)]
pub struct Override {
    /// Id of the criterion.
    pub id: String,
    /// Other weight.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub severity: Option<Severity>,
    /// Not used.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub disabled: Option<bool>,
    /// The reason.
    pub because: String,
    /// Other parameters of its check.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub params: Option<BTreeMap<String, Json>>,
}

/// Points of a guideline.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(deny_unknown_fields)]
pub struct Scoring {
    /// Most points.
    pub max: f64,
    /// Bands from the lowest.
    pub bands: Vec<Band>,
}

/// A band of points.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(deny_unknown_fields)]
pub struct Band {
    /// Permanent id.
    pub id: String,
    /// Name for people.
    pub label: String,
    /// Least points.
    pub min: f64,
}

/// A guideline's own test.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(deny_unknown_fields)]
pub struct Test {
    /// What it shows.
    pub name: String,
    /// Merged over `base`.
    pub record: Json,
    /// Portal of the check.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub portal: Option<Json>,
    /// Day of the check.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub today: Option<String>,
    /// What must come of it.
    pub expect: Vec<Expected>,
}

/// What a test expects of one criterion.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(deny_unknown_fields)]
pub struct Expected {
    /// Id of the criterion.
    pub criterion: String,
    /// Its outcome.
    pub outcome: Outcome,
    /// Its reason.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub reason: Option<String>,
}
