//! Members that this version does not know: kept in order and written back.

use serde::de::{MapAccess, Visitor};
use serde::ser::SerializeMap as _;
use serde::{Deserialize, Deserializer, Serialize, Serializer};

use crate::json::Members;

/// What is left of an object after the known members; flattened into it.
#[derive(Debug, Clone, Default, PartialEq)]
pub struct Rest(pub Members);

impl Serialize for Rest {
    fn serialize<S: Serializer>(&self, out: S) -> Result<S::Ok, S::Error> {
        let mut map = out.serialize_map(Some(self.0.len()))?;
        for (key, value) in &self.0 {
            map.serialize_entry(key, value)?;
        }
        map.end()
    }
}

impl<'de> Deserialize<'de> for Rest {
    fn deserialize<D: Deserializer<'de>>(from: D) -> Result<Self, D::Error> {
        struct Collect;
        impl<'de> Visitor<'de> for Collect {
            type Value = Rest;
            fn expecting(&self, out: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
                out.write_str("members")
            }
            fn visit_map<A: MapAccess<'de>>(self, mut from: A) -> Result<Rest, A::Error> {
                let mut members = Members::new();
                while let Some(member) = from.next_entry()? {
                    members.push(member);
                }
                Ok(Rest(members))
            }
        }
        from.deserialize_map(Collect)
    }
}

#[cfg(feature = "schema")]
impl schemars::JsonSchema for Rest {
    fn schema_name() -> std::borrow::Cow<'static, str> {
        "Rest".into()
    }
    fn inline_schema() -> bool {
        true
    }
    fn json_schema(_: &mut schemars::SchemaGenerator) -> schemars::Schema {
        schemars::json_schema!({ "type": "object", "additionalProperties": true })
    }
}
