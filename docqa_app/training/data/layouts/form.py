"""Forms: blanks with labels beside or above, boxed, ruled, in two columns, boxes to tick, handwriting, signatures."""

from __future__ import annotations

from docqa_app.training.data import marks
from docqa_app.training.data.blocks import Entry, entry, paragraph, record
from docqa_app.training.data.canvas import Ink
from docqa_app.training.data.draft import Draft
from docqa_app.training.data.filling import fill, form_labels, words
from docqa_app.training.data.fonts import choose, families
from docqa_app.training.data.grids import Column, draw_table
from docqa_app.training.data.layouts import frame, typed_form
from docqa_app.training.data.lexicon import headings, texts

TITLES = texts("form.titles")
QUESTIONS = headings("form.questions")
KNOWN = {
    "full_name": "person", "date_of_birth": "day", "place_of_birth": "city", "occupation": "job", "employer": "company",
    "nationality": "citizen", "phone": "phone", "mobile": "phone", "email": "email", "street": "street", "city": "city",
    "policy_number": "number", "claim_number": "code", "department": "department", "seller_fax": "phone",
    "contract_number": "code", "signature_date": "day", "iban": "bank", "cc": "person", "subject": "words",
}  # fmt: skip


def draw(draft: Draft) -> None:
    """Composes a form."""
    if draft.chance(0.35):
        pen, entries = _pen(draft), form_entries(draft, draft.rng.randint(8, 26))
        typed_form.draw(draft, typed_form.typed_entries(draft, entries), pen)
        return
    y = _top(draft)
    pen = _pen(draft)
    entries = form_entries(draft, draft.rng.randint(6, 26))
    blanks = draft.rng.choice((0.0, 0.0, 0.1, 0.25))
    entries = [Entry(e.name, e.label, "" if draft.chance(blanks) else e.value) for e in entries]
    style = draft.rng.choice((_lined, _lined, _boxes, _columns, _typed, _sections))
    _below(draft, style(draft, y, entries, pen), pen)
    frame.footer(draft, [], pages=True)


def _below(draft: Draft, y: float, pen: Ink) -> None:
    """What stands under the blanks where there is room: boxes to tick, a small table, a text, signatures."""
    limit = draft.canvas.height - draft.margin - 60
    for _ in range(draft.rng.randint(0, 3)):
        if y < limit:
            y = ticks(draft, y, pen)
    if draft.chance(0.25) and y < limit - 60:
        y = _small_table(draft, y)
    if draft.chance(0.35) and y < limit - 30:
        text = draft.world.paragraph(draft.rng.randint(2, 7))
        y = paragraph(draft, draft.margin, y + 4, draft.inner, text).frame[3] + 6
    if draft.chance(0.6) and y < limit:
        _signing(draft, y, pen)


def _top(draft: Draft) -> float:
    y = draft.margin * draft.rng.uniform(0.5, 1)
    if draft.chance(0.4):
        y = frame.letterhead(draft, draft.world.party(), y)
    if draft.chance(0.9):
        text = draft.rng.choice(TITLES[draft.language])
        if draft.chance(0.3):
            text = f"{text} {draft.world.hashes(draft.rng.choice(('Form ##-?', 'No. ####', '(###)')))}"
        y = frame.title(draft, y, text)
    return y + 4


def _pen(draft: Draft) -> Ink:
    """What the blanks are filled in with: the page's own face, a typewriter or handwriting."""
    form = draft.rng.random()
    if form < 0.4:
        return draft.ink.but(bold=draft.chance(0.2))
    role = "hand" if form < 0.75 else "type"
    colour = draft.rng.choice(((25, 40, 140), (20, 20, 24), (40, 40, 60))) if role == "hand" else None
    accented = draft.language != "en" and bool(families(role, True))
    return Ink(
        choose(draft.rng, role, accented),
        draft.ink.size * (1.15 if role == "hand" else 1.0),
        colour or draft.ink.colour,
    )


