//! What a guideline says of the form: names, help and examples of boxes, boxes of its own, chuyên đề. The engine judges the file; here what cannot be read is left out.

use super::dom::VI;
use super::wording::Wording;
use crate::json::{Json, pointer};
use crate::messages::{Say, bare_label, in_row, own_name, words};
use crate::record::fields::{Holds, Step, at};
use crate::text::date::{self, Partial};

/// What a guideline says of the form; where it says nothing, the form's own words.
pub struct Guide {
    /// The words of the form.
    pub wording: Wording,
    /// Language of the guideline.
    pub lang: String,
    /// Title for people; "" while no guideline is there.
    pub title: String,
    /// Its first and last day, `yyyy-mm-dd`; "" for none.
    pub days: [String; 2],
    /// Boxes of its own.
    pub extras: Vec<Extra>,
    themes: Vec<Theme>,
    bands: Vec<(String, String)>,
    names: Vec<(String, String)>,
    texts: Vec<(String, Json)>,
}

/// A box of its own, at `/extra/<id>`.
pub struct Extra {
    /// Where it stands in the record.
    pub path: String,
    /// The step that shows it.
    pub step: Step,
    /// What it holds; several of a few are held as themes are.
    pub holds: Holds,
    options: Vec<String>,
    help: String,
    required: bool,
}

struct Theme {
    id: String,
    label: String,
    from: String,
    to: String,
}

/// Something that can be chosen: value and name.
pub type Choice = (String, String);

fn text(of: &Json, name: &str) -> String {
    of.get(name).and_then(Json::text).unwrap_or_default().to_owned()
}

fn rows<'a>(of: &'a Json, name: &str) -> impl Iterator<Item = &'a Json> {
    of.get(name).and_then(Json::rows).into_iter().flatten()
}

impl Guide {
    /// Reads a guideline, and from the setup of the form its words.
    pub fn of(file: &Json, setup: &Json) -> Guide {
        let fields = file.get("fields").and_then(Json::members).cloned().unwrap_or_default();
        let extras: Vec<(Extra, String)> = rows(file, "extraFields").filter_map(|row| Some((extra(row)?, text(row, "label")))).collect();
        let mut names: Vec<(String, String)> = fields.iter().map(|(path, field)| (path.clone(), text(field, "label"))).collect();
        names.extend(extras.iter().map(|(extra, label)| (extra.path.clone(), label.clone())));
        names.retain(|(_, name)| !name.is_empty());
        let effective = file.get("effective").unwrap_or(&Json::Null);
        Guide {
            wording: Wording::of(setup),
            lang: file.get("lang").and_then(Json::text).unwrap_or(VI).to_owned(),
            title: text(file, "title"),
            days: [text(effective, "from"), text(effective, "to")],
            extras: extras.into_iter().map(|(extra, _)| extra).collect(),
            themes: rows(file, "themes")
                .map(|row| Theme { id: text(row, "id"), label: text(row, "label"), from: text(row, "from"), to: text(row, "to") })
                .collect(),
            bands: pointer::get(file, "/scoring/bands").and_then(Json::rows).into_iter().flatten().map(|row| (text(row, "id"), text(row, "label"))).collect(),
            names,
            texts: fields,
        }
    }

    /// Its own box at a path.
    pub fn extra(&self, path: &str) -> Option<&Extra> {
        self.extras.iter().find(|extra| extra.path == path)
    }

    /// What the box at a path holds.
    pub fn holds(&self, path: &str) -> Option<Holds> {
        self.extra(path).map(|extra| extra.holds).or_else(|| at(path).map(|field| field.holds))
    }

    fn about(&self, path: &str) -> Option<&Json> {
        let pattern = pointer::pattern(path);
        self.texts.iter().find_map(|(known, field)| (*known == pattern).then_some(field))
    }

    fn says(&self, path: &str, name: &str) -> bool {
        self.about(path).and_then(|field| field.get(name)) == Some(&Json::Bool(true))
    }

    /// Whether this body does not ask for a box, or for the list or group that it stands in.
    pub fn is_hidden(&self, path: &str) -> bool {
        if self.texts.is_empty() {
            return false;
        }
        let mut upto = pointer::pattern(path);
        loop {
            if self.says(&upto, "hidden") {
                return true;
            }
            match upto.rsplit_once('/') {
                Some((parent, _)) => upto.truncate(parent.len()),
                None => return false,
            }
        }
    }

    /// Label of the box at a path, inside a sentence about the record.
    pub fn label(&self, path: &str, individual: bool) -> String {
        in_row(path, self.named(path, individual).unwrap_or_else(|| bare_label(path, individual)), |list| self.wording.row(list))
    }

