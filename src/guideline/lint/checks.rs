//! The parameters of checks: paths that exist and hold what the kind reads, limits that leave room, lists that are not empty.

use super::paths::{
    AMOUNT, AMOUNTS, AMOUNTS_OR_TEXTS, BOX, COLUMN_OR_BOX, DATE_OR_YEAR, DATES, NUMBERS, ONE_DATE, ONE_LIST, ONE_NUMBER, ONE_PLACE, ONE_TEXT, ONE_TICK,
    ROWS_OR_TEXTS, TEXTS, VALUE, Want,
};
use super::{Lint, member, row};
use crate::guideline::check::{Check, Count, Thing, Window};
use crate::guideline::types::Vocabulary;
use crate::json::{Json, Path};
use crate::text::date::Date;
use crate::text::reading::Reading;

impl Lint<'_> {
    /// Lints a check; `whole`: it is all that a criterion checks, where `all` of nothing says on purpose that it is always met.
    pub(super) fn check(&mut self, check: &Check, at: &str, whole: bool) {
        let inside = |name: &str| member(at, name);
        match check {
            Check::All(params) => self.several(&params.of, &inside("of"), usize::from(!whole)),
            Check::Any(params) => self.several(&params.of, &inside("of"), 1),
            Check::Not(params) => self.check(&params.of, &inside("of"), false),
            Check::Human(params) => self.filled(&params.question, &inside("question")),
            Check::Present(params) => {
                self.all_paths(&params.paths, &inside("paths"), &COLUMN_OR_BOX, 1);
                // without paths, that alone is told
                if let Some(least) = params.at_least.filter(|_| !params.paths.is_empty()) {
                    self.between(least as f64, 1.0, params.paths.len() as f64, &inside("atLeast"));
                }
            }
            Check::Statement(params) => {
                self.path(&params.path, &inside("path"), &ONE_TEXT);
            }
            Check::Length(params) => {
                self.path(&params.path, &inside("path"), &TEXTS);
                self.limits(params.min.map(|min| min as f64), params.max.map(|max| max as f64), false, at);
            }
            Check::OneOf(params) => {
                if self.path(&params.path, &inside("path"), &VALUE) {
                    self.values(&params.values, &params.path, &inside("values"));
                }
            }
            Check::Count(params) => self.count(params, at),
            Check::Number(params) => {
                self.path(&params.path, &inside("path"), &NUMBERS);
                self.maybe_path(params.not_above.as_deref(), &inside("notAbove"), &ONE_NUMBER);
                self.maybe_path(params.place.as_deref(), &inside("place"), &BOX);
                self.limits(params.min, params.max, params.not_above.is_some(), at);
            }
            Check::Percent(params) => {
                self.all_paths(&params.paths, &inside("paths"), &ROWS_OR_TEXTS, 1);
                self.all_paths(&params.base, &inside("base"), &BOX, 0);
            }
            Check::DateOrder(params) => self.all_paths(&params.paths, &inside("paths"), &DATE_OR_YEAR, 2),
            Check::Duration(params) => {
                self.path(&params.from, &inside("from"), &ONE_DATE);
                self.path(&params.to, &inside("to"), &ONE_DATE);
                self.maybe_path(params.unless.as_deref(), &inside("unless"), &ONE_TICK);
                if let (Some(least), Some(most)) = (params.min_days, params.max_days)
                    && least > most
                {
                    self.tell("bad-range", &inside("minDays"), &least.to_string(), &most.to_string());
                }
            }
            Check::Within(params) => {
                self.path(&params.path, &inside("path"), &DATES);
                if let Some(check) = &params.earlier_if {
                    self.check(check, &inside("earlierIf"), false);
                }
                if let Window::Days(days) = &params.window {
                    let window = inside("window");
                    if days.from.is_none() && days.to.is_none() {
                        self.tell("always-met", &window, "", "from, to");
                    }
                    self.days(days.from.as_deref(), days.to.as_deref(), &window);
                }
            }
            Check::Sum(params) => {
                self.path(&params.parts, &inside("parts"), &AMOUNTS);
                self.path(&params.whole, &inside("whole"), &AMOUNT);
            }
            Check::SameAmount(params) => self.all_paths(&params.paths, &inside("paths"), &AMOUNTS_OR_TEXTS, 2),
            Check::Mentions(params) => {
                self.all_paths(&params.paths, &inside("paths"), &TEXTS, 1);
                self.least(params.what.len(), 1, &inside("what"));
                if params.what == [Thing::Mobilisation] {
                    self.vocabulary("mobilisation", at, |lists| &lists.mobilisation);
                }
                if params.min == Some(0) {
                    self.tell("out-of-range", &inside("min"), "0", "1");
                }
            }
            Check::StockPhrases(params) => {
                self.all_paths(&params.paths, &inside("paths"), &TEXTS, 1);
                self.phrases(&params.phrases, &inside("phrases"));
                if params.phrases.is_empty() {
                    self.vocabulary("stock", at, |lists| &lists.stock);
                }
                self.share(params.max_share, &inside("maxShare"));
            }
            Check::DutyPhrases(params) => {
                self.all_paths(&params.paths, &inside("paths"), &TEXTS, 1);
                self.vocabulary("duty", at, |lists| &lists.duty);
                self.share(params.max_share, &inside("maxShare"));
            }
            Check::Names(params) => {
                self.all_paths(&params.paths, &inside("paths"), &ONE_TEXT, 1);
                self.share(params.max_share, &inside("maxShare"));
            }
            Check::Similarity(params) => {
                self.all_paths(&params.paths, &inside("paths"), &TEXTS, 2);
                self.share(Some(params.max), &inside("max"));
            }
            Check::Pattern(params) => self.all_paths(&params.paths, &inside("paths"), &TEXTS, 1),
            Check::UnitValid(params) => {
                self.path(&params.commune, &inside("commune"), &ONE_PLACE);
                self.path(&params.province, &inside("province"), &ONE_PLACE);
                for (name, path, other) in [("commune", &params.commune, "/province"), ("province", &params.province, "/commune")] {
                    if path.ends_with(other) {
                        self.tell("path-type", &inside(name), path, name);
                    }
                }
            }
            Check::Unique(params) => {
                self.path(&params.path, &inside("path"), &ONE_TEXT);
            }
        }
    }

    fn several(&mut self, of: &[Check], at: &str, least: usize) {
        self.least(of.len(), least, at);
        for (number, check) in of.iter().enumerate() {
            self.check(check, &row(at, number), false);
        }
    }

    /// The list, the members that are looked at in its rows, and how many are wanted.
    fn count(&mut self, params: &Count, at: &str) {
        if self.path(&params.rows, &member(at, "rows"), &ONE_LIST) {
            let column = |name: &str| [&params.rows, "/*/", name].concat();
            let filled = member(at, "filled");
            for (number, name) in params.filled.iter().enumerate() {
                self.column(&column(name), name, &row(&filled, number));
            }
            let wanted = member(at, "where");
            for (name, values) in params.r#where.iter().flatten() {
                let at = member(&wanted, name);
                if self.column(&column(name), name, &at) {
                    self.values(values, &column(name), &at);
                }
            }
        }
        self.limits(params.min.map(|min| min as f64), params.max.map(|max| max as f64), false, at);
    }

    /// A member of the rows of a list, by its name alone.
    fn column(&mut self, path: &str, name: &str, at: &str) -> bool {
        let known = self.path(path, at, &COLUMN_OR_BOX);
        if let (false, Some(told)) = (known, self.problems.last_mut()) {
            let near = told.expected.rsplit('/').next().unwrap_or_default().to_owned();
            (told.code, told.found, told.expected) = ("unknown-column", name.to_owned(), near);
        }
        known
    }

    #[inline(never)]
    fn all_paths(&mut self, paths: &[Path], at: &str, want: &Want, least: usize) {
        for (number, path) in paths.iter().enumerate() {
            let place = row(at, number);
            if self.path(path, &place, want) && paths.iter().take(number).any(|earlier| earlier == path) {
                self.tell("twice", &place, path, "");
            }
        }
        // A path for every row stands for several values.
        if !paths.iter().any(|path| path.contains('*')) {
            self.least(paths.len(), least, at);
        }
    }

    /// A check that looks for the phrases of a list of the guideline, which must be there.
    fn vocabulary(&mut self, name: &str, at: &str, list: fn(&Vocabulary) -> &Vec<String>) {
        if self.both().filter_map(|guideline| guideline.vocabulary.as_ref()).all(|lists| list(lists).is_empty()) {
            self.tell("no-phrases", at, name, "");
        }
    }

    /// Phrases with a word to look for.
    pub(super) fn phrases(&mut self, phrases: &[String], at: &str) {
        for (number, phrase) in phrases.iter().enumerate() {
            // A phrase of marks alone would never be found.
            if Reading::new(phrase).words.is_empty() {
                self.tell("empty-text", &row(at, number), phrase, "");
            }
        }
    }

    fn maybe_path(&mut self, path: Option<&str>, at: &str, want: &Want) {
        if let Some(path) = path {
            self.path(path, at, want);
        }
    }

    pub(super) fn least(&mut self, length: usize, least: usize, at: &str) {
        if length < least {
            self.tell("empty-list", at, &length.to_string(), &least.to_string());
        }
    }

    /// A lower and an upper limit; without any, nothing is checked.
    #[inline(never)]
    fn limits(&mut self, min: Option<f64>, max: Option<f64>, other: bool, at: &str) {
        match (min, max) {
            (Some(min), Some(max)) if min > max => self.tell("bad-range", &member(at, "min"), &figure(min), &figure(max)),
            (None, None) if !other => self.tell("always-met", at, "", "min, max"),
            _ => {}
        }
    }

    pub(super) fn between(&mut self, value: f64, least: f64, most: f64, at: &str) {
        if value < least || value > most {
            self.tell("out-of-range", at, &figure(value), &[figure(least), figure(most)].join("-"));
        }
    }

    fn share(&mut self, share: Option<f64>, at: &str) {
        if let Some(share) = share {
            self.between(share, 0.0, 1.0, at);
        }
    }

    /// Days that are days, the first not after the last.
    #[inline(never)]
    pub(super) fn days(&mut self, from: Option<&str>, to: Option<&str>, at: &str) {
        let mut known = [None, None];
        for ((name, day), known) in [("from", from), ("to", to)].into_iter().zip(&mut known) {
            let Some(text) = day else { continue };
            *known = Date::from_iso(text);
            if known.is_none() {
                self.tell("bad-date", &member(at, name), text, "");
            }
        }
        if let ([Some(first), Some(last)], Some(from), Some(to)) = (known, from, to)
            && first > last
        {
            self.tell("bad-range", &member(at, "from"), from, to);
        }
    }
}

/// A number as it stands in a file.
pub(super) fn figure(number: f64) -> String {
    Json::Number(number).to_text()
}
