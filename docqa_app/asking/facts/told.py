"""Texts of a shape in sentences as facts: the rest of the sentence tells what they are."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

from docqa_app.asking.facts.fact import Fact, Relation
from docqa_app.asking.facts.layout import heights
from docqa_app.asking.facts.shapes import NUMERIC, Shape, shaped
from docqa_app.asking.printed.names import names_in
from docqa_app.asking.printed.sheet import Run, Sheet
from docqa_app.asking.printed.typed import MONTH

FEWEST_WORDS = 4
"""Of a line that a sentence runs over."""
SAME_LEFT = 0.02
"""How far the left edges of one paragraph's lines lie apart at most, in page widths."""
NEXT_LINE = 1.0
"""From one line of a sentence down to the next, in heights."""
LONGEST = 60
"""Words of a sentence."""
_OPENING, _CLOSING = '(“„«"', ')”“»"'
_CODE = re.compile(r"(?=[^\W\d]*\d)(?=[\d./-]*[^\W\d])[\w./-]{2,}[.,;]?")
"""Letters and digits in one word."""
_END = re.compile(r"[^\W\d_]{3,}[.!?;]$|\d{2,}[.!?;]$|[)%€»\"”][.!?;]$")

_DAY_OF_MONTH = re.compile(rf"\d{{1,2}}\. {MONTH}", re.IGNORECASE)
"""The point of a German day ends no sentence."""


def told(sheet: Sheet) -> Iterator[Fact]:
    """Every text of a shape of each sentence."""
    for words in sentences(sheet):
        yield from _told(sheet, words)


def sentences(sheet: Sheet) -> Iterator[tuple[int, ...]]:
    """The words of each sentence; short lines that go on nowhere are one."""
    for paragraph in _paragraphs(sheet):
        start = 0
        for n, index in enumerate(paragraph, 1):
            if n == len(paragraph) or _ends(sheet, index, paragraph[n]):
                if 2 < n - start <= LONGEST:
                    yield tuple(paragraph[start:n])
                start = n


def _ends(sheet: Sheet, index: int, after: int) -> bool:
    text, following = sheet.words[index].text, sheet.words[after].text
    if _DAY_OF_MONTH.match(f"{text} {following}"):
        return False
    return bool(_END.search(text)) and (following[0].isupper() or following[0].isdigit() or text[-1] == ";")


def _paragraphs(sheet: Sheet) -> Iterator[Sequence[int]]:
    left = list(sheet.runs)
    while left:
        lines = [left.pop(0)]
        while len(lines[-1].words) >= FEWEST_WORDS:
            following = next((run for run in left if _goes_on(lines, run)), None)
            if following is None:
                break
            left.remove(following)
            lines.append(following)
        yield [index for run in lines for index in run.words]


def _goes_on(lines: Sequence[Run], run: Run) -> bool:
    last = lines[-1]
    gap = heights(run.box.top - last.box.bottom, last)
    starts = abs(run.box.left - last.box.left) < SAME_LEFT or abs(run.box.left - lines[0].box.left) < SAME_LEFT
    return starts and -0.5 < gap < NEXT_LINE and 0.8 < heights(run.height, last) < 1.25


def _told(sheet: Sheet, words: tuple[int, ...]) -> Iterator[Fact]:
    texts = [sheet.words[index].text for index in words]
    spans = {*_numbers(texts), *names_in(texts), *_set_off(texts)}
    for first, end in sorted(spans):
        label = (*words[:first], *words[end:])
        if label:
            text = _bare(" ".join(texts[first:end]))
            signs = {"short": 1 / len(words), "first": float(first == 0)}
            value = words[first:end]
            yield Fact(Relation.SENTENCE, sheet.number, label, value, text, (), (), tuple(signs.items()), first)


def _set_off(texts: Sequence[str]) -> Iterator[tuple[int, int]]:
    """Codes, and what stands in brackets or quotation marks, as words from the first up to the end."""
    opened = None
    for n, text in enumerate(texts):
        if text[0] in _OPENING and opened is None:
            opened = n
        if opened is not None and text.rstrip(".,;:")[-1:] in _CLOSING:
            yield opened, n + 1
            opened = None
        if _CODE.fullmatch(text):
            yield n, n + 1


def _bare(text: str) -> str:
    """A text without the marks of its sentence around it."""
    text = text.strip(' ,;:()“”„«»"')
    return text if text.endswith((".m.", "Std.")) else text.rstrip(".")


def _numbers(texts: Sequence[str]) -> Iterator[tuple[int, int]]:
    """Days, times, amounts, measures and other numbers among words, each from its first word up to the end."""
    yield from {span for shape in NUMERIC for span in _spans(texts, shape)}


def _spans(texts: Sequence[str], shape: Shape) -> Iterator[tuple[int, int]]:
    """Texts of a shape as words, from the first up to the end."""
    starts, at = [], 0
    for text in texts:
        starts.append(at)
        at += len(text) + 1
    for start, end in shaped(" ".join(texts), shape):
        first = max(n for n, one in enumerate(starts) if one <= start)
        last = max(n for n, one in enumerate(starts) if one < end)
        yield first, last + 1
