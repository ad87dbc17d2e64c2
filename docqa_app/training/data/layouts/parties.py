"""Who sells and who buys, as business letters print them: sender's line, window, sections, columns at the foot."""

from __future__ import annotations

from collections.abc import Sequence

from docqa_app.training.data import marks
from docqa_app.training.data.blocks import GREY, Entry, beside, entry, ragged
from docqa_app.training.data.canvas import Ink, Span, joined
from docqa_app.training.data.content import Party
from docqa_app.training.data.deals import Deal
from docqa_app.training.data.draft import Draft
from docqa_app.training.data.lexicon import table, texts
from docqa_app.training.data.telling import tellable, told

COUNTRIES = texts("filling.countries")


def said(draft: Draft, sort: str) -> list[str]:
    """The frames of a sort in the page's language."""
    return list(table("invoice_words")[draft.language][sort])


def a_word(draft: Draft, sort: str) -> str:
    """One of the words of this sort in the page's language."""
    return draft.rng.choice(said(draft, sort))


def sender_line(draft: Draft, x: float, y: float, width: float, deal: Deal) -> float:
    """The small line above an address window that says where a letter goes back to."""
    ink = draft.ink.but(size=max(5.5, draft.ink.size * 0.7), colour=GREY if draft.chance(0.3) else None)
    frame = draft.rng.choice(tellable(said(draft, "sender"), deal.values))
    span = told(draft, x, y, width, frame, deal.values, ink)
    if draft.chance(0.6):
        draft.canvas.line(x, span.frame[3], min(x + width, span.frame[2]), span.frame[3], GREY, 0.5)
    return span.frame[3] + draft.rng.uniform(3, 10)


def window(draft: Draft, x: float, y: float, width: float, party: Party, role: str = "buyer") -> float:
    """An address as a window shows it; a form of address or a person may stand by the name."""
    canvas, ink, rng = draft.canvas, draft.ink, draft.rng
    spread = rng.choice((0.0, 0.0, 2.0, 5.0))
    if draft.chance(0.3):
        y = canvas.write(x, y, a_word(draft, "salutations"), ink).frame[3] + spread
    bold = ink.but(bold=draft.chance(0.3))
    name = canvas.write_lines(x, y, canvas.wrap(party.name, bold, width), bold)
    draft.know(f"{role}_name", name)
    y = name.frame[3] + spread
    if draft.chance(0.25):
        y = canvas.write(x, y, draft.world.person(), ink).frame[3] + spread
    spans = []
    for line in party.lines:
        spans.append(canvas.write_lines(x, y, canvas.wrap(line, ink, width), ink))
        y = spans[-1].frame[3] + spread
    draft.know(f"{role}_address", joined(spans))
    if draft.chance(0.25):
        y = canvas.write(x, y, rng.choice(COUNTRIES[draft.language]), ink).frame[3]
    return y + 4


def seller_lines(draft: Draft, x: float, y: float, width: float, deal: Deal) -> float:
    """The seller in a column: name, address and some of how to reach them."""
    canvas = draft.canvas
    ink = draft.ink.but(size=draft.ink.size * draft.rng.choice((0.8, 0.9, 1.0)))
    bold = ink.but(bold=draft.chance(0.6))
    name = canvas.write_lines(x, y, canvas.wrap(deal.seller.name, bold, width), bold)
    draft.know("seller_name", name)
    lines = [piece for line in deal.seller.lines for piece in canvas.wrap(line, ink, width)]
    rest = canvas.write_lines(x, name.frame[3], lines, ink)
    draft.know("seller_address", rest)
    y = rest.frame[3] + ink.size * draft.rng.choice((0.2, 0.8))
    names = ("seller_phone", "seller_fax", "seller_email", "seller_website", "seller_vat_id", "seller_tax_number")
    chosen = [entry(draft, n, deal.values[n]) for n in names if draft.chance(0.4)]
    return _small(draft, x, y, width, chosen, ink)


def _small(draft: Draft, x: float, y: float, width: float, entries: Sequence[Entry], ink: Ink) -> float:
    """Entries in another ink, each value after its label."""
    kept, draft.ink = draft.ink, ink
    y = ragged(draft, x, y, width, entries)
    draft.ink = kept
    return y


