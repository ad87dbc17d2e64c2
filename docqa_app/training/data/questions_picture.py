"""Questions that only the picture answers: stamps, signatures, logos, codes, ticks."""

from __future__ import annotations

from docqa_app.training.data.asking import QA, Voice
from docqa_app.training.data.draft import Draft, Tick

USUAL = {"signed": 0.02, "stamp": 0.22, "logo": 0.15, "barcode": 0.06, "qr": 0.06}
SHARES = {
    "invoice": USUAL | {"signed": 0.19, "stamp": 0.24, "logo": 0.32},
    "receipt": {"signed": 0.01, "stamp": 0.08, "logo": 0.25, "barcode": 0.22, "qr": 0.01},
    "form": USUAL | {"signed": 0.28, "stamp": 0.32},
    "letter": USUAL | {"signed": 0.5, "stamp": 0.3, "logo": 0.3},
    "statement": USUAL | {"logo": 0.45},
    "order": USUAL | {"logo": 0.01},
    "card": USUAL | {"logo": 0.48},
}
"""by kind of page, how often a thing is on it and asked for"""


EVEN = 0.5


def picture_questions(draft: Draft, voices: tuple[Voice, ...], colours: bool) -> list[QA]:
    """What is to be seen; `colours`: whether colours will be."""
    out = []
    for name, share in SHARES.get(draft.kind, USUAL).items():
        seen = draft.seen.get(name, "no") == "yes"
        # as many questions answered no as yes, so that guessing wins nothing
        share = EVEN if draft.adorned else share
        if seen or draft.chance(share / (1 - share)):
            voice = draft.rng.choice(voices)
            out.append(QA(voice.put(name), voice.yes(seen), (), "visual"))
    return out + _stamp(draft, voices, colours) + _logo(draft, voices, colours) + _ticks(draft, voices)


def _stamp(draft: Draft, voices: tuple[Voice, ...], colours: bool) -> list[QA]:
    voice, seen = draft.rng.choice(voices), draft.seen
    if "stamp" not in seen:
        return (
            [QA(voice.put(draft.rng.choice(("stamp_colour", "stamp_text"))), (), (), "absent")]
            if draft.chance(0.25)
            else []
        )
    out = [
        QA(voice.put("stamp_text"), (seen["stamp_text"],), (), "visual"),
        QA(voice.put("stamp_shape"), voice.yes(seen["stamp_shape"] == "round"), (), "visual"),
    ]
    if colours:
        out += [QA(v.put("stamp_colour"), v.colour(seen["stamp_colour"]), (), "visual") for v in voices]
    return out


def _logo(draft: Draft, voices: tuple[Voice, ...], colours: bool) -> list[QA]:
    voice = draft.rng.choice(voices)
    if not colours:
        return []
    if "logo" in draft.seen:
        return [QA(voice.put("logo_colour"), voice.colour(draft.seen["logo_colour"]), (), "visual")]
    return [QA(voice.put("logo_colour"), (), (), "absent")] if draft.chance(0.1) else []


def _ticks(draft: Draft, voices: tuple[Voice, ...]) -> list[QA]:
    out = []
    for tick in _some_ticks(draft):
        voice = draft.rng.choice(voices)
        alone = [other.caption for other in draft.ticks].count(tick.caption) == 1
        frame = "ticked" if alone and draft.chance(0.7) else "ticked_in"
        question = voice.put(frame, key=tick.caption, group=tick.group)
        out.append(QA(question, voice.yes(tick.ticked), tick.words, "visual"))
    for group in dict.fromkeys(tick.group for tick in draft.ticks):
        out.append(_choice(draft, draft.rng.choice(voices), [t for t in draft.ticks if t.group == group]))
    if draft.ticks:
        voice = draft.rng.choice(voices)
        out.append(QA(voice.put("ticks"), (str(sum(t.ticked for t in draft.ticks)),), (), "count"))
    return out


def _some_ticks(draft: Draft) -> list[Tick]:
    """As many ticked boxes as empty ones, as far as there are."""
    ticked = [tick for tick in draft.ticks if tick.ticked]
    empty = [tick for tick in draft.ticks if not tick.ticked]
    return ticked + draft.rng.sample(empty, min(len(empty), max(1, len(ticked))))


def _choice(draft: Draft, voice: Voice, options: list[Tick]) -> QA:
    """Which box of a group is ticked: unanswerable where none is."""
    question = voice.put("chosen", group=options[0].group)
    for tick in options:
        if tick.ticked:
            return QA(question, (tick.caption,), tick.words, "visual")
    return QA(question, (), (), "absent")
