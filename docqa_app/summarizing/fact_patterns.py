"""How key facts are said, by schema, sort of paper and language: sentences with places for fields."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass

from docqa_app.summarizing.papers import Paper


@dataclass(frozen=True, slots=True)
class Pattern:
    """A sentence with places for fields: the first head whose fields were found, then every tail whose were."""

    heads: tuple[str, ...]
    tails: tuple[str, ...] = ()


_INVOICE = {
    "en": (
        Pattern(
            (
                "{supplier_name} charges {customer_name} {total_amount}",
                "{supplier_name} charges {total_amount}",
                "The total is {total_amount}",
            ),
            (" on {invoice_date}", " with invoice {invoice_number}"),
        ),
        Pattern(("Payment is due by {due_date}",)),
        Pattern(("The net amount is {net_amount}, tax {tax_amount}", "The net amount is {net_amount}")),
    ),
    "de": (
        Pattern(
            (
                "{supplier_name} berechnet {customer_name} {total_amount}",
                "{supplier_name} berechnet {total_amount}",
                "Der Gesamtbetrag ist {total_amount}",
            ),
            (" mit Rechnung {invoice_number}", " vom {invoice_date}"),
        ),
        Pattern(("Die Zahlung ist bis {due_date} fällig",)),
        Pattern(("Der Nettobetrag ist {net_amount}, die Steuer {tax_amount}", "Der Nettobetrag ist {net_amount}")),
    ),
    "fr": (
        Pattern(
            (
                "{supplier_name} facture {total_amount} à {customer_name}",
                "{supplier_name} facture {total_amount}",
                "Le total est de {total_amount}",
            ),
            (" par la facture {invoice_number}", " du {invoice_date}"),
        ),
        Pattern(("Le paiement est dû le {due_date}",)),
        Pattern(("Le montant net est de {net_amount}, la taxe de {tax_amount}", "Le montant net est de {net_amount}")),
    ),
}
_RECEIPT = {
    "en": (
        Pattern(("{merchant_name} was paid {total_amount}", "The total is {total_amount}"), (" on {date}",)),
        Pattern(("This includes {tax_amount} tax",)),
    ),
    "de": (
        Pattern(("{merchant_name} erhielt {total_amount}", "Die Summe ist {total_amount}"), (" am {date}",)),
        Pattern(("Darin sind {tax_amount} Steuer enthalten",)),
    ),
    "fr": (
        Pattern(("{merchant_name} a reçu {total_amount}", "Le total est de {total_amount}"), (" le {date}",)),
        Pattern(("Cela comprend {tax_amount} de taxe",)),
    ),
}
PATTERNS: Mapping[str, Mapping[str, tuple[Pattern, ...]]] = {"invoice": _INVOICE, "receipt": _RECEIPT}
"""By schema and language."""
NET = {language: patterns[-1] for language, patterns in _INVOICE.items()}
_CREDIT = {
    "en": Pattern(
        (
            "{supplier_name} credits {customer_name} with {total_amount}",
            "{supplier_name} gives a credit of {total_amount}",
            "The credit is {total_amount}",
        ),
        (" on {invoice_date}",),
    ),
    "de": Pattern(
        (
            "{supplier_name} erstattet {customer_name} {total_amount}",
            "{supplier_name} erstattet {total_amount}",
            "Die Gutschrift beträgt {total_amount}",
        ),
        (" mit der Gutschrift vom {invoice_date}",),
    ),
    "fr": Pattern(
        (
            "{supplier_name} accorde à {customer_name} un avoir de {total_amount}",
            "{supplier_name} accorde un avoir de {total_amount}",
            "L'avoir est de {total_amount}",
        ),
        (" le {invoice_date}",),
    ),
}
_ORDER = {
    "en": Pattern(
        (
            "{customer_name} orders from {supplier_name} for {total_amount}",
            "{customer_name} orders for {total_amount}",
            "The order comes to {total_amount}",
        ),
        (" on {invoice_date}",),
    ),
    "de": Pattern(
        (
            "{customer_name} bestellt bei {supplier_name} für {total_amount}",
            "{customer_name} bestellt für {total_amount}",
            "Die Bestellung beläuft sich auf {total_amount}",
        ),
        (" am {invoice_date}",),
    ),
    "fr": Pattern(
        (
            "{customer_name} commande chez {supplier_name} pour {total_amount}",
            "{customer_name} commande pour {total_amount}",
            "La commande est de {total_amount}",
        ),
        (" le {invoice_date}",),
    ),
}
_OFFER = {
    "en": Pattern(
        (
            "{supplier_name} makes {customer_name} an offer of {total_amount}",
            "{supplier_name} makes an offer of {total_amount}",
            "The offer is {total_amount}",
        ),
        (" on {invoice_date}",),
    ),
    "de": Pattern(
        (
            "{supplier_name} macht {customer_name} ein Angebot über {total_amount}",
            "{supplier_name} macht ein Angebot über {total_amount}",
            "Das Angebot beträgt {total_amount}",
        ),
        (" vom {invoice_date}",),
    ),
    "fr": Pattern(
        (
            "{supplier_name} propose à {customer_name} un devis de {total_amount}",
            "{supplier_name} propose un devis de {total_amount}",
            "Le devis est de {total_amount}",
        ),
        (" du {invoice_date}",),
    ),
}
BY_PAPER = {Paper.CREDIT: _CREDIT, Paper.ORDER: _ORDER, Paper.OFFER: _OFFER}
"""What invoices' fields tell of papers that charge nothing, and are not due."""
