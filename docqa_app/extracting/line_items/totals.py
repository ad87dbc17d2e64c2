"""Lines that are no goods: totals, taxes, payments, sums carried over; and how a line of amounts is told."""

from __future__ import annotations

import re
from collections.abc import Sequence
from decimal import Decimal
from itertools import accumulate, zip_longest

from docqa_app.core.document import Line, Page
from docqa_app.core.find import fold_words
from docqa_app.values.amounts import DecimalMark, read_amounts

TOTALS = (
    "total", "sub total", "subtotal", "summe", "gesamt", "netto", "brutto", "rechnungsbetrag",
    "rechnungssumme", "endbetrag", "endsumme", "zahlbetrag", "zahlbar", "warenwert", "warensumme", "zzgl",
    "zuzugl", "mwst", "ust", "umsatzsteuer", "mehrwertsteuer", "steuer", "tax", "taxe", "vat", "gst", "tva",
    "montant", "sous total", "net", "amount due", "balance", "grand", "invoice total", "positionssumme",
    "service", "tunai", "cash", "change", "kembali", "bar", "zu zahlen", "rounding", "a payer", "subtotl",
    "sub ttl", "ttl", "tot", "pb1", "ppn", "pajak", "bayar", "card", "visa", "debit", "credit", "discount",
    "rabatt", "remise", "due", "residual", "recapitulatif", "taux", "rate net", "satz netto", "steuersatz",
    "goods value", "items subtotal", "zwischentotal", "nettobetrag", "nettosumme", "nettowert", "bruttobetrag",
    "bruttosumme", "gesamtbetrag", "gesamtsumme", "rechnungsendbetrag", "rechnungstotal", "gutschriftbetrag",
    "gutschriftsbetrag", "zahlungsbetrag", "steuerbetrag", "zuzuglich", "taxable", "nett", "gross", "hst", "pst", "qst",
    "cgst", "sgst", "igst", "tps", "tvq", "iva", "btw", "moms", "igic", "round off", "roundoff", "rundung", "arrondi",
    "base ht", "base imposable", "solde", "reste a payer", "dont tva", "acompte recu", "anzahlung", "amount paid",
    "less deposit", "deposit received", "merchandise", "amount", "gratuity", "trinkgeld", "pourboire", "umsatz",
    "nettoumsatz", "bruttoumsatz", "gegeben", "geg", "erhalten", "zuruck", "ruckgeld", "wechselgeld", "rendu",
    "especes", "carte", "kartenzahlung", "barzahlung", "mastercard", "maestro", "girocard", "ec", "amex", "tip",
    "surcharge", "elec pay", "eftpos", "pinpad", "endsumme", "importe", "tarjeta", "tarjetas", "kort", "kontant",
    "totaal", "totale", "contant", "pin", "importo", "contante", "efectivo", "cambio", "resto", "neto", "bruto",
)  # fmt: skip
"""How a line begins that ends a table, folded; also in Malay and Indonesian, for receipts."""

CARRIED = (
    "zwischensumme", "ubertrag", "carried", "brought", "report", "sous total page", "page total", "seitensumme",
    "a reporter",
)  # fmt: skip
"""How a line begins that carries a sum over to the next page or from the last one."""

