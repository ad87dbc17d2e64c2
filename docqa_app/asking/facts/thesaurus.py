"""Words that mean the same to somebody who looks for something on a paper, in English, German and French.

`meanings/*.txt` hold a group a line: what papers print and what people ask with, the languages parted by bars.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from functools import cache
from pathlib import Path

from docqa_app.asking.meaning import parts_of

FOLDER = Path(__file__).with_name("meanings")
SHORTEST_STEM = 4
MOST_GROUPS = 5
"""A stem of more groups means too much to be told by them."""
_ENDING_LETTERS = (
    "ements ement ations ation ungen ung ern eur euse ers ees ent ant ten tes tem ter ing ies ed es en er em ee "
    "te st ts e s n t y"
)
_ENDINGS = tuple(_ENDING_LETTERS.split())


def stem(word: str) -> str:
    """A folded word without the ending of its form, whatever its language; numbers and short words as they are."""
    if word.isdigit():
        return word
    ending = next((one for one in _ENDINGS if word.endswith(one) and len(word) - len(one) >= SHORTEST_STEM), "")
    return word[: len(word) - len(ending)]


@dataclass(frozen=True, slots=True)
class Thesaurus:
    """Groups, numbered from 0. `spelled`: those of each single word as it is spelled, folded; `words`: those of each
    stem; `phrases`: those of each phrase of several stems, by the first of them."""

    spelled: Mapping[str, tuple[int, ...]]
    words: Mapping[str, tuple[int, ...]]
    phrases: Mapping[str, Mapping[tuple[str, ...], tuple[int, ...]]]


@cache
def thesaurus() -> Thesaurus:
    """All groups of all files."""
    single: dict[str, tuple[int, ...]] = defaultdict(tuple)
    phrases: dict[str, dict[tuple[str, ...], tuple[int, ...]]] = defaultdict(lambda: defaultdict(tuple))
    for group, texts in enumerate(_groups()):
        for text in texts:
            first, *more = map(stem, text)
            if more:
                phrases[first][(first, *more)] += (group,)
            else:
                single[text[0]] += (group,)
    return Thesaurus(single, _by_stem(single), {first: dict(found) for first, found in phrases.items()})


def _by_stem(single: Mapping[str, tuple[int, ...]]) -> Mapping[str, tuple[int, ...]]:
    stems: dict[str, set[int]] = defaultdict(set)
    for word, groups in single.items():
        stems[stem(word)].update(groups)
    return {word: tuple(sorted(groups)) for word, groups in stems.items() if len(groups) <= MOST_GROUPS}


def _groups() -> Iterator[set[tuple[str, ...]]]:
    """The words of each text of each group, folded."""
    for file in sorted(FOLDER.glob("*.txt")):
        for line in file.read_text(encoding="utf-8").splitlines():
            if line.strip() and not line.startswith("#"):
                texts = {tuple(parts_of(text)) for language in line.split("|") for text in language.split(",")}
                yield texts - {()}
