"""What a row is, which file it becomes, and how a CSV is written."""

from __future__ import annotations

from dataclasses import replace
from enum import StrEnum

from PySide6.QtCore import QSignalBlocker, Signal
from PySide6.QtWidgets import QCheckBox, QComboBox, QFormLayout, QLabel, QWidget

from docqa_app.exporting.columns import Shape
from docqa_app.exporting.csv_table import Dates, Reader, Style
from docqa_app.exporting.plan import Form, Plan

Choices = tuple[tuple[StrEnum | str, str], ...]
"""What a box offers: each value with its words."""


class Options(QWidget):
    """`changed` says that the clerk chose something else; `plan` is what stands there now, but for its columns."""

    changed = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._plan = Plan()
        self.shape = QComboBox()
        self.form = QComboBox()
        self.reader = QComboBox()
        self.delimiter = QComboBox()
        self.mark = QComboBox()
        self.dates = QComboBox()
        self.evidence = QCheckBox(self.tr("&Evidence columns"))
        self.evidence.setToolTip(self.tr("How sure each value is, its page, place, source and state."))
        self._fill_boxes()
        self._lay_out()
        for box in self._boxes():
            box.currentIndexChanged.connect(self._take)
        self.evidence.toggled.connect(self._take)
        self.show_plan(self._plan)

    @property
    def plan(self) -> Plan:
        return self._plan

    def put_first(self, words: str, widget: QWidget) -> None:
        """Another choice above the others, in line with them."""
        self._form.insertRow(0, words, widget)

    def show_plan(self, plan: Plan) -> None:
        """Shows a plan without saying so."""
        style = plan.style
        values = (plan.shape, plan.form, style.reader, style.delimiter, style.decimal_mark, style.dates)
        for box, value in zip(self._boxes(), values, strict=True):
            with QSignalBlocker(box):
                box.setCurrentIndex(box.findData(str(value)))
        with QSignalBlocker(self.evidence):
            self.evidence.setChecked(plan.evidence)
        self._plan = plan
        self._show_what_counts()

    def _boxes(self) -> tuple[QComboBox, ...]:
        return (self.shape, self.form, self.reader, self.delimiter, self.mark, self.dates)

    def _fill_boxes(self) -> None:
        choices = (self._shapes(), self._forms(), self._readers(), self._delimiters(), self._marks(), self._days())
        for box, entries in zip(self._boxes(), choices, strict=True):
            for value, words in entries:
                box.addItem(words, str(value))

    def _shapes(self) -> Choices:
        return (
            (Shape.WIDE, self.tr("A document")),
            (Shape.ITEMS, self.tr("A line item")),
            (Shape.LONG, self.tr("A field")),
        )

    def _forms(self) -> Choices:
        return (
            (Form.XLSX, self.tr("Excel workbook (XLSX)")),
            (Form.CSV, self.tr("CSV")),
            (Form.JSON, self.tr("JSON, a list of rows")),
            (Form.COMPLETE, self.tr("JSON, everything that is known")),
        )

    def _readers(self) -> Choices:
        return (
            (Reader.EXCEL, self.tr("Excel")),
            (Reader.LIBREOFFICE, self.tr("LibreOffice")),
            (Reader.PROGRAMS, self.tr("Other programs (RFC 4180)")),
        )

    def _delimiters(self) -> Choices:
        return (
            ("", self.tr("As the program expects")),
            (";", self.tr("Semicolon")),
            (",", self.tr("Comma")),
            ("\t", self.tr("Tab")),
            ("|", self.tr("Bar |")),
        )

    def _marks(self) -> Choices:
        return (
            ("", self.tr("As the program expects")),
            (",", self.tr("Comma: 1234,50")),
            (".", self.tr("Point: 1234.50")),
        )

    def _days(self) -> Choices:
        own = [(form, form.value) for form in Dates if form is not Dates.REGION]
        return ((Dates.REGION, self.tr("As the program expects")), *own)

    def _lay_out(self) -> None:
        self._form = QFormLayout(self)
        self._form.setContentsMargins(0, 0, 0, 0)
        self._form.addRow(self.tr("A &row is"), self.shape)
        self._form.addRow(self.tr("&File"), self.form)
        self._form.addRow(self.tr("Written f&or"), self.reader)
        self._form.addRow(self.tr("Columns &parted by"), self.delimiter)
        self._form.addRow(self.tr("Decimal &mark"), self.mark)
        self._form.addRow(self.tr("&Dates"), self.dates)
        self._form.addRow("", self.evidence)
        self.hint = QLabel(wordWrap=True)
        self.hint.setProperty("quiet", True)
        self._form.addRow(self.hint)

    def _take(self) -> None:
        """The widgets' values as a plan; another shape has other columns."""
        shape = Shape(self.shape.currentData())
        columns = self._plan.columns if shape is self._plan.shape else ()
        style = Style(
            Reader(self.reader.currentData()),
            self.delimiter.currentData(),
            self.mark.currentData(),
            Dates(self.dates.currentData()),
        )
        form = Form(self.form.currentData())
        self._plan = replace(
            self._plan, shape=shape, form=form, columns=columns, evidence=self.evidence.isChecked(), style=style
        )
        self._show_what_counts()
        self.changed.emit()

    def _show_what_counts(self) -> None:
        """Only what changes something for this form."""
        csv = self._plan.form is Form.CSV
        for box in (self.reader, self.delimiter, self.mark, self.dates):
            self._form.setRowVisible(box, csv)
        whole = self._plan.form is Form.COMPLETE
        self._form.setRowVisible(self.shape, not whole)
        self._form.setRowVisible(self.evidence, not whole)
        self.hint.setText(self._hint())
        self._form.setRowVisible(self.hint, bool(self.hint.text()))

    def _hint(self) -> str:
        if self._plan.form is Form.CSV and self._plan.style.reader is Reader.LIBREOFFICE:
            return self.tr(
                "When it asks how to import, tick “Format quoted field as text” and “Detect special numbers”."
            )
        return ""
