//! Head of page 1: bodies on the left, the State's or the Party's title on the right, place and date; then the document's name and addressees.

use super::forms::{LEFT_COLUMN, Lettering, Masthead, WIDTH, mm};
use super::galley::{Block, Bookmark, Galley, Strip};
use super::tags::Role;
use super::text::{Setting, Stand, centred, flow, set, width_of};
use crate::summary::document::Form;
use crate::summary::wording::{DASHES, MOTTO, PARTY_TITLE, STATE_TITLE, listed};

/// Thickness of rules in the heading, points.
const RULE: f32 = 0.75;
/// Length of the rule under a body or a subtitle, as a share of its line: NĐ 30 says from 1/3 to 1/2.
const RULE_SHARE: f32 = 0.4;
/// The right column grows up to this for a long place and date; offices use from 88 to 100 mm.
const WIDEST_RIGHT: f32 = mm(100.0);
/// Space between the two columns.
const GUTTER: f32 = mm(3.0);

/// What the heading says; see [`crate::summary::document::Block::Heading`].
pub struct Heading<'a> {
    /// Superior body.
    pub superior: Option<&'a str>,
    /// Issuing body.
    pub body: Option<&'a str>,
    /// Number line.
    pub number: Option<&'a str>,
    /// Place and date line.
    pub place_date: &'a str,
}

/// Sets the heading of a form.
pub fn heading(galley: &mut Galley<'_>, form: Form, heading: &Heading<'_>) {
    let sheet = galley.sheet;
    let alone = matches!(form, Form::Citizen) && heading.superior.is_none() && heading.body.is_none() && heading.number.is_none();
    // The date must not part from its month, nor Quốc hiệu from itself: the left column gives way, as far as offices let it.
    let place_date = heading.place_date;
    let nation_width = match sheet.masthead {
        Masthead::Party => width_of(galley, PARTY_TITLE, sheet.nation),
        Masthead::State => width_of(galley, STATE_TITLE, sheet.nation),
        Masthead::None => 0.0,
    };
    let date_width = width_of(galley, place_date, sheet.place_date).min(WIDEST_RIGHT - 1.0);
    let right = (WIDTH - LEFT_COLUMN).max(nation_width + 1.0).max(date_width + 1.0);
    let left = WIDTH - right;
    let mut block = Block::default();
    let bodies = bodies(galley, heading, left - GUTTER);
    let bodies_height = bodies.height;
    block.overlay(bodies, 0.0, 0.0);
    let nation = nation(galley, if alone { WIDTH } else { right });
    let mut height = nation.height;
    block.overlay(nation, if alone { 0.0 } else { left }, 0.0);
    if let Some(number) = heading.number {
        height = height.max(bodies_height);
        let number = line(galley, number, sheet.number, left - GUTTER);
        let drop = sheet.place_date.pitch() - sheet.number.pitch();
        block.overlay(number.clone(), 0.0, height + 4.0 + drop * 0.8);
        block.height = height + 4.0 + number.height + drop;
    }
    if !place_date.is_empty() {
        let date = line(galley, place_date, sheet.place_date, right);
        block.height = block.height.max(height + 4.0 + date.height);
        block.overlay(date, left, height + 4.0);
    }
    block.height = block.height.max(bodies_height).max(height);
    galley.push(Strip { block, ..Strip::default() });
    galley.space(sheet.pitch);
}

fn line(galley: &mut Galley<'_>, text: &str, lettering: Lettering, width: f32) -> Block {
    let element = galley.tags.open(None, Role::Paragraph);
    centred(galley, text, lettering, width, Some(element))
}

/// Left column: superior body, issuing body, and the star or rule under them.
fn bodies(galley: &mut Galley<'_>, heading: &Heading<'_>, width: f32) -> Block {
    let sheet = galley.sheet;
    let mut block = Block::default();
    if let Some(superior) = heading.superior {
        block.stack(line(galley, superior, sheet.superior, width), 0.0);
    }
    if let Some(body) = heading.body {
        block.stack(line(galley, body, sheet.body, width), 0.0);
        match sheet.masthead {
            Masthead::Party => block.stack(centred(galley, "*", sheet.body, width, None), 0.0),
            Masthead::State | Masthead::None => {
                let length = width_of(galley, body, sheet.body).min(width) * RULE_SHARE;
                rule(&mut block, width, length);
            }
        }
    }
    block
}

