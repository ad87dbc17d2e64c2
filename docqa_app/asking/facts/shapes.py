"""The shape an answer must have, told by the question's words, and the shapes that printed texts have."""

from __future__ import annotations

import re
from collections.abc import Iterator
from enum import StrEnum
from functools import lru_cache

from docqa_app.asking.meaning import parts_of
from docqa_app.asking.printed.asked_form import form_asked
from docqa_app.asking.printed.names import is_name
from docqa_app.asking.printed.typed import FORMS, Form


class Shape(StrEnum):
    """What an answer can look like."""

    DAY = "day"
    TIME = "time"
    SPAN = "span of time"
    AMOUNT = "amount"
    NUMBER = "number"
    PERCENT = "percent"
    WEIGHT = "weight"
    LENGTH = "length"
    AREA = "area"
    VOLUME = "volume"
    HEAT = "heat"
    NAME = "name"
    CONTACT = "contact"
    CODE = "code"


_NUMBER = r"(?<![\w.,])(?:\d[\d.,'’ ]*\d|\d)"
_WORDS = (
    "one two three four five six seven eight nine ten eleven twelve fifteen twenty thirty forty fifty sixty "
    "ein eine einen einem zwei drei vier fünf sechs sieben acht neun zehn elf zwölf zwanzig dreißig "
    "un une deux trois quatre cinq sept huit neuf dix onze douze quinze vingt trente"
)
_NUMBER_WORD = rf"\b(?:{'|'.join(_WORDS.split())})\b(?:-(?:one|two|three|four|five|six|seven|eight|nine)\b)?"
_SPANS = (
    r"(?:business |working |calendar )?"
    r"(?:days?|nights?|weeks?|months?|years?|hours?|hrs?|h|minutes?|mins?|fortnights?|Tagen?|Nächten?|Wochen?|"
    r"Monaten?|Jahren?|Stunden?|Std\.?|Minuten?|jours?|nuits?|semaines?|mois|ans?|années?|heures?)\b"
)
_UNITS = {
    Shape.SPAN: _SPANS,
    Shape.WEIGHT: r"(?:kg|g|mg|t|lbs?|oz|stone|tonnes?|tons?|kilos?|Kilo|Gramm|grammes?)\b",
    Shape.LENGTH: r"(?:mm|cm|m|km|ft|in|miles?|mi|yd|yards?|met(?:er|re)s?|Metern?|mètres?|Kilometern?|kilomètres?)\b",
    Shape.AREA: r"(?:m²|m2|qm|ha|sq\.? ?(?:m|ft)|square \w+|Quadratmetern?|mètres carrés|hectares?|acres?|squares)",
    Shape.VOLUME: r"(?:l|L|ml|cl|hl|m³|m3|cbm|lit(?:er|re)s?|gallons?|litern?|Litern?)(?!\w)",
    Shape.HEAT: r"(?:°|℃|degrees?|Grad|degrés?)",
}
_PATTERNS = {
    **{
        shape: re.compile(rf"(?:{_NUMBER}|{_NUMBER_WORD})(?: ?[–-] ?{_NUMBER})?[ -]?{unit}", re.IGNORECASE)
        for shape, unit in _UNITS.items()
    },
    Shape.DAY: FORMS[Form.DAY],
    Shape.TIME: re.compile(FORMS[Form.TIME].pattern + r"|\b\d{1,2} ?h(?: ?\d\d)?\b", re.IGNORECASE),
    Shape.AMOUNT: re.compile(
        FORMS[Form.AMOUNT].pattern + r"|(?<![\w.,])\d[\d.,'’ ]*[.,]\d\d(?![\w.,%])", re.IGNORECASE
    ),
    Shape.PERCENT: FORMS[Form.PERCENT],
    Shape.NUMBER: re.compile(rf"{_NUMBER}(?![\w%])|{_NUMBER_WORD}", re.IGNORECASE),
}
_CONTACT = re.compile(
    "|".join(FORMS[form].pattern.replace(r"\1", r"[/.-]") for form in (Form.EMAIL, Form.WEB, Form.PHONE)), re.IGNORECASE
)
_CAPITAL = re.compile(r"[„“«\"]?[A-ZÀ-Þ][^\W\d]+[^\d]{0,60}")
"""Words and no number, a capital one first."""
_CODE = re.compile(r"(?=\S*\d)[A-Z0-9][\w./-]{2,}")
_BY_FORM = {
    Form.TIME: {Shape.TIME},
    Form.YEAR: {Shape.DAY, Shape.NUMBER},
    Form.DAY: {Shape.DAY, Shape.TIME, Shape.SPAN},
    Form.PERCENT: {Shape.PERCENT},
    Form.AMOUNT: {Shape.AMOUNT, Shape.NUMBER, Shape.PERCENT},
    Form.NUMBER: {Shape.NUMBER},
    Form.PERSON: {Shape.NAME},
    Form.EMAIL: {Shape.CONTACT},
    Form.WEB: {Shape.CONTACT},
    Form.PHONE: {Shape.CONTACT},
    Form.FAX: {Shape.CONTACT},
    Form.ZIP: {Shape.CODE, Shape.NUMBER},
}
_MEASURES = {Shape.SPAN, Shape.WEIGHT, Shape.LENGTH, Shape.AREA, Shape.VOLUME, Shape.HEAT}
_BY_WORDS = (
    (r"how long|wie lange|combien de temps|duration|dauer\b|duree", {Shape.SPAN, Shape.LENGTH, Shape.TIME}),
    (r"wie lang\b", {Shape.SPAN, Shape.LENGTH, Shape.NUMBER}),
    (r"how old|wie alt|quel age|minimum age|mindestalter|age minimum|\bage\b|\balter\b", {Shape.SPAN, Shape.NUMBER}),
    (r"how heavy|weigh|\bweight|wie schwer|wiegt|gewicht|\bpoids|\bpese", {Shape.WEIGHT, Shape.NUMBER}),
    (r"how (?:tall|high|wide|deep|far|thick)|wie (?:weit|breit|tief|dick|hoch (?:ist das|ist der|liegt))|"
     r"\b(?:length|height|width|distance|lange|hohe|breite|longueur|hauteur|largeur)\b", {Shape.LENGTH, Shape.NUMBER}),
    (r"how (?:big|large)|wie gross|\b(?:area|flache|surface|size|taille)\b", {*_MEASURES, Shape.NUMBER}),
    (r"how (?:warm|hot|cold)|temperatur|wie (?:warm|kalt)|wie heiss\b", {Shape.HEAT, Shape.NUMBER}),
    (r"at what time|what time|um wie ?viel uhr|quelle heure", {Shape.TIME}),
    (r"how often|wie oft|combien de fois|how many times", {Shape.NUMBER}),
    (r"deadline|by when|until when|bis wann|jusqu a quand|last day|valid until|gultig bis|birthday|birth|geburts\w*",
     {Shape.DAY, Shape.TIME, Shape.SPAN}),
    (r"how much (?:water|gas|electricity|fuel|diesel|oil|power|energy|milk|wine|time)\b", {Shape.NUMBER, *_MEASURES}),
    (r"how many|wie ?viele|combien d[e ]", {Shape.NUMBER}),
    (r"^what (?:is|s) .* called|wie heisst|wie heissen|s appelle|name of|\bnom d|name der|name des|"
     r"^(?:who|whom|wer|wen|wem|qui|a qui|by whom|von wem|par qui)\b", {Shape.NAME}),
    (r"combien", {Shape.AMOUNT, Shape.NUMBER}),
)  # fmt: skip
NUMERIC = frozenset(Shape) - {Shape.NAME, Shape.CONTACT, Shape.CODE}


