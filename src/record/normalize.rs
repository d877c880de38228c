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

#[cfg(test)]
mod tests {
    use super::*;
    use crate::json::{Limits, read_into};

    fn is_all_clean(tree: &Json) -> bool {
        match tree {
            Json::Text(text) => is_clean(text),
            Json::List(rows) => rows.iter().all(is_all_clean),
            Json::Object(members) => members.iter().all(|(_, value)| is_all_clean(value)),
            Json::Null | Json::Bool(_) | Json::Number(_) => true,
        }
    }

    /// What the reader calls plain needs no cleaning, and is all that needs none.
    #[test]
    fn plain_texts_are_clean_ones() {
        let odd = [" ", "\\n", "\\t", "\\r", "\\u00a0", "\\u0001", "\\\"", "\\u00e0"].map(str::to_owned);
        for text in ('!'..='\u{FFFF}').filter(|c| !matches!(c, '"' | '\\')).map(String::from).chain(odd) {
            for text in [format!("{text}a"), format!("a{text}a"), format!("a{text}")] {
                let mut tree = Json::Null;
                let plain = read_into(&format!("[\"{text}\"]"), Limits::default(), &mut tree).unwrap();
                assert!(is_all_clean(&tree) || !plain, "{text}");
                assert!(plain || !is_all_clean(&tree) || text.contains("\\u"), "{text}");
            }
        }
    }
}
