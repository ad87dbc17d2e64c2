"""How a document writes numbers and dates, told from its own words: what is not in doubt there decides what is."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, replace

from docqa_app.core.document import Page, WordSource
from docqa_app.core.fields import FieldType, Value
from docqa_app.core.language import language_of
from docqa_app.values.amounts import DecimalMark, mark_of, read_amounts
from docqa_app.values.dates import DateOrder, order_of, read_dates

MAJORITY = 3
"""A decimal mark must be so many times as frequent as the other one: recognition misreads points and commas."""

_DAY_FIRST = re.compile(
    r"[€£₹]|\bRM\s?\d|\b(?:EUR|GBP|MYR|SGD|INR|CHF|AUD|SDN|BHD|GmbH|SARL|Pty|PLC|Ltd|GST|GSTIN|[CSI]GST|"
    r"Jalan|Jln|Taman|Malaysia|Singapore|India|Australia|United Kingdom)\b",
    re.IGNORECASE,
)
STATES = (
    "AL AK AZ AR CA CO CT DC FL GA HI ID IL IN IA KS KY LA ME MD MA MI MN MS MO MT NE NV NH NJ NM NY NC ND OH OK OR PA "
    "RI SC SD TN TX UT VT VA WA WV WI WY"
)
"""Of the United States, as they stand before a postal code; Delaware's is also how Germany's codes begin."""
_STATE_AND_CODE = rf"\b(?:{STATES.replace(' ', '|')}),? \d{{5}}(?:-\d{{4}})?\b"
"""Of an American address: "Boston, MA 02110"."""
_DOLLARS = {
    "USD": re.compile(rf"{_STATE_AND_CODE}|\bUS dollars?\b|\bUSA\b"),
    "CAD": re.compile(
        r"\b[ABCEGHJ-NPRSTVXY]\d[A-Z] ?\d[A-Z]\d\b|\b(?:HST|TPS|TVQ|QST|PST)\b|\bCanada\b|\b\d{9} ?RT ?\d{4}\b"
    ),
    "AUD": re.compile(r"\bA\.?B\.?N\b|\b(?:ACT|NSW|QLD|TAS|VIC),? \d{4}\b|\bAustralia\b"),
    "SGD": re.compile(r"\bSingapore\b"),
    "INR": re.compile(r"\bGSTIN\b|\b[CS]GST\b"),
}
"""What letters of the countries print whose money has the same sign."""
_OTHERS = {
    "CHF": re.compile(r"\bCHE-? ?\d{3}\.\d{3}\.\d{3}|\b(?:Schweiz|Suisse|Svizzera|Switzerland)\b"),
    "GBP": re.compile(
        r"\b[A-Z]{1,2}\d[A-Z\d]? \d[ABD-HJLNP-UW-Z]{2}\b|\bUnited Kingdom\b"
        r"|\b(?i:VAT(?: ?Reg\w*\.?)? ?(?:No|Number|#)[.:]* ?(?:GB ?)?)\d{3} ?\d{4} ?\d{2}\b"
    ),
}
_EURO = re.compile(
    r"\b(?:Deutschland|Germany|Österreich|Austria|France|España|Spain|Italia|Italy|Belgique|België|Belgium|Nederland"
    r"|Netherlands|MwSt|Mehrwertsteuer|USt|UStId\w*|TVA|IVA|BTW|ATU\d{8})\b",
    re.IGNORECASE,
)
"""Countries of the euro, and what most who say so of their tax pay with; others print another currency's sign."""
_PHONE = re.compile(r"(?<![\d-])(?:1[-. ])?\(?[2-9]\d\d\)?[-. ]{1,2}[2-9]\d\d[-. ]\d{4}(?![\d-])")
"""Of North America."""
MONTHS = "(?:Jan|Feb|Mar|Apr|May|Jun|Jul|Aug|Sept?|Oct|Nov|Dec)[a-z]{0,6}"
_MONTH_FIRST = re.compile(
    rf"{_STATE_AND_CODE}(?! [A-ZÄÖÜ][a-zäöü])|\bL\.?L\.?C\b"
    rf"|\b{MONTHS}\.? \d{{1,2}},? (?:19|20)\d\d\b"
)


