"""The queue as a value: every file with how far it has come and what is known of it.

waiting -> reading -> needs review -> done      done at once where nothing is in doubt; also failed (says why)
"""

from __future__ import annotations

from collections import Counter
from dataclasses import dataclass
from decimal import Decimal
from enum import StrEnum


class Standing(StrEnum):
    """How far a file has come."""

    WAITING = "waiting"
    READING = "reading"
    NEEDS_REVIEW = "needs review"
    DONE = "done"
    FAILED = "failed"


THROUGH = (Standing.NEEDS_REVIEW, Standing.DONE)
UNFINISHED = (Standing.WAITING, Standing.READING)


@dataclass(frozen=True, slots=True)
class Gist:
    """What one line can tell of an extraction; "" and None where it was not found.

    `schema` is the document's kind, `doubts` counts the values and rules that a person should look at.
    """

    schema: str = ""
    supplier: str = ""
    number: str = ""
    total: Decimal | None = None
    currency: str = ""
    doubts: int = 0


@dataclass(frozen=True, slots=True)
class Item:
    """One file of the queue; its `path` is its name here.

    `sha256` is "" until the file's bytes were hashed. `why` is the sentence of a failure, also of one to read it again.
    `same_as` are the paths of documents that seem to be the same. `accepted`: a person said that it is done. `stood` is
    how far it had come when the clerk wanted it extracted again, None where nobody does. `tries` counts the readings
    begun since the clerk last asked for one; `seconds` is how long the last one took.
    """

    path: str
    standing: Standing = Standing.WAITING
    sha256: str = ""
    gist: Gist = Gist()
    why: str = ""
    same_as: tuple[str, ...] = ()
    accepted: bool = False
    stood: Standing | None = None
    tries: int = 0
    seconds: float = 0.0

    @property
    def anew(self) -> bool:
        """Whether it is to be extracted whatever is known of it."""
        return self.stood is not None


@dataclass(frozen=True, slots=True)
class Queue:
    """All files in the order they came; `watched` are the folders whose new files are added by themselves, but for
    those that were added so before, or taken off the list: `passed_over` are their marks (`watch.mark`)."""

    items: tuple[Item, ...] = ()
    paused: bool = False
    watched: tuple[str, ...] = ()
    passed_over: frozenset[str] = frozenset()

    def item(self, path: str) -> Item | None:
        return next((item for item in self.items if item.path == path), None)

    def next_waiting(self) -> Item | None:
        """The file to be read next; None while the queue is paused."""
        if self.paused:
            return None
        return next((item for item in self.items if item.standing is Standing.WAITING), None)

    def next_to_review(self, after: str = "") -> Item | None:
        """The first file behind `after`, round and round, that needs review."""
        place = next((n for n, item in enumerate(self.items, start=1) if item.path == after), 0)
        around = self.items[place:] + self.items[:place]
        waiting = (item for item in around if item.standing is Standing.NEEDS_REVIEW and item.path != after)
        return next(waiting, None)

    def counts(self) -> dict[Standing, int]:
        """How many files stand where; every standing is named."""
        counted = Counter(item.standing for item in self.items)
        return {standing: counted[standing] for standing in Standing}
