//! Changes that a finding offers: shown before they are made, made only when the person presses, and taken back by one more press.

use web_sys::Element;

use super::app::Inner;
use super::detail::{member, rows, span};
use super::dom::{Dom, Made, add, id_of};
use super::state::{Fixed, State, entered};
use crate::json::{Json, pointer};
use crate::messages::Say;
use crate::order::sorted;
use crate::record::branches;
use crate::record::fields::Step;
use crate::text::date::{self, Partial};
use crate::text::number;

/// One edit, as it stands and as it would stand.
struct Edit {
    path: String,
    span: Option<(u32, u32)>,
    value: Json,
    before: String,
    after: String,
}

/// The edits of a change in a record; nothing when one of them does not fit it any more.
fn edits(tree: &Json, fix: &Json) -> Option<Vec<Edit>> {
    let mut all = Vec::new();
    for edit in rows(fix, "edits") {
        let path = member(edit, "path").to_owned();
        let value = edit.get("value")?.clone();
        let (held, words) = (pointer::get(tree, &path), span(edit));
        let before = match (held, words) {
            (Some(Json::Text(text)), Some(words)) => cut(text, words)?.1.to_owned(),
            (_, Some(_)) => return None,
            (held, None) => held.map(shown).unwrap_or_default(),
        };
        all.push(Edit { path, span: words, after: shown(&value), value, before });
    }
    Some(all)
}

/// A text before, inside and after words given in UTF-16 code units.
pub fn cut(text: &str, (start, end): (u32, u32)) -> Option<(&str, &str, &str)> {
    let byte = |unit: u32| {
        let mut units = 0;
        let at = text.char_indices().find(|(_, c)| {
            let here = units;
            units += c.len_utf16();
            here == unit as usize
        });
        at.map(|(at, _)| at).or((units == unit as usize).then_some(text.len()))
    };
    let (from, to) = (byte(start)?, byte(end)?);
    Some((text.get(..from)?, text.get(from..to)?, text.get(to..)?))
}

/// A value as a person writes it.
fn shown(value: &Json) -> String {
    match value {
        Json::Text(text) => Partial::from_iso(text).map_or_else(|| text.clone(), date::show),
        Json::Number(figure) => number::show(*figure),
        Json::Object(_) => member(value, "name").to_owned(),
        Json::Null | Json::Bool(_) | Json::List(_) => String::new(),
    }
}

/// “Sẽ đổi «…» thành «…»”, or the title where the words alone would say nothing.
fn sentence(dom: &Dom, edits: &[Edit], title: &str, (both, only): (Say, Say)) -> String {
    let mut all = String::new();
    for Edit { before, after, .. } in edits {
        let told = match (before.trim(), after.trim()) {
            (_, "") => return title.to_owned(),
            ("", _) if !before.is_empty() => return title.to_owned(),
            ("", _) => dom.fill(only, &[("after", after)]),
            (_, _) => dom.fill(both, &[("before", before), ("after", after)]),
        };
        if !all.is_empty() {
            all.push(' ');
        }
        all.push_str(&told);
    }
    all
}

/// Adds the changes that a finding offers, each with what it will do.
pub fn offers(dom: &Dom, state: &State, finding: &Json, place: &Element) -> Made<()> {
    if rows(finding, "fixes").next().is_none() {
        return Ok(());
    }
    let (record, _) = state.record();
    for (at, fix) in rows(finding, "fixes").enumerate() {
        let Some(edits) = edits(&record, fix) else { continue };
        let title = member(fix, "title");
        let frame = dom.make("div", "fix")?;
        let told = sentence(dom, &edits, title, (Say::FixPreview, Say::FixFill));
        add(&frame, &dom.text("p", "", &told)?)?;
        if member(fix, "class") == "unsafe" {
            add(&frame, &dom.line("p", "", Say::FixCare)?)?;
        }
        let button = dom.press("button second", Say::FixApply, "fix", member(finding, "id"))?;
        button.set_attribute("data-fix", &at.to_string())?;
        button.set_attribute("aria-label", &format!("{}: {title}", dom.say(Say::FixApply)))?;
        add(&frame, &button)?;
        add(place, &frame)?;
    }
    Ok(())
}

/// What was changed last, with the way back; nothing once one of its places has been written in again.
pub fn undo(dom: &Dom, state: &State, path: Option<&str>) -> Made<Option<Element>> {
    let Some(fixed) = state.fixed.as_ref().filter(|fixed| fixed.stands(&state.tree)) else { return Ok(None) };
    if path.is_some_and(|path| !fixed.places.iter().any(|(place, ..)| place == path)) {
        return Ok(None);
    }
    let bar = dom.make("div", "undo")?;
    let id = format!("{}-fixed", id_of(path.unwrap_or_default()));
    add(&bar, &dom.build("span", "", &[("id", &id)], &fixed.done)?)?;
    let back = dom.press("button link", Say::UndoFix, "undo-fix", "")?;
    back.set_attribute("aria-describedby", &id)?;
    add(&bar, &back)?;
    Ok(Some(bar))
}

