//! The parts of the file besides the text, and the zip that holds them.

use std::io::Write;

use rawzip::{CompressionMethod, ZipArchiveWriter, ZipDataWriter};

use super::styles::{FACE, Look};
use super::xml::Xml;
use super::{Docx, DocxError, fields_of_date};
use crate::summary::document::Document;

/// Namespace of the text.
pub const WORD: &str = "http://schemas.openxmlformats.org/wordprocessingml/2006/main";
/// Namespace of boxes that are ticked with a click.
pub const WORD_2010: &str = "http://schemas.microsoft.com/office/word/2010/wordml";
/// Namespace of references from one part to another.
pub const OFFICE: &str = "http://schemas.openxmlformats.org/officeDocument/2006/relationships";
const COMPATIBILITY: &str = "http://schemas.openxmlformats.org/markup-compatibility/2006";
const PACKAGE: &str = "http://schemas.openxmlformats.org/package/2006";
/// How hard the text is pressed: as zip programs do by default.
const LEVEL: u8 = 6;

/// Headers that sections refer to, by the ids under which the text finds them.
pub const HEADERS: [(&str, &str, Header); 4] = [
    ("first", "header1.xml", Header { draft: false, number: false }),
    ("next", "header2.xml", Header { draft: false, number: true }),
    ("draftFirst", "header3.xml", Header { draft: true, number: false }),
    ("draftNext", "header4.xml", Header { draft: true, number: true }),
];

/// What stands above the text of a page.
#[derive(Debug, Clone, Copy)]
pub struct Header {
    /// The banner of a draft.
    draft: bool,
    /// The number of the page.
    number: bool,
}

/// Root attributes of parts with text.
pub const ROOT: [(&str, &str); 5] = [("xmlns:w", WORD), ("xmlns:r", OFFICE), ("xmlns:mc", COMPATIBILITY), ("xmlns:w14", WORD_2010), ("mc:Ignorable", "w14")];

/// Packs text and styles into a file. Dates in the zip are absent, so that the same document gives the same bytes.
pub fn pack(document: &Document, lang: &str, text: &str, styles: &str) -> Result<Docx, DocxError> {
    let mut parts = vec![
        ("[Content_Types].xml", content_types()),
        ("_rels/.rels", package_links()),
        ("docProps/core.xml", core(document, lang)?),
        ("docProps/app.xml", app()),
        ("word/document.xml", text.to_owned()),
        ("word/_rels/document.xml.rels", text_links()),
        ("word/styles.xml", styles.to_owned()),
        ("word/settings.xml", settings(lang)),
        ("word/fontTable.xml", fonts()),
    ];
    let names: Vec<String> = HEADERS.iter().map(|(_, name, _)| format!("word/{name}")).collect();
    for (name, (_, _, what)) in names.iter().zip(&HEADERS) {
        parts.push((name, header(*what, document.draft.as_deref().unwrap_or_default())));
    }
    let written = |error: rawzip::Error| DocxError::Write(error.to_string());
    let mut bytes = Vec::new();
    let mut archive = ZipArchiveWriter::new(&mut bytes);
    for (name, content) in parts {
        let (mut entry, config) = archive.new_file(name).compression_method(CompressionMethod::Deflate).start().map_err(written)?;
        let mut data: ZipDataWriter<_> = config.wrap(Deflater { to: &mut entry });
        data.write_all(content.as_bytes()).map_err(|error| DocxError::Write(error.to_string()))?;
        let (_, size) = data.finish().map_err(written)?;
        entry.finish(size).map_err(written)?;
    }
    archive.finish().map_err(written)?;
    Ok(Docx { bytes })
}

/// Presses what is written in one piece.
struct Deflater<W> {
    to: W,
}

impl<W: Write> Write for Deflater<W> {
    fn write(&mut self, content: &[u8]) -> std::io::Result<usize> {
        self.to.write_all(&miniz_oxide::deflate::compress_to_vec(content, LEVEL))?;
        Ok(content.len())
    }

    fn flush(&mut self) -> std::io::Result<()> {
        self.to.flush()
    }
}

fn content_types() -> String {
    let mut xml = Xml::part();
    xml.open("Types", &[("xmlns", &format!("{PACKAGE}/content-types"))]);
    xml.empty("Default", &[("Extension", "rels"), ("ContentType", "application/vnd.openxmlformats-package.relationships+xml")]);
    xml.empty("Default", &[("Extension", "xml"), ("ContentType", "application/xml")]);
    let mut part = |name: &str, kind: &str| xml.empty("Override", &[("PartName", name), ("ContentType", &format!("application/vnd.{kind}+xml"))]);
    part("/docProps/core.xml", "openxmlformats-package.core-properties");
    part("/docProps/app.xml", "openxmlformats-officedocument.extended-properties");
    for (name, kind) in [("document", "document.main"), ("styles", "styles"), ("settings", "settings"), ("fontTable", "fontTable")] {
        part(&format!("/word/{name}.xml"), &format!("openxmlformats-officedocument.wordprocessingml.{kind}"));
    }
    for (_, name, _) in HEADERS {
        part(&format!("/word/{name}"), "openxmlformats-officedocument.wordprocessingml.header");
    }
    xml.close("Types");
    xml.0
}