def form_entries(draft: Draft, count: int) -> list[Entry]:
    """Entries with labels that differ, some of known fields, most of any sort."""
    names = [n for n in KNOWN if n != "iban" and draft.chance(0.3)]
    out = [entry(draft, n, fill(draft.world, KNOWN[n])) for n in names]
    free = list(form_labels(draft.language))
    draft.rng.shuffle(free)
    out += [Entry("", label, fill(draft.world, sort)) for label, sort in free[:count]]
    draft.rng.shuffle(out)
    seen: set[str] = set()
    kept = []
    for item in out:
        if item.label.lower() not in seen:
            seen.add(item.label.lower())
            kept.append(item)
    return kept[:count]


def _write_value(draft: Draft, x: float, y: float, item: Entry, pen: Ink, width: float, key: str) -> float:
    if not item.value:
        draft.pair(key.rstrip(" :"), draft.canvas.write(x, y, "", pen))
        return y + draft.ink.leading
    rise = draft.rng.uniform(-1.5, 1.0) if pen != draft.ink else 0.0
    span = draft.canvas.write_lines(x, y + rise, draft.canvas.wrap(item.value, pen, max(50.0, width)), pen)
    record(draft, item, span, key)
    return span.frame[3]


def _room(draft: Draft, y: float) -> bool:
    return y < draft.canvas.height - draft.margin - 50


def _lined(
    draft: Draft, y: float, entries: list[Entry], pen: Ink, x: float | None = None, width: float | None = None
) -> float:
    """Each label with a line to write on after it."""
    x, width = x or draft.margin, width or draft.inner
    ink = draft.ink.but(bold=draft.bold_labels)
    column = draft.rng.choice((0.0, width * 0.35, width * 0.42))
    lead = draft.ink.leading * draft.rng.choice((1.25, 1.5, 1.8, 2.3))
    underlined = draft.chance(0.7)
    for item in entries:
        if not _room(draft, y):
            break
        head = draft.head(item.label)
        end = max(draft.canvas.write(x, y, head, ink).frame[2] + 6, x + column)
        bottom = _write_value(draft, end + 2, y, item, pen, x + width - end, head)
        if underlined:
            draft.canvas.line(end, y + ink.leading, x + width, y + ink.leading, weight=0.5)
        y = max(y + lead, bottom + 2)
    return y + 4


def _boxes(draft: Draft, y: float, entries: list[Entry], pen: Ink) -> float:
    """Ruled boxes, the label small in the corner."""
    rng = draft.rng
    small = draft.ink.but(size=draft.ink.size * 0.72)
    height = small.leading + draft.ink.leading * 1.35 + 2
    left = list(entries)
    while left and _room(draft, y):
        across = min(len(left), rng.choice((1, 2, 2, 3)))
        cuts = (
            sorted(rng.uniform(0.3, 0.7) for _ in range(across - 1))
            if across == 2
            else [n / across for n in range(1, across)]
        )
        edges = [draft.margin + draft.inner * c for c in (0.0, *cuts, 1.0)]
        bottom = y + height
        for n in range(across):
            item = left.pop(0)
            head = draft.head(item.label, colon=False)
            draft.canvas.write(edges[n] + 3, y + 1, head, small)
            reach = _write_value(
                draft, edges[n] + 5, y + 2 + small.leading, item, pen, edges[n + 1] - edges[n] - 8, head
            )
            bottom = max(bottom, reach + 2)
        for n in range(across):
            draft.canvas.box((edges[n], y, edges[n + 1], bottom))
        y = bottom
    return y + 8


def _columns(draft: Draft, y: float, entries: list[Entry], pen: Ink) -> float:
    """Two columns of lined blanks."""
    half = (len(entries) + 1) // 2
    width = draft.inner * 0.47
    left = _lined(draft, y, entries[:half], pen, draft.margin, width)
    right = _lined(draft, y, entries[half:], pen, draft.margin + draft.inner * 0.53, width)
    return max(left, right)


