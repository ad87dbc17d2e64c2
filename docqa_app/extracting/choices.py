"""Boxes to tick with what stands beside them: each one's caption, and the label of the group it belongs to."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, replace
from functools import lru_cache

from docqa_app.core.document import Box, Checkbox, Page, Word
from docqa_app.core.geometry import union, upright
from docqa_app.core.layout import text_lines
from docqa_app.extracting.beside import ends_key

EMPTY, TICKED = "☐□❏❑", "☑☒■"
_WRITTEN = re.compile(rf"[\[(](?P<in>[\sxX✓✔•*]?)[\])]|(?P<sign>[{EMPTY}{TICKED}])")
"""A box made of letters."""
PLAIN = "[☐☑☒"
"""What begins a box even where it is the page's only one; else it may be a bullet or a letter in brackets."""
KEPT_PAGES = 8
CLOSE = 3.0
"""From a box to its caption, in sides of the box."""
SPACE = 1.3
"""Between two words of a caption or a label, in sides of the box."""
FAR = 30.0
"""From a group's label to its first box, in sides of the box."""
ASIDE = 6.0
"""From where a heading begins to where its boxes do, in sides of the box."""
OVER = 3.2
"""From a heading down to its boxes, and from one box of a column to the next, in sides of the box."""
SURE = 0.85
"""How sure an answer is where the ink leaves no doubt. On drawn pages 0.95 are right; real forms, of which too few were
looked at to count, bear crosses as large as their boxes, which are missed: what ticks say is to be checked."""


@dataclass(frozen=True, slots=True)
class Choice:
    """A box to tick. `caption` and `group` are as printed, `group` "" where no label stands over or before it; `ticked`
    is how much speaks for a tick, 0..1; `words` are those of the caption, and what was read in the box."""

    caption: str
    group: str
    ticked: float
    page: int
    words: tuple[int, ...]


@dataclass(slots=True)
class _Found:
    """A box on its way to a choice; `over` are words that were read in it, `captioned` and `label` words beside it."""

    box: Box
    ticked: float
    over: tuple[int, ...] = ()
    captioned: tuple[int, ...] = ()
    label: tuple[int, ...] = ()


@lru_cache(maxsize=KEPT_PAGES)
def find_choices(page: Page) -> tuple[Choice, ...]:
    """Every box to tick of a page that has a caption, line by line."""
    stood = upright(page)
    written = list(_written(stood.words))
    plain = len(written) > 1 or any(stood.words[one.over[0]].text[0] in PLAIN for one in written)
    found = [*_seen(stood.checkboxes, stood.words), *(written if plain else ())]
    if not found:
        return ()
    rows = _rows(found, stood.words)
    _caption(rows, stood.words)
    rows = [replace(row, boxes=tuple(one for one in row.boxes if one.captioned)) for row in rows]
    _label(rows, stood.words)
    return tuple(_choice(one, stood) for row in rows for one in row.boxes)


def sureness(choices: Sequence[Choice]) -> float:
    """How sure it is which of these are ticked, 0.5 to SURE: as sure as the least plain of them."""
    return 0.5 + (SURE - 0.5) * min(abs(2 * choice.ticked - 1) for choice in choices)


def _choice(one: _Found, page: Page) -> Choice:
    caption = [page.words[index].text[index in one.over :] for index in one.captioned]
    label = page.text_of(one.label)
    evidence = tuple(sorted({*one.over, *one.captioned}))
    return Choice(" ".join(caption).strip(" :;,"), label.strip(" :.…_"), one.ticked, page.number, evidence)


def _seen(boxes: Iterable[Checkbox], words: Sequence[Word]) -> Iterator[_Found]:
    for one in boxes:
        over = (n for n, word in enumerate(words) if _lies_on(word.box, one.box))
        yield _Found(one.box, one.ticked, tuple(over))


def _lies_on(word: Box, box: Box) -> bool:
    """Whether a word was read in a box, alone or as the first letter of what follows."""
    across = min(word.right, box.right) - max(word.left, box.left)
    down = min(word.bottom, box.bottom) - max(word.top, box.top)
    return across > 0.5 * min(word.width, box.width) and down > 0.5 * min(word.height, box.height)


