"""A line that holds an address: which of its words are the name, which street and town, and where it ends."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import replace

from docqa_app.core.answer import Candidate
from docqa_app.extracting.parties.legal_forms import is_form
from docqa_app.extracting.parties.names import BESIDE_NAMES, PARTS
from docqa_app.extracting.parties.towns import ends_in_code, is_town, town_at

_SIGNS = "·•|●-–—:"
"""What parts a name, a street and a town in one line, standing alone; a point in the middle is read as a colon, too."""
_CLINGING = (",", ";", ":", "·", "•", "|")

_STREET = re.compile(r"[^\W\d].*[^\W\d] \d+\S*")

_PART_OF_HOUSE = re.compile(
    r"(?:vorder|hinter|rück|quer|seiten|neben)(?:haus|gebäude|flügel)|(?:erd|ober|unter|dach)geschoss|souterrain|hochparterre|"
    r"(?:[eé]tage|stock|stiege|aufgang|gebäude|bâtiment|bât|escalier|floor|level|building|block|suite|unit|apt|apartment)"
    r"(?:\.? \w{1,3})?|(?:ground|first|second|third|top) floor|rez-de-chaussée|(?:erster|zweiter|dritter) stock",
    re.IGNORECASE,
)
"""What of a house an address is in: no name, though no number is in it."""

_CONTACT = re.compile(
    r"(?:tel|tél|phone|ph|fon|telefon|fax|mob|mobil|mobile|email|e-mail|www)\b|[\w.+-]+@[\w-]+[.]|☎", re.IGNORECASE
)
_LETTER_OF_CONTACT = re.compile(r"[TFM][.:]?")
_NUMBERS = re.compile(r"[\d()+/.-]+")
SHORTEST_TELEPHONE = 7
"""Digits."""

Part = tuple[int, ...]
"""Places of words in a line."""


def name_and_address(words: Sequence[str]) -> tuple[Part, Part] | None:
    """Name, then street and town, with signs between them, whatever follows; the town may be wrapped. None where a
    line holds no such three."""
    parts = list(_parts(words))
    texts = [_text(words, part) for part in parts]
    for at in range(2, len(parts)):
        first = at + 1 - (town_at(texts, at) or _is_cut_off(texts, at))
        name, street = _name_before(words, parts[:first]) if first <= at else ((), 0)
        if name:
            country = at + 2 == len(parts) and not _has_digit(texts[-1])
            return name, tuple(index for part in parts[street : at + 1 + country] for index in part)
    return None


def bare_address(words: Sequence[str]) -> Part:
    """Street and town of a line that names nobody, whatever follows, be the town first: "A-8010 Graz, Burggasse 3"; ()
    where it holds none. Of a British one the street may have no number."""
    parts = list(_parts(words))
    texts = [_text(words, part) for part in parts]
    for at in range(len(parts)):
        first = at + 1 - town_at(texts, at)
        numbered = next((n for n in range(first) if _has_digit(texts[n])), 0 if ends_in_code(texts[at]) else first)
        if first <= at and numbered < first:
            return tuple(index for part in parts[numbered : at + 1] for index in part)
        if first == at == 0 and len(parts) > 1 and _is_street(texts[1]):
            return parts[0] + parts[1]
    return ()


def address_end(words: Sequence[str]) -> int:
    """How many words there are up to the town, where something with a number or a key follows it: "Kai 4 · 20457
    Hamburg · Tel. 040 1234", "Tuam H54 XH04 | VAT No: 12"; else all."""
    parts = list(_parts(words))
    texts = [_text(words, part) for part in parts]
    told = [_has_digit(text) or words[part[-1]].endswith(":") for text, part in zip(texts, parts, strict=True)]
    ends = (at for at in range(len(parts) - 1) if town_at(texts, at) and told[at + 1])
    end = next(ends, None)
    return len(words) if end is None or (end == 0 and _is_street(texts[1])) else parts[end][-1] + 1


def without_contact(address: Candidate) -> Candidate:
    """An address without the telephone, mail or site that stands behind it."""
    words = address.text.split()
    end = next((n for n, word in enumerate(words) if n and _CONTACT.match(word)), len(words))
    numbers = next((n for n in range(end, 0, -1) if not _NUMBERS.fullmatch(words[n - 1])), end)
    if end - numbers > 1 and sum(map(str.isdigit, "".join(words[numbers:end]))) >= SHORTEST_TELEPHONE:
        end = numbers - (_LETTER_OF_CONTACT.fullmatch(words[numbers - 1]) is not None)
    if end == len(words):
        return address
    end -= not words[end - 1].strip(BESIDE_NAMES)
    own = address.evidence[:end] if len(address.evidence) == len(words) else address.evidence
    return replace(address, text=" ".join(words[:end]).rstrip(BESIDE_NAMES), evidence=own)


def _text(words: Sequence[str], part: Sequence[int]) -> str:
    return " ".join(words[index] for index in part).strip(BESIDE_NAMES + ".")


def _is_street(text: str) -> bool:
    """Whether a part is a street with its number and no telephone."""
    return _STREET.fullmatch(text) is not None and _CONTACT.match(text) is None


def _has_digit(text: str) -> bool:
    return any(c.isdigit() for c in text)


def _parts(words: Sequence[str]) -> Iterator[Part]:
    """The line, parted by signs that stand alone or cling to a word; without those that stand alone."""
    part: list[int] = []
    for index, word in enumerate(words):
        if word not in PARTS and word not in _SIGNS:
            part.append(index)
        if part and (word in _SIGNS or word.endswith(_CLINGING) or _ends_sentence(words, part)):
            yield tuple(part)
            part = []
    if part:
        yield tuple(part)


def _ends_sentence(words: Sequence[str], part: Sequence[int]) -> bool:
    """Whether a town ends a sentence, behind which others stand: "..., 18055 Rostock. HRB 11842"."""
    text = " ".join(words[index] for index in part)
    return text.endswith(".") and (is_town(text[:-1]) or ends_in_code(text[:-1]))


def _is_cut_off(texts: Sequence[str], at: int) -> bool:
    """Whether a line ends with a code whose town is wrapped."""
    return at == len(texts) - 1 and re.fullmatch(r"\d{5}", texts[at]) is not None


def _name_before(words: Sequence[str], parts: Sequence[Part]) -> tuple[Part, int]:
    """The name in what stands before a town, and which part the street begins; () where there is none. People, owners
    and a key ("Registered office:") may stand between both."""
    numbered = [n for n, part in enumerate(parts) if _has_digit(_text(words, part))]
    plain = [n for n in range(len(parts)) if n not in numbered and not _PART_OF_HOUSE.fullmatch(_text(words, parts[n]))]
    street = plain[-1] + 1 if plain else 0
    if not plain or street >= len(parts):
        return (), 0
    first = next(n for n in plain if set(range(n, street)) <= set(plain))
    key = next((n for n in range(first, street) if words[parts[n][-1]].endswith(":")), None)
    if key is not None:
        return _company(words, parts[key]), key + 1
    form = parts[first + 1] if first + 1 < street and is_form(words[parts[first + 1][0]]) else ()
    return parts[first] + form, street


def _company(words: Sequence[str], part: Part) -> Part:
    """The company before a key that its address follows: "Hafen plc. Registered office:"; () where there is none."""
    end = next((n for n, index in enumerate(part, start=1) if is_form(words[index].rstrip("."))), 0)
    return part[:end]
