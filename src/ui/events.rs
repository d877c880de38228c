//! What a person does: typing, leaving a box, choosing, pressing a button.
//!
//! A listener never calls into another: an event that comes while one is being handled (a focus moved by the form itself) is let go.

use wasm_bindgen::JsCast as _;
use web_sys::{Element, Event, FocusEvent, HtmlInputElement};

use super::app::Inner;
use super::dom::{Made, elements, focus, id_of, select, set_text, set_value, show, value};
use super::field::{name_of, understood};
use super::options::ticked;
use super::state::entered;
use super::{places, replies, steps};
use crate::json::{Json, Members, pointer};
use crate::messages::Say;
use crate::record::entered::put;
use crate::record::fields::{self, Holds, Step};
use crate::text::clean::clean;

fn nfc(text: &str) -> String {
    let text: js_sys::JsString = text.into();
    text.normalize("NFC").into()
}

impl Inner {
    /// The one listener.
    pub fn on(&self, event: &Event) {
        let Some(target) = event.target().and_then(|target| target.dyn_into::<Element>().ok()) else { return };
        match event.type_().as_str() {
            "input" => self.typed(&target),
            "paste" => self.pasted(&target),
            "change" => self.changed(&target),
            "focusin" => self.host.wake(),
            "focusout" => self.left(&target, event),
            "keydown" => self.key(&target, event),
            "mousedown" => self.hold_focus(&target, event),
            "pointerdown" => self.press(true),
            "pointerup" | "pointercancel" => self.press(false),
            _ if places::is_combobox(&target) => self.open_places(&target, true),
            _ => {
                if let Ok(Some(button)) = target.closest("[data-action]") {
                    self.pressed(&button);
                }
            }
        }
    }

    /// A key changed a box: everything typed is in the tree before the next key. Nothing is written back.
    fn typed(&self, control: &Element) {
        let text = value(control);
        let Some(path) = control.get_attribute("data-path") else { return self.answered(control, &text) };
        let Ok(mut state) = self.state.try_borrow_mut() else { return };
        state.changed = true;
        let Some(holds) = state.holds(&path).filter(|_| !state.has_ticks(&path)) else { return };
        match holds {
            Holds::Line | Holds::Paragraphs | Holds::Phone | Holds::Email => drop(pointer::set(&mut state.tree, &path, text.into())),
            Holds::Themes => {
                let themes = text.lines().map(str::trim).filter(|line| !line.is_empty()).map(Json::from).collect();
                pointer::set(&mut state.tree, &path, Json::List(themes));
            }
            Holds::Province | Holds::Commune => {
                pointer::set(&mut state.tree, &path, Json::Object(vec![("name".to_owned(), text.into())]));
                drop(control.set_attribute("data-typed", ""));
                drop(state);
                self.keep(&path);
                return self.open_places(control, false);
            }
            Holds::Count(_) | Holds::Figure(_) | Holds::Money(_) | Holds::Year | Holds::Due => {
                // Not read before the box is left: until then it is what was typed.
                pointer::remove(&mut state.tree, &path);
                pointer::remove(&mut state.tree, &entered(&path));
                if !text.trim().is_empty() {
                    pointer::set(&mut state.tree, &entered(&path), text.into());
                }
            }
            Holds::Day => {
                drop(state);
                self.day(&path);
                self.keep(&path);
                return;
            }
            Holds::Choice(_) | Holds::Tick | Holds::Rows => return,
        }
        drop(state);
        self.keep(&path);
    }

    /// Something is about to be pasted: when it stands there, it is looked at.
    fn pasted(&self, control: &Element) {
        if let (Some(path), Ok(mut state)) = (control.get_attribute("data-path"), self.state.try_borrow_mut()) {
            state.mends.waiting.push(path);
            self.host.soon();
        }
    }

