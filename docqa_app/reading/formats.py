"""What a file is, told by its first bytes and never by its name."""

from __future__ import annotations

import hashlib
import os
from dataclasses import dataclass
from enum import StrEnum
from pathlib import Path

from docqa_app.errors import InputError

HEAD_BYTES = 1024
READABLE = "PDF, PNG, JPEG, TIFF or WebP"


class FileKind(StrEnum):
    """The kinds of file that can be read."""

    PDF = "PDF"
    PNG = "PNG"
    JPEG = "JPEG"
    TIFF = "TIFF"
    WEBP = "WebP"


SIGNATURES = (
    (b"\x89PNG\r\n\x1a\n", FileKind.PNG),
    (b"\xff\xd8\xff", FileKind.JPEG),
    (b"II*\x00", FileKind.TIFF),
    (b"MM\x00*", FileKind.TIFF),
    (b"II+\x00", FileKind.TIFF),
    (b"MM\x00+", FileKind.TIFF),
)


def kind_of(path: Path) -> FileKind:
    """The kind of a file; InputError where it is missing, empty, unreadable or of another kind."""
    head = _head(path)
    if not head:
        raise InputError(f"{path.name} is empty (0 bytes). It may not have been copied completely: fetch it again.")
    kind = _kind_of_bytes(head)
    if kind is None:
        raise InputError(f"{path.name} is not a {READABLE} file. Save or scan it as one of these and open that.")
    return kind


def is_pdf(path: Path) -> bool:
    """Whether the file is a PDF; InputError where it cannot be read."""
    return _kind_of_bytes(_head(path)) is FileKind.PDF


def _head(path: Path) -> bytes:
    try:
        if path.exists() and not path.is_file() and not path.is_dir():  # to open a pipe would be to wait for ever
            raise InputError(f"{path} is not a file. Choose a document.")
        with path.open("rb") as file:
            return file.read(HEAD_BYTES)
    except OSError as error:
        raise unreadable(path, error) from error


def unreadable(path: Path, error: OSError) -> InputError:
    """What hinders the reading, as a sentence."""
    if isinstance(error, FileNotFoundError):
        return InputError(f"{path} does not exist. It may have been moved or renamed: choose it again.")
    if isinstance(error, IsADirectoryError):
        return InputError(f"{path} is a folder. Choose a file in it.")
    return InputError(f"{path} cannot be read: {error.strerror}. Check that you may open it.")


def _kind_of_bytes(head: bytes) -> FileKind | None:
    """A PDF may begin after something else, so a picture that speaks of one is told first."""
    if head[:4] == b"RIFF" and head[8:12] == b"WEBP":
        return FileKind.WEBP
    picture = next((kind for signature, kind in SIGNATURES if head.startswith(signature)), None)
    return picture or (FileKind.PDF if b"%PDF-" in head else None)


def content_hash(path: Path) -> str:
    """SHA-256 of the file's bytes, in hexadecimal; InputError where it cannot be read."""
    try:
        with path.open("rb") as file:
            return hashlib.file_digest(file, "sha256").hexdigest()
    except OSError as error:
        raise unreadable(path, error) from error


@dataclass(frozen=True, slots=True)
class Version:
    """A file as it was when it was hashed: `sha256` is that of its bytes, `marks` tell without them whether another
    file lies at its path now."""

    path: Path
    sha256: str
    marks: tuple[int, int, int]

    def is_replaced(self) -> bool:
        """Whether another file lies there; one that is gone was not replaced, and what holds it open still reads it."""
        try:
            return _marks(self.path.stat()) != self.marks
        except OSError:
            return False


def version_of(path: Path) -> Version:
    """The file as it is now; InputError where it cannot be read."""
    try:
        before = path.stat()  # before the bytes: what is written meanwhile then shows
    except OSError as error:
        raise unreadable(path, error) from error
    return Version(path, content_hash(path), _marks(before))


def _marks(status: os.stat_result) -> tuple[int, int, int]:
    return status.st_ino, status.st_size, status.st_mtime_ns
