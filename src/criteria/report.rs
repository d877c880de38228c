//! The report, `dvk-report/1`: what a check says, in an order that depends on nothing but its content.

use serde::Serialize;

pub use super::finding::{Cited, Edit, Finding, Fix, FixClass, Points, Target};
use super::score;
use super::{Change, Evidence, Judged, Offer, Subject, evaluate};
use crate::guideline::{Outcome, Severity};
use crate::json::{Json, Named, pointer};
use crate::order::sorted;
use crate::record::FieldError;
use crate::record::fields::{self, Step};
use crate::text::Span;
use crate::text::date::Date;

/// How many findings there are of each kind; the last three count unmet ones.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq, Serialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(rename_all = "camelCase")]
pub struct Totals {
    /// Met.
    pub met: u32,
    /// Unmet.
    pub unmet: u32,
    /// For people to judge.
    pub review: u32,
    /// Not applicable.
    pub not_applicable: u32,
    /// Unmet “must”.
    pub must: u32,
    /// Unmet “should”.
    pub should: u32,
    /// Unmet “hint”.
    pub hint: u32,
}

/// The guideline of a report.
#[derive(Debug, Clone, PartialEq, Serialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
pub struct GuidelineRef {
    /// Its id.
    pub id: String,
    /// Its version.
    pub version: String,
    /// SHA-256 of its canonical JSON, hex.
    pub digest: String,
    /// “mẫu (tham khảo)”.
    pub sample: bool,
    /// The record's years are before the guideline is in force, or after.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub outside: Option<Outside>,
}

/// Where the years of a record stand when a guideline is not in force in any of them.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(rename_all = "lowercase")]
pub enum Outside {
    /// They end before its first day.
    Before,
    /// They begin after its last day.
    After,
}

/// The record of a report.
#[derive(Debug, Clone, PartialEq, Serialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
pub struct RecordRef {
    /// Its id.
    pub id: String,
    /// Its revision.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub revision: Option<i64>,
    /// Only in exported reports.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub digest: Option<String>,
}

/// Points of a report.
#[derive(Debug, Clone, PartialEq, Serialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
pub struct Score {
    /// Got.
    pub got: f64,
    /// Most.
    pub max: f64,
    /// Id of the band.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub band: Option<String>,
    /// From a sample guideline.
    pub sample: bool,
}

/// What a check says. It never says that a model is recognised or not.
#[derive(Debug, Clone, PartialEq, Serialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
pub struct CheckReport {
    /// `dvk-report/1`
    pub format: String,
    /// Name and version of the software.
    pub engine: String,
    /// Day of the check.
    pub today: String,
    /// By what.
    pub guideline: GuidelineRef,
    /// Of what.
    pub record: RecordRef,
    /// Values that cannot be read or stored.
    pub errors: Vec<FieldError>,
    /// By severity, step, path, id.
    pub findings: Vec<Finding>,
    /// How many.
    pub totals: Totals,
    /// Points, when the guideline has them.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub score: Option<Score>,
    /// No errors and no unmet “must”.
    pub ready: bool,
}

/// Judges a record; the sentences are added by `messages`. With `open`, findings that are met or do not apply are left out; totals count all.
#[must_use]
pub fn report(subject: &Subject<'_>, errors: Vec<FieldError>, open: bool) -> CheckReport {
    let guideline = subject.rules.guideline();
    let mut totals = Totals::default();
    let mut findings = Vec::new();
    let judged = evaluate(subject, open);
    let score = score::of(guideline, &judged);
    for (at, judged) in judged.iter().enumerate() {
        count(&mut totals, judged);
        if open && !matches!(judged.verdict.outcome, Outcome::Unmet | Outcome::Review) {
            continue;
        }
        let mut finding = finding(judged, subject);
        finding.points = score.as_ref().and_then(|score| score.points.get(at).copied().flatten());
        let target = &finding.target;
        findings.push(((finding.severity, target.step, fields::order_of(&target.path), target.path.clone(), finding.id.clone()), finding));
    }
    let id = |path: &str| subject.text(path).to_owned();
    CheckReport {
        format: "dvk-report/1".to_owned(),
        engine: concat!("dan-van-kheo ", env!("CARGO_PKG_VERSION")).to_owned(),
        today: subject.today.to_iso(),
        guideline: GuidelineRef {
            id: guideline.id.clone(),
            version: guideline.version.clone(),
            digest: subject.rules.digest().to_owned(),
            sample: guideline.sample.unwrap_or(false),
            outside: outside(subject),
        },
        record: RecordRef {
            id: id("/id"),
            revision: pointer::get(subject.record, "/revision").and_then(Json::number).map(|number| number as i64),
            digest: None,
        },
        ready: errors.is_empty() && totals.must == 0,
        errors,
        findings: sorted(findings),
        totals,
        score: score.map(|score| score.total),
    }
}

