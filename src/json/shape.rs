//! Reads a tree into types and gathers every problem, not the first: for files that people write by hand (guidelines, portal files, options).
//!
//! serde stops at the first mistake, and its derived readers weigh four times as much in wasm; records, which programs write, are read with serde.

use super::{Json, Named, Problem, pointer, typed};

/// Where a reading stands, and what it has met so far.
#[derive(Default)]
pub struct Reader {
    path: Vec<String>,
    /// In the order of the file.
    pub problems: Vec<Problem>,
}

/// Something that can be read from a tree; `None` when it cannot, with a problem told to the reader.
pub trait Shaped: Sized {
    /// Reads it.
    fn read(from: &Json, at: &mut Reader) -> Option<Self>;

    /// Reads a member of an object that need not be there.
    fn absent(at: &mut Reader) -> Option<Self> {
        at.tell("missing", String::new(), String::new())
    }
}

/// Reads a whole tree.
///
/// # Errors
/// Every problem that was met.
pub fn read_shape<T: Shaped>(tree: &Json) -> Result<T, Vec<Problem>> {
    let mut at = Reader::default();
    match T::read(tree, &mut at) {
        Some(value) if at.problems.is_empty() => Ok(value),
        _ => Err(at.problems),
    }
}

impl Reader {
    /// Tells a problem at the place where the reading stands.
    pub fn tell<T>(&mut self, code: &'static str, found: String, expected: String) -> Option<T> {
        self.problems.push(Problem { code, path: pointer::join(&self.path), found, expected, ..Problem::default() });
        None
    }

    /// Tells that another kind of value stands here.
    pub fn mismatch<T>(&mut self, found: &Json, expected: &str) -> Option<T> {
        self.tell("wrong-type", found.excerpt(), expected.to_owned())
    }

    /// Reads what stands one step further.
    pub fn inside<T>(&mut self, step: &str, read: impl FnOnce(&mut Self) -> Option<T>) -> Option<T> {
        self.path.push(step.to_owned());
        let value = read(self);
        self.path.pop();
        value
    }

    /// An object whose members are all known.
    pub fn object(&mut self, from: &Json, known: &[&str]) -> bool {
        let Some(members) = from.members() else { return self.mismatch::<()>(from, "object").is_some() };
        for (key, _) in members {
            if !known.contains(&key.as_str()) {
                self.inside(key, |at| at.tell::<()>("unknown-member", key.clone(), known.join(", ")));
            }
        }
        true
    }

    /// A member of an object.
    pub fn member<T: Shaped>(&mut self, of: &Json, name: &str) -> Option<T> {
        self.inside(name, |at| match of.get(name) {
            Some(value) => T::read(value, at),
            None => T::absent(at),
        })
    }

    /// A member of an object that is empty when it is not there.
    pub fn member_or_empty<T: Shaped + Default>(&mut self, of: &Json, name: &str) -> Option<T> {
        if of.get(name).is_some() { self.member(of, name) } else { Some(T::default()) }
    }
}

impl<T: Shaped> Shaped for Option<T> {
    fn read(from: &Json, at: &mut Reader) -> Option<Self> {
        T::read(from, at).map(Some)
    }
    fn absent(_: &mut Reader) -> Option<Self> {
        Some(None)
    }
}

impl<T: Shaped> Shaped for Vec<T> {
    fn read(from: &Json, at: &mut Reader) -> Option<Self> {
        let Json::List(rows) = from else { return at.mismatch(from, "list") };
        let mut read = Vec::new();
        for (number, row) in rows.iter().enumerate() {
            read.extend(at.inside(&number.to_string(), |at| T::read(row, at)));
        }
        Some(read)
    }
}

impl<T: Shaped> Shaped for Named<T> {
    fn read(from: &Json, at: &mut Reader) -> Option<Self> {
        let Json::Object(members) = from else { return at.mismatch(from, "object") };
        let mut read = Vec::new();
        for (key, value) in members {
            read.extend(at.inside(key, |at| T::read(value, at)).map(|value| (key.clone(), value)));
        }
        Some(Named(read))
    }
}

impl<T: Shaped> Shaped for Box<T> {
    fn read(from: &Json, at: &mut Reader) -> Option<Self> {
        T::read(from, at).map(Box::new)
    }
}

impl Shaped for Json {
    fn read(from: &Json, _: &mut Reader) -> Option<Self> {
        Some(from.clone())
    }
}

impl Shaped for String {
    fn read(from: &Json, at: &mut Reader) -> Option<Self> {
        let Json::Text(text) = from else { return at.mismatch(from, "text") };
        Some(text.clone())
    }
}

impl Shaped for bool {
    fn read(from: &Json, at: &mut Reader) -> Option<Self> {
        let Json::Bool(flag) = from else { return at.mismatch(from, "true-false") };
        Some(*flag)
    }
}

