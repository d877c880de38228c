//! Making elements: nothing is ever built from markup, so no answer can become code.

use wasm_bindgen::prelude::*;
use web_sys::{Document, Element, HtmlElement, HtmlInputElement, HtmlSelectElement, HtmlTextAreaElement, Node};

use super::guide::Guide;
use super::wording::Wording;
use crate::messages::Say;

/// What the engine says, and every record.
pub const VI: &str = "vi";

/// Makes elements of one page, in the words of one form.
pub struct Dom {
    /// The page.
    pub page: Document,
    /// What the interface says.
    pub wording: Wording,
}

/// What making elements gives.
pub type Made<T = Element> = Result<T, JsValue>;

impl Dom {
    /// An element with a class ("" for none) and, from the same word, a public part where the class is one.
    pub fn make(&self, tag: &str, class: &str) -> Made {
        let element = self.page.create_element(tag)?;
        if !class.is_empty() {
            element.set_class_name(class);
            let first = class.split(' ').next().unwrap_or_default();
            if matches!(first, "form" | "step" | "label" | "field" | "input" | "help" | "finding" | "summary" | "button") {
                element.set_attribute("part", first)?;
            }
        }
        Ok(element)
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
        let element = self.make(tag, class)?;
        element.set_text_content(Some(text));
        Ok(element)
    }

    /// An element with a text that is not the form's: of the guideline or the engine.
    pub fn quote(&self, tag: &str, class: &str, text: &str, guide: &Guide) -> Made {
        let element = self.text(tag, class, text)?;
        mark(&element, guide)?;
        Ok(element)
    }

    /// An element with a sentence of the interface.
    pub fn line(&self, tag: &str, class: &str, sentence: Say) -> Made {
        self.text(tag, class, self.say(sentence))
    }

    /// A button with a sentence of the interface.
    pub fn press(&self, class: &str, sentence: Say, action: &str, on: &str) -> Made {
        self.button(class, self.say(sentence), action, on)
    }

    /// Names an element by a sentence of the interface.
    pub fn name(&self, element: &Element, sentence: Say) -> Made<()> {
        element.set_attribute("aria-label", self.say(sentence))
    }

    /// A button that does something: `data-action`, and what it does it to.
    pub fn button(&self, class: &str, text: &str, action: &str, on: &str) -> Made {
        let button = self.text("button", class, text)?;
        button.set_attribute("type", "button")?;
        button.set_attribute("data-action", action)?;
        if !on.is_empty() {
            button.set_attribute("data-on", on)?;
        }
        Ok(button)
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
    let around = element.closest("[data-field]").ok().flatten();
    around.as_ref().unwrap_or(element).scroll_into_view_with_bool(true);
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
