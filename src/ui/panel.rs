//! “Tự kiểm tra” on the last step: every criterion that says something, by step, each opening to why, how and source and leading to the words.

use web_sys::Element;

use super::detail::{self, link, member, rows, span, tag, targets};
use super::dom::{Dom, Made, add, clear, elements, focus, mark};
use super::guide::Guide;
use super::state::State;
use super::{fix, replies, steps};
use crate::json::{Json, pointer};
use crate::messages::Say;
use crate::record::fields::Step;
use crate::text::number;

/// Makes the place of the panel.
pub fn frame(dom: &Dom) -> Made {
    let frame = dom.make("section aria-labelledby=panel-title", "panel")?;
    add(&frame, &dom.line("h3 id=panel-title tabindex=-1", "", Say::Panel)?)?;
    add(&frame, &dom.make("div", "panel-body")?)?;
    Ok(frame)
}

/// What a finding weighs in the panel: its severity while it is open, else what it came to.
fn weight(finding: &Json) -> &str {
    match member(finding, "outcome") {
        "unmet" => member(finding, "severity"),
        other => other,
    }
}

/// Weights in the order in which they are counted.
const WEIGHTS: [&str; 6] = ["error", "must", "should", "hint", "met", "review"];

/// “Cần sửa 1 · Nên bổ sung 2”: what is not there is not counted.
fn counts(dom: &Dom, weights: &[&str]) -> String {
    let count = |wanted: &str| weights.iter().filter(|weight| **weight == wanted).count();
    let mut out = String::new();
    for (weight, n) in WEIGHTS.iter().map(|weight| (weight, count(weight))).filter(|(_, n)| *n > 0) {
        let parted = if out.is_empty() { "" } else { " · " };
        out.push_str(&format!("{parted}{} {n}", dom.say(tag(weight))));
    }
    out
}

/// Brings the panel up to date; what is open stays open, what has the focus keeps it, and while an answer is being written nothing moves.
pub fn fill(dom: &Dom, state: &State, step: &Element) -> Made<()> {
    let Some(place) = step.query_selector(".panel-body")? else { return Ok(()) };
    let bar = fix::undo(dom, state, None)?;
    let undo = bar.as_ref().and_then(|bar| bar.text_content()).unwrap_or_default();
    let signature = format!("{}{undo}{}", state.guide.title, state.report.to_text());
    if place.get_attribute("data-is").as_deref() == Some(signature.as_str()) || place.query_selector("textarea:focus")?.is_some() {
        return Ok(());
    }
    let opened = keys(&place, "details[open]")?;
    let held = keys(&place, "details:focus-within")?.pop();
    let within = place.matches(":focus-within")?;
    clear(&place);
    place.set_attribute("data-is", &signature)?;
    head(dom, state, &place)?;
    if let Some(bar) = bar {
        add(&place, &bar)?;
    }
    for step in Step::ALL {
        part(dom, state, step, &place)?;
    }
    kept(dom, state, &place)?;
    for key in opened {
        if let Some(details) = place.query_selector(&format!("details[data-key=\"{key}\"]"))? {
            details.set_attribute("open", "")?;
        }
    }
    if let Some(summary) = held.map(|key| place.query_selector(&format!("details[data-key=\"{key}\"] > summary"))).transpose()?.flatten() {
        focus(&summary);
    } else if within && let Some(title) = step.query_selector(".panel h3")? {
        focus(&title);
    }
    Ok(())
}

fn keys(place: &Element, selector: &str) -> Made<Vec<String>> {
    Ok(elements(place, selector)?.iter().filter_map(|one| one.get_attribute("data-key")).collect())
}

