//! Paths that a check reads together: known again by number, since many checks of a guideline read the same ones.

use std::ops::Deref;

use crate::json::shape::{Reader, Shaped};
use crate::json::{Json, Path};

/// A list of paths.
#[derive(Debug, Clone, Default, PartialEq)]
pub struct Paths {
    list: Vec<Path>,
    /// By which lists that differ are told apart at once.
    key: u64,
}

impl Paths {
    fn new(list: Vec<Path>) -> Self {
        let key = list.iter().fold(0, |key: u64, path| (key ^ path.key()).wrapping_mul(0x0100_0000_01B3));
        Paths { list, key }
    }

    /// Whether it is the same list; lists that differ are told apart at once.
    #[must_use]
    pub fn is(&self, other: &Paths) -> bool {
        self.key == other.key && self.list == other.list
    }
}

impl Deref for Paths {
    type Target = [Path];
    fn deref(&self) -> &[Path] {
        &self.list
    }
}

impl Shaped for Path {
    fn read(from: &Json, at: &mut Reader) -> Self {
        Path::new(String::read(from, at))
    }
}

impl Shaped for Paths {
    fn read(from: &Json, at: &mut Reader) -> Self {
        Paths::new(Vec::read(from, at))
    }
}

#[cfg(feature = "schema")]
impl serde::Serialize for Path {
    fn serialize<S: serde::Serializer>(&self, out: S) -> Result<S::Ok, S::Error> {
        out.serialize_str(self)
    }
}

#[cfg(feature = "schema")]
impl schemars::JsonSchema for Path {
    fn schema_name() -> std::borrow::Cow<'static, str> {
        String::schema_name()
    }
    fn inline_schema() -> bool {
        String::inline_schema()
    }
    fn json_schema(generator: &mut schemars::SchemaGenerator) -> schemars::Schema {
        String::json_schema(generator)
    }
}

#[cfg(feature = "schema")]
impl schemars::JsonSchema for Paths {
    fn schema_name() -> std::borrow::Cow<'static, str> {
        Vec::<String>::schema_name()
    }
    fn inline_schema() -> bool {
        Vec::<String>::inline_schema()
    }
    fn json_schema(generator: &mut schemars::SchemaGenerator) -> schemars::Schema {
        Vec::<String>::json_schema(generator)
    }
}
