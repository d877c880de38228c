//! The end of the document: “Nơi nhận” on the left, who signs on the right; one confirming body on the left, two beside each other below.

use super::forms::{LEFT_COLUMN, WIDTH, mm};
use super::galley::{Block, Galley, Strip};
use super::lines::break_lines;
use super::tags::Role;
use super::text::{Setting, Stand, centred, set};
use crate::summary::document::Signature;
use crate::summary::wording::RECEIPT;

/// Room for a signature by hand.
const SIGNATURE: f32 = mm(25.0);
/// Room for a signature under a seal, which measures about 36 mm across and covers a third of it.
const SEAL: f32 = mm(30.0);
/// Space between columns.
const GUTTER: f32 = mm(3.0);

/// Sets the block of signatures. It stays on one page with the lines before it: who confirms must not sign a page without text.
pub fn signatures(galley: &mut Galley<'_>, receipt: &[String], signer: &Signature, confirmations: &[Signature]) {
    if let Some(strip) = galley.strips.last_mut() {
        strip.keep = true;
    }
    let gap = galley.sheet.pitch;
    let right = WIDTH - LEFT_COLUMN;
    // A single confirmation takes the left column when nothing else stands there.
    let (beside, below) = match (receipt, confirmations) {
        ([], [one]) => (Some(one), &[] as &[Signature]),
        _ => (None, confirmations),
    };
    let mut first = Block::default();
    // Read in the order of the document: who confirms stands on the left, and comes after who signs.
    let receipts = receipts(galley, receipt, LEFT_COLUMN - GUTTER);
    let signer = place(galley, signer, right, false);
    let beside = beside.map(|one| place(galley, one, LEFT_COLUMN - GUTTER, true)).unwrap_or_default();
    first.height = receipts.height.max(signer.height).max(beside.height);
    first.overlay(receipts, 0.0, 0.0);
    first.overlay(signer, LEFT_COLUMN, 0.0);
    first.overlay(beside, 0.0, 0.0);
    galley.push(Strip { block: first, before: gap, keep: !below.is_empty(), ..Strip::default() });
    if below.is_empty() {
        return;
    }
    let mut row = Block::default();
    let width = if below.len() == 1 { LEFT_COLUMN } else { WIDTH / below.len() as f32 };
    for (index, confirmation) in below.iter().enumerate() {
        let block = place(galley, confirmation, width - GUTTER, true);
        row.height = row.height.max(block.height);
        row.overlay(block, width * index as f32 + GUTTER / 2.0, 0.0);
    }
    galley.push(Strip { block: row, before: gap * 1.5, ..Strip::default() });
}

/// A place for one signature, centred in its column. The caption of a body that confirms stands for its authority.
fn place(galley: &mut Galley<'_>, signature: &Signature, width: f32, confirms: bool) -> Block {
    let sheet = galley.sheet;
    let mut block = Block::default();
    let lines = [
        (signature.authority.as_deref().unwrap_or_default(), sheet.authority),
        (signature.position.as_str(), if confirms { sheet.authority } else { sheet.position }),
        (signature.hint.as_str(), sheet.hint),
    ];
    for (text, lettering) in lines {
        if !text.trim().is_empty() {
            let element = galley.tags.open(None, Role::Paragraph);
            block.stack(centred(galley, text, lettering, width, Some(element)), 0.0);
        }
    }
    block.height += if signature.seal { SEAL } else { SIGNATURE };
    if let Some(name) = &signature.name {
        let element = galley.tags.open(None, Role::Paragraph);
        block.stack(centred(galley, name, sheet.signer, width, Some(element)), 0.0);
    }
    block
}

/// “Nơi nhận:” and its lines.
fn receipts(galley: &mut Galley<'_>, lines: &[String], width: f32) -> Block {
    let sheet = galley.sheet;
    let mut block = Block::default();
    let Some(first) = lines.first() else { return block };
    let setting = |pitch| Setting { width, first_line: 0.0, pitch, stand: Stand::Left };
    if !first.trim_start().starts_with("Nơi nhận") {
        let label = sheet.receipt_label;
        let element = galley.tags.open(None, Role::Paragraph);
        block = Block::stacked(set(galley, &[(RECEIPT, label.style)], label.size, &setting(label.pitch()), Some(element)));
        if sheet.receipt_underlined {
            let shaped = galley.shape(&[(RECEIPT, label.style)], label.size);
            let length = break_lines(&shaped, width, width).first().map_or(0.0, |line| line.width);
            let y = block.items.first().map_or(0.0, |item| item.y) + label.size * 0.12;
            block.rule(0.0, y, (length, 0.0), label.size * 0.05);
        }
    }
    let list = galley.tags.open(None, Role::List);
    for line in lines {
        let item = galley.tags.open(Some(list), Role::Item);
        let element = galley.tags.open(Some(item), Role::ItemBody);
        let size = sheet.receipt.size;
        block.stack(Block::stacked(set(galley, &[(line, sheet.receipt.style)], size, &setting(sheet.receipt.pitch()), Some(element))), 0.0);
    }
    block
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::summary::document::Form;
    use crate::summary::pdf::fonts::Fonts;
    use crate::summary::pdf::forms::sheet;
    use crate::summary::pdf::galley::Item;

    fn signature(name: &str) -> Signature {
        Signature { position: name.into(), hint: "(Ký)".into(), name: Some(name.into()), ..Signature::default() }
    }

    fn strips(receipt: &[&str], confirmations: usize) -> Vec<Strip> {
        let fonts = Fonts::load().unwrap();
        let mut galley = Galley::new(&fonts, sheet(Form::Party));
        let receipt: Vec<String> = receipt.iter().map(|line| (*line).to_owned()).collect();
        signatures(&mut galley, &receipt, &signature("A"), &vec![signature("B"); confirmations]);
        galley.strips
    }

    #[test]
    fn one_confirmation_stands_beside_the_signer_when_there_is_no_receipt() {
        assert_eq!(strips(&[], 1).len(), 1);
        for two in [strips(&["- Như trên;"], 1), strips(&[], 2)] {
            assert_eq!(two.iter().map(|strip| strip.keep).collect::<Vec<_>>(), [true, false], "on one page");
        }
        assert_eq!(strips(&[], 0).len(), 1);
    }

    #[test]
    fn two_confirmations_do_not_overlap() {
        let strips = strips(&["- Như trên;"], 2);
        let row = &strips[1].block;
        let left = |item: &&Item| item.x < WIDTH / 2.0;
        assert_eq!(row.items.iter().filter(left).count(), 3);
        assert_eq!(row.items.len(), 6);
    }
}
