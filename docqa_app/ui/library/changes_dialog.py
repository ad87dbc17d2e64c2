"""A document's journal for people to read: when who did what, and what stood there before."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import datetime

from PySide6.QtCore import QDateTime, QLocale, Qt
from PySide6.QtWidgets import QDialog, QDialogButtonBox, QHeaderView, QTreeWidget, QTreeWidgetItem, QVBoxLayout, QWidget

from docqa_app.core.changes import Change, Deed, Reviewed
from docqa_app.core.differences import Difference, differences
from docqa_app.core.kept import Entry
from docqa_app.ui.library import entry_words
from docqa_app.ui.said import Said
from docqa_app.ui.screens import on_screen

WHEN, WHO, WHAT, BEFORE, AFTER = range(5)
SIZE = (820, 420)


class ChangesDialog(QDialog):
    """The latest change first."""

    def __init__(self, entry: Entry, labels: Mapping[str, str], parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setWindowTitle(self.tr("Changes of {name}").format(name=entry_words.name(entry)))
        self.resize(on_screen(self, SIZE))
        self._labels = labels
        self.nothing = Said(quiet=True)
        self.tree = QTreeWidget()
        self._set_up_tree()
        self._lay_out()

    def _set_up_tree(self) -> None:
        self.tree.setProperty("roomy", True)
        self.tree.setRootIsDecorated(False)
        self.tree.setAccessibleName(self.tr("Changes, the latest first"))
        self.tree.setHeaderLabels(
            [self.tr("When"), self.tr("Who"), self.tr("What"), self.tr("Before"), self.tr("After")]
        )
        self.tree.header().setSectionResizeMode(WHEN, QHeaderView.ResizeMode.ResizeToContents)
        self.tree.header().setSectionResizeMode(WHO, QHeaderView.ResizeMode.ResizeToContents)
        self.tree.header().resizeSection(WHAT, 220)

    def _lay_out(self) -> None:
        buttons = QDialogButtonBox(QDialogButtonBox.StandardButton.Close)
        buttons.rejected.connect(self.close)
        column = QVBoxLayout(self)
        column.addWidget(self.tree, 1)
        column.addWidget(self.nothing)
        column.addWidget(buttons)

    def show_changes(self, reviewed: Reviewed | None) -> None:
        self.tree.clear()
        self.nothing.say("" if reviewed and reviewed.changes else self.tr("There are no changes of this document yet."))
        for change in reversed(reviewed.changes if reviewed else ()):
            self._add(change)

    def _add(self, change: Change) -> None:
        """The first line says when and who; what else the same entry changed stands below it."""
        head = [_when(change.at), self._who(change.who)]
        for one in differences(change) or (Difference("", "", ""),):
            item = QTreeWidgetItem(self.tree, [*head, self._what(change.deed, one), one.before, one.after])
            item.setTextAlignment(WHEN, Qt.AlignmentFlag.AlignTop)
            for column in (BEFORE, AFTER):
                item.setToolTip(column, item.text(column))
            head = ["", ""]

    def _who(self, who: str) -> str:
        return self.tr("A person") if who == "person" else who

    def _what(self, deed: Deed, one: Difference) -> str:
        """ "Set: Invoice number"."""
        place = self._labels.get(one.name, one.name)
        if one.row is not None:
            place = self.tr("{column}, row {row}").format(column=place, row=one.row + 1)
        return f"{self._deed(deed)}: {place}" if place else self._deed(deed)

    def _deed(self, deed: Deed) -> str:
        return {
            Deed.EXTRACT: self.tr("Extracted"),
            Deed.SET: self.tr("Set"),
            Deed.ACCEPT: self.tr("Confirmed"),
            Deed.ALTERNATIVE: self.tr("Another reading"),
            Deed.ACCEPT_ALL: self.tr("Document accepted"),
            Deed.ADD_ROW: self.tr("Row added"),
            Deed.DELETE_ROW: self.tr("Row deleted"),
            Deed.SPLIT_ROW: self.tr("Row split"),
            Deed.MERGE_ROWS: self.tr("Rows merged"),
            Deed.MOVE_COLUMN: self.tr("Column moved"),
            Deed.CORRECT_WORD: self.tr("Word corrected"),
            Deed.UNDO: self.tr("Taken back"),
            Deed.REDO: self.tr("Done again"),
        }.get(deed, deed.value)


def _when(at: str) -> str:
    """In this computer's time and this region's form."""
    moment = QDateTime.fromSecsSinceEpoch(int(datetime.fromisoformat(at).timestamp()))
    return QLocale().toString(moment, QLocale.FormatType.ShortFormat)
