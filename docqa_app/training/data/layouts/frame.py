"""What pages of many kinds share: letterheads, titles, parties, footers, signatures."""

from __future__ import annotations

from collections.abc import Sequence

from docqa_app.training.data import marks
from docqa_app.training.data.blocks import GREY, Entry, entry, paragraph, ragged, running
from docqa_app.training.data.canvas import Frame, Span, joined
from docqa_app.training.data.checks import digits, random_iban, siren
from docqa_app.training.data.content import Party
from docqa_app.training.data.draft import Draft
from docqa_app.training.data.labels import printed_label
from docqa_app.training.data.lexicon import texts

GREETINGS = texts("frame.greetings")
SMALL_PRINT = texts("frame.small_print")


def letterhead(draft: Draft, party: Party, y: float, role: str = "seller") -> float:
    """The firm's name, perhaps a logo, address and how to reach it."""
    rng, canvas = draft.rng, draft.canvas
    side = rng.choice(("left", "left", "centre", "right"))
    x = {"left": draft.margin, "centre": canvas.width / 2, "right": draft.right}[side]
    size = 0.0
    if draft.chance(0.5):
        size = rng.uniform(28, 52)
        at = {"left": draft.margin, "centre": draft.margin, "right": draft.margin}[side]
        if side == "left" and draft.chance(0.5):
            at, shift = draft.right - size, 0.0
        else:
            shift = size + 10 if side == "left" else 0.0
        marks.logo(draft, at, y, size, party.name)
        x += shift
    ink = draft.ink.but(size=rng.choice((12, 14, 16, 20, 24)), bold=draft.chance(0.8))
    if draft.chance(0.35):
        ink = ink.but(colour=draft.accent)
    name = canvas.write_lines(x, y, canvas.wrap(party.name, ink, draft.inner * 0.6), ink, side)
    draft.know(f"{role}_name", name)
    y2 = _reach(draft, party, x, name.frame[3] + 2, side, role, name)
    return max(y2, y + size) + rng.uniform(6, 18)


def _reach(draft: Draft, party: Party, x: float, y: float, side: str, role: str, name: Span) -> float:
    ink = draft.ink.but(size=draft.ink.size * draft.rng.choice((0.85, 0.9, 1.0)))
    sep = draft.rng.choice((", ", " · ", " - ", ""))
    lines = [sep.join(part.rstrip(",") for part in party.lines)] if sep and draft.chance(0.4) else list(party.lines)
    span = draft.canvas.write_lines(x, y, lines, ink, side)
    draft.place("header", joined((name, span)))
    draft.know(f"{role}_address", span)
    y = span.frame[3] + 1
    if draft.chance(0.75):
        y = _contacts(draft, party, x, y, side, role)
    return y


def _contacts(draft: Draft, party: Party, x: float, y: float, side: str, role: str) -> float:
    """Phone, e-mail and web, each line with its label before it."""
    values = {"seller_phone": party.phone, "seller_fax": draft.world.phone(), "seller_email": party.email,
              "seller_website": party.website}  # fmt: skip
    chosen = [name for name in values if draft.chance(0.55)]
    ink = draft.ink.but(size=draft.ink.size * 0.9)
    for name in chosen:
        label = printed_label(draft.rng, name, draft.language)
        head = draft.head(label)
        if side == "left":
            first = draft.canvas.write(x, y, head, ink)
            span = draft.canvas.write(first.frame[2] + 4, y, values[name], ink)
        else:
            whole = draft.canvas.write(x, y, f"{head} {values[name]}", ink, side)
            span = tail(whole, head, values[name])
        draft.pair(head.rstrip(" :"), span)
        draft.know(name, span, label)
        y += ink.leading
    return y


def tail(whole: Span, head: str, value: str) -> Span:
    """The part of a written line after its label."""
    skip = len([part for part in head.split(" ") if part])
    return Span(whole.words[skip:], value, whole.frame)


def title(draft: Draft, y: float, text: str, side: str | None = None) -> float:
    """The page's title, large."""
    rng = draft.rng
    side = side or rng.choice(("left", "centre", "right"))
    x = {"left": draft.margin, "centre": draft.canvas.width / 2, "right": draft.right}[side]
    ink = draft.ink.but(size=rng.choice((13, 15, 18, 22, 28)), bold=draft.chance(0.85))
    if draft.chance(0.3):
        ink = ink.but(colour=draft.accent)
    text = text.upper() if draft.chance(0.4) else text
    lines = draft.canvas.wrap(text, ink, draft.inner)
    span = draft.canvas.write_lines(x, y, lines, ink, side)
    draft.know("document_title", span)
    return span.frame[3] + rng.uniform(4, 14)


