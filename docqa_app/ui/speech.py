"""The window speaks the language of the system, or the one that was chosen; English where it knows neither."""

from __future__ import annotations

from pathlib import Path

from PySide6.QtCore import QCoreApplication, QLibraryInfo, QLocale, QTranslator

SYSTEM = "system"


def speak(app: QCoreApplication, translations: Path, speech: str) -> tuple[QTranslator, ...]:
    """Takes the words of `speech`, a language's code or "system", for the window and for Qt's own dialogs."""
    locale = QLocale.system() if speech == SYSTEM else QLocale(speech)
    own = QTranslator(app)
    if not own.load(locale, "docqa", "_", str(translations)):
        own.load("docqa_en", str(translations))
    app.installTranslator(own)
    qt = QTranslator(app)
    if qt.load(f"qtbase_{spoken_language()}", QLibraryInfo.path(QLibraryInfo.LibraryPath.TranslationsPath)):
        app.installTranslator(qt)
    return own, qt


def spoken_language() -> str:
    """The code of the language that is spoken now, such as "en"."""
    #: The code of the language of this translation, in small letters: "de" for German.
    return QCoreApplication.translate("Speech", "en")
