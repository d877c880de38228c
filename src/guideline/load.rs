//! Reads a guideline. (Linting and proving go here too: a guideline is used only after all three.)

use sha2::{Digest as _, Sha256};

use super::types::Guideline;
use crate::json::{self, Json, Limits, Problem, typed};

/// The format that this version reads.
pub const FORMAT: &str = "dvk-guideline/1";

/// Reads a guideline from JSON text.
///
/// # Errors
/// Problems of [`json::read`], `unknown-format`, and those of [`typed`].
pub fn load(bytes: &[u8]) -> Result<Guideline, Vec<Problem>> {
    let mut tree = json::read(bytes, Limits::default()).map_err(|problem| vec![problem])?;
    json::strip_private(&mut tree);
    if let Some(format) = tree.get("format").and_then(Json::text).filter(|format| *format != FORMAT) {
        return Err(vec![Problem {
            code: "unknown-format",
            path: "/format".to_owned(),
            found: format.to_owned(),
            expected: FORMAT.to_owned(),
            ..Problem::default()
        }]);
    }
    typed(&tree).map_err(|problem| vec![problem])
}

/// SHA-256 of the canonical JSON, hex.
#[must_use]
pub fn digest(guideline: &Guideline) -> String {
    Sha256::digest(json::tree(guideline).to_text().as_bytes()).iter().map(|byte| format!("{byte:02x}")).collect()
}
