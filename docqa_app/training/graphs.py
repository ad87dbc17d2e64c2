"""The three graphs the app runs, as modules that export: one looks at a page's picture, one reads a passage, one says
tokens.

Letters as in model.py; here a page and a passage are one at a time: S = V+T places of a passage, M places of the page's
passages laid end to end without padding, R questions, P past and L new decoder tokens, G places to be said, N layers.
"""

from __future__ import annotations

import torch
from torch import Tensor, nn

from docqa_app.training.model.docformer import DocFormer
from docqa_app.training.model.layers import FAR

EYES_INPUTS = ("picture",)
EYES_OUTPUTS = ("seen", "sights")
READER_INPUTS = ("words", "boxes", "seen", "pairs")
READER_OUTPUTS = ("keys", "values", "pointer_keys", "grid", "line")
SPEAKER_OUTPUTS = ("logits", "pointer", "gate", "found", "present_keys", "present_values")


def speaker_inputs(layers: int) -> tuple[str, ...]:
    """The speaker's inputs. The memory's keys and values come layer by layer: taken apart inside, all of it would be
    copied for every token that is said."""
    memory = (f"{part}.{layer}" for part in ("keys", "values") for layer in range(layers))
    return "words", "kept", "past_keys", "past_values", "pointer_keys", "tokens", "last", "said", *memory


HIDDEN_BOX = -1  # all four sides of a box that the reader must not see


class PageEyes(nn.Module):
    """The picture's branch: looked through once a page, however many passages it has.

    Where its cells lie is a constant here: the tables of box embeddings stay with the reader.
    """

    def __init__(self, model: DocFormer) -> None:
        super().__init__()
        assert model.visual is not None
        self.model, self.visual = model, model.visual
        with torch.no_grad():
            self.places = model.boxes(model.visual.boxes[None])  # [1, V, D]

    def forward(self, picture: Tensor) -> tuple[Tensor, Tensor]:
        """picture [1, 3, height, width] in -1..1 -> visual tokens [1, V, D]; sights: logits [V, SIGHTS]"""
        cells = self.visual(picture)
        return cells + self.places + self.model.modality[1], self.model.sight_head(cells)[0]


class PassageReader(nn.Module):
    """Encoder, encoder heads, and everything the decoder needs of a passage."""

    def __init__(self, model: DocFormer) -> None:
        super().__init__()
        self.model = model

    def forward(self, words: Tensor, boxes: Tensor, seen: Tensor, pairs: Tensor) -> tuple[Tensor, ...]:
        """words: embedded tokens [1, T, D]; boxes [1, T, 4], negative where hidden; seen: visual tokens [1, V, D];
        pairs [Q, 2].

        -> keys, values [N, H, S, K]; pointer keys [S, W]; grid logits [T, cells]; line logits [Q, 3]
        """
        m = self.model
        shown = boxes[..., 0] >= 0
        x = words + m.boxes(boxes, shown) + m.modality[0]
        x = torch.cat([seen, x], 1)
        bias = m.layout_bias(boxes, shown)
        for layer in m.encoder:
            x = layer(x, bias)
        hidden = m.encoder_norm(x)  # [1, S, D]
        keys, values = zip(*m.memory_keys(hidden), strict=True)
        text = hidden[:, m.config.visual_tokens :]
        both = torch.cat([text[:, pairs[:, 0]], text[:, pairs[:, 1]]], -1)  # [1, Q, 2D]
        heads = m.pointer_key(hidden)[0], m.grid_head(text)[0], m.line_head(both)[0]
        return torch.cat(keys), torch.cat(values), *heads


class AnswerSpeaker(nn.Module):
    """Decoder with a key-value cache: a prompt at once, then token by token, all questions of a page together."""

    def __init__(self, model: DocFormer) -> None:
        super().__init__()
        self.model = model

    def forward(
        self,
        words: Tensor,
        kept: Tensor,
        past_keys: Tensor,
        past_values: Tensor,
        pointer_keys: Tensor,
        tokens: Tensor,
        last: Tensor,
        said: Tensor,
        *memory: Tensor,
    ) -> tuple[Tensor, ...]:
        """words: embedded tokens [R, L, D]; kept [R, P+L] 1 on tokens, 0 on padding (which stands left);
        past keys, values [N, R, H, P, K]; pointer_keys [M, W]; tokens [M] standing there; last [R, G, 2] the last but
        one and the last token before each of the places said [G], out of L; memory: N times keys, then N times values
        [1, H, M, K].

        -> logits [R, G, vocabulary], pointer [R, G, M], gate [R, G], found [R, G], new past keys and values
        """
        m = self.model
        bias = self._own_bias(kept, words.shape[1], past_keys.shape[3])
        shown = torch.zeros(1, 1, 1, 1)  # the memory has no padding: all of it may be read
        x, new_keys, new_values = words, [], []
        for i, layer in enumerate(m.decoder):
            read = memory[i], memory[len(m.decoder) + i]
            x, fresh = layer(x, (past_keys[i], past_values[i]), bias, read, shown)
            new_keys.append(torch.cat([past_keys[i], fresh[0]], 2))
            new_values.append(torch.cat([past_values[i], fresh[1]], 2))
        hidden = m.decoder_norm(x)[:, said]  # [R, G, D]
        pointer = m.point(hidden, pointer_keys, last, tokens)
        out = m.output(hidden), pointer, m.gate(hidden)[..., 0], m.found(hidden)[..., 0]
        return *out, torch.stack(new_keys), torch.stack(new_values)

    def _own_bias(self, kept: Tensor, length: int, past: int) -> Tensor:
        """Self-attention bias [R, H, L, P+L] of `length` new tokens behind `past` ones: by distance, and FAR on later
        tokens and on padding. kept [R, P+L]"""
        places = torch.arange(length) + past
        everything = torch.arange(kept.shape[1])
        future = (everything[None, :] > places[:, None]).float() * FAR
        return (self.model.decoder_bias(places, everything) + future)[None] + (1 - kept)[:, None, None, :] * FAR