def emblem(draft: Draft, y: float, deal: Deal) -> float:
    """A mark, the firm's name in large letters, or both, somewhere along the top."""
    canvas, rng = draft.canvas, draft.rng
    side = rng.choice(("left", "right", "right", "centre"))
    x = {"left": draft.margin, "centre": canvas.width / 2, "right": draft.right}[side]
    bottom = y
    if draft.chance(0.5):
        size = rng.uniform(26, 54)
        left = {"left": x, "centre": x - size / 2, "right": x - size}[side]
        marks.logo(draft, left, y, size, deal.seller.name)
        bottom = y + size + 4
    if bottom == y or draft.chance(0.6):
        ink = draft.ink.but(size=rng.choice((12, 14, 17, 21)), bold=draft.chance(0.7))
        ink = ink.but(colour=draft.accent) if draft.chance(0.35) else ink
        text = canvas.wrap(deal.seller.name, ink, draft.inner * 0.55)
        span = canvas.write_lines(x, bottom, text, ink, side)
        draft.know("seller_name", span)
        draft.place("header", span)
        bottom = span.frame[3]
    return bottom


def strip(draft: Draft, y: float, deal: Deal) -> float:
    """The seller's data in one to three lines across the top."""
    frames = said(draft, "strip")
    ink = draft.ink.but(size=draft.ink.size * draft.rng.choice((0.75, 0.85, 0.95)))
    align = draft.rng.choice(("left", "centre"))
    x = draft.margin if align == "left" else draft.canvas.width / 2
    for n, frame in enumerate(tellable(frames, deal.values)):
        if n == 0 or draft.chance(0.75):
            y = told(draft, x, y, draft.inner, frame, deal.values, ink, align).frame[3] + 1
    if draft.chance(0.5):
        draft.canvas.line(draft.margin, y + 2, draft.right, y + 2, GREY, 0.6)
    return y + 8


def section(draft: Draft, x: float, y: float, width: float, deal: Deal, role: str) -> float:
    """A party under a heading of its own, its data after labels or without."""
    party, values = _of_role(draft, deal, role)
    y = heading(draft, x, y, width, a_word(draft, f"{role}_head"))
    entries = [Entry("", a_word(draft, "gln_label"), draft.world.hashes("#############"))] if draft.chance(0.35) else []
    prefix = {"ship": "ship_to", "agent": ""}.get(role, role)
    if draft.chance(0.45):
        address = ", ".join(line.rstrip(",") for line in party.lines)
        entries += [
            Entry(f"{prefix}_name" if prefix else "", a_word(draft, "name_label"), party.name),
            Entry(f"{prefix}_address" if prefix else "", a_word(draft, "address_label"), address),
        ]
    else:
        y = _listed(draft, x, y, width, entries)
        entries = []
        y = _plain_party(draft, x, y, width, party, prefix)
    return _listed(draft, x, y, width, entries + values) + draft.ink.size * draft.rng.uniform(0.4, 1.4)


def _plain_party(draft: Draft, x: float, y: float, width: float, party: Party, prefix: str) -> float:
    ink = draft.ink
    bold = ink.but(bold=draft.chance(0.5))
    name = draft.canvas.write_lines(x, y, draft.canvas.wrap(party.name, bold, width), bold)
    if draft.chance(0.2):
        name_below = draft.canvas.write(x, name.frame[3], draft.world.person(), ink).frame[3]
    else:
        name_below = name.frame[3]
    lines = [piece for line in party.lines for piece in draft.canvas.wrap(line, ink, width)]
    rest = draft.canvas.write_lines(x, name_below, lines, ink)
    if prefix:
        draft.know(f"{prefix}_name", name)
        draft.know(f"{prefix}_address", rest)
    return rest.frame[3] + 2


def _of_role(draft: Draft, deal: Deal, role: str) -> tuple[Party, list[Entry]]:
    """The party of a role and the entries that belong to it."""
    names = {
        "seller": ("seller_vat_id", "seller_tax_number", "seller_phone", "seller_email", "seller_registration"),
        "buyer": ("buyer_vat_id", "customer_number"),
    }.get(role, ())
    shares = {"seller_vat_id": 0.85, "buyer_vat_id": 0.8}
    entries = [entry(draft, n, deal.values[n]) for n in names if n in deal.values and draft.chance(shares.get(n, 0.4))]
    if role == "seller":
        return deal.seller, entries
    if role == "buyer":
        return deal.buyer, entries
    if role == "ship":
        return deal.ship_to or deal.buyer, []
    return draft.world.party(), [Entry("", entry(draft, "seller_vat_id", "").label, draft.world.vat_id())]


