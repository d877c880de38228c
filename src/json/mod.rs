//! JSON as a small ordered tree: the one shape in which data enters, is addressed by path, and leaves.
//!
//! - [`read`]: text → [`Json`], with the limits of the contract and the path of whatever is wrong; [`read_into`] uses the room of another tree again.
//! - [`filled`]: tree → Rust type, with every problem, where what is absent reads as empty: the record.
//! - [`typed`]: tree → Rust type, by serde alone; an error carries its path.
//! - [`tree`]: Rust type → tree.
//! - [`shape`]: tree → Rust type with every problem, for files that people write.
//! - [`locate`]: line and column of a path in the text, and the slip where reading stopped.
//! - [`pointer`]: addressing by JSON Pointer, `*` for every row; [`Path`]: one that is taken apart once.
//!
//! Members keep their order, so that what is not understood is written back where it stood.

mod de;
mod filled;
mod leftover;
pub mod locate;
mod named;
mod never;
mod path;
mod plain;
pub mod pointer;
mod read;
mod ser;
pub mod shape;
mod slip;
mod sound;
mod write;

pub use de::typed;
pub use filled::filled;
pub use leftover::{leftover, put_back};
pub use named::Named;
pub use path::Path;
pub use read::{Limits, read, read_into, text_of};
pub use ser::tree;

/// A JSON value. Numbers are IEEE doubles, as in JavaScript.
#[derive(Debug, Clone, PartialEq, Default)]
pub enum Json {
    /// `null`
    #[default]
    Null,
    /// `true`, `false`
    Bool(bool),
    /// Any number; always finite.
    Number(f64),
    /// Text.
    Text(String),
    /// `[…]`
    List(Vec<Json>),
    /// `{…}`, members in the order in which they came.
    Object(Members),
}

/// Members of an object, in order, without duplicates when they come from [`read`].
pub type Members = Vec<(String, Json)>;

/// What is wrong with data that a program or a file gave, and where.
#[derive(Debug, Clone, PartialEq, Default)]
pub struct Problem {
    /// Permanent code, e.g. `wrong-type`.
    pub code: &'static str,
    /// JSON Pointer of the member; "" is the whole.
    pub path: String,
    /// What stood there, shortened.
    pub found: String,
    /// What may stand there.
    pub expected: String,
    /// 1-based place in the text, where it came from text.
    pub line: Option<usize>,
    /// 1-based column, in characters.
    pub column: Option<usize>,
}

impl Problem {
    /// How many are told of one file: who has mended these sees the next.
    pub const MOST: usize = 200;
}

impl Json {
    /// The member of an object.
    #[must_use]
    pub fn get(&self, name: &str) -> Option<&Json> {
        // Two names of an object seldom share length and last letter: nearly none is compared in full.
        let last = name.as_bytes().last();
        let is = |key: &str| key.len() == name.len() && key.as_bytes().last() == last && key == name;
        self.members()?.iter().find_map(|(key, value)| is(key).then_some(value))
    }

    /// The members, if this is an object.
    #[must_use]
    pub fn members(&self) -> Option<&Members> {
        if let Json::Object(members) = self { Some(members) } else { None }
    }

    /// The rows, if this is a list.
    #[must_use]
    pub fn rows(&self) -> Option<&Vec<Json>> {
        if let Json::List(rows) = self { Some(rows) } else { None }
    }

    /// The text, if this is text.
    #[must_use]
    pub fn text(&self) -> Option<&str> {
        if let Json::Text(text) = self { Some(text) } else { None }
    }

    /// The number, if this is one.
    #[must_use]
    pub fn number(&self) -> Option<f64> {
        if let Json::Number(number) = self { Some(*number) } else { None }
    }

    /// Whether an officer would call this box empty: nothing, blank text, no rows, no members.
    #[must_use]
    pub fn is_blank(&self) -> bool {
        match self {
            Json::Null | Json::Bool(false) => true,
            Json::Bool(true) | Json::Number(_) => false,
            Json::Text(text) => text.chars().all(char::is_whitespace),
            Json::List(rows) => rows.iter().all(Json::is_blank),
            Json::Object(members) => members.iter().all(|(_, value)| value.is_blank()),
        }
    }

    /// A list of texts.
    #[must_use]
    pub fn texts<S: AsRef<str>>(texts: &[S]) -> Json {
        Json::List(texts.iter().map(|text| text.as_ref().into()).collect())
    }

    /// What stands there as the person would see it in the file, shortened.
    #[must_use]
    pub fn excerpt(&self) -> String {
        let text = match self {
            Json::List(rows) => return format!("[… {}]", rows.len()),
            Json::Object(members) => return format!("{{… {}}}", members.len()),
            Json::Null | Json::Bool(_) | Json::Number(_) | Json::Text(_) => self.to_text(),
        };
        if text.chars().count() > 40 { text.chars().take(39).chain(['…']).collect() } else { text }
    }

    /// Compact JSON text.
    #[must_use]
    pub fn to_text(&self) -> String {
        let mut out = String::new();
        self.write(&mut out);
        out
    }

    /// Appends compact JSON text.
    pub fn write(&self, out: &mut String) {
        write::write(self, out);
    }
}

impl From<&str> for Json {
    fn from(text: &str) -> Self {
        Json::Text(text.to_owned())
    }
}
impl From<String> for Json {
    fn from(text: String) -> Self {
        Json::Text(text)
    }
}
impl From<f64> for Json {
    fn from(number: f64) -> Self {
        Json::Number(number)
    }
}
impl From<bool> for Json {
    fn from(flag: bool) -> Self {
        Json::Bool(flag)
    }
}

impl serde::Serialize for Json {
    fn serialize<S: serde::Serializer>(&self, out: S) -> Result<S::Ok, S::Error> {
        use serde::ser::SerializeMap as _;
        match self {
            Json::Null => out.serialize_unit(),
            Json::Bool(flag) => out.serialize_bool(*flag),
            Json::Number(number) => {
                // Whole numbers are written without “.0”, as JavaScript does.
                if number.trunc() == *number && number.abs() < 9.0e15 { out.serialize_i64(*number as i64) } else { out.serialize_f64(*number) }
            }
            Json::Text(text) => out.serialize_str(text),
            Json::List(rows) => out.collect_seq(rows),
            Json::Object(members) => {
                let mut map = out.serialize_map(Some(members.len()))?;
                for (key, value) in members {
                    map.serialize_entry(key, value)?;
                }
                map.end()
            }
        }
    }
}

#[cfg(feature = "schema")]
impl schemars::JsonSchema for Json {
    fn schema_name() -> std::borrow::Cow<'static, str> {
        "Json".into()
    }
    fn json_schema(_: &mut schemars::SchemaGenerator) -> schemars::Schema {
        schemars::json_schema!(true)
    }
}

/// Takes out members that a guideline or portal file may carry for its author: `$schema` and what begins with `x-`.
pub fn strip_private(tree: &mut Json) {
    match tree {
        Json::Object(members) => {
            members.retain(|(key, _)| key != "$schema" && !key.starts_with("x-"));
            members.iter_mut().for_each(|(_, value)| strip_private(value));
        }
        Json::List(rows) => rows.iter_mut().for_each(strip_private),
        Json::Null | Json::Bool(_) | Json::Number(_) | Json::Text(_) => {}
    }
}
