"""Which outside programs and language packs reading can use on this computer, in sentences."""

from __future__ import annotations

import shutil
import subprocess
from functools import cache
from pathlib import Path

from docqa_app.reading import languages, tesseract_program
from docqa_app.reading.language_files import LanguageFiles
from docqa_app.reading.second_reader import load_second_reader
from docqa_app.reading.tesseract_embedded import EmbeddedTesseract

POPPLER = "pdftoppm"
PATIENCE_SECONDS = 10


def programs(files: LanguageFiles | None = None, models: Path | None = None) -> tuple[str, ...]:
    """Recognition, second reader, drawing and languages, for the window, the command line and a diagnostics report."""
    return recognition(files), second_reader(models), drawing(), language_packs(files)


def installed_languages(files: LanguageFiles | None = None) -> tuple[str, ...]:
    """Tesseract's names of the languages that can be read now."""
    return languages.readable(tesseract_program.installed_languages() or EmbeddedTesseract(files).languages())


def recognition(files: LanguageFiles | None = None) -> str:
    """A sentence to the user: what reads scans."""
    if tesseract_program.installed_languages():
        return f"Scans are read by Tesseract {tesseract_program.version()}."
    if EmbeddedTesseract(files).languages():
        return "Tesseract is not installed; scans are read by the built-in Tesseract."
    how = languages.how_to_install_tesseract()
    return f"Tesseract is not installed, so scans cannot be read. {how}"


def second_reader(models: Path | None) -> str:
    """A sentence to the user: what reads scans beside Tesseract."""
    reader = load_second_reader(models) if models else None
    if reader is None:
        return "Scans are read by Tesseract alone: the second reader is missing. Install the app again."
    return f"Doubtful words and all figures on scans are read once more by {reader.name}."


def drawing() -> str:
    """A sentence to the user: what draws PDF pages for recognition."""
    version = poppler_version()
    if version:
        return f"PDF pages are drawn for recognition by poppler {version}."
    return "poppler is not installed; PDF pages are drawn by the built-in PDFium."


def language_packs(files: LanguageFiles | None = None) -> str:
    """A sentence to the user: the languages that can be read."""
    codes = installed_languages(files)
    names = ", ".join(languages.named(code) for code in codes)
    return f"Languages that can be read: {names}." if codes else "No language can be read."


@cache
def poppler_version() -> str:
    """poppler's version, "" where it is not installed. Asked once."""
    program = shutil.which(POPPLER)
    if program is None:
        return ""
    try:
        said = subprocess.run([program, "-v"], capture_output=True, text=True, timeout=PATIENCE_SECONDS, check=False)
    except (OSError, subprocess.TimeoutExpired):
        return ""
    words = (said.stderr or said.stdout).split()
    return words[2] if len(words) > 2 else "of an unknown version"
