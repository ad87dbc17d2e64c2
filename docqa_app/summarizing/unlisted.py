"""What a sentence may speak of though its document's kind lists no such field: asked of the document when it does."""

from __future__ import annotations

from docqa_app.core.fields import FieldType, FieldValue
from docqa_app.schemas.schema import in_language

_QUESTIONS = {
    "net_amount": ("What is the net total?", "Wie lautet der Nettobetrag?", "Quel est le total HT ?"),
    "discount": ("What is the discount?", "Wie lautet der Rabatt?", "Quelle est la remise ?"),
    "shipping": ("What is the shipping cost?", "Wie hoch sind die Versandkosten?", "Quels sont les frais de port ?"),
    "deposit": ("What is the deposit?", "Wie lautet die Anzahlung?", "Quel est l'acompte ?"),
    "balance_due": ("What is the balance due?", "Wie lautet der Restbetrag?", "Quel est le reste à payer ?"),
    "cash": ("What is the cash paid?", "Wie viel Bargeld wurde gegeben?", "Quel est le montant payé en espèces ?"),
    "change": ("What is the change?", "Wie lautet das Rückgeld?", "Quel est le montant rendu ?"),
    "delivery_date": ("What is the delivery date?", "Wie lautet das Lieferdatum?", "Quelle est la date de livraison ?"),
    "order_date": ("What is the order date?", "Wie lautet das Bestelldatum?", "Quelle est la date de commande ?"),
    "period_from": (
        "What is the start of the period?",
        "Wie lautet der Beginn des Zeitraums?",
        "Quel est le début de la période ?",
    ),
    "period_to": (
        "What is the end of the period?",
        "Wie lautet das Ende des Zeitraums?",
        "Quelle est la fin de la période ?",
    ),
}
LANGUAGES = ("en", "de", "fr")

_MUCH = frozenset(("net_amount", "total_amount", "cash", "balance_due", "deposit"))
_EARLY = frozenset(("invoice_date", "date", "delivery_date", "order_date", "period_from", "period_to"))


def unlisted(but: frozenset[str], language: str) -> tuple[tuple[FieldValue, str], ...]:
    """The fields that a kind has not (`but` those it has), without values, each with its question."""
    asked = {name: dict(zip(LANGUAGES, questions, strict=True)) for name, questions in _QUESTIONS.items()}
    return tuple(
        (FieldValue(name, FieldType.DATE if name in _EARLY else FieldType.AMOUNT), in_language(asked[name], language))
        for name in asked
        if name not in but
    )


def may_be_one(one: str, other: str) -> bool:
    """Whether two fields often have the same value: without tax the net amount is the total, and goods are delivered on
    the day of the invoice."""
    return any({one, other} <= group for group in (_MUCH, _EARLY))
