//! Writes the pages with krilla: tagged PDF 1.7 that claims PDF/A-3a and PDF/UA-1.
//!
//! krilla checks what it can of both standards and gives an error instead of a file that breaks them.

use krilla::color::rgb;
use krilla::configure::{Accessibility, Archival, ConfigurationBuilder};
use krilla::destination::XyzDestination;
use krilla::geom::{Path, PathBuilder, Point, Rect};
use krilla::metadata::{DateTime, Metadata};
use krilla::outline::{Outline, OutlineNode};
use krilla::page::PageSettings;
use krilla::paint::{Fill, Stroke};
use krilla::surface::Surface;
use krilla::tagging::{Artifact, ArtifactType, ContentTag, SpanTag};
use krilla::text::{GlyphId, KrillaGlyph};
use krilla::{Document as Writer, SerializeSettings};

use super::PdfError;
use super::carry::{self, Carried};
use super::fonts::Fonts;
use super::forms::{MARGIN_Y, PAPER};
use super::galley::{Item, Mark};
use super::page::{Page, Target};
use super::shape::{Cluster, Kind, Shaped};
use super::tags::Tags;
use crate::summary::document::Document;

/// The draft banner.
const RED: (u8, u8, u8) = (160, 0, 0);

/// Writes the file.
pub fn write(document: &Document, fonts: &Fonts, pages: &[Page], targets: &[Target], mut tags: Tags, carried: Option<&Carried>) -> Result<Vec<u8>, PdfError> {
    let failed = |what: &dyn std::fmt::Debug| PdfError::Write(format!("{what:?}"));
    let configuration = ConfigurationBuilder::new()
        .with_archival_validator(Archival::A3_A)
        .with_accessibility_validator(Accessibility::UA1)
        .finish()
        .map_err(|error| failed(&error))?;
    let mut writer = Writer::new_with(SerializeSettings { configuration, ..SerializeSettings::default() });
    for (number, page) in pages.iter().enumerate() {
        let settings = PageSettings::from_wh(PAPER.0, PAPER.1).ok_or_else(|| failed(&PAPER))?;
        let mut sheet = writer.start_page_with(settings);
        let mut surface = sheet.surface();
        for item in &page.items {
            let tag = match (item.element, &item.mark) {
                (Some(_), Mark::Code { .. }) => ContentTag::Other,
                (Some(_), Mark::Text { .. } | Mark::Rule { .. }) => ContentTag::Span(SpanTag::empty()),
                (None, _) => ContentTag::Artifact(Artifact::with_kind(artifact(item))),
            };
            let identifier = surface.start_tagged(tag);
            draw(&mut surface, fonts, item);
            surface.end_tagged();
            if let Some(element) = item.element {
                tags.mark(element, identifier);
                if let Mark::Code { modules, side } = &item.mark {
                    let across = side * modules.len() as f32;
                    tags.place(element, number, (item.x, item.y, across, across));
                }
            }
        }
        surface.finish();
        sheet.finish();
    }
    let title = [&document.title, &document.file_name].into_iter().find(|text| !text.trim().is_empty()).map_or("PDF", String::as_str);
    writer.set_metadata(metadata(document, title)?);
    writer.set_outline(outline(targets, title));
    writer.set_tag_tree(tags.tree(&document.lang));
    if let Some(carried) = carried {
        carry::attach(&mut writer, carried, date(document)?)?;
    }
    let bytes = writer.finish().map_err(|error| failed(&error))?;
    match carried {
        Some(carried) => carry::stamped(&bytes, carried),
        None => Ok(bytes),
    }
}

/// What stands in the margins and the banner belong to the page, the rest to the layout.
fn artifact(item: &Item) -> ArtifactType {
    if item.y < MARGIN_Y || matches!(item.mark, Mark::Text { red: true, .. }) { ArtifactType::PaginationOther } else { ArtifactType::Layout }
}

fn draw(surface: &mut Surface<'_>, fonts: &Fonts, item: &Item) {
    match &item.mark {
        Mark::Rule { dx, dy, weight } => {
            let mut path = PathBuilder::new();
            path.move_to(item.x, item.y);
            path.line_to(item.x + dx, item.y + dy);
            if let Some(path) = path.finish() {
                surface.set_fill(None);
                surface.set_stroke(Some(Stroke { width: *weight, ..Stroke::default() }));
                surface.draw_path(&path);
            }
        }
        Mark::Code { modules, side } => {
            surface.set_stroke(None);
            surface.set_fill(Some(Fill::default()));
            if let Some(path) = squares(modules, *side, (item.x, item.y)) {
                surface.draw_path(&path);
            }
        }
        Mark::Text { shaped, clusters, stretch, red } => {
            let red = red.then(|| Fill { paint: rgb::Color::new(RED.0, RED.1, RED.2).into(), ..Fill::default() });
            surface.set_stroke(None);
            surface.set_fill(Some(red.unwrap_or_default()));
            draw_line(surface, fonts, shaped, shaped.clusters.get(clusters.clone()).unwrap_or_default(), *stretch, (item.x, item.y));
        }
    }
}

