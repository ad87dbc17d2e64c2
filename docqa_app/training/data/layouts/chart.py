"""Charts: bars or a line over named points, titles at the axes, values printed above them or not."""

from __future__ import annotations

from itertools import pairwise

from docqa_app.training.data.canvas import Colour
from docqa_app.training.data.draft import Cell, Draft, Table
from docqa_app.training.data.filling import fill
from docqa_app.training.data.lexicon import pairs, texts

MEASURES = texts("table.measures")
TOPICS = pairs("table.topics")
CAPTIONS = texts("chart.captions")
YEARS = {"en": "Year", "de": "Jahr", "fr": "Année"}
FILLS: tuple[Colour, ...] = ((70, 90, 140), (120, 120, 120), (150, 60, 60), (60, 130, 90), (230, 230, 230))


def draw_chart(draft: Draft, x: float, y: float, width: float, height: float) -> float:
    """Draws a chart and remembers its titles, and its values where they are printed; returns y below it."""
    rng, language = draft.rng, draft.language
    topic = rng.choice(sorted(TOPICS[language]))
    measure = rng.choice(MEASURES[language])
    names = _names(draft, topic)
    topic = YEARS[language] if names[0].isdigit() else topic
    top = 10 ** rng.randint(1, 4)
    values = [rng.randint(top // 8, top) for _ in names]
    caption = rng.choice(CAPTIONS[language]).format(m=measure, t=topic, y=rng.randint(1985, 2025))
    bold = draft.ink.but(bold=True)
    y = draft.know("chart_title", draft.canvas.write(x + width / 2, y, caption, bold, "centre")).frame[3] + 6
    head = draft.canvas.write(x, y, measure, draft.ink)
    draft.know("y_axis", head)
    base = y + height
    cells = _bars(draft, x, y + 26, width, base, names, values, top)
    foot = draft.canvas.write(x + width / 2, base + 4 + draft.ink.leading, topic, draft.ink, "centre")
    draft.know("x_axis", foot)
    if cells:
        headers = (Cell(topic, foot.words), Cell(measure, head.words))
        draft.tables.append(Table(("item", "number"), headers, tuple(cells), topic.lower()))
    return foot.frame[3] + 10


def _names(draft: Draft, topic: str) -> list[str]:
    if draft.chance(0.4):
        first = draft.rng.randint(1975, 2018)
        return [str(first + n) for n in range(draft.rng.randint(4, 8))]
    made = {fill(draft.world, TOPICS[draft.language][topic]).split(",")[0] for _ in range(6)}
    return sorted(made)[: draft.rng.randint(3, 5)]


def _bars(
    draft: Draft, x: float, top: float, width: float, base: float, names: list[str], values: list[int], most: int
) -> list[tuple[Cell, Cell]]:
    """Draws the points; returns their cells where values are printed."""
    canvas, step = draft.canvas, (width - 20) / len(names)
    canvas.line(x + 10, top - 8, x + 10, base)
    canvas.line(x + 10, base, x + width, base)
    colour, printed, as_line = draft.rng.choice(FILLS), draft.chance(0.75), draft.chance(0.3)
    small = draft.ink.but(size=draft.ink.size * 0.85)
    spots, cells = [], []
    for n, (name, value) in enumerate(zip(names, values, strict=True)):
        middle, high = x + 10 + (n + 0.5) * step, base - (base - top) * value / most
        spots.append((middle, high))
        if not as_line:
            canvas.box((middle - step * 0.3, high, middle + step * 0.3, base), fill=colour)
        shown = _fitted(draft, middle, base + 3, name, step)
        if printed:
            number = canvas.write(middle, high - small.leading - 1, str(value), small, "centre")
            cells.append((Cell(name, shown), Cell(str(value), number.words)))
    for one, two in pairwise(spots) if as_line else ():
        canvas.line(*one, *two, FILLS[0] if colour == FILLS[-1] else colour, 1.5)
    return cells


def _fitted(draft: Draft, middle: float, y: float, name: str, step: float) -> tuple[int, ...]:
    """A name under its point, small enough for its place."""
    ink = draft.ink.but(size=draft.ink.size * 0.85)
    need = draft.canvas.measure(name, ink)
    ink = ink if need <= step - 3 else ink.but(size=max(4.0, ink.size * (step - 3) / need))
    return draft.canvas.write(middle, y, name, ink, "centre").words
