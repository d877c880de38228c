//! Texts that were read for the records before: who types changes one box at a time, and records of one office have texts in common.
//!
//! They are kept in the module's memory alone and go with the page, or with the guideline.

use std::cell::RefCell;
use std::rc::Rc;

use super::text::{Known, Learnt};
use super::{Rules, Text};
use crate::ahead;
use crate::text::reading::{Reading, Signs, Token};

/// Shorter texts are read as fast as they are found, longer ones are not kept.
const KEPT: std::ops::RangeInclusive<usize> = 48..=16_384;
/// Bytes of all texts together; what is known of them takes some six times as much. Beyond it everything is forgotten.
const MOST: usize = 262_144;
/// Places, of which each text may have two; a power of two.
const PLACES: usize = 512;

/// Texts by what they say, each with what was found in it.
#[derive(Default)]
pub(super) struct Memory {
    kept: RefCell<Kept>,
}

#[derive(Default)]
struct Kept {
    places: Vec<Option<Read>>,
    bytes: usize,
}

struct Read {
    text: Box<str>,
    words: Rc<[Token]>,
    signs: Signs,
    learnt: Rc<Learnt>,
}

impl Memory {
    /// A text, read now or before.
    pub(super) fn read<'a>(&self, text: &'a str, rules: &'a Rules) -> Text<'a> {
        if !KEPT.contains(&text.len()) {
            return Text::new(Reading::new(text), rules, Known::Here(Learnt::default()));
        }
        let mut kept = self.kept.borrow_mut();
        let place = (ahead::hash(text.as_bytes()) >> 32) as usize & (PLACES - 1);
        let known = [place, place ^ 1]
            .into_iter()
            .find_map(|place| kept.places.get(place)?.as_ref().filter(|known| ahead::are_equal(known.text.as_bytes(), text.as_bytes())));
        if let Some(known) = known {
            return Text::new(Reading { text, words: known.words.clone(), signs: known.signs }, rules, Known::Kept(known.learnt.clone()));
        }
        let reading = Reading::new(text);
        let learnt: Rc<Learnt> = Rc::default();
        kept.keep(place, Read { text: text.into(), words: reading.words.clone(), signs: reading.signs, learnt: learnt.clone() });
        Text::new(reading, rules, Known::Kept(learnt))
    }
}

impl Kept {
    /// Keeps a text; of two that were at its places, the older one goes. The newest stands at the even place.
    fn keep(&mut self, place: usize, read: Read) {
        if self.bytes + read.text.len() > MOST || self.places.is_empty() {
            self.places.clear();
            self.places.resize_with(PLACES, || None);
            self.bytes = 0;
        }
        self.bytes += read.text.len();
        let mut read = Some(read);
        for place in [place & !1, place | 1] {
            if let Some(known) = self.places.get_mut(place) {
                std::mem::swap(known, &mut read);
            }
        }
        self.bytes -= read.map_or(0, |gone| gone.text.len());
    }
}
