"""Items of a numbered list: "item 3 of the agenda", "What's the second item on the agenda?", "TOP 3"."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from itertools import takewhile

from docqa_app.asking.common_words import ORDINALS
from docqa_app.asking.meaning import parts_of
from docqa_app.asking.printed.asked_form import FRAME
from docqa_app.asking.printed.sheet import Run, Sheet

FEWEST = 3
"""Items that make a list."""
SAME_LEFT = 0.02
"""How far apart the left edges of their numbers may lie, in page widths."""
_CALLED = "item|point|topic|top|tagesordnungspunkt|punkt|sujet"
_ITEM = re.compile(rf"\b(?:{_CALLED}) (?:(?:no|number|nr|nummer|numero) )?(\d{{1,2}})\b")
_PLACE = re.compile(rf"\b({'|'.join(ORDINALS)}) (?:(?:agenda|main) )?(?:{_CALLED})\b")
_CALLED_AROUND = (
    "agenda list listed minutes program programme order business called title heading item s "
    "tagesordnung protokoll protokolls liste nummer unter ordre jour"
)
_AROUND = frozenset(_CALLED_AROUND.split())
_NUMBER = re.compile(r"\(?(\d{1,2})[.):]")
_NAMED = re.compile(rf"(?:{_CALLED}) (\d{{1,2}})[.:)]?(?: |$)", re.IGNORECASE)


@dataclass(frozen=True, slots=True)
class ItemAsked:
    """The item by its printed `number`, or by its `place` in the list, from 0 and -1 for the last."""

    number: int | None
    place: int | None = None


@dataclass(frozen=True, slots=True)
class _Item:
    number: int
    left: float
    words: tuple[int, ...]


def item_asked(question: str) -> ItemAsked | None:
    """The item that a question asks for; None where it asks for none, or says more."""
    text = " ".join(parts_of(question))
    found, placed = _ITEM.search(text), _PLACE.search(text)
    said = found or placed
    if said is None or not FRAME.union(_AROUND).issuperset((text[: said.start()] + text[said.end() :]).split()):
        return None
    return ItemAsked(int(found[1])) if found else ItemAsked(None, ORDINALS[said[1]])


def item(sheet: Sheet, asked: ItemAsked) -> tuple[int, ...]:
    """The words behind the item's number on its line; () where the page has no such list, or two."""
    lists = [one for one in _lists(list(_items(sheet))) if len(one) >= FEWEST]
    if len(lists) != 1:
        return ()
    items = lists[0]
    if asked.number is not None:
        return next((one.words for one in items if one.number == asked.number), ())
    place = asked.place if asked.place is not None else len(items)
    return items[place].words if place < len(items) else ()


def _items(sheet: Sheet) -> Iterator[_Item]:
    for run in sheet.runs:
        named, first = _NAMED.match(run.text), _NUMBER.fullmatch(sheet.words[run.words[0]].text)
        found, count = (named, 2) if named else (first, 1)
        words = (run.words[count:] or _behind(sheet, run)) if found else ()
        if found and words:
            yield _Item(int(found[1]), run.box.left, words)


def _behind(sheet: Sheet, run: Run) -> tuple[int, ...]:
    """The next text on the line."""
    behind = [other for other in sheet.runs if other.line == run.line and other.box.left > run.box.left]
    return min(behind, key=lambda other: other.box.left).words if behind else ()


def _lists(items: Sequence[_Item]) -> Iterator[list[_Item]]:
    """Items below each other that count on from 1."""
    for at, first in enumerate(items):
        if first.number == 1:
            below = [one for one in items[at:] if abs(one.left - first.left) < SAME_LEFT]
            yield [one for _, one in takewhile(lambda pair: pair[1].number == pair[0], enumerate(below, 1))]
