"""Pages with truth, by the thousand: `generate_page(seed)` and a command that writes them to a file."""

from __future__ import annotations

import argparse
import base64
import gzip
import json
import random
from collections.abc import Callable, Iterable, Iterator
from concurrent.futures import ProcessPoolExecutor
from dataclasses import dataclass, replace
from functools import partial
from pathlib import Path

from docqa_app.core.document import Box, Page, Word, WordSource
from docqa_app.core.layout import group_lines
from docqa_app.training.data import noise as noises
from docqa_app.training.data.asking import QA
from docqa_app.training.data.canvas import Canvas, Frame, Ink
from docqa_app.training.data.content import LOCALES, World
from docqa_app.training.data.draft import Draft
from docqa_app.training.data.fonts import choose
from docqa_app.training.data.layouts import card, form, frame, invoice, letter, order, receipt, report, statement, table
from docqa_app.training.data.noise import Heard, Noise
from docqa_app.training.data.questions import ask

DRAW: dict[str, Callable[[Draft], None]] = {
    "invoice": invoice.draw,
    "receipt": receipt.draw,
    "form": form.draw,
    "letter": letter.draw,
    "statement": statement.draw,
    "order": order.draw,
    "table": table.draw,
    "report": report.draw,
    "card": card.draw,
}
KINDS = tuple(DRAW)
WEIGHTS = (24, 20, 20, 7, 5, 10, 7, 5, 2)
FACES = {
    "receipt": ("mono", "mono", "sans", "type"),
    "form": ("sans", "serif", "type"),
    "letter": ("serif", "sans", "type"),
}
ACCENTS = ((20, 60, 130), (150, 30, 40), (20, 110, 70), (90, 90, 90), (200, 100, 20))


@dataclass(frozen=True, slots=True)
class Sample:
    """A page with its truth.

    `rows` are the lines of the first table: column key -> (text, word indices). `fields`: field name -> text.
    """

    page: Page
    questions: tuple[QA, ...]
    kind: str
    locale: str
    fields: dict[str, str]
    rows: tuple[dict[str, tuple[str, tuple[int, ...]]], ...]


def draw_page(seed: int, kind: str | None = None, locale: str | None = None, scale: float = 1.1) -> Draft:
    """A page drawn, not yet asked about; `scale` is pixels a point."""
    rng = random.Random(seed)
    kind = kind or rng.choices(KINDS, WEIGHTS)[0]
    locale = locale or _locale(rng, kind)
    draft = _blank(rng, World(rng, locale), kind, locale, scale)
    DRAW[kind](draft)
    if kind in ("invoice", "letter", "order", "form", "statement", "report", "table"):
        frame.decorate(draft)
    if kind == "receipt":
        _cut(draft)
    return draft


def _locale(rng: random.Random, kind: str) -> str:
    weights = {"receipt": (15, 10, 15, 12, 30, 10, 8), "order": (90, 5, 0, 0, 3, 2, 0)}
    return rng.choices(LOCALES, weights.get(kind, (30, 15, 27, 17, 6, 4, 1)))[0]


def _blank(rng: random.Random, world: World, kind: str, locale: str, scale: float) -> Draft:
    width, height = _sheet(rng, kind)
    paper = rng.choice(((255, 255, 255), (255, 255, 255), (252, 250, 244), (246, 246, 248), (255, 252, 235)))
    canvas = Canvas(width, height, scale, paper, tall=rng.random() < 0.3)
    family = choose(rng, rng.choice(FACES.get(kind, ("sans", "sans", "serif"))), world.language != "en")
    size = rng.uniform(8.0, 10.5) if kind != "receipt" else width / rng.choice((34, 38, 42))
    shade = rng.choice((20, 20, 20, 45, 90 if kind == "receipt" else 30))
    draft = Draft(rng, world, canvas, kind, locale, Ink(family, size, (shade, shade, shade)))
    draft.margin = rng.uniform(0.05, 0.1) * width if kind in ("receipt", "card") else rng.uniform(34, 66)
    draft.accent = rng.choice(ACCENTS)
    draft.colon = rng.choice((":", ":", ":", " :", "", "" if kind != "letter" else ":"))
    draft.upper = rng.random() < (0.35 if kind == "receipt" else 0.1)
    draft.bold_labels = rng.random() < 0.35
    return draft