def bank_entries(draft: Draft, full: bool = True) -> list[Entry]:
    """How to pay: bank, IBAN or account, BIC."""
    world, rng = draft.world, draft.rng
    european = world.country in ("DE", "FR", "GB")
    out = [entry(draft, "bank_name", world.bank())]
    if european:
        out += [entry(draft, "iban", random_iban(rng, world.country)), entry(draft, "bic", world.bic())]
    else:
        out.append(
            entry(draft, "account_number", world.hashes(rng.choice(("##########", "###-######-#", "#### #### ####"))))
        )
        if draft.chance(0.5):
            out.append(entry(draft, "bic", world.bic()))
    return out if full else out[1:]


def legal_entries(draft: Draft) -> list[Entry]:
    """Tax and company numbers."""
    world, rng = draft.world, draft.rng
    out = []
    if draft.chance(0.75):
        out.append(entry(draft, "seller_vat_id", world.vat_id()))
    if draft.chance(0.4):
        forms = {"DE": f"HRB {digits(rng, 5)}", "FR": siren(rng) + " 000" + digits(rng, 2)}
        value = forms.get(world.country, world.hashes(rng.choice(("######-?", "########", "(######-?)"))))
        out.append(entry(draft, "seller_registration", value))
    if world.country == "DE" and draft.chance(0.5):
        out.append(entry(draft, "seller_tax_number", world.hashes("##/###/#####")))
    return out


def footer(draft: Draft, entries: Sequence[Entry], pages: bool = True) -> None:
    """Small print along the bottom: entries, a rule, a page number."""
    canvas, rng = draft.canvas, draft.rng
    y = canvas.height - draft.margin * 0.5 - 30
    kept, draft.ink = (
        draft.ink,
        draft.ink.but(size=max(5.8, draft.ink.size * 0.75), colour=GREY if draft.chance(0.4) else None),
    )
    if draft.chance(0.6):
        canvas.line(draft.margin, y - 3, draft.right, y - 3, GREY, 0.6)
    before = len(canvas.marks)
    if entries and draft.chance(0.4):
        half = (len(entries) + 1) // 2
        ragged(draft, draft.margin, y, draft.inner * 0.48, entries[:half])
        ragged(draft, draft.margin + draft.inner * 0.52, y, draft.inner * 0.48, entries[half:])
    elif entries:
        running(draft, draft.margin, y, draft.inner, entries)
    _mark_footer(draft, before)
    draft.ink = kept
    if pages and draft.chance(0.6):
        page_number(draft, rng.choice(("bottom", "bottom", "top")))


def _mark_footer(draft: Draft, before: int) -> None:
    words = tuple(range(before, len(draft.canvas.marks)))
    text = " ".join(draft.canvas.marks[n].text for n in words)
    draft.place("footer", Span(words, text, (0, 0, 0, 0)))


def know_span(draft: Draft, joint: str, first: str, last: str) -> None:
    """The two days of a period printed in one: each is a field of its own."""
    fact = draft.facts.get(joint)
    if fact is None:
        return
    parts = fact.text.split(" ")
    cut = next((n for n, part in enumerate(parts) if part in ("-", "to", "bis", "au", "–")), None)
    if cut is not None:
        nowhere = (0.0, 0.0, 0.0, 0.0)
        draft.know(first, Span(fact.words[:cut], " ".join(parts[:cut]), nowhere), fact.label)
        draft.know(last, Span(fact.words[cut + 1 :], " ".join(parts[cut + 1 :]), nowhere), fact.label)


def page_number(draft: Draft, where: str) -> None:
    """A page number; the number alone is the field."""
    rng = draft.rng
    number, total = rng.choice((1, 1, 1, 2, 3, 4, 7)), rng.randint(2, 9)
    total = max(number, total)
    word, of = {"en": ("Page", "of"), "de": ("Seite", "von"), "fr": ("Page", "sur")}[draft.language]
    form = rng.choice(
        (f"{word} {number} {of} {total}", f"{word} {number}", f"{number}/{total}", f"- {number} -", str(number))
    )
    y = draft.canvas.height - draft.margin * 0.45 if where == "bottom" else draft.margin * 0.35
    side = rng.choice(("centre", "right"))
    x = draft.canvas.width / 2 if side == "centre" else draft.right
    span = draft.canvas.write(x, y, form, draft.ink.but(size=7), side)
    at = next((n for n, part in enumerate(form.split(" ")) if part == str(number)), None)
    if at is not None:
        draft.know("page_number", Span((span.words[at],), str(number), span.frame))


def greeting(draft: Draft, x: float, y: float) -> float:
    """A sentence at the end."""
    return draft.canvas.write(x, y, draft.rng.choice(GREETINGS[draft.language]), draft.ink).frame[3]


