//! What a body calls fields, and the fields that it adds.

use super::logic::needs;
use super::paths::COLUMN_OR_BOX;
use super::{Lint, member, row};
use crate::guideline::check::Check;
use crate::guideline::types::{Criterion, ExtraType};
use crate::json;

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
            if path.strip_prefix("/extra/").is_some_and(|id| own.extra_fields.iter().any(|field| field.id == id)) {
                self.tell("own-field", &at, path, "");
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
            self.asks_by(field.required, &at);
            if field.required == Some(true) && path == "/model/themes" && self.both().all(|guideline| guideline.themes.is_empty()) {
                self.tell("no-themes", &member(&at, "required"), path, "");
            }
            if field.hidden == Some(true)
                && let Some(criterion) = self.judged().find(|criterion| rests_on(criterion, path) && !self.is_off(criterion))
            {
                self.tell("missed-field", &member(&at, "hidden"), path, &criterion.id);
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
            if field.id.contains(|c: char| c.is_whitespace() || "/~*".contains(c))
                || !field.id.is_empty() && field.id.bytes().all(|b| b.is_ascii_digit())
                || matches!(field.id.as_str(), "__proto__" | "constructor" | "prototype")
            {
                self.tell("bad-key", &member(&at, "id"), &field.id, "");
            }
            self.asks_by(field.required, &at);
            if field.id.starts_with("x-") {
                self.tell("private-key", &member(&at, "id"), &field.id, "");
            }
            self.filled(&field.label, &member(&at, "label"));
            if let Some(theirs) = self.base.and_then(|base| base.extra_fields.iter().find(|theirs| theirs.id == field.id && theirs.holds != field.holds)) {
                self.tell("other-type", &member(&at, "type"), &field.id, json::tree(&theirs.holds).text().unwrap_or_default());
            }
            let chooses = matches!(field.holds, ExtraType::Choice | ExtraType::Choices);
            let options = member(&at, "options");
            if chooses && field.options.is_empty() {
                self.tell("missing", &options, "", "");
            } else if chooses {
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

impl Lint<'_> {
    /// A required box becomes a criterion, which has to cite a document.
    fn asks_by(&mut self, required: Option<bool>, at: &str) {
        if required == Some(true) && self.both().all(|guideline| guideline.sources.is_empty()) {
            self.tell("no-source", &member(at, "required"), "", "");
        }
    }

    /// Whether a criterion is not judged because its own box is hidden, or judged otherwise than it stands here.
    fn is_off(&self, criterion: &Criterion) -> bool {
        let changed = self.guideline.overrides.iter().any(|change| change.id == criterion.id && change.params.is_some());
        let hides = |path: &str| criterion.target.strip_prefix(path).is_some_and(|tail| tail.is_empty() || tail.starts_with('/'));
        changed || self.both().flat_map(|guideline| &guideline.fields).any(|(path, field)| field.hidden == Some(true) && hides(path))
    }
}

/// Whether a criterion is judged wrongly, or never, where nobody sees a box.
fn rests_on(criterion: &Criterion, path: &str) -> bool {
    let listed = match path {
        "/applicant/kind" => criterion.applies_to.is_some(),
        "/level" => criterion.levels.is_some(),
        "/stage" => criterion.stages.is_some(),
        _ => false,
    };
    listed || counts_by(&criterion.check, path) || criterion.when.as_ref().is_some_and(|when| needs(when, path))
}

/// Whether rows must be counted by what stands in a column.
fn counts_by(check: &Check, path: &str) -> bool {
    if let Check::All(params) = check {
        return params.of.iter().any(|check| counts_by(check, path));
    }
    let Check::Count(params) = check else { return false };
    let named = |name: &str| path.strip_prefix(params.rows.as_str()).and_then(|tail| tail.strip_prefix("/*/")) == Some(name);
    params.min.is_some_and(|min| min > 0) && params.r#where.iter().flatten().any(|(name, _)| named(name))
}
