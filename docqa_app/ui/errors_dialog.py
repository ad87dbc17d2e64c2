"""What lies behind a notice: everything a supporter asks for, ready to be copied, and where the log file is."""

from __future__ import annotations

from pathlib import Path

from PySide6.QtCore import QUrl
from PySide6.QtGui import QDesktopServices, QFontDatabase, QGuiApplication
from PySide6.QtWidgets import QDialog, QDialogButtonBox, QLabel, QPlainTextEdit, QPushButton, QVBoxLayout, QWidget

from docqa_app.ui.notices import Notice


class ErrorsDialog(QDialog):
    """Stands beside the work and does not block it."""

    def __init__(self, notice: Notice, log_folder: Path, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setWindowTitle(self.tr("Details"))
        self.resize(640, 420)
        self._notice = notice
        self._log_folder = log_folder
        said = QLabel(notice.text, wordWrap=True)
        self.text = QPlainTextEdit(notice.details, readOnly=True)
        self.text.setFont(QFontDatabase.systemFont(QFontDatabase.SystemFont.FixedFont))
        self.text.setAccessibleName(self.tr("Details of the problem"))
        self.place = QLabel(self.tr("Log files are in {folder}").format(folder=log_folder), wordWrap=True)
        self.place.setProperty("quiet", True)
        layout = QVBoxLayout(self)
        layout.addWidget(said)
        layout.addWidget(self.text, 1)
        layout.addWidget(self.place)
        layout.addWidget(self._buttons())

    def _buttons(self) -> QDialogButtonBox:
        row = QDialogButtonBox(QDialogButtonBox.StandardButton.Close)
        self.copy_button = QPushButton(self.tr("Copy"))
        row.addButton(self.copy_button, QDialogButtonBox.ButtonRole.ActionRole)
        folder = QPushButton(self.tr("Open the log folder"))
        row.addButton(folder, QDialogButtonBox.ButtonRole.ActionRole)
        self.copy_button.clicked.connect(self._copy)
        folder.clicked.connect(lambda: QDesktopServices.openUrl(QUrl.fromLocalFile(str(self._log_folder))))
        row.rejected.connect(self.close)
        return row

    def _copy(self) -> None:
        QGuiApplication.clipboard().setText(f"{self._notice.text}\n\n{self._notice.details}")
