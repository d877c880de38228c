"""Measures the official forms on paper and compares them with what their instructions allow.

Every row: part of the form, source, allowed, measured. `DVK_BLESS=1` writes them to docs/official-forms.md; else the file must agree.
"""

import os
import re
import statistics
from pathlib import Path

from paper import DESCENT, LEFT, MM, RIGHT, read

ROOT = Path(__file__).resolve().parents[2]
TABLE = ROOT / "docs/official-forms.md"
ND30 = "NĐ 30/2020/NĐ-CP, Phụ lục I"
HD05 = "HD 05-HD/VPTW (2026)"
DATE = re.compile(r"^\S.*, ngày (0[1-9]|[12]\d|3[01]) tháng (0[12]|[3-9]|1[0-2]) năm \d{4}$")


class Sheet:
    """One form with what was measured on it."""

    def __init__(self, name, source, folder):
        self.name, self.source = name, source
        self.pages = read(folder / f"{name}-form.pdf")
        # Pages full of text, where the form itself has none.
        self.more = read(folder / "long.pdf") if name == "party" else []
        self.first = self.pages[0]
        self.rows = []
        # Place and date stand in the right column, the bodies in the left one.
        title = next(line for line in self.first.lines if line.text.startswith("BẢN ĐĂNG KÝ"))
        head = [line for line in self.first.lines if line.baseline < title.baseline]
        gaps = [(b["x0"] - a["x1"], (a["x1"] + b["x0"]) / 2) for line in head for a, b in zip(line.chars, line.chars[1:])]
        self.middle = max(gaps)[1] if max(gaps)[0] > 8 * MM else 0
        halves = [(line.part(0, self.middle), line.part(self.middle, 600)) for line in head]
        self.left = [left for left, _ in halves if left]
        self.right = [right for _, right in halves if right]
        self.title, self.date = title, next(line for line in self.right if "ngày" in line.text)

    def row(self, part, allowed, measured, ok, source=None):
        self.rows.append((part, source or self.source, allowed, measured, bool(ok)))

    def lettering(self, part, line, sizes, face, caps=None, allowed=None):
        """Size within 0.1 pt of the allowed range, weight, slant, capitals."""
        low, high = sizes if isinstance(sizes, tuple) else (sizes, sizes)
        words = {"Regular": "upright", "Bold": "bold", "Italic": "italic", "BoldItalic": "bold italic"}
        span = f"{low:g}" if low == high else f"{low:g}-{high:g}"
        capitals = line.text == line.text.upper()
        ok = line and len(line.sizes) == 1 and low - 0.1 <= line.size <= high + 0.1 and line.faces == {face} and (caps is None or caps == capitals)
        say = lambda face, caps: words[face] + (", capitals" if caps else "")
        self.row(part, allowed or f"{span} pt {say(face, caps)}", f"{line.size:.1f} pt {say(min(line.faces), capitals and caps)}", ok)

    def length(self, part, allowed, measured, low, high, unit="mm", source=None):
        scale = MM if unit == "mm" else 1
        slack = 0.3 if unit == "mm" else 0.1
        self.row(part, allowed, f"{measured / scale:.1f} {unit}", low - slack <= measured / scale <= high + slack, source)

    def rule_below(self, line, page=None):
        """The rule nearest below a line and not wider apart than a line."""
        near = [rule for rule in (page or self.first).rules if line.baseline < rule[2] < line.bottom + 12 and abs((rule[0] + rule[1]) / 2 - line.center) < 2]
        return min(near, key=lambda rule: rule[2]) if near else None

    def rule(self, part, allowed, line, low, high):
        found = self.rule_below(line)
        share = (found[1] - found[0]) / line.width if found else 0
        self.row(part, allowed, f"{share:.2f} of the line" if found else "none", found and low <= share <= high)

    def everywhere(self):
        return [(page, line) for page in self.pages for line in page.lines]


def foot(page, line):
    """The words beside the code at the end of a part; like the page number they stand in a margin."""
    return line.top > page.height - 20 * MM and line.text.startswith(("Mã phiếu: ", "Mã đối chiếu: "))


