"""Which of the installed models shall answer: the newest, or one that is kept."""

from __future__ import annotations

from collections.abc import Set

from PySide6.QtWidgets import QComboBox, QWidget


class ModelChoice(QComboBox):
    """`chosen` is the label of a model, "" the newest; one that is gone stays chosen until another is."""

    def __init__(self, chosen: str = "", parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.addItem("", chosen)
        self.offer(frozenset())

    @property
    def chosen(self) -> str:
        return str(self.currentData())

    def offer(self, labels: Set[str]) -> None:
        """The labels of the models that are whole."""
        chosen = self.chosen
        self.clear()
        self.addItem(self.tr("the newest that is whole"), "")
        for label in sorted({*labels, chosen} - {""}):
            self.addItem(label, label)
        self.setCurrentIndex(self.findData(chosen))
