//! Boxes that a guideline requires (`fields`, `extraFields`) become a criterion of it, so that they are told like everything else.

use crate::json::{Json, pointer};

/// Id of the criterion.
pub const ID: &str = "required";

/// Adds the criterion, if the guideline requires a box; `own` is its file, without what it extends.
pub fn add(tree: &mut Json, own: &Json) {
    let wants = |of: &Json| of.get("required") == Some(&Json::Bool(true)) && of.get("hidden") != Some(&Json::Bool(true));
    let fields = tree.get("fields").and_then(Json::members).into_iter().flatten().filter(|(_, field)| wants(field)).map(|(path, _)| path.clone());
    let extra = tree.get("extraFields").and_then(Json::rows).into_iter().flatten().filter(|field| wants(field));
    let extra = extra.filter_map(|field| Some(format!("/extra/{}", field.get("id")?.text()?)));
    let paths: Vec<String> = fields.chain(extra).collect();
    let criteria = tree.get("criteria").and_then(Json::rows);
    let (Some(first), false) = (paths.first().cloned(), criteria.is_some_and(|rows| rows.iter().any(|row| row.get("id").and_then(Json::text) == Some(ID))))
    else {
        return;
    };
    // It is the guideline's own wish, so its own source comes before that of what it extends.
    let first_source = |of: &Json| Some(of.get("sources")?.members()?.first()?.0.clone());
    let source = first_source(own).or_else(|| first_source(tree)).unwrap_or_default();
    let text = |name: &str, value: &str| (name.to_owned(), Json::from(value));
    let criterion = Json::Object(vec![
        text("id", ID),
        text("group", "Đầy đủ"),
        text("title", "Đủ các mục mà cơ quan ban hành yêu cầu"),
        ("cite".to_owned(), Json::List(vec![Json::Object(vec![text("source", &source)])])),
        text("severity", "must"),
        ("check".to_owned(), check(&paths)),
        text("target", &first),
        ("messages".to_owned(), Json::Object(vec![text("met", "Đã có đủ các mục được yêu cầu."), text("missing", "Đề nghị bổ sung: {missing}.")])),
    ]);
    let place = format!("/criteria/{}", criteria.map_or(0, Vec::len));
    pointer::set(tree, &place, criterion);
}

/// That the boxes are filled in; those that some registrations do not have only where they are asked for.
fn check(paths: &[String]) -> Json {
    let present = |paths: &[String]| kind("present", vec![("paths", Json::texts(paths))]);
    let (always, at_times): (Vec<String>, Vec<String>) = paths.iter().cloned().partition(|path| asked_when(path).is_none());
    if at_times.is_empty() {
        return present(&always);
    }
    let whole = (!always.is_empty()).then(|| present(&always));
    let each = at_times.iter().filter_map(|path| {
        let not = kind("not", vec![("of", asked_when(path)?)]);
        Some(kind("any", vec![("of", Json::List(vec![not, present(std::slice::from_ref(path))]))]))
    });
    kind("all", vec![("of", Json::List(whole.into_iter().chain(each).collect()))])
}

/// On which choices of a registration a box is asked for, as a check; none where it always is. See [`is_out`](crate::record::branches::is_out).
fn asked_when(path: &str) -> Option<Json> {
    let one_of = |path: &str, values: &[&str]| kind("oneOf", vec![("path", path.into()), ("values", Json::texts(values))]);
    let joined = |name: &str, of: Vec<Json>| kind(name, vec![("of", Json::List(of))]);
    let told = || one_of("/stage", &["review", "recognise"]);
    Some(match path {
        _ if path.starts_with("/applicant/person") => one_of("/applicant/kind", &["individual"]),
        "/model/results" => joined("any", vec![one_of("/model/status", &["ongoing", "upgraded"]), told()]),
        _ if path.starts_with("/lowerRecognition") => {
            let commune = joined("all", vec![told(), one_of("/level", &["commune"])]);
            joined("any", vec![one_of("/level", &["district", "province", "central"]), commune])
        }
        "/model/targets/*/actual" | "/model/targets/*/actualOn" => told(),
        "/model/end" => kind("not", vec![("of", one_of_tick("/model/continuous"))]),
        _ => return None,
    })
}

fn one_of_tick(path: &str) -> Json {
    kind("oneOf", vec![("path", path.into()), ("values", Json::List(vec![Json::Bool(true)]))])
}

fn kind(name: &str, members: Vec<(&str, Json)>) -> Json {
    let members = members.into_iter().map(|(name, value)| (name.to_owned(), value));
    Json::Object(std::iter::once(("kind".to_owned(), Json::from(name))).chain(members).collect())
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::json::{Limits, read};
    use crate::record::branches::is_out;
    use crate::record::fields::FIELDS;

    #[test]
    fn boxes_that_a_choice_takes_out_are_known_here() {
        let whole = r#"{"stage":"register","level":"grassroots","applicant":{"kind":"collective"},"model":{"status":"new"}}"#;
        let record = read(whole.as_bytes(), Limits::default()).unwrap();
        let out: Vec<&str> = FIELDS.iter().map(|field| field.path).filter(|path| is_out(&record, path)).collect();
        assert!(out.len() >= 6, "{out:?}");
        for path in out {
            assert!(asked_when(path).is_some(), "{path}");
        }
    }

    #[test]
    fn a_guideline_that_requires_nothing_odd_has_a_plain_check() {
        assert_eq!(check(&["/model/goal".to_owned()]).to_text(), r#"{"kind":"present","paths":["/model/goal"]}"#);
        let both = check(&["/model/goal".to_owned(), "/applicant/person/position".to_owned()]).to_text();
        assert!(both.starts_with(r#"{"kind":"all","of":[{"kind":"present","paths":["/model/goal"]},{"kind":"any","of":[{"kind":"not""#), "{both}");
    }
}
