"""Addresses as letters print them: a name over a street and a town, or all of it in one small line."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace

from docqa_app.core.document import Box, Page
from docqa_app.core.find import fold
from docqa_app.core.geometry import vertical_overlap
from docqa_app.extracting.parties.address_lines import address_end, name_and_address
from docqa_app.extracting.parties.address_sheet import NEXT_LINE, AddressSheet, Run, address_sheet
from docqa_app.extracting.parties.legal_forms import LEGAL_FORMS, is_form, plain_name
from docqa_app.extracting.parties.names import BESIDE_NAMES, Head, can_be_name, head_of, is_care_of, name_end
from docqa_app.extracting.parties.towns import ends_in_town, is_before_code, is_code

TO_TOWN = 2.4
"""From a street down to its town, which some letters set apart, in heights of the higher one."""
MOST_LINES = 7
LONGEST_HEAD = 4
"""Words before the name in its line that say who it is."""
STANDS_OFF = 0.8
"""From large print down to a name that is another's, in heights of the name."""
LARGE = 1.5
"""How many times higher a name in large print is than its address."""
_STREET = re.compile(r"\d\w* ?(?:[,·|]|[-–] )")
"""In the line of a town: its street stands before it."""
_NUMBER_AND_STREET = re.compile(r"\d+\w?,? [^\W\d]{2}")
_CUT_OFF = re.compile(r"[,·•|–-] \d{5}$")
"""A line whose town is wrapped."""
_TO_PEOPLE = ("attn", "attention", "alattention", "zuhanden", "zhd", "zhdn")
_COUPLE = frozenset(("&", "+", "und", "u.", "and", "et"))
"""Between two salutations: "Mr & Mrs Barlow" is all the name there is."""
_POST_BOX = re.compile(r"p ?o ?box\b|postfach\b|b ?p \d|boite postale\b")
SALUTATIONS = frozenset(
    ("herr", "herrn", "frau", "firma", "an", "familie", "mr", "mrs", "ms", "messrs", "to", "monsieur", "madame",
     "societe", "m", "mme", "mlle", "eheleute", "ehepaar", "herren", "damen", "a", "fa", "abs", "exp", "name", "nom",
     "company", "raisonsociale", "companyname",
     "firmenname")
)  # fmt: skip
"""What stands before or above a name, and is no part of it."""


@dataclass(frozen=True, slots=True)
class Block:
    """A name with its address. `head` is what the line above it says of it, `below` what stands close under it,
    `people` who stands between name and street; `in_line`: all of it stands in one line; `large`: the name is in large
    print at the head of the page."""

    page: int
    name: tuple[int, ...]
    address: tuple[int, ...]
    box: Box
    head: Head | None = None
    below: str = ""
    people: tuple[tuple[int, ...], ...] = ()
    in_line: bool = False
    large: bool = False


def blocks(page: Page) -> Iterator[Block]:
    """Every name of a page that stands over or before its town: first the lines that hold all of it, as senders'."""
    sheet = address_sheet(page)
    lines = {run: block for run in sheet.runs if (block := _in_line(sheet, run)) is not None}
    yield from lines.values()
    wrapped = [sheet.below(run) for run in lines if _CUT_OFF.search(sheet.text(run))]
    rest = replace(sheet, runs=[_cut(sheet, run) for run in sheet.runs if run not in lines and run not in wrapped])
    yield from (block for run in rest.runs if (block := _over(rest, run)) is not None)


def _in_line(sheet: AddressSheet, run: Run) -> Block | None:
    """Name, street and town in one line."""
    bare = _bare(sheet, run)
    found = name_and_address([sheet.words[index].text for index in bare])
    if found is None:
        return None
    name, address = (tuple(bare[at] for at in part) for part in found)
    return _block(sheet, name, address, _head_beside(sheet, run, bare), in_line=True)


def _head_beside(sheet: AddressSheet, run: Run, bare: Run) -> Head | None:
    """What stands before a name in its line, or over the line, and says who it is: "Client: Bauhof Nord, ..."."""
    before, over = sheet.text(run[: len(run) - len(bare)]), sheet.above(run, NEXT_LINE)
    return head_of(before) or (head_of(sheet.text(over)) if over else None)


