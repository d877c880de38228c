//! Parameters of every check kind, as they stand in a guideline.
//!
//! What a kind checks, why, and what it gives as evidence is told in `criteria/checks/<kind>.rs`.

use serde::{Deserialize, Serialize};

use crate::json::Json;

/// A check: total, without loops, clock, randomness, code or regular expressions.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(tag = "kind", rename_all = "camelCase")]
pub enum Check {
    /// All of them.
    All(Several),
    /// One of them.
    Any(Several),
    /// Not this one.
    Not(One),
    /// Only people can judge.
    Human(Human),
    /// Boxes are filled in.
    Present(Present),
    /// A text is a statement of one's own.
    Statement(Statement),
    /// A text has a length.
    Length(Length),
    /// A value is one of a few.
    OneOf(OneOf),
    /// A list has rows of a kind.
    Count(Count),
    /// A number is within bounds.
    Number(Number),
    /// Percentages are between 0 and 100 and have a base.
    Percent(Percent),
    /// Dates follow each other.
    DateOrder(DateOrder),
    /// Two days are far enough from each other.
    Duration(Duration),
    /// A date is inside a window.
    Within(Within),
    /// Parts make the whole.
    Sum(Sum),
    /// A text names something.
    Mentions(Mentions),
    /// A text is not made of phrases that say nothing.
    StockPhrases(Phrases),
    /// A name is a name of its own.
    Names(Phrases),
    /// Texts are not copies of each other.
    Similarity(Similarity),
    /// A text has a form.
    Pattern(Pattern),
    /// A commune belongs to its province.
    UnitValid(UnitValid),
}

/// Parameters of `all` and `any`.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(deny_unknown_fields)]
pub struct Several {
    /// Checks, in the order in which they speak.
    pub of: Vec<Check>,
}

/// Parameters of `not`.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(deny_unknown_fields)]
pub struct One {
    /// The check that must not be met.
    pub of: Box<Check>,
}

/// Parameters of `human`.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(deny_unknown_fields)]
pub struct Human {
    /// What the appraisal team asks.
    pub question: String,
}

/// Parameters of `present`.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(rename_all = "camelCase", deny_unknown_fields)]
pub struct Present {
    /// Boxes.
    pub paths: Vec<String>,
    /// How many of them; all without it.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub at_least: Option<usize>,
}

/// Parameters of `statement`.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(rename_all = "camelCase", deny_unknown_fields)]
pub struct Statement {
    /// The text.
    pub path: String,
    /// Least words.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub min_words: Option<usize>,
}

/// Parameters of `length`; characters.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(deny_unknown_fields)]
pub struct Length {
    /// The text.
    pub path: String,
    /// Fewest.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub min: Option<usize>,
    /// Most.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub max: Option<usize>,
}

/// Parameters of `oneOf`.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(deny_unknown_fields)]
pub struct OneOf {
    /// The box.
    pub path: String,
    /// Values that may stand there.
    pub values: Vec<Json>,
}

/// Parameters of `count`.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(deny_unknown_fields)]
pub struct Count {
    /// The list.
    pub rows: String,
    /// Only rows whose members have one of these values.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub r#where: Option<std::collections::BTreeMap<String, Vec<Json>>>,
    /// Only rows that have all these members filled in.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub filled: Vec<String>,
    /// Fewest.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub min: Option<usize>,
    /// Most.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub max: Option<usize>,
}

/// Parameters of `number`.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(rename_all = "camelCase", deny_unknown_fields)]
pub struct Number {
    /// The box.
    pub path: String,
    /// Least.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub min: Option<f64>,
    /// Most.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub max: Option<f64>,
    /// Another box that it may not exceed.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub not_above: Option<String>,
}

/// Parameters of `percent`.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(deny_unknown_fields)]
pub struct Percent {
    /// Rows with a `unit`, or texts.
    pub paths: Vec<String>,
    /// Boxes that hold the base (number of households, of people).
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub base: Vec<String>,
}

/// Parameters of `dateOrder`.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(deny_unknown_fields)]
pub struct DateOrder {
    /// Dates or years, the earlier first.
    pub paths: Vec<String>,
}

/// Parameters of `duration`.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(rename_all = "camelCase", deny_unknown_fields)]
pub struct Duration {
    /// First day.
    pub from: String,
    /// Last day.
    pub to: String,
    /// Least days, the last not counted.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub min_days: Option<i32>,
    /// Ticked: goes on without an end.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub unless: Option<String>,
}

/// Parameters of `within`.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(deny_unknown_fields)]
pub struct Within {
    /// A date; `*` for every row.
    pub path: String,
    /// The window.
    pub window: Window,
}

/// A window of days.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(untagged)]
pub enum Window {
    /// The portal's or the record's.
    Named(NamedWindow),
    /// Two days, `yyyy-mm-dd`.
    Days(Days),
}

/// A window that is known by name.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(rename_all = "lowercase")]
pub enum NamedWindow {
    /// The portal's window for registering.
    Portal,
    /// The years of the record.
    Period,
}

/// A window by its days.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(deny_unknown_fields)]
pub struct Days {
    /// First day.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub from: Option<String>,
    /// Last day.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub to: Option<String>,
}

/// Parameters of `sum`; amounts in đồng.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(deny_unknown_fields)]
pub struct Sum {
    /// The parts: a member of every row.
    pub parts: String,
    /// The whole.
    pub whole: String,
}

/// Parameters of `mentions`.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(deny_unknown_fields)]
pub struct Mentions {
    /// Texts, read together.
    pub paths: Vec<String>,
    /// What counts.
    pub what: Vec<Thing>,
    /// How many; one without it.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub min: Option<usize>,
}

/// What a text can name.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(rename_all = "lowercase")]
pub enum Thing {
    /// A number.
    Figure,
    /// A number with a unit.
    Unit,
    /// A word of the guideline's `mobilisation` list.
    Mobilisation,
}

/// Parameters of `stockPhrases` and `names`.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(rename_all = "camelCase", deny_unknown_fields)]
pub struct Phrases {
    /// Texts.
    pub paths: Vec<String>,
    /// Largest share of the words, 0 to 1.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub max_share: Option<f64>,
}

/// Parameters of `similarity`.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(deny_unknown_fields)]
pub struct Similarity {
    /// Texts, each compared with each.
    pub paths: Vec<String>,
    /// Largest share of common word triples, 0 to 1.
    pub max: f64,
}

/// Parameters of `pattern`.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(deny_unknown_fields)]
pub struct Pattern {
    /// Texts.
    pub paths: Vec<String>,
    /// The form.
    pub name: PatternName,
    /// The form must not occur.
    #[serde(default, skip_serializing_if = "std::ops::Not::not")]
    pub forbid: bool,
}

/// A form that a text can have.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(rename_all = "camelCase")]
pub enum PatternName {
    /// A Vietnamese phone number in use.
    Phone,
}

/// Parameters of `unitValid`.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(deny_unknown_fields)]
pub struct UnitValid {
    /// The commune.
    pub commune: String,
    /// The province.
    pub province: String,
}
