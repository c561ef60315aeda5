"""Figures in Chinese."""

from sfwgen.figures.zh.printing import print_quantity
from sfwgen.figures.zh.scan import find, read

__all__ = ["find", "print_quantity", "read"]
