"""The companies that pages print with the legal form behind their names."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, replace

from docqa_app.core.answer import Candidate
from docqa_app.core.document import Page, Word, text_of
from docqa_app.core.geometry import upright
from docqa_app.core.layout import text_lines
from docqa_app.extracting.beside import runs
from docqa_app.extracting.parties.legal_forms import end_of_form, form_length, plain_name
from docqa_app.extracting.parties.names import BESIDE_NAMES, LONGEST_NAME, PARTS, can_be_name, is_care_of

MOST_ADDED = 4
"""Words that a name may lack of the company that it is a part of."""


@dataclass(frozen=True, slots=True)
class Company:
    """A company's name where it is printed first, and how often it is printed."""

    text: str
    page: int
    words: tuple[int, ...]
    count: int = 1


def companies(pages: Sequence[Page]) -> tuple[Company, ...]:
    """Every company that is printed with its legal form, in the order of the pages."""
    found: dict[str, Company] = {}
    for page in pages:
        words = upright(page).words
        for run in (run for line in text_lines(words) for run in runs(words, line.words)):
            for name in _names(words, run):
                text = text_of(words, name).strip(BESIDE_NAMES)
                known = found.get(plain_name(text))
                one = Company(text, page.number, name) if known is None else known
                found[plain_name(text)] = Company(one.text, one.page, one.words, known.count + 1 if known else 1)
    return tuple(found.values())


def _names(words: Sequence[Word], run: Sequence[int]) -> Iterator[tuple[int, ...]]:
    """The names in a run: from its start, or from what parts it before, to a legal form."""
    texts = [words[index].text for index in run]
    start = at = 0
    while at < len(run):
        end = at + 1
        if at > start and (length := form_length(texts, at)):
            end = end_of_form(texts, at + length)
            if end - start <= LONGEST_NAME and can_be_name(" ".join(texts[start:end]).rstrip(",;")):
                yield tuple(run[start:end])
            start = end
        elif texts[at][-1] in PARTS and not is_care_of(texts[at]):
            start = end
        at = end


def completed(name: Candidate, companies: Iterable[Company]) -> Candidate:
    """The whole company that a name is a part of, from the start of its line to its legal form; else the name."""
    own = set(name.evidence)
    whole = (one for one in companies if one.page == name.page and own and own < set(one.words))
    found = next((one for one in whole if len(one.words) - len(own) <= MOST_ADDED), None)
    return replace(name, text=found.text, evidence=found.words) if found else name
