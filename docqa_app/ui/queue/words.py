"""What is said about a file of the queue, in a clerk's words."""

from __future__ import annotations

from pathlib import Path

from PySide6.QtCore import QCoreApplication, QLocale

from docqa_app.batch.queue import THROUGH, Item, Standing
from docqa_app.ui.figures import amount
from docqa_app.ui.file_names import name_of
from docqa_app.ui.theme import Shades

translate = QCoreApplication.translate

SIGNS = {
    Standing.WAITING: "waiting",
    Standing.READING: "again",
    Standing.NEEDS_REVIEW: "check",
    Standing.DONE: "found",
    Standing.FAILED: "not-found",
}


def standing_word(standing: Standing) -> str:
    """How far a file has come, as the queue says it."""
    match standing:
        case Standing.WAITING:
            return translate("Queue", "Waiting")
        case Standing.READING:
            return translate("Queue", "Reading")
        case Standing.NEEDS_REVIEW:
            return translate("Queue", "Needs review")
        case Standing.DONE:
            return translate("Queue", "Done")
    return translate("Queue", "Failed")


def state_of(item: Item) -> str:
    """The standing, and who says so where a person did."""
    if item.standing is Standing.DONE and item.accepted:
        return translate("Queue", "Done, accepted")
    return standing_word(item.standing)


def remark_of(item: Item) -> str:
    """Why it failed, or was not read again, how much there is to look at, what it is a copy of."""
    if item.standing is Standing.FAILED:
        return _without_name(item)
    parts = []
    if item.why and item.standing in THROUGH:
        parts.append(translate("Queue", "Not read again: {why}").format(why=item.why))
    if item.gist.doubts and item.standing is Standing.NEEDS_REVIEW:
        parts.append(translate("Queue", "{count} to check").format(count=item.gist.doubts))
    if item.same_as:
        names = ", ".join(name_of(path) for path in item.same_as)
        parts.append(translate("Queue", "Duplicate of {names}").format(names=names))
    return "; ".join(parts)


def _without_name(item: Item) -> str:
    """Most reasons begin with the file's name, which stands in the same row: the room is for what is wrong."""
    why = item.why.removeprefix(f"{Path(item.path).name} ")
    return why[:1].upper() + why[1:]


def total_of(item: Item) -> str:
    return amount(item.gist.total, item.gist.currency)


def seconds_of(item: Item) -> str:
    """How long a file took, "" where that is not known."""
    return (
        translate("Queue", "{seconds} s").format(seconds=QLocale().toString(item.seconds, "f", 1))
        if item.seconds
        else ""
    )


def colour_of(standing: Standing, shades: Shades) -> str:
    """The colour of a standing, as "#rrggbb"."""
    return {
        Standing.NEEDS_REVIEW: shades.doubt,
        Standing.DONE: shades.good,
        Standing.FAILED: shades.bad,
    }.get(standing, shades.quiet)
