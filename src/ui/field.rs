//! One field: label, help, what is said about it, and its control.

use web_sys::Element;

use super::dom::{Dom, Made, add, begin_with, id_of, mark};
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
    let named = name_of(state, path);
    let described = format!("{id}-help {id}-example {id}-said {id}-read");
    let frame = around(dom, state, path, group.then_some(described.as_str()))?;
    if matches!(holds, Holds::Tick) {
        options::tick(dom, state, path, &frame, &named)?;
        helps(dom, state, path, &frame)?;
        add(&frame, &said(dom, &id)?)?;
        return Ok(frame);
    }
    let label = if group { dom.text("legend", "label", &named)? } else { dom.build("label", "label", &[("for", &id)], &named)? };
    add(&frame, &label)?;
    helps(dom, state, path, &frame)?;
    add(&frame, &said(dom, &id)?)?;
    match holds {
        _ if open => options::buttons(dom, state, path, &frame)?,
        Holds::Choice(_) => options::select(dom, state, path, &frame, &described)?,
        Holds::Day => day(dom, state, path, &frame)?,
        holds => {
            let control = text(dom, state, path, holds, &described)?;
            let is_place = matches!(holds, Holds::Province | Holds::Commune);
            add(&frame, &if is_place { places::combobox(dom, &control, path, &named)? } else { control })?;
        }
    }
    add(&frame, &dom.build("p", "read", &[("id", &format!("{id}-read"))], "")?)?;
    Ok(frame)
}

/// What everything of a field stands in. Of a group: what describes it.
fn around(dom: &Dom, state: &State, path: &str, described: Option<&str>) -> Made {
    let tag = if described.is_some() { "fieldset" } else { "div" };
    let tag = if state.is_out(path) { format!("{tag} hidden=") } else { tag.to_owned() };
    let frame = dom.build(&tag, "field", &[("data-field", path)], "")?;
    if let Some(described) = described {
        frame.set_attribute("aria-describedby", described)?;
        if path != pointer::pattern(path) {
            // “Văn bản 2: ngày ban hành”: what is read out first must tell the rows apart.
            frame.set_attribute("aria-label", &state.guide.label(path, state.individual()))?;
        }
    }
    Ok(frame)
}

/// A control for text, with what stands in it.
fn text(dom: &Dom, state: &State, path: &str, holds: Holds, described: &str) -> Made {
    let (id, shown) = (id_of(path), state.shown(path));
    let mut tag = keyboard(path, holds).to_owned();
    if matches!(holds, Holds::Paragraphs) {
        tag.push_str(&format!(" rows={}", lines(&shown)));
    }
    if matches!(holds, Holds::Province | Holds::Commune) {
        tag.push_str(&format!("{}{id}-list", places::COMBOBOX));
    }
    let control = dom.build(&tag, width(holds), &[("id", &id), ("data-path", path), ("aria-describedby", described)], "")?;
    begin_with(&control, &shown);
    Ok(control)
}

/// Adds help and example of a field to its label, where there are some; what is the guideline's is marked.
pub fn helps(dom: &Dom, state: &State, path: &str, frame: &Element) -> Made<()> {
    if state.guide.names(path)
        && let Some(label) = frame.first_element_child()
    {
        mark(&label, &state.guide)?;
    }
    for (text, name) in state.guide.help(path).iter().zip(["help", "example"]) {
        if !text.is_empty() {
            let line = dom.build("p", "help", &[("id", &format!("{}-{name}", id_of(path)))], text)?;
            if text != state.guide.wording.help(path) {
                mark(&line, &state.guide)?;
            }
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

/// Where findings about the field are shown; always there, for what describes its box names it.
pub fn said(dom: &Dom, id: &str) -> Made {
    dom.build("div", "said", &[("id", &format!("{id}-said"))], "")
}

/// Tag of a text control, its keyboard and autocomplete.
fn keyboard(path: &str, holds: Holds) -> &'static str {
    match holds {
        Holds::Count(_) | Holds::Year => "input inputmode=numeric autocomplete=off",
        Holds::Phone if path == "/applicant/contact/phone" => "input type=tel inputmode=tel autocomplete=tel",
        Holds::Phone => "input type=tel inputmode=tel autocomplete=off",
        // Not type=email: the browser would judge in its own words and forbid selecting.
        Holds::Email if path == "/applicant/contact/email" => "input inputmode=email autocomplete=email",
        Holds::Email => "input inputmode=email autocomplete=off",
        Holds::Themes => "textarea rows=2 autocomplete=off",
        Holds::Paragraphs => "textarea autocomplete=off",
        _ if path == "/applicant/contact/name" => "input autocomplete=name",
        _ => "input autocomplete=off",
    }
}

/// Class of a text control: as wide as what it holds.
fn width(holds: Holds) -> &'static str {
    match holds {
        Holds::Year => "input short",
        Holds::Count(_) | Holds::Figure(_) | Holds::Money(_) | Holds::Phone | Holds::Due => "input middle",
        _ => "input",
    }
}

fn day(dom: &Dom, state: &State, path: &str, frame: &Element) -> Made<()> {
    let shown = state.shown(path);
    let mut parts = shown.split('/');
    let row = dom.make("div", "date")?;
    for (part, name) in [("day", Say::Day), ("month", Say::Month), ("year", Say::Year)] {
        let id = format!("{}-{part}", id_of(path));
        let cell = dom.make("div", part)?;
        let label = dom.build("label", "", &[("for", &id)], dom.say(name))?;
        let control = dom.build("input inputmode=numeric autocomplete=off", "input", &[("id", &id), ("data-path", path), ("data-part", part)], "")?;
        begin_with(&control, parts.next().unwrap_or_default());
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
