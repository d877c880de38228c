//! The list below the box of a province or commune: an ARIA 1.2 combobox with a list.
//!
//! The text in the box is the person's: nothing is completed or rewritten in it while it is typed, what the list does not know is kept as it stands, and an
//! option is taken only by Enter or a press. The list may be long, so it is searched in the engine; while that is not there the box is a plain one.

use wasm_bindgen::JsCast as _;
use web_sys::{Element, Event, KeyboardEvent};

use super::app::Inner;
use super::detail::{member, rows};
use super::dom::{Dom, Made, add, clear, id_of, set_text, set_value, show, value};
use super::findings;
use super::state::State;
use crate::json::{Json, Limits, Members, pointer, read};
use crate::messages::Say;
use crate::record::fields::Holds;
use crate::text::date::{self, Partial};
use crate::text::fold::soft;

/// Where the province stands that a commune is looked for in.
const PROVINCE: &str = "/applicant/address/province";
/// Day of the list that a code is from.
const LIST_DATE: &str = "/applicant/address/listDate";

/// What makes a box a combobox; the id of its list follows.
pub const COMBOBOX: &str = " role=combobox aria-autocomplete=list aria-expanded=false spellcheck=false aria-controls=";

/// Adds the list to such a box.
pub fn combobox(dom: &Dom, control: &Element, path: &str, named: &str) -> Made {
    let around = dom.make("div", "combo")?;
    add(&around, control)?;
    let popup = dom.make("div hidden=", "popup")?;
    // What scrolls is a stop of Tab in newer browsers, and would take the focus with it when the list closes.
    add(&popup, &dom.build("ul role=listbox tabindex=-1", "", &[("id", &format!("{}-list", id_of(path))), ("aria-label", named)], "")?)?;
    add(&popup, &dom.make("p", "help")?)?;
    add(&around, &popup)?;
    // Always there and never hidden, so that what it says is read out.
    add(&around, &dom.make("p role=status", "unseen")?)?;
    Ok(around)
}

/// The parts of a box's list.
struct Parts {
    popup: Element,
    list: Element,
    note: Element,
    count: Element,
}

fn parts(control: &Element) -> Option<Parts> {
    let around = control.closest(".combo").ok()??;
    let part = |selector: &str| around.query_selector(selector).ok().flatten();
    Some(Parts { popup: part(".popup")?, list: part("ul")?, note: part(".help")?, count: part(".unseen")? })
}

/// Whether an element is such a box.
pub fn is_combobox(control: &Element) -> bool {
    control.get_attribute("role").as_deref() == Some("combobox")
}

fn is_open(control: &Element) -> bool {
    control.get_attribute("aria-expanded").as_deref() == Some("true")
}

fn active(control: &Element) -> Option<Element> {
    parts(control)?.list.query_selector("[aria-selected=true]").ok().flatten()
}

/// The province that stands in the record: its code, or else its name.
fn province(state: &State) -> String {
    let part = |name: &str| pointer::get(&state.tree, &format!("{PROVINCE}/{name}")).and_then(Json::text).filter(|text| !text.is_empty());
    part("code").or_else(|| part("name")).unwrap_or_default().to_owned()
}

impl Inner {
    /// Shows what the text in a box may mean. `all`: whatever stands in it, when that is known already.
    pub fn open_places(&self, control: &Element, all: bool) {
        let (Some(path), Some(parts)) = (control.get_attribute("data-path"), parts(control)) else { return };
        let Ok(state) = self.state.try_borrow() else { return };
        let known = pointer::get(&state.tree, &format!("{path}/code")).is_some();
        let text = if all && known { String::new() } else { value(control) };
        let is_province = matches!(state.holds(&path), Some(Holds::Province));
        let (kind, within) = if is_province { ("province", String::new()) } else { ("commune", province(&state)) };
        drop(state);
        let Some(answer) = self.host.places(kind, &text, &within) else {
            // Asked again when the engine is there.
            drop(control.set_attribute("data-asking", ""));
            return;
        };
        let answer = read(answer.as_bytes(), Limits { bytes: 1024 * 1024, depth: 8, members: 10_000 }).unwrap_or_default();
        let first = rows(&answer, "options").next().map_or("", |option| member(option, "name"));
        if !all && soft(first) == soft(&text) && (is_province || !within.is_empty()) && !text.trim().is_empty() {
            // The whole name: nothing is left to choose, and the list would cover the next box.
            return close(control);
        }
        let before = active(control).and_then(|option| option.get_attribute("data-code"));
        self.mind(self.fill(control, &parts, &answer, text.trim().is_empty()));
        if let Some(code) = before {
            activate(control, parts.list.query_selector(&format!("[data-code=\"{code}\"]")).ok().flatten().as_ref());
        }
        if answer.get("wanted") == Some(&Json::Bool(true)) {
            drop(control.set_attribute("data-asking", ""));
            self.host.former_units();
        }
    }

