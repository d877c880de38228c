//! One field: label, help, what is said about it, and its control.

use web_sys::Element;

use super::dom::{Dom, Made, add, id_of, mark};
use super::state::State;
use super::{options, places};
use crate::json::{Json, pointer};
use crate::messages::Say;
use crate::record::fields::Holds;

/// Makes the field at a path (row numbers in it, no `*`).
pub fn field(dom: &Dom, state: &State, path: &str) -> Made {
    let Some(holds) = state.holds(path) else { return dom.make("div", "field") };
    let id = id_of(path);
    let open = (matches!(holds, Holds::Choice(_)) && options::stand_open(state, path)) || state.has_ticks(path);
    let group = open || matches!(holds, Holds::Day);
    let frame = dom.make(if group { "fieldset" } else { "div" }, "field")?;
    frame.set_attribute("data-field", path)?;
    if state.is_out(path) {
        frame.set_attribute("hidden", "")?;
    }
    let named = name_of(state, path);
    let described = format!("{id}-help {id}-example {id}-said {id}-read");
    if matches!(holds, Holds::Tick) {
        options::tick(dom, state, path, &frame, &named)?;
        helps(dom, state, path, &frame)?;
        add(&frame, &said(dom, &id)?)?;
        return Ok(frame);
    }
    let label = dom.text(if group { "legend" } else { "label" }, "label", &named)?;
    if group {
        frame.set_attribute("aria-describedby", &described)?;
        if path != pointer::pattern(path) {
            // “Văn bản 2: ngày ban hành”: what is read out first must tell the rows apart.
            frame.set_attribute("aria-label", &state.guide.label(path, state.individual()))?;
        }
    } else {
        label.set_attribute("for", &id)?;
    }
    add(&frame, &label)?;
    helps(dom, state, path, &frame)?;
    add(&frame, &said(dom, &id)?)?;
    match holds {
        _ if open => options::buttons(dom, state, path, &frame)?,
        Holds::Choice(_) => options::select(dom, state, path, &frame, &described)?,
        Holds::Day => day(dom, state, path, &frame)?,
        holds => {
            let tag = if matches!(holds, Holds::Paragraphs | Holds::Themes) { "textarea" } else { "input" };
            let control = dom.make(tag, "input")?;
            control.set_id(&id);
            control.set_attribute("data-path", path)?;
            control.set_attribute("aria-describedby", &described)?;
            describe(&control, path, holds)?;
            let shown = state.shown(path);
            if matches!(holds, Holds::Paragraphs) {
                control.set_attribute("rows", &lines(&shown).to_string())?;
            }
            super::dom::set_value(&control, &shown);
            if matches!(holds, Holds::Province | Holds::Commune) {
                add(&frame, &places::combobox(dom, &control, path, &named)?)?;
            } else {
                add(&frame, &control)?;
            }
        }
    }
    let read = dom.make("p", "read")?;
    read.set_id(&format!("{id}-read"));
    add(&frame, &read)?;
    Ok(frame)
}

/// Adds help and example of a field to its label, where there are some; what is the guideline's is marked.
pub fn helps(dom: &Dom, state: &State, path: &str, frame: &Element) -> Made<()> {
    if let Some(label) = frame.first_element_child().filter(|_| state.guide.names(path)) {
        mark(&label, &state.guide)?;
    }
    for (text, name) in state.guide.help(path).iter().zip(["help", "example"]) {
        if !text.is_empty() {
            let line = dom.text("p", "help", text)?;
            if text != state.guide.wording.help(path) {
                mark(&line, &state.guide)?;
            }
            line.set_id(&format!("{}-{name}", id_of(path)));
            add(frame, &line)?;
        }
    }
    Ok(())
}

/// What stands over the box of a field.
pub fn name_of(state: &State, path: &str) -> String {
    state.guide.heading(path, state.individual())
}

/// Lines that a text area shows at first: enough for what stands in it, within reason; the person can pull it larger.
fn lines(text: &str) -> usize {
    let needed: usize = text.split('\n').map(|line| 1 + line.chars().count() / 80).sum();
    needed.clamp(5, 16)
}

/// Where findings about the field are shown; always there, so that they are read out when they come.
fn said(dom: &Dom, id: &str) -> Made {
    let said = dom.make("div", "said")?;
    said.set_id(&format!("{id}-said"));
    Ok(said)
}

/// Keyboard, length and autocomplete of a text control.
fn describe(control: &Element, path: &str, holds: Holds) -> Made<()> {
    match holds {
        Holds::Count(_) | Holds::Year => control.set_attribute("inputmode", "numeric")?,
        Holds::Phone => {
            control.set_attribute("type", "tel")?;
            control.set_attribute("inputmode", "tel")?;
        }
        // Not type=email: the browser would judge in its own words and forbid selecting.
        Holds::Email => control.set_attribute("inputmode", "email")?,
        Holds::Themes => control.set_attribute("rows", "2")?,
        _ => {}
    }
    let token = match path {
        "/applicant/contact/name" => "name",
        "/applicant/contact/phone" => "tel",
        "/applicant/contact/email" => "email",
        _ => "off",
    };
    control.set_attribute("autocomplete", token)?;
    if matches!(holds, Holds::Year | Holds::Count(_) | Holds::Figure(_) | Holds::Money(_) | Holds::Phone | Holds::Due) {
        control.class_list().add_1(if matches!(holds, Holds::Year) { "short" } else { "middle" })?;
    }
    Ok(())
}

fn day(dom: &Dom, state: &State, path: &str, frame: &Element) -> Made<()> {
    let shown = state.shown(path);
    let mut parts = shown.split('/');
    let row = dom.make("div", "date")?;
    for (part, name) in [("day", Say::Day), ("month", Say::Month), ("year", Say::Year)] {
        let id = format!("{}-{part}", id_of(path));
        let cell = dom.make("div", part)?;
        let label = dom.line("label", "", name)?;
        label.set_attribute("for", &id)?;
        let control = dom.make("input", "input")?;
        control.set_id(&id);
        control.set_attribute("data-path", path)?;
        control.set_attribute("data-part", part)?;
        control.set_attribute("inputmode", "numeric")?;
        control.set_attribute("autocomplete", "off")?;
        super::dom::set_value(&control, parts.next().unwrap_or_default());
        add(&cell, &label)?;
        add(&cell, &control)?;
        add(&row, &cell)?;
    }
    add(frame, &row)
}

/// The line below a box that says how it was understood, when that is not what stands in it.
pub fn understood(state: &State, path: &str, typed: &str) -> String {
    let value = pointer::get(&state.tree, path);
    let read = match (state.holds(path), value) {
        (Some(Holds::Money(_)), Some(Json::Number(dong))) => crate::text::money::show_long(*dong as i64),
        (Some(Holds::Figure(_) | Holds::Count(_) | Holds::Due), Some(_)) => state.shown(path),
        _ => return String::new(),
    };
    if read == typed.trim() { String::new() } else { state.guide.wording.fill(Say::Understood, &[("value", &read)]) }
}
