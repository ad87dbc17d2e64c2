"""Which field of a kind of document a question asks for, told by the words that carry its meaning.

"How much VAT is there?", "tax amount" and "Wie hoch ist die Umsatzsteuer?" ask for one thing. A question means a field
where it has the same telling words as one of the field's own questions, labels or names: no more ("the total of the
second item") and no fewer.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Mapping

from docqa_app.core.fields import FieldType
from docqa_app.core.find import fold
from docqa_app.core.language import FREQUENT
from docqa_app.schemas.schema import Schema, SchemaField

_ASKING = (
    "what which who whom when how much many is are was were does do did it its this that these there a an at in has "
    "have whose give given show shown find tell me can be located charged included "
    "wie was wer wem wen wann welche welcher welches welchen hoch viel ist sind war lautet heisst hat es dieser dieses "
    "diese eine einen ein der die das des dem den sitzt enthalten angegeben "
    "quel quelle quels quelles qui quand combien est sont a une un d l au aux ce cette s il elle se trouve t eleve"
)
_TELLING = (
    "total net number nummer numero no date amount datum betrag montant tva mwst gesamt summe netto due bill tax "
    "with mit avec"
)
SMALL = frozenset(f"{_ASKING} {' '.join(FREQUENT.values())}".split()) - frozenset(_TELLING.split())
"""Words that frame a question and tell nothing of what is asked for."""

_SAME = {
    "tax": "vat gst sst mwst ust umsatzsteuer mehrwertsteuer steuer steuern steuerbetrag mehrwertsteuerbetrag "
    "umsatzsteuerbetrag tva taxe taxes",
    "number": "no nr num id idnr nummer numero n",
    "seller": "vendor supplier merchant company store shop verkaufer verkaufers lieferant lieferanten rechnungssteller "
    "firma geschaft vendeur fournisseur societe magasin",
    "customer": "buyer client purchaser kunde kaufer kunden kaufers acheteur",
    "address": "where wo ou adresse anschrift",
    "without": "excluding excl before ohne hors exclusive ht sans",
    "with": "including incl mit einschliesslich inkl ttc inclusive comprises toutes comprise avec",
    "total": "grand overall final gesamtbetrag gesamtsumme gesamt bruttobetrag bruttosumme summe brutto gross sum",
    "net": "nettobetrag netto nettosumme subtotal sub sous zwischensumme",
    "amount": "betrag montant",
    "date": "datum",
    "name": "nom namen",
    "invoice": "bill document rechnung facture beleg dokument receipt bon ticket",
}
_WORDS: Mapping[str, str] = {word: meant for meant, words in _SAME.items() for word in words.split()}
_VAT = frozenset(["vat", "gst", "sst", "mwst", "ust", "umsatzsteuer", "mehrwertsteuer", "tva"])

_UNSAID = ("invoice", "amount", "name", "total")
"""Words that may be left out where another is left: the total net amount of the invoice is the net amount."""

_OPEN = frozenset(
    [
        "due",
        "paid",
        "pay",
        "payable",
        "owed",
        "owing",
        "balance",
        "left",
        "zahlen",
        "zahlbar",
        "zahlbetrag",
        "payer",
        "paye",
        "solde",
        "restant",
    ]
)
"""What is still to pay is not always the total: labels that say so do not name a field of an amount."""

_REMAINING = frozenset(["balance", "left", "solde", "restant"])
"""Those of them that may also be what is left on a card."""

_TO_PAY = _OPEN - _REMAINING

_OWED = frozenset(["amount", "total", "money"])
"""Words that may stand beside what is to pay and change nothing."""

_VERBS_FIRST = (
    "is are were do does did has have had can could will would shall should must whether "
    "isn aren wasn weren don doesn didn hasn haven hadn couldn won wouldn shouldn mustn "
    "ist sind bin war waren wird werden wurde wurden hat haben habe hatte hatten gibt gilt enthalt stimmt ob "
    "betragt lautet heisst kostet liegt steht kommt beginnt endet gehort "
    "kann konnen konnte darf durfen durfte muss mussen musste soll sollen sollte will wollen braucht brauche "
    "est sont etait faut"
)
_WHETHER = frozenset(_VERBS_FIRST.split())
"""Verbs, and the like, that a question for yes or no begins with."""
_ALSO_OTHERWISE = frozenset(["was", "may", "might"])
"""They ask so only before who or what they speak of: "was" asks what in German, and May is a month."""
_SPOKEN_OF = "i he she it we you they the this that these those there any all a my our your his her their"
_SUBJECTS = frozenset(_SPOKEN_OF.split())
_REQUEST = re.compile(
    r"(?:can|could|will|would) you\b|(?:can|could|may|might) (?:i|we) (?:please )?(?:know|see|ask)\b|do you know\b"
    r"|konn(?:t)?en sie\b|wurden sie (?:mir|uns|bitte)\b"
)
"""Whoever asks to be told something wants it told, not a yes."""
_INVERTED = re.compile(
    r"\b[^\W\d_]+(?:[-‐](?:t[-‐'’])?(?:je|ils?|elles?|nous|ce)|[-‐]t[-‐'’]on| t (?:ils?|elles?|on))\b"
    r"|\b(?:peut|doit|est)[-‐ ]on\b|\best ce que\b"
)
"""A French verb before its pronoun: "La TVA est-elle incluse ?", where no word before it asks for something else."""
_WHAT_WORDS = "qui que qu quoi quand ou comment combien pourquoi quel quelle quels quelles lequel laquelle"
_WHAT = frozenset(_WHAT_WORDS.split())
EITHER = re.compile(r"\b(?:or|oder|ou)\b")
"""Between two of which one is asked for."""
_HOW = frozenset(["how", "wie", "womit", "comment"])

_ASKS_FOR = {
    FieldType.TEXT: "who whom wer wem wen qui where wo ou",
    FieldType.DATE: "when wann quand",
    FieldType.AMOUNT: "much hoch viel combien",
}
_TYPES: Mapping[str, FieldType] = {word: type_ for type_, words in _ASKS_FOR.items() for word in words.split()}


def field_meant(question: str, schema: Schema) -> SchemaField | None:
    """The one field that the question asks for; None where it is none of the schema's, or could be several."""
    if _puts_verb_first(question):
        return None
    asked, types = _asked(question, schema), {_TYPES[word] for word in parts_of(question) if word in _TYPES}
    fields = (field for field in schema.fields if not types or field.type in types)
    meant = [field for field in fields if asked and asked in set(_wordings(field))]
    return meant[0] if len(meant) == 1 else None


