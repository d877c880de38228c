//! Members of a finding's `data` as a JSON object that keeps its order.

use serde::{Deserialize as _, Deserializer, Serialize as _, Serializer};

use super::rest::Rest;
use crate::json::Members;

/// Writes members as an object.
///
/// # Errors
/// Those of the writer.
pub fn serialize<S: Serializer>(data: &Members, out: S) -> Result<S::Ok, S::Error> {
    Rest(data.clone()).serialize(out)
}

/// Reads an object.
///
/// # Errors
/// Those of the reader.
pub fn deserialize<'de, D: Deserializer<'de>>(from: D) -> Result<Members, D::Error> {
    Rest::deserialize(from).map(|rest| rest.0)
}
