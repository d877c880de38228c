//! Reads a guideline. (Linting and proving go here too: a guideline is used only after all three.)

use sha2::{Digest as _, Sha256};

use super::types::Guideline;
use crate::json::shape::read_shape;
use crate::json::{self, Json, Limits, Problem};

/// The format that this version reads.
pub const FORMAT: &str = "dvk-guideline/1";

/// Reads a guideline from JSON text; the tree is the file without the members that are its author's own.
///
/// # Errors
/// Problems of [`json::read`], `unknown-format`, and every problem of [`read_shape`].
pub fn load(bytes: &[u8]) -> Result<(Guideline, Json), Vec<Problem>> {
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
    let guideline = read_shape(&tree)?;
    Ok((guideline, tree))
}

/// SHA-256 of the file's members in their order, without spaces, hex.
#[must_use]
pub fn digest(tree: &Json) -> String {
    Sha256::digest(tree.to_text().as_bytes()).iter().map(|byte| format!("{byte:02x}")).collect()
}
