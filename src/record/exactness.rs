//! How exact a number is said to be, in the member beside it. A scope has two numbers: `approx` speaks of both, until `peopleApprox` says otherwise
//! of the people (“190 hộ, gần 712 người”).

use serde::{Deserialize, Serialize};

use super::Scope;
use crate::json::{Json, pointer};
use crate::text::Approx;

const HOUSEHOLDS: &str = "/model/scope/households";
const PEOPLE: &str = "/model/scope/people";
const OF_BOTH: &str = "/model/scope/approx";
const OF_PEOPLE: &str = "/model/scope/peopleApprox";

/// How exact the number of people is, beside another exactness of the households.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(rename_all = "lowercase")]
pub enum PeopleApprox {
    /// khoảng
    About,
    /// hơn
    Over,
    /// gần
    Under,
    /// as counted, though the households are not
    Exact,
}

impl Scope {
    /// How exact the number of people is.
    #[must_use]
    pub fn of_people(&self) -> Option<Approx> {
        match self.people_approx {
            Some(PeopleApprox::About) => Some(Approx::About),
            Some(PeopleApprox::Over) => Some(Approx::Over),
            Some(PeopleApprox::Under) => Some(Approx::Under),
            Some(PeopleApprox::Exact) => None,
            None => self.approx,
        }
    }
}

/// How exact the number at `path` is; `name` is the member beside it that says so.
#[must_use]
pub fn of(tree: &Json, path: &str, name: &str) -> Option<Approx> {
    let said = |path: &str| pointer::get(tree, path).and_then(Json::text);
    let word = if path == PEOPLE { said(OF_PEOPLE).or_else(|| said(OF_BOTH)) } else { said(&format!("{}/{name}", path.rsplit_once('/')?.0)) };
    match word? {
        "about" => Some(Approx::About),
        "over" => Some(Approx::Over),
        "under" => Some(Approx::Under),
        _ => None,
    }
}

/// Says how exact the number at `path` is, which stands in the record or was just taken out.
pub fn put(tree: &mut Json, path: &str, name: &str, exactness: Option<Approx>) {
    if path != HOUSEHOLDS && path != PEOPLE {
        if let Some((parent, _)) = path.rsplit_once('/') {
            set(tree, &format!("{parent}/{name}"), exactness);
        }
        return;
    }
    let now = |of_path: &str| {
        let exactness = if of_path == path { exactness } else { of(tree, of_path, "approx") };
        pointer::get(tree, of_path).is_some().then_some(exactness)
    };
    let (households, people) = (now(HOUSEHOLDS), now(PEOPLE));
    set(tree, OF_BOTH, households.or(people).flatten());
    match (households, people) {
        (Some(one), Some(None)) if one.is_some() => drop(pointer::set(tree, OF_PEOPLE, "exact".into())),
        (Some(one), Some(other)) if one != other => set(tree, OF_PEOPLE, other),
        _ => drop(pointer::remove(tree, OF_PEOPLE)),
    }
}

fn set(tree: &mut Json, path: &str, exactness: Option<Approx>) {
    match exactness {
        Some(exactness) => drop(pointer::set(tree, path, crate::json::tree(&exactness))),
        None => drop(pointer::remove(tree, path)),
    }
}

#[cfg(test)]
mod tests {
    use crate::json;
    use crate::record::entered;
    use crate::record::fields::Holds;

    use super::*;

    /// Types into both boxes in both orders, and over what stood there, and reads what is said of each.
    #[track_caller]
    fn says(households: &str, people: &str, scope: &str) {
        for order in [[(HOUSEHOLDS, households), (PEOPLE, people)], [(PEOPLE, people), (HOUSEHOLDS, households)]] {
            for before in ["{}", r#"{"model":{"scope":{"households":5,"people":6,"approx":"over","peopleApprox":"exact"}}}"#] {
                let mut tree = json::read(before.as_bytes(), json::Limits::default()).unwrap();
                for (path, typed) in order {
                    entered::put(&mut tree, path, Holds::Count(Some("approx")), typed);
                }
                let mut found = pointer::get(&tree, "/model/scope").unwrap().members().unwrap().clone();
                found.sort_by(|one, other| one.0.cmp(&other.0));
                assert_eq!(Json::Object(found).to_text(), scope, "{households} / {people}");
            }
        }
    }

    #[test]
    fn each_number_keeps_its_own_word() {
        says("190", "712", r#"{"households":190,"people":712}"#);
        says("gần 190", "gần 712", r#"{"approx":"under","households":190,"people":712}"#);
        says("gần 190", "712", r#"{"approx":"under","households":190,"people":712,"peopleApprox":"exact"}"#);
        says("190", "gần 712", r#"{"households":190,"people":712,"peopleApprox":"under"}"#);
        says("khoảng 190", "hơn 700", r#"{"approx":"about","households":190,"people":700,"peopleApprox":"over"}"#);
        says("", "hơn 700", r#"{"approx":"over","people":700}"#);
        says("hơn 190", "", r#"{"approx":"over","households":190}"#);
    }
}
