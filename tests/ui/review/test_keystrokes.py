"""The count of keys in a scripted review counts what the window would want."""

from __future__ import annotations

from tests.benchmarks.keystrokes import reviewed
from tests.fakes import Said
from tests.ui.review.samples import bare_invoice, invoice, review

TRUTH = {"invoice_number": "00471", "total_amount": "119,00"}


def test_an_invoice_without_doubts_takes_one_key() -> None:
    assert reviewed(review(), invoice(), TRUTH).keys == 1


def test_a_doubt_takes_one_key_an_offered_value_one_and_a_written_one_its_letters() -> None:
    untaxed = {"Wie hoch ist der Steuerbetrag?": Said("", 0.0)}
    number = untaxed | {"Wie lautet die Rechnungsnummer?": Said("00471", 0.6)}
    offered = untaxed | {"Wie lautet der Gesamtbetrag?": Said("19,00", 0.6, (("119,00", 0.3),))}
    written = untaxed | {"Wie lautet der Gesamtbetrag?": Said("19,00", 0.6)}
    assert reviewed(review(bare_invoice(), number), bare_invoice(), TRUTH).keys == 2
    one = reviewed(review(bare_invoice(), number | offered), bare_invoice(), TRUTH)
    assert one.review.accepted
    assert one.letters == 0
    other = reviewed(review(bare_invoice(), written), bare_invoice(), TRUTH)
    assert other.letters == len("119,00")
    assert other.keys > len("119,00") + 2