impl Shaped for f64 {
    fn read(from: &Json, at: &mut Reader) -> Option<Self> {
        let Json::Number(number) = from else { return at.mismatch(from, "number") };
        Some(*number)
    }
}

impl Shaped for usize {
    fn read(from: &Json, at: &mut Reader) -> Option<Self> {
        match from {
            Json::Number(number) if number.trunc() == *number && (0.0..1e9).contains(number) => Some(*number as usize),
            _ => at.mismatch(from, "whole-number"),
        }
    }
}

/// Reads a type of the record with its serde reader.
pub fn by_serde<T: serde::de::DeserializeOwned>(from: &Json, at: &mut Reader) -> Option<T> {
    match typed(from) {
        Ok(value) => Some(value),
        Err(problem) => at.tell(problem.code, problem.found, problem.expected),
    }
}

/// Declares a struct that is read member by member: `paths: Vec<String> = "paths"`; with `or empty`, it need not be there.
#[macro_export]
macro_rules! shape {
    ($($(#[$meta:meta])* pub struct $name:ident { $($(#[$doc:meta])* pub $field:ident: $type:ty = $key:literal $(or $empty:ident)?,)* })*) => {$(
        $(#[$meta])*
        #[derive(Debug, Clone, PartialEq)]
        #[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
        #[cfg_attr(feature = "schema", schemars(deny_unknown_fields))]
        pub struct $name { $($(#[$doc])* #[cfg_attr(feature = "schema", schemars(rename = $key))] pub $field: $type,)* }

        impl $crate::json::shape::Shaped for $name {
            fn read(from: &$crate::json::Json, at: &mut $crate::json::shape::Reader) -> Option<Self> {
                if !at.object(from, &[$($key),*]) {
                    return None;
                }
                $(let $field = $crate::shape!(@member at, from, $key $(, $empty)?);)*
                Some($name { $($field: $field?,)* })
            }
        }
    )*};
    (@member $at:ident, $from:ident, $key:literal) => { $at.member($from, $key) };
    (@member $at:ident, $from:ident, $key:literal, $empty:ident) => { $at.member_or_empty($from, $key) };
}

/// Declares an enum that stands as text in a file: `Must = "must"`.
#[macro_export]
macro_rules! choice {
    ($($(#[$meta:meta])* pub enum $name:ident { $($(#[$doc:meta])* $variant:ident = $key:literal,)* })*) => {$(
        $(#[$meta])*
        #[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, serde::Serialize)]
        #[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
        pub enum $name { $($(#[$doc])* #[serde(rename = $key)] $variant,)* }

        impl $crate::json::shape::Shaped for $name {
            fn read(from: &$crate::json::Json, at: &mut $crate::json::shape::Reader) -> Option<Self> {
                match from.text() {
                    $(Some($key) => Some($name::$variant),)*
                    Some(other) => at.tell("unknown-choice", other.to_owned(), [$($key),*].join(", ")),
                    None => at.mismatch(from, [$($key),*].join(", ").as_str()),
                }
            }
        }
    )*};
}

/// Declares an enum whose variants are objects told apart by their member `kind`: `All(Several) = "all"`; a variant without members stands alone: `None = "none"`.
#[macro_export]
macro_rules! kinds {
    ($(#[$meta:meta])* pub enum $name:ident { $($(#[$doc:meta])* $variant:ident $(($params:ty))? = $key:literal,)* }) => {
        $(#[$meta])*
        #[derive(Debug, Clone, PartialEq)]
        #[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
        #[cfg_attr(feature = "schema", schemars(tag = "kind"))]
        pub enum $name { $($(#[$doc])* #[cfg_attr(feature = "schema", schemars(rename = $key))] $variant $(($params))?,)* }

        impl $name {
            /// Every kind, by its name in a file.
            pub const KINDS: &[&str] = &[$($key),*];
        }

        impl $crate::json::shape::Shaped for $name {
            fn read(from: &$crate::json::Json, at: &mut $crate::json::shape::Reader) -> Option<Self> {
                if from.members().is_none() {
                    return at.mismatch(from, "object");
                }
                let kind: String = at.member(from, "kind")?;
                let mut params = from.clone();
                $crate::json::pointer::remove(&mut params, "/kind");
                match kind.as_str() {
                    $($key => $crate::kinds!(@read $name, $variant, params, at $(, $params)?),)*
                    other => at.inside("kind", |at| at.tell("unknown-choice", other.to_owned(), Self::KINDS.join(", "))),
                }
            }
        }
    };
    (@read $name:ident, $variant:ident, $from:ident, $at:ident) => { $at.object(&$from, &[]).then_some($name::$variant) };
    (@read $name:ident, $variant:ident, $from:ident, $at:ident, $params:ty) => { <$params as $crate::json::shape::Shaped>::read(&$from, $at).map($name::$variant) };
}