def _cut(sheet: AddressSheet, run: Run) -> Run:
    """A line without what follows its town; where it stands is still told by all of it."""
    cut = run[: address_end([sheet.words[index].text for index in run])]
    sheet.boxes.setdefault(cut, sheet.box(run))
    return cut


def _over(sheet: AddressSheet, town: Run) -> Block | None:
    """The lines over a town, up to the name: a company's, else the highest that can be one."""
    if not is_town_line(sheet, town):
        return None
    above = _climbed(sheet, town)
    lines = above[1 + max((n for n, line in enumerate(above) if head_of(sheet.text(line))), default=-1) :]
    if is_code(sheet.text(town)) and lines:
        town = lines.pop() + town  # British: the postcode stands under its town
    named = [n for n in range(len(lines)) if _can_head(sheet, lines, n)]
    if not named:
        return None
    at = next((n for n in named if _has_form(sheet, lines[n])), named[0])
    head = next((one for line in reversed(above) if (one := head_of(sheet.text(line)))), None)
    head = head or _head_over_key(sheet, lines[at])
    name, under = _wrapped(sheet, lines[at:])
    street = _street(sheet, under, town)
    address = tuple(index for line in under[street:] for index in line) + town
    block = _block(sheet, _bare(sheet, name), address, head)
    return block and replace(block, people=tuple(under[:street]))


def _can_head(sheet: AddressSheet, lines: Sequence[Run], at: int) -> bool:
    """Whether one of the lines over a town can be the name; over one that says through whom he is reached also one with
    a number: "WEG Nordring 8-12" over "c/o Hausverwaltung Thiele"."""
    if any(is_care_of(sheet.text(line)) for line in lines[at + 1 : at + 2]):
        return can_be_name(sheet.text(lines[at]))
    return _is_name(sheet, lines[at]) and not _is_place(sheet, lines[:at])


def _is_place(sheet: AddressSheet, over: Sequence[Run]) -> bool:
    """Whether what stands right over a line is a street, so that the line is where that lies: "7 Cobbler's Yard" over
    "Lewes"."""
    return bool(over) and _NUMBER_AND_STREET.match(sheet.text(over[-1])) is not None


def is_town_line(sheet: AddressSheet, run: Run) -> bool:
    """Whether a line ends an address; "16500 Ellis Springs" over "Edwinshire, WV 26947" is a street, and so is "1577
    Venables St" over "Vancouver, BC V5L 2G9"."""
    if not ends_in_town(sheet.text(run), country=True):
        return False
    below = sheet.below(run)
    return below is None or not is_before_code(sheet.text(below))


def _head_over_key(sheet: AddressSheet, name: Run) -> Head | None:
    """What is printed over the key that stands before a name: "Seller", and under it "Name:   Hafen Ltd."."""
    box = sheet.box(name)
    keys = (one for one in sheet.runs if sheet.words[one[-1]].text.endswith(":"))
    before = (one for one in keys if sheet.box(one).right < box.left and vertical_overlap(sheet.box(one), box) > 0.5)
    over = (sheet.above(key, TO_TOWN) for key in before)
    return next((head for one in over if one and (head := head_of(sheet.text(one)))), None)


def _wrapped(sheet: AddressSheet, lines: Sequence[Run]) -> tuple[Run, Sequence[Run]]:
    """A name, which large print may part into two lines, and the lines under it."""
    if len(lines) > 1 and _is_name(sheet, lines[1]):
        first, second, last = (sheet.height(line) for line in (lines[0], lines[1], lines[-1]))
        if abs(first - second) <= 0.2 * first and first >= LARGE * last:
            return lines[0] + lines[1], lines[2:]
    return lines[0], lines[1:]


def _has_form(sheet: AddressSheet, line: Run) -> bool:
    return any(is_form(sheet.words[index].text) for index in line)


