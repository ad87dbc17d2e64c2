"""Which field a sentence gives an amount or a date out for, told by the words around it, in three languages.

"Excluding VAT the sum is 300" speaks of the net amount whatever the document says. What a model of this size makes of
such a sentence is chance; the words that tell are few.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from docqa_app.core.summary import Kind
from docqa_app.extracting.amounts import read_amounts, read_currencies
from docqa_app.summarizing.spans import spans_in


@dataclass(frozen=True, slots=True)
class Worded:
    """sentence[start:end], and the names of the schema fields that its wording may mean: one a kind of document."""

    text: str
    start: int
    end: int
    fields: tuple[str, ...]


def any_of(*words: str) -> re.Pattern[str]:
    """One of these words; a star stands for any letters."""
    spelled = "|".join(" ".join(words).split()).replace("*", r"[^\W_]*")
    return re.compile(rf"\b(?:{spelled})\b")


_TAX = r"(?:tax(?:es?)?|vat|gst|sst|mwst|ust|umsatzsteuer|mehrwertsteuer|steuern?|tva)"
_WITHOUT_TAX = re.compile(
    rf"\b(?:excl[^\W_]*|without|before|ohne|vor|exkl[^\W_]*|hors|avant|sans)\.?\s(?:[^\W_]+\s|l['’])?{_TAX}\b|\bht\b"
)
_WITH_TAX = re.compile(
    rf"\b(?:incl[^\W_]*|with|inkl[^\W_]*|einschlie[^\W_]+|mit)\.?\s(?:[^\W_]+\s)?{_TAX}\b|\b{_TAX} comprises?\b|\bttc\b"
)
_GROSS = any_of("gross brutto*")
_NET = any_of("net netto* taxable subtotal zwischensumme")
_TAXED = re.compile(rf"\b{_TAX}\b|\b[^\W_]*steuer[^\W_]*\b|\b(?:finanzamt|fisc)\b")
_TOTAL = any_of(
    "total* sum sums altogether all due bill* owe* charge* invoice* want* ask* pay paid payable transfer* spent spend "
    "bought purchase* receive* took sold cost* amounts come* demand*",
    "gesamt* summe* insgesamt zahl* bezahl* schuld* überweis* rechnung* verlangt* berechne* erhielt kostet* zusammen "
    "einkauf* ausgegeben ganzen beläuft stellt nahm",
    "total* somme tout payer devons doit facture* demand* virer dépens* encaiss* coûte* élève* achat reçu",
)
_OTHER_AMOUNT = any_of(
    "discount* rebate* shipping postage freight deposit* advance goods item items line lines cash change card cheque "
    "already lowered left remain* balance outstanding tip fee fees handed back unit each",
    "rabatt* skonto versand* porto fracht anzahlung angezahlt* waren* offen* rest* rückgeld bar heraus karte gegeben* "
    "trinkgeld gebühr* zurück je stück",
    "remise* rabais port acompte* marchandises reste* espèces monnaie carte rendu* repris donné versé* frais pièce",
)
_DUE = any_of(
    "due payable pay paid payment deadline latest later last",
    "fällig* zahlbar zahl* bezahl* begleichen frist* spätestens",
    "échéance payer régler limite dû paiement tard",
)
_ISSUED = any_of(
    "issue* date* invoice* bill* written wrote sent printed purchase* bought spent receipt slip charge* shopping on",
    "ausgestellt ausgab vom datum datiert* geschrieben schrieb rechnung* ausgegeben einkauf* beleg bon gab erhielt",
    "datée* émis* date écrite envoyé facture* achat* ticket dépens* reçu courses",
)
_OTHER_DATE = any_of(
    "deliver* ship* order* period from until dispatch* born signed",
    "geliefert liefer* bestell* zeit zeitraum versandt leistung* geboren unterschrieben",
    "livraison livré* command* période expédi* né signé*",
)

_CLAUSE = re.compile(r"[,;()]|\.\s|\b(?:and|plus|of which|und|zuzüglich|davon|darin|dont|et)\b", re.IGNORECASE)
_AMOUNT = re.compile(
    r"(?<![\w.,/'’-])(?:[A-Z]{2,3}\s?|[$€£¥₹]\s?)?-?"
    r"(?:\d{1,3}(?:[ \u00a0]\d{3})+(?:[.,]\d+)?|\d[\d.,'’]*\d|\d)(?![\w/:-])"
)
_NUMBERED = re.compile(
    r"(?:\d[^\s,;:.]*\s|\b(?:no|nr|n°|numéro|number|nummer|rechnung|invoice|facture|bill|iban|order|bestellung|id)\W*)$",
    re.IGNORECASE,
)
"""What stands before a number that is none of money."""


def worded_in(sentence: str) -> tuple[Worded, ...]:
    """The amounts and dates of a sentence whose wording tells what they are, in their order."""
    values = sorted(_values(sentence), key=lambda value: value.start)
    ends = [(value.start, value.end) for value in values]
    told = (_read(value, around(sentence, ends, place)) for place, value in enumerate(values))
    return tuple(value for value in told if value.fields)


@dataclass(frozen=True, slots=True)
class _Value:
    text: str
    kind: Kind
    start: int
    end: int


def _values(sentence: str) -> Iterator[_Value]:
    dates = [span for span in spans_in(sentence) if span.kind is Kind.DATE]
    yield from (_Value(span.text, Kind.DATE, span.start, span.end) for span in dates)
    for found in _AMOUNT.finditer(sentence):
        start, end = found.span()
        apart = all(end <= day.start or day.end <= start for day in dates)
        if apart and _is_money(sentence, start, end) and not _is_numbering(sentence, start, end):
            yield _Value(found[0], Kind.AMOUNT, start, end)


def _is_money(sentence: str, start: int, end: int) -> bool:
    """Whether a number has decimals, groups or a currency."""
    text, behind = sentence[start:end], re.match(r"\s?\S+", sentence[end:])
    currencies = read_currencies(text) or (behind and read_currencies(behind[0].strip(" .,;")))
    return bool(read_amounts(text) and (currencies or re.search(r"\d[ .,'’]\d", text)))


def _is_numbering(sentence: str, start: int, end: int) -> bool:
    """Whether a number is a document's, or one of the groups of an account's."""
    return bool(_NUMBERED.search(sentence[:start]) or re.match(r"\s[^\W_]*\d", sentence[end:]))


def around(sentence: str, ends: Sequence[tuple[int, int]], place: int) -> str:
    """The words of a value's clause, lower case: back to the value before it and on to the next."""
    start, end = ends[place]
    first, last = place == 0, place + 1 == len(ends)
    before = sentence[0 if first else ends[place - 1][1] : start]
    after = sentence[end : None if last else ends[place + 1][0]]
    near = (before if first else _CLAUSE.split(before)[-1], after if last else _CLAUSE.split(after)[0])
    return " ".join(" ".join(near).lower().split())


def _read(value: _Value, words: str) -> Worded:
    fields = _amount_meant(words) if value.kind is Kind.AMOUNT else _date_meant(words)
    return Worded(value.text, value.start, value.end, fields)


def _amount_meant(words: str) -> tuple[str, ...]:
    if _WITHOUT_TAX.search(words):
        return ("net_amount",)
    if _WITH_TAX.search(words) or _GROSS.search(words):
        return ("total_amount",)
    if _OTHER_AMOUNT.search(words):
        return ()
    if _NET.search(words):
        return ("net_amount",)
    if _TAXED.search(words):
        return ("tax_amount",)
    return ("total_amount",) if _TOTAL.search(words) else ()


def _date_meant(words: str) -> tuple[str, ...]:
    if _DUE.search(words):
        return ("due_date",)
    if _OTHER_DATE.search(words):
        return ()
    return ("invoice_date", "date") if _ISSUED.search(words) else ()