@dataclass(frozen=True, slots=True)
class Conventions:
    """What is known of a document's writing; None is what it does not give away. A supplier's are set by the caller.

    `decimal_mark` and `date_order` are settled by numbers and dates of the document itself. `likely_mark` and
    `likely_order` are only what its language or country makes likely, as is `likely_currency` for a sign that several
    countries share: a value read by them is still to be checked.
    `recognised`: its words were read off a picture, so that a digit may be another.
    """

    language: str = "en"
    decimal_mark: DecimalMark | None = None
    date_order: DateOrder | None = None
    likely_mark: DecimalMark | None = None
    likely_order: DateOrder | None = None
    likely_currency: str | None = None
    recognised: bool = False

    def refined(self, known: Conventions | None) -> Conventions:
        """These, with what is known for sure (a supplier's, set by the clerk) in place of what was told."""
        if known is None:
            return self
        return replace(
            self,
            language=known.language,
            decimal_mark=known.decimal_mark or self.decimal_mark,
            date_order=known.date_order or self.date_order,
        )


def learnt(text: str, kind: FieldType, chosen: Value, conventions: Conventions) -> Conventions:
    """The conventions, with the order or mark by which the text means what a person chose, if just one does."""
    if kind is FieldType.DATE:
        orders = [one for one in DateOrder if read_dates(text, one, conventions.language) == (chosen,)]
        return replace(conventions, date_order=orders[0]) if len(orders) == 1 else conventions
    if kind in (FieldType.AMOUNT, FieldType.NUMBER):
        marks = [one for one in DecimalMark if read_amounts(text, one) == (chosen,)]
        return replace(conventions, decimal_mark=marks[0]) if len(marks) == 1 else conventions
    return conventions


def conventions_of(pages: Sequence[Page]) -> Conventions:
    """What these pages give away."""
    texts = [[word.text for word in page.words] for page in pages]
    joined = "\n".join(" ".join(words) for words in texts)
    language = language_of(word for words in texts for word in words)
    money = _likely_currency(joined)
    return Conventions(
        language,
        decimal_mark=_decimal_mark(texts),
        date_order=_date_order(texts),
        likely_mark=None if language == "en" else DecimalMark.COMMA,
        likely_order=_likely_order(joined, language, money),
        likely_currency=money,
        recognised=any(page.source is WordSource.OCR for page in pages),
    )


def _decimal_mark(texts: Iterable[Sequence[str]]) -> DecimalMark | None:
    counts = Counter(mark for words in texts for word in words if (mark := mark_of(word)) is not None)
    point, comma = counts[DecimalMark.POINT], counts[DecimalMark.COMMA]
    if point >= MAJORITY * comma and point:
        return DecimalMark.POINT
    return DecimalMark.COMMA if comma >= MAJORITY * point and comma else None


def _date_order(texts: Iterable[Sequence[str]]) -> DateOrder | None:
    """The order that all dates with a day above 12 have in common."""
    seen = {order for words in texts for word in words if (order := order_of(word)) is not None}
    return seen.pop() if len(seen) == 1 else None


def _likely_order(text: str, language: str, money: str | None) -> DateOrder | None:
    """By country: the language, a currency or whose money is likely, a company's form, an American postal code, a month
    named before its day; None where these disagree."""
    day_first = language != "en" or money in _OTHERS or money == "EUR" or _DAY_FIRST.search(text) is not None
    month_first = money == "USD" or _MONTH_FIRST.search(text) is not None
    if day_first == month_first:
        return None
    return DateOrder.DAY_FIRST if day_first else DateOrder.MONTH_FIRST


def _likely_currency(text: str) -> str | None:
    """Whose money is meant, where the page speaks of one country alone, by places, numbers of taxes, or how these are
    called; of North America by its telephones as well."""
    signs = _DOLLARS | _OTHERS
    spoken_of = [code for code, sign in signs.items() if sign.search(text)]
    if not spoken_of or spoken_of == ["USD"]:
        spoken_of += ["EUR"] if _EURO.search(text) else []
    if not spoken_of and (_PHONE.search(text) or re.search(r"\bsales tax\b", text, re.IGNORECASE)):
        spoken_of = ["CAD" if re.search(r"\bGST\b", text) else "USD"]
    return spoken_of[0] if len(spoken_of) == 1 else None
