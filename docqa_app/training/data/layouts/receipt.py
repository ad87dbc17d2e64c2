"""Till receipts: narrow, tall, set in one face, with sums, cash and change."""

from __future__ import annotations

from datetime import date

from docqa_app.training.data import marks
from docqa_app.training.data.blocks import Entry, distinct, entry, ragged, record, running
from docqa_app.training.data.canvas import Span, joined
from docqa_app.training.data.draft import Cell, Draft, Table
from docqa_app.training.data.layouts.frame import tail
from docqa_app.training.data.layouts.invoice import HEADERS
from docqa_app.training.data.lexicon import texts
from docqa_app.training.data.sales import Line, Sums, lines, sums

TITLES = texts("receipt.titles")
CLOSINGS = texts("receipt.closings")


def draw(draft: Draft) -> None:
    """Composes a receipt; the sheet is cut to its length afterwards by whoever asked."""
    y = _top(draft, draft.margin)
    meta = _meta(draft)
    y = _meta_block(draft, y, meta)
    trade = draft.rng.choice(("grocery", "food", "hardware", "office", None))
    goods = lines(draft.world, draft.rng.choice((1, 1, 2, 2, 3, 3, 4, 5, 6, 8, 10, 14, 20)), trade)
    result = sums(draft.world, goods, full=False)
    y = _rule(draft, y)
    y = _goods(draft, y, goods)
    y = _rule(draft, y)
    y = _sums(draft, y, goods, result)
    _bottom(draft, y)


def _rule(draft: Draft, y: float) -> float:
    form = draft.seen.setdefault("rule", draft.rng.choice(("line", "dash", "none", "stars")))
    if form == "line":
        draft.canvas.line(draft.margin, y + 2, draft.right, y + 2)
    elif form in ("dash", "stars"):
        width = draft.inner / 40
        for n in range(40):
            left = draft.margin + n * width
            draft.canvas.line(left, y + 2, left + width * (0.6 if form == "dash" else 0.25), y + 2)
    return y + draft.ink.size * 0.7


def _centred(draft: Draft, y: float, text: str, size: float = 1.0, bold: bool = False) -> Span:
    ink = draft.ink.but(size=draft.ink.size * size, bold=bold)
    return draft.canvas.write_lines(draft.canvas.width / 2, y, draft.canvas.wrap(text, ink, draft.inner), ink, "centre")


def _top(draft: Draft, y: float) -> float:
    """Logo, name, numbers, address, telephone; their order as shops have it."""
    rng, world = draft.rng, draft.world
    party = world.party()
    if draft.chance(0.2):
        size = rng.uniform(26, 44)
        marks.logo(draft, draft.canvas.width / 2 - size / 2, y, size, party.name)
        y += size + 4
    shout = draft.chance(0.5)
    if draft.chance(0.12):
        y = _centred(draft, y, world.person().upper()).frame[3]
    name = _centred(
        draft, y, party.name.upper() if shout else party.name, rng.choice((1.0, 1.0, 1.3, 1.6)), draft.chance(0.6)
    )
    draft.know("seller_name", name)
    y = name.frame[3]
    number = draft.chance(0.4)
    if number and draft.chance(0.6):
        y, number = _registration(draft, y), False
    lines_ = [line.upper() for line in party.lines] if shout else list(party.lines)
    if draft.chance(0.3):
        lines_ = [" ".join(lines_)]
    where = joined(_centred(draft, y + n, line) for n, line in _stack(draft, lines_))
    draft.know("seller_address", where)
    draft.place("header", joined((name, where)))
    y = _top_numbers(draft, where.frame[3], party.phone, number)
    if draft.chance(0.6):
        span = _centred(draft, y + 3, rng.choice(TITLES[draft.language]), rng.choice((1.0, 1.2)), draft.chance(0.5))
        draft.know("document_title", span)
        y = span.frame[3] + 3
    return _rule(draft, y)


def _stack(draft: Draft, texts: list[str]) -> list[tuple[float, str]]:
    """Texts with their offsets, wrapped lines counted."""
    out, at = [], 0.0
    for text in texts:
        out.append((at, text))
        at += draft.ink.leading * len(draft.canvas.wrap(text, draft.ink, draft.inner))
    return out


