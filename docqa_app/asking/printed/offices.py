"""Who somebody is: what stands beside or under a name, as under the signature of a letter."""

from __future__ import annotations

import re

from docqa_app.asking.meaning import parts_of
from docqa_app.asking.printed.names import is_name
from docqa_app.asking.printed.sheet import Run, Sheet
from docqa_app.core.find import fold

_WHO_IS = re.compile(r"(?:who (?:is|was)|wer ist|qui est)\s+(.+?)\s*\??$", re.IGNORECASE)
_WHAT = re.compile(
    r"(?:designation|position|job title|title|occupation|role|funktion|stellung|beruf|rolle|fonction|poste|rôle)\b.*?"
    r"\b(?:of|held by|von|de)\s+(.+?)\s*\??$",
    re.IGNORECASE,
)
_OF_WHOM = re.compile(
    r"(?:\b(?:is|was|are)|['’]s)\s+(.+?)['’]s?\s+(?:current |job |official )?"
    r"(?:title|designation|position|occupation|role|job|function|profession)\b"
    r"|\b(?:funktion|stellung|position|rolle|beruf|titel|amt)\s+(?:hat|hatte|bekleidet)\s+(.+?)(?:\s+inne)?\s*\??$"
    r"|\b(?:designation|position|role|title|job|office)\s+(?:does|did)\s+(.+?)\s+(?:have|hold|held|occupy)\b"
    r"|\b(?:fonction|poste|r[oô]le)\s+(?:occupe|exerce|a|tient|joue)\s+(.+?)\s*\??$",
    re.IGNORECASE,
)
_QUOTES = re.compile(r"[\"‘“”«»]|(?<!\w)['’]|['’](?!\w|\s\w)")
"""Those around a name, and not the apostrophe in or behind it."""
UNDER = 2.0
"""From a name down to what it is called, in usual heights."""
LONGEST = 10
"""Words."""


def person_asked(question: str) -> str | None:
    """The person of whom a question asks who it is; None where it asks another thing."""
    bare = _QUOTES.sub("", question).strip()
    found = _WHO_IS.match(bare) or _OF_WHOM.search(bare) or _WHAT.search(bare)
    name = next(filter(None, found.groups()), "").strip(" '’") if found else ""
    return name if is_name(name) else None


def office(sheet: Sheet, person: str) -> tuple[int, ...]:
    """What follows the name behind a comma, or stands under it; () where the page does not say."""
    wanted = parts_of(person)
    for run in sheet.runs:
        for at in range(len(run.words)):
            end = _spelled_to(sheet, run, at, wanted)
            words = _told(sheet, run, at, end) if end else ()
            if words:
                return words
    return ()


def _spelled_to(sheet: Sheet, run: Run, at: int, wanted: list[str]) -> int:
    """Where the name ends that begins here; 0 where it is another one."""
    left = list(wanted)
    for n, index in enumerate(run.words[at:], at + 1):
        for part in parts_of(sheet.words[index].text):
            if not left or part != left.pop(0):
                return 0
        if not left:
            return n
    return 0


def _told(sheet: Sheet, run: Run, at: int, end: int) -> tuple[int, ...]:
    rest = run.words[end:]
    if (rest and sheet.words[run.words[end - 1]].text.endswith(",")) or sheet.text(rest[:1]) in (",", "-", "–"):
        return _office_of(sheet, rest)
    if rest or at:
        return ()
    under = (one for one in sheet.runs if 0 <= one.box.top - run.box.top - run.box.height / 2 <= UNDER * sheet.height)
    return next(
        (_office_of(sheet, one.words) for one in under if abs(one.box.left - run.box.left) < 0.03 and one != run), ()
    )


def _office_of(sheet: Sheet, words: tuple[int, ...]) -> tuple[int, ...]:
    """Up to a semicolon; without digits, which addresses and telephone numbers have, and not a whole sentence."""
    end = next((n for n, index in enumerate(words, 1) if sheet.words[index].text.endswith(";")), len(words))
    words = words[:end]
    text = sheet.text(words)
    starts = text.lstrip(" ,-–(")[:1]
    kept = starts.isupper() and len(words) <= LONGEST and not re.search(r"\d|@", text) and fold(text[:4]) != "dear"
    return words if kept else ()