def paragraphs(sheet):
    """Runs of lines of the text at one pitch: (first line, lines)."""
    runs = []
    for page in sheet.pages:
        lines = [line for line in page.lines if sheet.title.baseline < line.baseline or page.index > 0]
        for line in lines:
            starts = abs(line.x0 - LEFT - sheet.first_line) < 0.6
            if starts:
                runs.append([line])
            elif runs and runs[-1][-1].page == line.page and abs(line.x0 - LEFT) < 0.6 and line.baseline - runs[-1][-1].baseline < 20:
                runs[-1].append(line)
    return runs


def measure(sheet):
    party, state = sheet.name == "party", sheet.name != "party"
    first, last = sheet.first, sheet.pages[-1]
    body = [(page, line) for page, line in sheet.everywhere() if not (line.text.isdigit() and line.top < 20 * MM)]
    sheet.row("Paper", "A4, 210 × 297 mm, upright", f"{first.width / MM:.0f} × {first.height / MM:.0f} mm", all((round(p.width / MM), round(p.height / MM)) == (210, 297) for p in sheet.pages))
    margins = ("20", "30", "15") if party else ("20-25", "30-35", "15-20")
    sheet.length("Top margin, page 1: nothing stands above", f"{margins[0]} mm", min([line.top for line in first.lines] + [rule[2] for rule in first.rules]), 20, 20)
    bottoms = [first.height - max(line.bottom for line in page.lines if not foot(page, line)) for page in sheet.pages + sheet.more]
    sheet.length("Bottom margin of the fullest page", f"{margins[0]} mm; a page ends with a whole line", min(bottoms), 20, 20 + 18 / MM)
    feet = [[line for line in page.lines if foot(page, line)] for page in sheet.pages]
    sheet.row("Words beside the code", "last page only, in the bottom margin", ", ".join(str(len(lines)) for lines in feet), [len(lines) for lines in feet] == [0] * (len(feet) - 1) + [2], source="house rule")
    sheet.length("Left margin", f"{margins[1]} mm", min(line.x0 for _, line in body), 30, 30)
    sheet.length("Right margin", f"{margins[2]} mm", first.width - max(line.x1 for _, line in body), 15, 15)
    colors = {color for page in sheet.pages for color in page.colors}
    sheet.row("Colour", "black", "black" if colors == {(0.0,)} else str(colors), colors <= {(0.0,), (0.0, 0.0, 0.0)})
    # Heading.
    if party:
        nation = next(line for line in sheet.right if line.text == "ĐẢNG CỘNG SẢN VIỆT NAM")
        sheet.lettering("“ĐẢNG CỘNG SẢN VIỆT NAM”", nation, 15, "Bold", True)
        sheet.rule("Rule under it", "as long as the words", nation, 0.99, 1.01)
    else:
        nation = next(line for line in sheet.right if line.text == "CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM")
        motto = next(line for line in sheet.right if line.text == "Độc lập - Tự do - Hạnh phúc")
        sheet.lettering("Quốc hiệu", nation, (12, 13), "Bold", True)
        sheet.lettering("Tiêu ngữ", motto, (13, 14), "Bold")
        sheet.rule("Rule under Tiêu ngữ", "as long as the words", motto, 0.99, 1.01)
        sheet.length("Tiêu ngữ is centred under Quốc hiệu", "0 mm apart", abs(nation.center - motto.center), 0, 0)
    if sheet.name != "citizen":
        bodies = [line for line in sheet.left if not line.text.startswith("Số") and line.text != "*"]
        superior = [line for line in bodies if line.faces == {"Regular"}]
        issuing = [line for line in bodies if line.faces == {"Bold"}]
        sheet.lettering("Superior body", superior[0], 14 if party else (12, 13), "Regular", True)
        sheet.lettering("Issuing body", issuing[0], 14 if party else (12, 13), "Bold", True)
        if party:
            star = [line for line in sheet.left if line.text == "*"]
            sheet.row("Star under the issuing body", "one, centred", f"{len(star)}, {abs(star[0].center - issuing[0].center) / MM:.1f} mm off", len(star) == 1 and abs(star[0].center - issuing[0].center) < 1)
        else:
            sheet.rule("Rule under the issuing body", "1/3 to 1/2 of the line", issuing[-1], 1 / 3, 1 / 2)
        number = next(line for line in sheet.left if line.text.startswith("Số"))
        sheet.lettering("Number", number, 14 if party else 13, "Regular")
        pattern = r"^Số \d{2,}-\S+/\S+$" if party else r"^Số: \d{2,}/\S+$"
        sheet.row("Number’s words", "“Số 05-ĐK/CB”: no colon" if party else "“Số: 18/ĐK-HS”: a colon", f"“{number.text}”", re.match(pattern, number.text))
        sheet.length("Number and date stand on one line", "0 pt apart", abs(number.baseline - sheet.date.baseline), 0, 0.1, "pt")
    sheet.lettering("Place and date", sheet.date, 14 if party else (13, 14), "Italic")
    sheet.row("Date’s digits", "a zero before days below 10, months 1 and 2", f"“{sheet.date.text}”", DATE.match(sheet.date.text))
    # Title.
    sheet.lettering("Name of the document", sheet.title, (15, 16) if party else (13, 14), "Bold", True)
    after = [line for line in first.lines if line.baseline > sheet.title.baseline]
    subtitle = after[0]
    sheet.lettering("What it is about", subtitle, (14, 15) if party else (13, 14), "Bold")
    if party:
        dashes = after[1]
        sheet.row("Under it", "five hyphens", f"“{dashes.text}”", dashes.text == "-----" and abs(dashes.center - subtitle.center) < 1)
    else:
        sheet.rule("Rule under it", "1/3 to 1/2 of the line", subtitle, 1 / 3, 1 / 2)
    sheet.length("Title is centred in the text", "0 mm off", abs(sheet.title.center - (LEFT + RIGHT) / 2), 0, 0)
    to = [line for line in after if line.text.startswith("Kính gửi:")][0]
    label = to.part(0, to.x0 + next(char["x1"] for char in to.chars if char["text"] == ":") - to.x0 + 0.1)
    sheet.lettering("“Kính gửi:”", label, 14 if party else (13, 14), "Italic" if party else "Regular")
    several = [to.part(label.x1 + 1, 600)] + [line for line in after if line.text.startswith("- ") and line.baseline < to.baseline + 60]
    ends = [line.text[-1] for line in several]
    sheet.row("Several recipients", "dashes; “;” after each, “.” after the last", " ".join(f"“- …{end}”" for end in ends), all(line.text.startswith("- ") for line in several) and ends == [";"] * (len(ends) - 1) + ["."])
    # Text.
    head = next(line for line in after if re.match(r"^1\. ", line.text))
    sheet.first_line = head.x0 - LEFT
    sheet.length("First line of a paragraph", "about 10 mm" if party else "10 or 12.7 mm", sheet.first_line, 10 if party else 12.7, 10 if party else 12.7)
    sheet.lettering("Numbered heading", head, (14, 15) if party else (13, 14), "Bold")
    runs = paragraphs(sheet)
    text = [run for run in runs if run[0].faces == {"Regular"} and run[0].size > 13]
    long = [run for run in text if len(run) > 1]
    sheet.lettering("Text", text[0][0], (14, 15) if party else (13, 14), "Regular")
    pitches = [b.baseline - a.baseline for run in long for a, b in zip(run, run[1:])]
    sheet.length("Distance of lines", "exactly 18-22 pt" if party else "single to 1.5 lines (16.1-24.2 pt at 14 pt)", statistics.median(pitches), 18, 18, "pt")
    sheet.row("The same in all paragraphs", "yes", f"{min(pitches):.1f}-{max(pitches):.1f} pt", max(pitches) - min(pitches) <= 0.2)
    gaps = [b[0].baseline - a[-1].baseline - 18 for a, b in zip(runs, runs[1:]) if a[0].page == b[0].page and a in text and b in text and not b[0].text.startswith("- ") and b[0].baseline - a[-1].baseline < 40]
    sheet.length("Space between paragraphs", "at least 6 pt", min(gaps), 6, 9, "pt")
    full = [line for run in long for line in run[:-1]]
    justified = [line for line in full if abs(line.x1 - RIGHT) < 0.1]
    sheet.row("Flush on both sides", "all lines but the last of a paragraph", f"{len(justified)} of {len(full)}", len(justified) >= 0.95 * len(full))
    # End.
    left, right = last.halves(LEFT + 77 * MM)
    receipt = next(line for line in left if line.text == "Nơi nhận:") if sheet.name != "citizen" else None
    top = receipt.baseline - 10 if receipt else next(line for line in right if line.text == "NGƯỜI ĐĂNG KÝ").baseline - 1
    signing = [line for line in right if line.baseline > top]
    if party:
        sheet.lettering("Authority that signs", signing[0], 14, "Bold", True)
        sheet.row("Authority’s words", "T/M, K/T, T/L with a slash", f"“{signing[0].text}”", re.match(r"^[KT]/[MTL] ", signing[0].text))
        signing = signing[1:]
    sheet.lettering("Position that signs", signing[0], 14 if party else (13, 14), "Regular" if party else "Bold", True)
    sheet.lettering("Name of the signer", signing[2], 14 if party else (13, 14), "Bold")
    sheet.length("Room for the signature", "a signature by hand (25 mm), with a seal 30 mm", signing[2].top - signing[1].bottom, 25, 31, source="house rule")
    if receipt:
        sheet.lettering("“Nơi nhận:”", receipt, 14 if party else 12, "Regular" if party else "BoldItalic")
        under = [rule for rule in last.rules if abs(rule[0] - receipt.x0) < 0.5 and receipt.baseline < rule[2] < receipt.bottom + 1]
        sheet.row("Underlined", "yes" if party else "no", "yes" if under else "no", bool(under) == party)
        places = [line for line in left if receipt.baseline < line.baseline < receipt.baseline + 40 and line.text.startswith("- ")]
        sheet.lettering("Its list", places[0], 12 if party else 11, "Regular")
        ends = [line.text[-1] for line in places]
        sheet.row("Its punctuation", "“;” after each, “.” after the last", " ".join(f"“- …{end}”" for end in ends), ends == [";"] * (len(ends) - 1) + ["."])
    # Page numbers.
    numbers = [[line for line in page.lines if line.baseline < 20 * MM] for page in sheet.pages]
    sheet.row("No page number on page 1", "none", f"{len(numbers[0])}", not numbers[0])
    sheet.row("Page numbers", "Arabic, from 2", ", ".join(line.text for page in numbers for line in page), [[line.text for line in page] for page in numbers[1:]] == [[str(n)] for n in range(2, len(numbers) + 1)])
    number = numbers[1][0]
    sheet.lettering("Page number", number, 14 if party else (13, 14), "Regular")
    # The line of single spacing begins half its spare height above the letters.
    sheet.length("Page number from the upper edge", "10 mm" if party else "in the top margin (20 mm)", number.top - 0.0215 * number.size, 10, 10)
    sheet.length("Page number is centred in the text", "0 mm off", abs(number.center - (LEFT + RIGHT) / 2), 0, 0)


