//! A guideline made ready for judging: its digest taken, its phrase lists compiled once, its own tests passed.

use std::cell::OnceCell;

use super::lists;
use super::memory::Memory;
use crate::guideline::{self, Find, Guideline, Known, Loaded};
use crate::json::{Json, Problem, locate, pointer};
use crate::text::lexicon::Lexicon;
use crate::text::reading::{self, Reading};
use crate::text::similarity::Shingles;
use crate::text::unmarked;

/// A guideline made ready.
pub struct Rules {
    guideline: Guideline,
    tree: Json,
    own: Json,
    extends: Vec<String>,
    digest: String,
    hidden: Vec<String>,
    phrases: Phrases,
    /// The same as they are typed without marks; few texts are.
    unmarked: OnceCell<Phrases>,
    /// The examples that it shows.
    pub(super) examples: Vec<Example>,
    /// What was read by these lists.
    pub(super) memory: Memory,
}

/// What is looked for in texts, compiled once.
struct Phrases {
    lists: Lexicon,
    fillers: Lexicon,
    /// Those that checks bring with them, each with its phrases.
    of_checks: Vec<(Vec<String>, Lexicon)>,
}

impl Phrases {
    fn new(guideline: &Guideline, keys: fn(&str) -> Vec<u64>) -> Self {
        let of_checks = lists::of_checks(guideline);
        Phrases {
            lists: lists::compile(guideline, keys),
            fillers: lists::fillers(keys),
            of_checks: of_checks.iter().map(|list| (list.to_vec(), Lexicon::new(&[list.iter().map(String::as_str).collect()], keys))).collect(),
        }
    }
}

/// An example that a guideline shows for a box, made ready to be compared with what stands there.
pub(super) struct Example {
    pub(super) path: String,
    /// Bytes of its text.
    pub(super) length: usize,
    pub(super) shingles: Shingles,
}

/// The examples of the boxes, and those of criteria for the boxes that they are about.
fn examples(guideline: &Guideline) -> Vec<Example> {
    let shown = guideline.fields.iter().filter_map(|(path, field)| Some((path, field.example.as_ref()?)));
    let good = guideline.criteria.iter().filter_map(|criterion| Some((&criterion.target, &criterion.example.as_ref()?.good)));
    let ready = |(path, text): (&String, &String)| Example { path: path.clone(), length: text.len(), shingles: Shingles::new(&Reading::new(text)) };
    shown.chain(good).map(ready).collect()
}

impl Rules {
    /// Makes a guideline ready without running its tests: for those that come with the software, which the build proves.
    #[must_use]
    pub fn new(loaded: Loaded) -> Self {
        let Loaded { guideline, tree, own, extends } = loaded;
        let hidden = guideline.fields.iter().filter(|(_, field)| field.hidden == Some(true)).map(|(path, _)| path.clone()).collect();
        Rules {
            digest: guideline::digest(&tree),
            phrases: Phrases::new(&guideline, reading::keys),
            unmarked: OnceCell::new(),
            hidden,
            examples: examples(&guideline),
            memory: Memory::default(),
            guideline,
            tree,
            own,
            extends,
        }
    }

    /// Reads a guideline, lints it and proves it.
    ///
    /// # Errors
    /// Those of [`guideline::load`] and [`super::prove`].
    pub fn load(bytes: &[u8], find: Find<'_>) -> Result<Self, Vec<Problem>> {
        let rules = Rules::new(guideline::load(bytes, find)?);
        let mut problems = super::prove::prove(&rules);
        locate::place(bytes, &mut problems);
        if problems.is_empty() { Ok(rules) } else { Err(problems) }
    }

    /// The built-in guideline `mau`.
    ///
    /// # Errors
    /// None in a build whose tests pass.
    pub fn mau() -> Result<Self, Vec<Problem>> {
        guideline::load(guideline::builtin::MAU.as_bytes(), &|_| None).map(Rules::new)
    }

    /// The guideline, with what it extends.
    #[must_use]
    pub fn guideline(&self) -> &Guideline {
        &self.guideline
    }

    /// The guideline's own file, without the members that are its author's.
    #[must_use]
    pub fn own(&self) -> &Json {
        &self.own
    }

    /// The guideline for one that extends it.
    #[must_use]
    pub fn known(&self) -> Known<'_> {
        Known { guideline: &self.guideline, tree: &self.tree, extends: &self.extends }
    }

    /// SHA-256 of what judges in it, hex.
    #[must_use]
    pub fn digest(&self) -> &str {
        &self.digest
    }

    /// Its phrase lists and those of the software, as a text has them.
    pub(super) fn phrases(&self, reading: &Reading<'_>) -> &Lexicon {
        &self.as_typed(reading).lists
    }

    /// The phrases of a check's own list, as a text has them; nothing for a check without one.
    pub(super) fn listed(&self, list: &[String], reading: &Reading<'_>) -> Option<&Lexicon> {
        self.as_typed(reading).of_checks.iter().find(|(known, _)| known == list).map(|(_, lexicon)| lexicon)
    }

    /// The words of answers that say nothing, as a text has them.
    pub(super) fn fillers(&self, reading: &Reading<'_>) -> &Lexicon {
        &self.as_typed(reading).fillers
    }

    fn as_typed(&self, reading: &Reading<'_>) -> &Phrases {
        if reading.signs.unmarked { self.unmarked.get_or_init(|| Phrases::new(&self.guideline, unmarked::keys)) } else { &self.phrases }
    }

    /// Whether there is a box for which the guideline does not ask.
    #[must_use]
    pub fn hides_any(&self) -> bool {
        !self.hidden.is_empty()
    }

    /// Whether the guideline does not ask for a box.
    #[must_use]
    pub fn hides(&self, path: &str) -> bool {
        self.hides_any() && {
            let pattern = pointer::pattern(path);
            self.hidden.iter().any(|hidden| pattern == *hidden || pattern.strip_prefix(hidden.as_str()).is_some_and(|tail| tail.starts_with('/')))
        }
    }
}
