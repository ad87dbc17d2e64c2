"""The list of open documents: what each is called and how far it has come."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path
from typing import TYPE_CHECKING, Any

from PySide6.QtCore import QAbstractListModel, QModelIndex, QPoint, Qt, QUrl, Signal
from PySide6.QtGui import QColor, QDesktopServices, QKeyEvent, QPainter, QPaintEvent
from PySide6.QtWidgets import QListView, QMenu, QWidget

from docqa_app.session.state import OpenDocument, ReadState, Session
from docqa_app.ui.file_names import name_of
from docqa_app.ui.from_below import in_our_words
from docqa_app.ui.icons import Icons
from docqa_app.ui.qt import Index
from docqa_app.ui.theme import Shades, shades_now
from docqa_app.ui.two_lines import QUIET_ROLE, TwoLines

if TYPE_CHECKING:  # the fields' own room is imported when fields are first wanted
    from docqa_app.session.reviewing.state import Review

Progress = Callable[[int], tuple[int, int] | None]

HINT_PAD = 14
HINT = int(Qt.TextFlag.TextWordWrap | Qt.AlignmentFlag.AlignTop | Qt.AlignmentFlag.AlignLeading)

SIGNS = {
    ReadState.WAITING: "waiting",
    ReadState.READING: "waiting",
    ReadState.READY: "document",
    ReadState.LOCKED: "locked",
    ReadState.FAILED: "warning",
    ReadState.STOPPED: "warning",
}


class DocumentRows(QAbstractListModel):
    """One row a document."""

    def __init__(self, icons: Icons, shades: Callable[[], Shades], parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._icons = icons
        self._shades = shades
        self._documents: tuple[OpenDocument, ...] = ()
        self._progress: Progress = lambda key: None
        self._left: dict[int, tuple[Review, int]] = {}

    def show(self, documents: tuple[OpenDocument, ...], progress: Progress) -> None:
        self._progress = progress
        self._left = {one.key: self._left_of(one) for one in documents if one.review is not None}
        same = [one.key for one in documents] == [one.key for one in self._documents]
        if same:
            self._documents = documents
            self.dataChanged.emit(self.index(0), self.index(len(documents) - 1))
        else:
            self.beginResetModel()
            self._documents = documents
            self.endResetModel()

    def row_of(self, key: int | None) -> int:
        return next((row for row, one in enumerate(self._documents) if one.key == key), -1)

    def document(self, row: int) -> OpenDocument:
        return self._documents[row]

    def rowCount(self, parent: Index = QModelIndex()) -> int:  # noqa: B008, N802 (Qt's name and default)
        return len(self._documents)

    def data(self, index: Index, role: int = Qt.ItemDataRole.DisplayRole) -> Any:
        if not index.isValid() or index.row() >= len(self._documents):
            return None
        document = self._documents[index.row()]
        name = name_of(document.path)
        match role:
            case Qt.ItemDataRole.DisplayRole:
                return name
            case Qt.ItemDataRole.DecorationRole if document.review is not None and document.review.accepted:
                return self._icons.icon("chosen", QColor(self._shades().accent))
            case Qt.ItemDataRole.DecorationRole:
                return self._icons.icon(SIGNS[document.state], QColor(self._colour(document.state)))
            case Qt.ItemDataRole.ToolTipRole:
                return "\n".join((document.path, *_problems(document)))
            case Qt.ItemDataRole.AccessibleTextRole:
                return f"{name}, {self.state_of(document)}"
        return self.state_of(document) if role == QUIET_ROLE else None

    def state_of(self, document: OpenDocument) -> str:
        """The state in a clerk's words: what is left to do comes first, for a narrow list shows no more."""
        match document.state:
            case ReadState.WAITING:
                return self.tr("Waiting")
            case ReadState.READING:
                done, total = self._progress(document.key) or (0, 0)
                return (
                    self.tr("Reading {done} of {total}").format(done=done, total=total) if total else self.tr("Reading")
                )
            case ReadState.LOCKED:
                return self.tr("Locked: needs its password")
            case ReadState.READY:
                pages = self.tr("%n page(s)", "", document.total_pages)
                parts = (self._review_of(document), self._unread_of(document), pages)
                return " · ".join(part for part in parts if part)
            case ReadState.STOPPED:
                return self.tr("Stopped after %n page(s)", "", len(document.pages))
        return self.tr("Could not be read")

    def _unread_of(self, document: OpenDocument) -> str:
        """How many of its pages could not be read; "" where all could."""
        count = sum(bool(page.problem) for page in document.pages)
        return self.tr("{count} not read").format(count=count) if count else ""

    def _review_of(self, document: OpenDocument) -> str:
        """How far the clerk has come with its fields; "" where there are none."""
        if document.review is None or not document.review.schema.name:
            return ""
        if document.review.accepted:
            return self.tr("accepted")
        _, left = self._left.get(document.key, (None, 0))
        return self.tr("%n to check", "", left) if left else self.tr("all checked")

    def _left_of(self, document: OpenDocument) -> tuple[Review, int]:
        """A review and how many of its values are in doubt, counted once a review."""
        from docqa_app.core.doubts import doubts

        assert document.review is not None, "asked only where there are values"
        known = self._left.get(document.key)
        if known is not None and known[0] is document.review:
            return known
        return document.review, len(doubts(document.review.extraction))

    def _colour(self, state: ReadState) -> str:
        shades = self._shades()
        return {ReadState.FAILED: shades.bad, ReadState.STOPPED: shades.doubt, ReadState.LOCKED: shades.doubt}.get(
            state, shades.quiet
        )


