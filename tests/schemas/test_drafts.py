"""Kinds of documents while they are written: steps, names, sentences about mistakes, files that are kept."""

from __future__ import annotations

import json
from dataclasses import replace
from pathlib import Path

import jsonschema
import pytest

from docqa_app.core.fields import FieldType
from docqa_app.errors import ExportError, UsageError
from docqa_app.schemas import draft_steps as steps
from docqa_app.schemas.draft import Draft, DraftField, DraftRule, Part
from docqa_app.schemas.draft_file import draft_of, schema_of, value_of
from docqa_app.schemas.draft_problems import pattern_problem, rule_problem
from docqa_app.schemas.kinds import propose
from docqa_app.schemas.schema import Schema
from docqa_app.schemas.schema_file import find_schema, shipped_schemas
from docqa_app.schemas.schema_folder import SchemaFolder
from tests.extracting.sheets import SCHEMAS, document, invoice_lines, page

INVOICE = draft_of(find_schema("invoice", SCHEMAS))
TOTAL = next(at for at, one in enumerate(INVOICE.fields) if one.name == "total_amount")


def simple(*names: str) -> Draft:
    fields = tuple(DraftField(name, label={"en": name}, phrasings={"en": (name,)}) for name in names)
    return Draft("order", {"en": "Order"}, fields)


@pytest.mark.parametrize("schema", shipped_schemas(SCHEMAS), ids=lambda schema: schema.name)
def test_what_is_shipped_comes_through_a_draft_as_it_was(schema: object) -> None:
    published = json.loads((SCHEMAS / "schema.schema.json").read_text(encoding="utf-8"))
    draft = draft_of(schema)  # type: ignore[arg-type]
    jsonschema.validate(value_of(draft), published)
    assert draft_of(schema_of(draft)) == draft


def test_a_new_field_is_called_and_asked_for_by_its_label() -> None:
    draft = steps.added(simple("total"), Part.FIELDS, "de", "Größe (cm)")
    assert draft.fields[1] == DraftField("groesse_cm", label={"de": "Größe (cm)"}, phrasings={"de": ("Größe (cm)",)})
    schema_of(draft)


@pytest.mark.parametrize(
    ("label", "name"),
    [
        ("Total", "total_2"),
        ("2nd date", "field_2nd_date"),
        ("…", "field"),
        ("Straße", "strasse"),
        ("From", "from_field"),
        ("Line items", "line_items_field"),
    ],
)
def test_names_are_made_for_files_and_stand_once(label: str, name: str) -> None:
    assert steps.name_from(label, {"total"}) == name


def test_a_new_label_makes_a_new_name_where_that_is_wished() -> None:
    draft = steps.added(simple("total"), Part.FIELDS, "en", "New field")
    draft = steps.relabelled(draft, Part.FIELDS, 1, "en", "Delivery date", name_too=True)
    assert draft.fields[1].name == "delivery_date"
    assert steps.relabelled(draft, Part.FIELDS, 1, "en", " ", name_too=True).fields[1].name == "delivery_date"
    assert steps.relabelled(draft, Part.FIELDS, 1, "en", "Day").fields[1].name == "delivery_date"


def test_a_renamed_field_is_renamed_in_rules_and_messages() -> None:
    changed = steps.with_field(INVOICE, Part.FIELDS, TOTAL, replace(INVOICE.fields[TOTAL], name="gross"))
    checks = " ".join(rule.check for rule in changed.rules)
    assert "gross" in checks
    assert "total_amount" not in checks
    assert not any("{total_amount}" in text for rule in changed.rules for text in rule.message.values())
    schema_of(changed)


def test_a_renamed_column_is_renamed_where_columns_are_meant() -> None:
    at = next(at for at, one in enumerate(INVOICE.columns) if one.name == "amount")
    field = DraftField("amount", FieldType.AMOUNT, {"en": "Amount"}, {"en": ("amount",)})
    draft = replace(INVOICE, fields=(*INVOICE.fields, field))
    draft = steps.with_rule(draft, len(draft.rules), DraftRule("x", "amount > 0", {"en": "{amount}"}))
    changed = steps.with_field(draft, Part.COLUMNS, at, replace(draft.columns[at], name="price"))
    assert changed.rules[-1].check == "amount > 0"
    assert any("line_items.price" in rule.check for rule in changed.rules)
    schema_of(changed)


def test_a_renamed_field_stays_out_of_rules_for_rows_that_mean_a_column_of_its_name() -> None:
    rule = DraftRule("x", "quantity * price == amount", {"en": "{amount}"}, each_row=True)
    draft = replace(simple("amount"), columns=simple("quantity", "price", "amount").fields, rules=(rule,))
    changed = steps.relabelled(draft, Part.FIELDS, 0, "en", "Deposit", name_too=True)
    assert changed.fields[0].name == "deposit"
    assert changed.rules == (rule,)


