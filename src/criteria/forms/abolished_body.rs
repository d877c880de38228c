//! Bodies and levels that exist no more since 1 July 2025: “UBND huyện”, “thị trấn”, “Ban Dân vận Tỉnh ủy”.

use super::Found;
use crate::criteria::Text;

/// Where they stand.
#[must_use]
pub fn find(_text: &Text<'_>) -> Vec<Found> {
    Vec::new()
}
