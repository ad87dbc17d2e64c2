"""The questions behind a flag, as they are told above their list."""

from __future__ import annotations

import pytest
from pytestqt.qtbot import QtBot

from docqa_app.core.summary import Flag, QualsPair, QualsToken, SummarySentence
from docqa_app.ui.summary.questions import Questions

PAIR = QualsPair("What is the total?", "9.99", (QualsToken("9.99", -0.1, -0.1, True),), "9.99", 1, (3,))


def heading(qtbot: QtBot) -> str:
    questions = Questions()
    qtbot.addWidget(questions)
    questions.show_sentence(SummarySentence("It is 9.99.", flag=Flag.SUPPORTED, pairs=(PAIR,) * 6))
    return questions.heading.text()


def test_a_line_never_ends_between_a_count_and_what_is_counted(qtbot: QtBot) -> None:
    assert "6\u00a0questions asked" in heading(qtbot)


@pytest.mark.usefixtures("german")
def test_a_line_never_ends_there_in_german_either(qtbot: QtBot) -> None:
    assert "6\u00a0Fragen gestellt" in heading(qtbot)
