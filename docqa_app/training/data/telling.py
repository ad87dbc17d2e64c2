"""Fields told in running text: sentences and lines with values inside them, each value known by its words."""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence

from docqa_app.training.data.canvas import Ink, Span
from docqa_app.training.data.draft import Draft
from docqa_app.training.data.labels import all_fields

SLOT = re.compile(r"\{(\w+)\}")


def tellable(frames: Sequence[str], values: Mapping[str, str]) -> list[str]:
    """The frames all of whose values there are."""
    return [frame for frame in frames if all(values.get(name) for name in SLOT.findall(frame))]


def told(
    draft: Draft,
    x: float,
    y: float,
    width: float,
    frame: str,
    values: Mapping[str, str],
    ink: Ink | None = None,
    align: str = "left",
) -> Span:
    """Writes a frame with its values filled in, wrapped; every field in it is known afterwards."""
    ink = ink or draft.ink
    text, ranges = _filled(frame, values)
    span = draft.canvas.write_lines(x, y, draft.canvas.wrap(text, ink, width), ink, align)
    places = [(found.start(), found.end()) for found in re.finditer(r"\S+", text)]
    for name, start, end in ranges:
        inside = tuple(n for n, (a, b) in zip(span.words, places, strict=True) if a < end and b > start)
        if name in all_fields():
            draft.know(name, Span(inside, values[name], span.frame))
    return span


def _filled(frame: str, values: Mapping[str, str]) -> tuple[str, list[tuple[str, int, int]]]:
    """The text and where in it each value stands."""
    text, ranges, at = "", [], 0
    for found in SLOT.finditer(frame):
        text += frame[at : found.start()]
        value = " ".join(values[found.group(1)].split())
        ranges.append((found.group(1), len(text), len(text) + len(value)))
        text += value
        at = found.end()
    return text + frame[at:], ranges