def _listed(draft: Draft, x: float, y: float, width: float, entries: Sequence[Entry]) -> float:
    if not entries:
        return y
    return draft.rng.choice((beside, beside, ragged))(draft, x, y, width, entries)


def heading(draft: Draft, x: float, y: float, width: float, text: str) -> float:
    """A section's heading: underlined, shaded or only bold."""
    canvas, rng = draft.canvas, draft.rng
    ink = draft.ink.but(bold=True, size=draft.ink.size * rng.choice((1.0, 1.0, 1.15)))
    text += rng.choice((":", ":", "")) if draft.colon else ""
    if rng.random() < 0.3:
        canvas.box((x - 2, y - 1, x + width, y + ink.leading + 1), outline=None, fill=(220, 232, 242))
    span = canvas.write(x, y, text, ink)
    if rng.random() < 0.4:
        canvas.line(x, span.frame[3], span.frame[2], span.frame[3])
    return span.frame[3] + 3


def foot_columns(draft: Draft, deal: Deal) -> None:
    """Two to four columns at the foot: address, how to reach, bank, register and tax."""
    groups = _foot_groups(draft, deal)
    draft.rng.shuffle(groups)
    groups = groups[: draft.rng.choice((2, 3, 3, 4))]
    ink = draft.ink.but(size=max(5.3, draft.ink.size * draft.rng.choice((0.65, 0.72, 0.8))))
    ink = ink.but(colour=GREY) if draft.chance(0.3) else ink
    ink = _narrowed(draft, ink, groups, deal)
    deepest = max(len(group) for group in groups)
    y = draft.canvas.height - 18 - deepest * ink.leading
    if draft.chance(0.5):
        draft.canvas.line(draft.margin, y - 3, draft.right, y - 3, GREY, 0.5)
    width, before = draft.inner / len(groups), len(draft.canvas.marks)
    for n, group in enumerate(groups):
        x, at = draft.margin + n * width, y
        spans = []
        for frame in group:
            spans.append(_foot_line(draft, x, at, frame, deal, ink))
            at += ink.leading
        if group[0] == "{seller_name}":
            draft.know("seller_address", joined(spans[1:]))
    words = tuple(range(before, len(draft.canvas.marks)))
    draft.place("footer", Span(words, " ".join(draft.canvas.marks[n].text for n in words), (0, 0, 0, 0)))


def _narrowed(draft: Draft, ink: Ink, groups: list[list[str]], deal: Deal) -> Ink:
    """The ink, smaller where a line would run into the next column."""
    widest = max(draft.canvas.measure(f.format_map(deal.values), ink) for group in groups for f in group)
    room = draft.inner / len(groups) - 6
    return ink if widest <= room else ink.but(size=max(4.0, ink.size * room / widest))


def _foot_line(draft: Draft, x: float, y: float, frame: str, deal: Deal, ink: Ink) -> Span:
    """One line of a column; a label before its value makes a pair."""
    span = told(draft, x, y, 10_000.0, frame, deal.values, ink)
    label, _, name = frame.partition(" {")
    if label and name.endswith("}") and "{" not in label:
        value = Span(span.words[len(label.split()) :], deal.values[name[:-1]], span.frame)
        draft.pair(label.rstrip(" :"), value)
    return span


def _foot_groups(draft: Draft, deal: Deal) -> list[list[str]]:
    """Columns of frames, a label drawn for each value."""

    def line(name: str) -> str:
        return f"{draft.head(entry(draft, name, '').label)} {{{name}}}"

    reach = [line(n) for n in ("seller_phone", "seller_fax", "seller_email", "seller_website") if draft.chance(0.6)]
    bank = ["{bank_name}", *(line(n) for n in ("iban", "account_number", "bic") if n in deal.values)]
    law = [line(n) for n in ("seller_vat_id", "seller_tax_number", "managing_director") if draft.chance(0.65)]
    law += tellable(said(draft, "register"), deal.values)[:1] if draft.chance(0.5) else []
    lines = {f"line{n}": text for n, text in enumerate(deal.seller.lines)}
    deal.values.update(lines)
    home = ["{seller_name}", *("{" + name + "}" for name in lines)]
    return [group for group in (home, reach, bank, law) if group]
