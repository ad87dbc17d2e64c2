"""Till receipts: narrow, tall, set in one face, with sums, cash and change."""

from __future__ import annotations

from datetime import date

from docqa_app.training.data import marks
from docqa_app.training.data.blocks import Entry, distinct, entry, ragged, record, running
from docqa_app.training.data.canvas import Span, joined
from docqa_app.training.data.draft import Draft
from docqa_app.training.data.layouts.frame import tail
from docqa_app.training.data.layouts.particulars import particular_entries, tell_particulars
from docqa_app.training.data.layouts.receipt_goods import draw_goods, rule
from docqa_app.training.data.layouts.receipt_sums import draw_sums
from docqa_app.training.data.lexicon import texts
from docqa_app.training.data.sales import lines, sums

TITLES = texts("receipt.titles")
CLOSINGS = texts("receipt.closings")
FEW = (0, 0, 0, 1, 1, 2)


def draw(draft: Draft) -> None:
    """Composes a receipt; the sheet is cut to its length afterwards by whoever asked."""
    y = _top(draft, draft.margin)
    meta = _meta(draft)
    y = _meta_block(draft, y, meta)
    trade = draft.rng.choice(("grocery", "food", "hardware", "office", None))
    goods = lines(draft.world, draft.rng.choice((1, 1, 2, 2, 3, 3, 4, 5, 6, 8, 10, 14, 20)), trade)
    result = sums(draft.world, goods, full=False)
    y = rule(draft, y)
    y = draw_goods(draft, y, goods)
    y = rule(draft, y)
    y = draw_sums(draft, y, goods, result)
    _bottom(draft, y)


def _centred(draft: Draft, y: float, text: str, size: float = 1.0, bold: bool = False) -> Span:
    ink = draft.ink.but(size=draft.ink.size * size, bold=bold)
    return draft.canvas.write_lines(draft.canvas.width / 2, y, draft.canvas.wrap(text, ink, draft.inner), ink, "centre")


def _top(draft: Draft, y: float) -> float:
    """Logo, name, numbers, address, telephone; their order as shops have it."""
    party = draft.world.party()
    if draft.chance(0.2):
        size = draft.rng.uniform(26, 44)
        marks.logo(draft, draft.canvas.width / 2 - size / 2, y, size, party.name)
        y += size + 4
    shout = draft.chance(0.5)
    name = _shop(draft, y, party.name.upper() if shout else party.name)
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
        y = _kind(draft, y + 3) + 3
    return rule(draft, y)


def _shop(draft: Draft, y: float, name: str) -> Span:
    """What the shop is called, below a keeper's name where there is one."""
    if draft.chance(0.12):
        y = _centred(draft, y, draft.world.person().upper()).frame[3]
    span = _centred(draft, y, name, draft.rng.choice((1.0, 1.0, 1.3, 1.6)), draft.chance(0.6))
    draft.know("seller_name", span)
    return span


def _kind(draft: Draft, y: float) -> float:
    """What the paper calls itself."""
    title = draft.rng.choice(TITLES[draft.language])
    span = _centred(draft, y, title, draft.rng.choice((1.0, 1.2)), draft.chance(0.5))
    draft.know("document_title", span)
    return span.frame[3]


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
    extra += particular_entries(draft)
    rng.shuffle(extra)
    out += extra[: rng.randint(1, 6)]
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


def _bottom(draft: Draft, y: float) -> None:
    y += 6
    if draft.chance(0.25):
        marks.barcode(draft, draft.margin + draft.inner * 0.2, y, draft.inner * 0.6, 22)
        y += 28
    y = tell_particulars(draft, draft.margin, y, draft.inner, lowest=draft.canvas.height - 120, counts=FEW)
    chosen = draft.rng.sample(CLOSINGS[draft.language], draft.rng.randint(0, 2))
    for text in chosen:
        span = _centred(draft, y, text)
        draft.place("footer", span)
        y = span.frame[3]
    draft.seen["end"] = str(y + draft.margin)
