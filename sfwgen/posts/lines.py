"""A text that is changed step by step and still knows on which line of its file each of its lines began."""

from __future__ import annotations

import re
from bisect import bisect_right
from collections.abc import Callable, Iterator
from dataclasses import dataclass

_MOST_OPEN = 50
_ENDS = ("{% end", "{%end", "{%- end", "</", "{{< /", "{{% /", "{{</", "{{%/")
Replace = Callable[[re.Match[str], int], str]
"""What stands in place of a match that begins on a line of the file."""


@dataclass(frozen=True, slots=True)
class Lines:
    """A text with the number, in its file, of each of its lines."""

    text: str
    numbers: tuple[int, ...]

    def sub(self, pattern: re.Pattern[str], replace: Replace) -> Lines:
        """Returns the text with each match replaced; new lines count as those of the match they stand for."""
        starts = list(_starts(self.text))
        pieces: list[str] = []
        numbers: list[int] = [self.numbers[0]]
        position = 0
        for match in pattern.finditer(self.text):
            first, last = bisect_right(starts, match.start()) - 1, bisect_right(starts, match.end()) - 1
            new = replace(match, self.numbers[first])
            begin = bisect_right(starts, position) - 1
            pieces += (self.text[position : match.start()], new)
            numbers += self.numbers[begin + 1 : first + 1]
            numbers += [self.numbers[min(first + each + 1, last)] for each in range(new.count("\n"))]
            position = match.end()
        begin = bisect_right(starts, position) - 1
        numbers += self.numbers[begin + 1 :]
        return Lines("".join((*pieces, self.text[position:])), tuple(numbers))

    def sub_pairs(self, pattern: re.Pattern[str], opening: re.Pattern[str], replace: Replace) -> Lines:
        """Returns what `sub` does, of a pattern that reaches from an opening to its end.

        Where far more is opened than ended, each opening would be followed to the end of the text: nothing is
        replaced then, and what stands there alone is left to other steps.
        """
        opened = sum(1 for _ in opening.finditer(self.text))
        if not opened:
            return self
        ended = sum(map(self.text.count, _ENDS)) if opened > _MOST_OPEN else opened
        return self.sub(pattern, replace) if opened - ended <= _MOST_OPEN else self

    def pairs(self) -> Iterator[tuple[str, int]]:
        """Yields each line with its number in the file."""
        return zip(self.text.split("\n"), self.numbers, strict=True)


def make_lines(text: str, first: int) -> Lines:
    """Returns a text that begins on a line of its file."""
    return Lines(text, tuple(range(first, first + text.count("\n") + 1)))


def join_pairs(pairs: list[tuple[str, int]]) -> Lines:
    """Returns the text that lines with their numbers make."""
    if not pairs:
        return Lines("", (1,))
    return Lines("\n".join(line for line, _ in pairs), tuple(number for _, number in pairs))


def _starts(text: str) -> Iterator[int]:
    yield 0
    for match in re.finditer("\n", text):
        yield match.end()
