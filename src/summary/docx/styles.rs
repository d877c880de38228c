//! Styles: the measures of [`forms`](crate::summary::forms) under names that Word shows, so that an office edits styles and not paragraphs.

use super::xml::Xml;
use crate::summary::forms::{Lettering, Masthead, Sheet};

/// Face that the official forms ask for.
pub const FACE: &str = "Times New Roman";

/// A paragraph style of the file.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Look {
    Text,
    Item,
    Name,
    Section,
    Subsection,
    Addressed,
    Superior,
    Body,
    Nation,
    Motto,
    Number,
    PlaceDate,
    Caption,
    Cell,
    HeadCell,
    Note,
    Authority,
    Position,
    Hint,
    Signer,
    ReceiptLabel,
    Receipt,
    PageNumber,
    Draft,
    /// Room that a table or a page needs after itself.
    Spacer,
}

use Look::{
    Addressed, Authority, Body, Caption, Cell, Draft, HeadCell, Hint, Item, Motto, Name, Nation, Note, Number, PageNumber, PlaceDate, Position, Receipt,
    ReceiptLabel, Section, Signer, Spacer, Subsection, Superior, Text,
};

const ALL: [Look; 25] = [
    Text,
    Item,
    Name,
    Section,
    Subsection,
    Addressed,
    Superior,
    Body,
    Nation,
    Motto,
    Number,
    PlaceDate,
    Caption,
    Cell,
    HeadCell,
    Note,
    Authority,
    Position,
    Hint,
    Signer,
    ReceiptLabel,
    Receipt,
    PageNumber,
    Draft,
    Spacer,
];

/// How a paragraph stands and how far apart its lines are.
struct Setting {
    lettering: Lettering,
    align: &'static str,
    before: f32,
    after: f32,
    first_line: f32,
    /// Exact distance of two lines in points; nothing = single spacing of the face.
    pitch: Option<f32>,
    keep: bool,
    /// Level in the navigation pane, from 0.
    outline: Option<u8>,
}

impl Look {
    /// Id and name. Word knows headings, captions and headers by these names, whatever the language of its menus.
    const fn names(self) -> (&'static str, &'static str) {
        match self {
            Text => ("VanBan", "DVK văn bản"),
            Item => ("LietKe", "DVK liệt kê"),
            Name => ("Heading1", "heading 1"),
            Section => ("Heading2", "heading 2"),
            Subsection => ("Heading3", "heading 3"),
            Addressed => ("KinhGui", "DVK kính gửi"),
            Superior => ("CapTren", "DVK cơ quan cấp trên"),
            Body => ("CoQuan", "DVK cơ quan ban hành"),
            Nation => ("QuocHieu", "DVK quốc hiệu"),
            Motto => ("TieuNgu", "DVK tiêu ngữ"),
            Number => ("SoKyHieu", "DVK số, ký hiệu"),
            PlaceDate => ("DiaDanhNgay", "DVK địa danh, ngày tháng"),
            Caption => ("Caption", "caption"),
            Cell => ("OBang", "DVK ô bảng"),
            HeadCell => ("DauBang", "DVK đầu bảng"),
            Note => ("GhiChu", "DVK ghi chú"),
            Authority => ("ThamQuyen", "DVK quyền hạn ký"),
            Position => ("ChucVu", "DVK chức vụ"),
            Hint => ("HuongDanKy", "DVK hướng dẫn ký"),
            Signer => ("HoTen", "DVK họ tên người ký"),
            ReceiptLabel => ("NoiNhan", "DVK nơi nhận"),
            Receipt => ("DongNoiNhan", "DVK dòng nơi nhận"),
            PageNumber => ("Header", "header"),
            Draft => ("BanNhap", "DVK bản nháp"),
            Spacer => ("Cach", "DVK khoảng cách"),
        }
    }

    /// Id of the style of a form: a second form in one file has styles of its own.
    pub fn id(self, form: usize) -> String {
        let (id, _) = self.names();
        if form == 0 { id.to_owned() } else { format!("{id}-{}", form + 1) }
    }

    fn setting(self, sheet: &Sheet) -> Setting {
        let plain = |lettering| Setting { lettering, align: "left", before: 0.0, after: 0.0, first_line: 0.0, pitch: None, keep: false, outline: None };
        let centred = |lettering| Setting { align: "center", ..plain(lettering) };
        let text = Setting { align: "both", before: sheet.gap, first_line: sheet.first_line, pitch: Some(sheet.pitch), ..plain(sheet.text) };
        let section = |level| Setting { align: "left", before: sheet.gap * 1.5, lettering: sheet.section, keep: true, outline: Some(level), ..text };
        match self {
            Text => text,
            Item => Setting { before: sheet.gap / 2.0, ..text },
            Name => {
                let after = if sheet.masthead == Masthead::Party { 0.0 } else { 2.0 };
                Setting { before: sheet.pitch, after, keep: true, outline: Some(0), ..centred(sheet.name) }
            }
            Section => section(1),
            Subsection => section(2),
            Addressed => Setting { before: sheet.gap, after: sheet.gap, pitch: Some(sheet.pitch), ..centred(sheet.text) },
            Superior => centred(sheet.superior),
            Body => centred(sheet.body),
            Nation => centred(sheet.nation),
            Motto => centred(sheet.motto),
            Number => Setting { before: 4.0, ..centred(sheet.number) },
            PlaceDate => Setting { before: 4.0, ..centred(sheet.place_date) },
            Caption => Setting { before: sheet.gap, after: 3.0, keep: true, ..centred(sheet.note) },
            Cell => plain(sheet.table),
            HeadCell => centred(sheet.table_head),
            Note => Setting { align: "both", before: sheet.gap, ..plain(sheet.note) },
            Authority => Setting { keep: true, ..centred(sheet.authority) },
            Position => Setting { keep: true, ..centred(sheet.position) },
            Hint => Setting { keep: true, ..centred(sheet.hint) },
            Signer => centred(sheet.signer),
            ReceiptLabel => plain(sheet.receipt_label),
            Receipt => plain(sheet.receipt),
            PageNumber => centred(sheet.page_number),
            Draft => centred(DRAFT),
            Spacer => Setting { pitch: Some(1.0), ..plain(Lettering { size: 1.0, ..sheet.text }) },
        }
    }
}

