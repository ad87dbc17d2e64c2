"""A result is put in its place whole or not at all: written beside, then moved there in one step.

What may not be looked at, or has a name too long for the disk, is not there to `os.path`; `Path` would raise.
"""

from __future__ import annotations

import errno
import hashlib
import os
import secrets
import shutil
from collections.abc import Callable
from pathlib import Path
from typing import BinaryIO

from docqa_app.core.document import Document
from docqa_app.errors import ExportError


def put(path: Path, write: Callable[[BinaryIO], object]) -> None:
    """Lets `write` fill a new file beside `path` and then replaces `path` by it.

    ExportError, with what was there before left as it was, where the folder is missing or closed, the disk is
    full or the file is open in another program.
    """
    target = Path(os.path.realpath(path))
    try:
        check_place(target)
        _replace(target, write)
    except OSError as error:
        raise ExportError(_sentence(target, error)) from error


def not_itself(path: Path, document: Path) -> None:
    """ExportError where `path` is the document that a copy is made of, under whatever name."""
    if is_same_file(path, document):
        raise ExportError(f"{path.name} is the document itself, which is never changed. Choose another name.")


def not_replaced(document: Document) -> None:
    """ExportError where the file of a document is gone, or another one lies there by now: marks would light up words
    that were never read. Of a document whose reading was stopped no hash is known."""
    source = Path(document.path)
    try:
        with source.open("rb") as file:
            sha256 = hashlib.file_digest(file, "sha256").hexdigest()
    except OSError as error:
        raise ExportError(f"{source} can no longer be read: {error.strerror}. It may have been moved.") from error
    if document.sha256 not in ("", sha256):
        raise ExportError(f"{source.name} is another file than the one that was read. Open it again, then mark it.")


def is_same_file(one: Path, other: Path) -> bool:
    """Whether both are there and lead to the same file, under whatever names."""
    return os.path.exists(one) and os.path.exists(other) and one.samefile(other)  # noqa: PTH110


def check_place(target: Path) -> None:
    """ExportError where it is plain before any work that nothing can be written there."""
    _check_name(target)
    if os.path.isdir(target):  # noqa: PTH112
        raise ExportError(f"{target} is a folder. Add a file name to it.")
    if not os.path.isdir(target.parent):  # noqa: PTH112
        raise ExportError(f"The folder {target.parent} does not exist. Make it, or choose another one.")
    if not _is_open(target.parent):
        raise ExportError(f"You may not write into {target.parent}. Choose another folder.")
    for program, lock in (("LibreOffice", f".~lock.{target.name}#"), ("Excel", f"~${target.name}")):
        if os.path.exists(target.with_name(lock)):  # noqa: PTH110
            raise ExportError(
                f"{target.name} is open in {program}. Close it there, or save under another name. "
                f"(If it is not open, delete {target.with_name(lock)}.)"
            )


def _check_name(target: Path) -> None:
    try:
        target.lstat()
    except OSError as error:
        if error.errno == errno.ENAMETOOLONG:
            raise ExportError(_sentence(target, error)) from error


def _is_open(folder: Path) -> bool:
    """Whether files may be made in it: that takes the right to write and the right to enter."""
    return os.access(folder, os.W_OK | os.X_OK)


def _replace(target: Path, write: Callable[[BinaryIO], object]) -> None:
    beside = target.with_name(f".{target.name[:80]}.{secrets.token_hex(4)}")
    try:
        with beside.open("xb") as stream:
            write(stream)
            stream.flush()
            os.fsync(stream.fileno())
        if os.path.exists(target):  # noqa: PTH110
            shutil.copymode(target, beside)
        beside.replace(target)
    except BaseException:
        beside.unlink(missing_ok=True)
        raise


def _sentence(target: Path, error: OSError) -> str:
    if error.errno in (errno.ENOSPC, errno.EDQUOT):
        return f"{target.name} was not written: the disk is full. Free some space, or choose another disk."
    if error.errno == errno.EROFS:
        return f"{target.parent} is read-only, so {target.name} was not written. Choose another folder."
    if error.errno == errno.ENAMETOOLONG:
        return f"The name {target.name[:40]}... is too long. Choose a shorter one."
    if isinstance(error, PermissionError):
        return _closed(target)
    return f"{target} was not written: {error.strerror or error}. Choose another folder."


def _closed(target: Path) -> str:
    """Windows says the same whether a file is open in Excel or forbidden; elsewhere only the folder can be closed."""
    if os.path.exists(target) and _is_open(target.parent):  # noqa: PTH110
        return f"{target.name} is open in another program. Close it there, or save under another name."
    return f"You may not write into {target.parent}. Choose another folder."
