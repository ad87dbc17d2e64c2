"""A raw text becomes a value of its field's type, or all the values it may mean, or a sentence why it is none."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass

from docqa_app.core.fields import FieldType, Value
from docqa_app.core.find import fold
from docqa_app.values.amounts import read_amounts, read_currencies
from docqa_app.values.checksums import plain
from docqa_app.values.conventions import Conventions
from docqa_app.values.dates import read_dates
from docqa_app.values.misread import AS_DIGITS, LETTERS, days_meant

YES = frozenset(("yes", "y", "ja", "j", "oui", "o", "true", "x", "✓", "✔", "☑", "☒"))
NO = frozenset(("no", "n", "nein", "non", "false", "☐"))
_IBAN = re.compile(r"[A-Z]{2}\d{2}[0-9A-Z]{8,30}")
_MULTIPLE = re.compile(r"[x×*]\s?(\d[\d.,]*)|(\d[\d.,]*)\s?[x×*]", re.IGNORECASE)
_CARATS = re.compile(r"(?<=\d)\s?cts?(?!\w)", re.IGNORECASE)
_VAT_ID = re.compile(
    r"(?=(?:[A-Z]*\d){5})[A-Z]{2,3}[0-9A-Z]{5,13}|\d{9}RT\d{4}|\d{2}[A-Z]{5}\d{4}[A-Z][0-9A-Z]Z[0-9A-Z]"
    r"|\d{8,9}[A-Z]|M[0-9R]\d{7}[0-9A-Z]|[TSR]\d{2}[A-Z]{2}\d{4}[A-Z]"
)
"""Of the EU and its neighbours, then Canada's, India's and Singapore's."""
_WITHOUT_COUNTRY = re.compile(r"\d{9,15}|\d{3} \d{4} \d{2}(?: \d{3})?|\d{2} \d{3} \d{3} \d{3}")
"""A VAT number as many print it at home, also in Britain's and Australia's groups; strokes and other groups are of tax
offices and telephones."""
_SPLIT_DECIMALS = re.compile(r"(\d) ?([.,]) ?(\d\d)(?![\d.,])")
"""Cents that the recognition parted from their amount: "79. 35", "15 .40"."""
_MISREAD_EURO = re.compile(r"(?<=[.,]\d\d) ?¢ ?(?=€)")
"""No amount is in cents and euros: of a worn sign is read more than one."""
_SIGN = re.compile(r"(?P<sign>[^\W\d_]{1,3})(?P<digits>\d[\d.,]*[.,]\d\d\D{0,2})")
_SIGN_AND_LETTERS = re.compile(
    rf"(?P<sign>[^\W\d_]{{1,3}}?)(?P<read>[{LETTERS}]{{1,2}})(?P<digits>\d{{0,3}}[.,]\d\d\D{{0,2}})"
)
_FRAMES = " <>|‘’"
"""Lines and specks around an amount."""
_LABEL = re.compile(r"^[^\d]*?(?i:IBAN|VAT|TVA|USt|UID|Id)(?:[^:]*:|[^\d:]*?[\s.](?=[A-Z]{2,3}\s?[0-9A-Z]?\d))")
"""What stands before a number that a country's letters begin, up to a colon or up to these letters."""


@dataclass(frozen=True, slots=True)
class Parsed:
    """What a text means.

    `value` is None where it means nothing of its type, or several things of which the document prefers none. Where
    there are several, all stand in `readings`, the preferred one first, and `problem` says so in a sentence.
    """

    value: Value | None
    readings: tuple[Value, ...] = ()
    problem: str = ""


