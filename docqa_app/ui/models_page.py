"""The models in the settings: what is installed and in use, where it lies, how large it is, and whether it is whole."""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import QEvent, QLocale, QUrl, Signal
from PySide6.QtGui import QColor, QDesktopServices
from PySide6.QtWidgets import (
    QHBoxLayout,
    QHeaderView,
    QLabel,
    QPushButton,
    QTreeWidget,
    QTreeWidgetItem,
    QVBoxLayout,
    QWidget,
)

from docqa_app.ui.flips_pane import FlipsPane
from docqa_app.ui.from_below import in_our_words
from docqa_app.ui.model_choice import ModelChoice
from docqa_app.ui.said import Said
from docqa_app.ui.scrolled import Scrolled
from docqa_app.ui.theme import shades_now
from docqa_app.ui.work.doing import Doing

if TYPE_CHECKING:
    from docqa_app.answering.installed import Installed

FEWEST_LINES = 4


class ModelsPage(QWidget):
    """Shows; `check_wanted` asks for the files to be held against their checksums once more, `recheck_wanted` for the
    model in use to be tried on accepted documents, or for that to end."""

    check_wanted = Signal()
    recheck_wanted = Signal()

    def __init__(self, folder: Path, chosen: str = "", parent: QWidget | None = None) -> None:
        """`chosen` is the label of the model that shall answer, "" the newest."""
        super().__init__(parent)
        self._folder = folder
        self._models: Sequence[Installed] = ()
        self._in_use: Path | None = None
        self.tree = QTreeWidget()
        self.tree.setAccessibleName(self.tr("Installed models"))
        self.tree.setProperty("roomy", True)
        self.tree.setRootIsDecorated(False)
        self.tree.setMinimumHeight(FEWEST_LINES * self.fontMetrics().lineSpacing())
        self.tree.setHeaderLabels([self.tr("Model"), self.tr("Size"), self.tr("Files"), self.tr("Folder")])
        self.said = Said(quiet=True)
        self.choice = ModelChoice(chosen)
        self.check_button = QPushButton(self.tr("Check again"))
        self.folder_button = QPushButton(self.tr("Open the folder"))
        self.recheck_button = QPushButton()
        self.flips = FlipsPane()
        self._lay_out()
        self.check_button.clicked.connect(self.check_wanted)
        self.folder_button.clicked.connect(lambda: QDesktopServices.openUrl(QUrl.fromLocalFile(str(folder))))
        self.recheck_button.clicked.connect(self.recheck_wanted)
        self.show_rechecking(None, possible=False)
        self.show_checking()

    def show_rechecking(self, doing: Doing | None, *, possible: bool) -> None:
        """How far the model has come with accepted documents, and whether it can be tried on them."""
        self.recheck_button.setText(self.tr("Try on accepted documents") if doing is None else self.tr("Stop"))
        self.recheck_button.setEnabled(possible)
        if doing is not None:
            count = self.tr("{done} of {total}").format(done=doing.done, total=doing.total)
            self.flips.say(f"{doing.what}… {count}" if doing.total else f"{doing.what}…")

    def show_checking(self) -> None:
        self.check_button.setEnabled(False)
        self.said.say(self.tr("The files of the models are being checked…"))

    def show_in_use(self, folder: Path | None) -> None:
        """The folder of the model that answers; None while none does."""
        self._in_use = folder
        self._name_them()

    def show_models(self, models: Sequence[Installed]) -> None:
        self.check_button.setEnabled(True)
        self.tree.clear()
        self._models = models
        for model in models:
            self._add(model)
        self._name_them()
        self.choice.offer({_label(model) for model in models if model.whole})
        problems = [in_our_words(model.problem) for model in models if model.problem]
        if not models:
            text = self.tr("No model is installed. Put a model's folder into {folder} and start the app again.")
            problems = [text.format(folder=self._folder)]
        self.said.say("\n".join(problems), trouble=True)

    def _add(self, model: Installed) -> None:
        size = self.tr("{size} MB").format(size=QLocale().toString(model.bytes / 1e6, "f", 0))
        state = self.tr("whole") if model.whole else self.tr("damaged")
        item = QTreeWidgetItem(self.tree, ["", size, state, model.folder])
        item.setForeground(2, QColor(shades_now().good if model.whole else shades_now().bad))
        item.setToolTip(3, model.folder)

    def _name_them(self) -> None:
        for row, model in enumerate(self._models):
            label, in_use = _label(model), Path(model.folder) == self._in_use
            item = self.tree.topLevelItem(row)
            assert item is not None, "each model has its row"
            item.setText(0, self.tr("{model}, in use").format(model=label) if in_use else label)

    def _choosing(self) -> QHBoxLayout:
        name = QLabel(self.tr("Model that &answers"))
        name.setBuddy(self.choice)
        row = QHBoxLayout()
        row.addWidget(name)
        row.addWidget(self.choice)
        row.addStretch(1)
        return row

    def _explain(self) -> QLabel:
        self.recheck_button.setToolTip(
            self.tr(
                "Fills the documents that you accepted anew with the model in use, and lists which values were right "
                "and would be wrong now. Until it is better, an earlier model can be kept."
            )
        )
        hint = QLabel(
            self.tr(
                "Every file is compared with the checksum it was shipped with. To add a model, put its folder beside "
                "the others; which one answers is taken from the next start. Nothing is fetched from a network."
            ),
            wordWrap=True,
        )
        hint.setProperty("quiet", True)
        return hint

    def _lay_out(self) -> None:
        for place in range(3):
            self.tree.header().setSectionResizeMode(place, QHeaderView.ResizeMode.ResizeToContents)
        row = QHBoxLayout()
        row.addWidget(self.check_button)
        row.addWidget(self.folder_button)
        row.addWidget(self.recheck_button)
        row.addStretch(1)
        room = _Room()
        column = QVBoxLayout(room)
        column.addWidget(self.tree, 1)
        column.addWidget(self.said)
        column.addLayout(self._choosing())
        column.addWidget(self._explain())
        column.addLayout(row)
        column.addWidget(self.flips, 2)
        whole = QVBoxLayout(self)
        whole.setContentsMargins(0, 0, 0, 0)
        whole.addWidget(Scrolled(room))


class _Room(QWidget):
    """As high as its sentences and its shortest lists need at its width: what is higher than the dialog is scrolled."""

    def event(self, event: QEvent) -> bool:
        done, layout = super().event(event), self.layout()
        if layout is not None and event.type() in (QEvent.Type.Resize, QEvent.Type.LayoutRequest):
            self.setMinimumHeight(layout.minimumHeightForWidth(self.width()))
        return done


def _label(model: Installed) -> str:
    return f"{model.name} {model.version}".strip()
