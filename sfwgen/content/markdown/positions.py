"""From an offset in a Markdown source to line and column of its file."""

from __future__ import annotations

from bisect import bisect_right
from dataclasses import dataclass

from sfwgen.diagnostics import Location


@dataclass(frozen=True, slots=True)
class Positions:
    """Where the lines of a source begin; `line` is the line of the file that the source begins on."""

    file: str
    line: int
    starts: tuple[int, ...]

    def at(self, offset: int) -> Location:
        """Returns the place of an offset, counted in characters of the source."""
        index = bisect_right(self.starts, offset) - 1
        return Location(self.file, self.line + index, offset - self.starts[index] + 1)

    def end_of(self, index: int, source: str) -> int:
        """Returns the offset behind a line of the source, by the line's index."""
        return self.starts[index + 1] if index + 1 < len(self.starts) else len(source)


def make_positions(source: str, *, file: str, line: int) -> Positions:
    """Returns the positions of a source whose lines end with a line feed."""
    starts = [0]
    for text in source.split("\n"):
        starts.append(starts[-1] + len(text) + 1)
    return Positions(file, line, tuple(starts[:-1]))