def parse(text: str, kind: FieldType, conventions: Conventions) -> Parsed:
    """The text as a value of this type, by how its document writes."""
    match kind:
        case FieldType.DATE:
            order, likely, language = conventions.date_order, conventions.likely_order, conventions.language
            return _one(
                read_dates(text, order, language), text, "a date", read_dates(text, likely, language) if likely else ()
            )
        case FieldType.AMOUNT | FieldType.NUMBER:
            text = in_one_piece(text) if kind is FieldType.AMOUNT else _bare(text)
            mark, probable = conventions.decimal_mark, conventions.likely_mark
            return _one(read_amounts(text, mark), text, "a number", read_amounts(text, probable) if probable else ())
        case FieldType.CURRENCY:
            codes = read_currencies(text)
            return _one(codes, text, "a currency", [code for code in codes if code == conventions.likely_currency])
        case FieldType.IBAN:
            return _number(text, _IBAN, "an IBAN")
        case FieldType.VAT_ID:
            bare = _LABEL.sub("", text).strip(" .,;")
            return Parsed(plain(bare)) if _WITHOUT_COUNTRY.fullmatch(bare) else _number(text, _VAT_ID, "a VAT number")
        case FieldType.YES_NO:
            return _yes_no(text)
    value = " ".join(text.split())
    return Parsed(value or None)


def _bare(text: str) -> str:
    """A count without the sign that multiplies, "x2" and "2 x" are 2, and without carats, which are no cents."""
    text = _CARATS.sub("", text)
    count = _MULTIPLE.fullmatch(text.strip())
    return (count[1] or count[2]) if count else text


def read_off(text: str, kind: FieldType, conventions: Conventions) -> Parsed:
    """As `parse`, of words that were recognised: a day that cannot be is taken for the one it looks like, to be
    checked. What a person types is what it says."""
    parsed = parse(text, kind, conventions)
    if kind is not FieldType.DATE or not conventions.recognised:
        return parsed
    days = days_meant(text, conventions.date_order or conventions.likely_order, conventions.language)
    if not days:
        return parsed
    return Parsed(days[0], (), misread(text, days[0])) if len(days) == 1 else Parsed(None, days, _several(text, days))


def in_one_piece(amount: str) -> str:
    """An amount as it is printed: its cents no longer parted from it, "RMO.02" with its digit, "RN152.00" without
    what no currency is written as."""
    whole = _SPLIT_DECIMALS.sub(r"\1\2\3", amount.replace("_", " ").strip(_FRAMES))
    whole = _MISREAD_EURO.sub("", whole)
    lettered = _SIGN_AND_LETTERS.fullmatch(whole)
    if lettered and read_currencies(lettered["sign"]):
        return lettered["sign"] + lettered["read"].translate(AS_DIGITS) + lettered["digits"]
    signed = _SIGN.fullmatch(whole)
    if not signed or read_currencies(signed["sign"]) or signed["sign"][-1] in LETTERS:
        return whole
    return signed["digits"]


def misread(text: str, value: Value) -> str:
    """What is said of a text that means something only where a sign of it was misread."""
    return f"“{text}” seems to be misread: it is taken for {value}."


def reckoned(text: str) -> str:
    """What is said of an amount that others lead to and that is nowhere legible."""
    return f"“{text}” is not legible on the page: other amounts lead to it."


def _one(readings: Sequence[Value], text: str, wanted: str, likely: Sequence[Value] = ()) -> Parsed:
    """The only reading; of several the likely one, if there is one, and the question to the clerk in any case."""
    if len(readings) == 1:
        return Parsed(readings[0])
    if not readings:
        return Parsed(None, (), f"“{text}” is not {wanted}.")
    value = likely[0] if len(likely) == 1 else None
    ordered = sorted(readings, key=lambda reading: reading != value)
    return Parsed(value, tuple(ordered), _several(text, ordered))


def _several(text: str, readings: Sequence[Value]) -> str:
    return f"“{text}” may mean {' or '.join(str(reading) for reading in readings)}. Choose which."


def _number(text: str, form: re.Pattern[str], wanted: str) -> Parsed:
    """Letters and digits without spaces. Whether the check digits are right is for a rule to say."""
    value = plain(_LABEL.sub("", text))
    return Parsed(value) if form.fullmatch(value) else Parsed(None, (), f"“{text}” is not {wanted}.")


def _yes_no(text: str) -> Parsed:
    said = fold(text).strip(" .!")
    if said in YES or said in NO:
        return Parsed(said in YES)
    return Parsed(None, (), f"“{text}” is neither yes nor no.")
