"""Questions that mean a cell of a table in other words than its row and head are printed in: "How much is the water
bill?" of "Direct debit City Water".

Strict where facts are likely: every telling word must be met by the row's name or by the head.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from decimal import Decimal
from itertools import pairwise
from operator import or_

from docqa_app.asking.common_words import ORDINALS
from docqa_app.asking.facts.meeting import MET
from docqa_app.asking.facts.shapes import Shape, shapes_asked, shapes_of
from docqa_app.asking.facts.terms import VAGUE, Term, tells, terms_of
from docqa_app.asking.facts.thesaurus import SHORTEST_STEM, stem
from docqa_app.asking.meaning import asks_whether, parts_of
from docqa_app.asking.printed.nearness import alike
from docqa_app.asking.printed.opposites import opposed
from docqa_app.asking.printed.short_forms import short_form_asked
from docqa_app.asking.tables.cells import AskedTable, TableAnswer
from docqa_app.asking.tables.names import AskedWords, best
from docqa_app.asking.tables.printed_tables import PrintedTable, printed_tables
from docqa_app.asking.tables.words import AMOUNT, ASKED_KINDS, COSTING, FRAME, LEAST, LESS, MORE, MOST
from docqa_app.core.document import Page
from docqa_app.extracting.line_items.column_labels import Labels
from docqa_app.extracting.line_items.totals import is_amount
from docqa_app.values.amounts import read_amounts

FORM = "cell by meaning"
MOST_PAGES = 32
"""Tables of longer documents are not looked for."""
_OWNER = re.compile(r"\b\w+['’]s\b")
"""Whose row it is: "the patient's ferritin level"."""
FEWEST_STEPS = 2
"""From one balance of an account to the next that show that a column holds balances."""
_NUMBERS = frozenset([Shape.AMOUNT, Shape.NUMBER])
_OTHERWISE = ORDINALS.keys() | MOST | LEAST | MORE | LESS
"""Words that ask for more than one cell."""
_TOGETHER_WORDS = "altogether total all overall together insgesamt gesamt zusammen alles tout total totalite"
_TOGETHER, _MONEY = frozenset(_TOGETHER_WORDS.split()), frozenset(["money", "geld", "argent", "wurde", "wurden"])
_HELD = frozenset(["balance", "kontostand", "saldo", "solde"])
_FIRST_WORDS = "start opening beginning initial anfang anfangs beginn alte alter alten debut ouverture ancien"
_LAST_WORDS = "end closing final ende schluss neue neuer neuen fin cloture nouveau"
_FIRST, _LAST = frozenset(_FIRST_WORDS.split()), frozenset(_LAST_WORDS.split())
_VALUE_WORDS = (
    "level result reading mark grade score cost costs spent spend credited debited charged billed bill paid "
    "pay price worth used worked ordered delivered shipped sold bought vote votes voted kostet kosten gekostet "
    "ausgegeben gutgeschrieben abgebucht berechnet bezahlt gezahlt wert ergebnis gebraucht bestellt geliefert "
    "verkauft gekauft stimmen stimmten gestimmt coute coutent coutait depense credite debite facture facturee "
    "paye payee valeur resultat prix commande commandes commandee commandees livre livres livree livrees vendu "
    "vendus vendue vendues achete achetes voix voter"
)
_VALUE = frozenset(_VALUE_WORDS.split())
"""What a question may call the number in a row, whatever its head says."""


def cell_meant(question: str, pages: Sequence[Page], labels: Labels) -> TableAnswer | None:
    """The one cell with a number that the question means; None where it asks for another thing, or for several."""
    if len(pages) > MOST_PAGES or asks_whether(question):
        return None
    asked = AskedWords(question)
    tables = [AskedTable(asked, table, labels) for page in pages for table in printed_tables(page)]
    found = [answer for one in tables for answer in (*_balances(one), *_sums(one))]
    if not found and _asks_for_cell(question):
        terms = terms_of(_OWNER.sub("", question))
        found = [answer for one in tables for answer in _cells(one, terms, shapes_asked(question))]
    return found[0] if len({answer.text for answer in found}) == 1 else None


def _asks_for_cell(question: str) -> bool:
    """Whether a question wants one number, by its form, or whatever a cell may hold."""
    parts, shapes = parts_of(question), shapes_asked(question)
    if not _OTHERWISE.isdisjoint(parts) or short_form_asked(question):
        return False
    return not shapes or not _NUMBERS.isdisjoint(shapes)


def _balances(one: AskedTable) -> Iterator[TableAnswer]:
    """What an account held at first or at last, where the question asks for the one and the table has its steps."""
    parts = set(one.asked.parts)
    first, last = not _FIRST.isdisjoint(parts), not _LAST.isdisjoint(parts)
    if _HELD.isdisjoint(parts) or first == last:
        return
    for column in (n for n in range(len(one.table.heads)) if is_balance(one.table, n)):
        rows = [n for n, row in enumerate(one.table.rows[: one.table.goods]) if row[column]]
        yield from filter(None, [one.cell(FORM, rows[-1 if last else 0], column)])


def _sums(one: AskedTable) -> Iterator[TableAnswer]:
    """The sum under the head that the question names, where it asks for all together and for nothing else."""
    for column in best(one.columns):
        left = set(one.asked.left([column]))
        sums = [n for n in range(one.table.goods, len(one.table.rows)) if one.table.rows[n][column.at]]
        if len(sums) == 1 and left & _TOGETHER and left <= _TOGETHER | FRAME | COSTING | _MONEY:
            yield from filter(None, [one.cell(FORM, sums[0], column.at)])


def _cells(one: AskedTable, terms: Sequence[Term], shapes: frozenset[Shape]) -> Iterator[TableAnswer]:
    told = [term for term in terms if term.weight > VAGUE]
    row = None if all(map(_is_value, told)) else _row(one, told)
    if row is None:  # "How much is to be paid?" names none
        return
    left = [term for term in told if not _meets(term, _name(one, row))]
    columns = _headed(one, left) or _headed(one, [term for term in left if not _is_value(term)]) or _said(one, left)
    headed = bool(columns)
    if not headed and all(map(_is_value, left)) and (shapes or not _VALUE.isdisjoint(one.asked.parts)):
        columns = _of_value(one, row)
    texts = {n: one.table.text(one.table.rows[row][n]) for n in columns if one.table.heads[n]}
    cells = [n for n, text in texts.items() if _is_number(text) or (headed and text and not shapes)]
    if len(cells) == 1:
        yield from filter(None, [one.cell(FORM, row, cells[0])])


def _headed(one: AskedTable, left: Sequence[Term]) -> list[int]:
    """The columns whose heads meet all these words; none where there are none."""
    heads = {n: one.table.text(words) for n, words in enumerate(one.table.heads) if n != one.label}
    return [n for n, head in heads.items() if left and all(_meets(term, head) for term in left)]


def _said(one: AskedTable, left: Sequence[Term]) -> list[int]:
    """The columns whose heads the question says word for word, where each other word meets a head as well: of "hourly
    rate" the "Rate" and not the "Hours"."""
    heads = {n: one.table.text(words) for n, words in enumerate(one.table.heads) if words and n != one.label}
    said = {word for term in left for word in term.words}
    spelled = [n for n, head in heads.items() if set(parts_of(head)) <= said]
    parts = [part for head in heads.values() for part in parts_of(head)]
    return spelled if all(any(alike(word, part) for part in parts) for word in said if tells(word)) else []


