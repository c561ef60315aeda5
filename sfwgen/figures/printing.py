"""Printing a quantity in a language: what is read back is equal to what was printed."""

from __future__ import annotations

from sfwgen.figures.languages import language
from sfwgen.figures.parts import Part
from sfwgen.figures.quantity import Quantity


def print_quantity(
    quantity: Quantity, lang: str, *, unit: str | tuple[str, str] = "", amount: bool = False
) -> tuple[Part, ...]:
    """Return a quantity in words and digits of a language, exactly as precise as its value.

    A unit is the Chinese measure word, or the English pair of one and many. Amounts (money, lengths,
    rates) take 超过 before the number, not 余 after it, and "less than", not "fewer than". What is printed
    reads back as an equal quantity. What may change is what equality leaves out, its step (84,000 has that
    of a whole number, 8.4万 had 1000), and the base of an indefinite quantity, which becomes that of the
    word (English has dozens, 12, where Chinese has 几十, 10).
    """
    return language(lang).print_quantity(quantity, unit=unit, amount=amount)
