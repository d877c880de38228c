//! A guideline made ready for judging: its digest taken and its phrase lists compiled once.

use crate::guideline::{self, Guideline};
use crate::json::{Json, Problem};
use crate::text::phrases::Phrases;

/// A guideline made ready.
pub struct Rules {
    guideline: Guideline,
    tree: Json,
    digest: String,
    /// Phrases that say nothing.
    pub stock: Phrases,
    /// Words of mobilising people.
    pub mobilisation: Phrases,
}

impl Rules {
    /// Makes a guideline ready.
    #[must_use]
    pub fn new((guideline, tree): (Guideline, Json)) -> Self {
        let none = Vec::new();
        let vocabulary = guideline.vocabulary.as_ref();
        let stock = Phrases::new(vocabulary.map_or(&none, |lists| &lists.stock));
        let mobilisation = Phrases::new(vocabulary.map_or(&none, |lists| &lists.mobilisation));
        Rules { digest: guideline::digest(&tree), stock, mobilisation, guideline, tree }
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
