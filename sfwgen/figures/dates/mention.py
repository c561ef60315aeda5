"""A date as a text says it, and whether two of them can be the same."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Final, Literal

Part = Literal["early", "mid", "late"]
COMPONENTS: Final = ("year", "months", "day", "part")


@dataclass(frozen=True, slots=True)
class DateMention:
    """A date with its place in a text, in characters from 0, the end exclusive; what is not said is None."""

    text: str
    """The characters of the date as printed."""
    start: int
    end: int
    year: int | None = None
    months: tuple[int, int] | None = None
    """The first and the last month, both 1 to 12: alike for one month, (4, 6) for the second quarter."""
    day: int | None = None
    """The day of the month; of a span from day to day each end is a mention."""
    part: Part | None = None
    """Which part of the month, or without a month of the year: 上旬 and 初 early, 下旬 and 底 late."""

    @property
    def said(self) -> tuple[str, ...]:
        """The names of what is said, in the order of COMPONENTS."""
        return tuple(name for name in COMPONENTS if getattr(self, name) is not None)

    def record(self) -> dict[str, object]:
        """Return the date as plain JSON data."""
        first, last = self.months or (None, None)
        return {
            "text": self.text,
            "start": self.start,
            "end": self.end,
            "year": self.year,
            "month": first,
            "last_month": last,
            "day": self.day,
            "part": self.part,
        }


def agree(one: DateMention, other: DateMention) -> bool:
    """Return whether two mentions can be the same date: nothing that both say differs."""
    return all(getattr(one, name) == getattr(other, name) for name in one.said if name in other.said)
