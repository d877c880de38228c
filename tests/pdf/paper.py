"""Reads a PDF back as lines of characters and rules, in points from the upper left corner of the page."""

import pdfplumber

MM = 72 / 25.4
ASCENT, DESCENT = 0.891, 0.216  # of the embedded faces, in em
LEFT, RIGHT = 30 * MM, (210 - 15) * MM


class Line:
    """Characters on one baseline, from left to right."""

    def __init__(self, page, baseline, chars):
        self.page, self.baseline, self.chars = page, baseline, sorted(chars, key=lambda char: char["x0"])
        ink = [char for char in self.chars if not char["text"].isspace()]
        self.x0, self.x1 = ink[0]["x0"], ink[-1]["x1"]
        self.sizes = {round(char["size"], 2) for char in ink}
        self.faces = {char["fontname"].rsplit("+", 1)[-1].removeprefix("DVKSerif").lstrip("-") or "Regular" for char in ink}
        self.text = " ".join("".join(char["text"] for char in self.chars).split())

    @property
    def size(self):
        return max(self.sizes)

    @property
    def top(self):
        return self.baseline - ASCENT * self.size

    @property
    def bottom(self):
        return self.baseline + DESCENT * self.size

    @property
    def center(self):
        return (self.x0 + self.x1) / 2

    @property
    def width(self):
        return self.x1 - self.x0

    def part(self, left, right):
        """The characters between two places, as a line of their own."""
        chars = [char for char in self.chars if left <= (char["x0"] + char["x1"]) / 2 <= right]
        return Line(self.page, self.baseline, chars) if any(not char["text"].isspace() for char in chars) else None


class Page:
    """One page: lines of text from top to bottom, horizontal rules as (x0, x1, y, weight)."""

    def __init__(self, page, index):
        self.index, self.width, self.height = index, float(page.width), float(page.height)
        by_baseline = {}
        for char in page.chars:
            by_baseline.setdefault(round(self.height - char["matrix"][5], 1), []).append(char)
        self.lines = [Line(index, y, chars) for y, chars in sorted(by_baseline.items()) if any(not char["text"].isspace() for char in chars)]
        self.colors = {tuple(char["non_stroking_color"] or ()) for char in page.chars}
        self.rules = [(line["x0"], line["x1"], line["top"], line["linewidth"]) for line in page.lines if abs(line["top"] - line["bottom"]) < 0.01]

    def halves(self, middle):
        """Lines left and right of a place, for the columns of a heading and of signatures."""
        sides = ([], [])
        for line in self.lines:
            for side, part in zip(sides, (line.part(0, middle), line.part(middle, self.width))):
                if part:
                    side.append(part)
        return sides


def read(path):
    """The pages of a file."""
    with pdfplumber.open(path) as pdf:
        return [Page(page, index) for index, page in enumerate(pdf.pages)]
