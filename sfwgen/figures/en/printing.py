"""English words and digits for a quantity: one word for each qualifier, commas, million and billion."""

from __future__ import annotations

from decimal import Decimal
from fractions import Fraction

from sfwgen.figures.parts import Part, decimal_of, scaled
from sfwgen.figures.quantity import Qualifier, Quantity

_MAGNITUDES = ((10**12, "trillion"), (10**9, "billion"), (10**6, "million"))
_MOST_DECIMALS = 3
"""A longer fraction of a million is harder to read than the number written out."""
_BEFORE = {
    Qualifier.ABOUT: "about",
    Qualifier.MORE_THAN: "more than",
    Qualifier.NEARLY: "nearly",
    Qualifier.AT_LEAST: "at least",
    Qualifier.AT_MOST: "no more than",
}
_ORDERS = (
    (10**9, "billions"),
    (10**8, "hundreds of millions"),
    (10**7, "tens of millions"),
    (10**6, "millions"),
    (10**5, "hundreds of thousands"),
    (10**4, "tens of thousands"),
    (10**3, "thousands"),
    (10**2, "hundreds"),
    (20, "scores"),
    (10, "dozens"),
)
_COUNTS = ("", "one", "two", "three", "four", "five", "six", "seven", "eight", "nine")
_SHARES = ("", "", "half", "third", "quarter", "fifth", "sixth", "seventh", "eighth", "ninth", "tenth")
_SIGNS = frozenset({"%", "‰", "°C", "℃"})
_SPACE = Part("t", " ")


def print_quantity(quantity: Quantity, *, unit: str | tuple[str, str], amount: bool) -> tuple[Part, ...]:
    """Return the parts of a quantity in English."""
    one, many = (unit, unit) if isinstance(unit, str) else unit
    match quantity.qualifier:
        case Qualifier.RANGE:
            hedge = (Part("q", "about"), _SPACE) if quantity.hedged else ()
            return (*hedge, *_range(decimal_of(quantity.low), decimal_of(quantity.high), many))
        case Qualifier.INDEFINITE:
            return _indefinite(quantity.base, many)
        case Qualifier.NONE:
            return _nothing(many)
        case _:
            word = one if quantity.value == 1 else many
            before = _before(quantity.qualifier, amount=amount or many in _SIGNS)
            return (*before, *_number(quantity.value), *_unit(word, isinstance(quantity.value, Fraction)))


def _nothing(unit: str) -> tuple[Part, ...]:
    if unit in _SIGNS:
        return Part("n", "0"), Part("u", unit)
    return (Part("n", "no"), _SPACE, Part("u", unit)) if unit else (Part("n", "none"),)


def _before(qualifier: Qualifier, *, amount: bool) -> tuple[Part, ...]:
    if qualifier is Qualifier.LESS_THAN:
        return Part("q", "less than" if amount else "fewer than"), _SPACE
    word = _BEFORE.get(qualifier)
    return (Part("q", word), _SPACE) if word else ()


def _number(value: Decimal | Fraction | None) -> tuple[Part, ...]:
    if isinstance(value, Fraction):
        return (Part("n", _fraction(value)),)
    number = decimal_of(value)
    for magnitude, word in _MAGNITUDES:
        digits = scaled(number, magnitude)
        if abs(number) >= magnitude and len(digits.partition(".")[2]) <= _MOST_DECIMALS:
            return Part("n", digits), _SPACE, Part("x", word)
    return (_in_full(number),)


def _in_full(number: Decimal) -> Part:
    return Part("n", format(number, ",f"))


def _fraction(value: Fraction) -> str:
    if not (0 < value.numerator < value.denominator <= 10):
        return f"{value.numerator}/{value.denominator}"
    share = _SHARES[value.denominator]
    if value.numerator == 1:
        return share if share == "half" else f"an {share}" if share == "eighth" else f"a {share}"
    return f"{_COUNTS[value.numerator]} {share}s"


def _unit(word: str, fraction: bool) -> tuple[Part, ...]:
    if not word or (fraction and word in _SIGNS):
        return ()
    if word in _SIGNS:
        return (Part("u", word),)
    joint = Part("t", " of the ") if fraction else _SPACE
    return joint, Part("u", word)


def _range(low: Decimal, high: Decimal, unit: str) -> tuple[Part, ...]:
    """Magnitudes and signs stand at both ends, other units once; a lower end without is in full."""
    lower, upper = _number(low), _number(high)
    if upper[1:] and not lower[1:]:
        lower, upper = (_in_full(low),), (_in_full(high),)
    signs = _unit(unit, False) if unit in _SIGNS else ()
    return (*lower, *signs, Part("t", " to "), *upper, *_unit(unit, False))


def _indefinite(base: Decimal | None, unit: str) -> tuple[Part, ...]:
    for order, word in _ORDERS:
        if base is not None and base >= order:
            return (Part("n", word), Part("t", " of "), Part("u", unit)) if unit else (Part("n", word),)
    return (Part("n", "several"), _SPACE, Part("u", unit)) if unit else (Part("n", "several"),)
