//! Provinces that exist no more since 1 July 2025.

use super::Found;
use crate::criteria::Text;
use crate::units::Units;

/// Where they stand.
#[must_use]
pub fn find(_text: &Text<'_>, _units: &Units) -> Vec<Found> {
    Vec::new()
}
