"""Questions over the tables of a page: cells, rows, extremes, counts, comparisons."""

from __future__ import annotations

import re
from collections.abc import Iterable
from itertools import takewhile

from docqa_app.training.data.asking import QA, Voice
from docqa_app.training.data.draft import Cell, Draft, Table

PRICED = ("price", "amount")
SHORT_NAME = 3


def table_questions(draft: Draft, voices: tuple[Voice, ...]) -> list[QA]:
    """Questions over every table of the page. Rows are named by their item, so items that repeat are not named."""
    out: list[QA] = []
    for table in draft.tables:
        if len(draft.tables) == 1:
            out += _counts(draft, voices, table)
        out += _cells(draft, voices, table)
        out += _numbered(draft, voices, table)
        out += _extremes(draft, voices, table)
        out += _comparisons(draft, voices, table)
    return out


def _names(table: Table) -> dict[str, int]:
    """Item text -> row, for items that stand in one row only."""
    column = table.column("item")
    if column is None:
        return {}
    texts = [row[column].text for row in table.rows]
    return {text: n for n, text in enumerate(texts) if text and texts.count(text) == 1}


def called(table: Table, column: int) -> str:
    """How a column is called: its printed heading, "" where it has none."""
    return table.headers[column].text


def _cells(draft: Draft, voices: tuple[Voice, ...], table: Table) -> list[QA]:
    out = []
    item = table.column("item")
    names = _names(table)
    for whole, row in names.items():
        name = _short(whole, names) if draft.chance(0.4) else whole
        column = draft.rng.randrange(len(table.keys))
        cell = table.rows[row][column]
        if column == item or not cell.text:
            continue
        question = _cell_wording(draft.rng.choice(voices), table, column, name)
        if question:
            out.append(QA(question, (cell.text,), cell.words, "table"))
            out += _reverse(draft, voices, table, row, column)
    return out


def _short(name: str, names: Iterable[str]) -> str:
    """A row's name as people say it: without sizes and what follows them, where that still means one row."""
    words = list(takewhile(str.isalpha, name.split()))[:SHORT_NAME]
    short = " ".join(words)
    return short if short and sum(one.startswith(short) for one in names) == 1 else name


def _cell_wording(voice: Voice, table: Table, column: int, name: str) -> str:
    key, head = table.keys[column], called(table, column)
    if key in ("quantity", *PRICED) and (not head or voice.rng.random() < 0.5):
        return voice.put(key, row=name)
    return voice.put("cell", row=name, col=_worn(voice, head)) if head else ""


def _worn(voice: Voice, head: str) -> str:
    return head if voice.rng.random() < 0.5 else head.lower()


def _reverse(draft: Draft, voices: tuple[Voice, ...], table: Table, row: int, column: int) -> list[QA]:
    item = table.column("item")
    value, head = table.rows[row][column].text, called(table, column)
    if not head or item is None or [r[column].text for r in table.rows].count(value) != 1:
        return []
    voice, cell = draft.rng.choice(voices), table.rows[row][item]
    question = voice.put("reverse", unit=voice.unit(table.unit), col=_worn(voice, head), value=value)
    return [QA(question, (cell.text,), cell.words, "table")]


def _numbered(draft: Draft, voices: tuple[Voice, ...], table: Table) -> list[QA]:
    """Rows and columns by their place."""
    item, out = table.column("item"), []
    if item is None or len(draft.tables) > 1:
        return []
    for place in sorted({0, min(len(table.rows) - 1, draft.rng.randrange(8)), -1}):
        voice = draft.rng.choice(voices)
        nth, unit = voice.ordinal(place), voice.unit(table.unit)
        cell = table.rows[place][item]
        out.append(QA(voice.put("nth", nth=nth, unit=unit), (cell.text,), cell.words, "table"))
        column = draft.rng.choice([n for n in range(len(table.keys)) if n != item])
        other, head = table.rows[place][column], called(table, column)
        if head and other.text:
            out.append(
                QA(
                    voice.put("nth_cell", nth=nth, unit=unit, col=_worn(voice, head)),
                    (other.text,),
                    other.words,
                    "table",
                )
            )
    return [*out, *_heading(draft, voices, table)]


