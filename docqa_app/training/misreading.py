"""Pages as worse scans would have been read: characters confused as Tesseract confuses them, boxes a little off."""

from __future__ import annotations

import random
from collections.abc import Sequence

from docqa_app.core.metrics import anls
from docqa_app.training.data.noise import misread
from docqa_app.training.page_lines import Line
from docqa_app.training.printed import IN_OTHER_WORDS

JITTER = 0.02  # spread of a box's sides in page fractions when every character is misread; less in proportion


def misread_line(line: Line, rate: float, rng: random.Random) -> Line:
    """The line with a share `rate` of its characters misread; words stay as many, answers stay the truth."""
    return {**line, "words": [_misread_word(word, rate, rng) for word in line["words"]]}


def _misread_word(word: list[object], rate: float, rng: random.Random) -> list[object]:
    text, sides = str(word[0]), [float(str(v)) for v in word[1:5]]
    left, top, right, bottom = (min(1.0, max(0.0, v + rng.gauss(0, JITTER * rate))) for v in sides)
    box = [left, top, max(left, right), max(top, bottom)]
    return [misread(text, rate, rng) or text, *box, *word[5:]]


def best_possible(lines: Sequence[Line]) -> float:
    """ANLS of copying the evidence words as they were read: what no copying model can pass."""
    scores = [
        anls(" ".join(str(line["words"][i][0]) for i in question["evidence"]), question["answers"])
        for line in lines
        for question in line["questions"]
        if question["answers"] and question["evidence"] and question["task"] not in IN_OTHER_WORDS
    ]
    return sum(scores) / max(1, len(scores))
