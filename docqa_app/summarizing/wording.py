"""Which field a sentence gives an amount or a date out for, told by the words around it, in three languages.

"Excluding VAT the sum is 300" speaks of the net amount whatever the document says. What a model of this size makes of
such a sentence is chance; the words that tell are few.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass

from docqa_app.core.summary import Kind
from docqa_app.summarizing.figures import Figure, figures_in

PLAINLY = 1.0
BY_CUSTOM = 0.6
"""How plainly a sentence means a field that it does not name: an amount without a word to it is mostly the total."""


@dataclass(frozen=True, slots=True)
class Worded:
    """sentence[start:end], and the names of the fields that its wording may mean: one a kind of document. They are the
    schemas' where these have such a field. `plain` (0..1) is how plainly the wording says so."""

    text: str
    start: int
    end: int
    fields: tuple[str, ...]
    plain: float = PLAINLY


def any_of(*words: str) -> re.Pattern[str]:
    """One of these words; a star stands for any letters."""
    spelled = "|".join(" ".join(words).split()).replace("*", r"[^\W_]*")
    return re.compile(rf"\b(?:{spelled})\b")


PLACE = "#"
"""Stands for the value among the words of its clause: "includes # tax" is no sum that includes tax."""

_TAX = r"(?:tax(?:es?)?|vat|gst|sst|mwst|ust|umsatzsteuer|mehrwertsteuer|steuern?|tva)"
_WITHOUT_TAX = re.compile(
    rf"\b(?:excl[^\W_]*|without|before|ohne|vor|exkl[^\W_]*|hors|avant|sans)\.?\s(?:[^\W_]+\s|l['’])?{_TAX}\b|\bht\b"
)
_WITH_TAX = re.compile(
    rf"\b(?:incl[^\W_]*|with|inkl[^\W_]*|einschlie[^\W_]+|mit)\.?\s(?:[^\W_]+\s)?{_TAX}\b|\b{_TAX} comprises?\b|\bttc\b"
)
_TAX_OF = re.compile(rf"\b{_TAX}(?: in höhe)? (?:of|von|de) #")
"""What tells how much the tax is: "including VAT of 19.00"."""
_FOR_ONE = re.compile(
    r"# ?(?:(?:per|an?|each|every|je|pro|par) |/ ?|l['’])"
    r"(?:hour|day|week|month|year|unit|piece|item|stunde|tag|woche|monat|jahr|stück|heure|jour|semaine|mois|an|pièce)\b"
)
"""What is charged for one of many, or again and again: no total."""
_GROSS = re.compile(r"\b(?:gross|brutto[^\W_]*|net à payer|nett total|net payable)\b")
_NET = any_of("net netto* taxable subtotal sub-total zwischensumme warenwert positionen sous-total")
_TAXED = re.compile(rf"\b{_TAX}\b|\b[^\W_]*steuer[^\W_]*\b|\bmwst-[^\W_]*|\b(?:finanzamt|fisc)\b")
_TOTAL = any_of(
    "total* sum sums altogether all due bill* owe* charge* invoice* want* ask* pay paid payable transfer* spent spend "
    "bought purchase* receive* took sold amounts comes come demand* overall grand final",
    "gesamt* summe* insgesamt zahl* bezahl* schuld* überweis* rechnung* verlangt* berechne* erhielt zusammen "
    "einkauf* ausgegeben ganzen beläuft stellt nahm endbetrag endpreis",
    "total* somme tout payer devons doit facture* demand* virer dépens* encaiss* élève* achat reçu",
)
_OTHER_AMOUNTS = (
    (("discount",), any_of("discount* rebate* reduction lowered rabatt* skonto nachlass remise* rabais")),
    (
        ("shipping",),
        any_of("shipping postage freight carriage deliver*", "versand* porto fracht* liefer*", "port livraison"),
    ),
    (
        ("change",),
        any_of("change back", "rückgeld wechselgeld heraus zurück herausgegeben", "monnaie rendu* repris returned"),
    ),
    (("deposit",), any_of("deposit* prepaid advance already", "anzahlung angezahlt*", "acompte*")),
    (("cash",), any_of("cash handed given", "bar gegeben* gab", "espèces donné versé*")),
    (("balance_due",), any_of("left remain* balance outstanding", "offen* rest*", "reste* solde")),
    (
        (),
        any_of(
            "item items line lines card cheque tip fee fees unit each mentioned named rate rates address quantity "
            "number limit cover coverage travel mileage parking toll",
            "karte trinkgeld gebühr* stück erwähnt* genannt* *satz *adresse *anschrift menge anzahl deckung* "
            "selbstbehalt selbstbeteiligung anfahrt* fahrtkosten reisekosten",
            "carte frais pièce mentionné* taux adresse quantité nombre plafond franchise couverture déplacement*",
        ),
    ),
)
"""Amounts that no kind lists; the last are of too many sorts to ask for them."""

