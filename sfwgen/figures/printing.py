"""Printing a quantity in a language: what is read back is equal to what was printed."""

from __future__ import annotations

from dataclasses import dataclass
from decimal import Decimal
from fractions import Fraction
from typing import Literal

from sfwgen.figures.quantity import Quantity, exact_context


@dataclass(frozen=True, slots=True)
class Part:
    """A piece of a printed figure. The texts of all its parts, joined, are the running text."""

    kind: Literal["q", "n", "x", "u", "t"]
    """q qualifier, n number, x multiplier (万, million), u unit, t anything else, such as a space or a joining word"""
    text: str


def print_quantity(
    quantity: Quantity, lang: str, *, unit: str | tuple[str, str] = "", amount: bool = False
) -> tuple[Part, ...]:
    """Return a quantity in words and digits of a language, exactly as precise as its value.

    A unit is the Chinese measure word, or the English pair of one and many. Amounts (money, lengths, rates) take
    超过 before the number, not 余 after it, and "less than", not "fewer than". What is printed reads back as the
    same quantity; its step is then that of the print, and the base of an indefinite quantity that of its word
    (English has dozens, 12, where Chinese has 几十, 10).
    """
    if lang == "zh":
        from sfwgen.figures.zh import printing as chinese

        return chinese.print_quantity(quantity, unit=unit, amount=amount)
    if lang == "en":
        from sfwgen.figures.en import printing as english

        return english.print_quantity(quantity, unit=unit, amount=amount)
    raise ValueError(f"no grammar of figures for the language {lang!r}")


def scaled(number: Decimal, magnitude: int) -> str:
    """Return a number divided by a power of ten in digits, with no zero at the end of its fraction."""
    context = exact_context()
    digits = format(context.divide(number, Decimal(magnitude)), "f")
    return digits.rstrip("0").rstrip(".") if "." in digits else digits


def decimal_of(number: Decimal | Fraction | None) -> Decimal:
    """Return the decimal that a quantity must have by its qualifier."""
    if not isinstance(number, Decimal):
        raise ValueError("a quantity without the number that its qualifier demands")
    return number


def is_round(number: Decimal) -> bool:
    """Return whether a number is whole and ends in a zero, so that 余 or 多 can follow it."""
    return number >= 10 and number == number.to_integral_value() and number % 10 == 0
