"""Columns that no known label names, told by what stands in them: the goods by their letters, numbers by arithmetic."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from itertools import combinations, permutations

from docqa_app.core.document import Line, Page
from docqa_app.core.fields import FieldType, FieldValue
from docqa_app.extracting.line_items.headers import Header, Track
from docqa_app.extracting.line_items.totals import is_amount, prints_cents
from docqa_app.extracting.rules import operand_of
from docqa_app.schemas.expressions import Operand, Unknown, evaluate
from docqa_app.schemas.schema import Column, Rule, Schema
from docqa_app.values.amounts import read_amounts
from docqa_app.values.conventions import Conventions
from docqa_app.values.parse import parse

MOST_UNNAMED = 4
"""More columns without a known label are not tried for numbers."""
ENOUGH_NUMBERS = 0.6
"""Share of the rows in which a column of numbers has one."""

FEWEST_PAIRS = 2
"""So many rows must show that a head stands over two columns of numbers."""
WIDE_GAP = 1.0
"""Between numbers of two columns, in heights; groups of three digits stand closer."""

Texts = Sequence[str]
"""The text of each track in one line."""


@dataclass(frozen=True, slots=True)
class _Grid:
    """The lines of a table's body parted by its tracks; `rows` are those that hold two numbers or more."""

    lines: tuple[Texts, ...]
    rows: tuple[Texts, ...]

    def share(self, track: int) -> float:
        """In how many of the rows a track holds a number."""
        return sum(is_amount(texts[track]) for texts in self.rows) / max(1, len(self.rows))

    def cents(self, track: int) -> float:
        """In how many of the rows a track holds an amount to the cent."""
        return sum(prints_cents(texts[track]) for texts in self.rows) / max(1, len(self.rows))

    def letters(self, track: int) -> int:
        return sum(c.isalpha() for texts in self.lines for c in texts[track])


def completed(page: Page, body: Sequence[Line], header: Header, schema: Schema, conventions: Conventions) -> Header:
    """The header with names for columns that it lacks, as far as the body gives them away."""
    header = replace(header, tracks=tuple(_parted(page, body, header.tracks)))
    grid = _grid(page, body, header.tracks)
    tracks = _with_text(header.tracks, grid, schema.columns)
    tracks = _with_numbers(tracks, grid, schema, conventions)
    tracks = _exchanged(tracks, grid, schema, conventions)
    return replace(header, tracks=_with_last(tracks, grid, schema.columns))


def track_of(tracks: Sequence[Track], left: float, right: float) -> int:
    """The track in which the middle of a word lies."""
    centre = (left + right) / 2
    return next((at for at, one in enumerate(tracks) if one.left <= centre < one.right), len(tracks) - 1)


def _grid(page: Page, body: Sequence[Line], tracks: Sequence[Track]) -> _Grid:
    lines = []
    for line in body:
        texts: list[list[str]] = [[] for _ in tracks]
        for index in line.words:
            box = page.words[index].box
            texts[track_of(tracks, box.left, box.right)].append(page.words[index].text)
        lines.append(tuple(" ".join(words) for words in texts))
    rows = (texts for texts in lines if sum(map(is_amount, texts)) >= 2)
    return _Grid(tuple(lines), tuple(rows))


def _parted(page: Page, body: Sequence[Line], tracks: Sequence[Track]) -> Iterator[Track]:
    """The tracks, those parted in two that hold two columns of numbers, of which the right one has the head."""
    rows = len(_grid(page, body, tracks).rows)
    for track in tracks:
        pairs = list(_pairs(page, body, track))
        start, end = max((left for left, _ in pairs), default=1.0), min((right for _, right in pairs), default=0.0)
        if len(pairs) >= FEWEST_PAIRS and start < end and len(pairs) >= ENOUGH_NUMBERS * rows:
            yield Track("", track.left, (start + end) / 2)
            track = replace(track, left=(start + end) / 2)
        yield track


def _pairs(page: Page, body: Sequence[Line], track: Track) -> Iterator[tuple[float, float]]:
    """Where the gaps of a track lie between two numbers that stand apart, line by line."""
    for line in body:
        words = [page.words[index] for index in line.words]
        inside = [word for word in words if track.left <= (word.box.left + word.box.right) / 2 < track.right]
        numbers = [word for word in inside if is_amount(word.text)]
        if len(numbers) == len(inside) == 2:
            left, right = (word.box for word in numbers)
            if right.left - left.right > WIDE_GAP * left.height:
                yield left.right, right.left


def _missing(tracks: Sequence[Track], columns: Sequence[Column]) -> list[str]:
    """Columns of numbers that no track is named for."""
    named = {track.name for track in tracks}
    return [one.name for one in columns if one.type is not FieldType.TEXT and one.name not in named]


def _named(tracks: Sequence[Track], at: int, name: str) -> tuple[Track, ...]:
    return tuple(replace(track, name=name) if n == at else track for n, track in enumerate(tracks))


def _with_text(tracks: Sequence[Track], grid: _Grid, columns: Sequence[Column]) -> tuple[Track, ...]:
    """The goods are the track with most letters: of those that are headed so, else of those that nobody knows."""
    name = next((one.name for one in columns if one.type is FieldType.TEXT), "")
    headed = [at for at, track in enumerate(tracks) if track.name == name]
    free = headed or [at for at, track in enumerate(tracks) if not track.name and grid.letters(at)]
    if not name or not free:
        return tuple(tracks)
    goods = max(free, key=grid.letters)
    cleared = tuple(replace(track, name="") if at in headed else track for at, track in enumerate(tracks))
    return _named(cleared, goods, name)