impl Fixed {
    /// Whether everything that it wrote stands there still.
    fn stands(&self, tree: &Json) -> bool {
        self.places.iter().all(|(path, _, now)| pointer::get(tree, path) == now.as_ref())
    }
}

/// Makes a change in a record. Gives every place with what stood there and what stands there now.
fn make(tree: &mut Json, edits: Vec<Edit>) -> Vec<(String, Option<Json>, Option<Json>)> {
    let mut places: Vec<(String, Option<Json>, Option<Json>)> = Vec::new();
    let mut note = |tree: &Json, path: &str| {
        if !places.iter().any(|(known, ..)| known == path) {
            places.push((path.to_owned(), pointer::get(tree, path).cloned(), None));
        }
    };
    // From the last words to the first, so that spans stay true.
    let keyed = edits.into_iter().map(|edit| (edit.span.map_or(0, |(start, _)| start), edit)).collect();
    for edit in sorted(keyed).into_iter().rev() {
        note(tree, &edit.path);
        let value = match (pointer::get(tree, &edit.path), edit.span, &edit.value) {
            (Some(Json::Text(text)), Some(words), Json::Text(new)) => match cut(text, words) {
                Some((before, _, after)) => [before, new, after].concat().into(),
                None => continue,
            },
            (_, _, value) => value.clone(),
        };
        // What could not be read there gives way to what can.
        let unread = entered(&edit.path);
        if pointer::get(tree, &unread).is_some() {
            note(tree, &unread);
            pointer::remove(tree, &unread);
        }
        pointer::set(tree, &edit.path, value);
    }
    for (path, _, now) in &mut places {
        *now = pointer::get(tree, path).cloned();
    }
    places
}

impl Inner {
    /// Makes a change that a finding offers, if the finding still says so of what stands there now.
    pub fn apply_fix(&self, id: &str, at: usize) {
        let mut path = String::new();
        if let Ok(mut state) = self.state.try_borrow_mut() {
            // The report counts rows without blank ones.
            branches::drop_blank_rows(&mut state.tree);
            self.judge(&mut state);
            let finding = rows(&state.report, "findings").find(|finding| member(finding, "id") == id);
            let fix = finding.and_then(|finding| rows(finding, "fixes").nth(at));
            if let Some((criterion, title, edits)) = finding
                .zip(fix)
                .and_then(|(finding, fix)| Some((member(finding, "criterion").to_owned(), member(fix, "title").to_owned(), edits(&state.tree, fix)?)))
            {
                let done = sentence(&self.dom, &edits, &title, (Say::FixDone, Say::FixFilled));
                path = edits.first().map(|edit| edit.path.clone()).unwrap_or_default();
                let places = make(&mut state.tree, edits);
                state.fixed = Some(Fixed { criterion, done, places });
                state.changed = true;
            }
        }
        self.show_anew(&path);
        self.to_first(&["[data-action=undo-fix]", ".panel h3"]);
    }

    /// Takes the last change back.
    pub fn undo_fix(&self) {
        let (mut path, mut criterion) = (String::new(), String::new());
        if let Ok(mut state) = self.state.try_borrow_mut()
            && let Some(fixed) = state.fixed.take().filter(|fixed| fixed.stands(&state.tree))
        {
            criterion = fixed.criterion;
            path = fixed.places.first().map(|(path, ..)| path.clone()).unwrap_or_default();
            for (path, was, _) in fixed.places {
                match was {
                    Some(was) => drop(pointer::set(&mut state.tree, &path, was)),
                    None => drop(pointer::remove(&mut state.tree, &path)),
                }
                // A repair that was taken back is not offered again.
                if criterion.is_empty()
                    && let Some(Json::Text(text)) = pointer::get(&state.tree, &path).cloned()
                {
                    state.mends.keep(&path, &text);
                }
            }
            state.changed = true;
        }
        self.show_anew(&path);
        self.to_first(&[&format!("[data-key=\"{criterion}\"] > summary"), &format!("[data-path=\"{path}\"]"), ".panel h3"]);
    }

    /// Shows a record that was changed from outside its boxes. The last step, whose panel has things open, is drawn anew only for a box of its own.
    fn show_anew(&self, path: &str) {
        if self.state.try_borrow().is_ok_and(|state| state.step != Step::Review || state.shows(path)) {
            self.mind(self.redraw());
        }
        self.keep(path);
        self.recheck();
    }
}