def test_a_renamed_field_is_not_renamed_in_texts() -> None:
    draft = steps.with_rule(simple("paid", "status"), 0, DraftRule("x", """status == "paid" or paid != 'paid'"""))
    changed = steps.relabelled(draft, Part.FIELDS, 0, "en", "Paid on", name_too=True)
    assert changed.rules[0].check == """status == "paid" or paid_on != 'paid'"""


@pytest.mark.parametrize("schema", shipped_schemas(SCHEMAS), ids=lambda schema: schema.name)
def test_every_shipped_rule_can_be_checked(schema: Schema) -> None:
    draft = draft_of(schema)
    assert [rule_problem(draft, rule) for rule in draft.rules] == [""] * len(draft.rules)


def test_fields_are_moved_and_removed() -> None:
    draft = simple("a", "b", "c")
    assert [one.name for one in steps.moved(draft, Part.FIELDS, 0, 1).fields] == ["b", "a", "c"]
    assert steps.moved(draft, Part.FIELDS, 0, -1) == draft
    assert [one.name for one in steps.removed(draft, Part.FIELDS, 1).fields] == ["a", "c"]


@pytest.mark.parametrize(
    ("rule", "said"),
    [
        (DraftRule("x"), "Write what must hold"),
        (DraftRule("x", "total ="), "it is not an expression"),
        (DraftRule("x", "total ** 2 > 1"), "cannot be used in a rule"),
        (DraftRule("x", "summe > 0"), "speaks of “summe”"),
        (DraftRule("x", "amount > 0"), "speaks of “amount”"),
        (DraftRule("x", "amount > 0", each_row=True), ""),
        (DraftRule("x", "sum(line_items.amount) == total"), ""),
        (DraftRule("x", 'total == "4471"'), "“total == '4471'” compares two kinds of values"),
        (DraftRule("x", "total > 0 and po == 4471"), "“po == 4471” compares two kinds of values"),
        (DraftRule("x", 'po == "4471" or not iban_ok(po)'), ""),
        (DraftRule("x", 'po > "4471"'), "orders what is neither numbers nor days"),
        (DraftRule("x", 'day >= "2024-01-01"'), "compares two kinds of values"),
        (DraftRule("x", "day <= day and paid"), ""),
        (DraftRule("x", "abs(po) > 1"), "“po” is no number"),
        (DraftRule("x", "day - day <= 30"), "“day” is no number"),
        (DraftRule("x", "iban_ok(total)"), "“total” is no text"),
        (DraftRule("x", "not total"), "“total” is neither true nor false"),
        (DraftRule("x", "1e999 == total"), "cannot be used in a rule"),
    ],
)
def test_what_is_wrong_with_a_rule_is_a_sentence(rule: DraftRule, said: str) -> None:
    types = (FieldType.AMOUNT, FieldType.TEXT, FieldType.DATE, FieldType.YES_NO)
    named = zip(simple("total", "po", "day", "paid").fields, types, strict=True)
    amount = replace(simple("amount").fields[0], type=FieldType.AMOUNT)
    draft = replace(simple(), fields=tuple(replace(one, type=type) for one, type in named), columns=(amount,))
    problem = rule_problem(draft, rule)
    assert said in problem
    assert bool(problem) == bool(said)


def test_what_is_wrong_with_a_pattern_is_a_sentence() -> None:
    assert "cannot be used" in pattern_problem("(")
    assert pattern_problem(r"\d+") == ""


@pytest.mark.parametrize(
    "pattern",
    [
        "([A-Z0-9]+-?)+",
        r"(?:\w+\s?)*",
        "(a*)*b",
        "( ?[A-Z0-9]{1,4})+",
        r"((\d+-)+)+",
        "(?:[A-Z]+|[0-9]+)+",
        r"(.+,)*\d",
        r"([\]\w]+){2,}",
    ],
)
def test_a_pattern_that_can_take_for_ever_is_refused(pattern: str) -> None:
    assert "can take for ever" in pattern_problem(pattern)
    field = replace(simple("total").fields[0], pattern=pattern)
    with pytest.raises(UsageError, match="can take for ever"):
        schema_of(replace(simple(), fields=(field,)))