fn count(totals: &mut Totals, judged: &Judged<'_>) {
    let of_outcome = match judged.verdict.outcome {
        Outcome::Met => &mut totals.met,
        Outcome::Unmet => &mut totals.unmet,
        Outcome::Review => &mut totals.review,
        Outcome::NotApplicable => &mut totals.not_applicable,
    };
    *of_outcome += 1;
    if judged.verdict.outcome == Outcome::Unmet {
        let of_severity = match judged.criterion.severity {
            Severity::Must => &mut totals.must,
            Severity::Should => &mut totals.should,
            Severity::Hint => &mut totals.hint,
        };
        *of_severity += 1;
    }
}

/// Places besides the first that a finding leads to; no registration has more.
const RELATED: usize = 200;

/// An open finding in short: of which criterion, why, where.
pub struct Open {
    /// Id of the criterion.
    pub criterion: String,
    /// Why.
    pub reason: &'static str,
    /// Where the focus goes.
    pub path: String,
}

/// What a report comes to, without its sentences: totals, and what is open, in the report's order.
#[must_use]
pub fn brief(subject: &Subject<'_>) -> (Totals, Vec<Open>) {
    let mut totals = Totals::default();
    let mut open = Vec::new();
    for judged in evaluate(subject, true) {
        count(&mut totals, &judged);
        let Judged { criterion, verdict } = &judged;
        if !matches!(verdict.outcome, Outcome::Unmet | Outcome::Review) {
            continue;
        }
        let path = verdict.evidence.first().map_or(&criterion.target, |evidence| &evidence.path);
        let order = (criterion.severity, step_of(path, subject), fields::order_of(path), path.clone(), identity(&judged, subject));
        open.push((order, Open { criterion: criterion.id.clone(), reason: verdict.reason, path: path.clone() }));
    }
    (totals, sorted(open))
}

/// Compared with the record's years, not with today.
fn outside(subject: &Subject<'_>) -> Option<Outside> {
    let effective = &subject.rules.guideline().effective;
    let year = |path: &str| subject.value(path).and_then(Json::number).map(|year| year as i32);
    let (from, to) = (effective.from.as_str(), effective.to.as_deref());
    let (first, last) = (year("/period/from").or(year("/period/to"))?, year("/period/to").or(year("/period/from"))?);
    let day = |year: i32, day: &str| Date::from_iso(&format!("{year:04}-{day}"));
    match (Date::from_iso(from), to.and_then(Date::from_iso)) {
        (Some(from), _) if day(last, "12-31").is_some_and(|last| last < from) => Some(Outside::Before),
        (_, Some(to)) if day(first, "01-01").is_some_and(|first| first > to) => Some(Outside::After),
        _ => None,
    }
}

