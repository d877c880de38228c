//! Reads JSON text into a tree, within limits, and says where a problem is.

use std::cell::RefCell;
use std::fmt;

use serde::de::{DeserializeSeed, MapAccess, SeqAccess, Visitor};

use super::sound::read_sound;
use super::{Json, Members, Problem, pointer};
use crate::order::order;

/// How large a text may be. Size is in bytes, the rest in pieces.
#[derive(Debug, Clone, Copy)]
pub struct Limits {
    /// Bytes of text.
    pub bytes: usize,
    /// Lists and objects inside each other.
    pub depth: usize,
    /// Members of objects and rows of lists, together.
    pub members: usize,
}

impl Default for Limits {
    /// The contract's: 2 MiB, depth 64, 10 000 members.
    fn default() -> Self {
        Limits { bytes: 2 * 1024 * 1024, depth: 64, members: 10_000 }
    }
}

/// Reads JSON text (UTF-8, a BOM is skipped).
///
/// # Errors
/// The first [`Problem`]: `too-big`, `not-utf8`, `not-json` (with line and column), `too-deep`, `too-many-members`, `duplicate-key`, `forbidden-key`.
pub fn read(bytes: &[u8], limits: Limits) -> Result<Json, Problem> {
    let mut tree = Json::Null;
    read_into(text_of(bytes, limits)?, limits, &mut tree)?;
    Ok(tree)
}

/// Reads JSON text into a tree that was read before, whose room it uses. Gives whether every text is certainly plain: printable ASCII, tabs and line feeds, Latin and
/// Vietnamese letters, ² ³, quotes and dashes, no blank at the ends.
///
/// # Errors
/// Those of [`read`]; the tree holds nothing of use then.
pub fn read_into(text: &str, limits: Limits, tree: &mut Json) -> Result<bool, Problem> {
    within(text.len(), limits)?;
    let text = text.strip_prefix('\u{feff}').unwrap_or(text);
    // The form reads one record at a time, and what it does not need is not loaded with it.
    let sound = if cfg!(feature = "form") { None } else { read_sound(text, limits, tree) };
    match sound {
        Some(sound) => Ok(sound.plain),
        None => {
            *tree = read_text(text, limits)?;
            Ok(false)
        }
    }
}

/// The reader that tells what is wrong, alone.
#[cfg(test)]
pub(super) fn read_slowly(bytes: &[u8], limits: Limits) -> Result<Json, Problem> {
    let text = text_of(bytes, limits)?;
    read_text(text.strip_prefix('\u{feff}').unwrap_or(text), limits)
}

/// Bytes as text.
///
/// # Errors
/// `too-big`, `not-utf8`
pub fn text_of(bytes: &[u8], limits: Limits) -> Result<&str, Problem> {
    within(bytes.len(), limits)?;
    std::str::from_utf8(bytes).map_err(|error| Problem { code: "not-utf8", found: error.valid_up_to().to_string(), ..Problem::default() })
}

fn within(bytes: usize, limits: Limits) -> Result<(), Problem> {
    if bytes > limits.bytes {
        return Err(Problem { code: "too-big", found: bytes.to_string(), expected: limits.bytes.to_string(), ..Problem::default() });
    }
    Ok(())
}

fn read_text(text: &str, limits: Limits) -> Result<Json, Problem> {
    let state = State { limits, at: RefCell::new(At::default()) };
    let mut reader = serde_json::Deserializer::from_str(text);
    let outcome = Node { state: &state, depth: 0 }.deserialize(&mut reader).and_then(|tree| reader.end().map(|()| tree));
    outcome.map_err(|error| {
        let at = state.at.into_inner();
        at.problem.unwrap_or_else(|| Problem {
            // serde_json's own depth guard stands behind ours.
            code: if at.path.len() > limits.depth { "too-deep" } else { "not-json" },
            path: pointer::join(&at.path),
            found: excerpt(text, error.line(), error.column()),
            line: Some(error.line()),
            column: Some(characters(text, error.line(), error.column())),
            ..Problem::default()
        })
    })
}