    /// An answer to a point is being written.
    fn answered(&self, control: &Element, text: &str) {
        let Some(criterion) = control.get_attribute("data-reply") else { return };
        if let Ok(mut state) = self.state.try_borrow_mut() {
            state.changed = true;
            replies::put(&mut state.tree, &criterion, text);
        }
        self.keep("/replies");
    }

    /// The three boxes of a day make one text.
    fn day(&self, path: &str) {
        let part = |name: &str| {
            let control = self.frame.step.query_selector(&format!("#{}-{name}", id_of(path))).ok().flatten();
            control.map(|control| value(&control).trim().to_owned()).unwrap_or_default()
        };
        let parts = [part("day"), part("month"), part("year")];
        let Ok(mut state) = self.state.try_borrow_mut() else { return };
        // a whole day that was typed or pasted into one box is read as it stands
        let typed = match parts.each_ref().map(String::as_str) {
            ["", "", ""] => String::new(),
            [whole, "", ""] => whole.to_owned(),
            parts => parts.join("/"),
        };
        put(&mut state.tree, path, Holds::Day, &typed);
    }

    /// A choice was made.
    fn changed(&self, control: &Element) {
        let Some(path) = control.get_attribute("data-path") else { return };
        let Ok(mut state) = self.state.try_borrow_mut() else { return };
        match state.holds(&path) {
            Some(Holds::Choice(_)) => {
                let chosen = value(control);
                if chosen.is_empty() {
                    pointer::remove(&mut state.tree, &path);
                } else {
                    pointer::set(&mut state.tree, &path, chosen.into());
                }
            }
            Some(Holds::Themes) if state.has_ticks(&path) => {
                let Ok(ticked) = ticked(&self.frame.step, &state, &path) else { return };
                pointer::set(&mut state.tree, &path, ticked);
            }
            Some(Holds::Tick) => {
                let on = control.dyn_ref::<HtmlInputElement>().is_some_and(HtmlInputElement::checked);
                if on {
                    pointer::set(&mut state.tree, &path, true.into());
                } else {
                    pointer::remove(&mut state.tree, &path);
                }
            }
            _ => return,
        }
        state.changed = true;
        state.touch(&path);
        self.mind(self.branch(&state));
        drop(state);
        self.keep(&path);
        self.recheck();
    }

    /// Shows what the choices ask for, hides what they leave out, and calls things by their name for this applicant.
    fn branch(&self, state: &super::state::State) -> Made<()> {
        for frame in elements(&self.frame.step, "[data-field]")? {
            let path = frame.get_attribute("data-field").unwrap_or_default();
            show(&frame, !state.is_out(&path))?;
            if let Some(label) = frame.query_selector(".label")? {
                set_text(&label, &name_of(state, &path));
            }
        }
        Ok(())
    }

