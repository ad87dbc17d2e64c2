"""Texts with pairs that they bear out and pairs that they do not become lines: what asking learns to tell apart.

    python -m docqa_app.training.disputes OUT squad/train.jsonl.gz [--sentences 14000]
    python -m docqa_app.training.disputes OUT GENERATED.jsonl.gz ... [--sentences 1500]

QUALS asks how likely a summary's pair is given the document. What is only taught what is true of a text finds a wrong
answer nearly as likely as the right one. Here each document is given pairs that are to become unlikely
(losses.unlikelihood): another answer to its own question, its own answer to a question about somebody else, what only
other paragraphs of its article tell. The wrong sentence that such a pair would be asked of is a text of its own, and
there the pair is likely.

OUT holds documents.jsonl.gz and sentences.jsonl.gz: a sentence costs a page, too, and there are six to a document.
"""

from __future__ import annotations

import argparse
import random
import re
from collections import defaultdict
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, replace
from functools import cache
from pathlib import Path

from docqa_app.summarizing.check import ENDS
from docqa_app.summarizing.sentences import sentences_in
from docqa_app.summarizing.spans import SMALL
from docqa_app.training.data.planted import kind_of
from docqa_app.training.data.settled import settled_question
from docqa_app.training.data.summing_up import as_read
from docqa_app.training.flowing import question_line, text_line
from docqa_app.training.page_lines import Line, read_lines, write_lines
from docqa_app.training.told_pages import ENGLISH, generated_lines

MOST_PARAGRAPHS = 4
LONGEST = 4200
"""Letters of a document at most: about two passages."""

TRUE, ABSENT, PLAIN = 6, 2, 2
"""Pairs of a document that it bears out, and that only others of its article do, at most; of the first, those that are
also asked of their sentence as it stands."""

INSIDE = 0.67
"""Share of the wrong answers that stand in the document, where it has one that fits."""

_ASKS = re.compile(
    r"\b(who|whom|whose|when|where|how many|how much|how long|which|what|why|how)\b( \w+)?", re.IGNORECASE
)
_NAMED = re.compile(r"[A-Z][\w'-]+(?: (?:of |the )?[A-Z][\w'-]+)*|\d(?:[\d,.]*\d)?")


@dataclass(frozen=True, slots=True)
class Pair:
    """A question, its answer, and the sentence that tells it; "" where no sentence does."""

    question: str
    answer: str
    sentence: str

    @property
    def sort(self) -> tuple[str, bool, bool]:
        """What may stand in its answer's place: the question's own word, whether it has digits, whether a capital."""
        asks = _ASKS.search(self.question)
        word = asks[1].lower() if asks else ""
        noun = (asks[2] or "").lower() if asks and word in ("what", "which", "how") else ""
        return word + noun, any(sign.isdigit() for sign in self.answer), self.answer[:1].isupper()


def disputed_texts(name: str, paragraphs: Iterable[Line], rng: random.Random) -> Iterator[Line]:
    """Paragraphs of SQuAD's form, alone or with those behind them in their article, and sentences about them."""
    articles: dict[str, list[Line]] = defaultdict(list)
    for paragraph in paragraphs:
        articles[paragraph["title"]].append(paragraph)
    for title, article in articles.items():
        pairs = [list(_pairs(paragraph)) for paragraph in article]
        place = 0
        while place < len(article):
            here = range(place, min(len(article), place + rng.randint(1, MOST_PARAGRAPHS)))
            text = " ".join(article[one]["context"] for one in here)[:LONGEST]
            others = [pair for one, held in enumerate(pairs) if one not in here for pair in held]
            known = [pair for one in here for pair in pairs[one] if pair.sentence in text]
            yield from _document(f"{name}-{title}-{place}", text, known, others, rng)
            place = here.stop


def _pairs(paragraph: Line) -> Iterator[Pair]:
    text = paragraph["context"]
    for sentence in sentences_in(text):
        start = text.find(sentence)
        for asked in paragraph["qas"]:
            if asked["a"] and start <= asked["s"][0] < start + len(sentence) and asked["a"][0] in sentence:
                yield Pair(asked["q"].strip(), asked["a"][0].strip(), sentence.rstrip(ENDS))


def _document(
    name: str, text: str, known: Sequence[Pair], others: Sequence[Pair], rng: random.Random
) -> Iterator[Line]:
    """A text with both sorts of pairs, then the sentences that they are asked of, wrong ones and some right ones."""
    true = rng.sample(known, min(TRUE, len(known)))
    wrong = [made for pair in true if (made := made_wrong(pair, text, [*known, *others], rng))]
    absent = [pair for pair in rng.sample(others, min(ABSENT, len(others))) if pair.sentence not in text]
    told = [question_line(pair.question, pair.answer) for pair in true]
    if told:
        yield _paired(name, text, [*told, *(unlike(pair.question, pair.answer) for pair in (*wrong, *absent))])
        yield from _sentences(name, [*wrong, *rng.sample(true, min(PLAIN, len(true)))])


def _sentences(name: str, pairs: Sequence[Pair]) -> Iterator[Line]:
    asked: dict[str, list[Line]] = defaultdict(list)
    for pair in pairs:
        asked[pair.sentence].append(question_line(pair.question, pair.answer))
    told = ((sentence, questions) for sentence, questions in asked.items() if sentence)
    return (_paired(f"{name}-{number}", *one) for number, one in enumerate(told))


