"""Slow work on lanes: results, progress and sentences arrive on the GUI thread, and nothing after a cancel."""

from __future__ import annotations

import gc
import threading
from collections.abc import Callable, Iterator
from typing import Any

import pytest
from pytestqt.qtbot import QtBot

from docqa_app.core.document import Report
from docqa_app.errors import InputError
from docqa_app.ui.background import Background, Note, Trouble
from docqa_app.ui.collecting import Collecting


@pytest.fixture
def background(qtbot: QtBot) -> Iterator[Background]:
    made = Background()
    yield made
    made.stop()


def wait(qtbot: QtBot, what: Callable[[], object]) -> None:
    qtbot.waitUntil(lambda: bool(what()), timeout=30_000)


def nothing(result: object) -> None:
    """For jobs whose result nobody waits for."""


def test_progress_notes_and_result_come_in_order_on_the_gui_thread(qtbot: QtBot, background: Background) -> None:
    heard: list[Any] = []

    def work(report: Report, note: Note) -> str:
        report(1, 2)
        note("half")
        report(2, 2)
        return "done"

    def hear(*news: object) -> None:
        heard.append((threading.current_thread() is threading.main_thread(), *news))

    background.lane().run(work, hear, progressed=hear, noted=hear)
    wait(qtbot, lambda: len(heard) == 4)
    assert heard == [(True, 1, 2), (True, "half"), (True, 2, 2), (True, "done")]


def test_an_error_raised_on_purpose_is_its_own_sentence(qtbot: QtBot, background: Background) -> None:
    def work(report: Report, note: Note) -> None:
        raise InputError("The file is empty. Choose another.")

    troubles: list[Trouble] = []
    background.lane().run(work, nothing, failed=troubles.append)
    wait(qtbot, lambda: troubles)
    assert troubles[0].sentence == "The file is empty. Choose another."
    assert "Traceback" in troubles[0].details


def test_a_fault_of_ours_says_so_and_the_lane_goes_on(qtbot: QtBot, background: Background) -> None:
    lane = background.lane()
    troubles: list[Trouble] = []
    done: list[int] = []
    lane.run(lambda report, note: 1 // 0, nothing, failed=troubles.append)
    lane.run(lambda report, note: 7, done.append)
    wait(qtbot, lambda: done and troubles)
    assert "ZeroDivisionError" in troubles[0].sentence


def test_a_cancelled_job_ends_at_its_next_report_and_delivers_nothing(qtbot: QtBot, background: Background) -> None:
    begun, ended, delivered = threading.Event(), threading.Event(), list[object]()

    def work(report: Report, note: Note) -> None:
        try:
            while True:
                begun.set()
                report(0, 1)
        finally:
            ended.set()

    lane = background.lane()
    handle = lane.run(work, delivered.append, failed=delivered.append)
    wait(qtbot, begun.is_set)
    handle.cancel()
    wait(qtbot, ended.is_set)
    after = list[int]()
    lane.run(lambda report, note: 1, after.append)
    wait(qtbot, lambda: after)
    assert delivered == []


def test_a_job_cancelled_before_its_turn_is_never_begun(qtbot: QtBot, background: Background) -> None:
    lane = background.lane()
    let, begun, done = threading.Event(), list[int](), list[int]()
    lane.run(lambda report, note: let.wait(), nothing)
    lane.run(lambda report, note: begun.append(1), nothing).cancel()
    lane.run(lambda report, note: 3, done.append)
    let.set()
    wait(qtbot, lambda: done)
    assert begun == []


def test_a_later_job_of_the_same_key_takes_the_place_of_the_earlier(qtbot: QtBot, background: Background) -> None:
    lane = background.lane()
    let, seen = threading.Event(), list[str]()
    lane.run(lambda report, note: let.wait(), nothing)
    lane(lambda: "old", seen.append, key="tile")
    lane(lambda: "other", seen.append, key="other tile")
    lane(lambda: "new", seen.append, key="tile")
    let.set()
    wait(qtbot, lambda: len(seen) == 2)
    assert seen == ["other", "new"]


def test_lanes_do_not_wait_for_each_other(qtbot: QtBot, background: Background) -> None:
    let, seen = threading.Event(), list[int]()
    background.lane().run(lambda report, note: let.wait(), nothing)
    background.lane().run(lambda report, note: 1, seen.append)
    wait(qtbot, lambda: seen)
    let.set()


def test_after_the_end_nothing_is_delivered_and_threads_end(qtbot: QtBot) -> None:
    background = Background()
    lane = background.lane(threads=2)
    begun = threading.Event()

    def work(report: Report, note: Note) -> None:
        begun.set()
        while True:
            report(0, 1)

    lane.run(work, lambda result: pytest.fail("delivered after the end"))
    wait(qtbot, begun.is_set)
    background.stop()
    wait(qtbot, lambda: not any(thread.is_alive() for thread in lane.threads))


def test_garbage_is_collected_on_the_gui_thread_only(qtbot: QtBot) -> None:
    gc.enable()
    collecting = Collecting(None)
    try:
        assert not gc.isenabled()
    finally:
        collecting.end()
    assert gc.isenabled()


def test_windows_may_go_while_their_work_reports(qtbot: QtBot) -> None:
    def work(report: Report, note: Note) -> None:
        while True:
            report(0, 1)

    for _ in range(12):
        background = Background()
        lane = background.lane(threads=3)
        heard = list[int]()
        for _ in range(3):
            lane.run(work, nothing, progressed=lambda done, total, heard=heard: heard.append(total))
        wait(qtbot, lambda heard=heard: heard)
        background.stop()
        del background, lane
        gc.collect()
