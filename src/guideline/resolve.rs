//! What `extends` and `overrides` come to: one guideline that stands alone, made as a tree, so that its problems keep their paths.

use super::types::{Extends, Guideline};
use crate::json::{Json, Members, Problem, pointer};

/// A guideline that others can extend.
#[derive(Clone, Copy)]
pub struct Known<'a> {
    /// The guideline, resolved.
    pub guideline: &'a Guideline,
    /// The same as a tree.
    pub tree: &'a Json,
    /// Ids of the guidelines that it extends itself.
    pub extends: &'a [String],
}

/// Finds the guideline that another extends.
pub type Find<'a> = &'a dyn Fn(&Extends) -> Option<Known<'a>>;

/// The tree of a guideline with what it extends taken in: lists of the other come first, own members win, overrides are applied.
#[must_use]
pub fn resolve(own: &Json, base: &Json) -> Json {
    let mut merged = base.clone();
    for name in ["base", "tests", "overrides", "sample"] {
        pointer::remove(&mut merged, &format!("/{name}"));
    }
    let mut criteria = base.get("criteria").and_then(Json::rows).cloned().unwrap_or_default();
    // What is required is asked anew of both together.
    criteria.retain(|criterion| criterion.get("id").and_then(Json::text) != Some(super::required::ID));
    for change in own.get("overrides").and_then(Json::rows).into_iter().flatten() {
        apply(change, &mut criteria);
    }
    criteria.extend(own.get("criteria").and_then(Json::rows).into_iter().flatten().cloned());
    for (name, value) in own.members().into_iter().flatten() {
        let joined = match (name.as_str(), merged.get(name), value) {
            ("criteria", ..) => continue,
            ("sources" | "fields", Some(theirs), ours) => by_name(theirs, ours),
            ("themes" | "extraFields", Some(theirs), ours) => by_id(theirs, ours),
            ("vocabulary", Some(theirs), ours) => lists(theirs, ours),
            (_, _, ours) => ours.clone(),
        };
        pointer::set(&mut merged, &format!("/{name}"), joined);
    }
    // A test's record is merged over the sound record of whoever has one.
    if let (None, Some(sound)) = (own.get("base"), base.get("base")) {
        pointer::set(&mut merged, "/base", sound.clone());
    }
    pointer::set(&mut merged, "/criteria", Json::List(criteria));
    merged
}

/// Applies one override to the criterion that it names.
fn apply(change: &Json, criteria: &mut Vec<Json>) {
    let named = |criterion: &Json| criterion.get("id") == change.get("id");
    if change.get("disabled") == Some(&Json::Bool(true)) {
        criteria.retain(|criterion| !named(criterion));
        return;
    }
    let Some(criterion) = criteria.iter_mut().find(|criterion| named(criterion)) else { return };
    for member in ["severity", "because"] {
        if let Some(value) = change.get(member) {
            pointer::set(criterion, &format!("/{member}"), value.clone());
        }
    }
    let Some(Json::Object(members)) = Some(criterion) else { return };
    let Some((_, check)) = members.iter_mut().find(|(name, _)| name == "check") else { return };
    for (name, value) in change.get("params").and_then(Json::members).into_iter().flatten() {
        put(check, name, value);
    }
}

/// Gives a check a parameter; whether there was a place for it. `/of/1/min` is that of one joined check.
pub(super) fn put(check: &mut Json, name: &str, value: &Json) -> bool {
    if name.starts_with('/') {
        return pointer::set(check, name, value.clone());
    }
    // Inside `all`, `any` and `not`, every check that has the parameter takes it; a check of its own takes it anew too.
    let joined = check.get("of").is_some();
    replace(check, name, value) || !joined && pointer::set(check, &pointer::join(&[name]), value.clone())
}

/// Replaces a parameter wherever a check has it.
fn replace(check: &mut Json, name: &str, value: &Json) -> bool {
    let mut found = false;
    match check {
        Json::List(rows) => {
            for row in rows {
                found |= replace(row, name, value);
            }
        }
        Json::Object(members) => {
            for (key, held) in members {
                if key == name && name != "of" && name != "kind" {
                    *held = value.clone();
                    found = true;
                } else if key == "of" {
                    found |= replace(held, name, value);
                }
            }
        }
        Json::Null | Json::Bool(_) | Json::Number(_) | Json::Text(_) => {}
    }
    found
}

fn by_name(theirs: &Json, ours: &Json) -> Json {
    let mut merged = theirs.clone();
    merge(&mut merged, ours);
    merged
}

/// RFC 7396: members of the patch replace those of the target, `null` takes them out.
pub fn merge(target: &mut Json, patch: &Json) {
    let Json::Object(changes) = patch else {
        *target = patch.clone();
        return;
    };
    if !matches!(target, Json::Object(_)) {
        *target = Json::Object(Members::new());
    }
    let Json::Object(members) = target else { return };
    for (name, change) in changes {
        let at = members.iter().position(|(key, _)| key == name);
        match (at, change) {
            (Some(at), Json::Null) => {
                members.remove(at);
            }
            (None, Json::Null) => {}
            (Some(at), change) => {
                if let Some((_, held)) = members.get_mut(at) {
                    merge(held, change);
                }
            }
            (None, change) => {
                let mut fresh = Json::Null;
                merge(&mut fresh, change);
                members.push((name.clone(), fresh));
            }
        }
    }
}

