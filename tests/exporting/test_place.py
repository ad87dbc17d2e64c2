"""A result is there whole or not at all, and what hinders it is a sentence."""

from __future__ import annotations

import errno
import os
import stat
import sys
from pathlib import Path
from typing import BinaryIO

import pytest

from docqa_app.errors import ExportError
from docqa_app.exporting.place import check_place, not_itself, put
from docqa_app.exporting.plan import Form, Plan
from docqa_app.exporting.write import write


def write_new(stream: BinaryIO) -> None:
    stream.write(b"new")


def only(folder: Path) -> list[str]:
    return sorted(path.name for path in folder.iterdir())


def test_a_file_is_made_and_replaced(tmp_path: Path) -> None:
    target = tmp_path / "out.csv"
    for text in (b"one", b"two"):
        put(target, lambda stream, text=text: stream.write(text))  # type: ignore[misc]
        assert target.read_bytes() == text
    assert only(tmp_path) == ["out.csv"]


@pytest.mark.parametrize("failure", [OSError(errno.ENOSPC, "No space left on device"), ValueError("a bug")])
def test_what_was_there_stays_when_writing_fails(tmp_path: Path, failure: Exception) -> None:
    target = tmp_path / "out.csv"
    target.write_bytes(b"old")

    def fill_the_disk(stream: BinaryIO) -> None:
        stream.write(b"half")
        raise failure

    with pytest.raises((ExportError, ValueError)):
        put(target, fill_the_disk)
    assert target.read_bytes() == b"old"
    assert only(tmp_path) == ["out.csv"]


def test_a_full_disk_is_a_sentence(tmp_path: Path) -> None:
    def fill(stream: BinaryIO) -> None:
        raise OSError(errno.ENOSPC, "No space left on device")

    with pytest.raises(ExportError, match=r"out\.csv was not written: the disk is full\. Free some space"):
        put(tmp_path / "out.csv", fill)


def test_a_missing_folder_and_a_folder_for_a_file_are_sentences(tmp_path: Path) -> None:
    with pytest.raises(ExportError, match=r"The folder .*no does not exist"):
        put(tmp_path / "no" / "out.csv", write_new)
    with pytest.raises(ExportError, match="is a folder"):
        put(tmp_path, write_new)


def test_a_name_too_long_is_a_sentence(tmp_path: Path) -> None:
    with pytest.raises(ExportError, match="Choose a shorter one"):
        put(tmp_path / ("n" * 300), write_new)


def test_a_name_too_long_is_found_before_any_work_and_is_no_document(tmp_path: Path) -> None:
    long, document = tmp_path / ("n" * 300 + ".json"), tmp_path / "document.pdf"
    document.write_bytes(b"%PDF-")
    not_itself(long, document)
    with pytest.raises(ExportError, match="Choose a shorter one"):
        check_place(long)
    with pytest.raises(ExportError, match="Choose a shorter one"):
        write(long, Plan(form=Form.JSON), [], append=True)


@pytest.mark.skipif(sys.platform == "win32" or os.geteuid() == 0, reason="Who may open everything is shut out nowhere")
@pytest.mark.parametrize("rights", [0o000, 0o600])
def test_a_folder_that_may_not_be_entered_is_a_sentence(tmp_path: Path, rights: int) -> None:
    closed, document = tmp_path / "closed", tmp_path / "document.pdf"
    document.write_bytes(b"%PDF-")
    closed.mkdir(mode=rights)
    not_itself(closed / "out.png", document)
    with pytest.raises(ExportError, match="You may not write into"):
        put(closed / "out.png", write_new)
    with pytest.raises(ExportError, match="You may not write into"):
        write(closed / "out.json", Plan(form=Form.JSON), [], append=True)


def test_a_file_that_libreoffice_has_open_is_left_alone(tmp_path: Path) -> None:
    target = tmp_path / "out.csv"
    target.write_bytes(b"old")
    (tmp_path / ".~lock.out.csv#").write_text(",clerk,desk,01.01.2026 10:00,file:///home/clerk;")
    with pytest.raises(ExportError, match=r"open in LibreOffice\. Close it there, or save under another name"):
        put(target, write_new)
    assert target.read_bytes() == b"old"


def test_a_replaced_file_keeps_its_rights_and_a_new_one_gets_the_users(tmp_path: Path) -> None:
    shared, new = tmp_path / "shared.csv", tmp_path / "new.csv"
    shared.write_bytes(b"old")
    shared.chmod(0o664)
    before = os.umask(0o027)
    try:
        put(shared, write_new)
        put(new, write_new)
    finally:
        os.umask(before)
    assert stat.S_IMODE(shared.stat().st_mode) == 0o664
    assert stat.S_IMODE(new.stat().st_mode) == 0o640


def test_a_link_stays_a_link(tmp_path: Path) -> None:
    real, link = tmp_path / "real.csv", tmp_path / "link.csv"
    real.write_bytes(b"old")
    link.symlink_to(real)
    put(link, write_new)
    assert link.is_symlink()
    assert real.read_bytes() == b"new"
