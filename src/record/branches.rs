//! Which fields a choice takes out of a registration: their values are kept while the form is open, and left out of file, check and print.

use super::fields::FIELDS;
use crate::json::{Json, pointer};

/// Whether the choices made in a record take the field at a path (with `*` or row numbers) out of it.
#[must_use]
pub fn is_out(tree: &Json, path: &str) -> bool {
    let is = |at: &str, values: &[&str]| pointer::get(tree, at).and_then(Json::text).is_some_and(|value| values.contains(&value));
    // At a review and when recognition is asked for, the record tells what was reached, and which body below has recognised it.
    let told = is("/stage", &["review", "recognise"]);
    let pattern = pointer::pattern(path);
    if pattern.starts_with("/applicant/person") {
        !is("/applicant/kind", &["individual"])
    } else if pattern == "/model/results" {
        !is("/model/status", &["ongoing", "upgraded"]) && !told
    } else if pattern.starts_with("/lowerRecognition") {
        !(is("/level", &["district", "province", "central"]) || told && is("/level", &["commune"]))
    } else if matches!(pattern.as_str(), "/model/targets/*/actual" | "/model/targets/*/actualOn") {
        !told
    } else {
        false
    }
}

/// Takes out of a record what its choices leave out, and what is `hidden` besides. Gives the paths of the fields that held something.
pub fn prune(tree: &mut Json, hidden: &dyn Fn(&str) -> bool) -> Vec<&'static str> {
    let mut held = Vec::new();
    for field in FIELDS.iter().filter(|field| is_out(tree, field.path) || hidden(field.path)).collect::<Vec<_>>() {
        let paths: Vec<(String, bool)> = pointer::all(tree, field.path).map(|(place, value)| (place.path(), !value.is_blank())).collect();
        let mut filled = false;
        for (path, holds) in paths {
            filled |= holds;
            pointer::remove(tree, &path);
        }
        if let Some(Json::Object(entered)) = tree_member(tree, "entered") {
            let before = entered.len();
            entered.retain(|(path, _)| pointer::pattern(path) != field.path);
            filled |= entered.len() < before;
        }
        if filled {
            held.push(field.path);
        }
    }
    for group in ["/applicant/person", "/lowerRecognition"] {
        if pointer::get(tree, group).is_some_and(Json::is_blank) {
            pointer::remove(tree, group);
        }
    }
    held
}

/// Takes blank rows out of every list, from the end; rows that hold something unread stay, and the paths of unread texts follow their rows.
pub fn drop_blank_rows(tree: &mut Json) {
    for list in FIELDS.iter().filter(|field| matches!(field.holds, super::fields::Holds::Rows)) {
        let length = pointer::get(tree, list.path).and_then(Json::rows).map_or(0, Vec::len);
        for at in (0..length).rev() {
            let row = format!("{}/{at}", list.path);
            let unread =
                tree.get("entered").and_then(Json::members).is_some_and(|entered| entered.iter().any(|(path, _)| path.starts_with(&format!("{row}/"))));
            if !unread && pointer::get(tree, &row).is_some_and(Json::is_blank) {
                remove_row(tree, list.path, at);
            }
        }
    }
}

/// Takes a row out; the paths of unread texts in later rows move up with them. Gives the row and its unread texts, for undo.
pub fn remove_row(tree: &mut Json, list: &str, at: usize) -> Option<(Json, Vec<(String, Json)>)> {
    let row = pointer::remove(tree, &format!("{list}/{at}"))?;
    let mut gone = Vec::new();
    shift(
        tree,
        list,
        |number| match number.cmp(&at) {
            std::cmp::Ordering::Less => Some(number),
            std::cmp::Ordering::Equal => None,
            std::cmp::Ordering::Greater => Some(number - 1),
        },
        &mut gone,
    );
    Some((row, gone))
}

/// Puts a row back where it was.
pub fn insert_row(tree: &mut Json, list: &str, at: usize, row: Json, unread: Vec<(String, Json)>) {
    shift(tree, list, |number| Some(if number >= at { number + 1 } else { number }), &mut Vec::new());
    let length = pointer::get(tree, list).and_then(Json::rows).map_or(0, Vec::len);
    if length == 0 {
        pointer::set(tree, list, Json::List(Vec::new()));
    }
    if let Some(Json::List(rows)) = pointer_mut(tree, list) {
        rows.insert(at.min(rows.len()), row);
    }
    for (path, text) in unread {
        pointer::set(tree, &format!("/entered/{}", path.replace('~', "~0").replace('/', "~1")), text);
    }
}

