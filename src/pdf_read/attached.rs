//! The attachments of a file: the catalogue's list of associated files and its tree of embedded ones (ISO 32000-1, 7.11.4; ISO 19005-3).

use super::file::{File, View};
use super::limits::{HOPS, What};
use super::object::{Dict, Object};
use super::{RECORD, REPORT, Refused};

/// What is attached.
#[derive(Debug, Default)]
pub struct Attached {
    /// The record.
    pub record: Option<Vec<u8>>,
    /// The report.
    pub report: Option<Vec<u8>>,
    /// How many attachments there are.
    pub count: usize,
}

/// Reads the record and the report.
pub fn attached(file: &File<'_>, view: &View) -> Result<Attached, Refused> {
    let mut found = Attached::default();
    let Object::Dict(root) = file.resolved(view, view.trailer.get("Root"))? else { return Ok(found) };
    if let Object::Dict(names) = file.resolved(view, root.get("Names"))? {
        let tree = file.resolved(view, names.get("EmbeddedFiles"))?;
        branch(file, view, &tree, HOPS, &mut found)?;
    }
    if let Object::List(files) = file.resolved(view, root.get("AF"))? {
        let listed = found.count;
        for specification in &files {
            one(file, view, specification, &mut found)?;
        }
        // A file stands in both lists.
        found.count = found.count.saturating_sub(listed).max(listed);
    }
    Ok(found)
}

/// A node of the tree: names and files in pairs, or nodes below.
fn branch(file: &File<'_>, view: &View, node: &Object, depth: usize, found: &mut Attached) -> Result<(), Refused> {
    let (Some(node), Some(deeper)) = (node.dict(), depth.checked_sub(1)) else { return Ok(()) };
    if let Object::List(pairs) = file.resolved(view, node.get("Names"))? {
        for specification in pairs.iter().skip(1).step_by(2) {
            one(file, view, specification, found)?;
        }
    }
    if let Object::List(kids) = file.resolved(view, node.get("Kids"))? {
        for kid in &kids {
            file.budget.spend(What::Attachments, 1)?;
            branch(file, view, &file.resolved(view, Some(kid))?, deeper, found)?;
        }
    }
    Ok(())
}

fn one(file: &File<'_>, view: &View, specification: &Object, found: &mut Attached) -> Result<(), Refused> {
    file.budget.spend(What::Attachments, 1)?;
    found.count += 1;
    let Object::Dict(specification) = file.resolved(view, Some(specification))? else { return Ok(()) };
    let to = if is_named(&specification, RECORD) {
        &mut found.record
    } else if is_named(&specification, REPORT) {
        &mut found.report
    } else {
        return Ok(());
    };
    if to.is_none()
        && let Object::Dict(streams) = file.resolved(view, specification.get("EF"))?
    {
        *to = file.stream(view, streams.get("UF").or(streams.get("F")))?;
    }
    Ok(())
}

/// Whether a file has a name: written byte for byte, or as UTF-16 with its mark, as programs write ASCII.
fn is_named(specification: &Dict, name: &str) -> bool {
    let found = specification.get("UF").or(specification.get("F")).and_then(Object::text);
    found.is_some_and(|found| {
        found == name.as_bytes() || found.strip_prefix(&[0xfe, 0xff]).is_some_and(|wide| wide.iter().copied().eq(name.bytes().flat_map(|byte| [0, byte])))
    })
}
