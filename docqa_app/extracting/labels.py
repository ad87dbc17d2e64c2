"""Values that stand beside a printed label of their field: "Rechnungs-Nr.: 4711", or a day under "Invoice date"."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from itertools import takewhile

from docqa_app.core.document import Line, Page, Word, text_of
from docqa_app.core.fields import FieldType
from docqa_app.core.geometry import upright
from docqa_app.core.layout import text_lines
from docqa_app.extracting.beside import run_with, stand_together
from docqa_app.extracting.label_places import Label, known_labels, labels_on
from docqa_app.extracting.label_values import FIRST, LAST, Fits, Wanted, chosen, said
from docqa_app.extracting.line_items.headers import Header, Heads
from docqa_app.extracting.line_items.totals import foot_of, is_word
from docqa_app.extracting.sentences import PartedLabel, parted_labels
from docqa_app.schemas.schema import Schema, SchemaField
from docqa_app.values.amounts import read_currencies

LONGEST_VALUE = 8
FARTHEST_BELOW = 2.5
"""From a label down to its value, in heights of the label."""
FARTHEST_BEHIND = 40.0
"""From a label to a value behind it, in heights."""


@dataclass(frozen=True, slots=True)
class Labelled:
    """A value beside a label of its field. `rank` is the label's place in the schema's list, 0 for the best; `text` is
    less than its words where they are both days of a period. `in_period`: the label heads two days, of which this is
    one. `aside`: it is said of another document, or of who pays early."""

    field: str
    rank: int
    page: int
    words: tuple[int, ...]
    text: str
    in_period: bool = False
    aside: bool = False


def labelled(
    pages: Sequence[Page], schema: Schema, language: str, fits: Fits, heads: Heads | None = None
) -> tuple[Labelled, ...]:
    """Every value that stands behind or under a label of its field, page by page. Headers of tables are no labels;
    `heads` are those that are found already."""
    known, heads = known_labels(schema.fields, language), heads or Heads(schema.columns)
    parted = parted_labels(schema.fields, language)
    every = (one for page in pages for one in _on_page(page, known, parted, schema, fits, heads))
    return _told_apart(list(every)) if known else ()


def _told_apart(found: Sequence[Labelled]) -> tuple[Labelled, ...]:
    """The values, of which only those are said aside beside which others of their field are not."""
    own = {one.field: {other.text for other in found if other.field == one.field and not other.aside} for one in found}
    return tuple(replace(one, aside=one.aside and bool(own[one.field] - {one.text})) for one in found)


def _on_page(
    page: Page,
    known: Mapping[str, Mapping[str, int]],
    parted: Sequence[PartedLabel],
    schema: Schema,
    fits: Fits,
    heads: Heads,
) -> Iterator[Labelled]:
    stood, fields = upright(page), {field.name: field for field in schema.fields}
    lines = text_lines(stood.words)
    header = heads.on(stood, lines)
    free = [at for at, line in enumerate(lines) if header is None or not _is_in(line, header)]
    labels = [label for at in free for label in labels_on(stood.words, lines[at], at, known, parted)]
    starts = {lines[label.line].words[label.first] for label in labels}
    for label in labels:
        yield from _in_period(list(_of_label(label, stood, lines, starts, fields, fits)))


def _of_label(
    label: Label,
    page: Page,
    lines: Sequence[Line],
    starts: set[int],
    fields: Mapping[str, SchemaField],
    fits: Fits,
) -> Iterator[Labelled]:
    """The values of a label, for each field it stands for; no day is one field's and another's."""
    taken: set[tuple[tuple[int, ...], str]] = set()
    for name, rank in label.meanings.items():
        wanted = Wanted(fields[name], fits, _day_of_period(label, fields, name))
        values = set(_values(page.words, lines, label, starts, wanted)) - {()}
        found = {(words, said(page.words, words, wanted)) for words in values} - taken
        days = wanted.day is not None
        other = label.aside and wanted.field.type is not FieldType.AMOUNT
        yield from (Labelled(name, rank, page.number, words, text, days, other) for words, text in sorted(found))
        if wanted.field.type is FieldType.DATE:
            taken |= found


def _in_period(found: Sequence[Labelled]) -> Iterator[Labelled]:
    """The values of one label: where it could head two days and heads one, that is no period."""
    both = len({one.field for one in found if one.in_period}) > 1
    yield from (replace(one, in_period=one.in_period and both) for one in found)


def _day_of_period(label: Label, fields: Mapping[str, SchemaField], name: str) -> int | None:
    """Which day of what a label heads a field is: two days under one label are a period, the first field its first
    day and the last field its last."""
    days = [other for other in label.meanings if fields[other].type is FieldType.DATE]
    if len(days) < 2 or name not in (days[0], days[-1]):
        return None
    return FIRST if name == days[0] else LAST


def _is_in(line: Line, header: Header) -> bool:
    return header.top <= (line.box.top + line.box.bottom) / 2 <= header.bottom


def _values(
    words: Sequence[Word], lines: Sequence[Line], label: Label, starts: set[int], wanted: Wanted
) -> Iterator[tuple[int, ...]]:
    """What fits behind the label, up to the next label; else what fits under it. Of a name both, where it does not
    follow closely: beside the head of a column stands the next head, which may be no label of the schema."""
    line = lines[label.line].words
    last = words[line[label.end - 1]]
    rest = list(takewhile(lambda index: index not in starts, line[label.end :]))[:LONGEST_VALUE]
    behind = [index for index in rest if words[index].box.left - last.box.right <= FARTHEST_BEHIND * last.box.height]
    value = chosen(words, max(behind, _far(words, rest, wanted), key=len), wanted)
    yield value
    close = last.text.endswith(":") or (behind and stand_together(last, words[behind[0]]))
    if not value or (wanted.is_name and not close):
        yield _below(words, lines, label, starts, wanted)


def _far(words: Sequence[Word], rest: Sequence[int], wanted: Wanted) -> list[int]:
    """What may be an amount, however far behind its label, where nothing is named between: sums stand at the edge."""
    numbers = list(takewhile(lambda index: not is_word(words[index].text) or read_currencies(words[index].text), rest))
    return numbers if wanted.field.type is FieldType.AMOUNT else []


def _below(
    words: Sequence[Word], lines: Sequence[Line], label: Label, starts: set[int], wanted: Wanted
) -> tuple[int, ...]:
    """What fits in the next line that has words under the label; of a column of amounts their sum at its foot."""
    column: list[tuple[int, ...]] = []
    for run in _runs_below(words, lines, label):
        value = () if starts & set(run) or _is_named(words, run, wanted) else chosen(words, run, wanted)
        if not value:
            break
        column.append(value)
        if wanted.field.type is not FieldType.AMOUNT:
            break
    return column[foot_of([text_of(words, value) for value in column])] if column else ()


def _is_named(words: Sequence[Word], run: Sequence[int], wanted: Wanted) -> bool:
    """Whether an amount has a name of its own before it: under "Total" may stand "Cash 50.00"."""
    text = words[run[0]].text
    return wanted.field.type is FieldType.AMOUNT and text.isalpha() and not read_currencies(text)


def _runs_below(words: Sequence[Word], lines: Sequence[Line], label: Label) -> Iterator[tuple[int, ...]]:
    """The words under a label, line by line, as far as each stands close below the one before."""
    own = lines[label.line].words[label.first : label.end]
    left, right = words[own[0]].box.left, words[own[-1]].box.right
    bottom, height = words[own[0]].box.bottom, words[own[0]].box.height
    for line in lines[label.line + 1 :]:
        if line.box.top - bottom > FARTHEST_BELOW * height:
            return
        under = [index for index in line.words if words[index].box.left < right and words[index].box.right > left]
        if under:
            bottom = words[under[0]].box.bottom
            yield run_with(words, line.words, under[0])
