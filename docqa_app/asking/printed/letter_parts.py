"""The parts of a letter or memorandum: who writes to whom, when, about what, who gets a copy, how it greets and ends.

A memorandum prints keys ("To:", "An:", "Objet:"); a letter shows its parts by where they stand: the recipient over the
salutation, the name under the closing.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator, Mapping, Sequence
from enum import StrEnum

from docqa_app.asking.printed.names import is_name, is_place_line
from docqa_app.asking.printed.sheet import Run, Sheet
from docqa_app.asking.printed.typed import Form, typed_texts
from docqa_app.core.find import fold


class Part(StrEnum):
    """What a letter is made of."""

    RECIPIENT = "recipient"
    SENDER = "sender"
    DATE = "date"
    SUBJECT = "subject"
    COPY = "copy"
    SALUTATION = "salutation"
    CLOSING = "closing"


_KEYS: Mapping[Part, str] = {
    Part.RECIPIENT: "to|memo to|memorandum to|send to|attention|attn|an|empfanger|a|destinataire|pour",
    Part.SENDER: "from|sender|von|absender|de|expediteur",
    Part.DATE: "date|dated|datum|le",
    Part.SUBJECT: "subject|subj|re|regarding|reference|title|betreff|betrifft|betr|objet|sujet|concerne",
    Part.COPY: "cc|c c|copy to|copies to|copies|copy|copy list|kopie|kopie an|verteiler|copie|copie a",
}
_PARTS = {key: part for part, keys in _KEYS.items() for key in keys.split("|")}
_BARE = frozenset(("to", "from", "date", "subject", "an", "von", "datum", "betreff", "objet", "cc", "re"))
"""Keys that need no colon where they stand apart."""
_GREETS = re.compile(
    r"(?:my )?dear\b|gentlemen\b|to whom it may|sehr geehrte|liebe[rs]? |guten tag|hallo |"
    r"chere?s? |madame[, ]|monsieur[, ]"
)
_CLOSES = re.compile(
    r"(?:very |yours |most |kind |best |warm |kindest |warmest |with |mit |viele |beste |bien |veuillez )*"
    r"(?:truly|sincerely|faithfully|respectfully|cordially|regards|wishes|yours|thanks|"
    r"freundliche[nr]? gr|herzliche[nr]? gr|gru(?:ss|ß)|hochachtungsvoll|cordialement|"
    r"salutations|agreer|sincerement|respectueusement)"
)
LONGEST_CLOSING, LONGEST_BARE = 7, 6
"""Words of a closing, and behind a key without a colon."""
FARTHEST_BELOW = 9.0
"""From the closing down to the name, in usual heights."""
WRITTEN = 1.7
"""Names taller than this, in usual heights, are written by hand: the printed one beside them is better read."""
NEXT_LINE = 1.4
"""Between lines of one block, in usual heights."""
MOST_LINES = 8


def letter_part(sheet: Sheet, part: Part) -> tuple[int, ...]:
    """The words of a part; () where the page shows none."""
    keyed = [words for one, words in keyed_parts(sheet) if one is part and words]
    if part is Part.DATE:
        keyed = [day for words in keyed if (day := _day_in(sheet, words))]
    shown = _SHOWN.get(part)
    return keyed[0] if keyed else shown(sheet) if shown else ()


def _day_in(sheet: Sheet, words: Sequence[int]) -> tuple[int, ...]:
    """The words of a day among these."""
    days = (one.words for one in typed_texts(sheet, Form.DAY) if set(one.words) & set(words))
    return next(days, ())


def keyed_parts(sheet: Sheet) -> Iterator[tuple[Part, tuple[int, ...]]]:
    """The parts that printed keys name, with what stands behind each."""
    for run in sheet.runs:
        for end in range(min(3, len(run.words)), 0, -1):
            key = sheet.text(run.words[:end])
            part = _PARTS.get(" ".join(re.findall(r"\w+", fold(key))))
            if part and (key.rstrip().endswith(":") or _is_bare_key(key, run.text)):
                yield part, run.words[end:] or _beside(sheet, run)
                break


def _is_bare_key(key: str, text: str) -> bool:
    """Whether a word without a colon stands alone, or before a short text that begins like a name or a day."""
    rest = text[len(key) :].split()
    short = len(rest) <= LONGEST_BARE and all(word[0].isupper() or not word[0].isalpha() for word in rest[:2])
    return key[0].isupper() and "".join(re.findall(r"\w+", fold(key))) in _BARE and short


def _beside(sheet: Sheet, key: Run) -> tuple[int, ...]:
    """The next run on the line of a key, else the one close below."""
    behind = [run for run in sheet.runs if run.line == key.line and run.box.left > key.box.left]
    if behind:
        return min(behind, key=lambda run: run.box.left).words
    middle = (key.box.top + key.box.bottom) / 2
    level = [run for run in sheet.runs if run.box.top < middle < run.box.bottom and run.box.left > key.box.right]
    return min(level, key=lambda run: run.box.left).words if level else ()


def salutation(sheet: Sheet) -> tuple[int, ...]:
    """The line that greets."""
    found = _greeting(sheet)
    return found.words if found else ()


def _greeting(sheet: Sheet) -> Run | None:
    return next((run for run in sheet.runs if len(run.words) < 10 and _GREETS.match(fold(run.text))), None)


def closing(sheet: Sheet) -> tuple[int, ...]:
    """The words with which a letter ends; () where none does."""
    found = _end(sheet)
    return found.words if found else ()


def _end(sheet: Sheet) -> Run | None:
    """The last line that closes a letter."""
    ends = [run for run in sheet.runs if len(run.words) <= LONGEST_CLOSING and _CLOSES.match(fold(run.text))]
    return max(ends, key=lambda run: run.box.top, default=None)


def sender(sheet: Sheet) -> tuple[int, ...]:
    """The name under the closing: printed ones before written ones, which stand taller."""
    end = _end(sheet)
    if end is None:
        return ()
    reach = end.box.bottom + FARTHEST_BELOW * sheet.height
    below = [run for run in sheet.runs if end.box.bottom <= run.box.top + sheet.height / 2 and run.box.top < reach]
    names = [run for run in below if run != end and is_name(run.text) and run.box.right > end.box.left - 0.1]
    first = min(names, key=lambda run: (run.height > WRITTEN * sheet.height, run.box.top), default=None)
    return first.words if first else ()


def recipient(sheet: Sheet) -> tuple[int, ...]:
    """The first line of the block over the salutation that holds more than one line."""
    greeting = _greeting(sheet)
    if greeting is None:
        return ()
    over = [run for run in sheet.runs if run.box.bottom <= greeting.box.top + sheet.height / 2]
    for block in _blocks_upwards(sheet, [run for run in over if abs(run.box.left - greeting.box.left) < 0.05]):
        first = next((run for run in block if not is_place_line(run.text)), None)
        if len(block) > 1 and first and not _is_dated(sheet, block):
            return first.words
    return ()


def _blocks_upwards(sheet: Sheet, over: Sequence[Run]) -> Iterator[list[Run]]:
    """The blocks of lines over a place, the nearest first, each top to bottom."""
    block: list[Run] = []
    for run in sorted(over, key=lambda run: -run.box.top):
        if block and block[-1].box.top - run.box.bottom > NEXT_LINE * sheet.height:
            yield block[::-1]
            block = []
        if len(block) < MOST_LINES:
            block.append(run)
    if block:
        yield block[::-1]


def _is_dated(sheet: Sheet, block: Sequence[Run]) -> bool:
    days = {index for one in typed_texts(sheet, Form.DAY) for index in one.words}
    return any(2 * len(days & set(run.words)) > len(run.words) for run in block[1:])


def date_line(sheet: Sheet) -> tuple[int, ...]:
    """The first day that stands nearly alone in the upper half, else the first of it."""
    days = [one.words for one in typed_texts(sheet, Form.DAY) if sheet.box(one.words).top < 0.5]
    alone = (words for words in days if 2 * len(words) >= len(sheet.run_of[words[0]].words))
    return next(alone, days[0] if days else ())


def subject(sheet: Sheet) -> tuple[int, ...]:
    """The single line between the recipient and the salutation, as German letters print it; else that right below."""
    greeting = _greeting(sheet)
    if greeting is None:
        return ()
    over = [run for run in sheet.runs if run.box.bottom <= greeting.box.top + sheet.height / 2 and run.box.top > 0.15]
    nearest = next(_blocks_upwards(sheet, [r for r in over if abs(r.box.left - greeting.box.left) < 0.05]), [])
    alone = len(nearest) == 1 and not _is_dated(sheet, [*nearest, *nearest])
    return nearest[0].words if alone and recipient(sheet) else ()


_SHOWN: Mapping[Part, Callable[[Sheet], tuple[int, ...]]] = {
    Part.RECIPIENT: recipient,
    Part.SENDER: sender,
    Part.DATE: date_line,
    Part.SUBJECT: subject,
    Part.SALUTATION: salutation,
    Part.CLOSING: closing,
}
