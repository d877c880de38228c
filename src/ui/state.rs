//! What the form knows: the record's tree with everything typed, and what has been looked at.

use super::guide::{Choice, Guide};
use super::mend::Mends;
use crate::json::{Json, pointer};
use crate::record::fields::{FIELDS, Holds, Step, step_of};
use crate::record::{branches, exactness};
use crate::text::date::{self, Partial};
use crate::text::number;

/// What the form knows.
pub struct State {
    /// Everything typed, also what a switch hides.
    pub tree: Json,
    /// What page and portal say of the form, as it came.
    pub setup: Json,
    /// What the guideline says of the form.
    pub guide: Guide,
    /// The step that is shown.
    pub step: Step,
    /// Boxes and lists that were left after something was done in them.
    pub touched: Vec<String>,
    /// Findings are shown everywhere: someone asked for a check.
    pub all: bool,
    /// The last report.
    pub report: Json,
    /// A row that was taken out and can be taken back.
    pub removed: Option<Removed>,
    /// A change that was offered and made, and can be taken back.
    pub fixed: Option<Fixed>,
    /// Repairs of pasted text that are offered.
    pub mends: Mends,
    /// A file that waits for a yes, and what is said when it comes.
    pub offered: Option<(String, Json)>,
    /// A pointer is down: nothing on the page may move until it is up, or its click would miss.
    pub pressing: bool,
    /// Something was typed since the form was empty or a file was opened.
    pub changed: bool,
}

/// A row that was taken out.
pub struct Removed {
    /// Path of the list.
    pub list: String,
    /// Where it stood.
    pub at: usize,
    /// The row.
    pub row: Json,
    /// Its unread texts.
    pub unread: Vec<(String, Json)>,
}

/// A change that was made.
pub struct Fixed {
    /// The criterion that offered it.
    pub criterion: String,
    /// What was done, a sentence.
    pub done: String,
    /// Every place, with what stood there before and what stands there now.
    pub places: Vec<(String, Option<Json>, Option<Json>)>,
}

impl State {
    /// Whether a person registers.
    pub fn individual(&self) -> bool {
        pointer::get(&self.tree, "/applicant/kind").and_then(Json::text) == Some("individual")
    }

    /// What the box at a path holds.
    pub fn holds(&self, path: &str) -> Option<Holds> {
        self.guide.holds(path)
    }

    /// Whether a field is not part of this form: a choice leaves it out, or this body does not ask for it.
    pub fn is_out(&self, path: &str) -> bool {
        branches::is_out(&self.tree, path) || self.guide.is_hidden(path)
    }

    /// What a field is called inside a sentence.
    pub fn label(&self, path: &str) -> String {
        self.guide.label(path, self.individual())
    }

