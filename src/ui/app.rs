//! The form as JavaScript holds it: made once for an element, told what happens outside, asked for the record.

use std::cell::RefCell;
use std::rc::Rc;

use wasm_bindgen::prelude::*;
use web_sys::{Event, EventTarget, ShadowRoot};

use super::dom::{Dom, Made, add, set_text};
use super::frame::{self, Frame};
use super::guide::Guide;
use super::host::Host;
use super::mend::{self, Mends};
use super::state::State;
use super::wording::Wording;
use super::{findings, panel, review, steps};
use crate::json::{Json, Limits, pointer, read};
use crate::messages::Say;
use crate::record::FORMAT;
use crate::record::fields::Step;

/// The form of one element.
#[wasm_bindgen]
pub struct App {
    pub(super) inner: Rc<Inner>,
    listeners: Vec<Listener>,
}

/// What is called for one type of event, as long as the form lives.
struct Listener {
    kind: &'static str,
    call: Closure<dyn FnMut(Event)>,
}

/// What the listeners share.
pub(super) struct Inner {
    pub dom: Dom,
    pub host: Host,
    pub root: ShadowRoot,
    pub frame: Frame,
    pub state: RefCell<State>,
}

#[wasm_bindgen]
impl App {
    /// Begins the form of a shadow root; [`App::draw`] and [`App::stand`] go on. `setup`: JSON with `id` (for a fresh record), `portal`, `guideline`, `year`, `send` (how the form is handed in),
    /// `lang` and `texts` (how the form speaks).
    #[wasm_bindgen(constructor)]
    pub fn new(root: ShadowRoot, host: Host, setup: &str) -> Result<App, JsValue> {
        let document = root.owner_document().ok_or_else(|| JsValue::from_str("no document"))?;
        let setup = read(setup.as_bytes(), generous()).unwrap_or_default();
        let dom = Dom { page: document, host: host.clone().unchecked_into(), wording: Wording::of(&setup) };
        let state = first_state(setup);
        let frame = frame::build(&dom, &state)?;
        let inner = Rc::new(Inner { dom, host, root, frame, state: RefCell::new(state) });
        Ok(App { inner, listeners: Vec::new() })
    }

    /// Draws the first step. A call of its own: between the two the page can hear what the storage answers.
    pub fn draw(&mut self) -> Result<(), JsValue> {
        self.inner.redraw()?;
        for kind in ["input", "paste", "change", "focusin", "focusout", "keydown", "mousedown", "pointerdown", "pointerup", "pointercancel", "click"] {
            let shared = self.inner.clone();
            let call = Closure::<dyn FnMut(Event)>::new(move |event: Event| shared.on(&event));
            EventTarget::add_event_listener_with_callback(self.inner.root.as_ref(), kind, call.as_ref().unchecked_ref())?;
            self.listeners.push(Listener { kind, call });
        }
        Ok(())
    }

    /// Puts the form into its shadow root.
    pub fn stand(&self) {
        self.inner.mind(add(&self.inner.root, &self.inner.frame.form));
    }

    /// Takes the listeners off; the element is going away.
    pub fn dispose(&mut self) {
        for Listener { kind, call } in self.listeners.drain(..) {
            drop(EventTarget::remove_event_listener_with_callback(self.inner.root.as_ref(), kind, call.as_ref().unchecked_ref()));
        }
    }

    /// The record as it is saved, JSON.
    pub fn record(&self) -> String {
        self.inner.state.try_borrow().map(|state| state.record().0.to_text()).unwrap_or_default()
    }

    /// Everything typed, also what a switch hides, JSON: the draft.
    pub fn everything(&self) -> String {
        self.inner.state.try_borrow().map(|state| state.tree.to_text()).unwrap_or_default()
    }

    /// Puts a record into the form, replacing what is there. `notice` is told in the status line. False when it cannot be read.
    #[wasm_bindgen(js_name = setRecord)]
    pub fn set_record(&self, record: &str, notice: &str) -> bool {
        let tree = read(record.as_bytes(), generous()).ok().filter(|tree| matches!(tree, Json::Object(_)));
        tree.map(|tree| self.inner.replace(tree, notice)).is_some()
    }

    /// An empty form of an id, with what page and portal preset, JSON.
    pub fn blank(&self, id: &str) -> String {
        self.inner.state.try_borrow().map(|state| blank(&state.setup, id).to_text()).unwrap_or_default()
    }

    /// Asks a question with two answers; each is a text and the action that comes back through [`Host::act`]. `focus`: the person just did something
    /// that asks for it; at the beginning of a visit the page is not moved.
    pub fn ask(&self, question: &str, yes: &str, yes_action: &str, no: &str, no_action: &str, focus: bool) {
        self.inner.mind(self.inner.ask(question, (yes, yes_action), (no, no_action), focus));
    }

    /// Offers a file that was opened: at once when the form is empty, else after a yes. `told`: what else is to be said of it.
    pub fn offer(&self, record: &str, name: &str, told: &str) {
        let Ok(tree) = read(record.as_bytes(), generous()) else { return };
        self.inner.offer(tree, name, told);
    }