@pytest.mark.parametrize(
    "pattern",
    [
        "[A-Z0-9]+(?:-[A-Z0-9]+)*",
        r"(?:\w+ )*\w+",
        r"(?:\S+\s+)*\S+",
        r"(\d{1,3}\.)*\d{1,3},\d\d",
        "([A-Z][a-z]+ ?)+",
        r"(?P<a>[A-Z]\d?)+(?:-|/)?(?!.*x)(?:\d+\|)*",
        r"([A-Z]{2}\d{4})+",
        "( ?[A-Z0-9]{1,4}){3,9}",
        r"(?:[^\W\d_]+[-/])+\d{4,}",
        "(a|b)+",
    ],
)
def test_a_pattern_whose_repeats_are_marked_off_can_be_used(pattern: str) -> None:
    assert pattern_problem(pattern) == ""


def test_an_own_kind_is_kept_and_comes_before_those_shipped(tmp_path: Path) -> None:
    folder = SchemaFolder(SCHEMAS, tmp_path / "own")
    saved = folder.save_as(INVOICE, "en", "Our invoice")
    assert (saved.name, saved.title["en"]) == ("our_invoice", "Our invoice")
    kinds = folder.kinds()
    assert [schema.name for schema in kinds.schemas] == ["our_invoice", "form", "invoice", "receipt"]
    assert kinds.own == {"our_invoice"}
    folder.save(steps.removed(saved, Part.FIELDS, 1))
    assert len(folder.kinds().schemas[0].fields) == len(INVOICE.fields) - 1
    folder.forget("our_invoice")
    assert folder.kinds().own == frozenset()


def test_what_is_shipped_is_not_overwritten(tmp_path: Path) -> None:
    folder = SchemaFolder(SCHEMAS, tmp_path)
    with pytest.raises(UsageError, match="comes with the app"):
        folder.save(INVOICE)
    with pytest.raises(UsageError, match="called “Invoice” already"):
        folder.save_as(INVOICE, "en", "invoice ".title())
    assert not list(tmp_path.iterdir())


def test_an_unfinished_kind_is_not_kept(tmp_path: Path) -> None:
    draft = steps.with_rule(simple("total"), 0, DraftRule("x", "total >", {"en": "!"}))
    with pytest.raises(UsageError, match="Order has a mistake"):
        SchemaFolder(SCHEMAS, tmp_path).save(draft)
    assert not list(tmp_path.iterdir())


def test_a_damaged_own_kind_is_a_sentence_and_spoils_no_other(tmp_path: Path) -> None:
    folder = SchemaFolder(SCHEMAS, tmp_path)
    folder.save(simple("total"))
    (tmp_path / "broken.json").write_text("{")
    (tmp_path / "again.json").write_text((SCHEMAS / "invoice.json").read_text(encoding="utf-8"), encoding="utf-8")
    kinds = folder.kinds()
    assert kinds.own == {"order"}
    assert ["again.json" in kinds.problems[0], "broken.json" in kinds.problems[1]] == [True, True]


def test_a_folder_that_cannot_be_written_is_a_sentence(tmp_path: Path) -> None:
    (tmp_path / "own").touch()
    with pytest.raises(ExportError, match="could not be kept"):
        SchemaFolder(SCHEMAS, tmp_path / "own").save(simple("total"))


def test_the_users_own_invoice_is_proposed_before_the_shipped_one(tmp_path: Path) -> None:
    folder = SchemaFolder(SCHEMAS, tmp_path)
    folder.save_as(steps.removed(INVOICE, Part.FIELDS, 1), "en", "Our invoice")
    assert propose(document(page(invoice_lines())), folder.kinds().schemas).name == "our_invoice"


def test_a_kind_whose_file_has_another_name_is_changed_and_removed_there(tmp_path: Path) -> None:
    folder = SchemaFolder(SCHEMAS, tmp_path)
    folder.save(simple("total"))
    (tmp_path / "order.json").rename(tmp_path / "copied.json")

    folder.save(replace(simple("total"), title={"en": "Changed"}))

    assert [kind.schema.title for kind in folder.kinds().kinds if kind.own] == [{"en": "Changed"}]
    assert folder.kinds().problems == ()
    folder.forget("order")
    assert folder.kinds().own == frozenset()


def test_a_kind_that_cannot_be_read_is_a_sentence_and_the_others_stay(tmp_path: Path) -> None:
    (tmp_path / "bad.json").write_text('{"name": "bad", "title": {"en": "Bad"}}', encoding="utf-8")
    (tmp_path / "lost.json").symlink_to(tmp_path / "nowhere.json")

    kinds = SchemaFolder(SCHEMAS, tmp_path).kinds()

    assert len(kinds.problems) == 2
    assert all(sentence.endswith(".") for sentence in kinds.problems)
    assert kinds.own == frozenset()
    assert kinds.kinds
