"""Who of those that a page names sells, and who buys: by where and under what their names and addresses stand."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, replace
from functools import lru_cache

from docqa_app.core.document import Page
from docqa_app.core.geometry import union, upright
from docqa_app.extracting.parties.blocks import Block, blocks
from docqa_app.extracting.parties.companies import companies
from docqa_app.extracting.parties.legal_forms import has_form, plain_name
from docqa_app.extracting.parties.letterheads import with_letterhead
from docqa_app.extracting.parties.names import BESIDE_NAMES, Head, alike

SELLER, BUYER, ADDRESS = "supplier_name", "customer_name", "supplier_address"
TRUST = 0.95
"""How often a party that is printed with its address or its legal form is the one that is looked for."""
AT_ADDRESS = 0.7
"""How often the address that is read under the seller's name is complete and nothing else."""
LEAST = 0.02
"""What is left to a party that the signs speak against."""
LIKELIEST = 0.4
"""The weight that all parties need together for one of them to be trusted: a bank and a seller are no buyer."""
LONELY = 0.3
"""The same of a buyer where one party alone is printed: mostly that sells."""
HEADED, SENDS, IN_WINDOW, LARGE, REACHED, FIRST, AT_FOOT, AGAIN = 20.0, 20.0, 0.1, 8.0, 3.0, 2.0, 6.0, 2.0
"""How much likelier a party sells than buys: under a head that says so; in one line with its address, which is how a
sender is printed; right under such a line; in large print at the head of the page, unless a head on it says who sells,
as orders do; with a telephone or tax number under its address; printed first; at the foot of a page; more than once."""
UNDER = {Head.SELLER: HEADED, Head.BUYER: 1 / HEADED, Head.GOODS: 1 / REACHED, Head.OTHER: 1.0}
SUREST = 100.0
"""No party is more times likelier than that."""
APART = 0.1
"""How much less likely one is either: a bank, an agent, the place that goods are sent to."""
FOOT = 0.85
"""Where the foot of a page begins."""
SHORTEST = 4
"""Letters of a name that another one may begin with and be the same, printed with its legal form."""
WINDOW = (0.06, 0.1)
"""How far under a sender's line, and to its side, the window of an envelope begins at most."""
_REACHED = re.compile(r"\b(?:tel|telefon|fon|phone|fax|mail|web|www|iban|siret|hrb|t|f)\b|@", re.IGNORECASE)
_BANK = re.compile(r"bank|sparkasse|banque|caisse|credit|volksb|postb")


@dataclass(frozen=True, slots=True)
class Party:
    """Who is named, where it is printed best, its address there, how many times likelier it sells than buys, how
    likely it is either, and what goes on under the address."""

    text: str
    page: int
    words: tuple[int, ...]
    address: tuple[int, ...] = ()
    sells: float = 1.0
    either: float = 1.0
    count: int = 1
    below: str = ""

    @property
    def as_seller(self) -> float:
        return self.either * self.sells / (1 + self.sells)

    @property
    def as_buyer(self) -> float:
        return self.either / (1 + self.sells)

    def odds(self, field: str) -> float:
        """How many times likelier than not it is the one that the field asks for: of several only one can be."""
        sells = min(SUREST, max(1 / SUREST, self.sells))
        return self.either * (1 / sells if field == BUYER else sells)


def told_apart(parties: Sequence[Party], field: str) -> Iterator[tuple[Party, float]]:
    """Each party with the share of belief that it is who sells, or buys, whichever the field asks for."""
    some = [one for one in parties if one.address or field != ADDRESS]
    if field not in (SELLER, BUYER, ADDRESS) or not some:
        return
    together = sum(one.as_buyer if field == BUYER else one.as_seller for one in some)
    whole = _trust(some, field) * min(1.0, together / LIKELIEST)
    odds = [one.odds(field) for one in some]
    yield from ((one, max(LEAST, whole * odd / max(sum(odds), LEAST))) for one, odd in zip(some, odds, strict=True))


def _trust(parties: Sequence[Party], field: str) -> float:
    """How often the one looked for is among these."""
    if field == ADDRESS:
        return AT_ADDRESS
    named = [one for one in parties if one.either]
    return LONELY if field == BUYER and len(named) == 1 and named[0].sells >= 1 else TRUST


