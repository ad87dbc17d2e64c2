"""A page as its texts stand on it: words that follow one another closely are one run."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from functools import lru_cache
from statistics import median

from docqa_app.core.document import Box, Page, Word, text_of
from docqa_app.core.geometry import union, upright
from docqa_app.core.layout import text_lines
from docqa_app.extracting.beside import runs

KEPT_PAGES = 8
"""Pages whose runs are remembered: each question asks for them anew."""


@dataclass(frozen=True, slots=True)
class Run:
    """Words of one line that stand together. `line` counts from 0; `box` and `height`, that of its usual word, are
    fractions of the upright page."""

    words: tuple[int, ...]
    line: int
    box: Box
    height: float
    text: str


@dataclass(frozen=True, slots=True)
class Sheet:
    """An upright page's runs, top to bottom and left to right; `height`: of its usual word; `run_of`: each word's."""

    number: int
    words: tuple[Word, ...]
    runs: tuple[Run, ...]
    run_of: dict[int, Run]
    height: float

    def text(self, words: Sequence[int]) -> str:
        return text_of(self.words, words)

    def box(self, words: tuple[int, ...]) -> Box:
        return union(self.words[index].box for index in words)


@lru_cache(maxsize=KEPT_PAGES)
def sheet_of(page: Page) -> Sheet:
    """The page's sheet; without runs where it has no words."""
    stood = upright(page)
    lines = text_lines(stood.words)
    found = tuple(_run(stood, at, words) for at, line in enumerate(lines) for words in runs(stood.words, line.words))
    usual = median(word.box.height for word in stood.words) if stood.words else 0.0
    return Sheet(page.number, stood.words, found, {index: run for run in found for index in run.words}, usual)


def _run(page: Page, line: int, words: tuple[int, ...]) -> Run:
    boxes = [page.words[index].box for index in words]
    text = page.text_of(words)
    return Run(words, line, union(boxes), median(box.height for box in boxes), text)
