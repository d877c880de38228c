"""Pages as pictures, compared with those in golden/: first pages of the forms and what else is looked at before a release.

DVK_BLESS=1 writes them; look at each before committing it. Small differences of rasterisers are let through: see TOLERANCE.
"""

import os
import subprocess
import tempfile
from pathlib import Path

from PIL import Image, ImageChops

GOLDEN = Path(__file__).parent / "golden"
DPI = 60
# (file, page)
PICTURES = [("party-form", 1), ("state-form", 1), ("citizen-form", 1), ("none-form", 1), ("party-brief", 1), ("party-self-check", 1), ("party-appraisal", 1), ("draft-form", 1), ("party-form", 2), ("party-form", 5), ("state-two-confirmations", 5)]
# A pixel differs when its grey is this far off; this share of pixels may.
TOLERANCE = (96, 0.002)


def picture(file, page, folder):
    target = Path(folder) / f"{file.stem}-{page}"
    subprocess.run(["pdftoppm", "-r", str(DPI), "-gray", "-png", "-singlefile", "-f", str(page), "-l", str(page), str(file), str(target)], check=True, stderr=subprocess.DEVNULL)
    return target.with_suffix(".png")


def difference(one, other):
    """Share of pixels that differ."""
    if one.size != other.size:
        return 1.0
    histogram = ImageChops.difference(one, other).histogram()
    return sum(histogram[TOLERANCE[0] :]) / (one.size[0] * one.size[1])


def run(folder, report):
    GOLDEN.mkdir(exist_ok=True)
    with tempfile.TemporaryDirectory() as made:
        for name, page in PICTURES:
            now = picture(folder / f"{name}.pdf", page, made)
            golden = GOLDEN / now.name
            if os.environ.get("DVK_BLESS"):
                Image.open(now).quantize(16).convert("L").save(golden, optimize=True)
            if not golden.exists():
                report(False, f"picture {golden.name}", "is not there; DVK_BLESS=1 writes it")
                continue
            share = difference(Image.open(now).convert("L"), Image.open(golden).convert("L"))
            report(share <= TOLERANCE[1], f"picture {golden.name}", f"{share:.2%} of it differs")