def _registration(draft: Draft, y: float) -> float:
    value = draft.world.hashes(draft.rng.choice(("(######-?)", "######-?", "############", "Reg: ######-?")))
    span = _centred(draft, y, value)
    draft.know("seller_registration", span)
    return span.frame[3]


def _top_numbers(draft: Draft, y: float, phone: str, number: bool) -> float:
    entries = []
    if number:
        y = _registration(draft, y)
    if draft.chance(0.7):
        entries.append(entry(draft, "seller_phone", phone))
    if draft.chance(0.2):
        entries.append(entry(draft, "seller_fax", draft.world.phone()))
    if draft.chance(0.55):
        entries.append(entry(draft, "seller_vat_id", draft.world.vat_id()))
    for item in entries:
        head = draft.head(item.label)
        whole = draft.canvas.write(draft.canvas.width / 2, y, f"{head} {item.value}", draft.ink, "centre")
        record(draft, item, tail(whole, head, item.value), head)
        y = whole.frame[3]
    return y + 2


def _meta(draft: Draft) -> list[Entry]:
    world, rng = draft.world, draft.rng
    day = world.dates.text(world.day(date(2008, 1, 1)))
    clock = f"{rng.randint(7, 22):02d}:{rng.randint(0, 59):02d}" + rng.choice(("", f":{rng.randint(0, 59):02d}"))
    if draft.language == "en" and draft.chance(0.3):
        clock = f"{rng.randint(1, 12)}:{rng.randint(0, 59):02d}{rng.choice((' ', ''))}{rng.choice(('AM', 'PM', 'pm'))}"
    stamp = entry(draft, "date", day)
    joint = draft.chance(0.3)
    out = [Entry("date", stamp.label, f"{day} {clock}") if joint else stamp]
    extra = [
        entry(draft, "receipt_number", world.identifier()),
        entry(draft, "cashier", world.person().split()[0] if draft.chance(0.6) else world.hashes("###")),
        entry(draft, "till", world.hashes(rng.choice(("##", "POS#", "#")))),
        entry(draft, "table_number", str(rng.randint(1, 60))),
        entry(draft, "guests", str(rng.randint(1, 9))),
        entry(draft, "member_number", world.hashes("##########")),
        entry(draft, "salesperson", world.person()),
        entry(draft, "customer_number", world.hashes("300-?####")),
    ]
    if not joint:
        extra.append(entry(draft, "time", clock))
    rng.shuffle(extra)
    out += extra[: rng.randint(1, 5)]
    if draft.chance(0.5):
        rng.shuffle(out)
    return distinct(out)


def _meta_block(draft: Draft, y: float, meta: list[Entry]) -> float:
    """Numbers and days; a day may stand alone without a label, with the time beside it."""
    form = draft.rng.randrange(4)
    bare = [e for e in meta if e.name == "date"] if form == 3 else []
    rest = [e for e in meta if e not in bare]
    for item in bare:
        y = draft.canvas.write(draft.margin, y, item.value, draft.ink).frame[3]
        marks_ = draft.canvas.marks
        words = tuple(range(len(marks_) - len(item.value.split(" ")), len(marks_)))
        _know_day(draft, Span(words, item.value, (0, 0, 0, y)), "")
    joint = [e for e in rest if e.name == "date" and ":" in e.value]
    block = running if form == 0 else ragged if form == 1 else _spread
    y = block(
        draft, draft.margin, y, draft.inner, [Entry("" if e in joint else e.name, e.label, e.value) for e in rest]
    )
    for item in joint:
        found = next((p for p in draft.pairs if p.text == item.value), None)
        if found:
            _know_day(draft, Span(found.words, found.text, (0, 0, 0, 0)), found.key)
    return y + 2


