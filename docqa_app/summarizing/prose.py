"""The whole sentences of pages, in their order: what a paper itself says of its matter, apart from heads and tables."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from itertools import dropwhile, pairwise, takewhile

from docqa_app.core.document import Box, Line, Page
from docqa_app.core.geometry import upright
from docqa_app.core.layout import text_lines
from docqa_app.summarizing.sentences import sentences_in
from docqa_app.values.dates import printed_dates

FEWEST_WORDS, MOST_WORDS = 4, 45
"""Of a sentence that is taken as it stands."""

UNSURE, MISREAD = 0.5, 0.1
"""From what confidence downwards a word is mostly misread, and what part of a sentence's words may be."""

_APART = 2.2
"""How far the top of a line lies below the one before it in the same paragraph at most, in heights of a line."""
_OF_ONE_SIZE = 1.25
_INDENT = 0.06
"""How far their left edges lie apart at most, in page widths."""
_GAP = 2.5
"""A space as wide as so many heights parts columns: no sentence runs over it."""
_LARGE = 1.3
MOST_OF_A_HEAD = 16
_SALUTATION = re.compile(
    r"(?:dear|sehr geehrte[rs]?|liebe[rs]?|guten tag|hallo|madame|monsieur|mesdames|bonjour|ch[eè]re?s?)\b.*[,:!]$",
    re.IGNORECASE,
)
_SUBJECT = re.compile(r"^(?:subject|re|regarding|betreff|betr\.?|betrifft|objet|concerne)\s?:\s*", re.IGNORECASE)
_WORD = re.compile(r"[^\W\d_]{2,}")
_NUMBERING = re.compile(r"^(?:\d{1,2}[.)]|\(?[a-z]\)|[-–•*·])\s+(?=\w)")


def prose_of(page: Page) -> tuple[str, ...]:
    """The sentences of a page that are whole. The one behind a salutation begins as its language has it; here large."""
    page, told, before = upright(page), list[str](), ""
    for lines in _paragraphs(page):
        words = [index for line in lines for index in line.words]
        text = page.text_of(words)
        sentences = sentences_in(text[:1].upper() + text[1:] if before.endswith(",") else text)
        told += _read_well(sentences, [page.words[index].confidence for index in words])
        before = text
    return tuple(one for one in (_NUMBERING.sub("", sentence) for sentence in told) if _is_whole(one))


def _read_well(sentences: Sequence[str], sure: Sequence[float]) -> Iterator[str]:
    """Those of a text's sentences of which nearly every word was read surely; `sure`: how surely, word by word."""
    end = 0
    for sentence in sentences:
        start, end = end, end + len(sentence.split())
        if sum(one < UNSURE for one in sure[start:end]) <= MISREAD * (end - start):
            yield sentence


def subject_of(page: Page) -> str:
    """What a letter says that it is about, right before its salutation or behind it; else the page's title; "" where
    neither is seen."""
    page = upright(page)
    texts = [page.text_of(index for line in lines for index in line.words) for lines in _paragraphs(page)]
    for place, text in enumerate(texts):
        if _SALUTATION.match(text) and len(text.split()) <= MOST_OF_A_HEAD:
            near = (*texts[max(0, place - 1) : place], *texts[place + 1 : place + 2])
            return next((_SUBJECT.sub("", one) for one in near if _is_subject(one)), "")
    return _title(page)


def _title(page: Page) -> str:
    """The first lines in large letters, where they have some words in small ones: names are none."""
    usual = sorted(word.box.height for word in page.words)[len(page.words) // 2]
    behind = dropwhile(lambda line: _size(line, page) <= _LARGE * usual, text_lines(page.words))
    large = list(takewhile(lambda line: _size(line, page) > _LARGE * usual, behind))
    ends = (n for n, pair in enumerate(pairwise(large), 1) if not _is_next(*pair, page))
    title = page.text_of(index for line in large[: next(ends, None)] for index in line.words)
    return title if title and _is_subject(title) else ""


def _is_next(line: Line, below: Line, page: Page) -> bool:
    """Whether a line stands right below one of its size."""
    sizes = sorted((_size(line, page), _size(below, page)))
    return below.box.top - line.box.top <= _APART * sizes[1] and sizes[1] <= _OF_ONE_SIZE * sizes[0]


def _is_subject(text: str) -> bool:
    """Whether a line is a head of several words and no day or place of writing."""
    words = text.split()
    told = _SUBJECT.sub("", text)
    days = sum(map(len, (said for said, days in printed_dates(told) if days)))
    wordy = len(words) > 1 and any(word.islower() and len(word) > 1 for word in words)
    headed = told != text or (wordy and len(words) <= MOST_OF_A_HEAD)
    return headed and text[-1] not in ".,;:!?" and days * 2 < len(told)


def _is_whole(sentence: str) -> bool:
    """Whether it begins and ends as sentences do, and is mostly words in small letters."""
    words = sentence.split()
    spelled = [word for word in words if _WORD.search(word)]
    small = [word for word in spelled if word.lstrip("(„“\"'«").islower()]
    return (
        FEWEST_WORDS <= len(words) <= MOST_WORDS
        and sentence[-1] in ".!?"
        and sentence.lstrip("„“\"'«")[:1].isupper()
        and len(spelled) * 2 >= len(words)
        and len(small) * 3 >= len(words)
    )


def _paragraphs(page: Page) -> Iterator[Sequence[Line]]:
    """Lines that one text runs through: of one size, close below each other, none of which ends early."""
    lines = text_lines(page.words)
    paragraph: list[Line] = []
    for line in lines:
        if paragraph and not _goes_on(paragraph, line, page):
            yield paragraph
            paragraph = []
        if _has_columns(line, page):
            continue
        paragraph.append(line)
    if paragraph:
        yield paragraph


def _has_columns(line: Line, page: Page) -> bool:
    boxes = sorted((page.words[index].box for index in line.words), key=lambda box: box.left)
    wide = _GAP * line.box.height * page.height / page.width
    return any(there.left - here.right > wide for here, there in pairwise(boxes))


def _goes_on(paragraph: Sequence[Line], line: Line, page: Page) -> bool:
    before, sizes = paragraph[-1], [_size(paragraph[-1], page), _size(line, page)]
    below = line.box.top - before.box.top <= _APART * max(sizes)
    near = below and abs(line.box.left - before.box.left) <= _INDENT
    return near and max(sizes) <= _OF_ONE_SIZE * min(sizes) and not _ends_early(before, line, page)


def _size(line: Line, page: Page) -> float:
    """The height that most words of a line have."""
    heights = sorted(page.words[index].box.height for index in line.words)
    return heights[len(heights) // 2]


def _ends_early(before: Line, line: Line, page: Page) -> bool:
    """Whether the next line's first word would have had room: then the break is meant."""
    first: Box = page.words[line.words[0]].box
    edge = max(one.box.right for one in text_lines(page.words))
    return before.box.right + 2 * (first.right - first.left) < edge and before.box.right < 0.8 * edge
