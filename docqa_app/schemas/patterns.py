"""A clerk's regular expressions; refused where a text that almost matches would be tried for hours.

Such a pattern repeats a part that can itself be longer or shorter, and nothing marks where one ends: "([A-Z0-9]+-?)+"
shares a text out among its repeats in twice as many ways for each sign more.
"""

from __future__ import annotations

import re
from dataclasses import dataclass, field
from functools import lru_cache
from itertools import combinations

FEW = 15
"""So often such a part may be repeated: a text has fewer words and groups of digits."""
_SIGNS = tuple(map(chr, range(0x20, 0x180)))
_PIECES = re.compile(
    r"(?:(?P<look>\(\?<?[=!])|(?P<open>\((?:\?(?:P<\w+>|[a-zA-Z-]*:|>))?)|(?P<close>\))|(?P<either>\|)"
    r"|(?P<sign>\\.|\[\^?\]?(?:\\.|[^\]\\])*\]|.))(?P<times>[*+?]|\{\d*,?\d*\})?",
    re.DOTALL,
)

Signs = frozenset[str]
"""Which signs a piece of a pattern matches, of those that documents are written with."""


class BadPattern(ValueError):
    """The text says what is wrong, without a name before it."""


def compiled(pattern: str) -> re.Pattern[str]:
    """The pattern, or BadPattern where it is no regular expression or can take for ever."""
    try:
        made = re.compile(pattern)
    except (re.error, TypeError, RecursionError, OverflowError) as error:
        raise BadPattern(str(error)) from error
    if _takes_for_ever(pattern):
        raise BadPattern("it repeats a part that is a repeat itself, which can take for ever")
    return made


@dataclass(slots=True)
class _Group:
    """What stands between two brackets: signs that may stand more or less often, signs that must stand, all of them."""

    look: bool = False
    either: bool = False
    loose: list[Signs] = field(default_factory=list)
    marks: list[Signs] = field(default_factory=list)
    every: Signs = frozenset()

    def put(self, signs: Signs, least: int, most: float) -> None:
        self.every |= signs
        if signs and most > least:
            self.loose.append(signs)
        if signs and least:
            self.marks.append(signs)

    def put_group(self, inner: _Group, least: int, most: float) -> None:
        """A group: by its pieces where it stands once, else like a sign that is any of its signs."""
        if inner.look:
            return
        if inner.either or (least, most) != (1, 1):
            self.put(inner.every, 0 if inner.loose else least, most)
            return
        self.every |= inner.every
        self.loose += inner.loose
        self.marks += inner.marks

    def is_ambiguous(self) -> bool:
        """Whether a text can be shared out among its repeats in several ways: no sign that must stand ends them."""
        marks = [] if self.either else self.marks
        ended = all(any(not mark & loose for mark in marks) for loose in self.loose)
        return not ended or any(a & b for a, b in combinations(self.loose, 2))


def _takes_for_ever(pattern: str) -> bool:
    groups = [_Group()]
    for piece in _PIECES.finditer(pattern):
        least, most = _times(piece["times"])
        if piece["look"] or piece["open"]:
            groups.append(_Group(look=bool(piece["look"])))
        elif piece["close"] and len(groups) > 1:
            inner = groups.pop()
            if most > FEW and inner.is_ambiguous():
                return True
            groups[-1].put_group(inner, least, most)
        elif piece["either"]:
            groups[-1].either = True
        elif piece["sign"]:
            groups[-1].put(_signs(piece["sign"]), least, most)
    return False


def _times(said: str | None) -> tuple[int, float]:
    """How often at least and at most a piece stands, by what is written behind it."""
    if said is None:
        return 1, 1
    if said in "*+?":
        return int(said == "+"), 1 if said == "?" else float("inf")
    least, comma, most = said.strip("{}").partition(",")
    return int(least or 0), float(most or "inf") if comma else int(least or 1)


@lru_cache(maxsize=256)
def _signs(piece: str) -> Signs:
    """Those that a piece matches: none where it matches no sign of its own, such as ^; all where others decide."""
    try:
        made = re.compile(piece)
    except re.error:
        return frozenset(_SIGNS)
    return frozenset(sign for sign in _SIGNS if made.fullmatch(sign))
