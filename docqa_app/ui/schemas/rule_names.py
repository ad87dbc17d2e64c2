"""The shipped rules in the words of the window; a rule's own name, by which it is known, stays as it is."""

from __future__ import annotations

from PySide6.QtCore import QCoreApplication

from docqa_app.ui.deeds import QT_TRANSLATE_NOOP

SHIPPED = (
    QT_TRANSLATE_NOOP("Rules", "total"),
    QT_TRANSLATE_NOOP("Rules", "row amount"),
    QT_TRANSLATE_NOOP("Rules", "rows and net"),
    QT_TRANSLATE_NOOP("Rules", "tax rate"),
    QT_TRANSLATE_NOOP("Rules", "two parties"),
    QT_TRANSLATE_NOOP("Rules", "due after issue"),
    QT_TRANSLATE_NOOP("Rules", "supplier VAT number"),
    QT_TRANSLATE_NOOP("Rules", "IBAN"),
    QT_TRANSLATE_NOOP("Rules", "tax below total"),
    QT_TRANSLATE_NOOP("Rules", "sign of the tax"),
    QT_TRANSLATE_NOOP("Rules", "rows and total"),
)


def shown_name(name: str) -> str:
    """What the clerk reads; the names of the user's own rules are anybody's."""
    return QCoreApplication.translate("Rules", name) if name in SHIPPED else name
