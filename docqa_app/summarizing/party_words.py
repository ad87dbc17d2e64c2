"""The words before and behind a name that tell whether it sells or buys, in three languages.

Patterns look at the words right before a name, or right behind it, in lower case.
"""

from __future__ import annotations

import re

SELLER, CUSTOMER = ("supplier_name", "merchant_name"), ("customer_name",)

_SELLS = (
    r"supplier (?:bill|invoice)|supplier|seller|sender|vendor|shop|store|merchant|service provider|issuer|business|"
    r"payee|company|"
    r"retailer|creditor|contractor|biller|(?:issuing|selling|billing) party|"
    r"(?:lieferanten|eingangs)rechnung|lieferant|verkäufer|aussteller|rechnungssteller|firma|geschäft|händler|laden|"
    r"anbieter|kreditor|gläubiger|absender|zahlungsempfänger|leistungserbringer|auftragnehmer|dienstleister|"
    r"facture fournisseur|fournisseur|vendeur|magasin|commerce|émetteur|société émettrice|société|prestataire|"
    r"commerçant|créancier|enseigne|expéditeur|bénéficiaire"
)
_BUYS = (
    r"customer|buyer|client|purchaser|bill(?:ed)?[- ](?:to[- ])?party|debtor|addressee|recipient|"
    r"(?:ordering|paying) party|party liable|liable for payment|party being (?:charged|billed|invoiced)|(?:invoiced|"
    r"billed|charged) party|"
    r"responsible for payment|"
    r"kunden?|kundin|käufer|rechnungsempfänger|auftraggeber|debitor|schuldner|empfänger|besteller|abnehmer|"
    r"leistungsempfänger|zahlungspflichtig[^\W_]*|acheteur|débiteur|destinataire|payeur|donneur d['’]ordre"
)
_ARTICLE = r"(?:(?:the|a|our|der|die|das|unser|le|la|un|notre)\s+|l['’])?"
_IS = r"(?:(?:is|was|reads|ist|war|lautet|heißt|heisst|est|était|s['’]appelle)\s+)?"
_OF = (
    r"(?:,?\s+(?:who|that|which|shown|stated|named|on|of|for|in|laut|auf|im|der|die|des|qui|mentionné|facturé|selon|"
    r"sur|"
    r"de|du|d['’])\b[^:;]{0,40}?(?=\s*:|\W\s?(?:is|ist|est|s['’]appelle)\s))?"
)
"""What else may be said of a role before its name: "the debtor on this one: ", "le client facturé s'appelle"."""


_OF_IT = r"[\s-]+(?:address|adresse|anschrift|vat|tax|number|no|id|e-?mail|phone)\b"
"""What a party has: "the vendor address" is no vendor."""


def _introduced(role: str) -> re.Pattern[str]:
    """What stands before a name: "the supplier is", "Kunde:", "name of the shop:"."""
    apart = r"(?:\bname of the |(?<!of the )(?<!of our )(?<!forwarding )(?<!shipping )(?<!insurance )(?<!parent ))\b"
    as_role = rf"\b(?:as|als|comme|en tant que)\s+(?:the\s+)?(?:{role})\s+(?!und|and|et)\w+\s*$"
    called = rf"(?:{role})(?:en|in|n|s|['’]s)?(?:\s+name)?{_OF}"
    return re.compile(rf"{as_role}|{apart}{called}\W+(?:on lit\s+)?{_IS}\W*{_ARTICLE}$")


def _called(role: str) -> re.Pattern[str]:
    """What stands behind a name: "is the customer", "is stated as merchant", "as the name of the shop"."""
    named = r"(?:name of |name |nom )?(?:the |des |der |du |de la |de l['’])?"
    stated = r"(?:(?:stated|given|named|angegeben|genannt|indiqué)\s+)?(?:(?:as|als|comme)\s+)?"
    given = r"(?:(?:is|was|ist|war|est|était|acts?|acting|fungiert|agit|en qualité d(?:e|['’]))\s*|(?=as |als |comme ))"
    apposed = rf"^\s*(?:\(\s*|,?\s*(?:the|der|die|le|la|l['’])\s*)(?:{role})\s*(?:[,.;)]|$)"
    return re.compile(rf"^\W*{given}{stated}{_ARTICLE}{named}(?:{role})\b(?!['’]s|{_OF_IT})|{apposed}")


BEFORE = ((CUSTOMER, _introduced(_BUYS)), (SELLER, _introduced(_SELLS)))
AS = ((CUSTOMER, _called(_BUYS)), (SELLER, _called(_SELLS)))

