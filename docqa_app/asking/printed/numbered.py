"""Things that print their number behind their name: "Progress Report 37", "Form 10-K", "Los Nr. 12"."""

from __future__ import annotations

import re

from docqa_app.asking.meaning import parts_of
from docqa_app.asking.printed.asked_form import FRAME
from docqa_app.asking.printed.sheet import Run, Sheet
from docqa_app.core.find import fold

_NUMBER = frozenset(["number", "no", "nr", "num", "nummer", "numero", "n"])
_ENDINGS = re.compile(r"(?<=[a-z]{3})(?:nummer|nr)$")
"""Of German names of numbers: "Losnummer" asks for the number of a "Los"."""
_COUNTS = frozenset(["how", "many", "total", "wie", "viele", "combien", "of", "in", "for", "under", "per"])
MOST_WORDS = 4


def numbered_asked(question: str) -> tuple[str, ...]:
    """The words of the thing whose number is asked; () where the question asks for another thing, or a count."""
    words = parts_of(re.sub(r"#", " number ", question))
    at = next((n for n, word in enumerate(words) if word in _NUMBER or _ENDINGS.search(word)), None)
    if at is None or _COUNTS & set(words[:at]):
        return ()
    told = [*words[:at], _ENDINGS.sub("", words[at])] if words[at] not in _NUMBER else words[:at]
    thing = tuple(word for word in told if word not in FRAME - {"page", "form", "report", "invoice", "letter"})
    rest = [word for word in words[at + 1 :] if word not in FRAME]
    return thing if 0 < len(thing) <= MOST_WORDS and not rest else ()


def number_of(sheet: Sheet, thing: tuple[str, ...]) -> tuple[int, ...]:
    """The word with the number right behind the thing's name; () where none stands there."""
    for run in sheet.runs:
        for at in range(len(run.words)):
            found = _behind(sheet, run, at, thing)
            if found:
                return found
    return ()


def _behind(sheet: Sheet, run: Run, at: int, thing: tuple[str, ...]) -> tuple[int, ...]:
    left = "".join(thing)
    for index in run.words[at:]:
        text = "".join(parts_of(sheet.words[index].text))
        if left:
            if not text or not left.startswith(text):
                return ()
            left = left[len(text) :]
        elif re.search(r"\d", text):
            return (index,)
        elif text and fold(text) not in _NUMBER:
            return ()
    return ()
