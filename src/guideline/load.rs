//! Reads a guideline: shape, lint, and what it extends. It is used only after its own tests have run too (`criteria::prove`).

use sha2::{Digest as _, Sha256};

use super::resolve::{Find, base_of, resolve};
use super::thousands::thousands;
use super::types::Guideline;
use super::{lint, required};
use crate::json::shape::{read_all, read_shape};
use crate::json::{self, Json, Limits, Problem, locate};

/// The format that this version reads.
pub const FORMAT: &str = "dvk-guideline/1";

/// Codes of problems that keep a text from being read.
const READING: &[&str] = &["not-json", "not-utf8", "too-big", "too-deep", "too-many-members", "duplicate-key", "forbidden-key"];

/// A guideline as it was read.
pub struct Loaded {
    /// Resolved: with what it extends taken in.
    pub guideline: Guideline,
    /// The same as a tree.
    pub tree: Json,
    /// The file as it came, without the members that are its author's own.
    pub own: Json,
    /// Ids of the guidelines that it extends, the nearest first.
    pub extends: Vec<String>,
}

/// Reads a guideline from JSON text. Every problem has its path, and its line and column in the text.
///
/// # Errors
/// Problems of [`json::read`], `unknown-format`, every problem of [`read_shape`] and [`lint`], `unknown-base`, `cycle`, `thousands-dot`; at most [`Problem::MOST`] and one that counts the others.
pub fn load(bytes: &[u8], find: Find<'_>) -> Result<Loaded, Vec<Problem>> {
    match load_tree(bytes, find) {
        Ok(loaded) => {
            let dots = thousands(bytes);
            if dots.is_empty() { Ok(loaded) } else { Err(dots) }
        }
        Err(mut problems) => {
            // where reading stopped, what stands behind is not known
            if !matches!(problems.as_slice(), [problem] if READING.contains(&problem.code)) {
                problems.extend(thousands(bytes));
            }
            locate::place(bytes, &mut problems);
            Err(problems)
        }
    }
}

fn load_tree(bytes: &[u8], find: Find<'_>) -> Result<Loaded, Vec<Problem>> {
    let mut own = json::read(bytes, Limits::default()).map_err(|problem| vec![problem])?;
    json::strip_private(&mut own);
    if let Some(format) = own.get("format").and_then(Json::text).filter(|format| *format != FORMAT) {
        return Err(vec![Problem {
            code: "unknown-format",
            path: "/format".to_owned(),
            found: format.to_owned(),
            expected: FORMAT.to_owned(),
            ..Problem::default()
        }]);
    }
    let (written, mut problems): (Guideline, _) = read_all(&own);
    // what it extends cannot be read: the rest would be judged by half
    if problems.iter().any(|problem| problem.path.starts_with("/extends")) {
        return Err(problems);
    }
    let base = match base_of(&written, find) {
        Ok(base) => base,
        Err(problem) => {
            problems.push(problem);
            return Err(problems);
        }
    };
    let more = if problems.is_empty() { lint::lint(&written, base) } else { lint::beside(&written, base, &problems) };
    problems.extend(more);
    if !problems.is_empty() {
        return Err(problems);
    }
    let mut tree = base.map_or_else(|| own.clone(), |known| resolve(&own, known.tree));
    required::add(&mut tree, &own);
    // What overrides put into a check is read here for the first time.
    let guideline = read_shape(&tree)?;
    let extends = base.map(|known| std::iter::once(known.guideline.id.clone()).chain(known.extends.iter().cloned()).collect()).unwrap_or_default();
    Ok(Loaded { guideline, tree, own, extends })
}

/// SHA-256 of a resolved guideline without its sound record and tests, which judge nothing: members in their order, without spaces, hex.
#[must_use]
pub fn digest(tree: &Json) -> String {
    let judging = tree.members().into_iter().flatten().filter(|(name, _)| !matches!(name.as_str(), "base" | "tests"));
    let text = Json::Object(judging.cloned().collect()).to_text();
    Sha256::digest(text.as_bytes()).iter().map(|byte| format!("{byte:02x}")).collect()
}
