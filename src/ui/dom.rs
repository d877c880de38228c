//! Making elements: nothing is ever built from markup, so no answer can become code.

use wasm_bindgen::prelude::*;
use web_sys::{Document, Element, HtmlElement, HtmlInputElement, HtmlSelectElement, HtmlTextAreaElement, Node};

use super::guide::Guide;
use super::host::Host;
use super::wording::Wording;
use crate::messages::Say;

/// What the engine says, and every record.
pub const VI: &str = "vi";

/// Makes elements of one page, in the words of one form.
pub struct Dom {
    /// The page.
    pub page: Document,
    /// Who makes them.
    pub host: Host,
    /// What the interface says.
    pub wording: Wording,
}

/// What making elements gives.
pub type Made<T = Element> = Result<T, JsValue>;

impl Dom {
    /// An element with a class ("" for none) and, from the same word, a public part where the class is one. Attributes that are always
    /// the same stand behind the tag: `div hidden= role=region`.
    pub fn make(&self, tag: &str, class: &str) -> Made {
        self.build(tag, class, &[], "")
    }

    /// The same with attributes and a text: a call out of the form is what costs, so there is one for all of it.
    pub fn build(&self, tag: &str, class: &str, attributes: &[(&str, &str)], text: &str) -> Made {
        let first = class.split(' ').next().unwrap_or_default();
        let is_part = matches!(first, "form" | "step" | "label" | "field" | "input" | "help" | "finding" | "summary" | "button");
        let usual = [("class", class), ("part", if is_part { first } else { "" })];
        let mut what = tag.to_owned();
        for (name, value) in usual.iter().filter(|(_, value)| !value.is_empty()).chain(attributes) {
            for word in [name, value] {
                what.push('\0');
                word.split('\0').for_each(|piece| what.push_str(piece));
            }
        }
        self.host.make(&what, text)
    }

    /// A sentence of the interface.
    pub fn say(&self, sentence: Say) -> &str {
        self.wording.say(sentence)
    }

    /// A sentence of the interface with its placeholders filled.
    pub fn fill(&self, sentence: Say, with: &[(&str, &str)]) -> String {
        self.wording.fill(sentence, with)
    }

    /// An element with text.
    pub fn text(&self, tag: &str, class: &str, text: &str) -> Made {
        self.build(tag, class, &[], text)
    }

    /// An element with a text that is not the form's: of the guideline or the engine.
    pub fn quote(&self, tag: &str, class: &str, text: &str, guide: &Guide) -> Made {
        self.build(tag, class, &[("lang", &guide.lang)], text)
    }

    /// An element with a sentence of the interface.
    pub fn line(&self, tag: &str, class: &str, sentence: Say) -> Made {
        self.text(tag, class, self.say(sentence))
    }

    /// A button with a sentence of the interface.
    pub fn press(&self, class: &str, sentence: Say, action: &str, on: &str) -> Made {
        self.button(class, self.say(sentence), action, on)
    }

    /// A button that does something: `data-action`, and what it does it to.
    pub fn button(&self, class: &str, text: &str, action: &str, on: &str) -> Made {
        let on = if on.is_empty() { ("type", "button") } else { ("data-on", on) };
        self.build("button type=button", class, &[("data-action", action), on], text)
    }
}

/// Names the language of what is not the form's, so that a screen reader reads it right.
pub fn mark(element: &Element, guide: &Guide) -> Made<()> {
    element.set_attribute("lang", &guide.lang)
}

/// Adds a child.
pub fn add(parent: &Node, child: &Element) -> Made<()> {
    parent.append_child(child).map(drop)
}

/// Takes all children out.
pub fn clear(parent: &Element) {
    parent.set_text_content(None);
}

