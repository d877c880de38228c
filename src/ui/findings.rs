//! What the report says, beside the boxes and in the summary; each finding leads to the words that it speaks of.

use web_sys::Element;

use super::detail::{link, member, rows, span, tag, targets};
use super::dom::{Dom, Made, add, clear, elements, id_of, refill, set_text, show};
use super::state::State;
use super::{detail, fix};
use crate::json::Json;
use crate::messages::Say;

/// Something that the report says about one box.
pub struct Remark<'a> {
    /// `must`, `should`, `hint`, or `error` for a value that cannot be read.
    pub weight: &'a str,
    /// The sentence.
    pub sentence: &'a str,
    /// The box.
    pub path: &'a str,
    /// Step of the box.
    pub step: &'a str,
    /// The words, in UTF-16 code units.
    pub span: Option<(u32, u32)>,
    /// The finding, for why, how and source.
    pub whole: &'a Json,
}

/// Everything that is open in a report, one remark for each box.
pub fn remarks(state: &State) -> Vec<Remark<'_>> {
    let mut all = Vec::new();
    for error in rows(&state.report, "errors") {
        let path = member(error, "path");
        all.push(Remark {
            weight: "error",
            sentence: member(error, "message"),
            path,
            step: state.step_of(path, member(error, "step")),
            span: None,
            whole: error,
        });
    }
    for finding in rows(&state.report, "findings").filter(|finding| member(finding, "outcome") == "unmet") {
        for target in targets(finding) {
            let (path, note) = (member(target, "path"), member(target, "note"));
            all.push(Remark {
                weight: member(finding, "severity"),
                sentence: if note.is_empty() { member(finding, "message") } else { note },
                path,
                step: state.step_of(path, member(target, "step")),
                span: span(target),
                whole: finding,
            });
        }
    }
    all
}

/// Whether a remark belongs beside the box of a field: its own path, or a member of a place.
fn belongs(remark: &str, field: &str) -> bool {
    remark == field || remark.strip_prefix(field).is_some_and(|tail| matches!(tail, "/code" | "/name"))
}

/// Brings the remarks beside every box of the step up to date; a second call with the same report changes nothing.
pub fn beside(dom: &Dom, state: &State, step: &Element) -> Made<()> {
    let all = remarks(state);
    for field in elements(step, "[data-field]")? {
        let path = field.get_attribute("data-field").unwrap_or_default();
        let Some(place) = field.query_selector(&format!("#{}-said", id_of(&path)))? else { continue };
        let control = field.query_selector("[data-path]")?;
        let mut seen: Vec<&str> = Vec::new();
        let shown: Vec<&Remark> = all
            .iter()
            .filter(|remark| belongs(remark.path, &path) && state.may_tell(&path))
            .filter(|remark| {
                let fresh = !seen.contains(&remark.sentence);
                seen.push(remark.sentence);
                fresh
            })
            .collect();
        let mut signature: String =
            shown.iter().map(|remark| format!("{}{:?}{}{}\n", remark.weight, remark.span, remark.sentence, rows(remark.whole, "fixes").count())).collect();
        let bar = fix::undo(dom, state, Some(&path))?;
        signature.push_str(&bar.as_ref().and_then(|bar| bar.text_content()).unwrap_or_default());
        if place.get_attribute("data-is").unwrap_or_default() != signature {
            let fresh = dom.make("div", "")?;
            for remark in &shown {
                add(&fresh, &one(dom, state, remark)?)?;
            }
            if let Some(bar) = bar {
                add(&fresh, &bar)?;
            }
            refill(&place, &fresh, control.as_ref())?;
            place.set_attribute("data-is", &signature)?;
        }
        let worst = shown.iter().any(|remark| matches!(remark.weight, "must" | "error"));
        let class = field.class_list();
        if worst {
            class.add_1("attention")?
        } else {
            class.remove_1("attention")?
        }
        // Day, month and year, or every choice of a group.
        for part in elements(&field, &format!("[data-path=\"{path}\"]"))? {
            if worst { part.set_attribute("aria-invalid", "true")? } else { part.remove_attribute("aria-invalid")? }
        }
    }
    Ok(())
}

fn one(dom: &Dom, state: &State, remark: &Remark<'_>) -> Made {
    let frame = dom.make("div", &format!("finding {}", remark.weight))?;
    let line = dom.make("p", "")?;
    add(&line, &dom.text("strong", "", &format!("{}: ", dom.say(tag(remark.weight))))?)?;
    add(&line, &dom.quote("span", "", remark.sentence, &state.guide)?)?;
    add(&frame, &line)?;
    if member(remark.whole, "why").is_empty() && member(remark.whole, "how").is_empty() && rows(remark.whole, "fixes").next().is_none() {
        return Ok(frame);
    }
    let more = dom.build("details", "", &[("data-key", member(remark.whole, "id"))], "")?;
    add(&more, &dom.text("summary", "", &format!("{}, {}", dom.say(Say::Why), crate::messages::lower_first(dom.say(Say::How))))?)?;
    detail::body(dom, state, remark.whole, &more)?;
    add(&frame, &more)?;
    Ok(frame)
}

/// Fills the summary at the top: every open point once, each a link to its box.
pub fn summary(dom: &Dom, state: &State, place: &Element) -> Made<()> {
    let all = remarks(state);
    let mut seen: Vec<&Json> = Vec::new();
    if !state.all || state.report == Json::Null {
        clear(place);
        return show(place, false);
    }
    let list = dom.make("ul", "")?;
    for weight in ["error", "must", "should", "hint"] {
        for remark in all.iter().filter(|remark| remark.weight == weight) {
            if seen.iter().any(|known| std::ptr::eq(*known, remark.whole)) && remark.sentence == member(remark.whole, "message") {
                continue;
            }
            seen.push(remark.whole);
            let row = dom.make("li", weight)?;
            add(&row, &dom.line("span", "tag", tag(weight))?)?;
            // What is found names its box; what cannot be read is only quoted.
            let of = if weight == "error" { format!("{}: ", state.label(remark.path)) } else { String::new() };
            let link = link(dom, state, &of, (remark.path, remark.step), remark.span)?;
            add(&link, &dom.quote("span", "", remark.sentence, &state.guide)?)?;
            add(&row, &link)?;
            add(&list, &row)?;
        }
    }
    let count = list.child_element_count();
    let title = &if count == 0 { dom.say(Say::AllClear).to_owned() } else { dom.fill(Say::SummaryTitle, &[("n", &count.to_string())]) };
    let fresh = dom.make("div", "")?;
    place.class_list().toggle_with_force("clear", count == 0)?;
    add(&fresh, &dom.text("h2 id=summary-title", "", title)?)?;
    if count > 0 {
        add(&fresh, &dom.line("p", "", Say::SummaryIntro)?)?;
        add(&fresh, &list)?;
    }
    refill(place, &fresh, Some(place))?;
    show(place, true)
}

/// How many open points a step has that may be told.
pub fn count(state: &State, step: &str) -> usize {
    let mut seen: Vec<*const Json> = Vec::new();
    for remark in remarks(state) {
        let at: *const Json = remark.whole;
        if remark.step == step && remark.weight != "hint" && state.may_tell(remark.path) && !seen.contains(&at) {
            seen.push(at);
        }
    }
    seen.len()
}

/// Tells in the status line what is not a finding.
pub fn status(place: &Element, text: &str) {
    set_text(place, text);
}
