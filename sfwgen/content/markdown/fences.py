"""Fenced code: where it stands in a text."""

from __future__ import annotations

import re
from dataclasses import dataclass

_OPEN = re.compile(r" {0,3}(`{3,}|~{3,})[ \t]*[\w.+#-]*[ \t]*")


@dataclass(frozen=True, slots=True)
class Fence:
    """Code between two fence lines: `lines[first]` opens it, `lines[last]` closes it unless `open`."""

    first: int
    last: int
    open: bool


def find_fences(lines: list[str]) -> tuple[Fence, ...]:
    """Returns the fenced code of a text in order; what is never closed ends with the text."""
    found: list[Fence] = []
    index = 0
    while index < len(lines):
        if match := _OPEN.fullmatch(lines[index]):
            last = _close_of(lines, index, match[1])
            found.append(Fence(index, min(last, len(lines) - 1), last == len(lines)))
            index = last
        index += 1
    return tuple(found)


def _close_of(lines: list[str], first: int, marker: str) -> int:
    for index in range(first + 1, len(lines)):
        text = lines[index].strip()
        if len(text) >= len(marker) and not text.strip(marker[0]):
            return index
    return len(lines)