    fn fill(&self, control: &Element, parts: &Parts, answer: &Json, blank: bool) -> Made<()> {
        control.remove_attribute("data-asking")?;
        activate(control, None);
        clear(&parts.list);
        for (at, option) in rows(answer, "options").enumerate() {
            add(&parts.list, &option_row(&self.dom, option, &format!("{}-{at}", parts.list.id()))?)?;
        }
        let shown = rows(answer, "options").count();
        // As a whole number: writing a float would bring six kilobytes of tables into the form.
        let total = answer.get("total").and_then(Json::number).unwrap_or_default() as usize;
        let day = Partial::from_iso(member(answer, "date")).map_or_else(String::new, date::show);
        let told = match (shown, blank) {
            (0, true) => self.dom.fill(Say::PlaceType, &[]),
            (0, false) => self.dom.fill(Say::PlaceNone, &[]),
            (shown, _) if shown >= total => self.dom.fill(Say::PlaceCount, &[("n", &shown.to_string())]),
            (shown, _) => self.dom.fill(Say::PlaceMore, &[("n", &shown.to_string()), ("of", &total.to_string())]),
        };
        set_text(&parts.count, &told);
        set_text(&parts.note, &format!("{told} {}", self.dom.fill(Say::PlaceList, &[("date", &day)])));
        if parts.popup.has_attribute("hidden") {
            show(&parts.popup, true)?;
            into_view(&parts.popup);
        }
        control.set_attribute("aria-expanded", "true")
    }

    /// Asks again for the box that is being typed in: the engine or another list came.
    pub fn ask_places_again(&self) {
        let Some(control) = self.root.active_element().filter(is_combobox) else { return };
        if control.has_attribute("data-asking") {
            self.open_places(&control, !control.has_attribute("data-typed"));
        }
    }

    /// Keys of a combobox; the text keeps all others.
    pub fn key(&self, control: &Element, event: &Event) {
        let Some(event) = event.dyn_ref::<KeyboardEvent>().filter(|event| !event.is_composing()) else { return };
        if !is_combobox(control) {
            return;
        }
        let open = is_open(control);
        let key = event.key();
        let all = parts(control).map(|parts| parts.list.children()).filter(|_| open);
        let last = all.as_ref().map_or(0, |all| all.length()).checked_sub(1);
        let at = active(control).and_then(|option| (0..=last?).find(|at| all.as_ref().and_then(|all| all.item(*at)).as_ref() == Some(&option)));
        let to = match (key.as_str(), at, last) {
            ("ArrowDown" | "ArrowUp", _, _) if !open => {
                self.open_places(control, true);
                return event.prevent_default();
            }
            ("ArrowDown", None, Some(_)) | ("Home", Some(_), Some(_)) => 0,
            ("ArrowDown", Some(at), Some(last)) => {
                if at < last {
                    at + 1
                } else {
                    0
                }
            }
            ("ArrowUp", Some(at), Some(_)) if at > 0 => at - 1,
            ("ArrowUp", _, Some(last)) | ("End", Some(_), Some(last)) => last,
            ("Enter", Some(_), _) => {
                event.prevent_default();
                return active(control).map(|option| self.choose_place(&option)).unwrap_or_default();
            }
            ("Escape", _, _) if open => {
                // Nor does a dialog of the page close.
                event.prevent_default();
                event.stop_propagation();
                return close(control);
            }
            _ => return,
        };
        event.prevent_default();
        activate(control, all.and_then(|all| all.item(to)).as_ref());
    }

    /// A pointer on the list does not take the focus from the box; what was pressed follows as a click.
    pub fn hold_focus(&self, target: &Element, event: &Event) {
        if target.closest(".popup").ok().flatten().is_some() {
            event.prevent_default();
        }
    }

