"""Lists of cards: what those of answers, fields, sentences and questions have in common."""

from __future__ import annotations

from PySide6.QtCore import QAbstractItemModel, QModelIndex, QSize, Qt
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QListView, QSizePolicy, QWidget


class CardList(QListView):
    """Scrolled by the pixel; a card's height follows its text. While `showing`, the current card changes by itself and
    not by the user's wish."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.showing = False
        self.setProperty("cards", True)
        self.setVerticalScrollMode(QListView.ScrollMode.ScrollPerPixel)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setResizeMode(QListView.ResizeMode.Adjust)
        self.setMouseTracking(True)

    def setModel(self, model: QAbstractItemModel | None) -> None:  # noqa: N802 (Qt's name)
        """What a card says may change, and its height with it."""
        super().setModel(model)
        if model is not None:
            model.dataChanged.connect(self.scheduleDelayedItemsLayout)

    def come_to(self, row: int) -> None:
        """Makes another card the current one, none where `row` is -1."""
        if row != self.currentIndex().row():
            self.setCurrentIndex(self.model().index(row, 0) if row >= 0 else QModelIndex())
            self.scrollTo(self.currentIndex())


class CardPile(CardList):
    """As high as its cards, so that what belongs to them stands under them."""

    LOWEST = 90
    """Device-independent pixels that are left of it where there is no room."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._wide = 0
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Preferred)

    def cards(self) -> int:
        """How many of them it would like to show."""
        return self.model().rowCount()

    def resizeEvent(self, event: QResizeEvent) -> None:  # noqa: N802 (Qt's name)
        """What belongs to the chosen card may take room from the list; the card stays in sight."""
        super().resizeEvent(event)
        if self.width() != self._wide:
            self._wide = self.width()
            self.scheduleDelayedItemsLayout()  # Qt does so for another height only, and a card's follows its width
        self.scrollTo(self.currentIndex())

    def sizeHint(self) -> QSize:  # noqa: N802 (Qt's name)
        return QSize(200, sum(self.sizeHintForRow(row) for row in range(self.cards())) + 6)

    def minimumSizeHint(self) -> QSize:  # noqa: N802 (Qt's name)
        return QSize(120, min(self.LOWEST, self.sizeHint().height()))