_PAID_EARLY = re.compile(r"(?<!ohne )(?<!without )(?<!sans )\b(?:skonto|(?:cash )?discount|escompte)\b")
"""The day of a discount is not the one until which all must be paid."""
_ON_CONDITION = re.compile(r"^(?:if|when|whoever|wer|wenn|bei|falls|si|qui|en cas)\b", re.IGNORECASE)
"""How a sentence begins that names the day of a discount before the discount."""
_MUST = re.compile(
    r"\b(?:due|payable|deadline|paid by|fällig[^\W_]*|zahlbar|[^\W_]*frist|zahlungsziel|bezahlt bis|spätestens|"
    r"échéance|limite|payée? avant)\b"
)
_DUE = any_of(
    "pay payment latest later last until",
    "zahl* bezahl* begleichen",
    "payer régler dû paiement tard",
)
_ISSUED = any_of(
    "issue* date* invoice* bill* billing written wrote sent printed purchase* bought spent receipt slip charge* paid "
    "shopping on",
    "ausgestellt *datum ausgab vom datiert* geschrieben schrieb rechnung* ausgegeben einkauf* beleg bon gab erhielt "
    "bezahlt ausstell*",
    "datée* émis* date écrite envoyé facture* achat* ticket dépens* reçu payé courses émission",
)
_OTHER_DATES = (
    (("delivery_date",), any_of("deliver* ship* supplied dispatch*", "*liefer* versandt leistung*", "livr*")),
    (("order_date",), any_of("order*", "bestell*", "command*")),
    (("period_from",), re.compile(r"\b(?:period|zeit|zeitraum|période) (?:from|vom|von|du) #")),
    (("period_from",), any_of("start* begin* beginn* début")),
    (("period_to",), any_of("end* ende* fin")),
    (
        (),
        any_of(
            "period born signed supply",
            "zeit zeitraum* geboren unterschrieben",
            "période expédi* né signé*",
        ),
    ),
)

_GOODS = re.compile(
    r"\b(?:goods (?:alone|only|cost)|(?:value|total) of the (?:goods|items)|waren (?:allein|nur|kosten)|marchandises)\b"
)
_NAMED = re.compile(r"^(?:(?:the|das|die|der|le|la) )?[^\W\d_]+(?::| (?:is|was|ist|war|est|était|reads|lautet)) #\W*$")
"""Named by one word, which none of the lists has: "Surcharge: 5.00" gives it out for no total."""

_MAKES = re.compile(rf"^(?:{_TAX} )?(?:makes|gives|equals|ergibt|ergeben|macht|fait|font) #")
_DAY_DUE = ("due_date",)
_SUMS = (("net_amount",), ("tax_amount",), ("total_amount",))

_LEADING = re.compile(
    r"\b(?:of|on|by|until|before|from|to|for|at|is|was|dated|am|vom|von|bis|zum|über|ist|war|beträgt|le|du|de|au|à|avant|est)"
    r"(?: (?:the|dem|den|der|le|la))?\s*$"
)
"""What stands right before a value."""
_PAPER = re.compile(
    r"\b(?:invoice|bill|receipt|slip|order|rechnung|beleg|bon|bestellung|auftrag|facture|ticket|reçu|commande)"
    r"(?: \S+){0,2} (?:of|dated|from|vom|du)(?: the)?\s*$"
)
_QUALIFYING = re.compile(rf"\s*(?:{_WITHOUT_TAX.pattern}|{_WITH_TAX.pattern})")

_CLAUSE = re.compile(r"[,;()]|\.\s|\b(?:and|plus|of which|und|zuzüglich|davon|darin|dont|et)\b", re.IGNORECASE)
_NUMBER_WORDS = any_of("no nr n° number nummer *nummer numéro id iban vat-id ust-idnr order page items account konto")
"""Where a whole number is none of money."""


