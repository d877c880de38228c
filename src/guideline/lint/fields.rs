//! What a body calls fields, and the fields that it adds.

use super::paths::COLUMN_OR_BOX;
use super::{Lint, member, row};
use crate::guideline::types::ExtraType;

/// A registration without these says nothing of who registers what.
const NEEDED: &[&str] = &["/applicant/name", "/model/name"];

impl Lint<'_> {
    pub(super) fn fields(&mut self) {
        let own = self.guideline;
        for (path, field) in &own.fields {
            let at = member("/fields", path);
            if !self.path(path, &at, &COLUMN_OR_BOX) {
                continue;
            }
            for (name, text) in [("label", &field.label), ("help", &field.help), ("example", &field.example)] {
                text.iter().for_each(|text| self.filled(text, &member(&at, name)));
            }
            if field.hidden == Some(true) && NEEDED.contains(&path.as_str()) {
                self.tell("needed-field", &member(&at, "hidden"), path, "");
            }
            if field.required == Some(true) && field.hidden == Some(true) {
                self.tell("hidden-field", &member(&at, "required"), path, "");
            }
        }
        for (number, criterion) in own.criteria.iter().enumerate() {
            if own.fields.get(&criterion.target).is_some_and(|field| field.hidden == Some(true)) {
                self.tell("hidden-field", &member(&row("/criteria", number), "target"), &criterion.target, "");
            }
        }
        self.ids(own.extra_fields.iter().map(|field| &field.id), "/extraFields");
        for (number, field) in own.extra_fields.iter().enumerate() {
            let at = row("/extraFields", number);
            // The id is a step of a path, where figures are row numbers.
            if field.id.contains(|c: char| c.is_whitespace() || "/~*".contains(c)) || !field.id.is_empty() && field.id.bytes().all(|b| b.is_ascii_digit()) {
                self.tell("bad-key", &member(&at, "id"), &field.id, "");
            }
            self.filled(&field.label, &member(&at, "label"));
            let chooses = matches!(field.holds, ExtraType::Choice | ExtraType::Choices);
            let options = member(&at, "options");
            if chooses {
                self.least(field.options.len(), 2, &options);
            } else if !field.options.is_empty() {
                self.tell("unused-options", &options, &field.id, "");
            }
            for (number, option) in field.options.iter().enumerate() {
                self.filled(option, &row(&options, number));
                if field.options.iter().take(number).any(|earlier| earlier == option) {
                    self.tell("duplicate-id", &row(&options, number), option, "");
                }
            }
        }
    }
}
