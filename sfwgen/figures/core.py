"""What all grammars share: a number with its unit, the words around it, and the figure of both."""

from __future__ import annotations

import re
from collections.abc import Callable
from dataclasses import dataclass, replace
from decimal import Decimal
from fractions import Fraction
from typing import Final

from sfwgen.figures.found import Found
from sfwgen.figures.quantity import Qualifier, Quantity

ONE: Final = Decimal(1)
HALF: Final = Decimal("0.5")
TENTH: Final = Decimal("0.1")
QUARTER: Final = Fraction(1, 4)


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


@dataclass(frozen=True, slots=True)
class Surroundings:
    """What the words around a number add to it, and where the figure begins and ends with them."""

    start: int
    end: int
    qualifier: Qualifier
    negative: bool = False
    statistic: str | None = None
    direction: str | None = None
    two_ways: bool = False


def make_core(start: int, end: int, unit: str, value: Decimal, *, step: Decimal = ONE) -> Core:
    """Return a core with one spelled-out value."""
    return Core(start, end, unit, value, value, step, spelled=True)


def make_fraction(start: int, end: int, numerator: int, denominator: int) -> Core:
    """Return a core for a fraction that keeps both its parts."""
    return Core(start, end, "ratio", fraction=(numerator, denominator))


def make_figure(text: str, core: Core, around: Surroundings) -> Found:
    """Return the figure that a number with its unit is among the words around it."""
    quantity = quantity_of(core, around.qualifier)
    return Found(
        text=text[around.start : around.end],
        start=around.start,
        end=around.end,
        quantity=negated(quantity) if around.negative else quantity,
        unit=core.unit,
        statistic=around.statistic,
        direction=None if around.negative or core.low < 0 else core.direction or around.direction,
        parts=core.fraction,
        two_ways=around.two_ways,
    )


def quantity_of(core: Core, qualifier: Qualifier) -> Quantity:
    """Return the quantity of a number with the qualifier that its context gives it."""
    if core.vague and (core.base is None or qualifier is Qualifier.EXACT):
        return Quantity(Qualifier.INDEFINITE, base=core.base)
    if core.vague:
        return Quantity(qualifier, core.base)
    if core.fraction is not None:
        return Quantity(qualifier, Fraction(*core.fraction))
    if core.low < core.high:
        hedged = qualifier is Qualifier.ABOUT
        return Quantity(Qualifier.RANGE, low=core.low, high=core.high, step=core.step, hedged=hedged)
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


_WAYS: Final = {
    Qualifier.ABOUT: "near",
    Qualifier.MORE_THAN: "above",
    Qualifier.AT_LEAST: "above",
    Qualifier.NEARLY: "below",
    Qualifier.LESS_THAN: "below",
    Qualifier.AT_MOST: "below",
}


def are_two_ways(*qualifiers: Qualifier) -> bool:
    """Return whether qualifiers of one number exclude each other: 约800余家, nearly 300 or more."""
    return len({_WAYS[each] for each in qualifiers if each in _WAYS}) > 1


def listed_after(previous: Found | None, core: Core, between: str, joints: frozenset[str]) -> Found | None:
    """Return the figure before one of its kind in a list; its verb and statistic count for both."""
    if previous is None or between not in joints or core.unit != previous.unit:
        return None
    return previous


def read_whole(
    text: str,
    find: Callable[[str], tuple[Found, ...]],
    *,
    none: re.Pattern[str],
    leading: re.Pattern[str],
    noun: re.Pattern[str],
) -> Found | None:
    """Return the one figure that a whole text is, or None.

    Before it may stand what `leading` allows, after it the noun counted. A text that is just a word for
    nothing is none.
    """
    offset = len(text) - len(text.lstrip())
    body = text.strip()
    if nothing := none.fullmatch(body):
        unit = nothing["unit"] or ""
        return Found(body, offset, offset + len(body), Quantity(Qualifier.NONE, Decimal(0)), unit)
    found = find(body)
    if len(found) != 1 or not leading.fullmatch(body[: found[0].start].strip()):
        return None
    rest = body[found[0].end :].strip()
    if rest and not noun.fullmatch(rest):
        return None
    return replace(found[0], start=offset + found[0].start, end=offset + found[0].end)
