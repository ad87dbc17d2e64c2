"""Groups of boxes to tick as fields of a form: the group's label, and the captions that are ticked."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from docqa_app.core.document import Page
from docqa_app.core.fields import FieldType, FieldValue, Source, State
from docqa_app.core.language import SAID, language_of
from docqa_app.core.layout import evidence_boxes
from docqa_app.extracting.choices import Choice, find_choices, sureness


def ticked_fields(page: Page, doubt_below: float) -> Iterator[FieldValue]:
    """A field for each labelled group of a page's boxes, one with yes or no for a box that stands alone. The only box
    of a page is none: it is a letter or a rule more often than a box."""
    groups: dict[str, list[Choice]] = {}
    found = find_choices(page)
    for choice in found if len(found) > 1 else ():
        groups.setdefault(choice.group, []).append(choice)
    for label, choices in groups.items():
        if label and len(choices) > 1:
            ticked = [choice for choice in choices if choice.ticked >= 0.5]
            yield _field(page, label, ", ".join(choice.caption for choice in ticked), ticked, choices, doubt_below)
    alone = [some[0] for label, some in groups.items() if label and len(some) == 1]
    said = SAID[language_of(word.text for word in page.words)]
    for one in (*alone, *groups.get("", ())):
        yield _field(page, one.caption, said["yes" if one.ticked >= 0.5 else "no"], [one], [one], doubt_below)


def _field(
    page: Page, name: str, text: str, shown: Sequence[Choice], weighed: Sequence[Choice], doubt_below: float
) -> FieldValue:
    """A value with the captions it stands on; none where nothing of a group is ticked."""
    if not text:
        return FieldValue(name, FieldType.TEXT)
    words, sure = tuple(sorted({index for choice in shown for index in choice.words})), sureness(weighed)
    return FieldValue(
        name,
        FieldType.TEXT,
        text,
        text,
        sure,
        page.number,
        words,
        evidence_boxes(page, words),
        Source.RULE,
        State.CONFIDENT if sure >= doubt_below else State.CHECK,
    )
