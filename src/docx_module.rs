//! The DOCX module's one export: a document goes in as JSON, a DOCX file comes out.

use wasm_bindgen::prelude::*;

use crate::json::{Limits, read, typed};
use crate::summary::document::Document;
use crate::summary::docx;

/// Renders a document given as JSON.
///
/// # Errors
/// A sentence for the developer; the core makes the documents, so a person never sees one.
#[wasm_bindgen]
pub fn render(document: &[u8]) -> Result<Vec<u8>, JsError> {
    // A document has no limits of its own: it comes from a record that was within its.
    let limits = Limits { bytes: 64 * 1024 * 1024, depth: 64, members: 2_000_000 };
    let tree = read(document, limits).map_err(|problem| JsError::new(problem.code))?;
    let document: Document = typed(&tree).map_err(|problem| JsError::new(problem.code))?;
    let file = docx::render(&document).map_err(|error| JsError::new(&error.to_string()))?;
    Ok(file.bytes)
}
