//! Widths of a table's columns from their shares.

use super::document::{Align, Cells, Column};
use super::forms::WIDTH;

/// Characters of a cell beyond which a column asks for no more room.
const MOST_NEED: f32 = 400.0;

/// The shares that a document names, those of words weighed by what they hold; what is no share counts as none.
pub fn shares(columns: &[Column], rows: &[Vec<String>]) -> Vec<f32> {
    let shares: Vec<f32> = columns.iter().map(|column| if column.share.is_finite() { column.share.max(0.0) as f32 } else { 0.0 }).collect();
    weighed(&shares, columns, rows)
}

/// Shares of the columns of words, half as planned and half by the longest of their cells: a long answer gets room from a short one.
fn weighed(shares: &[f32], columns: &[Column], rows: &[Vec<String>]) -> Vec<f32> {
    // Of two columns the first has labels: they keep their room.
    let words: Vec<bool> = columns.iter().map(|column| columns.len() > 2 && column.align == Align::Left && column.cells == Cells::Read).collect();
    let longest = |index: usize| rows.iter().filter_map(|row| row.get(index)).map(|text| text.chars().count()).max().unwrap_or_default() as f32;
    let needs: Vec<f32> = words.iter().enumerate().map(|(index, words)| if *words { longest(index).min(MOST_NEED) } else { 0.0 }).collect();
    let planned: f32 = shares.iter().zip(&words).filter(|(_, words)| **words).map(|(share, _)| share).sum();
    let needed: f32 = needs.iter().sum();
    let weigh = |share: f32, need: f32, words: bool| if words && needed > 0.0 { (share + planned * need / needed) / 2.0 } else { share };
    shares.iter().zip(&needs).zip(&words).map(|((share, need), words)| weigh(*share, *need, *words)).collect()
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
    fn a_long_answer_gets_room_from_a_short_one() {
        let columns = [Column::new("TT", 1.0, Align::Center), Column::new("A", 4.0, Align::Left), Column::new("B", 4.0, Align::Left)];
        assert_eq!(shares(&columns, &[vec!["1".into(), "x".repeat(30), "x".repeat(90)]]), [1.0, 3.0, 5.0]);
        assert_eq!(shares(&columns, &[]), [1.0, 4.0, 4.0]);
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