def small_print(draft: Draft, y: float) -> float:
    """Conditions in small letters, where there is room for them and the lot falls so."""
    if y > draft.canvas.height - draft.margin - 90 or not draft.chance(0.5):
        return y
    ink = draft.ink.but(size=draft.ink.size * draft.rng.choice((0.7, 0.8, 0.9)))
    sentences = SMALL_PRINT[draft.language]
    text = " ".join(draft.rng.sample(sentences, draft.rng.randint(2, len(sentences))))
    return paragraph(draft, draft.margin, y, draft.inner, text, ink).frame[3] + 4


def sign_here(draft: Draft, x: float, y: float, name: str, post: str = "", signed: bool | None = None) -> float:
    """A signature line with a name under it; `signed` by lot where not given."""
    signed = draft.chance(0.75) if signed is None else signed
    if signed:
        marks.signature(draft, x + 6, y + 24, draft.rng.uniform(70, 130))
    draft.seen.setdefault("signed", "no")
    if draft.chance(0.6):
        draft.canvas.line(x, y + 30, x + 150, y + 30)
    span = draft.canvas.write(x, y + 33, name, draft.ink)
    draft.know("signatory", span)
    y = span.frame[3]
    if post:
        below = draft.canvas.write(x, y, post, draft.ink)
        draft.know("signatory_title", below)
        y = below.frame[3]
    return y + 4


def decorate(draft: Draft) -> None:
    """Now and then a stamp, a bar code, a square code somewhere on the page."""
    rng, canvas = draft.rng, draft.canvas
    if draft.chance(0.38):
        marks.stamp(draft, rng.uniform(0.25, 0.8) * canvas.width, rng.uniform(0.25, 0.85) * canvas.height)
    if draft.kind in ("letter", "form", "report", "table") and draft.chance(0.3):
        _serial(draft)
    at, low = draft.right - 120, canvas.height - draft.margin * 0.5 - 95
    if draft.chance(0.09) and _free(draft, (at, draft.margin * 0.25, at + 110, draft.margin * 0.25 + 22)):
        marks.barcode(draft, at, draft.margin * 0.25, 110, 22)
    if draft.chance(0.07) and _free(draft, (draft.margin, low, draft.margin + 52, low + 52)):
        marks.square_code(draft, draft.margin, low, 52)


def adorn(draft: Draft) -> None:
    """Each thing that only the picture shows by the toss of a coin, where the page leaves room for it."""
    draft.adorned = True
    rng, seen = draft.rng, draft.seen
    if "stamp" not in seen and draft.chance(0.5):
        marks.stamp(draft, rng.uniform(0.2, 0.8) * draft.canvas.width, rng.uniform(0.15, 0.9) * draft.canvas.height)
    if "logo" not in seen and draft.chance(0.5) and (at := _room(draft, size := rng.uniform(26, 52), size)):
        marks.logo(draft, *at, size, draft.world.party().name)
    if seen.get("signed") != "yes" and draft.chance(0.5) and (at := _room(draft, wide := rng.uniform(70, 130), 34)):
        marks.signature(draft, at[0], at[1] + 24, wide * 0.9)
    if "barcode" not in seen and draft.chance(0.5) and (at := _room(draft, wide := rng.uniform(70, 140), 22)):
        marks.barcode(draft, *at, wide, 22)
    if "qr" not in seen and draft.chance(0.5) and (at := _room(draft, size := rng.uniform(40, 64), size)):
        marks.square_code(draft, *at, size)


def _room(draft: Draft, width: float, height: float, tries: int = 60) -> tuple[float, float] | None:
    """Where a thing this large covers nothing, None where no such place is found."""
    canvas = draft.canvas
    for _ in range(tries):
        x, y = draft.rng.uniform(6, canvas.width - width - 6), draft.rng.uniform(6, canvas.height - height - 6)
        if _free(draft, (x - 3, y - 3, x + width + 3, y + height + 3)):
            return x, y
    return None


def _serial(draft: Draft) -> None:
    """A number stamped at the foot when files are put in order."""
    value = draft.world.hashes(draft.rng.choice(("########", "##### ####", "##########", "?? ######", "TI######")))
    x, side = draft.rng.choice(((draft.right, "right"), (draft.canvas.width / 2, "centre"), (draft.margin, "left")))
    ink = draft.ink.but(size=draft.rng.uniform(8, 12))
    draft.know("serial_number", draft.canvas.write(x, draft.canvas.height - 20, value, ink, side))


def _free(draft: Draft, frame: Frame) -> bool:
    """Whether neither word nor picture stands there."""
    left, top, right, bottom = (v * draft.canvas.scale for v in frame)
    taken = (thing.frame for thing in (*draft.canvas.marks, *draft.canvas.sights))
    return not any(f[0] < right and f[2] > left and f[1] < bottom and f[3] > top for f in taken)