_BEHIND = (
    (
        CUSTOMER,
        r"(?:is|was) (?:expected|requested|required|obliged|liable|supposed|due) to (?:pay|settle|transfer)|"
        r"(?:wird|wurde)\b.*\b(?:gebeten|aufgefordert)|hat\b.*\bzu (?:bezahlen|zahlen|begleichen|überweisen)|"
        r"est (?:priée?|tenue?|invitée?) |is footing|foots|is asked|is to pay|(?:is|was) (?:charged|billed|invoiced)|"
        r"owes|has to|needs to|must|should|paid|pays|bought|order(?:s|ed)|purchased|"
        r"soll|hat von|muss|schuldet|zahlt|kaufte?|bestellte?|bezog|"
        r"hat\b(?:[^,;]|,\d)*\b(?:gekauft|eingekauft|bestellt|bezogen|bezahlt|gezahlt)|"
        r"has (?:un)?till? |hat\b(?:[^,;]|,\d)*\bzeit|wird\b(?:[^,;]|,\d)*\b(?:zahlen|bezahlen|überweisen|begleichen)|"
        r"débourse(?:ra)?|paiera|devra|r[éè]gle(?:ra)?|versera|s['’]acquitt[^\W_]*|doit|commande|achète|paie|"
        r"a reçu de|a acheté|a commandé|a payé",
    ),
    (
        SELLER,
        r"is (?:asking|charging|billing|invoicing|requesting|demanding|claiming|owed)|grant(?:s|ed)|"
        r"charge[sd]?|invoice[sd]|bill(?:s|ed)|wants?|expects?|submitted|have (?:sent|billed|charged)|erwartet|attend|"
        r"would like|is after|asks|sen(?:t|ds)|sold|sells|was paid|"
        r"took(?! place)|drew up|has (?:charged|invoiced|billed|sent|sold|issued)|raised|supplie[sd]|put|"
        r"issue[sd]|wrote|demands?|credit(?:s|ed)|refund(?:s|ed)|offer(?:s|ed)|makes|erstattete?|bietet|macht|propose|"
        r"accorde|"
        r"berechnete?|stellte?|verlangte?|möchte|will|schrieb|gab|nahm|schickte?|fordert|verkaufte?|lieferte?|facture|"
        r"veut|"
        r"demande|réclame|(?:nous |vous |lui )?a (?:enfin |déjà |bien )?(?:envoyé|émis|délivré|encaissé|vendu|facturé|"
        r"demandé|réclamé)|"
        r"hat\b(?:[^,;]|,\d)*\b(?:berechnet|gestellt|verlangt|gefordert|verkauft|geschickt|geliefert|ausgestellt|abgerechnet|"
        r"verrechnet|fakturiert|erstellt)",
    ),
)
_GOT = r"(?:gets?|got|receive[sd]?|bekam|bekommt|erhielt|erhält|reçoit|a reçu)"
_MONEY = r"(?:[a-z]{3}\s?|[$€£]\s?)?\d"
VERBS = (
    (SELLER, re.compile(rf"^\W*{_GOT}\s+{_MONEY}")),
    (CUSTOMER, re.compile(rf"^\W*{_GOT}\s+(?:it|them|an?|the|eine?n?|die|den|das|une?|la|les|l['’])\b")),
    *(
        (fields, re.compile(rf"^\W*(?:(?:is the one )?(?:who|that|qui|der|die|das)\s+)?(?:[^\W_]+ly\s+)?(?:{verbs})\b"))
        for fields, verbs in _BEHIND
    ),
)
"""What a name does; who gets money sells, who gets a bill or goods buys."""

