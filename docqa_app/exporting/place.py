"""A result is put in its place whole or not at all: written beside, then moved there in one step."""

from __future__ import annotations

import errno
import os
import secrets
import shutil
from collections.abc import Callable
from pathlib import Path
from typing import BinaryIO

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
    if path.exists() and document.exists() and path.samefile(document):
        raise ExportError(f"{path.name} is the document itself, which is never changed. Choose another name.")


def check_place(target: Path) -> None:
    """ExportError where it is plain before any work that nothing can be written there."""
    if target.is_dir():
        raise ExportError(f"{target} is a folder. Add a file name to it.")
    if not target.parent.is_dir():
        raise ExportError(f"The folder {target.parent} does not exist. Make it, or choose another one.")
    if not os.access(target.parent, os.W_OK):
        raise ExportError(f"You may not write into {target.parent}. Choose another folder.")
    for program, lock in (("LibreOffice", f".~lock.{target.name}#"), ("Excel", f"~${target.name}")):
        if target.with_name(lock).exists():
            raise ExportError(
                f"{target.name} is open in {program}. Close it there, or save under another name. "
                f"(If it is not open, delete {target.with_name(lock)}.)"
            )


def _replace(target: Path, write: Callable[[BinaryIO], object]) -> None:
    beside = target.with_name(f".{target.name[:80]}.{secrets.token_hex(4)}")
    try:
        with beside.open("xb") as stream:
            write(stream)
            stream.flush()
            os.fsync(stream.fileno())
        if target.exists():
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
    if target.exists() and os.access(target.parent, os.W_OK):
        return f"{target.name} is open in another program. Close it there, or save under another name."
    return f"You may not write into {target.parent}. Choose another folder."