    /// The step that shows a path; `said` is what the report says.
    pub fn step_of<'a>(&self, path: &str, said: &'a str) -> &'a str {
        self.guide.extra(path).map_or(said, |extra| super::steps::name(extra.step))
    }

    /// Whether the step that is shown shows a path.
    pub fn shows(&self, path: &str) -> bool {
        self.guide.extra(path).map_or_else(|| step_of(path), |extra| extra.step) == self.step
    }

    /// What can be chosen in a box.
    pub fn options(&self, path: &str) -> Vec<Choice> {
        if let Some(own) = self.guide.options(path) {
            return own;
        }
        let named = |values: &[&str]| {
            let pattern = pointer::pattern(path);
            values.iter().map(|value| ((*value).to_owned(), self.guide.wording.choice(&pattern, value).to_owned())).collect()
        };
        match self.holds(path) {
            Some(Holds::Choice(values)) => named(values),
            Some(Holds::Themes) if self.guide.has_themes() => {
                let year = |path: &str| pointer::get(&self.tree, path).and_then(Json::number);
                self.guide.themes(year("/period/from"), year("/period/to"), &self.chosen(path))
            }
            _ => Vec::new(),
        }
    }

    /// Whether a box is a list of ticks.
    pub fn has_ticks(&self, path: &str) -> bool {
        matches!(self.holds(path), Some(Holds::Themes)) && (self.guide.has_themes() || self.guide.extra(path).is_some())
    }

    /// What is ticked in a list of ticks.
    pub fn chosen(&self, path: &str) -> Vec<&str> {
        pointer::get(&self.tree, path).and_then(Json::rows).into_iter().flatten().filter_map(Json::text).collect()
    }

    /// The record as it is saved, checked and printed. The second part names what a switch hides.
    pub fn record(&self) -> (Json, Vec<&'static str>) {
        let mut tree = self.tree.clone();
        let held = branches::prune(&mut tree, &|path| self.guide.is_hidden(path));
        branches::drop_blank_rows(&mut tree);
        // An empty box is nothing, not an empty answer.
        strip(&mut tree);
        (tree, held)
    }

    /// The text of a box, as it is shown in it.
    pub fn shown(&self, path: &str) -> String {
        if let Some(typed) = pointer::get(&self.tree, &entered(path)).and_then(Json::text) {
            return typed.to_owned();
        }
        let holds = self.holds(path);
        let value = pointer::get(&self.tree, path);
        match (holds, value) {
            (Some(Holds::Province | Holds::Commune), Some(place)) => {
                place.get("name").or_else(|| place.get("code")).and_then(Json::text).unwrap_or_default().to_owned()
            }
            (Some(Holds::Year), Some(Json::Number(year))) => (*year as i64).to_string(),
            (Some(Holds::Count(approx) | Holds::Figure(approx) | Holds::Money(approx)), Some(Json::Number(figure))) => {
                number::show_with(*figure, approx.and_then(|name| exactness::of(&self.tree, path, name)))
            }
            (Some(Holds::Due), Some(Json::Text(iso))) => Partial::from_iso(iso).map_or_else(|| iso.clone(), date::show),
            (Some(Holds::Day), Some(Json::Text(iso))) => match Partial::from_iso(iso) {
                Some(Partial::Day(day)) => format!("{}/{}/{}", day.day(), day.month(), day.year()),
                _ => iso.clone(),
            },
            (Some(Holds::Themes), Some(Json::List(themes))) => themes.iter().filter_map(Json::text).collect::<Vec<_>>().join("\n"),
            (_, Some(Json::Text(text))) => text.clone(),
            (_, Some(Json::Number(figure))) => number::show(*figure),
            _ => String::new(),
        }
    }

    /// How many fields a step shows, and how many of them hold something. Rows count as one.
    pub fn progress(&self, step: Step) -> (usize, usize) {
        let mut of = 0;
        let mut filled = 0;
        for path in self.paths(step).into_iter().filter(|path| !self.is_out(path)) {
            of += 1;
            let unread = pointer::get(&self.tree, &entered(path)).is_some();
            filled += usize::from(unread || pointer::get(&self.tree, path).is_some_and(|value| !value.is_blank()));
        }
        (filled, of)
    }

    /// The fields of a step in their order, lists without their columns; those of the guideline at the end.
    pub fn paths(&self, step: Step) -> Vec<&str> {
        let known = FIELDS.iter().filter(|field| field.step == step && !field.path.contains('*')).map(|field| field.path);
        known.chain(self.guide.extras.iter().filter(|extra| extra.step == step).map(|extra| extra.path.as_str())).collect()
    }

    /// Remembers that a box was looked at.
    pub fn touch(&mut self, path: &str) {
        if !self.touched.iter().any(|known| known == path) {
            self.touched.push(path.to_owned());
        }
    }

    /// Whether what the report says of a path may be shown.
    pub fn may_tell(&self, path: &str) -> bool {
        self.all || self.touched.iter().any(|known| known == path || path.strip_prefix(known.as_str()).is_some_and(|tail| tail.starts_with('/')))
    }
}

/// Path of the text of a box that could not be read.
pub fn entered(path: &str) -> String {
    format!("/entered/{}", path.replace('~', "~0").replace('/', "~1"))
}

fn strip(tree: &mut Json) {
    match tree {
        Json::Object(members) => {
            members.iter_mut().for_each(|(_, value)| strip(value));
            members.retain(|(_, value)| {
                !matches!(value, Json::Null)
                    && !matches!(value, Json::Text(text) if text.is_empty())
                    && !matches!(value, Json::Object(inner) if inner.is_empty())
            });
        }
        Json::List(rows) => rows.iter_mut().for_each(strip),
        Json::Null | Json::Bool(_) | Json::Number(_) | Json::Text(_) => {}
    }
}
