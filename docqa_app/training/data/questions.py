"""Questions about a page that was drawn, each with its truth."""

from __future__ import annotations

import random
import re
from collections import Counter
from dataclasses import replace

from docqa_app.core.document import Box, Word
from docqa_app.core.layout import group_lines
from docqa_app.training.data.asking import QA, Voice, mended
from docqa_app.training.data.draft import Draft, Fact
from docqa_app.training.data.filling import form_labels
from docqa_app.training.data.labels import FieldWords, all_fields
from docqa_app.training.data.particulars import all_particulars
from docqa_app.training.data.questions_picture import picture_questions
from docqa_app.training.data.questions_table import table_questions

MONEY = ("total", "net_total", "gross_amount", "net_amount", "closing_balance", "tax_total", "cash", "balance_due")
QUOTAS = {
    "field": (6, 12),
    "kv": (3, 7),
    "table": (3, 8),
    "visual": (2, 5),
    "count": (0, 2),
    "compare": (1, 3),
    "locate": (0, 2),
}
INVOICE_QUOTAS = QUOTAS | {"field": (12, 17), "kv": (2, 4), "table": (2, 5), "visual": (1, 3), "compare": (0, 2)}
ADORNED_QUOTAS = QUOTAS | {"field": (1, 3), "kv": (1, 2), "table": (0, 2), "visual": (8, 14), "compare": (0, 1)}
ASKED_FIRST = ("seller_name", "buyer_name", "seller_vat_id", "buyer_vat_id", "invoice_number", "invoice_date",
               "due_date", "net_total", "tax_total", "total", "balance_due")  # fmt: skip
"""what everybody asks of an invoice: each is asked more often than other fields"""
ABSENT_SHARE = 0.2
VAGUE = {"Country", "Land", "Pays", "Location", "Title", "State", "Zip code", "Comments", "Purpose", "Zweck", "Motif"}
"""labels of forms that might be asked of any page"""


def ask(draft: Draft, colours: bool = True) -> list[QA]:
    """12 to 30 questions about the page; `colours`: whether the picture will keep its colours."""
    voices = _voices(draft)
    if draft.strange:
        return _of_particulars(draft, voices)
    pools: dict[str, list[QA]] = {task: [] for task in (*QUOTAS, "absent")}
    made = [
        *field_questions(draft, voices), *pair_questions(draft, voices), *table_questions(draft, voices),
        *picture_questions(draft, voices, colours), *sum_questions(draft, voices), *place_questions(draft, voices),
        *absent_questions(draft, voices),
    ]  # fmt: skip
    for qa in made:
        pools[qa.task].append(replace(qa, question=mended(qa.question)))
    return _choose(draft.rng, pools, _quotas(draft))


def _of_particulars(draft: Draft, voices: tuple[Voice, ...]) -> list[QA]:
    """Every particular of a strange page asked for, and as many that it does not tell."""
    told = [name for name in draft.facts if name in all_particulars() and all_particulars()[name].unseen]
    asked = [qa for name in told for qa in _for_field(draft, voices, name)]
    return [*asked, *_missed(draft, voices, {*draft.facts})[: len(asked)]]


def _quotas(draft: Draft) -> dict[str, tuple[int, int]]:
    if draft.adorned:
        return ADORNED_QUOTAS
    return INVOICE_QUOTAS if draft.kind == "invoice" else QUOTAS


def _voices(draft: Draft) -> tuple[Voice, ...]:
    english = Voice(draft, "en")
    return (english,) if draft.language == "en" else (english, Voice(draft, draft.language))


def _choose(rng: random.Random, pools: dict[str, list[QA]], quotas: dict[str, tuple[int, int]]) -> list[QA]:
    """A mix of tasks; a question once only."""
    chosen: list[QA] = []
    for task, (least, most) in quotas.items():
        pool = pools[task]
        rng.shuffle(pool)
        chosen += pool[: rng.randint(least, most)]
    spare = [qa for task in ("field", "kv", "table") for qa in pools[task] if qa not in chosen]
    rng.shuffle(spare)
    chosen += spare[: max(0, 10 - len(chosen))]
    rng.shuffle(pools["absent"])
    share = ABSENT_SHARE / (1 - ABSENT_SHARE)
    chosen += pools["absent"][: max(2, round(len(chosen) * share * rng.uniform(0.7, 1.3)))]
    rng.shuffle(chosen)
    seen = Counter(qa.question.lower() for qa in chosen)
    return [qa for qa in chosen if seen[qa.question.lower()] == 1][:30]


