"""Which keys do what: those the app comes with and those the user chose, never one key for two deeds."""

from __future__ import annotations

from collections.abc import Mapping

from PySide6.QtCore import QCoreApplication
from PySide6.QtGui import QKeySequence

from docqa_app.settings import Shortcuts
from docqa_app.ui.deeds import DEEDS, Deed

translate = QCoreApplication.translate

Keys = Mapping[str, tuple[str, ...]]
"""The keys of every deed, by its name, written as "Ctrl+Shift+F"."""

WITHIN = frozenset(
    (
        *("Tab", "Shift+Tab", "Return", "Enter", "Esc", "Space", "Backspace", "Del", "T", *"0123456789"),
        *("Up", "Down", "Left", "Right", "PgUp", "PgDown", "Home", "End"),
        *("Ctrl+C", "Ctrl+X", "Ctrl+A"),
    )
)
"""What works inside the panes, and in every field where text is typed."""


def keys_now(chosen: Shortcuts) -> dict[str, tuple[str, ...]]:
    """What the user chose wins over the keys that a deed comes with."""
    known = {name: tuple(filter(None, map(written, keys))) for name, keys in chosen}
    taken = {key for keys in known.values() for key in keys}
    return {deed.name: known.get(deed.name, _left(deed, taken)) for deed in DEEDS}


def changes(keys: Keys) -> Shortcuts:
    """What of these keys the app does not come with: only that is kept."""
    return tuple((deed.name, keys[deed.name]) for deed in DEEDS if keys[deed.name] != _left(deed, set()))


def with_keys(keys: Keys, deed: Deed, chosen: tuple[str, ...]) -> dict[str, tuple[str, ...]]:
    return {**keys, deed.name: chosen}


def why_not(keys: Keys, deed: Deed, wanted: tuple[str, ...]) -> str:
    """Why a deed cannot have these keys, as a sentence; empty where it can."""
    for key in wanted:
        if key in WITHIN and key not in map(written, deed.keys):
            sentence = translate("Keys", "{keys} already works inside the panes. Choose other keys.")
            return sentence.format(keys=shown(key))
        for other in DEEDS:
            if other.name != deed.name and key in keys[other.name]:
                sentence = translate(
                    "Keys", "{keys} already does “{deed}”. Choose other keys, or take them away from there first."
                )
                return sentence.format(keys=shown(key), deed=other.plain)
    return ""


def written(key: str) -> str:
    """A key in the one way of writing in which two that are the same are equal; empty where it is none."""
    return QKeySequence(key).toString()


def shown(key: str) -> str:
    """As this system writes it."""
    return QKeySequence(key).toString(QKeySequence.SequenceFormat.NativeText)


def _left(deed: Deed, taken: set[str]) -> tuple[str, ...]:
    """The keys a deed comes with, less those that are taken."""
    return tuple(key for key in map(written, deed.keys) if key not in taken)
