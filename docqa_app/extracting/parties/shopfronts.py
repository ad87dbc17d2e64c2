"""Who sells on a receipt, and where: a name over a street at the head of the paper."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from functools import lru_cache
from statistics import median

from docqa_app.core.document import Document, Page
from docqa_app.core.geometry import upright
from docqa_app.core.layout import text_lines
from docqa_app.extracting.parties.address_lines import bare_address
from docqa_app.extracting.parties.legal_forms import has_form, is_form, plain_name
from docqa_app.extracting.parties.names import LONGEST_NAME, PARTICLES, can_be_name, head_of, is_title
from docqa_app.extracting.parties.towns import ends_in_town, is_before_code, is_code
from docqa_app.values.dates import read_dates

NAMES, ADDRESSES = ("merchant_name", "supplier_name"), ("merchant_address", "supplier_address")
NARROW = 1.5
"""How many times higher than wide the paper of a till is; the suppliers of others stand as letters have them."""
TRUST = 0.8
"""How often the shop's name is among those at the head. Of 621 receipts of the training part the likeliest is right on
599, of 85 real ones of 16 countries on 73."""
AT_STREET, ONLY_STREET = 0.95, 0.4
"""The same of street and town there, all 71 right on real receipts but for misread letters; and of a street alone."""
MOST_LINES, OVER_STREET = 12, 6
FADING = 0.3
"""How much less likely each further line is the name."""
PARTED = 0.5
"""How likely two lines are one name, measured by the likelier of them."""
FORMED = 12.0
"""How much likelier a line is the name with a legal form."""
LEGIBLE, SURELY = 0.6, 0.85
"""How surely a name is read, and one that begins with a small letter; marks of a logo are not."""
SHORTEST = 3


def _form(text: str) -> re.Pattern[str]:
    return re.compile(text, re.IGNORECASE)


_STRAY = " *+=~_|\\/<>«»•·.,:;-–—'’‘\"“”„()[]{}#&@®™©!"
_MONEY = _form(r"\d[.,] ?\d{2}(?!\d)")
_TIME = _form(r"\b\d{1,2}[:h]\d{2}\b")
_BRANCH = _form(r" ?(?:(?:[-#–]|n[or]\.?) ?#?\d{3,}$|\(\w?\d{4,}.*| \W?\w?\d{4,}[\w-]*\W*$)")
"""What numbers a branch or a company behind its name: "# 10259", "(759765-H)"."""
_SLOGAN = _form(r"[!?,]$|\b(?:since|seit|depuis|desde|dal) \d{4}")
_GREETING = _form(r"\b(?:thanks?|danke?n?|merci|gracias|grazie|visit|besuch|download|please|bitte)\b")
_SAID = _form(r"(?:shopping (?:at|with)|visiting(?! us)|dining (?:at|with)|wel[ck]o\w{1,2}e to):? (.+)")
_TILL = _form(
    r"(?:t[eé]l\w*|phone|fax|tisch|table|tafel|mesa|tavolo|server|serveur|waiter|kellner|bediener|cashier|kassierer"
    r"|kasse|kassa|caisse|caja|till|pos|terminal|check|chk|ticket|order|guests?|gäste|vehicle|host|manager|driver"
    r"|customer|kunde|client|date|datum|kvitto|receipt|rechnung|name|articulo|descripci\w*|store|filiale?|standort"
    r"|branch|merchant|company no|reg|ust|uid|vat|gst|tax|nif|cif|siret|steuer\w*|st\.?-? ?nr|mwst|at the)\b"
    r"|[\w ]*(?:ticket|beleg|kassenbon)$|(?:cash )?(?:vente|sale|verkauf|venta|vendita)$"
)
"""What begins the lines that tills print of themselves and of who serves."""
_SITE = _form(r"\bwww\b|(?:^| )@|@[\w-]+\.|https?:|\w\.(?:com|de|at|fr|es|it|net)\b")
_STREETS = _form(
    r"\b(?:str|st|street|road|rd|ave|avenue|av|blvd|boulevard|lane|ln|drive|dr|way|pier|quay|place|square|pkwy|rue|jalan"
    r"|jln|calle|avenida|via|viale|piazza|plaza|corso|ulica)\b|(?:stra(?:ß|ss)e|str|gasse|weg|platz|allee)[. ]"
)
_ROAD = _form(
    r"\d+\w? [\w. '’-]*[^\W\d]{2}|[^\W\d][\w.,'’ -]+[ .,]+\d+\w?(?: ?[-–/] ?\d+\w?)?(?:, [^\W\d]+)?\W*$"
    r"|(?:rue|calle|carrer|avenida|via|viale|corso|jalan|jln|ulica) .+"
)
_NUMBER_FIRST = _form(r"\d+\w?(?:[-–]\d+\w?)?,? [^\W\d]")
_CANADIAN = _form(r"[^\W\d]{3,}\W{1,3}(?:QC|ON|BC|AB|MB|SK|NS|NB|NL|PE)(?:,? \w{3} ?\w{3})?\W*$")
"""A town, its code misread or left away."""


@dataclass(frozen=True, slots=True)
class Shop:
    """A name, or an address, of a receipt's head, and how likely it is the shop's."""

    page: int
    text: str
    words: tuple[int, ...]
    share: float


@dataclass(frozen=True, slots=True)
class _Line:
    """A line without what clings to its ends: `whole` has it; `under` is the next one."""

    words: tuple[int, ...]
    text: str
    whole: str
    read: float
    under: str = ""

    @property
    def starred(self) -> bool:
        return self.whole[0] in "*+" and self.whole[-1] in "*+" and self.read >= LEGIBLE


def is_from_shop(document: Document, field: str) -> bool:
    """Whether a field may be told by the head of a receipt."""
    page = upright(document.pages[0]) if document.pages else None
    till = page is not None and len(document.pages) == 1 and page.height >= NARROW * page.width
    return page is not None and (field in (NAMES[0], ADDRESSES[0]) or (till and field in NAMES + ADDRESSES))


def shop_names(document: Document) -> Iterator[Shop]:
    """The lines at the head of a receipt that can be the name of its shop, the topmost first; then who gives thanks."""
    page = document.pages[0]
    named = [line for one in _joined(_over_street(_head(page))) if _is_name(line := _alone(page, one))]
    shares = _shares(named)
    yield from (Shop(page.number, line.text, line.words, share) for line, share in zip(named, shares, strict=True))
    for one, other, share in zip(named, named[1:], map(max, shares, shares[1:]), strict=False):
        yield Shop(page.number, f"{one.text} {other.text}", one.words + other.words, PARTED * share)
    yield from _thanking(page)


def _shares(named: Sequence[_Line]) -> list[float]:
    weights = [FADING**n * (FORMED if has_form(line.text) else 1.0) for n, line in enumerate(named)]
    return [TRUST * weight / sum(weights) for weight in weights]


def _thanking(page: Page) -> Iterator[Shop]:
    said = next((line for line in _lines(page) if _SAID.search(line.text)), None)
    if said is not None and _is_name(line := _alone(page, said)):
        yield Shop(page.number, line.text, line.words, TRUST)


def shop_address(document: Document) -> Shop | None:
    """Street and town at the head of a receipt, else one of them."""
    page, lines = document.pages[0], _head(document.pages[0])
    both = next((words for at in range(len(lines)) if (words := _address_in(page, lines, at))), None)
    if both:
        return Shop(page.number, upright(page).text_of(both).strip(_STRAY), both, AT_STREET)
    some = [line for line in lines if _STREETS.search(line.text) and _ROAD.match(line.text)]
    some += [line for line in lines if ends_in_town(line.text)]
    return Shop(page.number, some[0].text, some[0].words, ONLY_STREET) if some else None


@lru_cache(maxsize=4)
def _lines(page: Page) -> tuple[_Line, ...]:
    some = [one for line in text_lines(upright(page).words) if (one := _trimmed(page, line.words))]
    unders = [*(line.text for line in some[1:]), ""]
    return tuple(replace(line, under=under) for line, under in zip(some, unders, strict=True))


def _trimmed(page: Page, words: Sequence[int]) -> _Line | None:
    stood = upright(page)
    spelled = [n for n, index in enumerate(words) if stood.words[index].text.strip(_STRAY)]
    if not spelled:
        return None
    own = tuple(words[spelled[0] : spelled[-1] + 1])
    read = median(stood.words[index].confidence for index in own)
    return _Line(own, stood.text_of(own).strip(_STRAY), stood.text_of(words), read)


def _head(page: Page) -> Sequence[_Line]:
    """The lines of a receipt's head, down to the first sum of money."""
    lines = _lines(page)[:MOST_LINES]
    money = (at for at, line in enumerate(lines) if at and _MONEY.search(line.text) and not read_dates(line.text))
    return lines[: next(money, len(lines))]