/// Right column: title and motto, with a rule as long as the text.
fn nation(galley: &mut Galley<'_>, width: f32) -> Block {
    let sheet = galley.sheet;
    let mut block = Block::default();
    let (last, lettering) = match sheet.masthead {
        Masthead::Party => (PARTY_TITLE, sheet.nation),
        Masthead::State => {
            block.stack(line(galley, STATE_TITLE, sheet.nation, width), 0.0);
            (MOTTO, sheet.motto)
        }
        Masthead::None => return block,
    };
    block.stack(line(galley, last, lettering, width), 0.0);
    let length = width_of(galley, last, lettering);
    rule(&mut block, width, length);
    block
}

fn rule(block: &mut Block, width: f32, length: f32) {
    block.rule((width - length) / 2.0, block.height + 3.0, (length, 0.0), RULE);
    block.height += 5.0;
}

/// Name of the document and what it is about: one heading to readers, and the first entry of the outline.
pub fn title(galley: &mut Galley<'_>, name: &str, subtitle: &[String]) {
    let sheet = galley.sheet;
    let words = std::iter::once(name).chain(subtitle.iter().map(String::as_str)).collect::<Vec<_>>().join(" ");
    let element = galley.tags.open(None, Role::Heading(1, words.clone()));
    let mut block = centred(galley, name, sheet.name, WIDTH, Some(element));
    for (index, text) in subtitle.iter().enumerate() {
        let line = centred(galley, text, sheet.subtitle, WIDTH, Some(element));
        block.stack(line, if index == 0 { 2.0 } else { 0.0 });
    }
    if let Some(last) = subtitle.last() {
        match sheet.masthead {
            Masthead::Party => block.stack(centred(galley, DASHES, sheet.subtitle, WIDTH, None), 0.0),
            Masthead::State | Masthead::None => {
                let length = width_of(galley, last, sheet.subtitle).min(WIDTH) * RULE_SHARE;
                rule(&mut block, WIDTH, length);
            }
        }
    }
    let bookmark = Some(Bookmark { level: 1, text: words });
    galley.push(Strip { block, before: sheet.pitch, keep: true, bookmark, ..Strip::default() });
    galley.space(sheet.gap * 2.0);
}

/// “Kính gửi:” centred with one recipient on its line, or with a list of several after it.
pub fn addressed(galley: &mut Galley<'_>, to: &[String]) {
    let sheet = galley.sheet;
    let (label, text) = (("Kính gửi: ", sheet.address_label.style), sheet.text);
    let setting = Setting { width: WIDTH, first_line: 0.0, pitch: sheet.pitch, stand: Stand::Even };
    let mut block = Block::default();
    if let [one] = to {
        let element = galley.tags.open(None, Role::Paragraph);
        block = Block::stacked(set(galley, &[label, (one, text.style)], text.size, &setting, Some(element)));
    } else if !to.is_empty() {
        let lines: Vec<String> = to.iter().enumerate().map(|(index, name)| format!("-\u{2007}{}", listed(name, index + 1 == to.len()))).collect();
        let indent = width_of(galley, "Kính gửi: .", sheet.address_label);
        let widest = lines.iter().map(|line| width_of(galley, line, text)).fold(0.0, f32::max).min(WIDTH - indent);
        let x = (WIDTH - indent - widest) / 2.0;
        let element = galley.tags.open(None, Role::Paragraph);
        let setting = Setting { width: widest + 1.0, stand: Stand::Left, ..setting };
        let head = Block::stacked(set(galley, &[label], text.size, &setting, Some(element)));
        block.overlay(head, x, 0.0);
        let list = galley.tags.open(None, Role::List);
        let mut names = Block::default();
        for line in &lines {
            let item = galley.tags.open(Some(list), Role::Item);
            let element = galley.tags.open(Some(item), Role::ItemBody);
            names.stack(Block::stacked(set(galley, &[(line, text.style)], text.size, &setting, Some(element))), 0.0);
        }
        block.height = names.height;
        block.overlay(names, x + indent, 0.0);
    }
    flow(galley, vec![block], sheet.gap, true);
    galley.space(sheet.gap * 2.0);
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::summary::pdf::fonts::Fonts;
    use crate::summary::pdf::forms::sheet;

    #[test]
    fn state_and_party_titles_fit_on_one_line() {
        let fonts = Fonts::load().unwrap();
        for form in [Form::Party, Form::State, Form::Citizen] {
            let mut galley = Galley::new(&fonts, sheet(form));
            let long = "ỦY BAN NHÂN DÂN XÃ ".repeat(15);
            heading(&mut galley, form, &Heading { superior: Some("UBND"), body: Some(&long), number: None, place_date: "X, ngày 01 tháng 01 năm 2026" });
            let block = &galley.strips[0].block;
            assert!(block.items.iter().all(|item| item.x >= 0.0 && item.x <= WIDTH && item.y <= block.height), "{form:?}");
        }
    }
}