/// The dark modules of a code, those side by side as one.
fn squares(modules: &[Vec<bool>], side: f32, (x, y): (f32, f32)) -> Option<Path> {
    let mut path = PathBuilder::new();
    for (row, modules) in modules.iter().enumerate() {
        let mut column = 0;
        for run in modules.chunk_by(|one, next| one == next) {
            if run.first() == Some(&true) {
                path.push_rect(Rect::from_xywh(x + side * column as f32, y + side * row as f32, side * run.len() as f32, side)?);
            }
            column += run.len();
        }
    }
    path.finish()
}

/// Draws clusters in runs of one face.
fn draw_line(surface: &mut Surface<'_>, fonts: &Fonts, shaped: &Shaped, clusters: &[Cluster], stretch: f32, (mut x, y): (f32, f32)) {
    for run in clusters.chunk_by(|one, next| one.style == next.style) {
        let Some(style) = run.first().map(|cluster| cluster.style) else { continue };
        let start = Point::from_xy(x, y);
        let size = shaped.size;
        let mut glyphs = Vec::with_capacity(run.len());
        for cluster in run {
            let advance = cluster.advance + if matches!(cluster.kind, Kind::Space | Kind::Tie) { stretch } else { 0.0 };
            let text = cluster.text.clone();
            // A reader measures a cluster of several glyphs from the first to the last: a blank where it begins, its letter where it ends.
            if let (false, Some((blank, _))) = (cluster.marks.is_empty(), fonts.face(style).glyph(' ')) {
                glyphs.push(KrillaGlyph::new(GlyphId::new(blank), 0.0, 0.0, 0.0, 0.0, text.clone(), None));
            }
            for (mark, dx, dy) in &cluster.marks {
                glyphs.push(KrillaGlyph::new(GlyphId::new(*mark), 0.0, dx / size, dy / size, 0.0, text.clone(), None));
            }
            glyphs.push(KrillaGlyph::new(GlyphId::new(cluster.glyph), advance / size, 0.0, 0.0, 0.0, text, None));
            x += advance;
        }
        surface.draw_glyphs(start, &glyphs, fonts.face(style).font.clone(), &shaped.text, size, false);
    }
}

/// The day at 00:00 in Việt Nam is the only time in the file.
fn date(document: &Document) -> Result<DateTime, PdfError> {
    let mut parts = document.date.split('-').map(str::parse::<u16>);
    let (Some(Ok(year)), Some(Ok(month)), Some(Ok(day)), None) = (parts.next(), parts.next(), parts.next(), parts.next()) else {
        return Err(PdfError::Date(document.date.clone()));
    };
    let small = |number: u16| u8::try_from(number).map_err(|_| PdfError::Date(document.date.clone()));
    Ok(DateTime::new(year).month(small(month)?).day(small(day)?).hour(0).minute(0).second(0).utc_offset_hour(7).utc_offset_minute(0))
}

fn metadata(document: &Document, title: &str) -> Result<Metadata, PdfError> {
    Ok(Metadata::new()
        .title(title.to_owned())
        .language(document.lang.clone())
        .authors(Some(document.author.clone()).into_iter().filter(|author| !author.is_empty()).collect())
        .creator("dan-van-kheo".to_owned())
        .creation_date(date(document)?)
        .document_id(format!("{} {}", document.date, document.file_name)))
}

/// Sections under the document's title. PDF/UA asks for an outline, so a document without headings has one entry.
fn outline(targets: &[Target], title: &str) -> Outline {
    let mut outline = Outline::new();
    let mut open: Option<OutlineNode> = None;
    for target in targets {
        let node = OutlineNode::new(target.bookmark.text.clone(), XyzDestination::new(target.page, Point::from_xy(0.0, target.y))).with_open(true);
        match &mut open {
            Some(top) if target.bookmark.level > 1 => top.push_child(node),
            _ => open.replace(node).into_iter().for_each(|top| outline.push_child(top)),
        }
    }
    outline.push_child(open.unwrap_or_else(|| OutlineNode::new(title.to_owned(), XyzDestination::new(0, Point::from_xy(0.0, 0.0)))));
    outline
}
