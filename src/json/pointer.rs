//! JSON Pointers (RFC 6901), with `*` for every row of a list.

use std::borrow::Cow;

use super::{Json, Members};

/// Joins steps into a pointer: `["a/b", "0"]` → `/a~1b/0`.
#[must_use]
pub fn join<S: AsRef<str>>(steps: &[S]) -> String {
    let mut path = String::new();
    for step in steps {
        path.push('/');
        for c in step.as_ref().chars() {
            match c {
                '~' => path.push_str("~0"),
                '/' => path.push_str("~1"),
                c => path.push(c),
            }
        }
    }
    path
}

/// The steps of a pointer; an empty pointer has none.
pub fn steps(path: &str) -> impl Iterator<Item = String> + '_ {
    path.split('/').skip(1).map(unescaped)
}

/// The key that a step names.
fn unescaped(step: &str) -> String {
    if step.contains('~') { step.replace("~1", "/").replace("~0", "~") } else { step.to_owned() }
}

/// The value at a pointer without `*`.
#[must_use]
pub fn get<'a>(root: &'a Json, path: &str) -> Option<&'a Json> {
    match path.bytes().position(|byte| byte == b'/') {
        Some(slash) => below(root, path.get(slash + 1..)?),
        None => Some(root),
    }
}

/// The value at the steps of a pointer, without the slash before the first.
#[must_use]
pub fn below<'a>(root: &'a Json, steps: &str) -> Option<&'a Json> {
    let (mut here, mut rest) = (root, steps);
    loop {
        let Some(slash) = rest.bytes().position(|byte| byte == b'/') else { return child(here, rest) };
        here = child(here, rest.get(..slash)?)?;
        rest = rest.get(slash + 1..)?;
    }
}

fn child<'a>(here: &'a Json, step: &str) -> Option<&'a Json> {
    match here {
        Json::List(rows) => rows.get(step.parse::<usize>().ok()?),
        Json::Object(members) if step.bytes().any(|byte| byte == b'~') => {
            let step = unescaped(step);
            members.iter().find_map(|(key, value)| (*key == step).then_some(value))
        }
        Json::Object(_) => here.get(step),
        Json::Null | Json::Bool(_) | Json::Number(_) | Json::Text(_) => None,
    }
}

/// A place that a pattern stands for. Its path is written only when somebody asks: nearly every place is looked at and forgotten.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Place<'p> {
    /// The path, up to the row if there is one.
    head: Cow<'p, str>,
    /// The row, and what stands behind it.
    row: Option<(usize, &'p str)>,
}

impl<'p> Place<'p> {
    /// The place of a path without `*`.
    #[must_use]
    pub fn of(path: &'p str) -> Self {
        Place { head: Cow::Borrowed(path), row: None }
    }

    /// The place of a member in a row of a list.
    #[must_use]
    pub fn in_row(list: &'p str, row: usize, tail: &'p str) -> Self {
        Place { head: Cow::Borrowed(list), row: Some((row, tail)) }
    }

    /// Its path.
    #[must_use]
    pub fn path(&self) -> String {
        match self.row {
            Some((row, tail)) => [&*self.head, "/", &row.to_string(), tail].concat(),
            None => self.head.to_string(),
        }
    }

    /// Whether the path of its list or box begins so.
    #[must_use]
    pub fn is_in(&self, head: &str) -> bool {
        self.head.starts_with(head)
    }

    /// Whether a path of a guideline, which may have `*` for every row, is or has this place.
    #[must_use]
    pub fn is_of(&self, path: &str) -> bool {
        match self.row {
            Some((_, tail)) => path.strip_prefix(&*self.head).and_then(|rest| rest.strip_prefix("/*")) == Some(tail) || self.is(path),
            None => self.head == path,
        }
    }

    /// Whether this is its path.
    #[must_use]
    pub fn is(&self, path: &str) -> bool {
        match self.row {
            Some(_) => path.starts_with(&*self.head) && self.path() == path,
            None => self.head == path,
        }
    }
}

impl From<Place<'_>> for String {
    fn from(place: Place<'_>) -> Self {
        place.path()
    }
}
impl From<&Place<'_>> for String {
    fn from(place: &Place<'_>) -> Self {
        place.path()
    }
}

