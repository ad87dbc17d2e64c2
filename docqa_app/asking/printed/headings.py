"""The title of a page, the titles and numbers of its tables and figures, and its own number."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from itertools import takewhile

from docqa_app.asking.printed.names import is_surely_name
from docqa_app.asking.printed.sheet import Run, Sheet
from docqa_app.extracting.parties.legal_forms import is_form

MOST_LINES = 3
"""Lines of a title."""
FEWEST_LETTERS, MOST_SIGNS = 5, 0.4
"""Of a title: letters, and the share of what is none."""
SAME_SIZE = (0.8, 1.25)
"""Of the next line of a title, in heights of the line before."""
NEXT_LINE = 0.9
"""From one line of a title down to the next, in heights."""
SAME_EDGE = 0.03
"""How far the left edges or the middles of two lines of a title lie apart, in page widths."""
LARGEST = 2.5
"""From here on print does not count as larger, in usual heights: it may be a logo or a hand."""
LONGEST = 8
"""Words from which on a line is less likely a title."""
EDGE, OUTER_LINES = 0.12, 2
"""Where page numbers stand: so near the page's top or bottom, or alone on one of so many outer lines."""
_CAPTIONS = {
    "table": r"(?:table|tabelle|tab\.|tableau)",
    "figure": r"(?:figure|fig\.?|abbildung|abb\.|chart|graph|diagram)",
    "exhibit": r"(?:exhibit|annex|appendix|anhang|anlage|annexe|schedule)",
}
_NUMBER = r"(?:no\.?|nr\.?|#)?\s*(?P<number>[ivxlc]+\b|[a-z]?\d[\w.-]*|[a-z]\b)\W*"
_PAGE = re.compile(
    r"(?:page|seite|blatt|p\.|s\.)\s*(?:no\.?\s*)?[:#-]?\s*(?P<called>\d{1,4})\b(?:\s*(?:of|von|de|sur|/)\s*\d+|\W.*)?"
    r"|[-–—.\s(]*(?P<bare>\d{1,3}|[ivx]{1,5})[-–—.\s)]*",
    re.IGNORECASE,
)


@dataclass(frozen=True, slots=True)
class Caption:
    """The word with the number of a table or a figure, and the words of its title."""

    number: tuple[int, ...]
    title: tuple[int, ...]


def title(sheet: Sheet) -> tuple[int, ...]:
    """The words of the page's title: large print, capitals, near the top; () where nothing looks like one."""
    likely = [run for run in sheet.runs if _can_be_title(run)]
    if not likely:
        return ()
    middle = max(likely, key=lambda run: _prominence(sheet, run))
    return tuple(index for run in _lines_from(sheet, _first_line(sheet, middle)) for index in run.words)


def page_number(sheet: Sheet, place: str = "") -> tuple[int, ...]:
    """The word that numbers the page at its edge; one that is called so before one that stands alone. `place`: "top",
    "bottom" or either."""
    edge = [run for run in sheet.runs if _at_edge(sheet, run, place)]
    found = [(run, one) for run in edge if (one := _PAGE.fullmatch(run.text.strip()))]
    for run, one in sorted(found, key=lambda pair: not pair[1]["called"]):
        number = one["called"] or one["bare"]
        return tuple(index for index in run.words if number in sheet.words[index].text)[:1]
    return ()


def captions(sheet: Sheet, kind: str, number: str = "") -> Iterator[Caption]:
    """Each table, figure or exhibit with its title; only the one with `number`, if given."""
    form = re.compile(rf"{_CAPTIONS[kind]}\s*{_NUMBER}", re.IGNORECASE)
    for run in sheet.runs:
        found = form.match(run.text)
        own = found["number"].strip(".-") if found else ""
        if found and number in ("", own.lower()):
            numbers = tuple(index for index in run.words if own in sheet.words[index].text)[:1]
            yield Caption(numbers, _behind(sheet, run, found.end()))


def _behind(sheet: Sheet, run: Run, end: int) -> tuple[int, ...]:
    """What follows a caption's number on its line and the lines that go on with it; heads of columns do not."""
    at, rest = 0, []
    for index in run.words:
        at += len(sheet.words[index].text) + 1
        if at > end + 1 and re.search(r"\w", sheet.words[index].text):
            rest.append(index)
    alone = _on_line(sheet, run)
    further = takewhile(lambda line: _on_line(sheet, line) <= alone, _lines_from(sheet, run)[1:])
    return (*rest, *(index for line in further for index in line.words))


def _can_be_title(run: Run) -> bool:
    letters, signs = sum(c.isalpha() for c in run.text), len(run.text.replace(" ", ""))
    return letters >= FEWEST_LETTERS and signs - letters <= MOST_SIGNS * signs and not run.text.endswith(":")


def _prominence(sheet: Sheet, run: Run) -> float:
    """How much a run stands out as a title; the weights were chosen on the part of docvqa that was looked at."""
    large = min(LARGEST, run.height / sheet.height)
    capitals = 0.4 * run.text.isupper() + 0.2 * run.text.istitle()
    middle = 0.3 * (1 - abs(run.box.left + run.box.right - 1))
    alone = 0.5 * (_on_line(sheet, run) == 1)
    firm = any(is_form(sheet.words[index].text) for index in run.words)
    unlikely = 0.5 * (run.text[:1].islower() or is_surely_name(run.text) or firm) + 0.05 * max(
        0, len(run.words) - LONGEST
    )
    return large + capitals + middle + alone - unlikely - 1.5 * run.box.top


def _on_line(sheet: Sheet, run: Run) -> int:
    return sum(other.line == run.line for other in sheet.runs)


def _first_line(sheet: Sheet, middle: Run) -> Run:
    """The first line of a title, of which another may be the most prominent."""
    first = middle
    for run in reversed(sheet.runs):
        if _can_be_title(run) and _goes_on(run, first):
            first = run
    return first


def _lines_from(sheet: Sheet, first: Run) -> list[Run]:
    """The run and the lines below it that go on with it in the same print."""
    lines = [first]
    for run in sheet.runs:
        if len(lines) < MOST_LINES and _goes_on(lines[-1], run):
            lines.append(run)
    return lines


def _goes_on(above: Run, below: Run) -> bool:
    gap = (below.box.top - above.box.bottom) / above.height
    middles = (above.box.left + above.box.right - below.box.left - below.box.right) / 2
    aligned = min(abs(above.box.left - below.box.left), abs(middles)) <= SAME_EDGE
    alike = SAME_SIZE[0] <= below.height / above.height <= SAME_SIZE[1] and above.text.isupper() == below.text.isupper()
    return below.line > above.line and -0.3 <= gap <= NEXT_LINE and aligned and alike and _can_be_title(below)


def _at_edge(sheet: Sheet, run: Run, place: str) -> bool:
    """Whether it stands near the page's edge, or alone above or below nearly all else."""
    alone, last = _on_line(sheet, run) == 1, max(other.line for other in sheet.runs)
    top = run.box.top <= EDGE or (alone and run.line < OUTER_LINES)
    bottom = run.box.bottom >= 1 - EDGE or (alone and run.line > last - OUTER_LINES)
    return {"top": top, "bottom": bottom}.get(place, top or bottom)