def accepted(text: str) -> tuple[str, ...]:
    """A printed value and the forms that count as the same: without currency, without closing punctuation."""
    plain = text.rstrip(".,;:")
    bare = re.sub(r"^(?:[$£€]|RM|Rs\.?|Rp\.?|USD|GBP|INR|EUR|CHF)\s?|\s?(?:€|EUR|CHF)$", "", plain).strip()
    forms = [text, plain, bare]
    return tuple(form for n, form in enumerate(forms) if form and form not in forms[:n])


def field_questions(draft: Draft, voices: tuple[Voice, ...]) -> list[QA]:
    """Each field of the page asked for in one or two ways, in more what everybody asks or only some pages tell."""
    return [qa for name in draft.facts for qa in _for_field(draft, voices, name)]


def _for_field(draft: Draft, voices: tuple[Voice, ...], name: str) -> list[QA]:
    often = name in all_particulars() or (draft.kind == "invoice" and name in ASKED_FIRST)
    if name in draft.hushed or (draft.kind == "invoice" and not often and draft.chance(0.55)):
        return []
    fact, words = draft.facts[name], all_fields()[name]
    speakers = [voice for voice in voices if voice.language in words.names]
    wordings = [voice.field(words, precise=_has_rival(draft, words, fact)) for voice in speakers]
    if often:
        wordings += [_said_whole(draft, words, voice) for voice in speakers]
    return [QA(wording, accepted(fact.text), fact.words, "field") for wording in wordings if wording]


def _said_whole(draft: Draft, words: FieldWords, voice: Voice) -> str:
    """A whole question that means this field on this page, "" where there is none."""
    alone = not words.lone_from & draft.facts.keys()
    asks = (*words.exact[voice.language], *(words.lone[voice.language] if alone else ()))
    return voice.whole(asks) if asks else ""


def _has_rival(draft: Draft, words: FieldWords, fact: Fact) -> bool:
    """Whether the page has another value that a loose question might mean."""
    return any(draft.value(near) not in ("", fact.text) for near in sorted(words.near))


def _page_text(draft: Draft) -> str:
    return " ".join(mark.text for mark in draft.canvas.marks).lower()


def pair_questions(draft: Draft, voices: tuple[Voice, ...]) -> list[QA]:
    """Each printed key asked for by what is printed; a key printed twice with two values is left out."""
    values: dict[str, set[str]] = {}
    for pair in draft.pairs:
        values.setdefault(_plain(pair.key), set()).add(pair.text)
    out = []
    for pair in draft.pairs:
        if len(values[_plain(pair.key)]) > 1:
            continue
        key = pair.key if draft.rng.random() < 0.75 else pair.key.lower()
        question = draft.rng.choice(voices).put("kv", key=key)
        out.append(QA(question, accepted(pair.text), pair.words, "kv") if pair.text else QA(question, (), (), "absent"))
    return out


def _plain(key: str) -> str:
    return re.sub(r"\W+", " ", key.lower()).strip()


def amount_of(text: str) -> int | None:
    """An amount's digits as a number; pages print all amounts with the same decimals, so they compare."""
    found = re.fullmatch(r"[^\d]*((?:\d[\d., '’]*)?\d)[^\d]*", text)
    return None if found is None else int(re.sub(r"\D", "", found.group(1))) * (-1 if "-" in text[:3] else 1)


def sum_questions(draft: Draft, voices: tuple[Voice, ...]) -> list[QA]:
    """Whether an amount is above or below a number near it."""
    out = []
    for name in MONEY:
        cents = amount_of(draft.value(name))
        if not cents or cents < 1000:
            continue
        voice = draft.rng.choice(voices)
        words = all_fields()[name]
        if voice.language not in words.names:
            continue
        scale = 10**draft.world.money.decimals
        limit = _round_limit(cents / scale * draft.rng.choice((0.4, 0.6, 0.8, 1.25, 1.6, 2.5)))
        over = draft.rng.random() < 0.6
        called = voice.rng.choice(words.names[voice.language][:2])
        question = voice.put("above" if over else "below", name=called, value=str(limit))
        truth = cents > limit * scale if over else cents < limit * scale
        out.append(QA(question, voice.yes(truth), draft.facts[name].words, "compare"))
    return out


def _round_limit(value: float) -> int:
    """A number as a person would name it: one or two figures and noughts."""
    size = 10 ** max(0, len(str(int(value))) - 2)
    return max(1, int(value / size) * size)


