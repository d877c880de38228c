//! Reads a tree into types and gathers every problem, not the first: for files that people write by hand (guidelines, portal files, options).
//!
//! serde stops at the first mistake, and its derived readers weigh four times as much in wasm; records, which programs write, are read with serde ([`filled`](super::filled)).

pub use super::filled::fill;
use super::{Json, Named, Problem, pointer};

/// Where a reading stands, and what it has met so far.
#[derive(Default)]
pub struct Reader {
    path: Vec<String>,
    /// In the order of the file.
    pub problems: Vec<Problem>,
    /// Inside something that was told to be of another kind: what it lacks is not told as well.
    lost: bool,
    /// The next object bears a `kind` that has been read.
    tagged: bool,
}

/// Something that can be read from a tree.
///
/// A reader that meets a problem tells it and goes on with a stand-in, which nobody sees, since [`read_shape`] gives the problems instead.
/// Readers that cannot fail weigh half as much in wasm as readers that have to let go of what they read so far.
pub trait Shaped: Sized {
    /// Reads it.
    fn read(from: &Json, at: &mut Reader) -> Self;

    /// Reads a member of an object, which must be there.
    fn member(of: &Json, name: &str, at: &mut Reader) -> Self {
        let outer = at.lost;
        let read = Self::read(at.enter_member(of, name), at);
        at.leave_member(outer);
        read
    }

    /// Reads a member of an object that is empty when it is not there.
    fn member_or_empty(of: &Json, name: &str, at: &mut Reader) -> Self
    where
        Self: Default,
    {
        if of.get(name).is_some() { Self::member(of, name, at) } else { Self::default() }
    }
}

/// Reads a whole tree.
///
/// # Errors
/// Every problem that was met.
pub fn read_shape<T: Shaped>(tree: &Json) -> Result<T, Vec<Problem>> {
    let (value, problems) = read_all(tree);
    if problems.is_empty() { Ok(value) } else { Err(problems) }
}

/// Reads a whole tree; with problems, stand-ins are where they are, for those who look for problems elsewhere in it too.
pub fn read_all<T: Shaped>(tree: &Json) -> (T, Vec<Problem>) {
    let mut at = Reader::default();
    (T::read(tree, &mut at), at.problems)
}

// Kept out of line: a hundred readers call them.
impl Reader {
    /// Tells a problem at the place where the reading stands.
    #[inline(never)]
    pub fn tell(&mut self, code: &'static str, found: &str, expected: &[&str]) {
        if !self.lost {
            let (found, expected) = (found.to_owned(), expected.join(", "));
            self.problems.push(Problem { code, path: pointer::join(&self.path), found, expected, ..Problem::default() });
        }
    }

    /// Tells that another kind of value stands here.
    #[inline(never)]
    pub fn mismatch(&mut self, found: &Json, expected: &[&str]) {
        self.tell("wrong-type", &found.excerpt(), expected);
    }

    #[inline(never)]
    pub(super) fn enter(&mut self, step: &str) {
        self.path.push(step.to_owned());
    }

    #[inline(never)]
    pub(super) fn leave(&mut self) {
        self.path.pop();
    }

    fn tell_inside(&mut self, step: &str, code: &'static str, found: &str, expected: &[&str]) {
        self.enter(step);
        self.tell(code, found, expected);
        self.leave();
    }

    #[inline(never)]
    fn enter_member<'a>(&mut self, of: &'a Json, name: &str) -> &'a Json {
        self.enter(name);
        of.get(name).unwrap_or_else(|| {
            self.tell("missing", "", &[]);
            self.lost = true;
            &Json::Null
        })
    }

    #[inline(never)]
    fn leave_member(&mut self, outer: bool) {
        self.leave();
        self.lost = outer;
    }

    /// Begins an object whose members are all known (and `kind`, where it has told which object this is); [`Reader::end`] ends it with what this gives.
    #[inline(never)]
    pub fn begin(&mut self, from: &Json, known: &[&str]) -> bool {
        let outer = self.lost;
        let tagged = std::mem::take(&mut self.tagged);
        match from.members() {
            Some(members) => {
                for (key, _) in members.iter().filter(|(key, _)| !(known.contains(&key.as_str()) || tagged && key == "kind")) {
                    self.tell_inside(key, "unknown-member", key, known);
                }
            }
            None => {
                self.mismatch(from, &["object"]);
                self.lost = true;
            }
        }
        outer
    }

    /// Ends what [`Reader::begin`] or [`Reader::kind`] began.
    pub fn end(&mut self, outer: bool) {
        self.lost = outer;
    }

    /// Which of a few names stands here; the first when none does.
    #[inline(never)]
    pub fn choice(&mut self, from: &Json, names: &[&str]) -> usize {
        let found = match from {
            Json::Text(text) => {
                let found = names.iter().position(|name| name == text);
                if found.is_none() {
                    self.tell("unknown-choice", text, names);
                }
                found
            }
            other => {
                self.mismatch(other, names);
                None
            }
        };
        found.unwrap_or_default()
    }

    /// Begins an object of several kinds: its kind, or "", and what [`Reader::end`] wants.
    #[inline(never)]
    pub fn kind<'a>(&mut self, from: &'a Json, kinds: &[&str]) -> (&'a str, bool) {
        let outer = self.lost;
        match (from, from.get("kind")) {
            (Json::Object(_), Some(Json::Text(kind))) if kinds.contains(&kind.as_str()) => {
                self.tagged = true;
                return (kind, outer);
            }
            (Json::Object(_), Some(Json::Text(kind))) => self.tell_inside("kind", "unknown-choice", kind, kinds),
            (Json::Object(_), Some(kind)) => self.tell_inside("kind", "wrong-type", &kind.excerpt(), &["text"]),
            (Json::Object(_), None) => self.tell_inside("kind", "missing", "", &[]),
            _ => self.mismatch(from, &["object"]),
        }
        self.lost = true;
        ("", outer)
    }
}

