"""What a short form stands for on its page: "World Health Organization (WHO)", "V = validation"."""

from __future__ import annotations

import re
from collections.abc import Iterator

from docqa_app.asking.meaning import parts_of
from docqa_app.asking.printed.sheet import Run, Sheet
from docqa_app.core.find import fold

_ASKS = re.compile(
    r"(?:what does|what do|wofur steht|was bedeutet|que signifie|que veut dire) (?:the )?"
    r"(?:letters? |term |symbol |abbreviation |abkurzung |sigle )?"
    r"[\"'‘’“”«]?(?P<a>[\w&.-]{1,10}?)[\"'‘’“”»]?(?: stands?(?: for)?| means?| denotes?| refers? to| represents?|\W*$)"
    r"|(?:full|expanded|long) ?(?:form|name)s? (?:of|for) (?:the )?[\"'‘’“”]?(?P<b>[\w&.-]{1,10})"
    r"|(?:abbreviation|abkurzung|acronym|sigle)s? (?:of |for |fur |de )?(?:the )?[\"'‘’“”]?(?P<c>[\w&.-]{1,10})"
)
_WHAT_IS = re.compile(
    r"(?:What|what|Was|was)(?: is| are| ist|['’]s) (?:meant by |the )?[\"'‘’“”«]?(?P<d>[A-Z][A-Z&.]{1,7})[\"'‘’“”»]?\W*"
)
_SMALL_WORDS = "of and the for in on to a de la du des et der die das und fur von"
_SMALL = frozenset(_SMALL_WORDS.split())
MOST_SMALL = 3
"""Small words between those whose first letters are meant."""


def short_form_asked(question: str) -> str | None:
    """The short form whose meaning a question asks; None where it asks another thing."""
    found = _ASKS.search(fold(question)) or _WHAT_IS.fullmatch(question.strip())
    return next((short.strip(".").lower() for short in found.groups() if short), None) if found else None


def stands_for(sheet: Sheet, short: str) -> tuple[int, ...]:
    """The words that a short form stands for; () where the page does not say. A row of a table may begin with it, so
    what stands beside it counts last."""
    ways = (_defined, _spelled_out, _listed)
    return next((words for way in ways for words in way(sheet, short) if words), ())


def _defined(sheet: Sheet, short: str) -> Iterator[tuple[int, ...]]:
    """What follows it behind a sign: "V = validation"."""
    for run in sheet.runs:
        for at, index in enumerate(run.words):
            if _bare(sheet.words[index].text) != short:
                continue
            sign = sheet.words[index].text[-1:] in "=:" or sheet.text(run.words[at + 1 : at + 2])[:1] in (
                "=",
                ":",
                "-",
                "–",
            )
            rest = tuple(i for i in run.words[at + 1 :] if parts_of(sheet.words[i].text))
            if (sign and rest and at == 0) or "=" in sheet.text(run.words[at : at + 2]):
                yield _clause(sheet, rest)


def _listed(sheet: Sheet, short: str) -> Iterator[tuple[int, ...]]:
    """What follows it behind a gap, as in a list of short forms."""
    for run in sheet.runs:
        if len(run.words) == 1 and _bare(run.text) == short:
            yield _behind(sheet, run)


def _clause(sheet: Sheet, words: tuple[int, ...]) -> tuple[int, ...]:
    """The words up to the first that ends in a comma or semicolon."""
    end = next((n for n, index in enumerate(words, 1) if sheet.words[index].text[-1] in ",;"), len(words))
    return words[:end]


def _behind(sheet: Sheet, run: Run) -> tuple[int, ...]:
    later = (other for other in sheet.runs if other.line == run.line and other.box.left > run.box.left)
    return next((other.words for other in later if re.search(r"[^\W\d_]{3}", other.text)), ())


def _spelled_out(sheet: Sheet, short: str) -> Iterator[tuple[int, ...]]:
    """Neighbouring words that begin with its letters; short ones only where the short form stands behind them."""
    letters = [c for c in short if c.isalnum()]
    order = [index for run in sheet.runs for index in run.words]
    found = [words for at in range(len(order)) if (words := _initials(sheet, order, at, letters))]
    behind = [words for words in found if short in _next_parts(sheet, order, words[-1])]
    yield from behind
    yield from (words for words in found if len(letters) > 2)


def _initials(sheet: Sheet, order: list[int], at: int, letters: list[str]) -> tuple[int, ...]:
    words: list[int] = []
    left, small = list(letters), 0
    for index in order[at:]:
        text = fold(sheet.words[index].text).lstrip("(\"'“‘[")
        if left and text[:1] == left[0] and text not in _SMALL | {left[0]}:
            left.pop(0)
        elif words and left and text in _SMALL and small < MOST_SMALL:
            small += 1
        else:
            return ()
        words.append(index)
        if not left:
            return tuple(words)
    return ()


def _next_parts(sheet: Sheet, order: list[int], last: int) -> list[str]:
    at = order.index(last)
    return [part for index in order[at + 1 : at + 3] for part in (_bare(sheet.words[index].text),)]


def _bare(text: str) -> str:
    return "".join(parts_of(text)) if len(parts_of(text)) < 2 else fold(text).strip("()[]\"'“”‘’.,;:=")
