"""Cities, states and countries of those whose address stands on the page: "Which city is Dr. Katzen from?"."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from docqa_app.asking.common_words import DWELLING
from docqa_app.asking.meaning import parts_of
from docqa_app.asking.printed.asked_form import telling_words
from docqa_app.asking.printed.names import is_no_name, is_surely_name
from docqa_app.asking.printed.nearness import alike
from docqa_app.asking.printed.sheet import Run, Sheet

CITY, REGION = "city", "region"
MOST_LINES, NEXT_LINE, SAME_LEFT = 8, 1.2, 0.02
"""Of an address: its lines, how many heights lie between two, and how far apart their left edges."""
_CALLED = {
    CITY: "city|town|stadt|ort|ville",
    REGION: "state|province|country|bundesland|land|pays|canton|kanton",
}
_ASKED = re.compile(
    r"(?:in |from |to |aus |de |dans )?(?:which|what|welche[rmsn]?|quel|quelle) "
    rf"(?:(?P<{CITY}>{_CALLED[CITY]})|(?P<{REGION}>{_CALLED[REGION]})) (.+)"
)
_TITLES_WORDS = "dr mr mrs ms miss prof professor herr frau mme monsieur madame"
_TITLES = frozenset(_TITLES_WORDS.split())
_ZIP = r"(?:[A-Z]{1,2}-)?\d{4,5}(?:-\d{4})?"
_NAME = r"[A-ZÀ-Þ][^\W\d]*[.]?(?:[ -][^\W\d][^\W\d'’]*[.]?){0,3}"
_IN_REGION = re.compile(rf"(?:.*, ?)?(?:{_ZIP} )?(?P<{CITY}>{_NAME}), ?(?P<{REGION}>{_NAME})(?:,? {_ZIP})?")
_BEHIND_ZIP = re.compile(rf"(?:.*, ?)?{_ZIP} (?P<{CITY}>{_NAME})")


@dataclass(frozen=True, slots=True)
class PlaceAsked:
    """`what`: the city or the state or country around it; `whose`: the words for who or what is there."""

    what: str
    whose: tuple[str, ...]


def place_of_asked(question: str) -> PlaceAsked | None:
    """The place that a question asks for; None where it asks for none, or not whose."""
    found = _ASKED.fullmatch(" ".join(parts_of(question)))
    told = telling_words(found[3].split()) if found else ()
    whose = tuple(word for word in told if word not in DWELLING | _TITLES)
    return PlaceAsked(CITY if found[CITY] else REGION, whose) if found and whose else None


def place_of(sheet: Sheet, asked: PlaceAsked) -> tuple[int, ...]:
    """The words of the place in the address that begins with whose it is; () where the page shows none."""
    for run in sorted((run for run in sheet.runs if _names(run.text, asked.whose)), key=lambda run: len(run.words)):
        lines = list(_block(sheet, run))
        if len(lines) > 1 and _IN_REGION.fullmatch(run.text):
            continue  # a list of names: "Foster, William"
        for line in reversed(lines):
            words = _place(sheet, line, asked.what)
            if words:
                return words
    return ()


def _names(text: str, whose: Sequence[str]) -> bool:
    parts = parts_of(text)
    return all(any(alike(word, part) for part in parts) for word in whose)


def _block(sheet: Sheet, first: Run) -> Iterator[Run]:
    """The lines right below a text, flush with it."""
    last = first
    for _ in range(MOST_LINES):
        yield last
        below = (run for run in sheet.runs if abs(run.box.left - first.box.left) < SAME_LEFT and _is_next(last, run))
        following = next(below, None)
        if following is None:
            return
        last = following


def _is_next(above: Run, below: Run) -> bool:
    return -0.5 < (below.box.top - above.box.bottom) / max(above.height, 1e-6) < NEXT_LINE


def _place(sheet: Sheet, line: Run, what: str) -> tuple[int, ...]:
    """The words of a city, or of what is around it, at the end of a line of an address."""
    text = line.text.rstrip(" .;")
    found = _IN_REGION.fullmatch(text) or _BEHIND_ZIP.fullmatch(text)
    said = found.groupdict().get(what) if found else None
    if not found or not said or is_surely_name(said) or any(map(is_no_name, said.split())):
        return ()
    first = len(text[: found.start(what)].split())
    return line.words[first : first + len(said.split())]
