"""The faces pages are set in: found on this machine, sorted by what they look like."""

from __future__ import annotations

import random
from dataclasses import dataclass
from functools import lru_cache
from pathlib import Path

from PIL import ImageFont

from docqa_app.errors import InputError

FOLDERS = ("/usr/share/fonts", "/usr/local/share/fonts", "~/.fonts", "~/.local/share/fonts")
ACCENTS = "äöüßÄÖÜéèêàçôîûÉ€£°–’"

ROLES: dict[str, tuple[tuple[str, str], ...]] = {
    "sans": (
        ("DejaVuSans", "DejaVuSans-Bold"),
        ("DejaVuSansCondensed", "DejaVuSansCondensed-Bold"),
        ("LiberationSans-Regular", "LiberationSans-Bold"),
        ("LiberationSansNarrow-Regular", "LiberationSansNarrow-Bold"),
        ("FreeSans", "FreeSansBold"),
        ("NimbusSans-Regular", "NimbusSans-Bold"),
        ("Carlito-Regular", "Carlito-Bold"),
        ("OpenSans-Regular", "OpenSans-Bold"),
        ("Roboto-Regular", "Roboto-Bold"),
        ("RobotoCondensed-Regular", "RobotoCondensed-Bold"),
        ("Lato-Regular", "Lato-Bold"),
        ("Cantarell-Regular", "Cantarell-Bold"),
        ("Arimo-Regular", "Arimo-Bold"),
        ("Karla-Regular", "Karla-Bold"),
        ("Cabin-Regular", "Cabin-Bold"),
        ("B612-Regular", "B612-Bold"),
        ("Go-Regular", "Go-Bold"),
        ("Andika-Regular", "Andika-Bold"),
        ("URWGothic-Book", "URWGothic-Demi"),
        ("Quicksand-Medium", "Quicksand-Bold"),
    ),
    "serif": (
        ("DejaVuSerif", "DejaVuSerif-Bold"),
        ("LiberationSerif-Regular", "LiberationSerif-Bold"),
        ("FreeSerif", "FreeSerifBold"),
        ("NimbusRoman-Regular", "NimbusRoman-Bold"),
        ("P052-Roman", "P052-Bold"),
        ("C059-Roman", "C059-Bold"),
        ("URWBookman-Light", "URWBookman-Demi"),
        ("EBGaramond12-Regular", "EBGaramond12-Bold"),
        ("Caladea-Regular", "Caladea-Bold"),
        ("GenBasR", "GenBasB"),
        ("Vollkorn-Regular", "Vollkorn-Bold"),
        ("OldStandard-Regular", "OldStandard-Bold"),
        ("Tinos-Regular", "Tinos-Bold"),
    ),
    "mono": (
        ("DejaVuSansMono", "DejaVuSansMono-Bold"),
        ("LiberationMono-Regular", "LiberationMono-Bold"),
        ("Hack-Regular", "Hack-Bold"),
        ("Inconsolata", "Inconsolata"),
        ("Cousine-Regular", "Cousine-Bold"),
        ("B612Mono-Regular", "B612Mono-Bold"),
        ("Go-Mono", "Go-Mono-Bold"),
        ("OCRB", "OCRB"),
        ("OCRA", "OCRABold"),
        ("DotGothic16-Regular", "DotGothic16-Regular"),
    ),
    "type": (
        ("GNUTypewriter", "GNUTypewriter"),
        ("Courier Prime", "Courier Prime Bold"),
        ("NimbusMonoPS-Regular", "NimbusMonoPS-Bold"),
        ("FreeMono", "FreeMonoBold"),
        ("LiberationMono-Regular", "LiberationMono-Bold"),
        ("DejaVuSansMono", "DejaVuSansMono-Bold"),
    ),
    "hand": (
        ("DancingScript-Regular", "DancingScript-Bold"),
        ("Z003-MediumItalic", "Z003-MediumItalic"),
        ("Kristi", "Kristi"),
        ("breipfont", "breipfont"),
        ("Rufscript010", "Rufscript010"),
        ("femkeklaver", "femkeklaver"),
        ("dkg", "dkgBd"),
        ("Ecolier-court", "Ecolier-court"),
        ("ComicNeue-Italic", "ComicNeue-Bold"),
        ("BecauseWeLearn-Regular", "BecauseWeLearn-Regular"),
        ("DejaVuSerif-Italic", "DejaVuSerif-BoldItalic"),
    ),
}


@dataclass(frozen=True, slots=True)
class Family:
    """A face and its bold, as font files; `accented` where it can set German and French."""

    regular: str
    bold: str
    accented: bool


@lru_cache(maxsize=4096)
def face(path: str, pixels: int) -> ImageFont.FreeTypeFont:
    """A loaded face at a size in pixels; simple layout, so that widths add up word by word."""
    return ImageFont.truetype(path, max(4, pixels), layout_engine=ImageFont.Layout.BASIC)


@lru_cache(maxsize=1)
def found_files() -> dict[str, str]:
    """File stem -> path of every font file installed."""
    files: dict[str, str] = {}
    for folder in FOLDERS:
        for path in sorted(Path(folder).expanduser().rglob("*.[ot]tf")):
            files.setdefault(path.stem, str(path))
    return files


def _accented(path: str) -> bool:
    font = face(path, 20)
    missing = bytes(font.getmask("\uffff"))
    return all(bytes(font.getmask(sign)) not in (missing, b"") for sign in ACCENTS)


@lru_cache(maxsize=16)
def families(role: str, accented: bool) -> tuple[Family, ...]:
    """The families of a role that are installed; InputError where there is none at all."""
    files = found_files()
    wanted = [(files[r], files.get(b, files[r])) for r, b in ROLES[role] if r in files]
    kept = [Family(r, b, _accented(r)) for r, b in wanted]
    chosen = tuple(f for f in kept if f.accented or not accented)
    if not chosen:
        raise InputError(
            "No fonts to draw pages with were found. The generator needs at least DejaVu: install fonts-dejavu."
        )
    return chosen


def choose(rng: random.Random, role: str, accented: bool) -> Family:
    """A family of this role, drawn by lot."""
    return rng.choice(families(role, accented))