def draft(folder):
    """The mark of a draft: on every page the first line of the text, flush left, the upper right corner free."""
    pages = read(folder / "draft-form.pdf")
    marks = [[line for line in page.lines if line.text.startswith("BẢN NHÁP - còn ")] for page in pages]
    rows = [("Draft: mark on every page", "house rule", "one a page", str([len(mark) for mark in marks]), all(len(mark) == 1 for mark in marks))]
    first = min(line.top for line in pages[0].lines)
    rows.append(("Draft: nothing above the top margin of page 1", "house rule", "20 mm", f"{first / MM:.1f} mm", abs(first - 20 * MM) < 0.3 * MM))
    free = pages[0].width - marks[0][0].x1
    rows.append(("Draft: corner for a digital signature is free", ND30, "upper right corner of page 1", f"{free / MM:.0f} mm beside the mark", free > 80 * MM and abs(marks[0][0].x0 - LEFT) < 0.3 * MM))
    above = all(mark[0].baseline == min(line.baseline for line in page.lines if line.top > 19 * MM) for mark, page in zip(marks, pages))
    rows.append(("Draft: mark above the heading", "house rule", "first line", "first line" if above else "not first", above))
    return rows


def single(folder):
    """One recipient stands on the line of “Kính gửi:”."""
    rows = []
    for name, source in (("party-one-recipient", HD05), ("state-two-confirmations", ND30)):
        line = next(line for line in read(folder / f"{name}.pdf")[0].lines if line.text.startswith("Kính gửi:"))
        ok = not line.text.startswith("Kính gửi: -") and len(line.text) > 12 and abs(line.center - (LEFT + RIGHT) / 2) < 1
        rows.append((f"One recipient, {name.split('-')[0]}", source, "on the same line, centred", f"“{line.text}”", ok))
    return rows


