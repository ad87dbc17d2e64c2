"""The settings: languages of the documents, the grid, where the model computes, and what a start brings back."""

from __future__ import annotations

from PySide6.QtWidgets import (
    QCheckBox,
    QComboBox,
    QDialog,
    QDialogButtonBox,
    QDoubleSpinBox,
    QFormLayout,
    QHBoxLayout,
    QLabel,
    QLineEdit,
    QSpinBox,
    QVBoxLayout,
    QWidget,
)

from docqa_app.ui.preferences import Preferences


class SettingsDialog(QDialog):
    """Stands beside the work; Keep takes all values at once."""

    def __init__(self, preferences: Preferences, advised: float | None = None, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._preferences = preferences
        now = preferences.now
        self.setWindowTitle(self.tr("Settings"))
        self.languages = QLineEdit(now.languages)
        self.languages.setPlaceholderText("eng+deu")
        self.device = QComboBox()
        for name, value in ((self.tr("Choose by itself"), "auto"), ("CPU", "cpu"), ("CUDA", "cuda")):
            self.device.addItem(name, value)
        self.device.setCurrentIndex(self.device.findData(now.device))
        self.columns = QSpinBox(minimum=1, maximum=32, value=now.grid_columns)
        self.rows = QSpinBox(minimum=1, maximum=32, value=now.grid_rows)
        self.doubt = self._doubt(now.doubt_below, advised)
        self.reopen = QCheckBox(self.tr("Open the documents of the last time"))
        self.reopen.setChecked(now.reopen_documents)
        self._lay_out()

    def _lay_out(self) -> None:
        form = QFormLayout()
        form.addRow(self.tr("&Languages of the documents"), self.languages)
        hint = QLabel(self.tr("Tesseract codes joined by +, for pages that need text recognition."), wordWrap=True)
        hint.setProperty("quiet", True)
        form.addRow("", hint)
        form.addRow(self.tr("&Model computes on"), self.device)
        form.addRow(self.tr("&Grid, columns and rows"), self._grid())
        form.addRow(self.tr("Mark “Check this” &below"), self.doubt)
        form.addRow(self.tr("At the start"), self.reopen)
        later = QLabel(self.tr("Languages apply to documents read from now on, the model's place from the next start."))
        later.setWordWrap(True)
        later.setProperty("quiet", True)
        buttons = QDialogButtonBox()
        self.keep_button = buttons.addButton(self.tr("Keep"), QDialogButtonBox.ButtonRole.AcceptRole)
        self.keep_button.setProperty("main", True)
        buttons.addButton(self.tr("Discard"), QDialogButtonBox.ButtonRole.RejectRole)
        buttons.accepted.connect(self._keep)
        buttons.rejected.connect(self.reject)
        column = QVBoxLayout(self)
        column.addLayout(form)
        column.addWidget(later)
        column.addWidget(buttons)

    def _doubt(self, chosen: float | None, advised: float | None) -> QDoubleSpinBox:
        """Its lowest value leaves the choice to the model."""
        spin = QDoubleSpinBox(minimum=0.0, maximum=1.0, singleStep=0.05)
        said = self.tr("as the model advises")
        spin.setSpecialValueText(said if advised is None else f"{said} ({spin.locale().toString(advised, 'f', 2)})")
        spin.setValue(chosen or 0.0)
        return spin

    def _grid(self) -> QWidget:
        self.columns.setAccessibleName(self.tr("Columns of the grid"))
        self.rows.setAccessibleName(self.tr("Rows of the grid"))
        box = QWidget()
        row = QHBoxLayout(box)
        row.setContentsMargins(0, 0, 0, 0)
        for widget in (self.columns, QLabel("×"), self.rows):
            row.addWidget(widget)
        row.addStretch(1)
        box.setFocusProxy(self.columns)
        return box

    def _keep(self) -> None:
        self._preferences.change(
            languages="+".join(self.languages.text().replace("+", " ").split()) or "eng",
            device=self.device.currentData(),
            grid_columns=self.columns.value(),
            grid_rows=self.rows.value(),
            doubt_below=round(self.doubt.value(), 2) or None,
            reopen_documents=self.reopen.isChecked(),
        )
        self.accept()
