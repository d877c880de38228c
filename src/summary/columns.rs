//! Widths of a table's columns from their shares.

use super::document::Column;
use super::forms::WIDTH;

/// The shares that a document names; what is no share counts as none.
pub fn shares(columns: &[Column]) -> Vec<f32> {
    columns.iter().map(|column| if column.share.is_finite() { column.share.max(0.0) as f32 } else { 0.0 }).collect()
}

/// Gives each column its share of [`WIDTH`]; those that would get less than their least get that, the others share what is left.
pub fn share_out(shares: &[f32], least: &[f32]) -> Vec<f32> {
    let mut fixed: Vec<bool> = shares.iter().map(|share| *share <= 0.0).collect();
    loop {
        let taken: f32 = least.iter().zip(&fixed).filter(|(_, fixed)| **fixed).map(|(least, _)| least).sum();
        let total: f32 = shares.iter().zip(&fixed).filter(|(_, fixed)| !**fixed).map(|(share, _)| share).sum();
        let width = |share: f32, least: f32, fixed: bool| if fixed || total <= 0.0 { least } else { (WIDTH - taken) * share / total };
        let widths: Vec<f32> = shares.iter().zip(least).zip(&fixed).map(|((share, least), fixed)| width(*share, *least, *fixed)).collect();
        let mut changed = false;
        for ((fixed, width), least) in fixed.iter_mut().zip(&widths).zip(least) {
            if !*fixed && width < least {
                (*fixed, changed) = (true, true);
            }
        }
        if !changed {
            let sum: f32 = widths.iter().sum();
            return if sum > 0.0 { widths.iter().map(|width| width * WIDTH / sum).collect() } else { widths };
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[track_caller]
    fn assert_near(actual: f32, expected: f32) {
        assert!((actual - expected).abs() < 0.05, "{actual} is not {expected}");
    }

    #[test]
    fn shares_become_widths() {
        let widths = share_out(&[1.0, 3.0], &[0.0, 0.0]);
        assert_near(widths[0], WIDTH / 4.0);
        assert_near(widths[1], WIDTH * 0.75);
    }

    #[test]
    fn a_small_share_gets_its_least_and_the_sum_stays() {
        let widths = share_out(&[0.1, 5.0, 5.0], &[40.0, 10.0, 10.0]);
        assert_near(widths[0], 40.0);
        assert_near(widths.iter().sum(), WIDTH);
        assert_near(share_out(&[0.0, 0.0], &[10.0, 10.0]).iter().sum(), WIDTH);
    }
}
