//! Controls in which something is chosen: one of a few as radio buttons or a list, some of a few as ticks, yes or nothing.

use web_sys::Element;

use super::dom::{Dom, Made, add, id_of, mark, set_value};
use super::state::State;
use crate::json::{Json, pointer};
use crate::messages::Say;

/// Up to here, choices are seen at a glance.
const RADIOS: usize = 8;

/// Whether the choices of a box stand open below each other, each with a label of its own.
pub fn stand_open(state: &State, path: &str) -> bool {
    pointer::pattern(path) == path && state.options(path).len() <= RADIOS
}

/// Makes radio buttons, or ticks where several may be chosen.
pub fn buttons(dom: &Dom, state: &State, path: &str, frame: &Element) -> Made<()> {
    let several = state.has_ticks(path);
    let shown = state.shown(path);
    let chosen = if several { state.chosen(path) } else { vec![shown.as_str()] };
    let options = state.options(path);
    let own = several || state.guide.extra(path).is_some();
    if options.is_empty() {
        return add(frame, &dom.line("p", "none", Say::ThemeNone)?);
    }
    for (at, (value, name)) in options.iter().enumerate().filter(|(_, (value, _))| offered(state, path, value)) {
        let tag = if several { "input type=checkbox" } else { "input type=radio" };
        let row = one(dom, tag, [("name", &id_of(path)), ("value", value)], path, (&format!("{}-{at}", id_of(path)), name), chosen.contains(&value.as_str()))?;
        if own {
            mark(&row, &state.guide)?;
        }
        add(frame, &row)?;
    }
    Ok(())
}

/// One control with its label behind it.
fn one(dom: &Dom, tag: &str, [first, second]: [(&str, &str); 2], path: &str, (id, name): (&str, &str), on: bool) -> Made {
    let row = dom.make("div", "choice")?;
    let tag = if on { format!("{tag} checked=") } else { tag.to_owned() };
    add(&row, &dom.build(&tag, "", &[first, second, ("data-path", path), ("id", id)], "")?)?;
    add(&row, &dom.build("label", "", &[("for", id)], name)?)?;
    Ok(row)
}

/// The district level is offered only where it can still be meant: in years before July 2025, or when a file has it.
fn offered(state: &State, path: &str, value: &str) -> bool {
    if (path, value) != ("/level", "district") {
        return true;
    }
    let from = pointer::get(&state.tree, "/period/from").and_then(Json::number);
    state.shown(path) == "district" || from.is_some_and(|from| from < 2026.0)
}

/// Makes a list to choose from.
pub fn select(dom: &Dom, state: &State, path: &str, frame: &Element, described: &str) -> Made<()> {
    let select = dom.build("select", "input", &[("id", &id_of(path)), ("data-path", path), ("aria-describedby", described)], "")?;
    add(&select, &dom.build("option value=", "", &[], dom.say(Say::Choose))?)?;
    for (value, name) in state.options(path) {
        add(&select, &dom.build("option", "", &[("value", &value)], &name)?)?;
    }
    set_value(&select, &state.shown(path));
    add(frame, &select)
}

/// Makes a single tick with its label.
pub fn tick(dom: &Dom, state: &State, path: &str, frame: &Element, named: &str) -> Made<()> {
    let described = format!("{0}-help {0}-said", id_of(path));
    let attributes = [("value", "on"), ("aria-describedby", described.as_str())];
    add(frame, &one(dom, "input type=checkbox", attributes, path, (&id_of(path), named), pointer::get(&state.tree, path) == Some(&Json::Bool(true)))?)
}

/// What is ticked in the list of a path: what the record had and is not offered stays where it stood.
pub fn ticked(step: &Element, state: &State, path: &str) -> Made<Json> {
    let boxes = step.query_selector_all(&format!("[data-path=\"{path}\"]"))?;
    let (mut off, mut on) = (Vec::new(), Vec::new());
    for at in 0..boxes.length() {
        let control = boxes.item(at).and_then(|node| wasm_bindgen::JsCast::dyn_into::<web_sys::HtmlInputElement>(node).ok());
        if let Some(control) = control {
            if control.checked() { on.push(control.value()) } else { off.push(control.value()) }
        }
    }
    let mut kept: Vec<String> = state.chosen(path).into_iter().filter(|value| !off.iter().any(|known| known == value)).map(str::to_owned).collect();
    for value in on {
        if !kept.contains(&value) {
            kept.push(value);
        }
    }
    Ok(Json::texts(&kept))
}
