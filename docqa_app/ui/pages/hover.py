"""What is said of the word under the pointer."""

from __future__ import annotations

from html import escape

from PySide6.QtCore import QCoreApplication

from docqa_app.ui.pages.layers import Inspected


def tr(text: str) -> str:
    return QCoreApplication.translate("hover", text)


def describe_word(seen: Inspected, index: int) -> str:
    """Rich text: the word, how sure its reading is, its line and cell by geometry and by the model."""
    word = seen.page.words[index]
    rows = [
        (
            tr("Read with"),
            tr("{share} confidence, {source}").format(share=f"{word.confidence:.0%}", source=seen.page.source),
        )
    ]
    ours = (seen.geometry.lines[index], seen.geometry.cells[index])
    theirs = None if seen.model is None else (seen.model.lines[index], seen.model.cells[index])
    for place, name in enumerate((tr("Line"), tr("Grid cell"))):
        rows.append((name, _both(ours[place], None if theirs is None else theirs[place])))
    table = "".join(f"<tr><td>{escape(name)}&nbsp;</td><td>{escape(value)}</td></tr>" for name, value in rows)
    return f"<b>{escape(word.text)}</b><table>{table}</table>"


def _both(ours: int, theirs: int | None) -> str:
    if theirs is None:
        return tr("{number} by geometry").format(number=ours)
    if ours == theirs:
        return tr("{number} by geometry and model").format(number=ours)
    return tr("{ours} by geometry, {theirs} by the model ≠").format(ours=ours, theirs=theirs)
