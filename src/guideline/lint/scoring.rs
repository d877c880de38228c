//! Points: bands in order, and points that lead into them.

use super::checks::figure;
use super::{Lint, member, row};
use crate::guideline::check::Check;

impl Lint<'_> {
    pub(super) fn scoring(&mut self) {
        let own = self.guideline;
        for (number, criterion) in own.criteria.iter().enumerate() {
            let at = member(&row("/criteria", number), "points");
            match criterion.points {
                Some(points) if points < 0.0 => self.tell("out-of-range", &at, &figure(points), "0"),
                Some(points) if !self.both().any(|guideline| guideline.scoring.is_some()) => {
                    self.tell("points-without-scoring", &at, &figure(points), "");
                }
                _ => {}
            }
        }
        let Some(scoring) = &own.scoring else { return };
        let most: f64 = self.judged().filter_map(|criterion| criterion.points).sum();
        if !self.judged().any(|criterion| criterion.points.is_some()) {
            self.tell("scoring-without-points", "/scoring", "", "");
        } else if most < scoring.max - SLIGHT || self.all_together() && most > scoring.max + SLIGHT {
            self.tell("points-total", "/scoring/max", &figure(scoring.max), &figure(most));
        }
        let bands = "/scoring/bands";
        self.least(scoring.bands.len(), 1, bands);
        self.ids(scoring.bands.iter().map(|band| &band.id), bands);
        for (number, band) in scoring.bands.iter().enumerate() {
            let at = row(bands, number);
            self.filled(&band.label, &member(&at, "label"));
            let least = member(&at, "min");
            self.between(band.min, 0.0, scoring.max, &least);
            if scoring.bands.iter().take(number).any(|other| (other.min - band.min).abs() < SLIGHT) {
                self.tell("same-band", &least, &figure(band.min), "");
            }
        }
    }

    /// Whether one record can surely have the points of all criteria: none asks for a case, and no check for a choice, which another may exclude.
    fn all_together(&self) -> bool {
        self.judged().filter(|criterion| criterion.points.is_some()).all(|criterion| {
            let always = criterion.when.is_none() && criterion.applies_to.is_none() && criterion.stages.is_none() && criterion.levels.is_none();
            always && !chooses(&criterion.check)
        })
    }
}

/// What sums of points may differ by.
const SLIGHT: f64 = 1e-6;

/// Whether a check rests on a choice somewhere.
fn chooses(check: &Check) -> bool {
    if let Check::All(params) | Check::Any(params) = check {
        return params.of.iter().any(chooses);
    }
    matches!(check, Check::OneOf(_) | Check::Not(_))
}
