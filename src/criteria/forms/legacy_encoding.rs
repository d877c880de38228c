//! Text of TCVN3 or VNI, or UTF-8 that was read as something else.

use super::Found;
use crate::criteria::Text;

/// Where they stand.
#[must_use]
pub fn find(_text: &Text<'_>) -> Vec<Found> {
    Vec::new()
}
