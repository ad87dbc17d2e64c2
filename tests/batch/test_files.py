"""Folders give their documents; one that cannot be searched is a sentence."""

from __future__ import annotations

import os
import sys
from pathlib import Path

import pytest

from docqa_app.batch.files import documents_in, files_of
from docqa_app.batch.watch import look
from docqa_app.errors import InputError


def test_hidden_files_and_other_kinds_are_left_out(tmp_path: Path) -> None:
    (tmp_path / ".trash").mkdir()
    for name in ("a.pdf", "b.JPG", ".hidden.pdf", "notes.txt", "logo.gif", ".trash/c.pdf"):
        (tmp_path / name).touch()
    assert sorted(path.name for path in documents_in(tmp_path)) == ["a.pdf", "b.JPG"]


def test_a_folder_whose_drive_is_gone_is_a_sentence_and_a_watched_one_is_looked_at_again(tmp_path: Path) -> None:
    drive = tmp_path / "gone"

    with pytest.raises(InputError, match=r"gone cannot be searched: No such file or directory\. Check that its drive"):
        list(documents_in(drive))

    assert look(drive) == {}


@pytest.mark.skipif(sys.platform == "win32" or os.geteuid() == 0, reason="Who may open everything is shut out nowhere")
def test_no_document_of_a_folder_that_is_shut_is_left_out_in_silence(tmp_path: Path) -> None:
    shut = tmp_path / "shut"
    shut.mkdir(mode=0o000)

    with pytest.raises(InputError, match="shut cannot be searched"):
        files_of([tmp_path])