def tables(folder):
    """Heads stand again on every page of a table; no row is parted; borders are closed."""
    rows = []
    for name in ("party-form", "party-appraisal"):
        pages = read(folder / f"{name}.pdf")
        heads = [line for page in pages[1:] for line in page.lines[:4] if line.faces == {"Bold"} and line.size <= 12 and ("Nội dung" in line.text or "Tiêu chí" in line.text)]
        rows.append((f"Table that goes on, {name}", "house rule", "its head on each further page", f"{len(heads)} heads", len(heads) >= 1))
        closed = all(any(rule[1] - rule[0] > 160 * MM and abs(rule[2] - max(r[2] for r in page.rules if r[1] - r[0] > 160 * MM)) < 0.1 for rule in page.rules) for page in pages if len(page.rules) > 5)
        rows.append((f"Its lower border on every page, {name}", "house rule", "drawn", "drawn" if closed else "open", closed))
    return rows


def check(folder):
    """All rows, and the table as Markdown."""
    sheets = [Sheet("party", HD05, folder), Sheet("state", ND30, folder), Sheet("citizen", ND30, folder)]
    parts = []
    for sheet in sheets:
        measure(sheet)
        names = {"party": "Party form", "state": "State form", "citizen": "Citizen’s form (State, without an issuing body)"}
        parts.append((names[sheet.name], sheet.rows))
    parts.append(("Drafts, recipients, tables", draft(folder) + single(folder) + tables(folder)))
    return parts


