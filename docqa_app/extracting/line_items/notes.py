"""Lines under a row of goods that say more of it and are no part of its name: its number, its order, its origin."""

from __future__ import annotations

import re

from docqa_app.core.find import fold_words
from docqa_app.core.spelling import edit_distance

LETTERS_PER_SLIP = 5
"""A head may be misread in one letter for so many that it has."""
HEADS = (
    "item no", "item number", "article no", "art no", "part no", "sku", "serial no", "serial number", "order",
    "po no", "your order", "delivered", "delivery", "delivery date", "delivery note", "batch", "best before",
    "expiry", "origin", "country of origin", "gross price", "list price", "discount", "package", "packaging", "ean",
    "gtin", "iban", "hs code", "art nr", "artikel nr", "artikelnummer", "serien nr", "seriennummer", "lieferung",
    "lieferdatum", "liefer datum", "lieferschein", "bestellung", "bestelldatum", "bestell nr", "bestellnummer",
    "besteller", "charge", "chargen nr", "mhd", "ursprung", "ursprungsland", "bruttopreis", "listenpreis", "rabatt",
    "artikelrabatt", "verpackung", "zahler nr", "zolltarifnummer", "ref", "reference", "n de serie",
    "numero de serie", "commande", "livraison", "livre le", "lot n", "dlc", "ddm", "origine", "pays d origine",
    "prix brut", "prix public", "remise", "emballage", "code article",
)  # fmt: skip
"""How a line begins that tells more of an item, folded."""
_BATCH = re.compile(r"lot [\w-]*\d{4,}", re.IGNORECASE)
"""French for a batch and its number; "lot de 10" is a pack."""
_VALUE = re.compile(r"\d|:\s*\w")


def is_note(text: str) -> bool:
    """Whether a line names something of the item above it and its value: "Serial no. 4711", "Origin: Italy"."""
    said = fold_words(text)
    headed = _BATCH.match(text) is not None or any(_begins(said, head) for head in HEADS)
    return headed and _VALUE.search(text) is not None


def _begins(said: str, head: str) -> bool:
    """Whether a text begins with a head as whole words, but for a letter in five."""
    start = " ".join(said.split()[: head.count(" ") + 1])
    slips = len(head) // LETTERS_PER_SLIP
    return start == head or (
        bool(slips) and abs(len(start) - len(head)) <= slips and edit_distance(start, head) <= slips
    )
