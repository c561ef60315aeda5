"""The pieces of a printed figure."""

from __future__ import annotations

from dataclasses import dataclass
from decimal import Decimal
from fractions import Fraction
from typing import Literal

from sfwgen.figures.quantity import exact_context


@dataclass(frozen=True, slots=True)
class Part:
    """A piece of a printed figure. The texts of all its parts, joined, are the running text."""

    kind: Literal["q", "n", "x", "u", "t"]
    """q qualifier, n number, x multiplier (万, million), u unit, t anything else, such as a space or "of"."""
    text: str


def scaled(number: Decimal, magnitude: int) -> str:
    """Return a number divided by a power of ten in digits, with no zero at the end of its fraction."""
    digits = format(exact_context().divide(number, Decimal(magnitude)), "f")
    return digits.rstrip("0").rstrip(".") if "." in digits else digits


def decimal_of(number: Decimal | Fraction | None) -> Decimal:
    """Return the decimal that a quantity must have by its qualifier; raises ValueError where it has none."""
    if not isinstance(number, Decimal):
        raise ValueError("a quantity without the number that its qualifier demands")
    return number
