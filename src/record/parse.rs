//! Text → record, and back to canonical text.

use sha2::{Digest as _, Sha256};

use super::plain::is_plain;
use super::types::Registration;
use super::validate::{FieldError, validate};
use crate::json::{self, Json, Limits, Problem, pointer};

/// The format that this version writes.
pub const FORMAT: &str = "dvk-registration/1";

/// Reads a record from JSON text. Incompleteness is never refused; wrong type, shape or size is.
///
/// # Errors
/// Problems of [`json::read`] and [`parse_tree`].
pub fn parse(bytes: &[u8]) -> Result<Registration, Vec<Problem>> {
    let tree = json::read(bytes, Limits::default()).map_err(|problem| vec![problem])?;
    parse_tree(&tree)
}

/// Reads a record from a tree, whatever its sizes: a text that is too long is then a [`FieldError`](super::FieldError).
///
/// # Errors
/// `missing`, `unknown-format`, `newer-format`, `bad-id`, `wrong-type`, `unknown-choice`.
pub fn read_tree(tree: &Json) -> Result<Registration, Vec<Problem>> {
    if let Some(format) = tree.get("format").and_then(Json::text).filter(|format| *format != FORMAT) {
        let version = format.strip_prefix("dvk-registration/").and_then(|version| version.parse::<u32>().ok());
        let code = if version.is_some_and(|version| version > 1) { "newer-format" } else { "unknown-format" };
        return Err(vec![Problem { code, path: "/format".to_owned(), found: format.to_owned(), expected: FORMAT.to_owned(), ..Problem::default() }]);
    }
    if tree.members().is_some()
        && let Some(name) = ["format", "id"].into_iter().find(|name| tree.get(name).is_none())
    {
        return Err(vec![Problem { code: "missing", path: format!("/{name}"), ..Problem::default() }]);
    }
    let mut record: Registration = json::filled(tree)?;
    record.unknown = json::leftover(tree, &json::tree(&record)).unwrap_or_default();
    if !is_uuid(&record.id) {
        return Err(vec![Problem { code: "bad-id", path: "/id".to_owned(), found: record.id, expected: "UUID".to_owned(), ..Problem::default() }]);
    }
    Ok(record)
}

/// The field errors of a record that is given as a tree.
///
/// # Errors
/// Those of [`read_tree`].
pub fn errors(tree: &Json) -> Result<Vec<FieldError>, Vec<Problem>> {
    if is_plain(tree) { Ok(Vec::new()) } else { Ok(validate(&read_tree(tree)?)) }
}

/// Reads a record from a tree, within the sizes of the contract.
///
/// # Errors
/// Those of [`read_tree`], `too-long`, `too-many`.
pub fn parse_tree(tree: &Json) -> Result<Registration, Vec<Problem>> {
    let record = read_tree(tree)?;
    let oversize: Vec<Problem> = validate(&record)
        .into_iter()
        .filter_map(|error| {
            let code = match error.code.as_str() {
                "too-long" => "too-long",
                "too-many" => "too-many",
                _ => return None,
            };
            let expected = error.data.0.first().and_then(|(_, max)| max.number()).map_or(String::new(), |max| (max as u64).to_string());
            let found = size(pointer::get(tree, &error.path)).to_string();
            Some(Problem { code, path: error.path, found, expected, ..Problem::default() })
        })
        .collect();
    if oversize.is_empty() { Ok(record) } else { Err(oversize) }
}

fn size(value: Option<&Json>) -> usize {
    match value {
        Some(Json::Text(text)) => text.chars().count(),
        Some(Json::List(rows)) => rows.len(),
        _ => 0,
    }
}

pub(super) fn is_uuid(id: &str) -> bool {
    id.len() == 36 && id.bytes().enumerate().all(|(at, c)| if matches!(at, 8 | 13 | 18 | 23) { c == b'-' } else { c.is_ascii_hexdigit() })
}

/// The record as a tree: members in contract order, unknown ones after them.
#[must_use]
pub fn to_tree(record: &Registration) -> Json {
    let mut tree = json::tree(record);
    json::put_back(&mut tree, &record.unknown);
    tree
}

