//! Two versions of a registration side by side: what was changed, added, taken out, moved. Rows are recognised wherever they stand.
//!
//! What a person does not write (format, id, revision, to whom it was handed, what it was checked with) is not compared. An empty box and a missing one are
//! the same. A text that could not be read counts as what stands in its box.

use serde::Serialize;

use super::fields::{self, Holds};
use crate::json::{Json, pointer};
use crate::text::fold::soft;
use crate::text::reading::keys;

/// What became of a box or of a row.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize)]
#[serde(rename_all = "lowercase")]
pub enum ChangeKind {
    /// It held nothing before, or the row was not there.
    Added,
    /// It holds nothing any more, or the row is gone.
    Removed,
    /// Something else stands there.
    Changed,
    /// The row stands at another place among the others.
    Moved,
}

/// One difference.
#[derive(Debug, Clone, PartialEq)]
pub struct Change {
    /// What became of it.
    pub kind: ChangeKind,
    /// Where it stands in the later version; in the earlier one when it was taken out.
    pub path: String,
    /// Where it stood in the earlier version.
    pub was: String,
    /// What stood there; `Null` for nothing.
    pub before: Json,
    /// What stands there; `Null` for nothing.
    pub after: Json,
}

/// What no person writes.
const ASIDE: [&str; 7] = ["/format", "/id", "/revision", "/handedTo", "/checkedWith", "/entered", "/applicant/address/listDate"];
/// Members by which a row is known, the first that is filled in.
const NAMES: [&str; 5] = ["content", "name", "number", "title", "criterion"];

/// Everything that differs, in the order of the form.
#[must_use]
pub fn compare(before: &Json, after: &Json) -> Vec<Change> {
    let mut changes = Vec::new();
    differ(("", &written(before)), ("", &written(after)), &mut changes);
    let place = |change: &Change| (fields::order_of(&change.path), change.kind == ChangeKind::Moved);
    crate::order::sorted(changes.into_iter().map(|change| (place(&change), change)).collect())
}

/// The record without what no person writes, and with the texts that could not be read in their boxes.
fn written(tree: &Json) -> Json {
    let mut out = tree.clone();
    for (path, text) in tree.get("entered").and_then(Json::members).into_iter().flatten() {
        let has_row = path.rsplit_once('/').is_none_or(|(row, _)| !row.ends_with(|c: char| c.is_ascii_digit()) || pointer::get(tree, row).is_some());
        if has_row && pointer::get(tree, path).is_none_or(Json::is_blank) {
            pointer::set(&mut out, path, text.clone());
        }
    }
    ASIDE.iter().for_each(|path| drop(pointer::remove(&mut out, path)));
    out
}

/// Compares what stands at two paths.
fn differ((was, before): (&str, &Json), (path, after): (&str, &Json), changes: &mut Vec<Change>) {
    let gone = (before.is_blank(), after.is_blank());
    if before == after || gone == (true, true) {
        return;
    }
    let place = fields::at(path).is_some_and(|field| field.path == pointer::pattern(path) && matches!(field.holds, Holds::Province | Holds::Commune));
    let objects = matches!((before, after), (Json::Object(_) | Json::Null, Json::Object(_)) | (Json::Object(_), Json::Null));
    let rows = |json: &Json| json.rows().is_none_or(|rows| rows.iter().all(|row| row.members().is_some()));
    if objects && !place {
        let names = |json: &Json| json.members().into_iter().flatten().map(|(name, _)| name.clone()).collect::<Vec<_>>();
        let mut all = names(after);
        all.extend(names(before).into_iter().filter(|name| after.get(name).is_none()));
        for name in all {
            let step = pointer::join(&[&name]);
            let member = |json: &Json| json.get(&name).cloned().unwrap_or_default();
            differ((&format!("{was}{step}"), &member(before)), (&format!("{path}{step}"), &member(after)), changes);
        }
    } else if matches!((before, after), (Json::List(_) | Json::Null, Json::List(_)) | (Json::List(_), Json::Null)) && rows(before) && rows(after) {
        lists((was, before), (path, after), changes);
    } else {
        let kind = match gone {
            (true, _) => ChangeKind::Added,
            (_, true) => ChangeKind::Removed,
            (false, false) => ChangeKind::Changed,
        };
        changes.push(Change { kind, path: path.to_owned(), was: was.to_owned(), before: before.clone(), after: after.clone() });
    }
}

