//! The structure tree for screen readers: what each piece of a page is part of, in reading order.

use std::num::{NonZeroU16, NonZeroU32};

use krilla::geom::Rect;
use krilla::tagging::{BBox, Identifier, ListNumbering, Node, TableHeaderScope, Tag, TagGroup, TagKind, TagTree};

/// What an element is.
#[derive(Debug, Clone, PartialEq)]
pub enum Role {
    /// Heading: level from 1, words.
    Heading(u16, String),
    /// Paragraph.
    Paragraph,
    /// List.
    List,
    /// Item of a list.
    Item,
    /// What an item says.
    ItemBody,
    /// Table with its summary.
    Table(String),
    /// Caption of a table.
    Caption,
    /// Heading rows.
    Head,
    /// Other rows.
    Body,
    /// Row.
    Row,
    /// Heading cell of a column.
    HeadCell,
    /// Cell across so many columns that names the rows below it. Not a heading cell: readers would say it before every row of the table.
    GroupCell(usize),
    /// Other cell.
    Cell,
    /// Picture: what is read out for it, and where it stands.
    Figure(String, Option<BBox>),
}

/// An element of the tree: its place in the order in which elements were opened.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Element(usize);

struct Entry {
    role: Role,
    parent: Option<Element>,
    leaves: Vec<Identifier>,
}

/// Elements in reading order; a parent is opened before its children.
#[derive(Default)]
pub struct Tags {
    entries: Vec<Entry>,
}

impl Tags {
    /// Opens an element under a parent, or at the top.
    pub fn open(&mut self, parent: Option<Element>, role: Role) -> Element {
        self.entries.push(Entry { role, parent, leaves: Vec::new() });
        Element(self.entries.len() - 1)
    }

    /// Says that something drawn belongs to an element.
    pub fn mark(&mut self, element: Element, drawn: Identifier) {
        if let Some(entry) = self.entries.get_mut(element.0) {
            entry.leaves.push(drawn);
        }
    }

    /// Says where a picture stands: page from 0, left, top, width, height.
    pub fn place(&mut self, element: Element, page: usize, (x, y, width, height): (f32, f32, f32, f32)) {
        if let Some(Entry { role: Role::Figure(_, place), .. }) = self.entries.get_mut(element.0) {
            *place = Rect::from_xywh(x, y, width, height).map(|rect| BBox::new(page, rect));
        }
    }

    /// The tree. Made from the last element to the first, so that each is complete when its parent takes it.
    pub fn tree(self, lang: &str) -> TagTree {
        let mut top = Vec::new();
        let mut children: Vec<Vec<Node>> = self.entries.iter().map(|_| Vec::new()).collect();
        for entry in self.entries.into_iter().rev() {
            let mut group = TagGroup::new(kind(entry.role, entry.leaves.len()));
            group.children.extend(entry.leaves.into_iter().map(Node::from));
            group.children.extend(children.pop().into_iter().flatten().rev());
            let siblings = entry.parent.and_then(|parent| children.get_mut(parent.0)).unwrap_or(&mut top);
            siblings.push(group.into());
        }
        let mut tree = TagTree::new().with_lang(Some(lang.to_owned()));
        tree.children.extend(top.into_iter().rev());
        tree
    }
}

fn kind(role: Role, leaves: usize) -> TagKind {
    match role {
        // Lines of a title are paragraphs of their own on paper: the words in one go keep readers from running them together.
        Role::Heading(level, words) => {
            let at_once = (leaves > 1).then(|| words.clone());
            Tag::Hn(NonZeroU16::new(level).unwrap_or(NonZeroU16::MIN), Some(words)).with_actual_text(at_once).into()
        }
        Role::Paragraph => Tag::P.into(),
        Role::List => Tag::L(ListNumbering::None).into(),
        Role::Item => Tag::LI.into(),
        Role::ItemBody => Tag::LBody.into(),
        Role::Table(summary) => Tag::Table.with_summary(Some(summary).filter(|summary| !summary.is_empty())).into(),
        Role::Caption => Tag::Caption.into(),
        Role::Head => Tag::THead.into(),
        Role::Body => Tag::TBody.into(),
        Role::Row => Tag::TR.into(),
        Role::HeadCell => Tag::TH(TableHeaderScope::Column).into(),
        Role::GroupCell(span) => {
            let span = u32::try_from(span).ok().and_then(NonZeroU32::new);
            Tag::TD.with_col_span(span).into()
        }
        Role::Cell => Tag::TD.into(),
        Role::Figure(alt, place) => Tag::Figure(Some(alt)).with_bbox(place).into(),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn children_keep_reading_order() {
        let mut tags = Tags::default();
        tags.open(None, Role::Heading(1, "x".into()));
        let list = tags.open(None, Role::List);
        for _ in 0..2 {
            let item = tags.open(Some(list), Role::Item);
            tags.open(Some(item), Role::ItemBody);
        }
        tags.open(None, Role::Paragraph);
        let tree = tags.tree("vi-VN");
        let Node::Group(list) = &tree.children[1] else { panic!("no list") };
        assert_eq!(tree.children.len(), 3);
        assert_eq!(list.children.len(), 2);
        assert!(matches!(&list.children[1], Node::Group(item) if item.children.len() == 1));
    }
}
