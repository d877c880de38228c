//! The PDF module's one export: a document goes in as JSON, a PDF comes out.

use wasm_bindgen::prelude::*;

use crate::json::{Limits, read, typed};
use crate::summary::document::Document;
use crate::summary::pdf;

/// Renders a document. `missing`: the characters that the fonts do not have, drawn as boxes.
#[wasm_bindgen]
pub struct Rendered {
    bytes: Vec<u8>,
    missing: String,
}

#[wasm_bindgen]
impl Rendered {
    /// The file.
    #[wasm_bindgen(getter)]
    pub fn bytes(&self) -> Vec<u8> {
        self.bytes.clone()
    }
    /// Characters that could not be printed.
    #[wasm_bindgen(getter)]
    pub fn missing(&self) -> String {
        self.missing.clone()
    }
}

/// Renders a document given as JSON.
///
/// # Errors
/// A sentence for the developer; the core makes the documents, so a person never sees one.
#[wasm_bindgen]
pub fn render(document: &[u8]) -> Result<Rendered, JsError> {
    // A document has no limits of its own: it comes from a record that was within its.
    let limits = Limits { bytes: 64 * 1024 * 1024, depth: 64, members: 2_000_000 };
    let tree = read(document, limits).map_err(|problem| JsError::new(problem.code))?;
    let document: Document = typed(&tree).map_err(|problem| JsError::new(problem.code))?;
    let pdf = pdf::render(&document).map_err(|error| JsError::new(&error.to_string()))?;
    Ok(Rendered { missing: pdf.missing.iter().collect(), bytes: pdf.bytes })
}
