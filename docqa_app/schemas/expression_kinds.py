"""What a rule can never say yes or no to, for its values are of kinds that nothing holds between."""

from __future__ import annotations

import ast
from collections.abc import Mapping
from dataclasses import dataclass
from itertools import pairwise

from docqa_app.core.fields import FieldType
from docqa_app.schemas.expressions import Expression

NUMBER, TEXT, DAY, TRUTH = "number", "text", "day", "truth"
"""The kinds of values that rules tell apart."""
KINDS = {
    FieldType.AMOUNT: NUMBER,
    FieldType.NUMBER: NUMBER,
    FieldType.DATE: DAY,
    FieldType.YES_NO: TRUTH,
}
"""Of what is not named here the values are texts."""


@dataclass(eq=False, slots=True)
class Mismatch(Exception):
    """A part of an expression that has no value, and why."""

    part: str
    why: str


def mismatch(
    expression: Expression, fields: Mapping[str, FieldType], columns: Mapping[str, FieldType]
) -> Mismatch | None:
    """The first part that never has a value, None where all parts may have one; `fields` are what bare names mean."""
    try:
        _Kinds(fields, columns).demand(expression.tree, TRUTH)
    except Mismatch as found:
        return found
    return None


@dataclass(frozen=True, slots=True)
class _Kinds:
    fields: Mapping[str, FieldType]
    columns: Mapping[str, FieldType]

    def demand(self, node: ast.expr, kind: str) -> None:
        """Mismatch where the node's value is never of this kind."""
        if self.of(node) != kind:
            why = "is neither true nor false" if kind == TRUTH else f"is no {kind}"
            raise Mismatch(ast.unparse(node), why)

    def of(self, node: ast.expr) -> str:
        """The kind of the node's value; Mismatch where it never has one."""
        match node:
            case ast.Constant(value=value):
                return TEXT if isinstance(value, str) else NUMBER
            case ast.Name(id=name):
                return KINDS.get(self.fields[name], TEXT)
            case ast.Attribute(attr=column):
                return KINDS.get(self.columns[column], TEXT)
            case ast.Compare():
                return self._compared(node)
            case ast.BoolOp(values=values):
                return self._all(values, TRUTH)
            case ast.UnaryOp(op=ast.Not(), operand=operand):
                return self._all([operand], TRUTH)
            case ast.BinOp(left=left, right=right):
                return self._all([left, right], NUMBER)
            case ast.UnaryOp(operand=operand):
                return self._all([operand], NUMBER)
            case ast.Call(func=ast.Name(id="sum" | "abs" | "whole"), args=arguments):
                return self._all(arguments, NUMBER)
            case ast.Call(args=arguments):
                self._all(arguments, TEXT)
        return TRUTH

    def _all(self, nodes: list[ast.expr], kind: str) -> str:
        for one in nodes:
            self.demand(one, kind)
        return kind

    def _compared(self, node: ast.Compare) -> str:
        """Two numbers or two days have an order; all else of one kind is the same or not."""
        kinds = [self.of(side) for side in (node.left, *node.comparators)]
        for operator, (a, b) in zip(node.ops, pairwise(kinds), strict=True):
            if a != b:
                raise Mismatch(ast.unparse(node), "compares two kinds of values")
            if a not in (NUMBER, DAY) and not isinstance(operator, ast.Eq | ast.NotEq):
                raise Mismatch(ast.unparse(node), "orders what is neither numbers nor days")
        return TRUTH
