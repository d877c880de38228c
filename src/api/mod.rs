//! WebAssembly exports: the engine for `index.js`. Text goes in, plain objects come out; a refusal is thrown as `{ code, message, problems }`.

mod form;
mod rollup;
mod versions;

use std::cell::RefCell;
use std::rc::Rc;

use js_sys::JsString;
use serde::Serialize as _;
use serde_wasm_bindgen::Serializer;
use wasm_bindgen::prelude::*;

use crate::engine::{Engine, Refusal, pdf_refused};
use crate::json::{self, Json, Limits, Problem};
use crate::portal;
use crate::record;

/// The engine as JavaScript holds it; elements share it.
#[wasm_bindgen]
pub struct Core {
    pub(crate) engine: Rc<RefCell<Engine>>,
}

/// NFC by the browser: its own tables weigh nothing here.
pub(crate) fn nfc(text: &str) -> String {
    let text: JsString = text.into();
    text.normalize("NFC").into()
}

/// A tree as a plain object.
pub(crate) fn object(tree: &Json) -> JsValue {
    // Plain trees have nothing that JavaScript cannot hold.
    tree.serialize(&Serializer::json_compatible()).unwrap_or(JsValue::UNDEFINED)
}

pub(crate) fn thrown(refusal: Refusal) -> JsValue {
    object(&refusal.to_json())
}

fn busy() -> JsValue {
    thrown(Problem { code: "internal", ..Problem::default() }.into())
}

#[wasm_bindgen]
impl Core {
    /// An engine that knows `mau`.
    #[wasm_bindgen(constructor)]
    pub fn new() -> Result<Core, JsValue> {
        Ok(Core { engine: Rc::new(RefCell::new(Engine::new(nfc).map_err(thrown)?)) })
    }

    /// Version of the software.
    pub fn version() -> String {
        env!("CARGO_PKG_VERSION").to_owned()
    }

    /// Takes in the unit list.
    #[wasm_bindgen(js_name = loadUnits)]
    pub fn load_units(&self, bytes: &[u8]) -> Result<(), JsValue> {
        self.engine.try_borrow_mut().map_err(|_| busy())?.load_units(bytes).map_err(thrown)
    }

    /// Takes in the list of former units.
    #[wasm_bindgen(js_name = loadFormerUnits)]
    pub fn load_former_units(&self, bytes: &[u8]) -> Result<(), JsValue> {
        self.engine.try_borrow_mut().map_err(|_| busy())?.load_former_units(bytes).map_err(thrown)
    }

    /// The guidelines that it knows.
    pub fn guidelines(&self) -> Result<JsValue, JsValue> {
        let engine = self.engine.try_borrow().map_err(|_| busy())?;
        let list = engine.known().iter().map(|rules| {
            let guideline = rules.guideline();
            Json::Object(vec![
                ("id".to_owned(), guideline.id.as_str().into()),
                ("version".to_owned(), guideline.version.as_str().into()),
                ("title".to_owned(), guideline.title.as_str().into()),
                ("sample".to_owned(), guideline.sample.unwrap_or(false).into()),
            ])
        });
        Ok(object(&Json::List(list.collect())))
    }

    /// A guideline that the engine knows.
    pub fn known(&self, id: &str) -> Result<JsValue, JsValue> {
        let rules = self.engine.try_borrow().map_err(|_| busy())?.rules(id).map_err(thrown)?;
        Ok(object(rules.own()))
    }

    /// Takes in a guideline.
    #[wasm_bindgen(js_name = loadGuideline)]
    pub fn load_guideline(&self, text: &[u8]) -> Result<JsValue, JsValue> {
        let rules = self.engine.try_borrow_mut().map_err(|_| busy())?.load_guideline(text).map_err(thrown)?;
        Ok(object(rules.own()))
    }

    /// Reads a portal file.
    pub fn portal(&self, text: &[u8]) -> Result<JsValue, JsValue> {
        portal::parse(text).map(|(_, tree)| object(&tree)).map_err(|problems| thrown(problems.into()))
    }

    /// A fresh record; `millis` is the time, `random` at least ten random bytes.
    pub fn create(&self, preset: &[u8], portal_text: &[u8], millis: f64, random: &[u8]) -> Result<JsValue, JsValue> {
        let portal = if portal_text.is_empty() { None } else { Some(portal::parse(portal_text).map_err(|problems| thrown(problems.into()))?.0) };
        let engine = self.engine.try_borrow().map_err(|_| busy())?;
        let record = engine.create(preset, portal.as_ref(), fresh_id(millis, random)).map_err(thrown)?;
        Ok(object(&record::to_tree(&record)))
    }

