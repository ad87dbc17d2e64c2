"""Writes the labelled sets as question files that `docqa eval` scores.

    python -m docqa_app.training.eval_sets DOCUMENTS OUT

A line is `{"id", "file", "pages": [{"words": [[text, left, top, right, bottom]]}] or null, "questions": [...]}`; boxes
are page fractions. Receipts and orders: the development parts that training holds back. Forms and DocVQA are for
evaluation only.
"""

from __future__ import annotations

import argparse
import json
import os
import random
import re
from collections.abc import Callable, Iterable, Iterator
from datetime import date
from pathlib import Path

from docqa_app.training.corpora import company_groups, layout_groups, split_by_group
from docqa_app.training.page_lines import Line, read_lines
from docqa_app.training.phrasings import FIELD_PHRASINGS

RECEIPT_SHARE, ORDER_SHARE = 0.13, 0.16
ZUGFERD_QUESTIONS = {
    "invoice_number": "What is the invoice number?",
    "seller_name": "Who is the seller?",
    "buyer_name": "Who is the customer?",
    "seller_vat_id": "What is the VAT number of the seller?",
    "grand_total": "What is the total amount including tax?",
    "due_payable": "How much is to be paid?",
    "net_total": "What is the net total?",
    "tax_total": "How much is the tax?",
    "issue_date": "What is the invoice date?",
    "due_date": "When is the payment due?",
}
AMOUNTS = ("grand_total", "due_payable", "net_total", "tax_total")


def receipt_parts(documents: list[Line]) -> tuple[set[str], set[str]]:
    """Ids of the training and of the development receipts; no company is in both."""
    return _parts(
        documents, company_groups([d["fields"].get("company", d["id"]) for d in documents]), RECEIPT_SHARE, "sroie"
    )


def order_parts(documents: list[Line]) -> tuple[set[str], set[str]]:
    """Ids of the training and of the development orders; no layout is in both."""
    return _parts(documents, layout_groups(documents), ORDER_SHARE, "adbuy")


def _parts(documents: list[Line], groups: list[str], share: float, seed: str) -> tuple[set[str], set[str]]:
    marked = [{"id": d["id"], "group": g} for d, g in zip(documents, groups, strict=True)]
    train, held = split_by_group(marked, share, seed)
    return {d["id"] for d in train}, {d["id"] for d in held}


def field_questions(document: Line) -> list[Line]:
    """One question a field, its phrasing drawn by the document's id."""
    rng = random.Random(document["id"])
    return [
        {"id": f"{document['id']}-{field}", "question": rng.choice(FIELD_PHRASINGS[field]), "answers": [answer]}
        for field, answer in document["fields"].items()
        if answer
    ]


def given_page(words: Iterable[Line], width: float, height: float) -> Line:
    """Words with pixel boxes as a page of words in page fractions."""
    sizes = (width, height, width, height)
    return {"words": [[w["text"], *(round(v / s, 5) for v, s in zip(w["box"], sizes, strict=True))] for w in words]}


def receipts(folder: Path) -> Iterator[Line]:
    """The held back receipts (sroie), read from their images."""
    documents = list(read_lines(folder / "train.jsonl.gz"))
    held = receipt_parts(documents)[1]
    for d in documents:
        if d["id"] in held:
            yield {"id": d["id"], "file": d["file"], "pages": None, "questions": field_questions(d)}


def orders(folder: Path) -> Iterator[Line]:
    """The held back orders (adbuy) that are one file; all their pages are asked."""
    documents = list(read_lines(folder / "train.jsonl.gz"))
    held = order_parts(documents)[1]
    for d in documents:
        name = d["file"] if isinstance(d["file"], str) else d["file"][0] if len(d["file"]) == 1 else None
        if d["id"] in held and name:
            yield {"id": d["id"], "file": name, "pages": None, "questions": field_questions(d)}


