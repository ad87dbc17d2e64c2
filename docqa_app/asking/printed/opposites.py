"""Words that look or stand alike and mean the opposite: employer and employee, where something begins and ends.

All words are folded.
"""

from __future__ import annotations

import re
from collections.abc import Collection

_ACTS = re.compile(r"(\w{3,}?)(?:ers?|ors?|eurs?|euses?)")
_IS_ACTED_ON = re.compile(r"(\w{3,}?)ees?|(insur|assur|employ)(?:eds?|es?)")
_SIDES = (
    (
        "begin begins beginning began beginn beginnt start starts started startet anfang commence commences debut",
        "end ends ended ending ende endet expiry expires expire expiration fin finit ablauf",
    ),
    ("arrive arrives arrival checkin ankunft anreise arrivee", "depart departs departure checkout abfahrt abreise"),
    ("arrivee", "depart"),
    ("opening offnung ouverture", "closing schliessung fermeture"),
    (
        "old former previous alt alte alter alten altes bisherige bisheriger ancien ancienne",
        "new neu neue neuer neuen neues nouveau nouvelle",
    ),
    ("minimum mindestens", "maximum hochstens"),
    ("first erste erster erstes premier premiere", "last letzte letzter letztes dernier derniere"),
)
_OPPOSITES = tuple((frozenset(one.split()), frozenset(other.split())) for one, other in _SIDES)


_NEXT = frozenset(["next", "nachste", "nachster", "nachstes", "nachsten", "prochain", "prochaine"])


def opposed(one: str, other: str) -> bool:
    """Whether of two words one names who does something and the other to whom it is done: insurer and insured."""
    return one[:3] == other[:3] and (_does(one, other) or _does(other, one))


def _does(one: str, other: str) -> bool:
    acts, acted_on = _ACTS.fullmatch(one), _IS_ACTED_ON.fullmatch(other)
    return acts is not None and acted_on is not None and acts[1] in acted_on.groups()


def say_opposite(asked: Collection[str], beside: Collection[str]) -> bool:
    """Whether what stands beside a text says the opposite of a word that is asked, and not that word as well."""
    sides = [pair for one, other in _OPPOSITES for pair in ((one, other), (other, one))]
    return any(
        not own.isdisjoint(asked)
        and own.isdisjoint(beside)
        and other.isdisjoint(asked)
        and not other.isdisjoint(beside)
        for own, other in sides
    )


def tells_of_next(asked: Collection[str], beside: Collection[str]) -> bool:
    """Whether what stands beside a text tells of the next one, and what is asked does not."""
    return _NEXT.isdisjoint(asked) and not _NEXT.isdisjoint(beside)