    /// Takes over what a guideline says of the form, JSON. Boxes are drawn anew unless the person is in one of them: then with the next step.
    pub fn guideline(&self, text: &str) {
        let Ok(file) = read(text.as_bytes(), generous()) else { return };
        if let Ok(mut state) = self.inner.state.try_borrow_mut() {
            state.guide = Guide::of(&file, &state.setup);
        }
        if !self.inner.frame.step.matches(":focus-within").unwrap_or(true) {
            self.inner.mind(self.inner.redraw());
        }
    }

    /// The engine is there, or the unit list came: what the report says can be shown.
    #[wasm_bindgen(js_name = engineReady)]
    pub fn engine_ready(&self) {
        self.inner.recheck();
        self.inner.ask_places_again();
    }

    /// Checks the whole form and leads to the summary. Gives the report, JSON.
    pub fn check(&self) -> String {
        self.inner.check_all();
        self.inner.state.try_borrow().map(|state| state.report.to_text()).unwrap_or_default()
    }

    /// The last report, JSON.
    pub fn report(&self) -> String {
        self.inner.state.try_borrow().map(|state| state.report.to_text()).unwrap_or_default()
    }

    /// Prints the form.
    pub fn print(&self) {
        self.inner.print();
    }

    /// Tells about the draft: a sentence's name in `Say`, and the time.
    pub fn draft(&self, name: &str, time: &str) {
        if let Some(sentence) = Say::ALL.iter().find(|known| known.name() == name) {
            let note = &self.inner.frame.note;
            // The same with another time, as with every minute of typing, is not said again.
            let known = note.get_attribute("data-is").as_deref() == Some(name) && note.has_child_nodes();
            self.inner.mind(note.set_attribute("aria-live", if known { "off" } else { "polite" }).and_then(|()| note.set_attribute("data-is", name)));
            set_text(note, &self.inner.dom.fill(*sentence, &[("time", time)]));
        }
    }

    /// Tells something in the status line: a sentence's name in `Say`, with a name or text. Where no PDF could be made, printing is offered.
    pub fn tell(&self, name: &str, text: &str) {
        match Say::ALL.iter().find(|known| known.name() == name) {
            Some(Say::PdfPrint) => {
                findings::status(&self.inner.frame.made, "");
                self.inner.mind(self.inner.ask(
                    self.inner.dom.say(Say::PdfPrint),
                    (self.inner.dom.say(Say::Later), "keep-mine"),
                    (self.inner.dom.say(Say::Print), "print-instead"),
                    true,
                ));
            }
            Some(sentence) => {
                let frame = &self.inner.frame;
                // A document is made from the buttons at the foot, and told there: the line at the top may be many screens away.
                let at_foot = matches!(sentence, Say::PdfMaking | Say::DocxMaking | Say::PdfMade | Say::FileTooLong);
                let (place, other) = if at_foot { (&frame.made, &frame.status) } else { (&frame.status, &frame.made) };
                findings::status(other, "");
                findings::status(place, &self.inner.dom.fill(*sentence, &[("name", text), ("text", text)]));
            }
            None => {}
        }
    }

    /// Tells a sentence that is already made.
    #[wasm_bindgen(js_name = tellText)]
    pub fn tell_text(&self, text: &str) {
        findings::status(&self.inner.frame.status, text);
    }

    /// Tells that a file could not be opened, and why.
    pub fn refuse(&self, why: &str) {
        findings::status(&self.inner.frame.status, &format!("{} {why}", self.inner.dom.say(Say::FileRefused)));
    }

    /// Takes over what an export added to the record (its revision).
    #[wasm_bindgen(js_name = setRevision)]
    pub fn set_revision(&self, revision: f64) {
        if let Ok(mut state) = self.inner.state.try_borrow_mut() {
            pointer::set(&mut state.tree, "/revision", Json::Number(revision));
        }
    }

    /// Goes to a step by name.
    #[wasm_bindgen(js_name = goTo)]
    pub fn go_to(&self, step: &str) {
        if let Some(step) = steps::of_name(step) {
            self.inner.go(step, false);
        }
    }
}

/// Drafts and files of any size that a form can hold: a text that is too long must come back, not be refused.
pub(super) fn generous() -> Limits {
    Limits { bytes: 64 * 1024 * 1024, depth: 64, members: 200_000 }
}

/// Places that a portal may preset, and its members.
const PRESET: [(&str, &str); 2] = [("/applicant/address/province", "province"), ("/applicant/address/commune", "commune")];

/// An empty form, with what page and portal preset.
fn blank(setup: &Json, id: &str) -> Json {
    let mut tree = Json::Object(vec![("format".to_owned(), FORMAT.into()), ("id".to_owned(), id.into()), ("stage".to_owned(), "register".into())]);
    if let Some(year) = setup.get("year").and_then(Json::number) {
        pointer::set(&mut tree, "/period/from", Json::Number(year));
        pointer::set(&mut tree, "/period/to", Json::Number(year));
    }
    // The portal may preset where it stands; the names follow when the list is there.
    for (path, name) in PRESET {
        if let Some(code) = setup.get("portal").and_then(|portal| portal.get(name)?.text()) {
            pointer::set(&mut tree, &format!("{path}/code"), code.into());
        }
    }
    tree
}

