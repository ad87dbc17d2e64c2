"""Files of a model may be packed: what they are called then, and what they hold."""

from __future__ import annotations

import gzip
import lzma
from collections.abc import Callable, Collection, Mapping
from pathlib import Path

QUICK, SMALL = ".gz", ".xz"
"""Behind the name of a packed file: one that every start waits for (40 MB a second and more come out of it however
little they repeat), and one that had better be small."""
_UNPACK: Mapping[str, Callable[[bytes], bytes]] = {QUICK: gzip.decompress, SMALL: lzma.decompress}
_PACK: Mapping[str, Callable[[bytes], bytes]] = {
    QUICK: lambda held: gzip.compress(held, compresslevel=9, mtime=0),
    SMALL: lambda held: lzma.compress(held, preset=9),
}


def file_in(files: Collection[str], name: str) -> str | None:
    """What a file is called among others: packed, or not, as older models have it; None where it is not there."""
    return next((one for one in (name + QUICK, name + SMALL, name) if one in files), None)


def place_of(folder: Path, name: str) -> Path | None:
    """Where a file lies in a folder, packed or not; None where it does not."""
    found = file_in([file.name for file in folder.iterdir()], name)
    return folder / found if found else None


def is_packed(file: Path) -> bool:
    """Whether its name says that it is packed."""
    return file.suffix in _UNPACK


def unpacked_bytes(file: Path) -> bytes:
    """What a file holds, unpacked where its name says that it is packed; OSError where it cannot be read, EOFError,
    LZMAError or zlib.error where it is damaged."""
    held = file.read_bytes()
    return _UNPACK[file.suffix](held) if is_packed(file) else held


def pack(file: Path, suffix: str = SMALL) -> None:
    """A file in the place of itself, packed; the same bytes always make the same file."""
    file.with_name(file.name + suffix).write_bytes(_PACK[suffix](file.read_bytes()))
    file.unlink()