/// The list of a pattern and what stands behind its first `/*`; none where it stands for one place.
#[must_use]
pub fn starred(pattern: &str) -> Option<(&str, &str)> {
    let star = pattern.as_bytes().windows(2).position(|two| two == b"/*")?;
    Some((pattern.get(..star)?, pattern.get(star + 2..)?))
}

/// Every place that a pattern stands for, in order, with its value; a member that is not there gives nothing.
pub fn all<'a, 'p>(root: &'a Json, pattern: &'p str) -> Places<'a, 'p> {
    let none = Places { one: None, list: pattern, rows: [].iter(), row: 0, rest: "", inside: Vec::new().into_iter() };
    match starred(pattern) {
        Some((list, rest)) => {
            let rows = get(root, list).and_then(Json::rows).map(Vec::as_slice).unwrap_or_default();
            Places { list, rows: rows.iter(), rest, ..none }
        }
        None => Places { one: get(root, pattern).map(|value| (Place::of(pattern), value)), ..none },
    }
}

/// The places of a pattern, one after the other.
pub struct Places<'a, 'p> {
    /// The only place of a path without `*`.
    one: Option<(Place<'p>, &'a Json)>,
    list: &'p str,
    rows: std::slice::Iter<'a, Json>,
    /// Number of the next row.
    row: usize,
    /// What stands behind a row.
    rest: &'p str,
    /// The places of a list inside a row.
    inside: std::vec::IntoIter<(Place<'p>, &'a Json)>,
}

impl<'a, 'p> Iterator for Places<'a, 'p> {
    type Item = (Place<'p>, &'a Json);

    fn next(&mut self) -> Option<Self::Item> {
        if let Some(one) = self.one.take() {
            return Some(one);
        }
        loop {
            if let Some(place) = self.inside.next() {
                return Some(place);
            }
            let row = self.rows.next()?;
            let at = self.row;
            self.row += 1;
            if self.rest.contains('*') {
                self.inside = inside(self.list, at, row, self.rest).into_iter();
            } else if let Some(value) = get(row, self.rest) {
                return Some((Place::in_row(self.list, at, self.rest), value));
            }
        }
    }
}

/// The places of a list inside a list, which no record has.
fn inside<'a, 'p>(list: &str, at: usize, row: &'a Json, rest: &str) -> Vec<(Place<'p>, &'a Json)> {
    let mut places = Vec::new();
    for (tail, value) in all(row, rest) {
        places.push((Place { head: Cow::Owned([list, "/", &at.to_string(), &tail.path()].concat()), row: None }, value));
    }
    places
}

/// Puts a value at a path, making the objects on the way; a row number equal to the length of a list adds a row. `false` when the way is blocked by a value of another shape.
pub fn set(root: &mut Json, path: &str, value: Json) -> bool {
    let mut here = root;
    for step in steps(path) {
        if matches!(here, Json::Null) {
            *here = if step == "0" { Json::List(Vec::new()) } else { Json::Object(Members::new()) };
        }
        here = match here {
            Json::List(rows) => {
                let Ok(at) = step.parse::<usize>() else { return false };
                if at == rows.len() {
                    rows.push(Json::Null);
                }
                let Some(row) = rows.get_mut(at) else { return false };
                row
            }
            Json::Object(members) => {
                let at = members.iter().position(|(key, _)| *key == step).unwrap_or_else(|| {
                    members.push((step, Json::Null));
                    members.len() - 1
                });
                let Some((_, value)) = members.get_mut(at) else { return false };
                value
            }
            Json::Null | Json::Bool(_) | Json::Number(_) | Json::Text(_) => return false,
        };
    }
    *here = value;
    true
}

/// Takes the value at a path out of its object or list.
pub fn remove(root: &mut Json, path: &str) -> Option<Json> {
    let (parent, last) = path.rsplit_once('/')?;
    let mut here = root;
    for step in steps(parent) {
        here = match here {
            Json::List(rows) => rows.get_mut(step.parse::<usize>().ok()?)?,
            Json::Object(members) => members.iter_mut().find_map(|(key, value)| (*key == step).then_some(value))?,
            Json::Null | Json::Bool(_) | Json::Number(_) | Json::Text(_) => return None,
        };
    }
    let last = unescaped(last);
    match here {
        Json::List(rows) => {
            let at = last.parse::<usize>().ok()?;
            (at < rows.len()).then(|| rows.remove(at))
        }
        Json::Object(members) => {
            let at = members.iter().position(|(key, _)| *key == last)?;
            Some(members.remove(at).1)
        }
        Json::Null | Json::Bool(_) | Json::Number(_) | Json::Text(_) => None,
    }
}

