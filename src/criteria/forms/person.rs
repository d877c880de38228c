//! Persons by name: “ông Nguyễn Văn A”, “đồng chí Lê Thị B”.

use super::Found;
use crate::criteria::Text;

/// Where they stand.
#[must_use]
pub fn find(_text: &Text<'_>) -> Vec<Found> {
    Vec::new()
}