/// Compares two lists of rows.
fn lists((was, before): (&str, &Json), (path, after): (&str, &Json), changes: &mut Vec<Change>) {
    let none = Vec::new();
    let (old, new) = (before.rows().unwrap_or(&none), after.rows().unwrap_or(&none));
    let pairs = pairs(old, new);
    let stay = longest_rise(&pairs.iter().map(|(from, _)| *from).collect::<Vec<_>>());
    let row = |list: &str, at: usize| format!("{list}/{at}");
    for ((from, to), stays) in pairs.iter().zip(&stay) {
        let (Some(before), Some(after)) = (old.get(*from), new.get(*to)) else { continue };
        differ((&row(was, *from), before), (&row(path, *to), after), changes);
        if !stays {
            let (before, after) = (before.clone(), after.clone());
            changes.push(Change { kind: ChangeKind::Moved, path: row(path, *to), was: row(was, *from), before, after });
        }
    }
    for (to, after) in new.iter().enumerate().filter(|(to, row)| !row.is_blank() && !pairs.iter().any(|(_, paired)| paired == to)) {
        changes.push(Change { kind: ChangeKind::Added, path: row(path, to), was: String::new(), before: Json::Null, after: after.clone() });
    }
    for (from, before) in old.iter().enumerate().filter(|(from, row)| !row.is_blank() && !pairs.iter().any(|(paired, _)| paired == from)) {
        changes.push(Change { kind: ChangeKind::Removed, path: row(was, from), was: row(was, from), before: before.clone(), after: Json::Null });
    }
}

/// What a row is compared by.
struct Row<'a> {
    row: &'a Json,
    name: String,
    words: Vec<u64>,
}

impl<'a> Row<'a> {
    fn new(row: &'a Json) -> Self {
        let name = NAMES.iter().filter_map(|name| row.get(name)?.text()).find(|text| !text.trim().is_empty()).unwrap_or_default();
        let words = keys(name).into_iter().map(|key| (key, key)).collect();
        Row { row, name: soft(name), words: crate::order::sorted(words) }
    }

    /// How surely the other is this row in another version, 0 to 1000; below [`SURE`] it is another row.
    fn likeness(&self, other: &Row<'_>) -> usize {
        if self.row == other.row {
            return 1000;
        }
        let (equal, of) = alike(self.row, other.row);
        let named = if !self.name.is_empty() && self.name == other.name { 800 } else { 800 * shared(&self.words, &other.words) / 1000 };
        // Other words, but the same figures, unit and term: the row was worded anew.
        let beside = if equal >= 2 && equal * 2 >= of { SURE } else { 0 };
        named.max(beside) + 10 * equal.min(9)
    }
}

/// Half of the words in common.
const SURE: usize = 400;

/// Members of two rows that are equal, of those that either fills in.
fn alike(one: &Json, other: &Json) -> (usize, usize) {
    let filled = |json: &Json| json.members().into_iter().flatten().filter(|(_, value)| !value.is_blank()).count();
    let equal = one.members().into_iter().flatten().filter(|(name, value)| !value.is_blank() && other.get(name) == Some(value)).count();
    (equal, filled(one).max(filled(other)))
}

/// Share of words in common, in thousandths (Dice); both in order.
fn shared(one: &[u64], other: &[u64]) -> usize {
    let (mut left, mut right, mut common) = (one.iter().peekable(), other.iter().peekable(), 0);
    while let (Some(first), Some(second)) = (left.peek(), right.peek()) {
        match first.cmp(second) {
            std::cmp::Ordering::Less => {
                left.next();
            }
            std::cmp::Ordering::Greater => {
                right.next();
            }
            std::cmp::Ordering::Equal => {
                common += 1;
                left.next();
                right.next();
            }
        }
    }
    if common == 0 { 0 } else { 2000 * common / (one.len() + other.len()) }
}

