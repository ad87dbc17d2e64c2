"""One page as bytes and back: the compact form in which the cache keeps it."""

from __future__ import annotations

import base64
import json
import zlib
from typing import Any

from docqa_app.core.document import Box, Checkbox, Page, Word, WordSource

DIGITS = 6  # of a page fraction: a thousandth of a pixel
SURE_DIGITS = 4
DAMAGED = (ValueError, KeyError, TypeError, IndexError, zlib.error)
"""What `decode` raises on bytes that are no page."""


def encode(page: Page) -> bytes:
    """The page but for its `problem`: pages with one are not kept."""
    values = {
        "number": page.number,
        "size": [page.width, page.height],
        "words": [[word.text, *_edges(word.box), round(word.confidence, SURE_DIGITS)] for word in page.words],
        "source": page.source.value,
        "reason": page.reason,
        "turn": page.turn,
        "checkboxes": [[*_edges(one.box), round(one.ticked, SURE_DIGITS)] for one in page.checkboxes],
        "picture": base64.b64encode(page.picture).decode(),
    }
    return zlib.compress(json.dumps(values, ensure_ascii=False).encode())


def _edges(box: Box) -> list[float]:
    return [round(value, DIGITS) for value in (box.left, box.top, box.right, box.bottom)]


def decode(data: bytes) -> Page:
    """The page these bytes hold; one of DAMAGED where they hold none."""
    values: dict[str, Any] = json.loads(zlib.decompress(data))
    width, height = values["size"]
    return Page(
        int(values["number"]),
        float(width),
        float(height),
        tuple(Word(str(text), Box(*edges), sure) for text, *edges, sure in values["words"]),
        WordSource(values["source"]),
        str(values["reason"]),
        picture=base64.b64decode(values["picture"]),
        turn=int(values["turn"]),
        checkboxes=tuple(Checkbox(Box(*edges), ticked) for *edges, ticked in values["checkboxes"]),
    )
