//! The portal file, `dvk-portal/1`: where the form stands and to whom it goes.

use std::collections::BTreeMap;

use serde::{Deserialize, Serialize};
use validator::{Validate, ValidationError};

use crate::json::{self, Json, Limits, Problem, typed};
use crate::text::date::Date;

/// The format that this version reads.
pub const FORMAT: &str = "dvk-portal/1";

/// Where the form stands.
#[derive(Debug, Clone, Default, PartialEq, Serialize, Deserialize, Validate)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(rename_all = "camelCase", deny_unknown_fields)]
pub struct Portal {
    /// `dvk-portal/1`
    pub format: String,
    /// Id of the portal.
    pub id: String,
    /// Name for people.
    pub name: String,
    /// Kính gửi.
    pub recipient: Vec<String>,
    /// Id of the guideline.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub guideline: Option<String>,
    /// Preset province code.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub province: Option<String>,
    /// Preset commune code.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub commune: Option<String>,
    /// Thời hạn; late entries are marked, not refused.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    #[validate(nested)]
    pub window: Option<Window>,
    /// Whom to ask.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub contact: Option<Contact>,
    /// Words of the printed form.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub form: Option<PrintedForm>,
    /// How drafts are kept; `session` without it.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub drafts: Option<Drafts>,
    /// Where the form is handed in; nowhere without it.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub submit: Option<Submit>,
    /// Interface wording by key.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub texts: Option<BTreeMap<String, String>>,
}

/// Thời hạn; days.
#[derive(Debug, Clone, Default, PartialEq, Serialize, Deserialize, Validate)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(default, deny_unknown_fields)]
pub struct Window {
    /// First day.
    #[serde(skip_serializing_if = "Option::is_none")]
    #[validate(custom(function = day))]
    pub from: Option<String>,
    /// Last day.
    #[serde(skip_serializing_if = "Option::is_none")]
    #[validate(custom(function = day))]
    pub to: Option<String>,
    /// A remark.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub note: Option<String>,
}

/// Whom to ask.
#[derive(Debug, Clone, Default, PartialEq, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(default, deny_unknown_fields)]
pub struct Contact {
    /// Name.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub name: Option<String>,
    /// Phone.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub phone: Option<String>,
    /// E-mail.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub email: Option<String>,
}

/// Words of the printed form.
#[derive(Debug, Clone, Default, PartialEq, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(rename_all = "camelCase", default, deny_unknown_fields)]
pub struct PrintedForm {
    /// Name of the document.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub title: Option<String>,
    /// What it is about.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub subtitle: Option<String>,
    /// Confirmation blocks, at most two.
    #[serde(skip_serializing_if = "Vec::is_empty")]
    pub confirmations: Vec<Confirmation>,
    /// Nơi nhận.
    #[serde(skip_serializing_if = "Vec::is_empty")]
    pub places_of_receipt: Vec<String>,
}

/// A body that confirms.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(deny_unknown_fields)]
pub struct Confirmation {
    /// Caption, as printed.
    pub caption: String,
    /// Space for a seal.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub seal: Option<bool>,
}

/// How drafts are kept.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(rename_all = "lowercase")]
pub enum Drafts {
    /// Memory only.
    Off,
    /// On this machine, deleted after export or 12 hours after the last key.
    #[default]
    Session,
    /// On this machine, 30 days.
    Device,
}

/// Where the form is handed in.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(tag = "kind", rename_all = "lowercase")]
pub enum Submit {
    /// Nowhere.
    None,
    /// The surrounding `<form>`.
    Form,
    /// By mail.
    Mail {
        /// Address.
        to: String,
    },
    /// To an address of the same origin.
    Post {
        /// Address.
        url: String,
        /// How.
        #[serde(default, skip_serializing_if = "Option::is_none")]
        r#as: Option<PostAs>,
        /// Fields beside the record.
        #[serde(default, skip_serializing_if = "Option::is_none")]
        fields: Option<BTreeMap<String, String>>,
    },
}

/// Body of a post.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(rename_all = "lowercase")]
pub enum PostAs {
    /// The record.
    Json,
    /// A form with a file.
    Multipart,
}

fn day(text: &str) -> Result<(), ValidationError> {
    if Date::from_iso(text).is_some() { Ok(()) } else { Err(ValidationError::new("no-such-date")) }
}

/// Reads a portal file from JSON text.
///
/// # Errors
/// Problems of [`json::read`] and [`typed`], `unknown-format`, `no-such-date`, `too-many` confirmations.
pub fn parse(bytes: &[u8]) -> Result<Portal, Vec<Problem>> {
    let mut tree = json::read(bytes, Limits::default()).map_err(|problem| vec![problem])?;
    json::strip_private(&mut tree);
    if let Some(format) = tree.get("format").and_then(Json::text).filter(|format| *format != FORMAT) {
        return Err(vec![Problem {
            code: "unknown-format",
            path: "/format".to_owned(),
            found: format.to_owned(),
            expected: FORMAT.to_owned(),
            ..Problem::default()
        }]);
    }
    let portal: Portal = typed(&tree).map_err(|problem| vec![problem])?;
    let mut problems = Vec::new();
    if portal.validate().is_err() {
        for name in ["from", "to"] {
            let path = format!("/window/{name}");
            if let Some(found) = json::pointer::get(&tree, &path).and_then(Json::text).filter(|text| day(text).is_err()) {
                problems.push(Problem { code: "no-such-date", path, found: found.to_owned(), expected: "yyyy-mm-dd".to_owned(), ..Problem::default() });
            }
        }
    }
    let confirmations = portal.form.as_ref().map_or(0, |form| form.confirmations.len());
    if confirmations > 2 {
        problems.push(Problem {
            code: "too-many",
            path: "/form/confirmations".to_owned(),
            found: confirmations.to_string(),
            expected: "2".to_owned(),
            ..Problem::default()
        });
    }
    if problems.is_empty() { Ok(portal) } else { Err(problems) }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[track_caller]
    fn refuses(members: &str, code: &str, path: &str) {
        let text = format!(r#"{{"format":"dvk-portal/1","id":"p","name":"P","recipient":[]{members}}}"#);
        let problems = parse(text.as_bytes()).unwrap_err();
        assert_eq!((problems[0].code, problems[0].path.as_str()), (code, path), "{problems:?}");
    }

    #[test]
    fn says_where() {
        refuses(r#","guidline":"mau""#, "unknown-member", "/guidline");
        refuses(r#","window":{"from":"2026-02-30"}"#, "no-such-date", "/window/from");
        refuses(r#","drafts":"always""#, "unknown-choice", "/drafts");
        refuses(r#","form":{"confirmations":[{"caption":"a"},{"caption":"b"},{"caption":"c"}]}"#, "too-many", "/form/confirmations");
        assert!(parse(br#"{"$schema":"x","x-note":1,"format":"dvk-portal/1","id":"p","name":"P","recipient":["A"]}"#).is_ok());
    }
}
