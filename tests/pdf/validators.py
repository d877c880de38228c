"""What the validators say of every kind and form: `outloud` (PDF/UA), PDFBox Preflight (PDF/A-1b, all that runs here) and qpdf.

The files claim PDF/A-3a and PDF/UA-1; Preflight reads them as PDF/A-1b, so that some of its reports are about what the newer parts allow:
`preflight-allow.txt` names them with their reasons, and nothing else may be reported.
"""

import json
import re
import subprocess
import tempfile
import xml.etree.ElementTree as ElementTree
from pathlib import Path

HERE = Path(__file__).parent
JAVA = Path("/usr/share/java")
JARS = ["preflight", "pdfbox2", "fontbox2", "xmpbox", "commons-logging", "javax.activation", "jaxb-api"]


def allowed():
    """(code, pattern) of every line of preflight-allow.txt."""
    lines = (HERE / "preflight-allow.txt").read_text(encoding="utf-8").splitlines()
    rows = [line.split("\t") for line in lines if line.strip() and not line.startswith("#")]
    return [(code, re.compile(pattern)) for code, pattern, _reason in rows]


def preflight(files):
    """Reports beyond the list, by file name: [(code, words)]; and the codes of the list that nothing needed."""
    with tempfile.TemporaryDirectory() as folder:
        for file in files:
            (Path(folder) / file.name).symlink_to(file.resolve())
        classes = ":".join(str(JAVA / f"{jar}.jar") for jar in JARS)
        subprocess.run(["java", "-Xmx512m", "-cp", classes, "org.apache.pdfbox.preflight.Validator_A1b", "xml", "group", folder], capture_output=True)
        written = Path(f"{folder}.preflight.xml")
        tree = ElementTree.parse(written).getroot()
        written.unlink()
    allow = allowed()
    found, used = {}, set()
    for file in tree.iter("preflight"):
        reports = [(error.findtext("code"), error.findtext("details")) for error in file.iter("error")]
        beyond = [(code, words) for code, words in reports if not any(code == known and pattern.fullmatch(words) for known, pattern in allow)]
        used |= {code for code, words in reports for known, pattern in allow if code == known and pattern.fullmatch(words)}
        found[file.get("name")] = (beyond, len(reports))
    return found, {code for code, _ in allow} - used


def outloud(files, python):
    """Errors by file name: [(rule, words, evidence)]."""
    program = Path(python).parent / "outloud"
    run = subprocess.run([program, "--json", "-", "--quiet", "--no-info", *files], capture_output=True, text=True)
    results = json.loads(run.stdout[run.stdout.index('{\n') if '{\n' in run.stdout else run.stdout.index("{") :])["results"]
    found = {}
    for result in results:
        errors = [(f["rule"], f["message"], f.get("evidence")) for f in result["findings"] if f["severity"] == "error"]
        found[Path(result["path"]).name] = errors + ([("failed", result["error"], None)] if result["error"] else [])
    return found


HEADS = {
    "long": "Nội dung chỉ tiêu Hiện trạng Chỉ tiêu cần đạt Đơn vị tính Thời hạn Minh chứng",
    "-appraisal": "STT Tiêu chí Căn cứ trong hồ sơ Xem xét Ý kiến",
}


def repeated_head(finding, text):
    """A table that goes on: its head stands again as an artifact, as PDF/UA asks; `outloud` takes one that is repeated once for prose."""
    rule, _, evidence = finding
    return rule == "TAG-002" and evidence and set(re.findall(r"\w+", evidence)) <= set(re.findall(r"\w+", text + " TT"))


def run(folder, report):
    import sys

    files = sorted(folder.glob("*.pdf"))
    report(len(files) >= 30, "files to validate", len(files))
    spoken = outloud(files, sys.executable)
    flown, idle = preflight(files)
    report(not idle, "preflight-allow.txt allows what nothing reports", sorted(idle))
    for file in files:
        errors = spoken.get(file.name)
        # Only the sheets whose tables go on for a page or two; all others have none.
        heads = next((heads for name, heads in HEADS.items() if file.stem.endswith(name)), None)
        if heads and errors:
            errors = [error for error in errors if not repeated_head(error, heads)]
        report(errors == [], f"outloud {file.name}", errors)
        beyond, count = flown.get(file.name, ([("none", "not read")], 0))
        report(not beyond and count > 0, f"Preflight {file.name}", beyond[:5])
        checked = subprocess.run(["qpdf", "--check", str(file)], capture_output=True, text=True)
        report(checked.returncode == 0 and "No syntax or stream encoding errors" in checked.stdout, f"qpdf {file.name}", checked.stdout + checked.stderr)
