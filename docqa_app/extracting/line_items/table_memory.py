"""Where a supplier prints the columns of its line items: learned when a person mends rows, used on its next document.

Each column is a correction like a field's, so that it is seen, changed and erased like one: its `label` is what heads
the column, its `box` runs across as far as the column's words did, and down as far as its head.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from docqa_app.core.document import Box, Document, Line, Page
from docqa_app.core.fields import Extraction, LineItem
from docqa_app.core.find import fold
from docqa_app.core.geometry import union, upright
from docqa_app.core.layout import text_lines
from docqa_app.core.suppliers import COLUMN, Correction, Side
from docqa_app.extracting.line_items.headers import Header, Track

TALLEST_HEAD = 3
"""Lines of a table's head at most."""
FARTHEST_HEAD = 3.0
"""From the first row up to the head, in heights of the row."""
ENOUGH_LABELS = 0.5
"""Share of the remembered labels that must stand in a line for it to be the head again."""


# -- learning ---------------------------------------------------------------------------------------------------------


def taught_columns(document: Document, first: Extraction, now: Extraction, at: str) -> tuple[Correction, ...]:
    """The columns of the first page with rows, where a person has changed which words stand in them."""
    number = next((cell.page for item in now.line_items for cell in item.cells if cell.words and cell.page), None)
    page = next((page for page in document.pages if page.number == number), None)
    if page is None or _words(first.line_items, page.number) == _words(now.line_items, page.number):
        return ()
    return tuple(_columns(document, upright(page), now.line_items, at))


def _words(items: Sequence[LineItem], page: int) -> dict[str, frozenset[int]]:
    """The words of each column on a page."""
    names = {cell.name for item in items for cell in item.cells}
    return {name: frozenset(i for item in items for i in _of(item, name, page)) for name in names}


def _of(item: LineItem, name: str, page: int) -> tuple[int, ...]:
    cell = item.cell(name)
    return cell.words if cell.page == page else ()


def _columns(document: Document, page: Page, items: Sequence[LineItem], at: str) -> Iterator[Correction]:
    taken = _words(items, page.number)
    lines = text_lines(page.words)
    head = _head(page, lines, frozenset(index for words in taken.values() for index in words))
    samples = {cell.name: cell for item in reversed(items) for cell in item.cells if cell.words}
    for name, words in taken.items():
        if words:
            span = union(page.words[index].box for index in words)
            label = [i for i in head if page.words[i].box.left < span.right and page.words[i].box.right > span.left]
            text = page.text_of(label)
            down = union(page.words[index].box for index in label) if label else span
            box, sample = Box(span.left, down.top, span.right, down.bottom), samples[name]
            side = Side.ABOVE if text else Side.NONE
            yield Correction(
                COLUMN + name, sample.type, text, side, page.number, box, sample.text, False, document.sha256, at
            )


def _head(page: Page, lines: Sequence[Line], taken: frozenset[int]) -> list[int]:
    """The words of the lines right above the first row that hold no numbers."""
    first = next((at for at, line in enumerate(lines) if taken & set(line.words)), 0)
    head: list[int] = []
    below = lines[first].box
    for line in reversed(lines[max(0, first - TALLEST_HEAD) : first]):
        far = below.top - line.box.bottom > FARTHEST_HEAD * line.box.height
        if far or any(c.isdigit() for index in line.words for c in page.words[index].text):
            break
        head = [*line.words, *head]
        below = line.box
    return head


# -- using ------------------------------------------------------------------------------------------------------------


def remembered_header(page: Page, lines: Sequence[Line], taught: Sequence[Correction]) -> Header | None:
    """The head of the supplier's table on an upright page, with its columns where they stood; None where too few of
    its labels are printed above one another's columns."""
    columns = [one for one in taught if one.field.startswith(COLUMN) and one.box is not None and one.label]
    if not columns:
        return None
    ranked = [
        (sum(_stands(page, lines[at : at + TALLEST_HEAD], one) for one in columns), -at) for at in range(len(lines))
    ]
    hits, place = max(ranked, default=(0, 0))
    if hits < max(2, ENOUGH_LABELS * len(columns)):
        return None
    last = max(at for one in columns for at in _lines_of(page, lines, -place, one))
    tracks = sorted((_track(one) for one in columns), key=lambda track: track.left)
    return Header(tuple(tracks), lines[last].number, lines[-place].box.top, lines[last].box.bottom)


def _track(one: Correction) -> Track:
    assert one.box is not None, "columns without a box are left out"
    return Track(one.field.removeprefix(COLUMN), one.box.left, one.box.right)


def _stands(page: Page, lines: Sequence[Line], one: Correction) -> bool:
    """Whether the first word of a label stands in the first of these lines, and the others in them."""
    wanted = [_plain(word) for word in one.label.split()]
    there = [{_plain(page.words[index].text) for index in line.words} for line in lines]
    return wanted[0] in there[0] and all(any(word in some for some in there) for word in wanted)


def _lines_of(page: Page, lines: Sequence[Line], first: int, one: Correction) -> list[int]:
    """The lines from the head's first on in which a label's words stand."""
    if not _stands(page, lines[first : first + TALLEST_HEAD], one):
        return [first]
    wanted = {_plain(word) for word in one.label.split()}
    near = range(first, min(len(lines), first + TALLEST_HEAD))
    return [at for at in near if wanted & {_plain(page.words[index].text) for index in lines[at].words}]


def _plain(text: str) -> str:
    return fold(text).strip(" :.")
