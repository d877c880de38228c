//! The portal file, `dvk-portal/1`: where the form stands and to whom it goes.

use crate::json::shape::read_shape;
use crate::json::{self, Json, Limits, Named, Problem};
use crate::text::date::Date;
use crate::{choice, kinds, shape};

/// The format that this version reads.
pub const FORMAT: &str = "dvk-portal/1";

shape! {
/// Where the form stands.
pub struct Portal {
    /// `dvk-portal/1`
    pub format: String = "format",
    /// Id of the portal.
    pub id: String = "id",
    /// Name for people.
    pub name: String = "name",
    /// Kính gửi.
    pub recipient: Vec<String> = "recipient",
    /// Id of the guideline.
    pub guideline: Option<String> = "guideline",
    /// Preset province code.
    pub province: Option<String> = "province",
    /// Preset commune code.
    pub commune: Option<String> = "commune",
    /// Thời hạn; late entries are marked, not refused.
    pub window: Option<Window> = "window",
    /// Whom to ask.
    pub contact: Option<Contact> = "contact",
    /// Words of the printed form.
    pub form: Option<PrintedForm> = "form",
    /// How drafts are kept; `session` without it.
    pub drafts: Option<Drafts> = "drafts",
    /// Where the form is handed in; nowhere without it.
    pub submit: Option<Submit> = "submit",
    /// Interface wording by key.
    pub texts: Option<Named<String>> = "texts",
}
}

shape! {
/// Thời hạn; days.
pub struct Window {
    /// First day.
    pub from: Option<String> = "from",
    /// Last day.
    pub to: Option<String> = "to",
    /// A remark.
    pub note: Option<String> = "note",
}
}

shape! {
/// Whom to ask.
pub struct Contact {
    /// Name.
    pub name: Option<String> = "name",
    /// Phone.
    pub phone: Option<String> = "phone",
    /// E-mail.
    pub email: Option<String> = "email",
}
}

shape! {
/// Words of the printed form.
#[derive(Default)]
pub struct PrintedForm {
    /// Name of the document.
    pub title: Option<String> = "title",
    /// What it is about.
    pub subtitle: Option<String> = "subtitle",
    /// Confirmation blocks, at most two.
    #[cfg_attr(feature = "schema", schemars(default))]
    pub confirmations: Vec<Confirmation> = "confirmations" or empty,
    /// Nơi nhận.
    #[cfg_attr(feature = "schema", schemars(default))]
    pub places_of_receipt: Vec<String> = "placesOfReceipt" or empty,
}
}

shape! {
/// A body that confirms.
pub struct Confirmation {
    /// Caption, as printed.
    pub caption: String = "caption",
    /// Space for a seal.
    pub seal: Option<bool> = "seal",
}
}

choice! {
/// How drafts are kept.
pub enum Drafts {
    /// Memory only.
    Off = "off",
    /// On this machine, deleted after export or 12 hours after the last key.
    Session = "session",
    /// On this machine, 30 days.
    Device = "device",
}
}

kinds! {
/// Where the form is handed in.
pub enum Submit {
    /// Nowhere.
    None = "none",
    /// The surrounding `<form>`.
    Form = "form",
    /// By mail.
    Mail(Mail) = "mail",
    /// To an address of the same origin.
    Post(Post) = "post",
}
}

shape! {
/// Parameters of `mail`.
pub struct Mail {
    /// Address.
    pub to: String = "to",
}
}

shape! {
/// Parameters of `post`.
pub struct Post {
    /// Address.
    pub url: String = "url",
    /// How.
    pub r#as: Option<PostAs> = "as",
    /// Fields beside the record.
    pub fields: Option<Named<String>> = "fields",
}
}

choice! {
/// Body of a post.
pub enum PostAs {
    /// The record.
    Json = "json",
    /// A form with a file.
    Multipart = "multipart",
}
}

/// Reads a portal file from JSON text; the tree is the file without the members that are its author's own.
///
/// # Errors
/// Problems of [`json::read`] and [`read_shape`], `unknown-format`, `no-such-date`, `too-many` confirmations.
pub fn parse(bytes: &[u8]) -> Result<(Portal, Json), Vec<Problem>> {
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
    let portal: Portal = read_shape(&tree)?;
    let mut problems = Vec::new();
    for path in ["/window/from", "/window/to"] {
        if let Some(found) = json::pointer::get(&tree, path).and_then(Json::text).filter(|text| Date::from_iso(text).is_none()) {
            problems.push(Problem {
                code: "no-such-date",
                path: path.to_owned(),
                found: found.to_owned(),
                expected: "yyyy-mm-dd".to_owned(),
                ..Problem::default()
            });
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
    if problems.is_empty() { Ok((portal, tree)) } else { Err(problems) }
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