    /// A box was left: now it is read, cleaned, and judged.
    fn left(&self, control: &Element, event: &Event) {
        let Some(path) = control.get_attribute("data-path") else {
            if control.has_attribute("data-reply") {
                self.answered(control, &clean(&value(control), &nfc));
                self.host.soon();
            }
            return;
        };
        let Some(holds) = self.state.try_borrow().ok().and_then(|state| state.holds(&path)) else { return };
        let next = event.dyn_ref::<FocusEvent>().and_then(FocusEvent::related_target).and_then(|next| next.dyn_into::<Element>().ok());
        let within = |around: &str| next.as_ref().is_some_and(|next| control.closest(around).ok().flatten().is_some_and(|frame| frame.contains(Some(next))));
        if matches!(holds, Holds::Day) && within("[data-field]") {
            return;
        }
        {
            let Ok(mut state) = self.state.try_borrow_mut() else { return };
            let typed = value(control);
            match holds {
                Holds::Line | Holds::Paragraphs | Holds::Phone | Holds::Email => {
                    let kept = state.mends.is_kept(&path, &typed);
                    let offered = matches!(holds, Holds::Line | Holds::Paragraphs) && self.look_at(&mut state, &path, &typed);
                    let mut cleaned = if offered { typed.clone() } else { clean(&typed, &nfc) };
                    if !matches!(holds, Holds::Paragraphs) && cleaned.contains('\n') {
                        // One line has room for one.
                        cleaned = cleaned.replace('\n', " ");
                    }
                    if kept {
                        state.mends.keep(&path, &cleaned);
                    }
                    if cleaned != typed {
                        set_value(control, &cleaned);
                    }
                    if pointer::get(&state.tree, &path).and_then(Json::text).unwrap_or_default() != cleaned {
                        pointer::set(&mut state.tree, &path, cleaned.into());
                    }
                }
                Holds::Count(_) | Holds::Figure(_) | Holds::Money(_) | Holds::Year | Holds::Due => {
                    // A box that nobody typed in keeps its value, whatever its text looks like.
                    if state.shown(&path) != typed || typed.trim().is_empty() || pointer::get(&state.tree, &entered(&path)).is_some() {
                        put(&mut state.tree, &path, holds, &clean(&typed, &nfc));
                    }
                    let read = understood(&state, &path, &typed);
                    if let Ok(Some(place)) = self.frame.step.query_selector(&format!("#{}-read", id_of(&path))) {
                        set_text(&place, &read);
                    }
                }
                Holds::Province | Holds::Commune => {
                    places::close(control);
                    // What a file brought stays as it is until someone types.
                    if control.has_attribute("data-typed") {
                        drop(control.remove_attribute("data-typed"));
                        self.place(&mut state, &path, &clean(&typed, &nfc), matches!(holds, Holds::Province));
                        if matches!(holds, Holds::Province) {
                            self.place_commune(&mut state);
                        }
                        self.date_places(&mut state);
                    }
                }
                Holds::Choice(_) | Holds::Tick | Holds::Day | Holds::Themes | Holds::Rows => {}
            }
            state.touch(&path);
            // A list is judged as a list only when the person goes out of it.
            if let Some(list) = control.closest("[data-list]").ok().flatten().filter(|_| !within("[data-list]")) {
                state.touch(&list.get_attribute("data-list").unwrap_or_default());
            }
        }
        self.keep(&path);
        // Findings make a page longer. Under a pointer that is down, or on its way to something outside, they wait for the click,
        // and what Tab goes to among them may not be replaced before it has the focus.
        let among = next.as_ref().is_some_and(|next| next.closest(".summary, .said, .panel-body").is_ok_and(|place| place.is_some()));
        if next.is_none() || among || self.state.try_borrow().is_ok_and(|state| state.pressing) {
            self.host.soon();
        } else {
            self.recheck();
        }
    }

    fn press(&self, down: bool) {
        if let Ok(mut state) = self.state.try_borrow_mut() {
            state.pressing = down;
        }
    }

    /// A place has a name as typed, and the code of the one unit that has this name.
    fn place(&self, state: &mut super::state::State, path: &str, name: &str, province: bool) {
        if name.is_empty() {
            pointer::remove(&mut state.tree, path);
            return;
        }
        let within = pointer::get(&state.tree, "/applicant/address/province/code").and_then(Json::text).unwrap_or_default().to_owned();
        let code = self.host.unit_code(if province { "province" } else { "commune" }, name, &within);
        let mut members: Members = Vec::new();
        members.extend(code.map(|code| ("code".to_owned(), Json::Text(code))));
        members.push(("name".to_owned(), name.into()));
        pointer::set(&mut state.tree, path, Json::Object(members));
    }

    /// A commune that was typed before its province is looked for in it.
    fn place_commune(&self, state: &mut super::state::State) {
        let path = "/applicant/address/commune";
        let name = pointer::get(&state.tree, path).filter(|place| place.get("code").is_none()).and_then(|place| place.get("name")?.text());
        if let Some(name) = name.map(str::to_owned) {
            self.place(state, path, &name, false);
        }
    }

