//! JSON Pointers (RFC 6901), with `*` for every row of a list.

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
    path.split('/').skip(1).map(|step| if step.contains('~') { step.replace("~1", "/").replace("~0", "~") } else { step.to_owned() })
}

/// The value at a pointer without `*`.
#[must_use]
pub fn get<'a>(root: &'a Json, path: &str) -> Option<&'a Json> {
    let mut here = root;
    for step in path.split('/').skip(1) {
        here = child(here, step)?;
    }
    Some(here)
}

fn child<'a>(here: &'a Json, step: &str) -> Option<&'a Json> {
    match here {
        Json::List(rows) => rows.get(step.parse::<usize>().ok()?),
        Json::Object(members) if step.contains('~') => {
            let step = step.replace("~1", "/").replace("~0", "~");
            members.iter().find_map(|(key, value)| (*key == step).then_some(value))
        }
        Json::Object(_) => here.get(step),
        Json::Null | Json::Bool(_) | Json::Number(_) | Json::Text(_) => None,
    }
}

/// Every path that a pattern stands for, in order, with its value; a member that is not there gives nothing.
#[must_use]
pub fn all<'a>(root: &'a Json, pattern: &str) -> Vec<(String, &'a Json)> {
    let mut found = Vec::new();
    match pattern.split_once("/*") {
        None => found.extend(get(root, pattern).map(|value| (pattern.to_owned(), value))),
        Some((list, rest)) => {
            for (at, row) in get(root, list).and_then(Json::rows).into_iter().flatten().enumerate() {
                let path = [list, "/", &at.to_string()].concat();
                if !rest.contains('*') {
                    found.extend(get(row, rest).map(|value| ([&path, rest].concat(), value)));
                    continue;
                }
                found.extend(all(row, rest).into_iter().map(|(tail, value)| ([&path, tail.as_str()].concat(), value)));
            }
        }
    }
    found
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
    let last = last.replace("~1", "/").replace("~0", "~");
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
    fn addresses_rows_and_escapes() {
        let mut tree = read(r#"{"a":[{"u":1},{"u":2},{}],"x/y":{"~":3}}"#.as_bytes(), Limits::default()).unwrap();
        assert_eq!(get(&tree, "/a/1/u"), Some(&Json::Number(2.0)));
        assert_eq!(get(&tree, "/x~1y/~0"), Some(&Json::Number(3.0)));
        assert_eq!(all(&tree, "/a/*/u").iter().map(|(path, _)| path.as_str()).collect::<Vec<_>>(), ["/a/0/u", "/a/1/u"]);
        assert!(set(&mut tree, "/a/3/u", Json::Bool(true)) && set(&mut tree, "/n/m", Json::Null) && set(&mut tree, "/l/0/q", Json::Bool(true)));
        assert!(!set(&mut tree, "/a/9/u", Json::Null) && !set(&mut tree, "/a/0/u/z", Json::Null));
        assert_eq!(remove(&mut tree, "/a/0"), Some(Json::Object(vec![("u".into(), Json::Number(1.0))])));
        assert_eq!(tree.to_text(), r#"{"a":[{"u":2},{},{"u":true}],"x/y":{"~":3},"n":{"m":null},"l":[{"q":true}]}"#);
        assert_eq!(pattern("/model/targets/12/unit"), "/model/targets/*/unit");
    }
}
