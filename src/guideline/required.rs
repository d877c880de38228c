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
        ("check".to_owned(), Json::Object(vec![text("kind", "present"), ("paths".to_owned(), Json::texts(&paths))])),
        text("target", &first),
        ("messages".to_owned(), Json::Object(vec![text("met", "Đã có đủ các mục được yêu cầu."), text("missing", "Đề nghị bổ sung: {missing}.")])),
    ]);
    let place = format!("/criteria/{}", criteria.map_or(0, Vec::len));
    pointer::set(tree, &place, criterion);
}
