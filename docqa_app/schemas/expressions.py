"""The small language of rules: arithmetic and comparisons over fields. Parsed by Python's grammar, never run by it.

Only what stands in this file can be said: names of fields, numbers, texts, + - * /, comparisons, and, or, not, and the
functions of `FUNCTIONS`. Printed amounts are rounded, so each carries half a unit of its last decimal as slack, which
sums, products and quotients hand on; two numbers are equal where they differ by no more than both slacks. A rule
thus fails only where no true values behind the printed ones could satisfy it.
"""

from __future__ import annotations

import ast
from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from decimal import ROUND_HALF_UP, Decimal
from functools import reduce
from math import isfinite

from docqa_app.values.checksums import iban_ok, plain, vat_ok
from docqa_app.values.measured import Measured

LONGEST = 300
DEEPEST = 20
ROWS = "line_items"
OPERATORS = {ast.Add: "+", ast.Sub: "-", ast.Mult: "*", ast.Div: "/"}
COMPARISONS = (ast.Eq, ast.NotEq, ast.Lt, ast.LtE, ast.Gt, ast.GtE)


class Unknown(Exception):
    """A value that the expression needs was not found: it says neither yes nor no."""


class BadExpression(ValueError):
    """What is written is not in the language; the text says what, without a name before it."""


Operand = Measured | str | date | bool


@dataclass(frozen=True, slots=True)
class Expression:
    """A checked expression. `names` are the fields it speaks of, `columns` the columns of line items."""

    text: str
    tree: ast.expr
    names: frozenset[str]
    columns: frozenset[str]


def parse_expression(text: str) -> Expression:
    """The expression, or BadExpression where it says what the language cannot."""
    if len(text) > LONGEST:
        raise BadExpression(f"it is longer than {LONGEST} characters")
    try:
        tree = ast.parse(text.strip(), mode="eval").body
    except (SyntaxError, ValueError, RecursionError, MemoryError):
        raise BadExpression("it is not an expression") from None
    _check(tree, 0)
    functions = {id(node.func) for node in ast.walk(tree) if isinstance(node, ast.Call)}
    names = {n.id for n in ast.walk(tree) if isinstance(n, ast.Name) and id(n) not in functions}
    columns = {node.attr for node in ast.walk(tree) if isinstance(node, ast.Attribute)}
    return Expression(text, tree, frozenset(names - {ROWS}), frozenset(columns))


def _check(node: ast.expr, depth: int) -> None:
    """BadExpression where this node or one below it is not in the language."""
    if depth > DEEPEST:
        raise BadExpression("it is nested too deeply")
    if not _is_known(node):
        raise BadExpression(f"{ast.unparse(node)!r} cannot be used in a rule")
    below = node.args if isinstance(node, ast.Call) else ast.iter_child_nodes(node)
    for child in below:
        if isinstance(child, ast.expr) and not isinstance(node, ast.Attribute):
            _check(child, depth + 1)


def _is_known(node: ast.expr) -> bool:
    match node:
        case ast.Constant(value=value):
            return type(value) in (int, str) or (type(value) is float and isfinite(value))
        case ast.Name(id=name):
            return name != ROWS
        case ast.Attribute(value=ast.Name(id=name)):
            return name == ROWS
        case ast.BinOp(op=operator):
            return type(operator) in OPERATORS
        case ast.UnaryOp(op=ast.USub() | ast.Not()) | ast.BoolOp():
            return True
        case ast.Compare(ops=operators):
            return all(isinstance(operator, COMPARISONS) for operator in operators)
        case ast.Call(func=ast.Name(id=name), args=arguments, keywords=[]):
            return name in FUNCTIONS and len(arguments) == 1 and (name == "sum") == _is_column(arguments[0])
    return False


def _is_column(node: ast.expr) -> bool:
    return isinstance(node, ast.Attribute)


def evaluate(
    expression: Expression, fields: Mapping[str, Operand], columns: Mapping[str, Sequence[Operand | None]]
) -> bool:
    """Whether it holds; Unknown where a value that it needs is missing or is of another kind."""
    return _truth(_computed_over(expression.tree, fields, columns))


def left_side(
    expression: Expression, fields: Mapping[str, Operand], columns: Mapping[str, Sequence[Operand | None]]
) -> Operand | None:
    """What stands left of a plain comparison, or of the first of several that may hold, computed; None where the
    expression is no such thing."""
    tree = expression.tree
    if isinstance(tree, ast.BoolOp) and isinstance(tree.op, ast.Or):
        tree = tree.values[0]
    if not isinstance(tree, ast.Compare) or len(tree.ops) > 1:
        return None
    return _computed_over(tree.left, fields, columns)


def added(expression: Expression) -> Iterator[tuple[str, str]]:
    """The pairs of fields that it adds to one another."""
    for node in ast.walk(expression.tree):
        match node:
            case ast.BinOp(left=ast.Name(id=one), op=ast.Add(), right=ast.Name(id=other)):
                yield one, other


