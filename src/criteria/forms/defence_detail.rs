//! Details of defence that do not belong in a public paper: numbers of troops and weapons, positions, schedules.

use super::Found;
use crate::criteria::Text;

/// Where they stand.
#[must_use]
pub fn find(_text: &Text<'_>) -> Vec<Found> {
    Vec::new()
}
