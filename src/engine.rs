//! Everything behind the JavaScript API, without a browser: text in, types out, every mistake of the caller a [`Refusal`].

mod call;
mod carry;
mod many;
mod repair;
mod versions;

use std::borrow::Cow;
use std::cell::RefCell;
use std::rc::Rc;

pub use carry::{Parcel, ReadBack, pdf_refused};

use crate::criteria::report::{CheckReport, report};
use crate::criteria::{Rules, Subject, extra};
use crate::guideline::Extends;
use crate::guideline::lint::near::nearest;
use crate::json::{self, Json, Limits, Problem, pointer};
use crate::messages;
use crate::portal::Portal;
use crate::record::{self, FORMAT, Registration};
use crate::summary::document::Document;
use crate::summary::{self, Kind, Material};
use crate::text::nfc::is_nfc;
use crate::units::Units;
use crate::units::former::Former;

use call::inside;
pub use call::{Call, Options};

/// A call that cannot be answered: never without a problem.
#[derive(Debug, Clone, PartialEq)]
pub struct Refusal {
    /// What is wrong, the gravest first.
    pub problems: Vec<Problem>,
}

impl From<Problem> for Refusal {
    fn from(problem: Problem) -> Self {
        Refusal { problems: vec![problem] }
    }
}
impl From<Vec<Problem>> for Refusal {
    fn from(problems: Vec<Problem>) -> Self {
        Refusal { problems }
    }
}

impl Refusal {
    /// As the API gives it: `{ code, message, problems }`.
    #[must_use]
    pub fn to_json(&self) -> Json {
        let problems: Vec<Json> = self.problems.iter().map(problem_json).collect();
        let first = self.problems.first();
        Json::Object(vec![
            ("code".to_owned(), first.map_or("internal", |problem| problem.code).into()),
            ("message".to_owned(), first.map_or(String::new(), messages::problem).into()),
            ("problems".to_owned(), Json::List(problems)),
        ])
    }
}

fn problem_json(problem: &Problem) -> Json {
    let mut members = vec![
        ("code".to_owned(), problem.code.into()),
        ("path".to_owned(), problem.path.as_str().into()),
        ("message".to_owned(), messages::problem(problem).into()),
    ];
    for (name, text) in [("found", &problem.found), ("expected", &problem.expected)] {
        if !text.is_empty() {
            members.push((name.to_owned(), text.as_str().into()));
        }
    }
    for (name, number) in [("line", problem.line), ("column", problem.column)] {
        members.extend(number.map(|number| (name.to_owned(), Json::Number(number as f64))));
    }
    Json::Object(members)
}

/// Bytes of a record whose tree is kept for the next one.
const ROOM: usize = 100_000;

/// Id of the guideline that is compiled in.
const BUILT_IN: &str = "mau";

/// The engine: the guidelines that it knows, and the unit list when it is loaded.
pub struct Engine {
    rules: Vec<Rc<Rules>>,
    units: Option<Rc<Units>>,
    nfc: fn(&str) -> String,
    /// The tree of the record checked last, whose room the next one uses.
    room: RefCell<Json>,
}

impl Engine {
    /// An engine that knows `mau`. `nfc` is the platform's normalisation; it is called only for text that may not be NFC.
    ///
    /// # Errors
    /// None in a build whose tests pass.
    pub fn new(nfc: fn(&str) -> String) -> Result<Self, Refusal> {
        Ok(Engine { rules: vec![Rc::new(Rules::mau()?)], units: None, nfc, room: RefCell::new(Json::Null) })
    }

    /// Takes in the unit list.
    ///
    /// # Errors
    /// `bad-units`
    pub fn load_units(&mut self, bytes: &[u8]) -> Result<(), Refusal> {
        let mut units = Units::read(bytes)?;
        if let Some(former) = self.units.as_ref().and_then(|before| before.former()) {
            units.set_former(former.clone());
        }
        self.units = Some(Rc::new(units));
        Ok(())
    }

    /// Takes in the list of former units. Without the list of today it would say nothing, and is left.
    ///
    /// # Errors
    /// `bad-units`
    pub fn load_former_units(&mut self, bytes: &[u8]) -> Result<(), Refusal> {
        let former = Former::read(bytes)?;
        if let Some(units) = &self.units {
            let mut units = Units::clone(units);
            units.set_former(former);
            self.units = Some(Rc::new(units));
        }
        Ok(())
    }

    /// The unit list, when it is loaded.
    #[must_use]
    pub fn units(&self) -> Option<Rc<Units>> {
        self.units.clone()
    }

    /// The guidelines that it knows.
    #[must_use]
    pub fn known(&self) -> &[Rc<Rules>] {
        &self.rules
    }

