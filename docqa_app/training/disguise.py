"""Real pages in disguise: other names, other digits, the same layout, so that a small set is not learned by heart.

A disguise is one map of words and one of digits, used for the whole page and its answers: what agreed before agrees
after.
"""

from __future__ import annotations

import random
import re
from collections import Counter
from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from docqa_app.training.page_lines import Line

NAMED = ("company", "address", "advertiser")
DIGITS = "3456789"  # 0, 1 and 2 stay, so that days and months stay days and months
COMMON = 0.03  # words on more than this share of the pages are no names ("SDN", "JALAN", "Invoice")
_WORD = re.compile(r"[^\W\d_]{4,}")


@dataclass(frozen=True, slots=True)
class Disguise:
    """Other words and other digits for one page."""

    words: dict[str, str]
    digits: dict[int, str]

    def of(self, text: str) -> str:
        """The text with its names and digits changed, its case and marks kept."""
        return _WORD.sub(lambda found: self._word(found[0]), text).translate(self.digits)

    def _word(self, word: str) -> str:
        other = self.words.get(word.lower())
        if other is None:
            return word
        return other.upper() if word.isupper() else other.title() if word[0].isupper() else other


class Wardrobe:
    """The names of a set of pages, from which disguises are drawn."""

    def __init__(self, lines: Sequence[Line]) -> None:
        pages = Counter(word for line in lines for word in {w for text in _texts(line) for w in _words(text)})
        names = {word for line in lines for word in _names(line)}
        self._names = sorted(word for word in names if pages[word] <= COMMON * len(lines))

    def disguised(self, line: Line, rng: random.Random) -> Line:
        """The line with its names replaced by names of other pages and its digits shuffled, in words and answers."""
        drawn = rng.sample(DIGITS, len(DIGITS))
        names = {name: rng.choice(self._names) for name in _names(line) & set(self._names)}
        disguise = Disguise(names, str.maketrans(DIGITS, "".join(drawn)))
        words = [[disguise.of(word[0]), *word[1:]] for word in line["words"]]
        return {**line, "words": words, "questions": [_worn(q, disguise) for q in line["questions"]]}


def _worn(question: Line, disguise: Disguise) -> Line:
    said = {"said": disguise.of(question["said"])} if "said" in question else {}
    answers = [disguise.of(answer) for answer in question["answers"]]
    return {**question, **said, "question": disguise.of(question["question"]), "answers": answers}


def _names(line: Line) -> set[str]:
    """The words of the answers that are names."""
    return {word for q in line["questions"] if q["task"] in NAMED for text in _told(q) for word in _words(text)}


def _told(question: Line) -> list[str]:
    return [*question["answers"], question.get("said", "")]


def _texts(line: Line) -> Iterable[str]:
    return (word[0] for word in line["words"])


def _words(text: str) -> list[str]:
    return [word.lower() for word in _WORD.findall(text)]
