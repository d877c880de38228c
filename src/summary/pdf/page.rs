//! Cuts the column into pages: page breaks, page numbers, repeated table heads, the draft banner.

use std::rc::Rc;

use super::fonts::Style;
use super::forms::{LEFT, Lettering, MARGIN_Y, NUMBER_FROM_EDGE, PAPER, WIDTH};
use super::galley::{Block, Bookmark, Galley, Item, Mark, Strip};
use super::table::WEIGHT;
use super::tags::Role;
use super::text::{Setting, Stand, centred, set};

/// Banner: points, bold, dark red.
const BANNER: Lettering = Lettering { size: 11.0, style: Style { bold: true, italic: false } };
/// Space between the banner and the text.
const BELOW_BANNER: f32 = 6.0;

/// Items with coordinates from the upper left corner of the paper.
pub type Page = Block;

/// An entry of the outline in its place.
#[derive(Debug, Clone, PartialEq)]
pub struct Target {
    /// Level and words.
    pub bookmark: Bookmark,
    /// From 0.
    pub page: usize,
    /// From the top of the paper, points.
    pub y: f32,
}

/// The banner of a draft, set once for all pages of the first part; its first use is read out. It is the first line of the text, flush left, so that
/// the upper right corner stays free for the mark of a digital signature (NĐ 30/2020, annex I, II.7).
pub fn banner(galley: &mut Galley<'_>, text: Option<&str>) -> Option<Block> {
    let text = text.filter(|text| !text.trim().is_empty())?;
    let element = galley.tags.open(None, Role::Paragraph);
    let setting = Setting { width: WIDTH, first_line: 0.0, pitch: BANNER.pitch(), stand: Stand::Left };
    let mut block = Block::stacked(set(galley, &[(text, BANNER.style)], BANNER.size, &setting, Some(element)));
    for item in &mut block.items {
        if let Mark::Text { red, .. } = &mut item.mark {
            *red = true;
        }
    }
    // At least half of the paper stays for the text, however long the banner.
    galley.room = (galley.room - block.height - BELOW_BANNER).max(PAPER.1 / 2.0);
    Some(block)
}

/// Lays the strips on pages, in order.
pub fn paginate(galley: &mut Galley<'_>, banner: Option<Block>) -> (Vec<Page>, Vec<Target>) {
    let bottom = PAPER.1 - MARGIN_Y;
    let top = bottom - galley.room;
    let mut press = Press { top, bottom, y: top, pages: vec![Page::default()], targets: Vec::new(), under: None, parts: vec![0] };
    let strips = std::mem::take(&mut galley.strips);
    let mut rest = strips.as_slice();
    while !rest.is_empty() {
        let length = rest.iter().position(|strip| !strip.keep).map_or(rest.len(), |last| last + 1);
        let (group, after) = rest.split_at_checked(length).unwrap_or((rest, &[]));
        press.place(group);
        rest = after;
    }
    let mut pages = press.pages;
    let starts = press.parts.iter().copied().skip(1).chain([pages.len()]);
    for (foot, next) in galley.feet.drain(..).zip(starts) {
        if let Some(last) = next.checked_sub(1).and_then(|last| pages.get_mut(last)) {
            last.overlay(foot, LEFT, PAPER.1 - MARGIN_Y);
        }
    }
    let mut number = 0;
    for (index, page) in pages.iter_mut().enumerate() {
        number = if press.parts.contains(&index) { 1 } else { number + 1 };
        if let Some(banner) = banner.as_ref().filter(|_| press.parts.get(1).is_none_or(|second| index < *second)) {
            let mut banner = banner.clone();
            if index > 0 {
                banner.items.iter_mut().for_each(|item| item.element = None);
            }
            // First in the content too, for readers that go by it.
            let text = std::mem::take(page);
            page.overlay(banner, LEFT, MARGIN_Y);
            page.overlay(text, 0.0, 0.0);
        }
        if number > 1 {
            let number = centred(galley, &number.to_string(), galley.sheet.page_number, WIDTH, None);
            page.overlay(number, LEFT, NUMBER_FROM_EDGE);
        }
    }
    (pages, press.targets)
}

/// Pages being filled.
struct Press {
    top: f32,
    bottom: f32,
    y: f32,
    pages: Vec<Page>,
    targets: Vec<Target>,
    /// The strip placed last on this page.
    under: Option<Strip>,
    /// Pages on which a part begins.
    parts: Vec<usize>,
}

