//! What a call is given: the options of the API as JSON, read into what the engine works with.

use std::rc::Rc;

use super::{BUILT_IN, Engine, Refusal, bad_option};
use crate::criteria::{Other, Rules};
use crate::json::shape::read_shape;
use crate::json::{self, Json, Limits, Problem};
use crate::portal::{self, Portal};
use crate::shape;
use crate::summary::Kind;
use crate::text::date::Date;

shape! {
/// Options of a call, as JSON.
#[derive(Default)]
pub struct Options {
    /// `Guideline` or its id.
    pub guideline: Option<Json> = "guideline",
    /// `Portal`.
    pub portal: Option<Json> = "portal",
    /// `yyyy-mm-dd`.
    pub today: Option<String> = "today",
    /// `vi`, `en`.
    pub locale: Option<String> = "locale",
    /// Other registrations, for likeness.
    pub others: Option<Json> = "others",
    /// Kind of document.
    pub kind: Option<String> = "kind",
    /// `html`, `text`.
    pub format: Option<String> = "format",
    /// `all`, `open`.
    pub detail: Option<String> = "detail",
    /// An earlier version of the record: the document is then the table of what differs.
    pub before: Option<Json> = "before",
}
}

/// A province has ten thousand other registrations, each with its id and its name.
const LIMITS: Limits = Limits { bytes: 16 * 1024 * 1024, depth: 64, members: 100_000 };

impl Engine {
    /// Reads the options of a call.
    ///
    /// # Errors
    /// `bad-option`, `bad-date`, `unknown-guideline`, and the problems of an inline guideline or portal.
    pub fn call(&self, options: &[u8]) -> Result<Call, Refusal> {
        let mut tree = if options.is_empty() { Json::Object(Vec::new()) } else { json::read(options, LIMITS)? };
        // an option that is null is not given
        if let Json::Object(members) = &mut tree {
            members.retain(|(_, value)| *value != Json::Null);
        }
        let options: Options = read_shape(&tree).map_err(|mut problems| {
            problems.iter_mut().filter(|problem| problem.code == "unknown-member").for_each(|problem| problem.code = "bad-option");
            problems
        })?;
        let portal = options
            .portal
            .as_ref()
            .map(|portal| portal::parse(portal.to_text().as_bytes()).map(|(portal, _)| portal).map_err(|problems| inside("/portal", problems)))
            .transpose()?;
        let rules = match &options.guideline {
            Some(Json::Text(id)) => self.rules(id)?,
            Some(inline) => Rc::new(self.read_guideline(inline.to_text().as_bytes()).map_err(|problems| inside("/guideline", problems))?),
            None => self.rules(portal.as_ref().and_then(|portal| portal.guideline.as_deref()).unwrap_or(BUILT_IN))?,
        };
        let today = options.today.as_deref().unwrap_or_default();
        let today =
            Date::from_iso(today).ok_or_else(|| Problem { code: "bad-date", path: "/today".to_owned(), found: today.to_owned(), ..Problem::default() })?;
        if let Some(locale) = options.locale.as_deref().filter(|locale| !matches!(*locale, "vi" | "en")) {
            return Err(bad_option("/locale", locale, "vi, en"));
        }
        let others = match &options.others {
            Some(Json::List(rows)) => Some(rows.iter().enumerate().map(other).collect::<Result<_, _>>()?),
            Some(others) => return Err(bad_option("/others", &others.excerpt(), "list")),
            None => None,
        };
        Ok(Call { rules, portal, today, others, options })
    }
}

/// What a call works with.
pub struct Call {
    /// The guideline.
    pub rules: Rc<Rules>,
    /// Where the form stands.
    pub portal: Option<Portal>,
    /// The only clock.
    pub today: Date,
    /// Other registrations.
    pub others: Option<Vec<Other>>,
    pub(super) options: Options,
}

impl Call {
    /// A call without options of its own.
    #[must_use]
    pub fn new(rules: Rc<Rules>, portal: Option<Portal>, today: Date) -> Self {
        Call { rules, portal, today, others: None, options: Options::default() }
    }

    /// The kind of document that is asked for.
    pub(super) fn kind(&self) -> Result<Kind, Refusal> {
        let name = self.options.kind.as_deref().unwrap_or("form");
        let kind = Kind::ALL.into_iter().find(|kind| kind.name() == name);
        kind.ok_or_else(|| bad_option("/kind", name, &Kind::ALL.map(Kind::name).join(", ")))
    }
}

/// Another registration: it has a name.
fn other((at, row): (usize, &Json)) -> Result<Other, Refusal> {
    let member = |name: &str| row.get(name).and_then(Json::text).map(str::to_owned);
    let name = member("name").ok_or_else(|| bad_option(&format!("/others/{at}"), &row.excerpt(), "id, name"))?;
    Ok(Other { id: member("id").unwrap_or_default(), name, text: member("text") })
}

pub(super) fn inside(path: &str, problems: Vec<Problem>) -> Refusal {
    problems.into_iter().map(|problem| Problem { path: format!("{path}{}", problem.path), line: None, column: None, ..problem }).collect::<Vec<_>>().into()
}
