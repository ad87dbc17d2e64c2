"""In which language words are written, English, German or French: told by the words that each of them uses most."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterable, Mapping

from docqa_app.core.find import fold

FREQUENT = {
    "en": "the of and to for is on by date number total amount tax no please thank you your from with bill due",
    "de": "der die das und fur von zu im auf bitte datum nummer betrag mwst gesamt summe ihre wir mit netto rechnung",
    "fr": "le la les et de du des pour sur par date numero montant tva total votre nous avec vous facture merci",
}
"""Folded. Some stand in two languages and speak for both."""
PRINTED = {
    "en": "street road cash change subtotal qty price card item items receipt invoice order address customer balance "
    "payment payable page gst vat sales tel phone per",
    "de": "str strasse strabe tel uhr ust steuer steuernr bar gegeben ruckgeld zuruck bon beleg kasse tisch stk menge "
    "preis einzelpreis gesamtpreis kunde kundennr kundennummer lieferschein lieferung zahlbar tage tagen bedient es "
    "bediente ihren einkauf danke dank vielen inkl zzgl brutto seite konto bank mehrwertsteuer umsatzsteuer",
    "fr": "rue caisse espece especes rendu carte bancaire client prix qte quantite unitaire siret siren ttc ht euros "
    "adresse commande livraison echeance reglement paiement tel ticket remise page au aux par en",
}
"""Folded, or as an English reading misreads them: what receipts and invoices print, few of them in whole sentences."""
ENOUGH = 4
"""So many different words of a language, frequent or printed, at least, leave no doubt about it."""
AHEAD = 2.0
"""And so many times as many of them as of any other language."""
SAID = {
    "en": {"yes": "yes", "no": "no"},
    "de": {"yes": "ja", "no": "nein"},
    "fr": {"yes": "oui", "no": "non"},
}
"""How yes and no are said."""
_PLAIN = {one: frozenset(f"{FREQUENT[one]} {PRINTED[one]}".split()) for one in FREQUENT}


def language_of(words: Iterable[str]) -> str:
    """ "en", "de" or "fr": whose frequent words stand there most; English where none do."""
    counts = _counts(words)
    scores = {one: sum(counts[word] for word in frequent.split()) for one, frequent in FREQUENT.items()}
    return max(scores, key=lambda one: scores[one])


def plain_language(words: Iterable[str]) -> str | None:
    """ "en", "de" or "fr" where the words leave no doubt about it, else None."""
    counts = _counts(words)
    different = {one: len(plain & counts.keys()) for one, plain in _PLAIN.items()}
    first, second = sorted(different, key=lambda one: -different[one])[:2]
    return first if different[first] >= max(ENOUGH, AHEAD * different[second]) else None


def _counts(words: Iterable[str]) -> Mapping[str, int]:
    return Counter(part for word in words for part in re.findall(r"\b[a-z]+\b", fold(word)))
