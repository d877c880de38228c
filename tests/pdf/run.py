"""Documents on paper, read by programs that nobody here wrote. `run.py [FOLDER]`; without a folder the PDFs are made first.

DVK_BLESS=1 writes docs/official-forms.md and the pictures in golden/.
"""

import importlib
import subprocess
import sys
import time
from pathlib import Path

ROOT = Path(__file__).resolve().parents[2]
PARTS = ["geometry", "text", "validators", "mutants", "pictures"]


def main():
    chosen = [argument for argument in sys.argv[1:] if argument in PARTS]
    folder = next((Path(argument) for argument in sys.argv[1:] if argument not in PARTS), None)
    if folder is None:
        folder = ROOT / "target/paper"
        subprocess.run(["cargo", "run", "--quiet", "--locked", "--features", "schema,pdf,docx", "--example", "paper", "--", str(folder)], cwd=ROOT, check=True)
    counts = {True: 0, False: 0}

    def report(ok, what, why=""):
        counts[bool(ok)] += 1
        if not ok:
            print(f"not ok  {what}: {why}", flush=True)

    for name in chosen or PARTS:
        start, before = time.monotonic(), sum(counts.values())
        importlib.import_module(name).run(folder, report)
        print(f"{name}: {sum(counts.values()) - before} checks, {time.monotonic() - start:.0f} s", flush=True)
    print(f"{counts[True]} passed, {counts[False]} failed")
    sys.exit(1 if counts[False] or not counts[True] else 0)


main()
