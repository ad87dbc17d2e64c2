"""Sentences with the names of files stay within their panel."""

from __future__ import annotations

from pytestqt.qtbot import QtBot

from docqa_app.ui.review.progress import FillProgress
from docqa_app.ui.wrapped import WrappedLabel

LONG = "Filling the fields of ZUGFeRDv2_correct_EXTENDED_zugferd_2p0_EXTENDED_Kostenrechnung_of_the_whole_year.pdf"


def test_a_long_name_of_a_file_breaks_within_the_panel_and_is_told_whole(qtbot: QtBot) -> None:
    progress = FillProgress()
    qtbot.addWidget(progress)

    progress.show_state(LONG, None)

    assert progress.minimumSizeHint().width() < 300
    assert progress.text.text() == LONG


def test_a_name_without_any_mark_breaks_too(qtbot: QtBot) -> None:
    label = WrappedLabel("Filling " + "m" * 120)
    qtbot.addWidget(label)

    assert label.minimumSizeHint().width() < label.fontMetrics().horizontalAdvance("m" * 30)
    assert label.text() == "Filling " + "m" * 120
