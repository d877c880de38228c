//! A JSON Pointer taken apart once: for boxes that are looked for in record after record.

use std::cell::Cell;
use std::fmt;
use std::ops::Deref;

use super::pointer::{self, Place};
use super::{Json, Members};
use crate::ahead;

/// A JSON Pointer with `*` for every row.
#[derive(Clone, Default)]
pub struct Path {
    text: String,
    /// Hash of the text, compared first.
    key: u64,
    /// To the value; up to the list where there is a `*`.
    steps: Steps,
    /// What stands behind the first `/*`.
    row: Option<Row>,
}

#[derive(Clone)]
struct Row {
    /// Where the list ends in the text, and where begins what stands behind `/*`.
    list: usize,
    tail: usize,
    steps: Steps,
    /// A second `*` (a list inside a list); no record has one.
    more: bool,
}

impl Path {
    /// Takes a pointer apart.
    #[must_use]
    pub fn new(text: String) -> Self {
        let row = pointer::starred(&text).map(|(list, tail)| Row {
            list: list.len(),
            tail: text.len() - tail.len(),
            steps: Steps::of(tail),
            more: tail.contains('*'),
        });
        let head = text.get(..row.as_ref().map_or(text.len(), |row| row.list)).unwrap_or_default();
        Path { key: ahead::hash(text.as_bytes()), steps: Steps::of(head), row, text }
    }

    /// The pointer.
    #[must_use]
    pub fn as_str(&self) -> &str {
        &self.text
    }

    /// Hash of the text.
    #[must_use]
    pub fn key(&self) -> u64 {
        self.key
    }

    /// Whether it has a `*`.
    #[must_use]
    pub fn has_rows(&self) -> bool {
        self.row.is_some()
    }

    /// The value there; nothing where there is a `*`.
    #[must_use]
    pub fn get<'a>(&self, root: &'a Json) -> Option<&'a Json> {
        if self.row.is_some() { None } else { self.steps.get(root) }
    }

    /// Every place that it stands for, in order, with its value; a member that is not there gives nothing.
    #[must_use]
    pub fn each<'a, 'p>(&'p self, root: &'a Json) -> Each<'a, 'p> {
        let more = self.row.as_ref().is_some_and(|row| row.more);
        Each {
            one: self.get(root).map(|value| (Place::of(&self.text), value)),
            rows: if more { self.rows(&Json::Null) } else { self.rows(root) },
            more: more.then(|| Box::new(pointer::all(root, &self.text))),
        }
    }

    /// The rows at the first `*`, each with its place, and what stands there. Nothing where there is no `*`.
    #[must_use]
    pub fn rows<'a, 'p>(&'p self, root: &'a Json) -> Rows<'a, 'p> {
        let rows = self.row.as_ref().and_then(|_| self.steps.get(root)?.rows());
        Rows { path: self, rows: rows.map(Vec::as_slice).unwrap_or_default().iter(), at: 0 }
    }
}

/// The places of a path, one after the other.
pub struct Each<'a, 'p> {
    one: Option<(Place<'p>, &'a Json)>,
    rows: Rows<'a, 'p>,
    /// Those of a path with another `*`.
    more: Option<Box<pointer::Places<'a, 'p>>>,
}

impl<'a, 'p> Iterator for Each<'a, 'p> {
    type Item = (Place<'p>, &'a Json);

    fn next(&mut self) -> Option<Self::Item> {
        if let Some(one) = self.one.take() {
            return Some(one);
        }
        for (place, _, value) in self.rows.by_ref() {
            if let Some(value) = value {
                return Some((place, value));
            }
        }
        self.more.as_mut()?.next()
    }
}

/// The rows of a path, one after the other.
pub struct Rows<'a, 'p> {
    path: &'p Path,
    rows: std::slice::Iter<'a, Json>,
    /// Number of the next row.
    at: usize,
}

