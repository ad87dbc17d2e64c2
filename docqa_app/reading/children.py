"""Tesseract and poppler as child processes that can be ended at once.

pytesseract and pdf2image start their programs themselves and hand out no handle. Their `Popen` is therefore this
one, which notes each child with the `Children` its thread works for.
"""

from __future__ import annotations

import os
import subprocess
import threading
from collections.abc import Iterator
from contextlib import contextmanager
from types import SimpleNamespace
from typing import Any

import pdf2image.pdf2image
import pytesseract.pytesseract

from docqa_app.errors import Cancelled

_current = threading.local()


class Children:
    """The child processes of one piece of work."""

    def __init__(self) -> None:
        self._lock = threading.Lock()
        self._running: set[subprocess.Popen[bytes]] = set()
        self._ended = False

    @contextmanager
    def adopt(self) -> Iterator[None]:
        """What this thread starts in here belongs to this piece of work."""
        _current.children = self
        try:
            yield
        finally:
            _current.children = None

    def add(self, child: subprocess.Popen[bytes]) -> None:
        with self._lock:
            self._running = {other for other in self._running if other.poll() is None} | {child}
            if self._ended:
                child.kill()

    @property
    def ended(self) -> bool:
        return self._ended

    def end(self) -> None:
        """Kill every child now and every later one at its start."""
        with self._lock:
            self._ended = True
            for child in self._running:
                child.kill()


def stop_if_ended() -> None:
    """Cancelled where this thread's piece of work was ended."""
    children: Children | None = getattr(_current, "children", None)
    if children is not None and children.ended:
        raise Cancelled


class _NotedPopen(subprocess.Popen[bytes]):
    def __init__(self, *args: Any, **kwargs: Any) -> None:
        # One thread a page: Tesseract's own threads make it several times slower where pages run in parallel.
        kwargs["env"] = {**(kwargs.get("env") or os.environ), "OMP_THREAD_LIMIT": "1"}
        super().__init__(*args, **kwargs)
        children: Children | None = getattr(_current, "children", None)
        if children is not None:
            children.add(self)


pytesseract.pytesseract.subprocess = SimpleNamespace(**{**vars(subprocess), "Popen": _NotedPopen})
pdf2image.pdf2image.Popen = _NotedPopen  # type: ignore[attr-defined, assignment]
