"""What is said of a value, in a clerk's words: its state, who says it, how sure it is, what it means."""

from __future__ import annotations

from datetime import date
from decimal import Decimal

from PySide6.QtCore import QCoreApplication

from docqa_app.core.fields import Concern, FieldType, FieldValue, Source, State, Value
from docqa_app.schemas.schema import Schema, in_language
from docqa_app.session.reviewing.setting import Choice, disagreement
from docqa_app.session.reviewing.state import Review
from docqa_app.ui.answer_words import Chip, percent
from docqa_app.ui.figures import long_day, number
from docqa_app.ui.from_below import in_our_words
from docqa_app.ui.theme import Shades
from docqa_app.values.parse import misread

translate = QCoreApplication.translate


def chip(value: FieldValue, doubtful: bool, shades: Shades) -> Chip:
    """The mark of a state: a word and a sign, never the colour alone."""
    match value.state:
        case State.ACCEPTED:
            return Chip(translate("Fields", "Accepted"), "chosen", shades.accent, shades.accent_soft)
        case State.CONFIDENT:
            return Chip(translate("Fields", "Confident"), "found", shades.good, shades.good_soft)
        case State.CHECK:
            return Chip(translate("Fields", "Check this"), "check", shades.doubt, shades.doubt_soft)
        case State.RULE_FAILED:
            return Chip(translate("Fields", "Rule failed"), "rule-failed", shades.bad, shades.bad_soft)
        case State.FROM_XML:
            colours = (shades.doubt, shades.doubt_soft) if doubtful else (shades.good, shades.good_soft)
            return Chip(translate("Fields", "From XML"), "document", *colours)
    colours = (shades.doubt, shades.doubt_soft) if doubtful else (shades.quiet, shades.neutral_soft)
    return Chip(translate("Fields", "Not found"), "not-found", *colours)


def label(schema: Schema, place: Concern, language: str) -> str:
    """A field's name as the schema calls it; a form's keys are called as they are printed."""
    named = schema.fields if place.row is None else schema.columns
    found = next((one for one in named if one.name == place.name), None)
    text = str(in_language(found.label, language)) if found else place.name
    if place.row is None:
        return text
    return translate("Fields", "{column}, row {row}").format(column=text, row=place.row + 1)


def origin(value: FieldValue) -> str:
    """Who says so, how surely, and on which page."""
    where = translate("Fields", "page {number}").format(number=value.page) if value.page is not None else ""
    parts = [_source(value), where if value.text else ""]
    return " · ".join(part for part in parts if part)


def _source(value: FieldValue) -> str:
    if not value.text and value.source is not Source.PERSON:
        return translate("Fields", "Nothing was found")
    sure = percent(value.confidence)
    match value.source:
        case Source.PERSON:
            return translate("Fields", "Set by a person")
        case Source.XML:
            return translate("Fields", "From the embedded XML")
        case Source.RULE:
            return translate("Fields", "Read off the page, {percent} sure").format(percent=sure)
        case Source.REMEMBERED:
            return translate("Fields", "Where it stood last time, {percent} sure").format(percent=sure)
    return translate("Fields", "Found by the model, {percent} sure").format(percent=sure)


def meaning(value: FieldValue) -> str:
    """What the text was understood as, where that says more than the text itself."""
    if value.value is None or isinstance(value.value, str):
        return ""
    return said(value.value, value.type)


def said(value: Value, kind: FieldType) -> str:
    """A value as this computer's region writes it; dates with their month's name, so that none is taken for another."""
    if isinstance(value, bool):
        return translate("Fields", "yes") if value else translate("Fields", "no")
    if isinstance(value, date):
        return long_day(value)
    if isinstance(value, Decimal):
        return number(value)
    return str(value)


def problem(text: str, kind: FieldType) -> str:
    """Why a text is nothing of its type."""
    sentence = {
        FieldType.DATE: translate("Fields", "“{text}” is not a date."),
        FieldType.CURRENCY: translate("Fields", "“{text}” is not a currency."),
        FieldType.IBAN: translate("Fields", "“{text}” is not an IBAN."),
        FieldType.VAT_ID: translate("Fields", "“{text}” is not a VAT number."),
        FieldType.YES_NO: translate("Fields", "“{text}” is neither yes nor no."),
    }.get(kind, translate("Fields", "“{text}” is not a number."))
    return sentence.format(text=text)


def doubt(review: Review, place: Concern) -> str:
    """Why a value should be looked at, in the language of the window."""
    value = review.value(place)
    if value.readings:
        return translate("Fields", "“{text}” can mean several things.").format(text=value.text)
    if value.text and value.value is None:
        return problem(value.text, value.type)
    other = disagreement(review, place)
    if value.state is State.FROM_XML and other is not None:
        text = translate("Below", "The page says “{page}”, the XML “{xml}”.")
        return text.format(page=other.page, xml=other.xml)
    if value.value is not None and value.note == misread(value.text, value.value):
        return translate("Fields", "“{text}” seems to be misread: taken for {value}.").format(
            text=value.text, value=said(value.value, value.type)
        )
    return in_our_words(value.note)


def choice(one: Choice, kind: FieldType) -> str:
    """A choice in a list: a reading by what it means, another text as it stands, with its page."""
    if one.is_reading and one.parsed.value is not None:
        return said(one.parsed.value, kind)
    if one.page is None:
        return one.text
    return translate("Fields", "{text}   page {page}").format(text=one.text, page=one.page)


def spoken(name: str, value: FieldValue, doubtful: bool, shades: Shades) -> str:
    """A whole row as one sentence, for a screen reader."""
    parts = [name, value.text or "", chip(value, doubtful, shades).word, in_our_words(value.note)]
    return ", ".join(part for part in parts if part)


def tip(value: FieldValue) -> str:
    """All that is known of a value, line by line."""
    return "\n".join(part for part in (value.text, meaning(value), origin(value), in_our_words(value.note)) if part)
