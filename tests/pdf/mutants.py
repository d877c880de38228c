"""Files made wrong on purpose: each must add a report that the right file does not have, or the validators guard nothing."""

import collections
import sys
import tempfile
from pathlib import Path

import pikepdf
from pikepdf import Array, Dictionary, Name, String

from validators import outloud, preflight


def elements(pdf, kind):
    """Structure elements of a kind, in reading order."""

    def walk(node):
        if isinstance(node, Dictionary) and "/S" in node and node.S == kind:
            yield node
        if isinstance(node, Dictionary) and "/K" in node:
            children = node.K
            for child in children if isinstance(children, Array) else [children]:
                yield from walk(child)

    return list(walk(pdf.Root.StructTreeRoot))


def fonts(pdf):
    return [font for page in pdf.pages for font in page.Resources.Font.values()]


def drop_title(pdf):
    with pdf.open_metadata(update_docinfo=False) as metadata:
        del metadata["dc:title"]
    if "/Info" in pdf.trailer and "/Title" in pdf.docinfo:
        del pdf.docinfo["/Title"]


def drop_ua(pdf):
    with pdf.open_metadata(update_docinfo=False) as metadata:
        del metadata["pdfuaid:part"]


def drop_display(pdf):
    del pdf.Root.ViewerPreferences["/DisplayDocTitle"]


def drop_scope(pdf):
    for cell in elements(pdf, Name.TH):
        attributes = cell.get("/A", Array())
        for entry in attributes if isinstance(attributes, Array) else [attributes]:
            if isinstance(entry, Dictionary) and "/Scope" in entry:
                del entry["/Scope"]


def drop_unicode(pdf):
    for font in fonts(pdf):
        if "/ToUnicode" in font:
            del font["/ToUnicode"]


def drop_font_file(pdf):
    for font in fonts(pdf):
        descriptor = font.DescendantFonts[0].FontDescriptor
        if "/FontFile2" in descriptor:
            del descriptor["/FontFile2"]


def skip_level(pdf):
    for heading in elements(pdf, Name.H2):
        heading.S = Name.H4


def device_colours(pdf):
    """Colours of the device need an output intent; ours carry profiles of their own, so that the intent alone is missed by nobody."""
    for page in pdf.pages:
        for name, space in page.Resources.get("/ColorSpace", Dictionary()).items():
            if isinstance(space, Array) and space[0] == Name.ICCBased:
                page.Resources.ColorSpace[name] = Name.DeviceGray if space[1].N == 1 else Name.DeviceRGB


def drop_intent(pdf):
    device_colours(pdf)
    del pdf.Root["/OutputIntents"]


def add_script(pdf):
    pdf.Root.OpenAction = pdf.make_indirect(Dictionary(S=Name.JavaScript, JS=String("app.alert(1)")))


def drop(key):
    def mutate(pdf):
        del pdf.Root[key]

    return mutate


MUTANTS = {
    "no-lang": drop("/Lang"),
    "no-structure": drop("/StructTreeRoot"),
    "no-mark-info": drop("/MarkInfo"),
    "no-title": drop_title,
    "no-ua-id": drop_ua,
    "no-display-title": drop_display,
    "no-scope": drop_scope,
    "no-unicode": drop_unicode,
    "no-font-file": drop_font_file,
    "no-output-intent": drop_intent,
    "skipped-heading": skip_level,
    "script": add_script,
}


def run(folder, report):
    report(len(MUTANTS) == 12, "mutants", len(MUTANTS))
    with tempfile.TemporaryDirectory() as made:
        files = []
        for name, mutate in {"unchanged": lambda pdf: None, "device-colours": device_colours, **MUTANTS}.items():
            with pikepdf.open(folder / "party-form.pdf") as pdf:
                mutate(pdf)
                files.append(Path(made) / f"{name}.pdf")
                pdf.save(files[-1])
        spoken, (flown, _) = outloud(files, sys.executable), preflight(files)
    beyond = lambda name: collections.Counter(rule for rule, *_ in spoken[name]) + collections.Counter(code for code, _ in flown[name][0])
    for right in ("unchanged.pdf", "device-colours.pdf"):
        report(not beyond(right), f"right file {right}", beyond(right))
    for name in MUTANTS:
        report(beyond(f"{name}.pdf"), f"mutant {name}", "no tool reports it")
