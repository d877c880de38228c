//! The PDF module: a document goes in as JSON, a PDF comes out; a PDF goes in, the bytes that it carries come out.

use wasm_bindgen::prelude::*;

use crate::json::{Limits, read, typed};
use crate::pdf_read::{self, Mark};
use crate::summary::document::Document;
use crate::summary::pdf::{self, Carried};

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

/// Renders a document given as JSON, which carries its record and report (JSON too); `id`, `revision` and `digest` are the record's.
///
/// # Errors
/// A sentence for the developer; the core makes the documents, so a person never sees one.
#[wasm_bindgen]
pub fn render(document: &[u8], record: Vec<u8>, report: Vec<u8>, id: String, revision: Option<f64>, digest: String) -> Result<Rendered, JsError> {
    // A document has no limits of its own: it comes from a record that was within its.
    let limits = Limits { bytes: 64 * 1024 * 1024, depth: 64, members: 2_000_000 };
    let tree = read(document, limits).map_err(|problem| JsError::new(problem.code))?;
    let document: Document = typed(&tree).map_err(|problem| JsError::new(problem.code))?;
    let carried = Carried { mark: Mark { id, revision: revision.map(|revision| revision as i64), digest }, record, report };
    let pdf = pdf::export(&document, Some(&carried)).map_err(|error| JsError::new(&error.to_string()))?;
    Ok(Rendered { missing: pdf.missing.iter().collect(), bytes: pdf.bytes })
}

/// What was read out of a PDF, or the code of why nothing was, with what was found and what was expected.
#[wasm_bindgen(getter_with_clone)]
pub struct Opened {
    /// "" when the record is there.
    #[wasm_bindgen(readonly)]
    pub code: String,
    /// For the sentence of `code`.
    #[wasm_bindgen(readonly)]
    pub found: String,
    /// For the sentence of `code`.
    #[wasm_bindgen(readonly)]
    pub expected: String,
    /// `registration.json`
    #[wasm_bindgen(readonly)]
    pub record: Vec<u8>,
    /// `report.json`; empty when it is not there.
    #[wasm_bindgen(readonly)]
    pub report: Vec<u8>,
    /// Digest of the record as the file names it.
    #[wasm_bindgen(readonly)]
    pub digest: String,
    /// `intact`, `appended`, `changed`
    #[wasm_bindgen(readonly)]
    pub state: String,
}

/// Reads what a PDF carries.
#[wasm_bindgen]
pub fn open(file: &[u8]) -> Opened {
    let nothing = |code: &str, found: String, expected: String| Opened {
        code: code.to_owned(),
        found,
        expected,
        record: Vec::new(),
        report: Vec::new(),
        digest: String::new(),
        state: String::new(),
    };
    match pdf_read::open(file) {
        Ok(opened) => Opened {
            record: opened.record,
            report: opened.report.unwrap_or_default(),
            digest: opened.digest,
            state: opened.state.name().to_owned(),
            ..nothing("", String::new(), String::new())
        },
        Err(refused) => {
            let (found, expected) = refused.details(file);
            nothing(refused.code(), found, expected)
        }
    }
}