fn finding(judged: &Judged<'_>, subject: &Subject<'_>) -> Finding {
    let Judged { criterion, verdict } = judged;
    let sources = &subject.rules.guideline().sources;
    let mut targets = verdict.evidence.iter().map(|evidence| target(evidence, subject));
    let first = targets.next().unwrap_or_else(|| target(&Evidence { path: first_row(&criterion.target, subject), span: None }, subject));
    Finding {
        id: identity(judged, subject),
        criterion: criterion.id.clone(),
        group: criterion.group.clone(),
        title: criterion.title.clone(),
        outcome: verdict.outcome,
        severity: criterion.severity,
        reason: verdict.reason.to_owned(),
        data: Named(verdict.data.iter().map(|(name, value)| ((*name).to_owned(), value.clone())).collect()),
        message: String::new(),
        why: criterion.why.clone(),
        how: criterion.how.clone(),
        example: criterion.example.clone(),
        because: criterion.because.clone(),
        target: first,
        related: targets.take(RELATED).collect(),
        cite: criterion
            .cite
            .iter()
            .map(|cite| {
                let source = sources.get(&cite.source);
                Cited {
                    source: cite.source.clone(),
                    clause: cite.clause.clone(),
                    title: source.map(|source| source.title.clone()).unwrap_or_default(),
                    number: source.and_then(|source| source.number.clone()),
                    quote: cite.quote.clone(),
                }
            })
            .collect(),
        points: None,
        fixes: fixes(&verdict.offers),
    }
}

/// Offers of one kind are one change, but for those of which the person takes one.
fn fixes(offers: &[Offer]) -> Vec<Fix> {
    let mut fixes: Vec<Fix> = Vec::new();
    for offer in offers {
        let edit = Edit { path: offer.path.clone(), span: offer.span.map(|Span { start, end }| [start, end]), value: offer.value.clone() };
        match fixes.iter_mut().find(|fix| fix.what == offer.what && fix.what != Change::Home) {
            Some(fix) => fix.edits.push(edit),
            None => {
                let class = if offer.what.is_safe() { FixClass::Safe } else { FixClass::Unsafe };
                fixes.push(Fix { title: String::new(), class, edits: vec![edit], what: offer.what });
            }
        }
    }
    fixes
}

/// The box of the first row where a target is that of every row, and the list where it has none.
fn first_row(path: &str, subject: &Subject<'_>) -> String {
    let Some((list, column)) = path.split_once("/*") else { return path.to_owned() };
    let rows = pointer::get(subject.record, list).and_then(Json::rows).is_some_and(|rows| !rows.is_empty());
    if rows { [list, "/0", column].concat() } else { list.to_owned() }
}

fn target(evidence: &Evidence, subject: &Subject<'_>) -> Target {
    Target {
        path: evidence.path.clone(),
        step: step_of(&evidence.path, subject),
        label: String::new(),
        span: evidence.span.map(|Span { start, end }| [start, end]),
        note: None,
    }
}

/// The step of a box, those that the guideline adds among them.
fn step_of(path: &str, subject: &Subject<'_>) -> Step {
    let extra = path.strip_prefix("/extra/").map(|id| id.split('/').next().unwrap_or_default());
    let extra = extra.and_then(|id| subject.rules.guideline().extra_fields.iter().find(|field| field.id == id));
    extra.map_or_else(|| fields::step_of(path), |field| field.step)
}

/// FNV-1a, 64 bits, of what makes a finding the same finding on another day.
fn identity(judged: &Judged<'_>, subject: &Subject<'_>) -> String {
    let mut hash: u64 = 0xcbf2_9ce4_8422_2325;
    let mut add = |text: &str| {
        for byte in text.bytes().chain([0]) {
            hash = (hash ^ u64::from(byte)).wrapping_mul(0x0100_0000_01b3);
        }
    };
    add(&subject.rules.guideline().id);
    add(&judged.criterion.id);
    add(judged.verdict.reason);
    for evidence in &judged.verdict.evidence {
        add(&evidence.path);
        if let Some(span) = evidence.span {
            add(subject.read(subject.text(&evidence.path)).reading.slice(span));
        }
    }
    format!("{hash:016x}")
}

/// The words at a span of UTF-16 code units.
#[must_use]
pub fn quoted(text: &str, span: Span) -> String {
    let units: Vec<u16> = text.encode_utf16().skip(span.start as usize).take(span.end.saturating_sub(span.start) as usize).collect();
    String::from_utf16_lossy(&units)
}