def unlike(question: str, answer: str) -> Line:
    """A pair that is to become unlikely: its answer, given its question."""
    return {**question_line(question, answer), "unlike": True}


def _paired(name: str, text: str, questions: Sequence[Line]) -> Line:
    return {**text_line(name, "text", text, questions), "paired": 1.0}


def made_wrong(pair: Pair, text: str, known: Sequence[Pair], rng: random.Random) -> Pair | None:
    """The pair with another answer, or about another one, and its sentence with the same change ("" where it has not
    what was changed); None where nothing of `known` fits."""
    ways = [_other_answer, _other_answer, _other_asked]
    rng.shuffle(ways)
    made = (way(pair, text, known, rng) for way in ways)
    return next((one for one in made if one), None)


def _other_answer(pair: Pair, text: str, known: Sequence[Pair], rng: random.Random) -> Pair | None:
    """Answered by what answers another question of its sort, mostly by what the text has itself."""
    fitting = [one.answer for one in known if one.sort == pair.sort and not _share(one.answer, pair.answer)]
    fitting = [one for one in fitting if one not in pair.question]
    inside = [one for one in fitting if one in text]
    if not fitting:
        return None
    answer = rng.choice(inside if inside and rng.random() < INSIDE else fitting)
    return replace(pair, answer=answer, sentence=pair.sentence.replace(pair.answer, answer, 1))


def _other_asked(pair: Pair, text: str, known: Sequence[Pair], rng: random.Random) -> Pair | None:
    """Asked about another name or number of the text."""
    held = [told for one in known for told in _named(one.sentence) if told in text]
    said = f"{pair.question} {pair.answer}"
    for name in rng.sample(own := _named(pair.question), len(own)):
        fitting = [one for one in held if one[0].isdigit() == name[0].isdigit() and not _share(one, said)]
        if fitting:
            other = rng.choice(fitting)
            sentence = pair.sentence.replace(name, other, 1) if name in pair.sentence else ""
            return replace(pair, question=pair.question.replace(name, other, 1), sentence=sentence)
    return None


@cache
def _named(text: str) -> tuple[str, ...]:
    """The names and numbers of a text, as their letters show them; a capital that only begins it is none."""
    found = (name for name in _NAMED.findall(text) if not _ASKS.fullmatch(name) and not text.startswith(name))
    return tuple(name for name in found if len(name) > 1 and name.casefold() not in SMALL)


def _share(one: str, other: str) -> bool:
    """Whether they have a word of weight in common."""
    words = [{word for word in re.findall(r"\w+", text.casefold()) if len(word) > 2} for text in (one, other)]
    return bool(words[0] & words[1]) or one.casefold() == other.casefold()


def disputed_pages(name: str, documents: Iterable[Line], rng: random.Random) -> Iterator[Line]:
    """Drawn pages and sentences as they are told (told_pages); a page is also given its fields with the values of
    others of the same kind."""
    for line in documents:
        for told in generated_lines(name, [line], rng):
            wrong = _wrong_fields(line, rng) if told["id"] == line["id"] else ()
            asked = [question for question in told["questions"] if question["task"] not in ("summary", "absent")]
            if told["paired"] and asked:
                yield {**told, "questions": [*asked, *wrong], "paired": 1.0}


def _wrong_fields(line: Line, rng: random.Random) -> Iterator[Line]:
    found = as_read(line)
    for name, (text, _) in found.items():
        rivals = [o for other, (o, _) in found.items() if kind_of(other) == kind_of(name) and not _share(o, text)]
        question = settled_question(name, "en" if rng.random() < ENGLISH else line["locale"][:2])
        if kind_of(name) and rivals and question:
            yield unlike(question, rng.choice(rivals))


def main(arguments: Sequence[str] | None = None) -> None:
    """Write the documents and so many of the sentences of some sets."""
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    parser.add_argument("out", type=Path)
    parser.add_argument("sets", type=Path, nargs="+", help="SQuAD's paragraphs, or generated pages")
    parser.add_argument("--sentences", type=int, default=14000, help="at most, drawn by lot")
    parser.add_argument("--seed", type=int, default=1)
    chosen = parser.parse_args(arguments)
    rng = random.Random(chosen.seed)
    lines = [line for path in chosen.sets for line in _lines_of(path, rng)]
    documents = [line for line in lines if _is_disputed(line)]
    sentences = [line for line in lines if not _is_disputed(line)]
    chosen.out.mkdir(parents=True, exist_ok=True)
    told = write_lines(chosen.out / "documents.jsonl.gz", rng.sample(documents, len(documents)))
    few = rng.sample(sentences, min(chosen.sentences, len(sentences)))
    print(told, "documents,", write_lines(chosen.out / "sentences.jsonl.gz", few), "sentences")


def _is_disputed(line: Line) -> bool:
    return any(question.get("unlike") for question in line["questions"])


def _lines_of(path: Path, rng: random.Random) -> Iterator[Line]:
    held = list(read_lines(path))
    if held and "context" in held[0]:
        return disputed_texts(path.parent.name, held, rng)
    return disputed_pages(path.stem, held, rng)


if __name__ == "__main__":
    main()