impl<'a, 'p> Iterator for Rows<'a, 'p> {
    type Item = (Place<'p>, &'a Json, Option<&'a Json>);

    #[inline]
    fn next(&mut self) -> Option<Self::Item> {
        let held = self.rows.next()?;
        let Path { text, row: Some(Row { list, tail, steps, .. }), .. } = self.path else { return None };
        let place = Place::in_row(text.get(..*list)?, self.at, text.get(*tail..)?);
        self.at += 1;
        Some((place, held, steps.get(held)))
    }
}

/// The steps of a pointer.
#[derive(Clone, Default)]
struct Steps(Box<[Step]>);

#[derive(Clone)]
struct Step {
    name: String,
    /// The same as the number of a row.
    row: Option<usize>,
    /// Where it stood the last time: records have their members in the same order.
    last: Cell<usize>,
}

impl Steps {
    fn of(pointer: &str) -> Self {
        Steps(pointer::steps(pointer).map(|name| Step { row: name.parse().ok(), name, last: Cell::new(0) }).collect())
    }

    fn get<'a>(&self, root: &'a Json) -> Option<&'a Json> {
        let Steps(steps) = self;
        let mut here = root;
        for step in steps {
            here = match here {
                Json::Object(members) => step.among(members)?,
                Json::List(rows) => rows.get(step.row?)?,
                Json::Null | Json::Bool(_) | Json::Number(_) | Json::Text(_) => return None,
            };
        }
        Some(here)
    }
}

impl Step {
    #[inline]
    fn among<'a>(&self, members: &'a Members) -> Option<&'a Json> {
        let is = |(key, _): &(String, Json)| ahead::are_equal(key.as_bytes(), self.name.as_bytes());
        if let Some((_, value)) = members.get(self.last.get()).filter(|member| is(member)) {
            return Some(value);
        }
        let at = members.iter().position(is)?;
        self.last.set(at);
        members.get(at).map(|(_, value)| value)
    }
}

impl Deref for Path {
    type Target = str;
    fn deref(&self) -> &str {
        &self.text
    }
}
impl AsRef<str> for Path {
    fn as_ref(&self) -> &str {
        &self.text
    }
}
impl From<&Path> for String {
    fn from(path: &Path) -> Self {
        path.text.clone()
    }
}
impl PartialEq<Path> for String {
    fn eq(&self, other: &Path) -> bool {
        *self == other.text
    }
}
impl PartialEq for Path {
    #[inline]
    fn eq(&self, other: &Self) -> bool {
        self.key == other.key && self.text == other.text
    }
}
impl fmt::Display for Path {
    fn fmt(&self, out: &mut fmt::Formatter<'_>) -> fmt::Result {
        self.text.fmt(out)
    }
}
impl fmt::Debug for Path {
    fn fmt(&self, out: &mut fmt::Formatter<'_>) -> fmt::Result {
        fmt::Debug::fmt(&self.text, out)
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::json::{Limits, read};

    /// Finds what the pointer finds, in trees of several shapes one after the other.
    #[test]
    fn finds_what_pointers_find() {
        let trees: Vec<Json> = [
            r#"{"a":[{"u":1},{"u":2},{}],"x/y":{"~":3},"c":{"d":{"e":5}},"":{"":1}}"#,
            r#"{"c":{"z":0,"d":{"e":6}},"a":[{"v":0,"u":1}],"*":{"u":4}}"#,
            r#"{"a":{"0":{"u":7},"u":8},"c":[]}"#,
            r#"[{"u":1},[{"u":2}]]"#,
            "null",
        ]
        .iter()
        .map(|text| read(text.as_bytes(), Limits::default()).unwrap())
        .collect();
        let texts = [
            "", "/", "//", "/a", "/a/0", "/a/*", "/a/*/u", "/a/0/u", "/a/+1/u", "/a/9/u", "/x~1y/~0", "/c/d/e", "/c/d/e/", "/c/d/e/f", "/*", "/*/u", "/1/*/u",
            "/*/*/u", "c", "/a*",
        ];
        for text in texts {
            let path = Path::new(text.to_owned());
            for tree in trees.iter().chain(trees.iter().rev()) {
                assert!(path.each(tree).eq(pointer::all(tree, text)), "{text} {tree:?}");
                if pointer::starred(text).is_none() {
                    assert_eq!(path.get(tree), pointer::get(tree, text), "{text} {tree:?}");
                }
            }
            assert!(path == path.clone() && path.to_string() == text && path != Path::new(format!("{text}x")));
        }
    }
}
