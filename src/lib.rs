//! Registration of a “mô hình Dân vận khéo”: the form, the checks, the summaries, the JavaScript API.
//!
//! The way of the data, every step a plain function of its arguments:
//!
//! ```text
//! text, a file ── json ──► Registration ── criteria ──► CheckReport ── summary ──► Document ──► html, text, pdf
//!                          (record)                     (+ messages)
//! ```
//!
//! | module | what it is | knows |
//! |---|---|---|
//! | `order` | one stable sort for all | nothing |
//! | [`json`] | JSON as an ordered tree, with limits and paths | nothing |
//! | [`text`] | Vietnamese numbers, money, dates, phones, phrases | nothing |
//! | [`units`] | provinces and communes, a dated list | json, text |
//! | [`record`] | the registration | json, text |
//! | [`guideline`] | the criteria of one body, as data | json, text, record |
//! | [`portal`] | where the form stands | json, text, record |
//! | [`criteria`] | judges a record by a guideline | the above |
//! | [`messages`] | every sentence for people | the above |
//! | `pdf_read` | the record out of a PDF, and whether the file was changed | nothing |
//! | [`summary`] | the printed document | the above |
//! | [`rollup`] | many registrations as one list with totals | the above |
//! | `api`, `ui` | WebAssembly exports, the form in the browser | all |
//!
//! ```
//! use dan_van_kheo::{criteria, messages, record, text::date::Date};
//!
//! let record = record::parse(br#"{"format":"dvk-registration/1","id":"01999999-0000-7000-8000-000000000001"}"#).map_err(|_| "record")?;
//! let rules = criteria::Rules::mau().map_err(|_| "guideline")?;
//! let tree = dan_van_kheo::json::tree(&record);
//! let subject = criteria::Subject::new(&rules, &tree, Date::new(2026, 6, 1).ok_or("day")?);
//! let mut report = criteria::report::report(&subject, record::validate(&record), false);
//! messages::tell(&mut report, rules.guideline(), false);
//! assert!(!report.ready && report.findings.iter().any(|finding| finding.criterion == "R01"));
//! # Ok::<(), &str>(())
//! ```

mod ahead;
#[cfg(feature = "api")]
mod api;
pub mod criteria;
#[cfg(feature = "docx-web")]
mod docx_module;
pub mod engine;
pub mod guideline;
pub mod json;
pub mod messages;
mod order;
#[cfg(feature = "pdf-web")]
mod pdf_module;
#[cfg(feature = "pdf")]
pub mod pdf_read;
pub mod portal;
pub mod record;
pub mod rollup;
pub mod summary;
pub mod text;
#[cfg(feature = "form")]
mod ui;
pub mod units;