def _is_value(term: Term) -> bool:
    """Whether a term says no more than that a number is asked for."""
    return all(word in _VALUE or not tells(word) for word in term.words)


def _is_number(text: str) -> bool:
    return is_amount(text) and not text.endswith(".") and Shape.DAY not in shapes_of(text)


def _name(one: AskedTable, row: int) -> str:
    return one.table.text(one.table.rows[row][one.label])


def _row(one: AskedTable, told: Sequence[Term]) -> int | None:
    """The one row whose name meets most of the words that no head meets as well, or most of all."""
    headed = [any(_meets(term, one.table.text(words)) for words in one.table.heads) for term in told]
    met = [[_meets(term, _name(one, n)) for term in told] for n in range(len(one.table.rows))]
    counts = [(sum(map(or_, row, headed)), sum(row)) if any(row) else (0, 0) for row in met]
    most = max(counts, default=(0, 0))
    return counts.index(most) if most[1] and counts.count(most) == 1 else None


def _meets(term: Term, printed: str) -> bool:
    """Whether a printed text says a term in other words, or as a part of a compound or shortened."""
    if any(term.meets(other) >= MET for other in terms_of(printed)):
        return True
    words = [word for word in term.words if tells(word) and (len(term.words) == 1 or word not in _VALUE)]
    return bool(words) and all(any(_is_within(word, text) for text in printed.split()) for word in words)


def _is_within(word: str, text: str) -> bool:
    """Whether a printed word is another form of this one, begins or ends with it, or is its short form: "suppl."."""
    part, root = "".join(parts_of(text)), stem(word)
    short = text.endswith(".") and len(part) >= SHORTEST_STEM and word.startswith(part)
    joined = len(root) >= SHORTEST_STEM and (part.startswith(root) or part.endswith((word, root)))
    return short or alike(word, part) or (joined and not opposed(word, part))


def _of_value(one: AskedTable, row: int) -> list[int]:
    """The columns that may hold what a row is worth: of goods as the question asks for it, else all but balances."""
    said = " ".join(one.asked.parts)
    kinds = (kind for kind, asks in ASKED_KINDS.items() if asks.search(said) and one.of_kind(kind) is not None)
    column = one.of_kind(next(kinds, AMOUNT)) if row < one.table.goods else None
    others = (n for n in range(len(one.table.heads)) if n != one.label and not is_balance(one.table, n))
    return list(others) if column is None else [column]


def is_balance(table: PrintedTable, column: int) -> bool:
    """Whether each number of a column is the one above it with another number of its row added or taken off."""
    rows = [row for row in table.rows[: table.goods] if row[column]]
    amounts = [[read_amounts(table.text(cell)) for cell in row] for row in rows]
    steps = [
        _is_step(above[column], row[column], [some for n, some in enumerate(row) if n != column])
        for above, row in pairwise(amounts)
    ]
    return len(steps) >= FEWEST_STEPS and all(steps)


def _is_step(above: Sequence[Decimal], here: Sequence[Decimal], others: Sequence[Sequence[Decimal]]) -> bool:
    moved = {abs(one) for some in others for one in some}
    return any(abs(new - old) in moved for new in here for old in above)
