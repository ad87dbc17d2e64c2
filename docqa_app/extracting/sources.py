"""What each source tells of a field: the model, labels, check digits, addresses and legal forms, arithmetic, datelines.

Each gives shares of belief to the candidates that it names; `beliefs` weighs them together.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass, replace
from itertools import pairwise

from docqa_app.core.answer import Answer, Candidate
from docqa_app.core.document import Document, Word
from docqa_app.core.fields import FieldType, Value
from docqa_app.core.find import fold
from docqa_app.core.spelling import spell
from docqa_app.extracting.beside import stand_together
from docqa_app.extracting.datelines import BOUGHT, ISSUED, TIME, Dateline, datelines, days_of, times_of, with_half
from docqa_app.extracting.field_questions import candidates
from docqa_app.extracting.fitting import fits
from docqa_app.extracting.labels import Labelled
from docqa_app.extracting.paid import TOTAL, to_pay
from docqa_app.extracting.parties import shopfronts
from docqa_app.extracting.parties.address_lines import without_contact
from docqa_app.extracting.parties.companies import companies, completed
from docqa_app.extracting.parties.legal_forms import mended_form
from docqa_app.extracting.parties.names import BESIDE_NAMES, PARTIES, bare_name
from docqa_app.extracting.parties.roles import ADDRESS, of_buyers, parties, told_apart
from docqa_app.extracting.parties.shopfronts import AT_STREET, is_from_shop, shop_address, shop_names
from docqa_app.extracting.proved_taxes import proved_taxes, taxed_totals
from docqa_app.extracting.summed_taxes import TAX, rated_sums
from docqa_app.schemas.schema import SchemaField
from docqa_app.values.checksums import find_ibans, find_vat_ids, plain
from docqa_app.values.conventions import Conventions
from docqa_app.values.parse import in_one_piece, read_off

LABELS = 0.7
"""How often the value beside a label is the field's, where there is one. On 370 training pages 0.95 of days, 0.78 of
amounts and 0.68 of names were; the model reads the same labels and errs with them, so it is no more for days."""
PERIODS = 0.95
"""As LABELS, of a day that stands with another one beside a label that heads both: on the training orders 261 of 273
were the field's, and of the others four have a truth without its last digit."""
FADING = 0.9
"""A label counts so much less for each place that it stands behind the best one on the page in the schema's list."""
DATED = 0.8
"""How often a day that stands as letters are dated, and beside no label, is the day of issue."""
FIRST_TIME = 0.6
"""How often the likeliest of several times is right: tills print when they were started and when they ended, too."""
ADDRESSES = (ADDRESS, "merchant_address")
BUYERS = 0.05
"""The weight of a number that stands under the buyer's address, against one that does not."""
SELF_CHECKED = 0.97
"""How often a number that passes its own check digits is one: by chance one in 97 does."""
READ = 0.9
"""What a misread word costs the name or the address of a shop at most: it stands there, whatever its letters."""
RECKONED = 0.98
"""How often an amount that the others on its page lead to is the total: 617 of 629 on receipts of the training part,
some printed twice."""

_GROUPS = re.compile(r"\d+(?: \d+)+")

Key = Value | str
"""What a text means, or its letters and digits."""


@dataclass(frozen=True, slots=True)
class Told:
    """What one source tells: a share of belief and the candidate by meaning. `doubts`: what it names with a small
    share is less likely than what it does not name. `proves`: it tells digits, not only where they stand."""

    shares: dict[Key, float]
    found: dict[Key, Candidate]
    doubts: bool = False
    proves: bool = False


def said(
    document: Document, wanted: SchemaField, answer: Answer, labels: Sequence[Labelled], conventions: Conventions
) -> Told:
    """What the model tells by an answer."""
    as_printed = _as_printed(document, wanted, answer, conventions)
    return _fitting([_in_groups(one, wanted, labels) for one in as_printed], wanted, conventions)


def printed(
    document: Document, wanted: SchemaField, labels: Sequence[Labelled], conventions: Conventions
) -> tuple[Told, ...]:
    """What is told without the model: beside labels, by check digits, by addresses and legal forms, by arithmetic."""
    return (
        _beside(wanted, labels, conventions),
        _self_checking(document, wanted),
        _parties(document, wanted),
        _at_shop(document, wanted, conventions),
        _paid(document, wanted, conventions),
        _rated(document, wanted, conventions),
        _dated(document, wanted, conventions),
    )


def _as_printed(document: Document, wanted: SchemaField, answer: Answer, conventions: Conventions) -> list[Candidate]:
    """What the model says; who sells or buys by the whole name, with its legal form and nothing before it; addresses
    alone."""
    if wanted.name in ADDRESSES:
        bare = [without_contact(one) for one in candidates(answer)]
        return [_in_lines(document, one) for one in bare] if wanted.name == ADDRESS else bare
    if wanted.name == TIME:
        return [_with_half(document, one) for one in candidates(answer)]
    if wanted.name not in PARTIES:
        return candidates(answer)
    known = companies(document.pages)
    whole = (completed(_in_words(document, one), known) for one in candidates(answer))
    return [_formed(bare_name(one), conventions) for one in whole]


