"""Who sends a page: the name in large print at its head, with an address that stands apart from it."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import replace
from statistics import median

from docqa_app.core.document import Page
from docqa_app.extracting.parties.address_lines import bare_address
from docqa_app.extracting.parties.address_sheet import NEXT_LINE, AddressSheet, Run, address_sheet
from docqa_app.extracting.parties.blocks import MOST_LINES, Block, is_town_line, what_follows
from docqa_app.extracting.parties.legal_forms import is_form
from docqa_app.extracting.parties.names import BESIDE_NAMES, LONGEST_NAME, can_be_name, head_of, is_title
from docqa_app.extracting.parties.print_sizes import print_sizes
from docqa_app.values.dates import read_dates

NAMED, HEAD, FOOT = 0.18, 0.25, 0.85
"""Down to where a sender's name is looked for; where the head of a page ends, and its foot begins."""
LARGER = 1.3
"""How many times larger than the page's usual print large print is at least."""
SAME_SIZE = 0.95
"""Of the largest print, and still as large."""
SLOGAN = 2.0
"""From a name in large print down to what else it says of itself, in heights of the name."""
FEWEST_LETTERS = 4
_STRAY = BESIDE_NAMES + "‘’'\"“”_."


def with_letterhead(page: Page, some: Sequence[Block]) -> tuple[Block, ...]:
    """The blocks of a page, of which the sender's is marked `large`; where nobody's name stood over his address, his
    block comes first and takes the place of one that a slogan is the name of."""
    sheet = address_sheet(page)
    name = next(_in_large_print(sheet), None)
    if name is None:
        return tuple(some)
    if any(set(name) & set(one.name) for one in some):
        return tuple(replace(one, large=bool(set(name) & set(one.name))) for one in some)
    slogan = next((one for one in some if _is_slogan(sheet, name, one)), None)
    others = tuple(one for one in some if one is not slogan)
    return _sender(sheet, name, slogan.address if slogan else _address(sheet, others)), *others


def _sender(sheet: AddressSheet, name: Run, address: Run) -> Block:
    below = what_follows(sheet, address) if address else ""
    return Block(sheet.number, name, address, sheet.box(name), below=below, large=True)


def _in_large_print(sheet: AddressSheet) -> Iterator[Run]:
    """Names at the head of the page that are printed larger than the rest, the topmost first; one with a number only
    in the largest print, for addresses, days and codes have some."""
    sizes = print_sizes(sheet.words)
    usual, largest = (median(sizes), max(sizes)) if sizes else (0.0, 0.0)
    for run in sheet.runs:
        size = median(sizes[index] for index in run)
        named = size >= LARGER * usual and sheet.box(run).top < NAMED and _names_somebody(sheet, run)
        if named and (size >= SAME_SIZE * largest or not any(map(str.isdigit, sheet.text(run)))):
            yield _trimmed(sheet, run)


def _trimmed(sheet: AddressSheet, run: Run) -> Run:
    """Without the marks that recognition makes of a logo beside a name."""
    spelled = [n for n, index in enumerate(run) if sheet.words[index].text.strip(_STRAY)]
    return run[spelled[0] : spelled[-1] + 1]


def _names_somebody(sheet: AddressSheet, run: Run) -> bool:
    text = sheet.text(run).strip(_STRAY)
    letters = sum(map(str.isalpha, text))
    over = sheet.above(run, NEXT_LINE)
    headed = over is not None and head_of(sheet.text(over)) is not None
    if letters < FEWEST_LETTERS or len(run) > LONGEST_NAME or headed or read_dates(text):
        return False
    return can_be_name(text) and not is_title(text)


def _is_slogan(sheet: AddressSheet, name: Run, block: Block) -> bool:
    """Whether the name of a block is what the one over it in large print says of itself: "Outside catering"."""
    first = next((run for run in sheet.runs if block.name[0] in run), None)
    if first is None or block.head is not None or any(is_form(sheet.words[index].text) for index in block.name):
        return False
    gap, height = sheet.box(first).top - sheet.box(name).bottom, sheet.height(first)
    return sheet.height(name) >= LARGER * height and gap <= NEXT_LINE * height and sheet.follows(name, first, SLOGAN)


def _address(sheet: AddressSheet, others: Sequence[Block]) -> Run:
    """The first address at the head of the page, else at its foot, that is nobody else's; () where none is."""
    taken = {index for one in others for index in (*one.name, *one.address)}
    free = [run for run in sheet.runs if taken.isdisjoint(run)]
    head = [run for run in free if sheet.box(run).top < HEAD]
    foot = [run for run in free if sheet.box(run).top > FOOT]
    return next((address for run in (*head, *foot) if (address := _ends_address(sheet, run, taken))), ())


def _ends_address(sheet: AddressSheet, run: Run, taken: set[int]) -> Run:
    """Street and town in one line, or the town with the street over it; () where it ends none."""
    bare = bare_address([sheet.words[index].text for index in run])
    if bare:
        return tuple(run[at] for at in bare)
    lines, above = [run], sheet.above(run, NEXT_LINE) if is_town_line(sheet, run) else None
    while above is not None and taken.isdisjoint(above) and len(lines) < MOST_LINES:
        lines.insert(0, above)
        if any(char.isdigit() for char in sheet.text(above)):
            return tuple(index for line in lines for index in line)
        above = sheet.above(above, NEXT_LINE)
    return ()