def _sheet(rng: random.Random, kind: str) -> tuple[float, float]:
    if kind == "receipt":
        return (rng.uniform(210, 300), 1300.0)
    if kind == "card":
        return (rng.choice((255.0, 340.0)), rng.choice((155.0, 200.0)))
    if kind == "order" and rng.random() < 0.3:
        return (792.0, 612.0)
    return rng.choice(((595.0, 842.0), (595.0, 842.0), (612.0, 792.0)))


def _cut(draft: Draft) -> None:
    """Cuts a receipt's sheet to its length, sometimes with room below."""
    end = min(draft.canvas.height, float(draft.seen.pop("end")) + draft.rng.choice((0.0, 0.0, 20.0, 60.0)))
    draft.canvas.height = end
    draft.canvas.image = draft.canvas.image.crop((0, 0, draft.canvas.image.width, round(end * draft.canvas.scale)))


def generate_page(seed: int, kind: str | None = None, locale: str | None = None) -> Sample:
    """A page, its questions and its truth; the same seed gives the same sample on the same fonts."""
    draft = draw_page(seed, kind, locale)
    noise = noises.plan(draft.rng)
    return finish(draft, ask(draft, colours=not noise.grey), noise)


def finish(draft: Draft, asked: list[QA], noise: Noise) -> Sample:
    """A drawn page as it is read after noise; all word numbers follow the words to their place in reading order."""
    rng, canvas = draft.rng, draft.canvas
    needed = frozenset(n for qa in asked for n in qa.evidence)
    heard = noises.hear(_placed(canvas, noise), needed, noise, rng)
    order = [n for line in group_lines([Word(h.text, h.box) for h in heard]) for n in line]
    heard = [heard[n] for n in order]
    places = _places(heard)
    questions = tuple(replace(qa, evidence=_moved(qa.evidence, places)) for qa in asked)
    page = Page(
        number=1,
        width=canvas.width,
        height=canvas.height,
        words=tuple(Word(h.text, h.box, round(h.confidence, 3)) for h in heard),
        source=WordSource.OCR if noise.ocr else WordSource.TEXT_LAYER,
        picture=noises.picture(canvas.image, noise, rng),
    )
    fields = {name: fact.text for name, fact in draft.facts.items()}
    return Sample(page, questions, draft.kind, draft.locale, fields, _rows(draft, places))


def _placed(canvas: Canvas, noise: Noise) -> list[tuple[str, Box]]:
    """Every written word and its box in fractions of the turned sheet."""
    size: tuple[int, int] = canvas.image.size
    return [(mark.text, _fraction(noises.turned(mark.frame, noise.angle, *size), size)) for mark in canvas.marks]


def _fraction(frame_: Frame, size: tuple[int, int]) -> Box:
    return Box(frame_[0] / size[0], frame_[1] / size[1], frame_[2] / size[0], frame_[3] / size[1])


def _places(heard: list[Heard]) -> dict[int, list[int]]:
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


def as_record(seed: int, sample: Sample) -> dict[str, object]:
    """A sample as a line of JSON holds it; the picture in base64."""
    return {
        "id": f"generated-{seed}",
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
    }


def _line(seed: int, kind: str | None = None, locale: str | None = None) -> str:
    return json.dumps(as_record(seed, generate_page(seed, kind, locale)), ensure_ascii=False)


def lines(first: int, count: int, workers: int, kind: str | None, locale: str | None) -> Iterator[str]:
    """Samples as lines of JSON, in the order of their seeds."""
    work = partial(_line, kind=kind, locale=locale)
    seeds = range(first, first + count)
    if workers <= 1:
        yield from map(work, seeds)
        return
    with ProcessPoolExecutor(workers) as pool:
        yield from pool.map(work, seeds, chunksize=16)


def main(arguments: list[str] | None = None) -> None:
    """Writes samples, one a line, to a gzipped file."""
    parser = argparse.ArgumentParser(description=main.__doc__)
    parser.add_argument("--count", type=int, default=100)
    parser.add_argument("--seed", type=int, default=0, help="the first page's seed; the next pages count up from it")
    parser.add_argument("--out", type=Path, required=True)
    parser.add_argument("--workers", type=int, default=1)
    parser.add_argument("--kind", choices=KINDS)
    parser.add_argument("--locale", choices=LOCALES)
    given = parser.parse_args(arguments)
    given.out.parent.mkdir(parents=True, exist_ok=True)
    with gzip.open(given.out, "wt", encoding="utf-8", compresslevel=3) as out:
        for line in lines(given.seed, given.count, given.workers, given.kind, given.locale):
            out.write(line + "\n")


if __name__ == "__main__":
    main()
