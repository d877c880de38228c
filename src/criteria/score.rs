//! Points, where a guideline has them: got when a criterion is met; what people judge brings points only when people give them.

use super::Judged;
use super::report::{Points, Score};
use crate::guideline::{Guideline, Outcome};

/// Points of every verdict, and their sum.
pub struct Scored {
    /// One for each verdict; a criterion with several verdicts has its points at the first.
    pub points: Vec<Option<Points>>,
    /// The sum.
    pub total: Score,
}

/// Counts points; nothing when the guideline has none.
#[must_use]
pub fn of(guideline: &Guideline, judged: &[Judged<'_>]) -> Option<Scored> {
    let scoring = guideline.scoring.as_ref()?;
    let mut points = Vec::with_capacity(judged.len());
    let mut got = 0.0_f64;
    let mut last = "";
    for Judged { criterion, verdict } in judged {
        let first = last != criterion.id;
        last = &criterion.id;
        points.push(match (criterion.points, verdict.outcome) {
            (Some(max), Outcome::Met) if first => Some(Points { got: max, max }),
            (Some(max), Outcome::Unmet) if first => Some(Points { got: 0.0, max }),
            _ => None,
        });
        got += points.last().copied().flatten().map_or(0.0, |points| points.got);
    }
    // 0.7 + 0.1 is to reach a band from 0.8
    let got = (got * 1e6_f64).round() / 1e6;
    let mut band: Option<&crate::guideline::Band> = None;
    for candidate in scoring.bands.iter().filter(|band| band.min <= got) {
        if band.is_none_or(|band| band.min <= candidate.min) {
            band = Some(candidate);
        }
    }
    let total = Score { got, max: scoring.max, band: band.map(|band| band.id.clone()), sample: guideline.sample.unwrap_or(false) };
    Some(Scored { points, total })
}
