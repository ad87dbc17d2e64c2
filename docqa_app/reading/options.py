"""What a caller may choose about reading: languages, sources, pages and caps."""

from __future__ import annotations

import os
from collections.abc import Mapping
from dataclasses import dataclass, field
from pathlib import Path

from docqa_app.core.document import WordSource
from docqa_app.reading.language_files import LanguageFiles
from docqa_app.reading.languages import AUTOMATIC


@dataclass(frozen=True, slots=True)
class Limits:
    """Caps that keep one file from taking the computer: pages a document, pixels an image, seconds a page."""

    pages: int = 1000
    pixels: int = 100_000_000
    seconds: float = 60.0


@dataclass(frozen=True, slots=True)
class ReadOptions:
    """How a file is read.

    `languages` are Tesseract's names, all read at once, the most likely first; AUTOMATIC alone reads each page in its
    own, told from its words. `sources` forces the source of single pages
    (page number -> source); pages not named choose for themselves. `pages` are the numbers to read, () for all.
    `workers` is how many pages are read at once, 0 for one a core. `language_files` serve where Tesseract is missing.
    `models` is the folder of models in which the second reader lies; without it Tesseract reads alone.
    """

    languages: tuple[str, ...] = (AUTOMATIC,)
    sources: Mapping[int, WordSource] = field(default_factory=dict)
    pages: tuple[int, ...] = ()
    limits: Limits = Limits()
    workers: int = 0
    language_files: LanguageFiles | None = None
    models: Path | None = None

    @property
    def threads(self) -> int:
        return self.workers or os.cpu_count() or 1
