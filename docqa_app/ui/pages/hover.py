"""What is said of the word under the pointer."""

from __future__ import annotations

from html import escape

from PySide6.QtCore import QCoreApplication, QLocale

from docqa_app.core.document import WordSource
from docqa_app.ui.pages.layers import Inspected

translate = QCoreApplication.translate


def describe_word(seen: Inspected, index: int) -> str:
    """Rich text: the word, how sure its reading is, its line and cell by geometry and by the model."""
    word = seen.page.words[index]
    share = QLocale().toString(100 * word.confidence, "f", 0) + " %"
    sure = translate("WordTip", "{share} confidence, {source}").format(share=share, source=_said(seen.page.source))
    rows = [(translate("WordTip", "Read with"), sure)]
    ours = (seen.geometry.lines[index], seen.geometry.cells[index])
    theirs = None if seen.model is None else (seen.model.lines[index], seen.model.cells[index])
    for place, name in enumerate((translate("WordTip", "Line"), translate("WordTip", "Grid cell"))):
        rows.append((name, _both(ours[place], None if theirs is None else theirs[place])))
    table = "".join(f"<tr><td>{escape(name)}&nbsp;</td><td>{escape(value)}</td></tr>" for name, value in rows)
    return f"<b>{escape(word.text)}</b><table>{table}</table>"


def _said(source: WordSource) -> str:
    match source:
        case WordSource.TEXT_LAYER:
            return translate("WordTip", "text layer")
        case WordSource.OCR:
            return translate("WordTip", "text recognition")
    return translate("WordTip", "words that were given")


def _both(ours: int, theirs: int | None) -> str:
    if theirs is None:
        return translate("WordTip", "{number} by geometry").format(number=ours)
    if ours == theirs:
        return translate("WordTip", "{number} by geometry and model").format(number=ours)
    return translate("WordTip", "{ours} by geometry, {theirs} by the model ≠").format(ours=ours, theirs=theirs)