fn links(links: &[(&str, String, &str)]) -> String {
    let mut xml = Xml::part();
    xml.open("Relationships", &[("xmlns", &format!("{PACKAGE}/relationships"))]);
    for (id, kind, target) in links {
        xml.empty("Relationship", &[("Id", id), ("Type", kind), ("Target", target)]);
    }
    xml.close("Relationships");
    xml.0
}

fn package_links() -> String {
    links(&[
        ("text", format!("{OFFICE}/officeDocument"), "word/document.xml"),
        ("core", format!("{PACKAGE}/relationships/metadata/core-properties"), "docProps/core.xml"),
        ("app", format!("{OFFICE}/extended-properties"), "docProps/app.xml"),
    ])
}

fn text_links() -> String {
    let mut all: Vec<(&str, String, &str)> = ["styles", "settings", "fontTable"]
        .iter()
        .zip(["styles.xml", "settings.xml", "fontTable.xml"])
        .map(|(id, target)| (*id, format!("{OFFICE}/{id}"), target))
        .collect();
    all.extend(HEADERS.iter().map(|(id, name, _)| (*id, format!("{OFFICE}/header"), *name)));
    links(&all)
}

fn core(document: &Document, lang: &str) -> Result<String, DocxError> {
    let day = fields_of_date(&document.date)?;
    let at = format!("{day}T00:00:00Z");
    let mut xml = Xml::part();
    xml.open(
        "cp:coreProperties",
        &[
            ("xmlns:cp", &format!("{PACKAGE}/metadata/core-properties")),
            ("xmlns:dc", "http://purl.org/dc/elements/1.1/"),
            ("xmlns:dcterms", "http://purl.org/dc/terms/"),
            ("xmlns:xsi", "http://www.w3.org/2001/XMLSchema-instance"),
        ],
    );
    xml.leaf("dc:title", &[], &document.title);
    xml.leaf("dc:creator", &[], &document.author);
    xml.leaf("cp:lastModifiedBy", &[], &document.author);
    xml.leaf("dc:language", &[], lang);
    for tag in ["dcterms:created", "dcterms:modified"] {
        xml.leaf(tag, &[("xsi:type", "dcterms:W3CDTF")], &at);
    }
    xml.close("cp:coreProperties");
    Ok(xml.0)
}

fn app() -> String {
    let mut xml = Xml::part();
    xml.open("Properties", &[("xmlns", "http://schemas.openxmlformats.org/officeDocument/2006/extended-properties")]);
    xml.leaf("Application", &[], "Dân vận khéo");
    xml.close("Properties");
    xml.0
}

fn settings(lang: &str) -> String {
    let mut xml = Xml::part();
    xml.open("w:settings", &[("xmlns:w", WORD)]);
    xml.empty("w:zoom", &[("w:percent", "100")]);
    xml.value("w:defaultTabStop", "720");
    xml.value("w:characterSpacingControl", "doNotCompress");
    xml.open("w:compat", &[]);
    // Lays out as Word 2013 and later do, instead of opening in compatibility mode.
    xml.empty("w:compatSetting", &[("w:name", "compatibilityMode"), ("w:uri", "http://schemas.microsoft.com/office/word"), ("w:val", "15")]);
    xml.close("w:compat");
    xml.empty("w:themeFontLang", &[("w:val", lang)]);
    xml.close("w:settings");
    xml.0
}

/// Where Times New Roman is missing, its likeness of the same widths.
fn fonts() -> String {
    let mut xml = Xml::part();
    xml.open("w:fonts", &[("xmlns:w", WORD)]);
    xml.open("w:font", &[("w:name", FACE)]);
    xml.value("w:altName", "Liberation Serif");
    xml.value("w:family", "roman");
    xml.value("w:pitch", "variable");
    xml.close("w:font");
    xml.close("w:fonts");
    xml.0
}

fn header(what: Header, draft: &str) -> String {
    let mut xml = Xml::part();
    xml.open("w:hdr", &ROOT);
    xml.open("w:p", &[]);
    xml.open("w:pPr", &[]);
    xml.value("w:pStyle", &Look::PageNumber.id(0));
    xml.close("w:pPr");
    if what.number {
        xml.open("w:fldSimple", &[("w:instr", " PAGE ")]);
        xml.open("w:r", &[]);
        xml.leaf("w:t", &[], "2");
        xml.close("w:r");
        xml.close("w:fldSimple");
    }
    xml.close("w:p");
    if what.draft && !draft.is_empty() {
        xml.open("w:p", &[]);
        xml.open("w:pPr", &[]);
        xml.value("w:pStyle", &Look::Draft.id(0));
        xml.close("w:pPr");
        xml.open("w:r", &[]);
        xml.leaf("w:t", &[("xml:space", "preserve")], draft);
        xml.close("w:r");
        xml.close("w:p");
    }
    xml.close("w:hdr");
    xml.0
}
