"""The rows of the thumbnails: one a page, with its status. No pictures are held here."""

from __future__ import annotations

from collections.abc import Sequence
from enum import StrEnum
from typing import Any

from PySide6.QtCore import QAbstractListModel, QModelIndex, QObject, Qt

from docqa_app.ui.pages.arrangement import shown_size
from docqa_app.ui.pages.tiles import Tile, preview_of
from docqa_app.ui.qt import Index

STATUS = Qt.ItemDataRole.UserRole + 1
PREVIEW = Qt.ItemDataRole.UserRole + 2


class PageStatus(StrEnum):
    """How far the reading of a page is."""

    WAITING = "waiting"
    READING = "reading"
    READ = "read"
    PROBLEM = "problem"


class ThumbnailRows(QAbstractListModel):
    """Row r is page r + 1."""

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._sizes: tuple[tuple[float, float], ...] = ()
        self._status: dict[int, tuple[PageStatus, str]] = {}
        self._turns: dict[int, int] = {}
        self._at_work = 0

    def show_sizes(self, sizes: Sequence[tuple[float, float]]) -> None:
        self.beginResetModel()
        self._sizes = tuple(sizes)
        self._status.clear()
        self._turns.clear()
        self.endResetModel()

    def show_status(self, number: int, status: PageStatus, reason: str) -> None:
        if 1 <= number <= len(self._sizes):
            self._status[number] = (status, reason)
            self.repaint(number)

    def show_at_work(self, number: int) -> None:
        """The page that is being read, of those that wait; 0 for none."""
        before, self._at_work = self._at_work, number
        for changed in {before, number} - {0} if before != number else ():
            self.repaint(changed)

    def repaint(self, number: int) -> None:
        row = self.index(number - 1)
        self.dataChanged.emit(row, row)

    def show_turned(self, number: int, turns: int) -> None:
        """Shows a page upright that lies on its side: clockwise quarter turns."""
        if self._turns.get(number, 0) != turns:
            self._turns[number] = turns
            self.layoutChanged.emit()

    def preview(self, number: int) -> Tile:
        """The small picture of a page as it is shown here."""
        turns = self._turns.get(number, 0)
        return preview_of(number, *shown_size(self._sizes[number - 1], turns), turns)

    def rowCount(self, parent: Index = QModelIndex()) -> int:  # noqa: B008, N802 - Qt's name and default
        return 0 if parent.isValid() else len(self._sizes)

    def data(self, index: Index, role: int = Qt.ItemDataRole.DisplayRole) -> Any:
        if not index.isValid():
            return None
        number = index.row() + 1
        waits = PageStatus.READING if number == self._at_work else PageStatus.WAITING
        status, reason = self._status.get(number, (waits, ""))
        answers: dict[int, Any] = {
            Qt.ItemDataRole.DisplayRole: str(number),
            Qt.ItemDataRole.ToolTipRole: self._wording(number, status, reason),
            Qt.ItemDataRole.AccessibleTextRole: self._wording(number, status, reason),
            STATUS: status,
            PREVIEW: self.preview(number),
        }
        return answers.get(role)

    def _wording(self, number: int, status: PageStatus, reason: str) -> str:
        wordings = {
            PageStatus.WAITING: self.tr("waiting to be read"),
            PageStatus.READING: self.tr("being read"),
            PageStatus.READ: "",
            PageStatus.PROBLEM: self.tr("could not be read"),
        }
        page = self.tr("Page {number}").format(number=number)
        said = ", ".join(part for part in (page, wordings[status]) if part)
        return f"{said}: {reason}" if reason else said
