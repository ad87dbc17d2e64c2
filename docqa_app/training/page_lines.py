"""Pages with questions as lines of JSON: the one form in which everything that is learned from is kept.

One page a line, in gzipped files: `{"id", "group", "kind", "picture": base64 JPEG, "words": [[text, left, top, right,
bottom, confidence]], "questions": [{"question", "answers", "evidence", "task"}]}`; boxes are page fractions, `evidence`
are indices of words.
"""

from __future__ import annotations

import base64
import gzip
import json
import lzma
import random
from collections.abc import Iterable, Iterator, Sequence
from pathlib import Path
from typing import Any

from docqa_app.core.document import Box, Page, Word, WordSource

Line = dict[str, Any]
"""A page with its questions; sets of texts and of documents that others made come as such objects, too."""


def read_lines(path: Path) -> Iterator[Line]:
    """The objects of a file of JSON lines, packed by gzip or, where it ends in .xz, by xz."""
    opened = lzma.open if path.suffix == ".xz" else gzip.open
    with opened(path, "rt", encoding="utf-8") as lines:
        yield from (json.loads(line) for line in lines)


def chosen_lines(path: Path, limit: int) -> list[Line]:
    """The lines of a file, or `limit` of them drawn by lot, the same ones every time; 0 for all."""
    lines = list(read_lines(path))
    return random.Random(1).sample(lines, limit) if limit and limit < len(lines) else lines


def write_lines(path: Path, lines: Iterable[Line]) -> int:
    """Write gzipped JSON lines; the number written."""
    path.parent.mkdir(parents=True, exist_ok=True)
    with gzip.open(path, "wt", encoding="utf-8", compresslevel=5) as out:
        return sum(bool(out.write(json.dumps(line, ensure_ascii=False) + "\n")) for line in lines)


def page_line(page: Page, name: str, group: str, kind: str, questions: Sequence[Line]) -> Line:
    """One page and its questions as a line."""
    words = [
        [w.text, *(round(v, 5) for v in (w.box.left, w.box.top, w.box.right, w.box.bottom)), round(w.confidence, 3)]
        for w in page.words
    ]
    picture = base64.b64encode(page.picture).decode()
    return {"id": name, "group": group, "kind": kind, "picture": picture, "words": words, "questions": list(questions)}


def line_page(line: Line, number: int = 1) -> Page:
    """The page of a line."""
    words = tuple(Word(str(w[0]), Box(*map(float, w[1:5])), float(w[5]) if len(w) > 5 else 1.0) for w in line["words"])
    return Page(number, 1.0, 1.0, words, WordSource.GIVEN, picture=base64.b64decode(line.get("picture") or ""))
