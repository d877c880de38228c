//! The end of the document: “Nơi nhận” on the left, who signs on the right, confirming bodies beside or below.

use super::body::{Body, Manner};
use super::styles::Look;
use super::table;
use crate::summary::document::Signature;
use crate::summary::forms::{LEFT_COLUMN, WIDTH, mm};
use crate::summary::wording::RECEIPT;

/// Room for a signature by hand.
const SIGNATURE: f32 = mm(25.0);
/// Room for a signature under a seal.
const SEAL: f32 = mm(30.0);
const KEEP: Manner = Manner { keep: true, before: None, align: None };

/// Writes the block of signatures, which stays on one page with the paragraph before it: who confirms must not sign a page without text.
pub fn signatures(body: &mut Body<'_>, receipt: &[String], signer: &Signature, confirmations: &[Signature]) {
    body.keep_last();
    // A single confirmation takes the left column when nothing else stands there.
    let (beside, below) = match (receipt, confirmations) {
        ([], [one]) => (Some(one), &[] as &[Signature]),
        _ => (None, confirmations),
    };
    let first = room(beside.into_iter().chain([signer]));
    body.paragraph(Look::Spacer, Manner { before: Some(body.sheet.pitch), ..KEEP }, |_| {});
    table::open(body, &[LEFT_COLUMN, WIDTH - LEFT_COLUMN], false);
    table::row(body, true, false, |body| {
        table::cell(body, LEFT_COLUMN, 1, false, |body| match beside {
            Some(one) => place(body, one, true, first),
            None => receipts(body, receipt),
        });
        table::cell(body, WIDTH - LEFT_COLUMN, 1, false, |body| place(body, signer, false, first));
    });
    if below.is_empty() {
        return table::close(body);
    }
    body.keep_last();
    table::end(body);
    // One stands on the left, under “Nơi nhận”; two beside each other.
    let widths = if below.len() == 1 { vec![LEFT_COLUMN] } else { vec![WIDTH / below.len() as f32; below.len()] };
    body.paragraph(Look::Spacer, Manner { before: Some(body.sheet.pitch * 1.5), ..KEEP }, |_| {});
    table::open(body, &widths, false);
    table::row(body, true, false, |body| {
        for (confirmation, width) in below.iter().zip(&widths) {
            table::cell(body, *width, 1, false, |body| place(body, confirmation, true, room(below)));
        }
    });
    table::close(body);
}

/// Room for the signatures of a row: names stand on one height.
fn room<'a>(row: impl IntoIterator<Item = &'a Signature>) -> f32 {
    if row.into_iter().any(|signature| signature.seal) { SEAL } else { SIGNATURE }
}

/// A place for one signature. The caption of a body that confirms stands for its authority.
fn place(body: &mut Body<'_>, signature: &Signature, confirms: bool, room: f32) {
    let position = if confirms { Look::Authority } else { Look::Position };
    let lines =
        [(signature.authority.as_deref().unwrap_or_default(), Look::Authority), (signature.position.as_str(), position), (signature.hint.as_str(), Look::Hint)];
    for (text, look) in lines.iter().filter(|(text, _)| !text.trim().is_empty()) {
        body.line(*look, KEEP, text);
    }
    body.line(Look::Signer, Manner { before: Some(room), ..Manner::default() }, signature.name.as_deref().unwrap_or_default());
}

/// “Nơi nhận:” and its lines.
fn receipts(body: &mut Body<'_>, lines: &[String]) {
    let Some(first) = lines.first() else {
        return body.spacer();
    };
    if !first.trim_start().starts_with("Nơi nhận") {
        body.line(Look::ReceiptLabel, KEEP, RECEIPT);
    }
    lines.iter().for_each(|line| body.line(Look::Receipt, KEEP, line));
}
