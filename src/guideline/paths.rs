//! Paths that a check reads together: known again by number, since many checks of a guideline read the same ones.

use std::ops::Deref;

use crate::json::Json;
use crate::json::shape::{Reader, Shaped};

/// A list of paths.
#[derive(Debug, Clone, Default, PartialEq)]
pub struct Paths {
    list: Vec<String>,
    /// FNV-1a of the list.
    key: u64,
}

impl Paths {
    fn new(list: Vec<String>) -> Self {
        let bytes = list.iter().flat_map(|path| path.bytes().chain([0]));
        let key = bytes.fold(0xCBF2_9CE4_8422_2325, |key: u64, byte| (key ^ u64::from(byte)).wrapping_mul(0x0100_0000_01B3));
        Paths { list, key }
    }

    /// Whether it is the same list; lists that differ are told apart at once.
    #[must_use]
    pub fn is(&self, other: &Paths) -> bool {
        self.key == other.key && self.list == other.list
    }
}

impl Deref for Paths {
    type Target = [String];
    fn deref(&self) -> &[String] {
        &self.list
    }
}

impl Shaped for Paths {
    fn read(from: &Json, at: &mut Reader) -> Self {
        Paths::new(Vec::read(from, at))
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
