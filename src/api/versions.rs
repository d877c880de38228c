//! Two versions of a record, and a record of an earlier year repeated.

use wasm_bindgen::prelude::*;

use super::{Core, busy, fresh_id, object, thrown};

#[wasm_bindgen]
impl Core {
    /// What differs between two versions.
    pub fn compare(&self, before: &[u8], after: &[u8], options: &[u8]) -> Result<JsValue, JsValue> {
        let compared = self.engine.try_borrow().map_err(|_| busy())?.compare(before, after, options).map_err(thrown)?;
        Ok(object(&compared))
    }

    /// First and last year of a registration.
    pub fn years(&self, text: &[u8]) -> Result<JsValue, JsValue> {
        let years = self.engine.try_borrow().map_err(|_| busy())?.years(text).map_err(thrown)?;
        Ok(object(&years))
    }

    /// A registration of an earlier year as the beginning of a new one; `millis` is the time, `random` at least ten random bytes.
    pub fn duplicate(&self, text: &[u8], asked: &[u8], options: &[u8], millis: f64, random: &[u8]) -> Result<JsValue, JsValue> {
        let engine = self.engine.try_borrow().map_err(|_| busy())?;
        let copy = engine.duplicate(text, asked, fresh_id(millis, random), options).map_err(thrown)?;
        Ok(object(&copy))
    }
}
