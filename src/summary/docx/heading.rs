//! Head of page 1: two columns without borders, the star or the rules under them; then the document's name and addressees.

use super::body::{Body, Manner};
use super::letters::width_of;
use super::styles::Look;
use super::table;
use crate::summary::document::Form;
use crate::summary::forms::{LEFT_COLUMN, Masthead, WIDTH, mm};
use crate::summary::wording::{DASHES, MOTTO, PARTY_TITLE, STATE_TITLE, listed};

/// Length of the rule under a body or a subtitle, as a share of its line: NĐ 30 says from 1/3 to 1/2.
const RULE_SHARE: f32 = 0.4;
/// The right column where Quốc hiệu stands in it: it must not break.
const RIGHT_OF_STATE: f32 = mm(100.0);
/// Space between the two columns.
const GUTTER: f32 = mm(3.0);
/// Widths of fixed texts in Times New Roman bold, em: a rule as long as they are stands below them.
const MOTTO_WIDTH: f32 = 12.242;
/// See [`MOTTO_WIDTH`].
const PARTY_WIDTH: f32 = 13.778;

/// What the heading says; see [`crate::summary::document::Block::Heading`].
pub struct Heading<'a> {
    /// Superior body.
    pub superior: Option<&'a str>,
    /// Issuing body.
    pub body: Option<&'a str>,
    /// Number line.
    pub number: Option<&'a str>,
    /// Place and date line.
    pub place_date: &'a str,
}

const KEEP: Manner = Manner { keep: true, before: None, align: None };

/// Writes the heading of a form.
pub fn heading(body: &mut Body<'_>, form: Form, heading: &Heading<'_>) {
    let alone = form == Form::Citizen && heading.superior.is_none() && heading.body.is_none() && heading.number.is_none();
    let right = if body.sheet.masthead == Masthead::State { RIGHT_OF_STATE } else { WIDTH - LEFT_COLUMN };
    let left = WIDTH - right;
    table::open(body, &[left, right], false);
    table::row(body, true, false, |body| {
        if alone {
            return table::cell(body, WIDTH, 2, false, |body| nation(body, WIDTH));
        }
        table::cell(body, left, 1, false, |body| bodies(body, heading, left - GUTTER));
        table::cell(body, right, 1, false, |body| nation(body, right));
    });
    table::row(body, true, false, |body| {
        table::cell(body, left, 1, false, |body| body.line(Look::Number, KEEP, heading.number.unwrap_or_default()));
        table::cell(body, right, 1, false, |body| body.line(Look::PlaceDate, KEEP, heading.place_date));
    });
    table::close(body);
}

/// Left column: superior body, issuing body, and the star or rule under them.
fn bodies(body: &mut Body<'_>, heading: &Heading<'_>, width: f32) {
    heading.superior.iter().for_each(|text| body.line(Look::Superior, KEEP, text));
    let Some(name) = heading.body else {
        return body.spacer();
    };
    body.line(Look::Body, KEEP, name);
    match body.sheet.masthead {
        Masthead::Party => body.line(Look::Body, KEEP, "*"),
        Masthead::State | Masthead::None => {
            let length = width_of(name, body.sheet.body).min(width) * RULE_SHARE;
            body.rule(width + GUTTER, length, true);
            body.spacer();
        }
    }
}

/// Right column: title and motto, with a rule as long as the text.
fn nation(body: &mut Body<'_>, width: f32) {
    let sheet = body.sheet;
    let length = match sheet.masthead {
        Masthead::Party => {
            body.line(Look::Nation, KEEP, PARTY_TITLE);
            PARTY_WIDTH * sheet.nation.size
        }
        Masthead::State => {
            body.line(Look::Nation, KEEP, STATE_TITLE);
            body.line(Look::Motto, KEEP, MOTTO);
            MOTTO_WIDTH * sheet.motto.size
        }
        Masthead::None => return body.spacer(),
    };
    body.rule(width, length, true);
    body.spacer();
}

/// Name of the document and what it is about: one heading in the navigation pane.
pub fn title(body: &mut Body<'_>, name: &str, subtitle: &[String]) {
    let sheet = body.sheet;
    body.paragraph(Look::Name, Manner::default(), |body| {
        body.run(None, name);
        for line in subtitle {
            body.run(Some(sheet.subtitle), &format!("\n{line}"));
        }
    });
    if let Some(last) = subtitle.last() {
        match sheet.masthead {
            Masthead::Party => body.line(Look::Nation, KEEP, DASHES),
            Masthead::State | Masthead::None => {
                let length = width_of(last, sheet.subtitle).min(WIDTH) * RULE_SHARE;
                body.rule(WIDTH, length, true);
            }
        }
    }
    body.paragraph(Look::Spacer, Manner { keep: true, before: Some(sheet.gap), align: None }, |_| {});
}

/// “Kính gửi:” centred with one recipient on its line, or with a list of several after it.
pub fn addressed(body: &mut Body<'_>, to: &[String]) {
    let label = Some(body.sheet.address_label);
    let indent = mm(45.0);
    match to {
        [] => {}
        [one] => body.paragraph(Look::Addressed, Manner::default(), |body| {
            body.run(label, "Kính gửi: ");
            body.run(None, one);
        }),
        several => {
            table::open(body, &[indent, WIDTH - indent], false);
            table::row(body, true, false, |body| {
                table::cell(body, indent, 1, false, |body| {
                    body.paragraph(Look::Addressed, Manner { align: Some("right"), ..KEEP }, |body| body.run(label, "Kính gửi:\u{a0}"));
                });
                table::cell(body, WIDTH - indent, 1, false, |body| {
                    for (index, name) in several.iter().enumerate() {
                        let before = (index > 0).then_some(0.0);
                        body.line(
                            Look::Addressed,
                            Manner { keep: true, before, align: Some("left") },
                            &format!("-\u{a0}{}", listed(name, index + 1 == several.len())),
                        );
                    }
                });
            });
            table::close(body);
        }
    }
}
