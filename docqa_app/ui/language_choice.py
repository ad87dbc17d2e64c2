"""In which languages documents are written: those that can be recognised here, a tick each, by their own names.

Without a tick each page's language is found out when it is read.
"""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import QLocale, QSize, Qt
from PySide6.QtWidgets import QListWidget, QListWidgetItem, QSizePolicy, QWidget

CODE = Qt.ItemDataRole.UserRole
ROWS_SHOWN = 4
FOUND_OUT = "auto"
"""How the settings keep that nothing is ticked."""
OTHER_NAMES = {"chi_sim": "zho", "chi_tra": "zho"}
"""What Tesseract calls otherwise than ISO 639."""


class LanguageChoice(QListWidget):
    """Those that are chosen stand first, in their order; one that is not installed says so and can be taken away."""

    def __init__(self, chosen: str, parent: QWidget | None = None) -> None:
        """`chosen` are Tesseract's codes joined by "+", or FOUND_OUT."""
        super().__init__(parent)
        self.setAccessibleName(self.tr("Languages of the documents"))
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        for code in chosen.split("+") if chosen != FOUND_OUT else ():
            self._add(code, named(code), ticked=True)

    @property
    def chosen(self) -> str:
        """The ticked codes as the settings keep them; FOUND_OUT without any."""
        items = [self.item(row) for row in range(self.count())]
        ticked = [str(item.data(CODE)) for item in items if item.checkState() is Qt.CheckState.Checked]
        return "+".join(ticked) or FOUND_OUT

    def show_installed(self, codes: Sequence[str]) -> None:
        """Adds what else can be recognised here."""
        there = {str(self.item(row).data(CODE)): self.item(row) for row in range(self.count())}
        for code, item in there.items():
            if code not in codes:
                item.setText(self.tr("{language} (not installed)").format(language=named(code)))
        for code in sorted(set(codes) - set(there), key=lambda code: named(code).casefold()):
            self._add(code, named(code), ticked=False)

    def tick(self, code: str, on: bool) -> None:
        """As a click does it."""
        for row in range(self.count()):
            if self.item(row).data(CODE) == code:
                self.item(row).setCheckState(Qt.CheckState.Checked if on else Qt.CheckState.Unchecked)

    def sizeHint(self) -> QSize:  # noqa: N802 (Qt's name)
        row = self.sizeHintForRow(0) if self.count() else self.fontMetrics().height() + 6
        return QSize(200, ROWS_SHOWN * row + 2 * self.frameWidth())

    def _add(self, code: str, name: str, *, ticked: bool) -> None:
        item = QListWidgetItem(name, self)
        item.setData(CODE, code)
        item.setToolTip(code)
        item.setFlags(item.flags() | Qt.ItemFlag.ItemIsUserCheckable)
        item.setCheckState(Qt.CheckState.Checked if ticked else Qt.CheckState.Unchecked)


def named(code: str) -> str:
    """A language as those who speak it call it; the code itself where it is not known."""
    language = QLocale.codeToLanguage(OTHER_NAMES.get(code, code))
    if language in (QLocale.Language.AnyLanguage, QLocale.Language.C):
        return code
    if language is QLocale.Language.English:
        return "English"  # Qt would say which: American
    name = QLocale(language).nativeLanguageName() or QLocale.languageToString(language)
    return name[:1].upper() + name[1:] + (f" ({code})" if code in OTHER_NAMES else "")
