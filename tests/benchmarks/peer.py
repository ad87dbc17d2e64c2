"""What a user would pick instead: docquery's pipeline, rebuilt from its parts.

Words from pdfplumber where the PDF carries text, else from Tesseract as pytesseract calls it; then LayoutLM with a head
for the answer's span, in windows of 512 tokens that overlap by 128. Its weights are random (timing does not depend on
them) and its tokens are cut by our tokenizer.
"""

from __future__ import annotations

import time
from pathlib import Path

import pdfplumber
import pytesseract
import torch
from PIL import Image
from transformers import LayoutLMConfig, LayoutLMForQuestionAnswering

from docqa_app.answering.model_folder import open_model_folder
from docqa_app.answering.tokenizer import WordTokenizer
from docqa_app.paths import find_paths
from tests.benchmarks.apart import CORES, use_cores
from tests.benchmarks.documents import QUESTIONS, SCANS, TEXT_PAGES, words_of_page

WINDOW, OVERLAP = 512, 128
VOCABULARY = 50_265
REPEATS = 5


def text_layer(folder: Path) -> list[float]:
    """Milliseconds from a PDF page to its words."""
    times = []
    for name in TEXT_PAGES * REPEATS:
        started = time.perf_counter()
        with pdfplumber.open(folder / name) as document:
            document.pages[0].extract_words()
        times.append((time.perf_counter() - started) * 1e3)
    return times


def scan_on_one_core(folder: Path) -> list[float]:
    """Seconds from a scanned page to its words."""
    use_cores(1)
    times = []
    for name in SCANS:
        started = time.perf_counter()
        pytesseract.image_to_data(Image.open(folder / name), output_type=pytesseract.Output.DICT)
        times.append(time.perf_counter() - started)
    return times


def ask(folder: Path) -> list[float]:
    """Seconds a question on a read page of 500 words: nothing is kept between questions."""
    torch.set_num_threads(CORES)
    model = LayoutLMForQuestionAnswering(LayoutLMConfig(vocab_size=VOCABULARY, max_position_embeddings=514))
    model.train(False)
    tokenizer = WordTokenizer.load(open_model_folder(find_paths().models).path)
    times = []
    for seed in range(REPEATS):
        words = words_of_page(seed)
        started = time.perf_counter()
        _answer(model, tokenizer, QUESTIONS[seed], words)
        times.append(time.perf_counter() - started)
    return times


@torch.inference_mode()
def _answer(model: LayoutLMForQuestionAnswering, tokenizer: WordTokenizer, question: str, words: list[str]) -> int:
    """The start of the best span over all windows; ids [windows, 512], boxes [windows, 512, 4]."""
    asked = tokenizer.text(question)
    page = [token for word in words for token in tokenizer.word(word)]
    room = WINDOW - len(asked)
    starts = range(0, max(1, len(page) - OVERLAP), room - OVERLAP)
    rows = [(asked + page[start : start + room] + [0] * WINDOW)[:WINDOW] for start in starts]
    ids = torch.tensor(rows) % VOCABULARY
    boxes = torch.zeros(len(rows), WINDOW, 4, dtype=torch.long)
    return int(model(input_ids=ids, bbox=boxes, attention_mask=torch.ones_like(ids)).start_logits.argmax())
