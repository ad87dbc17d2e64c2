"""What was learned of suppliers is kept, joined, seen, changed and erased."""

from __future__ import annotations

from concurrent.futures import ThreadPoolExecutor
from dataclasses import replace

from docqa_app.core.document import Box, Document
from docqa_app.core.fields import FieldType
from docqa_app.core.suppliers import Correction, Memory, Side, Supplier, recognised, signs_of, supplier_of
from docqa_app.library.library import SqliteLibrary
from tests.library.invoices import AT, edited, extracted, invoice, page

BOX = Box(0.3, 0.1, 0.4, 0.12)
PAPERS = frozenset(
    ("amtsgericht", "hamburg", "bankverbindung", "sparkasse", "geschaftsfuhrer", "telefon", "040765432", "2070512")
)


def lesson(field: str, label: str, supplier: Supplier, sha256: str = "1" * 64) -> Memory:
    correction = Correction(field, FieldType.TEXT, label, Side.LEFT, 1, BOX, "RE-1", False, sha256, AT)
    return Memory(supplier, (correction,), sha256=sha256)


def test_lessons_of_one_supplier_are_joined_and_the_newer_one_of_a_field_counts(library: SqliteLibrary) -> None:
    werft = Supplier("Werft Nord", "DE136695976", PAPERS)
    library.remember(lesson("invoice_number", "Nr.", werft))
    library.remember(lesson("order_number", "Bestellung", replace(werft, name="WERFT NORD"), "2" * 64))
    library.remember(replace(lesson("invoice_number", "Beleg", werft, "3" * 64), date_order="DMY"))

    (memory,) = library.memories()

    assert [(one.field, one.label) for one in memory.corrections] == [
        ("invoice_number", "Beleg"),
        ("order_number", "Bestellung"),
    ]
    assert memory.date_order == "DMY"


def test_two_suppliers_are_kept_apart_and_listed_by_name(library: SqliteLibrary) -> None:
    library.remember(lesson("invoice_number", "Nr.", Supplier("Werft Nord")))
    library.remember(lesson("invoice_number", "No.", Supplier("Hafen Werkzeug")))

    assert [one.supplier.name for one in library.memories()] == ["Hafen Werkzeug", "Werft Nord"]


def test_what_is_remembered_can_be_changed_and_single_lessons_erased(library: SqliteLibrary) -> None:
    werft = Supplier("Werft Nord")
    library.remember(lesson("invoice_number", "Nr.", werft))
    library.remember(lesson("order_number", "Bestellung", werft))
    (memory,) = library.memories()
    kept = next(one for one in memory.corrections if one.field == "order_number")

    library.remember(replace(memory, corrections=(replace(kept, label="Auftrag"),), decimal_mark=","))

    (changed,) = library.memories()
    assert [(one.field, one.label) for one in changed.corrections] == [("order_number", "Auftrag")]
    assert (changed.decimal_mark, changed.number) == (",", memory.number)


def test_a_supplier_can_be_erased(library: SqliteLibrary) -> None:
    library.remember(lesson("invoice_number", "Nr.", Supplier("Werft Nord")))
    (memory,) = library.memories()

    library.unremember(memory.number)

    assert library.memories() == ()


def test_the_next_document_of_the_supplier_recalls_it(library: SqliteLibrary) -> None:
    first, other = invoice(), invoice("9", "Ostsee Farben AG")
    library.remember(lesson("invoice_number", "Nr.", supplier_of(first, extracted(first)).supplier))

    again = invoice("2")

    recalled = library.remembered(again, extracted(again, "2"))
    assert recalled is not None
    assert recalled.corrections[0].label == "Nr."
    assert library.remembered(other, extracted(other, "9", "Ostsee Farben AG")) is None


