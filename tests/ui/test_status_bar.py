"""What passes at the foot of the window can be read while a job runs."""

from __future__ import annotations

from pytestqt.qtbot import QtBot

from docqa_app.ui.status_bar import StatusBar
from docqa_app.ui.work.reading import Doing

SENTENCE = "3 values are still to check. Once more accepts them as they are."


def test_a_sentence_has_room_beside_a_running_job_in_the_smallest_window(qtbot: QtBot) -> None:
    bar = StatusBar()
    qtbot.addWidget(bar)
    bar.resize(1024, 36)
    bar.show_model("docformer-small 0.6.0 · CPU", "")
    bar.job.show_doing(Doing("Filling the fields of invoice 2024-000471.pdf", 3, 13, lambda: None))
    bar.show()
    bar.say(SENTENCE)
    qtbot.waitUntil(lambda: bar.said.width() >= bar.fontMetrics().horizontalAdvance(SENTENCE))
    assert bar.job.cancel.isVisible()
    bar._said_until.timeout.emit()
    assert bar.job.text.isVisible()
