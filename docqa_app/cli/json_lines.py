"""Files that hold one JSON object a line: their lines, and what may be wrong with one."""

from __future__ import annotations

import gzip
import json
import lzma
import zlib
from collections.abc import Callable, Iterator, Mapping
from contextlib import contextmanager
from itertools import islice
from pathlib import Path
from typing import TextIO

from docqa_app.errors import InputError

PACKED: Mapping[str, Callable[..., TextIO]] = {".gz": gzip.open, ".xz": lzma.open}


def lines_of(path: Path, limit: int | None = None) -> Iterator[str]:
    """The lines that are not empty, a .gz or .xz unpacked; InputError where the file cannot be read."""
    opened = PACKED.get(path.suffix, open)
    try:
        with opened(path, "rt", encoding="utf-8-sig", errors="replace") as text:
            yield from islice((line for line in text if line.strip()), limit)
    except (OSError, EOFError, zlib.error, lzma.LZMAError) as error:
        reason = getattr(error, "strerror", None) or error
        raise InputError(f"{path} cannot be read: {reason}. Choose a file with one JSON object a line.") from error


@contextmanager
def in_its_form() -> Iterator[None]:
    """InputError where what is done inside finds a line of another form. It follows "line 7:", so without a capital."""
    try:
        yield
    except json.JSONDecodeError as error:
        raise InputError(f"it is not JSON ({error})") from error
    except KeyError as error:
        raise InputError(f"it has no {error}") from error
    except (AttributeError, TypeError, ValueError, ArithmeticError, RecursionError) as error:
        raise InputError(f"it has another form than expected ({error})") from error
