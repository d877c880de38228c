//! The seal: a digest over every byte that was exported, kept in the metadata of the same file.
//!
//! Its own 64 characters count as zeros. So a file is intact exactly when it is the exported bytes; whatever rewrites pages, texts or
//! attachments, however well it keeps the record, does not keep the seal.

use std::ops::Range;

use sha2::{Digest as _, Sha256};

use super::Refused;
use super::file::{File, View};
use super::object::Object;
use super::xmp::{self, HEX};
use super::xref::Section;

/// What was exported: the first bytes of a file.
#[derive(Debug)]
pub struct Sealed {
    /// How many.
    end: usize,
    /// Digest of the record, as the metadata name it.
    pub digest: String,
    /// The objects that they hold.
    pub view: View,
}

impl Sealed {
    /// Whether nothing but blanks follows; mail programs may add a line's end.
    pub fn is_all_of(&self, bytes: &[u8]) -> bool {
        only_blanks(bytes, self.end)
    }

    /// How many bytes were exported.
    pub fn end(&self) -> usize {
        self.end
    }
}

/// Whether there are only blanks from a place on.
pub fn only_blanks(bytes: &[u8], from: usize) -> bool {
    bytes.get(from..).is_some_and(|rest| rest.iter().all(u8::is_ascii_whitespace))
}

/// The seal of the first bytes of a file; `hole` is where it stands or will stand.
pub fn seal(exported: &[u8], hole: &Range<usize>) -> Option<String> {
    let (before, after) = (exported.get(..hole.start)?, exported.get(hole.end..)?);
    let mut digest = Sha256::new();
    digest.update(before);
    digest.update([b'0'; HEX]);
    digest.update(after);
    Some(digest.finalize().iter().map(|byte| format!("{byte:02x}")).collect())
}

/// Where a seal stands in the file.
pub struct Place {
    /// Its characters.
    pub hole: Range<usize>,
    /// The metadata around it.
    metadata: Range<usize>,
}

/// Where the seal stands in the bytes of one section.
pub fn place(file: &File<'_>, view: &View) -> Result<Option<Place>, Refused> {
    let Object::Dict(root) = file.resolved(view, view.trailer.get("Root"))? else { return Ok(None) };
    let Some(id) = root.get("Metadata").and_then(Object::reference) else { return Ok(None) };
    let Some(metadata) = file.load(view, id)?.stream else { return Ok(None) };
    let hole = file.bytes.get(metadata.clone()).and_then(|text| xmp::value(text, "seal"));
    Ok(hole.filter(|hole| hole.len() == HEX).map(|hole| Place { hole: hole.start + metadata.start..hole.end + metadata.start, metadata }))
}

/// The exported bytes that a file begins with, if their seal is whole.
pub fn sealed(file: &File<'_>, sections: &[Section]) -> Result<Option<Sealed>, Refused> {
    match unbroken(file, sections) {
        // What cannot be read was not written by this software.
        Err(Refused::Damaged(..)) => Ok(None),
        read => read,
    }
}

fn unbroken(file: &File<'_>, sections: &[Section]) -> Result<Option<Sealed>, Refused> {
    let Some((first, end)) = sections.last().and_then(|first| Some((first, first.end?))) else { return Ok(None) };
    let view = View::of(first);
    let Some(Place { hole, metadata }) = place(file, &view)? else { return Ok(None) };
    let exported = file.bytes.get(..end).unwrap_or_default();
    let (Some(found), Some(computed)) = (exported.get(hole.clone()), seal(exported, &hole)) else { return Ok(None) };
    if found != computed.as_bytes() {
        return Ok(None);
    }
    let metadata = file.bytes.get(metadata).unwrap_or_default();
    let digest = xmp::value(metadata, "digest").and_then(|range| metadata.get(range)).map(|digest| String::from_utf8_lossy(digest).into_owned());
    Ok(digest.map(|digest| Sealed { end, digest, view }))
}
