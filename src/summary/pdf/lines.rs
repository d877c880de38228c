//! Where a paragraph breaks into lines: greedy, at spaces.
//!
//! What is wider than a line breaks at a tie, else after “/”, else after “-”, else between any two characters, so that nothing typed is ever cut off.

use std::ops::Range;

use super::shape::{Cluster, Kind, Shaped};

/// Widths are sums of rounded advances: this much too wide still fits, in points.
const TOLERANCE: f32 = 0.01;

/// One line of a paragraph.
#[derive(Debug, Clone, PartialEq)]
pub struct Line {
    /// What is drawn; may end with the space at which the line was broken, so that copied words do not run together.
    pub clusters: Range<usize>,
    /// Without that space, in points.
    pub width: f32,
    /// Spaces that justifying may widen.
    pub gaps: usize,
    /// The paragraph ends here.
    pub last: bool,
}

/// A place to end a line.
#[derive(Clone, Copy)]
struct Stop {
    end: usize,
    next: usize,
    width: f32,
    gaps: usize,
}

/// Breaks a paragraph into lines of at most `first`, then `rest` points. An empty paragraph has one empty line.
pub fn break_lines(shaped: &Shaped, first: f32, rest: f32) -> Vec<Line> {
    let mut lines = Vec::new();
    let mut start = 0;
    loop {
        let room = if lines.is_empty() { first } else { rest };
        let stop = next_stop(&shaped.clusters, start, room);
        let drawn = if stop.next > stop.end { stop.end + 1 } else { stop.end };
        let last = stop.next >= shaped.clusters.len();
        lines.push(Line { clusters: start..drawn, width: stop.width, gaps: stop.gaps, last });
        if last {
            return lines;
        }
        start = stop.next;
    }
}

/// Breaks a centred paragraph into as few lines as fit, as equal as they can be, so that no word is left alone on the last.
pub fn break_evenly(shaped: &Shaped, width: f32) -> Vec<Line> {
    let mut lines = break_lines(shaped, width, width);
    let words = shaped.clusters.split(|cluster| cluster.kind == Kind::Space);
    let longest = words.map(|word| word.iter().map(|cluster| cluster.advance).sum()).fold(0.0_f32, f32::max);
    let (mut narrow, mut wide) = (longest, width);
    while lines.len() > 1 && wide - narrow > 1.0 {
        let middle = (narrow + wide) / 2.0;
        let tried = break_lines(shaped, middle, middle);
        if tried.len() == lines.len() {
            (lines, wide) = (tried, middle);
        } else {
            narrow = middle;
        }
    }
    lines
}

fn next_stop(clusters: &[Cluster], start: usize, room: f32) -> Stop {
    let mut at_space: Option<Stop> = None;
    let (mut at_tie, mut at_slash, mut at_hyphen): (Option<Stop>, Option<Stop>, Option<Stop>) = (None, None, None);
    let (mut width, mut gaps) = (0.0, 0);
    for (index, cluster) in clusters.iter().enumerate().skip(start) {
        if cluster.kind == Kind::Space {
            match &mut at_space {
                Some(stop) if stop.next == index => stop.next = index + 1,
                _ => at_space = Some(Stop { end: index, next: index + 1, width, gaps }),
            }
            gaps += 1;
        } else if width + cluster.advance > room + TOLERANCE && index > start {
            return at_space.or(at_tie).or(at_slash).or(at_hyphen).unwrap_or(Stop { end: index, next: index, width, gaps });
        }
        if cluster.kind == Kind::Tie {
            at_tie = Some(Stop { end: index, next: index + 1, width, gaps });
            gaps += 1;
        }
        width += cluster.advance;
        let here = Some(Stop { end: index + 1, next: index + 1, width, gaps });
        match cluster.kind {
            Kind::Slash => at_slash = here,
            Kind::Hyphen => at_hyphen = here,
            Kind::Letter | Kind::Space | Kind::Tie => {}
        }
    }
    Stop { end: clusters.len(), next: clusters.len(), width, gaps }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::summary::pdf::fonts::{Fonts, Style};
    use crate::summary::pdf::shape::shape;

    #[track_caller]
    fn lines(text: &str, first: f32, rest: f32) -> Vec<String> {
        let shaped = shape(&Fonts::load().unwrap(), &[(text, Style::default())], 10.0);
        let lines = break_lines(&shaped, first, rest);
        for line in &lines {
            assert!(line.width <= first.max(rest) + 0.02 || line.clusters.len() == 1, "{line:?}");
        }
        let text = |line: &Line| shaped.clusters[line.clusters.clone()].iter().filter_map(|cluster| shaped.text.get(cluster.text.clone())).collect();
        lines.iter().map(text).collect()
    }

    #[test]
    fn breaks_at_spaces() {
        assert_eq!(lines("một hai ba", 1000.0, 1000.0), ["một hai ba"]);
        assert_eq!(lines("một hai ba", 32.0, 32.0), ["một hai ", "ba"]);
        assert_eq!(lines("một  hai", 16.0, 30.0), ["một ", "hai"]);
        assert_eq!(lines("", 30.0, 30.0), [""]);
    }

    #[test]
    fn the_first_line_may_be_shorter() {
        assert_eq!(lines("aa aa aa", 10.0, 30.0), ["aa ", "aa aa"]);
    }

    #[test]
    fn a_tie_breaks_only_what_is_wider_than_a_line() {
        assert_eq!(lines("aa aa\u{a0}aa", 22.0, 22.0), ["aa ", "aa aa"]);
        assert_eq!(lines("b aa\u{a0}aa", 18.0, 18.0), ["b ", "aa ", "aa"]);
    }

    #[test]
    fn a_word_wider_than_the_line_is_never_cut() {
        let word = "x".repeat(300);
        assert_eq!(lines(&word, 101.0, 51.0).concat(), word);
        assert_eq!(lines(&word, 101.0, 51.0)[0].len(), 20);
        assert_eq!(lines("aa/bb-cc", 18.0, 18.0), ["aa/", "bb-", "cc"]);
        assert_eq!(lines("aa/bb-cc", 26.0, 26.0), ["aa/", "bb-cc"]);
        assert_eq!(lines("aa bb/cc", 22.0, 22.0), ["aa ", "bb/cc"]);
        assert_eq!(lines("mm", 1.0, 1.0), ["m", "m"]);
    }

    #[test]
    fn centred_lines_are_of_like_length() {
        let shaped = shape(&Fonts::load().unwrap(), &[("aaa aaa aaa aaa aaa a", Style::default())], 10.0);
        let width = 15.0 * 4.5 + 4.0 * 2.5;
        assert_eq!(break_lines(&shaped, width, width).iter().map(|line| line.gaps).collect::<Vec<_>>(), [4, 0]);
        assert_eq!(break_evenly(&shaped, width).iter().map(|line| line.gaps).collect::<Vec<_>>(), [2, 2]);
        assert_eq!(break_evenly(&shaped, 5.0), break_lines(&shaped, 5.0, 5.0));
    }

    #[test]
    fn gaps_count_only_the_spaces_within_the_line() {
        let shaped = shape(&Fonts::load().unwrap(), &[("aa aa aa", Style::default())], 10.0);
        let broken = break_lines(&shaped, 25.0, 25.0);
        assert_eq!(broken.iter().map(|line| (line.gaps, line.last)).collect::<Vec<_>>(), [(1, false), (0, true)]);
    }
}