/// The column in characters, from 1; the reader counts bytes.
fn characters(text: &str, line: usize, column: usize) -> usize {
    let line = text.lines().nth(line.saturating_sub(1)).unwrap_or_default();
    line.char_indices().take_while(|(at, _)| *at < column).count().max(1)
}

/// A few characters around the place where reading stopped.
fn excerpt(text: &str, line: usize, column: usize) -> String {
    let Some(line) = text.lines().nth(line.saturating_sub(1)) else { return String::new() };
    let from = line.char_indices().map(|(at, _)| at).take_while(|at| *at < column.saturating_sub(12)).last().unwrap_or(0);
    line.get(from..).unwrap_or_default().chars().take(24).collect()
}

struct State {
    limits: Limits,
    at: RefCell<At>,
}

/// Where the reader stands, and the first problem that is not one of syntax.
#[derive(Default)]
struct At {
    path: Vec<String>,
    members: usize,
    problem: Option<Problem>,
}

impl State {
    fn stop<E: serde::de::Error>(&self, code: &'static str, found: String, expected: String) -> E {
        let mut at = self.at.borrow_mut();
        let path = pointer::join(&at.path);
        at.problem.get_or_insert(Problem { code, path, found, expected, ..Problem::default() });
        E::custom(code)
    }

    fn count<E: serde::de::Error>(&self) -> Result<(), E> {
        let members = {
            let mut at = self.at.borrow_mut();
            at.members += 1;
            at.members
        };
        if members > self.limits.members {
            return Err(self.stop("too-many-members", members.to_string(), self.limits.members.to_string()));
        }
        Ok(())
    }

    fn leave(&self) {
        self.at.borrow_mut().path.pop();
    }
}

#[derive(Clone, Copy)]
struct Node<'a> {
    state: &'a State,
    depth: usize,
}

impl Node<'_> {
    fn deeper<E: serde::de::Error>(self) -> Result<Self, E> {
        if self.depth >= self.state.limits.depth {
            return Err(self.state.stop("too-deep", (self.depth + 1).to_string(), self.state.limits.depth.to_string()));
        }
        Ok(Node { state: self.state, depth: self.depth + 1 })
    }
}

impl<'de> DeserializeSeed<'de> for Node<'_> {
    type Value = Json;
    fn deserialize<D: serde::Deserializer<'de>>(self, from: D) -> Result<Json, D::Error> {
        from.deserialize_any(self)
    }
}

impl<'de> Visitor<'de> for Node<'_> {
    type Value = Json;

    fn expecting(&self, out: &mut fmt::Formatter<'_>) -> fmt::Result {
        out.write_str("JSON")
    }
    fn visit_unit<E>(self) -> Result<Json, E> {
        Ok(Json::Null)
    }
    fn visit_bool<E>(self, flag: bool) -> Result<Json, E> {
        Ok(Json::Bool(flag))
    }
    fn visit_i64<E>(self, number: i64) -> Result<Json, E> {
        Ok(Json::Number(number as f64))
    }
    fn visit_u64<E>(self, number: u64) -> Result<Json, E> {
        Ok(Json::Number(number as f64))
    }
    fn visit_f64<E: serde::de::Error>(self, number: f64) -> Result<Json, E> {
        if number.is_finite() { Ok(Json::Number(number)) } else { Err(E::custom("number out of range")) }
    }
    fn visit_str<E>(self, text: &str) -> Result<Json, E> {
        Ok(Json::Text(text.to_owned()))
    }
    fn visit_string<E>(self, text: String) -> Result<Json, E> {
        Ok(Json::Text(text))
    }

    fn visit_seq<A: SeqAccess<'de>>(self, mut from: A) -> Result<Json, A::Error> {
        let inner = self.deeper()?;
        let mut rows = Vec::new();
        loop {
            self.state.at.borrow_mut().path.push(rows.len().to_string());
            let Some(row) = from.next_element_seed(inner)? else { break };
            rows.push(row);
            self.state.count()?;
            self.state.leave();
        }
        self.state.leave();
        Ok(Json::List(rows))
    }

    fn visit_map<A: MapAccess<'de>>(self, mut from: A) -> Result<Json, A::Error> {
        let inner = self.deeper()?;
        let mut members: Members = Vec::new();
        while let Some(key) = from.next_key::<String>()? {
            self.state.at.borrow_mut().path.push(key.clone());
            self.state.count()?;
            if matches!(key.as_str(), "__proto__" | "constructor" | "prototype") {
                return Err(self.state.stop("forbidden-key", key, String::new()));
            }
            let value = from.next_value_seed(inner)?;
            self.state.leave();
            members.push((key, value));
        }
        if let Some(key) = twice(&members) {
            self.state.at.borrow_mut().path.push(key.to_owned());
            return Err(self.state.stop("duplicate-key", key.to_owned(), String::new()));
        }
        Ok(Json::Object(members))
    }
}

