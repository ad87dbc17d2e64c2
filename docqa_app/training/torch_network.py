"""A checkpoint speaks as the exported model does: torch computes, the app's own code reads and decodes."""

from __future__ import annotations

from collections.abc import Sequence

import numpy as np
import torch
from torch import nn

from docqa_app.answering.decode import MOST_TOKENS, Decoded, decode
from docqa_app.answering.features import page_features
from docqa_app.answering.model_folder import Shape
from docqa_app.answering.network import EncodedPage, Floats, Ints, Network
from docqa_app.answering.onnx_session import Arrays
from docqa_app.answering.tokenizer import WordTokenizer
from docqa_app.core.document import Page
from docqa_app.training.graphs import (
    EYES_INPUTS,
    EYES_OUTPUTS,
    READER_INPUTS,
    READER_OUTPUTS,
    SPEAKER_OUTPUTS,
    AnswerSpeaker,
    PageEyes,
    PassageReader,
    speaker_inputs,
)
from docqa_app.training.model.config import Config
from docqa_app.training.model.docformer import DocFormer
from docqa_app.training.question_inside import with_question


class TorchGraph:
    """A module that is asked as an ONNX graph is: arrays by name in, arrays by name out."""

    def __init__(self, module: nn.Module, inputs: Sequence[str], outputs: Sequence[str]) -> None:
        self._module, self._inputs, self._outputs = module.eval(), inputs, outputs

    def run(self, inputs: Arrays, wanted: Sequence[str] | None = None) -> dict[str, Floats]:
        """The wanted outputs (all where None) by name."""
        with torch.inference_mode():
            told = self._module(*(torch.from_numpy(np.ascontiguousarray(inputs[name])) for name in self._inputs))
        named = dict(zip(self._outputs, (t.numpy() for t in told), strict=True))
        return {name: named[name] for name in wanted or self._outputs}


class TorchNetwork(Network):
    """The network of a checkpoint, in float32 on the CPU, without files of its own."""

    def __init__(self, model: DocFormer, tokenizer: WordTokenizer) -> None:
        self.shape, self.tokenizer, self.device = shape_of(model.config), tokenizer, "CPU"
        self.question_in_encoder = model.config.question_in_encoder
        self._embedding = model.embedding
        self._eyes = TorchGraph(PageEyes(model), EYES_INPUTS, EYES_OUTPUTS) if model.visual is not None else None
        self._reader = TorchGraph(PassageReader(model), READER_INPUTS, READER_OUTPUTS)
        spoken = speaker_inputs(model.config.decoder_layers)
        self._speaker = TorchGraph(AnswerSpeaker(model), spoken, SPEAKER_OUTPUTS)

    def embed(self, tokens: Ints) -> Floats:
        """Token ids [..] -> [.., D]"""
        with torch.inference_mode():
            return self._embedding(torch.from_numpy(np.ascontiguousarray(tokens))).numpy()

    def answers(self, page: Page, questions: Sequence[str], runs: int = 2, most: int = MOST_TOKENS) -> list[Decoded]:
        """Each question's likeliest answer, the question where this network's configuration has it."""
        prompts = [self.tokenizer.question_prompt(question) for question in questions]
        if not self.question_in_encoder:
            return [told[0] for told in decode(self, self.encode(page), prompts, runs, most)]
        parted = ((asked, [(ask, sep)]) for ask, *asked, sep in prompts)
        return [decode(self, self.encode_asked(page, asked), rest, runs, most)[0][0] for asked, rest in parted]

    def encode_asked(self, page: Page, question: Sequence[int]) -> EncodedPage:
        """The page with a question before the words of every passage; its tokens can't be copied."""
        features = page_features(page, self.tokenizer)
        looked, read, tokens, words = self.look(features.picture), [], [], []
        blank = np.full(self.shape.visual_tokens + len(question), -1, dtype=np.int64)
        for passage in features.passages:
            read.append(self._read(with_question(passage, question), looked))
            tokens += [blank, passage.tokens]
            words += [blank, passage.words]
        keys, values = (np.concatenate([r[name] for r in read], axis=2) for name in ("keys", "values"))
        rest = (np.concatenate([r[name] for r in read]) for name in ("pointer_keys", "grid", "line"))
        pointer_keys, grid, line = rest
        return EncodedPage(keys, values, pointer_keys, np.concatenate(tokens), np.concatenate(words), grid, line)


def shape_of(c: Config) -> Shape:
    """What the app must know of a network of this configuration."""
    return Shape(c.width, c.heads, c.head_width, c.decoder_layers, c.visual_tokens, c.grid_columns, c.grid_rows)
