//! The five steps: the list at the top, the step that is shown, the buttons below.

use web_sys::Element;

use super::dom::{Dom, Made, add, clear, refill, set_text};
use super::field::field;
use super::findings;
use super::rows::rows;
use super::state::State;
use crate::json::Json;
use crate::messages::Say;
use crate::record::fields::{Holds, Step};

/// Title of a step.
pub fn title(dom: &Dom, step: Step) -> &str {
    dom.say(match step {
        Step::Applicant => Say::StepApplicant,
        Step::Model => Say::StepModel,
        Step::Method => Say::StepMethod,
        Step::Means => Say::StepMeans,
        Step::Review => Say::StepReview,
    })
}

/// Name of a step in reports and attributes.
pub fn name(step: Step) -> &'static str {
    match step {
        Step::Applicant => "applicant",
        Step::Model => "model",
        Step::Method => "method",
        Step::Means => "means",
        Step::Review => "review",
    }
}

/// The step of a name.
pub fn of_name(text: &str) -> Option<Step> {
    Step::ALL.into_iter().find(|step| name(*step) == text)
}

/// Number of a step, from 1.
pub fn number(step: Step) -> usize {
    Step::ALL.iter().position(|known| *known == step).unwrap_or_default() + 1
}

/// Makes the list of steps.
pub fn list(dom: &Dom) -> Made {
    let nav = dom.build("nav", "steps", &[("aria-label", dom.say(Say::Steps))], "")?;
    let list = dom.make("ol", "")?;
    for step in Step::ALL {
        let row = dom.make("li", "")?;
        let button = dom.button("", "", "step", name(step))?;
        add(&button, &dom.text("span", "title", &format!("{}. {}", number(step), title(dom, step)))?)?;
        add(&button, &dom.make("span", "progress")?)?;
        add(&button, &dom.make("span", "issues")?)?;
        add(&row, &button)?;
        add(&list, &row)?;
    }
    add(&nav, &list)?;
    Ok(nav)
}

/// Brings progress and open points of the list up to date.
pub fn progress(dom: &Dom, state: &State, nav: &Element) -> Made<()> {
    for step in Step::ALL {
        let Some(button) = nav.query_selector(&format!("[data-on={}]", name(step)))? else { continue };
        if step == state.step {
            button.set_attribute("aria-current", "step")?
        } else {
            button.remove_attribute("aria-current")?
        }
        let (filled, of) = state.progress(step);
        if let Some(place) = button.query_selector(".progress")? {
            set_text(&place, &dom.fill(Say::Filled, &[("n", &filled.to_string()), ("of", &of.to_string())]));
        }
        if let Some(place) = button.query_selector(".issues")? {
            let open = findings::count(state, name(step));
            set_text(&place, &if open == 0 { String::new() } else { dom.fill(Say::StepIssues, &[("n", &open.to_string())]) });
        }
    }
    Ok(())
}

/// Fills the place of the step with the fields of the step that is shown.
pub fn fill(dom: &Dom, state: &State, place: &Element) -> Made<()> {
    clear(place);
    let heading = dom.make("h2 tabindex=-1", "")?;
    add(&heading, &dom.text("span", "of", &dom.fill(Say::StepOf, &[("n", &number(state.step).to_string())]))?)?;
    add(&heading, &dom.text("span", "", &format!(" {}", title(dom, state.step)))?)?;
    add(place, &heading)?;
    if state.step == Step::Review {
        super::review::before(dom, state, place)?;
    }
    for path in state.paths(state.step) {
        let made = if matches!(state.holds(path), Some(Holds::Rows)) { rows(dom, state, path)? } else { field(dom, state, path)? };
        add(place, &made)?;
    }
    if state.step == Step::Review {
        super::review::after(dom, place)?;
        if state.setup.get("send").and_then(Json::text).is_some_and(|kind| !kind.is_empty()) {
            add(place, &dom.text("p", "private", &super::frame::leaves(dom, &state.setup))?)?;
        }
    }
    Ok(())
}

/// Makes the buttons below the step.
pub fn buttons(dom: &Dom, state: &State, place: &Element) -> Made<()> {
    let fresh = &dom.make("div", "")?;
    if state.step != Step::Applicant {
        add(fresh, &dom.press("button second", Say::Back, "back", "")?)?;
    }
    if state.step == Step::Review {
        add(fresh, &dom.press("button", Say::Pdf, "pdf", "")?)?;
        add(fresh, &dom.press("button second", Say::Docx, "docx", "")?)?;
        add(fresh, &dom.press("button second", Say::Print, "print", "")?)?;
        let send = match state.setup.get("send").and_then(Json::text) {
            Some("post") => Some(Say::Send),
            Some("mail") => Some(Say::SendMail),
            _ => None,
        };
        if let Some(send) = send {
            add(fresh, &dom.press("button", send, "send", "")?)?;
        }
    } else {
        add(fresh, &dom.press("button", Say::Next, "next", "")?)?;
    }
    add(fresh, &dom.press("button second", Say::Check, "check", "")?)?;
    add(fresh, &dom.press("button second", Say::PanelGo, "panel", "")?)?;
    // The one with the focus may be about to be pressed.
    refill(place, fresh, None)
}
