"""Questions for boxes to tick: whether one is ticked, which of a group is, how many are, in three languages."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from docqa_app.core.document import Page
from docqa_app.core.find import fold
from docqa_app.core.spelling import spell
from docqa_app.extracting.choices import Choice, find_choices
from docqa_app.extracting.meaning import SMALL
from docqa_app.extracting.sights import SAID, language_of

SURE = 0.95
"""The share of answers that are right where the ink leaves no doubt."""
_TICKED = frozenset(
    "ticked tick checked check marked mark selected chosen crossed set applies "
    "angekreuzt markiert ausgewahlt gewahlt angehakt gesetzt ankreuzt "
    "coche cochee coches cochees selectionne selectionnee choisi choisie marque marquee".split()
)
_FRAME = (
    SMALL
    | _TICKED
    | frozenset(
        "box boxes checkbox checkboxes option options choice choices under as been any all "
        "kastchen kastchens feld felder option optionen kreuz bei unter wurde worden page form seite formular "
        "case cases elle il ils elles pour sous y a qu est ce qui page formulaire".split()
    )
)
_WHICH = frozenset("which what was welche welches welcher quel quelle quels quelles qu".split())
_COUNT = re.compile(r"^(how many|wie viele|wieviele|combien)\b")


@dataclass(frozen=True, slots=True)
class ChoiceSaid:
    """The answer that ticks give; `text` is "" where nothing of a group is ticked. `share`: how sure, 0..1."""

    text: str
    share: float
    page: int
    words: tuple[int, ...]


def choice_said(question: str, pages: Sequence[Page]) -> ChoiceSaid | None:
    """What the boxes of these pages say to a question; None where it asks for none of them, or could mean several."""
    choices = [choice for page in pages for choice in find_choices(page)]
    if not choices:
        return None
    asked = _words(question)
    ticks = not _TICKED.isdisjoint(asked)
    if ticks and _COUNT.match(fold(question)):
        return _counted(asked, choices)
    whether = _whether(asked, choices) if ticks and _WHICH.isdisjoint(asked[:1]) else None
    return whether or _chosen(asked, choices, ticks)


def _words(text: str) -> list[str]:
    return re.findall(r"[^\W_]+", fold(text))


def _counted(asked: Sequence[str], choices: Sequence[Choice]) -> ChoiceSaid | None:
    """How many boxes are ticked, of all or of a group."""
    named = [choice for choice in choices if _named(asked, choice, [choice.group])]
    counted = choices if _framed(asked) else named
    ticked = [choice for choice in counted if choice.ticked >= 0.5]
    if not counted:
        return None
    return _said(str(len(ticked)), ticked or counted[:1], counted)


def _whether(asked: Sequence[str], choices: Sequence[Choice]) -> ChoiceSaid | None:
    """Whether the one box is ticked that the question names by its caption, or by caption and group."""
    for called in (lambda choice: [choice.group, choice.caption], lambda choice: [choice.caption]):
        named = [choice for choice in choices if _named(asked, choice, called(choice))]
        if len(named) > 1:  # "Is the check box D marked?" does not ask for the box "check"
            named = [choice for choice in named if not _framed(_words(choice.caption))] or named
        if named:
            said = SAID[language_of(set(asked))]["yes" if named[0].ticked >= 0.5 else "no"]
            return _said(said, named, named) if len(named) == 1 else None
    return None


def _chosen(asked: Sequence[str], choices: Sequence[Choice], ticks: bool) -> ChoiceSaid | None:
    """What is ticked of the group that the question names; of boxes alone only a question that speaks of ticks."""
    groups = dict.fromkeys((choice.page, choice.group) for choice in choices)
    named = [group for group in groups if _named(asked, None, [group[1]])]
    if not named and ticks and len(groups) == 1 and _framed(asked):
        named = list(groups)
    if len(named) != 1:
        return None
    of_group = [choice for choice in choices if (choice.page, choice.group) == named[0]]
    if len(of_group) == 1 and not ticks:
        return None
    ticked = [choice for choice in of_group if choice.ticked >= 0.5]
    return _said(", ".join(choice.caption for choice in ticked), ticked or of_group[:1], of_group)


def _said(text: str, shown: Sequence[Choice], weighed: Sequence[Choice]) -> ChoiceSaid:
    """The answer with the words of what it shows; one unsure box makes it unsure."""
    doubt = min(abs(2 * choice.ticked - 1) for choice in weighed)
    page = shown[0].page
    words = sorted({index for choice in shown if choice.page == page for index in choice.words})
    return ChoiceSaid(text, 0.5 + (SURE - 0.5) * doubt, page, tuple(words))


def _named(asked: Sequence[str], choice: Choice | None, names: Sequence[str]) -> bool:
    """Whether the question names these and says nothing else but what frames it."""
    left = [list(asked)]
    for name in names:
        if not _words(name):
            return False
        left = [rest for words in left for rest in _without(words, name)]
    return any(_framed(rest) for rest in left)


def _framed(words: Sequence[str]) -> bool:
    return all(word in _FRAME for word in words if word)


def _without(words: Sequence[str], name: str) -> Iterator[list[str]]:
    """The words without a run of them that spells the name."""
    wanted = _words(name)
    for at in range(len(words)):
        for end in range(at + 1, min(len(words), at + len(wanted) + 1) + 1):
            if _alike("".join(words[at:end]), "".join(wanted)):
                yield [*words[:at], "", *words[end:]]


def _alike(asked: str, printed: str) -> bool:
    """Whether they are spelled alike; in a longer name one letter may be misread."""
    a, b = spell([asked]).folded, spell([printed]).folded
    return a == b or (min(len(a), len(b)) >= 6 and _one_off(a, b))


def _one_off(a: str, b: str) -> bool:
    """Whether one letter at most differs, is missing or is too many."""
    start = 0
    while start < min(len(a), len(b)) and a[start] == b[start]:
        start += 1
    return any(a[start + i :] == b[start + j :] for i, j in ((1, 1), (1, 0), (0, 1)))
