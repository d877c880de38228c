//! The text in the making: paragraphs, runs and sections, in the order that the format demands.

use super::package::ROOT;
use super::styles::{self, Look, twips};
use super::xml::Xml;
use crate::summary::forms::{LEFT, Lettering, MARGIN_Y, NUMBER_FROM_EDGE, PAPER, Sheet, WIDTH};

/// What one paragraph has besides its style.
#[derive(Debug, Clone, Copy, Default)]
pub struct Manner {
    /// Stays on one page with what follows.
    pub keep: bool,
    /// Space above in points, instead of the style's.
    pub before: Option<f32>,
    /// Alignment, instead of the style's.
    pub align: Option<&'static str>,
}

/// The part `document.xml` in the making.
pub struct Body<'a> {
    /// What is written so far.
    pub xml: Xml,
    /// Measures of the part in hand.
    pub sheet: &'static Sheet,
    /// Place of its styles among those of the file.
    pub form: usize,
    sheets: &'a [&'static Sheet],
    /// Where “keep with next” goes into the paragraph written last, when it is not there yet.
    keep_at: Option<usize>,
}

impl<'a> Body<'a> {
    /// An empty text; `sheets` are those that the file has styles for.
    pub fn new(sheets: &'a [&'static Sheet], sheet: &'static Sheet) -> Self {
        let mut xml = Xml::part();
        xml.open("w:document", &ROOT);
        xml.open("w:body", &[]);
        let mut body = Self { xml, sheet, form: 0, sheets, keep_at: None };
        body.turn_to(sheet);
        body
    }

    /// Goes on in the measures of another form.
    pub fn turn_to(&mut self, sheet: &'static Sheet) {
        self.sheet = sheet;
        self.form = self.sheets.iter().position(|known| *known == sheet).unwrap_or_default();
    }

    /// A paragraph with its runs.
    pub fn paragraph(&mut self, look: Look, manner: Manner, runs: impl FnOnce(&mut Self)) {
        self.xml.open("w:p", &[]);
        self.properties(look, manner);
        runs(self);
        self.xml.close("w:p");
    }

    /// A paragraph of one run.
    pub fn line(&mut self, look: Look, manner: Manner, text: &str) {
        self.paragraph(look, manner, |body| body.run(None, text));
    }

    fn properties(&mut self, look: Look, manner: Manner) {
        let id = look.id(self.form);
        self.xml.open("w:pPr", &[]);
        self.xml.value("w:pStyle", &id);
        self.keep_at = Some(self.xml.0.len());
        if manner.keep {
            self.xml.empty("w:keepNext", &[]);
            self.keep_at = None;
        }
        if let Some(before) = manner.before {
            self.xml.empty("w:spacing", &[("w:before", &twips(before))]);
        }
        if let Some(align) = manner.align {
            self.xml.value("w:jc", align);
        }
        self.xml.close("w:pPr");
    }

    /// Keeps the paragraph written last with what follows.
    pub fn keep_last(&mut self) {
        if let Some(at) = self.keep_at.take() {
            self.xml.0.insert_str(at, "<w:keepNext/>");
        }
    }

    /// Text in one lettering; nothing = the style's. Line breaks of the text stay.
    pub fn run(&mut self, lettering: Option<Lettering>, text: &str) {
        if text.is_empty() {
            return;
        }
        self.xml.open("w:r", &[]);
        if let Some(lettering) = lettering {
            self.xml.open("w:rPr", &[]);
            styles::lettering(&mut self.xml, lettering);
            styles::size(&mut self.xml, lettering);
            self.xml.close("w:rPr");
        }
        for (index, line) in text.split('\n').enumerate() {
            if index > 0 {
                self.xml.empty("w:br", &[]);
            }
            self.xml.leaf("w:t", &[("xml:space", "preserve")], line);
        }
        self.xml.close("w:r");
    }

    /// A box that is ticked with a click, or by hand on paper.
    pub fn tick_box(&mut self) {
        const FACE: &str = "MS Gothic";
        self.xml.open("w:sdt", &[]);
        self.xml.open("w:sdtPr", &[]);
        self.xml.open("w14:checkbox", &[]);
        self.xml.empty("w14:checked", &[("w14:val", "0")]);
        self.xml.empty("w14:checkedState", &[("w14:val", "2612"), ("w14:font", FACE)]);
        self.xml.empty("w14:uncheckedState", &[("w14:val", "2610"), ("w14:font", FACE)]);
        self.xml.close("w14:checkbox");
        self.xml.close("w:sdtPr");
        self.xml.open("w:sdtContent", &[]);
        self.xml.open("w:r", &[]);
        self.xml.open("w:rPr", &[]);
        self.xml.empty("w:rFonts", &[("w:ascii", FACE), ("w:eastAsia", FACE), ("w:hAnsi", FACE), ("w:hint", "eastAsia")]);
        self.xml.close("w:rPr");
        self.xml.leaf("w:t", &[], "☐");
        self.xml.close("w:r");
        self.xml.close("w:sdtContent");
        self.xml.close("w:sdt");
    }

    /// A rule of a length, centred in a width; all in points. A paragraph of its own, so that it is as long as asked.
    pub fn rule(&mut self, width: f32, length: f32, keep: bool) {
        let id = Look::Spacer.id(self.form);
        let indent = twips(((width - length) / 2.0).max(0.0));
        self.xml.open("w:p", &[]);
        self.xml.open("w:pPr", &[]);
        self.xml.value("w:pStyle", &id);
        if keep {
            self.xml.empty("w:keepNext", &[]);
        }
        self.xml.open("w:pBdr", &[]);
        // Eighths of a point; “space” in points lies between the line of text and the rule.
        self.xml.empty("w:top", &[("w:val", "single"), ("w:sz", "6"), ("w:space", "0"), ("w:color", "000000")]);
        self.xml.close("w:pBdr");
        self.xml.empty("w:spacing", &[("w:before", &twips(3.0)), ("w:after", "0"), ("w:line", &twips(1.0)), ("w:lineRule", "exact")]);
        self.xml.empty("w:ind", &[("w:left", &indent), ("w:right", &indent)]);
        self.xml.close("w:pPr");
        self.xml.close("w:p");
        self.keep_at = None;
    }

    /// A paragraph of next to no height, which parts tables and ends sections.
    pub fn spacer(&mut self) {
        self.paragraph(Look::Spacer, Manner::default(), |_| {});
        self.keep_at = None;
    }

    /// Ends a part: the next one begins on a page of its own, counted as the first.
    pub fn end_part(&mut self, draft: bool) {
        let id = Look::Spacer.id(self.form);
        self.xml.open("w:p", &[]);
        self.xml.open("w:pPr", &[]);
        self.xml.value("w:pStyle", &id);
        self.section(draft);
        self.xml.close("w:pPr");
        self.xml.close("w:p");
        self.keep_at = None;
    }

    /// Paper, margins and headers of a part; page 1 bears no number.
    fn section(&mut self, draft: bool) {
        let headers = if draft { ["draftFirst", "draftNext"] } else { ["first", "next"] };
        self.xml.open("w:sectPr", &[]);
        for (kind, id) in ["first", "default"].iter().zip(headers) {
            self.xml.empty("w:headerReference", &[("w:type", kind), ("r:id", id)]);
        }
        self.xml.value("w:type", "nextPage");
        self.xml.empty("w:pgSz", &[("w:w", &twips(PAPER.0)), ("w:h", &twips(PAPER.1))]);
        let (vertical, left, right, edge) = (twips(MARGIN_Y), twips(LEFT), twips(PAPER.0 - LEFT - WIDTH), twips(NUMBER_FROM_EDGE));
        self.xml.empty(
            "w:pgMar",
            &[
                ("w:top", &vertical),
                ("w:right", &right),
                ("w:bottom", &vertical),
                ("w:left", &left),
                ("w:header", &edge),
                ("w:footer", &edge),
                ("w:gutter", "0"),
            ],
        );
        self.xml.empty("w:pgNumType", &[("w:start", "1")]);
        self.xml.empty("w:titlePg", &[]);
        self.xml.close("w:sectPr");
    }

    /// The whole part.
    pub fn finish(mut self, draft: bool) -> String {
        self.section(draft);
        self.xml.close("w:body");
        self.xml.close("w:document");
        self.xml.0
    }
}