/// A key that stands twice among members, however many there are.
fn twice(members: &Members) -> Option<&str> {
    let key = |at: &usize| members.get(*at).map(|(key, _)| key.as_str());
    let places = order(members.len(), &|one, other| key(&one) < key(&other));
    places.iter().zip(places.iter().skip(1)).find_map(|(one, other)| key(one).filter(|_| key(one) == key(other)))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[track_caller]
    fn refuses(text: &str, code: &str, path: &str) {
        let problem = read(text.as_bytes(), Limits::default()).unwrap_err();
        assert_eq!((problem.code, problem.path.as_str()), (code, path), "{text:.60}");
    }

    #[test]
    fn says_what_is_wrong_and_where() {
        refuses("", "not-json", "");
        refuses(r#"{"a":{"b":nul}}"#, "not-json", "/a/b");
        refuses(r#"{"a":[1,NaN]}"#, "not-json", "/a/1");
        refuses(r#"{"a":1e999}"#, "not-json", "/a");
        refuses(r#"{"a":"\ud800"}"#, "not-json", "/a");
        refuses(r#"{"a":1} x"#, "not-json", "");
        refuses(r#"{"a":1,"a":2}"#, "duplicate-key", "/a");
        refuses(r#"{"x":{"__proto__":{}}}"#, "forbidden-key", "/x/__proto__");
        refuses(r#"{"a/b":{"constructor":1}}"#, "forbidden-key", "/a~1b/constructor");
        assert_eq!(read(&[0xff, 0xfe, 0x7b], Limits::default()).unwrap_err().code, "not-utf8");
        assert_eq!(read(b"[1,2,3]", Limits { bytes: 6, ..Limits::default() }).unwrap_err().code, "too-big");
    }

    #[test]
    fn counts_depth_and_members() {
        let nest = |n: usize| "[".repeat(n) + &"]".repeat(n);
        assert!(read(nest(64).as_bytes(), Limits::default()).is_ok());
        assert_eq!(read(nest(65).as_bytes(), Limits::default()).unwrap_err().code, "too-deep");
        assert_eq!(read(nest(100_000).as_bytes(), Limits::default()).unwrap_err().code, "too-deep");
        let list = |n: usize| format!("[{}]", vec!["1"; n].join(","));
        assert!(read(list(10_000).as_bytes(), Limits::default()).is_ok());
        assert_eq!(read(list(10_001).as_bytes(), Limits::default()).unwrap_err().code, "too-many-members");
    }

    #[test]
    fn keeps_order_and_bytes() {
        for text in [r#"{"b":1,"a":[true,null,"ắ\n\"“”"],"c":-0.5}"#, "12345678901", "[]", "{}"] {
            assert_eq!(read(text.as_bytes(), Limits::default()).unwrap().to_text(), text);
        }
    }
}
