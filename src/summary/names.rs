//! What a guideline calls the fields that are printed, which it leaves out, and the fields that it adds.

use super::values::{BLANK, day, figure, shown};
use crate::guideline::{ExtraField, ExtraType, Guideline};
use crate::json::{Json, pointer};
use crate::record::fields::Step;
use crate::record::{self, Registration};

/// The words of one guideline.
#[derive(Clone, Copy)]
pub struct Names<'a>(pub &'a Guideline);

impl Names<'_> {
    /// Label of the field at a path: the guideline's, else the one given; nothing when the field is hidden.
    pub fn label(self, path: &str, given: &str) -> Option<String> {
        let hidden = self.0.fields.iter().any(|(field, words)| words.hidden == Some(true) && inside(path, field));
        (!hidden).then(|| self.own(path).unwrap_or(given).to_owned())
    }

    /// Label of a box that a report names.
    pub fn of_box(self, path: &str, given: &str) -> String {
        if let Some(own) = self.own(path) {
            return own.to_owned();
        }
        let extra = path.strip_prefix("/extra/").and_then(|id| self.0.extra_fields.iter().find(|field| field.id == id));
        extra.map_or(given, |field| &field.label).to_owned()
    }

    /// What stands in a box, as people write it.
    pub fn shown(self, record: &Json, path: &str) -> String {
        let extra = path.strip_prefix("/extra/").and_then(|id| self.0.extra_fields.iter().find(|field| field.id == id));
        match extra.zip(pointer::get(record, path)) {
            Some((field, value)) => answer(field, value),
            None => shown(record, path),
        }
    }

    fn own(&self, path: &str) -> Option<&str> {
        self.0.fields.get(path)?.label.as_deref().filter(|label| !label.trim().is_empty())
    }

    /// Labels and answers of the fields that the guideline adds to a step; dots where one is required and empty.
    pub fn extra(self, step: Step, record: &Registration) -> Vec<(String, String)> {
        let fields = self.0.extra_fields.iter().filter(|field| field.step == step);
        fields
            .filter_map(|field| {
                let answer = record.extra.as_ref().and_then(|extra| extra.get(&field.id)).map_or(String::new(), |value| answer(field, value));
                let shown = if answer.trim().is_empty() && field.required == Some(true) { BLANK.to_owned() } else { answer };
                (!shown.trim().is_empty()).then(|| (field.label.clone(), shown))
            })
            .collect()
    }

    /// The record without what the guideline hides; nothing when it hides nothing.
    pub fn visible(self, record: &Registration) -> Option<Registration> {
        let mut hidden = self.0.fields.iter().filter(|(_, words)| words.hidden == Some(true)).map(|(path, _)| path).peekable();
        hidden.peek()?;
        let mut tree = crate::json::tree(record);
        for pattern in hidden {
            let paths: Vec<String> = pointer::all(&tree, pattern).map(|(place, _)| place.path()).collect();
            for path in paths {
                pointer::remove(&mut tree, &path);
            }
        }
        record::read_tree(&tree).ok()
    }
}

/// Whether a path is a field or lies in it.
fn inside(path: &str, field: &str) -> bool {
    path.strip_prefix(field).is_some_and(|tail| tail.is_empty() || tail.starts_with('/'))
}

/// What was answered, as people write it.
fn answer(field: &ExtraField, value: &Json) -> String {
    match (field.holds, value) {
        (ExtraType::Tick, Json::Bool(true)) => "Có".to_owned(),
        (ExtraType::Year, Json::Number(year)) => (*year as i64).to_string(),
        (_, Json::Number(number)) => figure(Some(*number), None),
        (ExtraType::Date, Json::Text(iso)) => day(iso),
        (_, Json::Text(text)) => text.clone(),
        (_, Json::List(rows)) => rows.iter().filter_map(Json::text).collect::<Vec<_>>().join("; "),
        (_, Json::Null | Json::Bool(_) | Json::Object(_)) => String::new(),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[track_caller]
    fn is(holds: ExtraType, value: Json, expected: &str) {
        let field = ExtraField { id: "x".into(), holds, label: "X".into(), step: Step::Model, options: Vec::new(), required: None, help: None };
        assert_eq!(answer(&field, &value), expected);
    }

    #[test]
    fn answers_are_written_as_people_do() {
        is(ExtraType::Tick, Json::Bool(true), "Có");
        is(ExtraType::Tick, Json::Bool(false), "");
        is(ExtraType::Year, Json::Number(2026.0), "2026");
        is(ExtraType::Number, Json::Number(1084.5), "1.084,5");
        is(ExtraType::Date, "2026-02-05".into(), "05/02/2026");
        is(ExtraType::Choices, Json::texts(&["a", "b"]), "a; b");
        is(ExtraType::LongText, "một\nhai".into(), "một\nhai");
    }

    #[test]
    fn a_hidden_field_hides_what_is_in_it() {
        assert!(inside("/model/targets/*/unit", "/model/targets") && inside("/model/goal", "/model/goal"));
        assert!(!inside("/model/goals", "/model/goal"));
    }
}
