//! A file: its objects by number, as the whole of it or one of its sections sees them.

use std::cell::RefCell;
use std::ops::Range;
use std::rc::Rc;

use super::filter;
use super::lexer::Lexer;
use super::limits::{Budget, HOPS};
use super::object::{Dict, Id, Object, object};
use super::places::{Place, Places};
use super::xref::Section;
use super::{Part, Refused};

/// The bytes, and what was spent on reading them.
pub struct File<'a> {
    /// All of it.
    pub bytes: &'a [u8],
    /// What may still be read.
    pub budget: Budget,
    /// Streams of objects that were unpacked, by place: each counts once.
    unpacked: RefCell<Vec<(usize, Rc<Unpacked>)>>,
}

/// A stream of objects.
struct Unpacked {
    bytes: Vec<u8>,
    /// Numbers, and where each begins.
    index: Vec<(usize, usize)>,
}

/// Objects by number, and where to begin.
#[derive(Debug, Clone, PartialEq)]
pub struct View {
    /// Objects.
    pub entries: Places,
    /// The newest trailer.
    pub trailer: Dict,
}

/// An object as it stands in the file.
#[derive(Debug, Clone)]
pub struct Read {
    /// The object; of a stream its dictionary.
    pub value: Object,
    /// The packed bytes of a stream.
    pub stream: Option<Range<usize>>,
}

impl Read {
    /// What is not there.
    const NOTHING: Read = Read { value: Object::Null, stream: None };
}

impl View {
    /// What one section says.
    pub fn of(section: &Section) -> Self {
        Self { entries: section.entries.clone(), trailer: section.trailer.clone() }
    }

    /// What all of them say, the newest first.
    pub fn merged(sections: &[Section]) -> Self {
        let entries = Places::of(sections.iter().flat_map(|section| section.entries.iter()).copied());
        Self { entries, trailer: sections.first().map(|section| section.trailer.clone()).unwrap_or_default() }
    }
}

impl<'a> File<'a> {
    /// Nothing is read yet.
    pub fn new(bytes: &'a [u8]) -> Self {
        Self { bytes, budget: Budget::default(), unpacked: RefCell::default() }
    }

