//! What a finding opens to: why, how, source, a good example, the words it speaks of, and the changes that it offers.

use web_sys::Element;

use super::dom::{Dom, Made, add};
use super::fix;
use super::guide::Guide;
use super::state::State;
use crate::json::Json;
use crate::messages::Say;

/// A text member; "" without it.
pub fn member<'a>(of: &'a Json, name: &str) -> &'a str {
    of.get(name).and_then(Json::text).unwrap_or_default()
}

/// The rows of a list member.
pub fn rows<'a>(of: &'a Json, name: &str) -> impl Iterator<Item = &'a Json> {
    of.get(name).and_then(Json::rows).into_iter().flatten()
}

/// What a weight is called.
pub fn tag(weight: &str) -> Say {
    match weight {
        "must" => Say::Must,
        "should" => Say::Should,
        "error" => Say::FieldError,
        "met" => Say::Met,
        "review" => Say::Review,
        _ => Say::Hint,
    }
}

/// The boxes that a finding speaks of, the first first.
pub fn targets(finding: &Json) -> impl Iterator<Item = &Json> {
    finding.get("target").into_iter().chain(rows(finding, "related"))
}

/// The words that a target speaks of, in UTF-16 code units.
pub fn span(target: &Json) -> Option<(u32, u32)> {
    let unit = |at: usize| target.get("span")?.rows()?.get(at)?.number().map(|unit| unit as u32);
    unit(0).zip(unit(1))
}

/// A button that leads to a box and selects words in it.
pub fn link(dom: &Dom, state: &State, text: &str, (path, step): (&str, &str), words: Option<(u32, u32)>) -> Made {
    let link = dom.button("button link", text, "go", path)?;
    link.set_attribute("data-step", state.step_of(path, step))?;
    if let Some((start, end)) = words {
        link.set_attribute("data-start", &start.to_string())?;
        link.set_attribute("data-end", &end.to_string())?;
    }
    Ok(link)
}

/// Adds why, how, source and example, and the changes that are offered.
pub fn body(dom: &Dom, state: &State, finding: &Json, place: &Element) -> Made<()> {
    let path = finding.get("target").map_or("", |target| member(target, "path"));
    let example = finding.get("example").unwrap_or(&Json::Null);
    let of_box = if finding.get("example").is_some() { String::new() } else { state.guide.example(path) };
    let good = if of_box.is_empty() { member(example, "good") } else { &of_box };
    for (name, text) in [(Say::Why, member(finding, "why")), (Say::How, member(finding, "how"))] {
        line(dom, place, name, text, &state.guide)?;
    }
    for cite in rows(finding, "cite") {
        let line = dom.quote("p", "source", &dom.fill(Say::Source, &[("text", &source(cite))]), &state.guide)?;
        add(place, &line)?;
    }
    for (name, text) in [(Say::GoodExample, good), (Say::WeakExample, member(example, "weak"))] {
        line(dom, place, name, text, &state.guide)?;
    }
    fix::offers(dom, state, finding, place)
}

fn line(dom: &Dom, place: &Element, name: Say, text: &str, guide: &Guide) -> Made<()> {
    if text.is_empty() {
        return Ok(());
    }
    let line = dom.make("p", "")?;
    add(&line, &dom.text("strong", "", &format!("{}: ", dom.say(name)))?)?;
    add(&line, &dom.quote("span", "", text, guide)?)?;
    add(place, &line)
}

/// Title, number, clause and words of a source.
fn source(cite: &Json) -> String {
    let mut text = member(cite, "title").to_owned();
    if !member(cite, "number").is_empty() {
        text.push_str(&format!(" (số {})", member(cite, "number")));
    }
    if !member(cite, "clause").is_empty() {
        text.push_str(&format!(", {}", member(cite, "clause")));
    }
    if !member(cite, "quote").is_empty() {
        text.push_str(&format!(": “{}”", member(cite, "quote")));
    }
    text
}