def _with_half(document: Document, one: Candidate) -> Candidate:
    """A time with the half of its day that the model left out, or that was misread."""
    page = document.page(one.page)
    behind = list(range(max(one.evidence, default=0) + 1, len(page.words)))[:1]
    near = one.evidence and behind and stand_together(page.words[behind[0] - 1], page.words[behind[0]])
    whole = with_half(page, Dateline(one.text, one.page, one.evidence, placed=False), behind if near else ())
    return replace(one, text=whole.text, evidence=whole.words)


def _in_groups(one: Candidate, wanted: SchemaField, labels: Sequence[Labelled]) -> Candidate:
    """A number of which the model took some groups of digits, with all that stand beside its label: "95 2207 8841"."""
    own = (other for other in labels if (other.field, other.page) == (wanted.name, one.page))
    groups = (other for other in own if one.evidence and set(one.evidence) < set(other.words))
    whole = next((other for other in groups if _GROUPS.fullmatch(other.text)), None)
    return replace(one, text=whole.text, evidence=whole.words) if whole else one


def _in_words(document: Document, name: Candidate) -> Candidate:
    """A name with the spaces of its words, where these say just what it says; not between the letters of one."""
    words = [document.page(name.page).words[index].text for index in name.evidence]
    as_printed = " ".join(words)
    same = spell(words).plain == spell((name.text,)).plain and as_printed.count(" ") > name.text.count(" ")
    return replace(name, text=as_printed) if same and all(len(word) > 1 for word in words) else name


def _formed(one: Candidate, conventions: Conventions) -> Candidate:
    return replace(one, text=mended_form(one.text)) if conventions.recognised else one


def _fitting(found: Sequence[Candidate], wanted: SchemaField, conventions: Conventions) -> Told:
    """The shares and the likeliest candidate of each meaning; what is not of the field's type is left open."""
    shares: dict[Key, float] = {}
    likeliest: dict[Key, Candidate] = {}
    for one in found:
        if fits(wanted, one.text, conventions):
            key = _key(one.text, wanted, conventions)
            likeliest.setdefault(key, _whole(one, wanted))
            shares[key] = shares.get(key, 0.0) + one.confidence
    whole = max(1.0, sum(shares.values()) / 0.99)
    return Told({key: share / whole for key, share in shares.items()}, likeliest)


def _whole(one: Candidate, wanted: SchemaField) -> Candidate:
    """An amount is shown in one piece: "79. 35" is 79.35 on paper."""
    return replace(one, text=in_one_piece(one.text)) if wanted.type is FieldType.AMOUNT else one


def _beside(wanted: SchemaField, labels: Sequence[Labelled], conventions: Conventions) -> Told:
    """What the values beside the field's labels tell."""
    weights: dict[Key, float] = {}
    found: dict[Key, Candidate] = {}
    own = sorted((one for one in labels if one.field == wanted.name), key=lambda one: one.rank)
    for one in own:
        key = _key(one.text, wanted, conventions)
        weights[key] = weights.get(key, 0.0) + FADING ** (one.rank - own[0].rank)
        found.setdefault(key, _whole(Candidate(one.text, 0.0, one.page, one.words), wanted))
    trust = PERIODS if found and all(one.in_period for one in own) else LABELS
    whole = max(1.0, sum(weights.values())) / trust
    return Told({key: weight / whole for key, weight in weights.items()}, found)


def _self_checking(document: Document, wanted: SchemaField) -> Told:
    """What the pages' IBANs or VAT numbers that pass their own check digits tell; the buyer's hardly count."""
    finder = {FieldType.IBAN: find_ibans, FieldType.VAT_ID: find_vat_ids}.get(wanted.type)
    found: dict[Key, Candidate] = {}
    for page in document.pages if finder else ():
        texts = [word.text for word in page.words]
        for number, words in finder(texts) if finder else ():
            found.setdefault(number, Candidate(" ".join(texts[index] for index in words), 0.0, page.number, words))
    theirs = plain(of_buyers(parties(document.pages))) if found else ""
    weights = {key: BUYERS if str(key) in theirs else 1.0 for key in found}
    whole = max(1.0, sum(weights.values())) / SELF_CHECKED
    return Told({key: weight / whole for key, weight in weights.items()}, found, proves=True, doubts=True)


def _parties(document: Document, wanted: SchemaField) -> Told:
    """What names tell that are printed with an address or a legal form: of who sells or buys, and of its address; as
    sure as their words were read."""
    shares: dict[Key, float] = {}
    found: dict[Key, Candidate] = {}
    for party, share in told_apart(parties(document.pages), wanted.name):
        words = party.address if wanted.name == ADDRESS else party.words
        printed = [document.page(party.page).words[index] for index in words]
        text = _in_one_line(printed).strip(BESIDE_NAMES)
        key = _text_key(text)
        shares[key] = shares.get(key, 0.0) + share * min(word.confidence for word in printed)
        found.setdefault(key, Candidate(text, 0.0, party.page, words))
    return Told(shares, found, doubts=True)


