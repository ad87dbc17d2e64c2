"""The line of a page that names the columns of a table of goods, and where each column runs."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass, replace
from functools import cache
from itertools import pairwise

from docqa_app.core.document import Line, Page, Word
from docqa_app.extracting.line_items.column_labels import OF_TAX, OTHER_LABELS, Labels, plain_label
from docqa_app.extracting.line_items.totals import is_amount
from docqa_app.schemas.schema import Column
from docqa_app.values.amounts import read_currencies

LONGEST_LABEL = 4
LONGEST_HEAD = 8
"""Words of the head of a column that nobody knows."""
WIDEST_SPACE = 1.2
"""Between two words of one label, in heights of the first."""
SPACE = 0.65
"""Between two words of one text, in heights of the first."""
LONGEST_CURRENCY = 5
"""Letters and signs: "US $"."""
PRICE, AMOUNT = "unit_price", "amount"
REACH = 0.3
"""How far the second line of a head begins above the bottom of the others, in its height."""
LOOSE_SPACE = 0.9
"""The same where letters are large."""
JOINS = frozenset(("/", "&", "+", "and", "und", "u.", "et"))
"""Between two things that one head names."""
_JOIN = re.compile(rf"/| (?:{'|'.join(map(re.escape, sorted(JOINS)))}) ", re.IGNORECASE)
_CENTS = re.compile(r"\d[.,](?:\d\d|\d{4,})(?!\d)")


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
    headed = {line.number for line in lines if any(label.name for label in _labels(page, line, known))}
    labels_on = cache(lambda line: tuple(_labels(page, line, alike)))

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


def _header(lines: Sequence[Line], labels_on: Callable[[Line], tuple[_Label, ...]], known: Labels) -> Header | None:
    labels = [label for line in lines for label in labels_on(line)]
    if not labels or any(label.priced for label in labels):
        return None
    if any(label.text.count(" ") >= LONGEST_HEAD for label in labels) or (len(lines) == 1 and _is_one_text(labels)):
        return None  # a sentence or a title that happens to hold labels
    tracks = _without_doubles(_joined(labels, known), known.texts)
    top, bottom = min(line.box.top for line in lines), max(line.box.bottom for line in lines)
    return Header(tuple(tracks), lines[-1].number, top, bottom)


def _is_one_text(labels: Sequence[_Label]) -> bool:
    """Whether spaces of a sentence are all that is between labels that are known: "Your charges in detail"."""
    known = [at for at, label in enumerate(labels) if label.name]
    some = labels[known[0] : known[-1] + 1] if known else ()
    return len(known) > 1 and all(b.left - a.right <= LOOSE_SPACE * a.height * 0.7 for a, b in pairwise(some))


@dataclass(frozen=True, slots=True)
class _Label:
    """What stands close together in a line: spelled plainly, with the column it names. `priced`: money is among it, so
    that its line is no head; `currency`: it is one and nothing else, which heads amounts."""

    text: str
    name: str
    left: float
    right: float
    height: float
    priced: bool
    currency: bool


def _labels(page: Page, line: Line, known: Labels) -> Iterator[_Label]:
    """The longest known label at each word, else what stands close together; one of each that stand a space apart are
    one label: "Scheduled Value", "Preis ct/kWh"."""
    held: _Part | None = None
    for head in _parts([page.words[index] for index in line.words], known):
        if held and bool(held.told) != bool(head.told) and _is_space(held.run[-1], head.run[0]):
            held = _Part((*held.run, *head.run), held.told or head.told)
            continue
        if held:
            yield _label(held, known)
        held = head
    if held:
        yield _label(held, known)


@dataclass(frozen=True, slots=True)
class _Part:
    """Words of one label and those of them that are known."""

    run: tuple[Word, ...]
    told: tuple[Word, ...]


def _parts(words: Sequence[Word], known: Labels) -> Iterator[_Part]:
    at = 0
    while at < len(words):
        rest = words[at:]
        told = _joined_length(rest) or _known_length(rest, known)
        length = told or _loose_length(rest, known)
        yield _Part(tuple(rest[:length]), tuple(rest[:told]))
        at += length


def _is_space(left: Word, right: Word) -> bool:
    return right.box.left - left.box.right <= SPACE * left.box.height * 0.7


def _label(head: _Part, known: Labels) -> _Label:
    text, said = (plain_label(" ".join(word.text for word in run)) for run in (head.run, head.told or head.run))
    name = known.name(said) or _part_name(head.told or head.run, known)
    left, right = head.run[0].box.left, max(word.box.right for word in head.run)
    priced, currency = any(map(_is_money, head.run)), not text and _is_currency(head.run)
    return _Label(text, name, left, right, head.run[0].box.height, priced, currency)


def _is_currency(run: Sequence[Word]) -> bool:
    said = " ".join(word.text for word in run).strip("()")
    return len(said) <= LONGEST_CURRENCY and bool(read_currencies(said))


def _is_money(word: Word) -> bool:
    """Whether a word is an amount with cents or a rate of exchange; heads may say a thousand, a day or a percentage."""
    return is_amount(word.text) and _CENTS.search(word.text) is not None


def _joined_length(words: Sequence[Word]) -> int:
    """How many words a head has that begins here and names two things: "Treatment / Item", "Parts and labour"; 0 where
    none does."""
    texts = [word.text for word in words[: _close_words(words)]]
    end = 1
    while texts[end : end + 1] and texts[end].casefold() in JOINS and len(texts) > end + 1:
        end += 2
    return end if end > 1 else 0


def _part_name(run: Sequence[Word], known: Labels) -> str:
    """The column that the first known of several names means that strokes or an "and" part."""
    parts = _JOIN.split(" ".join(word.text for word in run))
    return next((name for part in parts if (name := known.name(plain_label(part)))), "") if len(parts) > 1 else ""


def _known_length(words: Sequence[Word], known: Labels) -> int:
    """How many words the longest known label has that begins here; 0 where there is none."""
    close = _close_words(words)
    for length in range(min(LONGEST_LABEL, close), 0, -1):
        text = plain_label(" ".join(word.text for word in words[:length]))
        if known.name(text) or text in OTHER_LABELS:
            noise = [word for word in words[length:close] if plain_label(word.text) == ""]
            return length + (len(noise) if noise == list(words[length : length + len(noise)]) else 0)
    return 0


def _loose_length(words: Sequence[Word], known: Labels) -> int:
    close = _close_words(words)
    return next((n for n in range(1, close) if _known_length(words[n:], known)), close)


def _close_words(words: Sequence[Word]) -> int:
    """How many words stand together from the first on."""
    for number, (a, b) in enumerate(pairwise(words), start=1):
        if b.box.left - a.box.right > WIDEST_SPACE * a.box.height * 0.7:
            return number
    return len(words)


def _joined(labels: Sequence[_Label], known: Labels) -> list[Track]:
    """Labels of two lines that stand over each other become one: "Gesamt-" above "preis"."""
    joined: list[_Label] = []
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


def _rejoined(labels: Sequence[_Label], known: Labels) -> list[_Label]:
    """Labels whose last word stands off: "Montant  HT" heads one column."""
    whole: list[_Label] = []
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