def invoices(folder: Path) -> Iterator[Line]:
    """German, French and English invoices (zugferd): fields that are printed; amounts and dates in the usual forms."""
    for d in read_lines(folder / "train.jsonl.gz"):
        page_text = " ".join(word["text"] for page in d["pages"] for word in page["words"])
        questions = []
        for field, question in ZUGFERD_QUESTIONS.items():
            value = d["fields"].get(field)
            answers = printed_forms(str(value), field in AMOUNTS) if value else []
            if d["visible_on_page"].get(field, field.endswith("date")) and _stands(answers, page_text):
                questions.append({"id": f"{d['id']}-{field}", "question": question, "answers": answers})
        yield {"id": d["id"], "file": d["file"], "pages": None, "questions": questions}


def _stands(forms: list[str], text: str) -> bool:
    """Whether one of the forms is printed as a whole: some files hold the data of another invoice than their page."""
    plain = " ".join(text.split())
    wanted = (" ".join(form.split()) for form in forms)
    return any(re.search(rf"(?<![\d.,]){re.escape(form)}(?!\d)", plain) for form in wanted)


def printed_forms(value: str, amount: bool = False) -> list[str]:
    """A value of the XML as pages print it: 1234.5 as 1.234,50 and so on, ISO dates as day and month."""
    try:
        day = date.fromisoformat(value)
        return [value, *(day.strftime(form) for form in ("%d.%m.%Y", "%d/%m/%Y", "%d.%m.%y", "%-d.%-m.%Y", "%m/%d/%Y"))]
    except ValueError:
        pass
    if not amount:
        return [value]
    english = f"{float(value):,.2f}"
    german = english.translate(str.maketrans(",.", ".,"))
    plain = [english, german, german.replace(".", ""), german.replace(".", " "), english.replace(",", "")]
    # credit notes print what the data give without a sign, and minus signs stand apart
    signed = [f"-{p}" for p in plain] if float(value) > 0 else [p.replace("-", "- ") for p in plain if "-" in p]
    plain = list(dict.fromkeys(plain + signed))
    return [*plain, *(f"{p} {sign}" for p in plain for sign in ("€", "EUR"))]


def forms(folder: Path) -> Iterator[Line]:
    """Noisy scanned forms (funsd): the value of a printed key; for evaluation only."""
    for d in read_lines(folder / "dev.jsonl.gz"):
        pairs = [p for p in d["kv_pairs"] if p["question"].strip(": ") and any(a.strip() for a in p["answers"])]
        questions = [
            {
                "id": f"{d['id']}-{n}",
                "question": f'What is the value of "{p["question"].strip()}"?',
                "answers": p["answers"],
            }
            for n, p in enumerate(pairs)
        ]
        if questions:
            page = given_page(d["words"], d["width"], d["height"])
            yield {"id": d["id"], "file": d["file"], "pages": [page], "questions": questions}


def docvqa(folder: Path) -> Iterator[Line]:
    """Questions on industry documents (docvqa); for evaluation only."""
    for d in read_lines(folder / "dev.jsonl.gz"):
        questions = [{"id": str(q["id"]), "question": q["question"], "answers": q["answers"]} for q in d["qa"]]
        page = given_page(d["words"], d["width"], d["height"])
        yield {"id": d["id"], "file": d["file"], "pages": [page], "questions": questions}


SETS: dict[str, Callable[[Path], Iterator[Line]]] = {
    "sroie": receipts, "adbuy": orders, "zugferd": invoices, "funsd": forms, "docvqa": docvqa,
}  # fmt: skip


def main() -> None:
    """Write every set that is there; files are named relative to the output folder."""
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    parser.add_argument("documents", type=Path, help="folder with one folder a set")
    parser.add_argument("out", type=Path)
    chosen = parser.parse_args()
    chosen.out.mkdir(parents=True, exist_ok=True)
    for name, lines in SETS.items():
        folder = chosen.documents / name
        if not folder.exists():
            continue
        with (chosen.out / f"{name}.jsonl").open("w", encoding="utf-8") as out:
            for line in lines(folder):
                if line["file"]:
                    line["file"] = os.path.relpath(folder / line["file"], chosen.out)
                out.write(json.dumps(line, ensure_ascii=False) + "\n")
        print(f"{chosen.out / name}.jsonl")


if __name__ == "__main__":
    main()