    /// Tokens from a place on.
    pub fn lexer(&self, at: usize) -> Lexer<'_> {
        Lexer::new(self.bytes, at, &self.budget)
    }

    /// The object that a reference means; nothing when it is not there.
    pub fn load(&self, view: &View, id: Id) -> Result<Read, Refused> {
        match view.entries.get(id.number) {
            Some(Place::At { offset, generation }) if *generation == id.generation => {
                let read = self.read_at(*offset, Some((view, id)))?;
                Ok(read)
            }
            Some(Place::In { stream, index }) if id.generation == 0 => self.load_from(view, *stream, *index, id),
            Some(_) | None => Ok(Read::NOTHING),
        }
    }

    /// What a value is when references are followed.
    pub fn resolved(&self, view: &View, value: Option<&Object>) -> Result<Object, Refused> {
        let mut value = value.cloned().unwrap_or(Object::Null);
        for _ in 0..HOPS {
            let Object::Reference(id) = value else { return Ok(value) };
            value = self.load(view, id)?.value;
        }
        Err(Refused::Damaged(Part::Object, 0))
    }

    /// A stream that a reference means, unpacked.
    pub fn stream(&self, view: &View, value: Option<&Object>) -> Result<Option<Vec<u8>>, Refused> {
        let Some(Object::Reference(id)) = value else { return Ok(None) };
        let read = self.load(view, *id)?;
        match (read.value, read.stream) {
            (Object::Dict(dict), Some(data)) => filter::decoded(self, &dict, data).map(Some),
            _ => Ok(None),
        }
    }

    /// Reads `12 0 obj …` at a place. With a view it must be the object of that number, and the length of a stream may be a reference.
    pub fn read_at(&self, offset: usize, expected: Option<(&View, Id)>) -> Result<Read, Refused> {
        let mut lexer = self.lexer(offset);
        let (number, generation) = (lexer.whole()?, lexer.whole()?);
        let same = |id: Id| number == Some(id.number as usize) && generation == Some(id.generation as usize);
        if !lexer.word(b"obj")? || number.is_none() || !expected.is_none_or(|(_, id)| same(id)) {
            return Err(Refused::Damaged(Part::Object, offset));
        }
        let value = object(&mut lexer, &self.budget)?;
        let Object::Dict(dict) = &value else { return Ok(Read { value, stream: None }) };
        if !lexer.word(b"stream")? {
            return Ok(Read { value, stream: None });
        }
        let damaged = Refused::Damaged(Part::Stream, offset);
        let start = match self.bytes.get(lexer.at..).unwrap_or_default() {
            [b'\r', b'\n', ..] => lexer.at + 2,
            [b'\n', ..] => lexer.at + 1,
            _ => return Err(damaged),
        };
        let length = match (dict.get("Length"), expected) {
            (Some(length @ Object::Reference(_)), Some((view, id))) if length.reference() != Some(id) => self.length(view, length)?,
            (length, _) => length.and_then(Object::whole),
        };
        let end = length.and_then(|length| start.checked_add(length)).filter(|end| *end <= self.bytes.len()).ok_or(damaged)?;
        lexer.at = end;
        if !lexer.word(b"endstream")? {
            return Err(damaged);
        }
        Ok(Read { value, stream: Some(start..end) })
    }

    /// A length that is an object of its own: a number at a place, never packed and never a stream, so that nothing leads in a circle.
    fn length(&self, view: &View, length: &Object) -> Result<Option<usize>, Refused> {
        let Some(Object::Reference(id)) = Some(length) else { return Ok(None) };
        let Some(Place::At { offset, .. }) = view.entries.get(id.number) else { return Ok(None) };
        let mut lexer = self.lexer(*offset);
        if lexer.whole()? != Some(id.number as usize) || lexer.whole()?.is_none() || !lexer.word(b"obj")? {
            return Ok(None);
        }
        lexer.whole()
    }

    fn load_from(&self, view: &View, stream: u32, index: usize, id: Id) -> Result<Read, Refused> {
        let Some(Place::At { offset, generation }) = view.entries.get(stream) else { return Ok(Read::NOTHING) };
        let packed = self.unpack(view, *offset, Id { number: stream, generation: *generation })?;
        let damaged = Refused::Damaged(Part::Object, *offset);
        let (number, at) = packed.index.get(index).ok_or(damaged)?;
        if *number != id.number as usize {
            return Err(damaged);
        }
        let mut lexer = Lexer::new(&packed.bytes, *at, &self.budget);
        Ok(Read { value: object(&mut lexer, &self.budget)?, stream: None })
    }

    /// A stream of objects, unpacked at its first use.
    fn unpack(&self, view: &View, offset: usize, id: Id) -> Result<Rc<Unpacked>, Refused> {
        if let Some((_, known)) = self.unpacked.borrow().iter().find(|(known, _)| *known == offset) {
            return Ok(Rc::clone(known));
        }
        let damaged = Refused::Damaged(Part::Object, offset);
        let read = self.read_at(offset, Some((view, id)))?;
        let (Object::Dict(dict), Some(data)) = (read.value, read.stream) else { return Err(damaged) };
        let (Some(count), Some(first), true) = (dict.whole("N"), dict.whole("First"), dict.is("Type", "ObjStm")) else { return Err(damaged) };
        let bytes = filter::decoded(self, &dict, data)?;
        let mut lexer = Lexer::new(&bytes, 0, &self.budget);
        let mut index = Vec::new();
        for _ in 0..count {
            let (Some(number), Some(at)) = (lexer.whole()?, lexer.whole()?) else { return Err(damaged) };
            index.push((number, first.saturating_add(at)));
        }
        let unpacked = Rc::new(Unpacked { bytes, index });
        self.unpacked.borrow_mut().push((offset, Rc::clone(&unpacked)));
        Ok(unpacked)
    }
}