def _street(sheet: AddressSheet, under: Sequence[Run], town: Run) -> int:
    """Where under a name the address begins: at the first line with a number, else at the last, or at the town's where
    that has the street as well; before it stand people, departments, and what a company is and owns: "SARL au capital
    de 12 000 €"."""
    formal = next((n for n, line in enumerate(under) if not _has_form(sheet, line)), len(under))
    numbered = (n for n, line in enumerate(under) if re.search(r"\d", sheet.text(line)) and not _has_form(sheet, line))
    first = next(numbered, len(under) - (_STREET.search(sheet.text(town)) is None))
    return max(formal, first)


def _climbed(sheet: AddressSheet, town: Run) -> list[Run]:
    """The lines of a town's block over it, from the top; a line may be left free up to the first that can be a name,
    and under a head."""
    lines: list[Run] = []
    farthest, above = TO_TOWN, sheet.above(town, TO_TOWN)
    while above is not None and len(lines) < MOST_LINES and not is_town_line(sheet, above):
        if farthest == NEXT_LINE and _stands_off(sheet, above, lines[0]):
            break
        lines.insert(0, above)
        farthest = NEXT_LINE if _is_name(sheet, above) else farthest
        above = sheet.above(above, farthest)
    head = sheet.above(lines[0], TO_TOWN) if lines else None
    return [head, *lines] if head and head_of(sheet.text(head)) else lines


def _stands_off(sheet: AddressSheet, above: Run, name: Run) -> bool:
    """Whether large print stands apart from a name under it: the sender's over the window of an envelope."""
    gap = sheet.box(name).top - sheet.box(above).bottom
    return sheet.height(above) >= LARGE * sheet.height(name) and gap > STANDS_OFF * sheet.height(name)


def _is_name(sheet: AddressSheet, line: Run) -> bool:
    text = sheet.text(_bare(sheet, line))
    plain, whole = plain_name(text), plain_name(sheet.text(line))
    if _only_greets(text) or plain in LEGAL_FORMS or whole.startswith(_TO_PEOPLE) or _POST_BOX.match(fold(text)):
        return False
    return can_be_name(text) and not any(c.isdigit() or c == ":" for c in text) and not _is_key(sheet, line)


def _only_greets(text: str) -> bool:
    """Whether a line says how people are addressed and not who they are: "Herrn und Frau"."""
    return all(plain_name(word) in SALUTATIONS or word.casefold() in _COUPLE for word in text.split())


def _is_key(sheet: AddressSheet, line: Run) -> bool:
    """Whether a colon stands apart behind a line: "Number    : 12345". Behind another text it is that one's."""
    box = sheet.box(line)
    behind = [one for one in sheet.runs if sheet.box(one).left > box.left]
    beside = [one for one in behind if vertical_overlap(sheet.box(one), box) > 0]
    nearest = min(beside, key=lambda one: sheet.box(one).left, default=None)
    colon = nearest is not None and sheet.words[nearest[0]].text.startswith(":")
    return nearest is not None and colon and vertical_overlap(sheet.box(nearest), box) > 0.5


def _bare(sheet: AddressSheet, line: Run) -> Run:
    """A line without what only announces the name in it, "Company: ", "Billed to: ", "Herrn ", and without those
    through whom he is reached."""
    words = [sheet.words[index].text for index in line]
    head = next((n + 1 for n, word in enumerate(words[:LONGEST_HEAD]) if word.endswith(":")), 0)
    start = head
    while start < len(line) - 1 and plain_name(words[start]) in SALUTATIONS:
        start += 1
    couple = start > head and words[start].casefold() in _COUPLE
    return line[start - couple : name_end(words)] or line


def _block(
    sheet: AddressSheet, name: Run, address: Run, head: Head | None = None, *, in_line: bool = False
) -> Block | None:
    text = sheet.text(name).strip(BESIDE_NAMES)
    if not name or not can_be_name(text):
        return None
    box = sheet.box((*name, *address))
    return Block(sheet.number, name, address, box, head, what_follows(sheet, address), in_line=in_line)


def what_follows(sheet: AddressSheet, address: Run) -> str:
    """What goes on under an address: telephones, mail, numbers of its tax."""
    last = next((run for run in sheet.runs if address[-1] in run), None)
    texts: list[str] = []
    while last is not None and len(texts) < MOST_LINES:
        last = sheet.below(last)
        if last is not None:
            texts.append(sheet.text(last))
    return " ".join(texts)
