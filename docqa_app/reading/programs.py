"""Which outside programs and language packs reading can use on this computer, in sentences."""

from __future__ import annotations

import shutil
import subprocess
from dataclasses import dataclass
from functools import cache

from docqa_app.reading import languages, tesseract_program
from docqa_app.reading.language_files import LanguageFiles
from docqa_app.reading.tesseract_embedded import EmbeddedTesseract

POPPLER = "pdftoppm"
PATIENCE_SECONDS = 10


@dataclass(frozen=True, slots=True)
class Program:
    """One part reading stands on. `there` is False where it is missing; `sentence` says what that means."""

    name: str
    there: bool
    version: str
    sentence: str


def programs(files: LanguageFiles | None = None) -> tuple[Program, ...]:
    """Recognition, drawing and languages, for the window, the command line and a diagnostics report."""
    return recognition(files), drawing(), language_packs(files)


def installed_languages(files: LanguageFiles | None = None) -> tuple[str, ...]:
    """Tesseract's names of the languages that can be read now."""
    return languages.readable(tesseract_program.installed_languages() or EmbeddedTesseract(files).languages())


def recognition(files: LanguageFiles | None = None) -> Program:
    if tesseract_program.installed_languages():
        version = tesseract_program.version()
        return Program("Tesseract", True, version, f"Scans are read by Tesseract {version}.")
    if EmbeddedTesseract(files).languages():
        return Program("Tesseract", False, "", "Tesseract is not installed; scans are read by the built-in Tesseract.")
    how = languages.how_to_install_tesseract()
    return Program("Tesseract", False, "", f"Tesseract is not installed, so scans cannot be read. {how}")


def drawing() -> Program:
    version = poppler_version()
    if version:
        return Program("poppler", True, version, f"PDF pages are drawn for recognition by poppler {version}.")
    return Program("poppler", False, "", "poppler is not installed; PDF pages are drawn by the built-in PDFium.")


def language_packs(files: LanguageFiles | None = None) -> Program:
    codes = installed_languages(files)
    names = ", ".join(languages.named(code) for code in codes)
    sentence = f"Languages that can be read: {names}." if codes else "No language can be read."
    return Program("languages", bool(codes), "", sentence)


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
