"""Cuts T5's vocabulary to the pieces our languages use, so that the shipped model stays small."""

from __future__ import annotations

import argparse
import copy
import gzip
import json
import unicodedata
from collections import Counter
from collections.abc import Iterable, Iterator
from pathlib import Path

from faker import Faker
from tokenizers import Tokenizer

from docqa_app.answering.tokenizer import MARKS, TOKENIZER, tokenizer_text

SCORE_PLACES = 6
SENTINELS = tuple(f"<extra_id_{n}>" for n in range(100))
ADDED_CHARACTERS = "<\\^{}~¡¢¤¥¦§¨©¬®¯±µ¶·¿×÷☒☐☑✓✗■□●○«»€£"
LATIN = (*range(0xC0, 0x180),)
FOREIGN = set("ăîșțĂȘȚşţ")  # T5 also knows Romanian, which we do not serve
NORMALIZER = {
    "type": "Sequence",
    "normalizers": [
        {"type": "Replace", "pattern": {"Regex": pattern}, "content": content}
        for pattern, content in (
            (r"[\u0001-\u0008\u000b\u000e-\u001f\u007f\u008f\u009f]", ""),
            (r"[\u0009\u000a\u000c\u000d\u1680\u200b-\u200f\u2028\u2029\u2581\ufeff\ufffd]", " "),
        )
    ]
    + [{"type": "NFKC"}, {"type": "Replace", "pattern": {"Regex": " {2,}"}, "content": " "}],
}
"""What T5's normalizer does, without its table of 300 kB: of 1.1 million different words of our data it spells 14
otherwise, all with a full-width tilde."""


def cut_vocabulary(tokenizer: dict, texts: Iterable[str], size: int) -> tuple[dict, list[int]]:
    """The tokenizer with its most used pieces only, and for each new id the old id it was (-1: new).

    Kept: special pieces, every single character, the pieces most used in `texts`, and T5's own most
    likely pieces, two of the first to one of the second until `size` is reached.
    """
    vocab = tokenizer["model"]["vocab"]
    plain = [(i, piece) for i, (piece, _) in enumerate(vocab) if not piece.startswith("<")]
    keep = {0, 1, 2} | {i for i, piece in plain if len(piece) == 1}
    likely = iter([i for i, piece in plain if not set(piece) & FOREIGN])
    used = iter([i for i in _piece_counts(tokenizer, texts) if not vocab[i][0].startswith("<")])
    while len(keep) < size:
        for source, share in ((used, 3), (likely, 1)):
            keep.update(i for i in (next(source, None) for _ in range(share)) if i is not None)
    return _rebuilt(tokenizer, sorted(keep))


def _piece_counts(tokenizer: dict, texts: Iterable[str]) -> list[int]:
    counts: Counter[int] = Counter()
    whole = Tokenizer.from_str(json.dumps(tokenizer))
    for encoding in whole.encode_batch(list(texts), add_special_tokens=False):
        counts.update(encoding.ids)
    return [i for i, _ in counts.most_common()]


def _rebuilt(tokenizer: dict, kept: list[int]) -> tuple[dict, list[int]]:
    cut = copy.deepcopy(tokenizer)
    vocab = [tokenizer["model"]["vocab"][i] for i in kept]
    known = {piece for piece, _ in vocab}
    lowest = min(score for _, score in vocab)
    fresh = [c for c in _wanted_characters() if c not in known]
    cut["model"]["vocab"] = vocab + [[c, lowest] for c in fresh] + [[s, 0.0] for s in SENTINELS + MARKS]
    first = len(vocab) + len(fresh)
    specials = [(0, "<pad>"), (1, "</s>"), (2, "<unk>"), *enumerate(SENTINELS + MARKS, start=first)]
    cut["added_tokens"] = [_added(i, text) for i, text in specials]
    cut["normalizer"] = NORMALIZER
    cut["post_processor"] = cut["truncation"] = cut["padding"] = None
    old = {piece: i for i, (piece, _) in enumerate(tokenizer["model"]["vocab"])}
    return cut, [*kept, *(-1 for _ in fresh), *(old.get(s, -1) for s in SENTINELS + MARKS)]


def kept_ids(vocabulary: Path, start: Path) -> list[int]:
    """For each id of the cut tokenizer in `vocabulary` the id it has in `start`'s, -1 where that has none."""
    cut, whole = (json.loads(tokenizer_text(folder)) for folder in (vocabulary, start))
    old = {piece: i for i, (piece, _) in enumerate(whole["model"]["vocab"])}
    old |= {added["content"]: added["id"] for added in whole.get("added_tokens", ())}
    return [old.get(piece, -1) for piece, _ in cut["model"]["vocab"]]


def _wanted_characters() -> list[str]:
    wanted = dict.fromkeys(ADDED_CHARACTERS + "".join(chr(c) for c in LATIN))
    return [c for c in wanted if unicodedata.normalize("NFKC", c) == c]


def write_tokenizer(tokenizer: dict, path: Path) -> None:
    """Without a space or a digit too many, for it ships: scores were computed in 32 bits and have no more places."""
    pieces = [[piece, round(score, SCORE_PLACES)] for piece, score in tokenizer["model"]["vocab"]]
    tokenizer = {**tokenizer, "model": {**tokenizer["model"], "vocab": pieces}}
    path.write_text(json.dumps(tokenizer, ensure_ascii=False, separators=(",", ":")), encoding="utf-8")


def _added(index: int, text: str) -> dict:
    flags = dict.fromkeys(("single_word", "lstrip", "rstrip", "normalized"), False)
    return {"id": index, "content": text, **flags, "special": True}


def sample_texts(paths: Iterable[Path]) -> Iterator[str]:
    """Texts to count pieces in: every string of gzipped JSON lines, and made German, French and English addresses."""
    for path in paths:
        with gzip.open(path, "rt", encoding="utf-8") as lines:
            for line in lines:
                yield " ".join(_strings(json.loads(line)))
    for locale in ("de_DE", "fr_FR", "en_US", "en_GB"):
        faker = Faker(locale)
        faker.seed_instance(7)
        for _ in range(6000):
            names = f"{faker.company()} {faker.address()} {faker.name()}"
            yield f"{names} {faker.catch_phrase()} {faker.job()} {faker.sentence(20)}"


def _strings(value: object) -> Iterator[str]:
    if isinstance(value, str):
        yield value
    elif isinstance(value, dict):
        for name, inner in value.items():
            if name != "picture":  # a JPEG in base64 is no text
                yield from _strings(inner)
    elif isinstance(value, list):
        for inner in value:
            yield from _strings(inner)


def main() -> None:
    """Cut `START/tokenizer.json` and write it."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("start", type=Path, help="folder with T5's tokenizer.json")
    parser.add_argument("out", type=Path, help="folder for tokenizer.json")
    parser.add_argument("--size", type=int, default=13000)
    parser.add_argument("texts", type=Path, nargs="+", help="gzipped JSON lines to count pieces in")
    chosen = parser.parse_args()
    whole = json.loads(tokenizer_text(chosen.start))
    cut, kept = cut_vocabulary(whole, sample_texts(chosen.texts), chosen.size)
    chosen.out.mkdir(parents=True, exist_ok=True)
    write_tokenizer(cut, chosen.out / TOKENIZER)
    print(f"{len(kept)} pieces kept in {chosen.out}")


if __name__ == "__main__":
    main()
