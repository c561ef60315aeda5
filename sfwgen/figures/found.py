"""A figure found in running text."""

from __future__ import annotations

from dataclasses import dataclass
from decimal import Decimal
from fractions import Fraction

from sfwgen.figures.quantity import Quantity


@dataclass(frozen=True, slots=True)
class Found:
    """A figure with its place in a text, in characters from 0, the end exclusive.

    The place runs from an adjacent qualifier to the end of an adjacent unit.
    """

    text: str
    """The characters of the figure as printed."""
    start: int
    end: int
    quantity: Quantity
    unit: str = ""
    """The measure word or unit as printed, without a magnitude; in English the noun counted; else empty.

    Shares of a hundred have `%` however they were written, fractions `ratio`, multiples 倍 or `times`.
    """
    statistic: str | None = None
    """`average`, `peak` or None"""
    direction: str | None = None
    """`up`, `down` or None; the value itself is unsigned."""
    parts: tuple[int, int] | None = None
    """Numerator and denominator of a fraction as they were said: eight out of ten is (8, 10)."""
    two_ways: bool = False
    """Whether it is qualified in two ways that exclude each other: 约800余家."""

    def record(self) -> dict[str, str | int | None]:
        """Return the figure as plain JSON data; numbers as decimal strings such as "84000" and "2/3".

        Only a range that is said to be about right has a `hedge`.
        """
        quantity = self.quantity
        hedge = {"hedge": "about"} if quantity.hedged else {}
        return {
            "text": self.text,
            "start": self.start,
            "end": self.end,
            "value": _digits(quantity.value) if self.parts is None else f"{self.parts[0]}/{self.parts[1]}",
            "low": _digits(quantity.low),
            "high": _digits(quantity.high),
            "base": _digits(quantity.base),
            "qualifier": quantity.qualifier.value,
            "unit": self.unit,
            "statistic": self.statistic,
            "direction": self.direction,
            **hedge,
        }


def _digits(number: Decimal | Fraction | None) -> str | None:
    if number is None:
        return None
    if isinstance(number, Fraction):
        return f"{number.numerator}/{number.denominator}"
    digits = format(number, "f")
    return digits.rstrip("0").rstrip(".") if "." in digits else digits
