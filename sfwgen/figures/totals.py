"""Honest sums: a total never says more than its parts do."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from decimal import Decimal

from sfwgen.figures.quantity import Qualifier, Quantity, exact_context

_SETTLED = frozenset({Qualifier.EXACT, Qualifier.NONE})
_FROM_BELOW = frozenset({Qualifier.MORE_THAN, Qualifier.AT_LEAST})
_FROM_ABOVE = frozenset({Qualifier.NEARLY, Qualifier.LESS_THAN, Qualifier.AT_MOST})


@dataclass(frozen=True, slots=True)
class Refusal:
    """Why quantities were not added."""

    reason: str
    """`nothing-to-add`, `indefinite`, `fraction`, `negative` or `mixed-qualifiers`"""


def total(quantities: Sequence[Quantity]) -> Quantity | Refusal:
    """Return the sum of quantities of one kind, or why there is none.

    The values printed add up. Exact quantities leave the other qualifier as it is; more than and at least
    give more than; upper limits of different kinds give less than; any other mix is refused. An exact sum
    that the coarsest step of its parts cannot express becomes `about` (8.4万 and 237). The value keeps the
    full sum, so that adding in any order or grouping gives the same; show `rounded()`.
    """
    reason = _objection(quantities)
    if reason is not None:
        return Refusal(reason)
    qualifier = _joint_qualifier([_own_qualifier(quantity) for quantity in quantities])
    if qualifier is None:
        return Refusal("mixed-qualifiers")
    step = _coarsest_step(quantities)
    if qualifier is Qualifier.RANGE:
        low = _sum([_either(quantity.low, quantity.value) for quantity in quantities])
        high = _sum([_either(quantity.high, quantity.value) for quantity in quantities])
        hedged = any(quantity.hedged for quantity in quantities)
        return Quantity(qualifier, low=low, high=high, step=step, hedged=hedged)
    value = _sum([_either(quantity.value, None) for quantity in quantities])
    if qualifier is Qualifier.EXACT and not _expressible(value, step):
        return Quantity(Qualifier.ABOUT, value, step=step, by_rounding=True)
    return Quantity(qualifier, value, step=step)


def _objection(quantities: Sequence[Quantity]) -> str | None:
    if not quantities:
        return "nothing-to-add"
    if any(quantity.qualifier is Qualifier.INDEFINITE for quantity in quantities):
        return "indefinite"
    numbers = [n for q in quantities for n in (q.value, q.low, q.high) if n is not None]
    if not all(isinstance(number, Decimal) for number in numbers):
        return "fraction"
    settled = all(_own_qualifier(quantity) in _SETTLED for quantity in quantities)
    if not settled and any(number < 0 for number in numbers):
        return "negative"
    return None


def _own_qualifier(quantity: Quantity) -> Qualifier:
    """Undo what rounding did to a partial sum: only the whole sum decides whether it is expressible."""
    return Qualifier.EXACT if quantity.by_rounding else quantity.qualifier


def _joint_qualifier(qualifiers: Sequence[Qualifier]) -> Qualifier | None:
    open_ones = [qualifier for qualifier in qualifiers if qualifier not in _SETTLED]
    kinds = set(open_ones)
    if not kinds:
        return Qualifier.EXACT if Qualifier.EXACT in qualifiers else Qualifier.NONE
    if kinds <= _FROM_BELOW:
        return Qualifier.MORE_THAN if Qualifier.MORE_THAN in kinds else Qualifier.AT_LEAST
    if kinds <= _FROM_ABOVE:
        alike = kinds == {Qualifier.AT_MOST} or len(open_ones) == 1
        return open_ones[0] if alike else Qualifier.LESS_THAN
    return open_ones[0] if len(kinds) == 1 else None


def _coarsest_step(quantities: Sequence[Quantity]) -> Decimal:
    """A plain whole number is not rounded: its step of one counts only when there is no other."""
    return max((quantity.step for quantity in quantities if quantity.step != 1), default=Decimal(1))


def _expressible(value: Decimal, step: Decimal) -> bool:
    return step == 1 or exact_context().remainder(value, step) == 0


def _either(first: Decimal | object | None, second: Decimal | object | None) -> Decimal:
    number = first if first is not None else second
    if not isinstance(number, Decimal):
        raise ValueError("a quantity without a value where its qualifier demands one")
    return number


def _sum(numbers: Sequence[Decimal]) -> Decimal:
    context = exact_context()
    result = Decimal(0)
    for number in numbers:
        result = context.add(result, number)
    return result
