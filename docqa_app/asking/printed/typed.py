"""Texts with a form of their own, whatever stands beside them: days, times, telephone numbers, e-mail addresses."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from enum import StrEnum

from docqa_app.asking.printed.names import names_in
from docqa_app.asking.printed.sheet import Run, Sheet


class Form(StrEnum):
    """What a text may be by its letters and digits alone."""

    EMAIL = "e-mail"
    WEB = "web address"
    FAX = "fax"
    PHONE = "telephone"
    ZIP = "zip"
    TIME = "time"
    DAY = "day"
    YEAR = "year"
    PERCENT = "percent"
    AMOUNT = "amount"
    NUMBER = "number"
    PERSON = "person"


@dataclass(frozen=True, slots=True)
class Typed:
    """The words of a page that have a form; `text` is as printed, without what stands around it."""

    form: Form
    words: tuple[int, ...]
    text: str


MONTH = (
    r"(?:jan(?:uary|uar|vier|v)?|feb(?:ruary|ruar)?|f[ée]v(?:rier|r)?|mar(?:ch|s)?|m[äa]rz|apr(?:il)?|avr(?:il)?|ma[iy]|"
    r"jun[ei]?|juin|jul[iy]?|juil(?:let)?|aug(?:ust)?|ao[uû]t|sep(?:t(?:ember|embre)?)?|o[ck]t(?:ober|obre)?|"
    r"nov(?:ember|embre)?|de[cz](?:ember)?|d[ée]c(?:embre)?)(?![^\W\d_])\.?"
)
_WEEKDAY = (
    r"(?:(?:mon|tues|wednes|thurs|fri|satur|sun)day|(?:mon|diens|donners|frei|sams|sonn)tag|mittwoch|sonnabend|"
    r"lundi|mardi|mercredi|jeudi|vendredi|samedi|dimanche)"
)
_YEAR = r"(?:1[89]|20)\d\d"
_SHORT_YEAR = r"['’]?\d\d(?!\d)"
_DAY_OF_MONTH = (
    rf"\d{{1,2}}(?:st|nd|rd|th|er|\.)?(?: ?- ?\d{{1,2}})?[ -]?(?:of )?{MONTH}"
    rf"(?:[ ,-]{{0,2}}(?:{_YEAR}|{_SHORT_YEAR}))?"
)
_MONTH_AND_DAY = rf"{MONTH} ?\d{{1,2}}(?:st|nd|rd|th)?(?!\d)(?: ?- ?\d{{1,2}}(?!\d))?(?: ?[,.] ?{_YEAR}| {_YEAR})?"
_NO_MONTH = r"(?:1[3-9]|[2-9]\d)"
_IN_FIGURES = (
    rf"(?<![\d./-])(?!{_NO_MONTH} ?[/.-] ?{_NO_MONTH})"
    rf"\d{{1,2}} ?([/.-]) ?\d{{1,2}} ?\1 ?(?:{_YEAR}|['’]?\d\d)(?![\d/-])"
)
_DAY = (
    rf"(?:{_WEEKDAY},? (?:den |le )?)?(?:{_DAY_OF_MONTH}|{_MONTH_AND_DAY}|{MONTH},? {_YEAR})"
    rf"|{_IN_FIGURES}|(?<![\d./-]){_YEAR}-\d\d-\d\d(?![\d-])"
)
_HOUR = r"\d{1,2}(?:[:.h]\d\d)?"
_PART_OF_DAY = r"(?:[ap] ?\.? ?m\b\.?|noon\b|uhr\b|heures?\b|o['’]clock\b)"
_TIME = (
    rf"(?<![\d.,$€£-])(?:{_HOUR} ?{_PART_OF_DAY}?(?: ?[-–] ?| to | bis | a | à ))?{_HOUR} ?{_PART_OF_DAY}|"
    rf"(?<![\d.,:])(?:\d{{1,2}}:\d\d(?: ?[-–] ?| to | bis | à ))?\d{{1,2}}:\d\d(?![\d:])"
)
_H, _MINUTES = r"(?:[01]?\d|2[0-4]) ?h", r" ?[0-5]\d(?! ?min)"
_NO_SPAN = (
    r"(?<!sous )(?<!pendant )(?<!durant )(?<!dans )(?<!en )(?<!in )(?<!within )(?<!durée )(?<!durée : )(?<!durée: )"
    rf"{_H}(?!\w| ?\d| ?(?-i:[A-ZÄÖÜ])| d(?:e |['’]))"
)
_WITH_H = (
    rf"(?<![\w.,:$€£-])(?:{_H}(?:{_MINUTES})?(?: ?[-–] ?| à | a | bis ){_H}(?:{_MINUTES})?|{_H}{_MINUTES}"
    rf"|(?:(?<=à )|(?<=um )|(?<=dès )|(?<=vers )){_H}|{_NO_SPAN})(?!\w)(?! ?(?:/|(?:per|par|pro)\b))"
)
"""As French papers print hours: "14 h 30", "9 h à 18 h"; not "35 h par semaine" nor "sous 24 h"."""
_PHONE = (
    r"(?<![\w.,$€£/-])(?:\+ ?\d{1,3}[ ./-]*)?(?:\(\+?\d{1,5}\)[ ./-]*)?\d{2,5}(?:[ ./–-]{1,3}\d{2,5}){1,5}(?![\w/-])"
)
_SPACE = r"[ \u00a0\u202f]"
_GROUPED = rf"(?<!\d )(?<!\d[.,] )\d{{1,3}}(?:{_SPACE}\d{{3}})+(?:[.,]\d{{1,2}})?(?![.,]?\d|{_SPACE}\d)"
"""A number in groups that spaces part, as French papers print it: "1 986,88"."""
_PATTERNS = {
    Form.EMAIL: r"[\w.+-]+ ?@ ?[\w-]+(?:\.[\w-]+)+",
    Form.WEB: r"(?:https?://|www\.)[^\s,;]+"
    r"|(?<![@\w.-])[a-z0-9-]+(?:\.[a-z0-9-]+)*\.(?:com|org|net|edu|gov|de|fr|ch|at|eu|info)(?:/[^\s,;]*)?(?![\w@])",
    Form.PHONE: _PHONE,
    Form.ZIP: r"(?<![\d.,$€£/-])\d{5}(?:-\d{4})?(?![\d.,/-]*\d)",
    Form.TIME: f"{_WITH_H}|{_TIME}",
    Form.DAY: _DAY,
    Form.YEAR: rf"(?<![\d.,$€£/-]){_YEAR}(?:[-–/]\d{{2,4}})?(?![\d/-])",
    Form.PERCENT: r"(?<![\d.,])\d+(?:[.,]\d+)? ?(?:%|percent\b|per cent\b|prozent\b|pour cent\b)",
    Form.AMOUNT: rf"(?:(?:US)?[$€£]|\bUSD|\bEUR|\bRs\.?|\bCHF) ?(?:{_GROUPED}|\d[\d,.]*)"
    r"(?: ?(?:million|billion|Mio\.?|Mrd\.?))?"
    rf"|(?<![\d.,])(?:{_GROUPED}|\d[\d.,]*) ?(?:[€£]|EUR\b|USD\b|CHF\b|dollars\b)",
    Form.NUMBER: rf"(?<![\w.,])(?<![^\W\d_]-)[$€£]?{_GROUPED}%?(?!\w)"
    r"|(?<![\w.,/-])[$€£]?\d+/\d+(?![\w/])"
    r"|(?<![\w.,])(?<![^\W\d_]-)[$€£]?\d(?:[\d.,-]*\d)?(?:, ?\d{3})*(?<!\d{9})%?"
    r"(?: (?:thousand|millions?|billions?|Tausend|Million(?:en)?|Milliarden?|Mio|Mrd|milliers|milliards?)\b\.?)?(?!\w)",
}
FORMS = {form: re.compile(pattern, re.IGNORECASE) for form, pattern in _PATTERNS.items()}
_FAX = re.compile(r"\b(?:tele)?fax|\bfacsimile|\btelecopi", re.IGNORECASE)
_CALL = re.compile(r"\b(?:tele)?phone|\btel\b|\btelefon|\bmobil|\bcell\b", re.IGNORECASE)
_ZIPS = re.compile(r"\d{5}(?:-\d{4}| \d{5})")
_IN_GROUPS = re.compile(r"(?:[A-Z]{1,4} )?[A-Z]{0,4}\d[A-Z\d]*(?: [A-Z\d]+)*? [A-Z]*\d[A-Z\d]*(?: [A-Z]{1,2})?")
FEWEST_DIGITS = 7
"""Of a telephone number."""


def is_one_number(text: str) -> bool:
    """Whether a text is one number or code printed in groups: "7100 3348 21", "GL20 7QT", "JX 44 81 20 B"."""
    return _IN_GROUPS.fullmatch(text.strip()) is not None


def typed_texts(sheet: Sheet, form: Form) -> Iterator[Typed]:
    """Every text of this form, in reading order."""
    for run in sheet.runs:
        yield from typed_in(sheet, run, form)


def typed_in(sheet: Sheet, run: Run, form: Form) -> Iterator[Typed]:
    """The texts of this form in a run."""
    if form is Form.PERSON:
        yield from _people(sheet, run)
    elif form in (Form.PHONE, Form.FAX):
        calls = (one for one in _calls(sheet, run) if _is_fax(sheet, one) == (form is Form.FAX))
        yield from (Typed(form, one.words, one.text) for one in calls)
    else:
        yield from _in_run(sheet, run, form)


def _in_run(sheet: Sheet, run: Run, form: Form) -> Iterator[Typed]:
    starts, at = [], 0
    for index in run.words:
        starts.append(at)
        at += len(sheet.words[index].text) + 1
    for found in FORMS[form].finditer(run.text):
        first = max(n for n, start in enumerate(starts) if start <= found.start())
        last = max(n for n, start in enumerate(starts) if start < found.end())
        yield Typed(form, run.words[first : last + 1], _bare(found[0]))


def _bare(text: str) -> str:
    """Without marks around it; the point of "p.m." is its own."""
    text = text.strip(" ,;")
    return text if text.lower().endswith((".m.", ". m.")) else text.rstrip(".")


def _people(sheet: Sheet, run: Run) -> Iterator[Typed]:
    for first, end in names_in([sheet.words[index].text for index in run.words]):
        words = run.words[first:end]
        yield Typed(Form.PERSON, words, sheet.text(words).strip(" ,;:"))


def _calls(sheet: Sheet, run: Run) -> Iterator[Typed]:
    """Telephone and fax numbers: enough digits, and no day."""
    for one in _in_run(sheet, run, Form.PHONE):
        digits = sum(c.isdigit() for c in one.text)
        if FEWEST_DIGITS <= digits <= 15 and not _ZIPS.fullmatch(one.text) and not FORMS[Form.DAY].search(one.text):
            yield one


def _is_fax(sheet: Sheet, call: Typed) -> bool:
    """Whether the last thing said before a number on its line is that it is for faxes."""
    line = sheet.run_of[call.words[0]].line
    before = [i for run in sheet.runs if run.line == line for i in run.words if i < call.words[0]]
    said = sheet.text(before)
    faxes, calls = ([m.start() for m in form.finditer(said)] for form in (_FAX, _CALL))
    return bool(faxes) and max(faxes) > max(calls, default=-1)
