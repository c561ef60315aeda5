"""Figures in English."""

from sfwgen.figures.en.printing import print_quantity
from sfwgen.figures.en.scan import find, read

__all__ = ["find", "print_quantity", "read"]
