//! What names a guideline and its parts: ids, titles, days, documents, and where each criterion comes from.

use super::paths::COLUMN_OR_BOX;
use super::{Lint, member, nearest, row};
use crate::guideline::required;
use crate::guideline::types::{Criterion, Severity};
use crate::text::date::Partial;

/// The source of rules that no body has issued; the built-in guideline alone may cite it.
const SOFTWARE: &str = "software";

impl Lint<'_> {
    /// The head of the file, its documents, themes and phrases.
    pub(super) fn identity(&mut self) {
        let own = self.guideline;
        for (name, text) in [("id", &own.id), ("version", &own.version), ("title", &own.title)] {
            self.filled(text, &["/", name].concat());
        }
        self.filled(&own.issuer.name, "/issuer/name");
        for (name, text) in [("id", &own.id), ("version", &own.version)] {
            // Both stand in `id@version`, and in the names of files, which a page asks a server for.
            if text.contains(|c: char| c.is_whitespace() || "@/\\{}\"'<>?#%&*|:".contains(c)) {
                self.tell("bad-key", &["/", name].concat(), text, "");
            }
        }
        if let Some(lang) = own.lang.as_deref().filter(|lang| !matches!(*lang, "vi" | "en")) {
            self.tell("unknown-choice", "/lang", lang, "vi, en");
        }
        self.days(Some(&own.effective.from), own.effective.to.as_deref(), "/effective");
        for (id, source) in &own.sources {
            let at = member("/sources", id);
            self.filled(&source.title, &member(&at, "title"));
            if let Some(day) = source.issued_on.as_deref().filter(|day| Partial::from_iso(day).is_none()) {
                self.tell("bad-date", &member(&at, "issuedOn"), day, "");
            }
        }
        for (number, theme) in own.themes.iter().enumerate() {
            let at = row("/themes", number);
            self.filled(&theme.label, &member(&at, "label"));
            self.days(theme.from.as_deref(), theme.to.as_deref(), &at);
            let after = theme.from.as_deref().zip(own.effective.to.as_deref()).is_some_and(|(from, end)| from > end);
            let before = theme.to.as_deref().is_some_and(|to| to < own.effective.from.as_str());
            if before || after {
                let end = own.effective.to.as_deref().unwrap_or("…");
                self.tell("theme-outside", &at, &theme.id, &[&own.effective.from, end].join(" - "));
            }
        }
        self.ids(own.themes.iter().map(|theme| &theme.id), "/themes");
        if let Some(lists) = &own.vocabulary {
            for (name, phrases) in [("stock", &lists.stock), ("duty", &lists.duty), ("mobilisation", &lists.mobilisation), ("units", &lists.units)] {
                let at = member("/vocabulary", name);
                if name == "units" {
                    phrases.iter().enumerate().for_each(|(number, unit)| self.filled(unit, &row(&at, number)));
                } else {
                    self.phrases(phrases, &at);
                }
            }
        }
        // what a guideline requires is judged too, and what it takes over and does not switch off
        let off = |id: &str| own.overrides.iter().any(|change| change.id == id && change.disabled == Some(true));
        let inherited = self.base.map_or(0, |base| base.criteria.iter().filter(|criterion| !off(&criterion.id)).count());
        if (own.extends.is_none() || self.base.is_some()) && !self.requires() {
            self.least(own.criteria.len() + inherited, 1, "/criteria");
        }
        self.ids(own.criteria.iter().map(|criterion| &criterion.id), "/criteria");
        if let Some(base) = self.base {
            for (number, criterion) in own.criteria.iter().enumerate().filter(|(_, own)| base.criteria.iter().any(|theirs| theirs.id == own.id)) {
                self.tell("inherited-id", &member(&row("/criteria", number), "id"), &criterion.id, "");
            }
        }
    }

    /// What a criterion says of itself, and the documents that it cites.
    pub(super) fn criterion(&mut self, criterion: &Criterion, at: &str) {
        if criterion.id == required::ID {
            self.tell("reserved-id", &member(at, "id"), &criterion.id, "");
        }
        for (name, text) in [("group", &criterion.group), ("title", &criterion.title)] {
            self.filled(text, &member(at, name));
        }
        self.path(&criterion.target, &member(at, "target"), &COLUMN_OR_BOX);
        // An empty list would be read as “none” by its author and as “all” by a program: it must say which.
        let lists = [
            ("appliesTo", criterion.applies_to.as_ref().map(Vec::len)),
            ("stages", criterion.stages.as_ref().map(Vec::len)),
            ("levels", criterion.levels.as_ref().map(Vec::len)),
        ];
        for (name, length) in lists {
            length.into_iter().for_each(|length| self.least(length, 1, &member(at, name)));
        }
        let cites = member(at, "cite");
        if criterion.severity == Severity::Must && criterion.cite.is_empty() {
            self.tell("no-citation", &cites, &criterion.id, "");
        }
        for (number, cite) in criterion.cite.iter().enumerate() {
            let place = member(&row(&cites, number), "source");
            if cite.source.starts_with("x-") {
                self.tell("private-key", &place, &cite.source, "");
            } else if !self.both().any(|guideline| guideline.sources.get(&cite.source).is_some()) {
                let known: Vec<&str> = self.both().flat_map(|guideline| &guideline.sources).map(|(id, _)| id.as_str()).collect();
                let near = nearest(&cite.source, known.iter().copied());
                self.tell("unknown-source", &place, &cite.source, if near.is_empty() { known.join(", ") } else { near }.as_str());
            } else if cite.source == SOFTWARE && self.guideline.id != "mau" {
                self.tell("software-source", &place, SOFTWARE, "");
            }
        }
    }

    /// Ids that are there, and each once.
    #[inline(never)]
    pub(super) fn ids<'b>(&mut self, ids: impl Iterator<Item = &'b String>, at: &str) {
        let ids: Vec<&str> = ids.map(String::as_str).collect();
        for (number, id) in ids.iter().enumerate() {
            let place = member(&row(at, number), "id");
            self.filled(id, &place);
            if ids.iter().take(number).any(|earlier| earlier == id) {
                self.tell("duplicate-id", &place, id, "");
            }
        }
    }

    /// A text that says something.
    pub(super) fn filled(&mut self, text: &str, at: &str) {
        if text.trim().is_empty() {
            self.tell("empty-text", at, "", "");
        }
    }
}