fn first_state(setup: Json) -> State {
    let tree = blank(&setup, setup.get("id").and_then(Json::text).unwrap_or_default());
    State {
        tree,
        guide: Guide::of(setup.get("guideline").unwrap_or(&Json::Null), &setup),
        setup,
        step: Step::Applicant,
        touched: Vec::new(),
        all: false,
        report: Json::Null,
        removed: None,
        fixed: None,
        mends: Mends::default(),
        offered: None,
        pressing: false,
        changed: false,
    }
}

impl Inner {
    /// Draws the step anew, with everything around it.
    pub fn redraw(&self) -> Made<()> {
        let Ok(state) = self.state.try_borrow() else { return Ok(()) };
        let held = self.frame.step.query_selector("h2:focus")?.is_some();
        steps::fill(&self.dom, &state, &self.frame.step)?;
        if held {
            self.to_first(&["h2"]);
        }
        steps::buttons(&self.dom, &state, &self.frame.buttons)?;
        self.refresh(&state)
    }

    /// Brings findings, progress and preview up to date; boxes are not touched.
    pub fn refresh(&self, state: &State) -> Made<()> {
        // Without a report nothing stands beside the boxes: a record comes into the form with boxes drawn anew.
        if state.report != Json::Null || state.fixed.is_some() {
            findings::beside(&self.dom, state, &self.frame.step)?;
        }
        mend::below(&self.dom, &state.mends, &self.frame.step)?;
        steps::progress(&self.dom, state, &self.frame.nav)?;
        findings::summary(&self.dom, state, &self.frame.summary)?;
        if state.step == Step::Review {
            panel::fill(&self.dom, state, &self.frame.step)?;
            review::preview(&self.dom, state, &self.host, &self.frame.step)?;
        }
        Ok(())
    }

    /// Checks again and shows what may be shown.
    pub fn recheck(&self) {
        let Ok(mut state) = self.state.try_borrow_mut() else { return };
        self.name_places(&mut state);
        self.look(&mut state);
        self.judge(&mut state);
        let done = self.refresh(&state);
        drop(state);
        self.mind(done);
    }

    /// Asks for the report of what stands there now.
    pub fn judge(&self, state: &mut State) {
        if let Some(report) = self.host.check(&state.record().0.to_text()) {
            state.report = read(report.as_bytes(), generous()).unwrap_or_default();
            // A record of before July 2025: its places may have a present name.
            if report.contains("\"unknown-commune\"") || report.contains("\"unknown-province\"") {
                self.host.former_units();
            }
        }
    }

    /// Gives a place that has only a code its name.
    fn name_places(&self, state: &mut State) {
        for (path, _) in PRESET {
            let Some(place) = pointer::get(&state.tree, path).filter(|place| place.get("name").is_none()) else { continue };
            let Some(name) = place.get("code").and_then(Json::text).and_then(|code| self.host.unit_name(code)) else { continue };
            if let Ok(Some(control)) = self.frame.step.query_selector(&format!("[data-path=\"{path}\"]")) {
                super::dom::set_value(&control, &name);
            }
            pointer::set(&mut state.tree, &format!("{path}/name"), name.into());
        }
    }

    /// Checks everything and puts the focus on the summary.
    pub fn check_all(&self) {
        if let Ok(mut state) = self.state.try_borrow_mut() {
            state.all = true;
        }
        self.host.wake();
        self.recheck();
        let report = self.state.try_borrow().map(|state| state.report.to_text()).unwrap_or_default();
        self.host.checked(&report);
        super::dom::focus(&self.frame.summary);
    }

    /// Shows a step; the focus goes to its heading when a person went there.
    pub fn go(&self, step: Step, focus: bool) {
        if let Ok(mut state) = self.state.try_borrow_mut() {
            let left: Vec<String> = state.paths(state.step).into_iter().map(str::to_owned).collect();
            // Going on means having looked at a step; coming back to it does not.
            if steps::number(step) > steps::number(state.step) {
                left.iter().for_each(|path| state.touch(path));
            }
            state.step = step;
        }
        findings::status(&self.frame.made, "");
        self.mind(self.redraw());
        self.recheck();
        if focus {
            self.to_first(&["h2"]);
        }
    }

    /// Goes to the panel “Tự kiểm tra”.
    pub fn go_to_panel(&self) {
        self.host.wake();
        if self.state.try_borrow().is_ok_and(|state| state.step != Step::Review) {
            self.go(Step::Review, false);
        }
        self.to_first(&[".panel h3"]);
    }

    /// Puts the focus on the first of the places in the step that is there.
    pub fn to_first(&self, places: &[&str]) {
        if let Some(place) = places.iter().find_map(|place| self.frame.step.query_selector(place).ok().flatten()) {
            super::dom::focus(&place);
        }
    }

    /// Tells the webmaster of trouble in the page; the person goes on.
    pub fn mind(&self, done: Made<()>) {
        if let Err(trouble) = done {
            self.host.trouble(&trouble);
        }
    }
}
