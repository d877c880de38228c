//! Points: bands in order, and points that lead into them.

use super::checks::figure;
use super::{Lint, member, row};
use crate::guideline::types::Criterion;
use crate::record::{ApplicantKind, Level, Stage};

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
        } else if most < scoring.max {
            self.tell("points-total", "/scoring/max", &figure(scoring.max), &figure(most));
        } else if let Some(most) = self.surely().into_iter().find(|most| *most > scoring.max) {
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
            if let Some(below) = scoring.bands.get(number.wrapping_sub(1)).filter(|below| below.min >= band.min) {
                self.tell("bands-order", &least, &figure(band.min), &figure(below.min));
            }
        }
    }

    /// What a record of every kind, stage and level can surely get together: criteria with a condition may exclude each other.
    fn surely(&self) -> Vec<f64> {
        let mut sums = Vec::new();
        for kind in [ApplicantKind::Collective, ApplicantKind::Individual] {
            for stage in [Stage::Register, Stage::Review, Stage::Recognise] {
                for level in [Level::Grassroots, Level::Commune, Level::District, Level::Province, Level::Central] {
                    let applies = |criterion: &&Criterion| {
                        criterion.when.is_none()
                            && criterion.applies_to.as_ref().is_none_or(|kinds| kinds.contains(&kind))
                            && criterion.stages.as_ref().is_none_or(|stages| stages.contains(&stage))
                            && criterion.levels.as_ref().is_none_or(|levels| levels.contains(&level))
                    };
                    sums.push(self.judged().filter(applies).filter_map(|criterion| criterion.points).sum());
                }
            }
        }
        sums
    }
}
