"""Asks pages, weighs what they say, and gives each question its best answer with evidence and confidence."""

from __future__ import annotations

import logging
import math
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path
from threading import Lock
from types import MappingProxyType

import numpy as np

from docqa_app.answering.calibration import Calibration, Signs, load_calibration
from docqa_app.answering.decode import Decoded, decode
from docqa_app.answering.encodings import Encodings
from docqa_app.answering.evidence import find_evidence, pointed_share, word_shares
from docqa_app.answering.model_folder import ModelFolder, model_folders
from docqa_app.answering.network import ASKING, FREE, EncodedPage, Network
from docqa_app.answering.seeing import Seeing, load_seeing
from docqa_app.core.answer import Answer, Candidate
from docqa_app.core.document import Document, Page, Report, silent
from docqa_app.core.layout import Assignment, assign
from docqa_app.core.matching import numbered_like
from docqa_app.errors import ModelError

log = logging.getLogger(__name__)

RUNS = 2
ROWS_AT_ONCE = 8
CALIBRATION, SEEN = "calibration.json", "seen.json"
"""Files of a model folder that belong to this model's answers alone."""


@dataclass(frozen=True, slots=True)
class Weighed:
    """A candidate with the signs its confidence was made of."""

    candidate: Candidate
    signs: Signs


class Engine:
    """A loaded model. One call at a time; what does not depend on the question is computed once a page and kept.

    What else asks its `network` (pairs.py) holds its `lock` meanwhile and reads pages by `encoded`. `others` open the
    same model as it does what it learned beside fields, FREE and ASKING; what is not among them it does as it is.
    """

    def __init__(
        self,
        folder: ModelFolder,
        network: Network,
        calibration: Calibration,
        seeing: Seeing | None = None,
        others: Mapping[str, Callable[[], Engine]] = MappingProxyType({}),
    ) -> None:
        self.model = folder.label
        self.folder = folder.path
        self.device = network.device
        self.calibration = calibration
        self.check_below = calibration.check
        self.check_fields_below = calibration.check_fields
        self.network = network
        self.seeing = seeing
        self.encodings = Encodings(network)
        self.lock = Lock()
        self._to_open, self._opened = dict(others), dict[str, Engine]()

    @property
    def freely(self) -> Engine:
        """The same model as it answers what means no field; loaded when it is first wanted."""
        return self._as_learned_for(FREE)

    @property
    def asking(self) -> Engine:
        """The same model as it writes questions with answers; loaded when it is first wanted."""
        return self._as_learned_for(ASKING)

    def _as_learned_for(self, task: str) -> Engine:
        with self.lock:
            if task in self._to_open:
                self._opened[task] = self._to_open.pop(task)()
        return self._opened.get(task, self)

    def ask(
        self,
        document: Document,
        questions: Sequence[str],
        *,
        pages: Sequence[int] | None = None,
        report: Report = silent,
    ) -> tuple[Answer, ...]:
        """One answer a question, in their order, over the numbered pages (None: every page that was read). A page
        without words answers nothing: what would be said of it is invented."""
        asked = [p for p in document.pages if (pages is None or p.number in pages) and p.words and not p.problem]
        weighed: list[list[Weighed]] = [[] for _ in questions]
        steps = max(1, len(questions))
        for done, page in enumerate(asked):
            said = self.weigh(page, questions, _part_of(report, done * steps, len(asked) * steps))
            for candidates, fresh in zip(weighed, said, strict=True):
                candidates.extend(fresh)
        report(len(asked) * steps, len(asked) * steps)
        return tuple(self._answer(q, candidates) for q, candidates in zip(questions, weighed, strict=True))

    def weigh(self, page: Page, questions: Sequence[str], report: Report = silent) -> list[list[Weighed]]:
        """For each question the page's candidates, the likeliest first."""
        prompts = [self.network.tokenizer.question_prompt(q) for q in questions]
        with self.lock:
            encoded = self.encoded(page)
            lines = assign(page).lines
            weighed = []
            for first in range(0, len(prompts), ROWS_AT_ONCE):
                report(first, len(prompts))
                decoded = decode(self.network, encoded, prompts[first : first + ROWS_AT_ONCE], RUNS)
                weighed += [self._weigh(options, encoded, page, lines) for options in decoded]
        return weighed

    def inspect(self, page: Page) -> Assignment:
        """Line and grid cell of every word by the model's own heads.

        A line ends where the model sees the next word on another one, or where geometry does between two passages;
        lines it sees as geometry does have its numbers.
        """
        if not page.words:
            return Assignment((), ())
        with self.lock:
            encoded = self.encoded(page)
        geometry = assign(page).lines
        apart = np.where(np.isnan(encoded.line[:-1, 0]), np.diff(geometry) != 0, encoded.line[:-1].argmax(axis=1) > 0)
        numbered = numbered_like(geometry, [1, *(1 + np.cumsum(apart)).tolist()])
        return Assignment(numbered, tuple(int(cell) + 1 for cell in encoded.grid.argmax(axis=1)))

    def seen(self, page: Page) -> Mapping[str, float]:
        """How sure it is of what only the page's picture shows, by name, 0..1; empty where this model cannot tell."""
        if self.seeing is None:
            return {}
        with self.lock:
            sights = self.encoded(page).sights
        return {} if sights is None else self.seeing.told(sights)

    def forget(self, document: Document) -> None:
        """Let go of the encodings of its pages: in a batch nobody asks about it again."""
        with self.lock:
            self.encodings.forget(document.pages)
        for other in self._opened.values():
            other.forget(document)

    def encoded(self, page: Page) -> EncodedPage:
        """The page's encoding, computed now where it is not kept."""
        return self.encodings.of(page)

    def _weigh(
        self, options: Sequence[Decoded], encoded: EncodedPage, page: Page, lines: Sequence[int]
    ) -> list[Weighed]:
        weighed: dict[str, Weighed] = {}
        for place, option in enumerate(options):
            text = self.network.tokenizer.decode(option.tokens)
            if text and text not in weighed:
                rival = options[place + 1].likelihood if place + 1 < len(options) else option.likelihood - 10
                weighed[text] = self._weigh_one(text, option, option.likelihood - rival, encoded, page, lines)
        return list(weighed.values())

    def _weigh_one(
        self, text: str, option: Decoded, margin: float, encoded: EncodedPage, page: Page, lines: Sequence[int]
    ) -> Weighed:
        shares = word_shares(encoded, option.pointed, len(page.words))
        evidence = find_evidence(text, page, shares, lines)
        signs = Signs(
            likelihood=max(-20.0, option.likelihood),
            weakest=max(-10.0, min(option.likelihoods)),
            found=max(-10.0, min(10.0, math.log(option.found + 1e-6) - math.log(1 - option.found + 1e-6))),
            margin=min(10.0, margin),
            pointed=pointed_share(evidence, shares),
            placed=float(bool(evidence)),
            reading=min((page.words[i].confidence for i in evidence), default=0.0),
            length=math.log(1 + len(option.tokens)),
        )
        return Weighed(Candidate(text, self.calibration.confidence(signs), page.number, evidence), signs)

    def _answer(self, question: str, weighed: Sequence[Weighed]) -> Answer:
        """The best candidate, or "not found" with the candidates as what comes closest."""
        ranked = _distinct(sorted(weighed, key=lambda w: -w.candidate.confidence))
        candidates = tuple(w.candidate for w in ranked)
        if not ranked or not self.calibration.is_found(ranked[0].signs):
            unsure = self.calibration.answers.probability(ranked[0].signs) if ranked else 0.0
            return Answer(question, "", False, 1 - unsure, None, (), candidates, self.model)
        best = candidates[0]
        return Answer(question, best.text, True, best.confidence, best.page, best.evidence, candidates[1:], self.model)


