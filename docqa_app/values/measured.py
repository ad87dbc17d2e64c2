"""Numbers as they are printed: rounded, so that the true one lies within a known distance."""

from __future__ import annotations

from dataclasses import dataclass
from decimal import Decimal


@dataclass(frozen=True, slots=True)
class Measured:
    """A number and how far the true one may lie from it.

    In a sum the slacks add up. In a product each counts by the other's number; the product of both slacks is left out.
    """

    value: Decimal
    slack: Decimal = Decimal(0)

    def __add__(self, other: Measured) -> Measured:
        return Measured(self.value + other.value, self.slack + other.slack)

    def __sub__(self, other: Measured) -> Measured:
        return Measured(self.value - other.value, self.slack + other.slack)

    def __mul__(self, other: Measured) -> Measured:
        return Measured(self.value * other.value, abs(self.value) * other.slack + abs(other.value) * self.slack)

    def __truediv__(self, other: Measured) -> Measured:
        if abs(other.value) <= other.slack:
            raise ZeroDivisionError
        share = self.value / other.value
        return Measured(share, (self.slack + abs(share) * other.slack) / (abs(other.value) - other.slack))