def _heading(draft: Draft, voices: tuple[Voice, ...], table: Table) -> list[QA]:
    place = draft.rng.randrange(min(8, len(table.headers)))
    head, voice = table.headers[place], draft.rng.choice(voices)
    if not head.text or (table.keys[0] == "item" and len(draft.tables) > 1):
        return []
    return [QA(voice.put("heading", nth=voice.ordinal(place)), (head.text,), head.words, "table")]


def numbers(table: Table, column: int) -> list[int] | None:
    """A column's cells as numbers, None where one is not, or where their decimals differ."""
    out, decimals = [], set()
    for row in table.rows:
        found = re.fullmatch(r"(-?)[^\d-]*((?:\d[\d., '’]*)?\d)[^\d]*", row[column].text)
        if found is None or re.search(r"[A-Za-z]{3}|[/:]|\d-\d", row[column].text):
            return None
        digits = found.group(2)
        cut = re.search(r"[.,](\d{1,2})$", digits)
        decimals.add(len(cut.group(1)) if cut else 0)
        out.append(int(re.sub(r"\D", "", digits)) * (-1 if found.group(1) else 1))
    return out if len(decimals) == 1 else None


def _number_columns(table: Table) -> list[tuple[int, list[int]]]:
    skip = ("position", "code", "item", "ref", "date", "text", "tax", "unit", "start", "end", "length", "balance")
    found = [(n, numbers(table, n)) for n, key in enumerate(table.keys) if key not in skip]
    return [(n, values) for n, values in found if values is not None]


def _extremes(draft: Draft, voices: tuple[Voice, ...], table: Table) -> list[QA]:
    item, out = table.column("item"), []
    if item is None or len(table.rows) < 2:
        return []
    for column, values in _number_columns(table):
        for frame, best in (("highest", max(values)), ("lowest", min(values))):
            if values.count(best) == 1:
                out += _extreme(draft, voices, table, column, values.index(best), frame)
    return out


def _extreme(draft: Draft, voices: tuple[Voice, ...], table: Table, column: int, row: int, frame: str) -> list[QA]:
    item = table.column("item")
    assert item is not None
    voice, head = draft.rng.choice(voices), called(table, column)
    unit, name, cell = voice.unit(table.unit), table.rows[row][item], table.rows[row][column]
    evidence = name.words
    if table.keys[column] == "price" or (
        table.keys[column] == "amount" and "price" not in table.keys and table.unit == "item"
    ):
        plain = voice.put({"highest": "dearest", "lowest": "cheapest"}[frame], unit=unit)
        return [QA(plain, (name.text,), evidence, "table")]
    if not head:
        return []
    col = _worn(voice, head)
    return [
        QA(voice.put(frame, unit=unit, col=col), (name.text,), evidence, "table"),
        QA(voice.put(f"{frame}_value", col=col), (cell.text,), cell.words, "table"),
    ]


def _comparisons(draft: Draft, voices: tuple[Voice, ...], table: Table) -> list[QA]:
    """Two rows compared in a column of numbers."""
    names, out = sorted(_names(table).items(), key=lambda pair: pair[1]), []
    if len(names) < 2:
        return []
    for column, values in _number_columns(table):
        head = called(table, column)
        (one, a), (two, b) = draft.rng.sample(names, 2)
        if not head or values[a] == values[b]:
            continue
        voice = draft.rng.choice(voices)
        question = voice.put("more", col=_worn(voice, head), row=one, other=two)
        cells: tuple[Cell, ...] = (table.rows[a][column], table.rows[b][column])
        evidence = tuple(n for cell in cells for n in cell.words)
        out.append(QA(question, voice.yes(values[a] > values[b]), evidence, "compare"))
    return out


def _counts(draft: Draft, voices: tuple[Voice, ...], table: Table) -> list[QA]:
    voice = draft.rng.choice(voices)
    unit = voice.unit(table.unit)
    out = [QA(voice.put("count", unit=unit), (str(len(table.rows)),), (), "count")]
    if all(cell.text for cell in table.headers):
        out.append(QA(voice.put("columns"), (str(len(table.keys)),), (), "count"))
    for column, values in _number_columns(table):
        head = called(table, column)
        if head and table.keys[column] in ("quantity", "number") and len(values) > 2:
            limit = draft.rng.choice(sorted(values)[:-1])
            over = sum(value > limit for value in values)
            shown = table.rows[values.index(limit)][column].text
            out.append(
                QA(voice.put("count_above", unit=unit, col=_worn(voice, head), value=shown), (str(over),), (), "count")
            )
    return out
