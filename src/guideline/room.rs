//! What the parameters of a check leave of what its kind can say.

use super::check::{Check, PatternName, Window};
use super::reasons::Reason;
use super::types::Outcome;

/// Whether the parameters leave room for a reason.
pub(super) fn can(check: &Check, reason: &Reason) -> bool {
    let name = reason.name;
    if let Check::Statement(params) = check {
        return given(name, "too-short", params.min_words.is_some_and(|least| least > 0)) && (params.done || !matches!(name, "planned" | "uncounted"));
    }
    if let Check::Length(params) = check {
        return given(name, "too-short", params.min.is_some()) && given(name, "too-long", params.max.is_some());
    }
    if let Check::Count(params) = check {
        return given(name, "too-few", params.min.is_some_and(|least| least > 0)) && given(name, "too-many", params.max.is_some());
    }
    if let Check::Number(params) = check {
        return given(name, "too-small", params.min.is_some())
            && given(name, "too-large", params.max.is_some())
            && given(name, "above", params.not_above.is_some())
            && given(name, "no-units", params.place.is_some());
    }
    if let Check::Percent(params) = check {
        return given(name, "no-base", !params.base.is_empty());
    }
    if let Check::Duration(params) = check {
        return given(name, "too-short", params.min_days.is_some_and(|least| least > 1)) && given(name, "too-long", params.max_days.is_some());
    }
    if let Check::Mentions(params) = check {
        return given(name, "not-named", params.min != Some(0));
    }
    if let Check::Within(params) = check {
        let Window::Days(days) = &params.window else { return true };
        let (from, to) = (days.from.is_some(), days.to.is_some());
        return if from || to { given(name, "before", from) && given(name, "after", to) && name != "no-window" } else { name == "no-window" };
    }
    if let Check::Names(params) = check {
        return reason.outcome != Outcome::Unmet || (name == "no-content") == params.content;
    }
    if let Check::Pattern(params) = check {
        return match reason.outcome {
            Outcome::Unmet => name == pattern_fault(params.name, params.forbid) || name == "old-number" && !params.forbid && params.name == PatternName::Phone,
            Outcome::Met | Outcome::Review => true,
            Outcome::NotApplicable => given(name, "no-units", params.name == PatternName::OldPlaceName),
        };
    }
    true
}

/// A reason that needs a parameter is there with it alone.
fn given(name: &str, reason: &str, parameter: bool) -> bool {
    name != reason || parameter
}

fn pattern_fault(name: PatternName, forbid: bool) -> &'static str {
    match (name, forbid) {
        (PatternName::NamedHardship, true) => "named",
        (_, true) => "found",
        (PatternName::Phone, false) => "not-a-phone",
        (PatternName::DocumentNumber, false) => "not-a-number",
        (_, false) => "not-found",
    }
}

/// Whether a figure is not there because the parameter that it repeats is not.
pub(super) fn lacks(check: &Check, name: &str) -> bool {
    let absent = |min: Option<usize>, max: Option<usize>| name == "min" && min.is_none() || name == "max" && max.is_none();
    if let Check::Length(params) = check {
        return absent(params.min, params.max);
    }
    if let Check::Count(params) = check {
        return absent(params.min, params.max);
    }
    let Check::Present(params) = check else { return false };
    name == "atLeast" && params.at_least.is_none()
}