_TO_IT = r"(?:\s+(?:the|der|dem|den|die|das|la|le|les)|\s+l)?\W*$"
"""What may stand between a preposition and a name."""
_PAID = r"(?:(?:be)?zahlen|überweisen|begleichen|entrichten|bezahlt|überwiesen|beglichen)"
_SOLD = r"(?:verkauft|geliefert|berechnet|gestellt|geschickt|ausgestellt|fakturiert)"
AROUND = (
    (SELLER, re.compile(rf"\b(?:konto|account|compte) (?:von|der|des|of|de|du){_TO_IT}"), re.compile("")),
    (SELLER, re.compile(rf"\b(?:{_SOLD}|erstellt|verlangt) hat(?: (?:den|die|das) [^\W_]+)?\W*$"), re.compile("")),
    (
        SELLER,
        re.compile(r"\b(?:rechnung|beleg|bon)\b[^.]*, (?:die|den)\s*$"),
        re.compile(rf"\b(?:{_SOLD}|erstellt) hat\b"),
    ),
    (CUSTOMER, re.compile(rf"\b(?:von|durch){_TO_IT}"), re.compile(rf"\b{_PAID}\b")),
    (SELLER, re.compile(rf"\ban{_TO_IT}"), re.compile(rf"\b{_PAID}\b")),
    (CUSTOMER, re.compile(rf"\ban{_TO_IT}"), re.compile(rf"\b{_SOLD}\b")),
    (
        CUSTOMER,
        re.compile(r"\b(?:wird|wurden?|ich habe|(?:wir haben|haben wir))\s*$"),
        re.compile(r"^(?!.*\b(?:von|durch) \D).*\b(?:berechnet|in rechnung gestellt|verrechnet)\b"),
    ),
    (CUSTOMER, re.compile(r"\bund\s*$"), re.compile(r"^\s*(?:berechnet|in rechnung gestellt)\W*$")),
    (CUSTOMER, re.compile(r"\bà\s*$"), re.compile(r"^\W*que\b.*\bfactur")),
)
"""What stands before and behind it, together: "von Miller an Paul zu zahlen"."""
DONE_TO = (
    (
        CUSTOMER,
        re.compile(
            rf"\b(?:paid|payable|payment|settled|owed|due|payée?s?|réglée?s?|paiement)\b.*\b(?:by|par){_TO_IT}|"
            rf"\bgegenüber{_TO_IT}|\bzu ?lasten (?:von|der|des)\W*$|\bauf den namen(?: (?:von|der|des))?\W*$|"
            rf"\br[ée]clamée?s? à\W*$"
        ),
    ),
    (SELLER, re.compile(rf"\b(?:verser|régler|virer|payer)\b.*\b(?:à|au){_TO_IT}")),
    (SELLER, re.compile(rf"\b(?:transfer(?:red)?|check|cheque|remit)\b.*\bto{_TO_IT}|\bin favour of{_TO_IT}")),
    (SELLER, re.compile(rf"\b(?:überweisung|zahlung)\b.*\ban{_TO_IT}|\bgeld bekommt{_TO_IT}")),
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
            rf"\b(?:(?:made out|addressed|billed|invoiced|charged|sold|issued) to|"
            rf"(?:invoice|bill|it|this) (?:goes|went|is directed) (?:out )?to|à la charge (?:de|d['’])|attention of|"
            rf"attn\W|in the name of|"
            rf"(?:purchase|order|kauf|bestellung|achat|commande)\b.*\b(?:by|durch|par)|"
            rf"(?:ausgestellt|lautet|gerichtet|geht|ging|adressiert)\b.*\b(?:auf|an)|"
            rf"(?:verkauft|berechnet|geschickt|fakturiert) an|zahlen (?:muss|soll)(?: hier)?|(?:revient|incombe) à|"
            rf"(?:adressée?|envoyée?|établie?|libellée?|facturée?|vendue?|destinée?) (?:à|au|pour|au nom (?:de|d['’]))|"
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

IS_SOMETHING = re.compile(r"(?::|\b(?:is|was|reads|ist|war|lautet|est|était|lit))\W*$")
"""Given a role that no list has: "Signatory: Danielle Fowler"."""
PAPER = re.compile(
    r"\b(?:invoice|bill|receipt|expenses?|rechnung|beleg|spesen|kosten|facture|ticket|frais)\b[^:]*:\W*$", re.IGNORECASE
)
"""What a paper is, who sent it behind a colon: "Travel expenses 3 May: Miller Ltd"."""
SHIPPED = re.compile(
    r"\b(?:ship|deliver|handed over|reached|consignment|liefer|zu(?:ge)?stell|überg[ea]ben|sendung|livr|remis|colis)",
    re.IGNORECASE,
)
"""Goods may go to a third."""

LISTED_BEFORE = re.compile(
    r"(?:^|[:,;(/|–—-]|\d|\b(?:invoice|bill|receipt|slip|rechnung|[^\W_]*beleg|bon|quittung|facture|ticket|reçu|note|"
    r"note de frais))"
    r"\W*(?:(?:the|der|die|das|le|la)\s+)?$"
)
LISTED_BEHIND = re.compile(r"^\W*(?:$|[,;:/|–—()-]|\.(?:\s|$)|(?:on|vom|am|du|le|of|dated)\b|\d)")
"""Between what a name stands that is given without a word: "Miller Ltd, 12 March, 50.00", "Receipt Miller Ltd"."""
