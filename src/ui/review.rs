//! The last step: what is left out, how far each step is, who signs, and the document as it will be printed.

use web_sys::Element;

use super::document::article;
use super::dom::{Dom, Made, add, clear};
use super::host::Host;
use super::state::State;
use super::{panel, steps};
use crate::json::{Limits, read};
use crate::messages::Say;
use crate::record::fields::Step;

/// What stands before the fields of the step.
pub fn before(dom: &Dom, state: &State, place: &Element) -> Made<()> {
    add(place, &dom.line("p", "", Say::ReviewIntro)?)?;
    let list = dom.make("ul", "check-list")?;
    for step in Step::ALL.into_iter().filter(|step| *step != Step::Review) {
        let (filled, of) = state.progress(step);
        let row = dom.make("li", "")?;
        let text =
            format!("{}. {}: {}", steps::number(step), steps::title(dom, step), dom.fill(Say::Filled, &[("n", &filled.to_string()), ("of", &of.to_string())]));
        add(&row, &dom.text("span", "", &text)?)?;
        let change = dom.press("button link", Say::Change, "step", steps::name(step))?;
        change.set_attribute("aria-label", &format!("{}: {}", dom.say(Say::Change), steps::title(dom, step)))?;
        add(&row, &change)?;
        add(&list, &row)?;
    }
    add(place, &list)?;
    let (_, held) = state.record();
    if !held.is_empty() {
        let frame = dom.make("div", "held")?;
        add(&frame, &dom.line("h3", "", Say::HiddenTitle)?)?;
        add(&frame, &dom.line("p", "", Say::HiddenIntro)?)?;
        let list = dom.make("ul", "")?;
        for path in held {
            add(&list, &dom.text("li", "", &state.label(path))?)?;
        }
        add(&frame, &list)?;
        add(place, &frame)?;
    }
    add(place, &panel::frame(dom)?)?;
    add(place, &dom.line("h3", "", Say::PrintSettings)?)
}

/// What stands after them: the place of the preview.
pub fn after(dom: &Dom, place: &Element) -> Made<()> {
    add(place, &dom.line("h3", "", Say::Preview)?)?;
    add(place, &dom.build("div tabindex=0 role=region", "preview", &[("aria-label", dom.say(Say::Preview))], "")?)
}

/// Brings the preview up to date.
pub fn preview(dom: &Dom, state: &State, host: &Host, place: &Element) -> Made<()> {
    let Some(frame) = place.query_selector(".preview")? else { return Ok(()) };
    let Some((document, _)) = made(dom, state, host)? else { return Ok(()) };
    clear(&frame);
    add(&frame, &document)
}

/// The document and its title; nothing while the engine is not there.
pub fn made(dom: &Dom, state: &State, host: &Host) -> Made<Option<(Element, String)>> {
    let Some(text) = host.document(&state.record().0.to_text()) else { return Ok(None) };
    let limits = Limits { bytes: 64 * 1024 * 1024, depth: 64, members: 2_000_000 };
    let Ok(document) = read(text.as_bytes(), limits) else { return Ok(None) };
    let title = document.get("title").and_then(crate::json::Json::text).unwrap_or_default().to_owned();
    Ok(Some((article(dom, &document)?, title)))
}
