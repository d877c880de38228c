//! What the metadata of a file say of the record: written at export, read back from the same bytes.
//!
//! Properties of our own need a description in the file (ISO 19005-3, 6.6.2.3.3): [`described`] writes it.

use std::ops::Range;

/// The name space of the properties; an address of nothing.
const SPACE: &str = "urn:dan-van-kheo:record/1#";
/// Characters of a SHA-256 in hex.
pub const HEX: usize = 64;

/// What is said of a record.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct Mark {
    /// Its id.
    pub id: String,
    /// Which export it is.
    pub revision: Option<i64>,
    /// SHA-256 of its canonical JSON without `revision`, hex.
    pub digest: String,
}

const PROPERTIES: [(&str, &str, &str); 4] = [
    ("id", "Text", "Id of the registration that is attached as registration.json"),
    ("revision", "Integer", "Number of the export of this registration"),
    ("digest", "Text", "SHA-256 of the canonical JSON of the registration without its revision, hex"),
    ("seal", "Text", "SHA-256 of the file up to its first end-of-file marker, with 64 zeros in place of this value, hex"),
];

/// Around the descriptions of properties that the writer makes.
pub const SCHEMAS: (&str, &str) = ("<pdfaExtension:schemas><rdf:Bag>", "</rdf:Bag></pdfaExtension:schemas>");

/// What the writer says besides and no standard asks for, two kilobytes of it: how the file came about, the version that its head names, and the
/// descriptions of these properties. From the first word to the end of the second.
pub const SPARE: [(&str, &str); 11] = [
    ("<xmpMM:History>", "</xmpMM:History>"),
    ("<xmpMM:InstanceID>", "</xmpMM:InstanceID>"),
    ("<xmpMM:RenditionClass>", "</xmpMM:RenditionClass>"),
    ("<pdf:PDFVersion>", "</pdf:PDFVersion>"),
    (" xmlns:stEvt=", "ResourceEvent#\""),
    (" xmlns:pdf=", "1.3/\""),
    (" xmlns:pdfaExtension=", "extension/\""),
    (" xmlns:pdfaSchema=", "schema#\""),
    (" xmlns:pdfaProperty=", "property#\""),
    ("<rdf:li rdf:parseType=\"Resource\"><pdfaSchema:schema>XMP Media Management schema", "</pdfaSchema:property></rdf:li>"),
    ("<rdf:li rdf:parseType=\"Resource\"><pdfaSchema:schema>Adobe PDF schema", "</pdfaSchema:property></rdf:li>"),
];

/// Describes the properties, after the descriptions that the file has already.
pub fn described(others: &str) -> String {
    let property = |(name, kind, what): &(&str, &str, &str)| {
        format!(
            "<rdf:li rdf:parseType=\"Resource\"><pdfaProperty:category>internal</pdfaProperty:category><pdfaProperty:description>{what}</pdfaProperty:description>\
             <pdfaProperty:name>{name}</pdfaProperty:name><pdfaProperty:valueType>{kind}</pdfaProperty:valueType></rdf:li>"
        )
    };
    format!(
        "<rdf:Description rdf:about=\"\" xmlns:pdfaExtension=\"http://www.aiim.org/pdfa/ns/extension/\" xmlns:pdfaSchema=\"http://www.aiim.org/pdfa/ns/schema#\" \
         xmlns:pdfaProperty=\"http://www.aiim.org/pdfa/ns/property#\">{}{others}<rdf:li rdf:parseType=\"Resource\">\
         <pdfaSchema:schema>The registration that this file carries</pdfaSchema:schema><pdfaSchema:namespaceURI>{SPACE}</pdfaSchema:namespaceURI>\
         <pdfaSchema:prefix>dvk</pdfaSchema:prefix><pdfaSchema:property><rdf:Seq>{}</rdf:Seq></pdfaSchema:property></rdf:li>{}</rdf:Description>",
        SCHEMAS.0,
        PROPERTIES.iter().map(property).collect::<String>(),
        SCHEMAS.1
    )
}

/// The properties, with zeros for the seal.
pub fn properties(mark: &Mark) -> String {
    let revision = mark.revision.map_or(String::new(), |revision| format!("<dvk:revision>{revision}</dvk:revision>"));
    format!(
        "<rdf:Description rdf:about=\"\" xmlns:dvk=\"{SPACE}\"><dvk:id>{}</dvk:id>{revision}<dvk:digest>{}</dvk:digest><dvk:seal>{}</dvk:seal></rdf:Description>",
        mark.id,
        mark.digest,
        "0".repeat(HEX)
    )
}

/// Where the value of a property stands in the metadata, as [`properties`] writes it; nothing unless it stands there once.
pub fn value(metadata: &[u8], name: &str) -> Option<Range<usize>> {
    let (open, close) = (format!("<dvk:{name}>"), format!("</dvk:{name}>"));
    let mut found = metadata.windows(open.len()).enumerate().filter(|(_, window)| *window == open.as_bytes());
    let start = found.next()?.0 + open.len();
    if found.next().is_some() {
        return None;
    }
    let length = metadata.get(start..)?.windows(close.len()).position(|window| window == close.as_bytes())?;
    Some(start..start + length)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_is_written_is_found() {
        let mark = Mark { id: "0199".into(), revision: Some(3), digest: "ab".into() };
        let text = properties(&mark);
        let read = |name| value(text.as_bytes(), name).and_then(|range| text.get(range));
        assert_eq!((read("id"), read("revision"), read("digest")), (Some("0199"), Some("3"), Some("ab")));
        assert_eq!(read("seal").map(str::len), Some(HEX));
        assert_eq!(value(text.repeat(2).as_bytes(), "id"), None);
        assert_eq!(value(b"<dvk:id>1", "id"), None);
        assert!(!properties(&Mark { revision: None, ..mark }).contains("revision"));
    }
}
