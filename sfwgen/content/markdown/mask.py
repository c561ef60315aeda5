"""A source with its code blotted out, for the checks that read Markdown without converting it.

It is a near reading: good enough to say where something stands or to warn, never to decide what is safe.
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from sfwgen.content.markdown.fences import find_fences

_BLOT = "\ufffc"
_TICKS = re.compile(r"\\[\\`\[\]<>]|`+")
_CONTAINER = re.compile(r" {0,3}(?:[-*+] |\d+\. |\[\^[^\]]*\]:|: )")


def mask_code(source: str) -> str:
    """Returns the source, as long as before, with code and escaped brackets replaced by a filler."""
    lines = source.split("\n")
    for fence in find_fences(lines):
        for index in range(fence.first, fence.last + 1):
            lines[index] = _BLOT * len(lines[index])
    for first, last in _indented_code(lines):
        for index in range(first, last):
            lines[index] = _BLOT * len(lines[index])
    return "\n".join(_mask_spans(lines))


def blocks_of(lines: list[str]) -> Iterator[tuple[int, int]]:
    """Yields each run of lines that are not blank, as the index of its first and the one after its last."""
    first: int | None = None
    for index, line in enumerate(lines):
        if line.strip():
            first = index if first is None else first
        elif first is not None:
            yield first, index
            first = None
    if first is not None:
        yield first, len(lines)


def _indented_code(lines: list[str]) -> Iterator[tuple[int, int]]:
    # Below a list item, a footnote or a definition, four columns more belong to it and are no code.
    needed = 4
    for first, last in blocks_of(lines):
        text = lines[first].expandtabs(4)
        indent = len(text) - len(text.lstrip(" "))
        if _CONTAINER.match(text):
            needed = 8
        elif indent < 4:
            needed = 4
        elif needed == 8 and _CONTAINER.match(text[4:]):
            needed = 12
        if indent >= needed:
            yield first, last


def _mask_spans(lines: list[str]) -> list[str]:
    masked = list(lines)
    for first, last in blocks_of(lines):
        block = "\n".join(lines[first:last])
        if "`" in block or "\\" in block:
            masked[first:last] = _mask_block(block).split("\n")
    return masked


def _mask_block(block: str) -> str:
    runs = list(_TICKS.finditer(block))
    later: dict[int, list[int]] = {}
    for index in range(len(runs) - 1, -1, -1):
        if runs[index][0][0] == "`":
            later.setdefault(len(runs[index][0]), []).append(index)
    pieces: list[str] = []
    position = index = 0
    while index < len(runs):
        run = runs[index]
        closing = _closing(later, index, len(run[0])) if run[0][0] == "`" else index
        end = runs[closing].end() if closing is not None else run.start()
        pieces.append(block[position : run.start()])
        pieces.append("".join(char if char == "\n" else _BLOT for char in block[run.start() : end]))
        position = end
        index = index + 1 if closing is None else closing + 1
    return "".join((*pieces, block[position:]))


def _closing(later: dict[int, list[int]], index: int, length: int) -> int | None:
    waiting = later[length]
    while waiting and waiting[-1] <= index:
        waiting.pop()
    return waiting[-1] if waiting else None
