"""A start finds the desk as it was left: after an end, after a crash, and at the very first time."""

from __future__ import annotations

import os
import signal
import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path

import pytest
from pytestqt.qtbot import QtBot

from docqa_app.ui.pages.layers import Layer
from docqa_app.ui.restore import how_it_was_left
from docqa_app.ui.single_instance import SingleInstance, Wish
from tests.desk import PATIENCE, Desk, paths_in
from tests.e2e.conftest import OpenDesk
from tests.files import orders

Start = subprocess.Popen[bytes]


def test_documents_page_zoom_layers_and_answers_are_there_again(open_desk: OpenDesk, tmp_path: Path) -> None:
    before = open_desk()
    files = [orders(tmp_path / "one.pdf", 1), orders(tmp_path / "two.pdf", 4)]
    before.open(*files)
    before.ask("What is the total?")
    before.press("Escape")
    before.press("G")
    before.press("Ctrl+0")
    before.press("Ctrl+End")
    before.window.left_splitter.setSizes([100, 400])
    before.close()
    desk = open_desk()
    desk.wait(lambda: desk.documents)
    desk.wait_read()
    assert [document.path for document in desk.documents] == [str(file) for file in files]
    assert desk.document.path == str(files[1])
    assert desk.window.view.current_page == 4
    assert desk.window.status.zoom.text() == "100 %"
    assert desk.window.view.layers == {Layer.GRID}
    upper, lower = desk.window.left_splitter.sizes()
    assert 3.5 < lower / upper < 4.5
    assert desk.chosen.answer is not None
    assert desk.chosen.answer.text == "1.50 EUR"
    assert list(desk.window.lighting.lit) == [1]
    assert desk.window.ask.box.history == ("What is the total?",)


def test_answers_are_asked_anew_when_the_file_has_changed(open_desk: OpenDesk, tmp_path: Path) -> None:
    file = orders(tmp_path / "order.pdf", 1)
    before = open_desk()
    before.open(file)
    before.ask("What is the total?")
    before.close()
    orders(file, 3).replace(file)
    desk = open_desk()
    desk.wait(lambda: desk.documents)
    desk.wait_read()
    desk.wait_answered()
    assert desk.chosen.answer is not None
    assert len(desk.chosen.answer.alternatives) == 2


def test_the_first_start_opens_the_sample_and_asks(open_desk: OpenDesk, tmp_path: Path) -> None:
    desk = open_desk(at=tmp_path / "new user")
    desk.wait(lambda: desk.documents)
    desk.wait_read()
    desk.wait_answered()
    assert Path(desk.document.path).name == "invoice.pdf"
    assert desk.chosen.question == "What is the total amount?"


def test_the_first_start_asks_of_the_sample_what_it_was_told_to_ask(open_desk: OpenDesk, tmp_path: Path) -> None:
    desk = open_desk(Wish((), ("What is the invoice number?",)), at=tmp_path / "new user")
    desk.wait(lambda: desk.documents)
    assert Path(desk.document.path).name == "invoice.pdf"
    assert [asked.question for asked in desk.document.asked] == ["What is the invoice number?"]


def test_a_question_about_files_that_are_not_there_is_asked_of_no_other(
    open_desk: OpenDesk, order: Path, tmp_path: Path
) -> None:
    before = open_desk()
    before.open(order)
    before.close()
    (tmp_path / "empty").mkdir()
    desk = open_desk(Wish((str(tmp_path / "empty"),), ("What is the total?",)))
    desk.wait(lambda: desk.documents)
    desk.wait_read()
    assert [(document.path, document.asked) for document in desk.documents] == [(str(order), ())]


def test_a_damaged_journal_is_said_and_the_window_starts_empty(open_desk: OpenDesk, home: Path) -> None:
    paths_in(home).session_file.write_text('{"session": [1, 2')
    desk = open_desk()
    assert not desk.documents
    notice = desk.window.centre.notices.shown
    assert notice is not None
    assert "damaged" in notice.text


def test_documents_that_may_have_ended_the_app_are_offered_and_not_opened(open_desk: OpenDesk, order: Path) -> None:
    before = open_desk()
    before.open(order)
    before.close()
    journal = before.paths.session_file
    journal.write_text(journal.read_text().replace('"starts": 0', '"starts": 2'))
    desk = open_desk()
    desk.wait(lambda: desk.window.centre.notices.shown)
    assert not desk.documents
    desk.click(desk.window.centre.notices.deed_button)
    desk.wait_read()
    assert desk.document.path == str(order)


