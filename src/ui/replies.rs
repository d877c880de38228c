//! What the writer answers to a point: kept by criterion, whatever the check says later, until the answer is emptied.

use crate::json::{Json, Members, pointer};

const LIST: &str = "/replies";

/// The answer to a criterion; "" without one.
pub fn of<'a>(tree: &'a Json, criterion: &str) -> &'a str {
    let rows = pointer::get(tree, LIST).and_then(Json::rows).into_iter().flatten();
    rows.filter(|row| is_of(row, criterion)).find_map(|row| row.get("text")?.text()).unwrap_or_default()
}

/// The criteria that have an answer.
pub fn criteria(tree: &Json) -> Vec<&str> {
    pointer::get(tree, LIST).and_then(Json::rows).into_iter().flatten().filter_map(|row| row.get("criterion")?.text()).collect()
}

fn is_of(row: &Json, criterion: &str) -> bool {
    row.get("criterion").and_then(Json::text) == Some(criterion)
}

/// Writes the answer to a criterion; an empty one takes it out.
pub fn put(tree: &mut Json, criterion: &str, text: &str) {
    let rows = pointer::get(tree, LIST).and_then(Json::rows).map(Vec::as_slice).unwrap_or_default();
    let at = rows.iter().position(|row| is_of(row, criterion));
    let count = rows.len();
    match (text.trim().is_empty(), at) {
        (true, None) => {}
        (true, Some(at)) => drop(pointer::remove(tree, &if count == 1 { LIST.to_owned() } else { format!("{LIST}/{at}") })),
        (false, Some(at)) => drop(pointer::set(tree, &format!("{LIST}/{at}/text"), text.into())),
        (false, None) => {
            if count == 0 {
                pointer::set(tree, LIST, Json::List(Vec::new()));
            }
            let row: Members = vec![("criterion".to_owned(), criterion.into()), ("text".to_owned(), text.into())];
            pointer::set(tree, &format!("{LIST}/{count}"), Json::Object(row));
        }
    }
}
