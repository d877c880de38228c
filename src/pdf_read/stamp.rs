//! Writes the mark of a record into the metadata of a file that was just made, and seals the file.
//!
//! The writer has no place for properties of our own, so its metadata are replaced and what stands behind them moves.

use super::file::{File, View};
use super::object::Object;
use super::places::Place;
use super::xmp::{self, Mark};
use super::xref;
use super::{Refused, seal};

/// The file with the mark in it, sealed; nothing when it is not as the writer writes files.
///
/// # Errors
/// [`Refused`], when it cannot be read.
pub fn stamped(pdf: &[u8], mark: &Mark) -> Result<Option<Vec<u8>>, Refused> {
    let file = File::new(pdf);
    let sections = xref::sections(&file)?;
    let [section] = sections.as_slice() else { return Ok(None) };
    let view = View::of(section);
    let root = file.resolved(&view, view.trailer.get("Root"))?;
    let Some(id) = root.dict().and_then(|root| root.get("Metadata")).and_then(Object::reference) else { return Ok(None) };
    let (Some(Place::At { offset, .. }), Some(text)) = (view.entries.get(id.number), file.load(&view, id)?.stream) else { return Ok(None) };
    let offsets = view.entries.iter().filter_map(|(_, place)| if let Place::At { offset, .. } = place { Some(*offset) } else { None });
    let next = offsets.filter(|other| other > offset).min().unwrap_or(section.at);
    let parts = (pdf.get(text).and_then(|text| std::str::from_utf8(text).ok()), pdf.get(..*offset), pdf.get(next..section.at), pdf.get(section.at..));
    let (Some(text), Some(before), Some(after), Some(end)) = parts else { return Ok(None) };
    let Some(text) = marked(text, mark) else { return Ok(None) };
    let mut out = before.to_vec();
    out.extend(
        format!("{} 0 obj\n<<\n  /Length {}\n  /Type /Metadata\n  /Subtype /XML\n>>\nstream\n{text}\nendstream\nendobj\n\n", id.number, text.len()).bytes(),
    );
    let moved = out.len();
    out.extend_from_slice(after);
    let at = out.len();
    let Some(rows) = rows(&view, next, moved) else { return Ok(None) };
    let (Some(trailer), Some(start)) = (find(end, b"trailer"), find(end, b"startxref")) else { return Ok(None) };
    out.extend(rows.bytes());
    out.extend_from_slice(end.get(trailer..start).unwrap_or_default());
    out.extend(format!("startxref\n{at}\n%%EOF").bytes());
    Ok(sealed(out))
}

/// The metadata with the properties and their description. All descriptions move into a part of their own, where other programs look for them.
fn marked(text: &str, mark: &Mark) -> Option<String> {
    let (before, after) = parted(text, xmp::SCHEMAS.0)?;
    let (schemas, after) = parted(after, xmp::SCHEMAS.1)?;
    let (middle, end) = parted(after, "</rdf:RDF>")?;
    let [before, schemas, middle] = [before, schemas, middle].map(|part| xmp::SPARE.iter().fold(part.to_owned(), |text, (from, to)| without(&text, from, to)));
    Some(format!("{before}{middle}{}{}</rdf:RDF>{end}", xmp::described(&schemas), xmp::properties(mark)))
}

/// A text without what stands from one word to the end of another.
fn without(text: &str, from: &str, to: &str) -> String {
    let cut = parted(text, from).and_then(|(before, after)| Some((before, parted(after, to)?.1)));
    cut.map_or_else(|| text.to_owned(), |(before, after)| format!("{before}{after}"))
}

/// The table of contents; what stood from `next` on begins at `moved`. Nothing when a number is missing.
fn rows(view: &View, next: usize, moved: usize) -> Option<String> {
    let mut rows = format!("xref\n0 {}\n", view.entries.len());
    for (expected, (number, place)) in (0..).zip(view.entries.iter()) {
        let row = match place {
            Place::Free if expected == 0 => "0000000000 65535 f\r\n".to_owned(),
            Place::At { offset, generation } if *number == expected => {
                let offset = if *offset >= next { offset - next + moved } else { *offset };
                format!("{offset:010} {generation:05} n\r\n")
            }
            _ => return None,
        };
        rows.push_str(&row);
    }
    Some(rows)
}

/// What stands before and after a word.
fn parted<'a>(text: &'a str, word: &str) -> Option<(&'a str, &'a str)> {
    let at = find(text.as_bytes(), word.as_bytes())?;
    Some((text.get(..at)?, text.get(at + word.len()..)?))
}

fn find(bytes: &[u8], word: &[u8]) -> Option<usize> {
    bytes.windows(word.len()).position(|window| window == word)
}

fn sealed(mut out: Vec<u8>) -> Option<Vec<u8>> {
    let file = File::new(&out);
    let sections = xref::sections(&file).ok()?;
    let hole = seal::place(&file, &View::merged(&sections)).ok()??.hole;
    let seal = seal::seal(&out, &hole)?;
    out.get_mut(hole)?.copy_from_slice(seal.as_bytes());
    Some(out)
}
