"""The numbers that a run ends with: plain counts, so that a summary can be kept and printed again."""

from __future__ import annotations

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class FigureCounts:
    """How many figures were found in the texts, and what became of them."""

    found: int = 0
    bound: int = 0
    derived: int = 0
    excused: int = 0
    vague: int = 0
    unexplained: int = 0


@dataclass(frozen=True, slots=True)
class Counts:
    """The numbers of the summary line."""

    stories: int = 0
    pages: int = 0
    held: int = 0
    registers: int = 0
    rows: int = 0
    errors: int = 0
    warnings: int = 0
    figures: FigureCounts = FigureCounts()