def test_a_folder_that_cannot_be_written_is_said_and_the_window_works(
    open_desk: OpenDesk, tmp_path: Path, order: Path
) -> None:
    (tmp_path / "file").touch()
    desk = open_desk(at=tmp_path / "file")
    notices = desk.window.centre.notices
    desk.wait(lambda: {"journal", "library"} <= set(notices.subjects()))
    said = []
    while notice := notices.shown:
        said.append(notice.text)
        desk.click(notices.dismiss_button)
    assert any("not kept for the next start" in text for text in said)
    assert any("library" in text for text in said)
    desk.open(order)
    desk.ask("What is the total?")
    assert desk.chosen.answer is not None
    assert desk.chosen.answer.text == "1.50 EUR"


@pytest.fixture
def start(home: Path) -> Iterator[list[Start]]:
    """True processes; those still alive at the end are ended."""
    started: list[Start] = []
    yield started
    for process in started:
        process.kill()
        process.wait()


def begin(home: Path, *arguments: str) -> Start:
    environment = os.environ | {"DOCQA_HOME": str(home), "QT_QPA_PLATFORM": "offscreen"}
    return subprocess.Popen([sys.executable, "-m", "docqa_app", *arguments], env=environment)


def journalled(home: Path) -> list[tuple[str, int]]:
    """The documents and the pages in view that the journal holds."""
    return [(one.path, one.page) for one in how_it_was_left(paths_in(home).session_file).session.documents]


def test_a_killed_window_comes_back_with_its_documents(
    start: list[Start], open_desk: OpenDesk, home: Path, tmp_path: Path, qtbot: QtBot
) -> None:
    first, second = orders(tmp_path / "first.pdf", 1), orders(tmp_path / "second.pdf", 1)
    start.append(begin(home, str(first)))
    qtbot.waitUntil(lambda: journalled(home) == [(str(first), 1)], timeout=PATIENCE)
    second_start = begin(home, str(second), "--ask", "What is the total?")
    assert second_start.wait(timeout=PATIENCE / 1000) == 0
    qtbot.waitUntil(lambda: journalled(home) == [(str(first), 1), (str(second), 1)], timeout=PATIENCE)
    start[0].send_signal(signal.SIGKILL)
    start[0].wait()
    desk = open_desk()
    desk.wait(lambda: desk.documents)
    desk.wait_read()
    desk.wait_answered()
    assert [document.path for document in desk.documents] == [str(first), str(second)]
    assert desk.chosen.answer is not None
    assert desk.chosen.answer.text == "1.50 EUR"


def test_an_end_by_the_system_is_a_normal_end(start: list[Start], home: Path, order: Path, qtbot: QtBot) -> None:
    start.append(begin(home, str(order)))
    qtbot.waitUntil(lambda: journalled(home) == [(str(order), 1)], timeout=PATIENCE)
    start[0].terminate()
    assert start[0].wait(timeout=PATIENCE / 1000) == 0
    assert how_it_was_left(paths_in(home).session_file).failed_starts == 0


def test_a_second_start_is_heard_by_the_first(desk: Desk, tmp_path: Path, qtbot: QtBot) -> None:
    first, second = SingleInstance(tmp_path / "user"), SingleInstance(tmp_path / "user")
    assert first.is_first()
    wish = Wish(("/a/b.pdf",), ("What?",))
    with qtbot.waitSignal(first.wished, timeout=PATIENCE) as heard:
        told = subprocess.Popen([sys.executable, "-c", TELL, str(tmp_path / "user")])
    assert heard.args == [wish]
    assert told.wait(timeout=PATIENCE / 1000) == 0
    assert not second.is_first()


TELL = """
import sys
from pathlib import Path
from PySide6.QtCore import QCoreApplication
from docqa_app.ui.single_instance import SingleInstance, Wish
app = QCoreApplication([])
instance = SingleInstance(Path(sys.argv[1]))
assert not instance.is_first()
assert instance.hand_over(Wish(("/a/b.pdf",), ("What?",)))
"""