/// By what it is checked, points, and how many there are of each kind.
fn head(dom: &Dom, state: &State, place: &Element) -> Made<()> {
    let line = |class: &str, text: &str| if text.is_empty() { Ok(()) } else { add(place, &dom.text("p", class, text)?) };
    let (report, guide) = (&state.report, &state.guide);
    if *report == Json::Null {
        return line("none", dom.say(Say::PanelWait));
    }
    if !guide.title.is_empty() {
        line("", &dom.fill(Say::SampleNote, &[("title", &guide.title)]))?;
        let outside = match report.get("guideline").map_or("", |guideline| member(guideline, "outside")) {
            "before" => Some(Say::OutsideBefore),
            "after" => Some(Say::OutsideAfter),
            _ => None,
        };
        if let Some(sentence) = outside {
            line("notice", &dom.fill(sentence, &[("title", &guide.title), ("days", &guide.effective())]))?;
        }
    }
    if let Some(score) = report.get("score") {
        let figure = |name: &str| number::show(score.get(name).and_then(Json::number).unwrap_or_default());
        let mut text = dom.fill(Say::Points, &[("got", &figure("got")), ("max", &figure("max"))]);
        if score.get("sample") == Some(&Json::Bool(true)) {
            text = format!("{text} {}", dom.say(Say::PointsSample));
        }
        if let Some(band) = score.get("band").and_then(Json::text) {
            text = format!("{text}: {}", guide.band(band));
        }
        line("points", &text)?;
    }
    let mut weights: Vec<&str> = rows(report, "errors").map(|_| "error").collect();
    weights.extend(rows(report, "findings").map(weight));
    let all = counts(dom, &weights);
    line("counts", if all.is_empty() { dom.say(Say::PanelNone) } else { &all })
}

/// One step: what is open, what people judge, what is there.
fn part(dom: &Dom, state: &State, step: Step, place: &Element) -> Made<()> {
    let here = |of: &Json| state.step_of(member(of, "path"), member(of, "step")) == steps::name(step);
    let errors: Vec<&Json> = rows(&state.report, "errors").filter(|error| here(error)).collect();
    let findings: Vec<&Json> = rows(&state.report, "findings").filter(|finding| finding.get("target").is_some_and(&here)).collect();
    let mut weights = vec!["error"; errors.len()];
    weights.extend(findings.iter().map(|finding| weight(finding)));
    let all = counts(dom, &weights);
    if all.is_empty() {
        return Ok(());
    }
    let frame = dom.make("section", "part")?;
    add(&frame, &dom.text("h4", "", &format!("{}. {}", steps::number(step), steps::title(dom, step)))?)?;
    add(&frame, &dom.text("p", "counts", &all)?)?;
    for error in errors {
        let row = dom.make("p", "point error")?;
        add(&row, &dom.text("strong", "", &format!("{}: ", dom.say(tag("error"))))?)?;
        let link = link(dom, state, member(error, "message"), (member(error, "path"), member(error, "step")), None)?;
        mark(&link, &state.guide)?;
        add(&row, &link)?;
        add(&frame, &row)?;
    }
    for wanted in ["must", "should", "hint"] {
        for finding in findings.iter().filter(|finding| weight(finding) == wanted) {
            add(&frame, &point(dom, state, finding)?)?;
        }
    }
    for (outcome, title) in [("review", Say::ForReview), ("met", Say::Met)] {
        let of: Vec<&&Json> = findings.iter().filter(|finding| weight(finding) == outcome).collect();
        if of.is_empty() {
            continue;
        }
        let group = details(dom, "group", &format!("{}-{outcome}", steps::name(step)), ("", &format!("{} ({})", dom.say(title), of.len()), None))?;
        for finding in of {
            add(&group, &point(dom, state, finding)?)?;
        }
        add(&frame, &group)?;
    }
    add(place, &frame)
}

/// Something that opens: its summary in one or two parts, the first strong, the second perhaps a guideline’s.
fn details(dom: &Dom, class: &str, key: &str, (strong, text, guide): (&str, &str, Option<&Guide>)) -> Made {
    let details = dom.build("details", class, &[("data-key", key)], "")?;
    let line = dom.make("summary", "")?;
    if !strong.is_empty() {
        add(&line, &dom.text("strong", "", strong)?)?;
    }
    let told = dom.text("span", "", text)?;
    if let Some(guide) = guide {
        mark(&told, guide)?;
    }
    add(&line, &told)?;
    add(&details, &line)?;
    Ok(details)
}

