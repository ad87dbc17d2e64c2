"""How passwords are spelled: PDFs before 2008 have theirs in Latin-1, newer ones in UTF-8."""

from __future__ import annotations

from collections.abc import Callable
from typing import TypeVar

Opened = TypeVar("Opened")


def unlocked(opening: Callable[[str | bytes], Opened], password: str | None, refused: type[Exception]) -> Opened:
    """What `opening` gives for a password; where it is `refused`, it is tried as older files spell it."""
    try:
        return opening(password or "")
    except refused:
        older = (password or "").encode("latin-1", "ignore")
        if older.isascii() or older.decode("latin-1") != password:
            raise
        return opening(older)
