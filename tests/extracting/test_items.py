"""Line items: rows and cells as the table has them, over pages, without headers, sums and totals."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from decimal import Decimal

import pytest

from docqa_app.core.document import Page
from docqa_app.core.fields import LineItem, State
from docqa_app.core.geometry import turned
from docqa_app.extracting.line_items.items import line_items
from docqa_app.schemas.schema_file import load_schema
from docqa_app.values.conventions import conventions_of
from tests.extracting.sheets import SCHEMAS, Cell, document, invoice_lines, page, right

INVOICE = load_schema(SCHEMAS / "invoice.json")
RECEIPT = load_schema(SCHEMAS / "receipt.json")
Lines = list[tuple[float, Sequence[Cell]]]
TOTALLED: tuple[float, Sequence[Cell]] = (0.3, [(0.1, "Total"), right(0.89, "99.00")])


def items(*pages: Page, schema: str = "invoice") -> tuple[LineItem, ...]:
    chosen = INVOICE if schema == "invoice" else RECEIPT
    return line_items(document(*pages), chosen, conventions_of(pages), 0.7)


def texts(found: Sequence[LineItem]) -> list[tuple[str, ...]]:
    return [tuple(cell.text for cell in item.cells) for item in found]


HEADER: Sequence[Cell] = [(0.1, "Pos."), (0.16, "Description"), (0.5, "Qty"), (0.62, "Unit Price"), (0.83, "Total")]


def row(top: float, number: int, name: str, quantity: str, price: str, amount: str) -> tuple[float, Sequence[Cell]]:
    return top, [(0.1, str(number)), (0.16, name), right(0.53, quantity), right(0.73, price), right(0.89, amount)]


def test_rows_have_their_cells_and_wrapped_text_joins_its_row() -> None:
    found = items(page(invoice_lines()))
    assert texts(found) == [
        ("Hammer", "2", "20,00", "40,00"),
        ("Zange mit langem Griff", "3", "20,00", "60,00"),
    ]
    assert [item.cell("amount").value for item in found] == [Decimal("40.00"), Decimal("60.00")]


def test_every_cell_has_a_box_for_each_of_its_lines() -> None:
    hammer, pliers = items(page(invoice_lines()))
    assert len(hammer.cell("description").boxes) == 1
    above, below = pliers.cell("description").boxes
    assert above.top < below.top < 0.34
    (amount,) = pliers.cell("amount").boxes
    assert 0.8 < amount.left < amount.right < 0.9


def test_columns_that_nobody_asks_for_do_not_spill_into_others() -> None:
    found = items(page([(0.2, HEADER), row(0.24, 1, "Paint 5 l", "2", "10.00", "20.00")]))
    assert texts(found) == [("Paint 5 l", "2", "10.00", "20.00")]


def test_subtotals_totals_and_taxes_are_no_rows() -> None:
    lines: Lines = [(0.2, HEADER), row(0.24, 1, "Paint", "2", "10.00", "20.00")]
    lines += [(0.28, [(0.16, "Subtotal"), right(0.89, "20.00")]), (0.31, [(0.16, "VAT 19%"), right(0.89, "3.80")])]
    assert len(items(page(lines))) == 1


def test_a_table_goes_on_on_the_next_page_under_its_header_again() -> None:
    first = page(
        [
            (0.2, HEADER),
            row(0.24, 1, "Paint", "2", "10.00", "20.00"),
            (0.9, [(0.16, "Carried over"), right(0.89, "20.00")]),
        ]
    )
    second = page(
        [(0.05, HEADER), row(0.1, 2, "Brush", "1", "5.00", "5.00"), (0.2, [(0.6, "Total"), right(0.89, "25.00")])], 2
    )
    found = items(first, second)
    assert [cells[0] for cells in texts(found)] == ["Paint", "Brush"]
    assert [item.cell("amount").page for item in found] == [1, 2]


def test_a_table_goes_on_on_the_next_page_without_a_header() -> None:
    first = page([(0.2, HEADER), row(0.24, 1, "Paint", "2", "10.00", "20.00")])
    second = page([row(0.1, 2, "Brush", "1", "5.00", "5.00"), (0.2, [(0.6, "Total"), right(0.89, "25.00")])], 2)
    assert texts(items(first, second))[1] == ("Brush", "1", "5.00", "5.00")


def test_after_its_totals_a_table_does_not_go_on() -> None:
    first = page(
        [(0.2, HEADER), row(0.24, 1, "Paint", "2", "10.00", "20.00"), (0.3, [(0.6, "Total"), right(0.89, "20.00")])]
    )
    second = page([row(0.1, 2, "Bank account", "1", "5.00", "5.00")], 2)
    assert len(items(first, second)) == 1


def test_a_header_may_take_two_lines() -> None:
    lines: Lines = [
        (0.2, [(0.62, "Unit"), (0.83, "Line")]),
        (0.216, [(0.1, "Description"), (0.5, "Qty"), (0.62, "Price"), (0.83, "Total")]),
        (0.25, [(0.1, "Paint"), right(0.53, "2"), right(0.68, "10.00"), right(0.89, "20.00")]),
    ]
    assert texts(items(page(lines))) == [("Paint", "2", "10.00", "20.00")]


def test_text_that_runs_beneath_the_next_header_stays_in_its_column() -> None:
    lines: Lines = [(0.2, HEADER), row(0.24, 1, "A very long name of a tool", "2", "10.00", "20.00")]
    assert texts(items(page(lines)))[0] == ("A very long name of a tool", "2", "10.00", "20.00")


def test_rows_of_a_page_that_lies_on_its_side_are_found_with_boxes_as_shown() -> None:
    upright = page(invoice_lines())
    words = tuple(replace(word, box=turned(word.box, 270)) for word in upright.words)
    found = items(replace(upright, words=words, turn=90))
    assert texts(found)[0] == ("Hammer", "2", "20,00", "40,00")
    (box,) = found[0].cell("amount").boxes
    assert box.height > box.width


def test_a_letter_without_a_table_has_no_rows() -> None:
    assert items(page([(0.1, [(0.1, "Dear Madam, the total is 20.00")]), (0.2, [(0.1, "Yours")])])) == ()


def test_a_receipt_has_rows_without_a_header() -> None:
    lines: Lines = [
        (0.05, [(0.3, "CORNER SHOP")]),
        (0.20, [(0.1, "2 x Tea"), right(0.8, "5.00")]),
        (0.23, [(0.1, "Apple cake"), right(0.8, "3.50")]),
        (0.26, [(0.1, "TOTAL"), right(0.8, "8.50")]),
        (0.29, [(0.1, "CASH"), right(0.8, "10.00")]),
    ]
    found = items(page(lines), schema="receipt")
    assert texts(found) == [("Tea", "2", "5.00"), ("Apple cake", "", "3.50")]
    assert found[1].cell("quantity").state is State.NOT_FOUND


def test_counts_and_prices_around_a_sign_that_multiplies_are_cells_of_rows_without_a_header() -> None:
    lines: Lines = [
        (0.20, [(0.1, "Re-dressing by nurse × 3 19.75"), right(0.8, "59.25")]),
        (0.23, [(0.1, "Radiographs, left hock 2 × 168.50"), right(0.8, "337.00")]),
        (0.26, [(0.1, "Board 600 x 1000"), right(0.8, "12.00")]),
        (0.29, [(0.1, "Sum"), right(0.8, "408.25")]),
    ]
    assert texts(items(page(lines))) == [
        ("Re-dressing by nurse", "3", "19.75", "59.25"),
        ("Radiographs, left hock", "2", "168.50", "337.00"),
        ("Board 600 x 1000", "", "", "12.00"),
    ]


def test_what_stands_behind_an_amount_of_a_receipt_is_no_part_of_its_row() -> None:
    lines: list[tuple[float, Sequence[Cell]]] = [
        (0.2, [(0.1, "2 x 3,80")]),
        (0.22, [(0.1, "Saftschorle 0,4"), right(0.8, "7,60"), (0.82, "€")]),
        (0.24, [(0.1, "Schnitzel"), right(0.8, "17,50"), (0.82, "b"), (0.86, "-")]),
        (0.26, [(0.1, "Guinness ="), right(0.8, "4,80"), (0.82, "|")]),
        (0.28, [(0.1, "Brötchen"), right(0.76, "10,"), right(0.8, "50"), (0.82, "€")]),
        (0.30, [(0.1, "Gesamt"), right(0.8, "40,40"), (0.82, "€")]),
        (0.32, [(0.1, "enthaltene MwSt 7%"), right(0.8, "2,64"), (0.82, "€")]),
    ]
    found = texts(items(page(lines), schema="receipt"))
    assert [(row[0], row[-1]) for row in found] == [
        ("Saftschorle 0,4", "7,60"),
        ("Schnitzel", "17,50"),
        ("Guinness", "4,80"),
        ("Brötchen", "10, 50"),
    ]


def test_the_name_stands_over_a_line_that_says_only_how_many_at_what_price() -> None:
    lines: list[tuple[float, Sequence[Cell]]] = [
        (0.2, [(0.1, "201 Altenburger Pils")]),
        (0.22, [(0.14, "22x"), (0.2, "3,60"), (0.3, "EURO"), (0.6, "A"), right(0.9, "79,20")]),
        (0.24, [(0.1, "218 Wasser"), (0.6, "A"), right(0.9, "4,90")]),
        (0.26, [(0.1, "SUMME"), right(0.9, "84,10")]),
    ]
    found = [item.cell("description").text for item in items(page(lines), schema="receipt")]
    assert [name.removesuffix(" A") for name in found] == ["201 Altenburger Pils", "Wasser"]


def test_how_many_at_what_price_is_told_of_the_row_whose_amount_it_makes() -> None:
    over: Lines = [
        (0.2, [(0.1, "2 x 3,80")]),
        (0.22, [(0.1, "Saftschorle"), right(0.9, "7,60")]),
        (0.24, [(0.1, "Kuchen"), right(0.9, "4,00")]),
        (0.3, [(0.1, "Gesamt"), right(0.9, "11,60")]),
    ]
    under: Lines = [over[1], (0.23, over[0][1]), *over[2:]]
    for lines in (over, under):
        found = items(page(lines), schema="receipt")
        assert [(one.cell("description").text, one.cell("quantity").text) for one in found] == [
            ("Saftschorle", "2"),
            ("Kuchen", ""),
        ]


def test_a_stroke_among_counts_is_a_one() -> None:
    rows = [("2", "Tea", "3.00"), ("|", "Coke", "3.09"), ("1", "Fish", "16.29")]
    lines: Lines = [
        (0.2 + 0.02 * n, [(0.1, count), (0.14, name), right(0.9, price)]) for n, (count, name, price) in enumerate(rows)
    ]
    found = items(page([*lines, (0.3, [(0.1, "Total"), right(0.9, "22.38")])]), schema="receipt")
    assert [item.cell("description").text for item in found] == ["Tea", "Coke", "Fish"]


def test_rows_that_add_up_are_found_under_a_head_that_misleads_and_on_what_is_called_an_invoice() -> None:
    head: Lines = [(0.18, [(0.1, "ITEMS ORDERED"), (0.8, "AMOUNT")])]
    rows: Lines = [
        (0.2, [(0.1, "TALL BUD LIGHT"), right(0.9, "10.50")]),
        (0.22, [(0.1, "TALL SAM ADAMS SUMMER"), right(0.9, "24.00")]),
        (0.26, [(0.1, "SUBTOTAL"), right(0.9, "34.50")]),
    ]
    named = ["TALL BUD LIGHT", "TALL SAM ADAMS SUMMER"]
    assert [one.cell("description").text for one in items(page([*head, *rows]), schema="receipt")] == named
    assert [one.cell("description").text for one in items(page(rows), schema="invoice")] == named


def test_a_count_with_its_sign_is_a_number() -> None:
    lines: Lines = [
        (0.20, [(0.1, "Inner cable"), right(0.5, "x2"), right(0.8, "13.00")]),
        (0.23, [(0.1, "Chain"), right(0.5, "X3"), right(0.8, "39.90")]),
        (0.26, [(0.1, "Total"), right(0.8, "52.90")]),
    ]
    found = items(page(lines), schema="receipt")
    assert [item.cell("quantity").value for item in found] == [Decimal(2), Decimal(3)]


def test_the_letter_of_a_tax_behind_an_amount_ends_no_row() -> None:
    lines: Lines = [
        (0.20, [(0.1, "MILK"), right(0.8, "1,29"), (0.83, "A")]),
        (0.23, [(0.1, "SOAP"), right(0.8, "2,49"), (0.83, "B")]),
        (0.26, [(0.1, "SUMME"), right(0.8, "3,78")]),
    ]
    assert texts(items(page(lines), schema="receipt")) == [("MILK", "", "1,29"), ("SOAP", "", "2,49")]


def test_a_digit_that_names_the_tax_behind_an_amount_is_no_amount() -> None:
    lines: Lines = [
        (0.20, [(0.1, "LENTILLES VERTES"), right(0.8, "3,12 1")]),
        (0.23, [(0.1, "SAVON ALEP"), right(0.8, "6,90 2")]),
        (0.245, [(0.1, "REMISE FIDELITE"), right(0.8, "-0,69 2")]),
        (0.26, [(0.1, "TOTAL A PAYER"), right(0.8, "9,33")]),
    ]
    assert texts(items(page(lines), schema="receipt")) == [
        ("LENTILLES VERTES", "", "3,12"),
        ("SAVON ALEP", "", "6,90"),
        ("REMISE FIDELITE", "", "-0,69"),
    ]


def test_the_letter_of_a_tax_before_an_amount_is_no_part_of_a_name() -> None:
    lines: Lines = [
        (0.20, [(0.1, "NASAL SPRAY"), (0.6, "A"), right(0.8, "7.90")]),
        (0.23, [(0.1, "HONEY"), (0.6, "B"), right(0.8, "9.75")]),
        (0.26, [(0.1, "TOTAL"), right(0.8, "17.65")]),
    ]
    assert [name for name, *_ in texts(items(page(lines), schema="receipt"))] == ["NASAL SPRAY", "HONEY"]


def test_one_name_that_ends_in_a_letter_keeps_it() -> None:
    lines: Lines = [
        (0.20, [(0.1, "VITAMIN C"), right(0.8, "7.90")]),
        (0.23, [(0.1, "HONEY"), right(0.8, "9.75")]),
        (0.24, [(0.1, "BREAD"), right(0.8, "3.00")]),
        (0.26, [(0.1, "TOTAL"), right(0.8, "20.65")]),
    ]
    assert texts(items(page(lines), schema="receipt"))[0][0] == "VITAMIN C"


def test_a_name_above_its_counts_belongs_to_the_row() -> None:
    lines: Lines = [
        (0.2, [(0.1, "Green tea")]),
        (0.22, [(0.1, "2 x 2.50"), right(0.8, "5.00")]),
        (0.25, [(0.1, "Total"), right(0.8, "5.00")]),
    ]
    assert texts(items(page(lines), schema="receipt"))[0][::2] == ("Green tea", "5.00")


def test_a_badly_read_cell_is_to_be_checked() -> None:
    good = page(invoice_lines())
    words = tuple(replace(w, confidence=0.4) if w.text == "40,00" else w for w in good.words)
    hammer, _ = items(replace(good, words=words))
    assert hammer.cell("amount").state is State.CHECK
    assert hammer.cell("unit_price").state is State.CONFIDENT


def test_columns_without_a_known_label_are_told_by_the_arithmetic_of_their_rows() -> None:
    header: Sequence[Cell] = [(0.1, "Description"), (0.45, "Wieviel"), (0.62, "Kostet"), (0.83, "Total")]
    lines: Lines = [(0.2, header)]
    for n, (name, count, price, amount) in enumerate(
        [("Paint", "2", "10.00", "20.00"), ("Brush", "3", "5.00", "15.00")]
    ):
        lines.append((0.24 + 0.03 * n, [(0.1, name), right(0.5, count), right(0.73, price), right(0.89, amount)]))
    assert texts(items(page(lines))) == [("Paint", "2", "10.00", "20.00"), ("Brush", "3", "5.00", "15.00")]


def test_a_rightmost_column_of_numbers_without_a_known_label_is_the_amount() -> None:
    header: Sequence[Cell] = [(0.1, "Description"), (0.45, "Qty"), (0.83, "Macht")]
    lines: Lines = [(0.2, header), (0.24, [(0.1, "Paint"), right(0.5, "2"), right(0.89, "20.00")])]
    assert texts(items(page(lines))) == [("Paint", "2", "", "20.00")]


def test_of_two_columns_of_text_the_one_with_more_letters_is_the_goods() -> None:
    header: Sequence[Cell] = [(0.1, "Item"), (0.25, "Description"), (0.55, "Qty"), (0.83, "Amount")]
    lines: Lines = [
        (0.2, header),
        (0.24, [(0.1, "LH-100"), (0.25, "Letterhead in blue"), right(0.58, "3"), right(0.89, "60.00")]),
    ]
    assert texts(items(page(lines))) == [("Letterhead in blue", "3", "", "60.00")]


def test_a_header_is_known_though_a_letter_was_misread() -> None:
    header: Sequence[Cell] = [(0.1, "Descripticn"), (0.5, "Quantity"), (0.62, "Unit Prlce"), (0.83, "Total")]
    lines: Lines = [
        (0.2, header),
        (0.24, [(0.1, "Paint"), right(0.53, "2"), right(0.73, "10.00"), right(0.89, "20.00")]),
    ]
    assert texts(items(page(lines))) == [("Paint", "2", "10.00", "20.00")]


def test_a_row_whose_amount_was_misread_stays_a_row_and_is_to_be_checked() -> None:
    lines: Lines = [(0.2, HEADER), row(0.24, 1, "Paint", "2", "10.00", "s20.0O")]
    (found,) = items(page(lines))
    assert (found.cell("amount").text, found.cell("amount").value) == ("s20.0O", None)
    assert found.cell("amount").state is State.CHECK


def test_a_note_under_a_row_is_no_part_of_its_name_and_ends_it() -> None:
    lines = [
        (0.2, HEADER),
        row(0.24, 1, "Paint 5 l", "2", "10.00", "20.00"),
        (0.257, [(0.16, "matt white")]),
        (0.274, [(0.16, "Serial no. 4711")]),
        (0.291, [(0.16, "Unit as agreed")]),
        row(0.32, 2, "Brush", "1", "3.00", "3.00"),
    ]
    assert [one.cell("description").text for one in items(page(lines))] == ["Paint 5 l matt white", "Brush"]


def test_goods_go_on_behind_the_subtotal_of_a_group_and_end_at_the_last() -> None:
    lines = [
        (0.2, HEADER),
        row(0.24, 1, "Paint", "2", "10.00", "20.00"),
        (0.27, [(0.1, "Subtotal"), right(0.89, "20.00")]),
        row(0.30, 2, "Brush", "1", "3.00", "3.00"),
        (0.33, [(0.1, "Subtotal"), right(0.89, "3.00")]),
        (0.36, [(0.1, "Total"), right(0.89, "23.00")]),
    ]
    assert [one.cell("description").text for one in items(page(lines))] == ["Paint", "Brush"]


def test_goods_go_on_behind_a_total_that_only_sums_the_rows_above_it_up() -> None:
    lines = [
        (0.2, HEADER),
        row(0.24, 1, "Paint", "2", "10.00", "20.00"),
        (0.27, [(0.1, "Total ground floor"), right(0.89, "20.00")]),
        row(0.30, 2, "Brush", "1", "3.00", "3.00"),
        (0.33, [(0.1, "Postage"), right(0.89, "5.00")]),
        (0.36, [(0.1, "Total"), right(0.89, "28.00")]),
    ]
    assert [one.cell("description").text for one in items(page(lines))] == ["Paint", "Brush"]


def test_a_row_is_told_more_of_in_words_that_sums_begin_with() -> None:
    lines = [
        (0.2, HEADER),
        row(0.24, 1, "Paint", "2", "10.00", "20.00"),
        (0.26, [(0.16, "Gross price 12.50, discount 20 %")]),
        row(0.30, 2, "Brush", "1", "3.00", "3.00"),
        (0.36, [(0.1, "Gross"), right(0.89, "23.00")]),
    ]
    assert [one.cell("amount").text for one in items(page(lines))] == ["20.00", "3.00"]


def test_a_column_of_numbers_without_a_head_is_told_from_its_neighbour() -> None:
    header: Sequence[Cell] = [(0.16, "Description"), (0.62, "Price"), (0.83, "Total")]
    lines = [
        (0.2, header),
        *(
            (top, [(0.16, name), right(0.6, count), right(0.68, price), right(0.89, amount)])
            for top, name, count, price, amount in (
                (0.24, "Paint", "2", "10.00", "20.00"),
                (0.27, "Brush", "4", "3.00", "12.00"),
                (0.30, "Roller", "3", "5.00", "15.00"),
            )
        ),
    ]
    assert texts(items(page(lines)))[1] == ("Brush", "4", "3.00", "12.00")


def test_where_one_column_of_amounts_is_printed_it_is_the_rows_sum() -> None:
    header: Sequence[Cell] = [(0.16, "Description"), (0.5, "Qty"), (0.83, "Price")]
    lines = [
        (0.2, header),
        (0.24, [(0.16, "Paint"), right(0.53, "2"), right(0.89, "20.00")]),
        (0.27, [(0.16, "Brush"), right(0.53, "4"), right(0.89, "12.00")]),
    ]
    assert texts(items(page(lines))) == [("Paint", "2", "", "20.00"), ("Brush", "4", "", "12.00")]


def test_two_heads_that_stand_close_are_not_taken_for_one_misread() -> None:
    header: Sequence[Cell] = [(0.1, "QTY"), (0.14, "DESCRIPTION"), (0.62, "Unit Price"), (0.83, "Total")]
    lines = [
        (0.2, header),
        (0.24, [right(0.12, "8"), (0.14, "Tea"), right(0.7, "2.00"), right(0.89, "16.00")]),
        (0.27, [right(0.12, "6"), (0.14, "Soap"), right(0.7, "1.00"), right(0.89, "6.00")]),
    ]
    assert texts(items(page(lines))) == [("Tea", "8", "2.00", "16.00"), ("Soap", "6", "1.00", "6.00")]


def test_labels_that_say_whether_tax_is_in_them_are_known_without_it() -> None:
    head: Sequence[Cell] = [(0.1, "Service"), (0.5, "Qty"), (0.58, "Unit price ex GST"), (0.8, "Amount ex GST")]
    found = items(
        page([(0.2, head), (0.24, [(0.1, "Paint"), right(0.53, "2"), right(0.74, "9.00"), right(0.93, "18.00")])])
    )
    assert texts(found) == [("Paint", "2", "9.00", "18.00")]


def test_a_line_that_only_ends_the_heads_over_it_belongs_to_the_header() -> None:
    head: Sequence[Cell] = [(0.1, "Artikel"), (0.45, "Menge"), (0.58, "Einzelpreis"), (0.8, "Summe")]
    rows = [(0.24, [(0.1, "Farbe"), right(0.5, "2"), right(0.7, "9,00"), right(0.87, "18,00")])]
    found = items(page([(0.2, head), (0.216, [(0.6, "netto"), (0.81, "netto")]), *rows]))
    assert texts(found) == [("Farbe", "2", "9,00", "18,00")]


def test_a_head_of_two_lines_around_the_middle_of_the_others_is_no_row() -> None:
    head: Sequence[Cell] = [(0.1, "Description"), (0.45, "Quantity"), (0.58, "Unit Price")]
    rows = [(0.23, [(0.1, "Paint"), right(0.5, "2"), right(0.7, "9.00"), right(0.87, "18.00")])]
    found = items(page([(0.2, [(0.8, "Price w/o")]), (0.207, head), (0.214, [(0.83, "Tax")]), *rows]))
    assert texts(found) == [("Paint", "2", "9.00", "18.00")]


def test_two_labels_that_stand_close_are_no_misread_label() -> None:
    head: Sequence[Cell] = [(0.1, "Work done"), (0.5, "Hours Rate"), (0.8, "Total")]
    found = items(page([(0.2, head), (0.24, [(0.1, "Lease"), (0.5, "2"), (0.565, "90.00"), right(0.86, "180.00")])]))
    assert [item.cell("quantity").text for item in found] == ["2"]


def test_rows_without_a_header_are_told_by_the_sum_under_them() -> None:
    lines: list[tuple[float, Sequence[Cell]]] = [
        (0.2, [(0.1, "Rental"), right(0.5, "5"), right(0.65, "31.40"), right(0.9, "157.00")]),
        (0.23, [(0.1, "Fuel"), right(0.9, "38.60")]),
        (0.3, [(0.6, "Total"), right(0.9, "195.60")]),
    ]
    assert texts(items(page(lines))) == [("Rental", "5", "31.40", "157.00"), ("Fuel", "", "", "38.60")]


def test_amounts_that_add_up_to_nothing_below_them_are_no_rows() -> None:
    lines = [(0.2, [(0.1, "Rental"), right(0.9, "157.00")]), (0.23, [(0.1, "Fuel"), right(0.9, "38.60")])]
    assert items(page([*lines, (0.3, [(0.6, "Total"), right(0.9, "200.00")])])) == ()


def test_a_head_that_names_two_things_heads_one_column() -> None:
    lines: Lines = [
        (0.2, [(0.1, "Treatment / Item"), (0.5, "Qty"), (0.62, "Price"), (0.83, "Amount GBP")]),
        (0.24, [(0.1, "Consultation, first opinion"), right(0.53, "2"), right(0.68, "10.00"), right(0.89, "20.00")]),
    ]
    assert texts(items(page(lines))) == [("Consultation, first opinion", "2", "10.00", "20.00")]


def test_a_price_that_was_taken_for_the_sum_is_told_by_arithmetic() -> None:
    lines: Lines = [(0.2, [(0.1, "Details"), (0.5, "Qty"), (0.65, "Charge"), (0.83, "Price")])]
    lines += [
        (0.24, [(0.1, "Valve"), right(0.53, "2"), right(0.7, "10.00"), right(0.89, "20.00")]),
        (0.28, [(0.1, "Boiler"), right(0.53, "3"), right(0.7, "50.00"), right(0.89, "150.00")]),
    ]
    assert texts(items(page(lines))) == [("Valve", "2", "10.00", "20.00"), ("Boiler", "3", "50.00", "150.00")]


def test_goods_whose_names_begin_as_sums_do_end_no_table() -> None:
    head: Sequence[Cell] = [(0.1, "Description"), (0.8, "Amount")]
    names = [
        "Bookkeeping, first quarter",
        "Tax return preparation, Form 1120-S",
        "2 Service call",
        "Visa application, family of four",
        "Report and schedule of defects",
        "USt-Voranmeldung März",
        "Remise en état du portail",
        "Change of filter",
    ]
    rows: Lines = [(0.24 + 0.03 * n, [(0.1, name), right(0.9, "25.00")]) for n, name in enumerate(names)]
    sums: Lines = [
        (0.50, [(0.1, "Tax (state and local) 5.5%"), right(0.9, "11.00")]),
        (0.53, [(0.1, "Paid"), right(0.9, "211.00")]),
    ]
    assert [item.cell("description").text for item in items(page([(0.2, head), *rows, *sums]))] == names


def test_a_tax_that_stands_among_the_sums_ends_the_table_whatever_it_is_called() -> None:
    lines: Lines = [(0.2, HEADER), row(0.24, 1, "Paint", "2", "10.00", "20.00")]
    lines += [(0.28, [(0.6, "Tax Bangor 5.5%"), right(0.89, "1.10")]), (0.31, [(0.6, "Tip"), right(0.89, "3.00")])]
    assert len(items(page(lines))) == 1


def test_goods_without_a_header_may_begin_as_sums_do() -> None:
    lines: Lines = [
        (0.2, [(0.1, "Tax return preparation"), right(0.9, "150.00")]),
        (0.23, [(0.1, "Card reader"), right(0.9, "38.60")]),
        (0.3, [(0.6, "Total"), right(0.9, "188.60")]),
    ]
    assert [name for name, *_ in texts(items(page(lines)))] == ["Tax return preparation", "Card reader"]


def test_a_text_that_goes_on_under_the_next_head_is_whole() -> None:
    lines: Lines = [
        (0.2, HEADER),
        row(0.24, 1, "Inspection as the maker asks", "2", "10.00", "20.00"),
        (0.256, [(0.16, "including reading of the memory and resetting")]),
        row(0.3, 2, "Brush", "1", "3.00", "3.00"),
    ]
    whole = "Inspection as the maker asks including reading of the memory and resetting"
    assert texts(items(page(lines)))[0] == (whole, "2", "10.00", "20.00")


def test_the_number_of_a_row_is_no_part_of_its_name_where_both_heads_stand_close() -> None:
    for number, name in (("S.No", "Description of Services"), ("Nr.", "Leistungsbeschreibung"), ("SKU", "Designation")):
        head: Sequence[Cell] = [(0.1, number), (0.105 + 0.011 * len(number), name), (0.6, "Qty"), (0.83, "Total")]
        rows = [
            (0.24 + 0.03 * n, [(0.1, str(n)), (0.16, "Yarn"), right(0.63, "4"), right(0.89, "9.00")]) for n in (1, 2)
        ]
        assert texts(items(page([(0.2, head), *rows]))) == [("Yarn", "4", "", "9.00")] * 2


def test_rates_of_tax_and_days_beside_goods_without_a_header_are_no_part_of_their_names() -> None:
    lines: Lines = [
        (0.2, [(0.05, "02-03-2026"), (0.2, "Sea freight"), right(0.6, "2"), right(0.7, "75,00"), right(0.76, "0%")]),
        (0.23, [(0.05, "04-03-2026"), (0.2, "Waiting"), right(0.6, "2,5"), right(0.7, "68,00"), right(0.76, "21%")]),
        (0.26, [(0.05, "04-03-2026"), (0.2, "Toll"), right(0.76, "21%")]),
    ]
    amounts = ["150,00", "170,00", "30,00", "350,00"]
    whole = [(top, [*cells, right(0.9, amount)]) for (top, cells), amount in zip(lines, amounts, strict=False)]
    found = items(page([*whole, (0.32, [(0.6, "Total"), right(0.9, amounts[-1])])]))
    assert texts(found) == [
        ("Sea freight", "2", "75,00", "150,00"),
        ("Waiting", "2,5", "68,00", "170,00"),
        ("Toll", "", "", "30,00"),
    ]


def test_one_number_beside_all_goods_without_a_header_is_no_count_of_them() -> None:
    lines: Lines = [
        (0.2, [(0.1, "Line rental"), right(0.5, "01135550100"), right(0.65, "20"), right(0.9, "57.00")]),
        (0.23, [(0.1, "Calls"), right(0.5, "01135550101"), right(0.65, "20"), right(0.9, "38.60")]),
        (0.3, [(0.6, "Total"), right(0.9, "95.60")]),
    ]
    assert texts(items(page(lines))) == [("Line rental", "", "", "57.00"), ("Calls", "", "", "38.60")]
    same = [(top, cells if len(cells) < 4 else [cells[0], *cells[2:]]) for top, cells in lines]
    assert texts(items(page(same))) == [("Line rental", "", "", "57.00"), ("Calls", "", "", "38.60")]


@pytest.mark.parametrize(
    ("line", "amount", "cells"),
    [
        ("Semi Skimmed Milk 2L", "1.45", ("Semi Skimmed Milk 2L", "")),
        ("Ribeye 12oz", "34.00", ("Ribeye 12oz", "")),
        ("Bread Rolls 6 x 0.35", "2.10", ("Bread Rolls", "6")),
        ("Bananas 0.742 kg @ £0.90/kg", "0.67", ("Bananas", "0.742")),
        ("Baked Beans 2 @ £0.85", "1.70", ("Baked Beans", "2")),
        ("Diesel 42.17 L @ 147.9 p/L", "62.37", ("Diesel", "42.17")),
        ("Tomate 0,642 kg x 2,99 €/kg", "1,92", ("Tomate", "0,642")),
        ("Aepfel 1,660 kg x 1,90 EUR/kg", "3,15", ("Aepfel", "1,660")),
        ("Ham 0.742 kg @ 9.90 per kg", "7.35", ("Ham", "0.742")),
        ("Ham 0.742 kg @ 0.99 / 100g", "7.35", ("Ham", "0.742")),
        ("2 x 3.50 Red perch", "7.00", ("Red perch", "2")),
        ("Coffee £3.25", "3.25", ("Coffee", "")),
        ("Gap Filler 3 in 1 380g", "8.95", ("Gap Filler 3 in 1 380g", "")),
        ("Whole milk 1L X 2", "3.10", ("Whole milk 1L", "2")),
        ("1 Mineral 0.5 6.43", "6.43", ("Mineral 0.5", "1")),
        ("Bananas 0.842kg @ £1.10/kg", "0.93", ("Bananas", "0.842kg")),
        ("2 Menu gone x29,00", "58,00", ("Menu gone", "2")),
    ],
)
def test_sizes_stay_in_the_text_of_a_receipts_row_and_prices_of_one_are_no_counts(
    line: str, amount: str, cells: tuple[str, str]
) -> None:
    (found,) = items(page([(0.2, [(0.1, line), right(0.89, amount)]), TOTALLED]), schema="receipt")
    assert (found.cell("description").text, found.cell("quantity").text) == cells


def test_a_number_that_ends_one_name_of_a_receipt_is_no_count_and_one_that_stands_apart_is() -> None:
    lines: Lines = [
        (0.20, [(0.1, "ASPIRIN CP 8"), right(0.8, "2.18")]),
        (0.23, [(0.1, "NASAL SPRAY"), right(0.8, "4.90")]),
        (0.26, [(0.1, "HAND CREAM"), right(0.5, "2"), right(0.8, "9.80")]),
        (0.29, [(0.1, "TOTAL"), right(0.8, "16.88")]),
    ]
    found = texts(items(page(lines), schema="receipt"))
    assert [row[:2] for row in found] == [("ASPIRIN CP 8", ""), ("NASAL SPRAY", ""), ("HAND CREAM", "2")]


def test_the_text_over_a_count_with_its_price_is_the_rows() -> None:
    lines: Lines = [(0.2, [(0.1, "Pump 6 Unleaded E10")])]
    for count in ("42.17 L @ 147.9 p/L", "42,17 l x 1,479 €/l", "42,17 X: 1,479 EUR/1", "6 @ $14.35 each"):
        counted: Lines = [(0.22, [(0.1, count), right(0.89, "62.37")]), TOTALLED]
        (found,) = items(page([*lines, *counted]), schema="receipt")
        assert found.cell("description").text == "Pump 6 Unleaded E10"


def test_a_postcode_and_what_is_given_on_top_are_no_goods() -> None:
    slip: Lines = [
        (0.10, [(0.2, "The Copper Kettle")]),
        (0.13, [(0.2, "Bath BA1 1LN")]),
        (0.20, [(0.1, "Amount"), right(0.5, "GBP 24.95")]),
        (0.23, [(0.1, "Gratuity"), right(0.5, "GBP 2.50")]),
        (0.26, [(0.1, "Total"), right(0.5, "GBP 27.45")]),
    ]
    assert items(page(slip), schema="receipt") == ()


def test_numbers_of_goods_codes_apart_and_taxes_of_a_town_are_no_counts_names_or_goods() -> None:
    lines: Lines = [
        (0.10, [(0.1, "0622 MILK 4L"), (0.5, "MRJ"), right(0.8, "6.29")]),
        (0.13, [(0.1, "SODA WATER"), (0.5, "GMRJ"), right(0.8, "5.99")]),
        (0.145, [(0.1, "KEFIR"), (0.5, "MRJ"), right(0.8, "1.99")]),
        (0.16, [(0.1, "FREE RANGE"), (0.5, "EGGS"), right(0.8, "0.10")]),
        (0.17, [(0.1, "TEA"), right(0.8, "1.99")]),
        (0.18, [(0.1, "TEA"), right(0.8, "1.99")]),
        (0.19, [(0.1, "CITY TAX 10.7%"), right(0.8, "1.32")]),
        (0.22, [(0.1, "TOTAL DUE"), right(0.8, "13.70")]),
    ]
    found = texts(items(page(lines), schema="receipt"))
    assert [row[0] for row in found] == ["0622 MILK 4L", "SODA WATER", "KEFIR", "FREE RANGE EGGS", "TEA", "TEA"]
    assert not any(row[1] for row in found)


def test_codes_of_taxes_behind_a_column_that_prints_cents_are_no_amounts() -> None:
    head = [(0.1, "Qté"), (0.2, "Désignation"), (0.55, "PU"), (0.7, "Prix pub."), (0.85, "TVA")]
    lines: Lines = [
        (0.20, head),
        (0.23, [(0.1, "2"), (0.2, "Sirop"), right(0.6, "2,18"), right(0.76, "4,36"), right(0.88, "1")]),
        (0.26, [(0.1, "1"), (0.2, "Baume"), right(0.6, "6,90"), right(0.76, "6,90"), right(0.88, "2")]),
        (0.30, [(0.1, "TOTAL"), right(0.76, "11,26")]),
    ]
    assert texts(items(page(lines), schema="receipt")) == [("Sirop", "2", "4,36"), ("Baume", "1", "6,90")]


def test_what_is_delivered_or_left_to_deliver_of_what_was_ordered_is_no_amount() -> None:
    lines: Lines = [
        (0.20, [(0.1, "Description"), (0.5, "Qty"), (0.65, "Gone out"), (0.8, "To follow")]),
        (0.23, [(0.1, "Tent"), right(0.53, "12"), right(0.7, "12"), right(0.85, "0")]),
        (0.26, [(0.1, "Sleeping bag"), right(0.53, "40"), right(0.7, "34"), right(0.85, "6")]),
    ]
    assert texts(items(page(lines))) == [("Tent", "12", "", ""), ("Sleeping bag", "40", "", "")]


def test_an_amount_under_a_count_and_its_price_is_the_rows_too() -> None:
    lines: Lines = [
        (0.20, [(0.1, "Super E10 5")]),
        (0.22, [(0.12, "41,37 l x 1,729 EUR/l")]),
        (0.24, [right(0.8, "71,53"), (0.83, "A")]),
        (0.27, [(0.1, "Brezel"), right(0.8, "2,10"), (0.83, "B")]),
        (0.30, [(0.1, "SUMME"), right(0.8, "73,63")]),
    ]
    assert texts(items(page(lines), schema="receipt")) == [("Super E10 5", "41,37", "71,53"), ("Brezel", "", "2,10")]


@pytest.mark.parametrize("line", ["MID: ****84712", "VISA **** **** 2210"])
def test_the_last_digits_of_a_card_are_no_amount(line: str) -> None:
    assert items(page([(0.2, [(0.1, line)]), (0.25, [(0.1, "Thank you")])]), schema="receipt") == ()


def test_a_line_with_money_is_no_head_of_a_table_however_many_labels_it_holds() -> None:
    lines: Lines = [
        (0.1, [(0.05, "SHIPPER: Ningbo Co"), (0.4, "GOODS: 14 PKGS"), (0.58, "NET AMOUNT 8,420.00 KGS")]),
        (0.2, [(0.1, "Charge description"), (0.8, "Amount")]),
        (0.24, [(0.1, "Ocean freight"), right(0.89, "2,903.23")]),
        (0.28, [(0.1, "Delivery order"), right(0.89, "60.00")]),
        (0.34, [(0.5, "Total"), right(0.89, "2,963.23")]),
        (0.5, [(0.1, "Item"), (0.2, "Qty"), (0.3, "Price"), (0.45, "= 0.742310"), (0.6, "Amount"), (0.8, "Total")]),
    ]
    assert texts(items(page(lines))) == [("Ocean freight", "", "", "2,903.23"), ("Delivery order", "", "", "60.00")]


def test_a_head_may_say_a_thousand_a_day_or_a_percentage() -> None:
    heads: Sequence[Cell] = [(0.1, "Description"), (0.3, "19,00%"), (0.4, "Qty"), (0.5, "Price 1,000"), (0.8, "Amount")]
    lines: Lines = [
        (0.2, heads),
        (0.24, [(0.1, "Labels"), right(0.43, "2000"), right(0.6, "4.00"), right(0.87, "8.00")]),
    ]
    assert texts(items(page(lines)))[0][0] == "Labels"


@pytest.mark.parametrize("currencies", [("USD", "EUR"), ("", "")])
def test_a_rate_of_exchange_takes_no_amount_for_the_price_of_another(currencies: tuple[str, str]) -> None:
    heads: Sequence[Cell] = [(0.1, "Description"), (0.4, "Curr. exch."), (0.6, "Amount"), (0.8, "Amount EUR")]
    foreign, own = currencies
    lines: Lines = [
        (0.2, heads),
        (0.24, [(0.1, "Freight"), right(0.52, f"{foreign} 1.0850"), right(0.66, "3,150.00"), right(0.92, "2,903.23")]),
        (0.28, [(0.1, "Bunker"), right(0.52, f"{foreign} 1.0850"), right(0.66, "412.30"), right(0.92, "380.00")]),
        (0.32, [(0.1, "Order fee"), right(0.52, f"{own} 1.0000"), right(0.66, "60.00"), right(0.92, "60.00")]),
        (0.36, [(0.1, "Clearance"), right(0.52, f"{own} 1.0000"), right(0.66, "95.00"), right(0.92, "95.00")]),
    ]
    found = items(page(lines))
    assert [cells[-1] for cells in texts(found)] == ["2,903.23", "380.00", "60.00", "95.00"]
    assert not any(cells[1] or cells[2] for cells in texts(found))


@pytest.mark.parametrize(
    ("off", "taken"), [("DISCOUNT", "-0.50"), ("Rabatt 10%", "-0.50"), ("REMISE FIDELITE", "0.50-")]
)
def test_a_discount_among_the_goods_of_a_receipt_is_a_row_and_ends_nothing(off: str, taken: str) -> None:
    lines: Lines = [
        (0.20, [(0.1, "MILK"), right(0.8, "2.00")]),
        (0.23, [(0.1, off), right(0.8, taken)]),
        (0.26, [(0.1, "BREAD"), right(0.8, "3.00")]),
        (0.29, [(0.1, "BOTTLE DEPOSIT 2 @ .05"), right(0.8, ".10")]),
        (0.32, [(0.1, "BAG"), right(0.8, "$.20")]),
        (0.35, [(0.1, "TOTAL"), right(0.8, "4.80")]),
        (0.38, [(0.1, "DISCOUNT"), right(0.8, "-0.50")]),
    ]
    found = items(page(lines), schema="receipt")
    assert [cells[0] for cells in texts(found)] == ["MILK", off, "BREAD", "BOTTLE DEPOSIT", "BAG"]
    amounts = [item.cell("amount").value for item in found]
    assert amounts == [Decimal(text) for text in ("2.00", "-0.50", "3.00", "0.10", "0.20")]


def test_a_head_of_a_known_and_an_unknown_word_is_one_column() -> None:
    heads: Sequence[Cell] = [(0.1, "Work"), (0.35, "Scheduled Value"), (0.6, "Done Before"), (0.8, "Preis ct/kWh")]
    lines: Lines = [
        (0.2, heads),
        (0.24, [(0.1, "Demolition"), right(0.5, "48,000.00"), right(0.72, "0.00"), right(0.93, "24.85")]),
        (0.28, [(0.1, "Steel Deck"), right(0.5, "131,500.00"), right(0.72, "78,900.00"), right(0.93, "19.40")]),
        (0.32, [(0.1, "Membrane"), right(0.5, "4,000.00"), right(0.72, "800.00"), right(0.93, "19.40")]),
    ]
    assert texts(items(page(lines))) == [
        ("Demolition", "", "24.85", "48,000.00"),
        ("Steel Deck", "", "19.40", "131,500.00"),
        ("Membrane", "", "19.40", "4,000.00"),
    ]


def test_an_unknown_head_that_stands_apart_from_a_known_one_is_another_column() -> None:
    heads: Sequence[Cell] = [(0.1, "Description"), (0.5, "Colour"), (0.585, "Quantity"), (0.8, "Amount")]
    lines: Lines = [
        (0.2, heads),
        (0.24, [(0.1, "Paint"), (0.5, "Red"), right(0.67, "2"), right(0.87, "20.00")]),
        (0.28, [(0.1, "Brush"), (0.5, "Blue"), right(0.67, "3"), right(0.87, "9.00")]),
    ]
    assert texts(items(page(lines))) == [("Paint", "2", "", "20.00"), ("Brush", "3", "", "9.00")]


TAXED: Sequence[Cell] = [(0.1, "Description"), (0.4, "Qty"), (0.52, "Net amount"), (0.7, "VAT"), (0.83, "Gross")]


def taxed(top: float, name: str, *numbers: str) -> tuple[float, Sequence[Cell]]:
    edges = (0.43, 0.62, 0.75, 0.89)
    return top, [(0.1, name), *(right(edge, text) for edge, text in zip(edges, numbers, strict=True))]


def test_a_line_that_sums_up_every_column_is_no_row() -> None:
    lines: Lines = [(0.2, TAXED), taxed(0.24, "Oak board", "2", "40.00", "8.00", "48.00")]
    lines += [taxed(0.28, "Pine board", "3", "30.00", "6.00", "36.00")]
    lines += [taxed(0.32, "TOTALS", "5", "70.00", "14.00", "84.00"), (0.36, [(0.1, "Bank 1.00"), right(0.89, "2.00")])]
    assert [cells[0] for cells in texts(items(page(lines)))] == ["Oak board", "Pine board"]


def test_goods_that_are_named_like_a_sum_and_add_nothing_up_stay_a_row() -> None:
    lines: Lines = [(0.2, TAXED), taxed(0.24, "Oak board", "2", "40.00", "8.00", "48.00")]
    lines += [taxed(0.28, "Pine board", "3", "30.00", "6.00", "36.00")]
    lines += [taxed(0.32, "Total care", "1", "10.00", "2.00", "12.00")]
    assert [cells[0] for cells in texts(items(page(lines)))] == ["Oak board", "Pine board", "Total care"]


def test_a_heading_over_rows_is_no_part_of_their_names() -> None:
    lines: Lines = [(0.2, HEADER), (0.23, [(0.16, "Monthly charges")]), row(0.26, 1, "Plan M", "1", "29.00", "29.00")]
    lines += [row(0.285, 2, "Router", "1", "5.00", "5.00"), (0.3025, [(0.16, "white")])]
    lines += [(0.3375, [(0.16, "One-off charges")]), row(0.3625, 3, "Set-up", "1", "20.00", "20.00"), TOTALLED]
    lines = [*lines[:-1], row(0.3875, 4, "Courier", "1", "9.00", "9.00"), (0.42, [(0.16, "Total"), (0.83, "63.00")])]
    assert [cells[0] for cells in texts(items(page(lines)))] == ["Plan M", "Router white", "Set-up", "Courier"]


def test_a_line_as_far_below_a_row_as_the_next_row_may_go_on_with_it_and_one_farther_not() -> None:
    lines: Lines = [(0.2, HEADER), row(0.24, 1, "Plan M", "1", "29.00", "29.00")]
    lines += [row(0.257, 2, "Router", "1", "5.00", "5.00"), (0.274, [(0.16, "white")])]
    lines += [(0.297, [(0.16, "One-off charges")]), row(0.34, 3, "Set-up", "1", "20.00", "20.00")]
    assert [cells[0] for cells in texts(items(page(lines)))] == ["Plan M", "Router white", "Set-up"]


def test_a_speck_that_was_read_as_a_number_beside_a_row_parts_no_name_from_its_end() -> None:
    lines: Lines = [(0.2, HEADER), row(0.24, 1, "Plan M", "1", "29.00", "29.00"), (0.257, [(0.16, "monthly")])]
    lines += [(0.299, [right(0.89, "7")]), row(0.302, 2, "Router", "1", "5.00", "5.00"), (0.319, [(0.16, "white")])]
    assert [cells[0] for cells in texts(items(page(lines)))] == ["Plan M monthly", "Router white"]


def test_a_payment_among_the_goods_is_no_part_of_their_names() -> None:
    heads: Sequence[Cell] = [(0.1, "Date"), (0.25, "Description"), (0.6, "Charges"), (0.8, "Credits")]
    lines: Lines = [
        (0.2, heads),
        (0.23, [(0.1, "14 Mar"), (0.25, "Accommodation"), right(0.67, "145.00")]),
        (0.25, [(0.1, "15 Mar"), (0.25, "Laundry"), right(0.67, "11.70")]),
        (0.265, [(0.1, "15 Mar"), (0.25, "Mastercard XXXX4471"), right(0.87, "156.70")]),
    ]
    assert [cells[0] for cells in texts(items(page(lines)))] == ["Accommodation", "Laundry"]


def summed(*rows: tuple[str, str, str], total: str) -> list[tuple[str, ...]]:
    """The rows of a table without heads: texts, what stands before the amounts, and these."""
    lines: Lines = [
        (0.2 + 0.03 * n, [(0.1, name), right(0.65, number), right(0.85, amount)])
        for n, (name, number, amount) in enumerate([*rows, ("Subtotal", "", total)])
    ]
    return texts(items(page(lines)))


def test_a_number_that_its_amount_is_so_many_times_of_is_a_price() -> None:
    found = summed(("Oak board", "649.00", "1,298.00"), ("Pine board", "25.00", "75.00"), total="1,373.00")
    assert found == [("Oak board", "", "649.00", "1,298.00"), ("Pine board", "", "25.00", "75.00")]


def test_counts_that_print_decimals_stay_counts() -> None:
    found = summed(
        ("Call-out", "2.00", "132.00"), ("Labour", "1.50", "181.50"), ("Valve", "1.00", "88.55"), total="402.05"
    )
    assert [cells[1:3] for cells in found] == [("2.00", ""), ("", ""), ("1.00", "")]


def test_a_text_between_its_count_and_its_price_is_kept() -> None:
    found = summed(("2 x Green tea", "5.00", "10.00"), ("3 x Coffee", "4.00", "12.00"), total="22.00")
    assert found == [("Green tea", "2", "5.00", "10.00"), ("Coffee", "3", "4.00", "12.00")]


def test_a_count_before_the_text_and_a_price_behind_it_are_cells_of_the_row() -> None:
    found = summed(
        ("8 City bike 7V", "€ 649,00", "€ 5.192,00"),
        ("1 Service 12 months", "€ 720,00", "€ 720,00"),
        total="€ 5.912,00",
    )
    assert found == [
        ("City bike 7V", "8", "649,00", "€ 5.192,00"),
        ("Service 12 months", "1", "720,00", "€ 720,00"),
    ]


def test_sums_beside_notes_end_the_table_and_are_no_goods() -> None:
    rows: Lines = [
        (0.2, HEADER),
        row(0.24, 1, "Paint", "2", "10.00", "20.00"),
        row(0.27, 2, "Tape", "1", "5.00", "5.00"),
    ]
    notes = ("Terms: 30 days net.", "Bank: AIB 9311 5212 3456 78", "Thank you!")
    sums = (("Subtotal", "25.00"), ("VAT 20%", "5.00"), ("TOTAL", "30.00"))
    for skipped in range(2):
        foot = list(zip(notes, sums, strict=True))[skipped:]
        lines: Lines = [
            (0.3 + 0.03 * n, [(0.1, note), (0.68, label), right(0.89, amount)])
            for n, (note, (label, amount)) in enumerate(foot)
        ]
        assert [cells[0] for cells in texts(items(page([*rows, *lines])))] == ["Paint", "Tape"]


def test_a_column_that_names_the_tax_of_each_row_ends_no_table() -> None:
    head: Sequence[Cell] = [(0.1, "Description"), (0.5, "Qty"), (0.65, "Tax"), (0.83, "Amount")]
    rows = [("Paint", "No VAT"), ("Tape", "VAT 20%"), ("Brush", "Tax exempt"), ("Glue", "VAT 20%")]
    lines: Lines = [
        (0.24 + 0.03 * n, [(0.1, name), (0.62, tax), right(0.89, "5.00")]) for n, (name, tax) in enumerate(rows)
    ]
    assert [cells[0] for cells in texts(items(page([(0.2, head), *lines])))] == [name for name, _ in rows]
    counted: Lines = [(0.2, head), row(0.24, 1, "Paint", "2", "10.00", "20.00")]
    counted += [(0.27, [(0.1, "Tape"), right(0.53, "1"), (0.62, "VAT 20%"), right(0.89, "5.00")])]
    assert [cells[-1] for cells in texts(items(page(counted)))] == ["20.00", "5.00"]


@pytest.mark.parametrize(
    ("off", "taken"), [("Discount regular customer 5%", "-1.25"), ("Rabatt Stammkunde", "-1.25 €")]
)
def test_a_discount_under_the_goods_of_a_table_is_a_row_and_one_under_their_sum_is_none(off: str, taken: str) -> None:
    goods: Lines = [
        (0.2, HEADER),
        row(0.24, 1, "Paint", "2", "10.00", "20.00"),
        row(0.27, 2, "Tape", "1", "5.00", "5.00"),
    ]
    less: Sequence[Cell] = [(0.16, off), right(0.89, taken)]
    total: Lines = [(0.36, [(0.16, "VAT 20%"), right(0.89, "4.75")]), (0.39, [(0.16, "TOTAL"), right(0.89, "28.50")])]
    found = items(page([*goods, (0.3, less), (0.33, [(0.16, "Subtotal"), right(0.89, "23.75")]), *total]))
    assert texts(found)[2:] == [(off, "", "", taken)]
    assert found[2].cell("amount").value == Decimal("-1.25")
    summed = items(page([*goods, (0.3, [(0.16, "Subtotal"), right(0.89, "25.00")]), (0.33, less), *total]))
    assert [cells[0] for cells in texts(summed)] == ["Paint", "Tape"]


def test_goods_go_on_behind_the_sum_of_a_group_and_the_heads_of_the_next() -> None:
    lines: Lines = [
        (0.2, HEADER),
        row(0.24, 1, "Paint", "2", "10.00", "20.00"),
        row(0.27, 2, "Tape", "1", "5.00", "5.00"),
        (0.3, [(0.16, "Hallway total"), right(0.89, "25.00")]),
        (0.33, [(0.1, "Part 02"), (0.3, "Kitchen")]),
        (0.36, HEADER),
        (0.39, [(0.1, "02.01"), (0.16, "Brush"), right(0.53, "3"), right(0.73, "4.00"), right(0.89, "12.00")]),
        (0.42, [(0.16, "Subtotal"), right(0.89, "37.00")]),
        (0.45, [(0.16, "VAT 20%"), right(0.89, "7.40")]),
        (0.48, [(0.16, "Total"), right(0.89, "44.40")]),
        row(0.51, 9, "Ladder", "1", "99.00", "99.00"),
    ]
    assert texts(items(page(lines))) == [
        ("Paint", "2", "10.00", "20.00"),
        ("Tape", "1", "5.00", "5.00"),
        ("Brush", "3", "4.00", "12.00"),
    ]


def test_a_row_whose_name_ends_in_total_and_that_sums_nothing_up_is_one() -> None:
    lines: Lines = [
        (0.2, HEADER),
        row(0.24, 1, "Paint", "2", "10.00", "20.00"),
        (0.27, [(0.16, "Car wash total"), right(0.89, "9.00")]),
        row(0.3, 3, "Tape", "1", "5.00", "5.00"),
    ]
    assert [cells[0] for cells in texts(items(page(lines)))] == ["Paint", "Car wash total", "Tape"]


def test_a_currency_alone_heads_the_amounts() -> None:
    head: Sequence[Cell] = [(0.1, "Leistung"), (0.5, "Basis"), (0.7, "St"), (0.85, "EUR")]
    lines: Lines = [
        (0.2, head),
        (0.24, [(0.1, "Fracht Menden - Flensburg"), (0.5, "8,4 Ldm"), (0.71, "1"), right(0.89, "742,00")]),
        (0.27, [(0.1, "Avis telefonisch"), (0.71, "1"), right(0.89, "6,50")]),
    ]
    assert [(cells[0], cells[-1]) for cells in texts(items(page(lines)))] == [
        ("Fracht Menden - Flensburg", "742,00"),
        ("Avis telefonisch", "6,50"),
    ]


def test_of_two_heads_of_prices_the_right_one_heads_the_amounts() -> None:
    lines: Lines = [
        (0.2, [(0.1, "Electricity - meter 21J044"), (0.5, "Used"), (0.65, "Price"), (0.85, "Cost")]),
        (0.24, [(0.1, "Day units"), right(0.55, "512 kWh"), right(0.7, "24.61p"), right(0.89, "£126.00")]),
        (0.27, [(0.1, "Standing charge"), right(0.55, "92 days"), right(0.7, "46.20p"), right(0.89, "£42.50")]),
    ]
    assert texts(items(page(lines))) == [
        ("Day units", "512 kWh", "24.61p", "£126.00"),
        ("Standing charge", "92 days", "46.20p", "£42.50"),
    ]


def test_a_title_that_holds_labels_is_no_head() -> None:
    lines: Lines = [
        (0.1, [(0.1, "Your charges in detail"), (0.7, "Page 2 of 2")]),
        (0.2, [(0.1, "Meter 21J044"), (0.65, "Price"), (0.85, "Cost")]),
        (0.24, [(0.1, "Day units"), right(0.7, "24.61p"), right(0.89, "£126.00")]),
    ]
    assert texts(items(page(lines))) == [("Day units", "", "24.61p", "£126.00")]


@pytest.mark.parametrize("tax", ["GST 9%", "19,00 % MwSt.", "Output IGST @ 18%"])
def test_a_tax_among_the_rows_is_none_and_goods_that_name_it_are(tax: str) -> None:
    lines: Lines = [
        (0.2, [(0.1, "Date"), (0.25, "Particulars"), (0.6, "Debit (SGD)"), (0.8, "Credit (SGD)")]),
        (0.24, [(0.1, "09-Aug-26"), (0.25, "Room Charge"), right(0.72, "320.00")]),
        (0.27, [(0.1, "09-Aug-26"), (0.25, tax), right(0.72, "28.80")]),
        (0.3, [(0.1, "10-Aug-26"), (0.25, "VAT return"), right(0.72, "58.00")]),
    ]
    assert [cells[0] for cells in texts(items(page(lines)))] == ["Room Charge", "VAT return"]


def test_a_list_on_a_later_page_that_only_details_a_row_holds_none_of_the_rows() -> None:
    summary: Lines = [
        (0.2, [(0.1, "Fibre 1000 Unlimited"), right(0.89, "48.77")]),
        (0.23, [(0.1, "Calls outside your plan"), right(0.89, "3.42")]),
        (0.26, [(0.1, "Loyalty reward"), right(0.89, "-5.00")]),
        (0.3, [(0.6, "Total excluding VAT"), right(0.89, "47.19")]),
    ]
    calls: Lines = [
        (0.2, [(0.1, "Date"), (0.3, "Description"), (0.6, "Duration"), (0.83, "Amount")]),
        (0.23, [(0.1, "03/04/2026"), (0.3, "UK London"), (0.6, "00:14:08"), right(0.89, "1.28")]),
        (0.26, [(0.1, "09/04/2026"), (0.3, "Premium"), (0.6, "00:02:00"), right(0.89, "2.14")]),
    ]
    listed = page(calls, 2)
    assert [cells[-1] for cells in texts(items(page(summary), listed))] == ["48.77", "3.42", "-5.00"]
    other = page([*summary[:1], (0.23, [(0.1, "Router"), right(0.89, "3.52")]), summary[2], summary[3]])
    assert [cells[-1] for cells in texts(items(other, listed))] == ["1.28", "2.14"]


def test_a_name_that_runs_out_under_the_next_head_before_its_count_is_whole() -> None:
    lines: Lines = [
        (0.20, [(0.1, "Item"), right(0.27, "Qty"), right(0.5, "Price"), right(0.8, "Amount")]),
        (0.23, [(0.1, "MAGGI KARI 5S"), right(0.29, "2"), right(0.5, "5.20"), right(0.8, "10.40")]),
        (0.26, [(0.1, "AIR MINERAL 1.5L"), right(0.29, "3"), right(0.5, "2.15"), right(0.8, "6.45")]),
        (0.29, [(0.1, "TELUR GRED A"), right(0.29, "1"), right(0.5, "3.28"), right(0.8, "3.28")]),
        (0.32, [(0.1, "Total"), right(0.8, "20.13")]),
    ]
    names = [row[:2] for row in texts(items(page(lines), schema="receipt"))]
    assert names == [("MAGGI KARI 5S", "2"), ("AIR MINERAL 1.5L", "3"), ("TELUR GRED A", "1")]


def test_what_several_discounts_of_a_receipt_took_off_together_is_no_row() -> None:
    rows = (("Cheddar", "4.25"), ("Member price", "-0.75"), ("Beans", "3.40"), ("Multibuy", "-0.40"))
    lines: Lines = [(0.2 + 0.03 * n, [(0.1, name), right(0.8, off)]) for n, (name, off) in enumerate(rows)]
    saved: Lines = [(0.35, [(0.1, "Savings"), right(0.8, "-1.15")]), (0.4, [(0.1, "TOTAL"), right(0.8, "6.50")])]
    assert [(name, off) for name, _, off in texts(items(page([*lines, *saved]), schema="receipt"))] == list(rows)


def test_a_head_may_say_of_what_it_counts() -> None:
    lines: Lines = [
        (0.20, [(0.1, "Description"), (0.45, "Qty (pcs)"), (0.62, "Rate USD"), (0.8, "Amount USD")]),
        (0.23, [(0.1, "Candle holder"), right(0.53, "500"), right(0.7, "4.20"), right(0.89, "2,100.00")]),
        (0.26, [(0.1, "Hammered bowl"), right(0.53, "240"), right(0.7, "6.75"), right(0.89, "1,620.00")]),
    ]
    assert [row[1] for row in texts(items(page(lines)))] == ["500", "240"]


@pytest.mark.parametrize("head", ["Travaux et pièces", "Parts & labour", "Arbeit und Material"])
def test_a_head_that_joins_two_things_is_one_column(head: str) -> None:
    lines: Lines = [
        (0.20, [(0.1, head), right(0.53, "Qté"), right(0.7, "Prix"), right(0.89, "Montant")]),
        (
            0.23,
            [(0.1, "Service annuel selon constructeur"), right(0.53, "1.8"), right(0.7, "10.00"), right(0.89, "18.00")],
        ),
        (0.26, [(0.1, "Huile moteur 5W-30"), right(0.53, "2"), right(0.7, "20.00"), right(0.89, "40.00")]),
    ]
    names = [row[:2] for row in texts(items(page(lines)))]
    assert names == [("Service annuel selon constructeur", "1.8"), ("Huile moteur 5W-30", "2")]


def test_a_code_that_ends_a_name_behind_the_sum_of_a_group_ends_no_table() -> None:
    lines: Lines = [
        (0.20, HEADER),
        row(0.23, 1, "Filler", "2", "10.00", "20.00"),
        row(0.26, 2, "Masking", "1", "5.00", "5.00"),
        (0.29, [(0.16, "Subtotal"), right(0.89, "25.00")]),
        row(0.32, 3, "Emulsion paint", "3", "20.00", "60.00"),
        (0.337, [(0.16, "shade NCS S 0502-Y")]),
        row(0.37, 4, "Varnish", "1", "9.00", "9.00"),
        (0.41, [(0.16, "Total"), right(0.89, "94.00")]),
    ]
    names = [name for name, *_ in texts(items(page(lines)))]
    assert names == ["Filler", "Masking", "Emulsion paint shade NCS S 0502-Y", "Varnish"]


def test_an_amount_that_adds_all_rows_up_is_their_sum_whatever_it_is_called() -> None:
    lines: Lines = [
        (0.20, HEADER),
        row(0.23, 1, "Plywood", "2", "10.00", "20.00"),
        row(0.26, 2, "Screws", "3", "2.00", "6.00"),
        (0.30, [(0.1, "VAT Reg No. GB 341 9078 52"), (0.66, "Goods"), right(0.89, "26.00")]),
    ]
    assert [name for name, *_ in texts(items(page(lines)))] == ["Plywood", "Screws"]
