"""Whether a question puts a statement that is true or false, and which."""

from __future__ import annotations

import re

from docqa_app.asking.meaning import EITHER, framing_language
from docqa_app.asking.parsing.triggers import WH, words_set
from docqa_app.asking.parsing.values import words_of
from docqa_app.core.find import fold
from docqa_app.core.language import SAID

FEWEST_WORDS = 4
"""Of a statement."""
FIRST_WORDS = 6
"""Among these a question has the word that asks; those of ASKING ask anywhere."""
ASKING = words_set("what how wie welche welcher welches welchen quel quelle quels quelles combien")
_BEFORE = re.compile(
    r"^(?:is it (?:true|right|correct|the case) that|true or false:?"
    r"|(?:does|do) (?:the|this) \w+ (?:show|say|state|support)"
    r"(?: that| this:?)?|is the following (?:statement )?(?:right|correct|true):?"
    r"|(?:stimmt es|ist es (?:wahr|richtig)|trifft es zu|zeigt die tabelle),? dass|(?:richtig|wahr) oder falsch:?"
    r"|est-il (?:vrai|exact|correct) que|vrai ou faux ?:?|(?:le|ce) tableau (?:montre|dit)-t-il que|est-ce que)\b[ :,]*"
)
_BEHIND = re.compile(
    r"[ .,;:-]*\b(?:is (?:this|that|it) (?:correct|right|true)|yes or no|true or false|right or wrong"
    r"|(?:stimmt|ist) das(?: richtig| wahr)?|ja oder nein|(?:richtig|wahr) oder falsch"
    r"|est-ce (?:exact|vrai|correct)|oui ou non|vrai ou faux)\s*\??\s*$"
)
_VERB_FIRST = re.compile(
    r"^(?:is|are|was|were|do|does|did|has|have|had|can|ist|sind|war|waren|hat|haben|hatte|wurde|gibt|est|sont|etait|a-t|ont)\b"
)
_SAYS = words_set("be is are was were have has had do does did ist sind war hat haben wurde est sont a ont etait")

_FRAMES = {
    "en": words_set("is it true that does the of than and was were has have be in this correct with for"),
    "de": words_set("ist sind es dass die der das und hat als mehr stimmt wurde von mit fur bei"),
    "fr": words_set("est sont il que le la les et plus de du a une un vrai pour avec dans"),
}


def statement_in(question: str) -> str | None:
    """The statement that a question asks to be judged; None where it asks for something else."""
    plain = " ".join(fold(question).split())
    bare = _BEFORE.sub("", _BEHIND.sub("", plain)).strip(" ?.")
    words = words_of(bare)
    if len(words) < FEWEST_WORDS:
        return None
    if bare != plain.strip(" ?."):
        return bare
    asking = WH - {"was"} if framing_language(words_of(plain), _FRAMES) == "en" else WH
    asks = asking.intersection(words[:FIRST_WORDS]) or ASKING.intersection(words) or EITHER.search(bare)
    says = question.rstrip().endswith("?") and _SAYS.intersection(words) and not begins_with_verb(question)
    return bare if says and not asks else None


def begins_with_verb(question: str) -> bool:
    """Whether a question begins as one for yes or no, not which of two; it compares fields as often as cells."""
    return _VERB_FIRST.match(fold(question)) is not None and not EITHER.search(fold(question))


def yes_or_no(question: str, true: bool) -> str:
    """The answer in the question's language."""
    return SAID[framing_language(words_of(question), _FRAMES)]["yes" if true else "no"]
