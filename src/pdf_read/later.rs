//! What was added to an exported file: whether it leaves pages and attachments as they were.
//!
//! Every object of the exported file is compared with what the whole file has in its place. Only four may differ, each in what a signing
//! or a viewing program writes there: the document's information, its metadata, the catalogue, and pages that get the box of a signature.

use super::Refused;
use super::file::{File, Read, View};
use super::object::{Dict, Id, Object};
use super::places::Place;
use super::seal::{Sealed, only_blanks};
use super::signature::{is_box, is_form};
use super::xref::Section;

/// Keys of the catalogue that may come or change: forms are looked into, the rest shows nothing and runs nothing.
const OF_CATALOGUE: &[&str] = &["AcroForm", "DSS", "Extensions", "Metadata", "Perms", "PieceInfo", "Version"];
/// Keys of a page that may come or change: annotations are looked into.
const OF_PAGE: &[&str] = &["Annots", "LastModified", "PieceInfo", "Tabs"];

/// Whether the later sections only add.
pub fn only_adds(file: &File<'_>, sections: &[Section], sealed: &Sealed, current: &View) -> Result<bool, Refused> {
    let original = &sealed.view;
    let Some((_, later)) = sections.split_last() else { return Ok(false) };
    let ends = later.first().and_then(|newest| newest.end).is_some_and(|end| only_blanks(file.bytes, end));
    let root = original.trailer.get("Root").and_then(Object::reference);
    // Programs that read another table than this one would show another file.
    if !ends
        || later.iter().any(|section| section.hybrid)
        || root.is_none()
        || later.iter().any(|section| section.trailer.get("Root") != original.trailer.get("Root"))
    {
        return Ok(false);
    }
    let info = original.trailer.get("Info").and_then(Object::reference);
    for (number, place) in original.entries.iter() {
        let Place::At { generation, .. } = place else { continue };
        if current.entries.get(*number) == Some(place) {
            continue;
        }
        let id = Id { number: *number, generation: *generation };
        let (old, new) = (file.load(original, id)?, file.load(current, id)?);
        let may = if root == Some(id) {
            catalogue(file, current, sealed, &old, &new)?
        } else if old.value.dict().is_some_and(|old| old.is("Type", "Page")) {
            page(file, current, sealed, &old, &new)?
        } else {
            info == Some(id) || is_metadata(&old) || same(file, &old, &new)
        };
        if !may {
            return Ok(false);
        }
    }
    Ok(true)
}

fn is_metadata(old: &Read) -> bool {
    old.stream.is_some() && old.value.dict().is_some_and(|old| old.is("Type", "Metadata"))
}

/// The same object, written again.
fn same(file: &File<'_>, old: &Read, new: &Read) -> bool {
    let data = |read: &Read| read.stream.clone().map(|range| file.bytes.get(range).unwrap_or_default());
    old.value == new.value && data(old) == data(new)
}

/// Both as dictionaries, and the keys in which they differ, when only these may.
fn within<'a>(old: &'a Read, new: &'a Read, may: &[&str]) -> Option<(&'a Dict, &'a Dict)> {
    let (old, new) = (old.value.dict()?, new.value.dict()?);
    old.differs(new)?.iter().all(|key| may.iter().any(|may| may.as_bytes() == *key)).then_some((old, new))
}

fn catalogue(file: &File<'_>, current: &View, sealed: &Sealed, old: &Read, new: &Read) -> Result<bool, Refused> {
    let Some((_, new)) = within(old, new, OF_CATALOGUE) else { return Ok(false) };
    match new.get("AcroForm") {
        None => Ok(true),
        Some(form) => is_form(file, current, sealed, form),
    }
}

/// A page that keeps what it has, and gets boxes of signatures.
fn page(file: &File<'_>, current: &View, sealed: &Sealed, old: &Read, new: &Read) -> Result<bool, Refused> {
    let Some((old, new)) = within(old, new, OF_PAGE) else { return Ok(false) };
    let list = |view: &View, page: &Dict| match file.resolved(view, page.get("Annots"))? {
        Object::Null => Ok(Some(Vec::new())),
        Object::List(rows) => Ok(Some(rows)),
        _ => Ok(None),
    };
    let (Some(before), Some(after)) = (list(&sealed.view, old)?, list(current, new)?) else { return Ok(false) };
    let Some(added) = after.strip_prefix(before.as_slice()) else { return Ok(false) };
    for annotation in added {
        if !is_box(file, current, sealed, new, annotation)? {
            return Ok(false);
        }
    }
    Ok(true)
}
