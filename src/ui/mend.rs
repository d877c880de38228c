//! What a paste brought along: a text in an old encoding is offered repaired, below its box, and taken only when the person presses.
//!
//! Asked for after a paste and when a box is left, never while someone types; what the person has kept as it was is not offered again. While an offer
//! stands, its text is not even cleaned, so that the way back leads to exactly what stood there. The engine knows what to say of a repair.

use web_sys::Element;

use super::app::{Inner, generous};
use super::detail::{member, rows};
use super::dom::{Dom, Made, add, elements, set_value};
use super::findings::status;
use super::state::{Fixed, State};
use crate::json::{Json, pointer, read};
use crate::messages::Say;
use crate::record::fields::Holds;

/// A repair that is offered.
pub struct Mend {
    path: String,
    typed: String,
    /// What the engine makes of it.
    offer: Json,
}

/// What has been offered, kept, and is still to be looked at.
#[derive(Default)]
pub struct Mends {
    open: Vec<Mend>,
    /// Boxes with a text that the person wants as it is.
    kept: Vec<String>,
    /// Boxes that wait for the engine, or for the end of a paste.
    pub waiting: Vec<String>,
}

fn key(path: &str, text: &str) -> String {
    [path, " ", text].concat()
}

impl Mends {
    /// Whether a person wants a text as it is.
    pub fn is_kept(&self, path: &str, text: &str) -> bool {
        self.kept.contains(&key(path, text))
    }

    /// Remembers that a text stays, and is not offered again.
    pub fn keep(&mut self, path: &str, text: &str) {
        self.close(path);
        self.kept.push(key(path, text));
    }

    fn close(&mut self, path: &str) {
        self.open.retain(|mend| mend.path != path);
    }

    /// The offer that is shown in an element.
    fn shown(&self, frame: &Element) -> Option<&Mend> {
        let (of, is) = (frame.get_attribute("data-of")?, frame.get_attribute("data-is")?);
        self.open.iter().find(|mend| mend.path == of && member(&mend.offer, "text") == is)
    }
}

/// Brings the offers below the boxes of the step up to date; a second call changes nothing.
pub fn below(dom: &Dom, mends: &Mends, step: &Element) -> Made<()> {
    for old in elements(step, ".mend")? {
        if mends.shown(&old).is_none() {
            old.remove();
        }
    }
    for mend in &mends.open {
        if let Some(field) = step.query_selector(&format!("[data-field=\"{}\"]", mend.path))?
            && field.query_selector(".mend")?.is_none()
        {
            add(&field, &one(dom, mend)?)?;
        }
    }
    Ok(())
}

fn one(dom: &Dom, Mend { path, offer, .. }: &Mend) -> Made {
    let text = member(offer, "text");
    let frame = dom.build("div role=group", "fix mend", &[("aria-label", member(offer, "what")), ("data-of", path), ("data-is", text)], "")?;
    // What the engine says and the text itself are Vietnamese.
    let line = |class: &str, text: &str| add(&frame, &dom.text("p lang=vi", class, text)?);
    line("", member(offer, "what"))?;
    add(&frame, &dom.line("p", "source", Say::MendPreview)?)?;
    // A long text scrolls, and what scrolls must be within reach of the keyboard.
    add(&frame, &dom.text("p lang=vi tabindex=0", "mended", text)?)?;
    line("", member(offer, "sure"))?;
    for loss in rows(offer, "losses").filter_map(Json::text) {
        line("notice", loss)?;
    }
    add(&frame, &dom.press("button second", Say::MendTake, "mend", path)?)?;
    add(&frame, &dom.press("button link", Say::MendKeep, "mend-keep", path)?)?;
    Ok(frame)
}

impl Inner {
    /// Asks whether the text of a box can be repaired, and notes the offer. True: there is one, and the text stays as it is until the person answers.
    pub fn look_at(&self, state: &mut State, path: &str, typed: &str) -> bool {
        if state.mends.is_kept(path, typed) {
            return false;
        }
        let Some(offer) = self.host.repair(typed) else {
            state.mends.waiting.push(path.to_owned());
            return false;
        };
        let known = state.mends.open.iter().any(|mend| mend.path == path && mend.typed == typed);
        state.mends.close(path);
        let Ok(offer) = read(offer.as_bytes(), generous()) else { return false };
        if !known {
            status(&self.frame.status, &self.dom.fill(Say::MendTold, &[("label", &state.label(path)), ("what", member(&offer, "what"))]));
        }
        state.mends.open.push(Mend { path: path.to_owned(), typed: typed.to_owned(), offer });
        true
    }

    /// Looks at the boxes that wait, and drops offers whose text has changed or gone.
    pub fn look(&self, state: &mut State) {
        for path in std::mem::take(&mut state.mends.waiting) {
            if matches!(state.holds(&path), Some(Holds::Line | Holds::Paragraphs))
                && let Some(Json::Text(text)) = pointer::get(&state.tree, &path).cloned()
            {
                self.look_at(state, &path, &text);
            }
        }
        let tree = &state.tree;
        state.mends.open.retain(|mend| pointer::get(tree, &mend.path).and_then(Json::text) == Some(&mend.typed));
    }

    /// Puts the repaired text into the box, if it is still the one that was shown; else shows what it would be.
    pub fn take_mend(&self, path: &str, button: &Element) {
        let mut taken = false;
        if let (Ok(mut state), Ok(Some(frame))) = (self.state.try_borrow_mut(), button.closest(".mend")) {
            self.look(&mut state);
            if let Some(mend) = state.mends.shown(&frame) {
                let mut text = member(&mend.offer, "text").to_owned();
                if !matches!(state.holds(path), Some(Holds::Paragraphs)) {
                    // One line has room for one.
                    text = text.replace('\n', " ");
                }
                if let Ok(Some(control)) = self.frame.step.query_selector(&format!("[data-path=\"{path}\"]")) {
                    set_value(&control, &text);
                }
                let was = pointer::get(&state.tree, path).cloned();
                let now = Json::Text(text);
                pointer::set(&mut state.tree, path, now.clone());
                state.fixed =
                    Some(Fixed { criterion: String::new(), done: self.dom.say(Say::MendDone).to_owned(), places: vec![(path.to_owned(), was, Some(now))] });
                state.changed = true;
                taken = true;
            } else {
                status(&self.frame.status, self.dom.say(Say::MendStale));
            }
        }
        self.keep(path);
        self.recheck();
        if taken {
            self.to_first(&["[data-action=undo-fix]"]);
        }
    }

    /// Leaves a text as it is.
    pub fn keep_as_typed(&self, path: &str) {
        if let Ok(mut state) = self.state.try_borrow_mut()
            && let Some(Json::Text(text)) = pointer::get(&state.tree, path).cloned()
        {
            state.mends.keep(path, &text);
        }
        self.recheck();
        self.to_first(&[&format!("[data-path=\"{path}\"]")]);
    }
}