    /// Something changed: the draft is kept, the page is told.
    pub fn keep(&self, path: &str) {
        let Ok(state) = self.state.try_borrow() else { return };
        self.host.keep(&state.tree.to_text());
        self.host.changed(path);
    }

    fn pressed(&self, button: &Element) {
        let action = button.get_attribute("data-action").unwrap_or_default();
        let on = button.get_attribute("data-on").unwrap_or_default();
        let step = self.state.try_borrow().map_or(Step::Applicant, |state| state.step);
        let beside = |by: usize| Step::ALL.get(by).copied().unwrap_or(step);
        match action.as_str() {
            "next" => self.go(beside(steps::number(step)), true),
            "back" => self.go(beside(steps::number(step).saturating_sub(2)), true),
            "step" => self.go(steps::of_name(&on).unwrap_or(step), true),
            "check" => self.check_all(),
            "panel" => self.go_to_panel(),
            "fix" => self.apply_fix(&on, button.get_attribute("data-fix").and_then(|at| at.parse().ok()).unwrap_or_default()),
            "undo-fix" => self.undo_fix(),
            "mend" => self.take_mend(&on, button),
            "mend-keep" => self.keep_as_typed(&on),
            "go" => self.lead(button, &on),
            "add-row" => self.add_row(&on),
            "remove-row" => self.remove_row(&on),
            "undo-row" => self.undo_row(&on),
            "place" => self.choose_place(button),
            "open" => self.host.choose_file(),
            "save" | "pdf" | "docx" | "send" => {
                self.host.wake();
                let record = self.state.try_borrow().map(|state| state.record().0.to_text()).unwrap_or_default();
                self.host.export(&action, &record);
            }
            "print" => self.print(),
            "print-instead" => {
                self.hush();
                self.print();
            }
            "forget" => self.mind(self.ask(
                self.dom.say(Say::DraftDeleteSure),
                (self.dom.say(Say::DraftDeleteYes), "forget-yes"),
                (self.dom.say(Say::DraftDeleteNo), "keep-mine"),
                true,
            )),
            "take-file" => {
                let offered = self.state.try_borrow_mut().ok().and_then(|mut state| state.offered.take());
                if let Some((told, tree)) = offered {
                    self.replace(tree, &told);
                    self.keep("");
                }
            }
            "" => {}
            // Answers hide their question; drafts and sending are JavaScript's.
            _ => {
                if button.closest(".ask").is_ok_and(|ask| ask.is_some()) {
                    self.hush();
                }
                self.host.act(&action, &on);
            }
        }
    }

    /// Goes to a box and selects exactly the words that a finding quotes.
    fn lead(&self, button: &Element, path: &str) {
        let step = steps::of_name(&button.get_attribute("data-step").unwrap_or_default());
        let shown = self.state.try_borrow().map(|state| state.step).ok();
        // Who goes to a box for what was said of it finds it said there.
        if let Ok(mut state) = self.state.try_borrow_mut() {
            state.touch(path);
        }
        if let Some(step) = step.filter(|step| Some(*step) != shown) {
            self.go(step, false);
        }
        let field = path
            .strip_suffix("/name")
            .or_else(|| path.strip_suffix("/code"))
            .filter(|place| fields::at(place).is_some_and(|field| matches!(field.holds, Holds::Province | Holds::Commune)))
            .unwrap_or(path);
        let find = |selector: String| self.frame.step.query_selector(&selector).ok().flatten();
        let target = find(format!("[data-path=\"{field}\"]")).or_else(|| {
            let frame = find(format!("[data-field=\"{field}\"]")).or_else(|| find(format!("[data-row=\"{field}\"]")))?;
            frame.query_selector("input, select, textarea, button").ok().flatten()
        });
        let Some(control) = target else { return };
        focus(&control);
        let unit = |name: &str| button.get_attribute(name).and_then(|unit| unit.parse::<u32>().ok());
        if let (Some(start), Some(end)) = (unit("data-start"), unit("data-end")) {
            select(&control, start, end);
        }
    }
}
