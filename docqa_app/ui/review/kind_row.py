"""Which kind of document it is: the proposed one is named, the clerk decides."""

from __future__ import annotations

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QComboBox, QHBoxLayout, QLabel, QWidget

from docqa_app.schemas.schema import Schema, in_language
from docqa_app.session.reviewing.state import Review
from docqa_app.ui.icons import Icons
from docqa_app.ui.sign_button import SignButton


class KindRow(QWidget):
    """`kind_wanted` carries a schema's name; `again_wanted` asks for the same kind once more."""

    kind_wanted = Signal(str)
    again_wanted = Signal()

    def __init__(self, icons: Icons, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        label = QLabel(self.tr("Kind"))
        self.kinds = QComboBox()
        self.kinds.setAccessibleName(self.tr("Kind of document"))
        label.setBuddy(self.kinds)
        self.again = SignButton(icons, "again", self.tr("Fill the fields anew"))
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.addWidget(label)
        row.addWidget(self.kinds, 1)
        row.addWidget(self.again)
        self.kinds.activated.connect(lambda at: self.kind_wanted.emit(str(self.kinds.itemData(at))))
        self.again.clicked.connect(self.again_wanted)

    def show_review(self, review: Review | None) -> None:
        """Hides itself while no kind was proposed."""
        self.setVisible(review is not None and bool(review.kinds))
        if review is None:
            return
        wanted = [(kind.name, self._title(kind, review.language, review.proposed)) for kind in review.kinds]
        if wanted != [(self.kinds.itemData(at), self.kinds.itemText(at)) for at in range(self.kinds.count())]:
            self.kinds.clear()
            for name, title in wanted:
                self.kinds.addItem(title, name)
        self.kinds.setCurrentIndex(self.kinds.findData(review.schema.name))

    def _title(self, kind: Schema, language: str, proposed: str) -> str:
        title = str(in_language(kind.title, language))
        return self.tr("{kind} (proposed)").format(kind=title) if kind.name == proposed else title