HEAD = """# The official forms, measured

Written by `make bless` from the PDFs of the fixtures: each file is read back with pdfplumber, positions and sizes are what a reader of the file
sees. `make test` measures again and fails when a value leaves its range (lengths ± 0.3 mm, sizes ± 0.1 pt) or this table is out of date.

Sources: NĐ 30/2020/NĐ-CP, Phụ lục I, for State bodies and citizens; HD 05-HD/VPTW (2026) for Party bodies. The text of HD 05 could not be read
directly: its values are those of two independent summaries that agree on every size. “House rule” is a decision of this project. Where a
source leaves a range, one value of it is used. The letters are Liberation Serif, whose widths are those of Times New Roman.
"""


def table(parts):
    out = HEAD
    for title, rows in parts:
        out += f"\n## {title}\n\n| Part | Source | Allowed | Measured | |\n|---|---|---|---|---|\n"
        for part, source, allowed, measured, ok in rows:
            out += f"| {part} | {source} | {allowed} | {measured} | {'ok' if ok else '**NOT OK**'} |\n"
    return out


def run(folder, report):
    parts = check(folder)
    for title, rows in parts:
        for part, _, allowed, measured, ok in rows:
            report(ok, f"{title}: {part}", f"{measured} is not {allowed}")
    text = table(parts)
    if os.environ.get("DVK_BLESS"):
        TABLE.write_text(text, encoding="utf-8")
    report(TABLE.exists() and TABLE.read_text(encoding="utf-8") == text, "docs/official-forms.md", "differs from what was measured; DVK_BLESS=1 writes it")