/// Which row of the earlier list is which of the later one, in the order of the later: the likest first, then the nearest.
fn pairs(old: &[Json], new: &[Json]) -> Vec<(usize, usize)> {
    let (old, new): (Vec<Row<'_>>, Vec<Row<'_>>) = (old.iter().map(Row::new).collect(), new.iter().map(Row::new).collect());
    let mut likely = Vec::new();
    for (from, row) in old.iter().enumerate() {
        for (to, other) in new.iter().enumerate() {
            let likeness = row.likeness(other);
            if likeness >= SURE {
                likely.push(((1000_usize.saturating_sub(likeness), from.abs_diff(to), to), (from, to)));
            }
        }
    }
    let mut pairs: Vec<(usize, usize)> = Vec::new();
    let (mut taken_old, mut taken_new) = (vec![false; old.len()], vec![false; new.len()]);
    for (from, to) in crate::order::sorted(likely) {
        if let (Some(one @ false), Some(other @ false)) = (taken_old.get_mut(from), taken_new.get_mut(to)) {
            (*one, *other) = (true, true);
            pairs.push((from, to));
        }
    }
    crate::order::sorted(pairs.into_iter().map(|(from, to)| (to, (from, to))).collect())
}

/// Marks a longest rising part of some numbers: rows that kept their order among themselves.
fn longest_rise(numbers: &[usize]) -> Vec<bool> {
    let mut best: Vec<(usize, Option<usize>)> = Vec::with_capacity(numbers.len());
    for (at, number) in numbers.iter().enumerate() {
        let before = best.iter().zip(numbers).take(at).enumerate().filter(|(_, (_, earlier))| *earlier < number);
        let link = before.max_by_key(|(place, ((length, _), _))| (*length, std::cmp::Reverse(*place))).map(|(place, ((length, _), _))| (*length, place));
        best.push((link.map_or(1, |(length, _)| length + 1), link.map(|(_, place)| place)));
    }
    let mut stays = vec![false; numbers.len()];
    let mut here = best.iter().enumerate().max_by_key(|(place, (length, _))| (*length, std::cmp::Reverse(*place))).map(|(place, _)| place);
    while let Some(place) = here {
        if let Some(stay) = stays.get_mut(place) {
            *stay = true;
        }
        here = best.get(place).and_then(|(_, link)| *link);
    }
    stays
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::json::{Limits, read};

    /// `kind path[ <- was]` of every change.
    fn told(before: &str, after: &str) -> Vec<String> {
        let tree = |text: &str| read(text.as_bytes(), Limits::default()).unwrap();
        let line = |change: Change| {
            let kind = format!("{:?}", change.kind).to_lowercase();
            if change.was == change.path || change.was.is_empty() {
                format!("{kind} {}", change.path)
            } else {
                format!("{kind} {} <- {}", change.path, change.was)
            }
        };
        compare(&tree(before), &tree(after)).into_iter().map(line).collect()
    }

    #[track_caller]
    fn says(before: &str, after: &str, changes: &[&str]) {
        assert_eq!(told(before, after), changes);
    }

    const A: &str = r#"{"content":"Số hộ hiến đất làm đường","target":38,"unit":"hộ","due":"2026-06"}"#;
    const B: &str = r#"{"content":"Chiều dài nền đường được mở rộng","target":620,"unit":"m"}"#;
    const C: &str = r#"{"content":"Thời gian chở thanh long ra đường","target":10,"unit":"phút"}"#;

    fn targets(rows: &[&str]) -> String {
        format!(r#"{{"model":{{"targets":[{}]}}}}"#, rows.join(","))
    }

    #[test]
    fn boxes() {
        says(
            r#"{"model":{"name":"A","goal":"x"}}"#,
            r#"{"model":{"name":"B","need":"y"}}"#,
            &["changed /model/name", "added /model/need", "removed /model/goal"],
        );
        says(r#"{"model":{"name":"","targets":[]}}"#, r#"{"model":{"continuous":false}}"#, &[]);
        says(r#"{"period":{"from":2025,"to":2025}}"#, r#"{"period":{"from":2025,"to":2026}}"#, &["changed /period/to"]);
        says(r#"{"model":{"themes":["a"]}}"#, r#"{"model":{"themes":["a","b"]}}"#, &["changed /model/themes"]);
    }

    #[test]
    fn a_place_is_one_box() {
        let before = r#"{"applicant":{"address":{"commune":{"code":"1","name":"Xã A"}}}}"#;
        says(before, r#"{"applicant":{"address":{"commune":{"name":"Xã B"}}}}"#, &["changed /applicant/address/commune"]);
    }

    #[test]
    fn what_no_person_writes_is_left_out() {
        let before = r#"{"format":"dvk-registration/1","id":"a","revision":1,"checkedWith":{"guideline":"mau"}}"#;
        says(before, r#"{"format":"dvk-registration/1","id":"b","revision":2,"handedTo":{"portal":"p"}}"#, &[]);
    }

    #[test]
    fn a_moved_row_is_not_a_changed_one() {
        says(&targets(&[A, B, C]), &targets(&[C, A, B]), &["moved /model/targets/0 <- /model/targets/2"]);
        says(&targets(&[A, B, C]), &targets(&[A, B, C]), &[]);
    }

    #[test]
    fn a_row_before_others_moves_nobody() {
        says(&targets(&[A, B]), &targets(&[C, A, B]), &["added /model/targets/0"]);
        says(&targets(&[A, B, C]), &targets(&[A, C]), &["removed /model/targets/1"]);
        says(&targets(&[A, B]), &targets(&["{}", A, B]), &[]);
    }

    #[test]
    fn a_moved_row_that_was_changed_says_both() {
        let changed = A.replace("38", "40");
        says(
            &targets(&[A, B, C]),
            &targets(&[B, C, &changed]),
            &["changed /model/targets/2/target <- /model/targets/0/target", "moved /model/targets/2 <- /model/targets/0"],
        );
    }

    #[test]
    fn a_row_is_known_by_its_words_or_by_its_figures() {
        let worded = A.replace("Số hộ hiến đất làm đường", "Số hộ tự nguyện hiến đất làm đường");
        says(
            &targets(&[B, A]),
            &targets(&[&worded, B]),
            &["changed /model/targets/0/content <- /model/targets/1/content", "moved /model/targets/1 <- /model/targets/0"],
        );
        let other = A.replace("Số hộ hiến đất làm đường", "Gia đình ký biên bản");
        says(&targets(&[A]), &targets(&[&other]), &["changed /model/targets/0/content"]);
        says(&targets(&[A]), &targets(&[C]), &["added /model/targets/0", "removed /model/targets/0"]);
    }

    #[test]
    fn equal_rows_stay_where_they_are() {
        says(&targets(&[A, A, A]), &targets(&[A, A]), &["removed /model/targets/2"]);
        says(&targets(&[A, A]), &targets(&[A, A]), &[]);
    }

    #[test]
    fn an_unread_text_is_what_stands_in_its_box() {
        let typed = r#"{"model":{"targets":[{"content":"a b c"}]},"entered":{"/model/targets/0/target":"năm mươi"}}"#;
        says(r#"{"model":{"targets":[{"content":"a b c","target":50}]}}"#, typed, &["changed /model/targets/0/target"]);
        says(typed, typed, &[]);
    }

    #[test]
    fn two_hundred_rows_are_compared_in_time() {
        let rows: Vec<String> = (0..200).map(|at| format!(r#"{{"content":"Việc số {at} của thôn Gò Mè, nhóm {}","target":{at}}}"#, at % 7)).collect();
        let turned: Vec<&str> = rows.iter().rev().map(String::as_str).collect();
        let straight: Vec<&str> = rows.iter().map(String::as_str).collect();
        assert_eq!(told(&targets(&straight), &targets(&turned)).len(), 199);
    }
}
