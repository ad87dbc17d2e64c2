"""Folders give their documents; one that cannot be searched is a sentence."""

from __future__ import annotations

import errno
from collections.abc import Iterator
from pathlib import Path, PosixPath

import pytest

from docqa_app.batch.files import documents_in, files_of
from docqa_app.batch.watch import look
from docqa_app.errors import InputError


class GoneDrive(PosixPath):
    """A folder whose network drive went away while it was listed."""

    def rglob(self, pattern: str) -> Iterator[Path]:  # type: ignore[override]
        yield self / "first.pdf"
        raise OSError(errno.ENOTCONN, "Transport endpoint is not connected")


def test_hidden_files_and_other_kinds_are_left_out(tmp_path: Path) -> None:
    (tmp_path / ".trash").mkdir()
    for name in ("a.pdf", "b.JPG", ".hidden.pdf", "notes.txt", "logo.gif", ".trash/c.pdf"):
        (tmp_path / name).touch()
    assert sorted(path.name for path in documents_in(tmp_path)) == ["a.pdf", "b.JPG"]


def test_a_folder_whose_drive_is_gone_is_a_sentence_and_a_watched_one_is_looked_at_again(tmp_path: Path) -> None:
    drive = GoneDrive(tmp_path)
    with pytest.raises(InputError, match=r"cannot be searched: Transport endpoint is not connected\. Check"):
        files_of([drive])
    assert look(drive) == {}