    /// Takes in a guideline and knows it from then on.
    ///
    /// # Errors
    /// Those of [`Rules::load`].
    pub fn load_guideline(&mut self, text: &[u8]) -> Result<Rc<Rules>, Refusal> {
        let rules = Rc::new(self.read_guideline(text)?);
        self.rules.retain(|known| known.guideline().id != rules.guideline().id || known.guideline().version != rules.guideline().version);
        self.rules.push(rules.clone());
        Ok(rules)
    }

    /// Reads a guideline that may extend one that is known.
    fn read_guideline(&self, text: &[u8]) -> Result<Rules, Vec<Problem>> {
        let fits = |rules: &&Rc<Rules>, extends: &Extends| {
            let guideline = rules.guideline();
            guideline.id == extends.id && extends.version.as_ref().is_none_or(|version| guideline.version == *version)
        };
        // what is too large is refused as it is
        let text = if text.len() > Limits::default().bytes { Cow::Borrowed(text) } else { self.composed(text) };
        let find = |extends: &Extends| self.rules.iter().rev().find(|rules| fits(rules, extends)).map(|rules| rules.known());
        let rules = Rules::load(&text, &find).map_err(|mut problems| {
            for problem in problems.iter_mut().filter(|problem| problem.code == "unknown-base") {
                problem.expected =
                    nearest(&problem.found, self.rules.iter().map(|rules| rules.guideline().id.as_str())).map_or_else(|| self.named(), str::to_owned);
            }
            problems
        })?;
        let known = |rules: &&Rc<Rules>| rules.guideline().id == BUILT_IN;
        match self.rules.iter().find(known).filter(|_| rules.guideline().id == BUILT_IN) {
            // The file of the built-in guideline is that guideline; another of its name would pass for it.
            Some(built_in) if built_in.digest() != rules.digest() => {
                Err(vec![Problem { code: "reserved-id", path: "/id".to_owned(), found: rules.guideline().id.clone(), ..Problem::default() }])
            }
            _ => Ok(rules),
        }
    }

