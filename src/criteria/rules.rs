//! A guideline made ready for judging: its digest taken and its phrase lists compiled once.

use crate::guideline::{self, Guideline};
use crate::json::{Json, Problem};
use crate::text::lexicon::Lexicon;

/// A guideline made ready.
pub struct Rules {
    guideline: Guideline,
    tree: Json,
    digest: String,
    /// Its phrase lists, and those of the software.
    pub(super) lexicon: Lexicon,
}

impl Rules {
    /// Makes a guideline ready.
    #[must_use]
    pub fn new((guideline, tree): (Guideline, Json)) -> Self {
        Rules { digest: guideline::digest(&tree), lexicon: super::lists::compile(&guideline), guideline, tree }
    }

    /// The built-in guideline `mau`.
    ///
    /// # Errors
    /// None in a build whose tests pass.
    pub fn mau() -> Result<Self, Vec<Problem>> {
        guideline::load(guideline::builtin::MAU.as_bytes()).map(Rules::new)
    }

    /// The guideline.
    #[must_use]
    pub fn guideline(&self) -> &Guideline {
        &self.guideline
    }

    /// The guideline as it came.
    #[must_use]
    pub fn tree(&self) -> &Json {
        &self.tree
    }

    /// SHA-256 of the guideline's canonical JSON, hex.
    #[must_use]
    pub fn digest(&self) -> &str {
        &self.digest
    }
}
