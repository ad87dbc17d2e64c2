"""The steps by which a draft is written: fields and rules are added, changed, named, moved and removed."""

from __future__ import annotations

import keyword
import re
import unicodedata
from collections.abc import Collection
from dataclasses import replace

from docqa_app.schemas.draft import Draft, DraftField, DraftRule, Part, Texts
from docqa_app.schemas.expressions import ROWS

LETTERS = str.maketrans({"ä": "ae", "ö": "oe", "ü": "ue", "ß": "ss", "æ": "ae", "œ": "oe", "ø": "o"})
_QUOTED = r"""(?:"(?:[^"\\]|\\.)*"|'(?:[^'\\]|\\.)*')"""


def with_field(draft: Draft, part: Part, at: int, changed: DraftField) -> Draft:
    """A field as it is now; where it has another name, rules speak of it by that."""
    before = draft.part(part)
    old = before[at].name
    draft = _with_part(draft, part, (*before[:at], changed, *before[at + 1 :]))
    if changed.name == old:
        return draft
    shadowed = part is Part.FIELDS and any(one.name == old for one in draft.columns)
    return replace(draft, rules=tuple(_speaking(rule, part, old, changed.name, shadowed) for rule in draft.rules))


def relabelled(draft: Draft, part: Part, at: int, language: str, label: str, *, name_too: bool = False) -> Draft:
    """Another label; with `name_too` the name in files is made from it."""
    one = draft.part(part)[at]
    taken = {other.name for other in draft.part(part)} - {one.name}
    name = name_from(label, taken) if name_too and label.strip() else one.name
    return with_field(draft, part, at, replace(one, label=with_text(one.label, language, label), name=name))


def added(draft: Draft, part: Part, language: str, label: str) -> Draft:
    """One field more, at the end, called and asked for by its label."""
    name = name_from(label, {one.name for one in draft.part(part)})
    made = DraftField(name, label={language: label}, phrasings={language: (label,)})
    return _with_part(draft, part, (*draft.part(part), made))


def removed(draft: Draft, part: Part, at: int) -> Draft:
    """The draft without one of its fields or columns; `at` counts from 0."""
    fields = draft.part(part)
    return _with_part(draft, part, (*fields[:at], *fields[at + 1 :]))


def moved(draft: Draft, part: Part, at: int, by: int) -> Draft:
    """A field one place up (-1) or down (1), as far as there is room."""
    fields = draft.part(part)
    to = min(len(fields) - 1, max(0, at + by))
    rest = [*fields[:at], *fields[at + 1 :]]
    return _with_part(draft, part, (*rest[:to], fields[at], *rest[to:]))


def with_rule(draft: Draft, at: int, rule: DraftRule | None) -> Draft:
    """A rule as it is now, one more where `at` is behind the last, one less where it is None."""
    new = () if rule is None else (rule,)
    return replace(draft, rules=(*draft.rules[:at], *new, *draft.rules[at + 1 :]))


def name_from(label: str, taken: Collection[str]) -> str:
    """A name as files have them, small letters, digits and _, that is not taken yet: "Größe (cm)" is groesse_cm. Rules
    can speak of it: "From" is from_field."""
    plain = unicodedata.normalize("NFKD", label.lower().translate(LETTERS)).encode("ascii", "ignore").decode()
    name = re.sub(r"[^a-z0-9]+", "_", plain).strip("_")
    name = name if name[:1].isalpha() else f"field_{name}".rstrip("_")
    name = f"{name}_field" if keyword.iskeyword(name) or name == ROWS else name
    number, first = 2, name
    while name in taken:
        name, number = f"{first}_{number}", number + 1
    return name


def _with_part(draft: Draft, part: Part, fields: tuple[DraftField, ...]) -> Draft:
    return replace(draft, fields=fields) if part is Part.FIELDS else replace(draft, columns=fields)


def with_text(texts: Texts, language: str, text: str) -> Texts:
    """Another text in one language; none where it is empty."""
    rest = {other: there for other, there in texts.items() if other != language}
    return {**rest, language: text} if text.strip() else rest


def _speaking(rule: DraftRule, part: Part, old: str, new: str, shadowed: bool) -> DraftRule:
    """The rule with a name replaced where it means this field: columns stand behind a point, or bare in a rule for
    each row. There a field is `shadowed` by a column of its name. Texts in quotation marks are no names."""
    is_bare = not (rule.each_row and shadowed) if part is Part.FIELDS else rule.each_row
    behind = rf"(?<=line_items\.){old}\b" if part is Part.COLUMNS else r"(?!)"
    bare = rf"(?<![\w.]){old}\b" if is_bare else r"(?!)"
    check = re.sub(f"{_QUOTED}|{behind}|{bare}", lambda m: new if m[0] == old else m[0], rule.check)
    said = {language: text.replace(f"{{{old}}}", f"{{{new}}}") for language, text in rule.message.items()}
    return replace(rule, check=check, message=said if is_bare else rule.message)
