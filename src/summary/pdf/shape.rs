//! Characters into glyphs in reading order: one cluster per visible character.
//!
//! Vietnamese in NFC needs no shaping engine: a glyph per character, no kerning. Marks that have no composed letter (ê̆ of the Ê Đê alphabet) are
//! put over their letter's middle. A character the faces lack is drawn as a box that still copies as itself.

use std::ops::Range;

use super::fonts::{Face, Fonts, Style};

/// Text in one style, before it is set.
pub type Piece<'a> = (&'a str, Style);

/// Where a line may end.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Kind {
    /// Not here.
    Letter,
    /// Here; the space itself is not printed.
    Space,
    /// At this space only when what it ties together is wider than a line.
    Tie,
    /// After it, in a word that no line can hold.
    Slash,
    /// After it, in such a word without a slash.
    Hyphen,
}

/// A visible character.
#[derive(Debug, Clone, PartialEq)]
pub struct Cluster {
    /// Its bytes in [`Shaped::text`].
    pub text: Range<usize>,
    /// The face it is drawn with.
    pub style: Style,
    /// In the face.
    pub glyph: u32,
    /// Width in points.
    pub advance: f32,
    /// Where a line may end.
    pub kind: Kind,
    /// Marks over or under it: glyph, and offset in points from the cluster's start and from the baseline, y upwards.
    pub marks: Vec<(u32, f32, f32)>,
}

/// A paragraph in glyphs.
#[derive(Debug, Clone, PartialEq)]
pub struct Shaped {
    /// What copying gives.
    pub text: String,
    /// Points.
    pub size: f32,
    /// In reading order.
    pub clusters: Vec<Cluster>,
    /// Characters without a glyph.
    pub missing: Vec<char>,
}

/// Shapes the pieces of one paragraph; spaces at its ends are dropped.
pub fn shape(fonts: &Fonts, pieces: &[Piece<'_>], size: f32) -> Shaped {
    let mut shaped = Shaped { text: String::new(), size, clusters: Vec::new(), missing: Vec::new() };
    for (text, style) in pieces {
        for character in text.chars() {
            shaped.push(fonts.face(*style), *style, character);
        }
    }
    while shaped.clusters.last().is_some_and(|last| last.kind == Kind::Space) {
        shaped.clusters.pop();
    }
    shaped
}

impl Shaped {
    /// Width of all clusters on one line, in points.
    pub fn width(&self) -> f32 {
        self.clusters.iter().map(|cluster| cluster.advance).sum()
    }

    fn push(&mut self, face: &Face, style: Style, character: char) {
        let (character, kind) = match character {
            ' ' | '\t' | '\n' | '\u{2000}'..='\u{2006}' | '\u{2008}'..='\u{200a}' | '\u{3000}' => (' ', Kind::Space),
            '\u{a0}' => (' ', Kind::Tie),
            '\u{2007}' | '\u{202f}' => (' ', Kind::Letter),
            '\u{2010}' | '\u{2011}' => ('-', Kind::Letter),
            '/' => ('/', Kind::Slash),
            '-' => ('-', Kind::Hyphen),
            _ => (character, Kind::Letter),
        };
        if kind == Kind::Space && self.clusters.is_empty() {
            return;
        }
        if is_invisible(character) {
            return self.extend_missing(character);
        }
        if is_mark(character) && self.attach(face, character) {
            return;
        }
        let start = self.text.len();
        let (glyph, advance) = face.glyph(character).unwrap_or_else(|| {
            self.missing.push(character);
            face.glyph('□').unwrap_or_default()
        });
        // PDF/A forbids text in the private use area.
        self.text.push(if is_private(character) { '\u{fffd}' } else { character });
        self.clusters.push(Cluster { text: start..self.text.len(), style, glyph, advance: advance * self.size, kind, marks: Vec::new() });
    }

    /// Joiners and selectors belong to the emoji before them; elsewhere they have no use on paper.
    fn extend_missing(&mut self, character: char) {
        let (Some(last), Some(missing)) = (self.clusters.last_mut(), self.missing.last()) else { return };
        if is_joiner(character) && self.text.get(last.text.clone()).is_some_and(|text| text.starts_with(*missing)) {
            self.text.push(character);
            last.text.end = self.text.len();
        }
    }

    /// Puts a combining mark on the cluster before it.
    fn attach(&mut self, face: &Face, character: char) -> bool {
        let Some(base) = self.clusters.last_mut().filter(|base| base.kind == Kind::Letter) else { return false };
        let Some((mark, _)) = face.glyph(character) else { return false };
        let (Some(letter), Some(ink)) = (face.ink(base.glyph), face.ink(mark)) else { return false };
        let x = (letter.x_min + letter.x_max - ink.x_min - ink.x_max) / 2.0 * self.size;
        let top = letter.y_max + 0.03;
        let y = if ink.y_min > 0.0 && ink.y_min < top { (top - ink.y_min) * self.size } else { 0.0 };
        base.marks.push((mark, x, y));
        self.text.push(character);
        base.text.end = self.text.len();
        true
    }
}

fn is_mark(character: char) -> bool {
    ('\u{300}'..='\u{36f}').contains(&character)
}

fn is_joiner(character: char) -> bool {
    matches!(character, '\u{200d}' | '\u{fe00}'..='\u{fe0f}' | '\u{e0020}'..='\u{e007f}')
}

/// Controls, and characters that only steer the text around them.
fn is_invisible(character: char) -> bool {
    let steering = matches!(character, '\u{ad}' | '\u{200b}'..='\u{200f}' | '\u{202a}'..='\u{202e}' | '\u{2060}'..='\u{206f}' | '\u{feff}');
    character.is_control() || steering || is_joiner(character)
}

/// Private use and noncharacters.
fn is_private(character: char) -> bool {
    matches!(character, '\u{e000}'..='\u{f8ff}' | '\u{f0000}'..) || (character as u32) & 0xfffe == 0xfffe || matches!(character, '\u{fdd0}'..='\u{fdef}')
}

#[cfg(test)]
mod tests {
    use super::*;

    fn shaped(text: &str) -> Shaped {
        shape(&Fonts::load().unwrap(), &[(text, Style::default())], 10.0)
    }

    #[test]
    fn width_is_the_sum_of_advances() {
        assert_eq!(shaped("AA").width(), 14.443359);
        assert_eq!(shaped("").width(), 0.0);
    }

    #[test]
    fn spaces_at_the_ends_are_dropped_and_a_hard_space_stays() {
        let text = shaped("  a\u{a0}b ");
        assert_eq!(text.clusters.len(), 3);
        assert_eq!(text.clusters[1].kind, Kind::Tie);
        assert_eq!(text.text.trim_end(), "a b");
    }

    #[test]
    fn a_missing_character_is_a_box_that_copies_as_itself() {
        let text = shaped("a❤\u{fe0f}字\u{e000}\u{200b}");
        assert_eq!(text.missing, ['❤', '字', '\u{e000}']);
        assert_eq!(text.text, "a❤\u{fe0f}字\u{fffd}");
        assert_eq!(text.clusters.len(), 4);
        assert_eq!(text.clusters[1].text, 1..7);
    }

    #[test]
    fn a_mark_without_a_letter_of_its_own_stands_on_its_base() {
        let text = shaped("ê\u{306}a");
        assert_eq!(text.clusters.len(), 2);
        let (_, x, y) = text.clusters[0].marks[0];
        assert!(x > 0.0 && y > 0.0, "{x} {y}");
        assert!(text.missing.is_empty());
    }
}
