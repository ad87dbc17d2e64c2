"""Business cards and small slips: a name, a post, how to be reached."""

from __future__ import annotations

from docqa_app.training.data import marks
from docqa_app.training.data.blocks import entry, record
from docqa_app.training.data.canvas import joined
from docqa_app.training.data.content import Party
from docqa_app.training.data.draft import Draft
from docqa_app.training.data.filling import fill
from docqa_app.training.data.layouts.frame import tail


def draw(draft: Draft) -> None:
    """Composes a card on a small sheet."""
    rng, world = draft.rng, draft.world
    firm, who = world.party(), world.person()
    side = rng.choice(("left", "left", "centre", "right"))
    x = {"left": draft.margin, "centre": draft.canvas.width / 2, "right": draft.right}[side]
    if draft.chance(0.6):
        size = rng.uniform(24, 40)
        at = draft.right - size if side == "left" else draft.margin
        marks.logo(draft, at, draft.margin, size, firm.name)
    y = _names(draft, firm, who, x, side)
    where = draft.canvas.write_lines(x, y + 6, firm.lines, draft.ink, side)
    draft.know("seller_address", where)
    ways = {"phone": firm.phone, "mobile": world.phone(), "seller_fax": world.phone(), "email": firm.email}
    _reach(draft, x, where.frame[3] + 4, side, ways | {"seller_website": firm.website})


def _names(draft: Draft, firm: Party, who: str, x: float, side: str) -> float:
    """The firm, and below it a person with a post; returns y below them."""
    rng = draft.rng
    big = draft.ink.but(size=draft.ink.size * rng.choice((1.2, 1.5)), bold=True)
    name = draft.canvas.write_lines(x, draft.margin, draft.canvas.wrap(firm.name, big, draft.inner * 0.7), big, side)
    draft.know("seller_name", name)
    draft.place("header", joined((name,)))
    y = name.frame[3] + rng.uniform(6, 26)
    person = draft.canvas.write(x, y, who, draft.ink.but(bold=draft.chance(0.7), size=draft.ink.size * 1.15), side)
    draft.know("full_name", person)
    post = draft.canvas.write(x, person.frame[3], fill(draft.world, "post"), draft.ink, side)
    draft.know("job_title", post)
    return post.frame[3]


def _reach(draft: Draft, x: float, y: float, side: str, values: dict[str, str]) -> None:
    for name, value in values.items():
        if not draft.chance(0.7) or y > draft.canvas.height - draft.margin:
            continue
        item = entry(draft, name, value)
        head = draft.head(item.label) if draft.chance(0.85) else ""
        whole = draft.canvas.write(x, y, f"{head} {value}".strip(), draft.ink, side)
        if head:
            record(draft, item, tail(whole, head, value), head)
        else:
            draft.know(name, whole)
        y = whole.frame[3]
