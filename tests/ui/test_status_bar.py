"""What passes at the foot of the window can be read while a job runs."""

from __future__ import annotations

import pytest
from PySide6.QtCore import QPoint, QRect
from pytestqt.qtbot import QtBot

from docqa_app.core.document import Page, WordSource
from docqa_app.session.state import OpenDocument, ReadState
from docqa_app.ui import remaining
from docqa_app.ui.status_bar import BRIEF, StatusBar
from docqa_app.ui.work.doing import Doing

SENTENCE = "3 values are still to check. Accept once more to take them as they are."


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


@pytest.mark.parametrize("state", [ReadState.LOCKED, ReadState.FAILED])
def test_a_document_without_pages_has_neither_page_nor_zoom(state: ReadState, qtbot: QtBot) -> None:
    bar = StatusBar()
    qtbot.addWidget(bar)
    bar.show()
    bar.show_document(OpenDocument(1, "/in/a.pdf", ReadState.READING))
    assert bar.page.isVisible()
    bar.show_document(OpenDocument(1, "/in/a.pdf", state))
    assert not bar.page.isVisible()
    assert not bar.zoom.isVisible()
    bar.show_document(OpenDocument(1, "/in/a.pdf", state, total_pages=2))
    assert bar.zoom.isVisible()


def test_a_job_with_a_long_name_leaves_cancel_and_the_model_in_the_smallest_window(qtbot: QtBot) -> None:
    bar = StatusBar()
    qtbot.addWidget(bar)
    bar.show_model("docformer-small 0.6.0 · CPU", "")
    what = f"Filling the fields of {'a scanned letter of the tax office ' * 4}2024-000471.pdf"
    bar.job.show_doing(Doing(what, 3, 13, lambda: None))
    assert bar.minimumSizeHint().width() <= 1024
    bar.resize(1024, 36)
    bar.show()
    qtbot.waitExposed(bar)
    for widget in (bar.job.cancel, bar.model):
        assert bar.rect().contains(QRect(widget.mapTo(bar, QPoint()), widget.size()))
    assert "…" in bar.job.text.shown()
    assert bar.job.text.shown().endswith("3 of 13")
    assert what in bar.job.text.toolTip()


REASON = "the letters of the text layer are not those that are seen on the page"


def bar_with(qtbot: QtBot, reason: str, width: int) -> StatusBar:
    """The foot of a window with a page whose words were recognised for this reason."""
    bar = StatusBar()
    qtbot.addWidget(bar)
    page = Page(1, 595, 842, (), WordSource.OCR, reason=reason)
    bar.show_document(OpenDocument(1, "a.pdf", ReadState.READY, (page,), 1))
    bar.show_model("docformer-small 0.6.0 · CPU", "")
    bar.resize(width, 36)
    bar.show()
    qtbot.waitExposed(bar)
    return bar


def test_where_the_words_come_from_is_told_in_full_where_there_is_room(qtbot: QtBot) -> None:
    bar = bar_with(qtbot, REASON, 1280)
    assert bar.source.shown() == f"OCR: {REASON}"
    assert bar.source.width() >= bar.source.sizeHint().width()


def test_where_the_words_come_from_gives_way_to_a_job_and_to_a_sentence(qtbot: QtBot) -> None:
    bar = bar_with(qtbot, REASON, 1024)
    bar.job.show_doing(Doing("Filling the fields of invoice 2024-000471.pdf", 3, 13, lambda: None))
    qtbot.waitUntil(lambda: bar.source.shown().endswith("…"))
    assert bar.rect().contains(QRect(bar.model.mapTo(bar, QPoint()), bar.model.size()))
    assert bar.source.text() == f"OCR: {REASON}"
    before = bar.said.width()
    bar.say(SENTENCE)
    qtbot.waitUntil(lambda: bar.said.width() > before)
    assert bar.source.width() <= BRIEF


def test_where_nothing_is_open_there_is_no_page_and_no_zoom(qtbot: QtBot) -> None:
    bar = bar_with(qtbot, REASON, 1024)
    assert bar.page.isVisible()
    assert bar.zoom.isVisible()
    bar.show_document(None)
    assert not bar.page.isVisible()
    assert not bar.zoom.isVisible()


def test_what_was_done_before_a_job_began_or_went_on_makes_it_seem_no_faster(
    qtbot: QtBot, monkeypatch: pytest.MonkeyPatch
) -> None:
    """As of 600 files of a queue, of which the first half was read yesterday."""
    monkeypatch.setattr(remaining, "SAID_AFTER", 0.1)
    bar = StatusBar()
    qtbot.addWidget(bar)
    bar.job.show_doing(Doing("Reading the queue", 300, 600, lambda: None))
    qtbot.wait(250)
    bar.job.show_doing(Doing("Reading the queue", 301, 600, lambda: None))
    assert "301 of 600  about" in bar.job.text.text()
    assert "about 5 second" not in bar.job.text.text(), "one took a quarter of a second, and 299 are left"
    bar.job.show_doing(Doing("Reading the queue", 100, 600, lambda: None))
    assert bar.job.text.text().endswith("100 of 600"), "200 were wanted once more: how long one takes is not known yet"
