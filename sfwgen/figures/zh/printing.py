"""Chinese words and digits for a quantity (GB/T 15835-2011; 万 and 亿 from ten thousand upwards)."""

from __future__ import annotations

from decimal import Decimal
from fractions import Fraction

from sfwgen.figures.parts import Part, decimal_of, scaled
from sfwgen.figures.quantity import Qualifier, Quantity
from sfwgen.figures.zh.units import DURATIONS

_MAGNITUDES = ((10**12, "万亿"), (10**8, "亿"), (10**4, "万"))
_BEFORE = {
    Qualifier.ABOUT: "约",
    Qualifier.NEARLY: "近",
    Qualifier.AT_LEAST: "至少",
    Qualifier.AT_MOST: "至多",
    Qualifier.LESS_THAN: "不足",
    Qualifier.MORE_THAN: "超过",
}
_ORDERS = (
    (10**9, "数十亿"),
    (10**8, "数亿"),
    (10**7, "数千万"),
    (10**6, "数百万"),
    (10**5, "数十万"),
    (10**4, "数万"),
    (10**3, "数千"),
    (10**2, "数百"),
    (10, "几十"),
)
_HAN_DIGITS = "零一二三四五六七八九十"
_SIGNS = frozenset({"%", "‰", "％"})


def print_quantity(quantity: Quantity, *, unit: str | tuple[str, str], amount: bool) -> tuple[Part, ...]:
    """Return the parts of a quantity in Chinese."""
    word = unit if isinstance(unit, str) else unit[0]
    units = (Part("u", word),) if word and not isinstance(quantity.value, Fraction) else ()
    match quantity.qualifier:
        case Qualifier.RANGE:
            hedge = (Part("q", "约"),) if quantity.hedged else ()
            return (*hedge, *_range(decimal_of(quantity.low), decimal_of(quantity.high), units))
        case Qualifier.INDEFINITE:
            return (Part("n", _order(quantity.base, word)), *units)
        case Qualifier.NONE:
            return (Part("n", "0"), *units)
        case Qualifier.MORE_THAN if _takes_yu(quantity.value, word, amount=amount):
            return (*_number(quantity.value), Part("q", "余"), *units)
        case _:
            before = _BEFORE.get(quantity.qualifier)
            if before == "近" and word in DURATIONS:
                before = "将近"  # 近三年 by itself is "the last three years"
            return (*((Part("q", before),) if before else ()), *_number(quantity.value), *units)


def _takes_yu(value: Decimal | Fraction | None, unit: str, *, amount: bool) -> bool:
    """余 follows round whole numbers of things counted; 超过 precedes everything else."""
    if amount or unit in _SIGNS or not isinstance(value, Decimal):
        return False
    return value >= 10 and value == value.to_integral_value() and value % 10 == 0


def _number(value: Decimal | Fraction | None) -> tuple[Part, ...]:
    if isinstance(value, Fraction):
        return (Part("n", _fraction(value)),)
    number = decimal_of(value)
    for magnitude, word in _MAGNITUDES:
        if abs(number) >= magnitude:
            return Part("n", scaled(number, magnitude)), Part("x", word)
    return (Part("n", format(number, "f")),)


def _fraction(value: Fraction) -> str:
    if 0 < value.numerator <= 10 and value.denominator <= 10:
        return f"{_HAN_DIGITS[value.denominator]}分之{_HAN_DIGITS[value.numerator]}"
    return f"{value.numerator}/{value.denominator}"


def _range(low: Decimal, high: Decimal, units: tuple[Part, ...]) -> tuple[Part, ...]:
    """万, 亿 and % stand at both ends, other units once; a lower end without is in full, as is the upper."""
    lower, upper = _number(low), _number(high)
    if upper[1:] and not lower[1:]:
        lower, upper = (Part("n", format(low, "f")),), (Part("n", format(high, "f")),)
    signs = units if units and units[0].text in _SIGNS else ()
    return (*lower, *signs, Part("t", "～"), *upper, *units)


def _order(base: Decimal | None, unit: str) -> str:
    for order, word in _ORDERS:
        if base is not None and base >= order:
            return word
    return "多" if unit else "若干"
