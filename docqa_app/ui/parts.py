"""What the window is given by the composition root: the rooms that do the work, as plain functions."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from pathlib import Path

from docqa_app.core.answer import Answer
from docqa_app.core.document import Document
from docqa_app.core.ports import LoadEngine, ReadDocument
from docqa_app.ui.drawn import OpenRenderer


@dataclass(frozen=True, slots=True)
class Finished:
    """A document with its answers as the user left them; `password` where it took one to open it."""

    document: Document
    answers: tuple[Answer, ...]
    password: str | None = None


@dataclass(frozen=True, slots=True)
class ExportForm:
    """One way answers leave the app.

    `write(path, documents)` raises ExportError and gives back a sentence about what the user should know, or "".
    `suffix` has its dot; `many` says that answers of several documents fit in one file.
    """

    name: str
    suffix: str
    write: Callable[[Path, Sequence[Finished]], str]
    many: bool = True


@dataclass(frozen=True, slots=True)
class Parts:
    """Everything the window needs done for it."""

    read: ReadDocument
    draw: OpenRenderer
    load_engine: LoadEngine
    exports: tuple[ExportForm, ...] = ()