def place_questions(draft: Draft, voices: tuple[Voice, ...]) -> list[QA]:
    """What stands at the head, at the foot, in a list."""
    out = []
    for name, span in draft.places.items():
        voice = draft.rng.choice(voices)
        if name.startswith("list:"):
            key = re.sub(r"^\d+\. ", "", name[5:])
            out.append(QA(voice.put("list", key=key), (span.text,), span.words, "locate"))
        elif 0 < len(span.words) <= 14:
            out.append(QA(voice.put(name), (span.text,), span.words, "locate"))
    return out + _line_questions(draft, voices)


def _line_questions(draft: Draft, voices: tuple[Voice, ...]) -> list[QA]:
    marks = draft.canvas.marks
    lines = group_lines([Word(mark.text, Box(*mark.frame)) for mark in marks])
    out = []
    for frame, line in (("first_line", lines[0]), ("last_line", lines[-1])) if lines else ():
        if len(line) <= 12:
            text = " ".join(marks[n].text for n in line)
            out.append(QA(draft.rng.choice(voices).put(frame), (text,), tuple(line), "locate"))
    return out


def absent_questions(draft: Draft, voices: tuple[Voice, ...]) -> list[QA]:
    """Questions the page has no answer to: fields it lacks, keys of other pages, goods it does not list."""
    text = _page_text(draft)
    present = {*draft.facts, *(["items"] if draft.tables else [])}
    hard = [
        QA(voice.whole(words.exact[voice.language]), (), (), "absent")
        for words in _missing(draft, present, text)
        if words.apart and words.near & present and (voice := draft.rng.choice(voices))
    ]
    core = _core_in_vain(draft, voices, present)
    easy = (
        _missed(draft, voices, present)[:12] + _foreign_keys(draft, voices, text) + _foreign_goods(draft, voices, text)
    )
    # where the page lacks what everybody asks, that is the harder lesson
    return hard + core + (draft.rng.sample(easy, min(6, len(easy))) if core else easy)


def _missed(draft: Draft, voices: tuple[Voice, ...], present: set[str]) -> list[QA]:
    """Questions for fields that the page lacks and has nothing like."""
    out = []
    for words in _missing(draft, present, _page_text(draft)):
        voice = draft.rng.choice(voices)
        if not words.near & present and voice.language in words.names:
            out.append(QA(voice.field(words, labels=False), (), (), "absent"))
    draft.rng.shuffle(out)
    return out


def _missing(draft: Draft, present: set[str], text: str) -> list[FieldWords]:
    """The fields that the page lacks and has no label of; a strange page lacks strange particulars alone."""
    strangers = {name for name, one in all_particulars().items() if one.unseen}
    names = (name for name in all_fields() if (name in strangers) == draft.strange)
    lacking = (all_fields()[name] for name in names if name not in present | draft.hushed)
    return [words for words in lacking if not _mentioned(text, words, draft.language)]


def _core_in_vain(draft: Draft, voices: tuple[Voice, ...], present: set[str]) -> list[QA]:
    """What everybody asks of an invoice, on a page of it that does not tell."""
    if draft.kind != "invoice":
        return []
    missing = [all_fields()[name] for name in ASKED_FIRST if name not in present | draft.hushed]
    asked = [(voice, words) for words in missing for voice in voices if not words.near & present or words.apart]
    return [QA(voice.whole(words.exact[voice.language]), (), (), "absent") for voice, words in asked]


def _mentioned(text: str, words: FieldWords, language: str) -> bool:
    """Whether one of the field's labels is printed somewhere, value or not."""
    printed = (*words.printed.get(language, ()), *words.printed["en"])
    return any(len(label) > 3 and label.lower().rstrip(".") in text for label in printed)


def _foreign_keys(draft: Draft, voices: tuple[Voice, ...], text: str) -> list[QA]:
    labels = [label for label, _ in form_labels(draft.language) if label not in VAGUE]
    chosen = [label for label in draft.rng.sample(labels, 6) if label.lower().split()[0].rstrip(".") not in text]
    return [QA(draft.rng.choice(voices).put("kv", key=label), (), (), "absent") for label in chosen]


def _foreign_goods(draft: Draft, voices: tuple[Voice, ...], text: str) -> list[QA]:
    keys = [table.keys for table in draft.tables if "quantity" in table.keys or "price" in table.keys]
    if not keys:
        return []
    goods = [name for name in draft.world.goods()[:6] if name.lower().split()[0] not in text]
    return [
        QA(draft.rng.choice(voices).put(draft.rng.choice(("quantity", "price", "amount")), row=name), (), (), "absent")
        for name in goods[:3]
    ]
