//! JSON Schema 2020-12 of the four file formats, from the Rust types.

use dan_van_kheo::criteria::report::CheckReport;
use dan_van_kheo::guideline::Guideline;
use dan_van_kheo::portal::Portal;
use dan_van_kheo::record::Registration;
use schemars::JsonSchema;
use schemars::generate::SchemaSettings;
use serde_json::{Map, Value, json};

/// Whether a schema is of what the engine reads or of what it gives: a list that may be absent in a file is always there in a result.
#[derive(Clone, Copy, PartialEq, Eq)]
pub enum Side {
    Read,
    Given,
}

/// A registration.
pub fn registration(side: Side) -> Value {
    schema::<Registration>(side, "dvk-registration/1")
}

/// A guideline; its author's own members are allowed.
pub fn guideline() -> Value {
    let mut schema = schema::<Guideline>(Side::Read, "dvk-guideline/1");
    allow_private(&mut schema);
    schema
}

/// A portal file; its author's own members are allowed.
pub fn portal() -> Value {
    let mut schema = schema::<Portal>(Side::Read, "dvk-portal/1");
    allow_private(&mut schema);
    schema
}

/// A report.
pub fn report() -> Value {
    schema::<CheckReport>(Side::Given, "dvk-report/1")
}

/// The committed files, below `pkg/`.
pub fn files() -> Vec<(&'static str, String)> {
    let all = [
        ("schema/registration.json", registration(Side::Read)),
        ("schema/guideline.json", guideline()),
        ("schema/portal.json", portal()),
        ("schema/report.json", report()),
    ];
    // `{:#}` of a JSON value is its indented text.
    all.into_iter().map(|(name, schema)| (name, format!("{schema:#}\n"))).collect()
}

fn schema<T: JsonSchema>(side: Side, format: &str) -> Value {
    let settings = SchemaSettings::draft2020_12();
    let settings = if side == Side::Given { settings.for_serialize() } else { settings };
    let mut schema = settings.into_generator().into_root_schema_for::<T>().to_value();
    tidy(&mut schema);
    if let Some(member) = schema.pointer_mut("/properties/format").and_then(Value::as_object_mut) {
        member.insert("const".to_owned(), format.into());
    }
    schema
}

/// Takes out what is true of Rust and not of the files: `null` for an absent member, which the reader refuses, and widths of numbers.
fn tidy(schema: &mut Value) {
    match schema {
        Value::Array(rows) => rows.iter_mut().for_each(tidy),
        Value::Object(members) => {
            members.values_mut().for_each(tidy);
            if members.get("format").and_then(Value::as_str).is_some_and(|format| ["double", "int64", "uint", "uint32"].contains(&format)) {
                members.shift_remove("format");
            }
            if let Some(Value::Array(types)) = members.get_mut("type") {
                types.retain(|name| name != "null");
                if let [one] = types.as_slice() {
                    let one = one.clone();
                    members.insert("type".to_owned(), one);
                }
            }
            if let Some(Value::Array(among)) = members.get_mut("anyOf") {
                among.retain(|one| *one != json!({ "type": "null" }));
                if let [Value::Object(one)] = among.as_slice() {
                    let one: Map<String, Value> = one.clone();
                    members.shift_remove("anyOf");
                    members.extend(one);
                }
            }
        }
        Value::Null | Value::Bool(_) | Value::Number(_) | Value::String(_) => {}
    }
}

/// `$schema` and members that begin with `x-` are the author's own, at every level.
fn allow_private(schema: &mut Value) {
    match schema {
        Value::Array(rows) => rows.iter_mut().for_each(allow_private),
        Value::Object(members) => {
            members.values_mut().for_each(allow_private);
            if members.contains_key("additionalProperties") {
                members.insert("patternProperties".to_owned(), json!({ "^(\\$schema$|x-)": true }));
            }
        }
        Value::Null | Value::Bool(_) | Value::Number(_) | Value::String(_) => {}
    }
}
