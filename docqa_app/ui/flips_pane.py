"""What the model in use makes of accepted documents: how many values were and are right, and which changed sides."""

from __future__ import annotations

from collections.abc import Mapping
from pathlib import Path

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QHeaderView, QSizePolicy, QTreeWidgetItem, QVBoxLayout, QWidget

from docqa_app.core.flips import ROWS, Flip, Flips
from docqa_app.ui.file_names import name_of
from docqa_app.ui.row_tree import RowTree
from docqa_app.ui.said import Said

FEWEST_LINES = 7
INDENT = 14
WIDEST_NAME = 16
"""Of a file, in letters."""
PATH = Qt.ItemDataRole.UserRole


class FlipsPane(QWidget):
    """Hidden until there is something to say. `open_wanted` carries a document's path."""

    open_wanted = Signal(object)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.said = Said()
        self.tree = RowTree()
        self.tree.setProperty("roomy", True)
        self.tree.setAccessibleName(self.tr("Values that turned right or wrong"))
        self.tree.setHeaderLabels([self.tr("Value"), self.tr("Accepted"), self.tr("Before"), self.tr("Now")])
        self.tree.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.tree.header().setSectionResizeMode(QHeaderView.ResizeMode.Stretch)
        self.tree.header().setSectionResizeMode(0, QHeaderView.ResizeMode.ResizeToContents)
        self.tree.setIndentation(INDENT)
        self.tree.setMinimumHeight(FEWEST_LINES * self.fontMetrics().lineSpacing())
        self.tree.itemActivated.connect(self._open)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.addWidget(self.said)
        column.addWidget(self.tree, 1)
        self._unfold(False)

    def say(self, sentence: str, *, trouble: bool = False) -> None:
        """A sentence in the place of a result."""
        self._unfold(False)
        self.said.say(sentence, trouble=trouble)

    def show_flips(self, model: str, flips: Flips, labels: Mapping[str, str]) -> None:
        """`labels` are what the kinds call their fields."""
        self.tree.clear()
        self._add(self.tr("Right before, wrong now"), flips.negative, labels)
        self._add(self.tr("Wrong before, right now"), flips.positive, labels)
        self._unfold(self.tree.topLevelItemCount() > 0)
        self.said.say(self._sum(model, flips), trouble=bool(flips.negative))

    def _unfold(self, unfolded: bool) -> None:
        """Takes no more room than its sentence where no value is listed."""
        self.tree.setVisible(unfolded)
        policy = QSizePolicy.Policy.Expanding if unfolded else QSizePolicy.Policy.Maximum
        self.setSizePolicy(QSizePolicy.Policy.Preferred, policy)

    def _sum(self, model: str, flips: Flips) -> str:
        if not flips.documents and not flips.left_out:
            return self.tr("No document was accepted yet, so there is nothing to try the model on.")
        text = self.tr(
            "{model}, accepted documents: {documents}, values: {values}. Found right before: {before}, now: {now}. "
            "What you accepted stays as it is."
        )
        text = text.format(
            model=model, documents=flips.documents, values=flips.values, before=flips.before, now=flips.now
        )
        left_out = (
            self.tr("%n document(s) could not be filled anew.", "", len(flips.left_out)) if flips.left_out else ""
        )
        return f"{text} {left_out}".rstrip()

    def _add(self, title: str, flips: tuple[Flip, ...], labels: Mapping[str, str]) -> None:
        if not flips:
            return
        head = QTreeWidgetItem(self.tree, [f"{title} ({len(flips)})"])
        head.setFirstColumnSpanned(True)
        for one in flips:
            label = self._place(one, labels)
            texts = [text or "–" for text in (one.accepted, one.before, one.now)]
            item = QTreeWidgetItem(head, [f"{self._short(name_of(one.path))}: {label}", *texts])
            item.setData(0, PATH, one.path)
            item.setToolTip(0, f"{one.path}: {label}")
            for column in range(1, 4):
                item.setToolTip(column, item.text(column))
        head.setExpanded(True)

    def _short(self, name: str) -> str:
        """A file's name, a long one without its middle: the values beside it want room, too."""
        metrics = self.fontMetrics()
        return metrics.elidedText(name, Qt.TextElideMode.ElideMiddle, WIDEST_NAME * metrics.averageCharWidth())

    def _place(self, flip: Flip, labels: Mapping[str, str]) -> str:
        """What the value is called."""
        name = self.tr("Number of rows") if flip.name == ROWS else labels.get(flip.name, flip.name)
        if flip.row is None:
            return name
        return self.tr("{column}, row {row}").format(column=name, row=flip.row + 1)

    def _open(self, item: QTreeWidgetItem) -> None:
        path = item.data(0, PATH)
        if path:
            self.open_wanted.emit(Path(path))
