"""A watched folder hands over a new file once it is whole."""

from __future__ import annotations

import itertools
import os
from pathlib import Path

import pytest

from docqa_app.batch.watch import Look, look, mark, rested


def grow(file: Path, text: str) -> None:
    """As a scanner writes: longer each time; the clock may not have moved on."""
    with file.open("a", encoding="utf-8") as stream:
        stream.write(text)


def test_a_file_still_being_written_is_left_until_its_size_rests(tmp_path: Path) -> None:
    file = tmp_path / "scan.pdf"
    looks: list[Look] = [look(tmp_path)]
    for text in ("%PDF", "more", ""):
        grow(file, text)
        looks.append(look(tmp_path))
    ready = [rested(before, now, ()) for before, now in itertools.pairwise(looks)]
    assert ready == [(), (), (str(file),)]


def test_a_file_that_is_replaced_by_one_of_the_same_size_is_waited_for(tmp_path: Path) -> None:
    file = tmp_path / "scan.pdf"
    grow(file, "aaaa")
    before = look(tmp_path)
    file.write_text("bbbb", encoding="utf-8")
    os.utime(file, ns=(1, 1))
    assert rested(before, look(tmp_path), ()) == ()


def test_known_files_empty_ones_and_other_kinds_are_left_alone(tmp_path: Path) -> None:
    grow(tmp_path / "known.pdf", "text")
    (tmp_path / "empty.pdf").touch()
    grow(tmp_path / "notes.txt", "text")
    grow(tmp_path / ".hidden.pdf", "text")
    grow(tmp_path / "new.png", "text")
    seen = look(tmp_path)
    assert rested(seen, seen, {str(tmp_path / "known.pdf")}) == (str(tmp_path / "new.png"),)


def test_a_folder_that_is_away_has_no_files(tmp_path: Path) -> None:
    assert look(tmp_path / "away") == {}


def test_a_folder_that_may_not_be_opened_hides_no_other(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    for name in ("a", "shut", "z"):
        (tmp_path / name).mkdir()
        grow(tmp_path / name / "scan.pdf", "text")
    grow(tmp_path / "top.pdf", "text")
    scan = os.scandir

    def guarded(path: str) -> object:
        if Path(path).name == "shut":
            raise PermissionError(13, "Permission denied", path)
        return scan(path)

    monkeypatch.setattr(os, "scandir", guarded)

    assert {Path(path).relative_to(tmp_path).as_posix() for path in look(tmp_path)} == {
        "top.pdf",
        "a/scan.pdf",
        "z/scan.pdf",
    }


def test_a_file_that_was_passed_over_is_handed_over_once_it_is_another(tmp_path: Path) -> None:
    file = tmp_path / "scan.pdf"
    grow(file, "old")
    seen = look(tmp_path)
    passed_over = {mark(path, state) for path, state in seen.items()}
    assert rested(seen, seen, (), passed_over) == ()
    grow(file, "and new")
    later = look(tmp_path)
    assert rested(later, later, (), passed_over) == (str(file),)