def _typed(draft: Draft, y: float, entries: list[Entry], pen: Ink) -> float:
    """A typewritten page: all in one face, labels in capitals, generous space."""
    old = draft.ink
    draft.ink = Ink(choose(draft.rng, "type", draft.language != "en"), old.size * 1.1, old.colour)
    draft.upper = draft.chance(0.7)
    y = _lined(draft, y, entries, draft.ink)
    draft.ink = old
    return y


def _sections(draft: Draft, y: float, entries: list[Entry], pen: Ink) -> float:
    """Shaded headings between groups of blanks."""
    names = {
        "en": ("General information", "Details", "To be completed by the office"),
        "de": ("Allgemeine Angaben", "Einzelheiten", "Vom Amt auszufüllen"),
        "fr": ("Informations générales", "Détails", "Réservé à l'administration"),
    }
    size = max(3, len(entries) // 3 + 1)
    for n, start in enumerate(range(0, len(entries), size)):
        if not _room(draft, y + 30):
            break
        draft.canvas.box((draft.margin, y, draft.right, y + draft.ink.leading + 4), outline=None, fill=(215, 220, 228))
        draft.canvas.write(
            draft.margin + 4, y + 2, f"{n + 1}. {names[draft.language][n % 3]}", draft.ink.but(bold=True)
        )
        y = _lined(draft, y + draft.ink.leading + 9, entries[start : start + size], pen)
    return y


def ticks(draft: Draft, y: float, pen: Ink) -> float:
    """A question with boxes to tick: one ticked, or none."""
    group, options = draft.rng.choice(tuple(QUESTIONS[draft.language].items()))
    if any(tick.group == group for tick in draft.ticks):
        return y
    head = draft.canvas.write(draft.margin, y, draft.head(group), draft.ink.but(bold=draft.bold_labels))
    chosen = draft.rng.randrange(len(options)) if draft.chance(0.9) else -1
    x = max(head.frame[2] + 14, draft.margin + draft.inner * draft.rng.choice((0.2, 0.3)))
    upright = draft.chance(0.2)
    if upright:
        y += draft.ink.leading * 1.2
        x = draft.margin + 12
    for n, option in enumerate(options):
        if not upright and x + draft.canvas.measure(option, draft.ink) + 20 > draft.right:
            x, y = draft.margin + 12, y + draft.ink.leading * 1.3
        span = marks.tick_box(draft, x, y, option, n == chosen, draft.ink, group)
        if upright:
            y += draft.ink.leading * 1.2
        else:
            x = span.frame[2] + draft.ink.size * draft.rng.uniform(1.2, 2.5)
    return y + draft.ink.leading * 1.5


def _small_table(draft: Draft, y: float) -> float:
    heads = {
        "en": ("Item", "Qty", "Remarks"),
        "de": ("Artikel", "Menge", "Bemerkung"),
        "fr": ("Article", "Quantité", "Remarque"),
    }[draft.language]
    columns = [Column("item", heads[0], wide=True), Column("quantity", heads[1], "centre"), Column("remarks", heads[2])]
    names = draft.world.goods()[: draft.rng.randint(2, 4)]
    rows = [[name, str(draft.rng.randint(1, 40)), words(draft.world)] for name in names]
    return draw_table(draft, draft.margin, y, draft.inner, columns, rows)


def _signing(draft: Draft, y: float, pen: Ink) -> None:
    """Day and signature at the foot."""
    if "signature_date" not in draft.facts and draft.chance(0.6):
        item = entry(draft, "signature_date", draft.world.dates.text(draft.world.day()))
        head = draft.head(item.label)
        if not any(pair.key.lower() == head.rstrip(" :").lower() for pair in draft.pairs):
            end = draft.canvas.write(draft.margin, y + 30, head, draft.ink).frame[2]
            _write_value(draft, end + 6, y + 30, item, pen, 140, head)
    frame.sign_here(
        draft,
        draft.margin + draft.inner * 0.55,
        y,
        draft.world.person(),
        fill(draft.world, "post") if draft.chance(0.3) else "",
    )
