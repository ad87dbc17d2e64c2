"""Papers whose figures are others and of which a piece is taken away, so that nobody learns them by heart.

A network that meets the same paper again answers from memory. Other figures make it read; a question whose answer was
taken away, beside the same paper where it stands, teaches what an answer is and that there may be none.
"""

from __future__ import annotations

import random
import re
from collections.abc import Callable, Mapping
from dataclasses import replace

from docqa_app.training.data.written_text import PARTED, Line, Paper

COMPARED = ("other", "stated")
"""Ways of asking that weigh figures against each other: true of the paper as it was written alone."""

TAKEN = 0.4
"""Share of the papers that lose a piece."""

YEARS = range(1900, 2100)
_SPANS = (range(2, 10), range(10, 13), range(13, 29), range(29, 32), range(32, 60), range(60, 100))
"""Numbers that may stand for each other: what can be a month, a day or an hour stays one."""


def varied(paper: Paper, rng: random.Random) -> Paper:
    """The paper with other figures, perhaps less a piece; questions that compare are left out."""
    kept = replace(paper, asked=tuple(one for one in paper.asked if one.how not in COMPARED))
    return with_other_figures(_perhaps_less(kept, rng), rng)


def with_other_figures(paper: Paper, rng: random.Random) -> Paper:
    """Every number becomes another of its length and sort, the same wherever it stands; years keep their distances."""
    texts = [text for line in paper.lines for text in line.parts]
    texts += [text for one in paper.asked for text in (one.question, *one.answers)]
    runs = dict.fromkeys(run for text in texts for run in re.findall(r"\d+", text))
    swap = _swapper(_others(list(runs), rng))
    lines = tuple(replace(line, parts=tuple(map(swap, line.parts))) for line in paper.lines)
    asked = (replace(one, question=swap(one.question), answers=tuple(map(swap, one.answers))) for one in paper.asked)
    return replace(paper, lines=lines, asked=tuple(asked))


def _swapper(others: Mapping[str, str]) -> Callable[[str], str]:
    return lambda text: re.sub(r"\d+", lambda run: others[run.group()], text)


def _others(runs: list[str], rng: random.Random) -> dict[str, str]:
    """Another number for each, never the same for two."""
    shift, taken, others = rng.choice((-3, -2, -1, 1, 2, 3)), set[str](), dict[str, str]()
    for run in runs:
        drawn = (_other(run, shift, rng) for _ in range(20))
        others[run] = next((one for one in drawn if one not in taken), run)
        taken.add(others[run])
    return others


def _other(run: str, shift: int, rng: random.Random) -> str:
    number, size = int(run), len(run)
    if number < 2:
        return run
    if size == 4 and number in YEARS:
        return str(number + shift)
    if size <= 2:
        return str(rng.choice(next(span for span in _SPANS if number in span))).zfill(size)
    zeros = size - len(run.lstrip("0"))
    rest = [rng.choice("123456789"), *(rng.choice("0123456789") for _ in range(size - zeros - 1))]
    return "0" * zeros + "".join(rest)


# -- what is taken away -----------------------------------------------------------------------------------------------


def _perhaps_less(paper: Paper, rng: random.Random) -> Paper:
    pieces = [(place, piece) for place, piece in _pieces(paper) if _tells_alone(paper, place, piece)]
    if not pieces or rng.random() >= TAKEN:
        return paper
    (line, part), text = rng.choice(pieces)
    gone = {one.question for one in paper.asked if any(answer in text for answer in one.answers)}
    lines = list(paper.lines)
    lines[line : line + 1] = _less(lines[line], part)
    asked = (replace(one, how="absent", answers=()) if one.question in gone else one for one in paper.asked)
    return replace(paper, lines=tuple(lines), asked=tuple(asked))


Place = tuple[int, int | None]
"""A line's number, and which of its parts; None for all of it."""


def _pieces(paper: Paper) -> list[tuple[Place, str]]:
    """What may be taken away: an entry, a row below its head, a paragraph."""
    pieces: list[tuple[Place, str]] = []
    before = ""
    for number, line in enumerate(paper.lines):
        if line.sort == "K":
            pieces += [((number, part), text) for part, text in enumerate(line.parts)]
        elif line.sort == "T" or (line.sort == before == "R"):
            pieces.append(((number, None), PARTED.get(line.sort, " ").join(line.parts)))
        before = line.sort
    return pieces


def _tells_alone(paper: Paper, place: Place, text: str) -> bool:
    """Whether the piece answers a question that nothing else on the paper answers, as far as letters tell."""
    whole = "\n".join(part for line in paper.lines for part in line.parts)
    answers = [one.answers[0] for one in paper.asked if one.answers and one.answers[0] in text]
    return bool(answers) and all(whole.count(answer) == 1 for answer in answers)


def _less(line: Line, part: int | None) -> tuple[Line, ...]:
    return () if part is None else (replace(line, parts=line.parts[:part] + line.parts[part + 1 :]),)
