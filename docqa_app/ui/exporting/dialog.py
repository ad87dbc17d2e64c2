"""The export dialog: which documents, what a row is, which columns, and the first rows as they will be written."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import replace
from pathlib import Path

from PySide6.QtCore import QSignalBlocker, Qt, Signal
from PySide6.QtWidgets import (
    QComboBox,
    QDialog,
    QDialogButtonBox,
    QFileDialog,
    QHBoxLayout,
    QPushButton,
    QSplitter,
    QVBoxLayout,
    QWidget,
)

from docqa_app.core.fields import Extraction
from docqa_app.errors import DocqaError
from docqa_app.exporting.choice import choice_of, columns_in
from docqa_app.exporting.plan import Form, NamedPlan, Plan
from docqa_app.exporting.presets import forget_preset, load_presets, save_preset
from docqa_app.exporting.preview import preview
from docqa_app.exporting.twice import written_twice
from docqa_app.ui.exporting.columns_table import ColumnsTable
from docqa_app.ui.exporting.options import Options
from docqa_app.ui.exporting.preset_bar import PresetBar
from docqa_app.ui.exporting.preview_table import PreviewTable
from docqa_app.ui.from_below import in_our_words
from docqa_app.ui.said import Said
from docqa_app.ui.screens import on_screen

SIZE = (1000, 640)
LEFT = 340
MOST_NAMED = 3
"""Documents that are there twice and are told by name."""


class ExportDialog(QDialog):
    """Stands beside the work. `documents_wanted` carries the number of an offer, `write_wanted` where and how."""

    documents_wanted = Signal(int)
    write_wanted = Signal(object, object, bool)
    """A path, a Plan, and whether the rows go behind those of the file."""

    def __init__(self, offers: Sequence[str], plan: Plan, presets: Path, parent: QWidget | None = None) -> None:
        """`offers` says which documents can be exported, `presets` is the folder they are kept in."""
        super().__init__(parent)
        self.setWindowTitle(self.tr("Export fields"))
        self.resize(on_screen(self, SIZE))
        self._folder = presets
        self._labels: Mapping[str, str] = {}
        self.extractions: tuple[Extraction, ...] = ()
        self.left_out = 0
        self._told = ""
        self.plan = plan
        self._writing = False
        self.offers = QComboBox()
        self.offers.addItems(list(offers))
        self.presets = PresetBar()
        self.options = Options()
        self.columns = ColumnsTable()
        self.preview = PreviewTable()
        self.said = Said()
        self._lay_out()
        self._connect()
        self._load_presets("")

    def show_offers(self, offers: Sequence[str], chosen: int) -> None:
        """Other documents can be exported now, and those of one of these offers are wanted."""
        with QSignalBlocker(self.offers):
            self.offers.clear()
            self.offers.addItems(list(offers))
            self.offers.setCurrentIndex(chosen)
        self.documents_wanted.emit(chosen)

    def show_documents(self, extractions: Sequence[Extraction], labels: Mapping[str, str], left_out: int = 0) -> None:
        """The documents of the chosen offer. `labels` are the schemas' words for their fields; of the documents that
        are `left_out` nothing is at hand."""
        self.extractions, self._labels, self.left_out = tuple(extractions), labels, left_out
        self._show_plan(self.plan)
        self._tell()

    def begin_writing(self) -> None:
        """Until it is written or has failed nothing else can be: rows must not be appended twice."""
        self._writing = True
        for button in (self.write_button, self.append_button):
            button.setEnabled(False)

    def fail(self, sentence: str) -> None:
        """Nothing was written; the clerk can mend it and try again."""
        self._writing = False
        self._show_preview()
        self.say(sentence, trouble=True)

    def say(self, sentence: str, *, trouble: bool = False) -> None:
        """How the writing went, or why it did not."""
        self.said.say(sentence, trouble=trouble)

    def _lay_out(self) -> None:
        halves = QSplitter(Qt.Orientation.Vertical)
        halves.setChildrenCollapsible(False)
        halves.addWidget(self._choices())
        halves.addWidget(self.preview)
        halves.setSizes([380, 200])
        layout = QVBoxLayout(self)
        layout.addWidget(self.presets)
        layout.addWidget(halves, 1)
        layout.addWidget(self.said)
        layout.addWidget(self._buttons())

    def _choices(self) -> QWidget:
        """What is exported beside its columns."""
        self.options.put_first(self.tr("Doc&uments"), self.offers)
        left = QWidget()
        left.setMinimumWidth(LEFT)
        side = QVBoxLayout(left)
        side.setContentsMargins(0, 0, 0, 0)
        side.addWidget(self.options)
        side.addStretch(1)
        both = QWidget()
        row = QHBoxLayout(both)
        row.setContentsMargins(0, 0, 0, 6)
        row.setSpacing(16)
        row.addWidget(left)
        row.addWidget(self.columns, 1)
        return both

    def _buttons(self) -> QDialogButtonBox:
        row = QDialogButtonBox(QDialogButtonBox.StandardButton.Close)
        self.write_button = QPushButton(self.tr("&Write a file…"))
        self.write_button.setProperty("main", True)
        self.write_button.setDefault(True)
        self.append_button = QPushButton(self.tr("&Append to a file…"))
        self.append_button.setToolTip(self.tr("The rows go behind those of the file, if it has the same columns."))
        row.addButton(self.append_button, QDialogButtonBox.ButtonRole.ActionRole)
        row.addButton(self.write_button, QDialogButtonBox.ButtonRole.ActionRole)
        self.write_button.clicked.connect(lambda: self._choose_place(append=False))
        self.append_button.clicked.connect(lambda: self._choose_place(append=True))
        row.rejected.connect(self.reject)
        return row

    def _connect(self) -> None:
        self.offers.currentIndexChanged.connect(self.documents_wanted)
        self.options.changed.connect(self._options_changed)
        self.columns.changed.connect(self._columns_changed)
        self.presets.taken.connect(lambda preset: self._show_plan(preset.plan))
        self.presets.keep_wanted.connect(self._keep)
        self.presets.forget_wanted.connect(self._forget)

    def _options_changed(self) -> None:
        self.presets.show_own_choice()
        self._show_plan(self.options.plan)

    def _columns_changed(self) -> None:
        self.presets.show_own_choice()
        chosen = columns_in(self.columns.entries, self.plan.shape, self.extractions)
        self.plan = replace(self.plan, columns=chosen)
        self.options.show_plan(self.plan)
        self._show_preview()

    def _show_plan(self, plan: Plan) -> None:
        self.plan = plan
        self.options.show_plan(plan)
        self.columns.show_entries(choice_of(plan, self.extractions), self._labels)
        self.columns.setEnabled(plan.form is not Form.COMPLETE)
        self._show_preview()

    def _show_preview(self) -> None:
        any_column = any(entry.ticked for entry in self.columns.entries)
        seen = preview(self.plan, self.extractions)
        if not any_column and self.plan.form is not Form.COMPLETE:
            seen = replace(seen, rows=(), header=(), trouble=self.tr("No column is ticked. Tick at least one."))
        self.preview.show_preview(seen)
        for button in (self.write_button, self.append_button):
            button.setEnabled(bool(self.extractions) and not seen.trouble and not self._writing)

    def _tell(self) -> None:
        """What is wrong with these documents, until there are others."""
        sentence = f"{self._missing()} {self._twice()}".strip()
        if sentence or self.said.text() == self._told:
            self.say(sentence, trouble=True)
        self._told = sentence

    def _missing(self) -> str:
        if not self.left_out:
            return ""
        return self.tr(
            "%n file(s) are left out, because nothing of them is kept, as where a password opened them. Open them to "
            "export them.",
            "",
            self.left_out,
        )

    def _twice(self) -> str:
        """A document that is there twice would be paid twice; which one to leave out is for the clerk to say."""
        pairs = written_twice(self.extractions)
        said = self.tr("{name} seems to be a duplicate of {earlier}.")
        named = " ".join(said.format(name=name, earlier=earlier) for name, earlier in pairs[:MOST_NAMED])
        rest = self.tr("And {count} more.").format(count=len(pairs) - MOST_NAMED) if len(pairs) > MOST_NAMED else ""
        return f"{named} {rest}".strip()

    def _choose_place(self, *, append: bool) -> None:
        """Asks for the file, then wishes it to be written."""
        suffix = self.plan.form.suffix
        folder = Path(self.extractions[0].path).parent
        title = self.tr("Append the rows to") if append else self.tr("Write the fields to")
        dialog = QFileDialog(self, title, str(folder))
        dialog.setNameFilter(f"{self.options.form.currentText()} (*{suffix})")
        if append:
            dialog.setFileMode(QFileDialog.FileMode.ExistingFile)
        else:
            dialog.setAcceptMode(QFileDialog.AcceptMode.AcceptSave)
            dialog.setDefaultSuffix(suffix.lstrip("."))
            dialog.selectFile(self.tr("fields") + suffix)
        dialog.fileSelected.connect(lambda chosen: self.write_wanted.emit(Path(chosen), self.plan, append))
        dialog.finished.connect(dialog.deleteLater)
        dialog.open()

    def _keep(self, name: str) -> None:
        try:
            save_preset(self._folder, NamedPlan(name.strip(), self.plan))
        except DocqaError as error:
            self.say(in_our_words(str(error)), trouble=True)
            return
        self._load_presets(name.strip())
        self.say(self.tr("The preset “{name}” is kept.").format(name=name.strip()))

    def _forget(self, name: str) -> None:
        try:
            forget_preset(self._folder, name)
        except DocqaError as error:
            self.say(in_our_words(str(error)), trouble=True)
            return
        self._load_presets("")
        self.say(self.tr("The preset “{name}” is removed.").format(name=name))

    def _load_presets(self, chosen: str) -> None:
        found = load_presets(self._folder)
        self.presets.show_presets(found.presets, chosen)
        if found.problems:
            self.say(" ".join(map(in_our_words, found.problems)), trouble=True)
