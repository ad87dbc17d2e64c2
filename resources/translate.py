"""Gathers the window's words into resources/translations and compiles them: python resources/translate.py

docqa_en.ts holds only what has a plural, for which English needs both forms; any other docqa_XX.ts holds all.
"""

from __future__ import annotations

import lzma
import subprocess
import sys
from pathlib import Path

ROOT = Path(__file__).resolve().parent.parent
FOLDER = ROOT / "resources" / "translations"
TOOLS = Path(sys.executable).parent


def main() -> int:
    """Updates every .ts file from the sources, then compiles it to .qm.xz."""
    sources = sorted(str(file) for folder in ("ui", "app") for file in (ROOT / "docqa_app" / folder).rglob("*.py"))
    for words in sorted(FOLDER.glob("docqa_*.ts")) or [FOLDER / "docqa_en.ts"]:
        only = ["-pluralonly"] if words.stem == "docqa_en" else []
        update = [TOOLS / "pyside6-lupdate", *sources, "-ts", words, *only, "-no-obsolete", "-locations", "none"]
        subprocess.run(update, check=True)
        compiled = words.with_suffix(".qm")
        subprocess.run([TOOLS / "pyside6-lrelease", words, "-qm", compiled], check=True)
        words.with_suffix(".qm.xz").write_bytes(lzma.compress(compiled.read_bytes(), preset=9))
        compiled.unlink()
    return 0


if __name__ == "__main__":
    sys.exit(main())
