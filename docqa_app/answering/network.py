"""The trained network as the app runs it: a page is encoded once, then any number of prompts is spoken about it.

Shapes: R rows (prompts), L new tokens, P past tokens, M places of the page's memory, N decoder layers, H heads,
K head width.
"""

from __future__ import annotations

from collections.abc import Collection, Mapping, Sequence
from copy import copy
from dataclasses import dataclass, field
from functools import partial
from pathlib import Path
from types import MappingProxyType

import numpy as np
from numpy.typing import NDArray

from docqa_app.answering.features import Passage, page_features
from docqa_app.answering.model_folder import ModelFolder
from docqa_app.answering.onnx_session import Arrays, OnnxGraph
from docqa_app.answering.packing import file_in
from docqa_app.answering.tokenizer import PAD_ID, WordTokenizer
from docqa_app.core.document import Page
from docqa_app.memory import hand_back

Floats = NDArray[np.float32]
Ints = NDArray[np.int64]


@dataclass(frozen=True, slots=True)
class EncodedPage:
    """A page as the decoder reads it.

    keys, values [N, H, M, K]; pointer_keys [M, W]; tokens [M] the token that stands at each place, -1 on visual places;
    words [M] the index of its word, -1 likewise. grid [words, cells]: logits; line [words, 3]: logits of each word's
    line against the next word's (same, next, farther), nan for a passage's last word. sights [cells of the picture,
    things]: logits; None of a model that does not tell what it sees.
    """

    keys: Floats
    values: Floats
    pointer_keys: Floats
    tokens: Ints
    words: Ints
    grid: Floats
    line: Floats
    sights: Floats | None = None

    @property
    def memory(self) -> dict[str, Floats]:
        """Keys and values as the speaker takes them: layer by layer, or all at once in models of form 1."""
        parts = {"keys": self.keys, "values": self.values}
        layers = {f"{name}.{n}": part[n : n + 1] for name, part in parts.items() for n in range(len(part))}
        return parts | layers

    @property
    def size(self) -> int:
        """Bytes held."""
        return self.keys.nbytes + self.values.nbytes + self.pointer_keys.nbytes


@dataclass(slots=True)
class DecoderState:
    """What was said at the last place of each row, and the cache to go on with.

    logits [R, vocabulary]; pointer [R, M]; gate, found [R]: logits; last [R, 2]: the two tokens before;
    keys, values [N, R, H, P, K]; kept [R, P].
    """

    logits: Floats
    pointer: Floats
    gate: Floats
    found: Floats
    last: Ints
    keys: Floats = field(repr=False)
    values: Floats = field(repr=False)
    kept: Floats = field(repr=False)

    def rows(self, chosen: Sequence[int] | Ints) -> DecoderState:
        """These rows only, in this order; a row may be taken more than once."""
        at = np.asarray(chosen, dtype=np.int64)
        parts = (self.logits[at], self.pointer[at], self.gate[at], self.found[at], self.last[at])
        return DecoderState(*parts, self.keys[:, at], self.values[:, at], self.kept[at])


@dataclass(frozen=True, slots=True)
class TeacherForced:
    """What the network says at each place of rows that are given whole (teacher forcing).

    logits [R, L, vocabulary]; pointer [R, L, M]; gate [R, L].
    """

    logits: Floats = field(repr=False)
    pointer: Floats = field(repr=False)
    gate: Floats


EYES, READER, SPEAKER = "eyes.onnx", "reader.onnx", "speaker.onnx"
FREE, ASKING = "free-", "asking-"
"""Before the names of what answers free questions, and of what asks questions (pairs.py), in models that learned that
beside fields. Such graphs share the weights of the others."""


def graphs_beside(files: Collection[str], task: str) -> list[str]:
    """The graphs for a task among a model's files, FREE or ASKING, reader and speaker; most models have none."""
    return [found for name in (READER, SPEAKER) if (found := file_in(files, task + name))]


