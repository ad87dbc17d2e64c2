"""Fields that a rule ties together are chosen together: what satisfies the rules beats what does not.

Over all combinations of the fields' options, with the shares s_f(o) that each field's own signs give them, the belief
in a combination is

    prod_f s_f(o_f) * prod_r L_r,    L_r = P(r holds | all right) / P(r holds by chance)   where rule r holds,
                                     and the same of "fails" where it fails; 1 where a value is missing.

By chance a rule holds as often as it does among the combinations themselves: a sum that fits tells much, a due day
after the day of issue little. Each option's new share is what all combinations with it add up to.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from itertools import product
from math import prod

from docqa_app.core.fields import FieldType, FieldValue, LineItem
from docqa_app.extracting.beliefs import Option
from docqa_app.extracting.rules import columns_of, operand_of
from docqa_app.schemas.expressions import Operand, Unknown, added, evaluate
from docqa_app.schemas.schema import Rule, Schema

HOLDS = 0.95
"""How often a rule between printed values holds where all are read right; a discount or a deposit breaks some."""
ROWS_HOLD = 0.6
"""The same where rows take part: one that was missed is enough."""
LEAST_CHANCE = 0.05
"""How often a rule holds between wrong values at least: a page's amounts are no random numbers, the sums of one tax
rate or of one page add up as well."""
MOST_OPTIONS = 7
MOST_COMBINATIONS = 4000
SIBLING = 0.02
"""Share that an amount gets for another field of the same rule, of what that field leaves open."""

TWICE = 0.002
"""The weight of a combination in which one printed amount is two that a rule adds, as net and tax."""

Beliefs = Mapping[str, tuple[Option, ...]]
MayBe = Callable[[str, Option], bool]
"""may_be(field, option): whether an option of another field may be one of this field."""


def anything(field: str, one: Option) -> bool:
    """Where nothing is known against it."""
    return True


@dataclass(frozen=True, slots=True)
class _Case:
    """What rules are held against: the types of fields and the rows."""

    types: Mapping[str, FieldType]
    columns: Mapping[str, Sequence[Operand | None]]

    def holds(self, rule: Rule, operands: Mapping[str, Operand | None]) -> bool | None:
        """None where a value is missing."""
        known = {name: operand for name, operand in operands.items() if operand is not None}
        try:
            return evaluate(rule.check, known, self.columns)
        except Unknown:
            return None

    def operand(self, name: str, one: Option | None) -> Operand | None:
        return None if one is None else operand_of(FieldValue(name, self.types[name], value=one.parsed.value))


def chosen_together(
    schema: Schema, beliefs: Beliefs, items: Sequence[LineItem], may_be: MayBe = anything
) -> dict[str, tuple[Option, ...]]:
    """The same options with shares that know of the rules, the likeliest first; `may_be` says what of one field another
    may be."""
    case = _Case({field.name: field.type for field in schema.fields}, columns_of(items))
    told = dict(beliefs)
    for names, rules in _tied(schema):
        some = _with_siblings({name: told[name] for name in names}, case, may_be)
        told.update(_weighed(some, rules, case))
    return told


def _tied(schema: Schema) -> Iterator[tuple[list[str], list[Rule]]]:
    """Groups of fields that rules tie together, each with its rules."""
    groups: list[tuple[set[str], list[Rule]]] = []
    for rule in schema.rules:
        if rule.each_row or not rule.check.names:
            continue
        names, rules = set(rule.check.names), [rule]
        for other in [one for one in groups if one[0] & names]:
            groups.remove(other)
            names, rules = names | other[0], [*other[1], *rules]
        groups.append((names, rules))
    order = [field.name for field in schema.fields]
    yield from (([name for name in order if name in names], rules) for names, rules in groups)


def _with_siblings(beliefs: Beliefs, case: _Case, may_be: MayBe) -> dict[str, list[Option]]:
    """Each amount of a group is thinkable for all its amounts: the model takes one for another more often than not."""
    kept = {name: list(some[:MOST_OPTIONS]) for name, some in beliefs.items()}
    amounts = [name for name in kept if case.types[name] is FieldType.AMOUNT]
    pool = {one.parsed.value: one for name in reversed(amounts) for one in reversed(kept[name])}
    for name in amounts:
        own = {one.parsed.value for one in kept[name]}
        rest = SIBLING * max(0.02, 1 - sum(one.share for one in kept[name]))
        kept[name] += [
            replace(one, share=rest)
            for value, one in pool.items()
            if value is not None and value not in own and may_be(name, one)
        ]
    return kept


def _weighed(beliefs: Mapping[str, list[Option]], rules: Sequence[Rule], case: _Case) -> dict[str, tuple[Option, ...]]:
    names = list(beliefs)
    combinations = list(product(*_bounded([[*beliefs[name], None] for name in names])))
    weights = [prod(_share(one, beliefs[name]) for name, one in zip(names, some, strict=True)) for some in combinations]
    summands = [(names.index(a), names.index(b)) for rule in rules for a, b in added(rule.check)]
    weights = [weight * _apart(some, summands) for weight, some in zip(weights, combinations, strict=True)]
    known = {id(one): case.operand(name, one) for name in names for one in beliefs[name]} | {id(None): None}
    for rule in rules:
        said = [
            case.holds(rule, {name: known[id(one)] for name, one in zip(names, some, strict=True)})
            for some in combinations
        ]
        weights = [weight * factor for weight, factor in zip(weights, _factors(rule, said), strict=True)]
    whole = sum(weights)
    return {name: _marginal(beliefs[name], at, combinations, weights, whole) for at, name in enumerate(names)}


def _apart(some: Sequence[Option | None], summands: Sequence[tuple[int, int]]) -> float:
    """How much less likely a combination is for the amounts that are added and are one printed word."""
    places = [(one.candidate.page, one.candidate.evidence) if one else None for one in some]
    return prod(TWICE for a, b in summands if (one := places[a]) and one[1] and one == places[b])


def _bounded(choices: list[list[Option | None]]) -> list[list[Option | None]]:
    """The likeliest options of each field, so few that all combinations can be tried."""
    while prod(len(some) for some in choices) > MOST_COMBINATIONS:
        longest = max(choices, key=len)
        longest.remove(min((one for one in longest if one is not None), key=lambda one: one.share))
    return choices


def _share(one: Option | None, some: Sequence[Option]) -> float:
    return one.share if one is not None else max(0.01, 1 - sum(other.share for other in some))


def _factors(rule: Rule, said: Sequence[bool | None]) -> list[float]:
    """How much likelier each combination is for what the rule says of it."""
    known = [one for one in said if one is not None]
    chance = max(LEAST_CHANCE, (sum(known) + 1) / (len(known) + 2))
    right = ROWS_HOLD if rule.check.columns else HOLDS
    holds, fails = right / chance, (1 - right) / (1 - chance)
    return [1.0 if one is None else holds if one else fails for one in said]


def _marginal(
    some: Sequence[Option],
    at: int,
    combinations: Sequence[tuple[Option | None, ...]],
    weights: Sequence[float],
    whole: float,
) -> tuple[Option, ...]:
    sums = {id(one): 0.0 for one in some}
    for combination, weight in zip(combinations, weights, strict=True):
        one = combination[at]
        if one is not None:
            sums[id(one)] += weight
    fresh = (replace(one, share=sums[id(one)] / whole) for one in some)
    return tuple(sorted(fresh, key=lambda one: -one.share))
