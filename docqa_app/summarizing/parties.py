"""Who a sentence says sells and who buys, told by the words right before and behind a name, in three languages."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from itertools import pairwise

from docqa_app.core.find import fold
from docqa_app.core.summary import Kind
from docqa_app.summarizing.months import CUT_MONTHS, MONTHS, WEEKDAYS
from docqa_app.summarizing.spans import Span, spans_in
from docqa_app.summarizing.wording import BY_CUSTOM, PLAINLY, Worded

SELLER, CUSTOMER = ("supplier_name", "merchant_name"), ("customer_name",)

_SELLS = (
    r"supplier (?:bill|invoice)|(?:lieferanten|eingangs)rechnung|facture fournisseur|supplier|seller|vendor|shop|store|merchant|issuer|business|payee|company|retailer|creditor|contractor|biller|"
    r"lieferant|verkäufer|aussteller|rechnungssteller|firma|geschäft|händler|laden|anbieter|kreditor|gläubiger|absender|"
    r"zahlungsempfänger|leistungserbringer|auftragnehmer|dienstleister|bénéficiaire|société émettrice|"
    r"fournisseur|vendeur|magasin|émetteur|société|prestataire|commerçant|créancier|expéditeur"
)
_BUYS = (
    r"customer|buyer|client|purchaser|bill(?:ed)?[- ](?:to[- ])?party|debtor|payer|addressee|recipient|ordering party|"
    r"party liable|kunden?|kundin|käufer|rechnungsempfänger|auftraggeber|debitor|schuldner|empfänger|besteller|abnehmer|"
    r"leistungsempfänger|zahlungspflichtig[^\W_]*|acheteur|débiteur|destinataire|payeur|donneur d['’]ordre"
)
_ARTICLE = r"(?:(?:the|a|our|der|die|das|unser|le|la|un|notre)\s+|l['’])?"
_IS = r"(?:(?:is|was|reads|ist|war|lautet|heißt|est|était|s['’]appelle)\s+)?"
_OF = r"(?:\s+(?:on|of|for|named|in|laut|auf|im|der|des|sur|de|du|d['’]|facturé|selon)\b[^:;,]{0,30}?(?=\s*:|\s(?:is|ist|est|s['’]appelle)\s))?"
"""What else may be said of a role before its name: "the debtor on this one: ", "le client facturé s'appelle"."""


_OF_IT = r"[\s-]+(?:address|adresse|anschrift|vat|tax|number|no|id|e-?mail|phone)\b"
"""What a party has: "the vendor address" is no vendor."""


def _introduced(role: str) -> re.Pattern[str]:
    """What stands before a name: "the supplier is", "Kunde:", "name of the shop:"."""
    apart = r"(?:\bname of the |(?<!of the )(?<!of our ))\b"
    return re.compile(rf"{apart}(?:{role})(?:['’]s)?(?:\s+name)?{_OF}\W+(?:on lit\s+)?{_IS}\W*{_ARTICLE}$")


def _called(role: str) -> re.Pattern[str]:
    """What stands behind a name: "is the customer", "is stated as merchant", "as the name of the shop"."""
    named = r"(?:name of |name |nom )?(?:the |des |der |du |de la |de l['’])?"
    stated = r"(?:(?:stated|given|named|angegeben|genannt|indiqué)\s+)?(?:(?:as|als|comme)\s+)?"
    given = r"(?:(?:is|was|ist|war|est|était)\s+|(?=as |als |comme |the |der |le ))"
    return re.compile(rf"^\W*{given}{stated}{_ARTICLE}{named}(?:{role})\b(?!['’]s|{_OF_IT})")


_BEFORE = ((CUSTOMER, _introduced(_BUYS)), (SELLER, _introduced(_SELLS)))
_AS = ((CUSTOMER, _called(_BUYS)), (SELLER, _called(_SELLS)))

_BEHIND = (
    (
        CUSTOMER,
        r"is footing|foots|is asked|is to pay|is (?:charged|billed|invoiced)|was (?:charged|billed|invoiced)|owes|has to|needs to|must|should|"
        r"paid|pays|bought|order(?:s|ed)|purchased|soll|hat von|muss|schuldet|"
        r"zahlt|kaufte?|bestellte?|bezog|hat\b.*\b(?:gekauft|eingekauft|bestellt|bezogen|bezahlt|gezahlt)|doit|commande|achète|"
        r"a reçu de|a acheté|a commandé|a payé|paie",
    ),
    (
        SELLER,
        r"charge[sd]?|invoice[sd]|bill(?:s|ed)|wants?|would like|is after|asks|sen(?:t|ds)|sold|sells|was paid|took(?! place)|"
        r"drew up|has (?:charged|invoiced|billed|sent|sold|issued)|raised|supplie[sd]|put|"
        r"issue[sd]|wrote|demands?|credit(?:s|ed)|refund(?:s|ed)|offer(?:s|ed)|makes|erstattete?|bietet|macht|propose|accorde|"
        r"berechnete?|stellte?|verlangte?|möchte|will|schrieb|gab|nahm|schickte?|fordert|verkaufte?|lieferte?|facture|veut|"
        r"demande|réclame|a (?:envoyé|émis|encaissé|vendu|facturé|demandé|réclamé)|"
        r"hat\b.*\b(?:berechnet|gestellt|verlangt|gefordert|verkauft|geschickt|geliefert|ausgestellt)",
    ),
)
_GOT = r"(?:gets?|got|receive[sd]?|bekam|bekommt|erhielt|erhält|reçoit|a reçu)"
_MONEY = r"(?:[a-z]{3}\s?|[$€£]\s?)?\d"
_VERBS = (
    (SELLER, re.compile(rf"^\W*{_GOT}\s+{_MONEY}")),
    (CUSTOMER, re.compile(rf"^\W*{_GOT}\s+(?:it|them|an?|the|eine?n?|die|den|das|une?|la|les|l['’])\b")),
    *((fields, re.compile(rf"^\W*(?:(?:who|qui|der|die|das)\s+)?(?:{verbs})\b")) for fields, verbs in _BEHIND),
)
"""What a name does; who gets money sells, who gets a bill or goods buys."""

_TO_IT = r"(?:\s+(?:the|der|dem|den|die|das|la|le|les)|\s+l)?\W*$"
"""What may stand between a preposition and a name."""
_DONE_TO = (
    (CUSTOMER, re.compile(rf"\b(?:wants?|is after|demands?|verlangt|fordert|demande)\b.*\b(?:from|of|von|à){_TO_IT}")),
    (CUSTOMER, re.compile(rf"\b(?:charge[sd]?|invoice[sd]|bill(?:s|ed)|berechnet|stellt){_TO_IT}")),
    (
        SELLER,
        re.compile(rf"\b(?:owes?|pay|paid|devons|doit|payer|zahlen|schulden|soll)\b(?:.*\b(?:to|à|an|au))?{_TO_IT}"),
    ),
    (CUSTOMER, re.compile(rf"\b{_GOT}\s+{_MONEY}.*\b(?:from|von|de|du){_TO_IT}")),
    (
        CUSTOMER,
        re.compile(
            rf"\b(?:(?:made out|addressed|billed|invoiced|charged|sold|sent|issued|(?:invoice|bill|it|this) (?:goes|went)) to|"
            rf"attention of|attn\W|in the name of|(?:purchase|order|kauf|bestellung|achat|commande)\b.*\b(?:by|durch|par)|"
            rf"(?:ausgestellt|lautet|gerichtet|geht|ging|adressiert)\b.*\b(?:auf|an)|"
            rf"(?:verkauft|berechnet|geschickt|fakturiert) an|zahlen (?:muss|soll)(?: hier)?|(?:revient|incombe) à|"
            rf"(?:adressée?|envoyée?|établie?|facturée?|vendue?|destinée?) (?:à|au|pour|au nom (?:de|d['’]))|"
            rf"à l['’]attention (?:de|d['’])|au nom (?:de|d['’])){_TO_IT}"
        ),
    ),
    (SELLER, re.compile(rf"(?:\b(?:schrieb|from|by|von|bei|par|chez)|(?<!\bis )\bat){_TO_IT}")),
    (SELLER, re.compile(rf"\b(?:vient|provient|émane)\s+(?:de|du|d['’])?{_TO_IT}")),
    (
        SELLER,
        re.compile(r"\b(?:invoice|bill|receipt|rechnung|beleg|bon|facture|ticket|reçu)\b[^,]*\b(?:of|de|d|du)\W*$"),
    ),
    (SELLER, re.compile(r"\b(?:rechnung|beleg|bon) (?:der|des)\W*$")),
    (
        CUSTOMER,
        re.compile(rf"\b(?:invoice|bill|receipt|rechnung|note|facturé?)\b.*\b(?:to|for|an|für|à|pour|au|aux){_TO_IT}"),
    ),
)
"""What is done to it, or where it stands."""

_HAS = re.compile(r"\bhat\s*$")
_JOINED = re.compile(r"[\s.]*(?:(?:&|,|-|\+|et|und|and|of|de)\s+)?(?:\()?")
_TIMES = frozenset((*MONTHS, *CUT_MONTHS, *WEEKDAYS))
_NO_NAMES = re.compile(r"(?:iban|bic|vat|ust|tva|gst|tax|id|no|nr|invoice|rechnung|facture)[\W\d]*", re.IGNORECASE)


def parties_in(sentence: str, known: Sequence[str]) -> tuple[Worded, ...]:
    """The names of a sentence whose wording tells whether they sell or buy; `known` are names that the document has.

    Where one of two names has a role, the other one has the other; a known name that stands alone and without a role
    sells, mostly: clerks name a bill by who sent it.
    """
    names = list(_names(sentence, known))
    roles = [_role(sentence[:start].lower(), sentence[end:].lower()) for start, end in names]
    told = zip(names, _completed(sentence, names, roles, known), strict=True)
    return tuple(Worded(sentence[a:b], a, b, role, plain) for (a, b), (role, plain) in told if role)


_IS_SOMETHING = re.compile(r"(?::|\b(?:is|was|reads|ist|war|lautet|est|était|lit))\W*$")
"""Given a role that no list has: "Signatory: Danielle Fowler"."""
_PAPER = re.compile(
    r"\b(?:invoice|bill|receipt|expenses?|rechnung|beleg|spesen|kosten|facture|ticket|frais)\b[^:]*:\W*$", re.IGNORECASE
)
"""What a paper is, who sent it behind a colon: "Travel expenses 3 May: Miller Ltd"."""
_SHIPPED = re.compile(r"\b(?:ship|deliver|liefer|livr)", re.IGNORECASE)
"""Goods may go to a third."""


def _completed(
    sentence: str, names: Sequence[tuple[int, int]], roles: Sequence[tuple[str, ...]], known: Sequence[str]
) -> list[tuple[tuple[str, ...], float]]:
    """The roles with how plainly they are told, and those that follow from them or from custom."""
    silent = [
        place for place, role in enumerate(roles) if not role and not _is_something(sentence[: names[place][0]])
    ]
    completed = [(role, PLAINLY) for role in roles]
    if (
        len(silent) != 1
        or _SHIPPED.search(sentence)
        or sentence[slice(*names[silent[0]])].casefold() not in {name.casefold() for name in known}
    ):
        return completed
    if len(names) == 1:
        completed[silent[0]] = SELLER, BY_CUSTOM
    elif len(names) == 2:
        completed[silent[0]] = CUSTOMER if roles[1 - silent[0]] == SELLER else SELLER, BY_CUSTOM
    return completed


def _is_something(before: str) -> bool:
    return bool(_IS_SOMETHING.search(before) and not _PAPER.search(before))


def _names(sentence: str, known: Sequence[str]) -> Iterator[tuple[int, int]]:
    """Where known names stand, then the runs of other words that are names."""
    taken = list(dict.fromkeys(place for name in known for place in _places(sentence, name)))
    yield from taken
    for run in _runs(sentence, [span for span in spans_in(sentence) if span.kind is Kind.NAME]):
        if all(run[1] <= start or end <= run[0] for start, end in taken):
            yield run


def _places(sentence: str, name: str) -> Iterator[tuple[int, int]]:
    parts = re.findall(r"\w+", name)
    if parts:
        spelled = r"\W*".join(map(re.escape, parts))
        yield from (found.span() for found in re.finditer(rf"(?<!\w){spelled}(?!\w)", sentence, re.IGNORECASE))


def _runs(sentence: str, spans: Sequence[Span]) -> Iterator[tuple[int, int]]:
    """Words of one name: nothing between them, or what joins names."""
    start = 0
    for place, (span, after) in enumerate(pairwise([*spans, None])):
        if span and (after is None or not _JOINED.fullmatch(sentence, span.end, after.start)):
            run = (spans[start].start, span.end)
            start = place + 1
            if not _is_none(sentence[slice(*run)]):
                yield run


def _is_none(name: str) -> bool:
    """Whether it is a key, a code or a piece of a date."""
    parts = fold(name).split()
    is_time = all(part.strip(".") in _TIMES for part in parts)
    return bool(_NO_NAMES.fullmatch(name)) or any(c.isdigit() for c in name) or is_time


def _role(before: str, after: str) -> tuple[str, ...]:
    if asked := _HAS.search(before):  # "Yesterday has Miller sent ..." as German orders it
        before, after = before[: asked.start()], f"{asked[0].strip()} {after.strip()}"
    told = (
        *((fields, pattern.search(before)) for fields, pattern in _BEFORE),
        *((fields, pattern.search(after)) for fields, pattern in (*_AS, *_VERBS)),
        *((fields, pattern.search(before)) for fields, pattern in _DONE_TO),
    )
    return next((fields for fields, found in told if found), ())
