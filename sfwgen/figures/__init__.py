"""Figures apart from any site: reading them in Chinese and English, adding them up, printing them."""

from sfwgen.figures.comparing import Comparison, Difference, Pair, compare, says_in_words
from sfwgen.figures.cues import says_qualifier
from sfwgen.figures.found import Found
from sfwgen.figures.parts import Part
from sfwgen.figures.printing import print_quantity
from sfwgen.figures.quantity import Interval, Qualifier, Quantity
from sfwgen.figures.reading import find, read, read_in
from sfwgen.figures.senses import said_alike
from sfwgen.figures.slips import Kind
from sfwgen.figures.totals import Refusal, total
from sfwgen.figures.unit_codes import may_count, may_say_otherwise

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
    "may_count",
    "may_say_otherwise",
    "print_quantity",
    "read",
    "read_in",
    "said_alike",
    "says_in_words",
    "says_qualifier",
    "total",
]