def _problems(document: OpenDocument) -> tuple[str, ...]:
    """What could not be read of it, a sentence each."""
    pages = (in_our_words(page.problem) for page in document.pages if page.problem)
    return tuple(filter(None, (document.problem, *pages)))


class DocumentsPanel(QListView):
    """Shows the documents; says which one the user wants to see, close or read again."""

    chosen = Signal(int)
    close_wanted = Signal(int)
    again_wanted = Signal(int)

    def __init__(self, icons: Icons, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.rows = DocumentRows(icons, shades_now, self)
        self.setModel(self.rows)
        self.setItemDelegate(TwoLines(self))
        self.setUniformItemSizes(True)
        self.setProperty("pane", True)
        self.setMouseTracking(True)
        self.setAccessibleName(self.tr("Open documents"))
        self.setContextMenuPolicy(Qt.ContextMenuPolicy.CustomContextMenu)
        self.customContextMenuRequested.connect(self._menu)
        self.selectionModel().currentChanged.connect(self._choose)
        self._showing = False

    def show_session(self, session: Session, progress: Progress) -> None:
        self._showing = True
        self.rows.show(session.documents, progress)
        row = self.rows.row_of(session.current)
        if row != self.currentIndex().row():
            self.setCurrentIndex(self.rows.index(row) if row >= 0 else QModelIndex())
        self._showing = False

    def paintEvent(self, event: QPaintEvent) -> None:  # noqa: N802 (Qt's name)
        """An empty list says what it is for."""
        super().paintEvent(event)
        if not self.rows.rowCount():
            painter = QPainter(self.viewport())
            painter.setPen(QColor(shades_now().quiet))
            box = self.viewport().rect().adjusted(HINT_PAD, HINT_PAD, -HINT_PAD, -HINT_PAD)
            painter.drawText(box, HINT, self.tr("Open documents stand here. Drop files or a folder."))
            painter.end()

    def keyPressEvent(self, event: QKeyEvent) -> None:  # noqa: N802 (Qt's name)
        if event.key() == Qt.Key.Key_Delete and self.currentIndex().isValid():
            self.close_wanted.emit(self.rows.document(self.currentIndex().row()).key)
        else:
            super().keyPressEvent(event)

    def _choose(self, now: QModelIndex, before: QModelIndex) -> None:
        if now.isValid() and not self._showing:
            self.chosen.emit(self.rows.document(now.row()).key)

    def _menu(self, place: QPoint) -> None:
        index = self.indexAt(place)
        if not index.isValid():
            return
        document = self.rows.document(index.row())
        menu = QMenu(self)
        menu.addAction(self.tr("Read again"), lambda: self.again_wanted.emit(document.key))
        folder = QUrl.fromLocalFile(str(Path(document.path).parent))
        menu.addAction(self.tr("Show its folder"), lambda: QDesktopServices.openUrl(folder))
        menu.addSeparator()
        menu.addAction(self.tr("Close"), lambda: self.close_wanted.emit(document.key))
        menu.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        menu.popup(self.viewport().mapToGlobal(place))
