//! The form in the browser: a record's tree, shown in five steps inside one shadow root.
//!
//! Controls are native and uncontrolled; one listener for each event type stands at the root. The engine is another module: the form asks its [`Host`]
//! for reports and documents as JSON text and goes on without them while they are not there.
//!
//! - [`state`]: what the form knows.  [`events`], [`row_events`]: what a person does.  [`app`]: what JavaScript may call.  [`records`]: whole records come and go.
//! - [`guide`]: what the guideline says of the form: names, help, boxes of its own, chuyên đề.
//! - [`frame`], [`steps`], [`field`], [`options`], [`places`], [`rows`], [`review`], [`document`]: what is shown.
//! - [`findings`] beside the boxes and in the summary, [`panel`] on the last step, [`detail`] in both; [`fix`]: changes that are offered; [`replies`]: answers.
//! - [`wording`]: Vietnamese, another language or the portal’s own words.
//! - [`mend`]: the repair of pasted text that is offered below its box.

mod app;
mod detail;
mod document;
mod dom;
mod events;
mod field;
mod findings;
mod fix;
mod frame;
mod guide;
mod host;
mod mend;
mod options;
mod panel;
mod places;
mod records;
mod replies;
mod review;
mod row_events;
mod rows;
mod state;
mod steps;
mod wording;
