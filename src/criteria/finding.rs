//! A finding: what one criterion says of a record, where, why, and what can be done.

use serde::Serialize;

use super::Change;
use crate::guideline::{Example, Outcome, Severity};
use crate::json::{Json, Named};
use crate::record::fields::Step;

/// What one criterion says of a record.
#[derive(Debug, Clone, PartialEq, Serialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(rename_all = "camelCase")]
pub struct Finding {
    /// 16 hex digits, FNV-1a of guideline id, criterion, reason, paths and quoted words: stable across runs and machines.
    pub id: String,
    /// Id of the criterion.
    pub criterion: String,
    /// Its group, for people.
    pub group: String,
    /// Its title, for people.
    pub title: String,
    /// What it comes to.
    pub outcome: Outcome,
    /// How much it weighs.
    pub severity: Severity,
    /// Why.
    pub reason: String,
    /// What the sentence speaks of.
    pub data: Named<Json>,
    /// The sentence; added by `messages`.
    pub message: String,
    /// Why it matters.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub why: Option<String>,
    /// How to meet it.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub how: Option<String>,
    /// Examples of the same field.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub example: Option<Example>,
    /// Why the criterion differs from the guideline that it was taken from.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub because: Option<String>,
    /// Where the focus goes.
    pub target: Target,
    /// Other boxes of the same fault.
    pub related: Vec<Target>,
    /// Where the criterion comes from.
    pub cite: Vec<Cited>,
    /// Points.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub points: Option<Points>,
    /// Offered changes.
    pub fixes: Vec<Fix>,
}

/// A box, and words in it.
#[derive(Debug, Clone, PartialEq, Serialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
pub struct Target {
    /// JSON Pointer.
    pub path: String,
    /// The step that shows it.
    pub step: Step,
    /// Label of the box; added by `messages`.
    pub label: String,
    /// The words, `[start, end)` in UTF-16 code units.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub span: Option<[u32; 2]>,
    /// The sentence beside this box; added by `messages`.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub note: Option<String>,
}

/// A place in a document.
#[derive(Debug, Clone, PartialEq, Serialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
pub struct Cited {
    /// Id of the source in the guideline.
    pub source: String,
    /// Point, article.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub clause: Option<String>,
    /// Title of the document.
    pub title: String,
    /// Số, ký hiệu.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub number: Option<String>,
    /// Its words.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub quote: Option<String>,
}

/// Points of a criterion.
#[derive(Debug, Clone, Copy, PartialEq, Serialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
pub struct Points {
    /// Got.
    pub got: f64,
    /// Most.
    pub max: f64,
}

/// A change that is offered.
#[derive(Debug, Clone, PartialEq, Serialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
pub struct Fix {
    /// What it does.
    pub title: String,
    /// Whether meaning can change.
    pub class: FixClass,
    /// The edits.
    pub edits: Vec<Edit>,
    /// Which change it is, for `messages` to name.
    #[serde(skip)]
    pub what: Change,
}

/// Whether a change can alter what is meant.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(rename_all = "lowercase")]
pub enum FixClass {
    /// It cannot.
    Safe,
    /// It can.
    Unsafe,
}

/// One edit of a change.
#[derive(Debug, Clone, PartialEq, Serialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
pub struct Edit {
    /// The box.
    pub path: String,
    /// The words to replace; the whole value without it.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub span: Option<[u32; 2]>,
    /// What stands there then.
    pub value: Json,
}
