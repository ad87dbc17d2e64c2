"""Which part of a letter, a page or its captions a question asks for, in many wordings of three languages."""

from __future__ import annotations

import re
from dataclasses import dataclass

from docqa_app.asking.meaning import parts_of
from docqa_app.asking.printed.asked_form import FRAME, PLACES, place_asked
from docqa_app.asking.printed.letter_parts import Part

TITLE, PAGE_NUMBER, CAPTION, CAPTION_NUMBER = "title", "page number", "caption", "caption number"


@dataclass(frozen=True, slots=True)
class PartAsked:
    """The part; `rest`: what else the question tells, folded; `place`: "top", "bottom" or ""; of a caption its `kind`
    (table, figure, exhibit) and the `number` in it."""

    part: str
    rest: tuple[str, ...]
    place: str = ""
    kind: str = ""
    number: str = ""


_LINES = re.compile(r"\b(?:first|last|erste|letzte|premiere|derniere) (?:line|zeile|ligne)\b")
_SENT = "addressed|written|sent|send|meant|intended|directed|mailed|faxed"
_WORDINGS = {
    Part.RECIPIENT: (
        rf"(?:{_SENT}) to\b|\b(?:to|for) whom\b|\b(?:recipient|addressee|receiver)\b"
        r"|^who is (?:the |this )?(?:letter|memo|message|fax|mail) (?:to|for)\b"
        r"|\ban wen\b|\bempfanger\b|\bgerichtet\b|\ba qui\b|\bdestinataire\b|\badresse a\b"
    ),
    Part.SENDER: (
        r"^who\b.*\b(?:wrote|written|writes|writing|signed|signs|sent|sends|send)\b|^who\b.*\bfrom$"
        r"|\b(?:sender|signatory|signer)\b|\bfrom whom\b|\b(?:signed|written|sent) by\b"
        r"|\babsender\b|\bvon wem\b|^wer\b.*\b(?:geschrieben|unterschrieben|unterzeichnet|schreibt)\b"
        r"|\bexpediteur\b|\bsignataire\b|^qui\b.*\b(?:ecrit|signe|envoye)\b"
    ),
    Part.DATE: r"\b(?:date|dated|datum|datiert)\b",
    Part.SUBJECT: (
        r"\bsubject\b|\bregarding\b|^what is (?:the |this )?(?:letter|memo|mail) about\b"
        r"|\bbetreff\b|\bworum geht\b|\bobjet\b"
    ),
    Part.COPY: (
        r"\bcc\b|\bcarbon copy\b|\bcop(?:y|ies) (?:is |are |was |were )?(?:sent |marked )?to\b|\bcopied\b"
        r"|\bin kopie\b|\ben copie\b"
    ),
    Part.SALUTATION: r"\bsalutation\b|\bgreeting\b|\bletter (?:begin|start)\b|\banrede\b|\bformule d appel\b",
    Part.CLOSING: (
        r"\bcomplimentary close\b|\bclosing (?:phrase|words|formula|of the letter)\b"
        r"|\bgrussformel\b|\bschlussformel\b|\bformule de politesse\b"
    ),
    PAGE_NUMBER: (
        r"\bpage (?:number|no|nr)\b|\bnumber of (?:the |this )?page\b|\bseiten(?:zahl|nummer)\b"
        r"|\bnumero de (?:la )?page\b"
    ),
    TITLE: r"\b(?:title|heading|headline|letterhead|titel|uberschrift|briefkopf|titre|intitule)\b",
}
_KINDS = {
    "table": "table tabelle tableau",
    "figure": "figure fig abbildung",
    "exhibit": "exhibit annex appendix anhang annexe",
}
_KIND_OF = {word: kind for kind, words in _KINDS.items() for word in words.split()}
_CAPTION = re.compile(
    rf"\b({'|'.join(_KIND_OF)})\b(?: (?:no|nr|number|nummer)\b)? ?(\d+[a-z]?\b|[ivx]+\b|(?![as]\b)[a-z]\b)?"
)
_ITS_TITLE = re.compile(r"\b(?:title|heading|name|caption|about|titel|uberschrift|titre)\b")
_ITS_NUMBER = re.compile(
    rf"\b(?:{'|'.join(_KIND_OF)}) (?:number|no|nr|nummer)\b|\bnumber of (?:the )?(?:{'|'.join(_KIND_OF)})$"
)
_OF_PARTS = (
    "addressed written wrote write writes writing sent send sends signed signs signing sender recipient addressee "
    "receiver person gentleman lady main first page number nr no whom who whose title heading headline subject line "
    "mail email e letterhead copy copies copied marked list names had been salutation greeting used closing "
    "complimentary close about regarding begin how does was correspondence communication text uppercase capital "
    "notice announcement agenda minutes schedule program programme article flyer leaflet newsletter application "
    "telegram telegramm telegramme cable "
    "letters bold cc carbon phrase words formula caption date dated datum datiert "
    "titel uberschrift empfanger absender betreff gerichtet geschrieben unterschrieben unterzeichnet geht worum anrede "
    "grussformel schlussformel briefkopf seitenzahl seitennummer kopie seite "
    "titre intitule destinataire expediteur signataire ecrit signe envoye objet adresse numero formule politesse appel "
    "copie"
)
_FRAME = FRAME | PLACES["top"] | PLACES["bottom"] | frozenset(_OF_PARTS.split())
"""Words of a question for a part that tell no more than which part is meant."""


def part_asked(question: str) -> PartAsked | None:
    """The part that a question asks for; None where it asks for none."""
    text = " ".join(parts_of(question))
    part = next((part for part, wording in _WORDINGS.items() if re.search(wording, text)), None)
    return _caption_asked(text) or (PartAsked(part, _rest(text), place_asked(text.split())) if part else None)


def _rest(text: str, *told: str) -> tuple[str, ...]:
    return tuple(word for word in text.split() if word not in _FRAME and word not in told)


def _caption_asked(text: str) -> PartAsked | None:
    """A question for the number or the title of a table or a figure."""
    found = _CAPTION.search(text)
    if not found:
        return None
    called, number = found[1], found[2] or ""
    if _ITS_TITLE.search(text):
        return PartAsked(CAPTION, _rest(text, called, number), "", _KIND_OF[called], number)
    if not number and _ITS_NUMBER.search(text):
        return PartAsked(CAPTION_NUMBER, _rest(text, called, "nummer"), "", _KIND_OF[called])
    return None


def asks_for_place(question: str) -> bool:
    """Whether a question wants a part of a letter or page, or whatever stands at a place of it."""
    parts, asked = parts_of(question), part_asked(question)
    of_letter = asked is not None and not (asked.part == Part.SENDER and asked.rest)
    return of_letter or bool(place_asked(parts)) or bool(_LINES.search(" ".join(parts)))