    /// The person takes an option: the commune, and with it the province that the option names.
    pub fn choose_place(&self, option: &Element) {
        let part = |name: &str| option.get_attribute(name).unwrap_or_default();
        let Some(control) = option.closest(".combo").ok().flatten().and_then(|around| around.query_selector("[role=combobox]").ok().flatten()) else { return };
        let path = control.get_attribute("data-path").unwrap_or_default();
        let mut places = vec![(path.clone(), part("data-code"), part("data-name"))];
        if !part("data-province").is_empty() {
            places.push((PROVINCE.to_owned(), part("data-province"), part("data-within")));
        }
        let Ok(mut state) = self.state.try_borrow_mut() else { return };
        for (path, code, name) in &places {
            let held = pointer::get(&state.tree, &format!("{path}/code")).and_then(Json::text);
            // A province that is chosen already keeps the words that stand in its box.
            if *path == PROVINCE && places.len() > 1 && held == Some(code) {
                continue;
            }
            let members: Members = vec![("code".to_owned(), code.as_str().into()), ("name".to_owned(), name.as_str().into())];
            pointer::set(&mut state.tree, path, Json::Object(members));
            if let Ok(Some(control)) = self.frame.step.query_selector(&format!("[data-path=\"{path}\"]")) {
                set_value(&control, name);
                drop(control.remove_attribute("data-typed"));
            }
            state.touch(path);
        }
        self.date_places(&mut state);
        state.changed = true;
        drop(state);
        close(&control);
        let names: Vec<&str> = places.iter().map(|(_, _, name)| name.as_str()).collect();
        findings::status(&self.frame.status, &self.dom.fill(Say::PlaceChosen, &[("name", &names.join(", "))]));
        self.keep(&path);
        self.host.soon();
    }

    /// Notes the day of the list that the codes are from; without a code there is none.
    pub fn date_places(&self, state: &mut State) {
        let coded = [PROVINCE, "/applicant/address/commune"].iter().any(|path| pointer::get(&state.tree, &format!("{path}/code")).is_some());
        if !coded {
            pointer::remove(&mut state.tree, LIST_DATE);
        } else if let Some(day) = self.host.units_date() {
            pointer::set(&mut state.tree, LIST_DATE, day.into());
        }
    }
}

/// “Xã Ninh Hải, Tỉnh Khánh Hòa (mã 22852)”, and what a former name has to do with it.
fn option_row(dom: &Dom, option: &Json, id: &str) -> Made {
    // Vietnamese: names of places, and what the engine says of them.
    let row = dom.build("li role=option aria-selected=false data-action=place lang=vi", "", &[("id", id)], "")?;
    for name in ["code", "name", "province", "within"] {
        row.set_attribute(&format!("data-{name}"), member(option, name))?;
    }
    add(&row, &dom.text("strong", "", member(option, "name"))?)?;
    let within = match member(option, "within") {
        "" => String::new(),
        within => format!(", {within}"),
    };
    add(&row, &dom.text("span", "", &format!("{within} {}", dom.fill(Say::PlaceCode, &[("code", member(option, "code"))])))?)?;
    if !member(option, "note").is_empty() {
        add(&row, &dom.text("span", "note", member(option, "note"))?)?;
    }
    Ok(row)
}

/// Marks an option as the one that Enter would take, or none.
fn activate(control: &Element, option: Option<&Element>) {
    if let Some(before) = active(control) {
        drop(before.set_attribute("aria-selected", "false"));
    }
    match option {
        Some(option) => {
            drop(option.set_attribute("aria-selected", "true"));
            drop(control.set_attribute("aria-activedescendant", &option.id()));
            into_view(option);
        }
        None => drop(control.remove_attribute("aria-activedescendant")),
    }
}

/// Scrolls no farther than needed.
fn into_view(element: &Element) {
    let nearest = web_sys::ScrollIntoViewOptions::new();
    nearest.set_block(web_sys::ScrollLogicalPosition::Nearest);
    element.scroll_into_view_with_scroll_into_view_options(&nearest);
}

/// Hides the list of a box.
pub fn close(control: &Element) {
    let Some(parts) = parts(control) else { return };
    activate(control, None);
    drop(show(&parts.popup, false));
    set_text(&parts.count, "");
    drop(control.set_attribute("aria-expanded", "false"));
    drop(control.remove_attribute("data-asking"));
}
