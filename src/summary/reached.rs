//! How far a target was reached, in figures: “94,5% chỉ tiêu”, “còn cao hơn chỉ tiêu 2 hộ”. It states the distance and judges nothing.

use crate::record::Target;
use crate::text::number;

/// What stands under “So với chỉ tiêu”; nothing where a figure is missing.
///
/// A figure that is to rise is compared by its share of the target. One that is to fall, a percentage, and a target of 0 have no sensible share: there the
/// difference is told.
pub fn reached(target: &Target) -> String {
    let (Some(actual), Some(aim)) = (target.actual, target.target) else { return String::new() };
    let unit = target.unit.as_deref().unwrap_or_default().trim();
    let (falls, percent) = (falls(target), is_percent(target));
    if !falls && !percent && aim > 0.0 {
        return format!("{}% chỉ tiêu", share(actual, aim));
    }
    let difference = actual - aim;
    let shown = number::show(difference.abs());
    if shown == "0" {
        return "bằng chỉ tiêu".to_owned();
    }
    let unit = if percent { "điểm phần trăm" } else { unit };
    let distance = format!("{shown} {unit}");
    match (difference > 0.0, falls) {
        (true, true) => format!("còn cao hơn chỉ tiêu {}", distance.trim_end()),
        (true, false) => format!("cao hơn chỉ tiêu {}", distance.trim_end()),
        (false, _) => format!("thấp hơn chỉ tiêu {}", distance.trim_end()),
    }
}

/// Whether less is wanted than there was.
pub fn falls(target: &Target) -> bool {
    target.baseline.zip(target.target).is_some_and(|(baseline, aim)| aim < baseline)
}

/// Whether it is counted in per cent: “%”, “% (trên tổng số hộ)”.
pub fn is_percent(target: &Target) -> bool {
    target.unit.as_deref().is_some_and(|unit| unit.trim_start().starts_with('%'))
}

/// Percentage with one decimal. What is nearly all of a target is not rounded up to all of it, nor a little down to nothing.
fn share(actual: f64, aim: f64) -> String {
    let rounded = (actual / aim * 1000.0 + 0.5).floor() / 10.0;
    if rounded >= 100.0 && actual < aim {
        "99,9".to_owned()
    } else if rounded <= 0.0 && actual > 0.0 {
        "dưới 0,1".to_owned()
    } else {
        number::show(rounded)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[track_caller]
    fn is(baseline: Option<f64>, target: Option<f64>, actual: Option<f64>, unit: &str, said: &str) {
        assert_eq!(reached(&Target { baseline, target, actual, unit: Some(unit.to_owned()), ..Target::default() }), said);
    }

    #[test]
    fn a_figure_that_rises_is_a_share() {
        is(Some(0.0), Some(55.0), Some(52.0), "hộ", "94,5% chỉ tiêu");
        is(None, Some(55.0), Some(55.0), "hộ", "100% chỉ tiêu");
        is(None, Some(1100.0), Some(1240.0), "m²", "112,7% chỉ tiêu");
        is(Some(3.2), Some(12.0), Some(0.0), "tấn", "0% chỉ tiêu");
    }

    #[test]
    fn nearly_all_is_not_all() {
        is(None, Some(10_000.0), Some(9_999.0), "hộ", "99,9% chỉ tiêu");
        is(None, Some(10_000.0), Some(10_001.0), "hộ", "100% chỉ tiêu");
        is(None, Some(10_000.0), Some(1.0), "hộ", "dưới 0,1% chỉ tiêu");
    }

    #[test]
    fn a_figure_that_falls_and_a_percentage_are_differences() {
        is(Some(25.0), Some(10.0), Some(12.0), "phút", "còn cao hơn chỉ tiêu 2 phút");
        is(Some(25.0), Some(10.0), Some(8.5), "phút", "thấp hơn chỉ tiêu 1,5 phút");
        is(Some(25.0), Some(10.0), Some(10.0), "phút", "bằng chỉ tiêu");
        is(Some(58.0), Some(95.0), Some(90.3), "%", "thấp hơn chỉ tiêu 4,7 điểm phần trăm");
        is(None, Some(95.0), Some(97.0), "%", "cao hơn chỉ tiêu 2 điểm phần trăm");
        is(None, Some(0.0), Some(3.0), "vụ", "cao hơn chỉ tiêu 3 vụ");
        is(Some(0.1), Some(0.3), Some(0.1 + 0.2), "%", "bằng chỉ tiêu");
    }

    #[test]
    fn a_missing_figure_says_nothing() {
        is(None, None, Some(3.0), "vụ", "");
        is(None, Some(3.0), None, "vụ", "");
        is(None, Some(3.0), Some(4.0), "", "133,3% chỉ tiêu");
        is(Some(9.0), Some(3.0), Some(4.0), "", "còn cao hơn chỉ tiêu 1");
    }
}
