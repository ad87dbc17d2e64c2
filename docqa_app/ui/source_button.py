"""Where the words of the page in view come from and why, and the menu to take them from elsewhere."""

from __future__ import annotations

from functools import partial

from PySide6.QtCore import QSize, Qt, Signal
from PySide6.QtGui import QActionGroup, QPaintEvent
from PySide6.QtWidgets import (
    QMenu,
    QSizePolicy,
    QStyle,
    QStyleOptionToolButton,
    QStylePainter,
    QToolButton,
    QWidget,
)

from docqa_app.core.document import Page, WordSource
from docqa_app.session.state import EVERY_PAGE, OpenDocument, ReadState
from docqa_app.ui.from_below import in_our_words

USUAL = "the page has a text layer"
"""What reading says where nothing needs a reason."""
LEAST = 120
"""Device-independent pixels; the whole reason stands in the tool tip."""
AROUND = 28
"""Those of the frame and the arrow."""


class SourceButton(QToolButton):
    """`wanted` carries a page's number or EVERY_PAGE, and the WordSource; None leaves the choice to the reader."""

    wanted = Signal(int, object)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._document: OpenDocument | None = None
        self._menu = QMenu(self)
        self._menu.aboutToShow.connect(self._fill)
        self.setMenu(self._menu)
        self.setPopupMode(QToolButton.ToolButtonPopupMode.InstantPopup)
        self.setAccessibleName(self.tr("Where the words come from"))
        self.setSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Preferred)
        self.hide()

    def minimumSizeHint(self) -> QSize:  # noqa: N802 (Qt's name)
        whole = self.sizeHint()
        return QSize(min(LEAST, whole.width()), whole.height())

    def shown(self) -> str:
        """What there is room for."""
        if self.width() >= self.sizeHint().width():
            return self.text()
        return self.fontMetrics().elidedText(self.text(), Qt.TextElideMode.ElideRight, self.width() - AROUND)

    def paintEvent(self, event: QPaintEvent) -> None:  # noqa: N802 (Qt's name)
        option = QStyleOptionToolButton()
        self.initStyleOption(option)
        option.text = self.shown()
        QStylePainter(self).drawComplexControl(QStyle.ComplexControl.CC_ToolButton, option)

    def show_document(self, document: OpenDocument | None) -> None:
        """Hidden where there are no words to take from anywhere."""
        self._document = document
        read = document is not None and document.state not in (ReadState.FAILED, ReadState.LOCKED)
        self.setVisible(read)
        if document is None:
            return
        said = self._said_of(document.read_page(document.page))
        self.setText(said)
        hint = self.tr("Click to choose another source.")
        self.setToolTip(f"{said}\n{hint}")
        self.setAccessibleDescription(said)

    def _said_of(self, page: Page | None) -> str:
        if page is None:
            return self.tr("Not read yet")
        if page.problem:
            return self.tr("No words: {why}").format(why=in_our_words(page.problem))
        name = self.tr("Text layer") if page.source is WordSource.TEXT_LAYER else self.tr("OCR")
        if page.reason == USUAL:
            return name
        return f"{name}: {in_our_words(page.reason)}" if page.reason else name

    def _fill(self) -> None:
        """Only when it is opened: documents change often while they are read."""
        self._menu.clear()
        if self._document is None:
            return
        for title, page in ((self.tr("This page"), self._document.page), (self.tr("All pages"), EVERY_PAGE)):
            self._menu.addSection(title)
            self._add_choices(page, dict(self._document.sources).get(page))

    def _add_choices(self, page: int, chosen: WordSource | None) -> None:
        group = QActionGroup(self._menu)
        for text, source in (
            (self.tr("Let the app choose"), None),
            (self.tr("Use the text layer"), WordSource.TEXT_LAYER),
            (self.tr("Recognise the text (OCR)"), WordSource.OCR),
        ):
            action = self._menu.addAction(text, partial(self.wanted.emit, page, source))
            action.setCheckable(True)
            action.setChecked(chosen is source)
            action.setActionGroup(group)
