//! The document set in one endless column, before it is cut into pages.
//!
//! All lengths in points; y grows downwards from the top of the block, strip or page that an item is in.

use std::ops::Range;
use std::rc::Rc;

use super::fonts::Fonts;
use super::forms::{MARGIN_Y, PAPER, Sheet};
use super::shape::{self, Piece, Shaped};
use super::tags::{Element, Tags};

/// Something to draw.
#[derive(Debug, Clone)]
pub struct Item {
    /// Left end.
    pub x: f32,
    /// Baseline of text, middle of a rule, upper edge of a code.
    pub y: f32,
    /// What.
    pub mark: Mark,
    /// What it is part of; nothing = an artifact that is not read out.
    pub element: Option<Element>,
}

/// Ways to leave ink.
#[derive(Debug, Clone)]
pub enum Mark {
    /// Part of a line of text.
    Text {
        /// The paragraph it comes from.
        shaped: Rc<Shaped>,
        /// Clusters of it.
        clusters: Range<usize>,
        /// Added to each breaking space, in points.
        stretch: f32,
        /// Dark red instead of black.
        red: bool,
    },
    /// A QR code, black on white.
    Code {
        /// Rows of modules, dark or light.
        modules: Rc<Vec<Vec<bool>>>,
        /// Side of a module.
        side: f32,
    },
    /// A straight black line.
    Rule {
        /// To the right.
        dx: f32,
        /// Down.
        dy: f32,
        /// Thickness.
        weight: f32,
    },
}

/// Items that keep their places to each other.
#[derive(Debug, Clone, Default)]
pub struct Block {
    /// In reading order.
    pub items: Vec<Item>,
    /// Height it takes.
    pub height: f32,
}

impl Block {
    /// Adds another block's items with their origin at (x, y). The height stays.
    pub fn overlay(&mut self, other: Block, x: f32, y: f32) {
        self.items.extend(other.items.into_iter().map(|item| Item { x: item.x + x, y: item.y + y, ..item }));
    }

    /// Adds another block below this one.
    pub fn stack(&mut self, other: Block, gap: f32) {
        let height = other.height;
        let y = self.height + gap;
        self.overlay(other, 0.0, y);
        self.height = y + height;
    }

    /// Takes off what lies below `height`.
    pub fn split_off(&mut self, height: f32) -> Block {
        let (above, below) = std::mem::take(&mut self.items).into_iter().partition(|item| item.y <= height);
        self.items = above;
        let mut rest = Block { items: Vec::new(), height: self.height - height };
        rest.overlay(Block { items: below, height: 0.0 }, 0.0, -height);
        self.height = height;
        rest
    }

    /// One block of blocks one below the other.
    pub fn stacked(blocks: impl IntoIterator<Item = Block>) -> Block {
        let mut whole = Block::default();
        for block in blocks {
            whole.stack(block, 0.0);
        }
        whole
    }

    /// A rule with its left end at (x, y).
    pub fn rule(&mut self, x: f32, y: f32, (dx, dy): (f32, f32), weight: f32) {
        self.items.push(Item { x, y, mark: Mark::Rule { dx, dy, weight }, element: None });
    }
}

/// The heading row of a table and its outer edges, for the pages on which the table goes on.
#[derive(Debug)]
pub struct Frame {
    /// Drawn again on top of each further page; not read out again.
    pub head: Block,
    /// Left edge.
    pub left: f32,
    /// Right edge.
    pub right: f32,
}

/// What never breaks across pages: a line, a row, a group of signatures.
#[derive(Debug, Clone, Default)]
pub struct Strip {
    /// What is drawn.
    pub block: Block,
    /// Space above, none at the top of a page.
    pub before: f32,
    /// Stays on one page with the strip after it.
    pub keep: bool,
    /// The table it is a row of.
    pub frame: Option<Rc<Frame>>,
    /// Entry of the outline that leads here.
    pub bookmark: Option<Bookmark>,
    /// Begins a part: a page of its own, counted as the first.
    pub part: bool,
}

/// An entry of the outline.
#[derive(Debug, Clone, PartialEq)]
pub struct Bookmark {
    /// From 1.
    pub level: u8,
    /// Words.
    pub text: String,
}

/// The column in the making.
pub struct Galley<'a> {
    /// Faces.
    pub fonts: &'a Fonts,
    /// Measures of the form.
    pub sheet: &'static Sheet,
    /// Structure of what was set so far.
    pub tags: Tags,
    /// From top to bottom.
    pub strips: Vec<Strip>,
    /// Characters without a glyph, each once, in the order met.
    pub missing: Vec<char>,
    /// For the bottom margin of each part's last page.
    pub feet: Vec<Block>,
    /// Height of the text on a page.
    pub room: f32,
    after: f32,
    part: bool,
}

impl<'a> Galley<'a> {
    /// An empty column.
    pub fn new(fonts: &'a Fonts, sheet: &'static Sheet) -> Self {
        Self {
            fonts,
            sheet,
            tags: Tags::default(),
            strips: Vec::new(),
            missing: Vec::new(),
            feet: Vec::new(),
            room: PAPER.1 - 2.0 * MARGIN_Y,
            after: 0.0,
            part: false,
        }
    }

    /// Shapes a paragraph and notes what the faces lack.
    pub fn shape(&mut self, pieces: &[Piece<'_>], size: f32) -> Rc<Shaped> {
        let shaped = shape::shape(self.fonts, pieces, size);
        for character in &shaped.missing {
            if !self.missing.contains(character) {
                self.missing.push(*character);
            }
        }
        Rc::new(shaped)
    }

    /// Adds a strip at the end.
    pub fn push(&mut self, mut strip: Strip) {
        strip.before = strip.before.max(self.after);
        strip.part = std::mem::take(&mut self.part);
        self.after = 0.0;
        self.strips.push(strip);
    }

    /// Asks for this much space before the next strip.
    pub fn space(&mut self, after: f32) {
        self.after = after;
    }

    /// Begins a part in the measures of another form.
    pub fn begin(&mut self, sheet: &'static Sheet) {
        self.sheet = sheet;
        self.part = true;
        // A heading with nothing below it stays behind.
        if let Some(strip) = self.strips.last_mut() {
            strip.keep = false;
        }
    }
}
