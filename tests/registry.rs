//! What is generated from the Rust types is committed as it is generated: `cargo test --features schema --test registry`.
#![cfg(feature = "schema")]

#[path = "../examples/bless/guidelines.rs"]
mod guidelines;
#[path = "../examples/bless/schemas.rs"]
mod schemas;
#[path = "../examples/bless/typescript.rs"]
mod typescript;

use std::path::Path;

use schemas::Side;
use serde_json::Value;

#[track_caller]
fn is_committed(name: &str, generated: &str) {
    let committed = std::fs::read_to_string(Path::new(env!("CARGO_MANIFEST_DIR")).join("pkg").join(name)).unwrap_or_default();
    let line = committed.lines().zip(generated.lines()).take_while(|(old, new)| old == new).count();
    assert!(
        committed == generated,
        "pkg/{name}, line {}: the Rust types say «{}», the file says «{}»; run make bless",
        line + 1,
        generated.lines().nth(line).unwrap_or_default().trim(),
        committed.lines().nth(line).unwrap_or_default().trim()
    );
}

#[test]
fn schemas_are_those_of_the_types() {
    for (name, text) in schemas::files() {
        is_committed(name, &text);
    }
}

#[test]
fn mau_is_compiled_in_as_it_is() {
    let committed = std::fs::read_to_string(Path::new(env!("CARGO_MANIFEST_DIR")).join(guidelines::PATH)).unwrap_or_default();
    assert!(committed == guidelines::bare(), "{} is not what mau.json says; run make bless", guidelines::PATH);
}

#[test]
fn declarations_are_those_of_the_types() {
    is_committed("index.d.ts", &typescript::declarations());
}

#[test]
fn every_type_of_the_contract_is_declared() {
    let declarations = typescript::declarations();
    for name in "Json Path PartialDate Level Stage Step Approx Place Registration Severity Outcome Guideline Criterion Check Portal Finding Target \
                 FieldError Totals CheckReport CompactReport Change Comparison Duplicate Source Problem DvkError Options Kind Engine DeepPartial"
        .split_whitespace()
    {
        let count = ["interface", "type", "class"]
            .iter()
            .flat_map(|kind| [" ", "<"].map(|end| declarations.matches(&format!("export {kind} {name}{end}")).count()))
            .sum::<usize>();
        assert_eq!(count, 1, "{name} is declared {count} times");
    }
}

/// A member that the reader requires is required by the schema, and no other.
#[test]
fn an_unfinished_record_fits() {
    let schema = schemas::registration(Side::Read);
    assert_eq!(schema["required"], serde_json::json!(["format", "id"]));
    assert_eq!(schema["$defs"]["Model"].get("required"), None);
    assert!(!schema.to_string().contains("\"null\""), "the reader refuses null");
}

#[test]
fn every_reference_leads_somewhere() {
    fn walk(root: &Value, at: &Value) {
        match at {
            Value::Array(rows) => rows.iter().for_each(|row| walk(root, row)),
            Value::Object(members) => {
                if let Some(reference) = members.get("$ref").and_then(Value::as_str) {
                    assert!(root.pointer(reference.trim_start_matches('#')).is_some(), "{reference}");
                }
                members.values().for_each(|value| walk(root, value));
            }
            _ => {}
        }
    }
    for schema in [schemas::registration(Side::Read), schemas::guideline(), schemas::portal(), schemas::report()] {
        walk(&schema, &schema);
    }
}