def _joined(lines: Sequence[_Line]) -> list[_Line]:
    """Lines between stars that follow each other are one name."""
    joined: list[_Line] = []
    for line in lines:
        last = joined[-1] if joined and joined[-1].starred and line.starred else None
        if last and len(last.words) + len(line.words) <= LONGEST_NAME:
            joined[-1] = replace(last, words=last.words + line.words, text=f"{last.text} {line.text}")
        else:
            joined.append(line)
    return joined


def _over_street(lines: Sequence[_Line]) -> Sequence[_Line]:
    """The lines over the first street or town, else over what a till prints; without a slogan's second one."""
    till = (at for at, line in enumerate(lines) if _is_till(line.text) and _ends_names(lines, at))
    own = lines[: next(till, len(lines))]
    street = next((at for at, line in enumerate(own) if at and _is_place(line)), None)
    kept = own if street is None else own[max(0, street - OVER_STREET) : street]
    return [line for n, line in enumerate(kept) if not n or not kept[n - 1].whole.endswith(",")]


def _ends_names(lines: Sequence[_Line], at: int) -> bool:
    numbered = _TILL.match(lines[at].text) is not None and any(map(str.isdigit, lines[at].text))
    return numbered or any(map(_is_name, lines[:at]))


def _alone(page: Page, line: _Line) -> _Line:
    """A name without the welcome before it and the number behind it."""
    said = _SAID.search(line.text)
    one = (said and _trimmed(page, line.words[-len(said[1].split()) :])) or line
    bare = _BRANCH.sub("", one.text)
    return replace(one, text=bare, words=one.words[: len(bare.split())])


