"""Empty pages to draw on: size, paper, face and habits of labels, by lot."""

from __future__ import annotations

import random
from dataclasses import replace

from PIL import ImageDraw

from docqa_app.training.data.canvas import Canvas, Frame, Ink, Mark
from docqa_app.training.data.content import World
from docqa_app.training.data.draft import Draft
from docqa_app.training.data.fonts import choose

A4, LETTER = (595.0, 842.0), (612.0, 792.0)
FACES = {
    "receipt": ("mono", "mono", "sans", "type"),
    "form": ("sans", "serif", "type"),
    "letter": ("serif", "sans", "type"),
}
ACCENTS = ((20, 60, 130), (150, 30, 40), (20, 110, 70), (90, 90, 90), (200, 100, 20))
PAPERS = ((255, 255, 255), (255, 255, 255), (252, 250, 244), (246, 246, 248), (255, 252, 235))


def blank(rng: random.Random, world: World, kind: str, locale: str, scale: float) -> Draft:
    """An empty page of this kind, its habits chosen."""
    width, height = _size(rng, kind)
    canvas = Canvas(width, height, scale, rng.choice(PAPERS), tall=rng.random() < 0.3)
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


def _size(rng: random.Random, kind: str) -> tuple[float, float]:
    if kind == "receipt":
        return (rng.uniform(210, 300), 1300.0)
    if kind == "card":
        return (rng.choice((255.0, 340.0)), rng.choice((155.0, 200.0)))
    if kind == "order" and rng.random() < 0.3:
        return (792.0, 612.0)
    return rng.choice((A4, A4, LETTER))


def cut(draft: Draft, height: float) -> None:
    """Cuts the sheet to a height in points; what lies below is lost."""
    canvas = draft.canvas
    canvas.height = min(canvas.height, height)
    canvas.image = canvas.image.crop((0, 0, canvas.image.width, round(canvas.height * canvas.scale)))
    canvas.draw = ImageDraw.Draw(canvas.image)


def swap(draft: Draft, width: float, height: float) -> None:
    """Takes another, empty sheet of this size and the same paper."""
    old = draft.canvas
    draft.canvas = Canvas(width, height, old.scale, old.paper, old.tall)


def lay_on_table(draft: Draft) -> None:
    """The sheet as a phone sees it: on a darker ground that shows around it."""
    rng, old = draft.rng, draft.canvas
    left, top, right, bottom = (rng.uniform(0.01, 0.14) * old.width for _ in range(4))
    ground = rng.choice(((70, 60, 50), (110, 110, 112), (40, 42, 46), (150, 120, 90), (190, 190, 186)))
    canvas = Canvas(old.width + left + right, old.height + top + bottom, old.scale, ground, old.tall)
    shift = (round(left * old.scale), round(top * old.scale))
    canvas.image.paste(old.image, shift)
    canvas.marks = [Mark(mark.text, _moved(mark.frame, *shift)) for mark in old.marks]
    canvas.sights = [replace(sight, frame=_moved(sight.frame, *shift)) for sight in old.sights]
    draft.canvas = canvas


def _moved(frame: Frame, x: float, y: float) -> Frame:
    return (frame[0] + x, frame[1] + y, frame[2] + x, frame[3] + y)