def _written(words: Sequence[Word]) -> Iterator[_Found]:
    """Boxes made of letters: "[ ]", "(x)", "☐"; also where their brackets are words of their own."""
    for n, word in enumerate(words):
        after = words[n + 1] if n + 1 < len(words) else None
        text, end = word.text, 1
        if after and (word.text, after.text) in (("[", "]"), ("(", ")")):
            text, end = word.text + after.text, 2
        sign = _WRITTEN.match(text)
        if sign and text[sign.end() :] == "":
            whole = union(one.box for one in words[n : n + end])
            box = replace(whole, right=max(whole.right, whole.left + 1e-6))
            ticked = bool((sign["in"] or "").strip()) or (sign["sign"] or " ") in TICKED
            yield _Found(box, float(ticked), tuple(range(n, n + end)))


@dataclass(frozen=True, slots=True)
class _Row:
    """The boxes of a text line and the line's words, both from left to right."""

    boxes: tuple[_Found, ...]
    line: tuple[int, ...]


def _rows(found: Iterable[_Found], words: Sequence[Word]) -> list[_Row]:
    """The boxes line by line, those without a word close by left out; one found twice counts once."""
    lines = [line.words for line in text_lines(words)]
    line_of = {index: n for n, line in enumerate(lines) for index in line}
    rows: dict[int, list[_Found]] = {}
    for one in found:
        near = _nearest(one, words)
        row = rows.setdefault(line_of[near], []) if near is not None else []
        if near is not None and not any(set(one.over) & set(other.over) for other in row):
            row.append(one)
    return [_row(rows[n], lines[n], words) for n in sorted(rows)]


def _row(boxes: Iterable[_Found], line: Iterable[int], words: Sequence[Word]) -> _Row:
    ordered = sorted(boxes, key=lambda one: one.box.left)
    return _Row(tuple(ordered), tuple(sorted(line, key=lambda n: words[n].box.left)))


def _nearest(one: _Found, words: Sequence[Word]) -> int | None:
    """The word beside a box that stands closest, but for what was read in the box itself."""
    middle, side = (one.box.top + one.box.bottom) / 2, one.box.width
    beside = [
        n
        for n, word in enumerate(words)
        if abs((word.box.top + word.box.bottom) / 2 - middle) < one.box.height / 2
        and _gap(one.box, word.box) < CLOSE * side
        and (n not in one.over or word.box.width > 2 * side)
    ]
    return min(beside, key=lambda n: _gap(one.box, words[n].box), default=None)


def _caption(rows: Sequence[_Row], words: Sequence[Word]) -> None:
    """Gives each box the words behind it or, where those before the boxes of the page stand closer, these; a key or a
    question before a row of boxes names them all."""
    behind = [[_behind(row, n, words) for n in range(len(row.boxes))] for row in rows]
    before = [[_before(row, n, words) for n in range(len(row.boxes))] for row in rows]
    keyed = any(_is_keyed(row, captions, words) for row, captions in zip(rows, behind, strict=True))
    closer = behind if keyed or _gaps(rows, behind, words) <= _gaps(rows, before, words) else before
    for row, captions in zip(rows, closer, strict=True):
        for one, caption in zip(row.boxes, captions, strict=True):
            one.captioned = caption


def _is_keyed(row: _Row, captions: Sequence[Sequence[int]], words: Sequence[Word]) -> bool:
    """Whether a key or a question stands before the first of several boxes, and before no other, and something behind
    each of them."""
    first, *others = [_ends_before(row, one, words) for one in row.boxes]
    return first and bool(others) and not any(others) and all(captions)


def _ends_before(row: _Row, one: _Found, words: Sequence[Word]) -> bool:
    """Whether the word before a box ends a key or a question."""
    before = [n for n in row.line if words[n].box.right <= one.box.left and n not in one.over]
    return bool(before) and (ends_key(words[before[-1]]) or words[before[-1]].text.endswith("?"))


def _gaps(rows: Sequence[_Row], captions: Sequence[Sequence[tuple[int, ...]]], words: Sequence[Word]) -> float:
    """How far captions stand from their boxes, all together, in sides."""
    total = 0.0
    for row, some in zip(rows, captions, strict=True):
        for one, caption in zip(row.boxes, some, strict=True):
            gaps = [_gap(one.box, words[index].box) / one.box.width for index in caption]
            total += min(gaps, default=CLOSE)
    return total