AMBIGUOUS = frozenset(
    (
        "service", "tax", "taxe", "taxes", "vat", "gst", "hst", "pst", "qst", "cgst", "sgst", "igst", "tps", "tvq",
        "tva", "mwst", "ust", "umsatzsteuer", "mehrwertsteuer", "steuer", "iva", "btw", "moms", "igic", "pajak",
        "change", "card", "visa", "cash", "bar", "net", "nett", "netto", "gross", "brutto", "debit", "credit", "due",
        "balance", "residual", "remise", "taux", "satz", "grand", "montant", "merchandise", "taxable", "tot",
        "report", "carried", "brought", "tip", "pin", "ec", "carte", "kort", "umsatz", "surcharge", "contant", "resto",
        "cambio", "importe", "tarjeta", "tarjetas", "maestro", "amex", "erhalten", "rendu", "especes",
    )
)  # fmt: skip
"""Words that begin sums and goods alike: "Tax 19 %" and "Tax return preparation"."""
BESIDE_SUMS = frozenset(
    (
        "charge", "charges", "fee", "fees", "amt", "paid", "received", "tendered", "given", "payable", "payment",
        "payments", "sales", "state", "city", "county", "local", "federal", "provincial", "municipal", "rate",
        "rates", "rated", "zero", "standard", "reduced", "exempt", "value", "added", "excise", "withholding",
        "withheld", "incl", "inc", "include", "included", "includes", "including", "inclusive", "excl", "exc",
        "excluding", "exclusive", "before", "after", "plus", "add", "less", "off", "number", "ending", "applied",
        "applicable", "order", "orders", "invoice", "item", "items", "goods", "basket", "shipping", "delivery",
        "discount", "optional", "discretionary", "collected", "reverse", "sum", "summary", "analysis", "breakdown",
        "forward", "over", "last", "previous", "next", "page", "down", "from", "this", "the", "and", "for", "not",
        "per", "all", "your", "mastercard", "contactless", "percent", "usd", "eur", "gbp", "chf", "cad", "aud", "inr",
        "euro", "der", "die", "das", "den", "dem", "von", "vom", "auf", "aus", "inkl", "exkl", "inklusive",
        "exklusive", "enthalten", "enthaltene", "enthaltener", "darin", "davon", "hierin", "ohne", "mit", "und",
        "betrag", "warenwert", "erhalten", "gegeben", "zuruck", "rechnung", "lieferung", "versand", "ermassigt",
        "ermassigter", "voll", "voller", "regelsatz", "frei", "steuerfrei", "bezahlt", "zahlung", "seite", "vorseite",
        "prozent", "ubersicht", "aufstellung", "des", "les", "sur", "compris", "comprise", "comprises", "toutes",
        "hors", "avec", "sans", "valeur", "ajoutee", "normal", "reduit", "intermediaire", "collectee", "facture",
        "commande", "article", "articles", "regle", "paye", "payer", "commerciale", "exceptionnelle", "fidelite",
        "speciale", "globale", "client", "precedente", "feuille", "nouveau", "encaisse", "exigible", "sobre", "del",
        "base", "incluido", "importe", "cuota", "tipo", "van", "het", "hoog", "laag", "bedrag", "imponibile",
        "aliquota", "imposta",
    )
)  # fmt: skip
"""What stands beside such words in sums, of more than two letters, folded; in other languages where rates are told."""

_TOTAL = re.compile(rf"(?:{'|'.join(TOTALS)})\b")
_CARRIED = re.compile(rf"(?:{'|'.join(CARRIED)})\b")
_SAID_OF_SUMS = BESIDE_SUMS | {word for text in (*TOTALS, *CARRIED) for word in text.split()}
_SUBTOTAL = re.compile(r"(?:sub ?total|sous total|gruppensumme|titelsumme|summe titel|summe gruppe)\b")
_ONLY_TAX = re.compile(
    r"(?:(?:\d+|output|add|plus|zzgl) )*(?:vat|gst|hst|pst|qst|cgst|sgst|igst|tva|tps|tvq|mwst|ust|umsatzsteuer"
    r"|mehrwertsteuer|iva|btw|moms)(?: (?:\d+|amount))*"
)
_RATE = re.compile(
    r"^(?:\d+ (?:\d+ )?|(?:city|county|state|local|federal|provincial|municipal|sales|incl|inkl|enthaltene[rn]?|darin"
    r"|davon|dont|including|includes) )+(?=gst|tax|vat|sst|service|mwst|ust|tva|\d)"
)
"""What stands before a tax: "6 gst", "10 0 service", "city tax"."""
_AMOUNT = re.compile(r"[^\d]{0,5}\d[\d.,'’ ]*[^\d%]{0,5}")
_CENTS = re.compile(r"(?:\D{0,5}\d[\d.,'’\u202f\u00a0]*|[^\w.,]{0,4})[.,]\d\d\D{0,5}")
_DISCOUNT = re.compile(r"(?:discount|rabatt|remise)\b")
TIMES = re.compile(r"x|×|@|\*|a|à", re.IGNORECASE)
"""A word between a count and a price."""


def is_total(start: str) -> bool:
    """Whether a line that begins so sums up, taxes or pays the rows above it."""
    start = _RATE.sub("", start)
    first = start.split(" ", 1)[0]
    return _TOTAL.match(start) is not None or first.startswith("total") or _is_misread(first)


