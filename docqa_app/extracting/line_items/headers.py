"""The line of a page that names the columns of a table of goods, and where each column runs."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass, replace
from functools import cache
from itertools import pairwise

from docqa_app.core.document import Line, Page, Word
from docqa_app.extracting.line_items.column_labels import OF_TAX, Labels, plain_label
from docqa_app.extracting.line_items.head_labels import HeadLabel, head_labels, stand_within
from docqa_app.schemas.schema import Column

LONGEST_HEAD = 8
"""Words of the head of a column that nobody knows."""
PRICE, AMOUNT = "unit_price", "amount"
REACH = 0.3
"""How far the second line of a head begins above the bottom of the others, in its height."""
LOOSE_SPACE = 0.9
"""Between two words of one sentence in large letters, as `stand_within` measures."""


@dataclass(frozen=True, slots=True)
class Track:
    """One column of a table on an upright page: its name in the schema ("" for others) and its edges in page
    fractions."""

    name: str
    left: float
    right: float


@dataclass(frozen=True, slots=True)
class Header:
    """The columns of a table, left to right; `line` is the last line of the header, `top` and `bottom` its edges."""

    tracks: tuple[Track, ...]
    line: int
    top: float
    bottom: float

    def names(self) -> frozenset[str]:
        return frozenset(track.name for track in self.tracks) - {""}


class Heads:
    """The headers of a document's tables, each page's found once for all who ask."""

    def __init__(self, columns: Sequence[Column]) -> None:
        self._columns = columns
        self._found: dict[int, Header | None] = {}

    def on(self, page: Page, lines: Sequence[Line]) -> Header | None:
        """The header on an upright page with these lines, as `find_header` tells it."""
        if page.number not in self._found:
            self._found[page.number] = find_header(page, lines, self._columns) if self._columns else None
        return self._found[page.number]


def find_header(page: Page, lines: Sequence[Line], columns: Sequence[Column]) -> Header | None:
    """The header that names most columns: one line, or up to three close ones that share the labels."""
    known, alike = Labels(columns), Labels(columns, slips=True)
    headed = {line.number for line in lines if any(label.name for label in head_labels(page, line, known))}
    labels_on = cache(lambda line: tuple(head_labels(page, line, alike)))

    def header(some: Sequence[Line]) -> Header | None:
        return _header(some, labels_on, alike) if headed & {line.number for line in some} else None

    one = [header([line]) for line in lines]
    more = [
        header(lines[at : at + count])
        for count in (2, 3)
        for at in range(len(lines) - count + 1)
        if all(_is_close(*pair) for pair in pairwise(lines[at : at + count]))
    ]
    good = [found for found in [*one, *more] if found and _is_table(found, columns)]
    best = max(good, key=lambda found: (len(found.names()), -found.line), default=None)
    return best and _with_ends(page, lines, best)


def _with_ends(page: Page, lines: Sequence[Line], header: Header) -> Header:
    """The header with the line under it that only ends its labels: "netto" under "Einzelpreis" and under "Summe", or
    the second line of a head that stands around the others' middle: "Price w/o" and "Tax"."""
    below = next((line for line in lines if line.number == header.line + 1), None)
    if below is None or not (_ends_labels(page, below) or _reaches_into(page, below, header)):
        return header
    near = below.box.top - header.bottom < below.box.height
    return replace(header, line=below.number, bottom=below.box.bottom) if near else header


def _ends_labels(page: Page, line: Line) -> bool:
    texts = [plain_label(page.words[index].text) for index in line.words]
    return all(OF_TAX.fullmatch(f" {text}") for text in texts if text)


def _reaches_into(page: Page, line: Line, header: Header) -> bool:
    """Whether a line of words without digits begins beside the header and not under it."""
    spelled = not any(map(str.isdigit, page.text_of(line.words)))
    return spelled and header.bottom - line.box.top > REACH * line.box.height


def _is_close(above: Line, below: Line) -> bool:
    return below.box.top - above.box.bottom < above.box.height


def _is_table(header: Header, columns: Sequence[Column]) -> bool:
    """A column of numbers and the text beside it, or two of numbers and one of which nobody knows what it holds."""
    names = header.names()
    text = {column.name for column in columns if column.type == "text"}
    return len(names) >= 2 and bool(names - text) and (bool(names & text) or len(header.tracks) >= 3)


