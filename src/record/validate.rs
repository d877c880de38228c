//! What cannot be read or stored in a record: every FieldError, with its path.

use serde::Serialize;
use validator::{Validate as _, ValidationErrors, ValidationErrorsKind};

use super::entered::{self, Entered};
use super::fields::{self, Step};
use super::types::Registration;
use crate::json::{Json, Named};
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
    for (path, typed) in record.entered.iter().flatten() {
        let (code, readings) = match entered::read(path, typed, "") {
            Entered::Ambiguous(readings) => ("unread", readings),
            Entered::Impossible => (if entered::is_date(path) { "no-such-date" } else { "out-of-range" }, Vec::new()),
            // A box that would be read by itself was left behind by another version: nothing is guessed.
            Entered::Unread | Entered::Value(_) => ("unread", Vec::new()),
        };
        let data = vec![("typed".to_owned(), typed.as_str().into()), ("readings".to_owned(), Json::List(readings.into_iter().map(Json::Text).collect()))];
        errors.push(FieldError { path: path.clone(), step: fields::step_of(path), code: code.to_owned(), message: String::new(), data: Named(data) });
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
            ValidationErrorsKind::Field(list) => errors.extend(list.iter().map(|error| {
                let max = error.params.get("max").and_then(serde_json::Value::as_f64);
                FieldError {
                    step: fields::step_of(&path),
                    path: path.clone(),
                    code: error.code.clone().into_owned(),
                    message: String::new(),
                    data: Named(max.map(|max| ("max".to_owned(), Json::Number(max))).into_iter().collect()),
                }
            })),
        }
    }
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
