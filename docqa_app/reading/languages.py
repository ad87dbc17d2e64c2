"""Tesseract's language packs: which of them a page may be read in, and sentences about those that are not there."""

from __future__ import annotations

import locale
import sys
from collections.abc import Iterable, Sequence

NAMES = {
    "ces": "Czech", "dan": "Danish", "deu": "German", "eng": "English", "fin": "Finnish", "fra": "French",
    "hun": "Hungarian", "ita": "Italian", "lat": "Latin", "nld": "Dutch", "nor": "Norwegian", "pol": "Polish",
    "por": "Portuguese", "ron": "Romanian", "rus": "Russian", "spa": "Spanish", "swe": "Swedish", "tur": "Turkish",
    "ukr": "Ukrainian",
}  # fmt: skip
NOT_LANGUAGES = {"osd", "equ", "snum"}
AUTOMATIC = "auto"
"""In place of languages: each page in its own, as far as that can be told."""
TOLD = {"en": "eng", "de": "deu", "fr": "fra"}
"""Tesseract's names of the languages that can be told from a page's words."""


def codes_of(joined: str) -> tuple[str, ...]:
    """The languages in "eng+deu+osd", or AUTOMATIC alone where there is none or it stands among them."""
    codes = readable(filter(None, joined.replace(" ", "").split("+")))
    return codes if codes and AUTOMATIC not in codes else (AUTOMATIC,)


def readable_in(installed: Sequence[str]) -> tuple[str, ...]:
    """Of the installed packs those that a page is read in where none was chosen, the likeliest first: the system's
    language, then English. English alone, there or not, where none of the languages that can be told is installed."""
    usual = _systems_language()
    there = sorted(set(TOLD.values()) & set(installed))  # one order in every run: kept pages are known by it
    return tuple(sorted(there, key=lambda code: (code != usual, code != "eng"))) or ("eng",)


def with_english(code: str, installed: Sequence[str]) -> tuple[str, ...]:
    """A language as a page in it is read: with English, which reads figures, codes and foreign names better."""
    return (code, "eng") if code != "eng" and "eng" in installed else (code,)


def _systems_language() -> str:
    """Tesseract's name of the language that the computer is set to, English where it is none that can be told."""
    name = locale.getlocale()[0] or ""
    return next((code for short, code in TOLD.items() if name.startswith((f"{short}_", NAMES[code]))), "eng")


def named(code: str) -> str:
    """A language as people say it, with Tesseract's name: "German (deu)"."""
    return f"{NAMES[code]} ({code})" if code in NAMES else code


def readable(installed: Iterable[str]) -> tuple[str, ...]:
    """The packs that are languages, leaving out those that only tell orientation and the like."""
    return tuple(code for code in installed if code not in NOT_LANGUAGES)


def missing_sentence(missing: Sequence[str], installed: Iterable[str]) -> str:
    """A sentence to the user: which packs are missing, which are there, and what to do."""
    there = ", ".join(named(code) for code in readable(installed)) or "none"
    wanted = ", ".join(named(code) for code in missing)
    return f"Text recognition for {wanted} is not installed; installed: {there}. {how_to_add(missing)}"


def how_to_add(missing: Sequence[str]) -> str:
    """A sentence to the user: how packs are added on this system."""
    if sys.platform == "linux":
        packages = " ".join(f"tesseract-ocr-{code.replace('_', '-')}" for code in missing)
        return f"Install it with: sudo apt install {packages}; or choose an installed language."
    if sys.platform == "darwin":
        return "Install it with: brew install tesseract-lang; or choose an installed language."
    files = ", ".join(f"{code}.traineddata" for code in missing)
    return f"Put {files} into Tesseract's tessdata folder; or choose an installed language."


def how_to_install_tesseract() -> str:
    """A sentence to the user: how the program is installed on this system."""
    if sys.platform == "linux":
        return "Install it with: sudo apt install tesseract-ocr, and open the file again."
    if sys.platform == "darwin":
        return "Install it with: brew install tesseract, and open the file again."
    return "Install it from the Tesseract project's Windows installer, and open the file again."