def _is_misread(word: str) -> bool:
    """Whether a word begins as the name of a sum but for a letter: "totai", "subtotat", "totatqty"."""
    return any(_differ(word, name) <= len(name) // 4 for name in ("total", "subtotal", "rounding"))


def _differ(word: str, name: str) -> int:
    """How many letters of a name are others at the word's beginning."""
    return sum(a != b for a, b in zip_longest(word[: len(name)], name))


def is_tax(text: str) -> bool:
    """Whether a text says no more than that it is a tax, and its rate: "GST 9%", "19,00 % MwSt."."""
    return _ONLY_TAX.fullmatch(fold_words(text)) is not None


def is_subtotal(start: str) -> bool:
    """Whether a line that begins so may sum up a group of rows, behind which others stand."""
    return _SUBTOTAL.match(start) is not None


def is_carried(start: str) -> bool:
    """Whether a line that begins so only carries a sum over."""
    return _CARRIED.match(start) is not None


def sums_up(page: Page, line: Line) -> bool:
    """Whether a line sums up, taxes or pays the rows above it, and names no goods: "Tax 19 %", not "Tax return"."""
    return is_total(start_of(page, line)) and not _names_goods(page, line)


def carries_over(page: Page, line: Line) -> bool:
    """Whether a line only carries a sum over: "Report page 1", not "Report and schedule"."""
    return is_carried(start_of(page, line)) and not _names_goods(page, line)


def _names_goods(page: Page, line: Line) -> bool:
    """Whether a line with an amount begins with a word of sums and goods alike, and says what no sum says."""
    first, *said = _RATE.sub("", fold_words(page.text_of(line.words))).split() or [""]
    if first not in AMBIGUOUS or not any(is_amount(page.words[index].text) for index in line.words):
        return False
    return any(is_word(word) and word not in _SAID_OF_SUMS for word in said)


def is_amount(text: str) -> bool:
    """Whether a text is one printed amount, with no more than a currency beside it."""
    return _AMOUNT.fullmatch(text.strip()) is not None and bool(read_amounts(text))


def foot_of(column: Sequence[str]) -> int:
    """Where in a column of amounts its sum stands: behind the amounts that add up to it, read with either decimal mark;
    at the top where none does."""
    return max(_foot([_amount(text, mark) for text in column]) for mark in DecimalMark)


def _foot(amounts: Sequence[Decimal | None]) -> int:
    for end in range(len(amounts) - 1, 1, -1):
        above = sum((one for one in amounts[:end] if one), Decimal(0))
        if above and amounts[end] == above:
            return end
    return 0


def is_sum_of_last(text: str, rows: Sequence[str]) -> bool:
    """Whether an amount is the sum of the last ones of a column, of one or more, read with either decimal mark."""
    columns = ([_amount(one, mark) for one in (text, *reversed(rows))] for mark in DecimalMark)
    return any(_is_sum_of_first(wanted, others) for wanted, *others in columns)


def _is_sum_of_first(wanted: Decimal | None, amounts: Sequence[Decimal | None]) -> bool:
    sums = accumulate(one or Decimal(0) for one in amounts)
    return any(above and above == wanted for above in sums)


def _amount(text: str, mark: DecimalMark) -> Decimal | None:
    return next(iter(read_amounts(text, mark)), None)


def is_price(text: str) -> bool:
    """Whether a text is an amount with decimals."""
    return is_amount(text) and re.search(r"\d[.,]\d", text) is not None


def prints_cents(text: str) -> bool:
    """Whether a text is an amount to the cent: "8,99", "$.80"."""
    return _CENTS.fullmatch(text) is not None


def takes_off(page: Page, line: Line, amount: str) -> bool:
    """Whether a line with this amount takes it off the goods above and others may follow: "Rabatt 10% -1,26"."""
    values = read_amounts(amount)
    return bool(values) and max(values) < 0 and _DISCOUNT.match(start_of(page, line)) is not None


def is_word(word: str) -> bool:
    """Whether a word is longer than the letter that names a rate of tax."""
    return word.isalpha() and len(word) > 2


def start_of(page: Page, line: Line) -> str:
    """The line's first words, without what is not a letter or digit."""
    return fold_words(page.text_of(line.words[:4]))
