//! Members that a type does not know: taken aside when it is read, put back when it is written.

use super::{Json, Members};

/// What `whole` has and `known` (the same data, read into a type and written again) has not; `None` when nothing is left.
#[must_use]
pub fn leftover(whole: &Json, known: &Json) -> Option<Json> {
    match (whole, known) {
        (Json::Object(all), Json::Object(_)) => {
            let left: Members = all
                .iter()
                .filter_map(|(key, value)| {
                    let rest = match known.get(key) {
                        Some(known) => leftover(value, known)?,
                        None => value.clone(),
                    };
                    Some((key.clone(), rest))
                })
                .collect();
            (!left.is_empty()).then_some(Json::Object(left))
        }
        (Json::List(all), Json::List(rows)) => {
            let left: Vec<Json> = all.iter().zip(rows).map(|(row, known)| leftover(row, known).unwrap_or_default()).collect();
            left.iter().any(|row| *row != Json::Null).then_some(Json::List(left))
        }
        _ => None,
    }
}

/// Puts what was left back, after the known members.
pub fn put_back(tree: &mut Json, left: &Json) {
    match (tree, left) {
        (Json::Object(members), Json::Object(left)) => {
            for (key, rest) in left {
                match members.iter_mut().find(|(known, _)| known == key) {
                    Some((_, value)) => put_back(value, rest),
                    None => members.push((key.clone(), rest.clone())),
                }
            }
        }
        (Json::List(rows), Json::List(left)) => rows.iter_mut().zip(left).for_each(|(row, rest)| put_back(row, rest)),
        _ => {}
    }
}
