"""What other programs read from the files: every Vietnamese letter in every face, and the words in the order of the document."""

import difflib
import itertools
import re
import subprocess
import unicodedata

import paper
import pdfplumber
import pikepdf
import pypdf

# The letters that plain ASCII lacks: 12 vowels x 6 tones less a e i o u y, and đ, in both cases.
TONES = ["", "\u0300", "\u0309", "\u0303", "\u0301", "\u0323"]
LETTERS = [unicodedata.normalize("NFC", vowel + tone) for vowel, tone in itertools.product("aăâeêioôơuưyAĂÂEÊIOÔƠUƯY", TONES)] + ["đ", "Đ"]
LETTERS = [letter for letter in LETTERS if not letter.isascii()]
FACES = ["DVKSerif", "DVKSerif-Bold", "DVKSerif-Italic", "DVKSerif-BoldItalic"]


def poppler(path, *options):
    return subprocess.run(["pdftotext", "-enc", "UTF-8", *options, str(path), "-"], capture_output=True, check=True).stdout.decode()


def words(text):
    return re.findall(r"\w+", text)


def letters(folder, report):
    path = folder / "letters.pdf"
    report(len(LETTERS) == 134, "the letters", f"{len(LETTERS)} of 134")
    expected = LETTERS * 4
    report(words(poppler(path, "-raw")) == expected, "letters, pdftotext")
    report(words("\n".join(page.extract_text() for page in pypdf.PdfReader(path).pages)) == expected, "letters, pypdf")
    with pdfplumber.open(path) as pdf:
        chars = [char for page in pdf.pages for char in page.chars if not char["text"].isspace()]
    for face in FACES:
        found = [char["text"] for char in chars if char["fontname"].rsplit("+", 1)[-1] == face]
        report(found == LETTERS, f"letters of {face}, pdfplumber", "".join(found))


# Heads of columns: the text says them at every row, print once a page. Captions and page numbers stand only in print.
HEADS = set(words("Nội dung chỉ tiêu Hiện trạng Chỉ tiêu cần đạt Đã đạt Đơn vị tính Thời hạn Minh chứng Lực lượng Vai trò Nhiệm vụ Việc phải xong Nguồn Số lượng Đơn vị Tiêu chí Nhận xét, đề nghị Căn cứ trong hồ sơ Ý kiến"))


def order(folder, report):
    """The words of the text rendering are those of the file's content, in the same order."""
    for path in sorted(folder.glob("*.txt")):
        # The bundle is the four documents one after another.
        if path.stem == "letters" or path.stem.endswith("-all"):
            continue
        expected = [word for word in words(path.read_text(encoding="utf-8")) if word not in HEADS]
        printed = [word for word in words(poppler(path.with_suffix(".pdf"), "-raw")) if word not in HEADS]
        steps = difflib.SequenceMatcher(None, expected, printed, autojunk=False).get_opcodes()
        lost = [word for step, i, j, _, _ in steps if step in ("delete", "replace") for word in expected[i:j]]
        report(not lost, f"order of {path.stem}", f"{len(lost)} of {len(expected)} words lost or elsewhere: {lost[:20]}")


def tags(folder, report):
    """Content in the order of the structure tree: what a screen reader says is what stands on paper, nothing twice."""
    for path in sorted(folder.glob("*-form.pdf")):
        spoken = [element for element in structure(path)]
        report(spoken == sorted(spoken), f"tags of {path.stem}", "content is not in the order of the structure tree")


def structure(path):
    """(page, MCID) of every piece of content, in the order of the structure tree."""
    with pikepdf.open(path) as pdf:
        pages = {page.objgen: index for index, page in enumerate(pdf.pages)}

        def walk(element, page):
            page = pages.get(element.Pg.objgen, page) if "/Pg" in element else page
            children = element.get("/K", [])
            for child in children if isinstance(children, pikepdf.Array) else [children]:
                if isinstance(child, pikepdf.Dictionary):
                    if child.get("/Type") == "/MCR":
                        yield (pages.get(child.Pg.objgen, page) if "/Pg" in child else page, int(child.MCID))
                    else:
                        yield from walk(child, page)
                else:
                    yield (page, int(child))

        yield from walk(pdf.Root.StructTreeRoot, 0)


PARTED = re.compile(r"(\d (triệu|tỷ|hộ|người|%|buổi|km|ha|m²)|(triệu|tỷ) đồng|(ngày|tháng|năm|Điều|số) \d|\d (tháng|năm) \d)")


def whole_lines(folder, report):
    """No figure is parted from its unit where running text goes on in the next line, and none begins with a dash."""
    for name in ("party-form", "state-form", "citizen-form", "individual-party", "long"):
        for page in paper.read(folder / f"{name}.pdf"):
            for line, after in zip(page.lines, page.lines[1:]):
                if line.size < 14 or after.size < 14 or abs(after.x0 - paper.LEFT) > 1 or after.baseline - line.baseline > 19:
                    continue
                end, start = line.text.split()[-2:], after.text.split()[:2]
                seam = PARTED.fullmatch(f"{end[-1]} {start[0]}") or re.fullmatch(r"ngày \d+ tháng|tháng \d+ năm", " ".join([*end, start[0]]))
                report(not seam and start[0] not in "-–", f"ties of {name}", f"… {' '.join(end)} | {' '.join(start)} …")
    text = "".join(poppler(folder / "long.pdf", "-raw").split())
    source = "".join((folder / "long.txt").read_text(encoding="utf-8").split())
    address = re.search(r"https://songlam\S{0,300}", source).group()[:300]
    report(address in text, "an address of 300 characters is whole", text[text.find("https") :][:400])
    quote = "“Nóitheocách‘gầndân’,làmtheolời‘dânbàn’”"
    report(text.count(quote) >= 30 and quote in source, "quotes within quotes", text.count(quote))


def run(folder, report):
    letters(folder, report)
    order(folder, report)
    tags(folder, report)
    whole_lines(folder, report)