/// One finding.
fn point(dom: &Dom, state: &State, finding: &Json) -> Made {
    let (weight, criterion) = (weight(finding), member(finding, "criterion"));
    // What the group says already is not said again.
    let strong = if matches!(weight, "met" | "review") { String::new() } else { format!("{}: ", dom.say(tag(weight))) };
    let frame = details(dom, &format!("point {weight}"), criterion, (&strong, member(finding, "message"), Some(&state.guide)))?;
    let title = member(finding, "title");
    if !title.is_empty() {
        let line = dom.text("p", "source", &format!("{} {criterion}: ", dom.say(Say::Criterion)))?;
        add(&line, &dom.quote("span", "", title, &state.guide)?)?;
        add(&frame, &line)?;
    }
    detail::body(dom, state, finding, &frame)?;
    let leads = dom.make("p", "leads")?;
    let mut seen: Vec<(&str, Option<(u32, u32)>)> = Vec::new();
    for target in targets(finding) {
        let (path, words) = (member(target, "path"), span(target));
        if path.is_empty() || seen.contains(&(path, words)) {
            continue;
        }
        seen.push((path, words));
        let label = state.label(path);
        let said = words.and_then(|words| fix::cut(pointer::get(&state.tree, path)?.text()?, words)).map_or("", |(_, said, _)| said);
        let text =
            if said.is_empty() { dom.fill(Say::GoTo, &[("label", &label)]) } else { dom.fill(Say::GoToWords, &[("label", &label), ("words", &excerpt(said))]) };
        add(&leads, &link(dom, state, &text, (path, member(target, "step")), words)?)?;
    }
    add(&frame, &leads)?;
    if weight != "met" || !replies::of(&state.tree, criterion).is_empty() {
        reply(dom, state, criterion, &frame)?;
    }
    Ok(frame)
}

/// Words as long as a link can carry.
fn excerpt(words: &str) -> String {
    if words.chars().count() > 40 { words.chars().take(39).chain(['…']).collect() } else { words.to_owned() }
}

/// The box for an answer.
fn reply(dom: &Dom, state: &State, criterion: &str, frame: &Element) -> Made<()> {
    let id = format!("reply-{criterion}");
    let help = format!("{id}-help");
    add(frame, &dom.build("label", "label", &[("for", &id)], dom.say(Say::Reply))?)?;
    add(frame, &dom.build("p", "help", &[("id", &help)], dom.say(Say::ReplyHelp))?)?;
    let area = dom.build("textarea rows=2", "input", &[("id", &id), ("data-reply", criterion), ("aria-describedby", &help)], "")?;
    super::dom::begin_with(&area, replies::of(&state.tree, criterion));
    add(frame, &area)
}

/// Answers to what is not said any more: kept, and within reach.
fn kept(dom: &Dom, state: &State, place: &Element) -> Made<()> {
    let said = |criterion: &str| {
        rows(&state.report, "findings").any(|finding| member(finding, "criterion") == criterion && member(finding, "outcome") != "not-applicable")
    };
    let left: Vec<&str> = replies::criteria(&state.tree).into_iter().filter(|criterion| !said(criterion)).collect();
    if left.is_empty() || state.report == Json::Null {
        return Ok(());
    }
    let group = details(dom, "group", "replies", ("", &format!("{} ({})", dom.say(Say::RepliesKept), left.len()), None))?;
    for criterion in left {
        add(&group, &dom.text("p", "", &format!("{} {criterion}", dom.say(Say::Criterion)))?)?;
        reply(dom, state, criterion, &group)?;
    }
    add(place, &group)
}
