"""Whether a text can be the name of a person, by its letters alone."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from itertools import pairwise

from docqa_app.core.find import fold

MOST_WORDS = 6
_TITLES_WORDS = (
    "mr mrs ms miss dr prof professor herr herrn frau m mme mlle sir rev md phd jr sr ii iii esq von van de "
    "der du la le del bin"
)
_TITLES = frozenset(_TITLES_WORDS.split())
_PERSONS_WORDS = "mr mrs ms miss dr prof professor herr herrn frau mme mlle md phd jr sr esq"
_PERSONS = frozenset(_PERSONS_WORDS.split())
_JOINING = frozenset(["von", "van", "de", "der", "du", "la", "le", "del", "bin"])
"""Parts of names behind which a name goes on."""
LONGEST_SHORTENED = 4
"""Letters of a shortened first name, as in "Robt."."""
_NO_NAMES_WORDS = (
    "the and of for to in on at by with from your our this that is are was will please enclosure enclosures "
    "encl attachment attachments anlage anlagen pieces cc copy copies page seite director manager president "
    "secretary chairman department dear street avenue road company inc corporation university telephone phone "
    "fax date subject und der die das fur mit von zu im les des pour avec vice assistant associate officer "
    "executive"
)
_NO_NAMES = frozenset(_NO_NAMES_WORDS.split())
_WORD = re.compile(r"[A-ZÀ-Þ](?:[^\W\d_]|['’-])*[.,]*|[A-ZÀ-Þ]\.(?:[A-ZÀ-Þ]\.)*,?")


def is_name(text: str) -> bool:
    """Whether these are two to six capital words, initials and titles among them, and none that names never hold."""
    words = re.sub(r"(?<=\w) \.|(?<=\w)/", ".", text.strip(" .,;:/|-_")).split()
    plain = [_plain(word) for word in words]
    if not 2 <= len(words) <= MOST_WORDS or any(word in _NO_NAMES and word not in _TITLES for word in plain):
        return False
    if not plain[0] or (plain[-1] in _JOINING and words[-1].islower()):
        return False
    capital = [bool(_WORD.fullmatch(word)) or p in _TITLES for word, p in zip(words, plain, strict=True)]
    return all(capital) and any(len(p) > 2 and p not in _TITLES for p in plain)


def is_no_name(word: str) -> bool:
    """Whether names never hold a word."""
    return _plain(word) in _NO_NAMES


def is_surely_name(text: str) -> bool:
    """Whether an initial, a title or a degree says that a name is a person's."""
    plain = [_plain(word) for word in text.split()]
    return is_name(text) and any(len(word) == 1 or word in _PERSONS for word in plain)


def names_in(words: Sequence[str]) -> Iterator[tuple[int, int]]:
    """Where names stand among words that follow one another, each from its first word up to the end; the longest."""
    at = 0
    while at < len(words):
        ends = range(min(len(words), at + MOST_WORDS), at + 1, -1)
        end = next((end for end in ends if _is_unbroken(words[at:end]) and is_name(" ".join(words[at:end]))), 0)
        if end:
            yield at, end
        at = end or at + 1


def _is_unbroken(words: Sequence[str]) -> bool:
    """Whether no comma, end of a sentence or other mark parts them; one before "M.D." or "Jr." does not."""
    parted = (word[-1] in ",;:" and not _is_degree(after) for word, after in pairwise(words))
    return not any(parted) and not any(map(_ends_sentence, words[:-1]))


def _is_degree(word: str) -> bool:
    """Whether a word behind a comma may belong to the name before it: a degree, a title or an initial."""
    plain = re.sub(r"\W", "", word)
    return len(plain) < 4 and (plain.isupper() or fold(plain) in _PERSONS)


def _ends_sentence(word: str) -> bool:
    """Whether a point behind a word is none of a shortened name or title: "Oduya." in "offered to Mrs Oduya. Rent"."""
    plain = re.sub(r"\W", "", fold(word))
    return word.endswith(".") and "." not in word[:-1] and len(plain) > LONGEST_SHORTENED and plain not in _TITLES


def is_place_line(text: str) -> bool:
    """Whether a line of an address holds only a form of address, as "Herrn" over a name."""
    return all(_plain(word) in _TITLES | {"firma", "an"} for word in text.split())


def _plain(word: str) -> str:
    """A word as it is compared: folded, without marks."""
    return re.sub(r"\W", "", fold(word))
