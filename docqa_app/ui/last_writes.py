"""The end of the window waits for what is still to be written, and says so where that takes long."""

from __future__ import annotations

from PySide6.QtCore import QEventLoop, QObject, QTimer, Signal
from PySide6.QtWidgets import QWidget

from docqa_app.ui.background import Background
from docqa_app.ui.notices import Notice, Notices

QUIETLY = 1000
"""Milliseconds that a window may take to close without a word."""
ABOUT = "last writes"


class LastWrites(QObject):
    """Asked before the window closes; closes it by itself later where it had to wait."""

    _written = Signal()

    def __init__(self, background: Background, notices: Notices, window: QWidget) -> None:
        super().__init__(window)
        self._background, self._notices, self._window = background, notices, window
        self._waits = self._closes = self._troubled = self._given_up = False
        background.ended.connect(self._look)

    def are_done(self) -> bool:
        """Whether the window may close now: all is written, and nothing went wrong that nobody would read."""
        if self._waits:
            return False
        self._troubled = False
        if self._background.is_writing() and not self._given_up:
            self._wait_quietly()
        self._closes = self._background.is_writing() and not self._given_up
        if self._closes:
            self._tell()
        return not (self._closes or self._troubled)

    def meet_trouble(self) -> None:
        """The window stays, so that what could not be written is read."""
        self._troubled = True

    def _wait_quietly(self) -> None:
        """Keys and clicks come too late by now; the news of jobs still arrive."""
        loop = QEventLoop()
        self._written.connect(loop.quit)
        QTimer.singleShot(QUIETLY, loop, loop.quit)
        self._waits = True
        loop.exec(QEventLoop.ProcessEventsFlag.ExcludeUserInputEvents)
        self._waits = False

    def _look(self) -> None:
        if self._background.is_writing():
            return
        self._written.emit()
        if self._closes:
            self._closes = False
            self._notices.withdraw(ABOUT)
            if not self._troubled:
                self._window.close()

    def _tell(self) -> None:
        text = self.tr("Your last changes are still being written. The window closes by itself when they are.")
        self._notices.tell(Notice(text, about=ABOUT, deed=(self.tr("Close without them"), self._give_up)))

    def _give_up(self) -> None:
        self._given_up = True
        self._window.close()
