"""The queue on disk survives an end of any kind."""

from __future__ import annotations

import os
import signal
import sqlite3
import subprocess
import sys
from collections.abc import Callable
from contextlib import closing
from dataclasses import replace
from decimal import Decimal
from pathlib import Path

import pytest

from docqa_app.batch import steps
from docqa_app.batch.queue import Gist, Queue
from docqa_app.batch.steps import Hashed
from docqa_app.batch.store import QueueStore, _make_tables
from docqa_app.batch.watch import mark
from docqa_app.errors import DocqaError

GIST = Gist("invoice", "Müller & Söhne", "00471", Decimal("1190.00"), "EUR", 3)


def full() -> Queue:
    """A queue with something in every part of it."""
    queue = steps.add(Queue(), ["a.pdf", "b\nwith a line break.pdf", "latin-\udce4.pdf", "c.pdf"])
    queue = steps.hashed(queue, {"a.pdf": Hashed("f00", ("b\nwith a line break.pdf",))})
    queue = steps.finish(queue, "a.pdf", GIST, 2.25, ["latin-\udce4.pdf"])
    queue = steps.fail(queue, ["c.pdf"], "c.pdf is locked. Enter its password to read it.")
    queue = steps.watch(steps.pause(steps.begin(queue, "latin-\udce4.pdf"), True), "/in/März", True)
    return steps.pass_over(queue, [mark("/in/März/removed.pdf", (1, 2))])


def kept(file: Path) -> Queue:
    store = QueueStore(file)
    queue = store.load()
    store.close()
    return queue


def test_a_queue_is_the_same_after_a_restart(tmp_path: Path) -> None:
    store = QueueStore(tmp_path / "data" / "queue.sqlite")
    store.write(Queue(), full())
    store.close()
    assert kept(tmp_path / "data" / "queue.sqlite") == full()


def test_a_queue_of_an_earlier_version_passes_nothing_over(tmp_path: Path) -> None:
    file = tmp_path / "queue.sqlite"
    store = QueueStore(file)
    store.write(Queue(), full())
    store._database.execute("DROP TABLE passed_over")
    store.close()
    assert kept(file) == replace(full(), passed_over=frozenset())


def test_each_step_is_kept_alone(tmp_path: Path) -> None:
    store, queue = QueueStore(tmp_path / "queue.sqlite"), Queue()
    moves: tuple[Callable[[Queue], Queue], ...] = (
        lambda now: full(),
        lambda now: steps.remove(now, ["a.pdf"]),
        lambda now: steps.add(now, ["new.pdf", "a.pdf"]),
        lambda now: steps.reviewed(now, "c.pdf", GIST, True),
        lambda now: steps.watch(steps.pause(now, False), "/in/März", False),
    )
    for move in moves:
        before, queue = queue, move(queue)
        store.write(before, queue)
        assert kept(tmp_path / "queue.sqlite") == queue
    store.close()


def test_nothing_is_lost_when_the_process_is_killed(tmp_path: Path) -> None:
    killed = subprocess.run([sys.executable, "-c", KILLED, str(tmp_path / "queue.sqlite")], env=os.environ, check=False)
    assert killed.returncode == -signal.SIGKILL
    queue = kept(tmp_path / "queue.sqlite")
    assert [item.path for item in queue.items] == [f"{n}.pdf" for n in range(50)]
    assert all(item.gist.number == str(n) for n, item in enumerate(queue.items))


KILLED = """
import os, signal, sys
from pathlib import Path
from docqa_app.batch import steps
from docqa_app.batch.queue import Gist, Queue
from docqa_app.batch.store import QueueStore
store, queue = QueueStore(Path(sys.argv[1])), Queue()
for number in range(50):
    for move in (lambda q: steps.add(q, [f"{number}.pdf"]),
                 lambda q: steps.finish(q, f"{number}.pdf", Gist(number=str(number)), 1.0)):
        before, queue = queue, move(queue)
        store.write(before, queue)
os.kill(os.getpid(), signal.SIGKILL)
"""


@pytest.mark.parametrize("damage", [b"this is no database", None])
def test_a_damaged_queue_is_set_aside_and_said(tmp_path: Path, damage: bytes | None) -> None:
    file = tmp_path / "queue.sqlite"
    store = QueueStore(file)
    store.write(Queue(), full())
    if damage is None:
        store._database.execute("UPDATE item SET value = '{\"path\": 1'")
        store._database.commit()
    store.close()
    if damage is not None:
        file.write_bytes(damage)
    again = QueueStore(file)
    assert again.load() == Queue()
    assert "begins anew" in again.problem
    again.write(Queue(), full())
    again.close()
    assert kept(file) == full()
    assert (tmp_path / "queue.damaged-1.sqlite").exists()


def test_a_queue_of_a_newer_docqa_is_left_alone(tmp_path: Path) -> None:
    file = tmp_path / "queue.sqlite"
    store = QueueStore(file)
    store.write(Queue(), full())
    store.close()
    with closing(sqlite3.connect(file)) as newer:
        newer.execute("PRAGMA user_version = 99")
    before = file.read_bytes()
    with pytest.raises(DocqaError, match=r"newer docqa \(form 99.*Update docqa"):
        QueueStore(file)
    assert file.read_bytes() == before
    assert [one.name for one in tmp_path.iterdir() if "damaged" in one.name] == []


def test_a_place_that_cannot_be_written_is_a_sentence(tmp_path: Path) -> None:
    (tmp_path / "file").touch()
    with pytest.raises(DocqaError, match="is not kept for the next start"):
        QueueStore(tmp_path / "file" / "queue.sqlite")


def test_what_is_removed_is_not_left_in_the_file(tmp_path: Path) -> None:
    store = QueueStore(tmp_path / "queue.sqlite")
    queue = steps.hashed(full(), {"a.pdf": Hashed("f00")})
    store.write(Queue(), queue)
    store.write(queue, steps.forget(queue, "f00"))
    store.close()
    left = b"".join(file.read_bytes() for file in tmp_path.iterdir())
    assert b"00471" not in left
    assert b"latin" in left


def test_of_two_windows_that_begin_a_queue_at_once_the_second_takes_it_as_it_is(tmp_path: Path) -> None:
    with closing(sqlite3.connect(tmp_path / "queue.sqlite3")) as database:
        _make_tables(database)
        _make_tables(database)

        assert database.execute("SELECT paused FROM state").fetchall() == [(0,)]
