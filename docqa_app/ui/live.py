"""The session as it is now; whoever changes it says so here, whoever shows it listens here."""

from __future__ import annotations

from collections.abc import Callable
from typing import Concatenate, ParamSpec

from PySide6.QtCore import QObject, Signal

from docqa_app.session.state import Session

P = ParamSpec("P")


class LiveSession(QObject):
    """Holds one Session. `changed` carries nothing: a listener may itself have moved the session on meanwhile."""

    changed = Signal()

    def __init__(self, session: Session | None = None, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self.now = session or Session()

    def step(self, step: Callable[Concatenate[Session, P], Session], *args: P.args, **kwargs: P.kwargs) -> None:
        """Takes one of the session's pure steps and tells the listeners, if it led anywhere."""
        before = self.now
        self.now = step(before, *args, **kwargs)
        if self.now is not before:
            self.changed.emit()