def _gap(a: Box, b: Box) -> float:
    return max(0.0, a.left - b.right, b.left - a.right)


def _behind(row: _Row, at: int, words: Sequence[Word]) -> tuple[int, ...]:
    one, end = row.boxes[at], row.boxes[at + 1].box.left if at + 1 < len(row.boxes) else 1.0
    taken = {index for other in row.boxes for index in other.over}
    caption = [n for n in one.over if words[n].box.right > one.box.right + one.box.width]
    reach = words[caption[0]].box.right if caption else one.box.right
    for n in row.line:
        box = words[n].box
        if n in taken or box.left < one.box.right - 0.3 * one.box.width or box.left > end - 0.3 * one.box.width:
            continue
        if box.left - reach > (SPACE if caption else CLOSE) * one.box.width or (caption and ends_key(words[n])):
            break
        caption.append(n)
        reach = max(reach, box.right)
    return tuple(caption)


def _before(row: _Row, at: int, words: Sequence[Word]) -> tuple[int, ...]:
    one, end = row.boxes[at], row.boxes[at - 1].box.right if at else 0.0
    taken = {index for other in row.boxes for index in other.over}
    caption: list[int] = []
    reach = one.box.left
    for n in reversed(row.line):
        box = words[n].box
        if n in taken or box.right > one.box.left + 0.3 * one.box.width or box.right < end:
            continue
        if reach - box.right > (SPACE if caption else CLOSE) * one.box.width or (caption and ends_key(words[n])):
            break
        caption.insert(0, n)
        reach = min(reach, box.left)
    return tuple(caption)


def _label(rows: Sequence[_Row], words: Sequence[Word]) -> None:
    """Gives each box the label before it on its line, else that of the box before it, else what stands over it."""
    for at, row in enumerate(rows):
        taken = {n for one in row.boxes for n in (*one.captioned, *one.over)}
        free, start, last = [n for n in row.line if n not in taken], 0.0, None
        for one in row.boxes:
            near = min(one.box.left, *(words[k].box.left for k in one.captioned))
            between = [k for k in free if start <= words[k].box.left < near]
            label = _last_run(between, near, one.box.width, words)
            one.label = label or (last.label if last else _above(one, rows[:at], words))
            start, last = max(one.box.right, *(words[k].box.right for k in one.captioned)), one


def _last_run(line: Sequence[int], end: float, side: float, words: Sequence[Word]) -> tuple[int, ...]:
    """The words that follow each other closely before `end`."""
    run: list[int] = []
    for n in reversed(line):
        box = words[n].box
        if end - box.right > (SPACE if run else FAR) * side:
            break
        run.insert(0, n)
        end = box.left
    return tuple(run)


def _above(one: _Found, rows: Sequence[_Row], words: Sequence[Word]) -> tuple[int, ...]:
    """The label of the boxes right above, else the line there. What begins farther left than all boxes of the row above
    stands under their label, and is none of them."""
    side = min(one.box.height, words[one.captioned[0]].box.height * 1.5)
    own = {*one.captioned, *one.over}
    over = [n for n, w in enumerate(words) if n not in own and 0 < one.box.top + side / 2 - w.box.bottom < OVER * side]
    lowest = max((words[n].box.bottom for n in over), default=0.0)
    line = sorted((n for n in over if words[n].box.bottom > lowest - side / 2), key=lambda n: words[n].box.left)
    for row in reversed(rows):
        boxes = [other for other in row.boxes if set(other.captioned) & set(line)]
        if boxes and one.box.left < min(other.box.left for other in row.boxes) - one.box.width:
            return ()
        if boxes:
            return min(boxes, key=lambda other: abs(other.box.left - one.box.left)).label
    left = min(one.box.left, words[one.captioned[0]].box.left)
    run = _first_run([n for n in line if words[n].box.left > left - ASIDE * one.box.width], one.box.width, words)
    return run if run and words[run[0]].box.left < left + ASIDE * one.box.width else ()


def _first_run(line: Sequence[int], side: float, words: Sequence[Word]) -> tuple[int, ...]:
    run: list[int] = []
    for n in line:
        if run and words[n].box.left - words[run[-1]].box.right > SPACE * side:
            break
        run.append(n)
    return tuple(run)