    /// Reads a record.
    pub fn parse(&self, text: &[u8]) -> Result<JsValue, JsValue> {
        let record = self.engine.try_borrow().map_err(|_| busy())?.parse(text).map_err(thrown)?;
        Ok(object(&record::to_tree(&record)))
    }

    /// Cleans every text of a record; only what is no JSON is refused.
    pub fn normalize(&self, text: &[u8]) -> Result<JsValue, JsValue> {
        let mut tree = json::read(text, Limits::default()).map_err(|problem| thrown(problem.into()))?;
        self.engine.try_borrow().map_err(|_| busy())?.normalize(&mut tree);
        Ok(object(&tree))
    }

    /// Canonical JSON of a record.
    pub fn canonical(&self, text: &[u8]) -> Result<String, JsValue> {
        let record = self.engine.try_borrow().map_err(|_| busy())?.parse(text).map_err(thrown)?;
        Ok(record::canonical(&record))
    }

    /// Repairs a text.
    pub fn repair(&self, text: &str) -> Result<JsValue, JsValue> {
        Ok(object(&self.engine.try_borrow().map_err(|_| busy())?.repair(text).map_err(thrown)?))
    }

    /// Checks a record; both are JSON text, for as one text hundreds of texts cross in one step, and a text crosses sooner than its bytes.
    pub fn check(&self, text: &str, options: &str) -> Result<String, JsValue> {
        let report = self.engine.try_borrow().map_err(|_| busy())?.check_text(text, options.as_bytes()).map_err(thrown)?;
        Ok(json::tree(&report).to_text())
    }

    /// Checks newline-delimited records.
    #[wasm_bindgen(js_name = checkMany)]
    pub fn check_many(&self, lines: &[u8], options: &[u8]) -> Result<Vec<u8>, JsValue> {
        self.engine.try_borrow().map_err(|_| busy())?.check_many(lines, options).map_err(thrown)
    }

    /// Makes html or text.
    pub fn summarize(&self, text: &[u8], options: &[u8]) -> Result<String, JsValue> {
        self.engine.try_borrow().map_err(|_| busy())?.summarize(text, options).map_err(thrown)
    }

    /// Makes what the PDF module takes: `{ document, record, report, id, revision, digest }`, the first three JSON text.
    pub fn parcel(&self, text: &[u8], options: &[u8]) -> Result<JsValue, JsValue> {
        let parcel = self.engine.try_borrow().map_err(|_| busy())?.parcel(text, options).map_err(thrown)?;
        let mut members: json::Members = vec![
            ("document".to_owned(), json::tree(&parcel.document).to_text().into()),
            ("record".to_owned(), record::canonical(&parcel.record).into()),
            ("report".to_owned(), parcel.report.to_text().into()),
            ("id".to_owned(), parcel.record.id.into()),
            ("digest".to_owned(), parcel.digest.into()),
        ];
        members.extend(parcel.record.revision.map(|revision| ("revision".to_owned(), (revision as f64).into())));
        Ok(object(&Json::Object(members)))
    }

    /// What the PDF module found in a file: `{ record, report?, state, revision? }`.
    #[wasm_bindgen(js_name = readBack)]
    pub fn read_back(&self, record: &[u8], report: &[u8], digest: &str, state: &str) -> Result<JsValue, JsValue> {
        let back = self.engine.try_borrow().map_err(|_| busy())?.read_back(record, report, digest).map_err(thrown)?;
        let state = if back.as_named { state } else { "changed" };
        let mut members: json::Members = vec![("record".to_owned(), record::to_tree(&back.record)), ("state".to_owned(), state.into())];
        members.extend(back.report.map(|report| ("report".to_owned(), report)));
        members.extend(back.record.revision.map(|revision| ("revision".to_owned(), (revision as f64).into())));
        Ok(object(&Json::Object(members)))
    }

    /// Why the PDF module read nothing, as a refusal.
    #[wasm_bindgen(js_name = pdfRefused)]
    pub fn pdf_refused(&self, code: &str, found: &str, expected: &str) -> JsValue {
        object(&pdf_refused(code, found, expected).to_json())
    }

    /// Makes the document for the PDF module, as JSON.
    pub fn document(&self, text: &[u8], options: &[u8]) -> Result<String, JsValue> {
        let document = self.engine.try_borrow().map_err(|_| busy())?.document(text, options).map_err(thrown)?;
        Ok(json::tree(&document).to_text())
    }
}

/// A UUIDv7; too few random bytes are filled with zeros.
pub(crate) fn fresh_id(millis: f64, random: &[u8]) -> String {
    let mut bytes = [0; 10];
    for (to, from) in bytes.iter_mut().zip(random) {
        *to = *from;
    }
    record::id_from(millis as u64, bytes)
}
