//! Is a tree certainly a record without a single problem? Nearly all are, and then nothing has to be read into types to be judged.
//!
//! “No” means “look closely”: [`read_tree`](super::read_tree) and [`validate`](super::validate) decide. A test with random records keeps the two together.

use super::parse::{FORMAT, is_uuid};
use super::rules;
use super::types::{LINE, ROWS, TEXT};
use crate::json::Json;

/// Whether the tree is certainly a record that can be read, with no FieldError.
#[must_use]
pub fn is_plain(tree: &Json) -> bool {
    tree.get("format").is_some()
        && tree.get("id").is_some()
        && object(tree, |name, value| match name {
            "format" => value.text() == Some(FORMAT),
            "id" => value.text().is_some_and(is_uuid),
            "revision" => whole(value, 0.0, 1e9),
            "stage" => choice(value, &["register", "review", "recognise"]),
            "level" => choice(value, &["grassroots", "commune", "district", "province", "central"]),
            "period" => object(value, |name, value| matches!(name, "from" | "to") && whole(value, 1945.0, 2199.0)),
            "registeredOn" => date(value),
            "applicant" => object(value, applicant),
            "heading" => object(value, |name, value| matches!(name, "superior" | "body" | "place" | "number") && line(value)),
            "model" => object(value, model),
            "lowerRecognition" => object(value, paper),
            "signer" => object(value, |name, value| match name {
                "authority" | "position" | "name" => line(value),
                "seal" => flag(value),
                _ => false,
            }),
            "extra" => value.members().is_some(),
            "entered" => value.members().is_some_and(Vec::is_empty),
            "replies" => rows(value, |name, value| match name {
                "criterion" => line(value),
                "text" => text(value, TEXT),
                _ => false,
            }),
            "handedTo" => object(value, |name, value| match name {
                "portal" => line(value),
                "recipient" => texts(value),
                _ => false,
            }),
            "checkedWith" => object(value, |name, value| matches!(name, "guideline" | "version" | "digest") && line(value)),
            _ => false,
        })
}

fn applicant(name: &str, value: &Json) -> bool {
    match name {
        "kind" => choice(value, &["collective", "individual"]),
        "name" | "superior" => line(value),
        "header" => choice(value, &["party", "state", "citizen", "none"]),
        "person" => object(value, |name, value| match name {
            "position" | "workplace" => line(value),
            "birthYear" => whole(value, 1900.0, 2199.0),
            _ => false,
        }),
        "address" => object(value, |name, value| match name {
            "detail" | "hamlet" => line(value),
            "listDate" => date(value),
            "commune" | "province" => object(value, |name, value| matches!(name, "code" | "name") && line(value)),
            _ => false,
        }),
        "contact" => object(value, |name, value| match name {
            "name" | "phone" => line(value),
            "email" => value.text().is_some_and(|text| rules::email(text).is_ok()),
            _ => false,
        }),
        _ => false,
    }
}

fn model(name: &str, value: &Json) -> bool {
    match name {
        "name" => line(value),
        "field" => choice(value, &["economy", "culture-society", "defence-security", "political-system"]),
        "themes" => texts(value),
        "status" => choice(value, &["new", "ongoing", "upgraded", "replicated"]),
        "need" | "goal" | "method" | "consultation" | "outputs" | "sustain" | "beyondDuty" | "results" => text(value, TEXT),
        "targets" => rows(value, |name, value| match name {
            "content" | "unit" | "evidence" => line(value),
            "baseline" | "target" | "actual" => figure(value),
            "approx" => approx(value),
            "due" => partial(value),
            "actualOn" => date(value),
            _ => false,
        }),
        "scope" => object(value, |name, value| match name {
            "text" => text(value, TEXT),
            "households" => whole(value, 0.0, 1e8),
            "people" => whole(value, 0.0, 1e9),
            "approx" => approx(value),
            "peopleApprox" => choice(value, &["about", "over", "under", "exact"]),
            _ => false,
        }),
        "forces" => rows(value, |name, value| match name {
            "name" | "duty" => line(value),
            "role" => choice(value, &["lead", "coordinate", "take-part"]),
            _ => false,
        }),
        "start" | "end" => date(value),
        "continuous" => flag(value),
        "milestones" => rows(value, |name, value| match name {
            "due" => partial(value),
            "content" => line(value),
            "review" => flag(value),
            _ => false,
        }),
        "resources" => rows(value, |name, value| match name {
            "kind" => choice(value, &["budget", "contribution", "land", "labour", "in-kind"]),
            "content" | "unit" => line(value),
            "amount" => figure(value),
            "approx" => approx(value),
            _ => false,
        }),
        "resourceTotal" => whole(value, 0.0, 1e15),
        "resourceTotalApprox" => approx(value),
        "basis" => rows(value, |name, value| if name == "title" { line(value) } else { paper(name, value) }),
        "evidence" => rows(value, |name, value| matches!(name, "title" | "fileName") && line(value)),
        _ => false,
    }
}

fn paper(name: &str, value: &Json) -> bool {
    match name {
        "number" | "issuer" => line(value),
        "issuedOn" => date(value),
        _ => false,
    }
}

fn object(value: &Json, plain: impl Fn(&str, &Json) -> bool) -> bool {
    value.members().is_some_and(|members| members.iter().all(|(name, value)| plain(name, value)))
}

fn rows(value: &Json, plain: impl Fn(&str, &Json) -> bool) -> bool {
    value.rows().is_some_and(|rows| rows.len() <= ROWS as usize && rows.iter().all(|row| object(row, &plain)))
}

/// Bytes are never fewer than characters.
fn text(value: &Json, most: u64) -> bool {
    value.text().is_some_and(|text| text.len() <= most as usize)
}

fn line(value: &Json) -> bool {
    text(value, LINE)
}

fn texts(value: &Json) -> bool {
    value.rows().is_some_and(|rows| rows.len() <= ROWS as usize && rows.iter().all(line))
}

fn whole(value: &Json, least: f64, most: f64) -> bool {
    value.number().is_some_and(|number| number.trunc() == number && (least..=most).contains(&number))
}

fn figure(value: &Json) -> bool {
    value.number().is_some_and(|number| rules::figure(number).is_ok())
}

fn flag(value: &Json) -> bool {
    matches!(value, Json::Bool(_))
}

fn date(value: &Json) -> bool {
    value.text().is_some_and(|text| rules::date(text).is_ok())
}

fn partial(value: &Json) -> bool {
    value.text().is_some_and(|text| rules::partial_date(text).is_ok())
}

fn approx(value: &Json) -> bool {
    choice(value, &["about", "over", "under"])
}

fn choice(value: &Json, among: &[&str]) -> bool {
    value.text().is_some_and(|text| among.contains(&text))
}
