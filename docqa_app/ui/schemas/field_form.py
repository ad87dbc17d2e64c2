"""One field of a kind of document: what it is called, what it holds, how it is asked for."""

from __future__ import annotations

from dataclasses import replace

from PySide6.QtCore import QSignalBlocker, Signal
from PySide6.QtWidgets import QCheckBox, QComboBox, QFormLayout, QLineEdit, QPlainTextEdit, QWidget

from docqa_app.core.fields import FieldType
from docqa_app.schemas.draft import DraftField, Part
from docqa_app.schemas.draft_problems import pattern_problem
from docqa_app.schemas.schema_file import NAME
from docqa_app.ui.from_below import in_our_words
from docqa_app.ui.said import Said

LINES = 3
"""Lines of the box in which phrasings are written."""


class FieldForm(QWidget):
    """`changed` carries the field as it stands in the form, `label_changed` a new label, `name_wanted` a whole name."""

    changed = Signal(object)
    label_changed = Signal(str)
    name_wanted = Signal(str)

    def __init__(self, part: Part, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._part = part
        self._field = DraftField("")
        self._language = "en"
        self.label = QLineEdit()
        self.name = QLineEdit()
        self.type = QComboBox()
        self.required = QCheckBox(self.tr("Must be &there"))
        self.phrasings = QPlainTextEdit(tabChangesFocus=True)
        self.pattern = QLineEdit()
        self.problem = Said()
        self._fill_types()
        self._lay_out()
        self.label.textEdited.connect(self.label_changed)
        self.name.textEdited.connect(lambda: self._show_problem())
        self.name.editingFinished.connect(self._take_name)
        self.type.currentIndexChanged.connect(self._take)
        self.required.toggled.connect(self._take)
        self.phrasings.textChanged.connect(self._take)
        self.pattern.textEdited.connect(self._take)

    def show_field(self, field: DraftField, language: str) -> None:
        """Another field, or the same in another language; nothing is said of it."""
        self._language = language
        self.label.setText(field.label.get(language, ""))
        self.pattern.setText(field.pattern)
        with QSignalBlocker(self.phrasings):
            self.phrasings.setPlainText("\n".join(field.phrasings.get(language, ())))
        with QSignalBlocker(self.type):
            self.type.setCurrentIndex(self.type.findData(field.type.value))
        with QSignalBlocker(self.required):
            self.required.setChecked(field.required)
        self.follow(field)

    def follow(self, field: DraftField) -> None:
        """The same field after the clerk's own change; its name may have followed its label."""
        self._field = field
        if not self.name.hasFocus() and self.name.text() != field.name:
            self.name.setText(field.name)
        self._show_problem()

    def _show_problem(self, problem: str = "") -> None:
        self.problem.say(problem or self._problem(self._field), trouble=True)

    def _take_name(self) -> None:
        """Rules speak of a field by its name, so it changes when it is whole, not with every letter."""
        name = self.name.text().strip()
        if name != self._field.name and NAME.fullmatch(name):
            self.name_wanted.emit(name)

    def refuse_name(self) -> None:
        """Another field has it."""
        self._show_problem(self.tr("Another one has this name already."))

    def _fill_types(self) -> None:
        words = {
            FieldType.TEXT: self.tr("Text"),
            FieldType.DATE: self.tr("Date"),
            FieldType.AMOUNT: self.tr("Amount of money"),
            FieldType.CURRENCY: self.tr("Currency"),
            FieldType.NUMBER: self.tr("Number"),
            FieldType.IBAN: self.tr("IBAN"),
            FieldType.VAT_ID: self.tr("VAT number"),
            FieldType.YES_NO: self.tr("Yes or no"),
        }
        for kind, word in words.items():
            self.type.addItem(word, kind.value)

    def _lay_out(self) -> None:
        column = self._part is Part.COLUMNS
        self.phrasings.setFixedHeight(self.fontMetrics().lineSpacing() * LINES + 18)
        self.phrasings.setPlaceholderText(
            self.tr("One heading a line, as tables print it")
            if column
            else self.tr("One question a line, the best first; two are used")
        )
        self.name.setPlaceholderText("invoice_number")
        self.pattern.setPlaceholderText(r"\d{4}-\d+")
        self.pattern.setToolTip(self.tr("A regular expression that the whole text must match."))
        form = QFormLayout(self)
        form.setContentsMargins(0, 6, 0, 0)
        form.setRowWrapPolicy(QFormLayout.RowWrapPolicy.DontWrapRows)
        form.addRow(self.tr("La&bel"), self.label)
        form.addRow(self.tr("&Name in files"), self.name)
        form.addRow(self.tr("&Holds"), self.type)
        form.addRow(self.tr("&Printed as") if column else self.tr("&Asked as"), self.phrasings)
        form.addRow(self.tr("Pa&ttern"), self.pattern)
        form.addRow("", self.required)
        form.addRow(self.problem)
        for row in (self.pattern, self.required):
            form.setRowVisible(row, not column)

    def _take(self) -> None:
        """The form's values as a field."""
        lines = tuple(line.strip() for line in self.phrasings.toPlainText().splitlines() if line.strip())
        others = {language: texts for language, texts in self._field.phrasings.items() if language != self._language}
        field = replace(
            self._field,
            type=FieldType(self.type.currentData()),
            phrasings={**others, self._language: lines} if lines else others,
            required=self.required.isChecked(),
            pattern=self.pattern.text(),
        )
        self.changed.emit(field)

    def _problem(self, field: DraftField) -> str:
        if not NAME.fullmatch(self.name.text().strip()):
            return self.tr("The name in files is made of small letters, digits and _, and begins with a letter.")
        if not field.label:
            return self.tr("The field needs a label.")
        if not field.phrasings and self._part is Part.FIELDS:
            return self.tr("The field needs a question.")
        return in_our_words(pattern_problem(field.pattern))
