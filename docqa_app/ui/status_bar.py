"""The bar at the foot: page, zoom, where the words come from, what runs, and which model answers where."""

from __future__ import annotations

from functools import partial

from PySide6.QtCore import QTimer, Signal
from PySide6.QtWidgets import QHBoxLayout, QLabel, QMenu, QSizePolicy, QStatusBar, QToolButton, QWidget

from docqa_app.session.state import OpenDocument, ReadState
from docqa_app.ui.job_bar import JobBar
from docqa_app.ui.number_box import NumberBox
from docqa_app.ui.source_button import SourceButton

UNDER_WAY = (ReadState.WAITING, ReadState.READING)
"""A document of which there may be pages soon."""
ZOOMS = (0.5, 0.75, 1.0, 1.25, 1.5, 2.0, 3.0, 4.0)
SAID_FOR = 6000
"""Milliseconds that a passing sentence stays."""
BRIEF = 260
"""Device-independent pixels that the words' origin has beside a passing sentence."""
QWIDGETSIZE_MAX = (1 << 24) - 1  # Qt's own, which PySide does not have


class StatusBar(QStatusBar):
    """Shows; every wish leaves as a signal."""

    page_wanted = Signal(int)
    zoom_wanted = Signal(float)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setSizeGripEnabled(False)
        self.page = NumberBox(1, 1)
        self._of = QLabel()
        self._pages = QWidget()
        self.zoom = QToolButton()
        self.source = SourceButton()
        self.said = QLabel()
        self.job = JobBar()
        self.model = QLabel()
        self._said_until = QTimer(self, singleShot=True, interval=SAID_FOR)
        self._said_until.timeout.connect(self._fall_silent)
        self._lay_out()
        self._showing = False
        self.page.valueChanged.connect(self._want_page)
        self.show_document(None)
        self.show_zoom(1.0)

    def say(self, sentence: str) -> None:
        """A sentence that passes; page and zoom stay, the running job and the words' origin make room."""
        self.job.text.hide()
        self.source.setMaximumWidth(BRIEF)
        self.said.setText(sentence)
        self.said.setToolTip(sentence)
        self._said_until.start()

    def _fall_silent(self) -> None:
        self.said.clear()
        self.job.text.show()
        self.source.setMaximumWidth(QWIDGETSIZE_MAX)

    def show_document(self, document: OpenDocument | None) -> None:
        self._showing = True
        total = document.total_pages if document else 0
        for part in (self._pages, self.zoom):
            part.setVisible(document is not None and (total > 0 or document.state in UNDER_WAY))
        self.page.setEnabled(total > 0)
        self.page.setMaximum(max(1, total))
        self.page.setValue(document.page if document else 1)
        self._of.setText(self.tr("of {total}").format(total=total) if total else "")
        self.source.show_document(document)
        self._showing = False

    def show_zoom(self, factor: float) -> None:
        self.zoom.setText(f"{round(100 * factor)} %")

    def show_model(self, text: str, tip: str) -> None:
        self.model.setText(text)
        self.model.setToolTip(tip)
        self.model.setAccessibleDescription(tip)

    def _lay_out(self) -> None:
        self._set_up_zoom()
        self._set_up_pages()
        self.said.setProperty("quiet", True)
        self.said.setSizePolicy(QSizePolicy.Policy.Ignored, QSizePolicy.Policy.Preferred)
        for widget in (self._pages, self.zoom, self.source):
            self.addWidget(widget)
        self.addWidget(self.said, 1)
        self.addPermanentWidget(self.job)
        self.addPermanentWidget(self.model)
        self.addPermanentWidget(QLabel())  # keeps the model's name off the window's edge

    def _set_up_pages(self) -> None:
        row = QHBoxLayout(self._pages)
        row.setContentsMargins(8, 2, 4, 2)
        row.setSpacing(5)
        label = QLabel(self.tr("Page"))
        label.setBuddy(self.page)
        self.page.setAccessibleName(self.tr("Page in view"))
        self.page.setKeyboardTracking(False)
        self.page.setFixedWidth(56)
        for widget in (label, self.page, self._of):
            row.addWidget(widget)

    def _set_up_zoom(self) -> None:
        menu = QMenu(self)
        for factor in ZOOMS:
            menu.addAction(f"{round(100 * factor)} %", partial(self.zoom_wanted.emit, factor))
        self.zoom.setMenu(menu)
        self.zoom.setPopupMode(QToolButton.ToolButtonPopupMode.InstantPopup)
        self.zoom.setAccessibleName(self.tr("Zoom"))
        self.zoom.setToolTip(self.tr("Zoom"))

    def _want_page(self, number: int) -> None:
        if not self._showing:
            self.page_wanted.emit(number)