def worded_in(sentence: str, names: Sequence[tuple[int, int]] = ()) -> tuple[Worded, ...]:
    """The amounts and dates of a sentence whose wording tells what they are, in their order.

    `names` are where names stand: "Port Laurie Market" tells of no freight.
    """
    plain = _without(sentence, names)
    values = figures_in(plain)
    ends = [(value.start, value.end) for value in values]
    told = (_read(value, _own_words(value, around(plain, ends, place))) for place, value in enumerate(values))
    return _without_early_day(tuple(value for value in told if value.fields), plain)


def _without_early_day(told: Sequence[Worded], sentence: str) -> tuple[Worded, ...]:
    """Without the day until which a discount is given: "Who pays by 18 May may take off 78.47 as a discount"."""
    early = _ON_CONDITION.match(sentence.lstrip()) and _PAID_EARLY.search(sentence.lower())
    only = sum(value.fields == _DAY_DUE for value in told) == 1
    return tuple(value for value in told if not (early and only and value.fields == _DAY_DUE))


def _without(sentence: str, names: Sequence[tuple[int, int]]) -> str:
    """The sentence with spaces in the place of its names."""
    for start, end in names:
        sentence = sentence[:start] + " " * (end - start) + sentence[end:]
    return sentence


def around(sentence: str, ends: Sequence[tuple[int, int]], place: int) -> str:
    """The words of a value's clause, lower case, with PLACE for it: back to the value before it and on to the next."""
    start, end = ends[place]
    first, last = place == 0, place + 1 == len(ends)
    before = sentence[0 if first else ends[place - 1][1] : start]
    after = sentence[end : None if last else ends[place + 1][0]]
    near = (before if first else _CLAUSE.split(before)[-1], PLACE, after if last else _CLAUSE.split(after)[0])
    return " ".join(" ".join(near).lower().split())


def _own_words(value: Figure, words: str) -> str:
    """Without what leads to the next value, where those before this one say what it is: "the invoice of # is due on";
    the day of a paper is its own whatever is said of the paper."""
    before, _, behind = words.partition(PLACE)
    if value.kind is Kind.DATE:
        behind = "" if _PAPER.search(before) else _PAPER.sub(" ", behind)
    named = _LEADING.sub(" ", before)
    is_told = _date_meant(named) if value.kind is Kind.DATE else _amount_meant(named)[1] == PLAINLY
    leads_on = _LEADING.search(behind) and not _QUALIFYING.match(behind)
    return f"{before}{PLACE}" if is_told and leads_on else f"{before}{PLACE}{behind}"


def _read(value: Figure, words: str) -> Worded:
    if value.kind is Kind.DATE:
        return Worded(value.text, value.start, value.end, _date_meant(words))
    fields, plain = _amount_meant(words)
    short = sum(map(str.isdigit, value.text)) == 2 and fields == ("total_amount",)
    if value.whole and (
        short or plain < PLAINLY or _MAKES.search(words) or _NUMBER_WORDS.search(words) or fields[:1] not in _SUMS
    ):
        fields = ()
    return Worded(value.text, value.start, value.end, fields, plain)


def _amount_meant(words: str) -> tuple[tuple[str, ...], float]:
    if _FOR_ONE.search(words):
        return (), PLAINLY
    if _TAX_OF.search(words):
        return ("tax_amount",), PLAINLY
    if _WITHOUT_TAX.search(words):
        return ("net_amount",), PLAINLY
    if _WITH_TAX.search(words) or _GROSS.search(words):
        return ("total_amount",), PLAINLY
    if _GOODS.search(words):
        return (), PLAINLY
    other = next((fields for fields, pattern in _OTHER_AMOUNTS if pattern.search(words)), None)
    if other is not None:
        return other, PLAINLY
    if _NET.search(words):
        return ("net_amount",), PLAINLY
    if _MAKES.search(words):
        return ("total_amount",), PLAINLY
    if _TAXED.search(words):
        return ("tax_amount",), PLAINLY
    if _TOTAL.search(words):
        return ("total_amount",), PLAINLY
    return () if _NAMED.search(words) else ("total_amount",), BY_CUSTOM


def _date_meant(words: str) -> tuple[str, ...]:
    if _PAID_EARLY.search(words):
        return ()
    if _MUST.search(words):
        return _DAY_DUE
    other = next((fields for fields, pattern in _OTHER_DATES if pattern.search(words)), None)
    if other is not None:
        return other
    if _DUE.search(words):
        return _DAY_DUE
    return ("invoice_date", "date") if _ISSUED.search(words) else ()