def _part_of(report: Report, before: int, total: int) -> Report:
    """A report for one page of several: its steps are counted after those `before` it."""
    return lambda done, _: report(before + done, total)


def _distinct(weighed: Sequence[Weighed]) -> list[Weighed]:
    """The first of each text: a value printed on three pages is one candidate."""
    seen: dict[str, Weighed] = {}
    for one in weighed:
        seen.setdefault(one.candidate.text, one)
    return list(seen.values())


def load_engine(folder: Path, device: str = "auto", threads: int = 0) -> Engine:
    """The model in `folder`, or the newest whole one of a folder of models, checked and loaded; ModelError with the
    reason where none can be."""
    troubles: list[ModelError] = []
    for found in model_folders(folder):
        try:
            return _loaded(found, device, threads)
        except ModelError as trouble:  # a copy that was broken off stops no good model beside it
            log.warning("%s is passed over: %s", found.path, trouble)
            troubles.append(trouble)
    raise troubles[0]


def _loaded(found: ModelFolder, device: str, threads: int) -> Engine:
    network, seeing = Network(found, device, threads), load_seeing(found.file(SEEN))
    calibration = load_calibration(found.file(CALIBRATION))

    def free() -> Engine:
        return Engine(found, network.beside(FREE), load_calibration(found.file(FREE + CALIBRATION)), seeing)

    def asking() -> Engine:
        return Engine(found, network.beside(ASKING), calibration, seeing)

    learned = {task: opens for task, opens in ((FREE, free), (ASKING, asking)) if network.has_learned(task)}
    return Engine(found, network, calibration, seeing, learned)
