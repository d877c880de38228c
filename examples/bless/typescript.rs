//! TypeScript from the schemas: interfaces for the names that the contract gives, everything else written where it stands.

use serde_json::Value;

use super::schemas::{self, Side};

/// What is not generated: the functions and the element.
const API: &str = include_str!("api.d.ts.txt");

/// Types that have a name of their own; the others are written where they stand.
const NAMED: &[(&str, &[&str])] = &[
    ("Registration", &["Level", "Stage", "Approx", "Place", "Json"]),
    ("Guideline", &["Severity", "Outcome", "Level", "Stage", "Step", "Criterion", "Check", "Json"]),
    ("Portal", &["Json"]),
    ("CheckReport", &["Severity", "Outcome", "Step", "Finding", "Target", "FieldError", "Totals", "Json"]),
];

/// The whole of `index.d.ts`.
pub fn declarations() -> String {
    let mut out = String::from(
        "// Types of dan-van-kheo. The data types are generated from the Rust types: change those, then run `make bless`.\n\n\
         /** Any JSON value. */\n\
         export type Json = null | boolean | number | string | Json[] | { [key: string]: Json };\n\
         /** JSON Pointer; a step that is `*` stands for every row of a list. */\n\
         export type Path = string;\n\
         /** `2026-06-30`, `2026-06`, `2026-Q2` or `2026`; compared by its last day. */\n\
         export type PartialDate = string;\n",
    );
    let roots = [schemas::registration(Side::Given), schemas::guideline(), schemas::portal(), schemas::report()];
    let mut printed = vec!["Json"];
    for ((root, named), schema) in NAMED.iter().zip(&roots) {
        for name in *named {
            if let (false, Some(of)) = (printed.contains(name), schema.pointer(&format!("/$defs/{name}"))) {
                printed.push(name);
                Printer { root: schema, named, name }.declare(of, &mut out);
            }
        }
        Printer { root: schema, named, name: root }.declare(schema, &mut out);
    }
    out + "\n" + API
}

struct Printer<'a> {
    root: &'a Value,
    named: &'a [&'a str],
    /// The type that is being declared.
    name: &'a str,
}

impl Printer<'_> {
    fn declare(&self, schema: &Value, out: &mut String) {
        out.push('\n');
        out.push_str(&comment(&doc(schema), 0));
        let name = self.name;
        if schema.get("properties").is_some() {
            out.push_str(&format!("export interface {name} {}\n", self.object(schema, 0)));
        } else {
            out.push_str(&format!("export type {name} =\n"));
            for (at, variant) in variants(schema).iter().enumerate() {
                out.push_str(&comment(&doc(variant), 1));
                out.push_str(&format!("{}| {}{}", indent(1), self.type_of(variant, 1), if at + 1 == variants(schema).len() { ";\n" } else { "\n" }));
            }
        }
    }

    /// `{ … }`, one member a line.
    fn object(&self, schema: &Value, depth: usize) -> String {
        let required: Vec<&str> = schema.get("required").and_then(Value::as_array).into_iter().flatten().filter_map(Value::as_str).collect();
        let mut out = String::from("{\n");
        for (member, of) in schema.get("properties").and_then(Value::as_object).into_iter().flatten() {
            let choices = self.choices(of);
            let told = [doc(of), choices].into_iter().filter(|part| !part.is_empty()).collect::<Vec<_>>().join(" ");
            out.push_str(&comment(&told, depth + 1));
            let optional = if required.contains(&member.as_str()) { "" } else { "?" };
            let shown = self.type_of(of, depth + 1);
            let shown = self.alias(member, &shown, depth).unwrap_or(shown);
            out.push_str(&format!("{}{member}{optional}: {shown};\n", indent(depth + 1)));
        }
        out + &indent(depth) + "}"
    }

    fn type_of(&self, schema: &Value, depth: usize) -> String {
        if let Some(name) = reference(schema) {
            let Some(of) = self.root.pointer(&format!("/$defs/{name}")) else { return "Json".to_owned() };
            return if self.named.contains(&name) { name.to_owned() } else { self.type_of(of, depth) };
        }
        if let Some(value) = schema.get("const") {
            return value.to_string();
        }
        let among = variants(schema);
        if !among.is_empty() {
            return among.iter().map(|one| self.type_of(one, depth)).collect::<Vec<_>>().join(" | ");
        }
        match schema.get("type").and_then(Value::as_str) {
            Some("string") => "string".to_owned(),
            Some("number" | "integer") => "number".to_owned(),
            Some("boolean") => "boolean".to_owned(),
            Some("array") => self.list(schema, depth),
            Some("object") if schema.get("properties").is_some() => self.object(schema, depth),
            Some("object") => format!("{{ [key: string]: {} }}", schema.get("additionalProperties").map_or("Json".to_owned(), |of| self.type_of(of, depth))),
            _ => "Json".to_owned(),
        }
    }

    fn list(&self, schema: &Value, depth: usize) -> String {
        let length = |name: &str| schema.get(name).and_then(Value::as_u64);
        let of = schema.get("items").map_or("Json".to_owned(), |items| self.type_of(items, depth));
        match (length("minItems"), length("maxItems")) {
            (Some(least), Some(most)) if least == most => format!("[{}]", vec![of; usize::try_from(most).unwrap_or_default()].join(", ")),
            _ if of.contains(" | ") && !of.ends_with('}') => format!("({of})[]"),
            _ => format!("{of}[]"),
        }
    }

    /// What the choices of a member mean, when they are written where they stand.
    fn choices(&self, schema: &Value) -> String {
        let schema = schema.get("items").unwrap_or(schema);
        let Some(of) = reference(schema).filter(|name| !self.named.contains(name)).and_then(|name| self.root.pointer(&format!("/$defs/{name}"))) else {
            return String::new();
        };
        let told = |one: &Value| Some(format!("`{}` {}", one.get("const")?.as_str()?, doc(one).trim_end_matches('.')));
        let told: Vec<String> = variants(of).into_iter().filter_map(told).collect();
        if told.is_empty() { String::new() } else { told.join(" · ") + "." }
    }

    /// Names that the contract has for kinds of text.
    fn alias(&self, member: &str, shown: &str, depth: usize) -> Option<String> {
        if !matches!(shown, "string" | "string[]") {
            return None;
        }
        let name = match (self.name, member) {
            ("Registration", "due") => "PartialDate",
            ("Check", "question" | "filled" | "phrases") => return None,
            // Directly in a check, every other text is a path.
            ("Check", _) if depth == 1 => "Path",
            ("Criterion", "target") | ("Target" | "FieldError", "path") => "Path",
            _ => return None,
        };
        Some(shown.replace("string", name))
    }
}

fn variants(schema: &Value) -> Vec<&Value> {
    ["oneOf", "anyOf"].iter().filter_map(|name| schema.get(*name)?.as_array()).flatten().collect()
}

fn reference(schema: &Value) -> Option<&str> {
    schema.get("$ref")?.as_str()?.strip_prefix("#/$defs/")
}

fn doc(schema: &Value) -> String {
    schema.get("description").and_then(Value::as_str).unwrap_or_default().split_whitespace().collect::<Vec<_>>().join(" ")
}

fn comment(text: &str, depth: usize) -> String {
    if text.is_empty() { String::new() } else { format!("{}/** {} */\n", indent(depth), text.replace("*/", "*\\/")) }
}

fn indent(depth: usize) -> String {
    "  ".repeat(depth)
}
