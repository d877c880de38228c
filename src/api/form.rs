//! What only the form asks of the engine: JSON text both ways, units by name, the record as it leaves the form.

use wasm_bindgen::prelude::*;

use super::{Core, busy, thrown};
use crate::engine::pdf_refused;
use crate::json::{self, Json};

#[wasm_bindgen]
impl Core {
    /// Report of a record; both JSON text.
    #[wasm_bindgen(js_name = checkText)]
    pub fn check_text(&self, text: &[u8], options: &[u8]) -> Result<String, JsValue> {
        let report = self.engine.try_borrow().map_err(|_| busy())?.check(text, options).map_err(thrown)?;
        Ok(json::tree(&report).to_text())
    }

    /// The repair of what stands in a box, JSON; nothing when there is nothing to offer.
    #[wasm_bindgen(js_name = offerRepair)]
    pub fn offer_repair(&self, typed: &str) -> Option<String> {
        Some(self.engine.try_borrow().ok()?.offer(typed)?.to_text())
    }

    /// The record as it leaves the form, with the portal, the guideline and the revision written in: `{ text, digest, revision }`.
    #[wasm_bindgen(js_name = exportRecord)]
    pub fn export_record(&self, text: &[u8], options: &[u8], last: &str) -> Result<JsValue, JsValue> {
        let (record, digest) = self.engine.try_borrow().map_err(|_| busy())?.export(text, options, last).map_err(thrown)?;
        let revision = record.revision.unwrap_or_default() as f64;
        let text = crate::record::canonical(&record);
        Ok(super::object(&Json::Object(vec![("text".to_owned(), text.into()), ("digest".to_owned(), digest.into()), ("revision".to_owned(), revision.into())])))
    }

    /// Refuses a file that is longer than anything that is opened, before it is read: a film that was dropped by mistake.
    #[wasm_bindgen(js_name = mayOpen)]
    pub fn may_open(&self, bytes: f64) -> Result<(), JsValue> {
        const MOST: f64 = 50_000_000.0;
        if bytes > MOST { Err(thrown(pdf_refused("too-big", &bytes.to_string(), &MOST.to_string()))) } else { Ok(()) }
    }

    /// Whether a file is to be read as a PDF: a record begins with a brace, the mark of a PDF stands in its first kilobyte.
    #[wasm_bindgen(js_name = isPdf)]
    pub fn is_pdf(&self, file: &[u8], name: &str) -> bool {
        let head = file.get(..file.len().min(1024)).unwrap_or_default();
        let marked = head.windows(5).any(|window| window == b"%PDF-");
        !head.trim_ascii_start().starts_with(b"{") && (marked || name.to_ascii_lowercase().ends_with(".pdf"))
    }

    /// What the state of a PDF means, in a sentence.
    #[wasm_bindgen(js_name = pdfState)]
    pub fn pdf_state(&self, state: &str) -> String {
        crate::messages::pdf_state(state).to_owned()
    }

    /// Code of the only unit that has a name; `kind`: `province`, `commune`.
    #[wasm_bindgen(js_name = unitCode)]
    pub fn unit_code(&self, kind: &str, name: &str, province: &str) -> Option<String> {
        let units = self.engine.try_borrow().ok()?.units()?;
        let codes: Vec<&str> = if kind == "province" {
            units.find_provinces(name).iter().map(|unit| unit.code).collect()
        } else {
            let within = (!province.is_empty()).then_some(province);
            units.find_communes(name, within).iter().map(|unit| unit.code).collect()
        };
        match codes.as_slice() {
            [only] => Some((*only).to_owned()),
            _ => None,
        }
    }

    /// Full name of the unit of a code.
    #[wasm_bindgen(js_name = unitName)]
    pub fn unit_name(&self, code: &str) -> Option<String> {
        let units = self.engine.try_borrow().ok()?.units()?;
        units.province(code).map(|unit| unit.full_name()).or_else(|| units.commune(code).map(|unit| unit.full_name()))
    }

    /// What a text may mean, JSON: see [`crate::messages::places`].
    pub fn places(&self, kind: &str, text: &str, province: &str) -> Option<String> {
        let units = self.engine.try_borrow().ok()?.units()?;
        Some(crate::messages::places(&units, kind, text, province).to_text())
    }

    /// Date of the unit list.
    #[wasm_bindgen(js_name = unitsDate)]
    pub fn units_date(&self) -> Option<String> {
        self.engine.try_borrow().ok()?.units().map(|units| units.date.clone())
    }
}