def _know_day(draft: Draft, span: Span, label: str) -> None:
    """A day with the time after it, told apart."""
    parts = span.text.split(" ")
    cut = next((n for n, part in enumerate(parts) if ":" in part), len(parts))
    draft.know("date", Span(span.words[:cut], " ".join(parts[:cut]), span.frame), label)
    if cut < len(parts):
        draft.know("time", Span(span.words[cut:], " ".join(parts[cut:]), span.frame), "")


def _spread(draft: Draft, x: float, y: float, width: float, entries: list[Entry]) -> float:
    """Labels left, values at a common column."""
    ink = draft.ink
    column = max([draft.canvas.measure(draft.head(e.label), ink) for e in entries], default=0.0) + ink.size
    for item in entries:
        head = draft.head(item.label)
        draft.canvas.write(x, y, head, ink)
        span = draft.canvas.write(x + column, y, item.value, ink)
        record(draft, item, span, head)
        y += ink.leading
    return y


def _goods(draft: Draft, y: float, goods: list[Line]) -> float:
    form = draft.rng.randrange(3)
    columns = {
        0: ("item", "quantity", "price", "amount"),
        1: ("quantity", "item", "amount"),
        2: ("item", "quantity", "price", "amount"),
    }[form]
    headers: tuple[Cell, ...] = ()
    edges = _edges(draft, form)
    if draft.chance(0.6):
        headers, y = _goods_head(draft, y, columns, edges)
    show = draft.world.money.number if draft.chance(0.85) else draft.world.money.text
    rows = []
    for line in goods:
        cells, y = (_one_line if form < 2 else _two_lines)(draft, y, line, columns, edges, show)
        rows.append(cells)
    empty = tuple(Cell("", ()) for _ in columns)
    draft.tables.append(Table(columns, headers or empty, tuple(rows), "item"))
    return y + 2


def _edges(draft: Draft, form: int) -> dict[str, tuple[float, str]]:
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


def _goods_head(
    draft: Draft, y: float, columns: tuple[str, ...], edges: dict[str, tuple[float, str]]
) -> tuple[tuple[Cell, ...], float]:
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
    return tuple(Cell(span.text, span.words) for span in spans), _rule(draft, y)


def _texts(line: Line, show: object) -> dict[str, str]:
    assert callable(show)
    return {"item": line.name, "quantity": str(line.quantity), "price": show(line.price), "amount": show(line.total)}


def _one_line(
    draft: Draft, y: float, line: Line, columns: tuple[str, ...], edges: dict[str, tuple[float, str]], show: object
) -> tuple[tuple[Cell, ...], float]:
    texts = _texts(line, show)
    room = draft.inner * 0.5 if columns[0] == "item" else draft.inner * 0.6
    cells = []
    bottom = y
    for key in columns:
        at, align = edges[key]
        if key == "item":
            span = draft.canvas.write_lines(at, y, draft.canvas.wrap(texts[key], draft.ink, room), draft.ink)
        else:
            span = draft.canvas.write(at, y, texts[key], draft.ink, align)
        bottom = max(bottom, span.frame[3])
        cells.append(Cell(span.text, span.words))
    return tuple(cells), bottom