fn by_id(theirs: &Json, ours: &Json) -> Json {
    let mut rows = theirs.rows().cloned().unwrap_or_default();
    for row in ours.rows().into_iter().flatten() {
        match rows.iter_mut().find(|known| known.get("id") == row.get("id")) {
            Some(known) => *known = row.clone(),
            None => rows.push(row.clone()),
        }
    }
    Json::List(rows)
}

fn lists(theirs: &Json, ours: &Json) -> Json {
    let mut merged = theirs.clone();
    for (name, list) in ours.members().into_iter().flatten() {
        let mut rows = theirs.get(name).and_then(Json::rows).cloned().unwrap_or_default();
        rows.extend(list.rows().into_iter().flatten().cloned());
        pointer::set(&mut merged, &format!("/{name}"), Json::List(rows));
    }
    merged
}

/// The guideline that another extends, if it extends one.
///
/// # Errors
/// `unknown-base`: nobody knows it. `cycle`: it extends the guideline itself, by whatever way.
pub fn base_of<'a>(guideline: &Guideline, find: Find<'a>) -> Result<Option<Known<'a>>, Problem> {
    let Some(extends) = &guideline.extends else { return Ok(None) };
    let name = extends.version.as_ref().map_or(extends.id.clone(), |version| format!("{}@{version}", extends.id));
    let problem =
        |code, expected: &str| Problem { code, path: "/extends".to_owned(), found: name.clone(), expected: expected.to_owned(), ..Problem::default() };
    if extends.id == guideline.id {
        return Err(problem("cycle", &guideline.id));
    }
    let known = find(extends).ok_or_else(|| problem("unknown-base", ""))?;
    if known.extends.contains(&guideline.id) {
        return Err(problem("cycle", &[known.extends.join(" → "), guideline.id.clone()].concat()));
    }
    Ok(Some(known))
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::json::{Limits, read};

    fn tree(text: &str) -> Json {
        read(text.as_bytes(), Limits::default()).unwrap()
    }

    #[test]
    fn merge_patch_of_rfc_7396() {
        for (target, patch, result) in [
            (r#"{"a":"b"}"#, r#"{"a":"c"}"#, r#"{"a":"c"}"#),
            (r#"{"a":"b"}"#, r#"{"b":"c"}"#, r#"{"a":"b","b":"c"}"#),
            (r#"{"a":"b","b":"c"}"#, r#"{"a":null}"#, r#"{"b":"c"}"#),
            (r#"{"a":["b"]}"#, r#"{"a":"c"}"#, r#"{"a":"c"}"#),
            (r#"{"a":{"b":"c"}}"#, r#"{"a":{"b":"d","c":null}}"#, r#"{"a":{"b":"d"}}"#),
            (r#"{"a":[{"b":"c"}]}"#, r#"{"a":[1]}"#, r#"{"a":[1]}"#),
            (r#"{"e":null}"#, r#"{"a":1}"#, r#"{"e":null,"a":1}"#),
            ("{}", r#"{"a":{"bb":{"ccc":null}}}"#, r#"{"a":{"bb":{}}}"#),
            (r#"[1,2]"#, r#"{"a":"b","c":null}"#, r#"{"a":"b"}"#),
        ] {
            let mut merged = tree(target);
            merge(&mut merged, &tree(patch));
            assert_eq!(merged.to_text(), result, "{target} {patch}");
        }
    }

    #[test]
    fn overrides_change_what_extends_brings() {
        let base = tree(
            r#"{"id":"a","sources":{"s":{"title":"S"}},"vocabulary":{"stock":["x"]},"criteria":[
            {"id":"1","severity":"should","check":{"kind":"all","of":[{"kind":"length","path":"/model/name","max":9},{"kind":"length","path":"/model/need","max":9}]}},
            {"id":"2","severity":"hint","check":{"kind":"duration","from":"/model/start","to":"/model/end"}},{"id":"3"}],"tests":[1],"sample":true}"#,
        );
        let own = tree(
            r#"{"id":"b","sources":{"t":{"title":"T"}},"vocabulary":{"stock":["y"]},"criteria":[{"id":"4"}],"tests":[],"overrides":[
            {"id":"1","because":"vì","params":{"max":20}},{"id":"2","severity":"must","because":"vì","params":{"minDays":60}},{"id":"3","disabled":true,"because":"vì"}]}"#,
        );
        let merged = resolve(&own, &base);
        let criteria = merged.get("criteria").unwrap();
        assert_eq!(
            criteria.to_text(),
            r#"[{"id":"1","severity":"should","check":{"kind":"all","of":[{"kind":"length","path":"/model/name","max":20},{"kind":"length","path":"/model/need","max":20}]},"because":"vì"},{"id":"2","severity":"must","check":{"kind":"duration","from":"/model/start","to":"/model/end","minDays":60},"because":"vì"},{"id":"4"}]"#
        );
        assert_eq!(merged.get("sources").unwrap().to_text(), r#"{"s":{"title":"S"},"t":{"title":"T"}}"#);
        assert_eq!(merged.get("vocabulary").unwrap().to_text(), r#"{"stock":["x","y"]}"#);
        assert_eq!((merged.get("id").unwrap().text(), merged.get("sample")), (Some("b"), None));
    }
}
