//! Cleans every text of a record: NFC, line ends, invisible characters, ends trimmed. Never tone marks, never phone numbers.

use crate::json::Json;
use crate::text::clean::{clean, is_clean};

/// Cleans all texts of a tree in place; `nfc` makes NFC of the few texts that need it (the platform's own function).
pub fn normalize(tree: &mut Json, nfc: &dyn Fn(&str) -> String) {
    match tree {
        Json::Text(text) if is_clean(text) => {}
        Json::Text(text) => *text = clean(text, nfc),
        Json::List(rows) => rows.iter_mut().for_each(|row| normalize(row, nfc)),
        Json::Object(members) => members.iter_mut().for_each(|(_, value)| normalize(value, nfc)),
        Json::Null | Json::Bool(_) | Json::Number(_) => {}
    }
}