/// Puts what `fresh` holds into a place. The same is left alone: under a pointer or the focus it must not be replaced. Of what is
/// new, the link or line that says what the one with the focus said has it again, else the one that stands there now, else `without`.
pub fn refill(place: &Element, fresh: &Element, without: Option<&Element>) -> Made<()> {
    let (before, after) = (place.child_nodes(), fresh.child_nodes());
    if before.length() == after.length() && (0..after.length()).all(|at| before.item(at).is_some_and(|one| one.is_equal_node(after.item(at).as_ref()))) {
        return Ok(());
    }
    let held = place.query_selector(":focus")?;
    let opened = elements(place, "details[open]")?;
    let said = held.as_ref().and_then(|held| held.text_content());
    let rank = held.as_ref().and_then(|held| stops(place).ok()?.iter().position(|one| one == held));
    clear(place);
    while let Some(child) = fresh.first_child() {
        place.append_child(&child)?;
    }
    for key in opened.iter().filter_map(|details| details.get_attribute("data-key")) {
        if let Some(details) = place.query_selector(&format!("details[data-key=\"{key}\"]"))? {
            details.set_attribute("open", "")?;
        }
    }
    if held.is_some() {
        let now = stops(place)?;
        let says_so = |one: &&Element| one.text_content() == said;
        let there = rank.and_then(|rank| now.get(rank));
        if let Some(next) = there.filter(says_so).or_else(|| now.iter().find(says_so)).or(there).or(now.last()).or(without) {
            focus_only(next);
        }
    }
    Ok(())
}

/// What Tab comes to in a place of findings.
fn stops(place: &Element) -> Made<Vec<Element>> {
    elements(place, "summary, button:not(details:not([open]) *)")
}

/// Every element in a place that a selector matches, in the order of the page.
pub fn elements(place: &Element, selector: &str) -> Made<Vec<Element>> {
    let found = place.query_selector_all(selector)?;
    Ok((0..found.length()).filter_map(|at| found.item(at)?.dyn_into().ok()).collect())
}

/// Shows or hides an element; leaves it alone when it is so already.
pub fn show(element: &Element, shown: bool) -> Made<()> {
    if shown == element.has_attribute("hidden") {
        if shown { element.remove_attribute("hidden")? } else { element.set_attribute("hidden", "")? }
    }
    Ok(())
}

/// Sets a text; leaves it alone when it is so already.
pub fn set_text(element: &Element, text: &str) {
    if element.text_content().as_deref() != Some(text) {
        element.set_text_content(Some(text));
    }
}

/// What stands in a control.
pub fn value(control: &Element) -> String {
    if let Some(input) = control.dyn_ref::<HtmlInputElement>() {
        input.value()
    } else if let Some(area) = control.dyn_ref::<HtmlTextAreaElement>() {
        area.value()
    } else if let Some(select) = control.dyn_ref::<HtmlSelectElement>() {
        select.value()
    } else {
        String::new()
    }
}

/// Puts a text into a control that was just made: it is empty.
pub fn begin_with(control: &Element, text: &str) {
    if !text.is_empty() {
        set_value(control, text);
    }
}

/// Puts a text into a control that a person is not typing in.
pub fn set_value(control: &Element, text: &str) {
    if value(control) == text {
        return;
    }
    if let Some(input) = control.dyn_ref::<HtmlInputElement>() {
        input.set_value(text);
    } else if let Some(area) = control.dyn_ref::<HtmlTextAreaElement>() {
        area.set_value(text);
    } else if let Some(select) = control.dyn_ref::<HtmlSelectElement>() {
        select.set_value(text);
    }
}

/// Gives an element the focus and brings it into view, label and all.
pub fn focus(element: &Element) {
    // Of a list with all its rows, the line that tells of it is what belongs to it.
    let around = ["[data-field]:not([data-list])", ".undo"].iter().find_map(|place| element.closest(place).ok().flatten());
    around.as_ref().unwrap_or(element).scroll_into_view_with_bool(true);
    focus_only(element);
}

/// Gives an element the focus; the page stays where it is.
fn focus_only(element: &Element) {
    if let Some(element) = element.dyn_ref::<HtmlElement>() {
        let gently = web_sys::FocusOptions::new();
        gently.set_prevent_scroll(true);
        drop(element.focus_with_options(&gently));
    }
}

/// Selects words in a text control; UTF-16 code units.
pub fn select(control: &Element, start: u32, end: u32) {
    if let Some(input) = control.dyn_ref::<HtmlInputElement>() {
        drop(input.set_selection_range(start, end));
    } else if let Some(area) = control.dyn_ref::<HtmlTextAreaElement>() {
        drop(area.set_selection_range(start, end));
    }
}

/// An id for the element of a path.
pub fn id_of(path: &str) -> String {
    format!("f{}", path.replace('/', "-"))
}
