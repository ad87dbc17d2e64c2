"""Text on a card is broken between words, so that a name or an amount is never torn."""

from __future__ import annotations

from PySide6.QtGui import QFont, QFontMetrics
from pytestqt.qtbot import QtBot

from docqa_app.ui.cards import laid_out

TEXT = "Harbour Dental Practice pays 1.234,50 EUR within fourteen days"


def lines(text: str, width: int, most: int | None = None) -> list[str]:
    layout = laid_out(text, QFont(), width, most=most)
    shown = [layout.lineAt(place) for place in range(layout.lineCount())]
    return [text[line.textStart() : line.textStart() + line.textLength()].strip() for line in shown]


def test_lines_break_between_words(qtbot: QtBot) -> None:
    broken = lines(TEXT, QFontMetrics(QFont()).horizontalAdvance("Harbour Dental Pract"))
    assert len(broken) > 2
    assert " ".join(broken) == TEXT
    assert [word for line in broken for word in line.split()] == TEXT.split()


def test_only_a_word_that_is_too_long_is_broken_within(qtbot: QtBot) -> None:
    long = "M" * 60
    broken = lines(long, QFontMetrics(QFont()).horizontalAdvance("M" * 25))
    assert len(broken) == 3
    assert "".join(broken) == long


def test_no_more_lines_than_there_may_be(qtbot: QtBot) -> None:
    assert len(lines(TEXT, 60, most=2)) == 2


def test_a_line_break_of_the_text_stays_one(qtbot: QtBot) -> None:
    assert lines("One\nTwo", 400) == ["One", "Two"]