    /// A file in Unicode's composed form: what a Mac wrote would never be found in records.
    fn composed<'t>(&self, text: &'t [u8]) -> Cow<'t, [u8]> {
        match std::str::from_utf8(text) {
            Ok(text) if !is_nfc(text) => Cow::Owned((self.nfc)(text).into_bytes()),
            _ => Cow::Borrowed(text),
        }
    }

    /// The guidelines that it knows, by id and version; one alone stands for a list too.
    fn named(&self) -> String {
        let mut known: Vec<String> = self.rules.iter().map(|rules| format!("{}@{}", rules.guideline().id, rules.guideline().version)).collect();
        if known.len() == 1 {
            known.push("…".to_owned());
        }
        known.join(", ")
    }

    /// The guideline of an id, or of `id@version`; the one loaded last when there are several.
    ///
    /// # Errors
    /// `unknown-guideline`, with the known ids.
    pub fn rules(&self, id: &str) -> Result<Rc<Rules>, Refusal> {
        let (name, version) = id.split_once('@').map_or((id, None), |(name, version)| (name, Some(version)));
        let fits = |rules: &&Rc<Rules>| rules.guideline().id == name && version.is_none_or(|version| rules.guideline().version == version);
        self.rules.iter().rev().find(fits).cloned().ok_or_else(|| {
            let expected = self.rules.iter().map(|rules| rules.guideline().id.as_str()).collect::<Vec<_>>().join(", ");
            Problem { code: "unknown-guideline", found: id.to_owned(), expected, ..Problem::default() }.into()
        })
    }

    /// Reads a record.
    ///
    /// # Errors
    /// Those of [`record::parse`].
    pub fn parse(&self, text: &[u8]) -> Result<Registration, Refusal> {
        Ok(record::parse_tree(&self.tree(text)?)?)
    }

    fn tree(&self, text: &[u8]) -> Result<Json, Refusal> {
        let mut tree = Json::Null;
        self.read_into(json::text_of(text, Limits::default())?, &mut tree)?;
        Ok(tree)
    }

    /// Reads and cleans a record, into a tree whose room is used again.
    fn read_into(&self, text: &str, tree: &mut Json) -> Result<(), Problem> {
        if !json::read_into(text, Limits::default(), tree)? {
            record::normalize(tree, &self.nfc);
        }
        Ok(())
    }

    /// Cleans every text of a tree.
    pub fn normalize(&self, tree: &mut Json) {
        record::normalize(tree, &self.nfc);
    }

    /// A fresh record with a new id; `preset` is merged over it, then what the portal presets.
    ///
    /// # Errors
    /// Those of [`record::parse_tree`], for the preset.
    pub fn create(&self, preset: &[u8], portal: Option<&Portal>, id: String) -> Result<Registration, Refusal> {
        let mut tree = if preset.is_empty() { Json::Object(Vec::new()) } else { self.tree(preset)? };
        pointer::set(&mut tree, "/format", FORMAT.into());
        pointer::set(&mut tree, "/id", id.into());
        if let Some(portal) = portal {
            // a commune of the portal's province is none of another
            let preset = pointer::get(&tree, "/applicant/address/province").is_some();
            let elsewhere = preset && pointer::get(&tree, "/applicant/address/province/code").and_then(Json::text) != portal.province.as_deref();
            for (path, code) in [("/applicant/address/province", &portal.province), ("/applicant/address/commune", &portal.commune)] {
                if let (Some(code), None, false) = (code, pointer::get(&tree, path), elsewhere) {
                    pointer::set(&mut tree, &format!("{path}/code"), code.as_str().into());
                    let units = self.units.as_deref();
                    let name =
                        units.and_then(|units| units.province(code).map(|unit| unit.full_name()).or_else(|| units.commune(code).map(|unit| unit.full_name())));
                    if let Some(name) = name {
                        pointer::set(&mut tree, &format!("{path}/name"), name.into());
                    }
                }
            }
        }
        Ok(record::parse_tree(&tree)?)
    }

    /// Checks a record given as JSON text in bytes.
    ///
    /// # Errors
    /// Those of [`Engine::check_text`], and `not-utf8`.
    pub fn check(&self, text: &[u8], options: &[u8]) -> Result<CheckReport, Refusal> {
        self.check_text(json::text_of(text, Limits::default())?, options)
    }

    /// Checks a record given as JSON text.
    ///
    /// # Errors
    /// Those of the record, of the options, and `unknown-guideline`.
    pub fn check_text(&self, text: &str, options: &[u8]) -> Result<CheckReport, Refusal> {
        let call = self.call(options)?;
        let open = match call.options.detail.as_deref() {
            None | Some("all") => false,
            Some("open") => true,
            Some(other) => return Err(bad_option("/detail", other, "all, open")),
        };
        let mut tree = self.room.replace(Json::Null);
        self.read_into(text, &mut tree)?;
        let report = self.judge(&tree, &call, open);
        // What a very large record took is given back.
        if text.len() < ROOM {
            self.room.replace(tree);
        }
        report
    }

    /// Checks a record given as a normalised tree.
    ///
    /// # Errors
    /// Those of [`record::read_tree`].
    pub fn check_tree(&self, tree: &Json, call: &Call) -> Result<CheckReport, Refusal> {
        self.judge(tree, call, false)
    }

    fn judge(&self, tree: &Json, call: &Call, open: bool) -> Result<CheckReport, Refusal> {
        let mut subject = self.subject(tree, call);
        let errors = extra::errors(&mut subject, record::errors(tree)?);
        let mut report = report(&subject, errors, open);
        let individual = pointer::get(tree, "/applicant/kind").and_then(Json::text) == Some("individual");
        messages::tell(&mut report, call.rules.guideline(), individual);
        Ok(report)
    }

    fn subject<'a>(&'a self, tree: &'a Json, call: &'a Call) -> Subject<'a> {
        let mut subject = Subject::new(&call.rules, tree, call.today);
        subject.portal = call.portal.as_ref();
        subject.units = self.units.as_deref();
        subject.others = call.others.as_deref();
        subject
    }

    /// Makes the document of a record given as JSON text.
    ///
    /// # Errors
    /// Those of [`Engine::check`]; `bad-option` for a kind that cannot be made.
    pub fn document(&self, text: &[u8], options: &[u8]) -> Result<Document, Refusal> {
        let call = self.call(options)?;
        if let Some(before) = &call.options.before {
            return self.table_of_changes(before, &self.tree(text)?, &call);
        }
        self.document_of(&self.tree(text)?, call.kind()?, &call)
    }

    /// Makes the document of a record given as a normalised tree.
    ///
    /// # Errors
    /// Those of [`record::read_tree`].
    pub fn document_of(&self, tree: &Json, kind: Kind, call: &Call) -> Result<Document, Refusal> {
        let report = self.check_tree(tree, call)?;
        let record = record::read_tree(tree)?;
        Ok(summary::build(
            kind,
            &Material { record: &record, report: &report, guideline: call.rules.guideline(), portal: call.portal.as_ref(), today: call.today },
        ))
    }

    /// Makes the document as html or text.
    ///
    /// # Errors
    /// Those of [`Engine::document`]; `bad-option` for a format that cannot be made.
    pub fn summarize(&self, text: &[u8], options: &[u8]) -> Result<String, Refusal> {
        let document = self.document(text, options)?;
        match self.call(options)?.options.format.as_deref() {
            None | Some("html") => Ok(summary::html::render(&document)),
            Some("text") => Ok(summary::text::render(&document)),
            Some(other) => Err(bad_option("/format", other, "html, text")),
        }
    }
}

fn bad_option(path: &str, found: &str, expected: &str) -> Refusal {
    Problem { code: "bad-option", path: path.to_owned(), found: found.to_owned(), expected: expected.to_owned(), ..Problem::default() }.into()
}