def _with_numbers(tracks: Sequence[Track], grid: _Grid, schema: Schema, conventions: Conventions) -> tuple[Track, ...]:
    """Names for tracks of numbers under which a rule of the rows holds in most of them, and not only where something
    is once what it is: 1 x 5.00 = 5.00, be it a count or a rate of exchange."""
    rules = [rule for rule in schema.rules if rule.each_row]
    missing = _missing(tracks, schema.columns)
    repeated = all(map(_repeats, grid.rows))
    best, most = tuple(tracks), 0
    for one in _tried(tracks, grid, missing) if rules else ():
        held = [row for rule in rules for row in grid.rows if _holds(rule, one, row, schema, conventions)]
        proved = repeated or not all(map(_repeats, held))
        if len(held) > most and 2 * len(held) >= len(grid.rows) and proved:
            best, most = one, len(held)
    return best


def _repeats(row: Texts) -> bool:
    """Whether a row says a number twice."""
    numbers = [text for text in row if is_amount(text)]
    return len(set(numbers)) < len(numbers)


def _exchanged(tracks: Sequence[Track], grid: _Grid, schema: Schema, conventions: Conventions) -> tuple[Track, ...]:
    """Two columns of amounts with their names exchanged, where only then a rule of the rows holds in most of them: a
    price was taken for the sum."""
    rules = [rule for rule in schema.rules if rule.each_row]
    amounts = [one.name for one in schema.columns if one.type is FieldType.AMOUNT]
    exchanged = [_with_exchanged(tracks, *two) for two in combinations(amounts, 2)]

    def held(some: Sequence[Track]) -> int:
        return sum(_holds(rule, some, row, schema, conventions) for rule in rules for row in grid.rows)

    best = max((tuple(tracks), *exchanged), key=held)
    return best if 2 * held(best) >= len(grid.rows) else tuple(tracks)


def _with_exchanged(tracks: Sequence[Track], one: str, other: str) -> tuple[Track, ...]:
    names = {one: other, other: one}
    return tuple(replace(track, name=names.get(track.name, track.name)) for track in tracks)


def _tried(tracks: Sequence[Track], grid: _Grid, missing: Sequence[str]) -> Iterator[tuple[Track, ...]]:
    """Every way to give the missing names to tracks of numbers, most names first."""
    free = [at for at, track in enumerate(tracks) if not track.name and grid.share(at) >= ENOUGH_NUMBERS]
    for count in range(min(len(missing), len(free[:MOST_UNNAMED])), 0, -1):
        for chosen in permutations(free[:MOST_UNNAMED], count):
            for names in permutations(missing, count):
                given = dict(zip(chosen, names, strict=True))
                yield tuple(replace(one, name=given.get(at, one.name)) for at, one in enumerate(tracks))


def _holds(rule: Rule, tracks: Sequence[Track], row: Texts, schema: Schema, conventions: Conventions) -> bool:
    """Whether a row satisfies the rule; one that misses a value does not."""
    types = {one.name: one.type for one in schema.columns}
    operands: dict[str, Operand] = {}
    for track, text in zip(tracks, row, strict=True):
        if track.name in rule.check.names:
            value = parse(text, types[track.name], conventions).value if text else None
            operand = operand_of(FieldValue(track.name, types[track.name], value=value))
            if operand is not None:
                operands[track.name] = operand
    try:
        return evaluate(rule.check, operands, {})
    except Unknown:
        return False


def _with_last(tracks: Sequence[Track], grid: _Grid, columns: Sequence[Column]) -> tuple[Track, ...]:
    """The last column of numbers of a schema stands rightmost, where no arithmetic has told it; also under a head that
    names a price: of prices alone, without sums, no invoice is made. Where columns print cents it is one of them, and
    behind it may stand codes of taxes; else what is no more than its row counts is no amount."""
    last = [one for one in columns if one.type is not FieldType.TEXT][-1:]
    numbers = [at for at in range(len(tracks)) if grid.share(at) >= ENOUGH_NUMBERS]
    if last and last[0].type is FieldType.AMOUNT:
        priced = [at for at in numbers if grid.cents(at) >= ENOUGH_NUMBERS]
        numbers = priced or [at for at in numbers if not _is_outnumbered(tracks, at, grid, columns)]
    if last and numbers and last[0].name in _missing(tracks, columns):
        types = {one.name: one.type for one in columns}
        if types.get(tracks[numbers[-1]].name, last[0].type) is last[0].type:
            return _named(tracks, numbers[-1], last[0].name)
    return tuple(tracks)


def _is_outnumbered(tracks: Sequence[Track], at: int, grid: _Grid, columns: Sequence[Column]) -> bool:
    """Whether a column that has no name holds no more than the counts in most rows: what is delivered, or left to
    deliver, of what was ordered."""
    counts = {one.name for one in columns if one.type is FieldType.NUMBER}
    counted = [n for n, track in enumerate(tracks) if track.name in counts]
    less = [row for row in grid.rows if any(_is_no_more(row[at], row[n]) for n in counted)]
    return not tracks[at].name and 2 * len(less) > len(grid.rows)


def _is_no_more(text: str, count: str) -> bool:
    numbers = (read_amounts(one) if is_amount(one) else () for one in (text, count))
    one, most = (next(iter(some), None) for some in numbers)
    return one is not None and most is not None and one <= most
