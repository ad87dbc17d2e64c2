"""Questions for boxes to tick: whether one is ticked, which of a group is, how many are, in three languages."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from docqa_app.asking.meaning import SMALL, framing_language, parts_of
from docqa_app.asking.sights import FRAMES, WHETHER
from docqa_app.core.document import Page
from docqa_app.core.find import fold
from docqa_app.core.language import SAID
from docqa_app.core.spelling import edit_distance, spell
from docqa_app.extracting.choices import Choice, find_choices, sureness

_CALLED_TICKED = (
    "ticked tick checked check marked mark selected chosen crossed set applies angekreuzt markiert ausgewahlt "
    "gewahlt angehakt gesetzt ankreuzt coche cochee coches cochees selectionne selectionnee choisi choisie "
    "marque marquee"
)
_TICKED = frozenset(_CALLED_TICKED.split())
_CALLED_BOXES = (
    "box boxes checkbox checkboxes option options choice choices kastchen kastchens feld felder optionen kreuz "
    "case cases"
)
_BOXES = frozenset(_CALLED_BOXES.split())
_CALLED_AROUND = (
    "viele wieviele under as been any all page form used bei unter wurde worden wird seite formular benutzt verwendet "
    "elle il ils elles pour sous y a qu est ce qui formulaire utilise utilisee utilises utilisees"
)
_AROUND = frozenset(_CALLED_AROUND.split())
_FRAME = SMALL | _TICKED | _BOXES | _AROUND
_WHICH = frozenset(["which", "what", "welche", "welches", "welcher", "quel", "quelle", "quels", "quelles", "qu"])
_COUNT = re.compile(r"^(how many|wie viele|wieviele|combien)\b")


@dataclass(frozen=True, slots=True)
class ChoiceSaid:
    """The answer that ticks give; `text` is "" where nothing of a group is ticked. `confidence`: 0..1."""

    text: str
    confidence: float
    page: int
    words: tuple[int, ...]


def choice_said(question: str, pages: Sequence[Page]) -> ChoiceSaid | None:
    """What the boxes of these pages say to a question; None where it asks for none of them, or could mean several."""
    choices = [choice for page in pages for choice in find_choices(page)]
    asked = parts_of(question)
    if not choices or not asked:
        return None
    ticks = not _TICKED.isdisjoint(asked)
    if ticks and _COUNT.match(fold(question)):
        return _counted(asked, choices)
    whether = _whether(asked, choices) if ticks and _WHICH.isdisjoint(asked[:1]) else None
    if whether or (asked[0] in WHETHER and asked[0] != "was"):  # which asks what in German
        return whether
    return _chosen(asked, choices, ticks)


def _counted(asked: Sequence[str], choices: Sequence[Choice]) -> ChoiceSaid | None:
    """How many boxes are ticked, of all or of a group."""
    named = [choice for choice in choices if _rest(asked, [choice.group]) is not None]
    counted = choices if _framed(asked) else named
    ticked = [choice for choice in counted if choice.ticked >= 0.5]
    if not counted:
        return None
    return _said(str(len(ticked)), ticked or counted[:1], counted)


def _whether(asked: Sequence[str], choices: Sequence[Choice]) -> ChoiceSaid | None:
    """Whether the one box is ticked that the question names by its caption, or by caption and group."""
    for with_group in (True, False):
        rests = {n: _rest(asked, _called(choice, with_group)) for n, choice in enumerate(choices)}
        named = [n for n, rest in rests.items() if rest is not None]
        if len(named) > 1:  # "Is the check box D marked?" does not ask for the box "check"
            named = [n for n in named if not _TICKED.issuperset(parts_of(choices[n].caption))] or named
        if named:
            one, rest = choices[named[0]], rests[named[0]] or ()
            said = SAID[framing_language(rest, FRAMES)]["yes" if one.ticked >= 0.5 else "no"]
            return _said(said, [one], [one]) if len(named) == 1 else None
    return None


def _called(choice: Choice, with_group: bool) -> list[str]:
    return [choice.group, choice.caption] if with_group else [choice.caption]


def _chosen(asked: Sequence[str], choices: Sequence[Choice], ticks: bool) -> ChoiceSaid | None:
    """What is ticked of the group that the question names; of boxes alone only a question that speaks of ticks."""
    groups = dict.fromkeys((choice.page, choice.group) for choice in choices)
    named = [group for group in groups if _rest(asked, [group[1]]) is not None]
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
    page = shown[0].page
    words = sorted({index for choice in shown if choice.page == page for index in choice.words})
    return ChoiceSaid(text, sureness(weighed), page, tuple(words))


def _rest(asked: Sequence[str], names: Sequence[str]) -> list[str] | None:
    """What frames the names in the question; None where it does not name them all, or says more."""
    left = [list(asked)]
    for name in names:
        left = [rest for words in left for rest in _without(words, name)]
    return next((rest for rest in left if _framed(rest)), None)


def _framed(words: Sequence[str]) -> bool:
    return all(word in _FRAME for word in words if word)


def _without(words: Sequence[str], name: str) -> Iterator[list[str]]:
    """The words without a run of them that spells the name."""
    wanted = parts_of(name)
    if not wanted:
        return
    for at in range(len(words)):
        for end in range(at + 1, min(len(words), at + len(wanted) + 1) + 1):
            if _alike("".join(words[at:end]), "".join(wanted)):
                yield [*words[:at], "", *words[end:]]


def _alike(asked: str, printed: str) -> bool:
    """Whether they are spelled alike; in a longer name a letter in six may be misread."""
    a, b = spell([asked]).folded, spell([printed]).folded
    return a == b or (min(len(a), len(b)) >= 6 and edit_distance(a, b) <= len(b) // 6)
