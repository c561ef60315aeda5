"""`{=id}` (print this figure) and `{~text~}` (no figure here) as they stand in a text.

A backslash before the brace makes it plain text.
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from enum import Enum, auto

_START = re.compile(r"\\[\\{|]|\{=|\{~|~\}|\|")
_FIGURE = re.compile(r"\{=([^{}\n]*)\}")
_ID = re.compile(r"\w[\w.-]*")
_BLANK_LINE = re.compile(r"\n[ \t]*\n")


class Kind(Enum):
    """What was found: the last two are faults."""

    FIGURE = auto()
    NO_FIGURE = auto()
    NO_FIGURE_END = auto()
    BREAK = auto()
    ESCAPE = auto()
    BAD_ID = auto()
    UNPAIRED = auto()


@dataclass(frozen=True, slots=True)
class Found:
    """One piece of our own syntax: `text[start:end]`; `value` is the figure's id or the mark as written."""

    kind: Kind
    start: int
    end: int
    value: str


def find_slots(text: str) -> tuple[Found, ...]:
    """Returns our own syntax in a text, in order, in linear time."""
    found: list[Found] = []
    close = -1
    position = 0
    while match := _START.search(text, position):
        start, written = match.start(), match[0]
        if written == "{=":
            found.append(_figure(text, start))
        elif written == "{~":
            close = _close_of(text, start)
            found.append(Found(Kind.UNPAIRED if close < 0 else Kind.NO_FIGURE, start, start + 2, written))
        elif written == "~}":
            found.append(
                Found(Kind.NO_FIGURE_END if start == close else Kind.UNPAIRED, start, start + 2, written)
            )
        else:
            found.append(
                Found(Kind.BREAK if written == "|" else Kind.ESCAPE, start, match.end(), written[-1])
            )
        position = found[-1].end
    return tuple(found)


def _figure(text: str, start: int) -> Found:
    match = _FIGURE.match(text, start)
    if match is None:
        return Found(Kind.UNPAIRED, start, start + 2, "{=")
    name = match[1].strip()
    kind = Kind.FIGURE if _ID.fullmatch(name) else Kind.BAD_ID
    return Found(kind, start, match.end(), name)


def _close_of(text: str, start: int) -> int:
    # The end of the paragraph and the next `{~` both end the search, so that no part is searched twice.
    following = text.find("{~", start + 2)
    stop = len(text) if following < 0 else following
    close = text.find("~}", start + 2, stop)
    blank = _BLANK_LINE.search(text, start, stop if close < 0 else close)
    return close if blank is None else -1
