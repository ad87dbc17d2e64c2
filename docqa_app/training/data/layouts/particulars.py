"""Particulars on a page: entries among its other labels, and sentences that tell them without one."""

from __future__ import annotations

from docqa_app.training.data.blocks import Entry, entry
from docqa_app.training.data.draft import Draft
from docqa_app.training.data.labels import all_fields
from docqa_app.training.data.particulars import Particular, all_particulars, value_of
from docqa_app.training.data.telling import told

COUNTS = (0, 0, 1, 1, 2, 2, 3, 4)


def particular_entries(draft: Draft) -> list[Entry]:
    """Some particulars of this page with their labels, not drawn yet."""
    return [entry(draft, one.name, value_of(draft.world, one)) for one in _some(draft, draft.rng.choice(COUNTS))]


def tell_particulars(
    draft: Draft, x: float, y: float, width: float, *, lowest: float, counts: tuple[int, ...] = COUNTS
) -> float:
    """Particulars in sentences or short lines, down to `lowest` at most; perhaps among words that say nothing."""
    some = _some(draft, draft.rng.choice(counts))
    values = {one.name: value_of(draft.world, one) for one in some}
    frames = [_frame(draft, one) for one in some]
    if draft.chance(0.4):
        frames = [" ".join(frames)] if frames else []
    for frame in frames:
        if y > lowest:
            break
        y = told(draft, x, y, width, frame, values).frame[3] + draft.ink.size * 0.3
    return y


def _frame(draft: Draft, one: Particular) -> str:
    """A sentence with a slot for the value, perhaps after one that says nothing."""
    text = draft.rng.choice(one.said[draft.language]).replace("{v}", f"{{{one.name}}}")
    text = text if text[-1] in ".!?:" else f"{text}."
    return f"{draft.world.paragraph(1)} {text}" if draft.chance(0.2) else text


def _some(draft: Draft, count: int) -> list[Particular]:
    """Particulars that may stand on this kind of page, none near another one of it."""
    fitting = [one for one in all_particulars().values() if draft.kind in one.kinds and one.unseen == draft.strange]
    draft.rng.shuffle(fitting)
    chosen: list[Particular] = []
    for one in fitting:
        taken = {*draft.facts, *(other.name for other in chosen)}
        if len(chosen) < count and one.name not in taken and not all_fields()[one.name].near & taken:
            chosen.append(one)
    return chosen