impl<T: Shaped> Shaped for Option<T> {
    fn read(from: &Json, at: &mut Reader) -> Self {
        Some(T::read(from, at))
    }
    fn member(of: &Json, name: &str, at: &mut Reader) -> Self {
        of.get(name).is_some().then(|| T::member(of, name, at))
    }
}

impl<T: Shaped> Shaped for Vec<T> {
    fn read(from: &Json, at: &mut Reader) -> Self {
        let mut read = Vec::new();
        let Json::List(rows) = from else {
            at.mismatch(from, &["list"]);
            return read;
        };
        for (number, row) in rows.iter().enumerate() {
            at.enter(&number.to_string());
            read.push(T::read(row, at));
            at.leave();
        }
        read
    }
}

impl<T: Shaped> Shaped for Named<T> {
    fn read(from: &Json, at: &mut Reader) -> Self {
        let mut read = Vec::new();
        let Json::Object(members) = from else {
            at.mismatch(from, &["object"]);
            return Named(read);
        };
        for (key, value) in members {
            at.enter(key);
            read.push((key.clone(), T::read(value, at)));
            at.leave();
        }
        Named(read)
    }
}

impl<T: Shaped> Shaped for Box<T> {
    fn read(from: &Json, at: &mut Reader) -> Self {
        Box::new(T::read(from, at))
    }
}

impl Shaped for Json {
    fn read(from: &Json, _: &mut Reader) -> Self {
        from.clone()
    }
}

impl Shaped for String {
    fn read(from: &Json, at: &mut Reader) -> Self {
        let Json::Text(text) = from else {
            at.mismatch(from, &["text"]);
            return String::new();
        };
        text.clone()
    }
}

impl Shaped for bool {
    fn read(from: &Json, at: &mut Reader) -> Self {
        let Json::Bool(flag) = from else {
            at.mismatch(from, &["true-false"]);
            return false;
        };
        *flag
    }
}

impl Shaped for f64 {
    fn read(from: &Json, at: &mut Reader) -> Self {
        let Json::Number(number) = from else {
            at.mismatch(from, &["number"]);
            return 0.0;
        };
        *number
    }
}

impl Shaped for usize {
    fn read(from: &Json, at: &mut Reader) -> Self {
        match from {
            Json::Number(number) if number.trunc() == *number && (0.0..1e9).contains(number) => *number as usize,
            _ => {
                at.mismatch(from, &["whole-number"]);
                0
            }
        }
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
            fn read(from: &$crate::json::Json, at: &mut $crate::json::shape::Reader) -> Self {
                let outer = at.begin(from, &[$($key),*]);
                let read = $name { $($field: $crate::shape!(@member at, from, $key $(, $empty)?),)* };
                at.end(outer);
                read
            }
        }
    )*};
    (@member $at:ident, $from:ident, $key:literal) => { $crate::json::shape::Shaped::member($from, $key, $at) };
    (@member $at:ident, $from:ident, $key:literal, $empty:ident) => { $crate::json::shape::Shaped::member_or_empty($from, $key, $at) };
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
            fn read(from: &$crate::json::Json, at: &mut $crate::json::shape::Reader) -> Self {
                const ALL: [$name; [$($key),*].len()] = [$($name::$variant),*];
                let [first, ..] = ALL;
                ALL.get(at.choice(from, &[$($key),*])).copied().unwrap_or(first)
            }
        }
    )*};
}

/// Declares an enum whose variants are objects told apart by their member `kind`: `All(Several) = "all"`; a variant without members stands alone: `None = "none"`.
#[macro_export]
macro_rules! kinds {
    ($(#[$meta:meta])* pub enum $name:ident {
        $(#[$first_doc:meta])* $first:ident $(($first_params:ty))? = $first_key:literal,
        $($(#[$doc:meta])* $variant:ident $(($params:ty))? = $key:literal,)*
    }) => {
        $(#[$meta])*
        #[derive(Debug, Clone, PartialEq)]
        #[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
        #[cfg_attr(feature = "schema", schemars(tag = "kind"))]
        pub enum $name {
            $(#[$first_doc])* #[cfg_attr(feature = "schema", schemars(rename = $first_key))] $first $(($first_params))?,
            $($(#[$doc])* #[cfg_attr(feature = "schema", schemars(rename = $key))] $variant $(($params))?,)*
        }

        impl $name {
            /// Every kind, by its name in a file.
            pub const KINDS: &[&str] = &[$first_key, $($key),*];

            /// Its name in a file.
            #[must_use]
            pub fn kind(&self) -> &'static str {
                match self {
                    $name::$first { .. } => $first_key,
                    $($name::$variant { .. } => $key,)*
                }
            }
        }

        impl $crate::json::shape::Shaped for $name {
            fn read(from: &$crate::json::Json, at: &mut $crate::json::shape::Reader) -> Self {
                let (kind, outer) = at.kind(from, Self::KINDS);
                let read = match kind {
                    $($key => $crate::kinds!(@read $name, $variant, from, at $(, $params)?),)*
                    _ => $crate::kinds!(@read $name, $first, from, at $(, $first_params)?),
                };
                at.end(outer);
                read
            }
        }
    };
    (@read $name:ident, $variant:ident, $from:ident, $at:ident) => {{
        $at.begin($from, &[]);
        $name::$variant
    }};
    (@read $name:ident, $variant:ident, $from:ident, $at:ident, $params:ty) => {
        $name::$variant(<$params as $crate::json::shape::Shaped>::read($from, $at))
    };
}
