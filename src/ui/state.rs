//! What the form knows: the record's tree with everything typed, and what has been looked at.

use crate::json::{Json, pointer};
use crate::record::branches;
use crate::record::fields::{self, FIELDS, Holds, Step};
use crate::text::date::{self, Partial};
use crate::text::number;

/// What the form knows.
pub struct State {
    /// Everything typed, also what a switch hides.
    pub tree: Json,
    /// The portal file, as it came.
    pub portal: Json,
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
    /// A file that waits for a yes.
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

impl State {
    /// The record as it is saved, checked and printed. The second part names what a switch hides.
    pub fn record(&self) -> (Json, Vec<&'static str>) {
        let mut tree = self.tree.clone();
        let held = branches::prune(&mut tree);
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
        let holds = fields::at(path).map(|field| field.holds);
        let value = pointer::get(&self.tree, path);
        match (holds, value) {
            (Some(Holds::Province | Holds::Commune), Some(place)) => {
                place.get("name").or_else(|| place.get("code")).and_then(Json::text).unwrap_or_default().to_owned()
            }
            (Some(Holds::Year), Some(Json::Number(year))) => (*year as i64).to_string(),
            (Some(Holds::Count(approx) | Holds::Figure(approx) | Holds::Money(approx)), Some(Json::Number(figure))) => {
                let beside = approx.and_then(|name| pointer::get(&self.tree, &format!("{}/{name}", path.rsplit_once('/')?.0))?.text());
                let word = match beside {
                    Some("about") => "khoảng ",
                    Some("over") => "hơn ",
                    Some("under") => "gần ",
                    _ => "",
                };
                format!("{word}{}", number::show(*figure))
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
        for field in FIELDS.iter().filter(|field| field.step == step && !field.path.contains('*') && !branches::is_out(&self.tree, field.path)) {
            of += 1;
            let unread = pointer::get(&self.tree, &entered(field.path)).is_some();
            filled += usize::from(unread || pointer::get(&self.tree, field.path).is_some_and(|value| !value.is_blank()));
        }
        (filled, of)
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
