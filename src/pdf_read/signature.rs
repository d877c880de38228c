//! Fields and boxes of digital signatures, told from fields and notes that say something else. Whether a signature is good is not asked.

use super::Refused;
use super::file::{File, View};
use super::limits::{HOPS, What};
use super::object::{Dict, Object};
use super::seal::Sealed;

/// Keys of a form that has nothing but signatures.
const OF_FORM: &[&str] = &["Fields", "SigFlags", "DA", "DR", "NeedAppearances", "Q"];
/// A box that covers more than this part of a page hides it.
const MOST_OF_PAGE: f64 = 0.25;

/// Whether a form has only fields for signatures.
pub fn is_form(file: &File<'_>, view: &View, sealed: &Sealed, form: &Object) -> Result<bool, Refused> {
    let Object::Dict(form) = file.resolved(view, Some(form))? else { return Ok(false) };
    if !Dict::default().differs(&form).is_some_and(|keys| keys.iter().all(|key| OF_FORM.iter().any(|may| may.as_bytes() == *key))) {
        return Ok(false);
    }
    match file.resolved(view, form.get("Fields"))? {
        Object::Null => Ok(true),
        Object::List(fields) => are_fields(file, view, sealed, &fields, false, HOPS),
        _ => Ok(false),
    }
}

fn are_fields(file: &File<'_>, view: &View, sealed: &Sealed, fields: &[Object], of_signature: bool, depth: usize) -> Result<bool, Refused> {
    let Some(deeper) = depth.checked_sub(1) else { return Ok(false) };
    for field in fields {
        file.budget.spend(What::Objects, 1)?;
        let Object::Dict(field) = file.resolved(view, Some(field))? else { return Ok(false) };
        let of_signature = field.is("FT", "Sig") || (of_signature && field.get("FT").is_none());
        if runs(&field) || !is_value(file, view, sealed, &field)?.unwrap_or(true) {
            return Ok(false);
        }
        let below = match file.resolved(view, field.get("Kids"))? {
            Object::Null => of_signature,
            Object::List(kids) => are_fields(file, view, sealed, &kids, of_signature, deeper)?,
            _ => false,
        };
        if !below {
            return Ok(false);
        }
    }
    Ok(true)
}

/// Whether something happens when it is touched.
fn runs(of: &Dict) -> bool {
    of.get("A").is_some() || of.get("AA").is_some()
}

/// Whether the value of a field is a signature over the whole exported file; nothing when it has none.
fn is_value(file: &File<'_>, view: &View, sealed: &Sealed, field: &Dict) -> Result<Option<bool>, Refused> {
    let Some(value) = field.get("V") else { return Ok(None) };
    let Object::Dict(value) = file.resolved(view, Some(value))? else { return Ok(Some(false)) };
    let range = file.resolved(view, value.get("ByteRange"))?;
    let range: Vec<usize> = range.list().unwrap_or_default().iter().filter_map(Object::whole).collect();
    let covers = matches!(range.as_slice(), [0, first, ..] if *first > sealed.end());
    Ok(Some(covers && value.get("Contents").and_then(Object::text).is_some()))
}

/// Whether an annotation is the box of a signature: small, without actions, and with a picture only when it is signed.
pub fn is_box(file: &File<'_>, view: &View, sealed: &Sealed, page: &Dict, annotation: &Object) -> Result<bool, Refused> {
    let Object::Dict(annotation) = file.resolved(view, Some(annotation))? else { return Ok(false) };
    if !annotation.is("Subtype", "Widget") || runs(&annotation) {
        return Ok(false);
    }
    let (mut of_signature, mut signed) = (false, false);
    let mut field = annotation.clone();
    for _ in 0..HOPS {
        of_signature |= field.is("FT", "Sig");
        signed |= is_value(file, view, sealed, &field)? == Some(true);
        match file.resolved(view, field.get("Parent"))? {
            Object::Dict(parent) => field = parent,
            _ => break,
        }
    }
    let area = area(&file.resolved(view, annotation.get("Rect"))?);
    let paper = area_of_paper(&file.resolved(view, page.get("MediaBox"))?);
    let pictured = area != Some(0.0) && draws(file, view, &annotation)?;
    Ok(of_signature && area.is_some_and(|area| area <= paper * MOST_OF_PAGE) && (signed || !pictured))
}

/// Whether an annotation has a picture that is more than an empty frame.
fn draws(file: &File<'_>, view: &View, annotation: &Dict) -> Result<bool, Refused> {
    let Object::Dict(pictures) = file.resolved(view, annotation.get("AP"))? else { return Ok(annotation.get("AP").is_some()) };
    for (_, picture) in &pictures.0 {
        let Object::Reference(id) = picture else { return Ok(true) };
        if file.load(view, *id)?.stream.is_none_or(|data| !data.is_empty()) {
            return Ok(true);
        }
    }
    Ok(false)
}

/// Of a rectangle, in square points.
fn area(rectangle: &Object) -> Option<f64> {
    let sides: Vec<f64> = rectangle.list()?.iter().filter_map(Object::number).collect();
    let &[left, bottom, right, top] = sides.as_slice() else { return None };
    Some(((right - left) * (top - bottom)).abs())
}

/// A page without a size of its own has that of A4.
fn area_of_paper(sheet: &Object) -> f64 {
    area(sheet).unwrap_or(595.0 * 842.0)
}
