"""Figures apart from any site: reading them in Chinese and English, adding them up, printing them."""

from sfwgen.figures.comparing import Comparison, Difference, Pair, compare
from sfwgen.figures.found import Found
from sfwgen.figures.parts import Part
from sfwgen.figures.printing import print_quantity
from sfwgen.figures.quantity import Interval, Qualifier, Quantity
from sfwgen.figures.reading import find, read
from sfwgen.figures.slips import Kind
from sfwgen.figures.totals import Refusal, total

__all__ = [
    "Comparison",
    "Difference",
    "Found",
    "Interval",
    "Kind",
    "Pair",
    "Part",
    "Qualifier",
    "Quantity",
    "Refusal",
    "compare",
    "find",
    "print_quantity",
    "read",
    "total",
]