impl Press {
    /// Places strips that belong together: on this page if they fit, else on the next, else one by one.
    fn place(&mut self, group: &[Strip]) {
        let height: f32 = group.iter().map(|strip| strip.before + strip.block.height).sum();
        if group.first().is_some_and(|strip| strip.part) && self.under.is_some() {
            self.top = MARGIN_Y;
            self.turn(None);
            self.parts.push(self.pages.len() - 1);
        }
        if self.under.is_some() && self.y + height > self.bottom && height <= self.bottom - self.top {
            self.turn(group.first());
        }
        for strip in group {
            let height = strip.before + strip.block.height;
            if self.under.is_some() && self.y + height > self.bottom {
                self.turn(Some(strip));
            }
            self.lay(strip);
        }
    }

    fn lay(&mut self, strip: &Strip) {
        if self.under.is_some() {
            self.y += strip.before;
        }
        if let Some(bookmark) = &strip.bookmark {
            self.targets.push(Target { bookmark: bookmark.clone(), page: self.pages.len() - 1, y: self.y });
        }
        let room = self.bottom - self.y;
        let mut block = strip.block.clone();
        // Only a heading or signatures with absurdly long names come here: cut between lines rather than run off the paper.
        while block.height > room.max(self.bottom - self.top) {
            let below = block.split_off(self.bottom - self.y);
            self.print(block, self.y);
            self.turn(None);
            block = below;
        }
        let height = block.height;
        self.print(block, self.y);
        self.y += height;
        self.under = Some(strip.clone());
    }

    /// Begins a page. Where a table goes on, its edge is closed here and its head stands again on top there.
    fn turn(&mut self, next: Option<&Strip>) {
        let above = self.under.take().and_then(|strip| strip.frame);
        let frame = next.and_then(|strip| strip.frame.clone()).filter(|next| above.is_some_and(|above| Rc::ptr_eq(&above, next)));
        if let (Some(frame), Some(page)) = (&frame, self.pages.last_mut()) {
            page.rule(LEFT + frame.left, self.y, (frame.right - frame.left, 0.0), WEIGHT);
        }
        self.pages.push(Page::default());
        self.y = self.top;
        if let Some(frame) = frame {
            let mut head = frame.head.clone();
            head.items.iter_mut().for_each(|item: &mut Item| item.element = None);
            self.y += head.height;
            self.print(head, self.top);
        }
    }