/// Banner of a draft, as in PDF.
const DRAFT: Lettering = Lettering { size: 9.0, style: crate::summary::forms::Style { bold: true, italic: false } };
/// Its dark red.
const DRAFT_COLOUR: &str = "8B0000";

/// Points as twentieths of a point, which most measures of the format are in.
pub fn twips(points: f32) -> String {
    format!("{}", (points * 20.0).round() as i32)
}

/// The part `styles.xml`.
pub fn part(sheets: &[&Sheet], lang: &str) -> String {
    let mut xml = Xml::part();
    xml.open("w:styles", &[("xmlns:w", super::package::WORD)]);
    xml.open("w:docDefaults", &[]);
    xml.open("w:rPrDefault", &[]);
    xml.open("w:rPr", &[]);
    xml.empty("w:rFonts", &[("w:ascii", FACE), ("w:eastAsia", FACE), ("w:hAnsi", FACE), ("w:cs", FACE)]);
    xml.value("w:sz", "28");
    xml.value("w:szCs", "28");
    xml.empty("w:lang", &[("w:val", lang), ("w:eastAsia", lang), ("w:bidi", lang)]);
    xml.close("w:rPr");
    xml.close("w:rPrDefault");
    xml.empty("w:pPrDefault", &[]);
    xml.close("w:docDefaults");
    xml.open("w:style", &[("w:type", "paragraph"), ("w:default", "1"), ("w:styleId", "Normal")]);
    xml.value("w:name", "Normal");
    xml.empty("w:qFormat", &[]);
    xml.close("w:style");
    xml.open("w:style", &[("w:type", "table"), ("w:default", "1"), ("w:styleId", "TableNormal")]);
    xml.value("w:name", "Normal Table");
    xml.open("w:tblPr", &[]);
    xml.empty("w:tblInd", &[("w:w", "0"), ("w:type", "dxa")]);
    xml.close("w:tblPr");
    xml.close("w:style");
    for (form, sheet) in sheets.iter().enumerate() {
        ALL.iter().for_each(|look| style(&mut xml, *look, form, sheet));
    }
    xml.close("w:styles");
    xml.0
}

fn style(xml: &mut Xml, look: Look, form: usize, sheet: &Sheet) {
    let (_, name) = look.names();
    let name = if form == 0 { name.to_owned() } else { format!("{name} ({})", form + 1) };
    let setting = look.setting(sheet);
    xml.open("w:style", &[("w:type", "paragraph"), ("w:styleId", &look.id(form))]);
    xml.value("w:name", &name);
    xml.value("w:basedOn", "Normal");
    if setting.outline.is_some() {
        xml.value("w:next", &Text.id(form));
    }
    xml.empty("w:qFormat", &[]);
    xml.open("w:pPr", &[]);
    if setting.keep {
        xml.empty("w:keepNext", &[]);
    }
    let rule = if setting.pitch.is_some() { "exact" } else { "auto" };
    let line = setting.pitch.map_or_else(|| "240".to_owned(), twips);
    let (before, after) = (twips(setting.before), twips(setting.after));
    xml.empty("w:spacing", &[("w:before", &before), ("w:after", &after), ("w:line", &line), ("w:lineRule", rule)]);
    if setting.first_line > 0.0 {
        xml.empty("w:ind", &[("w:firstLine", &twips(setting.first_line))]);
    }
    xml.value("w:jc", setting.align);
    if let Some(level) = setting.outline {
        xml.value("w:outlineLvl", &level.to_string());
    }
    xml.close("w:pPr");
    xml.open("w:rPr", &[]);
    lettering(xml, setting.lettering);
    if look == Draft {
        xml.value("w:color", DRAFT_COLOUR);
    }
    size(xml, setting.lettering);
    if look == ReceiptLabel && sheet.receipt_underlined {
        xml.value("w:u", "single");
    }
    xml.close("w:rPr");
    xml.close("w:style");
}

/// Weight and slant; what is not asked for is switched off.
pub fn lettering(xml: &mut Xml, lettering: Lettering) {
    for (tag, on) in [("w:b", lettering.style.bold), ("w:i", lettering.style.italic)] {
        xml.value(tag, if on { "1" } else { "0" });
    }
}

/// Size, in half points.
pub fn size(xml: &mut Xml, lettering: Lettering) {
    let half_points = format!("{}", (lettering.size * 2.0).round() as i32);
    xml.value("w:sz", &half_points);
    xml.value("w:szCs", &half_points);
}
