"""The bar at the foot: page, zoom, where the words come from, what runs, and which model answers where."""

from __future__ import annotations

from functools import partial

from PySide6.QtCore import QElapsedTimer, Qt, QTimer, Signal
from PySide6.QtGui import QActionGroup
from PySide6.QtWidgets import (
    QHBoxLayout,
    QLabel,
    QMenu,
    QProgressBar,
    QPushButton,
    QSizePolicy,
    QSpinBox,
    QStatusBar,
    QToolButton,
    QWidget,
)

from docqa_app.core.document import Page, WordSource
from docqa_app.session.state import EVERY_PAGE, OpenDocument
from docqa_app.ui.remaining import seconds_left
from docqa_app.ui.work.reading import Doing

MOST_SOURCE_WIDTH = 260
SAID_FOR = 6000
"""Milliseconds that a passing sentence stays."""
ZOOMS = (0.5, 0.75, 1.0, 1.25, 1.5, 2.0, 3.0, 4.0)


class StatusBar(QStatusBar):
    """Shows; every wish leaves as a signal."""

    page_wanted = Signal(int)
    zoom_wanted = Signal(float)
    source_wanted = Signal(int, object)
    """A page's number or EVERY_PAGE, and the WordSource; None leaves the choice to the reader."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setSizeGripEnabled(False)
        self.page = QSpinBox(minimum=1, maximum=1)
        self._of = QLabel()
        self.zoom = QToolButton()
        self.source = QToolButton()
        self.said = QLabel()
        self._said_until = QTimer(self, singleShot=True, interval=SAID_FOR)
        self._said_until.timeout.connect(self.said.clear)
        self.job = JobBar()
        self.model = QLabel()
        self.addWidget(self._page_box())
        self._add_zoom()
        self._add_source()
        self.said.setProperty("quiet", True)
        self.said.setSizePolicy(QSizePolicy.Policy.Ignored, QSizePolicy.Policy.Preferred)
        self.addWidget(self.said, 1)
        self.addPermanentWidget(self.job)
        self.addPermanentWidget(self.model)
        self.addPermanentWidget(QLabel())  # keeps the model's name off the window's edge
        self.page.setKeyboardTracking(False)
        self.page.valueChanged.connect(self._want_page)
        self._showing = False
        self._document: OpenDocument | None = None
        self.show_document(None)
        self.show_zoom(1.0)

    def say(self, sentence: str) -> None:
        """A sentence that passes; page, zoom and job stay where they are."""
        self.said.setText(sentence)
        self.said.setToolTip(sentence)
        self._said_until.start()

    def show_document(self, document: OpenDocument | None) -> None:
        self._showing = True
        total = document.total_pages if document else 0
        self.page.setEnabled(total > 0)
        self.page.setMaximum(max(1, total))
        self.page.setValue(document.page if document else 1)
        self._of.setText(self.tr("of {total}").format(total=total) if total else "")
        self._show_source(document)
        self._showing = False

    def show_zoom(self, factor: float) -> None:
        self.zoom.setText(f"{round(100 * factor)} %")

    def show_model(self, text: str, tip: str) -> None:
        self.model.setText(text)
        self.model.setToolTip(tip)
        self.model.setAccessibleDescription(tip)

    def _page_box(self) -> QWidget:
        box = QWidget()
        row = QHBoxLayout(box)
        row.setContentsMargins(8, 2, 4, 2)
        row.setSpacing(5)
        label = QLabel(self.tr("Page"))
        label.setBuddy(self.page)
        self.page.setAccessibleName(self.tr("Page in view"))
        self.page.setFixedWidth(52)
        for widget in (label, self.page, self._of):
            row.addWidget(widget)
        return box

    def _add_zoom(self) -> None:
        menu = QMenu(self)
        for factor in ZOOMS:
            menu.addAction(f"{round(100 * factor)} %", partial(self.zoom_wanted.emit, factor))
        self.zoom.setMenu(menu)
        self.zoom.setPopupMode(QToolButton.ToolButtonPopupMode.InstantPopup)
        self.zoom.setAccessibleName(self.tr("Zoom"))
        self.zoom.setToolTip(self.tr("Zoom"))
        self.addWidget(self.zoom)

    def _add_source(self) -> None:
        self._source_menu = QMenu(self)
        self._source_menu.aboutToShow.connect(self._fill_source_menu)
        self.source.setMenu(self._source_menu)
        self.source.setPopupMode(QToolButton.ToolButtonPopupMode.InstantPopup)
        self.source.setAccessibleName(self.tr("Where the words come from"))
        self.addWidget(self.source)

    def _show_source(self, document: OpenDocument | None) -> None:
        self._document = document
        page = document.read_page(document.page) if document else None
        self.source.setVisible(document is not None)
        said = self._said_of(page)
        metrics = self.source.fontMetrics()
        self.source.setText(metrics.elidedText(said, Qt.TextElideMode.ElideRight, MOST_SOURCE_WIDTH))
        change = self.tr("Click to take the words from elsewhere.")
        self.source.setToolTip("\n".join(part for part in (said, change) if part))
        self.source.setAccessibleDescription(said)

    def _said_of(self, page: Page | None) -> str:
        """Where a page's words come from, and why."""
        if page is None:
            return self.tr("Not read yet")
        if page.problem:
            return self.tr("No words: {why}").format(why=page.problem)
        name = self.tr("Text layer") if page.source is WordSource.TEXT_LAYER else self.tr("OCR")
        return f"{name}: {page.reason}" if page.reason else name

    def _fill_source_menu(self) -> None:
        self._source_menu.clear()
        document = self._document
        if document is None:
            return
        for title, page in ((self.tr("This page"), document.page), (self.tr("All pages"), EVERY_PAGE)):
            self._source_menu.addSection(title)
            self._add_sources(page, dict(document.sources).get(page))

    def _add_sources(self, page: int, chosen: WordSource | None) -> None:
        group = QActionGroup(self._source_menu)
        for text, source in (
            (self.tr("Let the app choose"), None),
            (self.tr("Use the text layer"), WordSource.TEXT_LAYER),
            (self.tr("Recognise the text (OCR)"), WordSource.OCR),
        ):
            action = self._source_menu.addAction(text, partial(self.source_wanted.emit, page, source))
            action.setCheckable(True)
            action.setChecked(chosen is source)
            action.setActionGroup(group)

    def _want_page(self, number: int) -> None:
        if not self._showing:
            self.page_wanted.emit(number)


