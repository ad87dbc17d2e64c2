"""How long a running job may still take, said roughly and only once it can be known."""

from __future__ import annotations

from PySide6.QtCore import QCoreApplication

translate = QCoreApplication.translate

SAID_AFTER = 5.0


def remaining(elapsed: float, done: int, total: int) -> str:
    """Seconds so far and steps done; "" before five seconds have passed or while the count is not known."""
    if elapsed < SAID_AFTER or not 0 < done < total:
        return ""
    seconds = elapsed / done * (total - done)
    fives, minutes = 5 * max(1, round(seconds / 5)), round(seconds / 60)
    if seconds < 60:
        return translate("Remaining", "about %n second(s) left", "", fives)
    return translate("Remaining", "about %n minute(s) left", "", minutes)