/// Canonical JSON: members in contract order, unknown ones after them, no spaces, NFC (the record is normalised at the edge).
#[must_use]
pub fn canonical(record: &Registration) -> String {
    to_tree(record).to_text()
}

/// SHA-256 of the canonical JSON without `revision`, hex.
#[must_use]
pub fn digest(record: &Registration) -> String {
    let mut tree = to_tree(record);
    pointer::remove(&mut tree, "/revision");
    Sha256::digest(tree.to_text().as_bytes()).iter().map(|byte| format!("{byte:02x}")).collect()
}

/// A UUIDv7 from the time in milliseconds since 1970 and 10 random bytes; clock and randomness come from the edge.
#[must_use]
pub fn id_from(millis: u64, random: [u8; 10]) -> String {
    let [a, b, c, d, e, f, g, h, i, j] = random;
    let tail = u64::from_be_bytes([0, 0, e, f, g, h, i, j]);
    format!(
        "{:08x}-{:04x}-7{:03x}-{:04x}-{tail:012x}",
        (millis >> 16) & 0xffff_ffff,
        millis & 0xffff,
        (u16::from(a) << 8 | u16::from(b)) & 0x0fff,
        ((u16::from(c) << 8 | u16::from(d)) & 0x3fff) | 0x8000
    )
}

#[cfg(test)]
mod tests {
    use super::*;

    const ID: &str = r#""format":"dvk-registration/1","id":"01999999-0000-7000-8000-000000000001""#;

    #[track_caller]
    fn refuses(members: &str, code: &str, path: &str) {
        let problems = parse(format!("{{{ID}{members}}}").as_bytes()).unwrap_err();
        assert_eq!((problems[0].code, problems[0].path.as_str()), (code, path), "{problems:?}");
    }

    #[test]
    fn an_unfinished_form_is_a_record() {
        let record = parse(format!("{{{ID}}}").as_bytes()).unwrap();
        assert_eq!(record.model.name, "");
        let again = parse(canonical(&record).as_bytes()).unwrap();
        assert_eq!(canonical(&again), canonical(&record));
    }

    #[test]
    fn refuses_type_shape_size_with_the_path() {
        refuses(r#","level":"city""#, "unknown-choice", "/level");
        refuses(r#","model":{"name":5}"#, "wrong-type", "/model/name");
        refuses(r#","model":{"targets":[{},{"target":"5"}]}"#, "wrong-type", "/model/targets/1/target");
        refuses(r#","model":[]"#, "wrong-type", "/model");
        refuses(r#","model":{"need":null}"#, "wrong-type", "/model/need");
        refuses(r#","period":{"from":2026.5,"to":2027}"#, "wrong-type", "/period/from");
        refuses(&format!(r#","model":{{"need":"{}"}}"#, "ă".repeat(20_001)), "too-long", "/model/need");
        refuses(&format!(r#","model":{{"targets":[{}]}}"#, vec!["{}"; 201].join(",")), "too-many", "/model/targets");
    }

    #[test]
    fn tells_every_mistake() {
        let problems = parse(format!(r#"{{{ID},"level":"city","model":{{"name":5,"targets":[{{"unit":1}}]}}}}"#).as_bytes()).unwrap_err();
        assert_eq!(problems.iter().map(|problem| problem.path.as_str()).collect::<Vec<_>>(), ["/level", "/model/name", "/model/targets/0/unit"]);
    }

    #[test]
    fn keeps_what_it_does_not_know() {
        let text = format!(
            r#"{{{ID},"applicant":{{"name":"","address":{{"x":1}}}},"model":{{"name":"","themes":[],"need":"","goal":"","targets":[{{"content":"","z":[1,{{"k":null}}]}}],"method":"","scope":{{"text":""}},"forces":[],"milestones":[],"resources":[],"outputs":"","sustain":"","beyondDuty":"","basis":[],"evidence":[]}},"later":{{"b":1,"a":2}}}}"#
        );
        assert_eq!(canonical(&parse(text.as_bytes()).unwrap()), text);
    }

    #[test]
    fn ids_are_uuid_v7() {
        let id = id_from(0x0199_9999_9999, [0xff; 10]);
        assert_eq!(id, "01999999-9999-7fff-bfff-ffffffffffff");
        assert!(is_uuid(&id));
    }
}
