"""Quantities as printed: a value, what its qualifier says about the true number, and its last place."""

from __future__ import annotations

from dataclasses import dataclass, field, replace
from decimal import ROUND_CEILING, ROUND_FLOOR, ROUND_HALF_UP, Context, Decimal
from enum import StrEnum
from fractions import Fraction


class Qualifier(StrEnum):
    """What a printed figure says about the true number n, where v is the value printed."""

    EXACT = "exact"
    """n = v"""
    ABOUT = "about"
    """n is near v, on either side"""
    MORE_THAN = "more_than"
    """n > v (余, 多, 超过, 逾; Civil Code of China art. 1259: 超过 leaves v out)"""
    AT_LEAST = "at_least"
    """n ≥ v (以上, 至少; art. 1259: 以上 includes v)"""
    NEARLY = "nearly"
    """n < v and close to it (近, 将近)"""
    LESS_THAN = "less_than"
    """n < v (不足, 不到, 不满)"""
    AT_MOST = "at_most"
    """n ≤ v (以下, 以内, 不超过; art. 1259: 以下 and 以内 include v)"""
    RANGE = "range"
    """low ≤ n ≤ high"""
    INDEFINITE = "indefinite"
    """no value, only an order of magnitude (几十, 数百, 多名; dozens of, several)"""
    NONE = "none"
    """n = 0"""


@dataclass(frozen=True, slots=True)
class Interval:
    """The numbers from low to high; an end of None is not bounded, an open one is itself left out."""

    low: Decimal | Fraction | None
    high: Decimal | Fraction | None
    low_open: bool = False
    high_open: bool = False

    def __contains__(self, number: Decimal | Fraction) -> bool:
        above = self.low is None or number > self.low or (number == self.low and not self.low_open)
        below = self.high is None or number < self.high or (number == self.high and not self.high_open)
        return above and below


@dataclass(frozen=True, slots=True)
class Quantity:
    """A quantity apart from any unit.

    Two quantities are equal when they say the same: `step` and `by_rounding` tell how a quantity was
    printed or come by, and take no part in comparison, so that 8.4万 equals 84,000.
    """

    qualifier: Qualifier
    value: Decimal | Fraction | None = None
    """The value printed, fully worked out; None for a range and for an indefinite quantity."""
    low: Decimal | None = None
    """The lower end, for a range only."""
    high: Decimal | None = None
    """The upper end, for a range only."""
    base: Decimal | None = None
    """The order of magnitude, for an indefinite quantity only: 几十 10, 数百 100, dozens 12."""
    step: Decimal = field(default=Decimal(1), compare=False)
    """The place value of the last digit printed: 8.4万 1000, 0.2 0.1. Plain whole numbers have 1: 800 1."""
    by_rounding: bool = field(default=False, compare=False)
    """Whether a sum is `about` for no other reason than that a part of it was printed rounded."""
    hedged: bool = False
    """Whether a range is itself only near the truth: 约20至30户, about 20 to 30 households."""

    def bounds(self) -> Interval:
        """Return the interval that the qualifier stands for."""
        match self.qualifier:
            case Qualifier.ABOUT | Qualifier.INDEFINITE:
                return Interval(None, None)
            case Qualifier.MORE_THAN:
                return Interval(self.value, None, low_open=True)
            case Qualifier.AT_LEAST:
                return Interval(self.value, None)
            case Qualifier.NEARLY | Qualifier.LESS_THAN:
                return Interval(Decimal(0), self.value, high_open=True)
            case Qualifier.AT_MOST:
                return Interval(Decimal(0), self.value)
            case Qualifier.RANGE:
                return Interval(None, None) if self.hedged else Interval(self.low, self.high)
            case Qualifier.EXACT | Qualifier.NONE:
                return Interval(self.value, self.value)

    def implied(self) -> Interval:
        """Return the interval a reader would expect; for judging what is plausible, never for proof.

        The excess of a 余 or 多 stays below one step of the last place printed (800余 is less than 900),
        and 8.4万 is 84,000 give or take 500.
        """
        if self.qualifier is Qualifier.INDEFINITE and self.base is not None:
            return Interval(self.base, self.base * 10, high_open=True)
        if not isinstance(self.value, Decimal):
            return self.bounds()
        place = self._last_place()
        match self.qualifier:
            case Qualifier.MORE_THAN:
                return Interval(self.value, self.value + place, low_open=True, high_open=True)
            case Qualifier.NEARLY:
                return Interval(max(Decimal(0), self.value - place), self.value, high_open=True)
            case Qualifier.ABOUT:
                return Interval(self.value - place / 2, self.value + place / 2)
            case Qualifier.EXACT if self.step != 1:
                return Interval(self.value - self.step / 2, self.value + self.step / 2)
            case _:
                return self.bounds()

    def rounded(self) -> Quantity:
        """Return the same quantity with no digits finer than its step, still true of the same numbers.

        Lower ends are rounded down and upper ends up. A quantity as read is its own rounding; a sum of 8.4万
        and 237, kept as 84,237, is 84,000.
        """
        lower = self.qualifier in (Qualifier.MORE_THAN, Qualifier.AT_LEAST)
        upper = self.qualifier in (Qualifier.NEARLY, Qualifier.LESS_THAN, Qualifier.AT_MOST)
        mode = ROUND_FLOOR if lower else ROUND_CEILING if upper else ROUND_HALF_UP
        return replace(
            self,
            value=round_to(self.value, self.step, mode) if isinstance(self.value, Decimal) else self.value,
            low=None if self.low is None else round_to(self.low, self.step, ROUND_FLOOR),
            high=None if self.high is None else round_to(self.high, self.step, ROUND_CEILING),
        )

    def _last_place(self) -> Decimal:
        if self.step != 1 or not isinstance(self.value, Decimal) or not self.value:
            return self.step
        exponent = self.value.normalize(exact_context()).as_tuple().exponent
        return Decimal(10) ** exponent if isinstance(exponent, int) else self.step


def exact_context() -> Context:
    """Return an arithmetic context wide enough that adding printed figures never rounds."""
    return Context(prec=400)


def round_to(number: Decimal, step: Decimal, mode: str) -> Decimal:
    """Return the multiple of a step that is nearest to a number in the direction of a rounding mode.

    A step of one stands for plain whole numbers, which are not rounded.
    """
    if step == 1:
        return number
    context = exact_context()
    quotient = context.divide(number, step).to_integral_value(rounding=mode, context=context)
    return plain(context.multiply(quotient, step))


def plain(number: Decimal) -> Decimal:
    """Return an equal number that is written without an exponent."""
    return Decimal(format(number, "f"))
