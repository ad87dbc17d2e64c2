"""Draws examples from several sources, each as often as its weight says."""

from __future__ import annotations

import random
from collections.abc import Iterator, Sequence

from docqa_app.training.disguise import Wardrobe
from docqa_app.training.examples import Example, ExampleMaker
from docqa_app.training.page_lines import Line, read_lines
from docqa_app.training.question_inside import apart
from docqa_app.training.recipe import Source

DISGUISED = 0.7  # share of a disguised source's pages that wear one


def drawn(sources: Sequence[Source], maker: ExampleMaker, rng: random.Random) -> Iterator[Example]:
    """Examples without end, sources by weight, each source shuffled anew when it is used up."""
    lines = [list(read_lines(s.path)) for s in sources]
    wardrobes = [Wardrobe(held) if s.disguised else None for s, held in zip(sources, lines, strict=True)]
    left: list[list[Line]] = [[] for _ in sources]
    while True:
        n = rng.choices(range(len(sources)), [s.weight for s in sources])[0]
        if not left[n]:
            left[n] = rng.sample(lines[n], len(lines[n]))
        line = left[n].pop()
        if (wardrobe := wardrobes[n]) and rng.random() < DISGUISED:
            line = wardrobe.disguised(line, rng)
        if line["words"] or line.get("picture"):
            yield from as_examples(maker.blanked(line) if sources[n].blanked else maker.asked(line), maker)


def as_examples(example: Example, maker: ExampleMaker) -> Sequence[Example]:
    """The page as it is, or once for each question where the encoder reads the question too."""
    return apart(example, maker.ask) if maker.config.question_in_encoder else (example,)
