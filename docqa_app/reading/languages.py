"""Sentences about Tesseract's language packs: which are there and how to add one."""

from __future__ import annotations

import sys
from collections.abc import Iterable, Sequence

NAMES = {
    "ces": "Czech", "dan": "Danish", "deu": "German", "eng": "English", "fin": "Finnish", "fra": "French",
    "hun": "Hungarian", "ita": "Italian", "lat": "Latin", "nld": "Dutch", "nor": "Norwegian", "pol": "Polish",
    "por": "Portuguese", "ron": "Romanian", "rus": "Russian", "spa": "Spanish", "swe": "Swedish", "tur": "Turkish",
    "ukr": "Ukrainian",
}  # fmt: skip
NOT_LANGUAGES = {"osd", "equ", "snum"}


def named(code: str) -> str:
    """A language as people say it, with Tesseract's name: "German (deu)"."""
    return f"{NAMES[code]} ({code})" if code in NAMES else code


def readable(installed: Iterable[str]) -> tuple[str, ...]:
    """The packs that are languages, leaving out those that only tell orientation and the like."""
    return tuple(code for code in installed if code not in NOT_LANGUAGES)


def missing_sentence(missing: Sequence[str], installed: Iterable[str]) -> str:
    there = ", ".join(named(code) for code in readable(installed)) or "none"
    wanted = ", ".join(named(code) for code in missing)
    return f"Text recognition for {wanted} is not installed; installed: {there}. {how_to_add(missing)}"


def how_to_add(missing: Sequence[str]) -> str:
    if sys.platform == "linux":
        packages = " ".join(f"tesseract-ocr-{code.replace('_', '-')}" for code in missing)
        return f"Install it with: sudo apt install {packages}; or choose an installed language."
    if sys.platform == "darwin":
        return "Install it with: brew install tesseract-lang; or choose an installed language."
    files = ", ".join(f"{code}.traineddata" for code in missing)
    return f"Put {files} into Tesseract's tessdata folder; or choose an installed language."


def how_to_install_tesseract() -> str:
    if sys.platform == "linux":
        return "Install it with: sudo apt install tesseract-ocr, and open the file again."
    if sys.platform == "darwin":
        return "Install it with: brew install tesseract, and open the file again."
    return "Install it from the Tesseract project's Windows installer, and open the file again."
