"""A drawn page becomes a sample: read with noise, its truth carried over to the words as they were read."""

from __future__ import annotations

import base64
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, replace
from typing import Any

from docqa_app.core.document import Box, Page, Word, WordSource
from docqa_app.core.geometry import clamp
from docqa_app.core.layout import group_lines
from docqa_app.training.data import noise as noises
from docqa_app.training.data.asking import QA
from docqa_app.training.data.canvas import Canvas, Frame
from docqa_app.training.data.draft import Draft
from docqa_app.training.data.marks import COLOURS
from docqa_app.training.data.noise import Heard, Noise


@dataclass(frozen=True, slots=True)
class Sample:
    """A page with its truth.

    `rows` are the lines of the first table: column key -> (text, word indices). `fields`: field name -> text.
    `sights`: what only the picture shows, by name, colour and shape, and where.
    """

    page: Page
    questions: tuple[QA, ...]
    kind: str
    locale: str
    fields: dict[str, str]
    rows: tuple[dict[str, tuple[str, tuple[int, ...]]], ...]
    sights: tuple[tuple[tuple[str, ...], Box], ...] = ()


def finish(draft: Draft, asked: Sequence[QA], noise: Noise, heard: Sequence[Heard] | None = None) -> Sample:
    """A drawn page as it is read after noise; all word numbers follow the words to their place in reading order.

    `heard`: the words as a real recogniser read them; without it reading is imitated.
    """
    rng, canvas = draft.rng, draft.canvas
    needed = frozenset(n for qa in asked for n in qa.evidence)
    words = noises.hear(placed(canvas, noise), needed, noise, rng) if heard is None else heard
    order = [n for line in group_lines([Word(h.text, h.box) for h in words]) for n in line]
    words = [words[n] for n in order]
    places = _places(words)
    moved = [(qa, _moved(qa.evidence, places)) for qa in asked]
    # an answer none of whose words was read cannot be asked for
    questions = tuple(replace(qa, evidence=evidence) for qa, evidence in moved if evidence or not qa.evidence)
    fields = {name: fact.text for name, fact in draft.facts.items()}
    page = _page(draft, words, noise)
    return Sample(
        page, questions, draft.kind, draft.locale, fields, _rows(draft, places), tuple(_sights(canvas, noise))
    )


def _sights(canvas: Canvas, noise: Noise) -> Iterator[tuple[tuple[str, ...], Box]]:
    """What is to be seen and where, in fractions of the turned sheet; no colours on a grey one."""
    size: tuple[int, int] = canvas.image.size
    for sight in canvas.sights:
        names = tuple(n for n in sight.names if not (noise.grey and n in COLOURS))
        box = clamp(_fraction(noises.turned(sight.frame, noise.angle, *size), size))
        if box.right > box.left and box.bottom > box.top:
            yield names, box


def _page(draft: Draft, heard: Sequence[Heard], noise: Noise) -> Page:
    return Page(
        number=1,
        width=draft.canvas.width,
        height=draft.canvas.height,
        words=tuple(Word(h.text, h.box, round(h.confidence, 3)) for h in heard),
        source=WordSource.OCR if noise.ocr else WordSource.TEXT_LAYER,
        picture=noises.picture(draft.canvas.image, noise, draft.rng),
    )


def placed(canvas: Canvas, noise: Noise) -> list[tuple[str, Box]]:
    """Every written word and its box in fractions of the turned sheet."""
    size: tuple[int, int] = canvas.image.size
    return [(mark.text, _fraction(noises.turned(mark.frame, noise.angle, *size), size)) for mark in canvas.marks]


def _fraction(frame_: Frame, size: tuple[int, int]) -> Box:
    return Box(frame_[0] / size[0], frame_[1] / size[1], frame_[2] / size[0], frame_[3] / size[1])


def _places(heard: Sequence[Heard]) -> dict[int, list[int]]:
    """Number in writing order -> numbers in reading order."""
    places: dict[int, list[int]] = {}
    for place, word in enumerate(heard):
        for origin in word.origins:
            places.setdefault(origin, []).append(place)
    return places


def _moved(numbers: Iterable[int], places: dict[int, list[int]]) -> tuple[int, ...]:
    return tuple(dict.fromkeys(place for n in numbers for place in places.get(n, ())))


def _rows(draft: Draft, places: dict[int, list[int]]) -> tuple[dict[str, tuple[str, tuple[int, ...]]], ...]:
    if not draft.tables:
        return ()
    first = draft.tables[0]
    return tuple(
        {key: (cell.text, _moved(cell.words, places)) for key, cell in zip(first.keys, row, strict=True) if cell.text}
        for row in first.rows
    )


def as_record(name: str, sample: Sample) -> dict[str, Any]:
    """A sample as a line of JSON holds it; the picture in base64."""
    return {
        "id": name,
        "kind": sample.kind,
        "locale": sample.locale,
        "width": sample.page.width,
        "height": sample.page.height,
        "picture": base64.b64encode(sample.page.picture).decode(),
        "words": [
            [w.text, *(round(v, 4) for v in (w.box.left, w.box.top, w.box.right, w.box.bottom)), w.confidence]
            for w in sample.page.words
        ],
        "questions": [
            {"question": q.question, "answers": q.answers, "evidence": q.evidence, "task": q.task}
            for q in sample.questions
        ],
        "fields": sample.fields,
        "rows": sample.rows,
        "sights": [
            [names, *(round(v, 4) for v in (box.left, box.top, box.right, box.bottom))] for names, box in sample.sights
        ],
    }
