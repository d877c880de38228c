//! Places: “thôn …”, “tổ dân phố …”, units of the list.

use super::Found;
use crate::criteria::Text;
use crate::units::Units;

/// Where they stand.
#[must_use]
pub fn find(_text: &Text<'_>, _units: Option<&Units>) -> Vec<Found> {
    Vec::new()
}
