//! The four embedded faces: which glyph a character has and how wide it is.
//!
//! Subsets of Liberation Serif (metrics of Times New Roman) made by `scripts/fonts.py`; licence in `fonts/OFL.txt`.

use krilla::text::Font;
use skrifa::charmap::Charmap;
use skrifa::instance::{LocationRef, Size};
use skrifa::metrics::{BoundingBox, GlyphMetrics};
use skrifa::{FontRef, GlyphId, MetadataProvider};

use super::PdfError;
pub use crate::summary::forms::Style;

/// Height above the baseline and depth below it, in em; the same in all four faces.
pub const ASCENT: f32 = 0.891;
/// See [`ASCENT`].
pub const DESCENT: f32 = 0.216;

/// One face.
pub struct Face {
    /// For the writer.
    pub font: Font,
    charmap: Charmap<'static>,
    metrics: GlyphMetrics<'static>,
    units: f32,
}

impl Face {
    fn read(data: &'static [u8]) -> Result<Self, PdfError> {
        let unreadable = |what: &str| PdfError::Write(format!("the embedded font is unreadable: {what}"));
        let reference = FontRef::new(data).map_err(|error| unreadable(&error.to_string()))?;
        let font = Font::new(data.into(), 0).ok_or_else(|| unreadable("krilla refused it"))?;
        let metrics = reference.glyph_metrics(Size::unscaled(), LocationRef::default());
        Ok(Self { units: font.units_per_em(), charmap: reference.charmap(), metrics, font })
    }

    /// Glyph of a character and its width in em.
    pub fn glyph(&self, character: char) -> Option<(u32, f32)> {
        let glyph = self.charmap.map(character)?;
        Some((glyph.to_u32(), self.metrics.advance_width(glyph).unwrap_or_default() / self.units))
    }

    /// The ink of a glyph in em, y upwards from the baseline.
    pub fn ink(&self, glyph: u32) -> Option<BoundingBox> {
        let bounds = self.metrics.bounds(GlyphId::new(glyph))?;
        let units = self.units;
        Some(BoundingBox { x_min: bounds.x_min / units, y_min: bounds.y_min / units, x_max: bounds.x_max / units, y_max: bounds.y_max / units })
    }
}

/// All faces of the one family that documents are set in.
pub struct Fonts {
    regular: Face,
    bold: Face,
    italic: Face,
    bold_italic: Face,
}

impl Fonts {
    /// Reads the faces that are part of this module.
    pub fn load() -> Result<Self, PdfError> {
        Ok(Self {
            regular: Face::read(include_bytes!("fonts/regular.ttf"))?,
            bold: Face::read(include_bytes!("fonts/bold.ttf"))?,
            italic: Face::read(include_bytes!("fonts/italic.ttf"))?,
            bold_italic: Face::read(include_bytes!("fonts/bold-italic.ttf"))?,
        })
    }

    /// The face for a style.
    pub fn face(&self, style: Style) -> &Face {
        match (style.bold, style.italic) {
            (false, false) => &self.regular,
            (true, false) => &self.bold,
            (false, true) => &self.italic,
            (true, true) => &self.bold_italic,
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    const STYLES: [Style; 4] =
        [Style { bold: false, italic: false }, Style { bold: true, italic: false }, Style { bold: false, italic: true }, Style { bold: true, italic: true }];

    #[test]
    fn every_face_has_vietnamese_and_the_box_for_missing_characters() {
        let fonts = Fonts::load().unwrap();
        for style in STYLES {
            for character in "ắặữợĐđễẫỹỵẴỮưƯơƠ “”‘’–…₫€²½°•□-/ Ɀ".chars().filter(|c| *c != 'Ɀ') {
                assert!(fonts.face(style).glyph(character).is_some(), "{character} {style:?}");
            }
            assert!(fonts.face(style).glyph('Ɀ').is_none());
        }
    }

    #[test]
    fn widths_are_those_of_times_new_roman() {
        let fonts = Fonts::load().unwrap();
        let width = |style, character| (fonts.face(style).glyph(character).unwrap().1 * 1000.0).round();
        assert_eq!(width(STYLES[0], 'A'), 722.0);
        assert_eq!(width(STYLES[0], ' '), 250.0);
        assert_eq!(width(STYLES[1], 'a'), 500.0);
    }
}
