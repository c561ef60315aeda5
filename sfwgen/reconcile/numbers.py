"""Numbers that were worked out, as they are printed."""

from __future__ import annotations

from decimal import ROUND_HALF_UP, Decimal
from fractions import Fraction

from sfwgen.figures.quantity import exact_context


def as_decimal(number: Fraction, *, places: int) -> Decimal:
    """Returns a number as a decimal, rounded to as many places where it has more."""
    context = exact_context()
    quotient = context.divide(Decimal(number.numerator), Decimal(number.denominator))
    rounded = quotient.quantize(Decimal(1).scaleb(-places), rounding=ROUND_HALF_UP, context=context)
    text = format(rounded, "f")
    return Decimal(text.rstrip("0").rstrip(".") if "." in text else text)


def print_number(number: Fraction, *, places: int) -> str:
    """Returns a number in digits, rounded to as many places where it has more."""
    return format(as_decimal(number, places=places), "f")
