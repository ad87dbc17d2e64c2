"""An answer in pieces: where a column's text wraps, other columns' words stand between its lines."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from docqa_app.core.spelling import Spelling

MOST_PIECES = 5
WIDEST_GAP = 25
"""How many parts of other columns may stand between two pieces."""

SHARE_NEEDED = 0.85
"""Share of the answer's letters and digits that the pieces must spell."""

JUMP_COST = 2
"""In letters: a jump is only worth more than so many letters."""


@dataclass(frozen=True, slots=True)
class _Chain:
    """The answer's parts up to one of them, laid on page parts; `spelled` counts letters less the cost of jumps."""

    placed: tuple[tuple[int, int], ...]
    spelled: int
    jumps: int = 0


def in_pieces(answer: Spelling, page: Spelling, lines: Sequence[int] | None) -> tuple[int, ...]:
    """The words that spell the answer in up to five pieces on following lines, ascending, or ()."""
    if len(answer.parts) < 2:
        return ()
    chains = list(_chains(answer, page, lines))
    whole = [chain for chain in chains if _is_whole(chain, answer)]
    if not whole:
        return ()
    best = max(whole, key=lambda chain: chain.spelled)
    return tuple(sorted({page.parts[there].word for _, there in best.placed}))


def _chains(answer: Spelling, page: Spelling, lines: Sequence[int] | None) -> Iterator[_Chain]:
    """The best chain that ends at each place of each part of the answer."""
    where: dict[str, list[int]] = defaultdict(list)
    for index, part in enumerate(page.parts):
        where[page.folded[part.start : part.end]].append(index)
    ending: dict[tuple[int, int], _Chain] = {}
    for here, part in enumerate(answer.parts):
        for there in where.get(answer.folded[part.start : part.end], ()):
            chain = _longest(here, there, part.end - part.start, ending, page, lines)
            ending[here, there] = chain
            yield chain


def _longest(
    here: int,
    there: int,
    letters: int,
    ending: dict[tuple[int, int], _Chain],
    page: Spelling,
    lines: Sequence[int] | None,
) -> _Chain:
    """The best chain that ends with answer part `here` on page part `there`; one answer part may be missing."""
    best = _Chain(((here, there),), letters)
    for before in (here - 1, here - 2):
        for place in range(max(0, there - WIDEST_GAP), there):
            chain = ending.get((before, place))
            if chain is None:
                continue
            jump = there - place != here - before
            if jump and not _may_jump(chain, place, there, page, lines):
                continue
            spelled = chain.spelled + letters - JUMP_COST * jump
            if spelled > best.spelled:
                best = _Chain((*chain.placed, (here, there)), spelled, chain.jumps + jump)
    return best


def _may_jump(chain: _Chain, place: int, there: int, page: Spelling, lines: Sequence[int] | None) -> bool:
    if chain.jumps + 1 >= MOST_PIECES:
        return False
    return lines is None or lines[page.parts[there].word] - lines[page.parts[place].word] == 1


def _is_whole(chain: _Chain, answer: Spelling) -> bool:
    """Whether the chain spells nearly all of the answer and each of its numbers."""
    placed = {here for here, _ in chain.placed}
    letters = sum(answer.parts[here].end - answer.parts[here].start for here in placed)
    numbers = all(here in placed for here, part in enumerate(answer.parts) if part.text[0].isdigit())
    return numbers and letters >= SHARE_NEEDED * len(answer.plain)