def asks_whether(question: str) -> bool:
    """Whether yes or no is wanted: "Is VAT included?", "Muss ich zahlen?", "A-t-elle signé ?"; not which of two."""
    return _puts_verb_first(question) and not EITHER.search(fold(question))


def _puts_verb_first(question: str) -> bool:
    """Whether a question begins with its verb, and asks for no more than that something is so or which of two."""
    plain, parts = fold(question), parts_of(question)
    if _REQUEST.match(" ".join(parts)):
        return False
    inverted = _INVERTED.search(plain)
    if inverted and _WHAT.isdisjoint(parts_of(plain[: inverted.start()])):
        return True
    first, second, *_ = (*parts, "", "")
    return first in _WHETHER or (first in _ALSO_OTHERWISE and second in _SUBJECTS)


def _asked(question: str, schema: Schema) -> frozenset[str]:
    """The telling words of a question; where nothing can fall due later, what was paid or was to pay is the total."""
    asked = telling(question)
    settled = not any(field.name.startswith("due") for field in schema.fields)
    paid = asked & _TO_PAY and asked <= _TO_PAY | _OWED and not _asks_how(question, asked)
    return frozenset(["total"]) if settled and paid else asked


def _asks_how(question: str, asked: frozenset[str]) -> bool:
    """Whether a question wants to know by what means something was paid, not how much."""
    parts = set(parts_of(question))
    return bool(parts & _HOW) and parts.isdisjoint(_TYPES) and asked.isdisjoint(_OWED)


def _wordings(field: SchemaField) -> Iterator[frozenset[str]]:
    """The telling words of everything a field is called; what would name other fields as well is left out."""
    called = [field.name.replace("_", " "), *field.label.values(), *_all(field.questions), *_all(field.labels)]
    for words in map(telling, called):
        vague = words <= {"invoice"} or (words == {"address"} and not field.name.endswith("address"))
        vague |= words == {"net"} and not field.name.startswith("net")  # a receipt's "net total" is no subtotal
        open_ = field.type is FieldType.AMOUNT and words & _OPEN
        if not (vague or open_ or "fiscal" in words):
            yield words


def _all(texts: Mapping[str, Iterable[str]]) -> Iterator[str]:
    return (text for some in texts.values() for text in some)


def telling(text: str) -> frozenset[str]:
    """The words that carry a text's meaning, each by one name."""
    parts = [part for part in parts_of(text) if part not in SMALL]
    words = {_WORDS.get(part, part) for part in parts}
    if {"tax", "number"} <= words and _VAT.isdisjoint(parts):
        words = words - {"tax"} | {"fiscal"}  # a tax office's number is not the VAT number
    for mark, sum_ in (("without", "net"), ("with", "total")):
        if mark in words:
            words = words - {mark, "tax"} | {sum_}
    for unsaid in _UNSAID if words.isdisjoint(_OPEN) else ("invoice",):
        words = words - {unsaid} or words
    return frozenset(words)


def framing_language(words: Iterable[str], frames: Mapping[str, frozenset[str]]) -> str:
    """The language, of those with a frame of words, whose frame has most of a question's; of equals the first."""
    said = frozenset(words)
    return max(frames, key=lambda language: len(frames[language] & said))


def parts_of(text: str) -> list[str]:
    """A text's words and numbers, folded."""
    return re.findall(r"[^\W_]+", fold(text))