    /// What the guideline calls a box, or else the form where it is not by its Vietnamese name.
    fn named(&self, path: &str, individual: bool) -> Option<&str> {
        own_name(path, &self.names).or_else(|| self.wording.label(path, individual))
    }

    /// Whether the label of a box is the guideline's.
    pub fn names(&self, path: &str) -> bool {
        own_name(path, &self.names).is_some()
    }

    /// Label over the box itself: without the row, and with what must be filled in.
    pub fn heading(&self, path: &str, individual: bool) -> String {
        let own = self.named(path, individual).map(str::to_owned);
        let in_row = || words(path).filter(|_| pointer::pattern(path) != path).map(|words| words.label.to_owned());
        let name = own.or_else(in_row).unwrap_or_else(|| self.label(path, individual));
        let required = self.says(path, "required") || self.extra(path).is_some_and(|extra| extra.required);
        if required { self.wording.fill(Say::Required, &[("label", &name)]) } else { name }
    }

    /// Help of the box at a path, and an example, where the guideline has one.
    pub fn help(&self, path: &str) -> [String; 2] {
        let about = self.about(path).unwrap_or(&Json::Null);
        let own = self.extra(path).map_or_else(|| text(about, "help"), |extra| extra.help.clone());
        let example = text(about, "example");
        [
            if own.is_empty() { self.wording.help(path).to_owned() } else { own },
            if example.is_empty() { example } else { self.wording.fill(Say::Example, &[("text", &example)]) },
        ]
    }

    /// The example of the box at a path, bare.
    pub fn example(&self, path: &str) -> String {
        self.about(path).map(|about| text(about, "example")).unwrap_or_default()
    }

    /// What can be chosen in its own box.
    pub fn options(&self, path: &str) -> Option<Vec<Choice>> {
        self.extra(path).map(|extra| extra.options.iter().map(|option| (option.clone(), option.clone())).collect())
    }

    /// Whether chuyên đề are chosen and not written.
    pub fn has_themes(&self) -> bool {
        !self.themes.is_empty()
    }

    /// Chuyên đề of the years of a record, and those that it has already.
    pub fn themes(&self, from: Option<f64>, to: Option<f64>, chosen: &[&str]) -> Vec<Choice> {
        // Not as f64: its parser and tables weigh as much as the panel.
        let year = |day: &str| day.get(..4).and_then(|year| year.parse::<u16>().ok()).map(f64::from);
        let ends = |day: &str, other: Option<f64>, fits: fn(f64, f64) -> bool| year(day).zip(other).is_none_or(|(day, other)| fits(day, other));
        let fits = |theme: &&Theme| {
            chosen.contains(&theme.id.as_str())
                || (ends(&theme.from, to.or(from), |day, last| day <= last) && ends(&theme.to, from.or(to), |day, first| day >= first))
        };
        let mut all: Vec<Choice> = self.themes.iter().filter(fits).map(|theme| (theme.id.clone(), theme.label.clone())).collect();
        for id in chosen {
            if !all.iter().any(|(known, _)| known == id) {
                all.push(((*id).to_owned(), self.wording.fill(Say::ThemeUnknown, &[("id", id)])));
            }
        }
        all
    }

    /// Name of a band of points; the id where none is known.
    pub fn band<'a>(&'a self, id: &'a str) -> &'a str {
        self.bands.iter().find_map(|(known, label)| (known == id).then_some(label.as_str())).unwrap_or(id)
    }

    /// Its days as people write them.
    pub fn effective(&self) -> String {
        let [from, to] = self.days.each_ref().map(|day| Partial::from_iso(day).map_or(String::new(), date::show));
        self.wording.fill(if to.is_empty() { Say::FromDay } else { Say::FromTo }, &[("from", &from), ("to", &to)])
    }
}

fn extra(row: &Json) -> Option<Extra> {
    let id = row.get("id")?.text()?;
    // The id becomes part of ids and selectors.
    if id.is_empty() || !id.bytes().all(|byte| byte.is_ascii_alphanumeric() || matches!(byte, b'-' | b'_')) {
        return None;
    }
    let holds = match row.get("type")?.text()? {
        "long-text" => Holds::Paragraphs,
        "number" => Holds::Figure(None),
        "year" => Holds::Year,
        "date" => Holds::Day,
        "tick" => Holds::Tick,
        "choice" => Holds::Choice(&[]),
        "choices" => Holds::Themes,
        _ => Holds::Line,
    };
    Some(Extra {
        path: format!("/extra/{id}"),
        step: super::steps::of_name(row.get("step")?.text()?)?,
        holds,
        options: rows(row, "options").filter_map(Json::text).map(str::to_owned).collect(),
        help: text(row, "help"),
        required: row.get("required") == Some(&Json::Bool(true)),
    })
}
