#!/usr/bin/env python3
"""Makes the four faces that the PDF writer embeds, and pages print with where Times New Roman is missing: subsets of Liberation Serif, renamed “DVK Serif”.

Input: Debian's fonts-liberation2 (Liberation Serif 2.1.5). Output: src/summary/pdf/fonts/*.ttf and OFL.txt, www/fonts/*.woff2, committed.
Liberation is a reserved font name of the OFL 1.1, so a modified version must bear another one; copyright and licence records stay.
The same input gives the same bytes: no clock is read.

    python3 -m venv /tmp/fonts && /tmp/fonts/bin/pip install fonttools==4.68.0 brotli==1.2.1
    /tmp/fonts/bin/python scripts/fonts.py
"""

import hashlib
import itertools
import pathlib
import re
import unicodedata

from fontTools import subset
from fontTools.ttLib import TTFont

SOURCE = pathlib.Path("/usr/share/fonts/truetype/liberation2")
COPYRIGHT = pathlib.Path("/usr/share/doc/fonts-liberation2/copyright")
TARGET = pathlib.Path(__file__).resolve().parent.parent / "src/summary/pdf/fonts"
WEB = pathlib.Path(__file__).resolve().parent.parent / "www/fonts"
FAMILY = "DVK Serif"
FACES = {"Regular": "regular", "Bold": "bold", "Italic": "italic", "BoldItalic": "bold-italic"}

# The letters of Vietnamese that ASCII lacks, both cases: 12 vowels x 6 tones, less the six plain a e i o u y, and đ.
VIETNAMESE = "".join(
    unicodedata.normalize("NFC", letter + tone)
    for letter, tone in itertools.product("aăâeêioôơuưyAĂÂEÊIOÔƠUƯY", ["", "\u0300", "\u0301", "\u0303", "\u0309", "\u0323"])
) + "đĐ"
VIETNAMESE = "".join(letter for letter in VIETNAMESE if not letter.isascii())

# Ê Đê, Gia Rai, Ba Na and other languages of Việt Nam written with Latin letters; marks for those without a letter of their own (ê̆, ơ̆, m̆).
MINORITY = "ČčĔĕĬĭŎŏŬŭÑñɃƀ" + "\u0300\u0301\u0302\u0303\u0306\u0309\u0323"
PUNCTUATION = "–—‘’‚“”„†‡•…‰′″‹›₫€№→−≈≠≤≥□■"


def code_points():
    points = set(range(0x20, 0x7F)) | set(range(0xA1, 0x100)) - {0xAD}
    points |= set(range(0x1EA0, 0x1EFA)) | {ord(c) for c in VIETNAMESE + MINORITY + PUNCTUATION}
    return points


def rename(font, style):
    names = font["name"]
    names.names = [record for record in names.names if record.platformID == 3 and record.nameID in (0, 1, 2, 3, 4, 5, 6, 13, 14)]
    words = style.replace("BoldItalic", "Bold Italic")
    for record in names.names:
        new = {
            1: FAMILY,
            3: f"Subset of version 2.1.5 - {FAMILY} {words}",
            4: FAMILY if style == "Regular" else f"{FAMILY} {words}",
            6: FAMILY.replace(" ", "") + ("" if style == "Regular" else f"-{style}"),
        }.get(record.nameID)
        if new:
            record.string = new
        assert record.nameID in (0, 13) or "Liberation" not in str(record), str(record)


def make(style, file_name):
    font = TTFont(SOURCE / f"LiberationSerif-{style}.ttf", recalcTimestamp=False)
    wanted = code_points()
    lacking = wanted - set(font.getBestCmap())
    assert not lacking, f"{style} lacks {[hex(c) for c in sorted(lacking)]}"
    options = subset.Options()
    options.hinting = False
    options.layout_features = []
    options.legacy_kern = False
    options.notdef_outline = True
    options.name_IDs = ["*"]
    options.name_languages = ["*"]
    options.drop_tables += ["FFTM", "DSIG", "GDEF", "GSUB", "GPOS", "PCLT", "LTSH", "VDMX", "hdmx"]
    subsetter = subset.Subsetter(options)
    subsetter.populate(unicodes=wanted)
    subsetter.subset(font)
    rename(font, style)
    path = TARGET / f"{file_name}.ttf"
    font.save(path, reorderTables=True)
    check(path)
    font = TTFont(path, recalcTimestamp=False)
    font.flavor = "woff2"
    font.save(WEB / f"{file_name}.woff2", reorderTables=True)


def check(path):
    assert len(VIETNAMESE) == 134, len(VIETNAMESE)
    font = TTFont(path)
    cmap = font.getBestCmap()
    glyphs = font["glyf"]
    for letter in VIETNAMESE:
        assert ord(letter) in cmap and glyphs[cmap[ord(letter)]].numberOfContours != 0, f"{path.name}: {letter}"
    data = path.read_bytes()
    print(f"{path.name:16} {len(data):6} bytes  {len(cmap)} code points  sha256 {hashlib.sha256(data).hexdigest()}")


def licence():
    """Debian's machine-readable copyright file, its paragraph on the fonts as plain text."""
    text = COPYRIGHT.read_text(encoding="utf-8")
    fonts = text[text.index("Files: *") : text.index("Files: debian/*")]
    holders = re.search(r"Copyright:\n(.*?)\nLicense:", fonts, re.S).group(1)
    terms = fonts[fonts.index("SIL-OFL-1.1") + len("SIL-OFL-1.1") :]
    lines = [line.strip() for line in holders.splitlines()]
    body = [re.sub(r"^ ", "", line).rstrip() for line in terms.strip("\n").splitlines()]
    body = ["" if line == "." else line for line in body]
    head = [f"“{FAMILY}” is a modified version (subset, renamed) of Liberation Serif 2.1.5; see scripts/fonts.py.", ""]
    squeezed = re.sub(r"\n{3,}", "\n\n", "\n".join(head + lines + [""] + body)).strip() + "\n"
    (TARGET / "OFL.txt").write_text(squeezed, encoding="utf-8")


if __name__ == "__main__":
    TARGET.mkdir(parents=True, exist_ok=True)
    WEB.mkdir(parents=True, exist_ok=True)
    for style, file_name in FACES.items():
        make(style, file_name)
    licence()
