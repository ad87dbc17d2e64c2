"""Which form the answer to a question must have, told by its words in three languages, and what else it asks."""

from __future__ import annotations

import re
from dataclasses import dataclass

from docqa_app.asking.meaning import SMALL, parts_of
from docqa_app.asking.printed.typed import FORMS, Form
from docqa_app.core.find import fold
from docqa_app.values.misread import days_meant

_FORMS = {
    Form.EMAIL: (
        "e mail addresses|e mail address|email addresses|email address|e mail id|email id|e mail|email|mail id|"
        "e mail adresse|email adresse|mail adresse|adresse e mail|adresse mail|adresse electronique|courriel"
    ),
    Form.WEB: (
        "web site address|website address|web address|web site|website|internet address|homepage|home page|url|"
        "internetadresse|webadresse|webseite|internetseite|site web|site internet|adresse web"
    ),
    Form.FAX: (
        "telefax number|telefax no|fax number|fax no|facsimile number|facsimile no|facsimile|telefax|fax|"
        "telefaxnummer|faxnummer|numero de fax|numero de telecopie|telecopieur"
    ),
    Form.PHONE: (
        "telephone number|telephone no|phone number|phone no|contact number|contact no|mobile number|cell number|"
        "telephone|phone|tel no|tel|telefonnummer|rufnummer|handynummer|telefon|numero de telephone"
    ),
    Form.ZIP: "zip code|zipcode|zip|postal code|post code|postcode|pin code|postleitzahl|plz|code postal",
    Form.TIME: (
        "what time|which time|timings|timing|time|um wie viel uhr|um wieviel uhr|wie viel uhr|uhrzeit|"
        "a quelle heure|quelle heure"
    ),
    Form.YEAR: "which year|what year|year of|welchem jahr|welches jahr|jahr|quelle annee|annee",
    Form.DAY: (
        "date and day|day and date|which date|what date|which day|what day|dates|date|when|dated|"
        "an welchem tag|wann|datum|quand|quel jour|quelle date"
    ),
    Form.PERCENT: (
        "what percentage|what percent|which percentage|how much percentage|how much percent|how many percent|"
        "percentage|percent|(?<=tax )rate|(?<=vat )rate|(?<=interest )rate|(?<=discount )rate|"
        "wie hoch ist der steuersatz|wie hoch ist der mehrwertsteuersatz|wie hoch ist der zinssatz|"
        "steuersatz|mehrwertsteuersatz|zinssatz|wie viel prozent|wieviel prozent|prozentsatz|prozent|"
        "taux de|taux d|quel pourcentage|pourcentage"
    ),
    Form.AMOUNT: (
        "what amount|which amount|how much money|how much|amount|cost|price|fee|wie viel|wieviel|wie hoch|betrag|"
        "preis|kosten|combien coute|quel montant|montant|cout|prix"
    ),
    Form.NUMBER: "how many|total number|number of|no of|anzahl|wie viele|combien de|nombre de",
}
"""Phrases by form."""
_PHRASES = tuple((phrase, form) for form, phrases in _FORMS.items() for phrase in phrases.split("|"))
_ASKS = re.compile(r"(?:a |um |an )?(?:what|which|how|wie|wieviel|welche[sm]|quel|quelle|combien)\b")
"""What begins a phrase that asks wherever it stands: "in the year 2010, how many"."""
_TOP = "top header letterhead upper oben kopf kopfzeile briefkopf haut"
_BOTTOM = "bottom footer lower unten fusszeile bas"
PLACES = {"top": frozenset(_TOP.split()), "bottom": frozenset(_BOTTOM.split())}
"""Words for where on a page something stands."""
_AROUND = (
    "given mentioned shown stated listed written printed provided found specified noted indicated displayed appears "
    "appear value id number no page document letter memo memorandum form report text slip note message fax voucher "
    "receipt invoice bill article file paper brochure here there under below above left right side corner "
    "most please name any only what full his her their my our "
    "seite dokument dokuments brief briefes schreiben schreibens formular formulars bericht berichts text rechnung "
    "beleg nachricht steht angegeben genannt "
    "sein seine ihr ihre "
    "lettre courrier formulaire rapport texte facture recu message indique indiquee mentionne mentionnee "
    "son sa ses leur"
)
_JOINING = "the of and to for is on by from with at in your"
_UNITS = (
    "days?|weeks?|months?|years?|hours?|tage?n?|wochen?|monate?n?|jahre?n?|stunden?|jours?|semaines?|mois|ans?|heures?"
)
_SPAN = re.compile(
    rf"\d+\W{{0,2}}(?:(?:business|working|calendar|net) )?(?:{_UNITS})\b|\b(?:kw|week|woche|semaine|q) ?\d"
)
"""A length of time, or a week or quarter, folded."""
_PARTED = re.compile(r"\d ?[./-]")
"""Digits alone that are parted as days are, however they were read: "10/ /9 87"."""
_MAILED = re.compile(r"[@©®]|\w ?[.,]\w{2}")
"""Of an address of mail or of a site, however it was read; "P.O. Box" has none."""
LONGEST_FILLER = 3
"""Letters of what stands in place of any value: "N/A", "TBD", "unb."."""
FRAME = SMALL | frozenset(f"{_AROUND} {_JOINING}".split())
"""Words that frame a question: where it is asked for and how, never what."""
_WHO = re.compile(
    r"(?:who|wer|qui)\b(?: all\b)?(?! (?:pays|or what)\b)"
    r"|(?:what is |give )?(?:the )?name of the person (?:who |whose |given |with )?"
)
_WHEN = ("when", "wann", "quand")
_WHAT_COSTS = re.compile(
    r"(?:which|what|welche[rs]?|quels?|quelles?) (?!(?:amount|price|fee|betrag|preis|montant|prix)\b)[^\W\d_]+ "
    r"(?:does |do |did )?(?:cost|costs|kostet|kosten)\b"
)
"""Whoever asks which thing costs most wants the thing and no amount."""
_OTHERWISE = re.compile(
    r"\b(?:who|whom|whose|wer|wem|wen|wessen|qui|name|names|nom|person|fax message|time period|how is|how are|heading"
    r"|title|area code|or what)\b"
)
"""What makes another thing of a question: "the name of the person who sent the fax"."""


