//! What cannot be read or stored in a record: every FieldError, with its path.

use serde::Serialize;
use validator::{Validate as _, ValidationErrors, ValidationErrorsKind};

use super::entered::{self, Entered};
use super::fields::{self, Step};
use super::types::{ROWS, Registration};
use crate::json::{Json, Members, Named};
use crate::order::sorted;

/// A value that cannot be read or stored. Sense, order and completeness are criteria.
#[derive(Debug, Clone, PartialEq, Serialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(rename_all = "camelCase")]
pub struct FieldError {
    /// JSON Pointer of the box.
    pub path: String,
    /// The step that shows it.
    pub step: Step,
    /// `unread`, `no-such-date`, `out-of-range`, `too-long`, `too-many`, `bad-email`.
    pub code: String,
    /// The sentence for the person; added by `messages`.
    pub message: String,
    /// What the sentence speaks of: `typed`, `readings`, `max`.
    pub data: Named<Json>,
}

/// All errors of a record, in the order of the form.
#[must_use]
pub fn validate(record: &Registration) -> Vec<FieldError> {
    let mut errors = Vec::new();
    if let Err(found) = record.validate() {
        flatten(&found, String::new(), &mut errors);
    }
    for (path, rows) in lists(record) {
        if rows > ROWS as usize {
            // As with any other list that is too long, its rows are not looked at.
            errors.retain(|error| !error.path.starts_with(path));
            errors.push(error(path.to_owned(), "too-many", vec![("max".to_owned(), Json::Number(ROWS as f64))]));
        }
    }
    for (path, typed) in record.entered.iter().flatten() {
        let (code, readings) = match entered::read(path, typed, "") {
            Entered::Ambiguous(readings) => ("unread", readings),
            Entered::Impossible => (if entered::is_date(path) { "no-such-date" } else { "out-of-range" }, Vec::new()),
            // A box that would be read by itself was left behind by another version: nothing is guessed.
            Entered::Unread | Entered::Value(_) => ("unread", Vec::new()),
        };
        let data = vec![("typed".to_owned(), typed.as_str().into()), ("readings".to_owned(), Json::List(readings.into_iter().map(Json::Text).collect()))];
        errors.push(error(path.clone(), code, data));
    }
    let mut keyed = Vec::new();
    for error in errors {
        keyed.push(((fields::order_of(&error.path), error.path.clone()), error));
    }
    sorted(keyed)
}

/// Walks the nested errors of `validator`: its top level alone would miss a bad e-mail inside a contact.
fn flatten(found: &ValidationErrors, path: String, errors: &mut Vec<FieldError>) {
    for (name, kind) in found.errors() {
        let path = format!("{path}/{}", camel(name));
        match kind {
            ValidationErrorsKind::Struct(inner) => flatten(inner, path, errors),
            ValidationErrorsKind::List(rows) => {
                for (row, inner) in rows {
                    flatten(inner, format!("{path}/{row}"), errors);
                }
            }
            ValidationErrorsKind::Field(list) => {
                for found in list {
                    let max = found.params.get("max").and_then(serde_json::Value::as_f64);
                    let data = max.map(|max| ("max".to_owned(), Json::Number(max)));
                    errors.push(error(path.clone(), &found.code, data.into_iter().collect()));
                }
            }
        }
    }
}

fn error(path: String, code: &str, data: Members) -> FieldError {
    FieldError { step: fields::step_of(&path), path, code: code.to_owned(), message: String::new(), data: Named(data) }
}

/// How many rows the lists of structs have.
fn lists(record: &Registration) -> [(&'static str, usize); 7] {
    let model = &record.model;
    [
        ("/model/targets", model.targets.len()),
        ("/model/forces", model.forces.len()),
        ("/model/milestones", model.milestones.len()),
        ("/model/resources", model.resources.len()),
        ("/model/basis", model.basis.len()),
        ("/model/evidence", model.evidence.len()),
        ("/replies", record.replies.as_ref().map_or(0, Vec::len)),
    ]
}

/// `registered_on` → `registeredOn`: `validator` reports Rust names.
fn camel(name: &str) -> String {
    let mut out = String::with_capacity(name.len());
    let mut upper = false;
    for c in name.chars() {
        if c == '_' {
            upper = true;
        } else {
            out.push(if upper { c.to_ascii_uppercase() } else { c });
            upper = false;
        }
    }
    out
}