/// Renumbers the rows of a list in the paths of unread texts.
fn shift(tree: &mut Json, list: &str, renumber: impl Fn(usize) -> Option<usize>, gone: &mut Vec<(String, Json)>) {
    let Some(Json::Object(entered)) = tree_member(tree, "entered") else { return };
    let old = std::mem::take(entered);
    for (path, text) in old {
        let inside = path.strip_prefix(list).and_then(|tail| tail.strip_prefix('/')).and_then(|tail| tail.split_once('/'));
        match inside.and_then(|(number, member)| Some((number.parse::<usize>().ok()?, member))) {
            None => entered.push((path, text)),
            Some((number, member)) => match renumber(number) {
                Some(number) => entered.push((format!("{list}/{number}/{member}"), text)),
                None => gone.push((path.clone(), text)),
            },
        }
    }
}

fn tree_member<'a>(tree: &'a mut Json, name: &str) -> Option<&'a mut Json> {
    match tree {
        Json::Object(members) => members.iter_mut().find_map(|(key, value)| (key == name).then_some(value)),
        _ => None,
    }
}

fn pointer_mut<'a>(tree: &'a mut Json, path: &str) -> Option<&'a mut Json> {
    let mut here = tree;
    for step in pointer::steps(path) {
        here = match here {
            Json::Object(members) => members.iter_mut().find_map(|(key, value)| (*key == step).then_some(value))?,
            Json::List(rows) => rows.get_mut(step.parse::<usize>().ok()?)?,
            Json::Null | Json::Bool(_) | Json::Number(_) | Json::Text(_) => return None,
        };
    }
    Some(here)
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::json::{Limits, read};

    fn tree(text: &str) -> Json {
        read(text.as_bytes(), Limits::default()).unwrap()
    }

    #[test]
    fn a_switch_takes_fields_out_and_names_them() {
        let mut record = tree(
            r#"{"applicant":{"kind":"collective","person":{"position":"Bí thư"}},"model":{"status":"new","results":"x","targets":[{"content":"a","actual":5}]},"entered":{"/applicant/person/birthYear":"sáu mươi"}}"#,
        );
        assert_eq!(prune(&mut record, &|_| false), ["/applicant/person/position", "/applicant/person/birthYear", "/model/targets/*/actual", "/model/results"]);
        assert_eq!(record.to_text(), r#"{"applicant":{"kind":"collective"},"model":{"status":"new","targets":[{"content":"a"}]},"entered":{}}"#);
    }

    #[test]
    fn a_report_tells_what_was_reached() {
        let boxes = ["/model/results", "/model/targets/*/actual", "/model/targets/*/actualOn", "/lowerRecognition/number"];
        let shown = |stage: &str, level: &str| {
            let record = tree(&format!(r#"{{"stage":"{stage}","level":"{level}","model":{{"status":"new"}}}}"#));
            boxes.map(|path| !is_out(&record, path))
        };
        assert_eq!(shown("register", "commune"), [false; 4]);
        assert_eq!(shown("register", "province"), [false, false, false, true]);
        assert_eq!(shown("review", "commune"), [true; 4]);
        assert_eq!(shown("recognise", "commune"), [true; 4]);
        assert_eq!(shown("recognise", "grassroots"), [true, true, true, false]);
    }

    #[test]
    fn rows_go_and_come_back_with_their_unread_texts() {
        let whole = r#"{"model":{"targets":[{"content":"a"},{"content":"b"},{"content":"c"}]},"entered":{"/model/targets/1/target":"?","/model/targets/2/target":"!"}}"#;
        let mut record = tree(whole);
        let (row, unread) = remove_row(&mut record, "/model/targets", 1).unwrap();
        assert_eq!(record.to_text(), r#"{"model":{"targets":[{"content":"a"},{"content":"c"}]},"entered":{"/model/targets/1/target":"!"}}"#);
        insert_row(&mut record, "/model/targets", 1, row, unread);
        assert_eq!(pointer::get(&record, "/model/targets"), pointer::get(&tree(whole), "/model/targets"));
        assert_eq!(pointer::get(&record, "/entered/~1model~1targets~12~1target"), Some(&"!".into()));
    }

    #[test]
    fn blank_rows_are_dropped() {
        let mut record = tree(r#"{"model":{"forces":[{},{"name":"a"},{"name":" "},{}]},"entered":{"/model/forces/3/duty":"?"}}"#);
        drop_blank_rows(&mut record);
        assert_eq!(record.to_text(), r#"{"model":{"forces":[{"name":"a"},{}]},"entered":{"/model/forces/1/duty":"?"}}"#);
    }
}
