//! What has the right shape and is wrong all the same.

use super::Guideline;
use crate::json::Problem;

/// Every problem of a guideline; `base` is what it extends.
#[must_use]
pub fn lint(_guideline: &Guideline, _base: Option<&Guideline>) -> Vec<Problem> {
    Vec::new()
}