@dataclass(frozen=True, slots=True)
class FormAsked:
    """The form of the answer; `rest`: what else of the question tells, folded; `place`: "top", "bottom" or "".
    `when`: of days, that an hour may be meant as well."""

    form: Form
    rest: tuple[str, ...]
    place: str
    when: bool = False


def form_asked(question: str) -> FormAsked | None:
    """The form that a question asks for; None where it names none."""
    text = _plain(question)
    if _WHO.match(text):
        return FormAsked(Form.PERSON, telling_words(_WHO.sub("", text).split()), "")
    told = _phrase_told(text)
    if told is None or _OTHERWISE.search(text) or _WHAT_COSTS.match(text):
        return None
    words = re.sub(rf"\b{told[0]}\b", " ", text, count=1).split()
    return FormAsked(told[1], telling_words(words), place_asked(words), told[0] in _WHEN)


def _phrase_told(text: str) -> tuple[str, Form] | None:
    """The phrase that tells the form: one that asks, else the first of the text, of those that begin there the longest;
    "the date of the telephone bill" is a day, and no number is wanted by "when was the fax sent"."""
    found = [(at.start(), one) for one in _PHRASES if (at := re.search(rf"\b{one[0]}\b", text))]
    ranked = sorted(found, key=lambda one: (not _ASKS.match(one[1][0]), one[0], -len(one[1][0])))
    return ranked[0][1] if ranked else None


def _plain(question: str) -> str:
    """The question folded, without marks; a sign for percent as its word."""
    text = re.sub(r"\bnext to\b", " ", " ".join(parts_of(re.sub(r"['’]s\b", "", question))))
    if "%" not in question:
        return text
    return re.sub(r"(?:what|how much|which|how many) (?=of )|$", "percent ", text, count=1)


def place_asked(words: list[str]) -> str:
    """Where on the page the folded words of a question place what they ask: "top", "bottom", or "" for anywhere."""
    return next((place for place, called in PLACES.items() if called & set(words)), "")


def telling_words(words: list[str]) -> tuple[str, ...]:
    """The folded words of a question that tell what is asked for, each once."""
    placing = PLACES["top"] | PLACES["bottom"]
    return tuple(dict.fromkeys(word for word in words if word not in FRAME | placing and len(word) > 1))


def can_be(text: str, asked: FormAsked | None) -> bool:
    """Whether a text, read well or badly, may have the form that is asked for; any may where none is."""
    if asked is None:
        return True
    digits, letters = sum(c.isdigit() for c in text), sum(c.isalpha() for c in text)
    if asked.form is Form.PERSON:
        return letters > digits and not text.startswith("(")
    if asked.form is Form.DAY and digits:
        return _tells_when(text)
    signs = bool(_MAILED.search(text)) if asked.form in (Form.EMAIL, Form.WEB) else digits > 0
    return signs or letters <= LONGEST_FILLER


def _tells_when(text: str) -> bool:
    """Whether a text with digits is a day, an hour, a year or a span of time, maybe misread, and not a code."""
    parted = _PARTED.search(text) and not any(map(str.isalpha, text))
    dated = any(FORMS[form].search(text) for form in (Form.DAY, Form.TIME, Form.YEAR))
    return dated or bool(parted or _SPAN.search(fold(text)) or days_meant(text, None, "en"))