def of_buyers(parties: Sequence[Party]) -> str:
    """What goes on under the addresses of those who buy: a tax number there is not the seller's."""
    seller = max((one.as_seller for one in parties), default=0.0)
    return " ".join(one.below for one in parties if one.as_buyer >= one.as_seller and one.as_seller < seller)


@lru_cache(maxsize=4)
def parties(pages: tuple[Page, ...]) -> tuple[Party, ...]:
    """Everybody who is printed with an address or with a legal form, in the order of the pages."""
    found: list[Party] = []
    blocked = [(page, tuple(blocks(page))) for page in pages]
    blocked[:1] = [(page, with_letterhead(page, some)) for page, some in blocked[:1]]
    for page, some in blocked:
        for one in (*_with_address(page, some), *_with_form(page)):
            at = next((n for n, known in enumerate(found) if _same(known, one)), len(found))
            found[at:] = [_joined(found[at], one) if at < len(found) else one, *found[at + 1 :]]
    return tuple(_placed(one, first=n == 0) for n, one in enumerate(found)) + _people(blocked)


def _with_address(page: Page, some: Sequence[Block]) -> list[Party]:
    senders = [block for block in some if block.in_line]
    headed = any(block.head is Head.SELLER for block in some)
    return [_party(page, replace(block, large=block.large and not headed), senders) for block in some]


def _people(blocked: Iterable[tuple[Page, Sequence[Block]]]) -> tuple[Party, ...]:
    """Those in an address who are no party to the invoice, though they look like one."""
    people = ((page, words) for page, some in blocked for block in some for words in block.people)
    return tuple(Party(_text(page, words), page.number, words, either=0) for page, words in people)


def _text(page: Page, words: Sequence[int]) -> str:
    return page.text_of(words).strip(BESIDE_NAMES)


def _party(page: Page, block: Block, senders: Sequence[Block]) -> Party:
    sells = UNDER[block.head] if block.head else 1.0
    sells *= (
        SENDS
        if block.in_line and not block.head
        else IN_WINDOW
        if any(_is_under(block, one) for one in senders)
        else 1.0
    )
    sells *= (AT_FOOT if block.box.top > FOOT else 1.0) * (LARGE if block.large else 1.0)
    sells *= REACHED if block.head is not Head.GOODS and _REACHED.search(block.below) else 1.0
    either = APART if block.head in (Head.GOODS, Head.OTHER) else 1.0
    return Party(_text(page, block.name), page.number, block.name, block.address, sells, either, below=block.below)


def _is_under(block: Block, sender: Block) -> bool:
    """Whether a block stands in the window of an envelope, whose first line is the sender's."""
    gap = block.box.top - sender.box.bottom
    return 0 <= gap <= WINDOW[0] and abs(block.box.left - sender.box.left) <= WINDOW[1]


def _with_form(page: Page) -> Iterator[Party]:
    """Companies, wherever they stand."""
    words = upright(page).words
    for one in companies([page]):
        top = union(words[index].box for index in one.words).top
        yield Party(one.text, page.number, one.words, sells=AT_FOOT if top > FOOT else 1.0)


def _same(a: Party, b: Party) -> bool:
    one, other = sorted((plain_name(a.text), plain_name(b.text)), key=len)
    return (len(one) >= SHORTEST and other.startswith(one)) or alike(one, other)


def _joined(known: Party, again: Party) -> Party:
    """A name that is printed again, best with its legal form: what its places tell counts together, once where they
    tell the same."""
    better = again if has_form(again.text) and not has_form(known.text) else known
    return replace(
        better,
        sells=known.sells if known.sells == again.sells else known.sells * again.sells,
        either=max(known.either, again.either),
        address=known.address or again.address,
        below=f"{known.below} {again.below}",
        count=known.count + 1,
    )


def _placed(one: Party, *, first: bool) -> Party:
    sells = one.sells * (FIRST if first else 1.0) * (AGAIN if one.count > 2 else 1.0)
    return replace(one, sells=sells, either=one.either * (APART if _BANK.search(plain_name(one.text)) else 1.0))
