//! What the form asks of its surroundings: the engine, the drafts, files and print. `www/host.js` answers; none of its functions throws.

use wasm_bindgen::prelude::*;
use web_sys::Element;

#[wasm_bindgen]
extern "C" {
    /// The object that JavaScript gives.
    pub type Host;

    /// An element: its tag and what is behind it ([`Dom::make`](super::dom::Dom::make)), then names and values of attributes, all with NUL between
    /// them; and its text.
    #[wasm_bindgen(method, catch)]
    pub fn make(this: &Host, what: &str, text: &str) -> Result<Element, JsValue>;
    /// Begins to load the engine; [`App::engine_ready`](super::App) is called when it is there.
    #[wasm_bindgen(method)]
    pub fn wake(this: &Host);
    /// Calls [`App::engine_ready`](super::App) when the event that is being handled, and the click that may follow, are over.
    #[wasm_bindgen(method)]
    pub fn soon(this: &Host);
    /// Report of a record, both JSON; nothing while the engine is not there.
    #[wasm_bindgen(method)]
    pub fn check(this: &Host, record: &str) -> Option<String>;
    /// The repair that can be offered for what stands in a box, JSON; "" when there is none, nothing while the engine is not there.
    #[wasm_bindgen(method)]
    pub fn repair(this: &Host, typed: &str) -> Option<String>;
    /// Document of a record, both JSON; nothing while the engine is not there.
    #[wasm_bindgen(method)]
    pub fn document(this: &Host, record: &str) -> Option<String>;
    /// Code of the unit of a name: `kind` is `province` or `commune`; nothing unless there is exactly one.
    #[wasm_bindgen(method, js_name = unitCode)]
    pub fn unit_code(this: &Host, kind: &str, name: &str, province: &str) -> Option<String>;
    /// Full name of the unit of a code; nothing while the list is not there.
    #[wasm_bindgen(method, js_name = unitName)]
    pub fn unit_name(this: &Host, code: &str) -> Option<String>;
    /// Date of the unit list; nothing while it is not there.
    #[wasm_bindgen(method, js_name = unitsDate)]
    pub fn units_date(this: &Host) -> Option<String>;
    /// What a text in the box of a `province` or `commune` may mean, JSON (`messages::places`); nothing while the list is not there.
    #[wasm_bindgen(method)]
    pub fn places(this: &Host, kind: &str, text: &str, province: &str) -> Option<String>;
    /// Fetches the list of former units; then [`App::engine_ready`](super::App) is called.
    #[wasm_bindgen(method, js_name = formerUnits)]
    pub fn former_units(this: &Host);
    /// Keeps a draft; the answer comes to [`App::draft`](super::App).
    #[wasm_bindgen(method)]
    pub fn keep(this: &Host, draft: &str);
    /// Another record is about to stand in the form: the draft of this one is put away as it is.
    #[wasm_bindgen(method)]
    pub fn part(this: &Host);
    /// A button that is not the form's own was pressed: drafts, sending.
    #[wasm_bindgen(method)]
    pub fn act(this: &Host, action: &str, on: &str);
    /// Lets a record leave the form: `save`, `pdf`, `docx`, `send`.
    #[wasm_bindgen(method)]
    pub fn export(this: &Host, what: &str, record: &str);
    /// Prints a document that is already made.
    #[wasm_bindgen(method)]
    pub fn print(this: &Host, document: &Element, title: &str);
    /// Lets the person choose a file; its content comes to [`App::offer`](super::App).
    #[wasm_bindgen(method, js_name = chooseFile)]
    pub fn choose_file(this: &Host);
    /// Tells the page that something changed at a path.
    #[wasm_bindgen(method)]
    pub fn changed(this: &Host, path: &str);
    /// Tells the page of a report, JSON.
    #[wasm_bindgen(method)]
    pub fn checked(this: &Host, report: &str);
    /// Tells the webmaster of trouble; the officer sees a sentence.
    #[wasm_bindgen(method)]
    pub fn trouble(this: &Host, what: &JsValue);
}
