"""Questions that name what is printed: 'What is the value of "Brand"?', "the type of mailing", "Kundennummer".

Such a question asks for what stands beside those words on the page, whatever they mean.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from functools import cached_property

from docqa_app.asking.meaning import SMALL
from docqa_app.asking.printed.asked_form import can_be, form_asked
from docqa_app.core.document import Line, Page
from docqa_app.core.find import fold
from docqa_app.core.geometry import upright
from docqa_app.core.layout import text_lines
from docqa_app.extracting.beside import beside, ends_key, stand_together
from docqa_app.extracting.pairs import Pair

LONGEST_KEY = 10
"""Words."""
QUOTED = re.compile(r"[\"“”„«»]([^\"“”„«»]{1,100})[\"“”«»]|(?<!\w)['‘‚](.{1,100}?)['’](?!\w)")
_AROUND = (
    "value values entry entered filled written mentioned stated listed given noted field box line document page form "
    "under next beside wert eintrag feld zeile steht stehen formular dokument seite unter neben bei "
    "valeur champ ligne case indiquee indique inscrit formulaire sous "
    "his her their my our sein seine ihr ihre son sa ses leur "
    "letter memo memorandum fax message report slip voucher brief schreiben lettre rapport bericht"
)
_EVENTS_WORDS = (
    "meeting conference event session seminar workshop course symposium hearing ceremony held hold take takes took "
    "taking place happen happens start starts started begin begins began end ends ended finish finished close closed "
    "versammlung mitgliederversammlung sitzung besprechung veranstaltung treffen konferenz kurs fand findet statt "
    "beginnt begann endet endete fangt fing an zu ende "
    "reunion assemblee seance conference evenement cours lieu tient tenue tenu a eu commence commencee fini"
)
_EVENTS = frozenset(_EVENTS_WORDS.split())
_ASKING_WORDS = "where wo ou when wann quand at what time um wie viel uhr a quelle heure"
_ASKING = frozenset(_ASKING_WORDS.split())
_WHEN = r"(?:when|at what time|what time|wann|um wie viel uhr|quand|a quelle heure)\b.*\b"
_BY_QUESTION = (
    (r"(?:where|wo|ou)\b", "place location venue ort tagungsort veranstaltungsort lieu"),
    (rf"{_WHEN}(?:start|beg[aiu]n|f[ai]ng|commence)", "begin beginning start starttime beginn anfang debut"),
    (rf"{_WHEN}(?:end|finish|close|fini)", "end endtime ende schluss fin"),
)
"""How a question for where or when something takes place begins, and the keys that tell so."""
_FRAME = SMALL | frozenset(_AROUND.split())
"""Words around the name of a key that tell nothing of which one is meant."""


@dataclass(frozen=True, slots=True)
class AskedKey:
    """What a question may name, spelled plainly, the longest first. `quoted`: so marked that it need not look like a
    key on the page."""

    spellings: tuple[str, ...]
    quoted: bool


def key_asked(question: str) -> AskedKey | None:
    """The printed key that a question asks for; None where it asks for more than that or for nothing."""
    quoted = QUOTED.search(question)
    if quoted:
        around = (question[: quoted.start()] + " " + question[quoted.end() :]).split()
        plain = _plain(quoted[1] or quoted[2])
        return None if _telling(around) or not plain else AskedKey((plain,), True)
    words = question.split()
    meant = _meant(question)
    if meant:
        return AskedKey(meant, False)
    telling = _telling(words)
    if not telling or telling[-1] - telling[0] >= LONGEST_KEY:
        return None
    return AskedKey(tuple(_around(words, telling[0], telling[-1] + 1)), False)


def _meant(question: str) -> tuple[str, ...]:
    """The keys that tell where or when what the paper is about takes place, begins or ends; () for other questions."""
    asked = " ".join(_parts(question))
    keys = next((keys for words, keys in _BY_QUESTION if re.match(words, asked)), "")
    framed = (_FRAME | _EVENTS | _ASKING).issuperset(asked.split()) and not _EVENTS.isdisjoint(asked.split())
    return tuple(keys.split()) if framed else ()


def _telling(words: Sequence[str]) -> list[int]:
    """Which of the words do not only frame a question."""
    return [n for n, word in enumerate(words) if any(part not in _FRAME for part in _parts(word))]


def _around(words: Sequence[str], first: int, end: int) -> list[str]:
    """The words from `first` to `end` with what frames them, which may belong to the key ("value date", "sold by"), and
    with less and less of it."""
    starts, ends = range(max(0, end - LONGEST_KEY), first + 1), range(end, min(len(words), first + LONGEST_KEY) + 1)
    spelled = (_plain(" ".join(words[start:stop])) for start in starts for stop in ends)
    return sorted(dict.fromkeys(spelled), key=len, reverse=True)


def _parts(word: str) -> list[str]:
    return re.findall(r"[^\W_]+", fold(word.replace("(s)", "")))


def _plain(text: str) -> str:
    return "".join(_parts(text))


def pair_asked(question: str, pages: Sequence[Page]) -> Pair | None:
    """The key that the question names, where it stands on a page with a value beside it; the likeliest place."""
    asked = key_asked(question)
    if asked is None:
        return None
    places = [place for page in pages for place in _places(page, asked.spellings) if asked.quoted or place.is_key]
    places.sort(key=lambda place: (-len(place.plain), not place.is_key))
    form = form_asked(question)
    return next((place.pair for place in places if place.pair.words and can_be(place.value, form)), None)


@dataclass(frozen=True)
class _Place:
    """Words `first` up to `end` of a line, which spell what is asked for so."""

    page: Page
    lines: Sequence[Line]
    at: int
    first: int
    end: int
    plain: str

    @property
    def is_key(self) -> bool:
        """Whether a colon follows, or nothing else close by on either side; what has one inside is a key and value."""
        words = [self.page.words[index] for index in self.lines[self.at].words]
        if any(map(ends_key, words[self.first : self.end - 1])):
            return False
        opens = self.first == 0 or not stand_together(words[self.first - 1], words[self.first])
        closes = self.end == len(words) or not stand_together(words[self.end - 1], words[self.end])
        return ends_key(words[self.end - 1]) or (opens and closes)

    @cached_property
    def pair(self) -> Pair:
        words = self.lines[self.at].words[self.first : self.end]
        key = self.page.text_of(words).strip(" :")
        return Pair(key, self.page.number, beside(self.page, self.lines, self.at, self.first, self.end))

    @property
    def value(self) -> str:
        return self.page.text_of(self.pair.words)


def _places(page: Page, spellings: Sequence[str]) -> Iterator[_Place]:
    stood = upright(page)
    lines = text_lines(stood.words)
    for at, line in enumerate(lines):
        parts = [_plain(stood.words[index].text) for index in line.words]
        for first in (n for n, part in enumerate(parts) if part):
            for end in range(first + 1, min(len(parts), first + LONGEST_KEY) + 1):
                spelled = "".join(parts[first:end])
                if parts[end - 1] and spelled in spellings:
                    yield _Place(stood, lines, at, first, _with_colon(stood, line, end), spelled)


def _with_colon(page: Page, line: Line, end: int) -> int:
    """Where a key ends whose colon was read as a word of its own."""
    return end + (page.words[line.words[end]].text == ":") if end < len(line.words) else end