def _two_lines(
    draft: Draft, y: float, line: Line, columns: tuple[str, ...], edges: dict[str, tuple[float, str]], show: object
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


def _sum_entries(draft: Draft, goods: list[Line], result: Sums) -> list[Entry]:
    """Sums, tax, rounding, payment; cash and change agree with the total."""
    rng, money = draft.rng, draft.world.money
    show = money.text if draft.chance(0.45) else money.number
    total, out = result.total, []
    if draft.chance(0.45):
        out.append(entry(draft, "items_count", str(sum(line.quantity for line in goods))))
    if result.tax or draft.chance(0.4):
        out.append(entry(draft, "net_total", show(result.net)))
    if result.tax and draft.chance(0.85):
        out.append(entry(draft, "tax_total", show(result.tax)))
    if draft.chance(0.12):
        extra = total // 10
        out.append(entry(draft, "tip", show(extra)))
        total += extra
    if draft.chance(0.2) or (draft.world.country == "MY" and draft.chance(0.5)):
        rounded = round(total / 5) * 5
        if draft.chance(0.6):
            labels = {
                "en": ("Total Incl. GST", "Total (before rounding)", "Total Sales Inclusive GST"),
                "de": ("Summe vor Rundung",),
                "fr": ("Total avant arrondi",),
            }
            out.append(Entry("", rng.choice(labels[draft.language]), show(total)))
        out.append(entry(draft, "rounding", money.number(rounded - total)))
        total = rounded
    out.append(entry(draft, "total", show(total)))
    return out + _payment(draft, total)


def _payment(draft: Draft, total: int) -> list[Entry]:
    rng, money = draft.rng, draft.world.money
    show = money.number if draft.chance(0.7) else money.text
    step = 100_00_00 if draft.world.country == "ID" else rng.choice((100, 500, 1000, 5000, 10000))
    given = (total // step + 1) * step
    form = rng.randrange(4)
    if form == 0:
        return []
    if form == 1:
        out = [entry(draft, "card_paid", show(total))]
        if draft.chance(0.5):
            out.append(
                entry(
                    draft,
                    "card_number",
                    rng.choice(("XXXX XXXX XXXX ", "************", "**** ")) + draft.world.hashes("####"),
                )
            )
        return out
    if form == 2 and draft.chance(0.3):
        words = {
            "en": ("Cash", "Visa", "Card", "Debit card"),
            "de": ("Bar", "EC-Karte", "Visa"),
            "fr": ("Espèces", "Carte bancaire", "Chèque"),
        }
        return [entry(draft, "payment_method", rng.choice(words[draft.language]))]
    return [entry(draft, "cash", show(given)), entry(draft, "change", show(given - total))]


def _sums(draft: Draft, y: float, goods: list[Line], result: Sums) -> float:
    seen: list[str] = []
    for item in _sum_entries(draft, goods, result):
        if item.label.lower() in seen:
            continue
        seen.append(item.label.lower())
        big = item.name == "total"
        ink = draft.ink.but(
            bold=big and draft.chance(0.6), size=draft.ink.size * (draft.rng.choice((1.0, 1.0, 1.3, 1.6)) if big else 1)
        )
        head = draft.head(item.label)
        start = draft.margin + (draft.inner * 0.3 if draft.seen.get("rule") == "dash" else 0)
        end = draft.canvas.write(start, y, head, ink).frame[2]
        value = item.value
        if end + draft.canvas.measure(value, ink) + 4 > draft.right:
            y += ink.leading
        span = draft.canvas.write(draft.right, y, value, ink, "right")
        record(draft, item, span, head)
        y = span.frame[3]
    return _tax_summary(draft, y, result) if result.tax and draft.chance(0.25) else y


def _tax_summary(draft: Draft, y: float, result: Sums) -> float:
    """A small table of tax rates."""
    heads = {"en": ("GST Summary", "Amount", "Tax"), "de": ("MwSt.", "Netto", "Steuer"), "fr": ("Taux", "HT", "TVA")}[
        draft.language
    ]
    at = (draft.margin, draft.margin + draft.inner * 0.65, draft.right)
    sides = ("left", "right", "right")
    values = (
        f"SR @ {result.rate}%" if draft.language == "en" else f"{result.rate}%",
        draft.world.money.number(result.net),
        draft.world.money.number(result.tax),
    )
    y = _rule(draft, y)
    for row in (heads, values):
        spans = [draft.canvas.write(x, y, t, draft.ink, side) for x, t, side in zip(at, row, sides, strict=True)]
        y = spans[0].frame[3]
    rate = spans[0]
    draft.know("tax_rate", Span(rate.words[-1:], rate.text.split(" ")[-1], rate.frame))
    return y


def _bottom(draft: Draft, y: float) -> None:
    y += 6
    if draft.chance(0.25):
        marks.barcode(draft, draft.margin + draft.inner * 0.2, y, draft.inner * 0.6, 22)
        y += 28
    chosen = draft.rng.sample(CLOSINGS[draft.language], draft.rng.randint(0, 2))
    for text in chosen:
        span = _centred(draft, y, text)
        draft.place("footer", span)
        y = span.frame[3]
    draft.seen["end"] = str(y + draft.margin)
