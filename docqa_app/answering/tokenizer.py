"""Words and sentences become the model's token ids, and back."""

from __future__ import annotations

import unicodedata
from collections.abc import Sequence
from lzma import LZMAError
from pathlib import Path

from tokenizers import Tokenizer

from docqa_app.answering.packing import SMALL, unpacked_bytes
from docqa_app.errors import ModelError

ASK, FILL, MAKE_PAIR, SUMMARIZE, SEP = "<ask>", "<fill>", "<pair>", "<summarize>", "<sep>"
TOKENIZER = "tokenizer.json"
MARKS = (ASK, FILL, MAKE_PAIR, SUMMARIZE, SEP)
PAD_ID, END_ID, UNKNOWN_ID = 0, 1, 2
MAX_TOKENS_PER_WORD = 24

QUESTION_TOKENS = 96
"""Pieces of a question at most: a sentence of forty words, put as one."""

_LIKE = str.maketrans({"−": "-", "⁄": "/"})
"""Marks of amounts and sizes that the pieces lack, and their common forms."""


def _plain(word: str) -> str:
    """A word as it is looked up: "½" is "1/2" where it stands alone ("2½" would be 21 halves)."""
    return (unicodedata.normalize("NFKC", word) if len(word) == 1 else word).translate(_LIKE)


def tokenizer_text(folder: Path) -> str:
    """What a folder's TOKENIZER says, which a model that ships has packed; OSError or LZMAError where it cannot be
    read."""
    packed = folder / (TOKENIZER + SMALL)
    return unpacked_bytes(packed if packed.exists() else folder / TOKENIZER).decode("utf-8")


class WordTokenizer:
    """T5's unigram pieces, cut to our languages, plus our task marks.

    Every word is encoded by itself, so that a word of an answer and the same word on the page are
    the same tokens and can be copied.
    """

    def __init__(self, tokenizer: Tokenizer) -> None:
        self._tokenizer = tokenizer
        self._known: dict[str, tuple[int, ...]] = {}
        self.size: int = tokenizer.get_vocab_size()

    @classmethod
    def load(cls, folder: Path) -> WordTokenizer:
        """The tokenizer of a folder; ModelError where it is missing or damaged."""
        try:
            return cls(Tokenizer.from_str(tokenizer_text(folder)))
        except (OSError, ValueError, LZMAError) as cause:
            raise ModelError(
                f"The model's tokenizer in {folder} cannot be read ({cause}). Install the model again."
            ) from cause

    def word(self, text: str) -> tuple[int, ...]:
        """Token ids of one word, at most MAX_TOKENS_PER_WORD; never empty."""
        ids = self._known.get(text)
        if ids is None:
            encoded = self._tokenizer.encode(_plain(text), add_special_tokens=False).ids
            ids = tuple(encoded[:MAX_TOKENS_PER_WORD]) or (UNKNOWN_ID,)
            if len(self._known) < 200_000:
                self._known[text] = ids
        return ids

    def text(self, text: str) -> list[int]:
        """Token ids of a question or an answer, word by word."""
        return [token for word in text.split() for token in self.word(word)]

    def question_prompt(self, question: str) -> tuple[int, ...]:
        """What the decoder is given to answer a question; of a longer one its first QUESTION_TOKENS pieces."""
        return (self.mark(ASK), *self.text(question)[:QUESTION_TOKENS], self.mark(SEP))

    def summary_prompt(self, sentences: int) -> tuple[int, ...]:
        """What the decoder is given to write a summary of about so many sentences."""
        return (self.mark(SUMMARIZE), *self.text(str(sentences)), self.mark(SEP))

    def mark(self, name: str) -> int:
        """The id of a task mark or sentinel such as `<ask>` or `<extra_id_0>`."""
        found = self._tokenizer.token_to_id(name)
        if found is None:
            raise ModelError(f"The model's tokenizer lacks the mark {name}. Install the model again.")
        return int(found)

    def decode(self, ids: Sequence[int]) -> str:
        """The text of token ids, marks left out."""
        return str(self._tokenizer.decode(list(ids), skip_special_tokens=True)).strip()
