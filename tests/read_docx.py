"""Opens DOCX files with python-docx and says what is not as an official form must be. Usage: read_docx.py file…; called by tests/docx.rs."""

import sys
import zipfile
from xml.etree import ElementTree

import docx
from docx.oxml.ns import qn
from docx.shared import Mm


def check(path):
    with zipfile.ZipFile(path) as archive:
        assert archive.testzip() is None
        for entry in archive.infolist():
            assert entry.date_time == (1980, 1, 1, 0, 0, 0) or entry.date_time[1] == 0, f"{entry.filename}: {entry.date_time}"
            ElementTree.fromstring(archive.read(entry))
    document = docx.Document(path)
    assert document.core_properties.title and document.core_properties.language == "vi-VN"
    styles = document.styles
    normal = styles.element.find(qn("w:docDefaults"))
    assert normal.find(".//" + qn("w:lang")).get(qn("w:val")) == "vi-VN"
    assert normal.find(".//" + qn("w:rFonts")).get(qn("w:ascii")) == "Times New Roman"
    for section in document.sections:
        size = [section.page_width, section.page_height, section.top_margin, section.bottom_margin, section.left_margin, section.right_margin]
        wanted = [Mm(210), Mm(297), Mm(20), Mm(20), Mm(30), Mm(15)]
        # To a twentieth of a point.
        assert all(abs(got - want) <= 635 for got, want in zip(size, wanted)), size
        assert section.different_first_page_header_footer and abs(section.header_distance - Mm(10)) <= 635
        field = qn("w:fldSimple")
        assert section.header._element.find(".//" + field) is not None, "pages are numbered"
        assert section.first_page_header._element.find(".//" + field) is None, "page 1 is not"
    outline = [paragraph.style.name for paragraph in document.paragraphs if paragraph.style.name.lower().startswith("heading")]
    assert outline and outline[0].lower().startswith("heading 1"), outline
    text = document.styles["DVK văn bản"]
    spacing = text.paragraph_format
    assert (text.font.size.pt, spacing.line_spacing.pt, spacing.space_before.pt) == (14, 18, 6), "14 pt on exactly 18 pt, 6 pt apart"
    for table in document.tables:
        if table._element.find(qn("w:tblPr")).find(qn("w:tblBorders")) is not None:
            assert table.rows[0]._tr.find(qn("w:trPr")).find(qn("w:tblHeader")) is not None, "the head repeats"


for file in sys.argv[1:]:
    try:
        check(file)
    except Exception as error:
        sys.exit(f"{file}: {type(error).__name__}: {error}")
