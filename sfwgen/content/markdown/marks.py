"""Private-use characters that travel through the conversion and say where in the source something stood.

A mark is `kind number kind`, all in private-use characters, so that Markdown and the sanitiser take it for a
word. What the source itself holds of such characters is replaced before any mark is made, and a character
reference that would make one is an error: a mark in the result is one of ours.
"""

from __future__ import annotations

import re
from enum import StrEnum


class Mark(StrEnum):
    """What a mark stands for; the value is the character on both its ends."""

    FIGURE = "\ue000"
    NO_FIGURE = "\ue001"
    NO_FIGURE_END = "\ue002"
    LINK = "\ue003"
    HEADING = "\ue004"
    SLOT = "\ue005"


SEPARATOR = "\ue006"
"""Stands between two pieces of text that were joined for a moment."""

BOUNDARY = "\ue007"
"""Stands for something between two pieces of text over which no line is joined."""

FOOTNOTES = "\ue008"
"""What a footnote marker would be: never in a text, since the footnotes belong at its end."""

_DIGITS = "".join(chr(0xE010 + digit) for digit in range(10))
_TO_MARK = str.maketrans("0123456789", _DIGITS)
_FROM_MARK = str.maketrans(_DIGITS, "0123456789")

PRIVATE = re.compile("[\ue000-\uf8ff\U000f0000-\U000ffffd\U00100000-\U0010fffd]")
"""Any private-use character."""

MARK = re.compile(f"([{''.join(Mark)}])([{_DIGITS}]+)\\1")
"""Any mark: its kind, then its number as `number_of` reads it."""

INVISIBLE = "".join(Mark)[1:] + SEPARATOR + _DIGITS
"""The characters of all marks but the ends of a figure's, which stands for visible text."""


def write_mark(kind: Mark, number: int) -> str:
    """Returns the mark of that kind and number."""
    return f"{kind}{str(number).translate(_TO_MARK)}{kind}"


def number_of(match: re.Match[str]) -> int:
    """Returns the number of a mark found by `MARK`."""
    return int(match[2].translate(_FROM_MARK))


def strip_marks(text: str) -> str:
    """Returns the text without any marks."""
    return MARK.sub("", text)