class Network:
    """The graphs and the embedding of one model folder."""

    _beside: Mapping[str, Sequence[tuple[Path, Path]]] = MappingProxyType({})
    """Graphs for FREE and ASKING, each with the file of the one whose weights it shares."""

    def __init__(self, folder: ModelFolder, device: str = "auto", threads: int = 0) -> None:
        """Loads everything; ModelError where a file is missing or damaged."""
        folder.check()
        self.shape = folder.shape
        self.tokenizer = WordTokenizer.load(folder.path)
        self._open = partial(OnnxGraph, device=device, threads=threads)
        self._eyes = self._open(folder.packed(EYES)) if file_in(folder.files, EYES) else None
        whole = [folder.packed(name) for name in (READER, SPEAKER)]
        self._reader, self._speaker = map(self._open, whole)
        beside = {task: [folder.file(name) for name in graphs_beside(folder.files, task)] for task in (FREE, ASKING)}
        self._beside = {task: list(zip(files, whole, strict=True)) for task, files in beside.items() if files}
        with np.load(folder.file("embedding.npz")) as table:
            self._rows, self._scale = table["rows"], table["scale"]
        hand_back()
        self.device = self._reader.device

    def has_learned(self, task: str) -> bool:
        """Whether its model has graphs of their own for FREE or ASKING."""
        return task in self._beside

    def beside(self, task: str) -> Network:
        """The network with the graphs for a task that it has learned; they are loaded now."""
        other = copy(self)
        other._reader, other._speaker = (self._open(file, shared=own) for file, own in self._beside[task])
        return other

    def embed(self, tokens: Ints) -> Floats:
        """Token ids [..] -> [.., D]"""
        embedded: Floats = self._rows[tokens].astype(np.float32) * self._scale[tokens][..., None]
        return embedded

    def encode(self, page: Page) -> EncodedPage:
        """Look at a page's picture once, read every passage beside it and lay them end to end."""
        features = page_features(page, self.tokenizer)
        looked = self.look(features.picture)
        read = [self._read(passage, looked) for passage in features.passages]
        blank = np.full(self.shape.visual_tokens, -1, dtype=np.int64)
        tokens = np.concatenate([part for p in features.passages for part in (blank, p.tokens)])
        words = np.concatenate([part for p in features.passages for part in (blank, p.words)])
        keys, values = (np.concatenate([r[name] for r in read], axis=2) for name in ("keys", "values"))
        pointer_keys = np.concatenate([r["pointer_keys"] for r in read])
        grid, line = (np.concatenate([r[name] for r in read]) for name in ("grid", "line"))
        sights = looked.get("sights", read[0].get("sights"))
        return EncodedPage(keys, values, pointer_keys, tokens, words, grid, line, sights)

    def look(self, picture: Floats) -> dict[str, Floats]:
        """What every passage of a page is read with: visual tokens and sights.

        Models of form 1 look at the picture [3, height, width] anew with each passage; some have no eyes at all.
        """
        if self._eyes:
            return self._eyes.run({"picture": picture[None]})
        return {"picture": picture[None], "seen": np.zeros((1, 0, self.shape.width), np.float32)}

    def _read(self, passage: Passage, looked: Arrays) -> dict[str, Floats]:
        """One passage through the encoder; grid and line for the first token of each word."""
        firsts = np.flatnonzero(np.diff(passage.words, prepend=-1))
        pairs = np.stack([firsts, np.append(firsts[1:], firsts[-1:])], axis=1).astype(np.int64)
        empty = not len(passage.tokens)
        tokens = np.array([PAD_ID]) if empty else passage.tokens
        boxes = np.zeros((1, 4), np.int64) if empty else passage.boxes
        inputs: Arrays = {
            "words": self.embed(tokens)[None],
            "boxes": boxes[None],
            "pairs": pairs,
            **looked,
        }
        read = self._reader.run(inputs)
        read["grid"] = read["grid"][firsts]
        read["line"] = np.concatenate([read["line"][:-1], np.full_like(read["line"][-1:], np.nan)])
        return self._without_text(read) if empty else read

    def _without_text(self, read: dict[str, Floats]) -> dict[str, Floats]:
        """A page without words keeps what its picture says."""
        seen = self.shape.visual_tokens
        whole = {"keys": read["keys"][:, :, :seen], "values": read["values"][:, :, :seen]}
        return {**read, **whole, "pointer_keys": read["pointer_keys"][:seen]}

    def prompt(self, page: EncodedPage, prompts: Sequence[Sequence[int]]) -> DecoderState:
        """Say the prompts at once: what follows the last token of each. Shorter ones are padded on the left."""
        longest = max(len(p) for p in prompts)
        tokens = np.full((len(prompts), longest), PAD_ID, dtype=np.int64)
        kept = np.zeros((len(prompts), longest), dtype=np.float32)
        for row, ids in enumerate(prompts):
            tokens[row, longest - len(ids) :], kept[row, longest - len(ids) :] = ids, 1
        past = self._no_past(len(prompts))
        return self._say(page, tokens, _last_two(tokens)[:, -1], past, past, kept)

    def tell(self, page: EncodedPage, rows: Sequence[Sequence[int]], first: int = 0) -> TeacherForced:
        """What the network says after each token of each row, from place `first` on; shorter rows are padded right."""
        tokens = np.full((len(rows), max(len(row) for row in rows)), PAD_ID, dtype=np.int64)
        for place, ids in enumerate(rows):
            tokens[place, : len(ids)] = ids
        said = np.arange(first, tokens.shape[1], dtype=np.int64)
        past, kept = self._no_past(len(rows)), np.ones(tokens.shape, dtype=np.float32)
        out = self._speak(page, tokens, _last_two(tokens)[:, said], past, past, kept, said)
        return TeacherForced(out["logits"], out["pointer"], out["gate"])

    def _no_past(self, rows: int) -> Floats:
        s = self.shape
        return np.zeros((s.decoder_layers, rows, s.heads, 0, s.head_width), dtype=np.float32)

    def go_on(self, page: EncodedPage, said: DecoderState, tokens: Sequence[int] | Ints) -> DecoderState:
        """Say one more token [R] after what was said."""
        ids = np.asarray(tokens, dtype=np.int64)[:, None]
        last = np.concatenate([said.last[:, -1:], ids], axis=1)
        kept = np.concatenate([said.kept, np.ones_like(said.kept[:, :1])], axis=1)
        return self._say(page, ids, last, said.keys, said.values, kept)

    def _say(
        self, page: EncodedPage, tokens: Ints, last: Ints, past_keys: Floats, past_values: Floats, kept: Floats
    ) -> DecoderState:
        said = np.array([tokens.shape[1] - 1], dtype=np.int64)
        out = self._speak(page, tokens, last[:, None], past_keys, past_values, kept, said)
        told = (out["logits"][:, 0], out["pointer"][:, 0], out["gate"][:, 0], out["found"][:, 0])
        return DecoderState(*told, last, out["present_keys"], out["present_values"], kept)

    def _speak(
        self, page: EncodedPage, tokens: Ints, last: Ints, past_keys: Floats, past_values: Floats, kept: Floats,
        said: Ints,
    ) -> dict[str, Floats]:  # fmt: skip
        """The speaker's outputs at the places `said` [G]; last [R, G, 2]: the last two tokens before each."""
        inputs: Arrays = {
            "words": self.embed(tokens), "kept": kept, "past_keys": past_keys, "past_values": past_values,
            "pointer_keys": page.pointer_keys, "tokens": page.tokens, "last": last, "said": said, **page.memory,
        }  # fmt: skip
        return self._speaker.run(inputs)


NOTHING_BEFORE = -2
"""Stands where a row has no token before its first one: no place of a page holds it."""


def _last_two(tokens: Ints) -> Ints:
    """tokens [R, L] -> [R, L, 2]: at each place the token before it and its own."""
    before = np.concatenate([np.full_like(tokens[:, :1], NOTHING_BEFORE), tokens[:, :-1]], axis=1)
    both: Ints = np.stack([before, tokens], axis=-1)
    return both
