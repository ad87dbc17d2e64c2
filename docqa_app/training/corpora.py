"""The labelled real documents become examples of one form: pages with questions, answers and evidence words.

A line's `group` is the company or layout its page belongs to; a development part never shares a group with the training
part.
"""

from __future__ import annotations

import hashlib
import random
import re
from collections import Counter, defaultdict
from collections.abc import Iterator, Sequence

from rapidfuzz import fuzz

from docqa_app.core.document import Box, Page, Word, WordSource
from docqa_app.core.layout import reading_order
from docqa_app.core.locate import locate
from docqa_app.training.page_lines import Line, page_line
from docqa_app.training.phrasings import ABSENT_PHRASINGS, FIELD_PHRASINGS, ITEM_PHRASINGS

RECEIPT_PHRASINGS, ORDER_PHRASINGS = 8, 6
"""In how many phrasings a field that is printed is asked for, at most."""
SAME_COMPANY = 85
"""From this likeness on (rapidfuzz's ratio, 0 to 100) two names are spellings of one company."""
SAME_LAYOUT = 0.6
"""From this share of labels in common on (Jaccard) two documents have one layout."""


def question_lines(
    fields: dict[str, Sequence[str]], page: Page, rng: random.Random, phrasings: int, absent: Sequence[str] = ()
) -> list[Line]:
    """Questions for known fields in several phrasings, evidence found on the page, and some the page can't answer."""
    texts = [w.text for w in page.words]
    lines = []
    for field, answers in fields.items():
        evidence = next((found for a in answers if (found := locate(a, texts))), ())
        known = FIELD_PHRASINGS[field]
        for phrasing in rng.sample(known, min(phrasings, len(known))):
            lines.append({"question": phrasing, "answers": list(answers), "evidence": list(evidence), "task": field})
    lines += [{"question": q, "answers": [], "evidence": [], "task": "absent"} for q in absent]
    return lines


# -- receipts with company, date, address and total (SROIE) ---------------------------------------------------------


def company_groups(names: Sequence[str]) -> list[str]:
    """A group for each company name: spelling variants of one company share it."""
    plain = [
        re.sub(r"[^A-Z0-9 ]", "", n.upper().replace("SDN", "").replace("BHD", "").replace("BND", "")).strip()
        for n in names
    ]
    leaders: list[str] = []
    groups = []
    for name in plain:
        leader = next((known for known in leaders if fuzz.ratio(known, name) >= SAME_COMPANY), None)
        if leader is None:
            leaders.append(name)
        groups.append(leader or name)
    return groups


def receipt_examples(documents: Sequence[Line], pages: dict[str, Page], seed: int) -> Iterator[Line]:
    """Examples of the receipts whose words were read."""
    groups = company_groups([d["fields"].get("company", d["id"]) for d in documents])
    for document, group in zip(documents, groups, strict=True):
        page = pages.get(document["id"])
        if page is None:
            continue
        rng = random.Random(f"{seed}{document['id']}")
        fields = {k: [v] for k, v in document["fields"].items() if v}
        questions = question_lines(fields, page, rng, RECEIPT_PHRASINGS, rng.sample(ABSENT_PHRASINGS, 4))
        yield page_line(page, document["id"], group, "receipt", questions)


# -- advertising orders and invoices (adbuy) ------------------------------------------------------------------------


def layout_groups(documents: Sequence[Line]) -> list[str]:
    """A group for each document: those whose first pages print the same labels share it (single linkage, Jaccard)."""
    labels = [_labels(d) for d in documents]
    common = {w for w, n in Counter(w for s in labels for w in s).items() if n >= 12}
    labels = [s & common for s in labels]
    leader = list(range(len(labels)))
    for i, mine in enumerate(labels):
        for j in range(i):
            if mine | labels[j] and len(mine & labels[j]) / len(mine | labels[j]) >= SAME_LAYOUT:
                old, new = leader[j], leader[i]
                leader = [new if n == old else n for n in leader]
    return [f"layout {n}" for n in leader]


def _labels(document: Line) -> set[str]:
    words = document["pages"][0]["words"]
    return {w["text"].lower().strip(":") for w in words if re.fullmatch(r"[A-Za-z][A-Za-z/&.']*:?", w["text"])}


def order_examples(documents: Sequence[Line], pages: dict[str, list[Page]], seed: int) -> Iterator[Line]:
    """Examples of advertising orders: a page where a field is not printed is an example of "not on this page"."""
    for document, group in zip(documents, layout_groups(documents), strict=True):
        for page in pages.get(document["id"], ()):
            rng = random.Random(f"{seed}{document['id']}{page.number}")
            found = document["fields_found_on_pages"]
            here = {k: [v] for k, v in document["fields"].items() if page.number in found.get(k, ())}
            missing = [
                q
                for k in document["fields"]
                if not found.get(k) or page.number not in found[k]
                for q in rng.sample(FIELD_PHRASINGS[k], 2)
            ]
            absent = [] if any(not v for v in found.values()) else missing
            away = [
                q
                for q in rng.sample(ABSENT_PHRASINGS, 5)
                if "advertis" not in q.lower() and "flight" not in q and "contract" not in q
            ]
            questions = question_lines(here, page, rng, ORDER_PHRASINGS, absent + away)
            yield page_line(page, f"{document['id']}-{page.number}", group, "order", questions)


