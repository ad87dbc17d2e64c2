"""Letters and memos: heads, subject, a body with days and sums in its sentences, a signature."""

from __future__ import annotations

from docqa_app.training.data.blocks import Entry, address, beside, distinct, entry, paragraph, ragged, record
from docqa_app.training.data.canvas import Span
from docqa_app.training.data.draft import Draft
from docqa_app.training.data.filling import fill, words
from docqa_app.training.data.labels import printed_label
from docqa_app.training.data.layouts import frame
from docqa_app.training.data.layouts.particulars import particular_entries, tell_particulars
from docqa_app.training.data.lexicon import pairs, texts

SALUTATIONS = texts("letter.salutations")
CLOSINGS = texts("letter.closings")
MEMOS = texts("letter.memos")
SUBJECTS = texts("letter.subjects")
ENCLOSED = texts("letter.enclosed")
SENTENCES = pairs("letter.sentences")


def draw(draft: Draft) -> None:
    """Composes a letter or a memo."""
    (_memo if draft.chance(0.3) else _letter)(draft)
    frame.footer(draft, frame.legal_entries(draft) if draft.chance(0.3) else [])


def subject(draft: Draft) -> str:
    """What a letter is about."""
    text = draft.rng.choice(SUBJECTS[draft.language])
    return text.format(g=draft.world.goods()[0], w=words(draft.world))


def _letter(draft: Draft) -> None:
    rng, sender = draft.rng, draft.world.party()
    y = frame.letterhead(draft, sender, draft.margin * 0.8, "sender")
    other = draft.world.party(firm=False)
    day = draft.world.dates.text(draft.world.day())
    right = draft.chance(0.6)
    below = y
    if right:
        below = _dated(draft, y, day)
    y = address(draft, draft.margin, y, draft.inner * 0.5, "recipient", other.name, other.lines)
    if not right:
        below = _dated(draft, y + 4, day)
    y = max(y, below) + rng.uniform(8, 20)
    y = _references(draft, y)
    y = _subject_line(draft, y)
    _say(draft, y, other.name)


def _dated(draft: Draft, y: float, day: str) -> float:
    """The day, with the town before it or a label."""
    form = draft.rng.randrange(3)
    if form == 0:
        span = draft.canvas.write(draft.right, y, day, draft.ink, "right")
        draft.know("letter_date", span)
    elif form == 1:
        town = f"{draft.world.city()}, {'le ' if draft.language == 'fr' else ''}"
        whole = draft.canvas.write(draft.right, y, town + day, draft.ink, "right")
        draft.know("letter_date", frame.tail(whole, town.strip(), day))
        span = whole
    else:
        return ragged(draft, draft.margin + draft.inner * 0.6, y, draft.inner * 0.4, [entry(draft, "letter_date", day)])
    return span.frame[3] + 4


def _references(draft: Draft, y: float) -> float:
    names = [n for n in ("reference", "your_reference", "customer_number", "contract_number") if draft.chance(0.25)]
    entries = [entry(draft, n, draft.world.identifier()) for n in names]
    entries = distinct([*entries, *particular_entries(draft)])
    return beside(draft, draft.margin, y, draft.inner * 0.6, entries) + 6 if entries else y


def _subject_line(draft: Draft, y: float) -> float:
    ink = draft.ink.but(bold=draft.chance(0.8))
    text = subject(draft)
    if draft.chance(0.5):
        head = printed_label(draft.rng, "subject", draft.language) + ":"
        whole = draft.canvas.write(draft.margin, y, f"{head} {text}", ink)
        record(draft, Entry("subject", head[:-1], text), frame.tail(whole, head, text), head)
    else:
        whole = draft.canvas.write(draft.margin, y, text, ink)
        draft.know("subject", whole)
    return whole.frame[3] + draft.ink.leading


def _say(draft: Draft, y: float, name: str) -> None:
    """Salutation, body, closing, signature, what is enclosed."""
    rng = draft.rng
    greeting = rng.choice(SALUTATIONS[draft.language]).format(n=name, s=name.split()[-1])
    span = draft.know("salutation", draft.canvas.write(draft.margin, y, greeting, draft.ink))
    y = _body(draft, span.frame[3] + draft.ink.leading * 0.6)
    y = draft.canvas.write(draft.margin, y, rng.choice(CLOSINGS[draft.language]), draft.ink).frame[3] + 4
    y = frame.sign_here(
        draft,
        draft.margin,
        y,
        draft.world.person(),
        fill(draft.world, "post") if draft.chance(0.6) else "",
        draft.chance(0.5),
    )
    for field, value in (("enclosure", rng.choice(ENCLOSED[draft.language])), ("cc", draft.world.person())):
        if draft.chance(0.3):
            y = ragged(draft, draft.margin, y + 6, draft.inner, [entry(draft, field, value)])


def _body(draft: Draft, y: float) -> float:
    """Paragraphs of filling with one or two telling sentences among them."""
    world = draft.world
    values = {"due_date": world.dates.text(world.day()), "total": world.money.text(world.rng.randint(5000, 900000)),
              "delivery_date": world.dates.text(world.day()), "order_number": world.identifier(),
              "contact_person": world.person(), "seller_phone": world.phone()}  # fmt: skip
    telling = [n for n in SENTENCES[draft.language] if draft.chance(0.35) and n not in draft.facts]
    for n in range(draft.rng.randint(1, 5)):
        if y > draft.canvas.height - draft.margin - 190:
            break
        text = world.paragraph(draft.rng.randint(2, 8))
        name = telling[n] if n < len(telling) else ""
        said = SENTENCES[draft.language][name].format(v=values[name]) if name else ""
        span = paragraph(draft, draft.margin, y, draft.inner, f"{text} {said}".strip())
        if name:
            _know_said(draft, name, span, said, values[name])
        y = span.frame[3] + draft.ink.leading * 0.6
        y = tell_particulars(draft, draft.margin, y, draft.inner, lowest=draft.canvas.height - draft.margin - 200)
    return y


def _know_said(draft: Draft, name: str, span: Span, said: str, value: str) -> None:
    """A value inside a sentence: its words counted from the paragraph's end. The full stop belongs to the last word."""
    sentence = said.split(" ")
    count = len(value.split(" "))
    start = next(n for n in range(len(sentence)) if " ".join(sentence[n : n + count]).rstrip(".") == value.rstrip("."))
    first = len(span.words) - len(sentence) + start
    draft.know(name, Span(span.words[first : first + count], value, span.frame))


def _memo(draft: Draft) -> None:
    """A memo: to, from, day, subject under one another."""
    rng, world = draft.rng, draft.world
    y = draft.margin
    if draft.chance(0.5):
        y = frame.letterhead(draft, world.party(), y)
    y = frame.title(draft, y, rng.choice(MEMOS[draft.language])) + 6
    entries = [
        entry(draft, "recipient_name", world.person()),
        entry(draft, "sender_name", world.person()),
        entry(draft, "letter_date", world.dates.text(world.day())),
        entry(draft, "subject", subject(draft)),
    ]
    if draft.chance(0.4):
        entries.append(entry(draft, "cc", world.person()))
    if draft.chance(0.3):
        entries.append(entry(draft, "department", fill(world, "department")))
    if draft.chance(0.5):
        rng.shuffle(entries)
    draft.colon = ":"
    y = rng.choice((beside, ragged))(draft, draft.margin, y, draft.inner, entries) + 8
    if draft.chance(0.6):
        draft.canvas.line(draft.margin, y - 4, draft.right, y - 4)
    y = _body(draft, y)
    if draft.chance(0.4):
        frame.sign_here(draft, draft.margin, y, world.person())