    fn print(&mut self, block: Block, y: f32) {
        if let Some(page) = self.pages.last_mut() {
            page.overlay(block, LEFT, y);
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::summary::document::{Align, Column, Form};
    use crate::summary::pdf::fonts::Fonts;
    use crate::summary::pdf::forms::sheet;
    use crate::summary::pdf::galley::Frame;

    fn rule_strip(height: f32, keep: bool, frame: Option<&Rc<Frame>>) -> Strip {
        let mut block = Block { items: Vec::new(), height };
        block.rule(0.0, 0.0, (1.0, 0.0), 1.0);
        Strip { block, keep, frame: frame.cloned(), ..Strip::default() }
    }

    /// Number of rules on each page.
    #[track_caller]
    fn pages(strips: Vec<Strip>, expected: &[usize]) -> Vec<Page> {
        let fonts = Fonts::load().unwrap();
        let mut galley = Galley::new(&fonts, sheet(Form::Party));
        galley.strips = strips;
        let (pages, _) = paginate(&mut galley, None);
        let rules = |page: &Page| page.items.iter().filter(|item| matches!(item.mark, Mark::Rule { .. })).count();
        assert_eq!(pages.iter().map(rules).collect::<Vec<_>>(), expected);
        pages
    }

    #[test]
    fn what_belongs_together_moves_together() {
        pages(vec![rule_strip(700.0, false, None), rule_strip(20.0, true, None), rule_strip(20.0, false, None)], &[1, 2]);
        pages(vec![rule_strip(700.0, false, None), rule_strip(20.0, false, None), rule_strip(20.0, false, None)], &[2, 1]);
    }

    #[test]
    fn a_part_begins_a_page_and_its_numbers() {
        let part = Strip { part: true, ..rule_strip(20.0, false, None) };
        let pages = pages(vec![rule_strip(20.0, false, None), part, rule_strip(720.0, false, None)], &[1, 1, 1]);
        let numbers = |page: &Page| page.items.iter().filter(|item| matches!(item.mark, Mark::Text { .. })).count();
        assert_eq!(pages.iter().map(numbers).collect::<Vec<_>>(), [0, 0, 1]);
    }

    #[test]
    fn the_foot_of_a_part_stands_on_its_last_page() {
        let fonts = Fonts::load().unwrap();
        let mut galley = Galley::new(&fonts, sheet(Form::Party));
        let strip = |height, part| Strip { part, ..rule_strip(height, false, None) };
        galley.strips = vec![strip(700.0, false), strip(100.0, false), strip(20.0, true)];
        let foot = |x| {
            let mut block = Block::default();
            block.rule(x, 5.0, (1.0, 0.0), 1.0);
            block
        };
        galley.feet = vec![foot(1.0), foot(2.0)];
        let (pages, _) = paginate(&mut galley, None);
        let feet = |page: &Page| page.items.iter().filter(|item| item.y > PAPER.1 - MARGIN_Y).map(|item| item.x - LEFT).collect::<Vec<_>>();
        assert_eq!(pages.iter().map(feet).collect::<Vec<_>>(), [vec![], vec![1.0], vec![2.0]]);
    }

    #[test]
    fn a_chain_longer_than_a_page_still_breaks() {
        pages((0..5).map(|_| rule_strip(300.0, true, None)).collect(), &[2, 2, 1]);
    }

    #[test]
    fn a_strip_longer_than_a_page_goes_on_over_the_page() {
        let mut long = rule_strip(1400.0, false, None);
        long.block.rule(0.0, 1300.0, (1.0, 0.0), 1.0);
        pages(vec![long, rule_strip(10.0, false, None)], &[1, 2]);
    }

    #[test]
    fn a_table_that_goes_on_is_closed_and_gets_its_head_again() {
        let mut head = Block { items: Vec::new(), height: 100.0 };
        head.rule(0.0, 0.0, (1.0, 0.0), 1.0);
        let frame = Rc::new(Frame { head, left: 0.0, right: 100.0 });
        // Page 1: two rows and the closing rule; page 2: head and row.
        let pages = pages((0..3).map(|_| rule_strip(300.0, false, Some(&frame))).collect(), &[3, 2]);
        assert_eq!(pages[1].items.last().map(|item| matches!(item.mark, Mark::Text { .. })), Some(true), "page number");
    }

    #[test]
    fn a_heading_is_never_parted_from_a_row_however_tall() {
        let fonts = Fonts::load().unwrap();
        for words in [10, 500, 880, 900, 920, 940, 960, 980, 1000, 1020, 1040, 1100, 2000] {
            let mut galley = Galley::new(&fonts, sheet(Form::Party));
            galley.push(rule_strip(640.0, false, None));
            crate::summary::pdf::text::section(&mut galley, 1, "1. Bảng");
            let column = Column::new("Nội dung", 1.0, Align::Left);
            crate::summary::pdf::table::table(&mut galley, "Bảng", &[column], &[vec!["từ ".repeat(words)]]);
            let (pages, targets) = paginate(&mut galley, None);
            let texts = |page: &Page, from: f32| page.items.iter().filter(|item| matches!(item.mark, Mark::Text { .. }) && item.y > from).count();
            let target = &targets[0];
            assert!(texts(&pages[target.page], target.y) >= 4, "{words} words: heading, caption, head and a line");
            let lowest = pages.iter().flat_map(|page| &page.items).map(|item| item.y).fold(0.0, f32::max);
            assert!(lowest <= PAPER.1 - MARGIN_Y + 0.1, "{words} words end at {lowest}");
        }
    }

    #[test]
    fn a_long_banner_pushes_the_text_down() {
        let fonts = Fonts::load().unwrap();
        let mut galley = Galley::new(&fonts, sheet(Form::State));
        let banner = banner(&mut galley, Some(&"bản nháp ".repeat(30)));
        galley.strips = vec![rule_strip(10.0, false, None)];
        let (pages, _) = paginate(&mut galley, banner);
        let lowest = pages[0].items.iter().filter(|item| matches!(item.mark, Mark::Text { .. })).map(|item| item.y).fold(0.0, f32::max);
        let text = pages[0].items.last().map_or(0.0, |rule| rule.y);
        assert!(text > lowest, "{text} {lowest}");
    }
}