def _at_shop(document: Document, wanted: SchemaField, conventions: Conventions) -> Told:
    """The same of the names at the head of a receipt, and of its address there."""
    asked = is_from_shop(document, wanted.name)
    street = shop_address(document) if asked and wanted.name in shopfronts.ADDRESSES else None
    some = list(shop_names(document)) if asked and wanted.name in shopfronts.NAMES else [street] if street else []
    shares: dict[Key, float] = {}
    found: dict[Key, Candidate] = {}
    for one in some:
        printed = [document.page(one.page).words[index] for index in one.words]
        text = _at_head(_in_one_line(printed) if one is street else one.text, conventions)
        key = _text_key(text)
        shares[key] = shares.get(key, 0.0) + one.share * max(READ, min(word.confidence for word in printed))
        found.setdefault(key, Candidate(text, 0.0, one.page, one.words))
    whole = max(1.0, sum(shares.values()) / AT_STREET)
    return Told({key: share / whole for key, share in shares.items()}, found, doubts=True)


def _at_head(text: str, conventions: Conventions) -> str:
    """A text at the head of a receipt without what clings to it, its legal form as it is written: "SON BHD" is none."""
    bare = text.strip(BESIDE_NAMES)
    return mended_form(bare) if conventions.recognised else bare


def _in_lines(document: Document, address: Candidate) -> Candidate:
    """An address with its lines parted, where its words say just what it says."""
    words = [document.page(address.page).words[index] for index in address.evidence]
    text = _in_one_line(words)
    return replace(address, text=text) if _text_key(text) == _text_key(address.text) else address


def _in_one_line(words: Sequence[Word]) -> str:
    """Words with a comma where a line ended that had none: what begins farther left than the word before it."""
    text = words[0].text if words else ""
    for before, word in pairwise(words):
        wrapped = word.box.left < before.box.left and not text.endswith((",", ";"))
        text += f", {word.text}" if wrapped else f" {word.text}"
    return text


def _paid(document: Document, wanted: SchemaField, conventions: Conventions) -> Told:
    """What the amounts tell of the total that others on their page lead to; where payments lead to none, taxes may."""
    found: dict[Key, Candidate] = {}
    mark = conventions.decimal_mark
    for one in (to_pay(document, mark) or taxed_totals(document, mark)) if wanted.name == TOTAL else ():
        found.setdefault(_key(one.text, wanted, conventions), Candidate(one.text, 0.0, one.page, one.words))
    return Told({key: RECKONED / len(found) for key in found}, found, proves=True)


def _rated(document: Document, wanted: SchemaField, conventions: Conventions) -> Told:
    """What the sums that several rates of tax prove tell of the tax and the net amount. They are no proof of
    digits (`proves`), for what may be printed nowhere is as sure as the words that tell it were read."""
    found: dict[Key, Candidate] = {}
    mark = conventions.decimal_mark
    own = proved_taxes(document, mark) if wanted.name == TAX else ()
    for one in (*rated_sums(document, wanted.name, mark), *own):
        found.setdefault(_key(one.text, wanted, conventions), Candidate(one.text, 0.0, one.page, one.words))
    return Told({key: RECKONED / len(found) for key in found}, found)


def _dated(document: Document, wanted: SchemaField, conventions: Conventions) -> Told:
    """What days without a label tell of the day of issue: one behind a town first, then any that stands as letters are
    dated, on a receipt else the only day that is printed at all; and what the time beside the day tells of the time."""
    found: dict[Key, Candidate] = {}
    for one in _undescribed(document, wanted.name):
        if fits(wanted, one.text, conventions):
            found.setdefault(_key(one.text, wanted, conventions), Candidate(one.text, 0.0, one.page, one.words))
    share = DATED / len(found) if found else 0.0
    shares = dict.fromkeys(found, share)
    if wanted.name == TIME and len(found) > 1:
        shares = dict.fromkeys(found, (DATED - FIRST_TIME) / (len(found) - 1)) | {next(iter(found)): FIRST_TIME}
    return Told(shares, found)


def _undescribed(document: Document, name: str) -> Sequence[Dateline]:
    """Days and times that no label tells."""
    if name == TIME:
        return [one for page in document.pages for one in times_of(page)]
    some = [one for page in document.pages for one in datelines(page)] if name in ISSUED else []
    days = [one for page in document.pages for one in days_of(page)] if name == BOUGHT and not some else []
    only = days if len({one.text for one in days}) == 1 else []
    return [one for one in some if one.placed] or some or only


def _key(text: str, wanted: SchemaField, conventions: Conventions) -> Key:
    """What a text means: two that mean the same are one candidate."""
    parsed = read_off(text, wanted.type, conventions)
    return _text_key(text) if wanted.type is FieldType.TEXT or parsed.value is None else parsed.value


def _text_key(text: str) -> str:
    """Letters and digits: "Weg 3, 24103 Kiel" and "Weg 3 · 24103 Kiel" are one address."""
    return spell((text,)).plain or fold(text)