class JobBar(QWidget):
    """The running job: what it is, how far it has come, how long it may still take, and a way to stop it."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._doing: Doing | None = None
        self._since = QElapsedTimer()
        self.text = QLabel()
        self.bar = QProgressBar(textVisible=False)
        self.bar.setFixedWidth(110)
        self.bar.setAccessibleName(self.tr("Progress"))
        self.cancel = QPushButton(self.tr("Cancel"))
        self.cancel.setProperty("flat", True)
        row = QHBoxLayout(self)
        row.setContentsMargins(4, 0, 4, 0)
        for widget in (self.text, self.bar, self.cancel):
            row.addWidget(widget, 0, Qt.AlignmentFlag.AlignVCenter)
        self.cancel.clicked.connect(self._cancel)
        self.hide()

    def show_doing(self, doing: Doing | None) -> None:
        before, self._doing = self._doing, doing
        if _shows_the_same(before, doing):
            return
        self.setVisible(doing is not None)
        if doing is None:
            return
        if before is None or before.what != doing.what:
            self._since.start()
        self.bar.setMaximum(doing.total)
        self.bar.setValue(doing.done)
        count = self.tr("{done} of {total}").format(done=doing.done, total=doing.total) if doing.total else ""
        left = self._left(seconds_left(self._since.elapsed() / 1000, doing.done, doing.total))
        self.text.setText("  ".join(part for part in (doing.what, count, left) if part))

    def _left(self, seconds: int) -> str:
        if seconds >= 60:
            return self.tr("about %n minute(s) left", "", round(seconds / 60))
        return self.tr("about %n second(s) left", "", seconds) if seconds else ""

    def _cancel(self) -> None:
        if self._doing:
            self._doing.cancel()


def _shows_the_same(one: Doing | None, other: Doing | None) -> bool:
    if one is None or other is None:
        return one is other
    return (one.what, one.done, one.total) == (other.what, other.done, other.total)
