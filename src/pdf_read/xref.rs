//! The table of contents: one section for each saving of the file, the newest first (ISO 32000-1, 7.5.4, 7.5.6, 7.5.8).

use super::file::File;
use super::filter;
use super::lexer::{Lexer, Token, whole};
use super::limits::What;
use super::object::{Dict, Object, object};
use super::places::{Place, Places};
use super::{Part, Refused};

/// What one saving of the file wrote.
#[derive(Debug, Default)]
pub struct Section {
    /// Where its table begins.
    pub at: usize,
    /// Behind its `%%EOF`; nothing when none follows.
    pub end: Option<usize>,
    /// Objects by number.
    pub entries: Places,
    /// Its trailer.
    pub trailer: Dict,
    /// Part of what it has stands in a stream beside the table, which older programs do not see.
    pub hybrid: bool,
}

/// All sections, the newest first.
pub fn sections(file: &File<'_>) -> Result<Vec<Section>, Refused> {
    let mut sections: Vec<Section> = Vec::new();
    let mut next = Some(start(file)?);
    while let Some(at) = next {
        if sections.iter().any(|section| section.at == at) {
            return Err(Refused::Damaged(Part::Table, at));
        }
        file.budget.spend(What::Sections, 1)?;
        let mut section = section(file, at)?;
        if let Some(beside) = section.trailer.whole("XRefStm") {
            section.hybrid = true;
            let more = self::section(file, beside)?.entries;
            section.entries = Places::of(section.entries.iter().chain(more.iter()).copied());
        }
        next = match section.trailer.get("Prev") {
            None => None,
            Some(before) => Some(before.whole().ok_or(Refused::Damaged(Part::Table, at))?),
        };
        sections.push(section);
    }
    Ok(sections)
}

/// The place that the last `startxref` names.
fn start(file: &File<'_>) -> Result<usize, Refused> {
    const WORD: &[u8] = b"startxref";
    let last = file.bytes.windows(WORD.len()).rposition(|window| window == WORD);
    let last = last.ok_or(Refused::Damaged(Part::End, file.bytes.len()))?;
    let mut lexer = file.lexer(last + WORD.len());
    lexer.whole()?.ok_or_else(|| lexer.damaged(Part::End))
}

fn section(file: &File<'_>, at: usize) -> Result<Section, Refused> {
    let mut lexer = file.lexer(at);
    let (entries, trailer) = match lexer.next()? {
        Token::Word(b"xref") => table(file, &mut lexer)?,
        Token::Number(number) if whole(number).is_some() => stream(file, at, &mut lexer)?,
        _ => return Err(Refused::Damaged(Part::Table, at)),
    };
    // Of a number that stands twice in one table, the last counts.
    Ok(Section { at, end: end(file, &mut lexer)?, entries: Places::of(entries.into_iter().rev()), trailer, hybrid: false })
}

/// Behind `startxref … %%EOF`, if that comes next.
fn end(file: &File<'_>, lexer: &mut Lexer<'_>) -> Result<Option<usize>, Refused> {
    if !lexer.word(b"startxref")? || lexer.whole()?.is_none() {
        return Ok(None);
    }
    lexer.skip_blanks();
    let found = file.bytes.get(lexer.at..).is_some_and(|rest| rest.starts_with(b"%%EOF"));
    Ok(found.then_some(lexer.at + 5))
}

/// Objects in the order in which they come, and the trailer.
type Contents = (Vec<(u32, Place)>, Dict);

/// `xref`, rows of entries, `trailer`.
fn table(file: &File<'_>, lexer: &mut Lexer<'_>) -> Result<Contents, Refused> {
    let mut entries = Vec::new();
    loop {
        let first = match lexer.next()? {
            Token::Word(b"trailer") => break,
            Token::Number(number) => whole(number).ok_or_else(|| lexer.damaged(Part::Table))?,
            _ => return Err(lexer.damaged(Part::Table)),
        };
        let count = lexer.whole()?.ok_or_else(|| lexer.damaged(Part::Table))?;
        for index in 0..count {
            file.budget.spend(What::Objects, 1)?;
            let (offset, generation) = (lexer.whole()?, lexer.whole()?);
            let place = match (lexer.next()?, offset, generation.and_then(|generation| u32::try_from(generation).ok())) {
                (Token::Word(b"n"), Some(offset), Some(generation)) => Place::At { offset, generation },
                (Token::Word(b"f"), Some(_), Some(_)) => Place::Free,
                _ => return Err(lexer.damaged(Part::Table)),
            };
            let number = u32::try_from(first.saturating_add(index)).map_err(|_| lexer.damaged(Part::Table))?;
            entries.push((number, place));
        }
    }
    let Object::Dict(trailer) = object(lexer, &file.budget)? else { return Err(lexer.damaged(Part::Table)) };
    Ok((entries, trailer))
}

/// A stream of rows of bytes.
fn stream(file: &File<'_>, at: usize, lexer: &mut Lexer<'_>) -> Result<Contents, Refused> {
    let damaged = Refused::Damaged(Part::Table, at);
    // The table's own numbers are direct: nothing else can be looked up yet.
    let read = file.read_at(at, None)?;
    let (Object::Dict(dict), Some(data)) = (read.value, read.stream) else { return Err(damaged) };
    if !dict.is("Type", "XRef") {
        return Err(damaged);
    }
    let rows = filter::decoded(file, &dict, data.clone())?;
    let widths: Vec<usize> = dict.get("W").and_then(Object::list).unwrap_or_default().iter().filter_map(Object::whole).collect();
    let &[kinds, places, thirds] = widths.as_slice() else { return Err(damaged) };
    if kinds > 4 || places > 8 || thirds > 4 || places == 0 {
        return Err(damaged);
    }
    let all = [Object::Number(0.0), Object::Number(dict.whole("Size").ok_or(damaged)? as f64)];
    let index = dict.get("Index").and_then(Object::list).unwrap_or(&all);
    let mut rows = rows.chunks_exact(kinds + places + thirds);
    let mut entries = Vec::new();
    for span in index.chunks(2) {
        let &[Some(first), Some(count)] = span.iter().map(Object::whole).collect::<Vec<_>>().as_slice() else { return Err(damaged) };
        for (row, step) in rows.by_ref().take(count).zip(0..) {
            file.budget.spend(What::Objects, 1)?;
            let number = first.checked_add(step).and_then(|number| u32::try_from(number).ok()).ok_or(damaged)?;
            let (kind, rest) = row.split_at_checked(kinds).ok_or(damaged)?;
            let (place, third) = rest.split_at_checked(places).ok_or(damaged)?;
            let small = |bytes: &[u8]| u32::try_from(big_endian(bytes)).map_err(|_| damaged);
            let place = match if kinds == 0 { 1 } else { big_endian(kind) } {
                0 => Place::Free,
                1 => Place::At { offset: usize::try_from(big_endian(place)).map_err(|_| damaged)?, generation: small(third)? },
                2 => Place::In { stream: small(place)?, index: small(third)? as usize },
                // A kind that a later format may define reads as nothing.
                _ => Place::Free,
            };
            entries.push((number, place));
        }
    }
    lexer.at = data.end;
    if !lexer.word(b"endstream")? || !lexer.word(b"endobj")? {
        return Err(damaged);
    }
    Ok((entries, dict))
}

fn big_endian(bytes: &[u8]) -> u64 {
    bytes.iter().fold(0, |value, byte| value << 8 | u64::from(*byte))
}
