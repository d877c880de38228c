//! One-line assertions for the tests of forms.

use super::Found;
use crate::criteria::Text;

/// What a form finds in a text, as it stands there.
pub fn quotes(find: fn(&Text<'_>) -> Vec<Found>, text: &str) -> Vec<String> {
    super::testing::on(text, |text| find(text).iter().map(|found| text.quote(found.span)).collect())
}

#[track_caller]
pub fn found(find: fn(&Text<'_>) -> Vec<Found>, text: &str, expected: &[&str]) {
    assert_eq!(quotes(find, text), expected, "{text}");
}

#[track_caller]
pub fn none(find: fn(&Text<'_>) -> Vec<Found>, text: &str) {
    found(find, text, &[]);
}

/// Any answer will do, in time.
pub fn reads(find: fn(&Text<'_>) -> Vec<Found>, text: &str) {
    quotes(find, text);
}
