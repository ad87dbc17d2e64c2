"""A page around one arbitrary table with a caption."""

from __future__ import annotations

from collections.abc import Callable
from functools import partial

from docqa_app.training.data.blocks import paragraph
from docqa_app.training.data.draft import Draft
from docqa_app.training.data.filling import fill
from docqa_app.training.data.grids import Column, draw_table
from docqa_app.training.data.layouts import frame
from docqa_app.training.data.lexicon import pairs, texts

TOPICS = pairs("table.topics")
MEASURES = texts("table.measures")
TEXTS = pairs("table.texts")
CAPTIONS = texts("table.captions")


def draw(draft: Draft) -> None:
    """Composes a page with a table, text around it."""
    rng, world = draft.rng, draft.world
    y = draft.margin
    if draft.chance(0.3):
        y = frame.letterhead(draft, world.party(), y)
    topic = rng.choice(sorted(TOPICS[draft.language]))
    columns, makers = _columns(draft, topic)
    numbers = [c.header for c in columns if c.key == "number" and not c.header.isdigit()]
    text = rng.choice(CAPTIONS[draft.language]).format(
        n=rng.randint(1, 9), m=numbers[0] if numbers else topic, t=topic, y=rng.randint(1995, 2026)
    )
    y = frame.title(draft, y, text)
    if draft.chance(0.5):
        y = paragraph(draft, draft.margin, y, draft.inner, world.paragraph(3)).frame[3] + 8
    rows = _rows(draft, makers)
    y = draw_table(draft, draft.margin, y, draft.inner * rng.choice((0.7, 1.0, 1.0)), columns, rows, topic.lower())
    if draft.chance(0.5):
        paragraph(draft, draft.margin, y + 6, draft.inner, world.paragraph(2))
    frame.footer(draft, [], pages=True)


def _columns(draft: Draft, topic: str) -> tuple[list[Column], list[Callable[[], str]]]:
    rng, world, language = draft.rng, draft.world, draft.language
    columns = [Column("item", topic, wide=True)]
    makers: list[Callable[[], str]] = [partial(fill, world, TOPICS[language][topic])]
    for name in rng.sample(sorted(TEXTS[language]), rng.randint(0, 2)):
        columns.append(Column("text", name))
        makers.append(partial(fill, world, TEXTS[language][name]))
    for name in _number_heads(draft):
        columns.append(Column("number", name, rng.choice(("right", "right", "centre"))))
        size = 10 ** rng.randint(0, 4)
        makers.append(partial(_number, draft, size))
    return columns, makers


def _number(draft: Draft, size: int) -> str:
    return str(draft.rng.randint(size, 10 * size - 1))


def _number_heads(draft: Draft) -> list[str]:
    rng = draft.rng
    if draft.chance(0.3):
        first = rng.randint(1995, 2022)
        return [str(first + n) for n in range(rng.randint(2, 4))]
    return rng.sample(MEASURES[draft.language], rng.randint(1, 3))


def _rows(draft: Draft, makers: list[Callable[[], str]]) -> list[list[str]]:
    seen: set[str] = set()
    rows = []
    for _ in range(draft.rng.randint(3, 24)):
        row = [maker() for maker in makers]
        if row[0] not in seen:
            seen.add(row[0])
            rows.append(row)
    return rows
