"""Both likelihoods of each token are seen as bars, named in a tip, and said to those who do not see them."""

from __future__ import annotations

import pytest
from PySide6.QtCore import QEvent, QPoint
from PySide6.QtGui import QColor, QHelpEvent, QImage
from PySide6.QtWidgets import QApplication, QToolTip
from pytestqt.qtbot import QtBot

from docqa_app.core.summary import QualsPair, QualsToken
from docqa_app.ui.summary.bars import LEAST, TALL, LikelihoodBars, height_of
from docqa_app.ui.theme import shades_now

WORDS = ("What ", "is ", "the ", "total ", "of ", "all ", "the ", "goods", "?")
QUESTION = tuple(QualsToken(word, -0.1, -0.1, False) for word in WORDS)
ANSWER = (QualsToken("9.99", -4.5, -0.1, True), QualsToken("", -0.1, -0.1, True))
PAIR = QualsPair("What is the total of all the goods?", "9.99", (*QUESTION, *ANSWER), "1.50", 1, (3,))


@pytest.fixture
def bars(qtbot: QtBot) -> LikelihoodBars:
    made = LikelihoodBars()
    qtbot.addWidget(made)
    made.show_pair(PAIR)
    made.resize(600, 200)
    made.show()
    qtbot.waitExposed(made)
    return made


def filled(bars: LikelihoodBars, token: QualsToken) -> int:
    """How many pixels of the picture, in the columns of this token, are the document's."""
    picture: QImage = bars.grab().toImage()
    accent = QColor(shades_now().accent)
    columns = [x for x in range(bars.width()) if bars.token_at(QPoint(x, 4)) is token]
    return sum(picture.pixelColor(x, y) == accent for x in columns for y in range(TALL))


def test_the_document_s_bar_is_low_where_it_says_something_else(bars: LikelihoodBars) -> None:
    assert 0 < filled(bars, ANSWER[0]) < filled(bars, QUESTION[0]) / 2


def test_a_bar_is_full_for_the_certain_and_never_quite_gone() -> None:
    assert height_of(0.0) == TALL
    assert height_of(LEAST / 2) == TALL / 2
    assert height_of(-100.0) == 2.0


def test_the_line_around_a_certain_token_is_as_strong_above_as_beside(bars: LikelihoodBars) -> None:
    certain = QualsToken("it", 0.0, 0.0, True)
    bars.show_pair(QualsPair("Is it?", "it", (certain,), "it", 1, (0,)))
    picture = bars.grab().toImage()
    hollow = max(x for x in range(bars.width()) if bars.token_at(QPoint(x, 4))) // 2 + 2
    above = sum(ink(picture, hollow + 2, y) for y in range(4))
    beside = sum(ink(picture, hollow + x, TALL // 2) for x in range(-2, 3))
    assert above == pytest.approx(beside, rel=0.1)


def ink(picture: QImage, x: int, y: int) -> int:
    """How much darker a point is than the ground."""
    ground = picture.pixelColor(picture.width() - 1, picture.height() - 1)
    return ground.lightness() - picture.pixelColor(x, y).lightness()


def test_the_tokens_run_on_in_the_next_row_where_the_panel_is_narrow(bars: LikelihoodBars) -> None:
    assert bars.heightForWidth(120) > 2 * bars.heightForWidth(600)


def test_a_tip_names_the_token_under_the_pointer_and_both_likelihoods(bars: LikelihoodBars) -> None:
    place = next(QPoint(x, 4) for x in range(bars.width()) if bars.token_at(QPoint(x, 4)) is ANSWER[0])
    QApplication.sendEvent(bars, QHelpEvent(QEvent.Type.ToolTip, place, bars.mapToGlobal(place)))
    assert QToolTip.text() == "9.99: document −4.50, summary −0.10"


def test_a_screen_reader_is_told_every_bar(bars: LikelihoodBars) -> None:
    said = bars.accessibleDescription()
    assert "9.99: document −4.50, summary −0.10; end: document −0.10" in said
    bars.show_pair(None)
    assert bars.accessibleDescription() == ""
