"""Notes under a text or a table: "* Estimated", "(1) Without VAT"; and which of them a question means."""

from __future__ import annotations

import re
from collections.abc import Iterator

from docqa_app.asking.printed.sheet import Run, Sheet
from docqa_app.core.find import fold

_NOTE = r"(?:foot ?note|fussnote|note de bas de page|endnote|note|anmerkung)"
_ASKS = re.compile(
    r"^(?:what|was|wofur|wie|que|qu['’]|quel(?:le)?)\b.*?"
    r"(?:(?P<star>\*+|†|\b(?:asterisks?|stern(?:chen)?|star|asterisque|etoile)\b(?! (?:hotel|restaurant|rating)))"
    rf"|\b{_NOTE}\s+(?:no\.? |nr\.? |n° ?|number )?[(\[]?(?P<number>\d{{1,2}})\b"
    r"(?=\W*$|.*\b(?:say|mean|tell|read|state|stand|refer)s?\b))"
)
_MEANS = re.compile(
    r"\b(?:means?|meaning|stands?|says?|tells?|reads?|states?|refers?|steht|stehen|bedeutet|heisst|lautet|sagt|signifie|dit|"
    rf"indiquent?|indicates?|(?:is|ist|est) (?:the |die |la )?{_NOTE})\b"
)
_RAISED = str.maketrans("¹²³⁴⁵⁶⁷⁸⁹⁰", "1234567890")
MOST_LINES = 3
"""Lines of a note."""
NEXT_LINE = 0.9
"""From one line of a note down to the next, in heights."""
SMALLER = 0.95
"""What print is below its page's usual height, as notes are."""


def note_asked(question: str) -> str | None:
    """The sign of the note that a question asks for: "*" or its number; None where it asks for none."""
    plain = fold(question)
    found = _ASKS.search(plain)
    if not found or not _MEANS.search(plain):
        return None
    star = found["star"] or ""
    return found["number"] or (star if star[:1] in ("*", "†") else "*")


def note(sheet: Sheet, sign: str) -> tuple[int, ...]:
    """The words of the lowest note that begins with a sign; () where the page has none."""
    return next((_whole(sheet, run, words) for run, words in reversed([*_begun(sheet, sign)])), ())


def _begun(sheet: Sheet, sign: str) -> Iterator[tuple[Run, tuple[int, ...]]]:
    """The lines that begin with a sign, and their words behind it."""
    for run in sheet.runs:
        first, *rest = run.words
        text = sheet.words[first].text
        if _is_sign(sheet, run, text, sign) and rest:
            yield run, tuple(rest)
        elif not sign.isdigit() and text.startswith(sign) and text[len(sign) :][:1].isalpha():
            yield run, run.words


def _is_sign(sheet: Sheet, run: Run, text: str, sign: str) -> bool:
    """Whether a word is the sign of a note; a mere number may count items, but in small print."""
    bare = text.translate(_RAISED)
    if not sign.isdigit():
        return text.rstrip(":)") == sign
    small = min(run.height, sheet.words[run.words[0]].box.height) < SMALLER * sheet.height
    return bare in (f"({sign})", f"[{sign}]", f"{sign})") or (bare == sign and (small or text != bare))


def _whole(sheet: Sheet, first: Run, words: tuple[int, ...]) -> tuple[int, ...]:
    """A note's words with those of the lines that go on with it."""
    lines = [first]
    for run in sheet.runs:
        if len(lines) < MOST_LINES and not lines[-1].text.endswith((".", "!", "?")) and _goes_on(sheet, lines[-1], run):
            lines.append(run)
    return (*words, *(index for line in lines[1:] for index in line.words))


def _goes_on(sheet: Sheet, above: Run, below: Run) -> bool:
    """Whether a line stands close under another, begins no sentence or note of its own, and is one text."""
    gap = (below.box.top - above.box.bottom) / above.height
    alone = sum(run.line == below.line for run in sheet.runs) == 1
    return below.line == above.line + 1 and alone and gap <= NEXT_LINE and below.text[:1].islower()
