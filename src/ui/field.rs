//! One field: label, help, what is said about it, and its control.

use web_sys::Element;

use super::dom::{Dom, Made, add, id_of};
use super::say;
use super::state::State;
use crate::json::{Json, pointer};
use crate::messages::{Say, choice, label_for, words};
use crate::record::branches;
use crate::record::fields::{self, Holds};

/// Makes the field at a path (row numbers in it, no `*`).
pub fn field(dom: &Dom, state: &State, path: &str) -> Made {
    let Some(known) = fields::at(path) else { return dom.make("div", "field") };
    let id = id_of(path);
    let group = matches!(known.holds, Holds::Day) || (matches!(known.holds, Holds::Choice(_)) && !path_is_row(path));
    let frame = dom.make(if group { "fieldset" } else { "div" }, "field")?;
    frame.set_attribute("data-field", path)?;
    if branches::is_out(&state.tree, path) {
        frame.set_attribute("hidden", "")?;
    }
    let help = words(path).map_or("", |words| words.help);
    let named = name_of(state, path);
    if matches!(known.holds, Holds::Tick) {
        tick(dom, state, path, &frame, &named)?;
        add(&frame, &said(dom, &id)?)?;
        return Ok(frame);
    }
    let label = dom.text(if group { "legend" } else { "label" }, "label", &named)?;
    if !group {
        label.set_attribute("for", &id)?;
    }
    add(&frame, &label)?;
    let described = format!("{id}-help {id}-said {id}-read");
    if !help.is_empty() {
        let help = dom.text("p", "help", help)?;
        help.set_id(&format!("{id}-help"));
        add(&frame, &help)?;
    }
    add(&frame, &said(dom, &id)?)?;
    match known.holds {
        Holds::Choice(values) if group => radios(dom, state, path, values, &frame, &described)?,
        Holds::Choice(values) => select(dom, state, path, values, &frame, &described)?,
        Holds::Day => day(dom, state, path, &frame, &described)?,
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
                control.set_attribute("list", &format!("{id}-list"))?;
                let list = dom.make("datalist", "")?;
                list.set_id(&format!("{id}-list"));
                add(&frame, &list)?;
            }
            add(&frame, &control)?;
        }
    }
    let read = dom.make("p", "read")?;
    read.set_id(&format!("{id}-read"));
    add(&frame, &read)?;
    Ok(frame)
}

fn path_is_row(path: &str) -> bool {
    pointer::pattern(path) != path
}

/// What a field is called now: a person has a name, a body a title; a person's model is a “điển hình”.
pub fn name_of(state: &State, path: &str) -> String {
    let individual = pointer::get(&state.tree, "/applicant/kind").and_then(Json::text) == Some("individual");
    if path_is_row(path) { words(path).map_or_else(|| label_for(path, individual), |words| words.label.to_owned()) } else { label_for(path, individual) }
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

fn radios(dom: &Dom, state: &State, path: &str, values: &[&str], frame: &Element, described: &str) -> Made<()> {
    frame.set_attribute("aria-describedby", described)?;
    let chosen = state.shown(path);
    for value in values.iter().filter(|value| offered(state, path, value)) {
        let id = format!("{}-{value}", id_of(path));
        let row = dom.make("div", "choice")?;
        let radio = dom.make("input", "")?;
        radio.set_attribute("type", "radio")?;
        radio.set_attribute("name", &id_of(path))?;
        radio.set_attribute("value", value)?;
        radio.set_attribute("data-path", path)?;
        radio.set_id(&id);
        if chosen == **value {
            radio.set_attribute("checked", "")?;
        }
        let label = dom.text("label", "", choice(path, value))?;
        label.set_attribute("for", &id)?;
        add(&row, &radio)?;
        add(&row, &label)?;
        add(frame, &row)?;
    }
    Ok(())
}

/// The district level is offered only where it can still be meant: in years before July 2025, or when a file has it.
fn offered(state: &State, path: &str, value: &str) -> bool {
    if (path, value) != ("/level", "district") {
        return true;
    }
    let from = pointer::get(&state.tree, "/period/from").and_then(Json::number);
    state.shown(path) == "district" || from.is_some_and(|from| from < 2026.0)
}

fn select(dom: &Dom, state: &State, path: &str, values: &[&str], frame: &Element, described: &str) -> Made<()> {
    let select = dom.make("select", "input")?;
    select.set_id(&id_of(path));
    select.set_attribute("data-path", path)?;
    select.set_attribute("aria-describedby", described)?;
    let none = dom.text("option", "", Say::Choose.vi())?;
    none.set_attribute("value", "")?;
    add(&select, &none)?;
    let pattern = pointer::pattern(path);
    for value in values {
        let option = dom.text("option", "", choice(&pattern, value))?;
        option.set_attribute("value", value)?;
        add(&select, &option)?;
    }
    super::dom::set_value(&select, &state.shown(path));
    add(frame, &select)
}

fn day(dom: &Dom, state: &State, path: &str, frame: &Element, described: &str) -> Made<()> {
    frame.set_attribute("aria-describedby", described)?;
    let shown = state.shown(path);
    let mut parts = shown.split('/');
    let row = dom.make("div", "date")?;
    for (part, name) in [("day", Say::Day), ("month", Say::Month), ("year", Say::Year)] {
        let id = format!("{}-{part}", id_of(path));
        let cell = dom.make("div", part)?;
        let label = dom.text("label", "", name.vi())?;
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

fn tick(dom: &Dom, state: &State, path: &str, frame: &Element, named: &str) -> Made<()> {
    let row = dom.make("div", "choice")?;
    let control = dom.make("input", "")?;
    control.set_attribute("type", "checkbox")?;
    control.set_id(&id_of(path));
    control.set_attribute("data-path", path)?;
    control.set_attribute("aria-describedby", &format!("{}-said", id_of(path)))?;
    if pointer::get(&state.tree, path) == Some(&Json::Bool(true)) {
        control.set_attribute("checked", "")?;
    }
    let label = dom.text("label", "", named)?;
    label.set_attribute("for", &id_of(path))?;
    add(&row, &control)?;
    add(&row, &label)?;
    add(frame, &row)
}

/// The line below a box that says how it was understood, when that is not what stands in it.
pub fn understood(state: &State, path: &str, typed: &str) -> String {
    let Some(field) = fields::at(path) else { return String::new() };
    let value = pointer::get(&state.tree, path);
    let read = match (field.holds, value) {
        (Holds::Money(_), Some(Json::Number(dong))) => crate::text::money::show_long(*dong as i64),
        (Holds::Figure(_) | Holds::Count(_) | Holds::Due, Some(_)) => state.shown(path),
        _ => return String::new(),
    };
    if read == typed.trim() { String::new() } else { say(Say::Understood, &[("value", &read)]) }
}
