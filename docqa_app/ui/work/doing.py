"""What goes on, as the status bar shows it."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from typing import Protocol

from PySide6.QtCore import SignalInstance


@dataclass(frozen=True, slots=True)
class Doing:
    """A job as the status bar shows it: what, how much of how much (0 of 0: not known), and how to stop it."""

    what: str
    done: int
    total: int
    cancel: Callable[[], None]


class Work(Protocol):
    """Something that goes on; `moved` says that it has come on."""

    @property
    def moved(self) -> SignalInstance: ...

    def doing(self) -> Doing | None: ...
