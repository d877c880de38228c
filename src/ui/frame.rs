//! The parts of the form that are always there: what the portal says, files, steps, status, questions, summary, buttons, draft.

use web_sys::Element;

use super::dom::{Dom, Made, add};
use super::state::State;
use super::steps;
use crate::json::{Json, pointer};
use crate::messages::Say;
use crate::text::date::{self, Partial};

/// The parts that are always there.
pub struct Frame {
    /// All of them together.
    pub form: Element,
    pub nav: Element,
    pub status: Element,
    pub ask: Element,
    pub summary: Element,
    pub step: Element,
    pub buttons: Element,
    /// What became of a document that was asked for.
    pub made: Element,
    pub draft: Element,
    pub note: Element,
}

/// Makes them; they are not in the page yet, where each change would cost more.
pub fn build(dom: &Dom, state: &State) -> Made<Frame> {
    let form = dom.build("div role=form", "form", &[("lang", &dom.wording.lang), ("aria-label", dom.say(Say::FormLabel))], "")?;
    let intro = dom.make("div", "intro")?;
    for line in portal_lines(dom, state.setup.get("portal").unwrap_or(&Json::Null)) {
        add(&intro, &dom.text("p", "", &line)?)?;
    }
    add(&intro, &dom.text("p", "private", &leaves(dom, &state.setup))?)?;
    let files = dom.make("div", "files")?;
    add(&files, &dom.press("button second", Say::Open, "open", "")?)?;
    add(&files, &dom.press("button second", Say::Save, "save", "")?)?;
    let desk = dom.press("button second", Say::Desk, "desk", "")?;
    desk.set_attribute("aria-expanded", "false")?;
    add(&files, &desk)?;
    let status = dom.make("p role=status", "status")?;
    let ask = dom.make("div hidden= tabindex=-1 aria-live=polite", "ask")?;
    let summary = dom.make("div hidden= tabindex=-1 role=region aria-labelledby=summary-title aria-live=off", "summary")?;
    let draft = dom.make("div", "draft-line")?;
    let note = dom.make("span role=status", "note")?;
    add(&draft, &note)?;
    let shared = dom.make("label", "shared")?;
    add(&shared, &dom.make("input type=checkbox data-action=shared", "")?)?;
    add(&shared, &dom.line("span", "", Say::DraftShared)?)?;
    add(&draft, &shared)?;
    add(&draft, &dom.press("button link", Say::DraftList, "shelf", "")?)?;
    add(&draft, &dom.press("button link", Say::DraftDelete, "forget", "")?)?;
    let frame = Frame {
        form,
        nav: steps::list(dom)?,
        status,
        ask,
        summary,
        step: dom.make("div", "step")?,
        buttons: dom.make("div", "actions")?,
        made: dom.make("p role=status", "made")?,
        draft,
        note,
    };
    for part in [&intro, &files, &frame.nav, &frame.status, &frame.ask, &frame.summary, &frame.step, &frame.buttons, &frame.made, &frame.draft] {
        add(&frame.form, part)?;
    }
    Ok(frame)
}

/// What leaves this machine, when, and to whom: one sentence.
pub fn leaves(dom: &Dom, setup: &Json) -> String {
    let text = |path: &str| pointer::get(setup, path).and_then(Json::text).unwrap_or_default();
    let to = text("/portal/name");
    match text("/send") {
        "post" => dom.fill(Say::LeavesPost, &[("name", to)]),
        "mail" => dom.fill(Say::LeavesMail, &[("to", text("/portal/submit/to"))]),
        "form" if to.is_empty() => dom.say(Say::LeavesPage).to_owned(),
        "form" => dom.fill(Say::LeavesForm, &[("name", to)]),
        _ => dom.say(Say::Private).to_owned(),
    }
}

/// Recipient, deadline and contact of the portal.
fn portal_lines(dom: &Dom, portal: &Json) -> Vec<String> {
    let mut lines = Vec::new();
    let text = |path: &str| pointer::get(portal, path).and_then(Json::text).unwrap_or_default();
    let recipients: Vec<&str> = portal.get("recipient").and_then(Json::rows).into_iter().flatten().filter_map(Json::text).collect();
    if !recipients.is_empty() {
        lines.push(dom.fill(Say::Recipient, &[("text", &recipients.join("; "))]));
    }
    let day = |path: &str| Partial::from_iso(text(path)).map_or(String::new(), date::show);
    match (day("/window/from"), day("/window/to")) {
        (_, to) if to.is_empty() => {}
        (from, to) if from.is_empty() => lines.push(dom.fill(Say::DeadlineTo, &[("to", &to)])),
        (from, to) => lines.push(dom.fill(Say::Deadline, &[("from", &from), ("to", &to)])),
    }
    let contact: Vec<&str> = ["/contact/name", "/contact/phone", "/contact/email"].iter().map(|path| text(path)).filter(|part| !part.is_empty()).collect();
    if !contact.is_empty() {
        lines.push(dom.fill(Say::Contact, &[("text", &contact.join(", "))]));
    }
    lines
}
