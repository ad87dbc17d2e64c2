"""The window speaks the language of the system, or the one that was chosen; English where it knows neither."""

from __future__ import annotations

import lzma
from pathlib import Path

from PySide6.QtCore import QCoreApplication, QLibraryInfo, QLocale, QTranslator

SYSTEM = "system"
COMPILED = "docqa_{}.qm.xz"
"""The name of a language's compiled words by its code: packed, for most of them is the English that they stand for."""


class OwnWords(QTranslator):
    """The window's words in one language."""

    def __init__(self, parent: QCoreApplication | None, file: Path) -> None:
        super().__init__(parent)
        self._words = lzma.decompress(file.read_bytes())  # Qt reads them where they lie: they live as long as this
        self.load(self._words)


def speak(app: QCoreApplication, translations: Path, speech: str) -> tuple[QTranslator, ...]:
    """Takes the words of `speech`, a language's code or "system", for the window and for Qt's own dialogs."""
    locale = QLocale.system() if speech == SYSTEM else QLocale(speech)
    own = OwnWords(app, _compiled(translations, locale))
    app.installTranslator(own)
    qt = QTranslator(app)
    if qt.load(f"qtbase_{spoken_language()}", QLibraryInfo.path(QLibraryInfo.LibraryPath.TranslationsPath)):
        app.installTranslator(qt)
    return own, qt


def _compiled(translations: Path, locale: QLocale) -> Path:
    """The words of the first language of `locale` that the window knows ("de" for "de-AT"), else the English ones."""
    codes = [name.split("-")[0] for name in locale.uiLanguages()]
    files = [translations / COMPILED.format(code) for code in [*codes, "en"]]
    return next((file for file in files if file.exists()), files[-1])


def spoken_language() -> str:
    """The code of the language that is spoken now, such as "en"."""
    #: The code of the language of this translation, in small letters: "de" for German.
    return QCoreApplication.translate("Speech", "en")
