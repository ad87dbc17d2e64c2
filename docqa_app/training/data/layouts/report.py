"""Reports and lists: headings, numbered sections, bullet points, a small table."""

from __future__ import annotations

from docqa_app.training.data.blocks import entries_block, entry, paragraph
from docqa_app.training.data.canvas import joined
from docqa_app.training.data.draft import Draft
from docqa_app.training.data.filling import PHRASES, fill, words
from docqa_app.training.data.grids import Column, draw_table
from docqa_app.training.data.layouts import frame
from docqa_app.training.data.layouts.chart import draw_chart
from docqa_app.training.data.lexicon import texts

TITLES = texts("report.titles")
SECTIONS = texts("report.sections")


def draw(draft: Draft) -> None:
    """Composes a report page."""
    rng, world = draft.rng, draft.world
    y = draft.margin
    if draft.chance(0.35):
        y = frame.letterhead(draft, world.party(), y)
    y = frame.title(draft, y, rng.choice(TITLES[draft.language]).format(y=rng.randint(1998, 2026)))
    entries = [entry(draft, "letter_date", world.dates.text(world.day()))]
    about = {
        "sender_name": world.person(),
        "department": fill(world, "department"),
        "project": words(world),
        "reference": world.identifier(),
    }
    entries += [entry(draft, name, value) for name, value in about.items() if draft.chance(0.4)]
    y = entries_block(draft, draft.margin, y, draft.inner * rng.choice((0.5, 1.0)), entries) + 6
    headings = rng.sample(SECTIONS[draft.language], rng.randint(1, 4))
    numbered = draft.chance(0.5)
    for n, heading in enumerate(headings, start=1):
        if y > draft.canvas.height - draft.margin - 110:
            break
        y = _section(draft, y, f"{n}. {heading}" if numbered else heading)
    frame.footer(draft, [], pages=True)


def _section(draft: Draft, y: float, heading: str) -> float:
    ink = draft.ink.but(size=draft.ink.size * draft.rng.choice((1.0, 1.2, 1.35)), bold=True)
    y = draft.canvas.write(draft.margin, y, heading, ink).frame[3] + 3
    form = draft.rng.randrange(5)
    if form == 4 and y < draft.canvas.height - 300 and not draft.tables:
        return draw_chart(draft, draft.margin + 10, y, draft.inner * draft.rng.uniform(0.55, 0.95), 130)
    if form == 0:
        return _bullets(draft, y, heading)
    if form == 1 and y < draft.canvas.height - 260:
        return _prices(draft, y)
    text = draft.world.paragraph(draft.rng.randint(2, 6))
    return paragraph(draft, draft.margin, y, draft.inner, text).frame[3] + 9


def _bullets(draft: Draft, y: float, heading: str) -> float:
    """Points of a list; together they are what stands under the heading."""
    sign = draft.rng.choice(("-", "•", "*", "1."))
    texts = draft.rng.sample(PHRASES[draft.language], draft.rng.randint(2, 5))
    spans = []
    for n, text in enumerate(texts, start=1):
        mark = f"{n}." if sign == "1." else sign
        end = draft.canvas.write(draft.margin + 10, y, mark, draft.ink).frame[2]
        spans.append(draft.canvas.write(end + 6, y, text, draft.ink))
        y += draft.ink.leading
    draft.place(f"list:{heading}", joined(spans))
    return y + 8


def _prices(draft: Draft, y: float) -> float:
    heads = {
        "en": ("Product", "Price", "Stock"),
        "de": ("Produkt", "Preis", "Bestand"),
        "fr": ("Produit", "Prix", "Stock"),
    }[draft.language]
    columns = [
        Column("item", heads[0], wide=True),
        Column("price", heads[1], "right"),
        Column("number", heads[2], "right"),
    ]
    money = draft.world.money
    rows = [
        [name, money.text(draft.rng.randint(100, 90000)), str(draft.rng.randint(1, 400))]
        for name in draft.world.goods()[: draft.rng.randint(3, 7)]
    ]
    return draw_table(draft, draft.margin, y, draft.inner, columns, rows)