# -- receipts by word and category, no images (CORD) ----------------------------------------------------------------

CORD_FIELDS = {
    "total.total_price": "total",
    "sub_total.subtotal_price": "subtotal",
    "sub_total.tax_price": "tax",
    "total.cashprice": "cash",
    "total.changeprice": "change",
    "sub_total.service_price": "service",
    "sub_total.discount_price": "discount",
    "total.menuqty_cnt": "item_count",
}


Told = tuple[str, list[int]]  # what a line of a receipt says, and the words that say it


def cord_examples(documents: Sequence[Line], seed: int) -> Iterator[Line]:
    """Examples of CORD receipts: totals, and price, count and unit price of each line."""
    for document in documents:
        rng = random.Random(f"{seed}{document['id']}")
        page, places = _given_page(document)
        values, items = _cord_values(document, places)
        questions = [*_total_questions(values, rng), *_item_questions(items, rng)]
        if questions:
            yield page_line(page, document["id"], document["id"], "receipt", questions)


def _cord_values(document: Line, places: Sequence[int]) -> tuple[dict[str, list[Told]], dict[int, dict[str, Told]]]:
    """What is printed of each field of CORD_FIELDS, and of each bought item its name, count, price and unit price.

    places: where each word of the document stands on its page.
    """
    values: dict[str, list[Told]] = defaultdict(list)
    items: dict[int, dict[str, Told]] = defaultdict(dict)
    for line in document["lines"]:
        said = [i for i in line["words"] if not document["words"][i].get("is_key")]
        told = " ".join(document["words"][i]["text"] for i in said), sorted(places[i] for i in said)
        if told[0] and line["category"] in CORD_FIELDS:
            values[CORD_FIELDS[line["category"]]].append(told)
        elif told[0] and line["category"] in ("menu.nm", "menu.cnt", "menu.price", "menu.unitprice"):
            items[line["group_id"]].setdefault(line["category"][5:], told)
    return values, items


def _total_questions(values: dict[str, list[Told]], rng: random.Random) -> list[Line]:
    """Questions for what is printed once or always alike, and for some sums that are not there."""
    questions = [
        {"question": q, "answers": [told[0][0]], "evidence": told[0][1], "task": field}
        for field, told in values.items()
        if len({t for t, _ in told}) == 1
        for q in rng.sample(FIELD_PHRASINGS[field], min(4, len(FIELD_PHRASINGS[field])))
    ]
    absent = [k for k in ("tax", "discount", "service", "cash", "change") if k not in values]
    return questions + [
        {"question": rng.choice(FIELD_PHRASINGS[k]), "answers": [], "evidence": [], "task": "absent"} for k in absent
    ]


def _item_questions(items: dict[int, dict[str, Told]], rng: random.Random) -> list[Line]:
    """Questions for price, count and unit price of items whose name is told once; at most twelve."""
    names = Counter(parts["nm"][0] for parts in items.values() if "nm" in parts)
    asked = {"price": "price", "cnt": "count", "unitprice": "unit"}
    lines = []
    for parts in items.values():
        if "nm" not in parts or names[parts["nm"][0]] > 1:
            continue
        for column, kind in asked.items():
            if column in parts:
                text, evidence = parts[column]
                question = rng.choice(ITEM_PHRASINGS[kind]).format(parts["nm"][0])
                lines.append({"question": question, "answers": [text], "evidence": evidence, "task": "table"})
    return rng.sample(lines, min(len(lines), 12))


def _given_page(document: Line) -> tuple[Page, list[int]]:
    """A page of given word boxes in pixels, in reading order, and where each word went."""
    width, height = document["width"], document["height"]
    words = [
        Word(w["text"], Box(*(v / s for v, s in zip(w["box"], (width, height, width, height), strict=True))))
        for w in document["words"]
    ]
    ordered = reading_order(words)
    place = {id(word): i for i, word in enumerate(ordered)}
    return Page(1, width, height, ordered, WordSource.GIVEN), [place[id(w)] for w in words]


# -- splitting ------------------------------------------------------------------------------------------------------


def split_by_group(lines: Sequence[Line], share: float, seed: str) -> tuple[list[Line], list[Line]]:
    """Training and development lines: whole groups, drawn by `seed`, go to development until it holds `share`."""
    sizes = Counter(line["group"] for line in lines)
    order = sorted(sizes, key=lambda g: hashlib.sha256(f"{seed}{g}".encode()).digest())
    chosen: set[str] = set()
    held = 0
    for group in order:
        if held + sizes[group] <= share * len(lines) * 1.25 and held < share * len(lines):
            chosen.add(group)
            held += sizes[group]
    return [x for x in lines if x["group"] not in chosen], [x for x in lines if x["group"] in chosen]