def with_vat(document: Document, supplier: str, vat_id: str, *papers: str) -> Memory | None:
    """What a supplier with this name, number and these words on its papers recalls of the one known."""
    known = Memory(Supplier("Werft Nord", "DE136695976", PAPERS))
    found = edited(extracted(document, "1", supplier), "currency", "EUR")[0]
    read = replace(document, pages=(page(supplier, *papers),))
    signs = supplier_of(read, found)
    return recognised((known,), replace(signs, supplier=replace(signs.supplier, vat_id=vat_id)))


def test_a_vat_number_alone_is_not_believed_for_it_may_be_the_customers() -> None:
    footer = " ".join(sorted(PAPERS))

    assert with_vat(invoice(), "Ganz Andere AG", "DE136695976", "nothing alike") is None
    assert with_vat(invoice(), "Falsch gelesen", "DE136695976", footer) is not None
    assert with_vat(invoice(), "WERFT NORD", "", "nothing alike") is not None
    assert with_vat(invoice(), "Werft Nord", "DE999999999", "nothing alike") is None


def test_papers_that_are_printed_alike_tell_a_supplier_whose_name_was_not_read() -> None:
    known = Memory(Supplier("Werft Nord", "", PAPERS))
    words = frozenset((*PAPERS, "hammer", "zange"))

    assert recognised((known,), replace(signs_of(Supplier()), words=words)) == known
    assert recognised((known,), replace(signs_of(Supplier()), words=frozenset(("hammer", "telefon")))) is None


def test_words_alone_that_many_suppliers_print_tell_none_of_them() -> None:
    letters = frozenset(word for word in PAPERS if word.isalpha())
    known = Memory(Supplier("Werft Nord", "", letters))

    assert recognised((known,), replace(signs_of(Supplier()), words=letters)) is None


def test_long_numbers_of_letterhead_and_footer_are_remembered_but_no_dates_and_amounts() -> None:
    document = invoice()
    head = page("Werft Nord", "Tel. 040/76543-2 am 31.03.2024 2024-03-31 20240331 1.234,50 12345.67")
    signs = supplier_of(replace(document, pages=(head,)), extracted(document))

    assert {label for label in signs.supplier.labels if label[0].isdigit()} == {"040765432"}


def test_many_threads_may_use_the_library_at_once(library: SqliteLibrary) -> None:
    def work(number: int) -> str:
        document = invoice(str(number))
        library.keep(document, extracted(document, str(number)))
        entry = library.entry(document.sha256)
        return entry.number if entry else ""

    with ThreadPoolExecutor(4) as pool:
        assert list(pool.map(work, range(12))) == [str(number) for number in range(12)]


def test_a_till_whose_letterhead_is_its_name_alone_is_not_known_by_goods_of_that_name() -> None:
    known = Memory(Supplier("SHELL", "", frozenset(("shell",))))
    garage = replace(invoice(), pages=(page("Bramley Autoparts", "SHELL Helix oil 5W30"),))

    assert recognised((known,), supplier_of(garage, extracted(garage, "1", "Bramley Autoparts"))) is None


def test_a_name_inside_other_words_is_not_the_suppliers() -> None:
    known = Memory(Supplier("Aral", "", frozenset(("richmond", "tankstelle"))))

    def said(*lines: str) -> Memory | None:
        document = replace(invoice(), pages=(page(*lines),))
        return recognised((known,), supplier_of(document, extracted(document, "1", "Falsch gelesen")))

    assert said("Jaral Foods", "Richmond Tankstelle") is None
    assert said("Aral", "Richmond Tankstelle") == known


def test_a_supplier_whose_name_is_printed_in_one_is_known_with_its_papers() -> None:
    known = Memory(Supplier("Werft Nord", "", frozenset(("werft", "nord", "hamburg", "sparkasse"))))
    document = replace(invoice(), pages=(page("WERFTNORD", "Hamburg Sparkasse"),))

    assert recognised((known,), supplier_of(document, extracted(document, "1", "Falsch gelesen"))) == known