def _header(lines: Sequence[Line], labels_on: Callable[[Line], tuple[HeadLabel, ...]], known: Labels) -> Header | None:
    labels = [label for line in lines for label in labels_on(line)]
    if not labels or any(label.priced for label in labels):
        return None
    if any(label.text.count(" ") >= LONGEST_HEAD for label in labels) or (len(lines) == 1 and _is_one_text(labels)):
        return None  # a sentence or a title that happens to hold labels
    tracks = _without_doubles(_joined(labels, known), known.texts)
    top, bottom = min(line.box.top for line in lines), max(line.box.bottom for line in lines)
    return Header(tuple(tracks), lines[-1].number, top, bottom)


def _is_one_text(labels: Sequence[HeadLabel]) -> bool:
    """Whether spaces of a sentence are all that is between labels that are known: "Your charges in detail"."""
    known = [at for at, label in enumerate(labels) if label.name]
    some = labels[known[0] : known[-1] + 1] if known else ()
    return len(known) > 1 and all(stand_within(LOOSE_SPACE, a, b) for a, b in pairwise(some))


def _joined(labels: Sequence[HeadLabel], known: Labels) -> list[Track]:
    """Labels of two lines that stand over each other become one: "Gesamt-" above "preis"."""
    joined: list[HeadLabel] = []
    for label in labels:
        above = next((n for n, one in enumerate(joined) if one.left < label.right and label.left < one.right), None)
        if above is None:
            joined.append(label)
            continue
        one = joined[above]
        texts = (f"{one.text}{label.text}", f"{one.text} {label.text}")
        name = next((name for text in texts if (name := known.name(text))), one.name or label.name)
        left, right = min(one.left, label.left), max(one.right, label.right)
        joined[above] = replace(one, text=texts[1], name=name, left=left, right=right)
    whole = _rejoined(sorted(joined, key=lambda one: one.left), known)
    return [Track(one.name or (AMOUNT if one.currency else ""), one.left, one.right) for one in whole]


def _rejoined(labels: Sequence[HeadLabel], known: Labels) -> list[HeadLabel]:
    """Labels whose last word stands off: "Montant  HT" heads one column."""
    whole: list[HeadLabel] = []
    for label in labels:
        before = whole[-1] if whole else None
        text = f"{before.text} {label.text}" if before else ""
        if before and before.name and not label.name and label.text and known.name(text) == before.name:
            whole[-1] = replace(before, text=text, right=label.right)
        else:
            whole.append(label)
    return whole


def _without_doubles(tracks: Sequence[Track], texts: frozenset[str]) -> list[Track]:
    """Each name of a column of numbers once: of two of amounts the right one is the row's, of others the left one; of
    two of prices without amounts the right one is that: "Price", "Cost". Which of several columns of texts is meant,
    what stands in them tells (`columns.completed`)."""
    kept: dict[str, int] = {}
    prices = [place for place, track in enumerate(tracks) if track.name == PRICE]
    if len(prices) > 1 and all(track.name != AMOUNT for track in tracks):
        tracks = [replace(one, name=AMOUNT) if place == prices[-1] else one for place, one in enumerate(tracks)]
    for place, track in enumerate(tracks):
        if track.name and (track.name not in kept or track.name == AMOUNT):
            kept[track.name] = place
    return [
        track if track.name in texts or kept.get(track.name) == place else replace(track, name="")
        for place, track in enumerate(tracks)
    ]


def widened(header: Header, body: Sequence[Word]) -> Header:
    """The columns with edges set between them where fewest words of the rows are cut."""
    tracks = list(header.tracks)
    edges = [0.0, *(_edge(a, b, body) for a, b in pairwise(tracks)), 1.0]
    placed = (replace(t, left=left, right=right) for t, (left, right) in zip(tracks, pairwise(edges), strict=True))
    return replace(header, tracks=tuple(placed))


def _edge(left: Track, right: Track, body: Sequence[Word]) -> float:
    """Where the widest gap between two labels lies, words of the rows taken into account."""
    start, end = left.right, right.left
    if end <= start:
        return (start + end) / 2
    marks = sorted({start, end, *(e for w in body for e in (w.box.left, w.box.right) if start < e < end)})
    gaps = list(pairwise(marks))
    return max(((a + b) / 2 for a, b in gaps), key=lambda x: _free(x, gaps, body))


def _free(x: float, gaps: Sequence[tuple[float, float]], body: Sequence[Word]) -> tuple[int, float]:
    crossed = sum(word.box.left < x < word.box.right for word in body)
    return -crossed, next(b - a for a, b in gaps if a <= x <= b)
