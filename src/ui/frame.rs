//! The parts of the form that are always there: what the portal says, files, steps, status, questions, summary, buttons, draft.

use web_sys::{Element, ShadowRoot};

use super::dom::{Dom, Made, add};
use super::state::State;
use super::{say, steps};
use crate::json::{Json, pointer};
use crate::messages::Say;
use crate::text::date::{self, Partial};

/// The parts that are always there.
pub struct Frame {
    pub nav: Element,
    pub status: Element,
    pub ask: Element,
    pub summary: Element,
    pub step: Element,
    pub buttons: Element,
    pub draft: Element,
    pub note: Element,
}

/// Makes them in a shadow root.
pub fn build(dom: &Dom, root: &ShadowRoot, state: &State) -> Made<Frame> {
    let form = dom.make("div", "form")?;
    form.set_attribute("lang", "vi")?;
    form.set_attribute("role", "form")?;
    form.set_attribute("aria-label", Say::FormLabel.vi())?;
    let intro = dom.make("div", "intro")?;
    for line in portal_lines(state.setup.get("portal").unwrap_or(&Json::Null)) {
        add(&intro, &dom.text("p", "", &line)?)?;
    }
    add(&intro, &dom.text("p", "private", &leaves(&state.setup))?)?;
    let files = dom.make("div", "files")?;
    add(&files, &dom.button("button second", Say::Open.vi(), "open", "")?)?;
    add(&files, &dom.button("button second", Say::Save.vi(), "save", "")?)?;
    let desk = dom.button("button second", Say::Desk.vi(), "desk", "")?;
    desk.set_attribute("aria-expanded", "false")?;
    add(&files, &desk)?;
    let status = dom.make("p", "status")?;
    status.set_attribute("role", "status")?;
    let ask = dom.make("div", "ask")?;
    ask.set_attribute("hidden", "")?;
    ask.set_attribute("tabindex", "-1")?;
    ask.set_attribute("aria-live", "polite")?;
    let summary = dom.make("div", "summary")?;
    summary.set_attribute("hidden", "")?;
    summary.set_attribute("tabindex", "-1")?;
    summary.set_attribute("role", "region")?;
    summary.set_attribute("aria-labelledby", "summary-title")?;
    summary.set_attribute("aria-live", "off")?;
    let draft = dom.make("div", "draft-line")?;
    let note = dom.make("span", "note")?;
    note.set_attribute("role", "status")?;
    add(&draft, &note)?;
    let shared = dom.make("label", "shared")?;
    let tick = dom.make("input", "")?;
    tick.set_attribute("type", "checkbox")?;
    tick.set_attribute("data-action", "shared")?;
    add(&shared, &tick)?;
    add(&shared, &dom.text("span", "", Say::DraftShared.vi())?)?;
    add(&draft, &shared)?;
    add(&draft, &dom.button("button link", Say::DraftList.vi(), "shelf", "")?)?;
    add(&draft, &dom.button("button link", Say::DraftDelete.vi(), "forget", "")?)?;
    let frame = Frame { nav: steps::list(dom)?, status, ask, summary, step: dom.make("div", "step")?, buttons: dom.make("div", "actions")?, draft, note };
    for part in [&intro, &files, &frame.nav, &frame.status, &frame.ask, &frame.summary, &frame.step, &frame.buttons, &frame.draft] {
        add(&form, part)?;
    }
    root.append_child(&form)?;
    Ok(frame)
}

/// What leaves this machine, when, and to whom: one sentence.
pub fn leaves(setup: &Json) -> String {
    let text = |path: &str| pointer::get(setup, path).and_then(Json::text).unwrap_or_default();
    let to = text("/portal/name");
    match text("/send") {
        "post" => say(Say::LeavesPost, &[("name", to)]),
        "mail" => say(Say::LeavesMail, &[("to", text("/portal/submit/to"))]),
        "form" if to.is_empty() => Say::LeavesPage.vi().to_owned(),
        "form" => say(Say::LeavesForm, &[("name", to)]),
        _ => Say::Private.vi().to_owned(),
    }
}

/// Recipient, deadline and contact of the portal.
fn portal_lines(portal: &Json) -> Vec<String> {
    let mut lines = Vec::new();
    let text = |path: &str| pointer::get(portal, path).and_then(Json::text).unwrap_or_default();
    let recipients: Vec<&str> = portal.get("recipient").and_then(Json::rows).into_iter().flatten().filter_map(Json::text).collect();
    if !recipients.is_empty() {
        lines.push(say(Say::Recipient, &[("text", &recipients.join("; "))]));
    }
    let day = |path: &str| Partial::from_iso(text(path)).map_or(String::new(), date::show);
    match (day("/window/from"), day("/window/to")) {
        (_, to) if to.is_empty() => {}
        (from, to) if from.is_empty() => lines.push(say(Say::DeadlineTo, &[("to", &to)])),
        (from, to) => lines.push(say(Say::Deadline, &[("from", &from), ("to", &to)])),
    }
    let contact: Vec<&str> = ["/contact/name", "/contact/phone", "/contact/email"].iter().map(|path| text(path)).filter(|part| !part.is_empty()).collect();
    if !contact.is_empty() {
        lines.push(say(Say::Contact, &[("text", &contact.join(", "))]));
    }
    lines
}
