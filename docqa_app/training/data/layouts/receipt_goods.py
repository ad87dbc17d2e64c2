"""The goods of a receipt: one line each, or a name with numbers under it."""

from __future__ import annotations

from collections.abc import Callable

from docqa_app.training.data.draft import Cell, Draft, Table
from docqa_app.training.data.layouts.invoice_goods import HEADERS
from docqa_app.training.data.sales import Line

Edges = dict[str, tuple[float, str]]
"""column -> where it is set to in points, and which of its sides stands there"""


def rule(draft: Draft, y: float) -> float:
    """Draws a rule, or leaves its room free, alike all over a receipt; the height below it."""
    form = draft.seen.setdefault("rule", draft.rng.choice(("line", "dash", "none", "stars")))
    if form == "line":
        draft.canvas.line(draft.margin, y + 2, draft.right, y + 2)
    elif form in ("dash", "stars"):
        width = draft.inner / 40
        for n in range(40):
            left = draft.margin + n * width
            draft.canvas.line(left, y + 2, left + width * (0.6 if form == "dash" else 0.25), y + 2)
    return y + draft.ink.size * 0.7


def draw_goods(draft: Draft, y: float, goods: list[Line]) -> float:
    """Draws what was bought, a line or two each, in one of three forms; the height below it."""
    form = draft.rng.randrange(3)
    columns = {
        0: ("item", "quantity", "price", "amount"),
        1: ("quantity", "item", "amount"),
        2: ("item", "quantity", "price", "amount"),
    }[form]
    headers: tuple[Cell, ...] = ()
    edges = _edges(draft, form)
    if draft.chance(0.6):
        headers, y = _head(draft, y, columns, edges)
    show = draft.world.money.number if draft.chance(0.85) else draft.world.money.text
    rows = []
    for line in goods:
        cells, y = (_one_line if form < 2 else _two_lines)(draft, y, line, columns, edges, show)
        rows.append(cells)
    empty = tuple(Cell("", ()) for _ in columns)
    draft.tables.append(Table(columns, headers or empty, tuple(rows), "item"))
    return y + 2


def _edges(draft: Draft, form: int) -> Edges:
    left, right, wide = draft.margin, draft.right, draft.inner
    if form == 1:
        return {"quantity": (left, "left"), "item": (left + wide * 0.13, "left"), "amount": (right, "right")}
    if form == 2:
        return {
            "item": (left, "left"),
            "quantity": (left + wide * 0.15, "left"),
            "price": (left + wide * 0.5, "right"),
            "amount": (right, "right"),
        }
    return {
        "item": (left, "left"),
        "quantity": (left + wide * 0.58, "right"),
        "price": (left + wide * 0.78, "right"),
        "amount": (right, "right"),
    }


def _head(draft: Draft, y: float, columns: tuple[str, ...], edges: Edges) -> tuple[tuple[Cell, ...], float]:
    heads = HEADERS[draft.language]
    texts = {
        "item": heads["item"][1],
        "quantity": heads["quantity"][0],
        "price": min(heads["price"], key=len),
        "amount": heads["amount"][0],
    }
    spans = []
    two = "item" in columns and edges["quantity"][0] < edges["item"][0] + draft.inner * 0.2 and columns[0] == "item"
    for key in columns:
        at, align = edges[key]
        lower = y + draft.ink.leading if two and key != "item" else y
        spans.append(draft.canvas.write(at, lower, draft.head(texts[key], colon=False), draft.ink, align))
    y = max(span.frame[3] for span in spans)
    return tuple(Cell(span.text, span.words) for span in spans), rule(draft, y)


def _texts(line: Line, show: Callable[[int], str]) -> dict[str, str]:
    return {"item": line.name, "quantity": str(line.quantity), "price": show(line.price), "amount": show(line.total)}


def _one_line(
    draft: Draft, y: float, line: Line, columns: tuple[str, ...], edges: Edges, show: Callable[[int], str]
) -> tuple[tuple[Cell, ...], float]:
    texts = _texts(line, show)
    room = draft.inner * 0.5 if columns[0] == "item" else draft.inner * 0.6
    cells = []
    bottom = y
    for key in columns:
        at, align = edges[key]
        if key == "amount":
            at = _tax_letter(draft, at, y)
        if key == "item":
            span = draft.canvas.write_lines(at, y, draft.canvas.wrap(texts[key], draft.ink, room), draft.ink)
        else:
            span = draft.canvas.write(at, y, texts[key], draft.ink, align)
        bottom = max(bottom, span.frame[3])
        cells.append(Cell(span.text, span.words))
    return tuple(cells), bottom


def _tax_letter(draft: Draft, x: float, y: float) -> float:
    """A letter at the line's end that says which tax is in it, where this till prints one; returns where it begins."""
    letters = draft.seen.setdefault("tax_letters", draft.rng.choice(("", "", "", "AB", "12", "T", "*")))
    if not letters or draft.canvas.width - x > draft.canvas.width * 0.3:
        return x
    return draft.canvas.write(x, y, draft.rng.choice(letters), draft.ink, "right").frame[0] - 4


def _two_lines(
    draft: Draft, y: float, line: Line, columns: tuple[str, ...], edges: Edges, show: Callable[[int], str]
) -> tuple[tuple[Cell, ...], float]:
    """The name on its own line (perhaps a code before it), numbers under it."""
    texts = _texts(line, show)
    x = draft.margin
    if draft.seen.setdefault("codes", draft.rng.choice(("yes", "no"))) == "yes":
        x = draft.canvas.write(x, y, line.code, draft.ink).frame[2] + 6
    name = draft.canvas.write_lines(x, y, draft.canvas.wrap(texts["item"], draft.ink, draft.right - x), draft.ink)
    y = name.frame[3]
    cells = [Cell(name.text, name.words)]
    for key in columns[1:]:
        at, align = edges[key]
        span = draft.canvas.write(at, y, texts[key], draft.ink, align)
        cells.append(Cell(span.text, span.words))
        if key == "quantity":
            draft.canvas.write(span.frame[2] + 5, y, draft.rng.choice(("x", "@", "X")), draft.ink)
    return tuple(cells), y + draft.ink.leading