@lru_cache(maxsize=512)
def shapes_asked(question: str) -> frozenset[Shape]:
    """The shapes of which the answer must have one; none where any text may answer."""
    plain = " ".join(parts_of(question))
    told = next((shapes for words, shapes in _BY_WORDS if re.search(words, plain)), None)
    if told:
        return frozenset(told)
    asked = form_asked(question)
    return frozenset(_BY_FORM.get(asked.form, ())) if asked else frozenset()


@lru_cache(maxsize=8192)
def shapes_of(text: str) -> frozenset[Shape]:
    """The shapes of which a text holds one."""
    found = {shape for shape, pattern in _PATTERNS.items() if pattern.search(text)}
    if _CONTACT.search(text):
        found.add(Shape.CONTACT)
    if _CODE.search(text):
        found.add(Shape.CODE)
    if is_name(text) or _CAPITAL.fullmatch(text):
        found.add(Shape.NAME)
    return frozenset(found)


def is_other_measure(question: str, text: str) -> bool:
    """Whether a text is wholly a measure, and of nothing that the question asks to be measured: no span of time is
    "74,5 m²"."""
    asked = shapes_asked(question) & _MEASURES
    bare = text.strip(" .,;:()")
    of_text = {shape for shape in _MEASURES if _PATTERNS[shape].fullmatch(bare)} if asked else frozenset()
    return bool(of_text) and asked.isdisjoint(of_text)


def shaped(text: str, shape: Shape) -> Iterator[tuple[int, int]]:
    """Where texts of a shape stand in a text, each from its first letter up to its end."""
    pattern = _PATTERNS.get(shape)
    for found in pattern.finditer(text) if pattern else ():
        bare = found[0].rstrip(" ,;")
        yield found.start(), found.start() + len(bare)