/// The path with row numbers replaced by `*`: `/model/targets/3/unit` → `/model/targets/*/unit`.
#[must_use]
pub fn pattern(path: &str) -> String {
    let steps: Vec<&str> = path.split('/').map(|step| if !step.is_empty() && step.bytes().all(|b| b.is_ascii_digit()) { "*" } else { step }).collect();
    steps.join("/")
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::json::{Limits, read};

    #[test]
    fn patterns_with_a_star() {
        assert_eq!(starred("/model/targets/*/unit"), Some(("/model/targets", "/unit")));
        assert_eq!(starred("/a/*/b/*"), Some(("/a", "/b/*")));
        assert_eq!(starred("/*"), Some(("", "")));
        for path in ["", "/", "*", "/a*/b", "/a/b*", "/model/name"] {
            assert_eq!(starred(path), None, "{path}");
        }
    }

    #[test]
    fn addresses_rows_and_escapes() {
        let mut tree = read(r#"{"a":[{"u":1},{"u":2},{}],"x/y":{"~":3}}"#.as_bytes(), Limits::default()).unwrap();
        assert_eq!(get(&tree, "/a/1/u"), Some(&Json::Number(2.0)));
        assert_eq!(get(&tree, "/x~1y/~0"), Some(&Json::Number(3.0)));
        assert_eq!(all(&tree, "/a/*/u").map(|(place, _)| place.path()).collect::<Vec<_>>(), ["/a/0/u", "/a/1/u"]);
        assert_eq!((get(&tree, ""), get(&tree, "/a/1/u/"), get(&tree, "/"), below(&tree, "a/0/u")), (Some(&tree), None, None, Some(&Json::Number(1.0))));
        assert!(set(&mut tree, "/a/3/u", Json::Bool(true)) && set(&mut tree, "/n/m", Json::Null) && set(&mut tree, "/l/0/q", Json::Bool(true)));
        assert!(!set(&mut tree, "/a/9/u", Json::Null) && !set(&mut tree, "/a/0/u/z", Json::Null));
        assert_eq!(remove(&mut tree, "/a/0"), Some(Json::Object(vec![("u".into(), Json::Number(1.0))])));
        assert_eq!(tree.to_text(), r#"{"a":[{"u":2},{},{"u":true}],"x/y":{"~":3},"n":{"m":null},"l":[{"q":true}]}"#);
        assert_eq!(pattern("/model/targets/12/unit"), "/model/targets/*/unit");
    }

    #[test]
    fn places_know_their_paths() {
        let tree = read(br#"{"a":[{"b":[{"u":1},{"u":2}]},{"b":[{"u":3}]}],"c":5}"#, Limits::default()).unwrap();
        let paths = |pattern| all(&tree, pattern).map(|(place, value)| (place.path(), value == get(&tree, &place.path()).unwrap())).collect::<Vec<_>>();
        assert_eq!(paths("/c"), [("/c".to_owned(), true)]);
        assert_eq!(paths("/a/*/b"), [("/a/0/b".to_owned(), true), ("/a/1/b".to_owned(), true)]);
        assert_eq!(paths("/a/*/b/*/u").iter().map(|(path, _)| path.as_str()).collect::<Vec<_>>(), ["/a/0/b/0/u", "/a/0/b/1/u", "/a/1/b/0/u"]);
        assert!(paths("/c/*/u").is_empty() && paths("/x").is_empty());
        let row = Place::in_row("/a", 1, "/b");
        assert!(
            row.is("/a/1/b")
                && row.is_of("/a/*/b")
                && !row.is_of("/a/*/c")
                && !row.is("/a/0/b")
                && row.is_in("/a")
                && !row.is_in("/b")
                && Place::of("/c").is("/c")
        );
    }
}
