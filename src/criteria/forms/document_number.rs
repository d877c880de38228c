//! Number and symbol of a document: “35-CT/TU”, “249/MTTQ-BTT”, “30/2020/NĐ-CP”.

use super::Found;
use crate::criteria::Text;

/// Where they stand.
#[must_use]
pub fn find(_text: &Text<'_>) -> Vec<Found> {
    Vec::new()
}
