"""A text over several lines, whose longest words break too: the names of files know no spaces."""

from __future__ import annotations

import re

from PySide6.QtWidgets import QLabel, QWidget

LONGEST = 20
"""Letters of a word that is left whole."""
_MAY_BREAK = "\u200b"
_PIECE = re.compile(rf"[^\W_]{{1,{LONGEST}}}|[\W_]")


class WrappedLabel(QLabel):
    """`text()` is what was set; where it may break is known to the drawing alone."""

    def __init__(self, text: str = "", parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setWordWrap(True)
        self.setText(text)

    def setText(self, text: str) -> None:  # noqa: N802 (Qt's name)
        super().setText(" ".join(_breakable(word) for word in text.split(" ")))
        self.setAccessibleName(text)

    def text(self) -> str:
        return super().text().replace(_MAY_BREAK, "")


def _breakable(word: str) -> str:
    """A long word with places to break behind its marks and in the middle of long runs of letters."""
    return _MAY_BREAK.join(_PIECE.findall(word)) if len(word) > LONGEST else word
