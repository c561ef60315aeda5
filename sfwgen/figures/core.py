"""What the grammars of all languages share: a number with its unit, before the words around it are read."""

from __future__ import annotations

from dataclasses import dataclass, replace
from decimal import Decimal
from fractions import Fraction
from typing import Final

from sfwgen.figures.found import Found
from sfwgen.figures.quantity import Qualifier, Quantity

ONE: Final = Decimal(1)
HALF: Final = Decimal("0.5")
TENTH: Final = Decimal("0.1")


@dataclass(frozen=True, slots=True)
class Core:
    """What a number and its unit say by themselves, and where they stand in a text."""

    start: int
    end: int
    unit: str = ""
    low: Decimal = Decimal(0)
    """The value, and the lower end of a range."""
    high: Decimal = Decimal(0)
    step: Decimal = ONE
    fraction: tuple[int, int] | None = None
    """Numerator and denominator of a fraction written as one."""
    vague: bool = False
    """Whether there is no more than an order of magnitude, or not even that."""
    base: Decimal | None = None
    qualifier: Qualifier = Qualifier.EXACT
    """What the number itself says: 800余 more than 800."""
    direction: str | None = None
    spelled: bool = False
    """Whether the number is written in Han characters or in words only."""
    needs_qualifier: bool = False
    """Whether it is a figure only with a qualifier: 百家 is none, 近百家 is one."""


def make_core(start: int, end: int, unit: str, value: Decimal, *, step: Decimal = ONE) -> Core:
    """Return a core with one spelled-out value."""
    return Core(start, end, unit, value, value, step, spelled=True)


def quantity_of(core: Core, qualifier: Qualifier) -> Quantity:
    """Return the quantity of a number with the qualifier that its context gives it."""
    if core.vague and (core.base is None or qualifier is Qualifier.EXACT):
        return Quantity(Qualifier.INDEFINITE, base=core.base)
    if core.vague:
        return Quantity(qualifier, core.base)
    if core.fraction is not None:
        return Quantity(qualifier, Fraction(*core.fraction))
    if core.low < core.high:
        return Quantity(Qualifier.RANGE, low=core.low, high=core.high, step=core.step)
    if core.low == 0 and qualifier is Qualifier.EXACT:
        return Quantity(Qualifier.NONE, Decimal(0))
    return Quantity(qualifier, core.low, step=core.step)


def negated(quantity: Quantity) -> Quantity:
    """Return the quantity below zero; a range keeps its lower end low."""
    if quantity.low is not None and quantity.high is not None:
        return replace(quantity, low=-quantity.high, high=-quantity.low)
    if quantity.value is None or quantity.qualifier is Qualifier.NONE:
        return quantity
    return replace(quantity, value=-quantity.value)


def stronger(first: Qualifier, second: Qualifier) -> Qualifier:
    """Return the one of two qualifiers that says something; the first where both do."""
    return second if first is Qualifier.EXACT else first


def shares_clause(figure: Found, previous: Found | None, between: str) -> Found:
    """Return a figure of a list with the direction and statistic that stand once, before the first."""
    if previous is None or figure.statistic or figure.direction or not between:
        return figure
    return replace(figure, statistic=previous.statistic, direction=previous.direction)