def _is_till(text: str) -> bool:
    return _TILL.match(text) is not None or _TIME.search(text) is not None or bool(read_dates(text))


def _is_place(line: _Line) -> bool:
    """Whether a line is a street or a town; what ends in a number over "12 Main Street" is a branch, and what begins
    with one and names no street is an article."""
    text, first = line.text, _NUMBER_FIRST.match(line.text) is not None
    if _is_town(text) or not (_ROAD.match(text) or (_STREETS.search(text) and any(map(str.isdigit, text)))):
        return _is_town(text)
    branch = _BRANCH.search(text) or (_NUMBER_FIRST.match(line.under) and _STREETS.search(line.under))
    street = _STREETS.search(text) or _is_town(line.under) if first else not branch
    return bool(street) and not has_form(text) and not _is_till(text)


def _is_town(text: str) -> bool:
    return ends_in_town(text, country=True) or _CANADIAN.search(text) is not None


def _is_name(line: _Line) -> bool:
    text, letters = line.text, sum(map(str.isalpha, line.text))
    words = [word for word in text.split() if plain_name(word) not in PARTICLES]
    if letters < SHORTEST or 2 * letters < len(text) or len(words) > LONGEST_NAME or words[-1:] != text.split()[-1:]:
        return False
    if line.read < (SURELY if text[0].islower() else LEGIBLE) or _is_place(line) or head_of(text) or is_title(text):
        return False
    other = _SLOGAN.search(line.whole) or _GREETING.search(text) or _SITE.search(text) or _is_till(text)
    return not other and can_be_name(text[0].upper() + text[1:])


def _address_in(page: Page, lines: Sequence[_Line], at: int) -> tuple[int, ...]:
    """Street and town that end in a line, with the street in it or over it."""
    line, words = lines[at], upright(page).words
    if at + 1 < len(lines) and is_before_code(line.under):
        return ()
    bare = bare_address([words[index].text for index in line.words])
    if bare:
        return tuple(line.words[n] for n in bare)
    if _NUMBER_FIRST.match(line.text) and _STREETS.search(line.text) and _CANADIAN.search(line.text):
        code = lines[at + 1].words[:2] if at + 1 < len(lines) else ()
        return line.words + (code if is_code(upright(page).text_of(code).strip(_STRAY)) else ())
    if not _is_town(line.text) and not (at and is_before_code(f"{lines[at - 1].text} {line.text}")):
        return ()
    over = (first for first in range(at - 1, max(-1, at - 4), -1) if _ROAD.search(lines[first].text))
    start = next(over, at - 1 if is_code(line.text) else at)
    first = next((n for n in range(start, 0, -1) if not _goes_on(lines[n - 1])), 1) if start < at else at + 1
    return tuple(index for one in lines[first : at + 1] for index in one.words)


def _goes_on(line: _Line) -> bool:
    """Whether a line over a street is its house's: "UNIT L1-044B,"."""
    told = re.search(r"(?<!\d)\d{1,4}(?!\d)", line.text) and sum(map(str.isalpha, line.text)) >= SHORTEST
    formed = any(map(is_form, line.text.split()))  # in Belgium a form may come first: "SRL Tramway 81"
    other = _BRANCH.search(line.text) or _is_till(line.text) or formed or _is_name(line)
    return bool(line.whole.endswith(",") or told) and not other
