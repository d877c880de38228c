//! Paths that a check reads together: known again by number, since many checks of a guideline read the same ones.

use std::ops::Deref;

use crate::json::Json;
use crate::json::shape::{Reader, Shaped};

/// A list of paths.
#[derive(Debug, Clone, Default, PartialEq)]
pub struct Paths {
    list: Vec<String>,
    /// FNV-1a of each path.
    keys: Vec<u64>,
    /// FNV-1a of the list.
    key: u64,
}

const START: u64 = 0xCBF2_9CE4_8422_2325;

fn mixed(key: u64, byte: u8) -> u64 {
    (key ^ u64::from(byte)).wrapping_mul(0x0100_0000_01B3)
}

impl Paths {
    fn new(list: Vec<String>) -> Self {
        let keys: Vec<u64> = list.iter().map(|path| path.bytes().fold(START, mixed)).collect();
        let key = keys.iter().flat_map(|key| key.to_le_bytes()).fold(START, mixed);
        Paths { list, keys, key }
    }

    /// The paths, each behind its key.
    pub fn keyed(&self) -> impl Iterator<Item = (u64, &str)> {
        self.keys.iter().copied().zip(self.list.iter().map(String::as_str))
    }

    /// Whether it is the same list. Its numbers tell, 64 bits of each path and of all: comparing the paths themselves would cost more than reading them anew.
    #[must_use]
    pub fn is(&self, other: &Paths) -> bool {
        self.key == other.key && self.keys.iter().eq(&other.keys)
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