def _computed_over(
    tree: ast.expr, fields: Mapping[str, Operand], columns: Mapping[str, Sequence[Operand | None]]
) -> Operand:
    """The tree's value; Unknown also where it divides by nothing or leaves the range of numbers."""
    try:
        return _Reading(fields, columns).of(tree)
    except ArithmeticError:
        raise Unknown from None


@dataclass(frozen=True, slots=True)
class _Reading:
    """An expression's nodes read over given values."""

    fields: Mapping[str, Operand]
    columns: Mapping[str, Sequence[Operand | None]]

    def of(self, node: ast.expr) -> Operand:
        match node:
            case ast.Constant(value=str(text)):
                return text
            case ast.Constant(value=number):
                return Measured(Decimal(repr(number)))
            case ast.Name(id=name):
                return _known(self.fields.get(name))
            case ast.BinOp(left=left, op=operator, right=right):
                return _computed(type(operator), _number(self.of(left)), _number(self.of(right)))
            case ast.UnaryOp(op=ast.Not(), operand=operand):
                return not _truth(self.of(operand))
            case ast.UnaryOp(operand=operand):
                return Measured(Decimal(0)) - _number(self.of(operand))
            case ast.BoolOp(op=ast.And(), values=values):
                return all(_truth(self.of(value)) for value in values)
            case ast.BoolOp(values=values):
                return any(_truth(self.of(value)) for value in values)
            case ast.Compare():
                return self._compared(node)
            case ast.Call(func=ast.Name(id="sum"), args=[ast.Attribute(attr=column)]):
                return self._sum(column)
            case ast.Call(func=ast.Name(id=name), args=[argument]):
                return FUNCTIONS[name](self.of(argument))
        raise Unknown

    def _compared(self, node: ast.Compare) -> bool:
        sides = [self.of(side) for side in (node.left, *node.comparators)]
        return all(_holds(op, a, b) for op, a, b in zip(node.ops, sides, sides[1:], strict=False))

    def _sum(self, column: str) -> Measured:
        """The sum over all rows; Unknown where there are none, or one lacks its number."""
        numbers = [_number(_known(cell)) for cell in self.columns.get(column, ())]
        if not numbers:
            raise Unknown
        return reduce(Measured.__add__, numbers)


def _known(operand: Operand | None) -> Operand:
    if operand is None:
        raise Unknown
    return operand


def _number(operand: Operand) -> Measured:
    if not isinstance(operand, Measured):
        raise Unknown
    return operand


def _truth(operand: Operand) -> bool:
    if not isinstance(operand, bool):
        raise Unknown
    return operand


def _computed(operator: type[ast.operator], a: Measured, b: Measured) -> Measured:
    match OPERATORS[operator]:
        case "+":
            return a + b
        case "-":
            return a - b
        case "*":
            return a * b
    return a / b


def _holds(operator: ast.cmpop, a: Operand, b: Operand) -> bool:
    """The comparison, with slack between numbers; Unknown between values of different kinds."""
    if isinstance(a, Measured) and isinstance(b, Measured):
        return _ordered(operator, a.value - b.value, a.slack + b.slack)
    if isinstance(a, date) and isinstance(b, date):
        return _ordered(operator, Decimal((a - b).days), Decimal(0))
    if type(a) is not type(b) or not isinstance(operator, ast.Eq | ast.NotEq):
        raise Unknown
    return (a == b) == isinstance(operator, ast.Eq)


def _ordered(operator: ast.cmpop, difference: Decimal, slack: Decimal) -> bool:
    match operator:
        case ast.Eq():
            return abs(difference) <= slack
        case ast.NotEq():
            return abs(difference) > slack
        case ast.Lt():
            return difference < slack or difference < 0
        case ast.LtE():
            return difference <= slack
        case ast.Gt():
            return difference > -slack or difference > 0
    return difference >= -slack


def _absolute(operand: Operand) -> Operand:
    number = _number(operand)
    return Measured(abs(number.value), number.slack)


def _whole(operand: Operand) -> Operand:
    return Measured(_number(operand).value.quantize(Decimal(1), ROUND_HALF_UP))


def _checks(check: Callable[[str], bool]) -> Callable[[Operand], Operand]:
    def checked(operand: Operand) -> Operand:
        if not isinstance(operand, str):
            raise Unknown
        return check(operand)

    return checked


def _with_country(text: str) -> bool:
    """Whether a VAT number passes its check; one that does not say its country can't be checked."""
    if plain(text).isdigit():
        raise Unknown
    return vat_ok(text)


FUNCTIONS: dict[str, Callable[[Operand], Operand]] = {
    "sum": _known,  # only over line_items.column, where _Reading._sum computes it
    "abs": _absolute,
    "whole": _whole,
    "iban_ok": _checks(iban_ok),
    "vat_ok": _checks(_with_country),
}
"""What a rule can call, each with one argument."""
